"""Handelingsregel 6, verbreed: broaden the small stories, so that the student can compare.

Kept: a second concrete case is asked for, elsewhere or earlier, and the student does the comparing. Who states the
pattern for the student fills in (``nivea``); who jumps to a job advises (``met_niet_tegen``). The closed form of
bijlage 2 nr 20 (``Herken je dit in andere situaties?``) opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where a second story is asked for, or the student is asked to compare."""
    for soort in ("elders", "vroeger", "vergelijkt"):
        for t in o.found(soort):
            if o.asks(t.begin):
                yield o.keeps("verbreed", t.begin, t.einde)
