"""How words look when they are shown: filled-in wordings, short quotes, harmless control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from gesprek.model import Citaat

_VELD = re.compile(r"\{(\w+)\}")
_LEESTEKENS = " \t\r\n.,;:!?"
_ZIN_EINDE = re.compile(r"[.!?…]+(?:\s|$)|[\r\n]")
_KORT = (12, 90)
_RUIM = (45, 260)
"""Most words and characters of a quote within a question, and of one that stands on its own."""
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


def shorten(citaat: Citaat, *, ruim: bool = False) -> str:
    """Return a quote that fits where it is shown, cut with an ellipsis when it is longer.

    :param ruim: it stands on its own, so it may have several sentences; else its first one, within a question.
    """
    woorden, tekens = _RUIM if ruim else _KORT
    kop = citaat.tekst.strip()[:4000]
    einde = None if ruim else _ZIN_EINDE.search(kop)
    zin = (kop[: einde.start()] if einde else kop).rstrip(_LEESTEKENS)
    kort = " ".join(zin.split(" ")[:woorden])[:tekens]
    if len(kort) < len(zin):
        return f"{kort.rpartition(' ')[0] if len(kort) == tekens else kort} {WEG}"
    return f"{kort} {WEG}" if einde and kop[einde.end() :].strip() else kort


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
