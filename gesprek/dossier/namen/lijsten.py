"""The lists behind the masking of names; each is a TSV in this folder that anyone may add to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from gesprek.model import Taal
from gesprek.vouwen import fold

MAP = Path(__file__).parent

Soort = Literal["", "h", "H", "e"]
"""How sure a name is: in any case, with a capital or after a role, with a capital only, a word in English."""

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
    """Read the lists."""
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


def _read(naam: str) -> list[tuple[str, str]]:
    rijen = []
    for regel in (MAP / naam).read_text(encoding="utf-8").splitlines():
        if regel and not regel.startswith("#"):
            woord, _tab, soort = regel.partition("\t")
            rijen.append((key(woord), soort.strip()))
    return rijen


@lru_cache(maxsize=4096)
def is_word(woord: str, taal: Taal) -> bool:
    """Whether a word is a common one of a language. The first call in a language takes a moment."""
    import simplemma

    return bool(simplemma.is_known(woord.casefold(), lang=taal))
