"""What goes in: what the student ticked, else what was ticked together, else the usual choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from gesprek.dossier.delen import NAMEN, TRANSCRIPT, all_parts
from gesprek.model import Dossierkeuze

if TYPE_CHECKING:
    from gesprek.verloop import Verloop

GEVOELIG = frozenset({"emotie", "waarneming", TRANSCRIPT, NAMEN})
"""What only goes in when it was ticked by name: feelings, words of someone else, everything, names."""

Herkomst = Literal["eigen", "samen", "gewoon", "niets"]
"""Where a choice comes from; ``gewoon`` is ours and not the student's, ``niets`` is no choice yet."""


@dataclass(frozen=True, slots=True)
class Gekozen:
    """What goes in of one conversation, and who chose it."""

    keuze: Dossierkeuze
    herkomst: Herkomst

    def lets(self, deel: str) -> bool:
        """Whether a part goes in."""
        return deel in self.keuze.delen

    def changed(self, met: Collection[str], zonder: Collection[str]) -> Gekozen:
        """Return it with parts added and taken away."""
        delen = (self.keuze.delen | frozenset(met)) - frozenset(zonder)
        return replace(self, keuze=replace(self.keuze, delen=delen))


def ticked_together(verloop: Verloop) -> frozenset[str] | None:
    """Return the parts that were ticked at the end of a conversation of two; None when that was not reached."""
    waarde = verloop.verhaal.value("dossier")
    return None if waarde is None else frozenset(str(waarde).replace(",", " ").split()) - {"niets"}


def usual(verloop: Verloop) -> frozenset[str]:
    """Return the usual choice: every part but what is sensitive."""
    return frozenset(deel.id for deel in all_parts(verloop)) - GEVOELIG


def choose(verloop: Verloop, bewaard: Mapping[str, Dossierkeuze], *, gewoon: bool = True) -> Gekozen:
    """Return what goes in of a conversation.

    :param bewaard: what students chose, by conversation.
    :param gewoon: take the usual choice where nothing was chosen; else nothing goes in.
    """
    id = verloop.gesprek.id
    if (eigen := bewaard.get(id)) is not None:
        return Gekozen(eigen, "eigen")
    if (samen := ticked_together(verloop)) is not None:
        return Gekozen(Dossierkeuze(id, samen), "samen")
    if gewoon:
        return Gekozen(Dossierkeuze(id, usual(verloop)), "gewoon")
    return Gekozen(Dossierkeuze(id), "niets")
