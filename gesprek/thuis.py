"""The plain home: the same choices as the home screen, numbered."""

from __future__ import annotations

from collections.abc import Callable

from gesprek.agenda import has_come, wanted
from gesprek.archief import Archief
from gesprek.gewoon import lead_plain, line_reader
from gesprek.model import Gesprek, Taal
from gesprek.oefenen.gewoon import lead_plain as lead_drill
from gesprek.oefenen.sessie import Drillsessie
from gesprek.regelbreuk import say
from gesprek.samen.gewoon import lead_plain as lead_samen
from gesprek.samen.sessie import Samensessie, resume
from gesprek.sessie import Sessie, local_now
from gesprek.taal import _
from gesprek.taal.datums import format_day

Ingang = tuple[str, Callable[[], None]]


def lead_home(archief: Archief, taal: Taal) -> None:
    """Offer what can be begun and gone on with, and lead what is chosen."""
    say(_("gesprek: look back on an experience, find your word, choose a next step."))
    _say_what_is_open(archief, taal)
    ingangen = [*_conversations(archief, taal), *_earlier(archief, taal), *_for_mentors(archief, taal)]
    for nr, (naam, _doet) in enumerate(ingangen, 1):
        say(f"{nr}. {naam}")
    say(_("Type a number, or just Enter to stop."))
    keuze = (line_reader()() or "").strip()
    if keuze.isdecimal() and 1 <= int(keuze) <= len(ingangen):
        ingangen[int(keuze) - 1][1]()


def _conversations(archief: Archief, taal: Taal) -> list[Ingang]:
    def go_on(gesprek: Gesprek) -> Ingang:
        naam = _("Go on with: {title}").format(title=gesprek.titel or gesprek.id)
        return naam, lambda: _lead(resume(archief, gesprek.id))

    return [
        (_("A new conversation"), lambda: _lead(Sessie.begin(archief, "loopbaangesprek", taal))),
        (_("A short conversation"), lambda: _lead(Sessie.begin(archief, "kort", taal))),
        *(go_on(gesprek) for gesprek in archief.recent(aantal=5, klaar=False)),
        (
            _("Together, mentor and student at one screen"),
            lambda: _lead(Samensessie.begin(archief, "loopbaangesprek", taal, "samen")),
        ),
    ]


def _say_what_is_open(archief: Archief, taal: Taal) -> None:
    """Bring up again what was agreed; what is older than is kept is said in one sentence."""
    from gesprek.archief.bewaartermijn import retention_line

    nu = local_now()
    for afspraak in archief.open_afspraken():
        dag = format_day(afspraak.datum, taal) if afspraak.datum else ""
        if has_come(afspraak, nu.date()):
            say(wanted(afspraak, dag, afspraak.tekst) + " " + _("How did it go?"))
        else:
            say(_("You agreed: {text}").format(text=afspraak.tekst) + (f" ({dag})" if dag else ""))
    if verlopen := retention_line(archief, nu):
        say(verlopen)


def _earlier(archief: Archief, taal: Taal) -> list[Ingang]:
    """Return what there is to look at; nothing in an empty archive."""
    from gesprek.thuis_eerder import lead_agreements, lead_earlier

    ingangen: list[Ingang] = []
    if archief.recent(aantal=1):
        ingangen.append((_("Earlier conversations"), lambda: lead_earlier(archief, taal)))
    if archief.open_afspraken():
        ingangen.append((_("My agreements"), lambda: lead_agreements(archief, taal)))
    return ingangen


def _for_mentors(archief: Archief, taal: Taal) -> list[Ingang]:
    return [
        (_("Learning the rules, for mentors"), lambda: lead_drill(Drillsessie(archief, taal))),
        (_("Practising with a student, for mentors"), lambda: _practise(archief, taal)),
    ]


def _lead(sessie: Sessie) -> None:
    if isinstance(sessie, Samensessie):
        lead_samen(sessie)
    else:
        lead_plain(sessie)


def _practise(archief: Archief, taal: Taal) -> None:
    """Ask which student, and lead the talk."""
    from gesprek.oefenen.gewoon_gesprek import lead_plain as lead_talk
    from gesprek.oefenen.leerlingen import load_student, student_names
    from gesprek.oefenen.oefensessie import Oefensessie

    leerlingen = [leerling for leerling in map(load_student, student_names()) if taal in leerling.talen]
    for nr, leerling in enumerate(leerlingen, 1):
        say(f"{nr}. {leerling.beschrijving.in_taal(taal)}")
    say(_("Type a number, or just Enter to stop."))
    keuze = (line_reader()() or "").strip()
    if keuze.isdecimal() and 1 <= int(keuze) <= len(leerlingen):
        sessie = Oefensessie(archief, leerlingen[int(keuze) - 1], taal)
        lead_talk(sessie.gesprek, "vraag")
        if melding := sessie.keep():
            say(melding)
