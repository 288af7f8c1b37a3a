"""What a conversation is led with is read once, and again when a file changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import flows
from gesprek.bron import load_bron
from gesprek.inlezen import Inleesfout


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    """A flow of one's own, beside those of the program."""
    pad = tmp_path / "eigen.yaml"
    pad.write_bytes(flows.flow_file("kort").read_bytes())
    return pad


def test_it_is_read_once_as_long_as_nothing_changes(flow: Path) -> None:
    assert load_bron("kort") is load_bron("kort")
    assert load_bron(str(flow)) is load_bron(str(flow))
    assert load_bron("kort") is not load_bron("loopbaangesprek")


def test_a_file_that_changes_is_read_again(flow: Path) -> None:
    eerst = load_bron(str(flow))
    flow.write_text(flow.read_text(encoding="utf-8").replace("minuten: 8", "minuten: 9"), encoding="utf-8")
    os.utime(flow, ns=(0, 0))
    assert (eerst.flow.minuten, load_bron(str(flow)).flow.minuten) == (8, 9)


def test_what_breaks_or_goes_is_told_every_time(flow: Path) -> None:
    load_bron(str(flow))
    flow.write_text("minuten: acht", encoding="utf-8")
    for _keer in range(2):
        with pytest.raises(Inleesfout):
            load_bron(str(flow))
    flow.unlink()
    with pytest.raises(Inleesfout):
        load_bron(str(flow))
    with pytest.raises(Inleesfout):
        load_bron("bestaat-niet")
