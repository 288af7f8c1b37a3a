"""Writing without making the screen wait: one thing at a time, in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from gesprek.archief import Archieffout
from gesprek.sessie import Sessie

T = TypeVar("T")

RUST = 0.3
"""Seconds after the last key before a draft is kept."""


class Schrijver:
    """Does the work of one conversation in a thread, in the order in which it is asked."""

    def __init__(self, sessie: Sessie) -> None:
        self.sessie = sessie
        self._slot = asyncio.Lock()
        self._bewaard = ""

    async def do(self, werk: Callable[[], T]) -> T:
        """Do something that may take a while, and return what came of it."""
        async with self._slot:
            return await asyncio.to_thread(werk)

    async def answer(self, werk: Callable[[], T]) -> T:
        """Do something that changes the conversation: what was kept as a draft is gone then."""
        async with self._slot:
            uitkomst = await asyncio.to_thread(werk)
            self._bewaard = ""
            return uitkomst

    async def keep_draft(self, read: Callable[[], str]) -> bool:
        """Keep what stands in the answer field now, when it is something else than what is kept.

        :param read: gives what stands in the field, at the moment that it is its turn.
        :returns: whether it could be kept.
        """
        async with self._slot:
            tekst = read()
            if tekst == self._bewaard:
                return True
            try:
                await asyncio.to_thread(self.sessie.keep_draft, tekst)
            except Archieffout:
                return False
            self._bewaard = tekst
            return True
