"""What a person typed is never markup, never steers the terminal, and one module alone makes it visible."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

import tui
from gesprek.archief import Archief
from gesprek.uiting import Keuze, Uiting
from tests.tui.toneel import GROOT, ID, KLEIN, Klok, begin, field, lead, lines, send, settle, stage, text
from tui.app import GesprekApp
from tui.screens.bevestiging import Bevestiging
from tui.tekst import MEEST, Woorden, one_line, shown, typeable, words
from tui.themas import DONKER, THEMAS
from tui.widgets.beurt import EigenBeurt
from tui.widgets.kaart import Eindkaart, Kaartinhoud

MAP = Path(tui.__file__).parent

VIJANDIG = [
    "[/bold] [/] [b]vet[/b]",
    "[red]rood[/red] ik [denk] dus",
    "[@click=app.quit]klik hier[/]",
    "[link=https://example.org]hier[/link] $primary {kernwoord} %s \\[",
    "\x1b[31mrood\x1b[0m \x1b]52;c;aGFsbG8=\x07 \x1b[2J \x9b31m",
    "nul\x00 bel\x07 wis\x7f",
    "\u202eomgekeerd\u202c \u2066isolaat\u2069",
    "familie 👩‍👩‍👧 vlag 🇳🇱 duim 👍🏽 e\u0301 z\u0336a\u0336l",
    "tab\tregel\r\nregel\rregel\u2028regel",
    "x" * 1_000_000,
    "woord " * 160_000,
]

# makers of text that read markup, or that show what they are given as it is
_VERBODEN = {
    "Static",
    "Label",
    "Markdown",
    "Pretty",
    "Link",
    "Button",
    "Collapsible",
    "Content",
    "Text",
    "Option",
    "OptionList",
    "Selection",
    "RichLog",
    "Log",
    "DataTable",
    "Tree",
    "Input",
    "escape",
}


def _made_text(pad: Path) -> Iterator[str]:
    """Yield the places in a module that make text in their own way."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        plek = f"{pad.name}:{getattr(knoop, 'lineno', 0)}"
        if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").partition(".")[0] in ("textual", "rich"):
            for alias in knoop.names:
                if alias.name in _VERBODEN - {"Content"}:
                    yield f"{plek}: imports {alias.name}"
        elif isinstance(knoop, ast.Import) and any(alias.name.startswith("rich") for alias in knoop.names):
            yield f"{plek}: imports rich"
        elif isinstance(knoop, ast.Call):
            naam = knoop.func.id if isinstance(knoop.func, ast.Name) else getattr(knoop.func, "attr", "")
            if naam in _VERBODEN or (naam in ("update", "from_markup", "from_text") and knoop.args):
                yield f"{plek}: calls {naam}"
        elif isinstance(knoop, ast.Assign):
            for doel in knoop.targets:
                if isinstance(doel, ast.Attribute) and doel.attr in ("tooltip", "border_title", "border_subtitle"):
                    yield f"{plek}: sets {doel.attr}"


def test_no_other_module_makes_text() -> None:
    gevonden = [plek for pad in sorted(MAP.rglob("*.py")) if pad.name != "tekst.py" for plek in _made_text(pad)]
    assert gevonden == []


def test_the_search_for_text_finds_what_it_should(tmp_path: Path) -> None:
    fout = tmp_path / "fout.py"
    fout.write_text("from textual.widgets import Static\nStatic(x)\nw.update(x)\nw.tooltip = x\nContent(x)\n")
    assert len(list(_made_text(fout))) == 5


def _harmless(regels: list[str]) -> bool:
    return all(teken.isprintable() or teken in ("\u200d", "\ufe0f") for regel in regels for teken in regel)


@pytest.mark.parametrize("tekst", VIJANDIG[:9])
def test_words_stay_words(tekst: str) -> None:
    assert isinstance(words(tekst), Content)
    assert words(("voor", "bold"), tekst).plain == "voor" + shown(tekst).replace("\x07", "").replace("\r", "\n")
    assert words(tekst).spans == []
    assert "[31mrood" not in one_line(tekst, 20) or "\x1b" not in one_line(tekst, 20)
    assert "\x1b" not in typeable(tekst)
    assert "\u202e" not in typeable(tekst)
    assert "\u202e" not in shown(tekst)


