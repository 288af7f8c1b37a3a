"""How long commands that show no screen take, beside a Python that does nothing."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORTEL = Path(__file__).parent.parent
KEREN = 9


def measure(opdracht: list[str]) -> float:
    """Return the median time of a command, in milliseconds."""
    omgeving = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    tijden = []
    for ronde in range(KEREN + 1):
        begin = time.perf_counter()
        subprocess.run(opdracht, input=b"", capture_output=True, check=False, env=omgeving, cwd=WORTEL)
        if ronde:
            tijden.append((time.perf_counter() - begin) * 1000)
    return statistics.median(tijden)


def main() -> None:
    """Print the table."""
    kaal = measure([sys.executable, "-c", "pass"])
    print(f"{'python -c pass':34}{kaal:8.0f} ms")
    with tempfile.TemporaryDirectory() as map_:
        db = f"{map_}/a.db"
        for opdracht in (
            "--version",
            "--help",
            "controleer",
            f"lijst --db {db}",
            f"zelf --json --db {db}",
            f"zelf --gewoon --db {db}",
        ):
            tijd = measure([sys.executable, "-m", "gesprek", *opdracht.split()])
            print(f"gesprek {opdracht.split(' --db')[0]:26}{tijd:8.0f} ms")


if __name__ == "__main__":
    main()
