"""Handelingsregel 8, luister-leeg: listen empty, from not knowing.

Kept: one short, open question or invitation. Broken by ``gesloten`` (a yes/no or either-or question that shuts or
steers the story) and by ``meervoudig`` (two or more different subjects, phases or experiences in one turn).
Not broken: checking a fact, asking permission, ``kun je vertellen``, the gentle closed questions of bijlage 2 (13, 20,
22), a choice between two of the student's own words; several short fact questions about one moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gesprek.regels.ontleding import Ontleding, Vraag
from gesprek.regels.oordeel import Gehouden, Opmerking

_KORT = 15
"""Most words of a turn that leaves room."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield questions that shut the story, and several at once."""
    yield from _closed(o)
    yield from _several(o)


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield a single short, open question or invitation."""
    if len(o.rij) > _KORT or o.vraagsoort != "open":
        return
    if o.vragen:
        yield o.keeps("luister-leeg", o.vragen[0].begin, o.vragen[0].einde)
    else:
        zin = next(zin for zin in o.zinnen if zin.nodigt_uit)
        yield o.keeps("luister-leeg", zin.kern, zin.einde)


def either_or(o: Ontleding, andere: list[Opmerking]) -> Iterator[Opmerking]:
    """Yield questions that lay down what can be chosen where the rest of the sentence advises or digs."""
    for vraag in o.vragen:
        if vraag.vorm == "keuze" and any(a.zeker and o.sentence_at(a.van) == vraag.zin for a in andere):
            yield o.remark("gesloten", vraag.begin, vraag.einde, zeker=not _between_own_words(o, vraag))


# closed


def _closed(o: Ontleding) -> Iterator[Opmerking]:
    for vraag in o.vragen:
        if vraag.vorm not in ("ja_nee", "keuze"):
            continue
        if _gentle(o, vraag):
            continue
        if _shuts(o, vraag):
            yield o.remark("gesloten", vraag.begin, vraag.einde)
        elif vraag.vorm == "keuze" or o.within("gesloten_twijfel", vraag.begin, vraag.einde):
            yield o.remark("gesloten", vraag.begin, vraag.einde, zeker=False)


def _gentle(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a closed form opens all the same: a check, a permission, ``kun je vertellen``, bijlage 2."""
    if any(vraag.begin <= t.begin < vraag.einde for t in o.vondst.get("zacht", ())):
        return True
    zin = o.zinnen[vraag.zin]
    if any(zin.begin <= t.begin and t.einde <= zin.einde for t in o.vondst.get("zacht_zin", ())):
        return True
    return vraag.vorm == "keuze" and _between_own_words(o, vraag)


def _between_own_words(o: Ontleding, vraag: Vraag) -> bool:
    """Whether the student may choose between words that were their own."""
    einde = o.zinnen[vraag.zin].einde
    of = next((n for n in range(vraag.begin, einde) if o.is_(n, "keuzewoord")), None)
    if of is None:
        return False
    return o.own(of - 1, of) and any(o.own(n, n + 1) for n in range(of + 1, min(of + 4, einde)))


def _shuts(o: Ontleding, vraag: Vraag) -> bool:
    if any(vraag.begin <= begin < vraag.einde and not o.own(begin, einde) for begin, einde, _e in o.gevoel):
        return True
    return any(
        vraag.begin <= t.begin and t.einde <= vraag.einde
        for soort in ("sluit", "sluit_keuze")
        for t in o.vondst.get(soort, ())
        if soort == "sluit" or vraag.vorm == "keuze"
    )


# several at once


def _several(o: Ontleding) -> Iterator[Opmerking]:
    for t in o.found("opsomming"):
        yield o.remark("meervoudig", t.begin, t.einde)
    stukken = _pieces(o)
    for (begin, einde), (begin_erna, einde_erna) in pairwise(stukken):
        if o.within("toetst", begin_erna, einde_erna) or o.within("toetst", begin, einde):
            continue
        verschil = _differ(o, (begin, einde), (begin_erna, einde_erna))
        if verschil:
            yield o.remark("meervoudig", begin_erna, einde_erna, zeker=verschil == "zeker")


def _pieces(o: Ontleding) -> list[tuple[int, int]]:
    """Return what is asked or invited to, a piece each."""
    stukken = [(v.begin, v.einde) for v in o.vragen if v.vorm != "brokje"]
    for nr, zin in enumerate(o.zinnen):
        if zin.nodigt_uit and not any(v.zin == nr for v in o.vragen) and zin.einde - zin.kern > 2:
            stukken.append((zin.kern, zin.einde))
    return sorted(stukken)


def _differ(o: Ontleding, een: tuple[int, int], ander: tuple[int, int]) -> str:
    """Return ``zeker`` when two questions are about something else, ``twijfel`` when that is not sure."""
    if o.within("sprong", een[0], ander[1]):
        return "zeker"
    waar, waar_erna = _settings(o, *een), _settings(o, *ander)
    if waar and waar_erna and waar.isdisjoint(waar_erna):
        return "zeker"
    onderwerp, onderwerp_erna = _subject(o, *een), _subject(o, *ander)
    if onderwerp_erna == "stand":
        return "" if _points_back(o, *ander) and not waar_erna else "zeker"
    if not onderwerp or not onderwerp_erna or onderwerp == onderwerp_erna:
        return ""
    return "twijfel" if {onderwerp, onderwerp_erna} <= _VERWANT else "zeker"


_GEWICHT = ("toekomst", "hulp", "eerder", "inzicht", "stand", "gevoel", "feit")
_VERWANT = {"feit", "inzicht", "gevoel"}
"""Subjects that may belong to one moment."""


def _subject(o: Ontleding, begin: int, einde: int) -> str:
    """Return what a question is about, the most telling sign first."""
    tekens = {t.regel.waarde for t in o.vondst.get("onderwerp_vraag", ()) if begin <= t.begin and t.einde <= einde}
    if any(begin <= t.begin and t.einde <= einde for t in o.vondst.get("hoe_staat", ())):
        tekens.add("stand")
    return next((teken for teken in _GEWICHT if teken in tekens), "")


def _settings(o: Ontleding, begin: int, einde: int) -> set[str]:
    """Return what a question is about: the experience or part of life that it names."""
    return {
        t.regel.waarde or o.rij.piece(t.begin, t.einde).casefold()
        for t in o.vondst.get("terrein", ())
        if begin <= t.begin and t.einde <= einde
    }


def _points_back(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether a question leans on what was said before it: ``daar``, ``toen``, ``hij``."""
    return any(o.is_(nr, "verwijst") for nr in range(begin, einde))
