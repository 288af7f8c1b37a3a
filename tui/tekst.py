"""The only place where words become something on the screen.

Invariant: no other module of :mod:`tui` makes a text widget or styled text. What a person typed is never
read as markup, cannot steer the terminal, and is shown up to a length that can be read. A test walks the
source for this, and hostile texts go through every screen.
"""

from __future__ import annotations

import re

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from gesprek.taal import _
from gesprek.weergave import visible

MEEST = 1500
"""Characters that are shown of one text. Nobody reads a pasted book on one screen."""

_STUURT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
"""Controls, surrogates and marks of direction. What joins an emoji stays."""

_HAAK = re.compile(r"\\*\[")

Stuk = str | tuple[str, str | Style] | Content
"""A piece of styled text: plain words, words with a style, or styled text itself."""


def shown(tekst: str, hoogstens: int = MEEST) -> str:
    """Return a text as it may be shown: harmless, and not longer than can be read.

    :param hoogstens: characters to keep; how many are left out is said.
    """
    kop = visible(tekst[:hoogstens]).replace("\u2028", "\n").replace("\u2029", "\n")
    if len(tekst) <= hoogstens:
        return kop
    return kop + " " + _("… (and {count} more characters)").format(count=len(tekst) - hoogstens)


def one_line(tekst: str, hoogstens: int) -> str:
    """Return a text on one line, cut with an ellipsis."""
    kop = " ".join(visible(tekst[: hoogstens * 4]).split())
    return kop if len(kop) <= hoogstens and len(tekst) <= hoogstens * 4 else kop[: hoogstens - 1].rstrip() + "…"


def typeable(tekst: str) -> str:
    """Return a text as the answer field may hold it: what cannot be seen and steers the terminal is left out."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return _STUURT.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))


def words(*stukken: Stuk) -> Content:
    """Return styled text made of pieces; whatever the words are, they stay words."""
    return Content.assemble(*(_piece(stuk) for stuk in stukken))


def _piece(stuk: Stuk) -> Stuk:
    if isinstance(stuk, Content):
        return stuk
    if isinstance(stuk, str):
        return shown(stuk)
    return shown(stuk[0]), stuk[1]


def lines(*regels: Content) -> Content:
    """Return styled lines under each other."""
    return Content("\n").join(regels)


def plain_markup(tekst: str) -> str:
    """Return a text for a library that reads markup, so that it is shown as it is."""
    return _HAAK.sub(r"\\\g<0>", one_line(tekst, 40))


class Woorden(Static):
    """Words on the screen.

    :param tekst: words of anyone, or text styled with :func:`words`.
    """

    def __init__(
        self, tekst: str | Content = "", *, id: str | None = None, classes: str | None = None, disabled: bool = False
    ) -> None:
        super().__init__(_content(tekst), markup=False, id=id, classes=classes, disabled=disabled)

    def say(self, tekst: str | Content) -> None:
        """Show other words."""
        nieuw = _content(tekst)
        if nieuw != self.content:
            self.update(nieuw)


def _content(tekst: str | Content) -> Content:
    return tekst if isinstance(tekst, Content) else Content(shown(tekst))
