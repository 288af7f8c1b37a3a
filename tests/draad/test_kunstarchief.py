"""The made-up archive that is measured on: its conversations replay, and it is the same on every machine."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest

from gesprek.archief import open_archief
from gesprek.sessie import Sessie

BENCH = Path(__file__).parent.parent.parent / "bench"
GESPREKKEN, BEURTEN = 26, 1_300


@pytest.fixture(scope="module")
def kunst() -> ModuleType:
    """The module that makes it."""
    sys.path.insert(0, str(BENCH))
    try:
        import kunstarchief  # type: ignore[import-not-found]

        return kunstarchief  # type: ignore[no-any-return]
    finally:
        sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def db(kunst: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small one."""
    pad = tmp_path_factory.mktemp("kunst") / "gesprek.db"
    telling = kunst.make_archive(pad, GESPREKKEN, BEURTEN)
    assert telling.gesprekken == GESPREKKEN
    return pad


def test_it_is_as_large_as_asked_and_has_all_kinds(db: Path) -> None:
    with sqlite3.connect(db) as verbinding:
        ((beurten,),) = verbinding.execute("SELECT count(*) FROM beurt")
        modi = {modus for (modus,) in verbinding.execute("SELECT DISTINCT modus FROM gesprek")}
    verbinding.close()
    assert abs(beurten - BEURTEN) < 100
    assert modi == {"zelf", "samen"}


def test_every_conversation_replays_to_what_was_kept(db: Path) -> None:
    archief = open_archief(db)
    woorden = {k.gesprek: k.woord for k in archief.kernwoorden(1_000)}
    for gesprek in archief.recent(aantal=1_000):
        opbrengst = Sessie.resume(archief, gesprek.id).verloop.opbrengst()
        assert opbrengst.titel == gesprek.titel
        assert opbrengst.klaar == (gesprek.klaar is not None)
        assert opbrengst.kernwoord == woorden.get(gesprek.id)
    archief.close()


def test_the_same_numbers_give_the_same_archive(kunst: ModuleType, db: Path, tmp_path: Path) -> None:
    kunst.make_archive(tmp_path / "weer.db", GESPREKKEN, BEURTEN)

    def all_turns(pad: Path) -> list[tuple[object, ...]]:
        verbinding = sqlite3.connect(pad)
        try:
            return verbinding.execute("SELECT * FROM beurt ORDER BY gesprek, nr").fetchall()
        finally:
            verbinding.close()

    assert all_turns(tmp_path / "weer.db") == all_turns(db)
