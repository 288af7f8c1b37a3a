"""The history: walked through, sieved, searched while typing; a conversation read back, named, gone on with, erased."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual.widget import Widget

from gesprek.archief import Archief, Bezet, Schrijfwerk
from gesprek.model import Gesprek, Opbrengst
from tests.tui.toneel import ERVARING, ID, KLEIN, Klok, Spel, begin, lead, settle, stage, text
from tui.app import GesprekApp
from tui.screens.afspraken import Afsprakenscherm
from tui.screens.archief import Archiefscherm
from tui.screens.gesprek import GesprekScherm
from tui.screens.kiezer import Kiezer
from tui.screens.lezen import Leesscherm
from tui.screens.regelvraag import Regelvraag
from tui.screens.thuis import Thuis
from tui.widgets.gelezen import Regel
from tui.widgets.rijen import Rijen

TOEN = datetime(2026, 9, 1, 12, tzinfo=UTC)


def app(archief: Archief) -> GesprekApp:
    return GesprekApp(archief, "nl", scherm=Archiefscherm(archief, "nl"))


def fill(archief: Archief, aantal: int) -> None:
    """Make so many conversations with nothing in them but a head."""
    for nr in range(aantal):
        toen = TOEN + timedelta(days=nr)
        kop = Gesprek(f"01J{nr:023d}", "samen" if nr % 10 == 3 else "zelf", "kort", "x", "nl", toen, toen, toen)
        kop = replace(kop, leerling="Noor" if nr % 10 == 3 else "")
        woord = "rust" if nr % 2 else "moed"
        archief.write(Schrijfwerk(kop, bron="{}", opbrengst=Opbrengst(f"Dag nummer {nr}", True, woord)))


async def typed(spel: Spel, tekst: str) -> None:
    """Type, and wait until it was searched."""
    await spel.press(*("space" if teken == " " else teken for teken in tekst))
    await asyncio.sleep(0.1)
    await settle(spel)


def rows(spel: Spel) -> Rijen:
    return spel.app.screen.query_one(Rijen)


async def test_an_empty_archive_says_so(archief: Archief) -> None:
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Er zijn nog geen gesprekken." in text(spel)
        await spel.press("enter", "down")
        assert isinstance(spel.app.screen, Archiefscherm)


async def test_the_newest_stand_first_and_more_come_as_one_walks_on(archief: Archief) -> None:
    fill(archief, 130)
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "▸ 8 jan 2027 Dag nummer 129" in text(spel)
        scherm = spel.app.screen
        assert isinstance(scherm, Archiefscherm)
        assert len(scherm._vondsten) == 50
        for _keer in range(12):
            await spel.press("pagedown")
            await settle(spel)
        assert len(scherm._vondsten) == 130
        assert "▸ 1 sep 2026 Dag nummer 0" in text(spel)
        await spel.press("ctrl+home")
        await settle(spel)
        assert "▸ 8 jan 2027 Dag nummer 129" in text(spel)


async def test_typing_searches_and_shows_the_hit_in_its_context(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    lead(begin(archief, klok, id="01JDCGN9R00000000000000001"), "gebeurtenis", ervaring="Op stage viel er een bord.")
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await typed(spel, "tróts ORKA")
        assert "1 plek" in text(spel)
        assert "over ‹orka›'s, ik was zo ‹trots›." in text(spel)
        await typed(spel, "xyz")
        assert "Niets gevonden met “tróts ORKAxyz”" in text(spel)
        await spel.press("escape")
        await asyncio.sleep(0.1)
        await settle(spel)
        assert "Niets gevonden" not in text(spel)
        assert "Vorige week gaf ik" in text(spel)


async def test_enter_opens_the_conversation_where_it_was_found(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await typed(spel, "oefeningen")
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Leesscherm)
        assert "▸ bij voetbal leg ik de ‹oefeningen› uit aan de kleintjes" in text(spel)
        await spel.press("escape")
        await settle(spel)
        assert "‹oefeningen›" in text(spel)


async def test_a_slow_search_never_holds_up_typing(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    lead(begin(archief, klok))
    echt = archief.search

    def slow(tekst: str, *rest: object) -> object:
        time.sleep(0.3)
        return echt(tekst, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(archief, "search", slow)
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        begin_ = time.monotonic()
        await spel.press(*"vertellen")
        scherm = spel.app.screen
        assert isinstance(scherm, Archiefscherm)
        assert scherm.veld.text == "vertellen"
        assert time.monotonic() - begin_ < 2
        await asyncio.sleep(0.1)
        await settle(spel)
        assert "‹vertellen›" in text(spel)


async def test_the_sieve_is_of_kind_time_word_and_student(archief: Archief) -> None:
    fill(archief, 60)
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("f5", "f5")
        await settle(spel)
        assert "Soort: ● samen" in text(spel)
        assert "6 gesprekken" in text(spel)
        await spel.press("f5", "f8")
        assert isinstance(spel.app.screen, Kiezer)
        await spel.press("3")
        await settle(spel)
        assert "Leerling: ● Noor" in text(spel)
        assert "6 gesprekken" in text(spel)
        await spel.press("escape", "f7", "down", "enter")
        await settle(spel)
        assert "30 gesprekken" in text(spel)
        await spel.press("f6", "5")
        assert isinstance(spel.app.screen, Regelvraag)
        await spel.press(*"3-9-2026", "space", *"6-9-2026", "enter")
        await settle(spel)
        assert "Tijd: ● 3 sep 20" in text(spel)
        assert "2 gesprekken" in text(spel)
        await spel.press("escape")
        await settle(spel)
        assert "●" not in text(spel)


async def test_a_day_that_cannot_be_read_is_told(archief: Archief) -> None:
    fill(archief, 3)
    async with app(archief).run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await spel.press("f6", "5", *"rond mei", "enter")
        await settle(spel)
        assert "Die dag is niet te lezen" in text(spel)
        assert isinstance(spel.app.screen, Regelvraag)
        assert spel.app.screen.veld.text == "rond mei", "what was typed can be mended"
        for _keer in range(8):
            await spel.press("backspace")
        await spel.press(*"mei", "enter")
        await settle(spel)
        assert re.search(r"Tijd: ● 1 mei 20\d\d – 31 mei 20\d\d", text(spel))
        await spel.resize_terminal(66, 24)
        await settle(spel)
        assert "Tijd: ● 1 mei" in text(spel)
        assert "F7 Woord: alles" in text(spel)


async def test_a_busy_archive_is_one_calm_sentence(archief: Archief, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_alles: object, **_meer: object) -> None:
        raise Bezet("Een ander programma gebruikt dit archief; sluit dat en probeer het opnieuw.")

    monkeypatch.setattr(archief, "sift", busy)
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "! Een ander programma gebruikt dit archief" in text(spel)
        assert spel.app.is_running


async def test_the_mouse_opens_what_is_clicked(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.click(Rijen, offset=(20, 0))
        await settle(spel)
        assert isinstance(spel.app.screen, Leesscherm)


# reading


def reading(archief: Archief, id: str = ID) -> GesprekApp:
    return GesprekApp(archief, "nl", scherm=Leesscherm(archief, "nl", id))


async def test_a_conversation_is_a_story_in_the_students_words(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with reading(archief).run_test(size=(100, 60)) as spel:
        await settle(spel)
        blad = text(spel)
        assert "v e r t e l l e n" in blad
        assert ERVARING in blad
        assert "Wat ik voelde trots" in blad
        assert blad.index("Terugkijken") < blad.index("Reflecteren") < blad.index("Vooruitkijken")
        assert "vrijdag bel ik mijn tante (vrijdag 27 november 2026)" in blad
        assert "?" not in blad


async def test_all_that_was_said_can_be_read_too(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with reading(archief).run_test(size=(100, 60)) as spel:
        await settle(spel)
        await spel.press("t")
        await settle(spel)
        assert "Hoi" in text(spel) or "programma" in text(spel)
        assert ERVARING in text(spel)
        await spel.press("v")
        await settle(spel)
        assert "Wat ik voelde" in text(spel)


async def test_a_long_conversation_is_mounted_as_one_reads_on(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, flow="loopbaangesprek")
    for nr in range(60):
        sessie.answer(f"antwoord nummer {nr}")
        sessie.back()
    lead(sessie)
    scherm = Leesscherm(archief, "nl", ID)
    async with GesprekApp(archief, "nl", scherm=scherm).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert scherm._gelezen is not None
        alle = len(scherm._gelezen.gezegd)
        await spel.press("t")
        await settle(spel)
        assert alle > 60 or len(scherm.query(Regel)) == alle
        await spel.press("end")
        await settle(spel)
        assert len(scherm.query(Regel)) == alle


async def test_what_is_found_far_down_has_the_lines_before_it_a_key_away(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok))
    laatste = next(b.nr for b in reversed(sessie.verloop.beurten) if "tante" in b.tekst)
    scherm = Leesscherm(archief, "nl", ID, laatste, "tante")
    async with GesprekApp(archief, "nl", scherm=scherm).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "‹tante›" in text(spel)
        assert "eerdere regels" in text(spel)
        await spel.press("home")
        await settle(spel)
        assert scherm._gelezen is not None
        assert len(scherm.query(Regel)) == len(scherm._gelezen.gezegd)


async def test_a_name_is_given_and_an_empty_one_gives_the_old_back(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with reading(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("n")
        assert isinstance(spel.app.screen, Regelvraag)
        spel.app.screen.veld.text = "De [b]walvis"
        await spel.press("enter")
        await settle(spel)
        assert "De [b]walvis" in text(spel)
        assert archief.read(ID)[0].naam == "De [b]walvis"
        await spel.press("n")
        assert isinstance(spel.app.screen, Regelvraag)
        spel.app.screen.veld.text = ""
        await spel.press("enter")
        await settle(spel)
        assert archief.read(ID)[0].naam == ""
        assert "Vorige week gaf ik" in text(spel)


async def test_erasing_says_what_will_be_gone_and_what_was_proven(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with app(archief).run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        await spel.press("delete")
        await settle(spel)
        assert "het woord ‘vertellen’" in text(spel)
        assert "afspraak." in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert archief.recent()
        await spel.press("delete", "2")
        await settle(spel)
        assert "Daarna is gezocht naar" in text(spel)
        assert "zelf hebt geëxporteerd" in text(spel)
        assert "Vorige week gaf ik" not in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Archiefscherm)
        assert archief.recent() == []
        assert "Er zijn nog geen gesprekken." in text(spel)


async def test_an_unfinished_one_is_gone_on_with(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok), "gebeurtenis")
    async with reading(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("g")
        await settle(spel)
        assert isinstance(spel.app.screen, GesprekScherm)


async def test_a_finished_one_is_not_gone_on_with(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    async with reading(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("g")
        await settle(spel)
        assert isinstance(spel.app.screen, Leesscherm)


# what was agreed


async def test_what_became_of_it_is_said_and_holds(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    scherm = Afsprakenscherm(archief, "nl")
    async with GesprekApp(archief, "nl", scherm=scherm).run_test(size=(100, 60)) as spel:
        await settle(spel)
        assert "▸ ○ vrijdag bel ik mijn tante" in text(spel)
        assert "Open: 1." in text(spel)
        await spel.press("enter", "1")
        await settle(spel)
        assert "✓ vrijdag bel ik mijn tante" in text(spel)
        assert archief.open_afspraken() == []
        await spel.press("l")
        await settle(spel)
        assert isinstance(spel.app.screen, Leesscherm)
        assert "2026, gedaan)" in text(spel)


async def test_the_days_are_written_for_a_calendar_when_that_is_asked(
    archief: Archief, klok: Klok, tmp_path: Path
) -> None:
    lead(begin(archief, klok))
    scherm = Afsprakenscherm(archief, "nl")
    async with GesprekApp(archief, "nl", scherm=scherm).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("k")
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        inhoud = (tmp_path / "afspraken.ics").read_text(encoding="utf-8")
        assert "vrijdag bel ik mijn tante" in inhoud
        assert "orka" not in inhoud


async def test_the_card_at_the_end_offers_the_days_too(archief: Archief, klok: Klok, tmp_path: Path) -> None:
    async with stage(lead(begin(archief, klok))).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("k")
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        assert (tmp_path / "afspraken.ics").exists()


# home


def agreed(archief: Archief, dag: date) -> None:
    toen = TOEN
    kop = Gesprek("01J00000000000000000000001", "zelf", "kort", "x", "nl", toen, toen, toen)
    opbrengst = Opbrengst("De bakkerij", True, "ambacht", (("de bakker bellen", dag),))
    archief.write(Schrijfwerk(kop, bron="{}", opbrengst=opbrengst))


async def test_home_leads_to_the_history_and_to_what_was_agreed(archief: Archief) -> None:
    agreed(archief, date(2026, 9, 4))
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("e")
        await settle(spel)
        assert isinstance(spel.app.screen, Archiefscherm)
        await spel.press("escape")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        await spel.press("A")
        await settle(spel)
        assert isinstance(spel.app.screen, Afsprakenscherm)


async def test_home_asks_kindly_about_what_was_agreed_when_its_day_is_there(archief: Archief) -> None:
    agreed(archief, date(2020, 9, 4))
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Je wilde op vr 4 sep: ‘de bakker bellen’. Hoe ging het?" in text(spel)
        assert text(spel).count("de bakker bellen") == 1
        assert "laat" not in text(spel)


async def test_home_does_not_ask_before_its_day(archief: Archief) -> None:
    agreed(archief, date(2999, 9, 4))
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Hoe ging het" not in text(spel)


async def test_home_of_someone_new_shows_no_empty_places(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Eerdere gesprekken" not in text(spel)
        assert "Wat er bewaard is" in text(spel)
        await spel.press("e")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_home_says_what_is_older_than_is_kept(archief: Archief) -> None:
    toen = datetime(2020, 9, 1, tzinfo=UTC)
    kop = Gesprek("01J00000000000000000000001", "zelf", "kort", "x", "nl", toen, toen, toen)
    archief.write(Schrijfwerk(kop, bron="{}", opbrengst=Opbrengst("De bakkerij", True)))
    archief.write_instelling("bewaartermijn", "12")
    async with GesprekApp(archief, "nl").run_test(size=(80, 40)) as spel:
        await settle(spel)
        assert "12 maanden" in text(spel)


@pytest.mark.parametrize("maat", [(40, 12), (20, 6), (200, 60)], ids=str)
async def test_every_size_opens(archief: Archief, klok: Klok, maat: tuple[int, int]) -> None:
    lead(begin(archief, klok))
    for scherm in (Archiefscherm, Afsprakenscherm):
        async with GesprekApp(archief, "nl", scherm=scherm(archief, "nl")).run_test(size=maat) as spel:
            await settle(spel)
            await spel.press("enter")
            await settle(spel)
            assert spel.app.is_running


async def test_hostile_words_stay_words(archief: Archief, klok: Klok) -> None:
    eng = "[/] [b]x[/b] [@click=app.quit]weg[/] \x1b[31mrood\x07, ik was zo trots {kernwoord}"
    lead(begin(archief, klok), ervaring=eng, kernwoord="[red]x", afspraak="[/b] vrijdag \x1b[2J bellen")
    async with app(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await typed(spel, "[/] trots")
        assert "‹[/]›" in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert "‹[/]› [b]x[/b] [@click=app.quit]weg[/]" in text(spel).replace("‹[/]›", "‹[/]›", 1) or "[b]x" in text(
            spel
        )
        await spel.press("v", "a")
        await settle(spel)
        assert "[/b] vrijdag" in text(spel)
        assert "\x1b" not in "".join(_all_text(spel.app.screen))


def _all_text(scherm: Widget) -> list[str]:
    return [str(getattr(w, "content", "")) for w in scherm.query("*")]
