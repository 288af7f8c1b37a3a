"""A document as one HTML file: for a screen reader, for paper, dark and light. It fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from gesprek.dossier.document import (
    Aanhaling,
    Alinea,
    Antwoorden,
    Blok,
    Document,
    Figuur,
    Gezegd,
    Kader,
    Kop,
    Lijst,
    Schrijfregel,
    Tabel,
    Woord,
)
from gesprek.taal import _
from gesprek.weergave import visible

STIJL = Path(__file__).with_name("stijl.css")
_INHOUD_VANAF = 3
"""Headings from which a list of contents helps."""


def write_html(document: Document) -> str:
    """Return a document as HTML."""
    return "\n".join(_lines(document)) + "\n"


def safe(tekst: str) -> str:
    """Return words as HTML that shows them as they are."""
    return escape(visible(tekst), quote=True)


def _lines(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{document.taal}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{safe(document.titel)}</title>"
    yield f"<style>\n{STIJL.read_text(encoding='utf-8')}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{safe(document.titel)}</h1>"
    for regel in document.onder:
        yield f'<p class="onder">{safe(regel)}</p>'
    yield "</header>"
    yield from _contents(document)
    yield "<main>"
    yield from _body(document)
    yield "</main>"
    gemaakt = _("Made with gesprek, from my own words. There are no marks in it.")
    yield f"<footer><p>{safe(gemaakt)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _contents(document: Document) -> Iterator[str]:
    koppen = list(document.headings(3))
    hoofd = [kop for kop in koppen if kop.niveau == 2]
    if len(hoofd) < _INHOUD_VANAF or not any(kop.niveau == 3 for kop in koppen):
        return
    opschrift = safe(_("Contents"))
    yield f'<nav aria-label="{opschrift}"><ul>'
    for kop in hoofd:
        yield f'<li><a href="#{kop.id}">{safe(kop.tekst)}</a></li>'
    yield "</ul></nav>"


def _body(document: Document) -> Iterator[str]:
    """Yield the blocks, each heading with what is under it as a section."""
    open_: list[int] = []
    for blok in document.blokken:
        if isinstance(blok, Kop):
            while open_ and open_[-1] >= blok.niveau:
                open_.pop()
                yield "</section>"
            open_.append(blok.niveau)
            yield f'<section aria-labelledby="{blok.id}">'
            yield f'<h{blok.niveau} id="{blok.id}">{safe(blok.tekst)}</h{blok.niveau}>'
        else:
            yield from _block(blok, document)
    yield from ["</section>"] * len(open_)


def _block(blok: Blok, document: Document) -> Iterator[str]:
    match blok:
        case Alinea(tekst, label, zacht):
            voor = f"<strong>{safe(label)}</strong> " if label else ""
            klasse = ' class="zacht"' if zacht else ' class="label"' if not tekst else ""
            yield f"<p{klasse}>{voor}{safe(tekst)}</p>"
        case Woord(label, tekst):
            yield f'<p class="woord"><span>{safe(label)}</span> <strong>{safe(tekst)}</strong></p>'
        case Aanhaling():
            yield from _quote(blok, document)
        case Antwoorden():
            yield from _answers(blok, document)
        case Lijst(punten):
            yield "<ul>" + "".join(f"<li>{safe(punt)}</li>" for punt in punten) + "</ul>"
        case Tabel():
            yield from _table(blok)
        case Figuur(svg, alt, bijschrift):
            naam = "" if 'role="img"' in svg else f' role="img" aria-label="{safe(alt)}"'  # or it has words of its own
            yield f'<figure{naam} class="tekening">{_inner(svg)}'
            yield f"<figcaption>{safe(bijschrift)}</figcaption></figure>" if bijschrift else "</figure>"
        case Schrijfregel(label, aantal):
            lijnen = '<span class="lijn"></span>' * aantal
            yield f'<p class="invullen"><span>{safe(label)}</span>{lijnen}</p>'
        case Kader(kop, regels, ondertekend):
            yield f'<div class="kader" role="group" aria-label="{safe(kop)}"><p class="bij">{safe(kop)}</p>'
            yield from (f"<p>{safe(regel)}</p>" for regel in regels)
            yield f'<p class="bron">— {safe(ondertekend)}</p></div>'
        case Gezegd(wie, tekst, zelf):
            klasse = "gezegd zelf" if zelf else "gezegd"
            yield f'<p class="{klasse}"><strong>{safe(wie)}:</strong> {safe(tekst)}</p>'


def _quote(blok: Aanhaling, document: Document) -> Iterator[str]:
    if blok.bij:
        yield f'<p class="bij">{safe(blok.bij)}</p>'
    taal = f' lang="{blok.taal}"' if blok.taal != document.taal else ""
    yield f'<figure class="citaat"><blockquote{taal}><p>{safe(blok.tekst)}</p></blockquote>'
    yield f"<figcaption>{safe(blok.bron)}</figcaption></figure>" if blok.bron else "</figure>"


def _answers(blok: Antwoorden, document: Document) -> Iterator[str]:
    taal = f' lang="{blok.taal}"' if blok.taal != document.taal else ""
    yield f'<p class="bij">{safe(blok.kop)}</p>'
    yield f"<dl{taal}>"
    yield from (f"<dt>{safe(vraag or '–')}</dt><dd>{safe(antwoord)}</dd>" for vraag, antwoord in blok.paren)
    yield "</dl>"


def _table(blok: Tabel) -> Iterator[str]:
    yield f'<div class="rol" role="region" tabindex="0" aria-label="{safe(blok.bijschrift)}">'
    yield f"<table><caption>{safe(blok.bijschrift)}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{safe(kop)}</th>' for kop in blok.koppen) + "</tr></thead>"
    yield "<tbody>"
    for eerste, *rest in blok.rijen:
        cellen = "".join(f"<td>{safe(cel)}</td>" for cel in rest)
        yield f'<tr><th scope="row">{safe(eerste)}</th>{cellen}</tr>'
    yield "</tbody></table></div>"


def _inner(svg: str) -> str:
    """Return a drawing without what only a file of its own has."""
    return svg[svg.index("<svg") :] if "<svg" in svg else ""
