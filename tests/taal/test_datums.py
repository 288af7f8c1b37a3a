"""Days that students name; typed on Monday 23 November 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.model import Taal
from gesprek.taal.datums import find_date, format_day, read_days

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("taal", "tekst", "dag"),
    [
        ("nl", "vrijdag", "2026-11-27"),
        ("nl", "Vrijdag bel ik haar om 4 uur", "2026-11-27"),
        ("nl", "maandag", "2026-11-30"),
        ("nl", "maandagmiddag", "2026-11-30"),
        ("nl", "dinsdag 1 dec", "2026-12-01"),
        ("nl", "volgende week dinsdag", "2026-12-01"),
        ("nl", "dinsdag volgende week", "2026-12-01"),
        ("nl", "morgen", "2026-11-24"),
        ("nl", "morgenavond", "2026-11-24"),
        ("nl", "vanavond", "2026-11-23"),
        ("nl", "overmorgen", "2026-11-25"),
        ("nl", "over twee weken", "2026-12-07"),
        ("nl", "binnen 2 weken", "2026-12-07"),
        ("nl", "over een week", "2026-11-30"),
        ("nl", "12 december", "2026-12-12"),
        ("nl", "12-12", "2026-12-12"),
        ("nl", "3/1", "2027-01-03"),
        ("nl", "12-12-2027", "2027-12-12"),
        ("nl", "2026-12-24", "2026-12-24"),
        ("nl", "zo snel mogelijk", None),
        ("nl", "over een week of 2", None),
        ("nl", "over een paar weken", None),
        ("nl", "na de kerst", None),
        ("nl", "31-2", None),
        ("nl", "ik ga samen met mei", None),
        ("nl", "drie keer meelopen", None),
        ("nl", "over de dinsdagen heen", None),
        ("en", "Friday", "2026-11-27"),
        ("en", "next week Tuesday", "2026-12-01"),
        ("en", "tomorrow", "2026-11-24"),
        ("en", "in two weeks", "2026-12-07"),
        ("en", "in a week", "2026-11-30"),
        ("en", "5th of March", "2027-03-05"),
        ("en", "12 December 2026", "2026-12-12"),
        ("en", "soon", None),
    ],
)
def test_a_day_is_read_only_when_it_is_certain(taal: Taal, tekst: str, dag: str | None) -> None:
    gevonden = find_date(tekst, VANDAAG, taal)
    assert (str(gevonden[2]) if gevonden else None) == dag


@given(st.text(max_size=100), st.sampled_from(["nl", "en"]), st.dates())
def test_any_text_is_read_without_harm(tekst: str, taal: Taal, vandaag: date) -> None:
    gevonden = find_date(tekst, vandaag, taal)
    assert gevonden is None or 0 <= gevonden[0] < gevonden[1] <= len(tekst)


def test_a_day_is_written_as_people_write_it() -> None:
    assert format_day(VANDAAG, "nl") == "maandag 23 november 2026"
    assert format_day(VANDAAG, "en") == "Monday 23 November 2026"


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(["nl", "en"]), st.integers(0, 3))
def test_a_day_that_is_written_out_is_read_back(dag: date, taal: Taal, vorm: int) -> None:
    from gesprek.draad.tijd import short_day

    getypt = [f"{dag.day}-{dag.month}-{dag.year}", f"{dag:%d/%m/%Y}", dag.isoformat(), short_day(dag, taal)][vorm]
    assert read_days(getypt, VANDAAG, taal) == [(dag, dag)]


@given(st.text(max_size=40), st.sampled_from(["nl", "en"]))
def test_whatever_is_typed_gives_days_in_order_or_nothing(tekst: str, taal: Taal) -> None:
    for begin, eind in read_days(tekst, VANDAAG, taal) or []:
        assert begin <= eind
