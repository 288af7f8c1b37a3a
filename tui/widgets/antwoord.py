"""The answer field: grows with the answer, Enter sends, Ctrl+J makes a new line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from gesprek.taal import _
from gesprek.weergave import visible
from tui.tekst import typeable, words

GROOT = 4000
"""Characters from which a paste stands in the field as one short stand-in. It is sent whole."""

_KALE_CR = re.compile(r"\r(?!\n)")
KLEIN = 3
"""Characters below which a stand-in could be mistaken for something typed."""


class Antwoord(TextArea):
    """A field for an answer of any length."""

    DEFAULT_CSS = """
    Antwoord {
        width: 100%; height: auto; min-height: 3; max-height: 10; padding: 0 1;
        border: round $line; background: $background; color: $foreground; scrollbar-size-vertical: 1;
    }
    Antwoord:focus { border: round $now; }
    Antwoord .text-area--placeholder { color: $quiet; }
    Antwoord:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "Send", id="answer.send"),
        Binding("ctrl+j,shift+enter,alt+enter", "newline", "New line", id="answer.newline"),
        Binding("pageup", "screen.read(-1)", show=False),
        Binding("pagedown", "screen.read(1)", show=False),
    ]

    @dataclass
    class Verstuurd(Message):
        """The student sends the answer. It is out of the field: what is typed now is for what comes next."""

        tekst: str

    @dataclass
    class Omhoog(Message):
        """The student moves up, out of the field."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self._geplakt: dict[str, str] = {}

    @property
    def value(self) -> str:
        """The whole answer, with what was pasted in the place of its stand-in."""
        tekst = self.text
        for stand_in, geheel in self._geplakt.items():
            tekst = tekst.replace(stand_in, geheel)
        return tekst

    def fill(self, tekst: str) -> None:
        """Put a text in the field, with the caret behind it."""
        self._geplakt.clear()
        self.load_text(self._stand_in(tekst))
        self.move_cursor(self.document.end)

    def take(self) -> str:
        """Take the answer out of the field."""
        tekst = self.value
        self.fill("")
        return tekst

    def invite(self, tekst: str) -> None:
        """Say in the empty field what can be typed."""
        self.placeholder = words(f" {tekst}")  # the caret stands on the space, and hides no letter

    def _stand_in(self, tekst: str) -> str:
        """Return a text as it stands in the field, and keep it when something else stands for it.

        What is long is named; what could steer the terminal stands there in signs. Both are sent as they were.
        """
        if len(tekst) < GROOT:
            veilig = typeable(tekst)
            if veilig == tekst:
                return tekst
            getoond = typeable(visible(tekst))
            if len(getoond) < KLEIN or getoond in self._geplakt or getoond in self.text:
                return veilig
            self._geplakt[getoond] = tekst
            return getoond
        aantal = f"{len(tekst):,}".replace(",", " ")
        kort = _("[pasted: {count} characters]").format(count=aantal)
        nr = 1
        while kort in self._geplakt or kort in self.text:
            nr += 1
            kort = _("[pasted {nr}: {count} characters]").format(nr=nr, count=aantal)
        self._geplakt[kort] = tekst
        return kort

    def action_send(self) -> None:
        """Send the answer."""
        self.post_message(self.Verstuurd(self.take()))

    def action_newline(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_cursor_up(self, select: bool = False) -> None:
        """Move the caret up; from the first line, out of the field."""
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.post_message(self.Omhoog())
        else:
            super().action_cursor_up(select)

    def give_back(self, tekst: str) -> None:
        """Put a text that could not be sent before what was typed since."""
        if tekst:
            self.fill(tekst + self.value)

    async def _on_key(self, event: events.Key) -> None:
        # not left to the bindings: they run after what was typed later, or before what was typed earlier
        if event.key == "enter":
            self.action_send()
        elif event.key in ("ctrl+j", "shift+enter", "alt+enter"):
            self.action_newline()
        else:
            return
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        # a terminal hands on a new line as a bare carriage return
        self.insert(self._stand_in(_KALE_CR.sub("\n", event.text)))
        self.scroll_cursor_visible()
