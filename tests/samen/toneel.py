"""A stage for conversations of two: the engine with fixed times, and lines as the protocol has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gesprek.bron import Bron
from gesprek.model import Gesprek, Taal
from gesprek.samen.verloop import Samenverloop

TIJD = datetime(2026, 11, 23, 15, tzinfo=UTC)
ID = "01JDCGN9R00000000000000000"
ERVARING = "Bij de overdracht mocht ik niks zeggen, dat was zo irritant."
KLEIN_VERHAAL = (
    ERVARING,
    "In de teamkamer met vijf verpleegkundigen.",
    "Ik zei dat mevrouw niet had gegeten en Anke praatte er gewoon doorheen.",
    "Anke keek niet eens op toen ik begon te praten.",
    "ja klopt",
)
REFLECTIE = (
    "Dat het over mevrouw ging en niemand het hoorde.",
    "Dat je luistert naar wie het gezien heeft.",
    "Ik zie snel of iemand niet lekker in zijn vel zit.",
    "goed kijken",
    "Bij voetbal, de trainer vraagt de keeper nooit iets.",
    "In groep 8 bij de musical, ik wist dat het decor los zat.",
)


def moment(nr: int) -> datetime:
    """Return the moment of a turn: one every twenty seconds."""
    return TIJD + timedelta(seconds=20 * nr)


def new(bron: Bron, taal: Taal = "nl") -> Samenverloop:
    """Return a conversation of two that has begun."""
    verloop = Samenverloop(bron, Gesprek(ID, "samen", bron.flow.flow, "", taal, TIJD, TIJD), bewaarplek="~/g.db")
    verloop.start(TIJD)
    return verloop


def tell(verloop: Samenverloop, *zinnen: str) -> Samenverloop:
    """Let the student say these lines, each to the question of now."""
    for zin in zinnen:
        verloop.answer(zin, moment(len(verloop.beurten)))
    return verloop


def ask(verloop: Samenverloop, tekst: str) -> Samenverloop:
    """Let the mentor say something."""
    verloop.say(tekst, moment(len(verloop.beurten)))
    return verloop
