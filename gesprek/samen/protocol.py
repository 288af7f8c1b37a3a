"""``gesprek samen --json``: the protocol of ``zelf --json`` for two, so that a session can be led by a script.

Every object names its ``spreker``. A question that the program only lays ready is the program's, with the cards beside
it; once it is asked it is the mentor's. What the bar or the whisper says is a ``reactie`` with its ``bron``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from gesprek import protocol
from gesprek.model import Soort, Spreker
from gesprek.samen.coach import watch
from gesprek.samen.fluister import whisper
from gesprek.samen.kaarten import cards
from gesprek.samen.sessie import Samensessie
from gesprek.sessie import Klok, local_now
from gesprek.taal import _
from gesprek.uiting import Uiting, Uitkomst

_SPREKER = re.compile(r"\s*([ML])(\+?)\s*:\s?", re.IGNORECASE)
_OPDRACHT = re.compile(r"\s*/([a-z-]{2,12})(?:\s+(.*))?\s*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """What came of a line.

    :param fluistert: what was whispered about it, as an object of the protocol.
    """

    uitkomst: Uitkomst
    fluistert: dict[str, Any] | None = None


def perform(sessie: Samensessie, regel: str) -> Gebeurd | None:
    """Do what a line says. None means stop.

    ``L:`` is what the student says, and so is a line without a mark; ``L+:`` is more to the question before.
    ``M:`` is what the mentor says. ``/kaart N`` asks a card, by its number or the id of its question.
    """
    if spreker := _SPREKER.match(regel):
        tekst = regel[spreker.end() :]
        if spreker.group(1).upper() == "M":
            return _say(sessie, tekst)
        return Gebeurd(sessie.add(tekst) if spreker.group(2) else sessie.answer(tekst))
    opdracht = _OPDRACHT.fullmatch(regel)
    if opdracht is None:
        return Gebeurd(sessie.answer(regel))
    rest = (opdracht.group(2) or "").strip()
    match opdracht.group(1).casefold():
        case "stop":
            return None
        case "kaart" | "card":
            return Gebeurd(_ask(sessie, rest))
        case "woorden" | "words":
            return Gebeurd(sessie.offer_words())
        case "zag" | "saw":
            return Gebeurd(sessie.observe(rest))
        case "schrap" | "strike":
            return Gebeurd(_strike(sessie, rest))
        case "terug" | "back":
            return Gebeurd(sessie.back())
        case "sla-over" | "skip":
            return Gebeurd(sessie.skip())
    return Gebeurd(_with_open(sessie, help_text()))


def help_text() -> str:
    """Return what can be typed."""
    return _(
        "L: what the student says, M: what the mentor says, /kaart N asks a card. "
        "L+: adds to the question before, /zag TEXT is what the mentor saw, /schrap NR takes words away, "
        "/woorden shows words of the student to choose from. "
        "/terug goes back, /sla-over goes on without an answer, /stop stops."
    )


def _with_open(sessie: Samensessie, tekst: str) -> Uitkomst:
    open_ = sessie.now
    return Uitkomst(uitingen=(Uiting("reactie", tekst), *((open_,) if open_ else ())))


def _say(sessie: Samensessie, tekst: str) -> Gebeurd:
    gehoord = whisper(tekst, sessie.gesprek.taal, sessie.samen.said)
    fluistert = None
    if gehoord is not None:
        fluistert = {
            "soort": "reactie",
            "spreker": "programma",
            "bron": "fluister",
            "code": gehoord.code,
            "probeer": gehoord.probeer,
            "tekst": gehoord.as_text(),
        }
    return Gebeurd(sessie.say(tekst), fluistert)


def _ask(sessie: Samensessie, nummer: str) -> Uitkomst:
    kaarten = cards(sessie.samen)
    if any(nummer == kaart.id for kaart in kaarten):
        return sessie.ask(nummer)
    if nummer.isdecimal() and 1 <= int(nummer) <= len(kaarten):
        return sessie.ask(kaarten[int(nummer) - 1].id)
    return _with_open(sessie, _("There is no card with that number; choose 1 to {last}.").format(last=len(kaarten)))


def _strike(sessie: Samensessie, nummer: str) -> Uitkomst:
    """Strike a turn by its number; the student's last words when there is none."""
    laatste = [r.nr for r in sessie.verloop.regels if r.soort is Soort.ANTWOORD and not r.vervallen][-1:]
    nr = int(nummer) if nummer.isdecimal() else laatste[0] if laatste and not nummer else -1
    try:
        sessie.strike(nr)
    except ValueError:
        return _with_open(sessie, _("There is nothing to take away there."))
    return _with_open(sessie, _("Those words are gone."))


