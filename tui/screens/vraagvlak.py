"""A question or a message over the page: a heading, lines, and options to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from tui.tekst import Woorden, words
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet


class Vraagvlak(ModalScreen[int]):
    """Gives the place of the option that was chosen; -1 when it was left.

    :param kop: what is asked, or told.
    :param regels: what stands under it, a paragraph each.
    :param opties: what can be chosen; the first one stands ready.
    """

    AUTO_FOCUS = "Keuzelijst"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="help.close"),
        Binding("pagedown", "scroll(1)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
    ]

    def __init__(self, kop: str, regels: Sequence[str], opties: Sequence[str | tuple[str, str]]) -> None:
        super().__init__()
        self._kop = kop
        self._regels = regels
        self._opties = opties

    def compose(self) -> ComposeResult:
        """Set the question."""
        with Vertical(id="vlak"):
            yield Woorden(words((self._kop, "bold")), id="vraag")
            with VerticalScroll(id="regels", can_focus=False):
                for regel in self._regels:
                    yield Woorden(regel)
            yield Keuzelijst(self._opties)
        yield Voet()

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        bericht.stop()
        self.dismiss(bericht.nr)

    def action_scroll(self, richting: int) -> None:
        """Read on, or back."""
        regels = self.query_one("#regels")
        regels.scroll_relative(y=richting * max(regels.size.height - 1, 1), animate=False)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(-1)
