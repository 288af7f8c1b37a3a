"""A conversation of two in plain lines, for screen readers, pipes and simple terminals."""

from __future__ import annotations

import sys
from typing import TextIO

from gesprek.archief import Archieffout
from gesprek.gewoon import Gewoon, Lezer, line_reader
from gesprek.samen.coach import watch
from gesprek.samen.kaarten import cards
from gesprek.samen.protocol import help_text, perform
from gesprek.samen.sessie import Samensessie
from gesprek.sessie import local_now
from gesprek.taal import _
from gesprek.uiting import Uiting

_KAARTEN = 5
"""As many cards as can be heard and remembered."""


class Samengewoon(Gewoon):
    """A conversation of two in plain lines: cards are numbered, ``L:`` and ``M:`` say who speaks."""

    def __init__(self, sessie: Samensessie, lees: Lezer, uitvoer: TextIO, fouten: TextIO) -> None:
        super().__init__(sessie, lees, uitvoer, fouten)
        self._samen = sessie

    def lead(self) -> None:
        """Lead the conversation until it is done, stopped or out of input."""
        sessie = self._samen
        open_ = sessie.now
        self._print(help_text())
        for uiting in (sessie.verloop.welcome_back(), open_) if open_ else sessie.start().uitingen:
            self._say(uiting)
        while not sessie.verloop.klaar:
            regel = self._lees()
            if regel is None:
                break
            try:
                gebeurd = perform(sessie, regel)
            except Archieffout as fout:
                self._complain(fout)
                continue
            if gebeurd is None:
                break
            if gebeurd.fluistert:
                self._print(str(gebeurd.fluistert["tekst"]))
            for uiting in gebeurd.uitkomst.uitingen:
                self._say(uiting)
            if gebeurd.uitkomst.actie:
                break
        self._say_how_to_go_on()

    def _say(self, uiting: Uiting) -> None:
        if uiting.soort not in ("vraag", "keuze", "schaal"):
            super()._say(uiting)
            return
        verloop = self._samen.samen
        coach = watch(verloop, local_now())
        for tekst in (citaat.tekst for citaat in verloop.table):
            self._print(f"‘{tekst}’")
        fase = self.sessie.bron.flow.fasen[uiting.fase].naam.in_taal(self.sessie.gesprek.taal)  # type: ignore[index]
        self._print("\n" + _("{phase}, {gate}.").format(phase=fase, gate=coach.poort or "…"))
        if coach.tip:
            self._print(coach.tip)
        self._print(
            (_("Asked: {question}") if verloop.gevraagd else _("Ask now: {question}")).format(question=uiting.tekst)
        )
        if uiting.soort == "schaal":
            self._print(_("Type a number from {low} to {high}.").format(low=uiting.min, high=uiting.max))
        self._options(uiting)
        if not verloop.gevraagd and not uiting.opties:
            for nr, kaart in enumerate(cards(verloop)[:_KAARTEN], 1):
                if not kaart.nu:
                    self._print(_("/kaart {nr}: {question}").format(nr=nr, question=kaart.tekst))


def lead_plain(sessie: Samensessie) -> None:
    """Lead a conversation of two in plain lines on the standard streams."""
    Samengewoon(sessie, line_reader(), sys.stdout, sys.stderr).lead()
