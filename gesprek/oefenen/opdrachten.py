"""What can be typed in a practice conversation instead of an utterance; English and Dutch both work anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from gesprek.taal import _

Opdracht = Literal["hint", "wait", "back", "switch", "feedback", "stop"]
OPDRACHTEN: Mapping[str, Opdracht] = {
    "/hint": "hint",
    "/stilte": "wait",
    "/silence": "wait",
    "/terug": "back",
    "/back": "back",
    "/wissel": "switch",
    "/switch": "switch",
    "/feedback": "feedback",
    "/stop": "stop",
}


def spelled(opdracht: Opdracht) -> str:
    """Return what is typed for it, in the language of now."""
    return {
        "hint": "/hint",
        "wait": _("/silence"),
        "back": _("/back"),
        "switch": _("/switch"),
        "feedback": "/feedback",
        "stop": "/stop",
    }[opdracht]
