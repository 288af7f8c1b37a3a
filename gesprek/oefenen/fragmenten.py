"""Which piece of the story an utterance opens."""

from __future__ import annotations

from dataclasses import dataclass

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Fragment, Leerling
from gesprek.oefenen.leerlingen.soorten import Nodig
from gesprek.oefenen.toestand import Toestand
from gesprek.oefenen.zet import FEITEN, RUIM, VOORUIT, Zet
from gesprek.vouwen import fold

_VERHALEN = 2
"""Stories that must have been told before they can be compared."""
_DAN_BEDOELD: dict[Nodig, Nodig] = {
    "tijd": "afspraak",
    "wie": "netwerk",
    "plek": "toekomst",
    "rol": "stap",
    "eigen_daad": "stap",
    "aanleiding": "afspraak",
}
"""What a fact question is about when the student was just telling of what is to come."""
DECOR = ("plek", "wie", "rol")
"""What sets the scene, and is no answer to what happened."""
_DADEN = ("eigen_daad", "ander_daad", "tijd", "precies")
_DEELS = 4
"""Letters of a word of the story that a longer word in a question may begin or end with."""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What an utterance opens.

    :param nieuw: a fragment that can be told now.
    :param bekend: else one that was told, and is asked for again.
    :param verteld: a fragment that was told, and that a word of the question is about.
    :param raak: whether a word of the question is of the story.
    :param op: whether there is nothing left of what was asked.
    """

    nieuw: Fragment | None = None
    bekend: Fragment | None = None
    verteld: Fragment | None = None
    raak: bool = False
    op: bool = False


def can_be_told(leerling: Leerling, toestand: Toestand, fragment: Fragment) -> bool:
    """Whether trust and what was told before allow a fragment."""
    if fragment.id in toestand.verteld or fragment.grens > toestand.vertrouwen.v:
        return False
    if not all(eerder in toestand.verteld for eerder in fragment.na):
        return False
    if fragment.slot == "rode_draad":
        return toestand.stories(leerling) >= _VERHALEN
    if fragment.slot == "kernwoord":
        return bool(toestand.told(leerling, "rode_draad"))
    if fragment.needs[0] in VOORUIT:
        return toestand.stories(leerling) >= _VERHALEN
    if fragment.verhaal > 1 and fragment.slot not in ("verbreden", "verdiepen"):
        opener = "verbreden" if fragment.verhaal == _VERHALEN else "verdiepen"
        return bool(toestand.told(leerling, opener))
    return fragment.slot == "ervaring" or fragment.slot == "alarm" or bool(toestand.told(leerling, "ervaring"))


def opens(fragment: Fragment, asked: Nodig) -> bool:
    """Whether a move opens a fragment. Who asks for anything at all is given whatever comes of itself."""
    nodig = fragment.needs
    if asked in RUIM and not RUIM.isdisjoint(nodig) and fragment.slot != "aanleiding":
        return True
    return asked in nodig or ("feiten" in nodig and asked in FEITEN)


def about(fragment: Fragment, taal: Taal, woorden: frozenset[str]) -> bool:
    """Whether a question has a word of this fragment in it."""
    for woord in fragment.over.in_taal(taal):
        kaal = fold(woord)
        if kaal in woorden:
            return True
        if len(kaal) > _DEELS and any(w.startswith(kaal) for w in woorden):
            return True
    return False


def ask(leerling: Leerling, taal: Taal, toestand: Toestand, zet: Zet) -> Gevonden:
    """Return what a question opens: what it names, else what it asks for, else the next thing in the story."""
    over = [f for f in leerling.fragmenten if about(f, taal, zet.woorden)]
    genoemd = frozenset(f.id for f in over if f.id in toestand.verteld)
    was = next((f for f in over if f.id in genoemd), None)
    asked = zet.vraagt[0] if zet.vraagt else "feiten"
    kan = [f for f in leerling.fragmenten if can_be_told(leerling, toestand, f) and opens(f, asked)]
    if (asked in RUIM or asked == "feiten") and toestand.told(leerling, "rode_draad"):
        kan = [f for f in kan if f.slot not in DECOR]  # so far on, nobody goes back to where it was
    kan.sort(key=lambda f: _order(leerling, toestand, f, asked, genoemd))
    ruim = asked in RUIM or asked == "feiten"
    verhaal = [f for f in kan if asked not in ("precies", "moment") or f.slot not in DECOR]
    raak = next((f for f in verhaal if f in over and (ruim or asked in f.needs)), None)
    if raak:
        return Gevonden(raak, raak=True)
    vooruit = bool(toestand.verteld) and leerling.find(toestand.verteld[-1]).needs[0] in VOORUIT
    if vooruit and (verder := _further(leerling, toestand, asked)):
        return Gevonden(verder)
    if not ruim:
        return _definite(leerling, toestand, asked, kan)
    if not kan and toestand.told(leerling, "kernwoord"):
        kan = [f for f in (_further(leerling, toestand, asked),) if f]
    if kan:
        return Gevonden(kan[0], verteld=was)
    return Gevonden(bekend=was, verteld=was, op=not _left(leerling, toestand))


def _definite(leerling: Leerling, toestand: Toestand, asked: Nodig, kan: list[Fragment]) -> Gevonden:
    """Return what is asked for by name: told now, told before, or not yet.

    :param kan: what can be told and is opened by it, in the order in which it comes.
    """
    hier = [f for f in kan if f.verhaal == toestand.verhaal] if asked in FEITEN else kan
    verteld = [f for id in toestand.verteld if (f := leerling.find(id)).needs[0] == asked]
    verteld_hier = [f for f in verteld if f.verhaal == toestand.verhaal] if asked in FEITEN else verteld
    eerst = next((f for f in hier if f.needs[0] == asked or f.slot == "ervaring"), None)
    ook = next((f for f in hier if asked in f.needs), None) if asked not in FEITEN else None
    if eerst or ook:
        return Gevonden(eerst or ook)
    if verteld_hier:
        return Gevonden(bekend=verteld_hier[-1])
    if asked in VOORUIT:  # a step is asked for and there is no direction yet: then that is told
        later = [f for f in leerling.fragmenten if f.id not in toestand.verteld and f.needs[0] == asked]
        return Gevonden(_must_come_first(leerling, toestand, later))
    later = [f for f in leerling.fragmenten if f.id not in toestand.verteld and f.needs[0] == asked]
    eerder = _must_come_first(leerling, toestand, later) if asked in ("gevoel", "aanleiding") else None
    if eerder:
        return Gevonden(eerder)
    if later and asked not in FEITEN:
        return Gevonden()
    over = [f for f in hier or kan if asked not in _DADEN or f.slot not in DECOR]
    if over:
        return Gevonden(over[0])
    return Gevonden(bekend=verteld[-1] if verteld else None)


def _further(leerling: Leerling, toestand: Toestand, asked: Nodig) -> Fragment | None:
    """Return what of what is to come is meant by a question that might be about the past too."""
    if asked not in _DAN_BEDOELD and asked not in RUIM and asked != "feiten":
        return None
    kan = [f for f in leerling.fragmenten if f.needs[0] in VOORUIT and can_be_told(leerling, toestand, f)]
    bedoeld = _DAN_BEDOELD.get(asked)
    return next((f for f in kan if bedoeld is None or f.needs[0] == bedoeld), None)


def _must_come_first(leerling: Leerling, toestand: Toestand, later: list[Fragment]) -> Fragment | None:
    """Return what must be told before something that is asked for, and can be."""
    eerst = (leerling.find(id) for fragment in later for id in fragment.na if id not in toestand.verteld)
    return next((fragment for fragment in eerst if can_be_told(leerling, toestand, fragment)), None)


def comes_next(leerling: Leerling, toestand: Toestand, nodig: str) -> Fragment | None:
    """Return what comes of itself when there is room, or None."""
    kan = [f for f in leerling.fragmenten if can_be_told(leerling, toestand, f) and nodig in f.needs]
    if toestand.told(leerling, "rode_draad"):
        kan = [f for f in kan if f.slot not in DECOR]
    return min(kan, key=lambda f: _order(leerling, toestand, f, "vertel", frozenset()), default=None)


def _order(
    leerling: Leerling, toestand: Toestand, fragment: Fragment, asked: Nodig, genoemd: frozenset[str]
) -> tuple[int, int, int, int, int]:
    """Return the order in which fragments come: the story of now, what follows on what is named, what is asked for.

    :param genoemd: told fragments that the question names.
    """
    nodig = fragment.needs
    return (
        fragment.verhaal != toestand.verhaal,
        asked in ("moment", "precies") and fragment.slot in DECOR,
        genoemd.isdisjoint(fragment.na) or asked not in RUIM,
        nodig.index(asked) if asked in nodig else len(nodig),
        leerling.fragmenten.index(fragment),
    )


def _left(leerling: Leerling, toestand: Toestand) -> bool:
    """Whether something of the story of now is still to be told, at more trust or by another move."""
    return any(
        f.id not in toestand.verteld and f.verhaal == toestand.verhaal and "vertel" in f.needs
        for f in leerling.fragmenten
    )
