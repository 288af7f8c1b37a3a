"""Run every benchmark and print its table."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    for naam in (
        "gehoord",
        "luisteren",
        "regels",
        "oefenen",
        "motor",
        "opslag",
        "bewaren",
        "start",
        "scherm",
        "samen",
        "archief",
    ):
        pad = Path(__file__).with_name(f"{naam}.py")
        uitleg = ast.get_docstring(ast.parse(pad.read_text(encoding="utf-8"))) or ""
        sys.stdout.write(f"\n{naam}: {uitleg.splitlines()[0]}\n\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, str(pad)], check=True)
