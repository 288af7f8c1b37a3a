"""Whole conversations as data, led through the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesprek.proef import engine, judge, load_proef, play, run
from tests.conftest import GESPREKKEN

PADEN = sorted(GESPREKKEN.glob("*.yaml"))
ANDERE_IDS = ["01JDCGN9R0000000000000AAAA", "01JDCGN9R0000000000000BBBB", "01JDCGN9R0000000000000CCCC"]


@pytest.mark.parametrize("pad", PADEN, ids=lambda p: p.stem)
def test_a_conversation_as_data_goes_as_expected(pad: Path) -> None:
    assert run(pad) == []


@pytest.mark.parametrize("pad", PADEN, ids=lambda p: p.stem)
def test_other_wordings_lead_to_the_same_yield(pad: Path) -> None:
    proef = load_proef(pad)
    for id in ANDERE_IDS:
        with engine(proef.model_copy(update={"id": id})) as leid:
            verslag = play(proef, leid)
        assert (verslag.klaar is not None) == proef.verwacht.klaar
        assert (verslag.klaar or {}).get("kernwoord") == proef.verwacht.kernwoord


def test_a_conversation_that_goes_otherwise_is_told() -> None:
    proef = load_proef(GESPREKKEN / "stage_negatief.yaml")
    anders = proef.verwacht.model_copy(
        update={
            "kernwoord": "Iets anders",
            "nooit": ("bijlage2.18",),
            "gevraagd": {"bijlage2.18": 3},
            "pad": ("activeren.afspraak", "terugkijken.ervaring"),
            "gezegd": ("dat zegt het nooit",),
            "zwijgt": ("irritant",),
            "vragen_hoogstens": 3,
        }
    )
    with engine(proef) as leid:
        fouten = judge(proef.model_copy(update={"verwacht": anders}), play(proef, leid))
    assert len(fouten) == 6
