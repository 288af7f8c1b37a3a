"""What is said in the drill: the question, what came of an answer, and the end of a round. For every front end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gesprek.model import Taal
from gesprek.oefenen.drill import POGINGEN, Herschrijving, Optie, Uitslag
from gesprek.oefenen.opgaven import Opgave
from gesprek.oefenen.sessie import Afsluiting
from gesprek.regels.oordeel import Opmerking, Regelnaam
from gesprek.taal import _, ngettext
from vragen.regels import load_regels

_ZINSEINDE = re.compile(r"(?<=[.!?]) ")
_WEEK = 7
_NAGEKEKEN = 3
"""Rules that are explained at the end of a round: more is not read."""

Zinsoort = Literal["goed", "mis", "breuk", "uitleg", "regel", "voorbeeld", "gehouden", "twijfel", "verder"]


@dataclass(frozen=True, slots=True)
class Zin:
    """Something that is said of an answer.

    :param citaat: the words that it is about, as they were said or typed; it begins with them.
    """

    soort: Zinsoort
    tekst: str
    citaat: str = ""

    @property
    def whole(self) -> str:
        """The sentence with the words that it is about before it."""
        return f"‘{self.citaat}’: {self.tekst}" if self.citaat else self.tekst


def name_option(optie: Optie, taal: Taal) -> str:
    """Return an option as it is offered: ``breekt: Geen waarom``."""
    naam = load_regels().find(optie.regel).naam.in_taal(taal)
    return (_("breaks: {rule}") if optie.gebroken else _("keeps: {rule}")).format(rule=naam)


def explain_option(optie: Optie, taal: Taal) -> str:
    """Return what it is to break or keep this rule."""
    regel = load_regels().find(optie.regel)
    return (regel.gebroken if optie.gebroken else regel.gehouden).in_taal(taal)


def name_rule(regel: Regelnaam, taal: Taal) -> str:
    """Return the name of a rule."""
    return load_regels().find(regel).naam.in_taal(taal)


def sentence_of(regel: Regelnaam, taal: Taal) -> str:
    """Return a rule in one sentence, the first of its text."""
    return _ZINSEINDE.split(load_regels().find(regel).tekst.in_taal(taal))[0]


def question(opgave: Opgave) -> str:
    """Return what is asked about an utterance."""
    if opgave.code is None or opgave.soort == "herken":
        return _("Which rule does this break or keep?")
    breuk = load_regels().schending(opgave.code).naam.in_taal(opgave.taal)
    return _("Say it in another way. Without: {break_}.").format(break_=breuk)


def discuss(uitslag: Uitslag) -> Iterator[Zin]:
    """Yield what is said of an answer, in order."""
    if uitslag.herschreven:
        yield from _discuss_rewriting(uitslag, uitslag.herschreven)
    elif uitslag.gekozen:
        yield from _discuss_choice(uitslag, uitslag.gekozen)
    if uitslag.af and not (uitslag.goed and uitslag.herschreven):
        yield from _explain(uitslag.opgave)
    elif uitslag.af and uitslag.opgave.beter:
        yield Zin("voorbeeld", _("This is possible too: {example}").format(example=f"‘{uitslag.opgave.beter}’"))
    if uitslag.terug:
        yield Zin("verder", _("This one comes back in a moment."))


def _discuss_choice(uitslag: Uitslag, gekozen: Optie) -> Iterator[Zin]:
    opgave, taal = uitslag.opgave, uitslag.opgave.taal
    naam = name_rule(opgave.regel, taal)
    if uitslag.goed:
        zin = _("Right. This breaks “{rule}”.") if opgave.gebroken else _("Right. This keeps “{rule}”.")
        yield Zin("goed", zin.format(rule=naam))
        return
    zin = _("Not that one. This breaks “{rule}”.") if opgave.gebroken else _("Not that one. This keeps “{rule}”.")
    yield Zin("mis", zin.format(rule=naam))
    yield Zin("verder", _("You chose “{option}”.").format(option=name_option(gekozen, taal)))


def _explain(opgave: Opgave) -> Iterator[Zin]:
    taal = opgave.taal
    yield Zin("uitleg", opgave.uitleg)
    if opgave.beter:
        yield Zin("voorbeeld", _("For instance: {example}").format(example=f"‘{opgave.beter}’"))
    nr = load_regels().find(opgave.regel).nr
    yield Zin("regel", _("Rule {nr}: {text}").format(nr=nr, text=sentence_of(opgave.regel, taal)))


def _discuss_rewriting(uitslag: Uitslag, herschreven: Herschrijving) -> Iterator[Zin]:
    taal, oordeel = uitslag.opgave.taal, herschreven.oordeel
    nog_niet = _("Not this time; look at the example.") if uitslag.af else _("Not yet.")
    match herschreven.mis:
        case "":
            yield Zin("goed", _("Right. You can say it like this."))
        case "leeg":
            yield Zin("mis", _("There is nothing there yet. Type what you would say."))
        case "zelfde":
            yield Zin("mis", nog_niet)
            yield Zin("breuk", _("That is the same sentence."))
        case "vraagt_niet":
            yield Zin("mis", nog_niet)
            yield Zin("breuk", _("Nothing is asked, and nothing invites to tell."))
        case "breekt":
            yield Zin("mis", nog_niet)
    for opmerking in oordeel.opmerkingen:
        yield Zin("breuk", _name_break(opmerking, taal), _quote(herschreven.tekst, opmerking))
    for opmerking in oordeel.twijfel:
        naam = load_regels().schending(opmerking.code).naam.in_taal(taal)
        zin = _("{break_}? People differ about this; it counts as right.").format(break_=naam)
        yield Zin("twijfel", zin, _quote(herschreven.tekst, opmerking))
    lof = dict.fromkeys(load_regels().find(regel).lof.in_taal(taal) for regel in oordeel.houdt)
    if lof:
        yield Zin("gehouden", _("What goes well: {praise}").format(praise=" ".join(lof)))
    if not uitslag.af and 0 < uitslag.over < POGINGEN:
        zin = ngettext("You can try once more.", "You can try {count} more times.", uitslag.over)
        yield Zin("verder", zin.format(count=uitslag.over))


def _name_break(opmerking: Opmerking, taal: Taal) -> str:
    schending = load_regels().schending(opmerking.code)
    return f"{schending.naam.in_taal(taal)}. {schending.uitleg.in_taal(taal)}"


def _quote(tekst: str, opmerking: Opmerking) -> str:
    return tekst[opmerking.van : opmerking.tot]


def distress(taal: Taal) -> str:
    """Return what is said when the trainee's own words are a sign of serious distress, with who to call under it."""
    from vragen import load_bank, load_hulp

    tekst = load_bank().find("zorg.tekst").units[0].tekst.in_taal(taal)
    return "\n".join([tekst, *(f"{h.naam.in_taal(taal)}: {h.nummer} ({h.wanneer.in_taal(taal)})" for h in load_hulp())])


