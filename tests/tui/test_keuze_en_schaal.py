"""Options, chips and the scale: digits, arrows, mouse, and a moment before they take a key."""

from __future__ import annotations

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from gesprek.archief import Archief
from gesprek.model import Soort
from gesprek.sessie import Sessie
from gesprek.uiting import Keuze, Uiting
from tests.tui.toneel import KLEIN, Klok, Spel, begin, click_option, field, lead, lines, send, settle, stage, text
from tui.widgets import keuze
from tui.widgets.keuze import Keuzelijst
from tui.widgets.schaal import Schaalbalk


def last_answer(sessie: Sessie) -> str:
    return [b.tekst for b in sessie.verloop.beurten if b.soort is Soort.ANTWOORD][-1]


@pytest.fixture
def kant(archief: Archief, klok: Klok) -> Sessie:
    """A conversation that asks which of four things a moment was."""
    sessie = begin(archief, klok)
    sessie.answer("ik zat op stage achter de balie")
    sessie.answer("het was gewoon een dag")
    assert sessie.now is not None
    assert sessie.now.soort == "keuze"
    assert len(sessie.now.opties) == 4
    return sessie


def options(spel: Spel) -> Keuzelijst:
    return spel.app.screen.query_one("#keuze", Keuzelijst)


async def test_a_digit_chooses(kant: Sessie) -> None:
    opties = kant.now.opties if kant.now else ()
    async with stage(kant).run_test(size=KLEIN) as spel:
        assert options(spel).has_focus
        assert f"▸ 1 {opties[0].tekst}" in text(spel)
        await spel.press("2")
        await settle(spel)
        assert last_answer(kant) == opties[1].tekst


async def test_arrows_move_the_sign_and_enter_chooses(kant: Sessie) -> None:
    opties = kant.now.opties if kant.now else ()
    async with stage(kant).run_test(size=KLEIN) as spel:
        await spel.press("down", "down", "up")
        await spel.pause()
        assert f"▸ 2 {opties[1].tekst}" in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert last_answer(kant) == opties[1].tekst


async def test_a_click_chooses(kant: Sessie) -> None:
    opties = kant.now.opties if kant.now else ()
    async with stage(kant).run_test(size=KLEIN) as spel:
        await click_option(spel, 2)
        assert last_answer(kant) == opties[2].tekst


async def test_the_words_of_a_long_option_stand_under_each_other(kant: Sessie) -> None:
    opties = (Keuze("a", "kort"), Keuze("b", "een optie die langer is dan één regel breed kan zijn"))
    uiting = Uiting("keuze", "Welke?", "terugkijken", "kant", opties=opties)
    async with stage(kant, (uiting,)).run_test(size=(40, 24)) as spel:
        eerste = next(regel for regel in lines(spel) if "2 een optie" in regel)
        tweede = next(regel for regel in lines(spel) if "kan zijn" in regel)
        assert tweede.index(tweede.split()[0]) == eerste.index("een")
        await spel.resize_terminal(100, 24)
        await spel.pause()
        assert any(opties[1].tekst in regel for regel in lines(spel))


async def test_letters_go_to_the_field_and_own_words_are_an_answer_too(kant: Sessie) -> None:
    async with stage(kant).run_test(size=KLEIN) as spel:
        await spel.press(*"anders")
        await spel.pause()
        assert field(spel).has_focus
        assert field(spel).text == "anders"
        await spel.press("enter")
        await settle(spel)
        assert last_answer(kant) == "anders"


async def test_enter_in_the_empty_field_points_at_the_options(kant: Sessie) -> None:
    async with stage(kant).run_test(size=KLEIN) as spel:
        aantal = len(kant.verloop.beurten)
        field(spel).focus()
        await spel.press("enter")
        await settle(spel)
        assert options(spel).has_focus
        assert len(kant.verloop.beurten) == aantal


async def test_a_new_choice_takes_no_key_at_first(kant: Sessie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keuze, "BEDENKTIJD", 60.0)
    aantal = len(kant.verloop.beurten)
    async with stage(kant).run_test(size=KLEIN) as spel:
        await spel.press("enter", "2")
        await settle(spel)
        assert len(kant.verloop.beurten) == aantal
        monkeypatch.setattr(keuze, "BEDENKTIJD", 0.0)
        await spel.press("2")
        await settle(spel)
        assert len(kant.verloop.beurten) > aantal


@pytest.fixture
def kernwoord(archief: Archief, klok: Klok) -> Sessie:
    """A conversation that asks for the word."""
    return lead(begin(archief, klok), "kernwoord")


async def test_the_word_is_picked_from_the_students_own_words_and_none_is_proposed(kernwoord: Sessie) -> None:
    nu = kernwoord.now
    assert nu is not None
    assert nu.opties
    gezegd = " ".join(b.tekst for b in kernwoord.verloop.beurten if b.soort is Soort.ANTWOORD)
    async with stage(kernwoord).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert all(optie.tekst in gezegd and optie.tekst in text(spel) for optie in nu.opties)
        assert "▸" not in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert kernwoord.verloop.opbrengst().kernwoord is None
        await spel.press("right", "right")
        await spel.pause()
        assert f"▸ 2 {nu.opties[1].tekst}" in text(spel)
        await spel.press("enter")
        await settle(spel)
        assert kernwoord.verloop.opbrengst().kernwoord == nu.opties[1].tekst


async def test_the_word_may_be_another_one(kernwoord: Sessie) -> None:
    async with stage(kernwoord).run_test(size=KLEIN) as spel:
        await spel.press(*"meetellen", "enter")
        await settle(spel)
        assert kernwoord.verloop.opbrengst().kernwoord == "meetellen"


