"""The page about what is kept: reading it, how long, a backup, the lock, and erasing with proof."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gesprek.archief import Archief, open_archief
from gesprek.archief.bewaartermijn import read_term, write_term
from gesprek.archief.bewijs import Kopie
from gesprek.archief.inzage import Inzage, Telling
from gesprek.archief.sqlite import SqliteArchief
from tests.archief.test_contract import A, B, C
from tests.archief.test_wissen import fill, raw
from tests.test_bewaren import keep
from tests.tui.toneel import GROOT, KLEIN, Spel, settle
from tui.app import GesprekApp
from tui.screens import bewaard
from tui.screens.bewaard import Bewaardscherm
from tui.screens.regelvraag import Regelvraag
from tui.screens.vraagvlak import Vraagvlak
from tui.widgets.keuze import Keuzelijst

Vergelijk = Callable[..., bool]
MATEN = pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "data" / "gesprek.db"


@pytest.fixture
def archief(db: Path) -> Iterator[SqliteArchief]:
    open_ = SqliteArchief(db, "ik")
    fill(open_, leerling="Noor")
    yield open_
    open_.close()


def page(archief: Archief) -> GesprekApp:
    return GesprekApp(archief, "nl", None, Bewaardscherm(archief, "nl"))


def text(spel: Spel) -> str:
    """What stands on the page, or in what lies over it."""
    return "\n".join(str(woorden.render()) for woorden in spel.app.screen.query("Woorden"))


async def choose(spel: Spel, wat: str) -> None:
    """Choose an option by its words, once it takes keys."""
    await settle(spel)
    await asyncio.sleep(0.55)
    lijst = spel.app.screen.query_one(Keuzelijst)
    nr = next(nr for nr, (naam, _uitleg) in enumerate(lijst._opties) if naam == wat)
    await spel.press(str(nr + 1))
    await settle(spel)


async def test_it_tells_what_is_kept_where_and_of_whom(archief: SqliteArchief, db: Path) -> None:
    async with page(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        for woord in ("1 gesprek", "1 kernwoord", "Noor: 1 gesprek", str(db), "Alleen jij mag", "geen einde"):
            assert woord in text(spel)
        await spel.press("escape")


async def test_how_long_is_chosen_and_what_is_older_can_be_erased(archief: SqliteArchief, db: Path) -> None:
    keep(db, B, 400)
    keep(db, C, 10)
    async with page(archief).run_test(size=GROOT) as spel:
        await choose(spel, "Hoe lang bewaren")
        assert isinstance(spel.app.screen, Vraagvlak)
        await choose(spel, "12 maanden")
        assert read_term(archief) == 12
        assert len(archief.recent()) == 3, "nothing goes by itself"
        assert "Ouder dan dat: 1 gesprek" in text(spel)
        await choose(spel, "Wissen wat ouder is")
        assert "Nog niets verteld" in text(spel)
        await choose(spel, "Wissen")
        assert "staat ook ergens anders in wat je bewaart" in text(spel)
        assert [g.id for g in archief.recent()] == [C, A]


async def test_erasing_everything_says_what_goes_and_shows_the_proof(archief: SqliteArchief, db: Path) -> None:
    async with page(archief).run_test(size=GROOT) as spel:
        await settle(spel)
        await spel.press("delete")
        await choose(spel, "Laat maar")
        assert len(archief.recent()) == 1
        await spel.press("delete")
        await settle(spel)
        assert "1 gesprek" in text(spel)
        await choose(spel, "Alles wissen")
        assert "er staat niets meer van" in text(spel)
        assert archief.recent() == []
        assert b"onnebloem" not in raw(db)
        await choose(spel, "Sluiten")
        assert "Nog niets" in text(spel)
        assert not spel.app.screen.check_action("erase", ())


async def test_a_backup_is_written_and_what_is_there_is_asked_about(archief: SqliteArchief, tmp_path: Path) -> None:
    doel = tmp_path / "k.db"
    async with page(archief).run_test(size=GROOT) as spel:
        for keer in range(2):
            await choose(spel, "Reservekopie maken")
            assert isinstance(spel.app.screen, Regelvraag)
            spel.app.screen.veld.text = str(doel)
            await spel.press("enter")
            await settle(spel)
            if keer:
                await choose(spel, "Eroverheen schrijven")
        assert doel.exists()
        assert [k.pad for k in archief.kopieen()] == [doel]
        assert str(doel) in text(spel)


async def test_where_no_backup_can_be_written_it_says_so(archief: SqliteArchief, tmp_path: Path) -> None:
    async with page(archief).run_test(size=GROOT, notifications=True) as spel:
        await choose(spel, "Reservekopie maken")
        assert isinstance(spel.app.screen, Regelvraag)
        spel.app.screen.veld.text = str(tmp_path / "geen" / "map" / "k.db")
        await spel.press("enter")
        await settle(spel)
        assert any("bestaat niet" in melding.message for melding in spel.app._notifications)


async def test_the_lock_is_explained(archief: SqliteArchief) -> None:
    async with page(archief).run_test(size=KLEIN) as spel:
        await choose(spel, "Op slot met een wachtzin")
        assert "Vergeten is kwijt" in text(spel)
        assert "er is geen tweede sleutel" in text(spel).lower()


async def test_when_nothing_is_kept_in_a_file_there_is_nothing_to_do() -> None:
    archief = open_archief(None)
    async with page(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "Nergens" in text(spel)
        assert not spel.app.screen.query(Keuzelijst)
    archief.close()


async def test_hostile_names_are_only_words(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, leerling="[/] [@click=app.quit]x[/] \x1b[31m")
    keep(db, B, 400)
    archief.rename(B, "[/b] [red]weg")
    write_term(archief, 6)
    async with page(archief).run_test(size=KLEIN) as spel:
        await settle(spel)
        assert "[@click=app.quit]x[/]" in text(spel)
        await choose(spel, "Wissen wat ouder is")
        assert "[/b] [red]weg" in text(spel)
    archief.close()


@MATEN
def test_a_picture_of_the_page(
    maat: tuple[int, int], archief: SqliteArchief, monkeypatch: pytest.MonkeyPatch, snap_compare: Vergelijk
) -> None:
    vast = Inzage(
        Telling(
            12,
            1,
            "2024-09-03T10:00:00+00:00",
            "2026-11-23T15:00:00+00:00",
            214,
            9,
            14,
            2,
            1,
            3,
            oefeningen=2,
            herhalingen=31,
        ),
        Path("/home/noor/.local/share/gesprek/gesprek.db"),
        412_000,
        0o600,
        False,
        {"": 11, "Sam": 1},
        24,
        1,
        (Kopie(Path("/media/stick/gesprek-2026-11-01.db"), datetime(2026, 11, 1, 12, tzinfo=UTC), er=False),),
    )
    monkeypatch.setattr(bewaard, "read_inzage", lambda *_alles: vast)

    async def ready(spel: Spel) -> None:
        await settle(spel)

    assert snap_compare(page(archief), terminal_size=maat, run_before=ready)
