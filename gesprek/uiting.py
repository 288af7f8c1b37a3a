"""What the program says, and what came of something the student did; plain data for every front end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows import Vraagkeuze
from gesprek.machine import Stand
from gesprek.model import Beurt, Citaat, Soort, Spreker
from vragen import Optie, Vraag, Vraagtekst

Actie = Literal["", "pauze", "wissen"]


@dataclass(frozen=True, slots=True)
class Keuze:
    """One option as it is offered.

    :param citaat: where the student used this word, when it is one of the student's own.
    """

    id: str
    tekst: str
    citaat: Citaat | None = None
    optie: Optie | None = None


@dataclass(frozen=True, slots=True)
class Uiting:
    """Something the program says now.

    :param vraag: id of the item in the bank; ``deel`` is the letter of its part, or empty.
    :param concept: what the student answered here before, when they came back to it.
    :param citaten: the student's words in it, with where they were typed.
    :param navraag: of ``zorg``: it is only asked how the words were meant.
    """

    soort: Literal["vraag", "schaal", "keuze", "reactie", "zorg", "klaar"]
    tekst: str
    fase: str = ""
    stap: str = ""
    vraag: str = ""
    deel: str = ""
    vult: tuple[str, ...] = ()
    opties: tuple[Keuze, ...] = ()
    min: int = 1
    max: int = 10
    concept: str = ""
    citaten: tuple[Citaat, ...] = ()
    navraag: bool = False


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came of something the student did.

    :param beurten: new turns, to be kept in one transaction with ``gewist``.
    :param gewist: turns whose words are gone now.
    :param uitingen: what to show, in order.
    :param actie: what the student chose after a word about distress.
    """

    beurten: tuple[Beurt, ...] = ()
    gewist: tuple[Beurt, ...] = ()
    uitingen: tuple[Uiting, ...] = ()
    actie: Actie = ""


@dataclass(slots=True)
class Regel:
    """One line of the transcript, filled in.

    :param citaten: of the program: the student's words in it, with where they were typed.
    :param vervallen: the student went back over it; not part of the story any more.
    """

    nr: int
    spreker: Spreker
    soort: Soort
    stap: str
    vraag: str
    tekst: str
    citaten: tuple[Citaat, ...] = ()
    vervallen: bool = False


@dataclass(slots=True)
class Open:
    """The question that is open, or will be.

    :param vult: slots that its answer fills.
    :param basis: the question that it follows up on; itself otherwise.
    :param vooraf: turns said just before it that belong to it: the student's words laid out.
    :param gepland: whether the flow asks it now; another one a mentor chose, and the flow stays where it is.
    :param delen: how many single questions of the bank it holds.
    """

    stap: str
    vraag: Vraag
    unit: Vraagtekst
    id: str
    deel: str
    vult: tuple[str, ...]
    keuze: Vraagkeuze | None
    basis: Vraagtekst
    opties: tuple[Keuze, ...] = ()
    sjabloon: str = ""
    vooraf: tuple[int, ...] = ()
    gepland: bool = True
    delen: int = 1


@dataclass(slots=True)
class Frame:
    """An answer with the state before it, to go back to.

    :param open: the question it answers.
    :param nr: its turn.
    """

    stand: Stand
    open: Open
    nr: int
