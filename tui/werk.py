"""Work of which only the newest counts: a search while typing, a page that is fetched anew."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode


def do_newest(knoop: DOMNode, werk: Callable[[], Coroutine[Any, Any, None]], groep: str) -> None:
    """Do something in the background, in the place of what the same group was doing.

    What is given is called only when it begins: a coroutine that never began would be complained about.
    """
    knoop.run_worker(cast(Callable[[], None], werk), exclusive=True, group=groep)
