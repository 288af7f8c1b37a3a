"""Asks for one of several things, however many: a list over the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.tekst import Woorden, one_line, words
from tui.widgets.rijen import Rijen
from tui.widgets.voet import Voet

_HOOGSTENS = 14
"""Rows that are in sight at once."""


class Kiezer(ModalScreen[int | None]):
    """A list to choose from; Escape chooses nothing.

    :param vraag: what is asked.
    :param opties: what each says, or (what it says, what stands behind it).
    :param wijzer: the option that is pointed at beforehand.
    :param waarover: the words that it is about, if any.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", "Choose", id="choice.pick"),
        Binding("escape", "leave", "Close", id="help.close"),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        *(Binding(str(nr), f"pick({nr - 1})", show=False) for nr in range(1, 10)),
    ]

    def __init__(
        self, vraag: str, opties: Sequence[str | tuple[str, str]], wijzer: int = 0, waarover: str = ""
    ) -> None:
        super().__init__()
        self._vraag = vraag
        self._opties = [(optie, "") if isinstance(optie, str) else optie for optie in opties]
        self._wijzer = wijzer
        self._waarover = waarover

    def compose(self) -> ComposeResult:
        """Set the list."""
        with Vertical(id="vlak"):
            yield Woorden(words((self._vraag, "bold")), id="vraag")
            if self._waarover:
                yield Woorden(words((f"‘{one_line(self._waarover, 160)}’", "$own")), id="waarover")
            rijen = Rijen(self._row)
            rijen.styles.height = min(len(self._opties), _HOOGSTENS)
            yield rijen
        yield Voet()

    def on_mount(self) -> None:
        """Point at what stands ready."""
        self.query_one(Rijen).show(len(self._opties), self._wijzer)

    def _row(self, nr: int, breed: int, gekozen: bool) -> list[Content]:
        tekst, bij = self._opties[nr]
        nummer = f"{nr + 1} " if nr < 9 else "  "
        ruimte = max(breed - len(bij) - 6, 8)
        return [
            words(
                (nummer, "$now" if gekozen else "$quiet"),
                (one_line(tekst, ruimte), "bold" if gekozen else ""),
                (f"  {bij}" if bij else "", "$quiet"),
            )
        ]

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        self.query_one(Rijen).move(stap)

    def action_pick(self, nr: int | None = None) -> None:
        """Choose what the pointer is on, or the option of a digit."""
        nr = self.query_one(Rijen).wijzer if nr is None else nr
        if nr < len(self._opties):
            self.dismiss(nr)

    @on(Rijen.Gekozen)
    def _clicked(self, bericht: Rijen.Gekozen) -> None:
        bericht.stop()
        self.dismiss(bericht.nr)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
