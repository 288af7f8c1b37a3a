"""A bare Textual app with one line and one field: the floor that the screen is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Kaal(App[None]):
    """As little as an app with a question can be."""

    def compose(self) -> ComposeResult:
        """One line, one field."""
        yield Static("Ik ben een programma.")
        yield Input()

    def on_input_submitted(self) -> None:
        """Say something else when an answer is sent."""
        self.query_one(Static).update("Je zei ‘trots’.")
        self.query_one(Input).value = ""


if __name__ == "__main__":
    Kaal().run()
