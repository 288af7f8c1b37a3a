"""What users read can be translated: the catalogs are made by reading the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "pad",
    sorted(pad for pakket in ("gesprek", "flows", "vragen", "tui") for pad in (WORTEL / pakket).rglob("*.py")),
    ids=lambda pad: str(pad.relative_to(WORTEL)),
)
def test_no_text_hides_inside_an_f_string(pad: Path) -> None:
    """A text inside an f-string is not found, so that it would stay English."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.JoinedStr):
            namen = [
                deel.func.id
                for deel in ast.walk(knoop)
                if isinstance(deel, ast.Call) and isinstance(deel.func, ast.Name)
            ]
            assert "_" not in namen, knoop.lineno
