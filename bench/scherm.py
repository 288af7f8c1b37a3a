"""Cold start to the first painted question, key to paint, answer to next question and memory, in a real terminal.

Each beside a bare Textual app in the same run (bench/kaal.py); trust the ratios. Linux or macOS.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

WORTEL = Path(__file__).parent.parent
KEREN = 7
GESPREK = f"{sys.executable} -m gesprek"


def _spawn(opdracht: str) -> pexpect.spawn[bytes]:
    import os

    omgeving = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")}
    omgeving |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "GESPREK_TAAL": "nl"}
    proces = pexpect.spawn(opdracht, dimensions=(40, 140), timeout=30, env=omgeving, cwd=str(WORTEL))
    proces.delaybeforesend = None  # else it waits 50 ms before each key
    return proces


def _peak(pid: int) -> float:
    pad = Path(f"/proc/{pid}/status")
    treffer = re.search(r"VmHWM:\s+(\d+)", pad.read_text()) if pad.exists() else None
    return int(treffer.group(1)) / 1024 if treffer else float("nan")


def _quiet(proces: pexpect.spawn[bytes], stil: float = 0.25) -> None:
    """Read until nothing has come for a while."""
    while True:
        try:
            proces.read_nonblocking(65536, timeout=stil)
        except pexpect.TIMEOUT:
            return


def measure(opdracht: str, merk: bytes) -> dict[str, float]:
    """Start it once and measure, in milliseconds and MiB."""
    begin = time.perf_counter()
    proces = _spawn(opdracht)
    proces.expect(merk)
    uit = {"first paint ms": (time.perf_counter() - begin) * 1000}
    _quiet(proces)
    toetsen = []
    for toets in b"gewoon":
        begin = time.perf_counter()
        proces.send(bytes([toets]))
        proces.read_nonblocking(65536, timeout=5)
        toetsen.append((time.perf_counter() - begin) * 1000)
        _quiet(proces, 0.05)
    uit["key to paint ms"] = statistics.median(toetsen)
    proces.send(b" op stage was ik zo trots in de keuken")
    _quiet(proces, 0.6)
    begin = time.perf_counter()
    proces.send(b"\r")
    proces.expect("trots’".encode())
    uit["answer to next question ms"] = (time.perf_counter() - begin) * 1000
    _quiet(proces)
    uit["peak memory MiB"] = _peak(proces.pid)
    proces.close(force=True)
    return uit


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as map_:
        ons: list[dict[str, float]] = []
        kaal: list[dict[str, float]] = []
        for ronde in range(KEREN + 1):
            een = measure(f"{GESPREK} zelf --db {map_}/{ronde}.db", b"programma")
            twee = measure(f"{sys.executable} bench/kaal.py", b"programma")
            if ronde:  # the first round warms up
                ons.append(een)
                kaal.append(twee)
    print(f"{'':28}{'gesprek':>10}{'bare app':>10}{'ratio':>8}")
    for naam in ons[0]:
        wij = statistics.median(m[naam] for m in ons)
        zij = statistics.median(m[naam] for m in kaal)
        print(f"{naam:28}{wij:10.1f}{zij:10.1f}{wij / zij:8.2f}")


if __name__ == "__main__":
    main()
