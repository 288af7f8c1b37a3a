"""The plain front end: lines on stdin and stdout, for screen readers, pipes and simple terminals.

Append only, no escape codes, no drawing. What is said goes to stdout, what goes wrong to stderr and begins
with ``Fout:``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TextIO

from gesprek import luisteren
from gesprek.archief import Archieffout
from gesprek.protocol import distress_text, help_text, perform
from gesprek.regelbreuk import write_line
from gesprek.sessie import Sessie
from gesprek.taal import _
from gesprek.uiting import Uiting

Lezer = Callable[[], str | None]


def line_reader() -> Lezer:
    """Return a function that reads a line; with editing and a prompt when a person types."""
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401 - importing it gives input() editing

        def ask() -> str | None:
            try:
                return input("> ")
            except EOFError:
                print()
                return None

        return ask

    invoer = sys.stdin.buffer

    def read() -> str | None:
        from gesprek.protocol import read_line

        return read_line(invoer)

    return read


class Gewoon:
    """A conversation in plain lines.

    :param lees: gives the next answer, or None at the end.
    :param uitvoer: where it is said.
    :param fouten: where it says what went wrong.
    """

    def __init__(self, sessie: Sessie, lees: Lezer, uitvoer: TextIO, fouten: TextIO) -> None:
        self.sessie = sessie
        self._lees = lees
        self._uitvoer = uitvoer
        self._fouten = fouten

    def lead(self) -> None:
        """Lead the conversation until it is done, stopped or out of input."""
        sessie = self.sessie
        open_ = sessie.now
        if open_ is None:
            self._say(Uiting("reactie", help_text()))
            for uiting in sessie.start().uitingen:
                self._say(uiting)
        else:
            for uiting in (sessie.verloop.welcome_back(), *sessie.verloop.context, open_):
                self._say(uiting)
        while not sessie.verloop.klaar:
            regel = self._lees()
            if regel is None:
                break
            try:
                uitkomst = perform(sessie, regel)
            except Archieffout as fout:
                self._complain(fout)
                continue
            if uitkomst is None:
                break
            for uiting in uitkomst.uitingen:
                self._say(uiting)
            if uitkomst.actie:
                break
        self._say_how_to_go_on()

    def _complain(self, fout: Archieffout) -> None:
        write_line(_("Error: {message}").format(message=fout), self._fouten)

    def _say_how_to_go_on(self) -> None:
        sessie = self.sessie
        if not sessie.verloop.klaar and sessie.kept:
            self._print(
                _("Stopped. What you answered is kept; go on with: gesprek hervat {id}").format(id=sessie.gesprek.id)
            )

    def _print(self, tekst: str) -> None:
        write_line(tekst, self._uitvoer)

    def _say(self, uiting: Uiting) -> None:
        if uiting.soort == "reactie":
            self._print(uiting.tekst)
        elif uiting.soort == "zorg":
            self._print("\n" + distress_text(uiting, self.sessie))
            self._options(uiting)
        elif uiting.soort == "klaar":
            self._card(uiting)
        else:
            fase = self.sessie.bron.flow.fasen[uiting.fase].naam.in_taal(self.sessie.gesprek.taal)  # type: ignore[index]
            self._print(
                "\n" + _("Question {nr}, {phase}:").format(nr=self.sessie.verloop.question_nr, phase=fase.lower())
            )
            self._print(uiting.tekst)
            if uiting.soort == "schaal":
                self._print(_("Type a number from {low} to {high}.").format(low=uiting.min, high=uiting.max))
            self._options(uiting)
            if uiting.concept:
                self._print(_("You answered before: {answer}").format(answer=uiting.concept))

    def _options(self, uiting: Uiting) -> None:
        for nr, keuze in enumerate(uiting.opties, 1):
            self._print(f"{nr}. {keuze.tekst}")
        if uiting.opties:
            self._print(
                _("Type a number.") if uiting.soort == "zorg" else _("Type a number, or answer in your own words.")
            )

    def _card(self, uiting: Uiting) -> None:
        from gesprek.kaart import card_lines

        self._print("\n" + uiting.tekst)
        for kop, regels in card_lines(self.sessie.verloop):
            self._print("\n" + kop)
            for regel in regels:
                self._print(regel)


def lead_plain(sessie: Sessie) -> None:
    """Lead a conversation in plain lines on the standard streams."""
    if sys.stdin.isatty():
        Thread(target=luisteren.warm, args=(sessie.gesprek.taal,), daemon=True).start()
    Gewoon(sessie, line_reader(), sys.stdout, sys.stderr).lead()
