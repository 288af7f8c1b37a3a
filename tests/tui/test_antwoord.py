"""The answer field: new lines, growth, and pastes of any size."""

from __future__ import annotations

import time

import pytest
from textual import events

from gesprek.archief import Archief
from gesprek.model import Soort
from tests.tui.toneel import KLEIN, Klok, begin, field, lines, settle, stage
from tui.widgets.antwoord import GROOT


async def test_ctrl_j_makes_a_new_line_in_the_order_it_was_typed(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        await spel.press("a", "ctrl+j", "b", "shift+enter", "c")
        await spel.pause()
        assert field(spel).text == "a\nb\nc"


async def test_the_field_grows_with_the_answer_and_not_without_end(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        assert field(spel).region.height == 3
        await spel.press("a", "ctrl+j", "b", "ctrl+j", "c")
        await spel.pause()
        assert field(spel).region.height == 5
        field(spel).insert("\n" * 20)
        await spel.pause()
        assert field(spel).region.height == 10


async def test_a_paste_of_a_megabyte_is_quick_and_is_sent_whole(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    groot = ("Ik was zo trots, é. " * 60_000)[:1_000_000]
    async with stage(sessie).run_test(size=KLEIN) as spel:
        veld = field(spel)
        await spel.press(*"dit: ")
        begonnen = time.perf_counter()
        veld.post_message(events.Paste(groot))
        await spel.pause()
        assert time.perf_counter() - begonnen < 2
        assert len(veld.text) < 60
        assert "1 000 000" in veld.text
        assert veld.value == "dit: " + groot
        await spel.press("enter")
        await settle(spel)
        assert time.perf_counter() - begonnen < 4
        assert "dit: " + groot in [b.tekst for b in sessie.verloop.beurten if b.soort is Soort.ANTWOORD]


async def test_two_equal_pastes_both_count(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        veld = field(spel)
        for letter in "ab":
            veld.post_message(events.Paste(letter * GROOT))
        await spel.pause()
        assert veld.value == "a" * GROOT + "b" * GROOT


async def test_what_steers_a_terminal_stands_in_the_field_in_signs(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        field(spel).post_message(events.Paste("een\r\ntwee\x00\x1b[31m\u202edrie cafe\u0301 👩‍👩‍👧"))
        await spel.pause()
        assert field(spel).text == "een\ntwee␀␛[31m⟨U+202E⟩drie cafe\u0301 👩‍👩‍👧"


async def test_a_long_draft_stands_in_the_field_as_a_stand_in(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        field(spel).fill("x" * 50_000)
        assert len(field(spel).text) < 60
        assert field(spel).value == "x" * 50_000


@pytest.mark.parametrize(
    "tekst",
    [
        "\x1b[31mrood\x1b[0m",
        "nul\x00nul",
        "\u202etsnu\u202c",
        "een\r\ntwee\r\n",
        "e\u0301e\u0301n",
        "👩‍👩‍👧‍👦 🏳️‍🌈",
        "שלום مرحبا",
        "[/bold] [red]x[/] [@click=app.quit]weg[/]",
        "\x9b31m \x7f \x07",
    ],
)
async def test_what_is_pasted_is_kept_to_the_letter_and_harmless_on_the_screen(
    archief: Archief, klok: Klok, tekst: str
) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=KLEIN) as spel:
        await spel.press(*"dit: ")
        field(spel).post_message(events.Paste(tekst))
        await spel.pause()
        assert not [t for t in field(spel).text if ord(t) < 32 and t not in "\n\t"]
        await spel.press("enter")
        await settle(spel)
        assert not [t for regel in lines(spel) for t in regel if ord(t) < 32 or 0x7F <= ord(t) <= 0x9F]
    (antwoord,) = [b.tekst for b in archief.read(sessie.gesprek.id)[1] if b.soort is Soort.ANTWOORD]
    assert antwoord == f"dit: {tekst}"
