"""A report as Markdown. What people said is never read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gesprek.regels.verslag.weergave.blad import Alinea, Blad, Blok, Tabel, Vondst
from gesprek.regels.verslag.weergave.zinnen import mark_name
from gesprek.weergave import visible

_TEKENS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_BEGIN = re.compile(r"^(\s*)([-+]|\d{1,9}[.)])(?=\s|$)")


def write_md(blad: Blad) -> str:
    """Return a page as Markdown."""
    regels = [f"# {safe(blad.titel)}", "", *(f"{safe(zin)}  " for zin in blad.onder)]
    for deel in blad.delen:
        regels += ["", f"## {safe(deel.kop)}", ""]
        vorige: Blok | None = None
        for blok in deel.blokken:
            if vorige is not None and not (isinstance(vorige, Vondst) and isinstance(blok, Vondst)):
                regels.append("")
            regels += _block(blok)
            vorige = blok
    return "\n".join(regels) + "\n"


def safe(tekst: str) -> str:
    """Return words as Markdown that shows them as they are, on one line."""
    return _TEKENS.sub(r"\\\1", " ".join(visible(tekst).split()))


def _line(tekst: str) -> str:
    """Return words that begin a line, so that they begin no list."""
    return _BEGIN.sub(lambda t: f"{t[1]}{t[2][:-1]}\\{t[2][-1]}", safe(tekst))


def _block(blok: Blok) -> Iterator[str]:
    match blok:
        case Alinea(tekst, label):
            yield f"**{safe(label)}:** {safe(tekst)}" if label else _line(tekst)
        case Vondst():
            merk = mark_name(blok.merk)
            zin = f" ({safe(blok.zin)})" if blok.zin else ""
            stuk = f"**{safe(blok.stuk)}**" if blok.stands_out else safe(blok.stuk)
            citaat = f"{_open(blok.voor)}{stuk}{_open(blok.na)}"
            yield f"- **{merk[:1].upper()}{merk[1:]}**, {safe(blok.plek)}: “{citaat}”{zin}" + (
                "  " if blok.erna else ""
            )
            if blok.erna:
                yield f"  {_line(blok.erna)}"
        case Tabel(_bijschrift, koppen, rijen):
            yield "| " + " | ".join(safe(kop) for kop in koppen) + " |"
            yield "|" + " --- |" * len(koppen)
            for rij in rijen:
                yield "| " + " | ".join(safe(cel) for cel in rij) + " |"


def _open(tekst: str) -> str:
    """Return words that go on before or after others, with the space between them."""
    voor = " " if tekst[:1].isspace() else ""
    na = " " if tekst.strip() and tekst[-1:].isspace() else ""
    return f"{voor}{safe(tekst)}{na}" if tekst.strip() else ""
