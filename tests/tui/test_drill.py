"""The drill on the screen: choosing, rewriting, what is said of it, and the end of a round."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gesprek.archief import Archief, SchijfVol, open_archief
from gesprek.model import Taal
from gesprek.oefenen.drill import RONDE, Optie
from gesprek.oefenen.opgaven import Drill, Opgave, load_drill
from gesprek.oefenen.sessie import Drillsessie
from tests.tui.test_tekst import VIJANDIG, _harmless
from tests.tui.test_themas import _unreadable_in_both
from tests.tui.toneel import GROOT, KLEIN, Spel, click_option, farewell, field, lines, send, settle, text
from tui.app import GesprekApp
from tui.screens.drill import DrillScherm
from tui.screens.hulp import Hulp
from tui.screens.thuis import Thuis
from tui.widgets import keuze
from tui.widgets.keuze import Keuzelijst
from tui.widgets.zorg import Zorgpaneel

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
SCHRIJF = next(o for o in load_drill().in_taal("nl") if o.soort == "herschrijf" and o.code == "waarom")
HERKEN = next(o for o in load_drill().in_taal("nl") if o.soort == "herken" and o.gebroken and o.leerling)


def stage(archief: Archief, *opgaven: Opgave, taal: Taal = "nl") -> tuple[GesprekApp, Drillsessie]:
    """Return the app with a drill on the screen; of these items, or of all."""
    drill = Drill(bron="proef", vragen=opgaven) if opgaven else None
    sessie = Drillsessie(archief, taal, lambda: NU, drill)
    return GesprekApp(archief, taal, sessie), sessie


def key(sessie: Drillsessie, *, goed: bool = True) -> str:
    """Return the digit of the right option, or of a wrong one."""
    nu = sessie.now
    assert nu is not None
    juist = Optie(nu.regel, nu.gebroken)
    return str([(optie == juist) is goed for optie in sessie.opties].index(True) + 1)


async def choose(spel: Spel, toets: str) -> None:
    await spel.press(toets)
    await settle(spel)


async def test_an_item_shows_who_says_what_and_four_options(archief: Archief) -> None:
    app, _sessie = stage(archief, HERKEN)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        blad = text(spel).replace("▌ ", "")
        assert f"Leerling {HERKEN.leerling}" in blad
        assert f"Mentor {HERKEN.uiting}" in blad
        assert "Welke regel breekt of houdt de mentor hier?" in blad
        assert spel.app.screen.query_one(Keuzelijst).aantal == 4
        assert not field(spel).display
        assert "De laatste" in lines(spel)[0]


async def test_the_option_that_is_pointed_at_is_explained(archief: Archief) -> None:
    app, _sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        uitleg = spel.app.screen.query_one("#uitleg")
        eerst = str(uitleg.content)  # type: ignore[attr-defined]
        await spel.press("down")
        await spel.pause()
        assert eerst
        assert str(uitleg.content) not in ("", eerst)  # type: ignore[attr-defined]


@pytest.mark.parametrize("goed", [True, False])
async def test_an_answer_is_told_right_or_not_in_a_sign_and_in_words(archief: Archief, goed: bool) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await choose(spel, key(sessie, goed=goed))
        blad = text(spel)
        assert ("✓ Goed. Dit breekt" in blad) is goed
        assert ("✗ Nee. Dit breekt" in blad) is not goed
        assert ("Jij koos" in blad) is not goed
        assert HERKEN.uitleg in blad
        assert HERKEN.beter in blad
        assert "Verder" in blad
        assert [h.kaart for h in archief.herhalingen()] == [HERKEN.id]


async def test_the_next_one_comes_with_enter_and_the_wrong_one_comes_back(archief: Archief) -> None:
    ander = HERKEN.model_copy(update={"id": "d901"})
    app, sessie = stage(archief, HERKEN, ander)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        eerste = sessie.now
        await choose(spel, key(sessie, goed=False))
        assert "straks nog een keer" in text(spel)
        await choose(spel, "enter")
        await choose(spel, key(sessie))
        await choose(spel, "enter")
        assert sessie.now == eerste
        await choose(spel, key(sessie))
        await choose(spel, "enter")
        assert "Deze ronde is klaar." in text(spel)
        assert "Goed: 1 van de 2." in text(spel)


async def test_what_is_rewritten_is_checked_and_may_be_tried_again(archief: Archief) -> None:
    app, _sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Zeg het anders. Zonder: waarom-vraag." in text(spel)
        assert field(spel).has_focus
        await send(spel, "Waarom dan?")
        blad = text(spel)
        assert "✗ Nog niet." in blad
        assert "‘Waarom’: waarom-vraag." in blad
        assert "nog 2 keer" in blad
        assert SCHRIJF.beter not in blad
        assert field(spel).text == "Waarom dan?"
        field(spel).fill("")
        await send(spel, "Vertel eens wat er gebeurde.")
        blad = text(spel)
        assert "✓ Goed. Zo kun je het zeggen." in blad
        assert "Vertel eens wat er gebeurde." in blad
        assert SCHRIJF.beter in blad


async def test_the_example_comes_after_the_last_try(archief: Archief) -> None:
    app, _sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        for _keer in range(3):
            assert SCHRIJF.beter not in text(spel)
            field(spel).fill("Waarom dan?")
            await spel.press("enter")
            await settle(spel)
        assert f"Bijvoorbeeld: ‘{SCHRIJF.beter}’" in text(spel)
        assert "kijk naar het voorbeeld" in text(spel)


async def test_enter_twice_is_one_try(archief: Archief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keuze, "BEDENKTIJD", 60.0)
    app, _sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await spel.press("enter", "enter")
        await settle(spel)
        assert "✗" not in text(spel)
        await spel.press(*"Hoe was dat?", "enter", "enter")
        await settle(spel)
        assert "Verder" in text(spel)


async def test_a_skipped_one_makes_way_and_the_field_takes_commands(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        eerste = sessie.now
        await choose(spel, "f3")
        assert sessie.now != eerste
        while sessie.opties:
            await choose(spel, "f3")
        schrijf = sessie.now
        await send(spel, "/sla-over")
        assert sessie.now != schrijf
        assert archief.herhalingen() == []
        while sessie.now is not None and sessie.opties:
            await choose(spel, "f3")
        await send(spel, "/help")
        assert isinstance(spel.app.screen, Hulp)


async def test_a_round_ends_with_what_to_look_at_and_another_one_begins(archief: Archief) -> None:
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        fout = []
        while (nu := sessie.now) is not None:
            if sessie.opties:
                eerste = not sessie.ronde.comes_again
                fout += [nu.regel] if eerste else []
                await choose(spel, key(sessie, goed=not eerste))
            else:
                await send(spel, "Vertel eens wat er gebeurde.")
            await choose(spel, "enter")
        blad = text(spel)
        assert f"Goed: {RONDE - len(fout)} van de {RONDE}." in blad
        assert "Kijk hier nog eens naar:" in blad
        assert "En ook:" in blad
        assert "morgen terug" in blad
        assert lines(spel)[-1].startswith(" ⏎")
        # what can be chosen is on the screen, however much there is to look at
        assert "1 Nog een ronde" in blad
        assert "2 Naar het begin" in blad
        await choose(spel, "1")
        assert sessie.now is not None
        assert f"nog {RONDE - 1} na deze" in text(spel)


async def test_the_end_leads_home(archief: Archief) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await choose(spel, key(sessie))
        await choose(spel, "enter")
        await choose(spel, "2")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)
        await spel.press("ctrl+q")
    assert farewell(spel) == ""


async def test_home_opens_the_drill_and_the_menu_leads_back(archief: Archief) -> None:
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "voor mentoren: met een verzonnen leerling" in text(spel)
        await choose(spel, "4")
        await spel.pause()
        await choose(spel, str(spel.app.screen.query_one(Keuzelijst).aantal - 1))
        await settle(spel)
        assert isinstance(spel.app.screen, DrillScherm)
        await spel.press("ctrl+p", *"begin")
        await spel.pause(0.4)
        await spel.press("enter")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_everything_works_with_the_mouse(archief: Archief) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        nr = int(key(sessie)) - 1
        await click_option(spel, nr)
        assert "✓ Goed." in text(spel)
        await click_option(spel, 0)
        assert "Deze ronde is klaar." in text(spel)


async def test_an_archive_that_is_full_is_one_sentence_and_the_drill_goes_on(
    archief: Archief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_herhaling: object) -> None:
        raise SchijfVol("De schijf is vol.")

    monkeypatch.setattr(archief, "write_herhaling", full)
    app, sessie = stage(archief)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await choose(spel, key(sessie))
        assert "! De schijf is vol. Je kunt gewoon oefenen; hoe het gaat, wordt niet bewaard." in text(spel)
        await choose(spel, "enter")
        assert "De schijf is vol" not in text(spel)
        await choose(spel, key(sessie))
        assert "✓ Goed." in text(spel)
        assert "De schijf is vol" not in text(spel)


async def test_keeping_nothing_says_so(klok: object) -> None:
    archief = open_archief(None)
    app, _sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "niet bewaard" in lines(spel)[0]
        await spel.press("f1")
        await settle(spel)
        assert "Hiervan blijft niets bewaard." in text(spel)
    archief.close()


async def test_what_comes_before_its_day_says_so(archief: Archief) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await choose(spel, key(sessie))
        await choose(spel, "enter")
        await choose(spel, "1")
        assert "Vandaag is er niets aan de beurt" in text(spel)


async def test_distress_gets_the_calm_page_and_is_not_judged(archief: Archief) -> None:
    app, sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await send(spel, "ik wil dood")
        assert "0800-0432" in text(spel)
        assert spel.app.screen.query(Zorgpaneel)
        await choose(spel, "1")
        assert not spel.app.screen.query(Zorgpaneel)
        assert sessie.now == SCHRIJF
        assert field(spel).text == ""
        assert field(spel).has_focus
        await send(spel, "ik wil dood")
        await choose(spel, "2")
        await settle(spel)
        assert isinstance(spel.app.screen, Thuis)


async def test_hostile_words_stay_words(archief: Archief) -> None:
    app, _sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        for tekst in VIJANDIG:
            field(spel).fill(f"Waarom {tekst}")
            await spel.press("enter")
            await settle(spel)
            assert _harmless(lines(spel)), tekst[:50]
            if not field(spel).display:
                await choose(spel, "enter")
            if not field(spel).display:
                await choose(spel, "1")
        assert spel.app.is_running


async def test_hostile_items_stay_words(archief: Archief) -> None:
    vreemd = "\n".join(VIJANDIG[:9])
    opgave = HERKEN.model_copy(update={"uiting": vreemd, "leerling": vreemd, "uitleg": vreemd, "beter": vreemd})
    app, sessie = stage(archief, opgave)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        assert _harmless(lines(spel))
        await choose(spel, key(sessie))
        assert _harmless(lines(spel))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
async def test_every_word_that_is_painted_can_be_read(archief: Archief, maat: tuple[int, int]) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=maat) as spel:
        await settle(spel)
        assert await _unreadable_in_both(spel) == []
        await choose(spel, key(sessie, goed=False))
        assert await _unreadable_in_both(spel) == []
        await choose(spel, "enter")
        await choose(spel, key(sessie))
        await choose(spel, "enter")
        assert await _unreadable_in_both(spel) == []
        await spel.press("f1")
        await settle(spel)
        assert await _unreadable_in_both(spel) == []


async def test_rewriting_can_be_read(archief: Archief) -> None:
    app, _sessie = stage(archief, SCHRIJF)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await send(spel, "Waarom dan?")
        assert await _unreadable_in_both(spel) == []


async def test_without_colour_right_and_wrong_still_differ(archief: Archief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        assert any(regel.lstrip().startswith("▸ 1") for regel in lines(spel))
        await choose(spel, key(sessie, goed=False))
        assert "✗ Nee." in text(spel)


@pytest.mark.parametrize("maat", [(60, 20), (44, 16), KLEIN, GROOT], ids=str)
@pytest.mark.parametrize(
    "opgave", sorted(load_drill().vragen, key=lambda o: len(o.uiting + o.uitleg))[-2:], ids=lambda o: o.id
)
async def test_the_longest_item_can_be_answered_at_every_size(
    archief: Archief, maat: tuple[int, int], opgave: Opgave
) -> None:
    app, _sessie = stage(archief, opgave, taal=opgave.taal)
    async with app.run_test(size=maat) as spel:
        await settle(spel)
        await spel.press("enter")
        await settle(spel)
        lijst = spel.app.screen.query(Keuzelijst)
        assert lijst
        assert "▸ 1 " in text(spel)


async def test_every_word_of_the_screen_is_translated(archief: Archief, onvertaald: None) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=GROOT) as spel:
        await settle(spel)
        blad = text(spel)
        for zin in ("Learning the rules", "The last one", "Student", "Mentor", "Which rule does this break or keep?"):
            assert f"«{zin}»" in blad
        await choose(spel, key(sessie, goed=False))
        blad = text(spel)
        for zin in ("Not that one. This breaks “", "You chose “", "For instance: ", "Rule ", "This one comes back"):
            assert f"«{zin}" in blad
        assert "«Go on»" in blad


async def test_the_days_are_those_of_the_clock(archief: Archief) -> None:
    app, sessie = stage(archief, HERKEN)
    async with app.run_test(size=KLEIN) as spel:
        await settle(spel)
        await choose(spel, key(sessie))
    (gehouden,) = archief.herhalingen()
    assert gehouden.volgende == NU + timedelta(days=2)
