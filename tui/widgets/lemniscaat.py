"""The four fasen as the lying eight of the handreiking: back on the left, ahead on the right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.tekst import lines, words

FASEN = ("terugkijken", "reflecteren", "vooruitkijken", "activeren")
Stand = Literal["gedaan", "nu", "straks"]
SIGNS: Mapping[Stand, str] = {"gedaan": "●", "nu": "◉", "straks": "○"}
STYLES: Mapping[Stand, str] = {"gedaan": "$quiet", "nu": "$now bold", "straks": "$quiet"}
_LIJN: Mapping[Stand, str] = {"gedaan": "$quiet", "nu": "$now bold", "straks": "$line"}

_STIPPEN = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of each dot in a braille cell, by row and column."""


def states(nu: str) -> tuple[Stand, Stand, Stand, Stand]:
    """Return what each fase is: done, now or to come.

    :param nu: the fase of now; ``klaar`` when all are done, empty when none has begun.
    """
    plek = FASEN.index(nu) if nu in FASEN else 4 if nu == "klaar" else -1

    def state(nr: int) -> Stand:
        return "gedaan" if nr < plek else "nu" if nr == plek else "straks"

    return state(0), state(1), state(2), state(3)


@lru_cache(maxsize=32)
def _drawing(breedte: int, hoogte: int, standen: tuple[Stand, ...]) -> tuple[tuple[tuple[str, Stand], ...], ...]:
    """Draw the eight in braille: solid where it is done, heavy where it is now, dotted where it is to come.

    :returns: per line the cells, each a character with the state of the arc in it.
    """
    stippen: dict[tuple[int, int], int] = {}
    van: dict[tuple[int, int], int] = {}
    zwaarte: Mapping[Stand, int] = {"straks": 0, "gedaan": 1, "nu": 2}
    midden_x, midden_y = breedte - 0.5, hoogte * 2 - 0.5
    straal_x, straal_y = breedte - 2.5, hoogte * 2 - 2.5

    def dot(x: float, y: float, nr: int) -> None:
        kolom, rij = round(midden_x + x), round(midden_y - y)
        if not (0 <= kolom < breedte * 2 and 0 <= rij < hoogte * 4):
            return
        cel = (rij // 4, kolom // 2)
        stippen[cel] = stippen.get(cel, 0) | _STIPPEN[rij % 4][kolom % 2]
        if cel not in van or zwaarte[standen[nr]] >= zwaarte[standen[van[cel]]]:
            van[cel] = nr

    stappen = breedte * 6
    for nr, stand in enumerate(standen):
        kant = -1 if nr < 2 else 1
        for stap in range(stappen):
            hoek = (nr % 2 + stap / stappen) * math.pi / 2
            x, y = kant * math.sin(hoek) * straal_x, math.sin(2 * hoek) * straal_y
            if stand == "straks" and stap // 6 % 2:
                continue
            dot(x, y, nr)
            if stand == "nu":
                for dx, dy in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                    dot(x + dx, y + dy, nr)
    return tuple(
        tuple(
            (chr(0x2800 + stippen.get((rij, kolom), 0)), standen[van.get((rij, kolom), 0)])
            if (rij, kolom) in stippen
            else (" ", "straks")
            for kolom in range(breedte)
        )
        for rij in range(hoogte)
    )


def draw(breedte: int, hoogte: int, nu: str) -> Content:
    """Return the lying eight as styled text.

    :param nu: the fase whose arc is lit.
    """
    tekening = _drawing(breedte, hoogte, states(nu))
    return lines(*(words(*((teken, _LIJN[stand]) for teken, stand in regel)) for regel in tekening))


class Lemniscaat(Widget):
    """Where the conversation is, drawn large.

    :param namen: the name of each fase.
    """

    DEFAULT_CSS = """
    Lemniscaat { width: 100%; height: 13; }
    """
    BREED, HOOG = 40, 9
    fase = reactive("")

    def __init__(self, namen: Mapping[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._namen = namen

    def render(self) -> Content:
        """Draw the eight with the names around it."""
        namen = [
            (f"{SIGNS[stand]} {self._namen.get(fase, fase)}", STYLES[stand])
            for fase, stand in zip(FASEN, states(self.fase), strict=True)
        ]
        return lines(
            self._row(namen[0], namen[2]),
            words(""),
            draw(self.BREED, self.HOOG, self.fase),
            words(""),
            self._row(namen[1], namen[3]),
        )

    def _row(self, links: tuple[str, str], rechts: tuple[str, str]) -> Content:
        ruimte = max(1, self.BREED - len(links[0]) - len(rechts[0]))
        return words(links, " " * ruimte, rechts)


class Faseregel(Widget):
    """Where the conversation is, on one line.

    :param namen: the name of each fase.
    :param rand: a word that is shown at the right, discreetly.
    """

    DEFAULT_CSS = """
    Faseregel { width: 100%; height: 1; }
    """
    fase = reactive("")

    def __init__(self, namen: Mapping[str, str], rand: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._namen = namen
        self._rand = rand

    def render(self) -> Content:
        """Write the fasen with a sign each; only the name of now when there is no room for all."""
        breedte = self.size.width
        regel = self.line(all_names=True)
        if regel.cell_length > breedte:
            regel = self.line(all_names=False)
        ruimte = breedte - regel.cell_length - len(self._rand)
        return words(regel, " " * ruimte, (self._rand, "$quiet")) if self._rand and ruimte >= 2 else regel

    def line(self, *, all_names: bool) -> Content:
        """Return the line itself.

        :param all_names: whether every fase is named, or only that of now.
        """
        delen: list[tuple[str, str]] = [("∞ ", "$now")]
        for nr, (fase, stand) in enumerate(zip(FASEN, states(self.fase), strict=True)):
            naam = f" {self._namen.get(fase, fase)}" if all_names or stand == "nu" else ""
            delen.append((" ─ " if nr else "", "$line"))
            delen.append((SIGNS[stand] + naam, STYLES[stand]))
        return words(*delen)
