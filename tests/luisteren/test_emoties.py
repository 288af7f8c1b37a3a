"""Feeling words, one phenomenon at a time: denial, whose feeling it is, what only looks like one."""

from __future__ import annotations

import pytest

from gesprek.luisteren import Emotie, luister
from gesprek.model import Taal


def only(tekst: str, taal: Taal = "nl") -> Emotie:
    """Return the one feeling that is heard."""
    (emotie,) = luister(tekst, taal).emoties
    return emotie


@pytest.mark.parametrize(
    ("taal", "tekst", "woord"),
    [
        ("nl", "ik was niet bang", "bang"),
        ("nl", "ik was helemaal niet echt bang ofzo", "bang"),
        ("nl", "leuk vond ik het niet", "leuk"),
        ("nl", "ik schaamde me niet", "schaamde"),
        ("nl", "geen stress", "stress"),
        ("nl", "ik voelde me niet op mijn gemak", "op mijn gemak"),
        ("nl", "ik dacht niet dat het leuk zou zijn", "leuk"),
        ("nl", "van zenuwen had ik helemaal geen last", "zenuwen"),
        ("en", "i wasnt scared at all", "scared"),
        ("en", "i don't think it was fun", "fun"),
    ],
)
def test_a_denied_feeling_keeps_its_word_and_is_marked(taal: Taal, tekst: str, woord: str) -> None:
    emotie = only(tekst, taal)
    assert emotie.ontkend
    assert emotie.woord == woord


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "ik was niet alleen trots"),
        ("nl", "nog nooit zo trots geweest"),
        ("nl", "ik wist niet dat het zo leuk was"),
        ("nl", "het lukte niet, balen"),
        ("nl", "ik kon niet slapen van de zenuwen"),
        ("nl", "ik baalde want ik mocht niet mee"),
        ("en", "never felt so proud"),
        ("en", "couldn't sleep, so nervous"),
    ],
)
def test_a_denial_of_something_else_leaves_a_feeling_as_it_is(taal: Taal, tekst: str) -> None:
    assert not only(tekst, taal).ontkend


def test_one_denial_takes_in_a_whole_row() -> None:
    assert [e.ontkend for e in luister("ik was niet boos of verdrietig", "nl").emoties] == [True, True]
    assert [e.ontkend for e in luister("ik was niet boos, wel verdrietig", "nl").emoties] == [True, False]


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "die klant werd boos op mij"),
        ("nl", "mijn moeder was trots op me"),
        ("nl", "een boze klant schold me uit"),
        ("nl", "Anke was boos"),
        ("nl", "ze vonden het saai"),
        ("nl", "hij liep weg en was verdrietig"),
        ("nl", "de klant die boos werd"),
        ("en", "the customer got angry"),
        ("en", "my dad was so proud of me"),
        ("en", "they found it boring"),
    ],
)
def test_the_feeling_of_someone_else_is_marked(taal: Taal, tekst: str) -> None:
    assert only(tekst, taal).van_ander


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "hij maakte me boos"),
        ("nl", "ik was boos op de klant"),
        ("nl", "toen de baas binnenkwam was ik bang"),
        ("nl", "met mijn vriendin was ik heel blij"),
        ("nl", "ik vond hem irritant"),
        ("nl", "de chef liep weg, was echt verdrietig"),
        ("en", "she made me angry"),
        ("en", "when my boss came in i was scared"),
    ],
)
def test_a_feeling_is_the_students_own_unless_it_can_be_told(taal: Taal, tekst: str) -> None:
    assert not only(tekst, taal).van_ander


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "ik ben bang dat ik het niet weet"),
        ("nl", "fijne dag nog"),
        ("nl", "het was druk en moeilijk maar goed"),
        ("nl", "helaas was de bus te laat, gelukkig wachtte hij"),
        ("nl", "ze was heel lief en aardig"),
        ("nl", "😀😭"),
        ("en", "i'm afraid i don't know"),
        ("en", "nice to meet you"),
        ("en", "we had to like build a bridge"),
    ],
)
def test_what_only_looks_like_a_feeling_is_left_alone(taal: Taal, tekst: str) -> None:
    assert luister(tekst, taal).emoties == ()


@pytest.mark.parametrize(
    ("tekst", "woord", "kant"),
    [
        ("lekker dan, weer dweilen", "lekker dan", "negatief"),
        ("ik had een knoop in m'n maag", "knoop in m'n maag", "negatief"),
        ("had een dubbel gevoel", "dubbel gevoel", "gemengd"),
        ("het was wreed plezant", "plezant", "positief"),
        ("zo awkward", "awkward", "negatief"),
        ("vreselijk leuk", "leuk", "positief"),
    ],
)
def test_idioms_loans_and_irony_are_heard_whole(tekst: str, woord: str, kant: str) -> None:
    emotie = only(tekst)
    assert (emotie.woord, emotie.polariteit) == (woord, kant)
