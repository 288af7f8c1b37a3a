"""Lines on a terminal are broken between words, and nowhere else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.regelbreuk import broken


class Scherm(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture(autouse=True)
def breed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of forty columns."""
    monkeypatch.setenv("COLUMNS", "40")


@given(st.lists(st.text("abcé -ï", max_size=30), max_size=12).map(" ".join))
def test_no_word_is_broken_and_none_is_lost(tekst: str) -> None:
    regels = broken(tekst, Scherm()).split("\n")
    assert " ".join(regels).split() == tekst.split()
    assert all(len(regel) <= 40 or " " not in regel.strip() for regel in regels)


def test_what_hangs_keeps_its_indent_and_lines_stay_lines() -> None:
    tekst = "Kort.\n\n   dit is een regel die ingesprongen is en te lang voor veertig"
    assert broken(tekst, Scherm()).split("\n") == [
        "Kort.",
        "",
        "   dit is een regel die ingesprongen is",
        "   en te lang voor veertig",
    ]


def test_a_long_word_stays_whole() -> None:
    assert "/" + "a" * 60 in broken("zie /" + "a" * 60, Scherm()).split("\n")


def test_what_is_no_terminal_gets_it_as_it_is() -> None:
    assert broken("woord " * 40, io.StringIO()) == "woord " * 40


@pytest.mark.skipif(sys.platform == "win32", reason="a pty is needed")
def test_the_plain_conversation_breaks_no_word(tmp_path: Path) -> None:
    from tests.terminal import Terminal

    open_ = Terminal("zelf", "--gewoon", db=tmp_path / "a.db", breed=44)
    blad = open_.wait_for("stopt\\.")
    open_.proces.close(force=True)
    assert "druk op Enter. /terug gaat terug, /sla-over slaat over" in " ".join(blad.split())
