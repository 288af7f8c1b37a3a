"""A scale: a row of numbers, chosen with digits, arrows or the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.tekst import lines, words
from tui.widgets.keuze import Getypt, Respijt


class Schaalbalk(Respijt, Widget, can_focus=True):
    """A scale from ``laagste`` to ``hoogste``. Nothing is chosen beforehand."""

    DEFAULT_CSS = """
    Schaalbalk { width: 100%; height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Choose", id="scale.pick"),
        Binding("left,down", "move(-1)", show=False),
        Binding("right,up", "move(1)", show=False),
    ]

    @dataclass
    class Gekozen(Message):
        """A number was confirmed."""

        getal: int

    getal: reactive[int | None] = reactive(None)

    def __init__(self, laagste: int, hoogste: int, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._laagste = laagste
        self._hoogste = hoogste

    def on_mount(self) -> None:
        """Wait a moment before a key counts."""
        self.start_respite()

    @property
    def _step(self) -> int:
        """Columns from one number to the next."""
        return max(3, min(6, self.size.width // (self._hoogste - self._laagste + 1)))

    def render(self) -> Content:
        """Draw the numbers above their marks, and the chosen one filled."""
        stap, getal = self._step, self.getal
        cijfers, streep, pijl = [], [], []
        for nr in range(self._laagste, self._hoogste + 1):
            gekozen = nr == getal
            cijfers.append((str(nr).center(stap), "$now bold" if gekozen else ""))
            links = (stap - 1) // 2
            voor = getal is not None and nr <= getal
            na = getal is not None and nr < getal
            streep.append(
                (("━" if voor else "─") * links if nr > self._laagste else " " * links, "$now" if voor else "$line")
            )
            streep.append(("●" if gekozen else "○", "$now bold" if voor else "$quiet"))
            rechts = stap - links - 1
            streep.append(
                (("━" if na else "─") * rechts if nr < self._hoogste else " " * rechts, "$now" if na else "$line")
            )
            pijl.append(("▲".center(stap) if gekozen else " " * stap, "$now"))
        return lines(words(*cijfers), words(*streep), words(*pijl))

    def action_move(self, stap: int) -> None:
        """Move the chosen number; the first time to the middle."""
        if self.getal is None:
            midden = (self._laagste + self._hoogste) // 2
            self.getal = midden if stap < 0 else midden + 1
        else:
            self.getal = min(self._hoogste, max(self._laagste, self.getal + stap))

    def action_pick(self) -> None:
        """Confirm the number."""
        if self.takes_keys and self.getal is not None:
            self.post_message(self.Gekozen(self.getal))

    def on_key(self, event: events.Key) -> None:
        """Choose with a digit, 0 being 10; hand on what is a letter."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        if event.character.isdecimal() and event.character.isascii():
            getal = int(event.character) or 10
            if self.takes_keys and self._laagste <= getal <= self._hoogste:
                self.getal = getal
        else:
            self.post_message(Getypt(event.character))

    def on_click(self, event: events.Click) -> None:
        """Choose the number that is clicked; a second click on it confirms."""
        getal = self._laagste + event.x // self._step
        if not self.takes_keys or not self._laagste <= getal <= self._hoogste:
            return
        if getal == self.getal:
            self.action_pick()
        self.getal = getal
