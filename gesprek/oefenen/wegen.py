"""What an utterance does to trust: the table of ``wegen.yaml``, as a pure function.

It looks at the utterance, at who the student is, and at a few counters, never at what was told: so two runs of the same
utterances with one kept move replaced by a broken one can be compared turn by turn. Every counter moves such that a
break leaves it at least as bad as any kept utterance would; gains never grow when a counter is worse; a break costs
at least as much as the dearest utterance that breaks nothing; a repair leads back at most to where it was before the
break. Gains shrink near full trust, by one hundredth for ``vol_bij`` hundredths, so that more trust stays more. From
that follows, by induction, that replacing a kept move by a broken one never raises the openness at the end.
``tests/oefenen/test_wegen.py`` tries it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from gesprek.inlezen import Gegeven, Inleesfout, read, validate
from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.toestand import Vertrouwen, level
from gesprek.oefenen.zet import BESCHOUWEND, FEITEN, VOORUIT, Zet, recognise
from gesprek.oefenen.zorg import helps, pardon
from gesprek.regels import toets
from gesprek.regels.oordeel import Code, Oordeel
from gesprek.taal import _

MAP = Path(__file__).parent
_WEERSTAND_MAX = 3
_DERDE = 2
Honderdsten = Annotated[int, Field(ge=0, le=100)]


class Erbij(Gegeven):
    """What raises trust."""

    spiegel_vraag: Honderdsten
    erkenning_vraag: Honderdsten
    open: Honderdsten
    beschouwend: Honderdsten
    spiegel: Honderdsten
    erkenning: Honderdsten
    vertel: Honderdsten
    stilte: Honderdsten
    rij_half: Honderdsten


class Eraf(Gegeven):
    """What lowers it."""

    invullen: Honderdsten
    invullen_pleaser: Honderdsten
    advies: Honderdsten
    emotie_graven: Honderdsten
    monoloog: Honderdsten
    waarom: Honderdsten
    meervoudig: Honderdsten
    gesloten: Honderdsten
    gesloten_rij: Honderdsten
    te_vroeg: Honderdsten
    compliment: Honderdsten


class Rijgrenzen(Gegeven):
    """Fact questions in a row that count in full, and those that count for some."""

    vol: int
    half: int


class Gewichten(Gegeven):
    """The whole table."""

    erbij: Erbij
    rij: Rijgrenzen
    eraf: Eraf
    vol_bij: Annotated[int, Field(ge=1)]
    herstel_hoogstens: Honderdsten
    weerstand: tuple[Code, ...]


@lru_cache(maxsize=1)
def load_weights(pad: Path = MAP / "wegen.yaml") -> Gewichten:
    """Read the table.

    :raises Inleesfout: when it is broken, or a break would cost less than something that breaks nothing.
    """
    document = read(pad, f"oefenen/{pad.name}")
    gewichten = validate(Gewichten, document)
    eraf = gewichten.eraf
    licht = max(eraf.te_vroeg, eraf.compliment)
    fout = [
        document.bevinding(
            ("eraf", naam),
            _("“{key}” costs less than an utterance that breaks nothing.").format(key=naam),
            _("Make it at least {least}.").format(least=licht),
        )
        for naam in Eraf.model_fields
        if naam not in ("te_vroeg", "compliment") and getattr(eraf, naam) < licht
    ]
    if fout:
        raise Inleesfout(fout)
    return gewichten


@dataclass(frozen=True, slots=True)
class Vorm:
    """What of an utterance counts for trust, whatever was said before.

    :param breuken: what it breaks, whoever listens.
    :param soms: what it breaks or not, depending on what the student has said: it gains nothing and costs nothing.
    """

    breuken: tuple[Code, ...]
    soms: bool
    zet: Zet
    spiegelt: bool


@lru_cache(maxsize=8192)
def shape(leerling: Leerling, taal: Taal, tekst: str) -> Vorm:
    """Return what counts of an utterance with this student, whatever was told so far."""
    eigen = own_words(leerling, taal)
    leeg = toets(tekst, taal)
    vol = toets(tekst, taal, (eigen,))
    zeker = tuple(c for c in leeg.schendt if c in vol.schendt)
    soms = set(leeg.schendt) != set(vol.schendt)
    basis = Oordeel(vol.vraagsoort, tuple(o for o in vol.opmerkingen if o.code in zeker), (), vol.gehouden)
    zet = recognise(tekst, taal, (eigen, *everything(leerling, taal)), oordeel=basis)
    zeker = zet.oordeel.schendt
    if leerling.alarm and helps(zet.zorg):  # with who is in distress care is what opens, and pointing to help no advice
        zeker = pardon(zet.oordeel).schendt
        zet = replace(zet, erkent=True, vraagt=())
    return Vorm(zeker, soms and not zeker, zet, bool(zet.spiegelt) or zet.citeert)


@lru_cache(maxsize=64)
def own_words(leerling: Leerling, taal: Taal) -> str:
    """Return the words that are this student's: feeling words, kernwoorden, and the things of the story."""
    woorden: dict[str, None] = {}
    for fragment in leerling.fragmenten:
        if fragment.gevoel:
            woorden.setdefault(fragment.gevoel.in_taal(taal))
        for woord in fragment.over.in_taal(taal):
            woorden.setdefault(woord)
    for woord in leerling.kernwoorden.in_taal(taal):
        woorden.setdefault(woord)
    return ". ".join(woorden) + "."


