"""Make ``buren.tsv``: for each word that may be misspelled, the real words that lie one letter away.

``python -m gesprek.luisteren.buren nl /usr/share/dict/dutch`` reads word lists (one word a line) and
writes ``nl/buren.tsv``. Run it again when ``emoties.tsv`` or ``alarm.tsv`` got new words: a word without
a line in it is only heard when it is typed right.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from gesprek.luisteren.laden import MAP, load
from gesprek.luisteren.spelling import Buren
from gesprek.model import TALEN, Taal
from gesprek.vouwen import fold


def neighbours(doelen: Iterable[str], woorden: Iterable[str]) -> dict[str, list[str]]:
    """Return for each word the real words that differ from it by one mistake.

    :param doelen: the words that may be misspelled.
    :param woorden: the real words of the language.
    """
    alle = sorted(set(doelen))
    index = Buren(alle)
    gevonden: dict[str, list[str]] = {doel: [] for doel in alle}
    for woord in sorted({fold(w.strip()) for w in woorden}):
        for doel in set(index.near(woord)):
            gevonden[doel].append(woord)
    return gevonden


def write(taal: Taal, lijsten: list[Path]) -> Path:
    """Write the file of a language and return where it stands."""
    woorden = [w for pad in lijsten for w in pad.read_text(encoding="utf-8").splitlines()]
    pad = MAP / taal / "buren.tsv"
    regels = [f"{doel}\t{' '.join(buren)}" for doel, buren in neighbours(load(taal).misspellable, woorden).items()]
    pad.write_text(
        "# woord\techte woorden op één letter afstand; gemaakt met buren.py\n" + "\n".join(regels) + "\n",
        encoding="utf-8",
    )
    return pad


if __name__ == "__main__":
    (naam,) = (taal for taal in TALEN if taal == sys.argv[1])
    sys.stdout.write(f"{write(naam, [Path(pad) for pad in sys.argv[2:]])}\n")
