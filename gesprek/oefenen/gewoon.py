"""The drill in plain lines, for screen readers, pipes and simple terminals: append only, no drawing."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TextIO

from gesprek.gewoon import Lezer, line_reader
from gesprek.oefenen.bespreking import (
    count_right,
    discuss,
    explain_option,
    look_again,
    name_option,
    question,
    whats_next,
)
from gesprek.oefenen.drill import Uitslag
from gesprek.oefenen.opgaven import Opgave
from gesprek.oefenen.protocol import help_text, lead_round
from gesprek.oefenen.sessie import Drillsessie
from gesprek.regelbreuk import write_line
from gesprek.taal import _, ngettext


class GewoneDrill:
    """One round in plain lines.

    :param lees: gives the next line, or None at the end.
    :param uitvoer: where it is said.
    :param fouten: where it says what went wrong.
    """

    def __init__(self, sessie: Drillsessie, lees: Lezer, uitvoer: TextIO, fouten: TextIO) -> None:
        self.sessie = sessie
        self._lees = lees
        self._uitvoer = uitvoer
        self._fouten = fouten

    def lead(self) -> None:
        """Lead the round until it is done, stopped or out of input."""
        self._complain()
        self._print(opening(self.sessie))
        self._print(help_text())
        lead_round(self.sessie, self._lees, self._ask, self._say, self._tell)
        self._complain()
        if self.sessie.now is not None:
            self._print("\n" + _("Stopped."))
        if self.sessie.ronde.done:
            self._close()

    def _print(self, tekst: str) -> None:
        write_line(tekst, self._uitvoer)

    def _complain(self) -> None:
        if melding := self.sessie.take_message():
            write_line(_("Error: {message}").format(message=melding), self._fouten)

    def _say(self, tekst: str) -> None:
        self._print(tekst)
        if tekst == help_text():
            for optie in self.sessie.opties:
                self._print(f"{name_option(optie, self.sessie.taal)}. {explain_option(optie, self.sessie.taal)}")

    def _ask(self, opgave: Opgave) -> None:
        self._complain()
        over = self.sessie.ronde.left
        kop = ngettext("{count} more after this one", "{count} more after this one", over).format(count=over)
        self._print("\n" + (kop if over else _("The last one")))
        if opgave.leerling:
            self._print(_("Student: {text}").format(text=opgave.leerling))
        self._print(_("Mentor: {text}").format(text=opgave.uiting))
        self._print(question(opgave))
        for nr, optie in enumerate(self.sessie.opties, 1):
            self._print(f"{nr}. {name_option(optie, opgave.taal)}")

    def _tell(self, uitslag: Uitslag) -> None:
        for zin in discuss(uitslag):
            self._print(zin.whole)

    def _close(self) -> None:
        einde = self.sessie.close()
        self._print("\n" + count_right(einde))
        if einde.regels:
            self._print(_("Look at these again:"))
        for naam, zin in look_again(einde, self.sessie.taal):
            self._print(f"{naam}: {zin}")
        for zin in whats_next(einde, bewaard=self.sessie.kept):
            self._print(zin)


def opening(sessie: Drillsessie) -> str:
    """Return what is said at the beginning of a round."""
    if sessie.ahead:
        return _("Learning the rules. Nothing is due today; these come before their day.")
    return _("Learning the rules: say what a sentence of a mentor does, or say it better.")


def lead_plain(sessie: Drillsessie) -> None:
    """Lead one round in plain lines on the standard streams."""
    if sys.stdin.isatty():
        Thread(target=sessie.warm, daemon=True).start()
    GewoneDrill(sessie, line_reader(), sys.stdout, sys.stderr).lead()
