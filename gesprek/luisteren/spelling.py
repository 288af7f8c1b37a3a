"""Read a word as it was meant: stretched letters, glued intensifiers, one typing mistake.

A typing mistake is only read into a word when ``buren.tsv`` has a line for that word, with the real words
that lie as near: what is itself a word of the language is never read as another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

_GEREKT = re.compile(r"(.)\1{2,}")
KORTSTE = 5
"""Shorter words are only read as they stand: with one letter changed they are often another word."""
_LANGSTE = 40
_LANGSTE_VOORVOEGSEL = 12


class Buren:
    """The words that may be misspelled, found by either half: one mistake always leaves one half as it was.

    :param woorden: the words that may be misspelled.
    :param echt: real words that lie one letter away from them.
    """

    def __init__(self, woorden: Iterable[str], echt: Iterable[str] = ()) -> None:
        self.echt = frozenset(echt)
        self._woorden = frozenset(woorden)
        self._kop: dict[tuple[int, str], list[str]] = {}
        self._staart: dict[tuple[int, str], list[str]] = {}
        for woord in sorted(self._woorden):
            lengte = len(woord)
            self._kop.setdefault((lengte, woord[: lengte // 2]), []).append(woord)
            self._staart.setdefault((lengte, woord[lengte // 2 :]), []).append(woord)

    @classmethod
    def read(cls, pad: Path) -> Buren:
        """Read the file; nothing may be misspelled when there is none."""
        if not pad.exists():
            return cls(())
        regels = [r.split("\t") for r in pad.read_text(encoding="utf-8").splitlines() if not r.startswith("#")]
        return cls([regel[0] for regel in regels], " ".join(regel[1] for regel in regels).split())

    def near(self, vorm: str) -> Iterator[str]:
        """Yield the words that are one mistake away."""
        midden = len(vorm) // 2
        gewisseld = vorm[: midden - 1] + vorm[midden : midden + 1] + vorm[midden - 1 : midden] + vorm[midden + 1 :]
        if gewisseld in self._woorden and gewisseld != vorm:
            yield gewisseld  # swapped over the middle: neither half is as it was
        for lengte in (len(vorm), len(vorm) + 1, len(vorm) - 1):
            half = lengte // 2
            for woord in self._kop.get((lengte, vorm[:half]), ()):
                if one_mistake(vorm, woord):
                    yield woord
            for woord in self._staart.get((lengte, vorm[half - lengte :]), ()):
                if one_mistake(vorm, woord):
                    yield woord


class Spelling:
    """How the words of one language may be misspelled.

    :param versterkbaar: words that an intensifier may be glued to.
    :param voorvoegsels: the intensifiers.
    :param vast: words that are read as they stand.
    :param buren: where the words that may be misspelled stand.
    """

    def __init__(
        self, versterkbaar: frozenset[str], voorvoegsels: frozenset[str], vast: frozenset[str], buren: Path
    ) -> None:
        self._versterkbaar = versterkbaar
        self._voorvoegsels = voorvoegsels
        self._vast = vast
        self._pad = buren

    @cached_property
    def _buren(self) -> Buren:
        return Buren.read(self._pad)

    def readings(self, vorm: str) -> Iterator[str]:
        """Yield the other word that a word may stand for; none when it is read as it stands."""
        if vorm in self._vast or len(vorm) > _LANGSTE:
            return
        if _GEREKT.search(vorm):
            for kort in (_GEREKT.sub(r"\1\1", vorm), _GEREKT.sub(r"\1", vorm)):
                if kort in self._vast:
                    yield kort
                    return
        kaal = vorm.replace("-", "")
        for lengte in range(2, min(len(kaal) - 2, _LANGSTE_VOORVOEGSEL)):
            if kaal[:lengte] in self._voorvoegsels and kaal[lengte:] in self._versterkbaar:
                yield kaal[lengte:]
                return
        if kaal != vorm and kaal in self._vast:
            yield kaal
        elif len(vorm) >= KORTSTE - 1 and vorm.isalpha() and vorm not in self._buren.echt:
            bedoeld = next(self._buren.near(vorm), None)
            if bedoeld is not None:
                yield bedoeld


def one_mistake(a: str, b: str) -> bool:
    """Whether two words differ by one letter changed, added or left out, or two letters swapped."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or a == b:
        return False
    nr = 0
    while nr < len(a) and a[nr] == b[nr]:
        nr += 1
    if len(a) == len(b):
        return a[nr + 1 :] == b[nr + 1 :] or (a[nr : nr + 2] == b[nr : nr + 2][::-1] and a[nr + 2 :] == b[nr + 2 :])
    return a[nr:] == b[nr + 1 :]
