"""Every word of the screen comes from the catalog or from the content, also in footer, menu and help."""

from __future__ import annotations

import re

import pytest

from flows import load_flow
from gesprek.archief import Archief
from gesprek.model import TALEN, Taal
from gesprek.taal import use_taal
from tests.tui.toneel import GROOT, KLEIN, Klok, begin, lead, lines, settle, stage, text
from tui import toetsen
from tui.app import GesprekApp
from tui.screens.gesprek import GesprekScherm
from tui.widgets.lemniscaat import FASEN, Faseregel
from tui.widgets.voet import Voet
from vragen import load_bank

_TEKENS = re.compile(r"«[^»]*»")


async def test_the_footer_is_translated(archief: Archief, klok: Klok, onvertaald: None) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=GROOT) as spel:
        toetsen_ = spel.app.screen.query_one(Voet).entries()
        assert [id for id, _toets, _doet in toetsen_] == [
            "answer.send",
            "answer.newline",
            "talk.back",
            "talk.skip",
            "help",
            "menu",
            "theme",
            "quit",
        ]
        assert all(doet.startswith("«") for _id, _toets, doet in toetsen_)


async def test_the_footer_fits_and_keeps_what_matters(archief: Archief, klok: Klok) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    for breedte in (80, 60, 40):
        async with stage(sessie).run_test(size=(breedte, 24)) as spel:
            voet = lines(spel)[-1]
            assert "⏎" in voet
            assert "F1" in voet
            assert "^q" in voet


def test_every_binding_has_words(onvertaald: None) -> None:
    assert set(toetsen.LEAST) <= set(toetsen.ORDER)
    assert all(toetsen.describe(id).startswith("«") for id in toetsen.ORDER)
    assert all(doet.startswith("«") for _toets, doet in toetsen.explain())


async def test_the_help_is_translated(archief: Archief, klok: Klok, onvertaald: None) -> None:
    async with stage(begin(archief, klok)).run_test(size=GROOT) as spel:
        await spel.press("f1")
        await settle(spel)
        vlak = spel.app.screen.query_one("#vlak").region
        regels = [regel[vlak.x + 1 : vlak.right - 1] for regel in lines(spel)[vlak.y + 1 : vlak.bottom - 1]]
        over = _TEKENS.sub("", " ".join(" ".join(regels).split()))
        assert not re.search(r"[a-z]{3}", over.replace("Enter", "").replace("Ctrl", "").replace("Delete", ""))


async def test_the_menu_is_translated_and_works(archief: Archief, klok: Klok, onvertaald: None) -> None:
    sessie = lead(begin(archief, klok), "gebeurtenis")
    async with stage(sessie).run_test(size=GROOT) as spel:
        await spel.press("ctrl+p")
        await spel.pause(0.4)
        menu = text(spel)
        for naam in ("Back", "Skip", "To the start", "Light or dark", "Help", "Stop"):
            assert f"«{naam}»" in menu
        assert "«What do you want to do?»" in menu
        assert "Search for" not in menu
        assert "Theme" not in menu
        await spel.press(*"light or")
        await spel.pause(0.4)
        await spel.press("enter")
        await settle(spel)
        assert spel.app.theme == "gesprek-licht"


async def test_the_menu_says_in_our_words_that_it_found_nothing(archief: Archief, klok: Klok, onvertaald: None) -> None:
    async with stage(begin(archief, klok)).run_test(size=GROOT) as spel:
        await spel.press("ctrl+p", *"qqqq")
        await spel.pause(0.8)
        assert "«Nothing found»" in text(spel)
        assert "No matches" not in text(spel)


async def test_the_menu_leads_home_and_stops(archief: Archief, klok: Klok) -> None:
    use_taal("en")
    sessie = lead(begin(archief, klok, "en"), "gebeurtenis")
    async with GesprekApp(archief, "en", sessie).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("ctrl+p", *"start")
        await spel.pause(0.4)
        await spel.press("enter")
        await settle(spel)
        assert not isinstance(spel.app.screen, GesprekScherm)


async def test_ctrl_c_says_how_to_stop_in_our_words(archief: Archief, onvertaald: None) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        await spel.press("ctrl+c")
        await spel.pause()
        assert "«Ctrl+Q stops the program." in text(spel)


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("flow", ["loopbaangesprek", "kort"])
def test_where_you_are_fits_on_one_line(taal: Taal, flow: str) -> None:
    fasen = load_flow(flow, load_bank()).fasen
    regel = Faseregel({str(id): fase.naam.in_taal(taal) for id, fase in fasen.items()})
    rand = {"nl": "niet bewaard", "en": "not kept"}[taal]
    assert tuple(fasen) == FASEN
    for fase in (*FASEN, "klaar"):
        regel.set_reactive(Faseregel.fase, fase)
        assert regel.line(all_names=True).cell_length + len(f"  {rand}") <= 78
