"""Handelingsregel 5, verdiep: ask what exactly happened, until you know what triggered the emotion.

Kept: who, what, where, when, what was said and done, at one moment; best of all the moment just before the feeling.
Over a whole conversation: which parts of the small story became known, and no row of fact questions without a mirror.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where it is asked what exactly happened."""
    for soort in ("vraagt_aanleiding", "vraagt_precies"):
        for t in o.found(soort):
            if o.asks(t.begin):
                yield o.keeps("verdiep", t.begin, t.einde)
