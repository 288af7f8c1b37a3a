"""What the build of an utterance tells, beside its phrases: time, *waar* with a preposition, *niet* with a word."""

from __future__ import annotations

import re
from pathlib import Path

from gesprek.luisteren.laden import load
from gesprek.luisteren.lijsten import Lijsten
from gesprek.luisteren.woorden import GEEN, Rij
from gesprek.model import Taal
from gesprek.oefenen.leerlingen.soorten import Nodig

MAP = Path(__file__).parent
_VERB = 4
"""Words of a question among which its verb is: *op welke dag was*."""
_BIJ = 4
"""Words around a word within which *not* belongs to it."""
_LANG = 4
"""Fewest letters of a word that can be said back."""
_JIJ = frozenset({"je", "jij", "u", "you"})
_HEEFT = re.compile(r"\b(what|who|where|how|when)'s (been|happened|changed|got)\b", re.IGNORECASE)
_IS = re.compile(r"\b(what|who|where|how|when)'s\b", re.IGNORECASE)
_WAAR = frozenset({"waar", "where"})
_GEWEEST: dict[Nodig, Nodig] = {
    "afspraak": "tijd",
    "netwerk": "wie",
    "stap": "eigen_daad",
    "kans": "motief",
    "toekomst": "feiten",
}
"""What a question about what is to come is about when it is put in the past: ``op welke dag was dat``."""


def written_out(tekst: str, taal: Taal) -> str:
    """Return a text with what English glues together written out: *what's been* is *what has been*."""
    if taal != "en":
        return tekst
    heel = _HEEFT.sub(r"\1 has \2", tekst.replace("’", "'"))
    return _IS.sub(r"\1 is", heel)


def asks_for_a_thing(rij: Rij, zin: tuple[int, int], taal: Taal) -> bool:
    """Whether *waar* belongs to a preposition further on, and asks for no place: ``waar wil je meer van``."""
    lijst = load(taal, MAP)
    los, erna = lijst.words("los"), lijst.words("na_los")
    begin, einde = zin
    for waar in range(begin, einde):
        if rij.vormen[waar] not in _WAAR:
            continue
        for nr in range(waar + 2, einde):
            if rij.vormen[nr] in los and (nr + 1 == einde or rij.grenzen[nr] != GEEN or rij.vormen[nr + 1] in erna):
                return True
    return False


def in_time(asked: tuple[Nodig, ...], rij: Rij, zin: tuple[int, int], taal: Taal) -> tuple[Nodig, ...]:
    """Return what is asked for, by the time that the words tell.

    What is to come is not asked for in the past, and what is far away is no step yet.
    """
    lijst = load(taal, MAP)
    woorden = rij.vormen[zin[0] : zin[1]]
    if asked[:1] == ("stap",) and lijst.words("ver").intersection(woorden):
        return tuple(dict.fromkeys(("toekomst", *asked)))
    voorop = woorden[:_VERB]
    if not lijst.words("geweest").intersection(voorop) or lijst.words("komend").intersection(woorden):
        return asked
    return tuple(dict.fromkeys(_GEWEEST.get(wat, wat) for wat in asked))


def twisted(rij: Rij, gezegd: str, lijst: Lijsten) -> tuple[int, int] | None:
    """Return where a word of the student is said back with *not* before it, which the student never did.

    :param gezegd: what the student said, as one row of folded words.
    """
    niet, ertussen, gewoon = lijst.words("niet"), lijst.words("bijwoord"), lijst.words("gewoon")
    for nr, vorm in enumerate(rij.vormen):
        if vorm not in niet or not any(w in _JIJ for w in rij.vormen[:nr]):
            continue
        na = nr + 1
        while na < len(rij) and rij.vormen[na] in ertussen:
            na += 1
        if na == len(rij):
            continue
        woord = rij.vormen[na]
        if len(woord) < _LANG or woord in gewoon or f" {woord} " not in gezegd:
            continue
        if not _denied(woord, gezegd.split(), niet):
            return rij.van[nr], rij.tot[na]
    return None


def _denied(woord: str, gezegd: list[str], niet: frozenset[str]) -> bool:
    """Whether the student said *not* near a word, wherever it was said."""
    return any(
        not niet.isdisjoint(gezegd[max(0, nr - _BIJ) : nr + _BIJ + 1]) for nr, w in enumerate(gezegd) if w == woord
    )
