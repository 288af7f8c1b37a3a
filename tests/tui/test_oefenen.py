"""Practising on the screen: choosing a student, talking, feedback, the end with its card, and progress."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gesprek.archief import Archief, SchijfVol, open_archief
from gesprek.model import Taal
from gesprek.oefenen.leerlingen import load_student
from gesprek.oefenen.oefensessie import Oefensessie
from gesprek.oefenen.uitslag import as_oefening, read_result
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.test_themas import _unreadable_in_both
from tests.tui.toneel import GROOT, KLEIN, Spel, farewell, field, lines, send, settle, text
from tui.app import GesprekApp
from tui.screens.bevestiging import Bevestiging
from tui.screens.drill import DrillScherm
from tui.screens.hulp import Hulp
from tui.screens.oefeneind import Oefeneind
from tui.screens.oefenen import OefenScherm
from tui.screens.oefenkeuze import Oefenkeuze
from tui.screens.regelvraag import Regelveld
from tui.screens.thuis import Thuis
from tui.screens.voortgang import Voortgang
from tui.widgets.keuze import Keuzelijst

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
ID = "01JDCGN9R00000000000000000"
VRAGEN = (
    "Welke ervaring van de laatste tijd wil je met mij delen?",
    "Waar was je toen?",
    "Waarom deed je dat?",
)
MATEN = [(40, 12), (20, 6), KLEIN, GROOT, (200, 60)]


def run_with(archief: Archief, taal: Taal = "nl") -> Oefensessie:
    return Oefensessie(archief, load_student("sem"), taal, klok=lambda: NU, id=ID)


def stage(archief: Archief, *, altijd: bool = False) -> tuple[GesprekApp, Oefensessie]:
    """Return the app with a practice conversation on the screen, home below it."""
    sessie = run_with(archief)
    return GesprekApp(archief, sessie.taal, scherm=OefenScherm(sessie, altijd=altijd)), sessie


async def press(spel: Spel, *toetsen: str) -> None:
    await spel.press(*toetsen)
    await settle(spel)
    await spel.pause(0.05)


def practised(archief: Archief, keer: int) -> None:
    """Keep some runs."""
    for nr in range(keer):
        sessie = run_with(archief)
        for vraag in VRAGEN[: 3 - nr % 2] + VRAGEN[:1]:
            sessie.gesprek.say(vraag)
        id = ID[:-2] + f"{nr:02d}"
        archief.write_oefening(as_oefening(sessie.gesprek, id, NU.replace(day=1 + nr)))


async def test_the_choice_has_students_the_drill_and_progress(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        await press(spel, "4")
        assert isinstance(spel.app.screen, Oefenkeuze)
        blad = text(spel)
        assert "Praat met" in blad
        assert "Noor" in blad
        assert "De drill" in blad
        leerlingen = spel.app.screen.query_one(Keuzelijst).aantal - 2
        await press(spel, "1")
        assert isinstance(spel.app.screen, OefenScherm)
        await press(spel, "f9")  # nothing was said: back to the choice
        assert isinstance(spel.app.screen, Oefenkeuze)
        spel.app.screen.query_one(Keuzelijst).wijzer = leerlingen
        await press(spel, "enter")
        assert isinstance(spel.app.screen, DrillScherm)
        await spel.app.run_action("app.home")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_first_the_reaction_and_feedback_when_asked_for(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "F5" in text(spel)
        await send(spel, VRAGEN[0])
        antwoord = sessie.gesprek.beurten[-1].tekst
        blad = text(spel)
        assert antwoord.split(".")[0] in " ".join(lines(spel)[:8])
        assert VRAGEN[0] in blad
        assert "Recente ervaring" not in blad
        await press(spel, "f5")
        assert "✓ Recente ervaring" in text(spel)


async def test_another_way_is_tried_before_an_example_is_shown(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        for vraag in VRAGEN:
            await send(spel, vraag)
        await press(spel, "f5")
        blad = text(spel)
        assert "✗ waarom-vraag: ‘Waarom’" in blad
        assert "Zeg het anders" in blad
        assert "Zo kan het ook" not in blad
        await send(spel, "Waarom zei je niks?")
        blad = text(spel)
        assert "Eerst ‘Waarom deed je dat?’" in blad
        assert "Nu ‘Waarom zei je niks?’" in blad
        assert "✗ Dit breekt nog" in blad
        assert "Zo kan het ook" in blad
        assert len(sessie.gesprek.beurten) == 3  # the student did not hear it
        await press(spel, "f5")
        await send(spel, "Wat deed je daarna?")
        assert "✓ Beter" in text(spel)
        await press(spel, "f2")
        assert field(spel).text == "Wat deed je daarna?"
        assert len(sessie.gesprek.beurten) == 2


async def test_nothing_tried_gives_the_example_and_escape_goes_on(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await send(spel, VRAGEN[2])
        await press(spel, "f5")
        assert spel.app.screen.has_class("-anders")
        await press(spel, "escape")
        assert not spel.app.screen.has_class("-anders")
        await press(spel, "f5", "enter")
        assert "Zo kan het ook" in text(spel)
        await send(spel, VRAGEN[1])
        assert len(sessie.gesprek.beurten) == 2


async def test_feedback_may_come_always(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await press(spel, "f6")
        assert "feedback: altijd" in text(spel)
        await send(spel, VRAGEN[2])
        blad = text(spel)
        assert "✗ waarom-vraag" in blad
        assert "F5: zeg het anders" in blad
        await send(spel, VRAGEN[1])  # and the talk goes on
        assert len(sessie.gesprek.beurten) == 2
        await press(spel, "f6")
        assert "feedback: op verzoek" in text(spel)


@pytest.mark.parametrize("getypt", [True, False], ids=["getypt", "toets"])
async def test_hint_silence_back_and_switch(archief: Archief, getypt: bool) -> None:
    app, sessie = stage(archief)

    async def do(toets: str, opdracht: str) -> None:
        await (send(spel, opdracht) if getypt else press(spel, toets))
        await spel.pause()
        await settle(spel)

    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await do("f7", "/hint")
        assert "Hint Nodig de leerling uit" in text(spel)
        await do("f3", "/stilte")
        assert len(sessie.gesprek.beurten) == 1
        assert "(stilte)" in text(spel)
        await send(spel, VRAGEN[0])
        await do("f8", "/wissel")
        assert "Door de ogen van Sem" in text(spel)
        assert "Dingen die ik nog voor me houd" in text(spel)
        await do("f2", "/terug")
        assert "Teruggenomen" in text(spel)
        assert len(sessie.gesprek.beurten) == 1
        assert field(spel).text == VRAGEN[0]
        field(spel).fill("")
        await send(spel, "/huh")
        assert "/wissel" in text(spel)
        await send(spel, "/help")
        await settle(spel)
        assert isinstance(spel.app.screen, Hulp)
        await press(spel, "escape")
        await do("f9", "/stop")
        await spel.pause(0.2)
        assert isinstance(spel.app.screen, Oefeneind)


async def _to_the_end(spel: Spel, *extra: str) -> None:
    await settle(spel)
    for vraag in (*VRAGEN, *extra):
        await send(spel, vraag)
    await press(spel, "f9")
    await spel.pause(0.1)


async def test_the_end_shows_what_moved_the_student_and_no_grade(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=(140, 60)) as spel:
        await _to_the_end(spel)
        blad = text(spel)
        for zin in (
            "Hoe open de leerling was",
            "gesloten",
            "De beurten die het deden",
            "‘Waarom deed je dat?’",
            "Verteld: 2 van de",
            "Terugkijken",
            "Sterk",
            "Om te oefenen",
            "✗ waarom-vraag 1×",
            "‘Waarom’",
            "Voor mijn volgende gesprek",
            "Bewaard is hoe het ging",
        ):
            assert zin in blad, zin
        assert str(sessie.gesprek.close().score) + " punten" not in blad
        assert "score" not in blad.casefold()
        await press(spel, "escape")
        assert isinstance(spel.app.screen, OefenScherm)
        await send(spel, "Wie waren erbij?")
        assert len(sessie.gesprek.beurten) == 4


async def test_a_run_is_kept_in_numbers_and_in_one_place(archief: Archief, tmp_path: Path) -> None:
    app, _sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await _to_the_end(spel)
        assert len(archief.oefeningen()) == 1
        await press(spel, "escape")
        await send(spel, "Wie waren erbij?")
        await spel.press("ctrl+q")
    [bewaard] = archief.oefeningen()
    uitslag = read_result(bewaard)
    assert uitslag is not None
    assert (bewaard.leerling, uitslag.beurten, uitslag.geschonden) == ("sem", 4, {"waarom": 1})
    assert "deed je dat" not in bewaard.uitslag
    verbinding = sqlite3.connect(tmp_path / "gesprek.db")
    assert "Waarom deed je dat" not in "\n".join(verbinding.iterdump())
    verbinding.close()


async def test_a_short_look_is_not_kept_and_neither_is_what_is_not_wanted(archief: Archief) -> None:
    app, _sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await send(spel, VRAGEN[0])
        await press(spel, "f9")
        await press(spel, "end")
        assert "Onder de 3 beurten" in text(spel)
    assert archief.oefeningen() == []
    niets = open_archief(None)
    app, _sessie = stage(niets)
    async with app.run_test(size=KLEIN) as spel:
        await _to_the_end(spel)
        await press(spel, "end")
        assert "Hiervan blijft niets bewaard." in text(spel)
    assert niets.oefeningen() == []


async def test_a_full_disk_is_one_sentence_and_the_end_is_shown(
    archief: Archief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_oefening: object) -> None:
        raise SchijfVol("De schijf is vol.")

    monkeypatch.setattr(archief, "write_oefening", full)
    app, _sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await _to_the_end(spel)
        await press(spel, "end")
        assert "De schijf is vol." in text(spel)
        await spel.press("ctrl+q")
    assert farewell(spel) == "De schijf is vol."


@pytest.mark.parametrize("naam", ["kaart.md", "kaart.html"])
async def test_the_card_is_written_where_it_is_asked(archief: Archief, tmp_path: Path, naam: str) -> None:
    doel = tmp_path / naam
    app, _sessie = stage(archief)
    async with app.run_test(size=KLEIN, notifications=True) as spel:
        await _to_the_end(spel, "Waarom [b]niet</h1>?")
        for keer in range(2):
            await press(spel, "o")
            veld = spel.app.screen.query_one(Regelveld)
            veld.load_text(str(doel))
            await press(spel, "enter")
            if keer:
                assert isinstance(spel.app.screen, Bevestiging)
                await press(spel, "escape")
        await press(spel, "o")
        spel.app.screen.query_one(Regelveld).load_text(str(tmp_path / "kaart.exe"))
        await press(spel, "enter")
        assert "eindigen op .html of .md." in text(spel)
    kaart = doel.read_text()
    assert "Voor mijn volgende gesprek" in kaart
    assert "Ik zei: ‘Waarom deed je dat?’" in kaart
    assert "[b]niet</h1>" not in kaart
    assert not (tmp_path / "kaart.exe").exists()


async def test_from_the_end_again_other_and_progress(archief: Archief) -> None:
    app, _sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await _to_the_end(spel)
        await press(spel, "v")
        assert isinstance(spel.app.screen, Voortgang)
        assert "1 oefengesprek." in text(spel)
        await press(spel, "escape", "r")
        await spel.pause(0.1)
        scherm = spel.app.screen
        assert isinstance(scherm, OefenScherm)
        assert scherm.sessie.gesprek.zaad == 1
        assert not scherm.sessie.gesprek.beurten
        await _to_the_end(spel)
        await press(spel, "l")
        await spel.pause(0.1)
        assert isinstance(spel.app.screen, Oefenkeuze)
    assert len(archief.oefeningen()) == 2


async def test_progress_is_per_rule_in_numbers_and_can_be_erased(archief: Archief) -> None:
    practised(archief, 5)
    async with GesprekApp(archief, "nl", scherm=Voortgang(archief, "nl")).run_test(size=GROOT) as spel:
        await settle(spel)
        assert "5 oefengesprekken." in text(spel)
        await press(spel, *["down"] * 8)
        blad = text(spel)
        assert "▸ Geen waarom" in blad
        assert "✗ 3" in blad
        assert "● gehouden × gebroken" in blad
        assert "5 nov 2026" in blad
        await press(spel, "delete")
        assert isinstance(spel.app.screen, Bevestiging)
        await press(spel, "escape")
        assert len(archief.oefeningen()) == 5
        await press(spel, "delete", "2")
        assert "Er is nog niets." in text(spel)
    assert archief.oefeningen() == []


async def test_without_a_run_progress_says_so(archief: Archief) -> None:
    async with GesprekApp(archief, "nl", scherm=Voortgang(archief, "nl")).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Er is nog niets." in text(spel)
        await press(spel, "down", "f1")
        assert isinstance(spel.app.screen, Hulp)


@pytest.mark.parametrize("maat", MATEN, ids=str)
async def test_every_size_works(archief: Archief, maat: tuple[int, int]) -> None:
    practised(archief, 3)
    app, sessie = stage(archief)
    async with app.run_test(size=maat) as spel:
        await _to_the_end(spel)
        assert isinstance(spel.app.screen, Oefeneind)
        await press(spel, "pagedown", "v")
        assert isinstance(spel.app.screen, Voortgang)
        await press(spel, "down", "escape", "escape", "f5")
        assert len(sessie.gesprek.beurten) == 3
        if maat >= (40, 12):
            assert field(spel).region.bottom <= maat[1] - 1
            assert field(spel).region.height >= 1
        await spel.resize_terminal(80, 24)
        await settle(spel)
    async with GesprekApp(archief, "nl", scherm=Oefenkeuze(archief, "nl")).run_test(size=maat) as spel:
        await settle(spel)
        assert spel.app.is_running


async def test_everything_can_be_read_in_both_themes(archief: Archief) -> None:
    practised(archief, 3)
    for maat in (KLEIN, GROOT):
        app, _sessie = stage(archief)
        async with app.run_test(size=maat) as spel:
            await settle(spel)
            assert await _unreadable_in_both(spel) == []
            for vraag in VRAGEN:
                await send(spel, vraag)
            await press(spel, "f5")
            assert await _unreadable_in_both(spel) == []
            await send(spel, "Wat deed je daarna?")
            assert await _unreadable_in_both(spel) == []
            await press(spel, "f9")
            for _keer in range(3):
                assert await _unreadable_in_both(spel) == []
                await press(spel, "pagedown")
            await press(spel, "v")
            assert await _unreadable_in_both(spel) == []
        async with GesprekApp(archief, "nl", scherm=Oefenkeuze(archief, "nl")).run_test(size=maat) as spel:
            await settle(spel)
            assert await _unreadable_in_both(spel) == []


async def test_hostile_words_go_through_every_screen(archief: Archief) -> None:
    app, _sessie = stage(archief, altijd=True)
    async with app.run_test(size=GROOT, notifications=True) as spel:
        await settle(spel)
        for tekst in [*VIJANDIG[:9], "x" * 5000, "woord " * 800]:
            await send(spel, "Waarom deed je dat? " + tekst)
            assert _harmless(lines(spel)), tekst[:50]
            await press(spel, "f5")
            await send(spel, tekst)
            assert _harmless(lines(spel)), tekst[:50]
            await press(spel, "escape")
        await press(spel, "f9")
        for _keer in range(4):
            assert _harmless(lines(spel))
            await press(spel, "pagedown")
        assert spel.app.is_running
