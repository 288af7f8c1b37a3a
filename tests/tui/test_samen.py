"""A conversation of two on the screen: picking, typing, striking, approving, with one hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets import TextArea

from gesprek.archief import Archief, open_archief
from gesprek.model import Soort, Spreker
from gesprek.samen.proef import load_proef, played
from gesprek.samen.sessie import Samensessie
from tests.conftest import GESPREKKEN
from tests.samen.toneel import ERVARING, ID, KLEIN_VERHAAL, REFLECTIE
from tests.tui.samenspel import lead
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.test_themas import _unreadable_in_both
from tests.tui.toneel import GROOT, KLEIN, Klok, Spel, click_option, field, lines, settle, text
from tui import toetsen
from tui.app import GesprekApp
from tui.screens.bevestiging import Bevestiging
from tui.screens.samen import ACHTER_ELKAAR, SamenScherm
from tui.screens.samen_begin import Samenbegin
from tui.screens.thuis import Thuis
from tui.screens.verslag import Verslagscherm
from tui.widgets.antwoord import Antwoord
from tui.widgets.beurt import EigenBeurt
from tui.widgets.samen_blad import MentorBeurt, Tafel, wide

TOT_DRAAD = (*KLEIN_VERHAAL, *REFLECTIE)


def begin(archief: Archief, klok: Klok, *zinnen: str, flow: str = "loopbaangesprek") -> Samensessie:
    """Begin a conversation of two in which the student said these lines."""
    sessie = Samensessie.begin(archief, flow, "nl", "samen", klok, ID)
    sessie.start()
    for zin in zinnen:
        sessie.answer(zin)
    return sessie


@asynccontextmanager
async def shown(sessie: Samensessie, maat: tuple[int, int] = KLEIN) -> AsyncIterator[Spel]:
    """Show it."""
    nu = sessie.now
    app = GesprekApp(sessie.archief, "nl", scherm=SamenScherm(sessie, (nu,) if nu else ()))
    async with app.run_test(size=maat) as spel:
        await settle(spel)
        yield spel


async def press(spel: Spel, *keys: str) -> None:
    """Press keys one after another, a letter as a key of its own."""
    for een in keys:
        await key(spel, een)


async def key(spel: Spel, een: str) -> None:
    await spel.press(een)
    if len(een) == 1 and een.isalnum() and not isinstance(spel.app.screen.focused, Antwoord):
        await spel.pause(ACHTER_ELKAAR + 0.05)
    await settle(spel)


async def write(spel: Spel, key: str, tekst: str) -> None:
    await press(spel, key)
    field(spel).insert(tekst)
    await press(spel, "enter")


async def test_one_key_begins_a_quote_and_one_keeps_it(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with shown(sessie) as spel:
        assert not field(spel).display
        await press(spel, "enter")
        assert field(spel).has_focus
        field(spel).insert(ERVARING)
        await settle(spel)
        assert ERVARING in text(spel)  # the student sees it before it is kept
        assert sessie.samen.said == []
        await press(spel, "enter")
        assert sessie.samen.said == [ERVARING]
        assert not field(spel).has_focus
        assert "✓ " + ERVARING in text(spel)


async def test_a_line_can_be_thrown_away_before_it_is_kept(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with shown(sessie) as spel:
        await press(spel, "enter")
        field(spel).insert("dit toch niet")
        await press(spel, "escape")
        assert "dit toch niet" in text(spel)  # it waits
        await press(spel, "delete")
        assert "dit toch niet" not in text(spel)
        assert sessie.samen.said == []
        await press(spel, "enter")
        assert field(spel).text == ""


async def test_what_waits_is_gone_on_with(archief: Archief, klok: Klok) -> None:
    async with shown(begin(archief, klok, ERVARING)) as spel:
        await press(spel, "v")
        field(spel).insert("Waar was")
        await press(spel, "escape", "enter")
        assert field(spel).has_focus
        assert field(spel).text == "Waar was"
        field(spel).insert(" je toen?")
        await press(spel, "enter")
        assert "Nu gevraagd" in text(spel)
        assert "Waar was je toen?" in text(spel)


async def test_a_digit_asks_a_card(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        scherm = spel.app.screen
        assert isinstance(scherm, SamenScherm)
        kaart = scherm.kaarten[1]
        await press(spel, "2")
        assert sessie.now is not None
        assert sessie.now.tekst == kaart.tekst
        assert kaart.tekst not in [k.tekst for k in scherm.kaarten]
        beurt = sessie.verloop.beurten[-1]
        assert (beurt.spreker, beurt.soort) == (Spreker.MENTOR, Soort.VRAAG)


async def test_a_card_can_be_clicked(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        scherm = spel.app.screen
        assert isinstance(scherm, SamenScherm)
        tekst = scherm.kaarten[0].tekst
        await click_option(spel, 0)
        assert sessie.now is not None
        assert sessie.now.tekst == tekst


async def test_the_whisper_comes_while_typing_and_stops_nobody(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        await press(spel, "v")
        field(spel).insert("Waarom zei je niks?")
        await spel.pause(0.3)
        await settle(spel)
        assert "waarom-vraag" in text(spel)
        await press(spel, "enter")
        assert sessie.samen.gevraagd
        assert sessie.now is not None
        assert sessie.now.tekst == "Waarom zei je niks?"
        await press(spel, "v")
        field(spel).insert("Wat gebeurde er?")
        await spel.pause(0.3)
        await settle(spel)
        assert "klinkt als" not in text(spel)


async def test_letters_are_keys_and_never_end_up_in_a_quote(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        await key(spel, "s")
        await key(spel, "z")
        assert [b.soort for b in sessie.verloop.beurten[-2:]] == [Soort.SLA_OVER, Soort.TERUG]
        for teken in "xqw":
            await key(spel, teken)
        assert not field(spel).has_focus
        assert "W: nu niet mogelijk." in text(spel)
        await write(spel, "enter", "svz3 letters")
        assert sessie.samen.said[-1] == "svz3 letters"


async def test_words_that_are_typed_without_enter_before_them_are_no_keys(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        voor = len(sessie.verloop.beurten)
        await spel.press(*"zaterdag mee mag kijken")
        await spel.pause(ACHTER_ELKAAR + 0.1)
        await settle(spel)
        assert field(spel).text == "zaterdag mee mag kijken"
        assert len(sessie.verloop.beurten) == voor
        await press(spel, "enter")
        assert sessie.samen.said[-1] == "zaterdag mee mag kijken"


async def test_what_is_gone_back_over_waits_to_be_said_again(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING, "In de teamkamer.")
    async with shown(sessie) as spel:
        await press(spel, "z")
        assert field(spel).text == "In de teamkamer."
        await press(spel, "enter")
        assert field(spel).has_focus


async def test_what_cannot_be_seen_cannot_be_picked(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, *KLEIN_VERHAAL[:4])
    assert sessie.now is not None
    assert sessie.now.opties
    async with shown(sessie) as spel:
        scherm = spel.app.screen
        assert isinstance(scherm, SamenScherm)
        while not scherm.bladzijde.has_class("-woorden"):
            await press(spel, "t")
        await press(spel, "1")
        assert sessie.samen.said[-1] == KLEIN_VERHAAL[3]
        assert scherm.bladzijde.has_class("-kaarten")
        await press(spel, "1")
        assert sessie.samen.said[-1] == "Klopt zo"


async def test_a_line_is_taken_away_with_the_keyboard(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING, "In de teamkamer bij Anke.")
    async with shown(sessie, GROOT) as spel:
        eigen = list(spel.app.screen.query(EigenBeurt))
        eigen[-1].focus()
        await press(spel, "delete")
        assert isinstance(spel.app.screen, Bevestiging)
        await press(spel, "2")
        assert "Anke" not in "".join(b.tekst for b in sessie.verloop.beurten)
        assert "Anke" not in text(spel)
        assert "(weggehaald)" in text(spel)


async def test_the_way_to_a_line_is_on_the_keyboard(archief: Archief, klok: Klok) -> None:
    for maat, naar in ((GROOT, ("d",)), (KLEIN, ("d", "up"))):
        sessie = begin(archief, klok, ERVARING)
        async with shown(sessie, maat) as spel:
            await press(spel, *naar)
            assert isinstance(spel.app.screen.focused, EigenBeurt)
            await press(spel, "escape")
            assert not isinstance(spel.app.screen.focused, EigenBeurt)
        archief.erase(ID)


async def test_a_line_of_the_mentor_can_go_too(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    sessie.say("Jij bent vast boos.")
    async with shown(sessie, GROOT) as spel:
        spel.app.screen.query_one(MentorBeurt).focus()
        await press(spel, "delete", "2")
        assert "vast boos" not in text(spel)


async def test_feeling_words_are_marked_as_they_come(archief: Archief, klok: Klok) -> None:
    async with shown(begin(archief, klok, ERVARING), GROOT) as spel:
        (eigen,) = spel.app.screen.query(EigenBeurt)
        van = ERVARING.index("irritant")
        assert eigen.beeld.gevoel == ((van, van + len("irritant")),)
        for strip in spel.app.screen._compositor.render_strips():
            for stuk in strip:
                if stuk.text == "irritant" and stuk.style is not None and stuk.style.underline:
                    return
        raise AssertionError("the feeling word is not marked")


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
async def test_the_stories_lie_side_by_side_on_the_table(archief: Archief, klok: Klok, maat: tuple[int, int]) -> None:
    async with shown(begin(archief, klok, *TOT_DRAAD), maat) as spel:
        stukken = list(spel.app.screen.query_one(Tafel).children)
        assert len(stukken) == 3
        assert len({stuk.region.y for stuk in stukken}) == 1
        assert all(stuk.region.width > 15 for stuk in stukken)
        assert "Kijk naar je eigen woorden" in text(spel)


async def test_the_students_words_come_only_when_asked_for(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, *TOT_DRAAD, "Dat niemand het hoort.")
    while sessie.now is not None and "kernwoord" not in sessie.now.vult:
        sessie.skip()
    async with shown(sessie) as spel:
        assert "mevrouw" not in text(spel)
        await press(spel, "k")
        assert "Woorden van de leerling zelf" in text(spel)
        assert sessie.now is not None
        assert sessie.now.opties


async def test_the_student_ticks_and_nothing_is_ticked_beforehand(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, *TOT_DRAAD)
    while sessie.now is not None and sessie.now.vraag != "samen.dossier":
        sessie.skip()
    async with shown(sessie) as spel:
        assert "[x]" not in text(spel)
        await press(spel, "3", "down", "space", "space", "1", "1")
        assert text(spel).count("[x]") == 1
        await press(spel, "enter")
        assert sessie.verloop.klaar
        assert str(sessie.verloop.verhaal.value("dossier")) == "kwaliteit"


async def test_the_look_back_is_hidden_until_the_mentor_asks_for_it(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    sessie.say("Waarom zei je niks?")
    sessie.answer("Dat durfde ik niet.")
    while not sessie.verloop.klaar:
        sessie.skip()
    async with shown(sessie) as spel:
        assert "waarom" not in text(spel).casefold()
        await press(spel, "m")
        assert isinstance(spel.app.screen, Bevestiging)
        await press(spel, "2")
        assert isinstance(spel.app.screen, Verslagscherm)
        assert "Waarom zei je niks?" in text(spel) or "Geen waarom" in text(spel)
        await press(spel, "escape")
        assert isinstance(spel.app.screen, SamenScherm)


async def test_the_bar_counts_ten_after_a_question_for_thinking(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, *KLEIN_VERHAAL)
    async with shown(sessie) as spel:
        assert "tien tellen" not in text(spel)
        await press(spel, "1")
        assert "tien tellen stil ●●●" in text(spel)
        await spel.pause(1.2)
        assert "○" in text(spel).partition("stil")[2][:12]


async def test_tabs_keep_the_question_in_view(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        assert sessie.now is not None
        for _keer in range(3):
            await press(spel, "t")
            assert sessie.now.tekst in text(spel)
        await press(spel, "t")
        assert "In de teamkamer" not in text(spel)


async def test_wide_is_wide_and_leaves_what_cannot_be_set_apart(archief: Archief, klok: Klok) -> None:
    assert wide("Wat zag je?", 60) == "W a t   z a g   j e ?"
    assert wide("Wat zag je?", 14) == "W a t   z a g\nj e ?"
    assert wide("👩‍👩‍👧‍👦 e\u0301en", 60) == "👩‍👩‍👧‍👦   é e n"
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        await press(spel, "g")
        assert "W a a r" in text(spel)
        await press(spel, "g")
        assert "W a a r" not in text(spel)


async def test_stopping_keeps_half_a_quote_and_never_half_a_question(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        await press(spel, "v")
        field(spel).insert("Waarom dan")
        await press(spel, "ctrl+q")
    assert archief.read_concept(ID) is None
    async with shown(sessie) as spel:
        await press(spel, "enter")
        field(spel).insert("half af")
        await press(spel, "ctrl+q")
    concept = archief.read_concept(ID)
    assert concept is not None
    assert concept[1] == "half af"
    opnieuw = Samensessie.resume(archief, ID, klok)
    app = GesprekApp(archief, "nl", opnieuw)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        assert field(spel).text == "half af"
        await press(spel, "enter")
        assert opnieuw.samen.said[-1] == "half af"


async def test_distress_fills_the_page_and_goes_on(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok, ERVARING)
    async with shown(sessie) as spel:
        await write(spel, "enter", "ik wil dood")
        assert "113" in text(spel)
        assert "mentor, volg de afspraken van school" in text(spel)
        await press(spel, "1")
        assert sessie.now is not None
        assert sessie.now.soort == "vraag"
        await write(spel, "enter", "In de teamkamer.")
        assert sessie.samen.said[-1] == "In de teamkamer."
    assert "dood" not in str(archief.read(ID))


async def test_names_may_be_given_and_never_have_to(archief: Archief) -> None:
    app = GesprekApp(archief, "nl", scherm=Samenbegin(archief, "nl", "kort"))
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        spel.app.screen.query_one("#leerling", TextArea).insert("Noor")
        await press(spel, "1")
        scherm = spel.app.screen
        assert isinstance(scherm, SamenScherm)
        assert scherm.sessie.gesprek.leerling == "Noor"
        assert "Noor" in lines(spel)[0]
        await spel.app.run_action("app.home")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_a_whole_conversation_on_the_screen_comes_to_what_the_data_say() -> None:
    proef = load_proef(GESPREKKEN / "samen" / "stille_leerling.yaml")
    with played(proef) as verslag:
        assert verslag.sessie is not None
        engine = verslag.sessie.verloop
    telling, sessie = await lead(proef, KLEIN)
    assert sessie.verloop.opbrengst().kernwoord == engine.opbrengst().kernwoord
    assert [(b.soort, b.vraag) for b in sessie.verloop.beurten] == [(b.soort, b.vraag) for b in engine.beurten]
    assert telling.keys <= 2 * telling.beurten


@pytest.mark.parametrize("maat", [(40, 12), (20, 6), (60, 20), (200, 60)], ids=str)
async def test_it_opens_at_every_size(archief: Archief, klok: Klok, maat: tuple[int, int]) -> None:
    sessie = begin(archief, klok, *TOT_DRAAD)
    async with shown(sessie, maat) as spel:
        if maat[0] >= 40:
            voet = lines(spel)[-1]
            assert all(toets in voet for toets in ("⏎", "F1", "^q"))
        await press(spel, "t", "g", "enter", "escape", "f1")
        assert spel.app.is_running


async def test_hostile_words_go_through_the_page(klok: Klok) -> None:
    for nr, tekst in enumerate((*VIJANDIG[:9], VIJANDIG[9][:3000])):
        archief = open_archief(None)
        sessie = Samensessie.begin(archief, "kort", "nl", "samen", klok, ID, leerling=tekst[:30], mentor=tekst[:30])
        sessie.start()
        sessie.answer(f"Op stage was ik trots {tekst}")
        sessie.say(f"Je zei '{tekst[:40]}'.")
        async with shown(sessie, (KLEIN, GROOT)[nr % 2]) as spel:
            await press(spel, "t", "v")
            field(spel).fill(tekst[:200])
            await settle(spel)
            assert _harmless(lines(spel)), tekst[:50]
        archief.close()


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
async def test_every_word_can_be_read_in_both_themes(archief: Archief, klok: Klok, maat: tuple[int, int]) -> None:
    sessie = begin(archief, klok, *TOT_DRAAD)
    async with shown(sessie, maat) as spel:
        assert await _unreadable_in_both(spel) == []
        await press(spel, "v")
        assert await _unreadable_in_both(spel) == []
    while sessie.now is not None and sessie.now.vraag != "samen.dossier":
        sessie.skip()
    async with shown(sessie, maat) as spel:
        await press(spel, "1")
        assert await _unreadable_in_both(spel) == []


async def test_the_page_before_it_can_be_read(archief: Archief) -> None:
    async with GesprekApp(archief, "nl", scherm=Samenbegin(archief, "nl")).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert await _unreadable_in_both(spel) == []


def test_every_key_of_it_has_words(onvertaald: None) -> None:
    assert all(doet.startswith("«") for _toets, doet in toetsen.explain_samen())
