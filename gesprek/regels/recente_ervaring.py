"""Handelingsregel 2, recente-ervaring: invite the student to tell about a recent experience.

Kept: one event of late is invited, and the student chooses which. Over a whole conversation: the invitation comes
within the first turns, and the future, marks or a type of person are not asked about before there is a story.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where a moment is invited."""
    for t in o.found("nodigt_uit_moment"):
        if o.asks(t.begin):
            yield o.keeps("recente-ervaring", t.begin, t.einde)


def too_early(o: Ontleding) -> bool:
    """Whether it asks about the future, marks or a type of person: too early while there is no story."""
    return any(o.asks(t.begin) for t in o.found("te_vroeg"))
