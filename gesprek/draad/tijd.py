"""Days along a time line: where the marks stand, and what is written at them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from gesprek.model import Taal

_STAPPEN = (1, 2, 3, 6, 12, 24, 60, 120)
"""Months between two marks."""


@lru_cache(maxsize=4096)
def short_day(dag: date, taal: Taal) -> str:
    """Return a day in short: ``23 nov 2026``."""
    return f"{dag.day} {month_name(dag.month, taal)} {dag.year}"


def month_name(maand: int, taal: Taal) -> str:
    """Return the short name of a month."""
    return _months(taal)[maand - 1]


@lru_cache(maxsize=2)
def _months(taal: Taal) -> tuple[str, ...]:
    from babel.dates import get_month_names

    namen = get_month_names("abbreviated", locale=taal)
    return tuple(str(namen[nr]).rstrip(".") for nr in range(1, 13))


def marks(van: date, tot: date, hoogstens: int, taal: Taal) -> list[tuple[date, str]]:
    """Return days to mark between two days, with what is written there: whole months, or years.

    :param hoogstens: at most so many.
    """
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    if maanden == 0:
        return [(dag, short_day(dag, taal)) for dag in ([van] if van == tot else [van, tot])][:hoogstens]
    stap = next((stap for stap in _STAPPEN if maanden // stap + 1 <= hoogstens), _STAPPEN[-1])
    gevonden = []
    for nr in range(van.year * 12 + van.month - 1, tot.year * 12 + tot.month):
        dag = date(nr // 12, nr % 12 + 1, 1)
        if nr % stap == 0 and van <= dag <= tot:
            naam = str(dag.year) if stap >= 12 else f"{month_name(dag.month, taal)} {dag.year}"
            gevonden.append((dag, naam))
    return gevonden[:hoogstens] or [(van, short_day(van, taal))]
