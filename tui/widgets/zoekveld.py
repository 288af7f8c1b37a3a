"""A field of one line that stays in focus while a list below it is walked through."""

from __future__ import annotations

from textual import events

from tui.screens.regelvraag import Regelveld

_VOOR_HET_SCHERM = {
    "enter": "open",
    "down": "move(1)",
    "up": "move(-1)",
    "pagedown": "page(1)",
    "pageup": "page(-1)",
    "ctrl+home": "move(-1000000)",
    "ctrl+end": "move(1000000)",
}
"""Keys that the screen hears, with what it does."""


class Zoekveld(Regelveld):
    """What is looked for."""

    async def _on_key(self, event: events.Key) -> None:
        if (actie := _VOOR_HET_SCHERM.get(event.key)) is not None:
            event.stop()
            event.prevent_default()
            await self.screen.run_action(actie)
