"""When an answer may be a sign of serious distress: the script stops, and a calm page says who to talk to."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from tui.tekst import Woorden, lines, words
from tui.widgets.keuze import Keuzelijst


def calm_text(tekst: str) -> Content:
    """Set the text: the first lines as they are, each number to call on a line of its own, in bold.

    :param tekst: what to say, and under it a line for each number.
    """
    eerste, *nummers = tekst.split("\n")
    zinnen = [words(zin) for zin in eerste.replace(". ", ".\n").split("\n")]
    regels: list[Content] = []
    for zin in zinnen:
        regels += [zin, words("")]
    for nummer in nummers:
        naam, punt, rest = nummer.partition(": ")
        bel, haak, uitleg = rest.partition(" (")
        regels.append(words(f"{naam}{punt}", (bel, "$now bold"), (f"{haak}{uitleg}", "$quiet")))
    return lines(*regels)


class Zorgpaneel(VerticalScroll, can_focus=False):
    """The calm page.

    :param tekst: what to say, and under it a line for each number to call.
    :param opties: what the student can choose.
    """

    DEFAULT_CSS = """
    Zorgpaneel { width: 100%; height: 1fr; background: $care; align: center middle; scrollbar-size-vertical: 1; }
    Zorgpaneel > Vertical { width: 80; max-width: 100%; height: auto; padding: 1 2; }
    Zorgpaneel #zorgtekst { width: 100%; height: auto; margin-bottom: 2; }
    """

    def __init__(self, tekst: str, opties: Sequence[str], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._tekst = tekst
        self._opties = opties

    def compose(self) -> ComposeResult:
        """Set the text and the options."""
        with Vertical():
            yield Woorden(calm_text(self._tekst), id="zorgtekst")
            yield Keuzelijst(self._opties, gewezen=False, id="zorgkeuze")

    @on(Keuzelijst.Voorbij)
    def _read_text(self, bericht: Keuzelijst.Voorbij) -> None:
        if bericht.stap < 0:
            self.scroll_home(animate=False)