@lru_cache(maxsize=64)
def everything(leerling: Leerling, taal: Taal) -> tuple[str, ...]:
    """Return all that this student could ever tell."""
    return tuple(zin for fragment in leerling.fragmenten for zin in fragment.texts(taal).all)


def step(leerling: Leerling, taal: Taal, nu: Vertrouwen, uiting: str) -> Vertrouwen:
    """Return the trust after an utterance."""
    vorm = shape(leerling, taal, uiting)
    na = _broken(leerling, nu, vorm) if vorm.breuken else _kept(nu, vorm)
    return replace(na, niveau=level(na.v, nu.niveau))


def _broken(leerling: Leerling, nu: Vertrouwen, vorm: Vorm) -> Vertrouwen:
    g = load_weights()
    kosten = max(_cost(leerling, code) for code in vorm.breuken)
    if nu.kort >= _DERDE:
        kosten = max(kosten, g.eraf.gesloten_rij)
    v = max(0, nu.v - kosten)
    return replace(
        nu,
        v=v,
        w=min(_WEERSTAND_MAX, nu.w + any(code in g.weerstand for code in vorm.breuken)),
        kort=nu.kort + 1,
        rij=nu.rij + 1,
        net_gevoel=True,
        terug_tot=max(0, min(nu.v - _lightest(nu), v + g.herstel_hoogstens)),
    )


def _lightest(nu: Vertrouwen) -> int:
    """Return the most that an utterance without a break can cost now: mending never brings back more than beyond it."""
    eraf = load_weights().eraf
    return max(eraf.te_vroeg, eraf.compliment, eraf.gesloten_rij if nu.kort >= _DERDE else 0)


def _cost(leerling: Leerling, code: Code) -> int:
    eraf = load_weights().eraf
    if code == "invullen" and "pleaser" in leerling.vlaggen:
        return eraf.invullen_pleaser
    kosten: int = getattr(eraf, code)
    return kosten


def _kept(nu: Vertrouwen, vorm: Vorm) -> Vertrouwen:
    g, zet = load_weights(), vorm.zet
    asked = zet.vraagt[0] if zet.vraagt else None
    zacht = vorm.spiegelt or zet.erkent
    if zet.gesloten and not zet.open:
        kosten = g.eraf.gesloten_rij if nu.kort >= _DERDE else 0
        return replace(
            nu,
            v=max(0, nu.v - kosten),
            terug_tot=max(0, nu.terug_tot - kosten),
            kort=nu.kort + 1,
            rij=nu.rij + 1,
            net_gevoel=False,
        )
    erbij = 0 if vorm.soms or nu.w >= _WEERSTAND_MAX else min(_gain(nu, vorm), (100 - nu.v) // g.vol_bij)
    if zet.herstelt and nu.terug_tot:
        erbij = max(erbij, nu.terug_tot - nu.v)
    elif zet.cijfers or (asked in VOORUIT and not zet.los and not nu.beschouwd):
        erbij = -g.eraf.te_vroeg
    elif zet.compliment and not zet.erkent:
        erbij -= g.eraf.compliment
    feit = asked in FEITEN or asked in ("vertel", "aanleiding", "gevoel") or zet.soort == "stilte"
    opent = zet.open or zacht or zet.soort == "stilte"
    return replace(
        nu,
        v=min(100, max(0, nu.v + erbij)),
        w=max(0, nu.w - 1) if zacht or zet.herstelt else nu.w,
        kort=0 if opent else nu.kort,
        rij=0 if zacht else nu.rij + feit,
        net_gevoel=asked == "gevoel",
        terug_tot=0 if zet.herstelt else max(0, nu.terug_tot + min(0, erbij)),  # what is lost since stays lost
        beschouwd=nu.beschouwd or asked in BESCHOUWEND,
    )


def _gain(nu: Vertrouwen, vorm: Vorm) -> int:
    erbij, zet = load_weights().erbij, vorm.zet
    asked = zet.vraagt[0] if zet.vraagt else None
    if zet.reden or (asked == "gevoel" and nu.net_gevoel):
        return 0
    if zet.open:
        if vorm.spiegelt:
            return erbij.spiegel_vraag
        if zet.erkent:
            return erbij.erkenning_vraag
        if asked in BESCHOUWEND or asked in VOORUIT:
            return erbij.beschouwend
        return _in_row(nu.rij, erbij.vertel if asked == "vertel" else erbij.open)
    if vorm.spiegelt:
        return erbij.spiegel
    if zet.erkent:
        return erbij.erkenning
    if zet.soort == "stilte":
        return _in_row(nu.rij, erbij.stilte)
    return 0


def _in_row(rij: int, heel: int) -> int:
    """Return what is left of a gain after so many fact questions in a row: an interrogation opens nobody."""
    g = load_weights()
    if rij < g.rij.vol:
        return heel
    return min(heel, g.erbij.rij_half) if rij < g.rij.half else 0
