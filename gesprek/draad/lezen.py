"""From the archive to what runs through the conversations of one student.

What a mentor said is never looked at, and each student stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gesprek.archief import Archief, Archieffout, Zeef
from gesprek.draad import Grondvorm, Plaats, Terugkeer, Tijdlijn, as_typed
from gesprek.draad.soorten import by_kind
from gesprek.draad.tijdlijn import lay_out
from gesprek.draad.woorden import find_places, returning
from gesprek.inlezen import Inleesfout
from gesprek.model import Citaat, Gesprek, Kernwoord, Taal
from gesprek.taal import _

_ALLE = 1_000_000

COMPETENTIES: dict[str, tuple[str, ...]] = {
    "kwaliteitenreflectie": ("kwaliteit",),
    "motievenreflectie": ("motief", "inzicht"),
    "werkexploratie": ("uitproberen", "stap"),
    "loopbaansturing": ("kans", "afspraak"),
    "netwerken": ("netwerk",),
}
"""Which story slots hold what a student said to the questions of each loopbaancompetentie."""


def competence_name(competentie: str) -> tuple[str, str]:
    """Return the name of a competence, and its question as the handreiking has it."""
    return {
        "kwaliteitenreflectie": (_("Reflecting on qualities"), _("What can I do best, and how do I know?")),
        "motievenreflectie": (_("Reflecting on motives"), _("What do I stand for?")),
        "werkexploratie": (_("Exploring work"), _("Where am I most in my place?")),
        "loopbaansturing": (_("Steering my career"), _("How do I reach my goal?")),
        "netwerken": (_("Networking"), _("Who can help me reach my goal?")),
    }[competentie]


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
    return returning(archief.told(gesprekken.leerling), gesprekken.talen, grondvorm)


def places_of(archief: Archief, gesprekken: Gesprekken, woord: Terugkeer) -> list[Plaats]:
    """Return where a word that comes back stands, oldest first."""
    dagen = {id: gesprek.begonnen.date() for id, gesprek in gesprekken.koppen.items()}
    return find_places(woord, archief.said(gesprekken.leerling), dagen)


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


def fill_missing(archief: Archief, leerling: str = "", hoogstens: int = _ALLE) -> int:
    """Read conversations from before places were kept again, and keep them; return how many.

    One that cannot be read any more is passed over: the others must not wait for it.
    """
    from gesprek.sessie import Sessie

    gevuld = 0
    for id in archief.ongevuld(leerling)[:hoogstens]:
        try:
            archief.write_gevuld(id, Sessie.resume(archief, id).verloop.opbrengst().gevuld)
            gevuld += 1
        except (Archieffout, Inleesfout, KeyError):
            continue
    return gevuld
