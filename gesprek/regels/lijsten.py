"""The word lists that the rules look in: those beside this module, and of listening what the rules ask about."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gesprek.luisteren import laden
from gesprek.luisteren.emoties import GEVOELD
from gesprek.luisteren.lijsten import Lijsten
from gesprek.model import Taal
from gesprek.regels.soorten import WOORDEN

MAP = Path(__file__).parent
GEEN_SOORT: frozenset[str] = frozenset()
"""The kinds of a word that no list holds."""
_GEHOORD = frozenset({*GEVOELD, "persoon", "plek", "daad"})
"""Kinds of the lists of listening that the rules ask about."""
_LICHT = ("stop", "tussen", "versterker", "koppel", "bepaler")
"""Kinds of words that say nothing by themselves."""


@cache
def load_lists(taal: Taal) -> Lijsten:
    """Return the word lists of the rules in a language.

    :raises Inleesfout: when a line cannot be read.
    """
    return laden.load(taal, MAP, WOORDEN)


@cache
def heard_lists(taal: Taal) -> Lijsten:
    """Return the lists of listening, of which only is looked for what the rules ask about."""
    return laden.load(taal).only(_GEHOORD)


@cache
def kinds(taal: Taal) -> dict[str, frozenset[str]]:
    """Return the kinds of each single word of the lists."""
    soorten: dict[str, set[str]] = {}
    for soort, woorden in load_lists(taal).verzamelingen.items():
        for woord in woorden:
            soorten.setdefault(woord, set()).add(soort)
    return {woord: frozenset(namen) for woord, namen in soorten.items()}


@cache
def light_words(taal: Taal) -> frozenset[str]:
    """Return the words that say nothing by themselves."""
    lijsten = laden.load(taal)
    return frozenset().union(*(lijsten.words(soort) for soort in _LICHT))
