"""An answer as a row of words, with the place of each and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from gesprek.vouwen import fold

_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ZINSEINDE = frozenset(".!?;\n\r…")
"""Marks that end a sentence."""
_BINDT = frozenset(".:")
"""Marks that by themselves divide nothing: ``9.30``, ``9:30``, ``o.a.``"""
_ZACHT = frozenset(",:()–—/")
MEEST_WOORDEN = 4000
"""Words of an answer that are listened to. A pasted book is kept whole, but not searched whole."""

GEEN, ZACHT, HARD = 0, 1, 2
"""What stands between two words: nothing, a comma or the like, the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Rij:
    """The words of a text.

    :param vormen: each word, casefolded, without accents, with straight apostrophes.
    :param van: offset of the first character of each.
    :param tot: offset behind the last character of each.
    :param grenzen: what stands behind each word: ``GEEN``, ``ZACHT`` or ``HARD``.
    """

    tekst: str
    vormen: list[str]
    van: list[int]
    tot: list[int]
    grenzen: list[int]

    def __len__(self) -> int:
        return len(self.vormen)

    def piece(self, begin: int, einde: int) -> str:
        """Return what was typed from one word up to another."""
        return self.tekst[self.van[begin] : self.tot[einde - 1]]

    def sentence(self, nr: int) -> tuple[int, int]:
        """Return the sentence of a word, as (first word, behind last word)."""
        begin = nr
        while begin > 0 and self.grenzen[begin - 1] != HARD:
            begin -= 1
        einde = nr + 1
        while einde < len(self.vormen) and self.grenzen[einde - 1] != HARD:
            einde += 1
        return begin, einde


def words(tekst: str, hoogstens: int = MEEST_WOORDEN) -> Rij:
    """Return the words of a text.

    :param hoogstens: at most so many.
    """
    treffers = [*islice(_WOORD.finditer(tekst.lower() if tekst.isascii() else tekst), hoogstens)]
    vormen = [treffer[0] for treffer in treffers]
    if not tekst.isascii():
        vormen = [fold(vorm).replace("’", "'") for vorm in vormen]
    van = [treffer.start() for treffer in treffers]
    tot = [treffer.end() for treffer in treffers]
    grenzen = [
        GEEN if (tussen := tekst[einde:begin]) == " " else _border(tussen)
        for einde, begin in zip(tot, islice(van, 1, None), strict=False)
    ]
    return Rij(tekst, vormen, van, tot, [*grenzen, GEEN] if treffers else [])


def _border(tussen: str) -> int:
    if tussen in _BINDT:
        return GEEN
    tekens = frozenset(tussen)
    if tekens & ZINSEINDE:
        return HARD
    return ZACHT if tekens & _ZACHT or "-" in tekens else GEEN
