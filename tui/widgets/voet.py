"""The footer: the keys that work now, each also a button for the mouse."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget

from tui.tekst import words
from tui.toetsen import LEAST, ORDER, describe, key_name


class Voet(Widget):
    """One line with the keys that work now. What does not fit is left out, the least needed first."""

    DEFAULT_CSS = """
    Voet { dock: bottom; width: 100%; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._plekken: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def entries(self) -> list[tuple[str, str, str]]:
        """Return (id, key, what it does) of the keys that are shown."""
        gevonden: dict[str, ActiveBinding] = {}
        for actief in self.screen.active_bindings.values():
            if actief.binding.show and actief.enabled and actief.binding.id in ORDER:
                gevonden.setdefault(actief.binding.id, actief)
        return [(id, gevonden[id].binding.key, describe(id)) for id in ORDER if id in gevonden]

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Return the entries for which there is room, in their order."""
        alle = self.entries()
        breed = {id: len(key_name(toets)) + len(doet) + 3 for id, toets, doet in alle}
        blijft, weg = set(breed), [id for id in LEAST if id in breed]
        over = self.size.width + 2 - sum(breed.values())
        gegaan = []
        while over < 0 and weg:
            gegaan.append(weg.pop(0))
            over += breed[gegaan[-1]]
        blijft -= set(gegaan)
        # a wide one that had to go may have made room for a narrow one that went before it
        for id in reversed(gegaan):
            if breed[id] <= over:
                blijft.add(id)
                over -= breed[id]
        return [entry for entry in alle if entry[0] in blijft]

    def render(self) -> RenderResult:
        """Write the keys that fit."""
        toetsen = self._fitting()
        self._plekken = []
        regel: list[tuple[str, str]] = []
        kolom = 0
        for _id, toets, doet in toetsen:
            kort = key_name(toets)
            regel += [(kort, "$now bold"), (f" {doet}", ""), ("  ", "")]
            self._plekken.append((kolom, kolom + len(kort) + 1 + len(doet), toets))
            kolom += len(kort) + len(doet) + 3
        return words(*regel)

    def on_click(self, event: events.Click) -> None:
        """Press the key that is clicked."""
        kolom = event.x - self.gutter.left
        for van, tot, toets in self._plekken:
            if van <= kolom < tot:
                self.app.simulate_key(toets)
