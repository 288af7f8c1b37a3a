"""The two themes: dark and light, like a well-set page.

Every colour that carries words has a contrast of at least 4.5 to 1 with every surface that it may stand on
(:data:`PAIRS`); a test computes it. Colour never says anything alone: there is always a sign or a word too.
"""

from __future__ import annotations

from itertools import product

from textual.theme import Theme

WORDS = ("foreground", "quiet", "now", "own")
"""Names of the colours that words are set in: plain, quieter, what is on now, and the student's own."""

SURFACES = ("background", "surface", "panel")
"""Names of the colours that words stand on."""

PAIRS: tuple[tuple[str, str], ...] = (
    *product(WORDS, SURFACES),
    ("on-now", "now"),
    ("on-own", "own"),
    ("foreground", "care"),
    ("quiet", "care"),
    ("now", "care"),
)
"""(words, surface) as the screens use them."""

# "line" is for rules and drawings that carry no meaning of their own
_DONKER = {
    "background": "#16181d",
    "surface": "#1d2027",
    "panel": "#272b34",
    "foreground": "#ece8df",
    "quiet": "#a6a9b3",
    "line": "#4a4f5c",
    "now": "#8fd0bd",
    "on-now": "#10201c",
    "own": "#ecb97f",
    "on-own": "#241707",
    "care": "#1c2530",
}
_LICHT = {
    "background": "#fbf8f2",
    "surface": "#f3eee4",
    "panel": "#e8e1d3",
    "foreground": "#23211d",
    "quiet": "#5c5850",
    "line": "#bdb4a3",
    "now": "#17604f",
    "on-now": "#f4fbf8",
    "own": "#81470c",
    "on-own": "#fdf6ee",
    "care": "#e9eff3",
}


def _theme(naam: str, kleuren: dict[str, str], *, dark: bool) -> Theme:
    tekst, stil, vlak = kleuren["foreground"], kleuren["quiet"], kleuren["surface"]
    return Theme(
        name=naam,
        primary=kleuren["now"],
        secondary=kleuren["own"],
        accent=kleuren["now"],
        warning=kleuren["own"],
        error=kleuren["own"],
        success=kleuren["now"],
        foreground=tekst,
        background=kleuren["background"],
        surface=vlak,
        panel=kleuren["panel"],
        dark=dark,
        variables={
            **{sleutel: kleuren[sleutel] for sleutel in ("quiet", "line", "now", "on-now", "own", "on-own", "care")},
            "text": tekst,
            "text-muted": stil,
            "text-disabled": stil,
            "foreground-muted": stil,
            "foreground-disabled": stil,
            "border": kleuren["now"],
            "border-blurred": kleuren["line"],
            "block-cursor-foreground": kleuren["on-now"],
            "block-cursor-background": kleuren["now"],
            "block-cursor-blurred-foreground": kleuren["on-now"],
            "block-cursor-blurred-background": kleuren["now"],
            "input-cursor-foreground": kleuren["background"],
            "input-cursor-background": tekst,
            "input-selection-background": kleuren["now"],
            "input-selection-foreground": kleuren["on-now"],
            "screen-selection-background": kleuren["now"],
            "screen-selection-foreground": kleuren["on-now"],
            "scrollbar": kleuren["line"],
            "scrollbar-hover": stil,
            "scrollbar-active": stil,
            "scrollbar-background": kleuren["background"],
            "scrollbar-background-hover": kleuren["background"],
            "scrollbar-background-active": kleuren["background"],
            "scrollbar-corner-color": kleuren["background"],
        },
    )


DONKER = _theme("gesprek-donker", _DONKER, dark=True)
LICHT = _theme("gesprek-licht", _LICHT, dark=False)
THEMAS = (DONKER, LICHT)


def colour(thema: Theme, naam: str) -> str:
    """Return a colour of a theme by its name, as ``#rrggbb``."""
    return thema.variables.get(naam) or str(getattr(thema, naam))
