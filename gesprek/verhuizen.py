"""Move a conversation to the flow and bank of now. A choice: without it, it goes on as it began.

Answers are never dropped. A step keeps its place when it has the same name, or carries the old one in
``was``; else the next step of the old order that is still there takes over, else the begin of its fase.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import Flow
from gesprek.bron import Bron
from gesprek.model import EIGEN, Beurt


@dataclass(frozen=True, slots=True)
class Verhuizing:
    """What a move comes to.

    :param stappen: old name of a step -> where its turns stand now; only what changes.
    :param nieuw: steps that the conversation will meet for the first time.
    :param kwijt: questions in it that the bank of now does not have; then it cannot be moved.
    """

    stappen: dict[str, str]
    nieuw: tuple[str, ...]
    kwijt: tuple[str, ...]

    def apply(self, beurten: list[Beurt]) -> list[Beurt]:
        """Return the turns in their new places."""
        return [replace(b, stap=self.stappen[b.stap]) if b.stap in self.stappen else b for b in beurten]


def plan_move(beurten: list[Beurt], oud: Bron, nieuw: Bron) -> Verhuizing:
    """Find out what moving these turns from one source to another comes to."""
    kwijt = []
    for beurt in beurten:
        if beurt.vraag.startswith(EIGEN):
            continue
        try:
            nieuw.bank.find(beurt.vraag)
        except KeyError:
            kwijt.append(beurt.vraag)
    return Verhuizing(
        stappen=_map_steps(oud.flow, nieuw.flow),
        nieuw=tuple(naam for naam in nieuw.stappen if naam not in oud.stappen),
        kwijt=tuple(dict.fromkeys(kwijt)),
    )


def _map_steps(oud: Flow, nieuw: Flow) -> dict[str, str]:
    over = {naam for naam, _stap in nieuw.steps()}
    hernoemd = {vroeger: naam for naam, stap in nieuw.steps() for vroeger in stap.was}
    volgorde = [naam for naam, _stap in oud.steps()]
    plek: dict[str, str] = {}
    for nr, naam in enumerate(volgorde):
        if naam in over:
            continue
        volgende = next((later for later in volgorde[nr + 1 :] if later in over), None)
        fase = naam.partition(".")[0]
        begin = next((n for n, _stap in nieuw.steps() if n.startswith(f"{fase}.")), nieuw.begin)
        plek[naam] = hernoemd.get(naam) or volgende or begin
    return plek
