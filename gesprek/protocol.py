"""``--json``: a conversation as JSON lines, for scripts. One object out, one line of answer in."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO, TextIO

from gesprek.sessie import Sessie
from gesprek.taal import _
from gesprek.uiting import Uiting, Uitkomst

_OPDRACHT = re.compile(r"/[a-z-]{2,12}")


def read_line(invoer: BinaryIO) -> str | None:
    """Return the next line without its end, or None when there are no more."""
    regel = invoer.readline()
    if not regel:
        return None
    return regel.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")


def perform(sessie: Sessie, regel: str) -> Uitkomst | None:
    """Do what a line says: one of the commands, or an answer. None means stop."""
    match regel.strip().casefold():
        case "/terug" | "/back":
            return sessie.back()
        case "/sla-over" | "/skip":
            return sessie.skip()
        case "/stop":
            return None
        case opdracht if _OPDRACHT.fullmatch(opdracht):  # /help, and one that was mistyped
            open_ = sessie.now
            return Uitkomst(uitingen=(Uiting("reactie", help_text()), *((open_,) if open_ else ())))
    return sessie.answer(regel)


def help_text() -> str:
    """Return what can be typed besides an answer."""
    return _("Type your answer and press Enter. /terug goes back, /sla-over skips, /stop stops.")


def lead(sessie: Sessie, invoer: BinaryIO, uitvoer: TextIO) -> None:
    """Lead a conversation over two streams until it is done, stopped or out of input."""

    def send(uitingen: tuple[Uiting, ...]) -> None:
        uitvoer.writelines(json.dumps(as_object(uiting, sessie), ensure_ascii=False) + "\n" for uiting in uitingen)
        uitvoer.flush()

    open_ = sessie.now
    send((open_,) if open_ else sessie.start().uitingen)
    while not sessie.verloop.klaar:
        regel = read_line(invoer)
        uitkomst = perform(sessie, regel) if regel is not None else None
        if uitkomst is None:
            return
        send(uitkomst.uitingen)
        if uitkomst.actie:
            return


def as_object(uiting: Uiting, sessie: Sessie) -> dict[str, Any]:
    """Return an utterance as the protocol has it."""
    gegevens: dict[str, Any] = {"soort": uiting.soort}
    match uiting.soort:
        case "reactie":
            gegevens["tekst"] = uiting.tekst
        case "zorg":
            gegevens |= {"tekst": distress_text(uiting, sessie), "opties": [k.tekst for k in uiting.opties]}
            if uiting.navraag:
                gegevens["navraag"] = True
        case "klaar":
            opbrengst = sessie.verloop.opbrengst()
            gegevens |= {
                "gesprek": sessie.gesprek.id,
                "kernwoord": opbrengst.kernwoord,
                "afspraken": [
                    {"tekst": tekst, "datum": datum.isoformat() if datum else None}
                    for tekst, datum in opbrengst.afspraken
                ],
                "tekst": uiting.tekst,
            }
        case _:
            gegevens |= {
                "gesprek": sessie.gesprek.id,
                "fase": uiting.fase,
                "stap": uiting.stap,
                "vraag": uiting.vraag,
                "vult": list(uiting.vult),
            }
            if uiting.deel:
                gegevens["deel"] = uiting.deel
            if uiting.soort == "schaal":
                gegevens |= {"min": uiting.min, "max": uiting.max}
            if uiting.soort == "keuze":
                gegevens["opties"] = [keuze.tekst for keuze in uiting.opties]
            gegevens["tekst"] = uiting.tekst
            if uiting.concept:
                gegevens["concept"] = uiting.concept
    return gegevens


def distress_text(uiting: Uiting, sessie: Sessie) -> str:
    """Return the text for a sign of distress, with who to call under it."""
    from vragen import load_hulp

    if uiting.navraag:
        return uiting.tekst
    taal = sessie.gesprek.taal
    lijnen = [f"{h.naam.in_taal(taal)}: {h.nummer} ({h.wanneer.in_taal(taal)})" for h in load_hulp()]
    return "\n".join([uiting.tekst, *lijnen])
