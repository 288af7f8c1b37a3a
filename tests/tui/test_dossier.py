"""My dossier on the screen: tick, see what is shared, save."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from gesprek.archief import AlleenLezen, Archief
from gesprek.dossier.dossier import Invoer
from gesprek.dossier.verzamelen import Verzamelaar
from gesprek.model import Dossierkeuze
from tests.dossier.toneel import finish, finish_together
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.test_themas import _unreadable_in_both
from tests.tui.toneel import GROOT, KLEIN, Spel, lines, settle, text
from tui.app import GesprekApp
from tui.screens.dossier import Dossierscherm
from tui.screens.dossier_bewaar import Bewaarvraag
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelveld
from tui.tekst import Woorden
from tui.widgets.dossierlijst import Delenlijst, Gesprekkenlijst
from tui.widgets.keuzerij import Keuzerij


@pytest.fixture
def ids(archief: Archief) -> tuple[str, str]:
    """Two finished conversations: an older one with names and feelings, and a newer one."""
    return finish(archief), finish(archief, "kort_positief", 30)


def stage(archief: Archief, leerling: str = "") -> GesprekApp:
    return GesprekApp(archief, "nl", scherm=Dossierscherm(archief, "nl", leerling))


async def calm(spel: Spel) -> None:
    """Wait until what was asked for is kept and shown."""
    for _keer in range(3):
        await settle(spel)


async def press(spel: Spel, *toetsen: str) -> None:
    for toets in toetsen:
        await spel.press(toets)
        await calm(spel)


async def test_nothing_is_ticked_beforehand_and_nothing_is_shared(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        blad = text(spel)
        assert "[x]" not in blad
        assert "Nog niets: vink aan wat mee mag." in blad
        assert "14 oktober 2026" in blad
        assert archief.dossierkeuzes() == {}


@pytest.mark.parametrize("maat", [KLEIN, GROOT])
async def test_a_tick_is_kept_at_once_and_shows_what_is_shared(
    archief: Archief, ids: tuple[str, str], maat: tuple[int, int]
) -> None:
    async with stage(archief).run_test(size=maat) as spel:
        await calm(spel)
        await press(spel, "down", "tab", "space")
        assert archief.dossierkeuzes()[ids[0]].delen == {"klein_verhaal"}
        assert "✓ 1" in text(spel)
        if maat == KLEIN:
            await press(spel, "v")
        gedeeld = spel.app.screen.query_one("#gedeeld", Woorden)
        assert gedeeld.region.height > 0
        assert "[naam] praatte er gewoon doorheen" in str(gedeeld.content)
        assert "irritant" not in str(gedeeld.content)
        if maat == KLEIN:
            await press(spel, "v")
        await press(spel, "space")
        assert archief.dossierkeuzes()[ids[0]].delen == frozenset()


async def test_digits_and_the_mouse_tick_too(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        await press(spel, "tab", "3")
        (eerste,) = archief.dossierkeuzes()[ids[1]].delen
        regel = spel.app.screen.query_one(Delenlijst).children[0]
        await spel.click(regel)
        await calm(spel)
        assert archief.dossierkeuzes()[ids[1]].delen == {eerste, "klein_verhaal"}


async def test_one_key_ticks_all_but_feelings_names_and_transcript(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        await press(spel, "down", "g")
        delen = archief.dossierkeuzes()[ids[0]].delen
        assert {"klein_verhaal", "kernwoord", "afspraak"} <= delen
        assert not {"emotie", "namen", "transcript", "waarneming"} & delen


async def test_what_was_ticked_together_is_ticked_already(archief: Archief) -> None:
    finish_together(archief)
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        assert "Noor" in lines(spel)[0]
        gevinkt = spel.app.screen.query_one(Delenlijst).gevinkt
        assert gevinkt == {"klein_verhaal", "kwaliteit", "kernwoord"}


async def test_a_goal_and_a_category_are_kept_and_come_back(archief: Archief, ids: tuple[str, str]) -> None:
    archief.write_dossierkeuze(Dossierkeuze(ids[1], frozenset({"stap"})))
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        spel.app.screen.query_one("#doel").focus()
        await spel.press(*"kijken", "space", *"of", "enter")
        await calm(spel)
        assert archief.dossierkeuzes()[ids[1]] == Dossierkeuze(ids[1], frozenset({"stap"}), "kijken of")
        spel.app.screen.query_one("#categorie", Keuzerij).focus()
        await press(spel, "right")
        assert archief.dossierkeuzes()[ids[1]].categorie == "loopbaan"
        spel.app.screen.query_one(Gesprekkenlijst).focus()
        await press(spel, "down")
        assert spel.app.screen.query_one("#doel", Regelveld).text == ""
        await press(spel, "up")
        assert spel.app.screen.query_one("#doel", Regelveld).text == "kijken of"
        assert spel.app.screen.query_one("#categorie", Keuzerij).chosen == ("loopbaan",)


async def test_a_goal_that_is_being_typed_is_kept_when_the_program_stops(
    archief: Archief, ids: tuple[str, str]
) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        spel.app.screen.query_one("#doel").focus()
        await spel.press(*"kijken", "ctrl+q")
    assert archief.dossierkeuzes()[ids[1]].doel == "kijken"


async def test_looking_at_a_goal_does_not_change_it(archief: Archief, ids: tuple[str, str]) -> None:
    archief.write_dossierkeuze(Dossierkeuze(ids[1], frozenset({"stap"}), "eerst\n dit"))
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        await press(spel, "down", "up")
    assert archief.dossierkeuzes()[ids[1]].doel == "eerst\n dit"


async def test_the_dossier_is_saved_in_the_formats_that_were_chosen(
    archief: Archief, ids: tuple[str, str], tmp_path: Path
) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        await press(spel, "g", "o")
        assert isinstance(spel.app.screen, Bewaarvraag)
        await press(spel, "tab", "2")
        spel.app.screen.query_one(Regelveld).text = str(tmp_path / "mijn dossier")
        await press(spel, "enter")
        assert (tmp_path / "mijn dossier.pdf").read_bytes().startswith(b"%PDF")
        assert "Mijn loopbaandossier" in (tmp_path / "mijn dossier.html").read_text(encoding="utf-8")
        assert "✓ Bewaard:" in text(spel)


async def test_a_file_that_is_there_is_only_written_over_when_asked(
    archief: Archief, ids: tuple[str, str], tmp_path: Path
) -> None:
    doel = tmp_path / "d.pdf"
    doel.write_bytes(b"oud")
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        await press(spel, "g", "o")
        spel.app.screen.query_one(Regelveld).text = str(doel)
        await press(spel, "enter")
        assert "Er is al een bestand met deze naam" in text(spel)
        await press(spel, "escape")
        assert doel.read_bytes() == b"oud"


async def test_the_preview_is_read_on_in_also_beside_a_long_list(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=(60, 8)) as spel:
        await calm(spel)
        await press(spel, "g", "v", "pagedown")
        assert spel.app.screen.query_one("#voorbeeld").scroll_y > 0
        await press(spel, "pageup")
        assert spel.app.screen.query_one("#voorbeeld").scroll_y == 0


async def test_escape_goes_from_the_preview_to_the_ticks(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        await press(spel, "v", "escape")
        assert isinstance(spel.app.screen, Dossierscherm)
        assert not spel.app.screen.has_class("-voorbeeld")
        assert spel.app.screen.focused is spel.app.screen.delen


async def test_a_whole_copy_says_that_it_is_one(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        await press(spel, "o", "3", "tab", "4")
        assert "een hele kopie" in text(spel)
        await press(spel, "escape")
        assert isinstance(spel.app.screen, Dossierscherm)


async def test_nothing_ticked_is_nothing_to_save(archief: Archief, ids: tuple[str, str], tmp_path: Path) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        await press(spel, "o")
        spel.app.screen.query_one(Regelveld).text = str(tmp_path / "x")
        await press(spel, "enter")
        assert "er is niets te bewaren" in text(spel)
        assert not list(tmp_path.glob("x*"))


async def test_a_tick_that_cannot_be_kept_is_told_and_taken_back(
    archief: Archief, ids: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_keuze: Dossierkeuze) -> None:
        raise AlleenLezen("Dat mag niet.")

    monkeypatch.setattr(archief, "write_dossierkeuze", refuse)
    async with stage(archief).run_test(size=KLEIN, notifications=True) as spel:
        await calm(spel)
        await press(spel, "tab", "space")
        assert "Dat mag niet." in text(spel)
        assert spel.app.screen.query_one(Delenlijst).gevinkt == frozenset()


async def test_without_a_finished_conversation_it_says_so(archief: Archief) -> None:
    async with stage(archief).run_test(size=KLEIN) as spel:
        await calm(spel)
        assert "Er is nog geen gesprek af." in text(spel)
        assert "Bewaar als" not in lines(spel)[-1]


async def test_a_mentor_goes_from_student_to_student(archief: Archief, ids: tuple[str, str]) -> None:
    finish_together(archief)
    async with stage(archief, "Noor").run_test(size=GROOT) as spel:
        await calm(spel)
        assert "Noor" in lines(spel)[0]
        await press(spel, "l")
        assert "Noor" not in lines(spel)[0]
        assert "14 oktober 2026" in text(spel)


@pytest.mark.parametrize("groep", range(3))
async def test_hostile_words_stay_words(archief: Archief, groep: int) -> None:
    for nr, tekst in enumerate(VIJANDIG[groep:9:3]):
        id = finish(archief, dag=nr, kwaliteit=f"ik kan {tekst}")
        archief.rename(id, tekst)
        delen = frozenset({"klein_verhaal", "kwaliteit", "transcript"})
        archief.write_dossierkeuze(Dossierkeuze(id, delen, tekst, tekst))
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        for _nr in range(3):
            assert _harmless(lines(spel))
            await press(spel, "down")
        assert spel.app.screen.query_one(Gesprekkenlijst).wijzer == 2


async def test_everything_can_be_read_in_both_themes(archief: Archief, ids: tuple[str, str]) -> None:
    async with stage(archief).run_test(size=GROOT) as spel:
        await calm(spel)
        await press(spel, "g")
        assert await _unreadable_in_both(spel) == []


@pytest.mark.parametrize("maat", [(40, 12), (60, 20), KLEIN, GROOT])
async def test_it_fits_on_every_screen(archief: Archief, ids: tuple[str, str], maat: tuple[int, int]) -> None:
    async with stage(archief).run_test(size=maat) as spel:
        await calm(spel)
        await press(spel, "g", "o")
        assert isinstance(spel.app.screen, Bewaarvraag)
        assert "Formaat" in text(spel)
        await press(spel, "escape", "f1")
        assert isinstance(spel.app.screen, Hulp)


async def test_keys_before_the_first_conversation_was_read_do_no_harm(
    archief: Archief, ids: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mag = threading.Event()
    lees = Verzamelaar.input

    def later(lezer: Verzamelaar, id: str) -> Invoer:
        mag.wait(20)
        return lees(lezer, id)

    monkeypatch.setattr(Verzamelaar, "input", later)
    async with stage(archief).run_test(size=KLEIN) as spel:
        scherm = spel.app.screen
        assert isinstance(scherm, Dossierscherm)
        while not scherm.lijst.has_focus:  # the list is there
            await spel.pause(0.01)
        await spel.press("o", "g", "v", "v")
        scherm.action_save_as()  # as it comes from a key that was on its way
        assert spel.app.screen is scherm
        mag.set()
        await calm(spel)
        await press(spel, "o")
        assert isinstance(spel.app.screen, Bewaarvraag)
