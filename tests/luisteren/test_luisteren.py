"""What an answer tells, with the plain word list."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.luisteren import candidates, core, luister, number, says
from gesprek.luisteren.woorden import GEEN, HARD, ZACHT, words
from gesprek.model import Taal


@pytest.mark.parametrize(
    ("taal", "tekst", "emoties"),
    [
        ("nl", "Ik vond het leuk maar ook eng.", [("leuk", "positief"), ("eng", "negatief")]),
        ("nl", "ik BAALDE ervan", [("BAALDE", "negatief")]),
        ("nl", "Dat was niet leuk", [("leuk", "positief")]),
        ("nl", "knoop in mijn maag had ik", [("knoop in mijn maag", "negatief")]),
        ("nl", "ik was geïrriteerd", [("geïrriteerd", "negatief")]),
        ("nl", "Ik liep naar de kantine", []),
        ("en", "I was so proud and a bit nervous", [("proud", "positief"), ("nervous", "negatief")]),
    ],
)
def test_feeling_words_are_found_to_the_letter(taal: Taal, tekst: str, emoties: list[tuple[str, str]]) -> None:
    gehoord = luister(tekst, taal).emoties
    assert [(e.woord, e.polariteit) for e in gehoord] == emoties
    assert all(tekst[e.van : e.tot] == e.woord for e in gehoord)


def test_a_negated_feeling_is_marked() -> None:
    assert [e.ontkend for e in luister("ik was niet bang", "nl").emoties] == [True]


@pytest.mark.parametrize(
    ("taal", "tekst", "soort"),
    [
        ("nl", "weet ik niet", "weet_niet"),
        ("nl", "geen idee eigenlijk", "weet_niet"),
        ("nl", "idk", "weet_niet"),
        ("nl", "ik weet niet wat hij bedoelde maar hij lachte", "ervaring"),
        ("nl", "ja", "ja_nee"),
        ("nl", "nee hoor", "ja_nee"),
        ("nl", "8", "ervaring"),
        ("nl", "???", "weet_niet"),
        ("nl", "ik wil dood", "alarm"),
        ("nl", "ik kots mijn eten uit", "alarm"),
        ("nl", "ik lachte me dood", "ervaring"),
        ("nl", "ik schaamde me dood", "ervaring"),
        ("en", "I don't know", "weet_niet"),
        ("en", "yeah", "ja_nee"),
        ("en", "I want to die", "alarm"),
        ("en", "we died laughing", "ervaring"),
    ],
)
def test_the_kind_of_answer(taal: Taal, tekst: str, soort: str) -> None:
    assert luister(tekst, taal).soort == soort


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("8", 8),
        ("een 8 denk ik", 8),
        ("acht", 8),
        ("8/10", 8),
        ("7,5", 7),
        ("Tien!", 10),
        ("een zeven denk ik", 7),
        ("een dikke negen", 9),
        ("Een.", 1),
        ("één, denk ik", 1),
        ("ik geef het één", 1),
        ("een beetje", None),
        ("zaterdag bij mijn oom een motor uit elkaar halen", None),
        ("11", None),
        ("warm", None),
        ("", None),
    ],
)
def test_the_number_on_a_scale(tekst: str, getal: int | None) -> None:
    assert number(tekst, 1, 10, "nl") == getal


@pytest.mark.parametrize(
    ("tekst", "kern"),
    [
        ("Meetellen, denk ik.", "Meetellen"),
        ("het is rust", "rust"),
        ("misschien gewoon gezien worden ofzo", "gezien worden"),
        ("ja", "ja"),
        ("...", "..."),
        ("dan vraag ik Ron of hij belt", "dan vraag ik Ron of hij belt"),
        ("zo ben ik thuis ook altijd wel.", "zo ben ik thuis ook altijd wel"),
    ],
)
def test_the_core_of_an_answer(tekst: str, kern: str) -> None:
    van, tot = core(tekst, "nl")
    assert tekst[van:tot] == kern


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("dat klopt", True),
        ("ja dat klopt wel", True),
        ("klopt helemaal hoor", True),
        ("rust past", True),
        ("klopt, maar het was in de kantine", False),
        ("klopt niet", False),
        ("in de kantine", False),
        ("", False),
    ],
)
def test_saying_an_option_in_other_words(tekst: str, zegt: bool) -> None:
    assert says(tekst, ["klopt", "dat klopt", "past"], "nl", ook=["rust"]) is zegt


def test_words_to_pick_from_are_the_students_and_not_ranked() -> None:
    teksten = [
        (1, "de bewoner wilde wandelen"),
        (3, "Anke wilde niet wandelen met de bewoner"),
        (5, "samen wandelden we dus, in de rust van het bos"),
    ]
    gevonden = candidates(teksten, "nl")
    assert [woord for *_plek, woord in gevonden][:2] == ["bewoner", "wandelen"]
    assert "rust" in [woord for *_plek, woord in gevonden]
    assert gevonden == sorted(gevonden)
    assert "Anke" not in [woord for *_plek, woord in gevonden]
    for beurt, van, tot, woord in gevonden:
        assert dict(teksten)[beurt][van:tot] == woord


def test_fewer_than_three_words_to_pick_from_is_none() -> None:
    assert candidates([(1, "ja leuk")], "nl") == []


@pytest.mark.parametrize(
    ("tekst", "grenzen"),
    [
        ("het was leuk\nniet eng", [GEEN, GEEN, HARD, GEEN, GEEN]),
        ("leuk,maar eng", [ZACHT, GEEN, GEEN]),
        ("leuk!toen niet", [HARD, GEEN, GEEN]),
        ("om 9.30 o.a. jij", [GEEN, GEEN, GEEN, GEEN, HARD, GEEN]),
    ],
)
def test_what_stands_between_words_divides_them(tekst: str, grenzen: list[int]) -> None:
    assert words(tekst).grenzen == grenzen


@given(st.text(max_size=300), st.sampled_from(["nl", "en"]))
def test_whatever_is_typed_is_heard_without_harm(tekst: str, taal: Taal) -> None:
    gehoord = luister(tekst, taal)
    assert all(tekst[e.van : e.tot] == e.woord for e in gehoord.emoties)
    van, tot = core(tekst, taal)
    assert 0 <= van <= tot <= len(tekst)


def test_a_megabyte_is_heard_in_no_time() -> None:
    begin = time.perf_counter()
    luister("ik was boos en " * 70_000, "nl")
    luister("a" * 1_000_000, "nl")
    assert time.perf_counter() - begin < 1
