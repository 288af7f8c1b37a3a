"""The kernwoorden over time as a drawing, for pages and prints.

The drawing says nothing by colour alone: every word has a row and a name, every conversation a mark, and all of it
stands in words in the description, for who hears the page. What a student typed goes in as text only.
"""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from gesprek.draad import Lijn, Tijdlijn
from gesprek.draad.tijd import marks, short_day
from gesprek.model import Taal
from gesprek.taal import _, ngettext
from gesprek.weergave import visible

BREED = 720
MEEST = 40
"""Words that are drawn; the ones that were given last."""
_LINKS, _RECHTS, _BOVEN, _RIJ, _ONDER = 190, 24, 18, 28, 40
_NAAM_TEKENS = 23
_MERKEN = 6
_UITEEN = 11
"""How far apart two marks stand at least; what is nearer is one mark."""
_STIJL = """
.draad-tekst { fill: #23211d; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
.draad-stil { fill: #5c5850; }
.draad-streep { stroke: #8a8172; }
.draad-lijn { stroke: #17604f; }
.draad-punt { fill: #17604f; stroke: #fbf8f2; }
@media screen and (prefers-color-scheme: dark) {
  .draad-tekst { fill: #ece8df; }
  .draad-stil { fill: #a6a9b3; }
  .draad-streep { stroke: #7a8090; }
  .draad-lijn { stroke: #8fd0bd; }
  .draad-punt { fill: #8fd0bd; stroke: #16181d; }
}
"""


def timeline_svg(tijdlijn: Tijdlijn, taal: Taal) -> str:
    """Return the drawing as text; empty when there is nothing to draw.

    It has no background of its own, so that it stands on that of the page.
    """
    lijnen = sorted(tijdlijn.lijnen, key=lambda lijn: lijn.momenten[-1].plaats.gesprek)[-MEEST:]
    lijnen.sort(key=lambda lijn: lijn.momenten[0].plaats.gesprek)
    if not lijnen:
        return ""
    hoog = _BOVEN + _RIJ * len(lijnen) + _ONDER
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {BREED} {hoog}",
            "width": str(BREED),
            "height": str(hoog),
            "role": "img",
            "aria-labelledby": "draad-titel draad-uitleg",
            "lang": taal,
            "style": "max-width: 100%; height: auto",
        },
    )
    ET.SubElement(svg, "title", {"id": "draad-titel"}).text = _("My words over time")
    ET.SubElement(svg, "desc", {"id": "draad-uitleg"}).text = describe(lijnen, taal)
    ET.SubElement(svg, "style").text = _STIJL
    dagen = [m.plaats.datum for lijn in lijnen for m in lijn.momenten]
    schaal = _Schaal(min(dagen), max(dagen))
    _draw_axis(svg, schaal, _BOVEN + _RIJ * len(lijnen), taal)
    for nr, lijn in enumerate(lijnen):
        _draw_line(svg, lijn, schaal, _BOVEN + _RIJ * nr + _RIJ / 2, taal)
    return ET.tostring(svg, encoding="unicode")


def describe(lijnen: list[Lijn], taal: Taal) -> str:
    """Return in words what is drawn: each word with its days."""
    zinnen = []
    for lijn in lijnen:
        eerste, laatste = lijn.momenten[0].plaats.datum, lijn.momenten[-1].plaats.datum
        dagen = short_day(eerste, taal)
        if laatste != eerste:
            dagen = _("{first} to {last}").format(first=dagen, last=short_day(laatste, taal))
        keren = ngettext("{count} conversation", "{count} conversations", len(lijn.momenten))
        zinnen.append(f"{_clean(lijn.naam)}: {dagen}, {keren.format(count=len(lijn.momenten))}.")
    return " ".join(zinnen)


class _Schaal:
    """From days to places from left to right."""

    def __init__(self, van: date, tot: date) -> None:
        self.van, self.tot = van, tot

    def x(self, dag: date) -> float:
        breed = BREED - _LINKS - _RECHTS
        dagen = (self.tot - self.van).days
        return _LINKS + (breed / 2 if dagen == 0 else breed * (dag - self.van).days / dagen)


def _draw_axis(svg: ET.Element, schaal: _Schaal, y: float, taal: Taal) -> None:
    as_ = ET.SubElement(svg, "g", {"aria-hidden": "true"})
    rand = {"stroke": "#8a8172", "class": "draad-streep", "stroke-width": "1"}
    ET.SubElement(as_, "line", {"x1": str(_LINKS - 8), "y1": _n(y), "x2": str(BREED - 8), "y2": _n(y), **rand})
    for dag, naam in marks(schaal.van, schaal.tot, _MERKEN, taal):
        x = _n(schaal.x(dag))
        ET.SubElement(
            as_, "line", {"x1": x, "y1": str(_BOVEN), "x2": x, "y2": _n(y + 5), **rand, "stroke-dasharray": "1 5"}
        )
        tekst = {"x": x, "y": _n(y + 22), "text-anchor": "middle", "font-size": "12", "fill": "#5c5850"}
        ET.SubElement(as_, "text", {**tekst, "class": "draad-tekst draad-stil"}).text = naam


def _draw_line(svg: ET.Element, lijn: Lijn, schaal: _Schaal, y: float, taal: Taal) -> None:
    rij = ET.SubElement(svg, "g")
    ET.SubElement(rij, "title").text = describe([lijn], taal)
    naam = _clean(lijn.naam)
    kort = naam if len(naam) <= _NAAM_TEKENS else naam[: _NAAM_TEKENS - 1].rstrip() + "…"
    tekst = {"x": str(_LINKS - 16), "y": _n(y + 5), "text-anchor": "end", "font-size": "14", "fill": "#23211d"}
    ET.SubElement(rij, "text", {**tekst, "class": "draad-tekst"}).text = kort
    plekken = _apart([schaal.x(m.plaats.datum) for m in lijn.momenten])
    if len(plekken) > 1:
        streep = {"x1": _n(plekken[0]), "y1": _n(y), "x2": _n(plekken[-1]), "y2": _n(y)}
        ET.SubElement(rij, "line", {**streep, "stroke": "#17604f", "stroke-width": "2", "class": "draad-lijn"})
    for x in plekken:
        punt = {"cx": _n(x), "cy": _n(y), "r": "5", "fill": "#17604f", "stroke": "#fbf8f2", "stroke-width": "1.5"}
        ET.SubElement(rij, "circle", {**punt, "class": "draad-punt"})


def _apart(plekken: list[float]) -> list[float]:
    """Return places that can be told from each other, the first and the last among them."""
    uit = [min(plekken)]
    for plek in sorted(plekken):
        if plek - uit[-1] >= _UITEEN:
            uit.append(plek)
    if len(uit) > 1:
        uit[-1] = max(plekken)
    return uit


def _clean(tekst: str) -> str:
    """Return words as XML can hold them, on one line."""
    return " ".join(visible(tekst).split()).replace("\ufffe", "").replace("\uffff", "")


def _n(getal: float) -> str:
    return f"{getal:.1f}".rstrip("0").rstrip(".")
