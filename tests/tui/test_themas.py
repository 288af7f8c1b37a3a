"""Contrast: computed from the themes, and measured on what is painted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from rich.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.theme import Theme

from gesprek.archief import Archief
from tests.tui.toneel import GROOT, ID, KLEIN, Klok, Spel, begin, lead, lines, send, settle, stage
from tui.app import GesprekApp
from tui.themas import DONKER, LICHT, PAIRS, THEMAS, colour

GENOEG = 4.5


def _brightness(rgb: tuple[int, int, int]) -> float:
    delen = [deel / 255 for deel in rgb]
    rood, groen, blauw = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: tuple[int, int, int], ander: tuple[int, int, int]) -> float:
    """Return the contrast of two colours, as WCAG computes it."""
    donker, licht = sorted((_brightness(een), _brightness(ander)))
    return (licht + 0.05) / (donker + 0.05)


def _rgb(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def test_contrast_is_computed_as_it_should() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("thema", THEMAS, ids=lambda thema: str(thema.name))
def test_every_pair_of_colours_can_be_read(thema: Theme) -> None:
    for woorden, vlak in PAIRS:
        assert contrast(_rgb(colour(thema, woorden)), _rgb(colour(thema, vlak))) >= GENOEG, (woorden, vlak)


def test_both_themes_name_the_same_colours() -> None:
    assert DONKER.variables.keys() == LICHT.variables.keys()
    assert DONKER.dark
    assert not LICHT.dark


def _triplet(kleur: Color | None) -> tuple[int, int, int]:
    assert kleur is not None
    rood, groen, blauw = kleur.get_truecolor()
    return rood, groen, blauw


def unreadable(spel: Spel) -> list[tuple[str, float]]:
    """Return the painted words whose contrast is too low; behind a modal screen nothing needs to be read."""
    scherm = spel.app.screen
    vlak = Region(0, 0, *spel.app.size)
    if isinstance(scherm, ModalScreen):
        vlak = max((kind.region for kind in scherm.children if kind.id), key=lambda r: r.area)
    slecht = []
    for y, strip in enumerate(scherm._compositor.render_strips()):
        x = 0
        for stuk in strip:
            begin, x = x, x + stuk.cell_length
            woord = any(teken.isalnum() or teken in "▸●◉○" for teken in stuk.text)
            if not woord or stuk.style is None or not vlak.contains(begin, y):
                continue
            voor, achter = _triplet(stuk.style.color), _triplet(stuk.style.bgcolor)
            if (gemeten := contrast(voor, achter)) < GENOEG:
                slecht.append((stuk.text, round(gemeten, 2)))
    return slecht


async def _as_is(spel: Spel) -> None:
    await settle(spel)


async def _type(spel: Spel) -> None:
    await spel.press(*"half", "shift+left", "shift+left")


async def _own(spel: Spel) -> None:
    await spel.press("up")


async def _strike(spel: Spel) -> None:
    await spel.press("up", "delete")
    await settle(spel)


async def _menu(spel: Spel) -> None:
    await spel.press("ctrl+p")
    await spel.pause(0.4)


async def _help(spel: Spel) -> None:
    await spel.press("f1")
    await settle(spel)


async def _empty(spel: Spel) -> None:
    await send(spel, "")


async def _rate(spel: Spel) -> None:
    await spel.press("6")


async def _ask_first(spel: Spel) -> None:
    await send(spel, "ik trek het niet meer met die drukte")
    await spel.press("down")


async def _distress(spel: Spel) -> None:
    await send(spel, "ik wil dood")
    await spel.press("down")


TONELEN: dict[str, tuple[str | None, Callable[[Spel], Awaitable[None]]]] = {
    "begin": ("ervaring", _as_is),
    "half": ("gebeurtenis", _type),
    "eigen": ("gebeurtenis", _own),
    "schrappen": ("gebeurtenis", _strike),
    "menu": ("gebeurtenis", _menu),
    "hulp": ("gebeurtenis", _help),
    "leeg": ("gebeurtenis", _empty),
    "keuze": ("kernwoord_past", _as_is),
    "kernwoord": ("kernwoord", _as_is),
    "schaal": ("warmte", _rate),
    "navraag": ("gebeurtenis", _ask_first),
    "zorg": ("gebeurtenis", _distress),
    "kaart": (None, _as_is),
}


async def _unreadable_in_both(spel: Spel) -> list[tuple[str, float]]:
    slecht = unreadable(spel)
    spel.app.theme = LICHT.name
    await spel.pause()
    return slecht + unreadable(spel)


@pytest.mark.parametrize("toneel", TONELEN)
async def test_every_word_that_is_painted_can_be_read(archief: Archief, klok: Klok, toneel: str) -> None:
    tot, doe = TONELEN[toneel]
    async with stage(lead(begin(archief, klok), tot)).run_test(size=GROOT) as spel:
        await settle(spel)
        await doe(spel)
        await spel.pause()
        assert await _unreadable_in_both(spel) == []


async def test_home_can_be_read(archief: Archief, klok: Klok) -> None:
    lead(begin(archief, klok))
    lead(begin(archief, klok, id=ID[:-1] + "1"), "gebeurtenis")
    async with GesprekApp(archief, "nl").run_test(size=KLEIN) as spel:
        await settle(spel)
        assert await _unreadable_in_both(spel) == []


async def test_the_theme_changes_with_a_key_and_repaints(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        assert spel.app.theme == DONKER.name
        await spel.press("f4")
        await spel.pause()
        assert spel.app.theme == LICHT.name
        assert unreadable(spel) == []
        await spel.press("f4")
        await spel.pause()
        assert unreadable(spel) == []


async def test_without_colour_everything_still_says_itself(
    archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    sessie = begin(archief, klok)
    sessie.answer("ik zat op stage achter de balie")
    sessie.answer("het was gewoon een dag")
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press("down")
        await spel.pause()
        assert spel.app.no_color
        assert any(regel.lstrip().startswith("▸ 2") for regel in lines(spel))
        assert "◉ Terugkijken" in lines(spel)[0]
        for strip in spel.app.screen._compositor.render_strips():
            for stuk in strip:
                kleuren = (stuk.style.color, stuk.style.bgcolor) if stuk.style else ()
                assert all(kleur is None or len(set(_triplet(kleur))) == 1 for kleur in kleuren)
        assert unreadable(spel) == []
