"""What becomes of a feeling word that the student said: taken up, or dropped and brought back once."""

from __future__ import annotations

from dataclasses import replace

from gesprek.model import Taal
from gesprek.oefenen.keuze import Kiezer
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.toestand import Gevoel, Toestand
from gesprek.oefenen.zet import Zet
from gesprek.vouwen import fold

_BINNEN = 2
"""Turns within which a feeling word must be taken up (handelingsregel 3)."""
_LATER = 3
"""Turns after which a dropped feeling may come back."""


def hear(leerling: Leerling, taal: Taal, toestand: Toestand, zet: Zet) -> tuple[Gevoel, ...]:
    """Return what an utterance does with the feelings that were named."""
    uit = []
    for gevoel in toestand.gevoelens:
        if gevoel.stand in ("open", "terug"):
            if _taken_up(leerling, taal, gevoel, zet):
                gevoel = replace(gevoel, stand="opgepakt", beurt=toestand.beurt)
            elif gevoel.stand == "open" and toestand.beurt - gevoel.beurt >= _BINNEN:
                gevoel = replace(gevoel, stand="gevallen", beurt=toestand.beurt)
        uit.append(gevoel)
    return tuple(uit)


def _taken_up(leerling: Leerling, taal: Taal, gevoel: Gevoel, zet: Zet) -> bool:
    woord = leerling.find(gevoel.fragment).gevoel
    if zet.oordeel.schendt:
        return False
    eigen = bool(woord) and woord is not None and fold(woord.in_taal(taal)) in fold(zet.tekst)
    return eigen or zet.erkent or "aanleiding" in zet.vraagt


def come_back(leerling: Leerling, taal: Taal, toestand: Toestand, kiezer: Kiezer) -> tuple[Toestand, str] | None:
    """Return the state and what is said when a dropped feeling comes back, once; None when none does."""
    for nr, gevoel in enumerate(toestand.gevoelens):
        if gevoel.stand == "gevallen" and toestand.beurt - gevoel.beurt >= _LATER:
            zin = kiezer.choose(leerling.find(gevoel.fragment).texts(taal).terug)
            if zin:
                nieuw = replace(gevoel, stand="terug", beurt=toestand.beurt)
                rij = (*toestand.gevoelens[:nr], nieuw, *toestand.gevoelens[nr + 1 :])
                return replace(toestand, gevoelens=rij), zin
    return None
