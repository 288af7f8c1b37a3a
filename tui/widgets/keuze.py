"""Options to choose from: with digits, arrows or the mouse. Also as chips: the student's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.tekst import Woorden, lines, one_line, words

BEDENKTIJD = 0.5
"""Seconds before something new on the screen takes a key: one that was meant for what stood there before."""

_CHIP_TEKENS = 24
_NAAST = 26
"""Columns that an option needs which stands beside another."""
_HANGT_VANAF = 12
"""Columns from which the words of an option stand under each other, beside its number."""


class Respijt:
    """Mixed into a widget that waits a moment before it takes a key."""

    _sinds: float = float("inf")

    def start_respite(self) -> None:
        """Begin the moment of waiting: it is shown now."""
        self._sinds = monotonic()

    @property
    def takes_keys(self) -> bool:
        """Whether the moment of waiting is over."""
        return monotonic() - self._sinds >= BEDENKTIJD


@dataclass
class Getypt(Message):
    """A letter was typed where letters mean nothing: it belongs in the answer field."""

    teken: str


class Optieregel(Woorden):
    """One option on one line, or one chip.

    :param nr: its place, from 0.
    :param tekst: what it says.
    :param uitleg: what stands behind it, quieter.
    :param letter: the key that chooses it, in the place of its number.
    """

    def __init__(self, nr: int, tekst: str, uitleg: str = "", *, chip: bool = False, letter: str = "") -> None:
        super().__init__(classes="-chip" if chip else "")
        self.nr = nr
        self._letter = letter
        self._tekst = one_line(tekst, _CHIP_TEKENS) if chip else tekst
        self._uitleg = uitleg
        self._breed = 0
        self.mark(False)

    def mark(self, gekozen: bool) -> None:
        """Show whether the pointer is on this option."""
        self.set_class(gekozen, "-gekozen")
        self.say(self._line(gekozen))

    def on_resize(self, event: events.Resize) -> None:
        """Set its words anew when there is more or less room for them."""
        self._breed = 0 if self.has_class("-chip") else event.size.width
        self.mark(self.has_class("-gekozen"))

    def _before(self, gekozen: bool) -> Content:
        """Return what stands before its words: the pointer and its digit."""
        teken = "▸ " if gekozen else "  "
        nummer = f"{self._letter.upper()} " if self._letter else f"{self.nr + 1} " if self.nr < 9 else "  "
        return words((teken, "$now bold"), (nummer, "$now" if gekozen else "$quiet"))

    def _line(self, gekozen: bool) -> Content:
        voor = self._before(gekozen)
        tekst = words((self._tekst, "bold" if gekozen else ""), (f"  {self._uitleg}" if self._uitleg else "", "$quiet"))
        ruimte = self._breed - voor.cell_length
        if ruimte < _HANGT_VANAF or tekst.cell_length <= ruimte:
            return words(voor, tekst)
        eerste, *rest = tekst.wrap(ruimte)
        return lines(words(voor, eerste), *(words(" " * voor.cell_length, regel) for regel in rest))


class Keuzelijst(Respijt, Widget, can_focus=True):
    """A list of options with a pointer.

    :param opties: what each says, or (what it says, what stands behind it).
    :param chips: show them as words beside each other.
    :param koppen: a heading above some of the options, by their place.
    :param letters: of the last options, which stand beside each other: the key of each, by its place.
    :param gewezen: point at the first option beforehand; not where that would be to propose it.
    """

    DEFAULT_CSS = """
    Keuzelijst { width: 100%; height: auto; }
    Keuzelijst > Woorden { width: 100%; height: auto; }
    Keuzelijst > .-kop { margin-top: 1; }
    Keuzelijst > .-kop:first-child { margin-top: 0; }
    Keuzelijst ItemGrid { height: auto; grid-gutter: 0 2; }
    Keuzelijst ItemGrid > Woorden { width: 100%; height: auto; }
    Keuzelijst .-chip { height: 3; width: 100%; border: round $line; padding: 0 1; }
    Keuzelijst .-chip { text-wrap: nowrap; text-overflow: ellipsis; }
    Keuzelijst .-chip.-gekozen { border: heavy $line; }
    Keuzelijst:focus .-chip.-gekozen { border: heavy $now; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Choose", id="choice.pick"),
        Binding("up", "move(-1, True)", show=False),
        Binding("down", "move(1, True)", show=False),
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
    ]

    @dataclass
    class Gekozen(Message):
        """An option was chosen.

        :param nr: its place, from 0.
        :param tekst: what it says.
        """

        keuzelijst: Keuzelijst
        nr: int
        tekst: str

    @dataclass
    class Voorbij(Message):
        """The pointer went over the edge.

        :param stap: -1 above the first, 1 below the last.
        """

        stap: int

    @dataclass
    class Gewezen(Message):
        """The pointer moved."""

        nr: int

    wijzer = reactive(0)

    def __init__(
        self,
        opties: Sequence[str | tuple[str, str]],
        *,
        chips: bool = False,
        koppen: Mapping[int, str] | None = None,
        letters: Mapping[int, str] | None = None,
        gewezen: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._opties = [(optie, "") if isinstance(optie, str) else optie for optie in opties]
        self._chips = chips
        self._koppen = koppen or {}
        self._letters = letters or {}
        if not gewezen:
            self.set_reactive(Keuzelijst.wijzer, -1)

    def compose(self) -> ComposeResult:
        """Make a line or a chip for each option."""
        regels = [
            Optieregel(nr, *optie, chip=self._chips, letter=self._letters.get(nr, ""))
            for nr, optie in enumerate(self._opties)
        ]
        if self._chips:
            breedst = max((len(one_line(tekst, _CHIP_TEKENS)) for tekst, _uitleg in self._opties), default=0)
            yield ItemGrid(*regels, min_column_width=max(16, breedst + 10))
        else:
            for regel in regels:
                if regel.nr in self._koppen:
                    yield Woorden(words((self._koppen[regel.nr], "$now")), classes="-kop")
                if regel.nr not in self._letters:
                    yield regel
            if naast := [regel for regel in regels if regel.nr in self._letters]:
                yield ItemGrid(*naast, min_column_width=_NAAST)

    def on_mount(self) -> None:
        """Point at the first option, and wait a moment."""
        self._mark()
        self.start_respite()

    def watch_wijzer(self) -> None:
        """Move the sign along with the pointer."""
        self._mark()
        if self.is_mounted:
            self.post_message(self.Gewezen(self.wijzer))

    def _mark(self) -> None:
        for regel in self.query(Optieregel):
            regel.mark(regel.nr == self.wijzer)

    def action_move(self, stap: int, rij: bool = False) -> None:
        """Move the pointer.

        :param stap: 1 is on, -1 is back.
        :param rij: a whole row of chips at a time.
        """
        if self.wijzer < 0:
            nieuw = 0 if stap > 0 else len(self._opties) - 1
        else:
            nieuw = self.wijzer + stap * (self._columns(self.wijzer, stap) if rij else 1)
        if 0 <= nieuw < len(self._opties):
            self.wijzer = nieuw
        else:
            self.post_message(self.Voorbij(stap))

    def _columns(self, nr: int, stap: int) -> int:
        """How many options are beside each other where the pointer is, and where it goes."""
        naast = [regel for regel in self.query(Optieregel) if self._chips or regel.nr in self._letters]
        if not naast or (not self._chips and not {nr, nr + stap} <= self._letters.keys()):
            return 1
        return sum(regel.region.y == naast[0].region.y for regel in naast)

    def action_pick(self) -> None:
        """Choose what the pointer is on."""
        self._pick(self.wijzer)

    def _pick(self, nr: int) -> None:
        if self.takes_keys and 0 <= nr < len(self._opties):
            self.wijzer = nr
            self.post_message(self.Gekozen(self, nr, self._opties[nr][0]))

    def on_key(self, event: events.Key) -> None:
        """Choose with a digit; hand on what is a letter."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        if event.character.isdecimal() and event.character.isascii():
            self._pick(int(event.character) - 1)
        elif event.character.lower() in self._letters.values():
            self._pick(next(nr for nr, letter in self._letters.items() if letter == event.character.lower()))
        else:
            self.post_message(Getypt(event.character))

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        if isinstance(event.widget, Optieregel):
            self._pick(event.widget.nr)
