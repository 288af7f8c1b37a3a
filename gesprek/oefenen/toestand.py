"""Where a practice conversation is: what the student feels about the mentor, and what has been told. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gesprek.oefenen.leerlingen import Fragment, Leerling
from gesprek.oefenen.leerlingen.soorten import GRENZEN, NIVEAUS, SPELING, Niveau


@dataclass(frozen=True, slots=True)
class Vertrouwen:
    """How far the student trusts the mentor. It depends on the mentor's utterances only, never on what was told.

    That makes one promise hold by construction: of two states the better one (more ``v``; less ``w``, ``kort``,
    ``rij`` and ``net_gevoel``) stays the better under every utterance, and a broken rule never leads to a better state
    than a kept one. See :mod:`gesprek.oefenen.wegen`.

    :param v: trust, in hundredths.
    :param w: resistance, 0 to 3; at 3 the student asks to stop.
    :param kort: utterances in a row that shut the story.
    :param rij: fact questions and breaks since something was last mirrored or acknowledged.
    :param net_gevoel: whether the last utterance asked for a feeling, or broke something.
    :param terug_tot: trust to which a repair of the last break leads back, once; 0 when there is nothing to repair.
    :param beschouwd: whether reflection was asked for, so that looking ahead is not too early.
    :param niveau: index of the openness in ``NIVEAUS``.
    """

    v: int
    w: int = 0
    kort: int = 0
    rij: int = 0
    net_gevoel: bool = False
    terug_tot: int = 0
    beschouwd: bool = False
    niveau: int = 0

    @property
    def openness(self) -> Niveau:
        """How open the student is."""
        return NIVEAUS[self.niveau]


def level(v: int, was: int) -> int:
    """Return the index of the openness: up as soon as a limit is reached, down only well below it."""
    nu = sum(v >= grens for grens in GRENZEN)
    if nu < was:
        return sum(v >= grens - SPELING for grens in GRENZEN)
    return nu


Gevoelsstand = Literal["open", "opgepakt", "gevallen", "terug"]


@dataclass(frozen=True, slots=True)
class Gevoel:
    """What became of a feeling word that the student said.

    :param beurt: the turn in which that was so.
    """

    fragment: str
    stand: Gevoelsstand
    beurt: int


@dataclass(frozen=True, slots=True)
class Toestand:
    """The whole state of a practice conversation.

    :param beurt: utterances so far.
    :param verteld: ids of fragments, in the order in which they were told.
    :param gezegd: replies of the student, oldest first.
    :param stukken: the sentences from data that those are made of, so that none is used twice.
    :param verhaal: the story that is being told: 1, 2 elsewhere, 3 earlier.
    :param alarm: turn in which distress was told, 0 when it was not.
    :param hulp: turn in which the mentor then stopped or pointed to help.
    """

    vertrouwen: Vertrouwen
    beurt: int = 0
    verteld: tuple[str, ...] = ()
    gezegd: tuple[str, ...] = ()
    stukken: frozenset[str] = frozenset()
    gevoelens: tuple[Gevoel, ...] = ()
    verhaal: int = 1
    alarm: int = 0
    hulp: int = 0

    def told(self, leerling: Leerling, slot: str) -> list[Fragment]:
        """Return the fragments of a slot that were told."""
        return [f for f in leerling.fragmenten if f.id in self.verteld and f.slot == slot]

    def stories(self, leerling: Leerling) -> int:
        """Return how many stories were told, the experience included."""
        return len({f.verhaal for f in leerling.fragmenten if f.id in self.verteld})


def begin(leerling: Leerling) -> Toestand:
    """Return the state before anything is said."""
    v = round(leerling.begin * 100)
    return Toestand(Vertrouwen(v, niveau=level(v, 0)))
