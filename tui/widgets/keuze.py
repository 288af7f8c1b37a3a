"""Options to choose from: with digits, arrows or the mouse. Also as chips: the student's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid
from textual.content import Content
from textual.geometry import Offset, Region, Size
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


def set_option(voor: Content, tekst: Content, breed: int) -> list[Content]:
    """Return the lines of an option, its words under each other beside what stands before them.

    :param breed: columns that there are; 0 when that is not known yet.
    """
    ruimte = breed - voor.cell_length
    if not breed or (ruimte < _HANGT_VANAF and voor.cell_length + tekst.cell_length <= breed):
        return [words(voor, tekst)]
    if ruimte < _HANGT_VANAF:
        return words(voor, tekst).wrap(breed)
    eerste, *rest = tekst.wrap(ruimte)
    return [words(voor, eerste), *(words(" " * voor.cell_length, regel) for regel in rest)]


def _sign(gekozen: bool, toets: str) -> Content:
    """Return what stands before an option: the pointer, and the key that chooses it."""
    return words(("▸ " if gekozen else "  ", "$now bold"), (f"{toets:<2}", "$now" if gekozen else "$quiet"))


def _digit(nr: int) -> str:
    return str(nr + 1) if nr < 9 else ""


class Optieregel(Woorden):
    """One option that is a widget of its own: a line, or a chip.

    :param nr: its place, from 0.
    :param tekst: what it says.
    """

    def __init__(self, nr: int, tekst: str, *, chip: bool = False) -> None:
        super().__init__(classes="-chip" if chip else "")
        self.nr = nr
        self._tekst = one_line(tekst, _CHIP_TEKENS) if chip else tekst
        self._breed = 0
        self.mark(False)

    def mark(self, gekozen: bool) -> None:
        """Show whether the pointer is on this option."""
        self.set_class(gekozen, "-gekozen")
        tekst = words((self._tekst, "bold" if gekozen else ""))
        self.say(lines(*set_option(self._before(gekozen), tekst, self._breed)))

    def on_resize(self, event: events.Resize) -> None:
        """Set its words anew when there is more or less room for them."""
        self._breed = 0 if self.has_class("-chip") else event.size.width
        self.mark(self.has_class("-gekozen"))

    def _before(self, gekozen: bool) -> Content:
        """Return what stands before its words."""
        return _sign(gekozen, _digit(self.nr))


class Keuzelijst(Respijt, Widget, can_focus=True):
    """A list of options with a pointer, each on a line of its own. ``grid-gutter`` is the room between them.

    The list draws the lines itself: a widget for each would cost more than the rest of a page.

    :param opties: what each says, or (what it says, what stands behind it, quieter).
    :param koppen: a heading above some of the options, by their place.
    :param letters: of the last options, which stand beside each other: the key of each, by its place.
    :param gewezen: point at the first option beforehand; not where that would be to propose it.
    """

    DEFAULT_CSS = """
    Keuzelijst { width: 100%; height: auto; grid-gutter: 0 2; }
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
        koppen: Mapping[int, str] | None = None,
        letters: Mapping[int, str] | None = None,
        gewezen: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._opties = [(optie, "") if isinstance(optie, str) else optie for optie in opties]
        self._koppen = koppen or {}
        self._letters = letters or {}
        self._plekken: dict[int, Region] = {}
        if not gewezen:
            self.set_reactive(Keuzelijst.wijzer, -1)

    @property
    def aantal(self) -> int:
        """How many options there are."""
        return len(self._opties)

    # drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the options take in this width."""
        return len(self._draw(width))

    def render(self) -> RenderResult:
        """Draw the options."""
        return lines(*self._draw(self.content_size.width))

    def _draw(self, breed: int) -> list[Content]:
        """Return the lines, and know from now on where each option stands."""
        regels: list[Content] = []
        self._plekken = {}
        for nr in range(len(self._opties)):
            if nr in self._koppen:
                regels += [words("")] * bool(regels) + [words((self._koppen[nr], "$now"))]
            elif nr and nr not in self._letters:
                regels += [words("")] * self.styles.grid_gutter_horizontal  # textual calls it so between rows
            if nr not in self._letters:
                optie = self._option(nr, breed)
                self._plekken[nr] = Region(0, len(regels), breed, len(optie))
                regels += optie
        return regels + self._draw_beside(breed, len(regels)) if self._letters else regels

    def _draw_beside(self, breed: int, onder: int) -> list[Content]:
        """Return the lines of the options that have a letter, as many beside each other as there is room for.

        :param onder: the lines above them.
        """
        tussen = self.styles.grid_gutter_vertical
        naast = min(len(self._letters), max(1, (breed + tussen) // (_NAAST + tussen)))
        vak = (breed + tussen) // naast - tussen
        regels: list[Content] = []
        for vanaf in range(0, len(self._letters), naast):
            rij = list(self._letters)[vanaf : vanaf + naast]
            opties = [self._option(nr, vak) for nr in rij]
            hoog = max(map(len, opties))
            for kolom, nr in enumerate(rij):
                self._plekken[nr] = Region(kolom * (vak + tussen), onder + len(regels), vak, hoog)
            regels += [
                words(*(stuk.pad_right(max(vak + tussen - stuk.cell_length, 0)) for stuk in stukken))
                for stukken in zip_longest(*opties, fillvalue=words(""))
            ]
        return regels

    def _option(self, nr: int, breed: int) -> list[Content]:
        gekozen = nr == self.wijzer
        tekst, uitleg = self._opties[nr]
        woorden = words((tekst, "bold" if gekozen else ""), (f"  {uitleg}" if uitleg else "", "$quiet"))
        return set_option(_sign(gekozen, self._letters.get(nr, "").upper() or _digit(nr)), woorden, breed)

    def _mark(self) -> None:
        """Show where the pointer is."""
        self.refresh()

    def region_of(self, nr: int) -> Region:
        """Return where an option stands within the list."""
        return self._plekken.get(nr, Region())

    def on_mount(self) -> None:
        """Wait a moment."""
        self.start_respite()

    def watch_wijzer(self) -> None:
        """Move the sign along with the pointer."""
        self._mark()
        if self.is_mounted:
            self._keep_in_sight()
            self.post_message(self.Gewezen(self.wijzer))

    def _keep_in_sight(self) -> None:
        """Move the page along, where it is longer than the screen."""
        blad = next((w for w in self.ancestors if isinstance(w, Widget) and w.allow_vertical_scroll), None)
        if blad is not None:
            plek = self.region_of(self.wijzer).translate(self.content_region.offset - blad.region.offset)
            blad.scroll_to_region(plek.translate(blad.scroll_offset), animate=False)

    # choosing

    def action_move(self, stap: int, rij: bool = False) -> None:
        """Move the pointer.

        :param stap: 1 is on, -1 is back.
        :param rij: a whole row of chips at a time.
        """
        if self.wijzer < 0:
            nieuw = 0 if stap > 0 else len(self._opties) - 1
        else:
            nieuw = self.wijzer + stap * (self._columns(self.wijzer, stap) if rij else 1)
            if self.wijzer in self._letters and nieuw not in self._letters and stap < 0:
                nieuw = min(self._letters) - 1  # from the first row, up is what stands right above it
        if 0 <= nieuw < len(self._opties):
            self.wijzer = nieuw
        else:
            self.post_message(self.Voorbij(stap))

    def _columns(self, nr: int, stap: int) -> int:
        """How many options are beside each other where the pointer is, and where it goes."""
        if not {nr, nr + stap} <= self._letters.keys():
            return 1
        rij = min(self.region_of(letter).y for letter in self._letters)
        return sum(self.region_of(letter).y == rij for letter in self._letters)

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
        plek = event.get_content_offset(self)
        if plek is not None:
            self._pick(self._at(plek))

    def _at(self, plek: Offset) -> int:
        """Return the place of the option that stands somewhere in the list; -1 when there is none."""
        return next((nr for nr, waar in self._plekken.items() if waar.contains_point(plek)), -1)


class Chiprij(ItemGrid):
    """Chips in rows."""

    DEFAULT_CSS = """
    Chiprij { height: auto; grid-gutter: 0 2; }
    Chiprij > .-chip { height: 3; width: 100%; border: round $line; padding: 0 1; }
    Chiprij > .-chip { text-wrap: nowrap; text-overflow: ellipsis; }
    Chiprij > .-chip.-gekozen { border: heavy $line; }
    Keuzelijst:focus > Chiprij > .-chip.-gekozen { border: heavy $now; }
    """


class Chiplijst(Keuzelijst):
    """Options as words beside each other, each in a border: the student's own."""

    def compose(self) -> ComposeResult:
        """Make the chips."""
        chips = [Optieregel(nr, tekst, chip=True) for nr, (tekst, _uitleg) in enumerate(self._opties)]
        breedst = max((len(one_line(tekst, _CHIP_TEKENS)) for tekst, _uitleg in self._opties), default=0)
        yield Chiprij(*chips, min_column_width=max(16, breedst + 10))

    def on_mount(self) -> None:
        """Show what is pointed at."""
        self._mark()

    get_content_height = Widget.get_content_height
    render = Widget.render

    def _mark(self) -> None:
        for chip in self.query(Optieregel):
            chip.mark(chip.nr == self.wijzer)

    def region_of(self, nr: int) -> Region:
        """Return where a chip stands within the list."""
        return self.query(Optieregel)[nr].region.translate(-self.content_region.offset) if nr >= 0 else Region()

    def _columns(self, nr: int, stap: int) -> int:  # noqa: ARG002
        chips = list(self.query(Optieregel))
        return sum(chip.region.y == chips[0].region.y for chip in chips)

    def _at(self, plek: Offset) -> int:
        return next((chip.nr for chip in self.query(Optieregel) if self.region_of(chip.nr).contains_point(plek)), -1)
