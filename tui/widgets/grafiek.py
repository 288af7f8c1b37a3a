"""A line over turns or runs, drawn by textual-plot in the colours of the theme.

The plot is never the only place where something is said: what it shows stands in words and numbers beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container
from textual_plot import AxisFormatter, HiResMode, PlotWidget

from tui.tekst import plain_markup

_STREPEN = 250
"""Dashes of a faint line: at least one in every column of a wide screen."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """One line.

    :param kleur: name of a theme variable.
    :param teken: what marks its points; empty for a bare line.
    """

    punten: Sequence[tuple[float, float]]
    kleur: str = "now"
    teken: str = "●"


class Woordas(AxisFormatter):
    """An axis with words or whole numbers at fixed places."""

    def __init__(self, plekken: Sequence[tuple[float, str]]) -> None:
        self._plekken = plekken

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:  # noqa: ARG002
        """Return the places that can be seen."""
        return [plek for plek, _naam in self._plekken if min_ <= plek <= max_]

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return the word of each place."""
        namen = dict(self._plekken)
        return [plain_markup(namen[plek]) for plek in ticks]


class Tekening(PlotWidget, can_focus=False):
    """The plot itself: nothing in it can be moved, so that the wheel scrolls the page."""

    DEFAULT_CSS = """
    Tekening { height: 100%; background: $background; }
    Tekening > .plot--axis { color: $line; }
    Tekening > .plot--tick { color: $quiet; text-style: none; }
    Tekening > .plot--label { color: $quiet; text-style: none; }
    Tekening:focus > .plot--axis { color: $line; }
    """
    margin_top = 0
    margin_bottom = 1

    def __init__(self) -> None:
        super().__init__(allow_pan_and_zoom=False)


class Grafiek(Container):
    """A plot with words along its sides.

    :param lijnen: what is drawn.
    :param x_as: (place, word) along the bottom; ``y_as``: along the left.
    :param grenzen: heights at which a faint line runs from left to right.
    """

    DEFAULT_CSS = """
    Grafiek { width: 100%; height: 11; }
    """

    def __init__(
        self,
        lijnen: Sequence[Lijn],
        *,
        x_as: Sequence[tuple[float, str]],
        y_as: Sequence[tuple[float, str]],
        x: tuple[float, float],
        y: tuple[float, float],
        grenzen: Sequence[float] = (),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._lijnen, self._grenzen = lijnen, grenzen
        self._x_as, self._y_as, self._x, self._y = x_as, y_as, x, y

    def compose(self) -> ComposeResult:
        """Make the plot."""
        yield Tekening()

    def on_mount(self) -> None:
        """Draw, and draw anew in the colours of another theme."""
        tekening = self.query_one(Tekening)
        tekening.margin_left = max((len(naam) for _plek, naam in self._y_as), default=2) + 2
        tekening.set_xlimits(*self._x)
        tekening.set_ylimits(*self._y)
        tekening.set_x_formatter(Woordas(self._x_as))
        tekening.set_y_formatter(Woordas(self._y_as))
        self._draw()
        self.app.theme_changed_signal.subscribe(self, lambda _thema: self._draw())

    def _draw(self) -> None:
        tekening = self.query_one(Tekening)
        kleuren = self.app.get_css_variables()
        tekening.clear()
        for hoogte in self._grenzen:
            links, rechts = self._x
            langs = [(links + (rechts - links) * nr / _STREPEN, hoogte) for nr in range(_STREPEN + 1)]
            tekening.scatter(*_columns(langs), marker="╌", marker_style=kleuren["line"])
        for lijn in self._lijnen:
            x, y = _columns(lijn.punten)
            tekening.plot(x, y, line_style=kleuren[lijn.kleur], hires_mode=HiResMode.BRAILLE)
            if lijn.teken:
                tekening.scatter(x, y, marker=lijn.teken, marker_style=kleuren[lijn.kleur])


def _columns(punten: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _y in punten], [y for _x, y in punten]
