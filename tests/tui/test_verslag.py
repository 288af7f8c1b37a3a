"""The report on the screen: its parts, its findings with what was said around them, and saving it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesprek.archief import Archief
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_conversation, read_text
from tests.regels.vast import VERSLAGEN, fixed_toets
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.test_themas import _unreadable_in_both
from tests.tui.toneel import GROOT, KLEIN, Spel, lines, settle, text
from tui.app import GesprekApp
from tui.screens.regelvraag import Regelveld, Regelvraag
from tui.screens.thuis import Thuis
from tui.screens.verslag import Verslagscherm, Vondstvak
from tui.themas import LICHT


@pytest.fixture(autouse=True)
def _vast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesprek.regels.verslag.lezing.toets", fixed_toets)


def stage(archief: Archief, bestand: Path = VERSLAGEN / "stroef.txt") -> GesprekApp:
    """Return the app with a report on the screen."""
    verslag = build(read_conversation(bestand), "nl")
    return GesprekApp(archief, "nl", scherm=Verslagscherm(verslag, bestand))


def pointed(spel: Spel) -> Vondstvak:
    """Return the finding that is pointed at."""
    return spel.app.screen.query_one("Vondstvak.-gekozen", Vondstvak)


async def test_a_report_opens_with_what_is_most_worth_knowing(archief: Archief) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        blad = text(spel)
        assert "▸ In het kort" in blad
        assert "Om te oefenen: Niet invullen" in blad
        assert "9. Geen waarom −2" in blad
        assert "stroef.txt" in lines(spel)[0]
        assert "n Volgende vondst" in lines(spel)[-1]


async def test_the_arrows_go_through_the_parts(archief: Archief) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("down", "down")
        await settle(spel)
        assert "▸ 1. Met, niet tegen" in text(spel)
        assert "Spreek met en niet tegen een leerling." in text(spel)
        await spel.press("end")
        await settle(spel)
        assert "Dit verslag is geen cijfer" in text(spel)
        await spel.press("home")
        await settle(spel)
        assert "▸ In het kort" in text(spel)


async def test_next_and_previous_go_through_every_finding_with_what_was_said_around_it(archief: Archief) -> None:
    app = stage(archief)
    async with app.run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        scherm = app.screen
        assert isinstance(scherm, Verslagscherm)
        aantal = len(scherm._plekken)
        gezien = []
        for _keer in range(aantal):
            await spel.press("n")
            await settle(spel)
            gezien.append(pointed(spel).nr)
        assert gezien == list(range(aantal))
        await spel.press("n")
        await settle(spel)
        assert "Er zijn geen vondsten meer." in text(spel)
        await spel.press("p")
        await settle(spel)
        assert pointed(spel).nr == aantal - 2


async def test_a_finding_shows_the_turns_before_and_after_it(archief: Archief) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await spel.click("#deel-10")
        await settle(spel)
        assert "9. Geen waarom" in text(spel)
        await spel.click("Vondstvak")
        await settle(spel)
        blad = text(spel)
        assert "regel 12, Yara: Nee, niet verlegen." in blad
        assert "regel 13, Docent: Waarom ben je niet naar iemand toe gegaan?" in blad
        assert "regel 14, Yara: Dat durfde ik niet." in blad


async def test_words_of_distress_are_not_shown(archief: Archief) -> None:
    tekst = "M: Vertel eens?\nL: Ik wil eigenlijk dood, pindakaas.\nM: Waarom?\nL: Nou ja.\nM: Waarom dan?"
    verslag = build(read_text(tekst, "x.txt"), "nl")
    app = GesprekApp(archief, "nl", scherm=Verslagscherm(verslag, Path("x.txt")))
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        assert "▸ Eerst dit" in text(spel)
        assert "0800-0432" in text(spel)
        for _keer in range(20):
            await spel.press("n")
            await settle(spel)
            assert "pindakaas" not in text(spel)


# saving


async def _save_as(spel: Spel, pad: Path) -> None:
    await spel.press("o")
    await settle(spel)
    veld = spel.app.screen.query_one(Regelveld)
    veld.load_text(str(pad))
    await spel.press("enter")
    await settle(spel)


async def test_a_report_is_saved_beside_the_conversation(archief: Archief, tmp_path: Path) -> None:
    bron = tmp_path / "gesprek.txt"
    bron.write_text((VERSLAGEN / "stroef.txt").read_text(encoding="utf-8"), encoding="utf-8")
    async with stage(archief, bron).run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await spel.press("o")
        await settle(spel)
        assert spel.app.screen.query_one(Regelveld).text == str(tmp_path / "gesprek-verslag.html")
        await spel.press("enter")
        await settle(spel)
        assert (tmp_path / "gesprek-verslag.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert "Het verslag staat in" in text(spel)
        await _save_as(spel, bron)
        await spel.press("2")
        await settle(spel)
        assert "Geef het verslag" in text(spel)
        assert bron.read_text(encoding="utf-8").startswith("Docent: ")


async def test_nothing_is_written_over_without_asking(archief: Archief, tmp_path: Path) -> None:
    doel = tmp_path / "oud.md"
    doel.write_text("van mij", encoding="utf-8")
    async with stage(archief).run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await _save_as(spel, doel)
        assert "Dit bestand is er al." in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert doel.read_text(encoding="utf-8") == "van mij"
        await _save_as(spel, doel)
        await spel.press("2")
        await settle(spel)
        assert doel.read_text(encoding="utf-8").startswith("# Verslag")


async def test_escape_leaves_the_question_and_then_the_report(archief: Archief) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("o")
        await settle(spel)
        assert isinstance(spel.app.screen, Regelvraag)
        await spel.press("escape")
        await settle(spel)
        assert isinstance(spel.app.screen, Verslagscherm)
        await spel.press("escape")
        await spel.pause()
        assert not spel.app.is_running or spel.app._exit


async def test_a_report_can_be_read_in_both_themes(archief: Archief) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await spel.press("down", "down", "n")
        await settle(spel)
        assert await _unreadable_in_both(spel) == []
        await spel.press("o")
        await settle(spel)
        assert await _unreadable_in_both(spel) == []


@pytest.mark.parametrize("maat", [(40, 12), (20, 6), (200, 60)], ids=str)
async def test_a_report_opens_at_any_size(archief: Archief, maat: tuple[int, int]) -> None:
    async with stage(archief).run_test(size=maat) as spel:
        await settle(spel)
        for toets in ("down", "n", "n", "end", "up", "f1", "escape", "o", "escape"):
            await spel.press(toets)
            await settle(spel)
        assert spel.app.is_running


@pytest.mark.parametrize("groep", range(3))
async def test_hostile_words_stay_words(archief: Archief, groep: int) -> None:
    stukken = VIJANDIG[groep:9:3]
    tekst = "".join(f"M: Waarom {stuk}?\nL: {stuk}, ik was zo trots\nM: Waarom?\n" for stuk in stukken)
    verslag = build(read_text(tekst, f"{stukken[0][:20]}.txt"), "nl")
    app = GesprekApp(archief, "nl", scherm=Verslagscherm(verslag, Path("x.txt")))
    async with app.run_test(size=GROOT, notifications=True) as spel:
        await settle(spel)
        for _keer in range(8):
            await spel.press("n")
            await settle(spel)
            assert _harmless(lines(spel))
        assert spel.app.is_running


async def test_the_help_explains_the_report(archief: Archief) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("f1")
        await settle(spel)
        assert "+ is gehouden, − is gebroken" in text(spel)
        await spel.press("escape")
        await settle(spel)
        assert isinstance(spel.app.screen, Verslagscherm)


# from home


async def test_home_asks_for_a_file_and_shows_its_report(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("5")
        await settle(spel)
        assert isinstance(spel.app.screen, Regelvraag)
        spel.app.screen.query_one(Regelveld).load_text(f"'{VERSLAGEN / 'goed.txt'}' ")
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Verslagscherm)
        await spel.press("escape")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_home_says_what_is_the_matter_with_a_file(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("5")
        await settle(spel)
        spel.app.screen.query_one(Regelveld).load_text("er_niet.txt")
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        assert "! er_niet.txt: Dit bestand is er niet." in text(spel)


# pictures


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_a_report_as_a_picture(snap_compare: object, archief: Archief, maat: tuple[int, int]) -> None:
    app = stage(archief)
    app.theme = LICHT.name if maat == GROOT else app.theme
    assert snap_compare(app, terminal_size=maat, press=["down", "down", "n"], run_before=settle)  # type: ignore[operator]


def test_the_timeline_as_a_picture(snap_compare: object, archief: Archief) -> None:
    app = stage(archief, VERSLAGEN / "gewoon.md")
    assert snap_compare(app, terminal_size=KLEIN, press=["end", "up"], run_before=settle)  # type: ignore[operator]
