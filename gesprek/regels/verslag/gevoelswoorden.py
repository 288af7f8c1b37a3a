"""Rule 3 over a whole conversation: the feeling words of the student, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gesprek.luisteren import feelings_in
from gesprek.luisteren.laden import load
from gesprek.luisteren.lemma import lemma
from gesprek.luisteren.woorden import words
from gesprek.regels.verslag import Afloop, Gevoelswoord
from gesprek.regels.verslag.lezing import Lezing, in_quotes

BINNEN = 2
"""Turns of the mentor within which a feeling word is said back."""


def feeling_words(lezing: Lezing) -> tuple[Gevoelswoord, ...]:
    """Return the feeling words of the student, each with what became of it."""
    gevonden: list[Gevoelswoord] = []
    teruggezegd: set[str] = set()
    for beurt in lezing.leerling:
        hier: list[Gevoelswoord] = []
        for emotie in lezing.gehoord[beurt.nr].emoties:
            if emotie.ontkend or emotie.van_ander:
                continue
            vormen = words(emotie.woord).vormen
            vorm = _stem(lezing, vormen)
            if any(_stem(lezing, words(g.woord).vormen) == vorm for g in hier):
                continue
            woord = Gevoelswoord(beurt.nr, emotie.van, emotie.tot, emotie.woord, "gemist")
            erna = lezing.mentor_after(beurt.nr, BINNEN)
            door = next((m.nr for m in erna if lezing.find_words(m.nr, vormen)), None)
            if door is not None:
                teruggezegd.add(vorm)
                woord = _became(woord, "opgepakt", door)
            elif vorm in teruggezegd:
                woord = _became(woord, "naast")
            elif not erna or not _in_story(lezing, beurt.nr):
                woord = _became(woord, "buiten")
            hier.append(woord)
        gevonden += _beside(lezing, hier)
    return tuple(gevonden)


def _in_story(lezing: Lezing, nr: int) -> bool:
    """Whether a turn of the student tells what happened: while looking back, and in a small story later on.

    ``Wel leuk`` before anything was told is an answer to how it was; asking for one moment is what it needs.
    """
    if lezing.story is None or nr < lezing.story or (lezing.ahead is not None and nr > lezing.ahead):
        return False
    begin = lezing.begins["reflecteren"]
    return begin is None or nr < begin or lezing.gehoord[nr].concreet > 1


def _stem(lezing: Lezing, vormen: list[str]) -> str:
    return lemma(vormen[0], lezing.taal) if len(vormen) == 1 else " ".join(vormen)


def _became(woord: Gevoelswoord, afloop: Afloop, door: int | None = None, nieuw: str = "") -> Gevoelswoord:
    return replace(woord, afloop=afloop, door=door, nieuw=nieuw)


def _beside(lezing: Lezing, woorden: list[Gevoelswoord]) -> Iterator[Gevoelswoord]:
    """Yield the feeling words of one turn: when one of them was said back, or another made of it, once is enough."""
    opgepakt = any(w.afloop == "opgepakt" for w in woorden)
    nieuw = None if opgepakt or not woorden else _swapped(lezing, woorden[0].beurt)
    for woord in woorden:
        if woord.afloop == "gemist" and opgepakt:
            yield _became(woord, "naast")
        elif woord.afloop == "gemist" and nieuw is not None:
            yield _became(woord, "vervangen", *nieuw)
            nieuw = None
            opgepakt = True
        else:
            yield woord


def _swapped(lezing: Lezing, nr: int) -> tuple[int, str] | None:
    """Return the feeling word that the mentor gives the student right after a turn, instead of the student's own."""
    lijsten = load(lezing.taal)
    for beurt in lezing.mentor_after(nr, 1):
        rij = lezing.rijen[beurt.nr]
        for emotie in feelings_in(beurt.tekst, lezing.taal):
            if in_quotes(beurt.tekst, emotie.van, emotie.tot):
                continue
            if lezing.said_by_student(words(emotie.woord).vormen, beurt.nr):
                continue
            plek = next(n for n in range(len(rij)) if rij.tot[n] >= emotie.tot)
            begin, einde = lijsten.clause(rij, plek)
            jij = {"je", "jij", "jou", "u"} if lezing.taal == "nl" else {"you"}
            if jij.intersection(rij.vormen[begin:einde]) and not lezing.gevraagd[beurt.nr].dank:
                return beurt.nr, emotie.woord
    return None
