"""My story: what the student told so far, in the student's own words."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from gesprek.model import SLOTS, Invulling
from gesprek.taal import _
from gesprek.verloop import Verloop
from gesprek.verteld import heading
from gesprek.weergave import shorten
from tui.tekst import Woorden, lines, words


def parts(verloop: Verloop) -> Iterator[tuple[str, str]]:
    """Yield (heading, quote) for what the student told, in the order of the conversation, each quote once."""
    gehad: set[tuple[int, int, int]] = set()
    for slots in SLOTS.values():
        for slot in slots:
            kop = "" if slot == "kernwoord" else heading(slot)
            nieuw = [i for i in verloop.verhaal.slots.get(slot, ()) if _place(i) not in gehad]
            gehad |= {_place(i) for i in nieuw}
            if not kop or not nieuw:
                continue
            getoond = nieuw if slot in ("emotie", "afspraak") else nieuw[-1:]
            citaten = dict.fromkeys(shorten(i.citaat) for i in getoond)
            if any(citaten):
                yield kop, ", ".join(f"‘{citaat}’" for citaat in citaten if citaat)


def _place(invulling: Invulling) -> tuple[int, int, int]:
    citaat = invulling.citaat
    return citaat.beurt, citaat.van, citaat.tot


class Verhaalpaneel(VerticalScroll, can_focus=False):
    """The story so far, filling up beside the conversation."""

    DEFAULT_CSS = """
    Verhaalpaneel { height: 1fr; scrollbar-size-vertical: 1; }
    Verhaalpaneel > Woorden { width: 100%; height: auto; }
    Verhaalpaneel > #woord { margin-top: 1; text-align: center; }
    Verhaalpaneel > #delen { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Leave room for the word, and for the parts."""
        yield Woorden(words((_("My story"), "$now bold")))
        yield Woorden(id="woord")
        yield Woorden(id="delen")

    def show(self, verloop: Verloop) -> None:
        """Show what is known now."""
        woord = verloop.opbrengst().kernwoord
        vak = self.query_one("#woord", Woorden)
        vak.display = bool(woord)
        vak.say(words((woord or "", "$own bold")))
        regels: list[Content] = []
        for kop, citaat in parts(verloop):
            regels += [words((kop, "$quiet")), words((citaat, "$own")), words("")]
        leeg = words((_("Your own words will come to stand here."), "$quiet"))
        self.query_one("#delen", Woorden).say(lines(*regels) if regels else leeg)
        self.call_after_refresh(self.scroll_end, animate=False)
