"""A hit in its context, and stretches of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.vinden import read_period
from gesprek.vouwen import fold
from gesprek.zoeken import WEG, find_places, in_context, school_year, this_month

LANG = "Bij de overdracht mocht ik niks zeggen, en toen keek Anke mij aan en zei dat ze het geïrriteerd had gehoord."


@pytest.mark.parametrize(
    ("tekst", "gezocht", "gevonden"),
    [
        ("Ik was Geïrriteerd", "GEIRR", ["Geïrr"]),
        ("é én e\u0301en", "een", ["e\u0301en"]),
        ("twee woorden, drie Woorden", "woorden twee", ["twee", "woorden", "Woorden"]),
        ("straße", "strasse", ["straße"]),
        ("aaa", "aa a", ["aaa"]),
        ("niets", "iets anders", ["iets"]),
        ("niets", "zzz", []),
        ("niets", "", []),
    ],
)
def test_words_are_found_whatever_case_and_accents(tekst: str, gezocht: str, gevonden: list[str]) -> None:
    assert [tekst[van:tot] for van, tot in find_places(tekst, gezocht)] == gevonden


@given(tekst=st.text(max_size=80), gezocht=st.text(max_size=12))
def test_a_place_holds_what_was_looked_for(tekst: str, gezocht: str) -> None:
    plekken = find_places(tekst, gezocht)
    woorden = fold(gezocht).split()
    assert all(any(woord in fold(tekst[van:tot]) for woord in woorden) for van, tot in plekken)
    assert plekken == sorted(plekken)
    assert bool(plekken) == any(woord in fold(tekst) for woord in woorden)


@pytest.mark.parametrize("ruimte", [20, 40, 74])
def test_a_hit_is_in_sight_on_one_line_that_fits(ruimte: int) -> None:
    stukje = in_context(LANG, "geirriteerd", ruimte)
    assert ("geïrriteerd", True) in stukje.delen
    assert "‹geïrriteerd›" in stukje.as_text()
    assert len("".join(deel for deel, _raak in stukje.delen)) <= ruimte
    assert stukje.as_text().startswith(WEG)


def test_a_context_is_cut_between_words() -> None:
    tekst = in_context(LANG, "anke", 40).as_text("", "").strip(WEG)
    assert f" {tekst} " in f" {LANG} "


def test_where_nothing_is_found_it_is_the_beginning() -> None:
    assert in_context("een\n\ntwee  drie", "zzz", 80).delen == (("een twee drie", False),)


@given(tekst=st.text(max_size=300), gezocht=st.text(max_size=6), ruimte=st.integers(5, 90))
def test_any_text_gives_a_line_that_fits(tekst: str, gezocht: str, ruimte: int) -> None:
    stukje = in_context(tekst, gezocht, ruimte)
    kaal = "".join(deel for deel, _raak in stukje.delen)
    assert "\n" not in kaal
    assert len(kaal) <= ruimte


@pytest.mark.parametrize(
    ("dag", "begin"), [("2026-07-31", "2025-08-01"), ("2026-08-01", "2026-08-01"), ("2027-01-05", "2026-08-01")]
)
def test_a_school_year_begins_in_august(dag: str, begin: str) -> None:
    vanaf, tot = school_year(date.fromisoformat(dag))
    assert vanaf.isoformat() == begin
    assert vanaf <= date.fromisoformat(dag) <= tot
    assert school_year(date.fromisoformat(dag), 1)[1] < vanaf


def test_a_month_runs_to_today() -> None:
    assert this_month(date(2026, 11, 27)) == (date(2026, 11, 1), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("tekst", "periode"),
    [
        ("2026-09-01 2026-12-31", (date(2026, 9, 1), date(2026, 12, 31))),
        ("2026-12-31 tot 2026-09-01", (date(2026, 9, 1), date(2026, 12, 31))),
        ("2026-09-01", (date(2026, 9, 1), None)),
        ("1-9-2026 t/m 31-12-2026", (date(2026, 9, 1), date(2026, 12, 31))),
        ("van 1/9/26 tot 3 dec", (date(2025, 12, 3), date(2026, 9, 1))),
        ("vanaf 15 maart", (date(2026, 3, 15), None)),
        ("1 december", (date(2025, 12, 1), None)),
        ("september", (date(2026, 9, 1), date(2026, 9, 30))),
        ("feb 2024 - April 2024", (date(2024, 2, 1), date(2024, 4, 30))),
        ("december", (date(2025, 12, 1), date(2025, 12, 31))),
        ("31-2-2026", None),
        ("vorige week", None),
        ("tot", None),
        ("", None),
        ("2026-09-01 2026-09-02 2026-09-03", None),
    ],
)
def test_a_stretch_of_time_is_read_from_one_or_two_days(tekst: str, periode: object) -> None:
    assert read_period(tekst, date(2026, 11, 27), "nl") == periode
