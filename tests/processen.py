"""A conversation in a process of its own, over its JSON lines."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

GESPREK = [sys.executable, "-m", "gesprek"]


def environment(**extra: str) -> dict[str, str]:
    """Return an environment in which nothing of the developer's own shows."""
    vreemd = ("GESPREK_", "LC_", "LANG", "XDG_", "COLUMNS", "LINES")
    schoon = {k: v for k, v in os.environ.items() if not k.startswith(vreemd)}
    return schoon | {"TZ": "Europe/Amsterdam", "PYTHONDONTWRITEBYTECODE": ""} | extra


class Proces:
    """One running ``gesprek ... --json``."""

    def __init__(self, *argumenten: str, db: Path) -> None:
        self.proces = subprocess.Popen(
            [*GESPREK, *argumenten, "--json", "--db", str(db)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def read(self) -> list[dict[str, Any]]:
        """Read objects up to one that waits for an answer, or the end."""
        assert self.proces.stdout is not None
        gelezen = []
        while regel := self.proces.stdout.readline():
            gelezen.append(json.loads(regel))
            if gelezen[-1]["soort"] in ("vraag", "keuze", "schaal", "zorg", "herken", "herschrijf", "klaar"):
                break
        return gelezen

    def send(self, regel: str) -> list[dict[str, Any]]:
        """Answer, and read what comes of it."""
        assert self.proces.stdin is not None
        self.proces.stdin.write(regel.encode("utf-8", "surrogateescape") + b"\n")
        self.proces.stdin.flush()
        return self.read()

    def stop(self) -> tuple[int, str]:
        """Close its input and wait; return exit status and stderr."""
        _uit, fouten = self.proces.communicate(timeout=30)
        return self.proces.returncode, fouten.decode()

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.proces.kill()
        self.proces.communicate(timeout=30)


def run(*argumenten: str, invoer: str | bytes = b"", **extra: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    uit = subprocess.run(
        [*GESPREK, *argumenten],
        input=invoer.encode() if isinstance(invoer, str) else invoer,
        capture_output=True,
        env=environment(**extra),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(uit.args, uit.returncode, uit.stdout.decode(), uit.stderr.decode())


def answers(db: Path) -> list[str]:
    """What people said, straight from the file."""
    verbinding = sqlite3.connect(db)
    try:
        rijen = verbinding.execute("SELECT tekst FROM beurt WHERE soort = 'antwoord' ORDER BY gesprek, nr").fetchall()
    finally:
        verbinding.close()
    return [rij[0] for rij in rijen]
