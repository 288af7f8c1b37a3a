"""Words that may be a sign of distress or not: one neutral question first, and keeping them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gesprek import luisteren
from gesprek.archief import Archief, open_archief
from gesprek.model import Soort
from gesprek.sessie import Sessie
from tests.tui.toneel import (
    GROOT,
    KLEIN,
    Klok,
    Spel,
    begin,
    click_option,
    farewell,
    field,
    lead,
    send,
    settle,
    stage,
    text,
)
from tui.screens.bevestiging import Bevestiging
from tui.widgets.beurt import EigenBeurt
from tui.widgets.keuze import Keuzelijst
from tui.widgets.zorg import Zorgpaneel

DUBBELZINNIG = "ik trek het niet meer met die drukte"
ALARM = "ik wil dood"
NUMMER = "0800-0432"
MINST = (40, 12)


@pytest.fixture
def sessie(archief: Archief, klok: Klok) -> Sessie:
    """A conversation of which a little was told."""
    return lead(begin(archief, klok), "gebeurtenis")


@pytest.fixture
def vluchtig(klok: Klok) -> Iterator[Sessie]:
    """A conversation of which nothing is kept."""
    archief = open_archief(None)
    yield lead(begin(archief, klok), "gebeurtenis")
    archief.close()


def told(sessie: Sessie) -> list[tuple[Soort, str]]:
    """Return what the archive has of the student's own words."""
    return [(b.soort, b.tekst) for b in sessie.archief.read(sessie.gesprek.id)[1] if b.spreker == "leerling"]


def on_disk(map_: Path) -> bytes:
    """Return every byte that is kept."""
    return b"".join(pad.read_bytes() for pad in map_.glob("gesprek.db*"))


async def choose(spel: Spel, *toetsen: str) -> None:
    """Press keys, and wait until what they asked for is done."""
    await spel.press(*toetsen)
    await settle(spel)


def test_the_words_of_these_tests_are_heard_as_they_are_meant() -> None:
    assert luisteren.luister(DUBBELZINNIG, "nl").zorg == "navraag"
    assert luisteren.luister(ALARM, "nl").zorg == "alarm"


@pytest.mark.parametrize("maat", [KLEIN, GROOT, MINST], ids=str)
async def test_ambiguous_words_are_first_asked_about_quietly(sessie: Sessie, maat: tuple[int, int]) -> None:
    async with stage(sessie).run_test(size=maat) as spel:
        await send(spel, DUBBELZINNIG)
        assert sessie.now is not None
        assert sessie.now.navraag
        blad = text(spel)
        assert all(zin in blad for zin in sessie.now.tekst.split(". "))
        assert all(f"{nr} {optie.tekst}" in blad for nr, optie in enumerate(sessie.now.opties, 1))
        assert NUMMER not in blad
        assert DUBBELZINNIG not in blad
        assert "◉ Terugkijken" in blad  # it is still the same conversation
        assert not spel.app.screen.query(Zorgpaneel)


async def test_no_earlier_words_stand_above_the_check_as_if_it_were_about_those(sessie: Sessie) -> None:
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        assert spel.app.screen.query(EigenBeurt)
        assert not any(beurt.region for beurt in spel.app.screen.query(EigenBeurt))


async def test_of_words_that_are_asked_about_nothing_is_kept(sessie: Sessie, tmp_path: Path) -> None:
    eerder = told(sessie)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        assert field(spel).text == ""
        assert told(sessie) == eerder
        await choose(spel, "ctrl+q")
    assert sessie.gesprek.id in farewell(spel)
    assert sessie.draft() == ""
    assert DUBBELZINNIG.encode() not in on_disk(tmp_path)


async def test_the_check_proposes_no_answer_and_takes_no_other_keys(sessie: Sessie) -> None:
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        assert "▸" not in text(spel)
        for toets in ("enter", "n", "3", "f2", "f3", "escape", "pageup", "tab"):
            await choose(spel, toets)
            assert sessie.now is not None
            assert sessie.now.navraag
            assert field(spel).text == ""
        await choose(spel, "down", "down", "down")
        assert spel.app.screen.query_one(Keuzelijst).has_focus


