"""The real program in a real terminal (a pty): keys, accents, resizing, quitting, going on, being hung up on."""

from __future__ import annotations

import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processen import GESPREK, environment

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pty is needed")


class Terminal:
    """A program in a terminal, and what its screen shows."""

    def __init__(self, *argumenten: str, breed: int = 80, hoog: int = 24, **omgeving: str) -> None:
        self.scherm = pyte.Screen(breed, hoog)
        self._stroom = pyte.ByteStream(self.scherm)
        self.rauw = b""
        self.proces = pexpect.spawn(
            GESPREK[0],
            [*GESPREK[1:], *argumenten],
            dimensions=(hoog, breed),
            env=environment(TERM="xterm-256color", COLORTERM="truecolor", GESPREK_TAAL="nl", **omgeving),
            timeout=20,
        )

    @property
    def tekst(self) -> str:
        """The screen as text."""
        return "\n".join(regel.rstrip() for regel in self.scherm.display)

    def wait(self, *stukken: str, binnen: float = 15) -> str:
        """Read until all these pieces are on the screen."""
        einde = time.monotonic() + binnen
        while not all(stuk in self.tekst for stuk in stukken):
            if time.monotonic() > einde:
                raise AssertionError(f"{stukken} not on the screen:\n{self.tekst}")
            try:
                self._feed(self.proces.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                if not all(stuk in self.tekst for stuk in stukken):
                    raise AssertionError(f"ended; {stukken} not on the screen:\n{self.tekst}") from None
        return self.tekst

    def _feed(self, bytes_: bytes) -> None:
        self.rauw += bytes_
        self._stroom.feed(bytes_)

    def send(self, tekst: str) -> None:
        """Type."""
        self.proces.send(tekst.encode())

    def resize(self, breed: int, hoog: int) -> None:
        """Change the size of the window."""
        self.proces.setwinsize(hoog, breed)
        self.scherm.resize(hoog, breed)

    def end(self) -> int | None:
        """Wait for its end; return the exit status."""
        einde = time.monotonic() + 15
        while time.monotonic() < einde:
            try:
                self._feed(self.proces.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        self.proces.wait()
        self.proces.close(force=True)
        status: int | None = self.proces.exitstatus
        return status


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "gesprek.db"


@pytest.fixture
def terminal(db: Path) -> Iterator[Terminal]:
    open_ = Terminal("zelf", "--db", str(db))
    yield open_
    open_.proces.close(force=True)


def answers(db: Path) -> list[str]:
    verbinding = sqlite3.connect(db)
    try:
        return [r[0] for r in verbinding.execute("SELECT tekst FROM beurt WHERE soort = 'antwoord' ORDER BY nr")]
    finally:
        verbinding.close()


def test_a_conversation_in_a_terminal_is_answered_resized_left_and_gone_on_with(terminal: Terminal, db: Path) -> None:
    terminal.wait("programma", "Terugkijken")
    terminal.send("Ik kreeg één compliment en € 5 fooi, ik was zo blij")
    terminal.wait("één compliment en € 5 fooi")
    terminal.send("\r")
    terminal.wait("‘blij’")
    assert answers(db) == ["Ik kreeg één compliment en € 5 fooi, ik was zo blij"]
    terminal.resize(140, 40)
    terminal.wait("Mijn verhaal", "Activeren")
    terminal.resize(80, 24)
    terminal.send("in de keu")
    terminal.wait("in de keu")
    terminal.send("\x11")  # ctrl+q
    assert terminal.end() == 0
    assert b"gesprek hervat" in terminal.rauw

    verder = Terminal("hervat", "--db", str(db))
    verder.wait("in de keu")
    verder.send("ken\r")
    einde = time.monotonic() + 10
    while answers(db)[-1] != "in de keuken" and time.monotonic() < einde:
        time.sleep(0.05)
    assert answers(db)[-1] == "in de keuken"
    verder.send("\x11")
    assert verder.end() == 0


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGHUP])
def test_what_was_being_typed_survives_a_closed_window(terminal: Terminal, db: Path, sein: signal.Signals) -> None:
    terminal.wait("programma")
    terminal.send("Bijna af")
    terminal.wait("Bijna af")
    terminal.proces.kill(sein)
    terminal.end()
    verder = Terminal("hervat", "--db", str(db))
    verder.wait("Bijna af")
    verder.proces.close(force=True)


def test_in_a_dumb_terminal_it_speaks_plain_lines(db: Path) -> None:
    gewoon = Terminal("zelf", "--db", str(db))
    gewoon.proces.close(force=True)
    dom = pexpect.spawn(
        GESPREK[0], [*GESPREK[1:], "zelf", "--db", str(db)], env=environment(TERM="dumb", GESPREK_TAAL="nl"), timeout=20
    )
    dom.expect("Vraag 1, terugkijken:")
    dom.expect("> ")
    dom.sendline("Op stage was ik zo blij")
    dom.expect("Vraag 2, terugkijken:")
    assert b"\x1b" not in dom.before.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")
    dom.sendeof()
    dom.expect("gesprek hervat")
    dom.expect(pexpect.EOF)
    dom.close()
    assert dom.exitstatus == 0


def test_the_home_screen_offers_what_there_is(db: Path) -> None:
    thuis = Terminal("--db", str(db))
    thuis.wait("gesprek")
    thuis.send("\x11")
    assert thuis.end() == 0
