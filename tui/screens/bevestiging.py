"""Asks once before words are taken away for good."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.tekst import Woorden, one_line, words
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet


class Bevestiging(ModalScreen[bool]):
    """One question with two answers; leaving it be is what stands ready.

    :param vraag: what is asked.
    :param waarover: the words that it is about, if any.
    :param wel: what doing it is called.
    :param niet: what leaving it is called.
    """

    AUTO_FOCUS = "Keuzelijst"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Close", id="help.close")]

    def __init__(self, vraag: str, waarover: str, wel: str, niet: str) -> None:
        super().__init__()
        self._vraag = vraag
        self._waarover = waarover
        self._opties = (niet, wel)

    def compose(self) -> ComposeResult:
        """Set the question."""
        with Vertical(id="vlak"):
            yield Woorden(words((self._vraag, "bold")), id="vraag")
            if self._waarover:
                yield Woorden(
                    words(("‘", "$own"), (one_line(self._waarover, 160), "$own"), ("’", "$own")), id="waarover"
                )
            yield Keuzelijst(self._opties)
        yield Voet()

    @on(Keuzelijst.Gekozen)
    def _decide(self, bericht: Keuzelijst.Gekozen) -> None:
        bericht.stop()
        self.dismiss(bericht.nr == 1)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)
