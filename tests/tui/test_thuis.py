"""The home screen: what can be begun, what can be gone on with, and what there is already."""

from __future__ import annotations

import pytest

from gesprek.archief import Archief, GeenArchief
from gesprek.bron import load_bron
from gesprek.taal import current_taal
from tests.tui.toneel import ERVARING, KLEIN, Klok, begin, farewell, field, lead, lines, send, settle, text
from tui.app import GesprekApp
from tui.screens.gesprek import GesprekScherm
from tui.screens.samen_begin import Samenbegin
from tui.screens.thuis import Thuis
from vragen import wordings


async def test_an_empty_archive_offers_a_new_conversation(archief: Archief) -> None:
    async with GesprekApp(archief, "en").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "▸ 1 " in text(spel)
        await spel.press("1")
        await settle(spel)
        assert isinstance(spel.app.screen, GesprekScherm)
        assert spel.app.screen.sessie.gesprek.flow == "loopbaangesprek"
        assert "program" in text(spel)
        assert field(spel).has_focus


async def test_the_short_one_begins_too_and_what_is_typed_meanwhile_is_kept(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("2", *"vorige")
        await settle(spel)
        assert isinstance(spel.app.screen, GesprekScherm)
        assert spel.app.screen.sessie.gesprek.flow == "kort"
        assert field(spel).text == "vorige"


async def test_together_opens_the_page_before_it_and_closes_again(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("3")
        await settle(spel)
        assert isinstance(spel.app.screen, Samenbegin)
        await spel.press("escape")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_shows_what_there_is_and_goes_on_where_it_was(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    lead(begin(archief, klok, id="01JDCGN9R00000000000000001"), "gebeurtenis", ervaring=ERVARING)
    async with GesprekApp(archief, "nl").run_test(size=(80, 30)) as spel:
        await settle(spel)
        blad = text(spel)
        assert "▸ 1 Vorige week gaf ik een spreekbeurt" in blad
        assert "vertellen" in blad
        assert "ma 23 nov" in blad
        await spel.press("enter")
        await settle(spel)
        hervat = load_bron("kort").bank.find("reactie.terug_van_weg").units[0]
        assert any(w.nl in text(spel) for w in wordings(hervat, "zelf"))
        await send(spel, "ik vertelde over de walvis")
        await spel.press("ctrl+p")
        await spel.pause(0.3)
        await spel.app.run_action("app.home")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        await spel.press("ctrl+q")
    assert farewell(spel) == ""


async def test_open_afspraken_are_shown_with_their_day(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(begin(archief, klok))
    monkeypatch.setattr("tui.overzicht.now", klok)
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "vrijdag bel ik mijn tante vr 27 nov" in text(spel)


async def test_an_unfinished_conversation_is_erased_after_asking_once(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok), "gebeurtenis")
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Del" in lines(spel)[-1]
        await spel.press("delete")
        await settle(spel)
        assert archief.recent()
        await spel.press("2")
        await settle(spel)
        assert archief.recent() == []
        assert "spreekbeurt" not in text(spel)
        assert "Del" not in lines(spel)[-1]


async def test_a_conversation_speaks_its_own_language_and_home_the_students(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, "en")
    sessie.answer("I was so proud at work last week")
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("1")
        await settle(spel)
        assert current_taal() == "en"
        assert "Looking back" in text(spel)
        await spel.app.run_action("app.home")
        await settle(spel)
        assert current_taal() == "nl"


async def test_an_archive_that_cannot_be_read_is_one_calm_sentence(
    archief: Archief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_alles: object) -> None:
        raise GeenArchief("Dit bestand is geen archief; kies een ander bestand met --db.")

    monkeypatch.setattr(archief, "recent", broken)
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "! Dit bestand is geen archief; kies een ander bestand met --db." in text(spel)
        assert spel.app.is_running


async def test_down_from_the_last_way_in_reads_on(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with GesprekApp(archief, "nl").run_test(size=(60, 14)) as spel:
        await settle(spel)
        assert "vertellen" not in text(spel)
        await spel.press(*["down"] * 30)
        await settle(spel)
        assert "vertellen" in text(spel)
        await spel.press(*["up"] * 30)
        await settle(spel)
        assert "∞ gesprek" in text(spel)
