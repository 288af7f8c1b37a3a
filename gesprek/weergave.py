"""How words look when they are shown: filled-in wordings, short quotes, harmless control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from gesprek.model import Citaat

_VELD = re.compile(r"\{(\w+)\}")
_ZIN_EINDE = re.compile(r"[.!?…]+(?:\s|$)|[\r\n]")
_MAX_WOORDEN = 12
_MAX_TEKENS = 90
WEG = "…"
"""Stands where a quote stood whose words the student took back."""


@lru_cache(maxsize=1024)
def _parts(sjabloon: str) -> tuple[str, ...]:
    return tuple(_VELD.split(sjabloon))


def fields(sjabloon: str) -> tuple[str, ...]:
    """Return the fields that a wording names."""
    return _parts(sjabloon)[1::2]


def fill(sjabloon: str, veld: Callable[[str], str | None]) -> str:
    """Fill a wording. What is filled in is never looked at again, so braces in it stay braces.

    :param veld: gives the words for a field, or None when they are gone.
    """
    stukken = list(_parts(sjabloon))
    for plaats in range(1, len(stukken), 2):
        waarde = veld(stukken[plaats])
        stukken[plaats] = WEG if waarde is None else waarde
    return "".join(stukken)


def shorten(citaat: Citaat) -> str:
    """Return a quote that fits in a question: its first sentence, at most twelve words, cut with an ellipsis."""
    kop = citaat.tekst.lstrip()[:400]
    einde = _ZIN_EINDE.search(kop)
    zin = (kop[: einde.start()] if einde else kop).rstrip(" \t.,;:!?")
    woorden = zin.split(" ")
    kort = " ".join(woorden[:_MAX_WOORDEN])[:_MAX_TEKENS].rstrip(" \t.,;:!?")
    return f"{kort} {WEG}" if len(kort) < len(zin) else kort


def visible(tekst: str) -> str:
    """Return a text in which nothing can steer a terminal: controls become signs, direction marks are named."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    uit = []
    for teken in tekst.replace("\r\n", "\n").replace("\r", "\n"):
        code = ord(teken)
        if teken in "\n\t":
            uit.append(teken)
        elif code < 0x20:
            uit.append(chr(0x2400 + code))
        elif code == 0x7F:
            uit.append("␡")
        elif 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF:
            uit.append("�")
        elif unicodedata.category(teken) == "Cf" and unicodedata.bidirectional(teken) != "BN":
            uit.append(f"⟨U+{code:04X}⟩")
        else:
            uit.append(teken)
    return "".join(uit)
