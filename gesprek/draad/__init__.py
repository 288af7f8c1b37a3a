"""What runs through several conversations: kernwoorden over time, words that come back, what was named.

Everything is a quote with the conversation, day and turn where it stands. Nothing is counted as growth, ticked
or ranked by worth: words that changed stand beside each other, with their days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gesprek.model import Taal
from gesprek.vouwen import fold

Grondvorm = Callable[[str, Taal], str]
"""Gives the form by which words are held together."""


def as_typed(vorm: str, taal: Taal) -> str:  # noqa: ARG001 - it stands where a lemmatiser may stand
    """Hold only words together that are the same but for case and accents. Costs nothing to begin with."""
    return fold(vorm)


def by_lemma(vorm: str, taal: Taal) -> str:
    """Hold the forms of a word together. The first word in a language takes about half a second."""
    from gesprek.luisteren.lemma import lemma

    return lemma(fold(vorm), taal)


@dataclass(frozen=True, slots=True)
class Plaats:
    """A quote, and where it stands.

    :param beurt: nr of the turn; -1 when it is not known.
    :param van: where in the quote the word stands that it is about; ``tot``: its end. Nothing when they are equal.
    """

    gesprek: str
    datum: date
    beurt: int
    tekst: str
    van: int = 0
    tot: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """A kernwoord in the conversation in which it was given.

    :param woord: as the student put it then.
    :param activiteit: what that conversation was about, in the student's words; may be empty.
    """

    plaats: Plaats
    woord: str
    activiteit: str = ""


@dataclass(frozen=True, slots=True)
class Lijn:
    """One kernwoord over time, in whatever form.

    :param woorden: its forms, in the order in which they were first given.
    :param momenten: oldest first.
    """

    woorden: tuple[str, ...]
    momenten: tuple[Moment, ...]

    @property
    def naam(self) -> str:
        """The forms behind each other."""
        return ", ".join(self.woorden)


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """Kernwoorden over time.

    :param lijnen: in the order in which the words were first given.
    :param gesprekken: how many conversations were looked at, with or without a kernwoord.
    """

    lijnen: tuple[Lijn, ...] = ()
    gesprekken: int = 0

    @property
    def momenten(self) -> list[Moment]:
        """All of them, oldest first."""
        return sorted((m for lijn in self.lijnen for m in lijn.momenten), key=lambda m: m.plaats.gesprek)

    @property
    def is_draad(self) -> bool:
        """Whether there is more than one moment: one conversation is no thread yet."""
        return sum(len(lijn.momenten) for lijn in self.lijnen) > 1


@dataclass(frozen=True, slots=True)
class Terugkeer:
    """A word of the student's own that stands in two or more conversations.

    :param vormen: how it was typed, in the order in which those forms came.
    :param gesprekken: in which conversations, oldest first.
    """

    vormen: tuple[str, ...]
    gesprekken: tuple[str, ...]
    taal: Taal

    @property
    def naam(self) -> str:
        """The forms behind each other."""
        return ", ".join(self.vormen)
