"""Fixtures that every test may use: an archive that is closed, a clock that ticks, Dutch as the language."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from gesprek.archief import Archief, open_archief
from gesprek.bron import Bron, load_bron
from gesprek.taal import use_taal

DATA = Path(__file__).parent / "data"
GESPREKKEN = Path(__file__).parent / "gesprekken"
# how long one example takes says more of the machine than of the program; bench/ measures speed
settings.register_profile("gesprek", deadline=None)
settings.load_profile("gesprek")
BEGIN = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the developer's own settings or conversations shows in a test."""
    for naam in ("GESPREK_TAAL", "GESPREK_DB", "NO_COLOR", "ACCESSIBLE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    use_taal("nl")


@pytest.fixture
def klok() -> Callable[[], datetime]:
    """A clock that goes a second further each time it is looked at."""
    nu = BEGIN

    def look() -> datetime:
        nonlocal nu
        nu += timedelta(seconds=1)
        return nu

    return look


@pytest.fixture
def archief(tmp_path: Path) -> Iterator[Archief]:
    """An archive in a file of its own."""
    open_ = open_archief(tmp_path / "gesprek.db")
    yield open_
    open_.close()


@pytest.fixture(scope="session")
def bron() -> Bron:
    """The whole conversation as it is now."""
    return load_bron("loopbaangesprek")


@pytest.fixture(scope="session")
def kort() -> Bron:
    """The short conversation as it is now."""
    return load_bron("kort")


def pytest_collection_finish() -> None:
    """Leave what is loaded by now alone when memory is tidied, as the program does: it is much, and stays."""
    gc.collect()
    gc.freeze()
