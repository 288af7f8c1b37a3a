"""An export is for its owner only, whole or not at all, and never over another file unasked."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from gesprek.dossier.opslaan import Schrijffout, format_of, places, save


def test_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    pad = tmp_path / "map" / "x.md"
    save({pad: b"hoi"})
    assert pad.read_bytes() == b"hoi"
    if sys.platform != "win32":
        assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert list(pad.parent.iterdir()) == [pad]


def test_a_file_that_is_there_is_kept_unless_it_may_be_written_over(tmp_path: Path) -> None:
    pad, ander = tmp_path / "x.md", tmp_path / "a.md"
    pad.write_bytes(b"oud")
    with pytest.raises(Schrijffout, match="is er al"):
        save({ander: b"nieuw", pad: b"nieuw"})
    assert pad.read_bytes() == b"oud"
    assert not ander.exists()
    save({pad: b"nieuw"}, vervang=True)
    assert pad.read_bytes() == b"nieuw"


def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "x.md"
    pad.write_bytes(b"oud")

    def full(_nr: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Schrijffout, match=r"De schijf van .* is vol, dus er is niets geschreven"):
        save({pad: b"nieuw"}, vervang=True)
    assert pad.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [pad]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="who may write everywhere is never refused")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Schrijffout, match="mag niet geschreven worden"):
        save({tmp_path / "x.md": b""})


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"")
    with pytest.raises(Schrijffout, match="kan niet geschreven worden"):
        save({tmp_path / "map" / "x.md": b""})


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(Schrijffout, match="te lang"):
        save({tmp_path / ("x" * 400): b""})


def test_where_each_format_goes(tmp_path: Path) -> None:
    assert places(None, ("md", "pdf"), "d") == {"md": Path("d.md"), "pdf": Path("d.pdf")}
    assert places(tmp_path, ("md",), "d") == {"md": tmp_path / "d.md"}
    assert places(Path("x.txt"), ("md",), "d") == {"md": Path("x.txt")}
    assert places(Path("dossier-2026-11-28"), ("pdf",), "d") == {"pdf": Path("dossier-2026-11-28.pdf")}
    assert places(Path(os.devnull), ("md",), "d") == {"md": Path(os.devnull)}
    assert places(Path("x.html"), ("html", "csv"), "d") == {"html": Path("x.html"), "csv": Path("x.csv")}
    assert places(Path("jan.2026"), ("html", "csv"), "d")["csv"] == Path("jan.2026.csv")
    assert format_of(Path("x.HTM")) == "html"
    assert format_of(Path("x.doc")) is None
