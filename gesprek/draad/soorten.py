"""What kind of activity an experience was: read from its words, with a list that a teacher can edit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from gesprek.draad import Plaats
from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import Taal
from gesprek.taal import _
from gesprek.vouwen import fold

MAP = Path(__file__).parent
_TEKENS = 2_000
"""Characters of an experience that are looked at."""


@lru_cache(maxsize=4)
def load_kinds(taal: Taal, map_: Path = MAP) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds in the order of their file, each with what finds it.

    :raises Inleesfout: when a line cannot be read.
    """
    pad = map_ / taal / "soorten.tsv"
    soorten, bevindingen = [], []
    for nr, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1):
        if not regel.strip() or regel.startswith("#"):
            continue
        naam, _tab, woorden = regel.partition("\t")
        vormen = [vorm.strip() for vorm in woorden.split(" | ") if vorm.strip(" *")]
        if naam.strip() and vormen:
            soorten.append((naam.strip(), re.compile("|".join(map(_pattern, vormen)))))
        else:
            wat = _("This line has no kind, or no words.")
            herstel = _("Write the kind, a tab, and words with “ | ” between them.")
            bevindingen.append(Bevinding(f"{taal}/{pad.name}", nr, wat, herstel))
    if bevindingen:
        raise Inleesfout(bevindingen)
    return tuple(soorten)


def _pattern(vorm: str) -> str:
    """Return what finds a word; a ``*`` stands for a piece of one."""
    kern = re.escape(fold(vorm).strip("*")).replace(r"\ ", r"\s+")
    return f"{'' if vorm.startswith('*') else chr(92) + 'b'}{kern}{'' if vorm.endswith('*') else chr(92) + 'b'}"


def kind_of(tekst: str, taal: Taal) -> str:
    """Return the kind of an experience; empty when none is known."""
    gevouwen = fold(tekst[:_TEKENS])
    return next((naam for naam, patroon in load_kinds(taal) if patroon.search(gevouwen)), "")


def by_kind(ervaringen: Iterable[tuple[Plaats, Taal]], taal: Taal) -> list[tuple[str, list[Plaats]]]:
    """Return experiences per kind, in the order of the list; what is not known comes last.

    :param ervaringen: each with the language it was told in.
    :param taal: the language that kinds are named in.
    """
    namen = [[naam for naam, _patroon in load_kinds(t)] for t in ("nl", "en")]
    vertaald = dict(zip(*(namen if taal == "en" else reversed(namen)), strict=False))
    per_soort: dict[str, list[Plaats]] = {naam: [] for naam in [*(naam for naam, _patroon in load_kinds(taal)), ""]}
    for plaats, van in ervaringen:
        soort = kind_of(plaats.tekst, van)
        per_soort.setdefault(soort if van == taal else vertaald.get(soort, soort), []).append(plaats)
    anders = per_soort.pop("")
    return [*((naam, plekken) for naam, plekken in per_soort.items() if plekken), *_other(anders)]


def _other(plekken: list[Plaats]) -> list[tuple[str, list[Plaats]]]:
    return [(_("Other"), plekken)] if plekken else []
