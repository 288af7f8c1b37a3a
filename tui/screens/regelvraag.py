"""Asks for one line of text, which may stay empty."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.screens.pad import Padveld
from tui.tekst import Woorden, words
from tui.widgets.voet import Voet


class Regelvraag(ModalScreen[str | None]):
    """One question with a field; Escape leaves it.

    :param vraag: what is asked.
    :param voorstel: what stands in the field beforehand.
    :param uitleg: a sentence below it.
    """

    AUTO_FOCUS = "Padveld"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", id="path.save"),
        Binding("escape", "leave", "Close", id="help.close"),
    ]

    veld = getters.query_one(Padveld)

    def __init__(self, vraag: str, voorstel: str, uitleg: str = "") -> None:
        super().__init__()
        self._vraag = vraag
        self._voorstel = voorstel
        self._uitleg = uitleg

    def compose(self) -> ComposeResult:
        """Set the question."""
        with Vertical(id="vlak"):
            yield Woorden(words((self._vraag, "bold")), id="vraag")
            yield Padveld(self._voorstel)
            yield Woorden(words((self._uitleg, "$quiet")), id="uitleg")
        yield Voet()

    def action_save(self) -> None:
        """Give what was typed."""
        self.dismiss(" ".join(self.veld.text.split()))

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
