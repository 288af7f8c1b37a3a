"""Work in the background, for a page that is there and for one that goes away."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from tui.werk import do, do_newest


class _Laatste(Widget):
    """Is slow to leave, so that its page stands there empty for a while."""

    async def on_unmount(self) -> None:
        scherm = self.screen
        assert isinstance(scherm, _Bladzijde)
        scherm.weg.set()
        await asyncio.wait_for(scherm.gezocht.wait(), 5)


class _Bladzijde(Screen[None]):
    def __init__(self, zoekt: str) -> None:
        super().__init__()
        self.weg = asyncio.Event()
        self.gezocht = asyncio.Event()
        self._zoekt = zoekt

    def compose(self) -> ComposeResult:
        yield Widget(id="er")
        yield _Laatste()

    async def look(self, *, nu: bool = False) -> None:
        try:
            if not nu:
                await self.weg.wait()
            self.query_one(self._zoekt)
        finally:
            self.gezocht.set()


class _App(App[None]):
    pass


@pytest.mark.parametrize("newest", [False, True])
async def test_a_page_that_goes_away_ends_its_work_in_peace(newest: bool) -> None:
    app = _App()
    async with app.run_test() as spel:
        blad = _Bladzijde("#er")
        await app.push_screen(blad)
        if newest:
            do_newest(blad, blad.look, "kijken")
        else:
            do(blad, blad.look())
        await spel.pause()
        blad.dismiss()
        await asyncio.wait_for(blad.gezocht.wait(), 5)
        await spel.pause()
    assert blad.gezocht.is_set()


async def test_a_mistake_on_a_page_that_is_there_is_not_hidden() -> None:
    with pytest.raises(WorkerFailed):
        await _look_for_what_is_not_there()


async def _look_for_what_is_not_there() -> None:
    blad = _Bladzijde("#er_niet")
    app = _App()
    async with app.run_test() as spel:
        await app.push_screen(blad)
        do(blad, blad.look(nu=True))
        await asyncio.wait_for(blad.gezocht.wait(), 5)
        await spel.pause()
