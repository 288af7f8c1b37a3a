"""A report as one HTML file: for a screen reader, for paper, dark and light. It fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gesprek.regels.verslag.weergave.blad import Alinea, Blad, Blok, Deel, Tabel, Vondst
from gesprek.regels.verslag.weergave.zinnen import mark_name
from gesprek.taal import _
from gesprek.weergave import visible

_STIJL = """
:root { color-scheme: light dark; --vlak: #fbf8f2; --zacht: #f3eee4; --tekst: #23211d; --stil: #5c5850;
  --lijn: #bdb4a3; --nu: #17604f; --eigen: #81470c; }
@media (prefers-color-scheme: dark) {
  :root { --vlak: #16181d; --zacht: #1d2027; --tekst: #ece8df; --stil: #a6a9b3; --lijn: #4a4f5c;
    --nu: #8fd0bd; --eigen: #ecb97f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--vlak); color: var(--tekst);
  font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--lijn); }
.onder { color: var(--stil); margin: 0; }
nav ul { columns: 2; padding: 0; margin: 1.5rem 0 0; list-style: none; font-size: .95rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
a { color: var(--nu); }
a:focus-visible { outline: 3px solid var(--nu); outline-offset: 2px; }
p { margin: .5rem 0; }
.kort { color: var(--stil); }
.vondsten { list-style: none; padding: 0; margin: .75rem 0; }
.vondst { border-left: 4px solid var(--lijn); background: var(--zacht); padding: .5rem .9rem; margin: .5rem 0;
  break-inside: avoid; }
.vondst.gebroken { border-left-style: double; border-left-width: 6px; border-left-color: var(--eigen); }
.vondst.twijfel { border-left-style: dotted; }
.vondst.gehouden { border-left-color: var(--nu); }
.merk { font-weight: bold; }
.plek, .erna { color: var(--stil); font-size: .92rem; }
q { quotes: none; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; text-underline-offset: .18em; }
.rol { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; margin: .75rem 0; }
caption { text-align: left; color: var(--stil); padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--lijn); }
thead th { border-bottom-width: 2px; }
tbody th, #tijdlijn td:nth-child(-n+3) { font-weight: normal; white-space: nowrap; }
.zorg { border: 2px solid var(--eigen); padding: .25rem 1.1rem 1rem; margin-top: 1.5rem; }
.zorg h2 { border: none; margin-top: .5rem; padding-top: 0; }
@media print {
  :root { --vlak: #fff; --zacht: #fff; --tekst: #000; --stil: #333; --lijn: #888; --nu: #000; --eigen: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  h2 { break-after: avoid; }
  tr { break-inside: avoid; }
}
"""


def write_html(blad: Blad) -> str:
    """Return a page as HTML."""
    return "\n".join(_lines(blad)) + "\n"


def safe(tekst: str) -> str:
    """Return words as HTML that shows them as they are."""
    return escape(visible(tekst), quote=True)


def _lines(blad: Blad) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{blad.taal}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{safe(blad.titel)}: {safe(blad.onder[0])}</title>"
    yield f"<style>{_STIJL}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{safe(blad.titel)}</h1>"
    for zin in blad.onder:
        yield f'<p class="onder">{safe(zin)}</p>'
    yield "</header>"
    opschrift = safe(_("Parts"))
    yield f'<nav aria-label="{opschrift}"><ul>'
    for deel in blad.delen:
        kort = f' <span class="kort">{safe(deel.kort)}</span>' if deel.kort else ""
        yield f'<li><a href="#{deel.id}">{safe(deel.kop)}</a>{kort}</li>'
    yield "</ul></nav>"
    yield "<main>"
    for deel in blad.delen:
        yield from _part(deel)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _part(deel: Deel) -> Iterator[str]:
    klasse = ' class="zorg"' if deel.id == "zorg" else ""
    yield f'<section id="{deel.id}" aria-labelledby="{deel.id}-kop"{klasse}>'
    yield f'<h2 id="{deel.id}-kop">{safe(deel.kop)}</h2>'
    in_lijst = False
    for blok in deel.blokken:
        if isinstance(blok, Vondst) != in_lijst:
            yield "</ul>" if in_lijst else '<ul class="vondsten">'
            in_lijst = not in_lijst
        yield from _block(blok)
    if in_lijst:
        yield "</ul>"
    yield "</section>"


def _block(blok: Blok) -> Iterator[str]:
    match blok:
        case Alinea(tekst, label):
            voor = f"<strong>{safe(label)}:</strong> " if label else ""
            yield f"<p>{voor}{safe(tekst)}</p>"
        case Vondst():
            yield f'<li class="vondst {blok.merk}">'
            merk = mark_name(blok.merk)
            zin = f": {safe(blok.zin)}" if blok.zin else ""
            yield f'<p><span class="merk">{safe(merk[:1].upper() + merk[1:])}</span>{zin}</p>'
            stuk = f"<mark>{safe(blok.stuk)}</mark>" if blok.stands_out else safe(blok.stuk)
            yield f"<p>“<q>{safe(blok.voor)}{stuk}{safe(blok.na)}</q>”"
            yield f'<span class="plek">{safe(blok.plek)}</span></p>'
            if blok.erna:
                yield f'<p class="erna">{safe(blok.erna)}</p>'
            yield "</li>"
        case Tabel(bijschrift, koppen, rijen):
            yield f'<div class="rol"><table><caption>{safe(bijschrift)}</caption>'
            yield "<thead><tr>" + "".join(f'<th scope="col">{safe(kop)}</th>' for kop in koppen) + "</tr></thead>"
            yield "<tbody>"
            for eerste, *rest in rijen:
                cellen = "".join(f"<td>{safe(cel)}</td>" for cel in rest)
                yield f'<tr><th scope="row">{safe(eerste)}</th>{cellen}</tr>'
            yield "</tbody></table></div>"
