"""The plain history: earlier conversations, and what was agreed, in numbered lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gesprek.agenda import in_order
from gesprek.archief import Archief, Archieffout, Zeef
from gesprek.gewoon import line_reader
from gesprek.model import Taal
from gesprek.regelbreuk import say
from gesprek.samen.sessie import resume
from gesprek.sessie import local_now
from gesprek.taal import _
from gesprek.taal.datums import format_day
from gesprek.verteld import mode_name, status_name, tell, transcript
from gesprek.vinden import Vinder, Vondst
from gesprek.zoeken import in_context

_TEGELIJK = 10
"""Conversations that are read out at once."""
_CONTEXT = 100

Lees = Callable[[], str | None]


def lead_earlier(archief: Archief, taal: Taal) -> None:
    """List earlier conversations, search in them, and read one."""
    lees = line_reader()
    vinder = Vinder(archief)
    gezocht, vanaf = "", 0
    vondsten = vinder.page(Zeef(), aantal=_TEGELIJK)
    while vondsten:
        _list(vondsten[vanaf:], vanaf, gezocht, taal)
        say(_("Type a number to read, words to search, + for more, or just Enter to stop."))
        regel = (lees() or "").strip()
        if not regel:
            return
        if regel == "+":
            nieuw = [] if gezocht else vinder.page(Zeef(), voor=vondsten[-1].gesprek.id, aantal=_TEGELIJK)
            vanaf = len(vondsten) if nieuw else vanaf
            vondsten += nieuw
            if not nieuw:
                say(_("There are no more."))
        elif regel.isdecimal() and 1 <= int(regel) <= len(vondsten):
            _read(archief, vondsten[int(regel) - 1].gesprek.id, lees, taal)
        elif gevonden := vinder.search(regel, aantal=_TEGELIJK):
            vondsten, vanaf, gezocht = gevonden, 0, regel
        else:
            say(_("Nothing found."))


def _list(vondsten: Sequence[Vondst], vanaf: int, gezocht: str, taal: Taal) -> None:
    for nr, vondst in enumerate(vondsten, vanaf + 1):
        g = vondst.gesprek
        delen = [format_day(g.begonnen.date(), taal), g.kop or _("Nothing told yet")]
        delen += [_("word: {word}").format(word=vondst.kernwoord)] if vondst.kernwoord else []
        delen += [mode_name(g.modus)] if g.modus == "samen" else []
        delen += [g.leerling] if g.leerling else []
        delen += [] if g.klaar else [_("not finished")]
        say(f"{nr}. " + ", ".join(delen))
        if gezocht:
            gevonden = in_context(vondst.tekst, gezocht, _CONTEXT).as_text() if vondst.beurt >= 0 else _("in its name")
            say("   " + gevonden)


def _read(archief: Archief, id: str, lees: Lees, taal: Taal) -> None:
    """Read one conversation out: the story, and all that was said when that is asked for."""
    try:
        verloop = resume(archief, id).verloop
        afspraken = archief.afspraken(id)
    except Archieffout as fout:
        say(_("Error: {message}").format(message=fout))
        return
    say()
    say(format_day(verloop.gesprek.begonnen.date(), taal) + ", " + (verloop.gesprek.kop or id))
    for hoofdstuk in tell(verloop, afspraken):
        say("\n" + hoofdstuk.naam)
        for alinea in hoofdstuk.alineas:
            say("\n".join([f"{alinea.kop}:"] * bool(alinea.kop) + list(alinea.regels)))
    say()
    say(_("Type a for all that was said, or just Enter to go back."))
    if (lees() or "").strip().casefold() == "a":
        mentor = verloop.gesprek.mentor or _("Mentor")
        voor = {"mentor": f"{mentor}: ", "gezien": _("{name} saw:").format(name=mentor) + " "}
        for gezegd in transcript(verloop):
            eigen = "" if gezegd.soort in ("programma", "fase") else "> "
            say(voor.get(gezegd.soort, eigen) + gezegd.tekst)
    say()


def lead_agreements(archief: Archief, taal: Taal) -> None:
    """List what was agreed, and let the student say what became of it."""
    lees = line_reader()
    while afspraken := in_order(archief.all_afspraken(), local_now().date()):
        for nr, afspraak in enumerate(afspraken, 1):
            dag = [format_day(afspraak.datum, taal)] if afspraak.datum else []
            say(f"{nr}. " + ", ".join([afspraak.tekst, *dag, status_name(afspraak.status)]))
        say(_("Type a number to say what became of it, or just Enter to stop."))
        regel = (lees() or "").strip()
        if not (regel.isdecimal() and 1 <= int(regel) <= len(afspraken)):
            return
        gekozen = afspraken[int(regel) - 1]
        for nr, naam in enumerate((_("I did it"), _("No longer needed"), _("Still open")), 1):
            say(f"{nr}. {naam}")
        antwoord = (lees() or "").strip()
        if antwoord in ("1", "2", "3"):
            archief.write_status(gekozen.gesprek, gekozen.nr, ("gedaan", "vervallen", "open")[int(antwoord) - 1])