@pytest.mark.parametrize("toetsen", [("1",), ("down", "enter"), ()], ids=["digit", "arrows", "mouse"])
async def test_meant_otherwise_the_words_are_an_ordinary_answer(sessie: Sessie, toetsen: tuple[str, ...]) -> None:
    vraag = sessie.now
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        await (choose(spel, *toetsen) if toetsen else click_option(spel, 0))
        assert NUMMER not in text(spel)
        assert spel.app.screen.query(EigenBeurt).last().beeld.tekst == DUBBELZINNIG
        assert field(spel).has_focus
        await spel.press(*"en toen")
        await spel.pause()
        assert field(spel).text == "en toen"
    assert told(sessie)[-1] == (Soort.ANTWOORD, DUBBELZINNIG)
    assert vraag is not None
    assert sessie.now is not None
    assert sessie.now.vraag != vraag.vraag


@pytest.mark.parametrize("toetsen", [("2",), ("up", "enter"), ()], ids=["digit", "arrows", "mouse"])
async def test_meant_as_it_was_written_the_calm_page_says_who_to_call(sessie: Sessie, toetsen: tuple[str, ...]) -> None:
    eerder = told(sessie)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        await (choose(spel, *toetsen) if toetsen else click_option(spel, 1))
        assert spel.app.screen.query(Zorgpaneel)
        blad = text(spel)
        for nummer in (NUMMER, "113 / 0800-0113", "112"):
            assert nummer in blad
        assert DUBBELZINNIG not in blad
        assert "▸" not in blad
    assert told(sessie) == eerder


async def test_an_alarm_is_not_asked_about(sessie: Sessie) -> None:
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        assert spel.app.screen.query(Zorgpaneel)
        assert NUMMER in text(spel)


async def test_the_first_answer_may_be_asked_about_too(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, DUBBELZINNIG)
        assert archief.recent() == []
        await choose(spel, "1")
    assert told(sessie) == [(Soort.ANTWOORD, DUBBELZINNIG)]


@pytest.mark.parametrize(
    ("woorden", "toetsen"), [(ALARM, ("2",)), (DUBBELZINNIG, ("2", "2"))], ids=["alarm", "after the check"]
)
async def test_kept_words_stay_and_the_conversation_goes_on_with_something_else(
    sessie: Sessie, woorden: str, toetsen: tuple[str, ...]
) -> None:
    vraag, verhaal = sessie.now, dict(sessie.verloop.verhaal.slots)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, woorden)
        for toets in toetsen:
            await choose(spel, toets)
        assert not spel.app.screen.query(Zorgpaneel)
        assert spel.app.screen.query(EigenBeurt).last().beeld.tekst == woorden
        assert woorden in text(spel)
        assert field(spel).has_focus
        assert field(spel).text == ""
    assert told(sessie)[-1] == (Soort.APART, woorden)
    assert sessie.verloop.verhaal.slots == verhaal
    assert vraag is not None
    assert sessie.now is not None
    assert sessie.now.vraag != vraag.vraag


async def test_kept_words_are_there_again_after_a_pause(sessie: Sessie, klok: Klok) -> None:
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        await choose(spel, "2")
    async with stage(Sessie.resume(sessie.archief, sessie.gesprek.id, klok)).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert spel.app.screen.query(EigenBeurt).last().beeld.tekst == ALARM


async def test_kept_words_can_still_be_taken_away(sessie: Sessie, tmp_path: Path) -> None:
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        await choose(spel, "2")
        await choose(spel, "up", "delete")
        assert isinstance(spel.app.screen, Bevestiging)
        await choose(spel, "2")
        assert ALARM not in text(spel)
    assert told(sessie)[-1] == (Soort.GESCHRAPT, "")
    assert ALARM.encode() not in on_disk(tmp_path)


async def test_keeping_is_not_offered_where_nothing_is_kept(vluchtig: Sessie) -> None:
    async with stage(vluchtig).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        assert vluchtig.now is not None
        assert [optie.id for optie in vluchtig.now.opties] == ["doorgaan", "pauze", "wissen"]
        assert spel.app.screen.query_one(Keuzelijst).aantal == 3


async def test_at_40_by_12_the_pointer_brings_the_options_in_sight_and_the_text_back(sessie: Sessie) -> None:
    async with stage(sessie).run_test(size=MINST) as spel:
        await send(spel, ALARM)
        bovenaan = text(spel)
        assert sessie.now is not None
        for nr, optie in enumerate(sessie.now.opties, 1):
            await choose(spel, "down")
            assert f"▸ {nr} {optie.tekst}" in text(spel)
        await choose(spel, *["up"] * len(sessie.now.opties))
        assert text(spel) == bovenaan
