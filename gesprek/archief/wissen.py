"""Look in raw bytes for words that are to be gone. Pure: it reads what it is given, and knows no database.

Words of :data:`LANG` bytes or more are looked for as windows of 8 bytes. A set of all windows of the words is held
against the bytes 4 by 4, so whatever of them stands together for 11 bytes is found at any place, also where a
database cuts a text over its pages. Shorter words are looked for whole. A piece that also stands in what stays tells
nothing, so it is not counted; :func:`explain` takes those out.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from gesprek.vouwen import fold

LANG = 11
"""Bytes from which words are looked for in windows."""
KORTST = 4
"""Bytes from which words are looked for at all: shorter ones stand everywhere by chance."""
STAP = 1 << 24
"""Bytes that are looked through at a time; a whole number of pages of any database."""

_VENSTER = 8
_HAPJE = 1 << 20
"""Bytes of words, or of what stays, that are taken at a time."""
_WEINIG = 16
"""Pieces up to which it is quicker to look for each."""
_ZOEKWERK = 2_400_000_000
"""Bytes that may be looked through for short words: each takes a pass of its own."""
_NAAD = b"\xff"
"""Stands between words; no text holds it."""


@dataclass(slots=True)
class Vondst:
    """Pieces of words that were found.

    :param vensters: windows of 8 bytes, as numbers.
    :param kort: short words, whole.
    """

    vensters: set[int] = field(default_factory=set)
    kort: set[bytes] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.vensters or self.kort)

    def add(self, andere: Vondst) -> None:
        """Take in what was found elsewhere."""
        self.vensters |= andere.vensters
        self.kort |= andere.kort

    def without(self, andere: Vondst) -> Vondst:
        """Return what was not found elsewhere."""
        return Vondst(self.vensters - andere.vensters, self.kort - andere.kort)

    def shares(self, andere: Vondst) -> bool:
        """Whether a piece of it was found elsewhere too."""
        return not (self.vensters.isdisjoint(andere.vensters) and self.kort.isdisjoint(andere.kort))


class Naalden:
    """Words to look for.

    :param teksten: the words; what tells most of a person first. Of each its folded form is looked for too.
    """

    def __init__(self, teksten: Iterable[str]) -> None:
        lang: dict[bytes, None] = {}
        kort: dict[bytes, None] = {}
        self.aantal = 0
        self.te_kort = 0
        for tekst in dict.fromkeys(teksten):
            if not (kaal := tekst.strip()):
                continue
            vormen = {tekst.encode(), fold(tekst).encode()}
            if len(kaal.encode()) < KORTST:
                self.te_kort += 1
                continue
            self.aantal += 1
            for vorm in vormen:
                (lang if len(vorm) >= LANG else kort)[vorm] = None
        self._kort = [woord for woord in kort if len(woord) >= KORTST]
        self._happen = list(_bites(lang))

    def search(self, bytes_: Iterable[bytes], omvang: int) -> Vondst:
        """Look for the words.

        :param bytes_: what to look in, piece by piece (:data:`STAP`).
        :param omvang: how much that is about, to know how much work is worth it.
        """
        vondst = Vondst()
        veel = sum(map(len, self._happen)) > 2 * _HAPJE and omvang <= STAP
        keer = max(_ZOEKWERK // max(omvang, 1), 20)
        sets = None if veel else [_windows(hap) for hap in self._happen]
        for stuk in bytes_:
            vondst.kort.update(woord for woord in islice(self._kort, keer) if woord in stuk)
            if sets is None:
                vondst.vensters |= self._from_the_other_side(stuk)
            else:
                for vensters in sets:
                    for rij in _numbers(stuk, (0, 4)):
                        vondst.vensters |= vensters.intersection(rij)
        return vondst

    def _from_the_other_side(self, stuk: bytes) -> set[int]:
        """Look for few bytes in many words."""
        blokken = {nummer for rij in _numbers(stuk, (0, 4)) for nummer in rij} - {0}
        gevonden: set[int] = set()
        for hap in self._happen:
            for rij in _numbers(hap, range(_VENSTER)):
                gevonden |= blokken.intersection(rij)
        return gevonden


def explain(vondst: Vondst, blijft: Iterable[str]) -> Vondst:
    """Return what of a find does not stand in what stays.

    :param blijft: what stays, piece by piece; it is read no further than needed.
    """
    over = Vondst(set(vondst.vensters), set(vondst.kort))
    for hap in _bites(tekst.encode() for tekst in blijft):
        if not over:
            break
        over.kort = {woord for woord in over.kort if woord not in hap}
        if len(over.vensters) > _WEINIG:
            for rij in _numbers(hap, range(_VENSTER)):
                over.vensters.difference_update(rij)
        else:
            over.vensters = {nummer for nummer in over.vensters if _as_bytes(nummer) not in hap}
    return over


def _as_bytes(nummer: int) -> bytes:
    return nummer.to_bytes(_VENSTER, sys.byteorder)


def _bites(teksten: Iterable[bytes]) -> Iterator[bytes]:
    """Put words together into pieces of about a megabyte; one text stays in one piece."""
    hap: list[bytes] = []
    lengte = 0
    for tekst in teksten:
        hap.append(tekst)
        lengte += len(tekst)
        if lengte >= _HAPJE:
            yield _NAAD.join(hap)
            hap, lengte = [], 0
    if hap:
        yield _NAAD.join(hap)


def _numbers(stuk: bytes, plekken: Iterable[int]) -> Iterator[array[int]]:
    """Read bytes as numbers of 8 bytes, beginning at each of some places."""
    kijk = memoryview(stuk)
    for plek in plekken:
        rij = array("Q")
        if (lengte := (len(stuk) - plek) // _VENSTER * _VENSTER) > 0:
            rij.frombytes(kijk[plek : plek + lengte])
        yield rij


def _windows(hap: bytes) -> set[int]:
    """Return every window of words, but that of nothing at all."""
    vensters: set[int] = set()
    for rij in _numbers(hap, range(_VENSTER)):
        vensters.update(rij)
    return vensters - {0}
