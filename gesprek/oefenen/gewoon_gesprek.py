"""A practice conversation in plain lines, for screen readers, pipes and simple terminals: append only, no drawing."""

from __future__ import annotations

import sys
from typing import Literal, TextIO

from gesprek.gewoon import Lezer, line_reader
from gesprek.oefenen.nabespreking import (
    close_lines,
    compare,
    discuss,
    example,
    hint,
    introduce,
    other_side,
    tell_comparison,
)
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.oefenen.opdrachten import OPDRACHTEN, Opdracht
from gesprek.oefenen.reactie import Antwoord
from gesprek.regelbreuk import write_line
from gesprek.taal import _

Feedback = Literal["altijd", "vraag"]


class GewoonGesprek:
    """One conversation in plain lines.

    :param lees: gives the next line, or None at the end.
    :param feedback: after every utterance, or only when asked for.
    """

    def __init__(self, gesprek: Oefengesprek, lees: Lezer, uitvoer: TextIO, feedback: Feedback) -> None:
        self.gesprek = gesprek
        self._lees = lees
        self._uitvoer = uitvoer
        self._feedback = feedback

    def lead(self) -> None:
        """Lead the conversation until it is stopped or out of input."""
        self._print(introduce(self.gesprek.leerling, self.gesprek.taal))
        self._print(help_text())
        while (regel := self._lees()) is not None:
            getypt = regel.strip()
            opdracht = OPDRACHTEN.get(getypt.casefold())
            if opdracht == "stop":
                break
            if opdracht:
                self._obey(opdracht)
            elif getypt.startswith("/"):
                self._print(help_text())
            elif getypt:
                self._say(getypt)
        self._print("")
        for zin in close_lines(self.gesprek):
            self._print(zin)

    def _obey(self, opdracht: Opdracht) -> None:
        match opdracht:
            case "hint":
                self._print(hint(self.gesprek))
            case "wait":
                self._told(self.gesprek.wait())
            case "back":
                weg = self.gesprek.take_back()
                self._print(_("Taken back: {text}").format(text=weg.uiting) if weg else _("Nothing was said yet."))
            case "switch":
                for zin in other_side(self.gesprek):
                    self._print(zin)
            case "feedback":
                if self.gesprek.beurten:
                    self._discuss(self.gesprek.beurten[-1])
                else:
                    self._print(_("Nothing was said yet."))

    def _say(self, tekst: str) -> None:
        self._told(self.gesprek.say(tekst))

    def _told(self, antwoord: Antwoord) -> None:
        self._print(_("Student: {text}").format(text=antwoord.tekst))
        if self._feedback == "altijd":
            self._discuss(antwoord)

    def _discuss(self, antwoord: Antwoord) -> None:
        taal = self.gesprek.taal
        for zin in discuss(antwoord, taal):
            self._print(zin)
        if not antwoord.zet.oordeel.opmerkingen:
            return
        self._print(_("Say it in another way, or press Enter to go on:"))
        poging = self._lees()
        if poging is None:
            return
        if poging.strip():
            self._print(tell_comparison(compare(antwoord, poging, taal), taal))
        if anders := example(antwoord, taal):
            self._print(_("This is possible too: {example}").format(example=f"‘{anders}’"))

    def _print(self, tekst: str) -> None:
        write_line(tekst, self._uitvoer)


def help_text() -> str:
    """Return the commands."""
    return _(
        "Say what you would say as a mentor. /hint, /silence: wait, /feedback: what it did, "
        "/back: take back, /switch: how it is for the student, /stop"
    )


def lead_plain(gesprek: Oefengesprek, feedback: Feedback) -> None:
    """Lead a conversation in plain lines on the standard streams."""
    GewoonGesprek(gesprek, line_reader(), sys.stdout, feedback).lead()
