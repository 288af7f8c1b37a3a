"""Kernwoorden over time as a plot: a row per word, a mark per conversation."""

from __future__ import annotations

from gesprek.draad import Lijn as Draadlijn
from gesprek.draad import Tijdlijn
from gesprek.draad.tijd import marks
from gesprek.model import Taal
from tui.tekst import one_line
from tui.widgets.grafiek import Grafiek, Lijn

_NAAM = 18
"""Most columns of a word along the side."""
_MERK = 14
"""Columns that a day along the bottom takes."""


def newest(tijdlijn: Tijdlijn, hoogstens: int) -> list[Draadlijn]:
    """Return the words that were given last, in the order in which they were first given."""
    lijnen = sorted(tijdlijn.lijnen, key=lambda lijn: lijn.momenten[-1].plaats.gesprek)[-hoogstens:]
    return sorted(lijnen, key=lambda lijn: lijn.momenten[0].plaats.gesprek)


def draw_timeline(tijdlijn: Tijdlijn, hoogstens: int, breed: int, taal: Taal) -> Grafiek:
    """Return the plot.

    :param hoogstens: words that there is room for.
    :param breed: columns that there are.
    """
    lijnen = newest(tijdlijn, hoogstens)
    dagen = [moment.plaats.datum for lijn in lijnen for moment in lijn.momenten]
    van, tot = min(dagen), max(dagen)
    rand = max((tot - van).days * 0.02, 1.0)
    hoogten = [float(len(lijnen) - 1 - nr) for nr in range(len(lijnen))]
    getekend = [
        Lijn([(float(m.plaats.datum.toordinal()), hoogte) for m in lijn.momenten])
        for lijn, hoogte in zip(lijnen, hoogten, strict=True)
    ]
    namen = [one_line(lijn.naam, _NAAM) for lijn in lijnen]
    ruimte = max((breed - _NAAM) // _MERK, 2)
    grafiek = Grafiek(
        getekend,
        x_as=[(float(dag.toordinal()), naam) for dag, naam in marks(van, tot, ruimte, taal)],
        y_as=list(zip(hoogten, namen, strict=True)),
        x=(van.toordinal() - rand, tot.toordinal() + rand),
        y=(-0.5, len(lijnen) - 0.5),
    )
    grafiek.styles.height = len(lijnen) + 3
    return grafiek
