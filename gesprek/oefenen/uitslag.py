"""What a practice conversation came to, as it is kept and handed on: counts and openness, no words of the trainee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gesprek.model import SLOTS, Oefening
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.regels.oordeel import CODES, REGEL_VAN, REGELNAMEN, Code, Regelnaam

Aantal = Annotated[int, Field(ge=0, le=1_000_000)]
Deel = Annotated[float, Field(ge=0, le=1)]


class Oefenuitslag(BaseModel):
    """One run in numbers.

    :param gehouden: how often each rule was kept; ``geschonden``: how often each code was broken.
    :param vrijgegeven: pieces of the story that were told, of ``van``.
    :param fasen: phases of the conversation from which something was told.
    :param score: for comparing runs in JSON only; it is never shown.
    :param openheid: openness of the student at the start and after each turn.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")  # a newer version may know more

    beurten: Aantal
    gehouden: dict[Regelnaam, Aantal] = Field(default_factory=dict)
    geschonden: dict[Code, Aantal] = Field(default_factory=dict)
    vrijgegeven: Aantal = 0
    van: Aantal = 0
    fasen: tuple[str, ...] = ()
    kernwoord: bool = False
    score: Annotated[int, Field(ge=0, le=100)] = 0
    openheid: tuple[Deel, ...] = ()

    def kept(self, regel: Regelnaam) -> int:
        """Return how often a rule was kept."""
        return self.gehouden.get(regel, 0)

    def broken(self, regel: Regelnaam) -> int:
        """Return how often a rule was broken, in any way."""
        return sum(self.geschonden.get(code, 0) for code in CODES if REGEL_VAN[code] == regel)


def told_per_phase(gesprek: Oefengesprek) -> dict[str, tuple[int, int]]:
    """Return per phase how many pieces of the story were told, of how many."""
    verteld = set(gesprek.toestand.verteld)
    fase_van = {slot: fase for fase, slots in SLOTS.items() for slot in slots}
    alles = Counter(fase_van.get(f.slot, "terugkijken") for f in gesprek.leerling.fragmenten)
    gezegd = Counter(fase_van.get(f.slot, "terugkijken") for f in gesprek.leerling.fragmenten if f.id in verteld)
    return {fase: (gezegd[fase], alles[fase]) for fase in SLOTS if alles[fase]}


def openness(gesprek: Oefengesprek) -> list[float]:
    """Return how open the student was at the start and after each turn, 0 to 1."""
    if not gesprek.beurten:
        return [gesprek.toestand.vertrouwen.v / 100]
    return [gesprek.beurten[0].voor.vertrouwen.v / 100, *(b.openheid for b in gesprek.beurten)]


def result_of(gesprek: Oefengesprek) -> Oefenuitslag:
    """Return a practice conversation in numbers."""
    eind = gesprek.close()
    return Oefenuitslag.model_validate(
        {
            "beurten": len(gesprek.beurten),
            "gehouden": eind.gehouden,
            "geschonden": eind.geschonden,
            "vrijgegeven": eind.vrijgegeven,
            "van": eind.van,
            "fasen": tuple(fase for fase, (gezegd, _van) in told_per_phase(gesprek).items() if gezegd),
            "kernwoord": eind.kernwoord,
            "score": eind.score,
            "openheid": tuple(openness(gesprek)),
        }
    )


def as_oefening(gesprek: Oefengesprek, id: str, begonnen: datetime) -> Oefening:
    """Return a practice conversation as the archive keeps it."""
    uitslag = result_of(gesprek).model_dump_json()
    return Oefening(id, gesprek.leerling.naam, gesprek.taal, begonnen, uitslag)


def read_result(oefening: Oefening) -> Oefenuitslag | None:
    """Return what was kept of a run; None when it cannot be read any more."""
    try:
        return Oefenuitslag.model_validate_json(oefening.uitslag)
    except ValidationError:
        return None


def totals(uitslagen: list[Oefenuitslag]) -> Mapping[Regelnaam, tuple[int, int]]:
    """Return per rule how often it was kept and broken over several runs."""
    return {
        regel: (sum(u.kept(regel) for u in uitslagen), sum(u.broken(regel) for u in uitslagen)) for regel in REGELNAMEN
    }
