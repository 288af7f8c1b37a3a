"""A still screen: nothing blinks, nothing of the terminal of the developer shows, and no test waits for a respite."""

from __future__ import annotations

import gettext
import time
from collections.abc import Hashable, Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from tui.widgets import keuze


@pytest.fixture(scope="session", autouse=True)
def _sheets_read_once() -> Iterator[None]:
    """Read each style sheet once a run: Textual reads all of them twice for each of the hundreds that begin here."""
    gelezen: dict[Hashable, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(blad: Stylesheet, css: str, read_from: CSSLocation, *args: Any, **kwargs: Any) -> list[RuleSet]:
        sleutel = (css, read_from, args, *kwargs.items(), *blad._variables.items())
        if sleutel not in gelezen:
            gelezen[sleutel] = parse(blad, css, read_from, *args, **kwargs)
        return gelezen[sleutel]

    with pytest.MonkeyPatch.context() as zolang:
        zolang.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in (
        "COLUMNS",
        "LINES",
        "COLORTERM",
        "TERM_PROGRAM",
        "TEXTUAL",
        "TEXTUAL_DRIVER",
        "TEXTUAL_THEME",
        "TEXTUAL_ANIMATIONS",
    ):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(keuze, "BEDENKTIJD", 0.0)
    time.tzset()


class Onvertaald(gettext.NullTranslations):
    """A language in which every interface text stands between marks, so that one that is not translated shows."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture
def onvertaald(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every interface text come through the catalog of marks."""
    monkeypatch.setattr("gesprek.taal._vertaling", Onvertaald())
