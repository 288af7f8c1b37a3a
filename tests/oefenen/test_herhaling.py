"""When an item comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.model import Herhaling
from gesprek.oefenen.herhaling import Afloop, Kaart, as_herhaling, read_kaart, review

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
AFLOPEN = st.lists(st.sampled_from(Afloop), max_size=8)


def practised(aflopen: list[Afloop]) -> tuple[Kaart | None, datetime]:
    """Return a card after some days of practice, each on the day that it was due, and the next such day."""
    kaart, nu = None, NU
    for afloop in aflopen:
        kaart = review(kaart, "d001", afloop, nu)
        nu = kaart.volgende
    return kaart, nu


@given(aflopen=AFLOPEN)
def test_what_went_wrong_comes_back_no_later_than_what_went_right(aflopen: list[Afloop]) -> None:
    kaart, nu = practised(aflopen)
    fout, nog_eens, goed = (
        review(kaart, "d001", afloop, nu).volgende for afloop in (Afloop.FOUT, Afloop.NOG_EENS, Afloop.GOED)
    )
    assert nu < fout <= nog_eens <= goed


@given(aflopen=AFLOPEN.filter(lambda aflopen: not aflopen or Afloop.FOUT not in aflopen))
def test_what_went_wrong_comes_back_sooner_than_what_went_right_once_it_went_right_before(
    aflopen: list[Afloop],
) -> None:
    kaart, nu = practised(aflopen)
    assert review(kaart, "d001", Afloop.FOUT, nu).volgende < review(kaart, "d001", Afloop.GOED, nu).volgende


@given(aflopen=AFLOPEN)
def test_the_same_answers_give_the_same_days(aflopen: list[Afloop]) -> None:
    assert practised(aflopen) == practised(aflopen)


@given(aflopen=AFLOPEN.filter(bool))
def test_a_card_comes_out_of_the_archive_as_it_went_in(aflopen: list[Afloop]) -> None:
    kaart, _nu = practised(aflopen)
    assert kaart is not None
    assert kaart.keer == len(aflopen)
    assert read_kaart(as_herhaling(kaart)) == kaart


def test_what_goes_right_each_time_stays_away_longer_each_time() -> None:
    dagen = []
    kaart, nu = None, NU
    for _keer in range(4):
        kaart = review(kaart, "d001", Afloop.GOED, nu)
        dagen.append((kaart.volgende - nu).days)
        nu = kaart.volgende
    assert dagen == sorted(set(dagen))
    assert dagen[0] >= 1


def test_an_item_is_due_on_its_day_at_whatever_hour() -> None:
    kaart = review(None, "d001", Afloop.FOUT, NU)
    assert not kaart.is_due(NU)
    assert kaart.is_due(datetime(2026, 11, 24, 8, tzinfo=UTC))
    # on this clock it is the next day already
    assert kaart.is_due(datetime(2026, 11, 24, 1, tzinfo=timezone(timedelta(hours=9))) + timedelta(days=1))


@pytest.mark.parametrize(
    "stand", ["", "{}", "[]", "geen json", '{"keer": "x", "afloop": "goed", "geheugen": {}}', '{"keer": 1}']
)
def test_a_card_that_cannot_be_read_is_new_again(stand: str) -> None:
    assert read_kaart(Herhaling("d001", stand, NU)) is None
    half = '{"keer": 1, "afloop": "goed", "geheugen": {"card_id": 0}}'
    assert read_kaart(Herhaling("d001", half, NU)) is None
