"""Choices beside each other on a line: one of them, or any number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.tekst import Stuk, Woorden, words


class Keuzerij(Widget, can_focus=True):
    """Choices beside each other: one of them, or any number.

    :param label: what is chosen.
    :param opties: (id, what it says).
    :param gekozen: ids that are chosen beforehand.
    :param meer: any number may be chosen, each with the space bar.
    """

    DEFAULT_CSS = """
    Keuzerij { width: 100%; height: auto; }
    Keuzerij > Woorden { width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space", "tick", "Tick", id="ticks.tick"),
    ]

    @dataclass
    class Veranderd(Message):
        """Something else was chosen."""

        keuzerij: Keuzerij

        @property
        def control(self) -> Keuzerij:
            """The row itself."""
            return self.keuzerij

    def __init__(
        self,
        label: str,
        opties: Sequence[tuple[str, str]],
        gekozen: Collection[str] = (),
        *,
        meer: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._opties = opties
        self._meer = meer
        self._plekken: list[tuple[int, int, int]] = []
        self.gekozen = set(gekozen)
        self.wijzer = next((nr for nr, (id_, _t) in enumerate(opties) if id_ in self.gekozen), 0)

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Woorden()

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def on_focus(self) -> None:
        """Show where the pointer is."""
        self._show()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen, in the order of the row."""
        return tuple(id for id, _tekst in self._opties if id in self.gekozen)

    def choose(self, id: str) -> None:
        """Choose one, without telling."""
        self.gekozen = {id}
        self.wijzer = next((nr for nr, (id_, _t) in enumerate(self._opties) if id_ == id), 0)
        self._show()

    def _show(self) -> None:
        stukken: list[Stuk] = [(f"{self._label}  ", "$quiet")]
        kolom = len(self._label) + 2
        self._plekken = []
        for nr, (id, tekst) in enumerate(self._opties):
            aan = id in self.gekozen
            wijst = self.has_focus and nr == self.wijzer
            teken = ("[x] " if aan else "[ ] ") if self._meer else ("(•) " if aan else "( ) ")
            stijl = "$now bold underline" if wijst else "bold" if aan else ""
            stukken += [(teken, "$now"), (tekst, stijl), "  "]
            self._plekken.append((kolom, kolom + len(teken) + len(tekst), nr))
            kolom += len(teken) + len(tekst) + 2
        if self.children:
            self.query_one(Woorden).say(_joined(stukken))

    def action_move(self, stap: int) -> None:
        """Move along the row; of a choice of one that is choosing."""
        self.wijzer = max(0, min(len(self._opties) - 1, self.wijzer + stap))
        if self._meer:
            self._show()
        else:
            self._take(self.wijzer)

    def action_tick(self) -> None:
        """Choose what the pointer is on."""
        self._take(self.wijzer)

    def _take(self, nr: int) -> None:
        id = self._opties[nr][0]
        self.wijzer = nr
        voor = set(self.gekozen)
        self.gekozen = self.gekozen ^ {id} if self._meer else {id}
        self._show()
        if self.gekozen != voor:
            self.post_message(self.Veranderd(self))

    def on_key(self, event: events.Key) -> None:
        """Choose with a digit."""
        teken = event.character
        if teken is not None and teken.isdecimal() and teken.isascii() and 0 < int(teken) <= len(self._opties):
            event.stop()
            self._take(int(teken) - 1)

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked; a row that is wrapped is told by its line too."""
        plek = event.x + event.y * self.size.width
        for van, tot, nr in self._plekken:
            if van <= plek < tot + 2:
                self._take(nr)
                break


def _joined(stukken: Sequence[Stuk]) -> Content:
    return words(*stukken)
