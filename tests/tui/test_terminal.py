"""The program in a real terminal: starting, stopping, and a terminal that goes away."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.model import Soort

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")


class Terminal:
    """A terminal of 80 by 24 with the program in it."""

    def __init__(self, *argumenten: str, db: Path) -> None:
        omgeving = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("GESPREK_", "LC_", "LANG", "TEXTUAL", "LINES", "COLUMNS"))
        }
        omgeving |= {"TERM": "xterm-256color", "GESPREK_TAAL": "en", "GESPREK_DB": str(db)}
        self.proces = pexpect.spawn(
            sys.executable, ["-m", "gesprek", *argumenten], dimensions=(24, 80), env=omgeving, timeout=20
        )
        self._scherm = pyte.Screen(80, 24)
        self._stroom = pyte.ByteStream(self._scherm)

    def text(self) -> str:
        """Return what stands on the screen."""
        return "\n".join(self._scherm.display)

    def wait_for(self, patroon: str) -> None:
        """Read until something stands on the screen."""
        for _keer in range(200):
            try:
                ruw = self.proces.read_nonblocking(65536, timeout=0.1)
            except pexpect.TIMEOUT:
                ruw = b""
            # pyte does not know these private sequences, and would print them
            self._stroom.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+[a-z]?", b"", ruw))
            if re.search(patroon, self.text()):
                return
        pytest.fail(f"{patroon!r} did not come:\n{self.text()}")

    def end(self) -> tuple[int | None, str]:
        """Wait for the end; return exit status and what was said last."""
        rest = self.proces.read().decode()
        self.proces.close()
        return self.proces.exitstatus, re.sub(r"\x1b[^a-zA-Z]*[a-zA-Z]", "", rest.rpartition("\x1b[?1049l")[2])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The file of an archive that is not there yet."""
    return tmp_path / "gesprek.db"


def _draft(db: Path) -> str:
    archief = open_archief(db)
    id = archief.recent()[0].id
    concept = archief.read_concept(id)
    archief.close()
    return concept[1] if concept else ""


def test_stopping_says_how_to_go_on_and_going_on_does(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.wait_for("not a human")
    terminal.proces.send("I was proud at work last week\r")
    terminal.wait_for(r"▌ +I was proud")
    terminal.proces.send("and then\x0athis")
    terminal.wait_for("this")
    terminal.proces.send("\x11")
    status, gezegd = terminal.end()
    assert status == 0
    assert "gesprek hervat" in gezegd
    assert _draft(db) == "and then\nthis"
    weer = Terminal("hervat", db=db)
    weer.wait_for("and then")
    assert "I was proud" in weer.text()
    weer.proces.send("\x11")
    assert weer.end()[0] == 0


@pytest.mark.parametrize("signaal", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)], ids=["term", "hup"])
def test_a_signal_keeps_what_is_being_typed(db: Path, signaal: signal.Signals) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.wait_for("not a human")
    terminal.proces.send("half an ans")
    terminal.wait_for("half an ans")
    terminal.proces.kill(signaal)
    status, _gezegd = terminal.end()
    assert status == 0
    assert _draft(db) == "half an ans"


def test_a_terminal_that_goes_away_keeps_what_is_being_typed(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.wait_for("not a human")
    terminal.proces.send("half an ans")
    terminal.wait_for("half an ans")
    terminal.proces.ptyproc.fileobj.close()
    terminal.proces.ptyproc.wait()
    assert _draft(db) == "half an ans"


def test_a_kill_loses_no_answer_and_at_most_the_last_keys(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.wait_for("not a human")
    terminal.proces.send("I was proud at work last week\r")
    terminal.wait_for(r"▌ +I was proud")
    terminal.proces.send("and then")
    terminal.wait_for("and then")
    for _keer in range(50):
        if _draft(db):
            break
        with pytest.raises(pexpect.TIMEOUT):
            terminal.proces.expect("nothing of this", timeout=0.1)
    terminal.proces.kill(signal.SIGKILL)
    terminal.proces.close()
    archief = open_archief(db)
    _gesprek, beurten = archief.read(archief.recent()[0].id)
    archief.close()
    assert "I was proud at work last week" in [b.tekst for b in beurten if b.soort is Soort.ANTWOORD]
    assert _draft(db) == "and then"


def test_what_is_typed_before_the_screen_is_there_is_not_lost(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.proces.send("already typing")
    terminal.wait_for("not a human")
    terminal.wait_for("│ already typing")
    terminal.proces.send("\x11")
    assert terminal.end()[0] == 0


def test_a_paste_in_brackets_is_no_series_of_answers(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.wait_for("not a human")
    terminal.proces.send("\x1b[200~one line\rtwo lines\r\x1b[201~")
    terminal.wait_for("two lines")
    assert "one line" in terminal.text()
    terminal.proces.send("\x11")
    terminal.end()
    assert _draft(db) == "one line\ntwo lines\n"
