"""Signs of serious distress: a safety net of phrases, not a detector. It misses what it has no words for.

``alarm.tsv`` holds patterns of three kinds: ``alarm``, ``navraag`` (may be meant otherwise: ask once) and
``geen`` (looks like it and is not: cancels what it shares a word with).
"""

from __future__ import annotations

from typing import Literal

from gesprek.luisteren.lijsten import Lijsten, Regel, Treffer, Vondst
from gesprek.luisteren.woorden import GEEN, Rij

_NABIJ = 12
"""How many words ideas may stand apart to belong together."""

Zorg = Literal["", "navraag", "alarm"]


def distress(rij: Rij, vondst: Vondst, lijsten: Lijsten) -> Zorg:
    """Return how clearly an answer shows distress.

    :param vondst: where the lines of the lists stand.
    :returns: ``alarm``, ``navraag`` when it may be meant otherwise, or nothing.
    """
    geen = {nr for t in vondst.get("geen alarm", ()) for nr in range(t.begin, t.einde)}
    zorg: Zorg = ""
    for t in (*vondst.get("alarm", ()), *vondst.get("navraag", ())):
        if geen.isdisjoint(range(t.begin, t.einde)):
            if t.regel.soort == "alarm" and not _denied(rij, t, lijsten):
                return "alarm"
            zorg = "navraag"
    for regel, treffers in _combined(rij, vondst, lijsten):
        if all(geen.isdisjoint(range(t.begin, t.einde)) for t in treffers):
            if regel.soort == "alarm" and not _denied_beside(rij, treffers[0], lijsten):
                return "alarm"
            zorg = "navraag"
    return zorg


def _combined(rij: Rij, vondst: Vondst, lijsten: Lijsten) -> list[tuple[Regel, list[Treffer]]]:
    """Return the lines of which every idea stands close together in one sentence, with where the ideas stand."""
    gevonden = []
    for begrip in sorted(lijsten.combinaties.keys() & vondst.keys()):
        for eerste in vondst[begrip]:
            zin_begin, zin_einde = rij.sentence(eerste.begin)
            van, tot = max(zin_begin, eerste.begin - _NABIJ), min(zin_einde, eerste.einde + _NABIJ)
            for combinatie in lijsten.combinaties[begrip]:
                andere = [_near(vondst, naam, eerste, van, tot) for naam in combinatie.begrippen[1:]]
                treffers = [t for t in andere if t is not None]
                if len(treffers) == len(andere):
                    gevonden.append((combinatie.regel, [eerste, *treffers]))
    return gevonden


def _near(vondst: Vondst, begrip: str, eerste: Treffer, van: int, tot: int) -> Treffer | None:
    for t in vondst.get(begrip, ()):
        if van <= t.begin and t.einde <= tot and (t.einde <= eerste.begin or eerste.einde <= t.begin):
            return t
    return None


def _denied(rij: Rij, treffer: Treffer, lijsten: Lijsten) -> bool:
    """Whether a phrase without a denial of its own is denied: ``ik wil echt niet dood``, ``hij slaat me niet``."""
    plekken = [*range(treffer.begin, treffer.einde)]
    if treffer.einde < len(rij) and rij.grenzen[treffer.einde - 1] == GEEN:
        plekken.append(treffer.einde)
    return not treffer.regel.ontkent and any(rij.vormen[nr] in lijsten.words("ontkenning") for nr in plekken)


def _denied_beside(rij: Rij, treffer: Treffer, lijsten: Lijsten) -> bool:
    """Whether a denial stands right beside an idea: ``ze slaan nooit``."""
    naast = [nr for nr in (treffer.begin - 1, treffer.einde) if 0 <= nr < len(rij)]
    return any(rij.vormen[nr] in lijsten.words("ontkenning") for nr in naast)
