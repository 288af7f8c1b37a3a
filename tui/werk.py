"""Work in the background for a page that may be gone before it is done, and no work that can be left."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast

from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.widget import MountError


def leave_what_stands() -> None:
    """Leave what is loaded by now alone when memory is tidied: going through all of it takes as long as a page.

    For the beginning of a program only; what is thrown away after this is tidied as always.
    """
    gc.freeze()


def do(knoop: DOMNode, werk: Coroutine[Any, Any, object]) -> None:
    """Do something in the background."""
    knoop.run_worker(_for_a_page(knoop, werk))


def do_newest(knoop: DOMNode, werk: Callable[[], Coroutine[Any, Any, object]], groep: str) -> None:
    """Do something in the background, in the place of what the same group was doing.

    What is given is called only when it begins: a coroutine that never began would be complained about.
    """

    async def begin() -> None:
        await _for_a_page(knoop, werk())

    knoop.run_worker(cast(Callable[[], None], begin), exclusive=True, group=groep)


async def _for_a_page(knoop: DOMNode, werk: Awaitable[object]) -> None:
    # a page that is taken away loses its widgets first and its work a moment later
    try:
        await werk
    except (NoMatches, MountError):
        if knoop.display:
            raise
