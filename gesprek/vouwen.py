"""Fold text so that search and listening do not see case or accents."""

from __future__ import annotations

import unicodedata


def fold(tekst: str) -> str:
    """Return a text casefolded and without accents: ``Geïrriteerd`` -> ``geirriteerd``."""
    if tekst.isascii():
        return tekst.lower()
    zonder = "".join(teken for teken in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(teken))
    return zonder.casefold()
