"""Which of the student's own words come back across conversations.

Made for a hundred thousand turns: forms are looked at once, however often they stand; what a form is worth is asked
of the few lists that say so, not of all of listening; and lemmas are asked only of forms that have weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from gesprek.draad import Grondvorm, Plaats, Terugkeer, as_typed
from gesprek.luisteren.draad import KORTSTE, ZONDER_GEWICHT
from gesprek.luisteren.laden import MAP, plain, rows
from gesprek.model import Taal
from gesprek.vouwen import fold

_DECOR = ("plek", "persoon")
"""Kinds of words that name where and who: the decor, not the thread."""
_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ZIN_TEKENS = 220

Gezegd = Mapping[str, Sequence[tuple[int, str]]]
"""What the student typed in each conversation: (turn, text)."""


def returning(
    verteld: Mapping[str, str], talen: Mapping[str, Taal], grondvorm: Grondvorm = as_typed
) -> list[Terugkeer]:
    """Return the words that stand in two or more conversations; those in most conversations first.

    Only words of weight that were typed without a capital, as in :func:`gesprek.luisteren.draad.content_words`;
    words for places and people are left out.

    :param verteld: what was typed in each conversation.
    :param talen: the language of each conversation.
    """
    gevonden: list[Terugkeer] = []
    for taal in sorted(set(talen.values())):
        eigen = {gesprek: tekst for gesprek, tekst in verteld.items() if talen.get(gesprek) == taal}
        gevonden += _come_back(conversations_of_forms(eigen, taal), taal, grondvorm)
    return sorted(gevonden, key=lambda t: (-len(t.gesprekken), t.vormen))


def conversations_of_forms(verteld: Mapping[str, str], taal: Taal) -> dict[str, list[str]]:
    """Return for each form of weight the conversations in which it stands, oldest first."""
    # no word goes over a space: what stands between two is looked at once, wherever it stands
    getypt = [(gesprek, set(verteld[gesprek].split())) for gesprek in sorted(verteld)]
    vormen: dict[str, list[str]] = {}
    for brok in set().union(*(brokken for _gesprek, brokken in getypt)):
        if wegend := [vorm for vorm in _WOORD.findall(brok) if _has_weight(vorm, taal)]:
            vormen[brok] = wegend
    per_brok: dict[str, list[str]] = {brok: [] for brok in vormen}
    bekend = vormen.__contains__
    for gesprek, brokken in getypt:
        for brok in filter(bekend, brokken):
            per_brok[brok].append(gesprek)
    per_vorm: dict[str, list[list[str]]] = {}
    for brok, gesprekken in per_brok.items():
        for vorm in vormen[brok]:
            per_vorm.setdefault(vorm, []).append(gesprekken)
    return {vorm: _together(lijsten) for vorm, lijsten in per_vorm.items()}


def _together(lijsten: Sequence[list[str]]) -> list[str]:
    return lijsten[0] if len(lijsten) == 1 else sorted(set().union(*lijsten))


def _has_weight(vorm: str, taal: Taal) -> bool:
    if len(vorm) < KORTSTE or not vorm.islower():
        return False
    gevouwen = _folded(vorm)
    return len(gevouwen) >= KORTSTE and gevouwen not in _light(taal)


def _folded(vorm: str) -> str:
    return vorm if vorm.isascii() else fold(vorm).replace("’", "'")


def _come_back(plekken: Mapping[str, list[str]], taal: Taal, grondvorm: Grondvorm) -> Iterator[Terugkeer]:
    samen: dict[str, list[str]] = {}
    for vorm in plekken:
        samen.setdefault(grondvorm(_folded(vorm), taal), []).append(vorm)
    for vormen in samen.values():
        gesprekken = _together([plekken[vorm] for vorm in vormen])
        if len(gesprekken) > 1:
            vormen.sort(key=lambda vorm: (plekken[vorm][0], vorm))
            yield Terugkeer(tuple(vormen), tuple(gesprekken), taal)


@lru_cache(maxsize=2)
def _light(taal: Taal) -> frozenset[str]:
    """Return the words without weight, and those of the decor.

    The whole lists of listening take long to read; here only single words of a few kinds are needed.
    """
    soorten = {*ZONDER_GEWICHT, *_DECOR}
    licht: set[str] = set()
    for pad in (MAP / taal / "woorden.tsv", MAP / taal / "verhaal.tsv", MAP / taal / "emoties.tsv"):
        for _nr, (zin, soort, _waarde, _noot) in rows(pad):
            if soort in soorten:
                for vorm in zin.split(" | "):
                    licht.update(_single(vorm))
    return frozenset(licht)


def _single(vorm: str) -> Iterable[str]:
    """Return the words of a form that is one word, spelled out."""
    if " " in vorm or vorm[:1] in "{@~[":
        return ()
    return [
        woord for deel in vorm.split("/") if "*" not in deel and len(gevonden := plain(deel)) == 1 for woord in gevonden
    ]


def find_places(woord: Terugkeer, gezegd: Gezegd, dagen: Mapping[str, date]) -> list[Plaats]:
    """Return the first sentence in which a word stands, of each conversation that has a day, oldest first."""
    patroon = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, woord.vormen))})(?![^\W_])")
    gevonden = []
    for gesprek in sorted(dagen):
        for nr, tekst in gezegd.get(gesprek, ()):
            if treffer := patroon.search(tekst):
                gevonden.append(_sentence(Plaats(gesprek, dagen[gesprek], nr, tekst, *treffer.span())))
                break
    return gevonden


def _sentence(plaats: Plaats) -> Plaats:
    """Return a quote cut to the sentence around its word, and to what can be read at a glance."""
    tekst, van, tot = plaats.tekst, plaats.van, plaats.tot
    begin = max(0, van - _ZIN_TEKENS // 2, *(tekst.rfind(teken, 0, van) + 1 for teken in ".!?\n"))
    einde = min([tot + _ZIN_TEKENS // 2, *(e + (t != "\n") for t in ".!?\n" if (e := tekst.find(t, tot)) >= 0)])
    begin += len(tekst[begin:van]) - len(tekst[begin:van].lstrip())
    return replace(plaats, tekst=tekst[begin:einde].rstrip(), van=van - begin, tot=tot - begin)
