"""The menu (command palette): everything that can be done, in the language of now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from gesprek.taal import _


class Opdrachten(Provider):
    """What can be done from here."""

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        for naam, uitleg, actie in self.commands():
            yield DiscoveryHit(naam, partial(self.app.run_action, actie), help=uitleg)

    async def search(self, query: str) -> Hits:
        """Offer what fits what is typed."""
        zoeker = self.matcher(query)
        gevonden = False
        for naam, uitleg, actie in self.commands():
            if (past := zoeker.match(f"{naam} {uitleg}")) > 0:
                gevonden = True
                yield Hit(past, zoeker.highlight(naam), partial(self.app.run_action, actie), help=uitleg)
        if not gevonden:
            yield Hit(0.1, _("Nothing found"), _do_nothing)

    def commands(self) -> Iterator[tuple[str, str, str]]:
        """Yield (name, what it does, action) of what can be done on the screen of now."""
        scherm = self.screen
        for naam, uitleg, actie in (
            (_("Back"), _("To the question before"), "back"),
            (_("Skip"), _("Leave this question for what it is"), "skip"),
            (_("Save"), _("Write this report to a file"), "save"),
            (_("Hint"), _("What you could try now"), "hint"),
            (_("Switch"), _("Through the student’s eyes"), "switch"),
            (_("To the end"), _("What this conversation came to"), "stop"),
            (_("Progress"), _("How practising went, per rule"), "progress"),
        ):
            if hasattr(scherm, f"action_{actie}") and scherm.check_action(actie, ()):
                yield naam, uitleg, f"screen.{actie}"
        if self.app.check_action("home", ()):
            yield _("To the start"), _("Leave this for now"), "app.home"
        yield _("Light or dark"), _("Other colours"), "app.toggle_theme"
        yield _("Help"), _("Every key, and what is kept"), "app.help"
        yield _("Stop"), _("Close the program"), "app.quit"


def _do_nothing() -> None:
    """Leave everything as it is."""


def open_menu() -> CommandPalette:
    """Return the menu, with its own words in the language of now."""
    return CommandPalette([Opdrachten], placeholder=_("What do you want to do?"))
