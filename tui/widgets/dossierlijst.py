"""The lists of the dossier: conversations to point at, and parts to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.tekst import Woorden, one_line, words
from tui.widgets.keuze import Optieregel
from tui.widgets.vinken import Vinkregel


@dataclass(frozen=True, slots=True)
class Gespreksregel:
    """A conversation in the list.

    :param dag: when it was, short; ``naam``: what it is called.
    :param delen: how many parts go in; None when nothing was chosen yet.
    """

    id: str
    dag: str
    naam: str
    delen: int | None = None


class _Rij(Woorden):
    """One conversation in the list, on two lines."""

    def __init__(self, nr: int, regel: Gespreksregel) -> None:
        super().__init__()
        self.nr = nr
        self.regel = regel
        self._breed = 26
        self.mark(False)

    def on_resize(self, event: events.Resize) -> None:
        """Set it anew when there is more or less room."""
        self._breed = event.size.width
        self.mark(self.has_class("-gekozen"))

    def mark(self, gekozen: bool) -> None:
        """Show whether it is pointed at."""
        self.set_class(gekozen, "-gekozen")
        ruimte = max(self._breed - 2, 8)
        telling = "" if self.regel.delen is None else f"✓ {self.regel.delen}"
        dag = one_line(self.regel.dag, ruimte - len(telling) - 1).ljust(ruimte - len(telling))
        self.say(
            words(
                ("▸ " if gekozen else "  ", "$now bold"),
                (dag, "$quiet"),
                (telling, "$now bold"),
                "\n  ",
                (one_line(self.regel.naam, ruimte), "bold" if gekozen else ""),
            )
        )


class Gesprekkenlijst(Widget, can_focus=True):
    """Conversations, one of which is pointed at.

    :param regels: the newest first.
    """

    DEFAULT_CSS = """
    Gesprekkenlijst { width: 100%; height: auto; }
    Gesprekkenlijst > _Rij { width: 100%; height: 2; margin-bottom: 1; text-wrap: nowrap; }
    Gesprekkenlijst > _Rij:hover { background: $surface; }
    Gesprekkenlijst > .-gekozen { background: $panel; }
    Gesprekkenlijst:focus > .-gekozen { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home", "move(-10000)", show=False),
        Binding("end", "move(10000)", show=False),
        Binding("enter,right,space", "app.focus_next", show=False),
        # the column around the list would take these, and what is shared could not be read on in
        Binding("pagedown", "screen.read(1)", show=False),
        Binding("pageup", "screen.read(-1)", show=False),
    ]

    @dataclass
    class Gewezen(Message):
        """Another conversation is pointed at."""

        nr: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wijzer = 0

    async def fill(self, regels: Sequence[Gespreksregel]) -> None:
        """Show these conversations, and point at the first."""
        await self.remove_children()
        self.wijzer = 0
        await self.mount_all(_Rij(nr, regel) for nr, regel in enumerate(regels))
        self._mark()

    def tell(self, id: str, delen: int | None) -> None:
        """Show how many parts of a conversation go in, when it still stands in the list."""
        for rij in self.query(_Rij):
            if rij.regel.id == id:
                rij.regel = replace(rij.regel, delen=delen)
                rij.mark(rij.nr == self.wijzer)

    def _mark(self) -> None:
        for rij in self.query(_Rij):
            rij.mark(rij.nr == self.wijzer)

    def point(self, nr: int) -> None:
        """Point at a conversation."""
        rijen = self.query(_Rij)
        if not rijen:
            return
        nieuw = max(0, min(len(rijen) - 1, nr))
        if nieuw != self.wijzer:
            self.wijzer = nieuw
            self._mark()
            rijen[nieuw].scroll_visible(animate=False)
            self.post_message(self.Gewezen(nieuw))

    def action_move(self, stap: int) -> None:
        """Point at another one."""
        self.point(self.wijzer + stap)

    def on_click(self, event: events.Click) -> None:
        """Point at what is clicked."""
        if isinstance(event.widget, _Rij):
            self.point(event.widget.nr)


class Delenlijst(Widget, can_focus=True):
    """The parts of one conversation, each in or out."""

    DEFAULT_CSS = """
    Delenlijst { width: 100%; height: auto; }
    Delenlijst > Woorden { width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", "Tick", id="ticks.tick"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    @dataclass
    class Gewisseld(Message):
        """Something was ticked, or its tick was taken away."""

        delen: frozenset[str]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wijzer = 0
        self._ids: list[str] = []

    async def fill(self, delen: Sequence[tuple[str, str]], gevinkt: Collection[str]) -> None:
        """Show the parts of another conversation.

        :param delen: (id, what it says).
        """
        await self.remove_children()
        self._ids = [id for id, _tekst in delen]
        self.wijzer = 0
        regels = [Vinkregel(nr, tekst) for nr, (_id, tekst) in enumerate(delen)]
        for regel, id in zip(regels, self._ids, strict=True):
            regel.gevinkt = id in gevinkt
        await self.mount_all(regels)
        self._mark()

    def show(self, gevinkt: Collection[str]) -> None:
        """Show which are ticked now."""
        for regel, id in zip(self.query(Vinkregel), self._ids, strict=True):
            regel.gevinkt = id in gevinkt
        self._mark()

    @property
    def gevinkt(self) -> frozenset[str]:
        """The parts that are ticked."""
        return frozenset(id for regel, id in zip(self.query(Vinkregel), self._ids, strict=True) if regel.gevinkt)

    def on_focus(self) -> None:
        """Show where it is."""
        self._mark()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self._mark()

    def _mark(self) -> None:
        for regel in self.query(Vinkregel):
            regel.mark(self.has_focus and regel.nr == self.wijzer)

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        if self._ids:
            self.wijzer = max(0, min(len(self._ids) - 1, self.wijzer + stap))
            self._mark()
            self.query(Vinkregel)[self.wijzer].scroll_visible(animate=False)

    def action_tick(self) -> None:
        """Tick the line that the pointer is on, or take its tick away."""
        self._tick(self.wijzer)

    def _tick(self, nr: int) -> None:
        if 0 <= nr < len(self._ids):
            self.query(Vinkregel)[nr].tick()
            self.wijzer = nr
            self._mark()
            self.post_message(self.Gewisseld(self.gevinkt))

    def on_key(self, event: events.Key) -> None:
        """Tick with a digit."""
        teken = event.character
        if teken is not None and teken.isdecimal() and teken.isascii() and teken != "0":
            event.stop()
            self._tick(int(teken) - 1)

    def on_click(self, event: events.Click) -> None:
        """Tick what is clicked."""
        if isinstance(event.widget, Optieregel):
            self._tick(event.widget.nr)
