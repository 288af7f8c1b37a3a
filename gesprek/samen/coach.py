"""What the narrow bar tells: the fase and its gate, the time each took, and at most one thing to look at.

Quiet on purpose: it speaks of the story, never of how well somebody asks (PRAKTIJK, mode contract).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from gesprek.model import EIGEN, Soort, Spreker
from gesprek.samen.aanhalen import has_quote, quotes_from
from gesprek.samen.eigen import slots
from gesprek.samen.verloop import Samenverloop
from gesprek.taal import _
from gesprek.uiting import Regel
from gesprek.vouwen import fold
from gesprek.weergave import shorten
from vragen import slots_of

STILTE = 10
"""Seconds to wait after a question that asks for thinking (PRAKTIJK, C: RF6)."""
PAUZE = timedelta(minutes=10)
"""A longer time without a word is a pause, and no time spent."""
_DENKVRAAG = frozenset({"motief", "kwaliteit", "rode_draad", "leefregel", "inzicht", "kernwoord"})
_FEIT = frozenset({"plek", "rol", "wie", "gebeurtenis"})
_OP_RIJ = 3
"""So many questions for facts in a row are a cross-examination (PRAKTIJK, D: R5)."""
_ONLANGS = 40
"""Turns that are looked back on."""
_BINNEN = 2
"""So many turns of the mentor may pass before a feeling word is missed (PRAKTIJK, D: R3)."""

Soort_tip = Literal["toekomst", "gevoel", "feiten", ""]


@dataclass(frozen=True, slots=True)
class Coach:
    """The bar.

    :param poort: what is not there yet, in a few words; empty when the conversation is done.
    :param tijden: seconds spent in each fase so far, by its id.
    :param tip: one thing to look at, or empty; ``soort`` says which kind.
    :param stilte: seconds to wait for the answer to the question that was asked last.
    """

    fase: str
    poort: str
    tijden: dict[str, int]
    soort: Soort_tip = ""
    tip: str = ""
    stilte: int = 0


def watch(verloop: Samenverloop, nu: datetime) -> Coach:
    """Return what the bar tells now.

    :param nu: the moment of now, with time zone.
    """
    stap = verloop.bron.stappen.get(verloop.stand.stap)
    poort = stap.poort.in_taal(verloop.gesprek.taal) if stap and stap.poort and not verloop.klaar else ""
    soort, tip = _tip(verloop)
    vult = set(verloop.open_slots)
    stilte = STILTE if verloop.gevraagd and vult & _DENKVRAAG else 0
    return Coach(verloop.fase, poort, times(verloop, nu), soort, tip, stilte)


def times(verloop: Samenverloop, nu: datetime) -> dict[str, int]:
    """Return the seconds spent in each fase; pauses are left out."""
    tijden: dict[str, float] = dict.fromkeys(map(str, verloop.bron.flow.fasen), 0.0)
    momenten = [(beurt.fase, beurt.tijd) for beurt in verloop.beurten]
    if momenten and not verloop.klaar:
        momenten.append((verloop.fase, nu))
    for (_fase, begin), (fase, einde) in pairwise(momenten):
        if fase in tijden and timedelta(0) < einde - begin <= PAUZE:
            tijden[fase] += (einde - begin).total_seconds()
    return {fase: round(seconden) for fase, seconden in tijden.items()}


def _tip(verloop: Samenverloop) -> tuple[Soort_tip, str]:
    if verloop.klaar or verloop.zorg:
        return "", ""
    onlangs = verloop.regels[-_ONLANGS:]
    mentor = [r for r in onlangs if r.spreker is Spreker.MENTOR and not r.vervallen and _speaks(r)]
    fasen = list(map(str, verloop.bron.flow.fasen))
    terug = verloop.fase in fasen[:2]
    if terug and mentor and mentor[-1].soort.asks and _ahead(verloop, mentor[-1]):
        return "toekomst", _("The future comes after the story: {gate}.").format(gate=_gate(verloop))
    if verloop.fase == fasen[0] and (woord := missed_feeling(verloop)):
        return "gevoel", _("‘{word}’ was not said back yet.").format(word=woord)
    laatste = mentor[-_OP_RIJ:]
    if verloop.fase == fasen[0] and len(laatste) == _OP_RIJ and all(_asks_fact(verloop, r) for r in laatste):
        return "feiten", _("Three facts in a row: now say back what you heard.")
    return "", ""


def _speaks(regel: Regel) -> bool:
    return regel.soort.asks or regel.soort is Soort.REACTIE


def _gate(verloop: Samenverloop) -> str:
    stap = verloop.bron.stappen.get(verloop.stand.stap)
    return stap.poort.in_taal(verloop.gesprek.taal) if stap and stap.poort else verloop.fase


def _slots(verloop: Samenverloop, regel: Regel) -> set[str]:
    """Return what a question of the mentor asks for."""
    if regel.vraag.startswith(EIGEN):
        return set(slots(regel.vraag, verloop.verhaal))
    vraag, deel = verloop.bron.bank.resolve(regel.vraag)
    return set(slots_of(vraag) if deel is None else vraag.units[deel].vult)


def _ahead(verloop: Samenverloop, regel: Regel) -> bool:
    gevraagd = _slots(verloop, regel)
    return bool(gevraagd) and not verloop.may_fill(gevraagd)


def _asks_fact(verloop: Samenverloop, regel: Regel) -> bool:
    """Whether a turn only asks for a fact: it says nothing of the student back."""
    if not regel.soort.asks or regel.citaten or has_quote(regel.tekst) or _repeats(verloop, regel):
        return False
    gevraagd = _slots(verloop, regel)
    return bool(gevraagd) and gevraagd <= _FEIT


def _repeats(verloop: Samenverloop, regel: Regel) -> bool:
    """Whether a turn says words of the answer before it again."""
    ervoor = verloop.regels[max(0, regel.nr - _BINNEN) : regel.nr]
    return any(r.spreker is Spreker.LEERLING and quotes_from(regel.tekst, r.tekst) for r in ervoor)


def missed_feeling(verloop: Samenverloop) -> str:
    """Return the student's last feeling word when the mentor went on without it; empty when there is none."""
    emoties = verloop.verhaal.slots.get("emotie", ())
    if not emoties:
        return ""
    laatste = emoties[-1].citaat
    erna = [
        r
        for r in verloop.regels[laatste.beurt + 1 :][:_ONLANGS]
        if r.spreker is Spreker.MENTOR and _speaks(r) and not r.vervallen
    ]
    gezegd = any(fold(laatste.tekst) in fold(r.tekst) for r in erna)
    return "" if gezegd or len(erna) < _BINNEN else shorten(laatste)
