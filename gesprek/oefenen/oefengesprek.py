"""A practice conversation going forward: turns with a simulated student, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.reactie import Antwoord, react
from gesprek.oefenen.score import Eind, close
from gesprek.oefenen.toestand import Toestand, begin

STILTE = "…"
"""What is said when the mentor waits."""


@dataclass(slots=True)
class Oefengesprek:
    """One conversation with a student.

    :param zaad: another number gives other wordings of the same story.
    """

    leerling: Leerling
    taal: Taal
    zaad: int = 0
    beurten: list[Antwoord] = field(default_factory=list)

    @property
    def toestand(self) -> Toestand:
        """Where it is now."""
        return self.beurten[-1].na if self.beurten else begin(self.leerling)

    def say(self, uiting: str) -> Antwoord:
        """Say something, and return what came of it."""
        antwoord = react(self.leerling, self.taal, self.toestand, uiting, self.zaad)
        self.beurten.append(antwoord)
        return antwoord

    def wait(self) -> Antwoord:
        """Say nothing, and return what came of it."""
        return self.say(STILTE)

    def take_back(self) -> Antwoord | None:
        """Take back the last turn; return it, or None when there is none."""
        return self.beurten.pop() if self.beurten else None

    def close(self) -> Eind:
        """Return what it came to so far."""
        return close(self.leerling, self.beurten)


def play(leerling: Leerling, taal: Taal, uitingen: Iterable[str], zaad: int = 0) -> Oefengesprek:
    """Return the conversation that a list of utterances leads to."""
    gesprek = Oefengesprek(leerling, taal, zaad)
    for uiting in uitingen:
        gesprek.say(uiting)
    return gesprek
