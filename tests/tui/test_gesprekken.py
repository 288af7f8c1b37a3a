"""Whole conversations as data, led through the real app: typed, sent, gone back, stopped and gone on with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.proef import Proef, Verslag, answer_for, engine, judge, load_proef, play
from gesprek.protocol import as_object
from gesprek.sessie import Sessie
from gesprek.taal import use_taal
from tests.conftest import GESPREKKEN
from tests.tui.toneel import Spel, field, settle, stage, text

NAMEN = ("stage_negatief", "english_short", "terug_en_stop")


def _clock(proef: Proef) -> Callable[[], datetime]:
    dag = date.fromisoformat(proef.vandaag)
    return lambda: datetime(dag.year, dag.month, dag.day, 15, tzinfo=UTC)


async def _type(spel: Spel, tekst: str) -> None:
    """Answer as a person would: by typing, also where there are options or a scale."""
    match tekst:
        case "/terug":
            await spel.press("f2")
        case "/sla-over":
            await spel.press("f3")
        case _:
            veld = field(spel)
            veld.focus()
            veld.text = ""
            veld.insert(tekst)
            await spel.press("enter")
    await settle(spel)


@pytest.mark.parametrize("naam", NAMEN)
async def test_a_conversation_as_data_goes_through_the_app_as_through_the_engine(naam: str, tmp_path: Path) -> None:
    proef = load_proef(GESPREKKEN / f"{naam}.yaml")
    use_taal(proef.taal)
    archief = open_archief(tmp_path / "gesprek.db")
    sessie = Sessie.begin(archief, proef.flow, proef.taal, klok=_clock(proef), id=proef.id)
    sessie.start()
    verslag = Verslag()
    gebruikt: dict[str, int] = {}
    while not sessie.verloop.klaar and len(verslag.antwoorden) < 100:
        async with stage(sessie).run_test(size=(100, 32)) as spel:
            await settle(spel)
            while sessie.now is not None:
                vraag = as_object(sessie.now, sessie)
                verslag.gezegd.append(vraag)
                antwoord = answer_for(proef, vraag, gebruikt)
                verslag.antwoorden.append(antwoord)
                if antwoord == "/stop":
                    await spel.press("ctrl+q")
                    break
                await _type(spel, antwoord)
            else:
                # the card spaces the letters of the kernwoord out
                woord = (proef.verwacht.kernwoord or "").replace(" ", "").casefold()
                assert woord in text(spel).replace(" ", "").casefold()
        sessie = Sessie.resume(archief, proef.id, klok=_clock(proef)) if not sessie.verloop.klaar else sessie
    opbrengst = sessie.verloop.opbrengst()
    assert opbrengst.kernwoord == proef.verwacht.kernwoord
    with engine(proef) as leid:
        motor = play(proef, leid)
    assert judge(proef, motor) == []
    assert [v["vraag"] for v in verslag.vragen] == [v["vraag"] for v in motor.vragen]
    archief.close()
