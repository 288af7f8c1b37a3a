"""What a written word stands for: its meant spelling, its stem, and the feeling that it names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from gesprek.luisteren import laden
from gesprek.luisteren.woorden import Rij
from gesprek.model import Taal

_MAP = Path(__file__).parent
_ONTHOUDEN = 20_000
"""Words whose stem is remembered."""
STAM = 4
"""Letters from which a word says something by itself."""

_UITGANG = re.compile(r"(?:iness|ness|heid|ende|iest|end|ing|ful|ied|ier|ies|ste|ly|de|te|en|er|ed|d|t|e|s)$")
"""Endings that are taken off a word, in either language."""


@cache
def _spellings(taal: Taal) -> dict[str, str]:
    """Return what chat spellings and dialect forms stand for."""
    return {zin: waarde for _nr, (zin, _soort, waarde, _noot) in laden.rows(_MAP / taal / "gelijk.tsv")}


@cache
def _families(taal: Taal) -> dict[str, str]:
    """Return for each word for a feeling the feeling that it names, so that ``boosheid`` takes up ``boos``."""
    return {
        vorm: waarde
        for _nr, (zin, _soort, waarde, _noot) in laden.rows(_MAP / taal / "verwant.tsv")
        for vorm in zin.split(" | ")
    }


def as_meant(rij: Rij, taal: Taal) -> Rij:
    """Return the words of an utterance as they are meant, each in its place."""
    gelijk = _spellings(taal)
    if gelijk.keys().isdisjoint(rij.vormen):
        return rij
    return replace(rij, vormen=[gelijk.get(vorm, vorm) for vorm in rij.vormen])


@lru_cache(_ONTHOUDEN)
def root(vorm: str, taal: Taal) -> str:
    """Return the feeling that a word names, or else its stem, to tell a word that is said back in another form."""
    return _families(taal).get(vorm) or _stem(vorm)


def _stem(vorm: str) -> str:
    """Return a rough stem, to tell a word that is said back in another form."""
    kaal = vorm.removeprefix("ge") if len(vorm) > STAM + 3 else vorm
    if not kaal.endswith("iness"):
        kaal = kaal.rstrip("iy")  # guilty and guilt
    uitgang = _UITGANG.search(kaal)
    if uitgang and (uitgang[0].endswith("ness") or not kaal.endswith("ss")) and uitgang.start() >= STAM - 1:
        kaal = kaal[: uitgang.start()]
    return kaal.rstrip("iy")[:6]
