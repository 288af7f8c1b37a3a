"""Help: who is speaking, what is kept and where, and every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from gesprek.taal import _
from tui.tekst import Woorden, lines, words
from tui.toetsen import explain
from tui.widgets.voet import Voet


class Hulp(ModalScreen[None]):
    """One page of help. Any of the usual keys closes it.

    :param plek: where conversations are kept; empty when nothing is kept.
    :param alineas: what is told, one paragraph each; about a conversation when left out.
    :param toetsen: the keys with what they do; those of a conversation when left out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,q", "close", "Close", id="help.close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, plek: str, alineas: Sequence[str] = (), toetsen: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._plek = plek
        self._alineas = alineas
        self._toetsen = toetsen

    def compose(self) -> ComposeResult:
        """Set the page."""
        with VerticalScroll(id="vlak", can_focus=False):
            yield Woorden(words((_("Help"), "$now bold")), classes="kop")
            for alinea in self._alineas or self._about_conversations():
                yield Woorden(alinea, classes="alinea")
            yield Woorden(_keys(self._toetsen or explain()), id="toetsen")
            yield Woorden(_("Everything also works with the mouse: click an option, a key below, or your own words."))
        yield Voet()

    def _about_conversations(self) -> tuple[str, str]:
        zin = _("You talk with a program, not with a human. It asks; you decide what you tell.")
        return zin, self._kept()

    def _kept(self) -> str:
        if not self._plek:
            return _("Nothing is kept: when you stop, your words are gone.")
        return _("What you answer is kept here, and nowhere else: {place}").format(place=self._plek)

    def action_scroll(self, regels: int) -> None:
        """Move through the page."""
        self.query_one("#vlak").scroll_relative(y=regels, animate=False)

    def action_close(self) -> None:
        """Go back to where it was."""
        self.dismiss()


def _keys(toetsen: Sequence[tuple[str, str]]) -> Content:
    breed = max(len(toets) for toets, _doet in toetsen)
    return lines(*(words((toets.ljust(breed + 3), "$now"), doet) for toets, doet in toetsen))
