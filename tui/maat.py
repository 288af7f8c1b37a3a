"""The sizes of a terminal that pages are laid out for."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

BREEDTES = [(0, "-smal"), (60, "-gewoon"), (116, "-breed")]
"""From how many columns a page has which class."""
HOOGTES = [(0, "-laag"), (20, "-middel"), (34, "-hoog")]
"""From how many lines a page has which class."""


def know_size(scherm: Screen[Any]) -> None:
    """Give a page the classes of its size before what is on it is made.

    Textual itself does so once the page was painted, and then paints it anew.
    """
    maat = scherm.app.size
    for grenzen, ruimte in ((BREEDTES, maat.width), (HOOGTES, maat.height)):
        past = [naam for vanaf, naam in grenzen if vanaf <= ruimte]
        scherm.update_classes({naam: naam == past[-1] for _vanaf, naam in grenzen}, update=False)
