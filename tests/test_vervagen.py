"""From the third conversation on, questions about the decor and explanations fade; the gates stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from gesprek.archief import open_archief
from gesprek.sessie import Sessie
from gesprek.uiting import Uiting

ANTWOORDEN = {
    "ervaring": "Op stage praatte een collega steeds door me heen, zo irritant.",
    "plek": "In de teamkamer.",
    "rol": "Ik moest de overdracht doen.",
    "wie": "Vijf verpleegkundigen en ik.",
    "gebeurtenis": "Ik zei dat mevrouw niet had gegeten en zij praatte er gewoon doorheen.",
    "aanleiding": "Ze keek niet eens op toen ik begon.",
    "verbreden": "Bij voetbal vroeg de trainer de keeper niets.",
    "verdiepen": "In groep 8 wist ik dat het decor loszat en niemand luisterde.",
    "kernwoord": "meetellen",
    "warmte": "8",
    "datum": "vrijdag",
    "afspraak": "Meelopen bij de wijkzorg.",
    "terugblik": "gedaan",
    "uitkomst": "ging goed",
}
POORTEN = ("ervaring", "emotie", "gebeurtenis", "aanleiding", "verbreden", "verdiepen", "rode_draad", "kernwoord")


def _same(moment: datetime) -> datetime:
    return moment


@dataclass
class Telling:
    """What one conversation took.

    :param vragen: questions, but for those about earlier afspraken.
    """

    vragen: int = 0
    decor: int = 0
    uitleg: int = 0


def lead(sessie: Sessie) -> Telling:
    """Lead one conversation to its end, with the same student every time."""
    telling = Telling()
    uitingen = sessie.start().uitingen
    while not sessie.verloop.klaar:
        open_ = uitingen[-1]
        telling.uitleg += sum(len(u.tekst.split()) for u in uitingen if u.soort == "reactie")
        telling.vragen += not {"terugblik", "uitkomst"} & set(open_.vult)
        telling.decor += bool({"plek", "rol", "wie"} & set(open_.vult))
        uitingen = sessie.answer(reply(open_)).uitingen
    return telling


def reply(open_: Uiting) -> str:
    """Return what the student answers."""
    if open_.vraag in ("vervolg.klein_verhaal", "vervolg.kernwoord_past"):
        return "ja"
    if open_.vraag == "vervolg.nog_een_afspraak":
        return "nee"
    return next((ANTWOORDEN[slot] for slot in open_.vult if slot in ANTWOORDEN), "Dat je luistert naar wie het zag.")


@pytest.mark.parametrize("flow", ["loopbaangesprek"])
def test_in_eight_conversations_questions_fall_and_every_gate_is_met(flow: str) -> None:
    archief = open_archief(None)
    begin = datetime(2026, 9, 1, 15, tzinfo=UTC)
    tellingen = []
    try:
        for week in range(8):
            moment = begin + timedelta(weeks=week)
            sessie = Sessie.begin(archief, flow, "nl", klok=partial(_same, moment))
            sessie.verloop.bewaarplek = "ergens"
            tellingen.append(lead(sessie))
            verhaal = sessie.verloop.verhaal
            assert all(verhaal.slots.get(poort) for poort in POORTEN)
            assert verhaal.value("warmte") == 8
            assert verhaal.afspraken[-1][1] is not None
    finally:
        archief.close()
    vragen = [t.vragen for t in tellingen]
    assert vragen == sorted(vragen, reverse=True)
    assert vragen[0] > vragen[2] > vragen[7]
    decor = [t.decor for t in tellingen]
    assert decor[0] == decor[1] == 2
    assert decor[2] == 1
    assert decor[7] == 0
    assert max(t.uitleg for t in tellingen[2:]) < min(t.uitleg for t in tellingen[:2])
