"""A document as PDF: tagged, with its title, language and bookmarks, fonts in it; PDF/UA-1 is asked of the engine.

What a student typed goes in as data and is never markup. A sign that no font has is told in words, never shown as a
box: first the fonts of the program are tried, then those of the computer.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gesprek.dossier.document import Blok, Document, Kop, Tabel
from gesprek.taal import _
from gesprek.weergave import visible

SJABLOON = Path(__file__).with_name("blad.typ")
_ONTBREEKT = re.compile(r"the text `\"(.*)\"` could not be displayed", re.DOTALL)
_POGINGEN = 60
_LANG = re.compile(r"\S{40,}")
_KORT = 70
"""Characters of a title in a footer."""
_INHOUD_VANAF = 3
_LEESTEKENS = ("Zs", "Cf", "Mn", "Me")


def write_pdf(document: Document) -> bytes:
    """Return a document as PDF."""
    import typst

    gegevens, gemist, systeem = _as_data(document), frozenset[str](), False
    for _poging in range(_POGINGEN):
        tekst = json.dumps(_spoken(gegevens, gemist), ensure_ascii=False)
        try:
            return typst.compile(
                SJABLOON.read_bytes(),
                format="pdf",
                sys_inputs={"document": tekst},
                pdf_standards=["ua-1"],
                ignore_system_fonts=not systeem,
            )
        except typst.TypstError as fout:
            ontbreekt = _ONTBREEKT.search(str(fout))
            if ontbreekt is None:
                raise
            if not systeem:
                systeem = True
            else:
                gemist |= _kind_of(ontbreekt.group(1))
    raise RuntimeError("no font shows this text")


def _as_data(document: Document) -> dict[str, Any]:
    koppen = [kop.niveau for kop in document.headings(3)]
    titel = document.titel if len(document.titel) <= _KORT else document.titel[:_KORT].rpartition(" ")[0] + " …"
    return {
        "titel": _heading(document.titel),
        "titel_kort": titel,
        "onder": document.onder,
        "taal": document.taal,
        "inhoud": koppen.count(2) >= _INHOUD_VANAF and 3 in koppen,
        "blokken": [_block(blok) for blok in document.blokken],
    }


def _block(blok: Blok) -> dict[str, Any]:
    gegevens = asdict(blok) | {"soort": type(blok).__name__.casefold()}
    if isinstance(blok, Kop):
        gegevens.pop("id")
        gegevens["tekst"] = _heading(blok.tekst)
    if isinstance(blok, Tabel):
        gegevens["breedte"] = _widths(blok)
    return gegevens


def _heading(tekst: str) -> str:
    """Return a heading; one without a sign that can be seen is a dash, for a heading may not be empty."""
    return tekst if any(teken.isprintable() and not teken.isspace() for teken in tekst) else "–"


def _widths(tabel: Tabel) -> list[int]:
    """Return how wide each column is, by what stands in it."""
    kolommen = zip(tabel.koppen, *tabel.rijen, strict=True)
    return [min(max(max((len(cel) for cel in kolom), default=1), 9), 34) for kolom in kolommen]


def _spoken(gegevens: Any, gemist: frozenset[str]) -> Any:
    """Return data in which nothing steers, no word is wider than a page, and signs that are missing are told."""
    if isinstance(gegevens, str):
        if gegevens.startswith("<svg"):
            return gegevens
        tekst = visible(gegevens)
        if gemist:
            tekst = _tell(tekst, gemist)
        return _LANG.sub(lambda m: "\u200b".join(re.findall(r".{1,30}", m.group(), re.DOTALL)), tekst)
    if isinstance(gegevens, dict):
        return {sleutel: _spoken(waarde, gemist) for sleutel, waarde in gegevens.items()}
    if isinstance(gegevens, (list, tuple)):
        return [_spoken(waarde, gemist) for waarde in gegevens]
    return gegevens


def _kind_of(tekst: str) -> frozenset[str]:
    """Return what kind of sign is missing: an emoji, or the letters of a script."""
    soorten = {_kind(teken) for teken in tekst if unicodedata.category(teken) not in _LEESTEKENS}
    return frozenset(soorten or {_kind(teken) for teken in tekst})


def _kind(teken: str) -> str:
    if unicodedata.category(teken) in ("So", "Sk") or not unicodedata.name(teken, ""):
        return "emoji"
    return unicodedata.name(teken).partition(" ")[0]


def _tell(tekst: str, gemist: frozenset[str]) -> str:
    """Return a text in which each run of signs that are missing is told in words."""
    uit: list[str] = []
    bezig = ""
    for teken in tekst:
        soort = _kind(teken)
        if teken.isascii() or soort not in gemist:
            if bezig and unicodedata.category(teken) in ("Cf", "Mn", "Me"):
                continue  # joins the signs of an emoji
            bezig = ""
            uit.append(teken)
        elif bezig != soort:
            bezig = soort
            uit.append(_("[emoji]") if soort == "emoji" else _("[words in another script]"))
    return "".join(uit)
