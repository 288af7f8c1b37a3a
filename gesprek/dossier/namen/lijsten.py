"""The lists behind the masking of names; each is a TSV in this folder that anyone may add to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import Taal
from gesprek.taal import _
from gesprek.vouwen import fold

MAP = Path(__file__).parent

Soort = Literal["", "h", "H", "e"]
"""How sure a name is: in any case, with a capital or after a role, with a capital only, a word in English."""

_SOORTEN = {
    "voornamen.tsv": ("", "h", "H", "e"),
    "achternamen.tsv": ("", "h"),
    "rollen.tsv": ("titel", "rol"),
    "context.tsv": ("zegt", "doet", "plek", "bij", "lidwoord", "tussen", "instelling", "niemand"),
    "geen_mensen.tsv": ("",),
}
"""What may stand in the second column of each list."""

_ANDERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "’": "'"})


@dataclass(frozen=True, slots=True)
class Lijsten:
    """Names, and the words around them, all folded.

    :param context: what a word says of its neighbours, as ``context.tsv`` has it.
    """

    voornamen: dict[str, str]
    achternamen: dict[str, str]
    titels: frozenset[str]
    rollen: frozenset[str]
    geen_mensen: frozenset[str]
    context: dict[str, frozenset[str]]

    def says(self, woord: str, soort: str) -> bool:
        """Whether a word is of a kind of ``context.tsv``."""
        return soort in self.context.get(woord, ())


def key(tekst: str) -> str:
    """Return a word as the lists have it: without case, accents, and letters that only look different."""
    return fold(tekst.translate(_ANDERS))


@lru_cache(maxsize=1)
def load_lists() -> Lijsten:
    """Read the lists.

    :raises Inleesfout: when a line says something that is not known.
    """
    rollen = dict(_read("rollen.tsv"))
    context: dict[str, set[str]] = {}
    for woord, soort in _read("context.tsv"):
        context.setdefault(woord, set()).add(soort)
    return Lijsten(
        voornamen=dict(_read("voornamen.tsv")),
        achternamen=dict(_read("achternamen.tsv")),
        titels=frozenset(woord for woord, soort in rollen.items() if soort == "titel"),
        rollen=frozenset(woord for woord, soort in rollen.items() if soort == "rol"),
        geen_mensen=frozenset(woord for woord, _soort in _read("geen_mensen.tsv")),
        context={woord: frozenset(soorten) for woord, soorten in context.items()},
    )


def _read(naam: str, map_: Path = MAP) -> list[tuple[str, str]]:
    rijen, bevindingen = [], []
    for nr, regel in enumerate((map_ / naam).read_text(encoding="utf-8").splitlines(), 1):
        if not regel.strip() or regel.startswith("#"):
            continue
        woord, _tab, soort = (deel.strip() for deel in regel.partition("\t"))
        if woord and soort in _SOORTEN[naam]:
            rijen.append((key(woord), soort))
        else:
            wat = _("“{kind}” is not known here.").format(kind=soort) if woord else _("This line has no word.")
            kan = ", ".join(soort for soort in _SOORTEN[naam] if soort) or "-"
            herstel = _("Write a word, a tab, and one of: {kinds}.").format(kinds=kan)
            bevindingen.append(Bevinding(f"namen/{naam}", nr, wat, herstel))
    if bevindingen:
        raise Inleesfout(bevindingen)
    return rijen


@lru_cache(maxsize=4096)
def is_word(woord: str, taal: Taal) -> bool:
    """Whether a word is a common one of a language. The first call in a language takes a moment."""
    import simplemma

    return bool(simplemma.is_known(woord.casefold(), lang=taal))
