"""Which words come back: of weight, in another conversation, in whatever form, and nobody's name."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.draad import Terugkeer, as_typed, by_lemma
from gesprek.draad.woorden import _light, conversations_of_forms, find_places, returning
from gesprek.luisteren.draad import ZONDER_GEWICHT, content_words
from gesprek.luisteren.laden import load
from gesprek.model import TALEN, Taal


def back(*verteld: str, lemmas: bool = True, taal: Taal = "nl") -> dict[str, tuple[str, ...]]:
    """Return the words that come back in conversations, with where."""
    teksten = {str(nr): tekst for nr, tekst in enumerate(verteld)}
    gevonden = returning(teksten, dict.fromkeys(teksten, taal), by_lemma if lemmas else as_typed)
    return {woord.naam: woord.gesprekken for woord in gevonden}


def test_a_word_comes_back_in_another_form() -> None:
    gevonden = back("toen bouwde ik iets", "ik wil dingen bouwen.", "wat ik gebouwd heb")
    assert gevonden["bouwde, bouwen, gebouwd"] == ("0", "1", "2")


def test_two_forms_that_each_stand_in_one_conversation_come_back_together() -> None:
    assert back("ik bouwde", "ik wil bouwen") == {"bouwde, bouwen": ("0", "1")}
    assert back("ik bouwde", "ik wil bouwen", lemmas=False) == {}


def test_twice_in_one_conversation_is_not_coming_back() -> None:
    assert back("uitleggen en nog eens uitleggen\nuitleggen", "iets anders bedenken") == {}


def test_words_without_weight_names_places_and_people_do_not_come_back() -> None:
    zin = "eigenlijk was Marieke gewoon misschien heel erg in de keuken met mijn moeder en de docent"
    assert back(zin, zin) == {}


def test_what_comes_back_most_stands_first() -> None:
    assert list(back("plannen bouwen", "plannen bouwen", "bouwen", lemmas=False)) == ["bouwen", "plannen"]


def test_signs_around_a_word_do_not_matter() -> None:
    assert back("‘uitleggen’,", "(uitleggen)!", "uitleggen…") == {"uitleggen": ("0", "1", "2")}


def test_each_language_stands_alone() -> None:
    talen: dict[str, Taal] = {"0": "nl", "1": "en", "2": "en"}
    gevonden = returning({"0": "wonder", "1": "wonder", "2": "wonders"}, talen, by_lemma)
    assert [(w.vormen, w.gesprekken, w.taal) for w in gevonden] == [(("wonder", "wonders"), ("1", "2"), "en")]


@pytest.mark.parametrize("taal", TALEN)
def test_the_few_lists_that_are_read_say_the_same_as_all_of_listening(taal: Taal) -> None:
    lijsten = load(taal)
    alles = frozenset().union(*(lijsten.words(soort) for soort in (*ZONDER_GEWICHT, "plek", "persoon")))
    assert _light(taal) == alles


WOORDEN = st.sampled_from(
    [
        "helpen",
        "Helpen",
        "hielp",
        "niet-weten",
        "een's",
        "rust.",
        "‘rust’",
        "moeder",
        "gewoon",
        "café",
        "x1",
        "1e",
        "\n",
    ]
)


@given(st.lists(WOORDEN, max_size=20).map(" ".join))
def test_the_fast_way_finds_what_listening_finds(tekst: str) -> None:
    decor = load("nl").words("plek") | load("nl").words("persoon")
    langzaam = {p.woord for p in content_words([(0, tekst)], "nl", as_typed) if p.grondvorm not in decor}
    assert set(conversations_of_forms({"0": tekst}, "nl")) == langzaam


# quotes


def test_a_quote_is_the_sentence_with_the_word_in_it() -> None:
    gezegd = {"0": [(3, "niets hier"), (5, "Eerst keek ik. Toen wilde ik helpen, echt! Daarna niet.")]}
    plaats = find_places(Terugkeer(("helpen",), ("0",), "nl"), gezegd, {"0": date(2025, 9, 5)})[0]
    assert (plaats.tekst, plaats.beurt) == ("Toen wilde ik helpen, echt!", 5)
    assert plaats.tekst[plaats.van : plaats.tot] == "helpen"


def test_a_word_within_another_word_is_another_word() -> None:
    gezegd = {"0": [(3, "behulpzaam hulpje"), (5, "hulp")]}
    plekken = find_places(Terugkeer(("hulp",), ("0",), "nl"), gezegd, {"0": date(2025, 9, 5)})
    assert [(p.beurt, p.tekst) for p in plekken] == [(5, "hulp")]


@given(st.text(alphabet="ab .!?\n", max_size=600), st.text(alphabet="ab .!?\n", max_size=600))
def test_a_quote_holds_its_word_and_is_to_the_letter(voor: str, na: str) -> None:
    tekst = f"{voor} helpen {na}"
    plaats = find_places(Terugkeer(("helpen",), ("0",), "nl"), {"0": [(1, tekst)]}, {"0": date(2025, 9, 5)})[0]
    assert plaats.tekst[plaats.van : plaats.tot] == "helpen"
    assert plaats.tekst in tekst
    assert not re.search(r"[.!?]\s.*helpen", plaats.tekst)