def lead(sessie: Samensessie, invoer: BinaryIO, uitvoer: TextIO, klok: Klok = local_now) -> None:
    """Lead a conversation over two streams until it is done, stopped or out of input."""

    def send(objecten: list[dict[str, Any]]) -> None:
        uitvoer.writelines(json.dumps(object_, ensure_ascii=False) + "\n" for object_ in objecten)
        uitvoer.flush()

    open_ = sessie.now
    send(as_objects(sessie, (open_,) if open_ else sessie.start().uitingen, klok))
    while not sessie.verloop.klaar:
        regel = protocol.read_line(invoer)
        gebeurd = perform(sessie, regel) if regel is not None else None
        if gebeurd is None:
            return
        send(answer_to(sessie, gebeurd, klok))
        if gebeurd.uitkomst.actie:
            return


def answer_to(sessie: Samensessie, gebeurd: Gebeurd, klok: Klok = local_now) -> list[dict[str, Any]]:
    """Return the objects that answer a line: the whisper, what is said, what the bar tells, and the question of now."""
    objecten = [gebeurd.fluistert] if gebeurd.fluistert else []
    return objecten + as_objects(sessie, gebeurd.uitkomst.uitingen, klok)


def as_objects(
    sessie: Samensessie, uitingen: tuple[Uiting, ...], klok: Callable[[], Any] = local_now
) -> list[dict[str, Any]]:
    """Return utterances as the protocol has them."""
    objecten: list[dict[str, Any]] = []
    for uiting in uitingen:
        if uiting.soort in ("vraag", "keuze", "schaal"):
            coach = watch(sessie.samen, klok())
            if coach.tip:
                objecten.append(
                    {
                        "soort": "reactie",
                        "spreker": "programma",
                        "bron": "coach",
                        "let_op": coach.soort,
                        "tekst": coach.tip,
                    }
                )
            objecten.append(_question(sessie, uiting, coach.poort))
        else:
            object_ = protocol.as_object(uiting, sessie)
            objecten.append({"soort": object_.pop("soort"), "spreker": Spreker.PROGRAMMA.value, **object_})
            if uiting.soort == "klaar":
                gekozen = sessie.verloop.verhaal.value("dossier")
                objecten[-1]["dossier"] = str(gekozen).split() if gekozen else []
    return objecten


def _question(sessie: Samensessie, uiting: Uiting, poort: str) -> dict[str, Any]:
    verloop = sessie.samen
    object_ = protocol.as_object(uiting, sessie)
    spreker = Spreker.MENTOR if verloop.gevraagd else Spreker.PROGRAMMA
    vraag = {"soort": object_.pop("soort"), "spreker": spreker.value, **object_, "poort": poort}
    vraag["kaarten"] = [
        {"nr": nr, "vraag": kaart.id, "tekst": kaart.tekst, "gesteld": kaart.gesteld}
        for nr, kaart in enumerate(cards(verloop), 1)
    ]
    if verloop.table:
        vraag["tafel"] = [citaat.tekst for citaat in verloop.table]
    laatste = next((r for r in reversed(verloop.regels) if r.soort is Soort.ANTWOORD and not r.vervallen), None)
    if laatste is not None:
        emoties = [i.citaat.tekst for i in verloop.verhaal.slots.get("emotie", ()) if i.citaat.beurt == laatste.nr]
        vraag["laatste"] = {"nr": laatste.nr, "tekst": laatste.tekst, "emoties": emoties}
    return vraag
