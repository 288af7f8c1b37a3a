"""Earlier turns: what the program said, and the student's own words, which can be taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from gesprek.model import Soort, Spreker
from gesprek.sessie import Sessie
from gesprek.taal import _
from gesprek.uiting import Regel
from tui.tekst import Woorden, words
from tui.widgets.keuze import Getypt


@dataclass(frozen=True, slots=True)
class Beurtbeeld:
    """An earlier turn as it is shown.

    :param soort: said by the program, the student's own, a place where nothing stands (any more), or the mentor's.
    :param gevoel: from and to of its feeling words, where they are marked.
    """

    nr: int
    soort: Literal["programma", "eigen", "leeg", "mentor"]
    tekst: str
    gevoel: tuple[tuple[int, int], ...] = ()

    def as_content(self, voor: str = "") -> Content:
        """Return its words, the feeling words set apart, with a sign before them."""
        stukken: list[str | tuple[str, str]] = [voor]
        vanaf = 0
        for van, tot in self.gevoel:
            stukken += [self.tekst[vanaf:van], (self.tekst[van:tot], "bold underline")]
            vanaf = tot
        return words(*stukken, self.tekst[vanaf:])


def earlier(sessie: Sessie) -> list[Beurtbeeld]:
    """Return the turns before the question of now.

    What the student went back over is left out, and so is a question that got no answer.
    """
    regels = [regel for regel in sessie.verloop.regels if not regel.vervallen and regel.soort is not Soort.TERUG]
    laatste = max((plek for plek, regel in enumerate(regels) if regel.soort.answers), default=-1)
    terug = sessie.bron.flow.reacties.terug
    return list(_images(regels[: laatste + 1], terug))


def _images(regels: list[Regel], terug: str) -> Iterator[Beurtbeeld]:
    for plek, regel in enumerate(regels):
        if regel.spreker is Spreker.PROGRAMMA:
            volgende = next((r for r in regels[plek + 1 :] if r.soort.asks or r.soort.answers), None)
            onbeantwoord = regel.soort.asks and (volgende is None or volgende.soort.asks)
            if not onbeantwoord and regel.vraag != terug and regel.tekst:
                yield Beurtbeeld(regel.nr, "programma", regel.tekst)
        elif regel.soort in (Soort.ANTWOORD, Soort.APART):
            yield Beurtbeeld(regel.nr, "eigen", regel.tekst)
        elif regel.soort is Soort.SLA_OVER:
            yield Beurtbeeld(regel.nr, "leeg", _("(skipped)"))
        elif regel.soort is Soort.GESCHRAPT:
            yield Beurtbeeld(regel.nr, "leeg", _("(struck)"))


class Beurtregel(Woorden):
    """An earlier turn that can only be read."""

    DEFAULT_CSS = """
    Beurtregel { width: 100%; height: auto; margin-bottom: 1; color: $quiet; }
    Beurtregel.-programma { padding-right: 6; }
    Beurtregel.-leeg { margin: 0 0 1 4; border-left: outer $line; padding-left: 1; text-style: italic; }
    """

    def __init__(self, beeld: Beurtbeeld) -> None:
        super().__init__(beeld.as_content(), classes=f"-{beeld.soort}")
        self.beeld = beeld


class EigenBeurt(Beurtregel, can_focus=True):
    """An earlier answer of the student. With the focus on it, Delete takes its words away."""

    DEFAULT_CSS = """
    EigenBeurt { margin: 0 0 1 4; border-left: outer $own; padding-left: 1; color: $own; }
    EigenBeurt:hover { background: $surface; }
    EigenBeurt:focus { border-left: thick $own; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "strike", "Take away", id="line.strike"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("escape,enter", "leave", "To my answer", id="line.leave"),
    ]

    @dataclass
    class Schrappen(Message):
        """The student wants the words of this turn gone."""

        beeld: Beurtbeeld

    @dataclass
    class Verlaten(Message):
        """The student goes back to the field."""

    @dataclass
    class Verder(Message):
        """The student moves on to the turn above or below."""

        beurt: EigenBeurt
        stap: int

    def watch_has_focus(self, has_focus: bool) -> None:
        """Put a sign before it, or take it away."""
        super().watch_has_focus(has_focus)
        self.say(self.beeld.as_content("▸ " if has_focus else ""))

    def action_strike(self) -> None:
        """Ask to take these words away."""
        self.post_message(self.Schrappen(self.beeld))

    def action_leave(self) -> None:
        """Go back to the field."""
        self.post_message(self.Verlaten())

    def action_move(self, stap: int) -> None:
        """Go to the own turn above or below."""
        self.post_message(self.Verder(self, stap))

    def on_key(self, event: events.Key) -> None:
        """Hand on what is typed: it belongs in the field."""
        if event.character is not None and event.is_printable:
            event.stop()
            self.post_message(Getypt(event.character))


class Ouder(Woorden, can_focus=True):
    """Stands above the earliest turn on the screen, and brings the ones before it."""

    DEFAULT_CSS = """
    Ouder { display: none; width: 100%; height: 1; margin-bottom: 1; color: $quiet; text-align: center; }
    Ouder.-nodig { display: block; }
    Ouder:focus { color: $now; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "show", "Show", id="line.older")]

    @dataclass
    class Gevraagd(Message):
        """The student wants to read further back."""

    def action_show(self) -> None:
        """Ask for the turns before."""
        self.post_message(self.Gevraagd())

    def on_click(self) -> None:
        """Ask for the turns before."""
        self.post_message(self.Gevraagd())


def make_beurt(beeld: Beurtbeeld) -> Beurtregel:
    """Return the widget for an earlier turn."""
    return EigenBeurt(beeld) if beeld.soort == "eigen" else Beurtregel(beeld)
