"""How concrete an answer is, whether it interprets, and what of the small story it tells already."""

from __future__ import annotations

import pytest

from gesprek.luisteren import luister, told
from gesprek.model import Taal


@pytest.mark.parametrize(
    ("taal", "tekst", "concreet"),
    [
        ("nl", "gewoon leuk", 0),
        ("nl", "ik vond het moeilijk en belangrijk", 0),
        ("nl", "in de kantine", 1),
        ("nl", "met mijn baas", 1),
        ("nl", "De chef kwam binnen en gooide de pan in de gootsteen. Toen liep ik naar buiten.", 2),
        ("en", "it was fun", 0),
        ("en", "in the canteen", 1),
        ("en", "The chef came in and threw the pan away. Then I walked out.", 2),
    ],
)
def test_how_concrete_an_answer_is(taal: Taal, tekst: str, concreet: int) -> None:
    assert luister(tekst, taal).concreet == concreet


@pytest.mark.parametrize(
    ("taal", "tekst", "duidt"),
    [
        ("nl", "hij deed stom", True),
        ("nl", "ze is gewoon lui", True),
        ("nl", "ik ben niet goed in samenwerken", True),
        ("nl", "hij deed het om mij te pesten", True),
        ("nl", "ik kwam te laat omdat de bus niet reed", False),
        ("nl", "ik vond het leuk", False),
        ("en", "he's just lazy", True),
        ("en", "i missed the bus because it was early", False),
    ],
)
def test_whether_an_answer_interprets(taal: Taal, tekst: str, duidt: bool) -> None:
    assert luister(tekst, taal).interpretatie is duidt


@pytest.mark.parametrize(
    ("taal", "tekst", "verteld"),
    [
        ("nl", "in de kleine keuken van de bakker", {"plek": "in de kleine keuken"}),
        ("nl", "op school", {}),
        ("nl", "ik stond daar samen met mijn collega", {"wie": "samen met mijn collega"}),
        ("nl", "een klant vroeg iets", {}),
        ("nl", "ik moest de tafels afruimen, dus dat deed ik", {"rol": "ik moest de tafels afruimen"}),
        ("nl", "ik werd boos toen hij mijn werk weggooide", {"aanleiding": "toen hij mijn werk weggooide"}),
        ("en", "in the staff room", {"plek": "in the staff room"}),
        ("en", "i got angry when he threw my work away", {"aanleiding": "when he threw my work away"}),
    ],
)
def test_what_is_told_clearly_comes_with_its_quote(taal: Taal, tekst: str, verteld: dict[str, str]) -> None:
    gevonden = {v.slot: tekst[v.van : v.tot] for v in told(tekst, luister(tekst, taal), taal)}
    assert verteld.items() <= gevonden.items()
    assert bool(verteld) or not gevonden


def test_a_small_story_tells_what_happened() -> None:
    tekst = "De chef kwam binnen en gooide mijn pan in de gootsteen. Toen liep ik naar buiten."
    slots = {v.slot for v in told(tekst, luister(tekst, "nl"), "nl")}
    assert "gebeurtenis" in slots


def test_what_interprets_is_not_taken_for_what_happened() -> None:
    tekst = "De chef kwam binnen en deed stom omdat hij gewoon jaloers is."
    assert "gebeurtenis" not in {v.slot for v in told(tekst, luister(tekst, "nl"), "nl")}
