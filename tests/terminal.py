"""A program in a real terminal (a pty), and what its screen shows."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pexpect
import pyte

from tests.processen import GESPREK, environment

# pyte does not know these private sequences, and would print them
_ONBEKEND = re.compile(rb"\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]")
# what was read may end in the middle of one
_HALF = re.compile(rb"\x1b(\[[<>=?]?[0-9;]*\$?)?$")


class Terminal:
    """A terminal with the program in it."""

    def __init__(self, *argumenten: str, db: Path, taal: str = "nl", breed: int = 80, hoog: int = 24) -> None:
        self._scherm = pyte.Screen(breed, hoog)
        self._stroom = pyte.ByteStream(self._scherm)
        self._rauw = b""
        self._rest = b""
        self.proces = pexpect.spawn(
            GESPREK[0],
            [*GESPREK[1:], *argumenten],
            dimensions=(hoog, breed),
            env=environment(TERM="xterm-256color", COLORTERM="truecolor", GESPREK_TAAL=taal, GESPREK_DB=str(db)),
            timeout=20,
        )

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(regel.rstrip() for regel in self._scherm.display)

    def wait_for(self, *patronen: str, binnen: float = 20) -> str:
        """Read until all these patterns stand on the screen; return it."""
        einde = time.monotonic() + binnen
        while not all(re.search(patroon, self.text) for patroon in patronen):
            if time.monotonic() > einde or not self._read():
                raise AssertionError(f"{patronen} not on the screen:\n{self.text}")
        return self.text

    def _read(self) -> bool:
        try:
            stuk = self.proces.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self._rauw += stuk
        stuk = self._rest + stuk
        half = _HALF.search(stuk)
        self._rest = half[0] if half else b""
        self._stroom.feed(_ONBEKEND.sub(b"", stuk.removesuffix(self._rest)))
        return True

    def send(self, tekst: str) -> None:
        """Type."""
        self.proces.send(tekst.encode())

    def press_for(self, toets: str, *patronen: str) -> str:
        """Press a key until these patterns stand on the screen: what has just appeared takes no key for a moment."""
        for _keer in range(4):
            self.send(toets)
            try:
                return self.wait_for(*patronen, binnen=5)
            except AssertionError:
                continue
        return self.wait_for(*patronen, binnen=5)

    def resize(self, breed: int, hoog: int) -> None:
        """Change the size of the window."""
        self.proces.setwinsize(hoog, breed)
        self._scherm.resize(hoog, breed)

    def end(self) -> tuple[int | None, str]:
        """Wait for the end; return exit status and what was said after the screen was left."""
        einde = time.monotonic() + 20
        while time.monotonic() < einde and self._read():
            pass
        self.proces.close()
        gezegd = self._rauw.rpartition(b"\x1b[?1049l")[2].decode()
        return self.proces.exitstatus, re.sub(r"\x1b[^a-zA-Z]*[a-zA-Z]", "", gezegd)
