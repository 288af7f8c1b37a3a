"""What an answer tells: feeling words, kind of answer, how concrete it is, what it tells already.

Offline and explainable: nothing is inferred that was not typed, and every feeling and every part of the
story is an exact piece of the answer. The words are data, in ``nl/`` and ``en/`` beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gesprek.luisteren.alarm import Zorg, distress
from gesprek.luisteren.antwoorden import (
    Antwoordsoort,
    assent,
    begins,
    contains,
    core,
    is_light,
    kind,
    number,
    refers_back,
    says,
)
from gesprek.luisteren.draad import candidates, shared
from gesprek.luisteren.emoties import Emotie, feelings
from gesprek.luisteren.laden import load
from gesprek.luisteren.lemma import lemma
from gesprek.luisteren.verhaal import DECOR, Verteld, Vertelling
from gesprek.luisteren.woorden import words
from gesprek.model import Taal

__all__ = [
    "DECOR",
    "Emotie",
    "Gehoord",
    "Verteld",
    "begins",
    "candidates",
    "contains",
    "core",
    "feelings_in",
    "is_light",
    "luister",
    "number",
    "refers_back",
    "says",
    "shared",
    "told",
    "warm",
    "warm_lemmas",
]


@dataclass(frozen=True, slots=True)
class Gehoord:
    """What was heard in one answer.

    :param concreet: 0 no place, act, person or event; 1 at least one; 2 a small story.
    :param interpretatie: whether it explains, generalises or reads thoughts.
    :param instemming: ``ja`` or ``nee`` when it is nothing more than that, else empty.
    :param zorg: ``alarm``, ``navraag`` when distress may be meant otherwise, or empty.
    """

    emoties: tuple[Emotie, ...] = ()
    concreet: int = 0
    interpretatie: bool = False
    soort: Antwoordsoort = "ervaring"
    instemming: Literal["", "ja", "nee"] = ""
    zorg: Zorg = ""


def luister(tekst: str, taal: Taal) -> Gehoord:
    """Hear what an answer tells.

    :param tekst: the answer as typed.
    """
    lijsten = load(taal)
    rij = words(tekst)
    vondst = lijsten.find(rij)
    zorg = distress(rij, vondst, lijsten)
    vertelling = Vertelling(rij, vondst, lijsten)
    return Gehoord(
        emoties=feelings(rij, vondst, lijsten),
        concreet=vertelling.concrete(),
        interpretatie=vertelling.interprets(),
        soort="alarm" if zorg else kind(rij, vondst, lijsten),
        instemming=assent(rij, vondst),
        zorg=zorg,
    )


def feelings_in(tekst: str, taal: Taal) -> tuple[Emotie, ...]:
    """Return the feeling words of a text, and nothing else of what it tells."""
    lijsten = load(taal)
    rij = words(tekst)
    return feelings(rij, lijsten.find(rij), lijsten)


def warm(taal: Taal) -> None:
    """Load the word lists, so that nobody waits for them at the first answer."""
    luister("eenwoorddatniemandkent", taal)


def warm_lemmas(taal: Taal) -> None:
    """Load the lemmas, so that nobody waits for them at the rode draad."""
    lemma("gesprek", taal)


def told(tekst: str, gehoord: Gehoord, taal: Taal) -> list[Verteld]:
    """Return the parts of the small story that an answer tells clearly, each with its quote.

    :param gehoord: what :func:`luister` heard in it.
    """
    lijsten = load(taal)
    rij = words(tekst)
    return Vertelling(rij, lijsten.find(rij), lijsten).told(gehoord.emoties)
