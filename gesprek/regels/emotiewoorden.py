"""Handelingsregel 3, emotiewoorden: watch for feeling words; they show that an experience matters.

Kept: the student's own feeling word is said back to the letter, or the moment of the feeling is asked for. Over a whole
conversation: each feeling word of the student is taken up within two turns, or missed; a word that is swapped for
another is filled in (``nivea``).
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where a feeling word of the student's is said back, or its moment is asked for."""
    for begin, einde, _polariteit in o.gevoel:
        if o.own(begin, einde):
            yield o.keeps("emotiewoorden", begin, einde)
    for t in o.found("vraagt_gevoelsmoment"):
        if o.asks(t.begin):
            yield o.keeps("emotiewoorden", t.begin, t.einde)
