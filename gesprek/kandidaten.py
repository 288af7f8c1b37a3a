"""The student's own words that are laid out to choose a kernwoord from."""

from __future__ import annotations

from collections.abc import Sequence

from gesprek import luisteren
from gesprek.model import Beurt, Citaat, Soort, Taal
from gesprek.uiting import Frame, Keuze

_NOEMEND = frozenset({"kwaliteit", "motief", "rode_draad", "leefregel", "inzicht"})
"""Slots whose answers name something: a kernwoord is found there first."""


def own_words(frames: Sequence[Frame], beurten: Sequence[Beurt], taal: Taal) -> list[Keuze]:
    """Return words of the student to choose from: of what was said when looking inward, else of everything.

    :param frames: the answers that count, with what was asked.
    :param beurten: all turns.
    """
    eigen = [f for f in frames if not f.open.opties and beurten[f.nr].soort is Soort.ANTWOORD]
    over_jezelf = [frame for frame in eigen if frame.open.stap.startswith("reflecteren.")]
    for gekozen in (over_jezelf, eigen):
        noemend = {f.nr for f in gekozen if not _NOEMEND.isdisjoint(f.open.vult)}
        teksten = [(f.nr, beurten[f.nr].tekst) for f in gekozen]
        if gevonden := luisteren.candidates(teksten, taal, noemend=noemend):
            return [Keuze(woord, woord, Citaat(beurt, van, tot, woord)) for beurt, van, tot, woord in gevonden]
    return []
