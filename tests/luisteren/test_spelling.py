"""Words as they were meant: stretched, glued together, misspelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.luisteren import luister
from gesprek.luisteren.buren import neighbours
from gesprek.luisteren.spelling import one_mistake
from gesprek.model import Taal

LETTERS = st.text("abcde", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "leuuuuk"),
        ("nl", "saaaai"),
        ("nl", "superleuk"),
        ("nl", "kei-zenuwachtig"),
        ("nl", "megatrots"),
        ("nl", "zenuwachitg"),
        ("nl", "geirriteert"),
        ("nl", "verdritig"),
        ("en", "sooo nervouss"),
        ("en", "superfun"),
        ("en", "dissapointed"),
        ("en", "embarassed"),
    ],
)
def test_a_feeling_word_is_heard_however_it_is_typed(taal: Taal, tekst: str) -> None:
    (emotie,) = luister(tekst, taal).emoties
    assert emotie.woord == tekst.split()[-1]


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "even later blijf ik wachten bij de regel over lange dingen"),
        ("nl", "dan kijken we weer naar het werk van gisteren"),
        ("en", "he shared the lived homeless story with the tried team"),
    ],
)
def test_a_word_of_the_language_is_never_read_as_another(taal: Taal, tekst: str) -> None:
    assert luister(tekst, taal).emoties == ()


@given(LETTERS, LETTERS)
def test_one_mistake_is_the_same_from_either_side(a: str, b: str) -> None:
    assert one_mistake(a, b) == one_mistake(b, a)


@given(LETTERS.filter(lambda w: len(w) > 2), st.integers(0, 7), st.sampled_from("abcdez"))
def test_the_index_finds_every_word_one_mistake_away(woord: str, plek: int, letter: str) -> None:
    nr = plek % len(woord)
    varianten = {
        woord[:nr] + letter + woord[nr + 1 :],
        woord[:nr] + letter + woord[nr:],
        woord[:nr] + woord[nr + 1 :],
        woord[:nr] + woord[nr + 1 : nr + 2] + woord[nr : nr + 1] + woord[nr + 2 :],
    } - {woord, ""}
    assert set(neighbours([woord], varianten)[woord]) == varianten