def test_a_book_is_shown_to_where_it_can_be_read() -> None:
    assert len(shown("x" * 1_000_000)) < MEEST + 60
    assert "998500" in shown("x" * 1_000_000)
    assert one_line("a\nb  c", 20) == "a b c"
    assert one_line("x" * 100, 10) == "x" * 9 + "…"


async def test_hostile_answers_go_through_the_conversation(archief: Archief, klok: Klok) -> None:
    sessie = begin(archief, klok)
    async with stage(sessie).run_test(size=GROOT) as spel:
        for tekst in VIJANDIG:
            await send(spel, "Vorige week was ik zo trots op stage. " + tekst)
            assert _harmless(lines(spel)), tekst[:50]
        await spel.press("f2")
        await settle(spel)
        for tekst in VIJANDIG:
            field(spel).fill(tekst)
            await spel.pause()
            assert _harmless(lines(spel)), tekst[:50]
        for eigen in list(spel.app.screen.query(EigenBeurt)):
            eigen.focus()
            await spel.press("delete")
            await settle(spel)
            assert isinstance(spel.app.screen, Bevestiging)
            assert _harmless(lines(spel)), eigen.beeld.tekst[:50]
            await spel.press("escape")
            await settle(spel)
        assert spel.app.is_running


@pytest.mark.parametrize("tekst", ["\n".join(VIJANDIG[:9]), VIJANDIG[9]], ids=["vreemd", "lang woord"])
async def test_hostile_words_go_through_options_card_and_home(archief: Archief, klok: Klok, tekst: str) -> None:
    sessie = lead(
        begin(archief, klok),
        ervaring=f"{tekst[:2000]} ik was trots op stage",
        kernwoord=tekst[:60],
        stap=tekst,
        netwerk=tekst,
        afspraak=f"vrijdag {tekst}",
    )
    lead(begin(archief, klok, id=ID[:-1] + "1"), "gebeurtenis", ervaring=f"{tekst} ik was trots op stage")
    keuze = Uiting("keuze", tekst, "reflecteren", "kernwoord", opties=(Keuze("a", tekst), Keuze("b", "gewoon")))
    for uitingen in ((Uiting("reactie", tekst), keuze), (Uiting("zorg", tekst, opties=keuze.opties),), None):
        async with stage(sessie, uitingen).run_test(size=GROOT) as spel:
            await settle(spel)
            assert _harmless(lines(spel))
            assert uitingen or spel.app.screen.query("Eindkaart")
    async with GesprekApp(archief, "nl").run_test(size=KLEIN, notifications=True) as spel:
        await settle(spel)
        spel.app.notify(tekst[:200])
        await spel.pause()
        assert _harmless(lines(spel))
        await spel.press("delete")
        await settle(spel)
        assert _harmless(lines(spel))


@pytest.mark.parametrize("tekst", VIJANDIG[:9], ids=[str(nr) for nr in range(9)])
async def test_hostile_words_may_be_the_word_on_the_card(tekst: str) -> None:
    kaart = Eindkaart(Kaartinhoud(tekst, (("Kop", [tekst]),), "vandaag"), tekst, "ergens")

    class Kaal(App[None]):
        def compose(self) -> ComposeResult:
            yield kaart

    app = Kaal()
    for thema in THEMAS:
        app.register_theme(thema)
    app.theme = DONKER.name
    async with app.run_test(size=KLEIN) as spel:
        assert _harmless(lines(spel))


async def test_markup_shows_as_it_was_typed(archief: Archief, klok: Klok) -> None:
    async with stage(begin(archief, klok)).run_test(size=KLEIN) as spel:
        await send(spel, "ik [denk] dus [@click=app.quit]trots[/] op [/b]")
        assert "ik [denk] dus [@click=app.quit]trots[/] op [/b]" in text(spel)
        await spel.click(EigenBeurt)
        await settle(spel)
        assert spel.app.is_running


def test_a_text_is_said_as_it_is() -> None:
    vak = Woorden("een")
    vak.say("[b]twee")
    assert str(vak.content) == "[b]twee"


def test_the_card_as_text_has_the_words_as_they_are() -> None:
    assert "[/]" in Kaartinhoud("[/]", (("Kop", ["{regel}"]),), "vandaag").as_text().splitlines()
