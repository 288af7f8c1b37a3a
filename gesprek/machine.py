"""The state machine of a flow: one flat transitions Machine, built once, shared by all conversations.

States are the full names of the steps (``terugkijken.ervaring``) and ``klaar``; the one event is
``verder``; the first edge whose guard holds is taken. Conversations are not registered with it: a
:class:`Stand` is handed to :func:`step`, which returns the edge that was taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from flows import KLAAR, Flow, Overgang
from flows.voorwaarde import Voorwaarde
from gesprek.model import Verhaal

if TYPE_CHECKING:
    from transitions import EventData, Machine

VERDER = "verder"


@dataclass(slots=True)
class Stand:
    """Where a conversation is.

    :param stap: full name of the step, the state of the machine.
    :param genomen: how often each limited edge was taken, by (step, place of the edge).
    :param rand: the edge that was taken last, as (step, place).
    :param plaats: place of the question of now among those of the step.
    :param deel: place of its part of now.
    :param per: how many of the repetitions of a ``per`` question were asked.
    :param duwtjes: follow-ups already asked on the question of now.
    :param gekozen: the question that a choice of several became, while it is the one of now.
    :param gesteld: questions of this step that a mentor asked out of their turn.
    """

    stap: str
    verhaal: Verhaal = field(default_factory=Verhaal)
    genomen: dict[tuple[str, int], int] = field(default_factory=dict)
    rand: tuple[str, int] | None = None
    plaats: int = 0
    deel: int = 0
    per: int = 0
    duwtjes: tuple[str, ...] = ()
    gekozen: str | None = None
    gesteld: tuple[str, ...] = ()

    def copy(self) -> Stand:
        """Return a copy that can go its own way."""
        return Stand(
            self.stap,
            self.verhaal.copy(),
            dict(self.genomen),
            self.rand,
            self.plaats,
            self.deel,
            self.per,
            self.duwtjes,
            self.gekozen,
            self.gesteld,
        )

    def enter(self) -> None:
        """Begin at the first question of the step."""
        self.plaats = -1
        self.gesteld = ()
        self.next_question()

    def next_question(self) -> None:
        """Go to the next question of the step."""
        self.plaats += 1
        self.deel = 0
        self.per = 0
        self.duwtjes = ()
        self.gekozen = None


class _Guard:
    """The condition of one edge, as the machine calls it."""

    def __init__(self, plek: tuple[str, int], overgang: Overgang, voorwaarde: Voorwaarde | None) -> None:
        self.plek = plek
        self.hoogstens = overgang.hoogstens
        self.voorwaarde = voorwaarde

    def __call__(self, event: EventData) -> bool:
        stand = cast(Stand, event.model)
        if self.hoogstens is not None and stand.genomen.get(self.plek, 0) >= self.hoogstens:
            return False
        return self.voorwaarde is None or self.voorwaarde.holds(stand.verhaal)


class _Take:
    """What an edge does to the state besides leading on."""

    def __init__(self, plek: tuple[str, int], overgang: Overgang) -> None:
        self.plek = plek
        self.overgang = overgang

    def __call__(self, event: EventData) -> None:
        stand = cast(Stand, event.model)
        stand.rand = self.plek
        if self.overgang.hoogstens is not None:
            stand.genomen[self.plek] = stand.genomen.get(self.plek, 0) + 1
        if self.overgang.vergeet:
            stand.verhaal.forget(self.overgang.vergeet)
        stand.enter()


def build_machine(flow: Flow) -> Machine:
    """Build the machine of a flow."""
    from transitions import Machine

    stappen = list(flow.steps())
    machine = Machine(
        model=None,
        states=[*(naam for naam, _stap in stappen), KLAAR],
        initial=flow.begin,
        auto_transitions=False,
        send_event=True,
        queued=False,
        model_attribute="stap",
    )
    for naam, stap in stappen:
        for nr, overgang in enumerate(stap.dan):
            voorwaarde = flow.guard(overgang.als) if overgang.als else None
            machine.add_transition(
                VERDER,
                naam,
                overgang.naar,
                conditions=[_Guard((naam, nr), overgang, voorwaarde)],
                before=[_Take((naam, nr), overgang)],
            )
    return machine


def step(machine: Machine, stand: Stand) -> tuple[str, int]:
    """Take the first edge of the step whose guard holds.

    :returns: the edge, as (step, place).
    :raises RuntimeError: when none holds, which a checked flow rules out.
    """
    if not machine.events[VERDER].trigger(stand) or stand.rand is None:
        raise RuntimeError(f"no edge of {stand.stap} holds")
    return stand.rand