# the end of a round


def when(dag: date, vandaag: date) -> str:
    """Return a day as people say it: ``morgen``, ``over 3 dagen``."""
    dagen = (dag - vandaag).days
    if dagen <= 1:
        return _("tomorrow")
    if dagen < 2 * _WEEK:
        return ngettext("in {count} day", "in {count} days", dagen).format(count=dagen)
    weken = round(dagen / _WEEK)
    return ngettext("in {count} week", "in {count} weeks", weken).format(count=weken)


def count_right(einde: Afsluiting) -> str:
    """Return how many went right. It is a number, no grade."""
    return _("Right: {right} of {done}.").format(right=einde.goed, done=einde.van)


def look_again(einde: Afsluiting, taal: Taal) -> list[tuple[str, str]]:
    """Return what to look at again: (name of a rule, its sentence); beyond the first few the names alone."""
    regels = [(name_rule(regel, taal), sentence_of(regel, taal)) for regel in einde.regels[:_NAGEKEKEN]]
    rest = [name_rule(regel, taal) for regel in einde.regels[_NAGEKEKEN:]]
    return regels + ([(_("And also"), "; ".join(rest) + ".")] if rest else [])


def whats_next(einde: Afsluiting, *, bewaard: bool) -> list[str]:
    """Return what comes after this round, one sentence each."""
    zinnen = []
    if einde.wachtend:
        zin = ngettext("{count} sentence is waiting for you.", "{count} sentences are waiting for you.", einde.wachtend)
        zinnen.append(zin.format(count=einde.wachtend))
    if einde.volgende:
        zinnen.append(_("The first to come back does so {when}.").format(when=when(einde.volgende, einde.vandaag)))
    elif not bewaard:
        zinnen.append(_("Nothing of this is kept."))
    return zinnen
