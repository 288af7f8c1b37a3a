"""What a conversation of two can put into the dossier: the parts of the story that the student ticks."""

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


def chosen(verloop: Verloop) -> list[Deel]:
    """Return the parts that the student ticked."""
    gekozen = str(verloop.verhaal.value("dossier") or "").split()
    return [deel for deel in parts(verloop) if deel.id in gekozen]


def parts(verloop: Verloop) -> list[Deel]:
    """Return the parts that have words in them, in the order of the conversation."""
    verhaal, taal = verloop.verhaal, verloop.gesprek.taal

    def quoted(id: str, kop: str, hoogstens: int = 1) -> Deel:
        return Deel(id, kop, tuple(f"‘{shorten(i.citaat)}’" for i in verhaal.slots.get(id, ())[-hoogstens:]))

    kernwoord = verhaal.last("kernwoord")
    afspraken = tuple(
        f"{shorten(a.citaat)} ({format_day(dag, taal)})" if dag else shorten(a.citaat) for a, dag in verhaal.afspraken
    )
    gezien = tuple(r.tekst for r in verloop.regels if r.soort is Soort.WAARNEMING and not r.vervallen and r.tekst)
    delen = (
        Deel("klein_verhaal", _("Small story"), tuple(f"‘{shorten(c)}’" for c in small_story(verhaal))),
        quoted("emotie", _("Feeling"), 2),
        quoted("kwaliteit", _("Quality"), 2),
        Deel("waarneming", _("What my mentor saw"), gezien),
        quoted("motief", _("What matters to me"), 2),
        quoted("rode_draad", _("What comes back")),
        quoted("leefregel", _("My rule")),
        Deel("kernwoord", _("My word"), (kernwoord_text(kernwoord),) if kernwoord else ()),
        quoted("inzicht", _("What I take along")),
        quoted("stap", _("My next step")),
        Deel("afspraak", _("What we agreed"), afspraken),
        quoted("netwerk", _("Who can help me")),
    )
    return [deel for deel in delen if deel.regels]
