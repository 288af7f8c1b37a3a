"""Handelingsregel 7, kernwoord: help the student to name the kernwoord, and look at the future through it.

Kept: the student is asked for the word, or their word is used to look ahead. Over a whole conversation the word must
come from the student first and be used again in looking ahead. Who picks the word for the student fills in (``nivea``).
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where the student is asked for a word of their own, or looks ahead with it."""
    for soort in ("vraagt_woord", "door_woord"):
        for t in o.found(soort):
            if o.asks(t.begin):
                yield o.keeps("kernwoord", t.begin, t.einde)
