"""When an item comes back: the spacing of FSRS, without its steps of minutes.

A round takes minutes and rounds are days apart, so an item is due on a day, not at a moment, and a round itself lets
what went wrong come back. Nothing is left to chance: the same answers give the same days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from gesprek.model import Herhaling

if TYPE_CHECKING:
    from fsrs import Scheduler


class Afloop(StrEnum):
    """How an item went."""

    GOED = "goed"
    NOG_EENS = "nog_eens"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Kaart:
    """What is remembered of an item: how it went, none of the words.

    :param keer: how often it was asked.
    :param afloop: how it went the last time.
    :param volgende: when it is due.
    :param geheugen: what FSRS remembers of it.
    """

    id: str
    keer: int
    afloop: Afloop
    volgende: datetime
    geheugen: dict[str, Any]

    def is_due(self, nu: datetime) -> bool:
        """Whether it is due today, at whatever hour."""
        return self.volgende.astimezone(nu.tzinfo).date() <= nu.date()


class _Stand(BaseModel):
    """A card as it is kept."""

    model_config = ConfigDict(extra="forbid")

    keer: int
    afloop: Afloop
    geheugen: dict[str, Any]


def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def review(kaart: Kaart | None, id: str, afloop: Afloop, nu: datetime) -> Kaart:
    """Return the card of an item after it was asked.

    :param kaart: as it was; None when the item is new.
    """
    # imported here: who does not practise does not wait for it
    from fsrs import Card, Rating

    cijfer = {Afloop.GOED: Rating.Good, Afloop.NOG_EENS: Rating.Hard, Afloop.FOUT: Rating.Again}[afloop]
    moment = nu.astimezone(UTC)
    # the number of a card means nothing here; the item's own id is its name
    oud = Card.from_dict(kaart.geheugen) if kaart else Card(card_id=0, due=moment)  # type: ignore[arg-type]
    nieuw, _verslag = _scheduler().review_card(oud, cijfer, moment)
    return Kaart(id, (kaart.keer if kaart else 0) + 1, afloop, nieuw.due, dict(nieuw.to_dict()))


def as_herhaling(kaart: Kaart) -> Herhaling:
    """Return a card as the archive keeps it."""
    stand = _Stand(keer=kaart.keer, afloop=kaart.afloop, geheugen=kaart.geheugen)
    return Herhaling(kaart.id, stand.model_dump_json(), kaart.volgende)


def read_kaart(herhaling: Herhaling) -> Kaart | None:
    """Return a card as it was kept; None when it cannot be read: the item is new again then."""
    from fsrs import Card

    try:
        stand = _Stand.model_validate_json(herhaling.stand)
        Card.from_dict(stand.geheugen)  # type: ignore[arg-type]
    except (ValidationError, KeyError, ValueError, TypeError):
        return None
    return Kaart(herhaling.kaart, stand.keer, stand.afloop, herhaling.volgende, stand.geheugen)
