"""The parts of a conversation that can go into the dossier: what the student ticks, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gesprek.bewoorden import kernwoord_text, small_story
from gesprek.model import Soort
from gesprek.taal import _
from gesprek.taal.datums import format_day
from gesprek.weergave import shorten

if TYPE_CHECKING:
    from gesprek.verloop import Verloop

TRANSCRIPT = "transcript"
"""Id of the part that is the whole conversation, word for word."""
NAMEN = "namen"
"""Id of the tick that lets other people's names through; it is no part of its own."""
HERKEND = "herkend"
PLAN = "plan"
"""Ids of the parts that only a dossier has."""

DEEL_VAN_SLOT = {
    **dict.fromkeys(("ervaring", "plek", "rol", "wie", "gebeurtenis", "aanleiding"), "klein_verhaal"),
    **dict.fromkeys(("verbreden", "verdiepen"), HERKEND),
    **dict.fromkeys(("leefregel", "gebruik", "voordeel", "nadeel"), "leefregel"),
    **dict.fromkeys(("mogelijkheid", "uitproberen", "stap"), "stap"),
    **dict.fromkeys(("kans", "contact", "belemmering"), PLAN),
    **{slot: slot for slot in ("emotie", "kwaliteit", "motief", "rode_draad", "kernwoord", "inzicht", "netwerk")},
    "afspraak": "afspraak",
}
"""The part in which what fills a slot is shared; what fills another slot is never shared but in the transcript."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part that may go into the dossier.

    :param id: the slot it comes from.
    :param regels: the words, the student's to the letter and shortened.
    """

    id: str
    kop: str
    regels: tuple[str, ...]

    def as_line(self) -> str:
        """Return it on one line."""
        return f"{self.kop}: {' · '.join(self.regels)}"


def parts(verloop: Verloop) -> list[Deel]:
    """Return the parts that have words in them and are read back together, in the order of the conversation."""
    verhaal, taal = verloop.verhaal, verloop.gesprek.taal
    kernwoord = verhaal.last("kernwoord")
    afspraken = tuple(
        f"{shorten(a.citaat)} ({format_day(dag, taal)})" if dag else shorten(a.citaat) for a, dag in verhaal.afspraken
    )
    delen = (
        Deel("klein_verhaal", _("Small story"), tuple(f"‘{shorten(c)}’" for c in small_story(verhaal))),
        _quoted(verloop, "emotie", _("Feeling"), 2),
        _quoted(verloop, "kwaliteit", _("Quality"), 2),
        Deel("waarneming", _("What my mentor saw"), observations(verloop)),
        _quoted(verloop, "motief", _("What matters to me"), 2),
        _quoted(verloop, "rode_draad", _("What comes back")),
        _quoted(verloop, "leefregel", _("My rule")),
        Deel("kernwoord", _("My word"), (kernwoord_text(kernwoord),) if kernwoord else ()),
        _quoted(verloop, "inzicht", _("What I take along")),
        _quoted(verloop, "stap", _("My next step")),
        Deel("afspraak", _("What we agreed"), afspraken),
        _quoted(verloop, "netwerk", _("Who can help me")),
    )
    return [deel for deel in delen if deel.regels]


def all_parts(verloop: Verloop) -> list[Deel]:
    """Return every part that a dossier can hold, those of :func:`parts` among them."""
    alleen_dossier = {
        "waarneming": Deel(HERKEND, _("Where I know this from"), _quotes(verloop, ("verbreden", "verdiepen"))),
        "stap": Deel(PLAN, _("How I go about it"), _quotes(verloop, ("kans", "contact", "belemmering"))),
    }
    delen = {deel.id: deel for deel in parts(verloop)}
    volgorde: list[Deel] = []
    for id in _VOLGORDE:
        volgorde += [delen[id]] if id in delen else []
        extra = alleen_dossier.get(id)
        volgorde += [extra] if extra is not None and extra.regels else []
    gezegd = sum(1 for regel in verloop.regels if regel.soort is Soort.ANTWOORD and not regel.vervallen)
    hoeveel = _("everything that was said, {count} answers").format(count=gezegd)
    return [*volgorde, Deel(TRANSCRIPT, _("The whole conversation"), (hoeveel,))]


_VOLGORDE = (
    "klein_verhaal",
    "emotie",
    "kwaliteit",
    "waarneming",
    "motief",
    "rode_draad",
    "leefregel",
    "kernwoord",
    "inzicht",
    "stap",
    "afspraak",
    "netwerk",
)


def observations(verloop: Verloop) -> tuple[str, ...]:
    """Return what the mentor saw."""
    return tuple(r.tekst for r in verloop.regels if r.soort is Soort.WAARNEMING and not r.vervallen and r.tekst)


def _quoted(verloop: Verloop, id: str, kop: str, hoogstens: int = 1) -> Deel:
    return Deel(id, kop, _quotes(verloop, (id,), hoogstens))


def _quotes(verloop: Verloop, slots: tuple[str, ...], hoogstens: int = 1) -> tuple[str, ...]:
    gevuld = (i for slot in slots for i in verloop.verhaal.slots.get(slot, ())[-hoogstens:])
    return tuple(f"‘{shorten(i.citaat)}’" for i in gevuld)
