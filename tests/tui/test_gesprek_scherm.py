"""The conversation on the screen: answering, going back, skipping, taking away, stopping and going on."""

from __future__ import annotations

import asyncio
import os
import signal
import time

import pytest

from gesprek.archief import Archief, SchijfVol, open_archief
from gesprek.model import Soort
from gesprek.sessie import Sessie
from gesprek.taal import use_taal
from tests.tui.toneel import (
    ERVARING,
    GROOT,
    KLEIN,
    Klok,
    begin,
    farewell,
    field,
    lead,
    lines,
    send,
    settle,
    stage,
    text,
)
from tui.app import GesprekApp
from tui.widgets import keuze
from tui.widgets.beurt import EigenBeurt, Ouder
from tui.widgets.bladzijde import Bladzijde
from tui.widgets.lemniscaat import Faseregel
from tui.widgets.verhaal import Verhaalpaneel


def answers(sessie: Sessie) -> list[str]:
    return [b.tekst for b in sessie.verloop.beurten if b.soort is Soort.ANTWOORD]


async def test_says_who_it_is_and_where_it_keeps_and_then_asks(archief: Archief, klok: Klok) -> None:
    sessie = Sessie.begin(archief, "loopbaangesprek", "nl", klok=klok)
    async with GesprekApp(archief, "nl", sessie).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "programma" in text(spel)
        assert "geen mens" in text(spel)
        assert sessie.now is not None
        assert sessie.now.tekst in text(spel)
        assert field(spel).has_focus


async def test_an_answer_is_kept_and_the_next_question_is_asked(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        eerste = sessie.now
        field(spel).insert("ik was trots op stage")
        await spel.press("enter")
        await settle(spel)
        assert [b.tekst for b in archief.read(sessie.gesprek.id)[1] if b.soort is Soort.ANTWOORD] == [
            "ik was trots op stage"
        ]
        assert sessie.now is not None
        assert sessie.now != eerste
        assert sessie.now.tekst in text(spel)
        assert "ik was trots op stage" in text(spel)
        assert field(spel).text == ""


async def test_what_is_typed_right_behind_enter_belongs_to_the_next_question(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"trots", "enter", *"daarna")
        await settle(spel)
        assert answers(sessie) == ["trots"]
        assert field(spel).text == "daarna"


async def test_enter_twice_sends_once(archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keuze, "BEDENKTIJD", 60.0)
    sessie = begin(archief, klok)
    echt = sessie.answer

    def slow(tekst: str) -> object:
        time.sleep(0.1)
        return echt(tekst)

    monkeypatch.setattr(sessie, "answer", slow)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"trots", "enter", "enter", "enter")
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        assert answers(sessie) == ["trots"]


async def test_the_screen_stays_awake_while_an_answer_is_kept(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = begin(archief, klok)
    echt = sessie.answer

    def slow(tekst: str) -> object:
        time.sleep(0.3)
        return echt(tekst)

    monkeypatch.setattr(sessie, "answer", slow)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"trots", "enter")
        await spel.press(*"ver", "enter", *"der")
        assert field(spel).text == "verder"
        await settle(spel)
        assert field(spel).text == "verder"
        assert answers(sessie) == ["trots"]


async def test_back_puts_the_earlier_answer_in_the_field(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ERVARING)
        await spel.press(*"half", "ctrl+b")
        await settle(spel)
        assert field(spel).text == ERVARING
        await spel.press("enter")
        await settle(spel)
        assert answers(sessie) == [ERVARING]
        assert field(spel).text == "half"  # what was typed and not sent is still there
        await spel.press("f2")
        await settle(spel)
        assert field(spel).text == ERVARING


