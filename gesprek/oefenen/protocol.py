"""``gesprek oefen --json``: the drill as JSON lines, for scripts. One object out, one line of answer in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, BinaryIO, Literal, TextIO

from gesprek.oefenen.bespreking import discuss, distress, name_option, question, sentence_of
from gesprek.oefenen.drill import Uitslag
from gesprek.oefenen.opgaven import Opgave
from gesprek.oefenen.sessie import Afsluiting, Drillsessie
from gesprek.protocol import read_line
from gesprek.taal import _
from gesprek.vouwen import fold

_OPDRACHT = re.compile(r"/[a-z-]{2,12}")

Gevolg = Uitslag | Literal["stop", "hulp", "geen_optie", "zorg", "verder"]
"""What came of a line: an answer was judged, or something else is to be said before what is open is asked again."""


def perform(sessie: Drillsessie, regel: str) -> Gevolg:
    """Do what a line says: one of the commands, or an answer."""
    match regel.strip().casefold():
        case "/stop":
            return "stop"
        case "/sla-over" | "/skip":
            return sessie.skip() or "verder"
        case opdracht if _OPDRACHT.fullmatch(opdracht):  # /help, and one that was mistyped
            return "hulp"
    if not sessie.opties:
        return "zorg" if sessie.alarms(regel) else sessie.rewrite(regel)
    nr = find_option(sessie, regel)
    return "geen_optie" if nr is None else sessie.choose(nr)


def find_option(sessie: Drillsessie, tekst: str) -> int | None:
    """Return the place of the option that is meant, by its number or its words."""
    tekst = fold(tekst.strip())
    if tekst.isdecimal():
        nr = int(tekst) - 1 if len(tekst) < 3 else -1
        return nr if 0 <= nr < len(sessie.opties) else None
    namen = [fold(name_option(optie, sessie.taal)) for optie in sessie.opties]
    return namen.index(tekst) if tekst in namen else None


def help_text() -> str:
    """Return what can be typed besides an answer."""
    return _("Type the number of your choice, or a sentence of your own. /sla-over skips, /stop stops, /help helps.")


def no_option(sessie: Drillsessie) -> str:
    """Return what is said to an answer that is no option."""
    return _("Type a number from {low} to {high}.").format(low=1, high=len(sessie.opties))


def lead(sessie: Drillsessie, invoer: BinaryIO, uitvoer: TextIO) -> None:
    """Lead one round over two streams until it is done, stopped or out of input."""

    def send(*objecten: dict[str, Any]) -> None:
        uitvoer.writelines(json.dumps(object_, ensure_ascii=False) + "\n" for object_ in objecten)
        uitvoer.flush()

    def said() -> list[dict[str, Any]]:
        melding = sessie.take_message()
        return [{"soort": "reactie", "tekst": melding}] if melding else []

    lead_round(
        sessie,
        lambda: read_line(invoer),
        lambda opgave: send(*said(), as_question(sessie, opgave)),
        lambda tekst: send({"soort": "reactie", "tekst": tekst}),
        lambda uitslag: send(as_object(uitslag)),
    )
    if sessie.now is None:
        send(*said(), as_end(sessie.close()))


def lead_round(
    sessie: Drillsessie,
    read: Callable[[], str | None],
    ask: Callable[[Opgave], None],
    say: Callable[[str], None],
    tell: Callable[[Uitslag], None],
) -> None:
    """Lead one round in lines.

    :param read: gives the next line, or None at the end.
    :param ask: asks an item.
    :param say: says something that is no judgement.
    :param tell: tells what came of an answer.
    """
    while (opgave := sessie.now) is not None:
        ask(opgave)
        while True:
            regel = read()
            gevolg: Gevolg = "stop" if regel is None else perform(sessie, regel)
            match gevolg:
                case "stop":
                    return
                case "hulp":
                    say(help_text())
                case "geen_optie":
                    say(no_option(sessie))
                    continue
                case "zorg":
                    say(distress(sessie.taal))
                case Uitslag():
                    tell(gevolg)
                    if not gevolg.af:
                        continue
            break


def as_question(sessie: Drillsessie, opgave: Opgave) -> dict[str, Any]:
    """Return an item as the protocol has it."""
    gegevens: dict[str, Any] = {"soort": opgave.soort, "id": opgave.id, "uiting": opgave.uiting}
    if opgave.leerling:
        gegevens["leerling"] = opgave.leerling
    if opgave.soort == "herken":
        gegevens["opties"] = [name_option(optie, opgave.taal) for optie in sessie.opties]
    else:
        gegevens |= {"code": opgave.code, "regel": opgave.regel}
    return gegevens | {"over": sessie.ronde.left, "tekst": question(opgave)}


def as_object(uitslag: Uitslag) -> dict[str, Any]:
    """Return what came of an answer as the protocol has it."""
    opgave = uitslag.opgave
    gegevens: dict[str, Any] = {"soort": "oordeel", "goed": uitslag.goed, "id": opgave.id, "af": uitslag.af}
    if herschreven := uitslag.herschreven:
        oordeel = herschreven.oordeel
        gegevens |= {
            "mis": herschreven.mis,
            "schendt": list(oordeel.schendt),
            "twijfel": [opmerking.code for opmerking in oordeel.twijfel],
            "houdt": list(oordeel.houdt),
            "plekken": [
                {"code": o.code, "van": o.van, "tot": o.tot, "tekst": herschreven.tekst[o.van : o.tot]}
                for o in (*oordeel.opmerkingen, *oordeel.twijfel)
            ],
        }
    if uitslag.af:
        gegevens |= {"regel": opgave.regel, "gebroken": opgave.gebroken, "uitleg": opgave.uitleg}
        gegevens["handelingsregel"] = sentence_of(opgave.regel, opgave.taal)
        if opgave.beter:
            gegevens["beter"] = opgave.beter
        gegevens["terug"] = uitslag.terug
    else:
        gegevens["pogingen"] = uitslag.over
    return gegevens | {"tekst": "\n".join(zin.whole for zin in discuss(uitslag))}


def as_end(einde: Afsluiting) -> dict[str, Any]:
    """Return the end of a round as the protocol has it."""
    return {
        "soort": "klaar",
        "goed": einde.goed,
        "van": einde.van,
        "regels": list(einde.regels),
        "wachtend": einde.wachtend,
        "volgende": einde.volgende.isoformat() if einde.volgende else None,
    }
