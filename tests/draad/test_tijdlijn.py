"""Kernwoorden over time: forms together, in time, and never more than was given."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from gesprek.draad import Tijdlijn, as_typed, by_lemma
from gesprek.draad.blad import first_and_later, no_thread_yet, timeline_rows
from gesprek.draad.svg import BREED, timeline_svg
from gesprek.draad.tijd import marks, short_day
from gesprek.draad.tijdlijn import lay_out
from gesprek.model import Citaat, Gesprek, Kernwoord, Taal

BEGIN = datetime(2025, 9, 5, 15, tzinfo=UTC)


def heads(*dagen: int, taal: Taal = "nl") -> dict[str, Gesprek]:
    gesprekken = {}
    for nr, dag in enumerate(dagen):
        begonnen = BEGIN + timedelta(days=dag)
        gesprekken[str(nr)] = Gesprek(str(nr), "zelf", "kort", "x", taal, begonnen, begonnen, titel=f"verhaal {nr}")
    return gesprekken


def line_of(*woorden: str, lemmas: bool = True) -> Tijdlijn:
    """Return the time line of kernwoorden that were given a hundred days apart."""
    gegeven = [Kernwoord(str(nr), woord, date(2025, 9, 5)) for nr, woord in enumerate(woorden)]
    grondvorm = by_lemma if lemmas else as_typed
    return lay_out(reversed(gegeven), heads(*range(0, 100 * len(woorden), 100)), None, grondvorm)


def test_a_word_that_came_back_in_another_form_stands_on_one_line() -> None:
    tijdlijn = line_of("helpen", "rust", "geholpen", "Rust.")
    assert [lijn.woorden for lijn in tijdlijn.lijnen] == [("helpen", "geholpen"), ("rust",)]
    assert [m.plaats.gesprek for m in tijdlijn.lijnen[0].momenten] == ["0", "2"]
    assert [m.woord for m in tijdlijn.momenten] == ["helpen", "rust", "geholpen", "Rust"]


def test_without_a_lemmatiser_only_case_and_accents_do_not_count() -> None:
    tijdlijn = line_of("Helpen", "helpen", "geholpen", lemmas=False)
    assert [lijn.woorden for lijn in tijdlijn.lijnen] == [("helpen",), ("geholpen",)]


def test_words_that_changed_stay_visible_with_their_days() -> None:
    zin = first_and_later(line_of("rust", "helpen", "vertrouwen"), "nl")
    assert zin == "Eerst ‘rust’ (5 sep 2025), later ‘helpen’ (14 dec 2025), later ‘vertrouwen’ (24 mrt 2026)."


def test_one_word_that_stays_is_no_change() -> None:
    assert first_and_later(line_of("rust", "Rust"), "nl") == ""


def test_a_moment_knows_where_it_stands_and_what_it_was_about() -> None:
    citaten = {"0": Citaat(31, 0, 10, "rust denk ik"[:10])}
    moment = lay_out([Kernwoord("0", "rust", date(2025, 9, 5))], heads(0), citaten).momenten[0]
    assert (moment.plaats.beurt, moment.plaats.datum, moment.activiteit) == (31, date(2025, 9, 5), "verhaal 0")


def test_words_of_conversations_that_are_not_given_are_left_out() -> None:
    assert lay_out([Kernwoord("9", "geheim", date(2025, 9, 5))], heads(0, 1)) == Tijdlijn((), 2)


@pytest.mark.parametrize("woord", ["", " .,! "])
def test_a_word_of_signs_only_is_no_word(woord: str) -> None:
    assert lay_out([Kernwoord("0", woord, date(2025, 9, 5))], heads(0)).lijnen == ()


def test_one_moment_is_no_thread_yet() -> None:
    assert not line_of("rust").is_draad
    assert line_of("rust", "rust").is_draad
    assert "nog geen draad" in no_thread_yet(1)


def test_rows_hold_the_forms_of_a_word_together() -> None:
    rijen = timeline_rows(line_of("helpen", "rust", "geholpen"))
    assert [rij.kop or (rij.plaats and rij.plaats.tekst) for rij in rijen] == [
        "helpen, geholpen",
        "helpen",
        "geholpen",
        "rust",
        "rust",
    ]
    assert rijen[1].bij == "over ‘verhaal 0’"


def test_marks_are_whole_months_or_years_and_not_too_many() -> None:
    assert [naam for _dag, naam in marks(date(2023, 9, 4), date(2027, 7, 1), 6, "nl")] == [
        "2024",
        "2025",
        "2026",
        "2027",
    ]
    assert [naam for _dag, naam in marks(date(2025, 9, 5), date(2026, 2, 1), 3, "nl")] == ["nov 2025", "jan 2026"]
    assert marks(date(2025, 9, 5), date(2025, 9, 5), 6, "nl") == [(date(2025, 9, 5), short_day(date(2025, 9, 5), "nl"))]


@pytest.mark.parametrize("dagen", range(0, 2000, 137))
def test_marks_stand_between_the_first_and_the_last_day(dagen: int) -> None:
    van = date(2025, 9, 5)
    tot = van + timedelta(days=dagen)
    gevonden = marks(van, tot, 5, "nl")
    assert 1 <= len(gevonden) <= 5
    assert all(van <= dag <= tot for dag, _naam in gevonden)


# drawn

SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_says_in_words_what_it_shows() -> None:
    svg = ET.fromstring(timeline_svg(line_of("helpen", "rust", "geholpen"), "nl"))
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == "Mijn woorden door de tijd"
    uitleg = "helpen, geholpen: 5 sep 2025 tot 24 mrt 2026, 2 gesprekken. rust: 14 dec 2025, 1 gesprek."
    assert svg.findtext(f"{SVG}desc") == uitleg
    assert len(svg.findall(f".//{SVG}circle")) == 3


def test_what_was_typed_goes_into_the_drawing_as_text() -> None:
    vijandig = "<script>x</script> & \x1b[31m \u202e ]]> \ufffe"
    getekend = timeline_svg(line_of(vijandig, "rust", lemmas=False), "nl")
    svg = ET.fromstring(getekend)
    assert "<script" not in getekend
    assert "\x1b" not in getekend
    assert any((tekst.text or "").startswith("<script>") for tekst in svg.iter(f"{SVG}text"))


def test_everything_in_the_drawing_stands_within_its_edges() -> None:
    svg = ET.fromstring(timeline_svg(line_of(*(f"woord{'en' * nr}" for nr in range(60)), lemmas=False), "nl"))
    hoog = float(svg.get("height", "0"))
    punten = svg.findall(f".//{SVG}circle")
    assert all(0 < float(p.get("cx", "-1")) < BREED and 0 < float(p.get("cy", "-1")) < hoog for p in punten)


def test_many_moments_are_marks_that_can_be_told_apart() -> None:
    gegeven = [Kernwoord(str(nr), "rust", date(2025, 9, 5)) for nr in range(800)]
    svg = ET.fromstring(timeline_svg(lay_out(gegeven, heads(*range(800))), "nl"))
    plekken = [float(punt.get("cx", "0")) for punt in svg.findall(f".//{SVG}circle")]
    assert plekken[0] == 190
    assert plekken[-1] == 696
    assert all(b - a >= 10 for a, b in pairwise(plekken))
    assert "800 gesprekken" in (svg.findtext(f"{SVG}desc") or "")


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline_svg(Tijdlijn(), "nl") == ""
