"""Where something stands between quotation marks, of whatever kind."""

from __future__ import annotations

import re

_CITAAT = re.compile(
    r"‘(?:[^‘’\n]|’(?=\w)){0,400}’|“[^“”„\n]{1,200}[”“]|„[^”“\n]{1,200}[”“]|\"[^\"\n]{1,200}\"|«[^»\n]{1,200}»"
)
_TEKENS = re.compile("[‘“„\"«']")
_ENKEL = re.compile(r"(?<![\w'])'(?=[^\s'])([^'\n]{1,80}?(?:'\w[^'\n]{0,40}?)?)(?<=[^\s])'(?!\w)")
"""Straight single quotes, when they are no apostrophe."""


def find_quotes(tekst: str) -> list[tuple[int, int]]:
    """Return the pieces between quotation marks, the marks included: (from, to) in characters."""
    if not _TEKENS.search(tekst):
        return []
    return [stuk.span() for patroon in (_CITAAT, _ENKEL) for stuk in patroon.finditer(tekst)]
