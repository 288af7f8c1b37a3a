"""The calm page at a sign of distress, and the card at the end."""

from __future__ import annotations

import pytest

from gesprek.archief import Archief, OnbekendGesprek
from gesprek.model import Soort
from tests.tui.toneel import GROOT, KLEIN, Klok, begin, farewell, field, lead, lines, send, settle, stage, text
from tui.screens.thuis import Thuis
from tui.widgets import keuze
from tui.widgets.kaart import Eindkaart, spaced
from tui.widgets.zorg import Zorgpaneel

ALARM = "ik wil dood"


async def test_distress_puts_a_calm_page_in_the_place_of_everything(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    for maat in (KLEIN, GROOT):
        async with stage(sessie).run_test(size=maat) as spel:
            await send(spel, ALARM)
            blad = text(spel)
            for nummer in ("0800-0432", "113 / 0800-0113", "112"):
                assert nummer in blad
            assert "Terugkijken" not in blad
            assert ALARM not in blad
            assert "▸" not in blad  # no choice is made beforehand
            assert field(spel).text == ""
            await spel.press("enter")
            await settle(spel)
            assert spel.app.screen.query(Zorgpaneel)
            await spel.press("1")
            await settle(spel)
            assert not spel.app.screen.query(Zorgpaneel)
            assert sessie.now is not None
            assert sessie.now.tekst.split("?")[0][:40] in text(spel)
    assert ALARM not in [b.tekst for b in archief.read(sessie.gesprek.id)[1]]


async def test_after_distress_stopping_says_who_to_call_and_how_to_go_on(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        await spel.press("3")
        await settle(spel)
        assert "0800-0432" in text(spel)
        await spel.press("2")
        await settle(spel)
    assert sessie.gesprek.id in farewell(spel)


async def test_after_distress_everything_can_be_erased(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await send(spel, ALARM)
        await spel.press("4")
        await settle(spel)
        assert "0800-0432" in text(spel)
        with pytest.raises(OnbekendGesprek):
            archief.read(sessie.gesprek.id)
        await spel.press("1")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        await spel.press("ctrl+q")
    assert farewell(spel) == ""


async def test_the_draft_of_a_sign_of_distress_is_not_kept(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*ALARM, "ctrl+q")
    assert sessie.draft() == ""


async def test_the_end_is_a_card_in_the_students_own_words(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "afspraak")
    async with stage(sessie).run_test(size=GROOT) as spel:
        while sessie.now is not None:
            await send(spel, "vrijdag bel ik mijn tante")
        kaart = text(spel)
        assert "v e r t e l l e n" in kaart
        assert "‘mijn tante, zij werkt daar’" in kaart
        assert "vrijdag bel ik mijn tante (vrijdag 27 november 2026)" in kaart
        assert "maandag 23 november 2026" in kaart
        assert archief.plek.rpartition("/")[2] in kaart
        assert farewell(spel) == ""
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        assert "vertellen" in text(spel)


async def test_the_card_does_not_vanish_at_the_second_enter_of_two(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keuze, "BEDENKTIJD", 60.0)
    sessie = lead(begin(archief, klok))
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        assert spel.app.screen.query(Eindkaart)


async def test_the_card_can_be_copied_and_read_to_its_end(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok))
    async with stage(sessie).run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await spel.press("c")
        await spel.pause()
        assert "vertellen" in spel.app.clipboard
        assert "‘mijn tante, zij werkt daar’" in spel.app.clipboard
        await spel.press("end")
        await spel.pause(0.4)
        assert any("2026" in regel for regel in lines(spel))


def test_a_word_is_set_wide_only_when_its_letters_can_be_set_apart() -> None:
    assert spaced("rust") == "r u s t"
    assert spaced("mijn plek") == "m i j n   p l e k"
    assert spaced("één") == "é é n"
    assert spaced("👩‍👩‍👧") == "👩‍👩‍👧"
    assert spaced("x" * 40) == "x" * 40


async def test_a_conversation_without_a_word_has_a_card_too(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    for _keer in range(60):
        if sessie.now is None:
            break
        sessie.skip() if any(b.soort is Soort.ANTWOORD for b in sessie.verloop.beurten) else sessie.answer("trots")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert spel.app.screen.query(Eindkaart)
