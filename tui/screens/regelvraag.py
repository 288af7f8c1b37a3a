"""Asks for one line of text: a name, days, the path of a file."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from tui.tekst import Woorden, typeable, words
from tui.werk import do
from tui.widgets.voet import Voet


class Regelveld(TextArea):
    """A field of one line.

    :param wenk: stands in it as long as it is empty.
    """

    DEFAULT_CSS = """
    Regelveld {
        width: 100%; height: 3; padding: 0 1; border: round $now; background: $background; color: $foreground;
        scrollbar-size: 0 0;
    }
    Regelveld:focus { border: round $now; }
    Regelveld .text-area--placeholder { color: $quiet; }
    Regelveld:light .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    """

    def __init__(self, tekst: str, *, id: str | None = None, wenk: str = "") -> None:
        super().__init__(typeable(tekst), id=id, soft_wrap=False, tab_behavior="focus", highlight_cursor_line=False)
        self.placeholder = words(f" {wenk}") if wenk else ""
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Put the caret behind what stands there."""
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        # a new line has no place in a path; the screen hears Enter
        if event.key in ("enter", "ctrl+j", "shift+enter", "alt+enter"):
            event.stop()
            event.prevent_default()
            do(self.screen, self.screen.run_action("save"))

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(typeable(event.text).replace("\n", " ").strip())


class Regelvraag(ModalScreen[str | None]):
    """One question with a field; Escape leaves it, and gives None.

    :param vraag: what is asked.
    :param voorstel: what stands in the field beforehand.
    :param uitleg: a sentence below it.
    :param mag_leeg: whether nothing is an answer too.
    """

    AUTO_FOCUS = "Regelveld"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", id="path.save"),
        Binding("escape", "leave", "Close", id="help.close"),
    ]

    veld = getters.query_one(Regelveld)

    def __init__(self, vraag: str, voorstel: str = "", uitleg: str = "", *, mag_leeg: bool = False) -> None:
        super().__init__()
        self._vraag = vraag
        self._voorstel = voorstel
        self._uitleg = uitleg
        self._mag_leeg = mag_leeg

    def compose(self) -> ComposeResult:
        """Set the question."""
        with Vertical(id="vlak"):
            yield Woorden(words((self._vraag, "bold")), id="vraag")
            yield Regelveld(self._voorstel)
            yield Woorden(words((self._uitleg, "$quiet")), id="uitleg")
        yield Voet()

    def action_save(self) -> None:
        """Give what was typed."""
        tekst = " ".join(self.veld.text.split("\n")).strip()
        if tekst or self._mag_leeg:
            self.dismiss(tekst)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
