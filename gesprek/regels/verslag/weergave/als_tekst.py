"""A report as plain lines, for a terminal, a pipe or a screen reader: no drawing, no colour, nothing goes back."""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.verslag.weergave.blad import Alinea, Blad, Blok, Tabel, Vondst
from gesprek.regels.verslag.weergave.zinnen import mark_name
from gesprek.weergave import visible


def write_text(blad: Blad) -> str:
    """Return a page as plain lines."""
    return visible("\n".join(_lines(blad))) + "\n"


def _lines(blad: Blad) -> Iterator[str]:
    yield blad.titel
    yield from blad.onder
    for deel in blad.delen:
        yield ""
        yield deel.kop.upper()
        for blok in deel.blokken:
            yield from block_lines(blok)


def block_lines(blok: Blok) -> Iterator[str]:
    """Yield a block line by line."""
    match blok:
        case Alinea(tekst, label):
            yield f"{label}: {tekst}" if label else tekst
        case Vondst():
            merk = mark_name(blok.merk)
            merk = merk[:1].upper() + merk[1:]
            zin = f" ({blok.zin})" if blok.zin else ""
            yield f"{merk}, {blok.plek}: “{blok.voor}{blok.stuk}{blok.na}”{zin}"
            if blok.erna:
                yield f"    {blok.erna}"
        case Tabel(bijschrift, _koppen, rijen):
            yield f"{bijschrift}:"
            for rij in rijen:
                yield "- " + "; ".join(cel for cel in rij if cel != "–")
