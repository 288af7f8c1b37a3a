"""A list to tick: each line in or out, with digits, arrows, space or the mouse; Enter is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from gesprek.taal import _
from tui.tekst import Woorden, words
from tui.widgets.keuze import Getypt, Optieregel, Respijt


class Vinkregel(Optieregel):
    """One line with its tick."""

    gevinkt = False

    def _before(self, gekozen: bool) -> Content:
        return words(super()._before(gekozen), ("[x] " if self.gevinkt else "[ ] ", "$now"))

    def tick(self) -> None:
        """Tick it, or take its tick away."""
        self.gevinkt = not self.gevinkt


class Vinklijst(Respijt, Widget, can_focus=True):
    """Lines of which any number can be ticked; none is beforehand.

    :param opties: what each says.
    """

    DEFAULT_CSS = """
    Vinklijst { width: 100%; height: auto; }
    Vinklijst > Woorden { width: 100%; height: auto; }
    Vinklijst > .-hoe { margin-bottom: 1; color: $quiet; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="ticks.tick"),
        Binding("enter", "done", "Done", id="ticks.done"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    @dataclass
    class Klaar(Message):
        """The choice is made.

        :param nrs: places of what is ticked, from 0.
        """

        nrs: tuple[int, ...]

    wijzer = reactive(0)

    def __init__(self, opties: Sequence[str], *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._opties = opties

    def compose(self) -> ComposeResult:
        """Make the lines."""
        hoe = _("What you do not tick stays in this conversation only. A digit or the space bar ticks, Enter is done.")
        yield Woorden(hoe, classes="-hoe")
        yield from (Vinkregel(nr, tekst) for nr, tekst in enumerate(self._opties))

    def on_mount(self) -> None:
        """Show what is ticked, and wait a moment."""
        self._mark()
        self.start_respite()

    def watch_wijzer(self) -> None:
        """Move the sign along."""
        self._mark()

    def _mark(self) -> None:
        for regel in self.query(Vinkregel):
            regel.mark(regel.nr == self.wijzer)

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        self.wijzer = max(0, min(len(self._opties) - 1, self.wijzer + stap))
        self.query(Vinkregel)[self.wijzer].scroll_visible(animate=False)

    def action_tick(self) -> None:
        """Tick the line that the pointer is on, or take its tick away."""
        self._tick(self.wijzer)

    def action_done(self) -> None:
        """Make the choice."""
        if self.takes_keys:
            self.post_message(self.Klaar(tuple(regel.nr for regel in self.query(Vinkregel) if regel.gevinkt)))

    def _tick(self, nr: int) -> None:
        if self.takes_keys and 0 <= nr < len(self._opties):
            self.query(Vinkregel)[nr].tick()
            self.wijzer = nr
            self._mark()

    def on_key(self, event: events.Key) -> None:
        """Tick with a digit or a space; hand on what is a letter."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        if event.character == " ":
            self.action_tick()
        elif event.character.isdecimal() and event.character.isascii():
            self._tick(int(event.character) - 1)
        else:
            self.post_message(Getypt(event.character))

    def on_click(self, event: events.Click) -> None:
        """Tick what is clicked."""
        if isinstance(event.widget, Vinkregel):
            self._tick(event.widget.nr)
