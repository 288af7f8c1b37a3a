"""Finding conversations back: a page of them at a time, or those in which something was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gesprek.archief import Archief, Zeef
from gesprek.model import Gesprek, Taal
from gesprek.taal import _
from gesprek.taal.datums import read_days
from gesprek.vouwen import fold
from gesprek.zoeken import school_year, this_month

PAGINA = 50
"""Conversations, or hits, that are read at once."""
_ALLE = 1_000_000


@dataclass(frozen=True, slots=True)
class Vondst:
    """A conversation that was found.

    :param kernwoord: the word that the student gave it, or empty.
    :param beurt: the turn in which something was found; -1 when that is not what was asked.
    :param tekst: what was said in that turn.
    """

    gesprek: Gesprek
    kernwoord: str = ""
    beurt: int = -1
    tekst: str = ""


class Vinder:
    """Finds in one archive. What it read it knows; make a new one when conversations may have changed."""

    def __init__(self, archief: Archief) -> None:
        self._archief = archief
        self._woorden: dict[str, str] | None = None
        self._alles: tuple[str, Zeef, tuple[str, ...]] | None = None
        """What was looked for last, and all conversations that have it, when those were not too many."""

    @property
    def woorden(self) -> Mapping[str, str]:
        """The kernwoord of each conversation that has one, newest first."""
        if self._woorden is None:
            self._woorden = {k.gesprek: k.woord for k in self._archief.kernwoorden(aantal=_ALLE)}
        return self._woorden

    def page(self, zeef: Zeef, voor: str | None = None, aantal: int = PAGINA) -> list[Vondst]:
        """Return conversations, newest first.

        :param voor: id of the conversation to go on before.
        """
        return [self._found(g) for g in self._archief.sift(zeef, aantal=aantal, voor=voor)]

    def search(self, tekst: str, zeef: Zeef | None = None, aantal: int = PAGINA) -> list[Vondst]:
        """Return where every word of a text occurs: first in names that were given, then in what was said."""
        if not tekst.strip():
            return []
        zeef = zeef or Zeef()
        nauw = replace(zeef, ids=self._still_possible(tekst, zeef))
        genoemd = self._archief.sift(replace(nauw, naam=tekst), aantal=aantal)
        treffers = self._archief.search(tekst, aantal, nauw)
        ids = {g.id for g in genoemd} | {t.gesprek.id for t in treffers}
        self._alles = (fold(tekst), zeef, tuple(ids)) if max(len(genoemd), len(treffers)) < aantal else None
        gezegd = [self._found(t.gesprek, t.beurt.nr, t.beurt.tekst) for t in treffers]
        return [*(self._found(g) for g in genoemd), *gezegd][:aantal]

    def _still_possible(self, tekst: str, zeef: Zeef) -> tuple[str, ...] | None:
        """Return where a text can be, when it goes on from the text before it; None when that is anywhere."""
        if self._alles is None:
            return zeef.ids
        eerder, toen, ids = self._alles
        return ids if toen == zeef and fold(tekst).startswith(eerder) else zeef.ids

    def _found(self, gesprek: Gesprek, beurt: int = -1, tekst: str = "") -> Vondst:
        return Vondst(gesprek, self.woorden.get(gesprek.id, ""), beurt, tekst)

    def words_by_use(self) -> list[tuple[str, int]]:
        """Return the kernwoorden that exist with how often, most used first; of one word its newest spelling."""
        telling: dict[str, tuple[str, int]] = {}
        for woord in self.woorden.values():
            eerste, aantal = telling.get(fold(woord), (woord, 0))
            telling[fold(woord)] = (eerste, aantal + 1)
        return sorted(telling.values(), key=lambda paar: (-paar[1], fold(paar[0])))


def periods(vandaag: date) -> list[tuple[str, date | None, date | None]]:
    """Return the stretches of time to choose from: (name, first day, last day)."""
    return [
        (_("all time"), None, None),
        (_("this month"), *this_month(vandaag)),
        (_("this school year"), *school_year(vandaag)),
        (_("last school year"), *school_year(vandaag, 1)),
    ]


def read_period(tekst: str, vandaag: date, taal: Taal) -> tuple[date | None, date | None] | None:
    """Return the days of a stretch of time as it was typed: ``1-9-2026 tot 31-12-2026``, or ``september``.

    :returns: (first, last); one day is from that day on. None when it holds something else than one or two of these.
    """
    match read_days(tekst, vandaag, taal):
        case [(begin, eind)]:
            return begin, eind if eind != begin else None
        case [(begin, eind), (ander_begin, ander_eind)]:
            return min(begin, ander_begin), max(eind, ander_eind)
    return None
