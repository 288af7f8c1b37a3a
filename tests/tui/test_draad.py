"""My thread on the screen: what runs through conversations, each quote one key away from where it was said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gesprek.archief import Archief, Archieffout, open_archief
from gesprek.samen.proef import load_proef, played
from gesprek.taal import use_taal
from tests.conftest import GESPREKKEN
from tests.draad.gevuld import IDS, hold, hold_all
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.toneel import GROOT, KLEIN, Spel, lines, settle, text
from tui.app import GesprekApp
from tui.screens.draad import Draadscherm
from tui.screens.kiezer import Kiezer
from tui.screens.lezen import Leesscherm
from tui.widgets.draadrij import Deelnaam
from tui.widgets.grafiek import Grafiek

Vergelijk = Callable[..., bool]
MATEN = pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])


def show(archief: Archief) -> GesprekApp:
    return GesprekApp(archief, "nl", None, Draadscherm(archief, "nl"))


async def press(spel: Spel, *toetsen: str) -> None:
    for toets in toetsen:
        await spel.press(toets)
        await settle(spel)


@MATEN
async def test_words_stand_in_time_with_what_they_were_about(archief: Archief, maat: tuple[int, int]) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=maat) as spel:
        await settle(spel)
        assert "Eerst ‘rust’ (5 sep 2025), later ‘helpen’ (12 dec 2025)." in text(spel)
        assert len(spel.app.screen.query(Grafiek)) == 1
        assert any("helpen, Geholpen ┫" in regel for regel in lines(spel))
        assert any("▸ 5 sep 2025   ‘rust’" in regel for regel in lines(spel))


async def test_enter_reads_the_conversation_at_the_place_of_the_quote(archief: Archief) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await press(spel, "down", "down", "enter")
        assert isinstance(spel.app.screen, Leesscherm)
        assert "▸ helpen" in text(spel)
        await press(spel, "escape")
        assert isinstance(spel.app.screen, Draadscherm)


@pytest.mark.parametrize(
    ("keer", "zin"),
    [
        (1, "uitleggen in 2 gesprekken"),
        (2, "5 sep 2025 ‘ik kan rustig iets uitleggen’"),
        (3, "12 dec 2025 ‘dat iemand rust krijgt’"),
        (4, "Stage 12 dec 2025 ‘Op mijn stage in de bakkerij"),
        (5, "Kwaliteitenreflectie Wat kan ik het beste en hoe weet ik dat?"),
        (6, "Eerst ‘rust’"),
    ],
)
async def test_each_part_is_a_key_away(archief: Archief, keer: int, zin: str) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await press(spel, *["right"] * keer)
        assert zin in text(spel)


async def test_a_word_that_comes_back_opens_into_its_quotes(archief: Archief) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await press(spel, "tab")
        rij = next(nr for nr, regel in enumerate(lines(spel)) if "uitleggen" in regel)
        await spel.click(offset=(8, rij))
        await settle(spel)
        assert "Hier zei je het:" in text(spel)
        assert "5 sep 2025 ‘ik kan rustig iets uitleggen’" in text(spel)
        await press(spel, "enter")
        assert isinstance(spel.app.screen, Leesscherm)
        assert "‹uitleggen›" in text(spel)
        await press(spel, "escape", "escape")
        assert "uitleggen in 2 gesprekken" in text(spel)


async def test_the_parts_can_be_clicked(archief: Archief) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.click(list(spel.app.screen.query(Deelnaam))[3])
        await settle(spel)
        assert "‘dat iemand rust krijgt’" in text(spel)


async def test_the_quote_that_is_pointed_at_stands_in_full(archief: Archief) -> None:
    lang = "ik kan " + "heel rustig en heel lang iets uitleggen " * 5
    hold(archief, 0, kwaliteit=lang.strip())
    hold(archief, 1)
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        await press(spel, "right", "right")
        assert lang.strip() in text(spel)


async def test_one_conversation_is_no_thread_yet(archief: Archief) -> None:
    hold(archief, 0)
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Je hebt één gesprek gehad. Dat is een begin, en nog geen draad" in text(spel)
        assert not spel.app.screen.query(Grafiek)
        assert "‘rust’" in text(spel)


async def test_nothing_yet_is_said_and_no_key_breaks(archief: Archief) -> None:
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Er zijn nog geen gesprekken" in text(spel)
        await press(spel, "enter", "down", "right", "pagedown", "end", "enter", "f1", "escape", "left")
        assert spel.app.is_running


async def test_each_student_has_a_thread_of_their_own(tmp_path: Path) -> None:
    db = tmp_path / "samen.db"
    pad = next(p for p in sorted((GESPREKKEN / "samen").glob("*.yaml")) if load_proef(p).leerling)
    with played(load_proef(pad), db) as verslag:
        assert verslag.sessie is not None
        naam = verslag.sessie.gesprek.leerling
    archief = hold_all(open_archief(db), 2)
    async with show(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        assert "‘rust’" in text(spel)
        await press(spel, "l")
        assert isinstance(spel.app.screen, Kiezer)
        await press(spel, "down", "enter")
        assert f"De rode draad van {naam}" in text(spel)
        assert "5 sep 2025" not in text(spel)
    archief.close()


async def test_conversations_from_before_are_read_in_the_background(archief: Archief) -> None:
    hold_all(archief)
    for id in IDS:
        archief.write_gevuld(id, ())
    async with show(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await press(spel, "right", "right")
        assert "‘ik kan rustig iets uitleggen’" in text(spel)
    assert archief.ongevuld() == []


async def test_an_archive_that_cannot_be_read_says_so(archief: Archief, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_argumenten: object) -> None:
        raise Archieffout("Het archief is bezet; probeer het zo weer.")

    hold_all(archief)
    monkeypatch.setattr(archief, "told", refuse)
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Het archief is bezet" in text(spel)
        assert spel.app.is_running


@pytest.mark.parametrize("groep", range(3))
async def test_what_was_typed_stays_words_on_every_part(archief: Archief, groep: int) -> None:
    for nr, tekst in enumerate(VIJANDIG[groep:9:3]):
        hold(archief, nr, kernwoord=tekst, kwaliteit=f"uitleggen {tekst}", motief=tekst)
    async with show(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        for _keer in range(6):
            assert _harmless(lines(spel))
            await press(spel, "enter")
            assert _harmless(lines(spel))
            if isinstance(spel.app.screen, Leesscherm):
                await press(spel, "escape")
            await press(spel, "right")
        assert spel.app.is_running


async def test_a_narrow_window_shows_the_part_that_is_on(archief: Archief) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=(50, 18)) as spel:
        await settle(spel)
        await press(spel, "right", "right")
        assert lines(spel)[1].strip() == "▸Kwaliteiten"
        assert "uitleggen" in text(spel)


@MATEN
@pytest.mark.usefixtures("onvertaald")
async def test_every_word_of_ours_is_translated(archief: Archief, maat: tuple[int, int]) -> None:
    hold_all(archief)
    async with show(archief).run_test(size=maat) as spel:
        await settle(spel)
        assert "«Key words»" in text(spel)
        assert "«First ‘rust’ (5 sep 2025)»" in text(spel)


# pictures


async def _still(spel: Spel) -> None:
    await settle(spel)
    await spel.pause(0.1)
    await settle(spel)


def _picture(archief: Archief, maat: tuple[int, int]) -> GesprekApp:
    use_taal("en")
    app = GesprekApp(archief, "en", None, Draadscherm(archief, "en"))
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    return app


@MATEN
def test_the_time_line(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    hold_all(archief)
    assert snap_compare(_picture(archief, maat), terminal_size=maat, run_before=_still)


@MATEN
def test_the_competences(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    hold_all(archief)

    async def last(spel: Spel) -> None:
        await _still(spel)
        await spel.press("left")
        await _still(spel)

    assert snap_compare(_picture(archief, maat), terminal_size=maat, run_before=last)
