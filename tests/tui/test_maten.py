"""From 40x12 to 200x60 nothing breaks, and what is needed can be reached."""

from __future__ import annotations

import pytest

from gesprek.archief import Archief
from tests.tui.toneel import Klok, begin, field, lead, lines, send, settle, stage, text
from tui.app import GesprekApp
from tui.widgets.keuze import Keuzelijst

MATEN = [(40, 12), (20, 6), (200, 60)]


@pytest.mark.parametrize("maat", MATEN, ids=str)
async def test_every_screen_opens(archief: Archief, klok: Klok, maat: tuple[int, int]) -> None:
    for tot in ("kernwoord", "warmte", None):
        sessie = lead(begin(archief, klok), tot)
        async with stage(sessie).run_test(size=maat) as spel:
            await spel.press("f1")
            await settle(spel)
            assert spel.app.is_running
        archief.erase(sessie.gesprek.id)
    async with GesprekApp(archief, "nl").run_test(size=maat) as spel:
        await settle(spel)
        assert spel.app.is_running


async def test_at_40_by_12_question_and_field_are_in_sight(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=(40, 12)) as spel:
        await settle(spel)
        assert sessie.now is not None
        assert sessie.now.tekst.split()[0] in text(spel)
        assert field(spel).region.bottom <= 11
        await send(spel, "ik vertelde over de walvis")
        assert "◉" in lines(spel)[0]
        await spel.resize_terminal(140, 40)
        await spel.pause()
        await spel.resize_terminal(40, 12)
        await spel.pause()
        assert field(spel).region.bottom <= 11


async def test_at_40_by_12_distress_can_be_answered(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=(40, 12)) as spel:
        await send(spel, "ik wil dood")
        spel.app.screen.query_one(Keuzelijst)
        await spel.press("1")
        await settle(spel)
        assert field(spel).has_focus
