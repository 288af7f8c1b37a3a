"""What a trainee is told of a turn and of the whole: what it broke and kept, a hint, the student's side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprek.model import Taal
from gesprek.oefenen.fragmenten import can_be_told
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.oefenen.reactie import Antwoord
from gesprek.oefenen.zet import recognise
from gesprek.oefenen.zorg import Zorg, helps
from gesprek.regels import toets
from gesprek.regels.anders import alternative_for
from gesprek.taal import _
from vragen.regels import load_regels


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """An own alternative of the trainee beside what was said first.

    :param nog: codes that the alternative breaks; ``weg``: codes that it no longer breaks.
    :param opent: whether it leaves the student room.
    """

    weg: tuple[str, ...]
    nog: tuple[str, ...]
    opent: bool

    @property
    def better(self) -> bool:
        """Whether it breaks nothing and leaves room."""
        return not self.nog and self.opent


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing that an utterance kept or broke.

    :param code: the rule that is kept, or the code of what is broken.
    :param citaat: the words that do so, to the letter.
    :param uitleg: why it matters; for what is broken only.
    """

    gehouden: bool
    code: str
    naam: str
    citaat: str
    uitleg: str = ""


def points(antwoord: Antwoord, taal: Taal) -> Iterator[Punt]:
    """Yield what was broken, with the exact words, and what was kept."""
    regels, tekst = load_regels(), antwoord.uiting
    for o in antwoord.zet.oordeel.opmerkingen:
        schending = regels.schending(o.code)
        uitleg = schending.uitleg.in_taal(taal)
        yield Punt(False, o.code, schending.naam.in_taal(taal), tekst[o.van : o.tot], uitleg)
    for g in antwoord.zet.oordeel.gehouden:
        yield Punt(True, g.regel, regels.find(g.regel).naam.in_taal(taal), tekst[g.van : g.tot])


def discuss(antwoord: Antwoord, taal: Taal) -> Iterator[str]:
    """Yield what was broken, with the exact words, and what was kept, as sentences."""
    for punt in points(antwoord, taal):
        teken = "✓" if punt.gehouden else "✗"
        yield f"{teken} {punt.naam}: ‘{punt.citaat}’" + (f". {punt.uitleg}" if punt.uitleg else "")
    zorg = [f"{'✓' if goed else '✗'} {zin}" for goed, zin in care(antwoord)]
    yield from zorg
    if not antwoord.zet.oordeel.opmerkingen and not antwoord.zet.oordeel.gehouden and not zorg:
        yield _("This breaks nothing, and keeps nothing visible either.")
    yield moved(antwoord)


def care(antwoord: Antwoord) -> Iterator[tuple[bool, str]]:
    """Yield what an utterance did for a student who told something serious: (whether it is right, a sentence)."""
    zet = antwoord.zet
    if "geheim" in zet.zorg:
        yield (
            False,
            _(
                "You promise to tell nobody. You cannot keep that: who is not safe needs others. "
                "Say that you will do nothing behind the student’s back."
            ),
        )
    if not antwoord.voor.alarm:
        return
    for wat, zin in _care_names().items():
        if wat in zet.zorg and helps(zet.zorg):
            yield True, zin
    if antwoord.soort in ("alarm_graven", "alarm_verder"):
        yield False, _("You go on asking. Here it stops: say that you heard it, and who can help.")
    if antwoord.soort == "afsluiten" and not antwoord.na.hulp:
        yield False, _("You end it here, and nobody else knows. Say who can help first.")


def _care_names() -> dict[Zorg, str]:
    return {
        "stopt": _("You put your questions aside."),
        "blijft": _("You stay, and you let the student know."),
        "helper": _("You ask who may be there."),
        "hulp": _("You say who can help."),
        "veilig": _("You ask whether it is safe now."),
        "nodig": _("You ask what the student needs now."),
        "eerlijk": _("You are honest: this cannot stay between you two."),
    }


def moved(antwoord: Antwoord) -> str:
    """Return in words what an utterance did to the openness."""
    if antwoord.soort in ("alarm_graven", "alarm_verder"):
        return _("The student pulls back.")
    verschil = antwoord.na.vertrouwen.v - antwoord.voor.vertrouwen.v
    if verschil > 0:
        return _("The student opened a little.")
    if verschil < 0:
        return _("The student closed a little.")
    return _("The student stayed as open as before.")


def example(antwoord: Antwoord, taal: Taal) -> str:
    """Return another way to say it, or empty when nothing was broken."""
    for o in antwoord.zet.oordeel.opmerkingen:
        if anders := alternative_for(o, antwoord.uiting, taal, list(antwoord.voor.gezegd)):
            return anders
    return ""


def compare(antwoord: Antwoord, poging: str, taal: Taal) -> Vergelijking:
    """Return how the trainee's own alternative does beside what was said."""
    oordeel = toets(poging, taal, antwoord.voor.gezegd)
    zet = recognise(poging, taal, antwoord.voor.gezegd, oordeel=oordeel)
    was = antwoord.zet.oordeel.schendt
    return Vergelijking(
        weg=tuple(c for c in was if c not in oordeel.schendt),
        nog=oordeel.schendt,
        opent=zet.open or bool(zet.spiegelt) or zet.erkent or zet.soort == "stilte",
    )


def tell_comparison(vergelijking: Vergelijking, taal: Taal) -> str:
    """Return a comparison in a sentence."""
    regels = load_regels()
    if vergelijking.nog:
        namen = ", ".join(regels.schending(c).naam.in_taal(taal) for c in vergelijking.nog)
        return _("This still breaks something: {names}.").format(names=namen)
    if not vergelijking.opent:
        return _("This breaks nothing now, but it does not invite to tell either.")
    return _("Better: this breaks nothing and leaves room.")


