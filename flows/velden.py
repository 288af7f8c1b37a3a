"""The closed list of story fields that a guard may name.

Every slot is a field: true when it is filled. What needs more than that is computed here, once, with
its type and what it means.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from gesprek.model import Verhaal

Waarde = bool | int | str | None
Type = Literal["ja/nee", "getal", "woord"]
_VERTELD_WOORDEN = 4
"""Words from which what came of an afspraak can be the experience of a conversation."""


@dataclass(frozen=True, slots=True)
class Veld:
    """A field that guards may name.

    :param waarden: for a word: the values that it can have.
    """

    naam: str
    type: Type
    uitleg: str
    compute: Callable[[Verhaal], Waarde]
    waarden: tuple[str, ...] = ()


def _raakt(verhaal: Verhaal) -> bool:
    return bool(
        verhaal.slots.get("emotie")
        or verhaal.slots.get("blijft")
        or verhaal.value("kant") in ("fijn", "niet_fijn", "allebei")
    )


def polariteit(verhaal: Verhaal) -> str:
    """Return the side of the experience: the student's own mark, else the feeling words."""
    match verhaal.value("kant"):
        case "fijn":
            return "positief"
        case "niet_fijn":
            return "negatief"
        case "allebei":
            return "gemengd"
    kanten = {invulling.waarde for invulling in verhaal.slots.get("emotie", ())} - {None}
    if not kanten:
        return "onbekend"
    kant = kanten.pop()
    return "gemengd" if kanten else str(kant)


def _verhalen(verhaal: Verhaal) -> int:
    eerste = bool(verhaal.slots.get("gebeurtenis") or verhaal.slots.get("ervaring"))
    return eerste + sum(bool(verhaal.slots.get(slot)) for slot in ("verbreden", "verdiepen"))


def _warmte(verhaal: Verhaal) -> int | None:
    waarde = verhaal.value("warmte")
    return waarde if isinstance(waarde, int) else None


def _besluit(verhaal: Verhaal) -> str:
    return str(verhaal.value("besluit") or "")


def _nieuwe_afspraak(verhaal: Verhaal) -> bool:
    return bool(verhaal.afspraken) and verhaal.afspraken[-1][0].citaat.beurt == verhaal.laatste


def _just_filled(verhaal: Verhaal, slot: str) -> bool:
    invulling = verhaal.last(slot)
    return invulling is not None and invulling.citaat.beurt == verhaal.laatste


def _nieuwe_ervaring(verhaal: Verhaal) -> bool:
    return _just_filled(verhaal, "ervaring")


def _verbeterd(verhaal: Verhaal) -> bool:
    return _just_filled(verhaal, "gebeurtenis")


def _decor(verhaal: Verhaal) -> int:
    return sum(bool(verhaal.slots.get(slot)) for slot in ("plek", "rol", "wie"))


def _uitkomst_verteld(verhaal: Verhaal) -> bool:
    uitkomst = verhaal.last("uitkomst")
    return uitkomst is not None and len(uitkomst.citaat.tekst.split()) >= _VERTELD_WOORDEN


COMPUTED = {
    veld.naam: veld
    for veld in (
        Veld("raakt", "ja/nee", "the experience matters: a feeling word, the student's mark, or insisting", _raakt),
        Veld(
            "polariteit",
            "woord",
            "the side of the experience",
            polariteit,
            ("positief", "negatief", "gemengd", "onbekend"),
        ),
        Veld("verhalen", "getal", "how many small stories are there: now, elsewhere, earlier", _verhalen),
        Veld("decor", "getal", "how many of plek, rol and wie are known", _decor),
        Veld(
            "warmte", "getal", "how warm the student is for the step, 1-10; no comparison holds when unknown", _warmte
        ),
        Veld(
            "besluit",
            "woord",
            "what the student decided about a step that stays cold",
            _besluit,
            ("ga_door", "kleiner", "anders"),
        ),
        Veld("eerder", "getal", "how many conversations this student finished before", lambda verhaal: verhaal.eerder),
        Veld("samen", "ja/nee", "a mentor sits beside the student", lambda verhaal: verhaal.samen),
        Veld("nieuwe_ervaring", "ja/nee", "the last answer told an experience", _nieuwe_ervaring),
        Veld("verbeterd", "ja/nee", "the last answer told what happened", _verbeterd),
        Veld("uitkomst_verteld", "ja/nee", "what came of an afspraak is told in some words", _uitkomst_verteld),
        Veld("nieuwe_afspraak", "ja/nee", "the last answer made an afspraak", _nieuwe_afspraak),
    )
}


def slot_field(slot: str) -> Veld:
    """Return the field of a slot: true when it is filled."""
    return Veld(slot, "ja/nee", "filled", lambda verhaal: bool(verhaal.slots.get(slot)))
