"""The benchmark of a large archive still measures what it says; on a small one, without looking at the figures."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parent.parent.parent / "bench"


@pytest.fixture(scope="module")
def meting() -> ModuleType:
    """The benchmark."""
    sys.path.insert(0, str(BENCH))
    try:
        import archief  # type: ignore[import-not-found]

        return archief  # type: ignore[no-any-return]
    finally:
        sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def gemaakt(meting: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of twelve conversations."""
    from kunstarchief import make_archive  # type: ignore[import-not-found]

    pad = tmp_path_factory.mktemp("bench") / "gesprek.db"
    make_archive(pad, 12, 600)
    return pad


@pytest.mark.parametrize(
    "naam", ["home", "search", "thread", "thread_screen", "reading", "older", "going_away", "export"]
)
def test_each_measurement_measures(
    meting: ModuleType, gemaakt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    monkeypatch.setattr(meting, "FORMATEN", ("md",))
    db = tmp_path / "gesprek.db"
    shutil.copy(gemaakt, db)
    meet, keren = meting.METINGEN[naam]
    gemeten = meet(db)
    assert keren > 0
    assert all(tijden and min(tijden) >= (0, 0) for tijden in gemeten.values())


def test_everything_that_is_asked_for_is_measured(meting: ModuleType) -> None:
    bron = Path(str(meting.__file__)).read_text(encoding="utf-8")
    assert all(bron.count(f'"{wat}"') > 1 for wat in meting.GRENZEN)