def hint(gesprek: Oefengesprek) -> str:
    """Return what could be tried now, without saying what the student would tell."""
    toestand = gesprek.toestand
    if toestand.alarm:
        return _next_care(gesprek) or _("You did what you can do. Agree on what happens next, and stay until it does.")
    if toestand.vertrouwen.w >= 3:
        return _("The student wants to stop. Say what you did, and leave it to the student.")
    if any(g.stand in ("open", "terug") for g in toestand.gevoelens):
        return _("The student used a feeling word. Say that word back, and ask what happened.")
    return next_step(gesprek) or _("You have heard the story. Thank the student.")


def next_step(gesprek: Oefengesprek) -> str:
    """Return what the conversation has not come to yet, as something to do; empty when it has come to everything."""
    if gesprek.toestand.alarm:
        return _next_care(gesprek)
    slots = {f.slot for f in gesprek.leerling.fragmenten if f.id in gesprek.toestand.verteld}
    stappen = [
        ("ervaring", _("Invite the student to tell about one moment.")),
        ("gebeurtenis", _("Ask what exactly happened: who, where, what was said.")),
        ("emotie", _("Ask how that was.")),
        ("aanleiding", _("Ask what happened just before the feeling.")),
        ("motief", _("Ask what was important about it.")),
        ("verbreden", _("Ask whether this plays elsewhere too.")),
        ("verdiepen", _("Ask whether this happened before.")),
        ("rode_draad", _("Let the student lay the stories side by side.")),
        ("kernwoord", _("Ask which word the student would give it.")),
        ("mogelijkheid", _("Look ahead through that word.")),
        ("stap", _("Ask for one small step.")),
        ("netwerk", _("Ask who can help.")),
        ("afspraak", _("Ask what exactly, and when.")),
    ]
    return next((zin for slot, zin in stappen if slot not in slots), "")


def _next_care(gesprek: Oefengesprek) -> str:
    """Return what is still to be done for a student who told something serious; empty when all is done."""
    zorg = {wat for b in gesprek.beurten if b.voor.alarm for wat in b.zet.zorg}
    if not zorg - {"geheim"}:
        return _("Stop asking. Say that you heard it, and who can help.")
    if not zorg & {"blijft", "stopt"}:
        return _("Say that you stay.")
    if "helper" not in zorg:
        return _("Ask who may be there.")
    return "" if "hulp" in zorg else _("Say who can help: the care coordinator, Kindertelefoon, 112 if it is urgent.")


def other_side(gesprek: Oefengesprek) -> Iterator[str]:
    """Yield how it is for the student now: how open, and what is held back, by how much and not what."""
    toestand = gesprek.toestand
    yield {
        "gesloten": _("I keep it short with you."),
        "gematigd": _("I am telling you something, but not all."),
        "open": _("I feel I can tell you things."),
    }[toestand.vertrouwen.openness]
    if toestand.vertrouwen.w:
        yield _("Something you said makes me want to stop.")
    if any(g.stand == "gevallen" for g in toestand.gevoelens):
        yield _("I said how it was for me, and you went on to something else.")
    if gesprek.beurten and gesprek.beurten[-1].soort == "invullen_eens":
        yield _("I said yes, but it was not like that.")
    kan = sum(can_be_told(gesprek.leerling, toestand, f) for f in gesprek.leerling.fragmenten)
    yield _("Things I would tell you now, if you ask: {count}.").format(count=kan)
    over = len(gesprek.leerling.fragmenten) - len(toestand.verteld) - kan
    yield _("Things I still keep to myself: {count}.").format(count=over)


def close_lines(gesprek: Oefengesprek) -> Iterator[str]:
    """Yield what it came to, without a mark: what was disclosed, one strength, one thing to practise."""
    eind, regels, taal = gesprek.close(), load_regels(), gesprek.taal
    if zorg := distress_told(gesprek):
        yield zorg
        if straks := next_step(gesprek):
            yield _("To practise: {name}").format(name=straks)
        return
    yield _("Told: {told} of {all} things.").format(told=eind.vrijgegeven, all=eind.van)
    if eind.kernwoord:
        yield _("The student found a word for it.")
    if eind.gehouden:
        sterk = max(eind.gehouden, key=lambda r: eind.gehouden[r])
        yield _("Strong: {rule}").format(rule=regels.find(sterk).lof.in_taal(taal))
    if eind.geschonden:
        zwak = max(eind.geschonden, key=lambda c: eind.geschonden[c])
        yield _("To practise: {name}").format(name=regels.schending(zwak).naam.in_taal(taal))


def distress_told(gesprek: Oefengesprek) -> str:
    """Return what is to be said about a sign of distress; empty when the student gave none."""
    toestand = gesprek.toestand
    if not toestand.alarm:
        return ""
    if any("geheim" in b.zet.zorg for b in gesprek.beurten if b.voor.alarm):
        return _(
            "This student told something serious, and you promised to tell nobody. "
            "Do not promise that: say who can help, and that you stay."
        )
    graaft = sum(b.soort in ("alarm_graven", "alarm_verder") for b in gesprek.beurten)
    if toestand.hulp and graaft:
        return _(
            "This student told something serious. You did something about it, but you also went on asking. "
            "Stop at once next time: that you heard it is enough."
        )
    if toestand.hulp:
        return _(
            "This student told something serious. You put the conversation aside, and pointed to help. That is it."
        )
    return _("This student told something serious. Then only one thing matters: stop asking, and say who can help.")


def introduce(leerling: Leerling, taal: Taal) -> str:
    """Return who the student is."""
    return leerling.beschrijving.in_taal(taal)
