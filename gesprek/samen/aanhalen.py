"""Whether a text takes over words of another one to the letter."""

from __future__ import annotations

import re

from gesprek.vouwen import fold

_AANHALING = re.compile(r"(?<!\w)[‘“\"'«„‚]([^‘’“”\"'«»„‚]{2,})[’”\"'»“](?!\w)")
_WOORD = re.compile(r"\w+")
_OP_RIJ = 4
"""So many words in a row are no chance."""


def has_quote(tekst: str) -> bool:
    """Whether a text holds words between quotation marks."""
    return _AANHALING.search(f" {tekst} ") is not None


def quotes_from(tekst: str, bron: str) -> bool:
    """Whether a text quotes another: between marks, or several words in a row. Case and accents do not matter."""
    heel = fold(bron)
    if any(fold(stuk).strip() in heel for stuk in _AANHALING.findall(tekst)):
        return True
    woorden, ander = _WOORD.findall(fold(tekst)), f" {' '.join(_WOORD.findall(heel))} "
    rijen = (woorden[nr : nr + _OP_RIJ] for nr in range(len(woorden) - _OP_RIJ + 1))
    return any(f" {' '.join(rij)} " in ander for rij in rijen)