async def test_the_word_gets_the_page_to_itself(kernwoord: Sessie) -> None:
    async with stage(kernwoord).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert kernwoord.now is not None
        assert kernwoord.now.tekst.split("?")[0] in text(spel)
        assert not any(beurt.region for beurt in spel.app.screen.query("Beurtregel"))


@pytest.fixture
def warmte(archief: Archief, klok: Klok) -> Sessie:
    """A conversation that asks for a number."""
    return lead(begin(archief, klok), "schaal")


async def test_the_scale_takes_digits_and_enter(warmte: Sessie) -> None:
    async with stage(warmte).run_test(size=KLEIN) as spel:
        assert spel.app.screen.query_one(Schaalbalk).has_focus
        aantal = len(warmte.verloop.beurten)
        await spel.press("enter")
        await settle(spel)
        assert len(warmte.verloop.beurten) == aantal  # nothing is chosen beforehand
        await spel.press("0")
        await spel.pause()
        assert spel.app.screen.query_one(Schaalbalk).getal == 10
        await spel.press("8")
        await spel.pause()
        assert any("●" in regel and "━" in regel for regel in lines(spel))
        await spel.press("enter")
        await settle(spel)
        assert warmte.verloop.verhaal.value("warmte") == 8


async def test_the_scale_moves_with_arrows_and_stops_at_its_ends(warmte: Sessie) -> None:
    async with stage(warmte).run_test(size=KLEIN) as spel:
        balk = spel.app.screen.query_one(Schaalbalk)
        await spel.press("right")
        assert balk.getal == 6
        await spel.press(*["right"] * 5)
        assert balk.getal == 10
        await spel.press(*["left"] * 10)
        assert balk.getal == 1


async def test_the_scale_takes_the_mouse(warmte: Sessie) -> None:
    async with stage(warmte).run_test(size=KLEIN) as spel:
        balk = spel.app.screen.query_one(Schaalbalk)
        regel = next(regel for regel in lines(spel) if "7" in regel and "8" in regel)
        plek = (regel.index("7") - balk.region.x, 1)
        await spel.click(balk, offset=plek)
        assert balk.getal == 7
        await spel.click(balk, offset=plek)
        await settle(spel)
        assert warmte.verloop.verhaal.value("warmte") == 7


async def test_the_scale_takes_own_words_too(warmte: Sessie) -> None:
    async with stage(warmte).run_test(size=KLEIN) as spel:
        await spel.press("e")
        field(spel).insert("en dikke acht")
        await spel.press("enter")
        await settle(spel)
        assert last_answer(warmte) == "een dikke acht"


async def test_a_conversation_can_be_ended_with_the_keyboard_alone(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "kernwoord")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        for _keer in range(60):
            nu = sessie.now
            if nu is None:
                break
            if nu.soort == "schaal":
                await spel.press("9", "enter")
            elif nu.opties:
                await spel.press("1")
            else:
                await send(spel, "toen hielp ik trots een collega in de keuken, vrijdag weer")
            await settle(spel)
        assert sessie.verloop.klaar
        assert spel.app.screen.query("Eindkaart")


LETTERS = {2: "e", 3: "a", 4: "r"}


class Lijst(App[None]):
    """A list with letters below it, in a page that can be longer than the screen."""

    gekozen = -1

    def compose(self) -> ComposeResult:
        """Set the list."""
        with VerticalScroll(can_focus=False):
            yield Keuzelijst(
                ["een", "twee", "eerder", "afspraken", "rode draad"], koppen={2: "Wat er is"}, letters=LETTERS
            )

    @on(Keuzelijst.Gekozen)
    def _keep(self, bericht: Keuzelijst.Gekozen) -> None:
        self.gekozen = bericht.nr


def _screen(spel: Pilot[None]) -> list[str]:
    return [strip.text.rstrip() for strip in spel.app.screen._compositor.render_strips()]


@pytest.mark.parametrize(("breed", "naast"), [(80, 2), (90, 3), (30, 1)])
async def test_options_with_a_letter_stand_beside_each_other_where_there_is_room(breed: int, naast: int) -> None:
    async with Lijst().run_test(size=(breed, 20)) as spel:
        await spel.pause()
        eerste = next(regel for regel in _screen(spel) if "E eerder" in regel)
        assert [letter for letter in "EAR" if f"  {letter} " in eerste] == list("EAR")[:naast]
        lijst = spel.app.query_one(Keuzelijst)
        await spel.press("down", "down", "right")
        assert lijst.wijzer == 3
        await spel.press("up")
        assert lijst.wijzer == (2 if naast == 1 else 1)


@pytest.mark.parametrize("breed", [30, 80, 90])
@pytest.mark.parametrize("nr", range(5))
async def test_a_click_finds_the_option_that_stands_there(breed: int, nr: int) -> None:
    app = Lijst()
    async with app.run_test(size=(breed, 20)) as spel:
        await click_option(spel, nr)
        assert app.gekozen == nr


async def test_a_click_beside_the_options_chooses_nothing() -> None:
    app = Lijst()
    async with app.run_test(size=(80, 20)) as spel:
        await spel.pause()
        await spel.click(Keuzelijst, offset=(4, 3))  # the heading
        await spel.pause()
        assert app.gekozen == -1


async def test_the_page_follows_the_pointer_where_it_is_longer_than_the_screen() -> None:
    async with Lijst().run_test(size=(30, 4)) as spel:
        await spel.press(*["down"] * 4)
        await spel.pause()
        assert any("▸ R rode draad" in regel for regel in _screen(spel))
        await spel.press(*["up"] * 4)
        await spel.pause()
        assert any("▸ 1 een" in regel for regel in _screen(spel))
