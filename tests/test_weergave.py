"""Words as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.model import Citaat
from gesprek.weergave import WEG, fill, shorten, visible


def quote(tekst: str) -> Citaat:
    return Citaat(0, 0, len(tekst), tekst)


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("rust", "rust"),
        ("Ik zei niks.", "Ik zei niks"),
        ("Ik liep weg. Toen kwam ze terug.", f"Ik liep weg {WEG}"),
        ("een\ntwee", f"een {WEG}"),
        ("  ruimte  ", "ruimte"),
        (
            "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien",
            f"een twee drie vier vijf zes zeven acht negen tien elf twaalf {WEG}",
        ),
    ],
)
def test_a_quote_is_its_first_sentence_and_not_long(tekst: str, kort: str) -> None:
    assert shorten(quote(tekst)) == kort


@given(st.text(min_size=1, max_size=300))
def test_a_short_quote_is_a_piece_of_the_answer(tekst: str) -> None:
    assert shorten(quote(tekst)).removesuffix(WEG).rstrip() in tekst


@given(st.text(max_size=50))
def test_what_is_filled_in_is_never_filled_in_again(tekst: str) -> None:
    assert fill("a {x} b {x}", lambda _veld: tekst) == f"a {tekst} b {tekst}"


def test_words_that_are_gone_leave_a_mark() -> None:
    assert fill("Je zei ‘{emotie}’.", lambda _veld: None) == "Je zei ‘…’."


@given(st.text(max_size=200))
def test_nothing_that_is_shown_can_steer_a_terminal(tekst: str) -> None:
    getoond = visible(tekst)
    assert not [t for t in getoond if (ord(t) < 32 and t not in "\n\t") or 0x7F <= ord(t) <= 0x9F]
    assert not [t for t in getoond if 0x202A <= ord(t) <= 0x202E or 0x2066 <= ord(t) <= 0x2069]


@pytest.mark.parametrize("tekst", ["gewoon", "één [b] {x}", "👩‍👩‍👧 שלום", "regel\ntab\t"])
def test_harmless_text_is_shown_as_it_is(tekst: str) -> None:
    assert visible(tekst) == tekst
