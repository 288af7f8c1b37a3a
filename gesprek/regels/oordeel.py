"""What the rules say of one utterance of a mentor: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Code = Literal["advies", "invullen", "waarom", "emotie_graven", "monoloog", "gesloten", "meervoudig"]
CODES: tuple[Code, ...] = ("invullen", "advies", "waarom", "emotie_graven", "monoloog", "gesloten", "meervoudig")
"""What can be broken, the weightiest first (PRAKTIJK, section D)."""

Regelnaam = Literal[
    "met-niet-tegen",
    "recente-ervaring",
    "emotiewoorden",
    "waardeer-emotie",
    "verdiep",
    "verbreed",
    "kernwoord",
    "luister-leeg",
    "geen-waarom",
    "nivea",
]
REGELNAMEN: tuple[Regelnaam, ...] = get_args(Regelnaam)
"""The ten rules in the order of the source."""
Vraagsoort = Literal["open", "gesloten", "keuze", "meervoudig", "geen"]
Uitspraak = Literal["gehouden", "gebroken", "twijfel", "nvt"]
"""The verdict on one rule; ``nvt`` is not applicable."""

REGEL_VAN: dict[Code, Regelnaam] = {
    "waarom": "geen-waarom",
    "invullen": "nivea",
    "advies": "met-niet-tegen",
    "monoloog": "met-niet-tegen",
    "emotie_graven": "waardeer-emotie",
    "gesloten": "luister-leeg",
    "meervoudig": "luister-leeg",
}
"""The handelingsregel under which each break stands."""


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One thing that is broken, and the piece of the utterance that breaks it.

    :param van: offset of its first character.
    :param tot: offset behind its last character.
    :param zeker: False where competent people would differ (``twijfel``).
    """

    code: Code
    van: int
    tot: int
    zeker: bool = True

    @property
    def regel(self) -> Regelnaam:
        """The handelingsregel it belongs to."""
        return REGEL_VAN[self.code]


@dataclass(frozen=True, slots=True)
class Gehouden:
    """A rule that is kept, and the piece that keeps it."""

    regel: Regelnaam
    van: int
    tot: int


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What was found in one utterance.

    :param opmerkingen: what is clearly broken, at most two, the weightiest first.
    :param twijfel: what people would differ about; said as a doubt, counted as nothing.
    :param gehouden: the rules that it visibly keeps.
    """

    vraagsoort: Vraagsoort
    opmerkingen: tuple[Opmerking, ...] = ()
    twijfel: tuple[Opmerking, ...] = ()
    gehouden: tuple[Gehouden, ...] = field(default=())

    @property
    def schendt(self) -> tuple[Code, ...]:
        """The codes of what is broken."""
        return tuple(o.code for o in self.opmerkingen)

    @property
    def houdt(self) -> tuple[Regelnaam, ...]:
        """The rules that are kept."""
        return tuple(g.regel for g in self.gehouden)

    def verdict(self, regel: Regelnaam) -> Uitspraak:
        """Return the verdict on one rule."""
        if any(o.regel == regel for o in self.opmerkingen):
            return "gebroken"
        if any(o.regel == regel for o in self.twijfel):
            return "twijfel"
        return "gehouden" if regel in self.houdt else "nvt"
