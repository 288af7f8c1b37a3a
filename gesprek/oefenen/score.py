"""What a whole practice conversation came to: what was disclosed, which rules were kept, how far it got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.leerlingen.soorten import Slot
from gesprek.oefenen.reactie import Antwoord
from gesprek.oefenen.zorg import helps
from gesprek.regels.oordeel import REGELNAMEN, Code

_ONTHULD, _REGELS, _FASEN, _OPEN = 40, 30, 20, 10
"""Most points for each part; together 100."""
_GEWICHT: dict[Slot, int] = {
    "emotie": 2,
    "aanleiding": 3,
    "verbreden": 2,
    "verdiepen": 2,
    "rode_draad": 2,
    "kernwoord": 3,
}
"""What weighs more than one fragment: it is only told to who asks well."""
_ZWAAR: dict[Code, int] = {
    "invullen": 3,
    "advies": 3,
    "emotie_graven": 3,
    "monoloog": 2,
    "waarom": 2,
    "gesloten": 1,
    "meervoudig": 1,
}
_STOPT = {0: 40, 1: 30}
"""Points for care in the first or the second turn after a sign of distress; later it is 15."""
_BLIJFT, _WIJST, _WIE, _EERLIJK = 15, 30, 10, 5
"""Points for staying, pointing to help, both asking who may know and naming who can help, and being honest."""
_GRAAFT, _GEHEIM = 12, 30
"""Points lost for each question that goes on, and for a promise of secrecy."""


@dataclass(frozen=True, slots=True)
class Eind:
    """The end of a practice conversation.

    :param score: 0 to 100, for comparing runs only; no grade.
    :param geschonden: how often each code was broken; ``gehouden``: how often each rule was kept.
    :param gevoelens: feeling words that were taken up, and how many were said.
    """

    score: int
    geschonden: dict[str, int]
    gehouden: dict[str, int]
    vrijgegeven: int
    van: int
    kernwoord: bool
    verhalen: int
    aanleiding: bool
    gevoelens: tuple[int, int]


def close(leerling: Leerling, beurten: Sequence[Antwoord]) -> Eind:
    """Return what a conversation came to."""
    geschonden = Counter(code for b in beurten for code in b.zet.oordeel.schendt)
    gehouden = Counter(regel for b in beurten for regel in b.zet.oordeel.houdt)
    verteld = [leerling.find(id) for b in beurten for id in b.vrijgegeven]
    slots = {f.slot for f in verteld}
    gevoelens = beurten[-1].na.gevoelens if beurten else ()
    op = sum(g.stand == "opgepakt" for g in gevoelens)
    return Eind(
        score=_alarm_score(beurten) if leerling.alarm else _score(leerling, beurten),
        geschonden={code: geschonden[code] for code in _ZWAAR if geschonden[code]},
        gehouden={regel: gehouden[regel] for regel in REGELNAMEN if gehouden[regel]},
        vrijgegeven=len(verteld),
        van=len(leerling.fragmenten),
        kernwoord="kernwoord" in slots,
        verhalen=len({f.verhaal for f in verteld}),
        aanleiding="aanleiding" in slots,
        gevoelens=(op, len(gevoelens)),
    )


def _score(leerling: Leerling, beurten: Sequence[Antwoord]) -> int:
    if not beurten:
        return 0
    verteld = {id for b in beurten for id in b.vrijgegeven}
    alles = sum(_GEWICHT.get(f.slot, 1) for f in leerling.fragmenten)
    gezegd = sum(_GEWICHT.get(f.slot, 1) for f in leerling.fragmenten if f.id in verteld)
    onthuld = gezegd / alles
    heel = _ONTHULD * onthuld + _REGELS * _rules(beurten) * min(1, 2 * onthuld)
    slots = {f.slot for f in leerling.fragmenten if f.id in verteld}
    heel += _FASEN * _phases(slots)
    begin, eind = beurten[0].voor.vertrouwen.v, beurten[-1].na.vertrouwen.v
    heel += _OPEN * max(0.0, (eind - begin) / (100 - begin))
    gevoelens = beurten[-1].na.gevoelens
    if gevoelens and not any(g.stand == "opgepakt" for g in gevoelens):
        heel -= _OPEN / 2
    return max(0, min(100, round(heel)))


def _rules(beurten: Sequence[Antwoord]) -> float:
    """Return the share of turns that keep a rule and break none, less what was broken by weight."""
    goed = sum(
        bool(b.zet.oordeel.houdt or b.zet.erkent or b.zet.spiegelt) and not b.zet.oordeel.schendt for b in beurten
    )
    fout = sum(_ZWAAR[code] for b in beurten for code in b.zet.oordeel.schendt)
    return max(0.0, (goed - fout / 2) / len(beurten)) if beurten else 0.0


def _phases(slots: set[Slot]) -> float:
    """Return how far it got: looking back, reflecting, looking ahead, taking action."""
    terug = (bool(slots & {"gebeurtenis"}) + ("emotie" in slots) + ("aanleiding" in slots)) / 3
    beschouwd = (bool(slots & {"verbreden", "verdiepen"}) + ("rode_draad" in slots) + ("kernwoord" in slots)) / 3
    vooruit = (("mogelijkheid" in slots) + ("stap" in slots)) / 2
    doen = len(slots & {"netwerk", "belemmering", "afspraak"}) / 3
    return (terug + beschouwd + vooruit + doen) / 4


def _alarm_score(beurten: Sequence[Antwoord]) -> int:
    """Return the score with a student in distress: only stopping, staying and pointing to help counts."""
    nr = next((i for i, b in enumerate(beurten) if b.na.alarm), None)
    if nr is None:
        return min(25, round(25 * _rules(beurten)))
    daarna = beurten[nr + 1 :]
    zorg = {wat for b in daarna for wat in b.zet.zorg}
    begonnen = next((i for i, b in enumerate(daarna) if helps(b.zet.zorg)), None)
    heel = 0 if begonnen is None else _STOPT.get(begonnen, 15)
    heel += _BLIJFT * (bool(zorg & {"blijft", "stopt"}) or any(b.zet.erkent for b in daarna))
    heel += _WIJST * bool(zorg & {"hulp", "helper"}) + _WIE * (zorg >= {"hulp", "helper"})
    heel += _EERLIJK * bool(zorg & {"eerlijk", "veilig", "nodig"})
    heel -= _GRAAFT * sum(b.soort in ("alarm_graven", "alarm_verder") for b in daarna)
    heel -= _GEHEIM * ("geheim" in zorg)
    return max(0, min(100 if begonnen is not None else 20, heel))
