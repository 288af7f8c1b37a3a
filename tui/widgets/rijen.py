"""Many rows of which only those in sight are drawn, with a pointer; so thousands are as fast as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.tekst import lines, words

Zetter = Callable[[int, int, bool], Sequence[Content]]
"""Sets a row: its place, the room for it in columns, and whether the pointer is on it; always as many lines."""

_BIJTIJDS = 20
"""So many rows before the end, more are asked for."""


class Rijen(Widget):
    """Rows. The screen moves the pointer; a click or the wheel does too.

    :param zet: sets one row.
    :param hoog: lines of a row.
    """

    DEFAULT_CSS = """
    Rijen { width: 100%; height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    @dataclass
    class Gekozen(Message):
        """A row was chosen with the mouse."""

        nr: int

    @dataclass
    class Bijna(Message):
        """The pointer comes near the end: more rows may be added."""

    def __init__(self, zet: Zetter, hoog: int = 1, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._zet = zet
        self._hoog = hoog
        self._aantal = 0
        self._boven = 0
        self.wijzer = 0

    @property
    def fitting(self) -> int:
        """How many rows fit."""
        return max(self.size.height // self._hoog, 1)

    def show(self, aantal: int, wijzer: int = 0, hoog: int | None = None) -> None:
        """Show so many rows, the pointer on one of them."""
        self._aantal = aantal
        self._hoog = hoog or self._hoog
        self.move_to(wijzer)

    def move(self, stap: int) -> None:
        """Move the pointer by so many rows."""
        self.move_to(self.wijzer + stap)

    def move_to(self, nr: int) -> None:
        """Put the pointer on a row, the nearest one there is."""
        self.wijzer = min(max(nr, 0), max(self._aantal - 1, 0))
        if self._aantal and self.wijzer >= self._aantal - _BIJTIJDS:
            self.post_message(self.Bijna())
        self.refresh()

    def render(self) -> RenderResult:
        """Draw what is in sight."""
        passend = self.fitting
        self._boven = min(max(self._boven, self.wijzer - passend + 1), self.wijzer, max(self._aantal - passend, 0))
        regels: list[Content] = []
        for nr in range(self._boven, min(self._boven + passend, self._aantal)):
            gekozen = nr == self.wijzer
            for plek, regel in enumerate(self._zet(nr, max(self.size.width - 2, 1), gekozen)):
                regels.append(words(("▸ " if gekozen and plek == 0 else "  ", "$now bold"), regel))
        return lines(*regels)

    def on_resize(self) -> None:
        """Draw anew."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked."""
        nr = self._boven + event.y // self._hoog
        if 0 <= nr < self._aantal:
            self.move_to(nr)
            self.post_message(self.Gekozen(nr))

    def on_mouse_scroll_down(self) -> None:
        """Move on."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """Move back."""
        self.move(-1)
