"""Lines on a terminal, broken between words: the terminal itself breaks them wherever the line is full."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TextIO

from gesprek.weergave import visible

_SMALST = 20
"""Columns below which a terminal breaks the lines itself."""


def broken(tekst: str, stroom: TextIO) -> str:
    """Return a text as it is written to a stream: on a terminal with its lines broken between words.

    What hangs under the beginning of a line keeps its indent. A word that is longer than a line stays whole.
    """
    if not stroom.isatty() or (breed := shutil.get_terminal_size().columns) < _SMALST:
        return tekst
    return "\n".join(_break(regel, breed) for regel in tekst.split("\n"))


def _break(regel: str, breed: int) -> str:
    if len(regel) <= breed:
        return regel
    inspringing = regel[: len(regel) - len(regel.lstrip())]
    return textwrap.fill(
        regel, breed, subsequent_indent=inspringing, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )


def write_line(tekst: str, stroom: TextIO) -> None:
    """Write a text in which nothing can steer a terminal, and a new line; it is there at once."""
    stroom.write(broken(visible(tekst), stroom) + "\n")
    stroom.flush()


def say(tekst: str = "") -> None:
    """Write a text to standard output."""
    write_line(tekst, sys.stdout)
