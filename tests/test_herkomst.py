"""Everything of the student that is shown can be traced: to a turn, and to the letters in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.bron import load_bron
from gesprek.model import Gesprek, Spreker, Taal
from gesprek.proef import answer_for, load_proef
from gesprek.uiting import Uiting
from gesprek.verloop import Verloop
from gesprek.weergave import WEG

GESPREKKEN = sorted((Path(__file__).parent / "gesprekken").glob("*.yaml"))
TIJD = datetime(2026, 11, 23, 15, tzinfo=UTC)
GECITEERD = re.compile(r"‘([^‘]*?)’(?!\w)")
BRONNEN = {flow: load_bron(flow) for flow in ("loopbaangesprek", "kort")}
WOORDEN = [
    "ik",
    "was",
    "boos",
    "blij",
    "niet",
    "leuk",
    "toen",
    "de",
    "chef",
    "zei",
    "hij",
    "deed",
    "stom",
    "in",
    "de",
    "keuken",
    "met",
    "Anke",
    "dus",
    "rust",
    "luisteren",
    "luisterde",
    "samen",
    "‘ja’",
    "[b]",
    "nee",
    "weet",
    "8",
    "7",
    "morgen",
    "vrijdag",
    "trots",
    ".",
    ",",
    "\n",
    "😀",
    "İ",
]
ANTWOORDEN = st.lists(st.sampled_from(WOORDEN), max_size=14).map(" ".join)


def begin(flow: str, taal: Taal) -> Verloop:
    """Return a conversation that has not begun."""
    bron = BRONNEN[flow]
    return Verloop(bron, Gesprek("01JDCGN9R00000000000000000", "zelf", flow, bron.fingerprint, taal, TIJD, TIJD))


def check(verloop: Verloop, uitingen: tuple[Uiting, ...]) -> None:
    """Check every quote that is shown, and every word that fills the story."""
    for uiting in uitingen:
        for citaat in uiting.citaten:
            assert verloop.beurten[citaat.beurt].tekst[citaat.van : citaat.tot] == citaat.tekst
            assert verloop.beurten[citaat.beurt].spreker is Spreker.LEERLING
        for keuze in uiting.opties:
            if keuze.citaat is not None:
                bron = verloop.beurten[keuze.citaat.beurt].tekst
                assert bron[keuze.citaat.van : keuze.citaat.tot] == keuze.citaat.tekst == keuze.tekst
    for gevuld in verloop.verhaal.slots.values():
        for invulling in gevuld:
            citaat = invulling.citaat
            assert verloop.beurten[citaat.beurt].tekst[citaat.van : citaat.tot] == citaat.tekst


def quoted_is_typed(uitingen: tuple[Uiting, ...]) -> None:
    """Check that whatever stands between quotation marks was typed by the student."""
    for uiting in uitingen:
        bron = "\n".join(citaat.tekst for citaat in uiting.citaten)
        for stuk in GECITEERD.findall(uiting.tekst):
            assert stuk.removesuffix(f" {WEG}") in bron


@pytest.mark.parametrize("pad", GESPREKKEN, ids=lambda pad: pad.stem)
def test_in_every_conversation_as_data_every_quote_can_be_traced(pad: Path) -> None:
    proef = load_proef(pad)
    verloop = begin(proef.flow, proef.taal)
    uitingen = verloop.start(TIJD).uitingen
    gebruikt: dict[str, int] = {}
    for _nr in range(120):
        check(verloop, uitingen)
        quoted_is_typed(uitingen)
        if verloop.klaar:
            break
        open_ = uitingen[-1]
        vraag: dict[str, Any] = {"soort": open_.soort, "vraag": open_.vraag, "deel": open_.deel, "vult": open_.vult}
        antwoord = answer_for(proef, vraag, gebruikt)
        if antwoord == "/terug":
            uitingen = verloop.back(TIJD).uitingen
        elif antwoord.startswith("/"):
            uitingen = verloop.skip(TIJD).uitingen
        else:
            uitingen = verloop.answer(antwoord, TIJD).uitingen


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(BRONNEN)), st.sampled_from(["nl", "en"]), st.lists(ANTWOORDEN, min_size=1, max_size=40))
def test_in_random_conversations_every_quote_can_be_traced(flow: str, taal: Taal, antwoorden: list[str]) -> None:
    verloop = begin(flow, taal)
    uitingen = verloop.start(TIJD).uitingen
    for antwoord in antwoorden:
        check(verloop, uitingen)
        if verloop.klaar:
            break
        uitingen = (verloop.back(TIJD) if antwoord == "8 8" else verloop.answer(antwoord, TIJD)).uitingen
    check(verloop, uitingen)
