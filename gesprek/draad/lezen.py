"""From the archive to what runs through the conversations of one student.

What a mentor said is never looked at, and each student stands alone.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gesprek.archief import Archief, Archieffout, Zeef
from gesprek.draad import Grondvorm, Plaats, Terugkeer, Tijdlijn, as_typed
from gesprek.draad.soorten import by_kind
from gesprek.draad.tijdlijn import lay_out
from gesprek.draad.woorden import Gezegd, find_places, returning
from gesprek.inlezen import Inleesfout
from gesprek.model import Citaat, Gesprek, Kernwoord, Taal
from vragen import Competentie

if TYPE_CHECKING:
    from gesprek.bron import Bron

_ALLE = 1_000_000

COMPETENTIES: dict[Competentie, tuple[str, ...]] = {
    "kwaliteitenreflectie": ("kwaliteit",),
    "motievenreflectie": ("motief", "inzicht"),
    "werkexploratie": ("uitproberen", "stap"),
    "loopbaansturing": ("kans", "afspraak"),
    "netwerken": ("netwerk",),
}
"""Which story slots hold what a student said to the questions of each loopbaancompetentie."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make many things at once; none of it can be cleared away yet, and looking takes a sixth of the time."""
    opruimen = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if opruimen:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Gesprekken:
    """The conversations of one student, by their id.

    :param kernwoorden: newest first.
    """

    leerling: str
    koppen: Mapping[str, Gesprek]
    kernwoorden: Sequence[Kernwoord]

    @property
    def talen(self) -> dict[str, Taal]:
        """The language of each."""
        return {id: gesprek.taal for id, gesprek in self.koppen.items()}


def read_conversations(archief: Archief, leerling: str = "") -> Gesprekken:
    """Return the conversations of a student, with the kernwoorden that came of them.

    :raises Archieffout: when it cannot be read; so do all others here.
    """
    with _uncollected():
        koppen = {gesprek.id: gesprek for gesprek in archief.sift(Zeef(leerling=leerling), aantal=_ALLE)}
        return Gesprekken(leerling, koppen, archief.kernwoorden(_ALLE, leerling))


def timeline(
    gesprekken: Gesprekken, grondvorm: Grondvorm = as_typed, citaten: Mapping[str, Citaat] | None = None
) -> Tijdlijn:
    """Return the kernwoorden over time."""
    return lay_out(gesprekken.kernwoorden, gesprekken.koppen, citaten, grondvorm)


def kernwoord_quotes(archief: Archief, leerling: str = "") -> dict[str, Citaat]:
    """Return where the kernwoord of each conversation stands."""
    return {g.gesprek: g.citaat for g in archief.gevuld({"kernwoord"}, leerling)}


def words_back(archief: Archief, gesprekken: Gesprekken, grondvorm: Grondvorm = as_typed) -> list[Terugkeer]:
    """Return which of the student's words come back across conversations."""
    with _uncollected():
        return returning(archief.told(gesprekken.leerling), gesprekken.talen, grondvorm)


def read_said(archief: Archief, gesprekken: Gesprekken) -> Gezegd:
    """Return what a student typed in each conversation, to find words in."""
    gezegd: dict[str, list[tuple[int, str]]] = {}
    for gesprek, nr, tekst in archief.said(gesprekken.leerling):
        gezegd.setdefault(gesprek, []).append((nr, tekst))
    return gezegd


def places_of(woord: Terugkeer, gesprekken: Gesprekken, gezegd: Gezegd, meest: int = _ALLE) -> list[Plaats]:
    """Return where a word that comes back stands, oldest first; of many the newest.

    :param gezegd: see :func:`read_said`.
    """
    bekend = [id for id in woord.gesprekken if id in gesprekken.koppen]
    dagen = {id: gesprekken.koppen[id].begonnen.date() for id in bekend[-meest:]}
    return find_places(woord, gezegd, dagen)


def quotes(archief: Archief, leerling: str, *slots: str) -> list[Plaats]:
    """Return what a student said that fills these slots, oldest first; the same place only once."""
    gevonden = {}
    for g in archief.gevuld(set(slots), leerling):
        if tekst := g.citaat.tekst.strip():
            gevonden[g.gesprek, g.citaat.beurt] = Plaats(g.gesprek, g.datum, g.citaat.beurt, tekst)
    return [gevonden[plek] for plek in sorted(gevonden)]


def activities(archief: Archief, gesprekken: Gesprekken, taal: Taal) -> list[tuple[str, list[Plaats]]]:
    """Return the experiences that conversations began with, per kind of activity."""
    ervaringen = [
        (plaats, gesprekken.koppen[plaats.gesprek].taal)
        for plaats in quotes(archief, gesprekken.leerling, "ervaring")
        if plaats.gesprek in gesprekken.koppen
    ]
    return by_kind(ervaringen, taal)


def fill_missing(
    archief: Archief, leerling: str = "", hoogstens: int = _ALLE, voorbij: Collection[str] = ()
) -> list[str]:
    """Read conversations from before places were kept again, and keep them; return their ids.

    One that cannot be read any more is passed over: the others must not wait for it.

    :param voorbij: what was read already and had nothing to keep.
    """
    from gesprek.bewoorden import Geschiedenis
    from gesprek.bron import bron_from_content
    from gesprek.sessie import verloop_of

    ids = [id for id in archief.ongevuld(leerling) if id not in voorbij][:hoogstens]
    bronnen: dict[str, Bron] = {}
    for id in ids:
        try:
            gesprek, beurten = archief.read(id)
            if gesprek.bron not in bronnen:
                bronnen[gesprek.bron] = bron_from_content(archief.read_bron(gesprek.bron))
            # which wordings were used before does not matter to what fills a slot
            eerder = archief.open_afspraken(voor=id, leerling=leerling), archief.finished_before(id, leerling)
            verloop = verloop_of(gesprek.modus).replay(
                bronnen[gesprek.bron], gesprek, beurten, Geschiedenis({}, *eerder)
            )
            archief.write_gevuld(id, verloop.opbrengst().gevuld)
        except (Archieffout, Inleesfout, LookupError, ValueError):
            continue
    return ids
