"""A hit in its context, and the stretches of time that a history is filtered by. Pure: no archive, no screen.

What is looked for is folded (:func:`gesprek.vouwen.fold`); what is shown is the text as it was typed. Folding may
change how long a text is, so places are found through a map from the folded letters to those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gesprek.vouwen import fold

WEG = "…"
"""Stands where text is left out of a context."""
_LEEST_TOT = 20_000
"""Characters of a turn in which places are looked for; nobody reads further for a hit."""
_SCHOOLJAAR = 8
"""The month in which a school year begins."""
_WIT = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stukje:
    """A piece of text around a hit, on one line.

    :param delen: the text in pieces, each with whether it is what was looked for.
    """

    delen: tuple[tuple[str, bool], ...]

    def as_text(self, van: str = "‹", tot: str = "›") -> str:
        """Return it with a sign before and behind each hit."""
        return "".join(f"{van}{deel}{tot}" if raak else deel for deel, raak in self.delen)


def find_places(tekst: str, gezocht: str) -> list[tuple[int, int]]:
    """Return where the words that are looked for stand, whatever case and accents: (from, to), in order.

    Places that touch or overlap are one place.
    """
    woorden = fold(gezocht).split()
    kop = tekst[:_LEEST_TOT]
    gevouwen, plek = _folded(kop)
    gevonden = []
    for woord in woorden:
        vanaf = gevouwen.find(woord)
        while vanaf >= 0:
            gevonden.append((plek[vanaf], plek[vanaf + len(woord) - 1] + 1))
            vanaf = gevouwen.find(woord, vanaf + len(woord))
    return list(_joined(sorted(gevonden)))


def _folded(tekst: str) -> tuple[str, list[int]]:
    """Return a folded text, and of each of its letters the place in the text."""
    gevouwen = fold(tekst)
    if len(gevouwen) == len(tekst):
        return gevouwen, list(range(len(tekst)))
    stukken = [fold(teken) for teken in tekst]
    return "".join(stukken), [nr for nr, stuk in enumerate(stukken) for _teken in stuk]


def _joined(plekken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    nu: tuple[int, int] | None = None
    for van, tot in plekken:
        if nu is not None and van <= nu[1]:
            nu = (nu[0], max(nu[1], tot))
        else:
            if nu is not None:
                yield nu
            nu = (van, tot)
    if nu is not None:
        yield nu


def in_context(tekst: str, gezocht: str, ruimte: int) -> Stukje:
    """Return the first hit with what stands around it, in at most so many characters.

    Where nothing is found it is the beginning of the text.
    """
    plekken = find_places(tekst, gezocht)
    van, tot = _window(tekst, plekken[0] if plekken else (0, 0), max(ruimte - 2, 1))
    grenzen = [van, *(grens for p in plekken for grens in p if van < grens < tot), tot]
    delen = [
        (_WIT.sub(" ", tekst[begin:einde]), any(p[0] <= begin < p[1] for p in plekken))
        for begin, einde in pairwise(grenzen)
    ]
    voor = [(WEG, False)] if van > 0 else []
    na = [(WEG, False)] if tot < len(tekst) else []
    return Stukje((*voor, *delen, *na))


def _window(tekst: str, plek: tuple[int, int], ruimte: int) -> tuple[int, int]:
    """Return from where to where a text is shown so that a place is in sight, cut between words where that can be."""
    if len(tekst) <= ruimte:
        return 0, len(tekst)
    van = max(0, min(plek[0] - ruimte // 3, len(tekst) - ruimte))
    tot = min(len(tekst), van + ruimte)
    if van > 0 and (spatie := tekst.find(" ", van, plek[0])) >= 0:
        van = spatie + 1
    if tot < len(tekst) and (spatie := tekst.rfind(" ", max(plek[1], van), tot)) >= 0:
        tot = spatie
    return van, tot


def school_year(vandaag: date, terug: int = 0) -> tuple[date, date]:
    """Return the first and last day of the school year of a day, or one that many years before."""
    jaar = vandaag.year - (vandaag.month < _SCHOOLJAAR) - terug
    return date(jaar, _SCHOOLJAAR, 1), date(jaar + 1, _SCHOOLJAAR - 1, 31)


def this_month(vandaag: date) -> tuple[date, date]:
    """Return the first day of the month of a day, and that day."""
    return vandaag.replace(day=1), vandaag