async def test_back_does_nothing_at_the_first_question(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press("ctrl+b")
        await settle(spel)
        assert len(sessie.verloop.beurten) == 2
        assert "^b" not in lines(spel)[-1]


async def test_skipping_goes_on_and_says_so(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        vraag = sessie.now
        await spel.press("ctrl+n")
        await settle(spel)
        assert sessie.verloop.beurten[-1].soort.asks
        assert sessie.now != vraag
        assert any(b.soort is Soort.SLA_OVER for b in sessie.verloop.beurten)


async def test_commands_of_the_plain_front_end_work_too(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, "/sla-over")
        assert any(b.soort is Soort.SLA_OVER for b in sessie.verloop.beurten)
        await send(spel, "/terug")
        assert sessie.now is not None
        assert "gebeurtenis" in sessie.now.vult
        await send(spel, "/stop")
    assert sessie.gesprek.id in farewell(spel)


async def test_own_words_are_taken_away_after_asking_once(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    nr = next(b.nr for b in sessie.verloop.beurten if b.tekst == ERVARING)
    async with stage(sessie).run_test(size=GROOT) as spel:
        field(spel).insert("nog niet af")
        await spel.press("up")
        beurt = spel.app.focused
        assert isinstance(beurt, EigenBeurt)
        assert "▸ Vorige week" in text(spel)
        await spel.press("delete")
        await settle(spel)
        assert sessie.verloop.beurten[nr].tekst == ERVARING  # asked first, and leaving it is what stands ready
        await spel.press("enter")
        await settle(spel)
        assert sessie.verloop.beurten[nr].tekst == ERVARING
        spel.app.screen.query(EigenBeurt).last().focus()
        await spel.press("delete")
        await settle(spel)
        await spel.press("2")
        await settle(spel)
        assert sessie.verloop.beurten[nr].tekst == ""
        assert archief.read(sessie.gesprek.id)[1][nr].tekst == ""
        assert "orka" not in text(spel)
        assert field(spel).text == "nog niet af"


async def test_arrows_walk_through_own_words_and_back_to_the_field(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    sessie.answer("ik keek op en vertelde over de walvis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        eigen = list(spel.app.screen.query(EigenBeurt))
        await spel.press(*["up"] * (len(eigen) + 2))
        assert spel.app.focused is eigen[0]
        await spel.press(*["down"] * len(eigen))
        assert field(spel).has_focus
        await spel.press("up", "x")
        await spel.pause()
        assert field(spel).text == "x"


async def test_escape_never_destroys(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"half", "escape", "escape", "up", "escape", "f1", "escape", "ctrl+p")
        await spel.pause(0.1)
        await spel.press("escape", "escape")
        await spel.pause()
        assert field(spel).text == "half"
        assert field(spel).has_focus


async def test_a_signal_first_keeps_what_is_being_typed(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    gezien: list[str | None] = []
    app = stage(sessie)
    app.when_told_to_stop = lambda: gezien.append(sessie.draft())
    async with app.run_test(size=KLEIN) as spel:
        await spel.press(*"en toen")
        os.kill(os.getpid(), signal.SIGTERM)
        await spel.pause(0.5)
    assert gezien == ["en toen"]


async def test_a_draft_survives_and_comes_back(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"en toen")
        await asyncio.sleep(0.4)
        await settle(spel)
        assert sessie.draft() == "en toen"
        await spel.press(*" zag", "ctrl+q")
    assert sessie.draft() == "en toen zag"
    assert f"gesprek hervat {sessie.gesprek.id}" in farewell(spel)
    weer = Sessie.resume(archief, klok=klok)
    async with GesprekApp(archief, "nl", weer).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert field(spel).text == "en toen zag"
        assert weer.verloop.welcome_back().tekst in text(spel)


async def test_stopping_before_anything_was_said_says_nothing(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        await spel.press("ctrl+q")
    assert farewell(spel) == ""
    assert archief.recent() == []


async def test_an_answer_that_cannot_be_kept_stays_in_the_field(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    aantal = len(sessie.verloop.beurten)

    def full(*_alles: object) -> None:
        raise SchijfVol("De schijf is vol, maak ruimte en probeer het opnieuw.")

    async with stage(sessie).run_test(size=KLEIN) as spel:
        with monkeypatch.context() as m:
            m.setattr(archief, "write", full)
            await send(spel, "dit mag niet weg zijn")
            assert "! De schijf is vol" in text(spel)
            assert field(spel).text == "dit mag niet weg zijn"
            assert len(sessie.verloop.beurten) == aantal
        await spel.press("enter")
        await settle(spel)
        assert "dit mag niet weg zijn" in answers(sessie)
        assert "De schijf is vol" not in text(spel)


async def test_a_draft_that_cannot_be_kept_is_said_once(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")

    def full(*_alles: object) -> None:
        raise SchijfVol("vol")

    monkeypatch.setattr(archief, "write_concept", full)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"half")
        await asyncio.sleep(0.4)
        await settle(spel)
        assert "! " in text(spel)
        assert field(spel).text == "half"
        await spel.press("ctrl+q")
    assert len(farewell(spel).splitlines()) == 2


async def test_nothing_kept_is_said_on_the_screen(klok: Klok) -> None:
    use_taal("en")
    archief = open_archief(None)
    sessie = begin(archief, klok, "en")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        assert lines(spel)[0].endswith("not kept")
        await send(spel, "I was proud at work")
        await spel.press("ctrl+q")
    assert "hervat" not in farewell(spel)
    archief.close()


async def test_only_the_last_turns_are_on_the_page_and_older_ones_on_demand(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bladzijde, "TEGELIJK", 6)
    sessie = lead(begin(archief, klok), "warmte")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        ouder = spel.app.screen.query_one(Ouder)
        assert ouder.has_class("-nodig")
        assert len(spel.app.screen.query("Beurtregel")) <= 6
        while ouder.has_class("-nodig"):
            ouder.focus()
            await spel.press("enter")
            await settle(spel)
        eigen = [beurt.beeld.tekst for beurt in spel.app.screen.query(EigenBeurt)]
        assert eigen == answers(sessie)


async def test_the_story_fills_up_beside_the_conversation_when_there_is_room(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=GROOT) as spel:
        paneel = spel.app.screen.query_one(Verhaalpaneel)
        assert paneel.region.width > 30
        await send(spel, ERVARING)
        assert "‘trots’" in text(spel)
        assert "‘Vorige week gaf ik een spreekbeurt" in text(spel)
        await spel.resize_terminal(80, 24)
        await spel.pause()
        assert not paneel.region
        assert spel.app.screen.query_one(Faseregel).region


async def test_keys_are_buttons_for_the_mouse(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ERVARING)
        voet = lines(spel)[-1]
        await spel.click(offset=(voet.index("^b") + 3, 23))
        await settle(spel)
        assert field(spel).text == ERVARING


async def test_page_up_reads_back_and_typing_returns_to_the_question(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "warmte")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await settle(spel)
        blad = spel.app.screen.query_one(Bladzijde)
        onder = blad.scroll_y
        await spel.press("pageup", "pageup")
        await spel.pause()
        assert blad.scroll_y < onder
        await spel.press(*"nou")
        await spel.pause()
        assert field(spel).text == "nou"
        assert field(spel).region.bottom <= 23
