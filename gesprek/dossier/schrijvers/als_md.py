"""A document as CommonMark. What a student typed is never markup: it is escaped where it could be read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_TEKENS = re.compile(r"[\\`*_<~|]|&(?=#?\w)|](?=[(\[:])|!(?=\[)")
_BEGIN = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=>])|(\d{1,9})([.)])(?=\s|$))")
_LIJN = "." * 60


def write_md(document: Document) -> str:
    """Return a document as CommonMark."""
    delen = [f"# {safe_heading(document.titel)}", *(safe(regel) for regel in document.onder)]
    delen += [deel for blok in document.blokken for deel in _block(blok)]
    return "\n\n".join(delen) + "\n"


def safe(tekst: str) -> str:
    """Return words as Markdown that shows them as they are, on one line that they begin."""
    return _BEGIN.sub(_escape_begin, _inline(tekst))


def safe_heading(tekst: str) -> str:
    """Return words as a Markdown heading shows them as they are."""
    return _inline(tekst).replace("#", "\\#")


def _inline(tekst: str) -> str:
    return _TEKENS.sub(r"\\\g<0>", " ".join(visible(tekst).split()))


def _escape_begin(m: re.Match[str]) -> str:
    hekjes, teken, cijfers, punt = m.groups()
    return f"\\{hekjes or teken}" if cijfers is None else f"{cijfers}\\{punt}"


def _block(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop():
            yield f"{'#' * blok.niveau} {safe_heading(blok.tekst)}"
        case Alinea(tekst, label):
            voor = f"**{safe(label)}:** " if label else ""
            yield f"{voor}{safe(tekst)}".rstrip()
        case Woord(label, tekst):
            yield f"**{safe(label)}: {safe(tekst)}**"
        case Aanhaling(tekst, bij, bron):
            if bij:
                yield f"**{safe(bij)}**"
            yield f"> {safe(tekst)}" + (f"\n>\n> — {safe(bron)}" if bron else "")
        case Antwoorden(kop, paren):
            yield f"**{safe(kop)}**"
            yield "\n".join(f"- {f'*{safe(vraag)}* ' if vraag else ''}{safe(antwoord)}" for vraag, antwoord in paren)
        case Lijst(punten):
            yield "\n".join(f"- {safe(punt)}" for punt in punten)
        case Tabel(bijschrift, koppen, rijen):
            yield f"{safe(bijschrift)}:"
            yield "\n".join([_row(koppen), _row(("---",) * len(koppen), kaal=True), *(_row(rij) for rij in rijen)])
        case Figuur(_svg, alt, bijschrift):
            yield _("(Drawing: {what})").format(what=safe(bijschrift or alt))
        case Schrijfregel(label, aantal):
            lijnen = "\n\n".join([_LIJN] * aantal)
            yield f"{safe(label)}:\n\n{lijnen}"
        case Kader(kop, regels, ondertekend):
            yield f"**{safe(kop)}**"
            yield "\n>\n".join(f"> {safe(regel)}" for regel in regels) + f"\n>\n> — {safe(ondertekend)}"
        case Gezegd(wie, tekst):
            yield f"**{safe(wie)}:** {safe(tekst)}"


def _row(cellen: tuple[str, ...], *, kaal: bool = False) -> str:
    return "| " + " | ".join(cel if kaal else safe(cel) for cel in cellen) + " |"
