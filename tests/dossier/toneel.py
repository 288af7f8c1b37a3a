"""Finished conversations for the tests of the dossier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ulid import ULID

from gesprek.archief import Archief
from gesprek.proef import load_proef, play
from gesprek.protocol import as_object, perform
from gesprek.samen.sessie import Samensessie
from gesprek.sessie import Sessie
from tests.conftest import GESPREKKEN

DAG = datetime(2026, 9, 14, 13, 0, tzinfo=UTC)


class Klok:
    """A clock that goes some seconds further each time it is looked at."""

    def __init__(self, nu: datetime) -> None:
        self.nu = nu

    def __call__(self) -> datetime:
        self.nu += timedelta(seconds=20)
        return self.nu


def finish(archief: Archief, naam: str = "stage_negatief", dag: int = 0, **antwoorden: str) -> str:
    """Play a conversation as data to its end.

    :param dag: days after the first.
    :returns: its id.
    """
    proef = load_proef(GESPREKKEN / f"{naam}.yaml")
    if antwoorden:
        proef = proef.model_copy(update={"antwoorden": proef.antwoorden | {k: (v,) for k, v in antwoorden.items()}})
    begin = DAG + timedelta(days=dag)
    id = str(ULID.from_timestamp((begin + timedelta(milliseconds=dag)).timestamp()))
    klok = Klok(begin)
    sessie: Sessie | None = None

    def leid(regel: str | None) -> list[dict[str, Any]]:
        nonlocal sessie
        if sessie is None:
            sessie = Sessie.begin(archief, proef.flow, proef.taal, klok=klok, id=id)
            uitingen = sessie.start().uitingen
        elif regel is None:
            sessie = Sessie.resume(archief, id, klok=klok)
            uitingen = tuple(u for u in (sessie.now,) if u)
        else:
            uitkomst = perform(sessie, regel)
            uitingen = uitkomst.uitingen if uitkomst else ()
        return [as_object(uiting, sessie) for uiting in uitingen]

    play(proef, leid)
    assert sessie is not None
    assert sessie.verloop.klaar, naam
    return id


def finish_together(archief: Archief, naam: str = "goede_mentor") -> str:
    """Play a conversation of two to its end."""
    from gesprek.samen.proef import load_proef as load_two
    from gesprek.samen.protocol import perform as perform_two

    proef = load_two(Path(GESPREKKEN) / "samen" / f"{naam}.yaml")
    klok = Klok(DAG)
    sessie = Samensessie.begin(
        archief, proef.flow, proef.taal, "samen", klok, proef.id, leerling=proef.leerling, mentor=proef.mentor
    )
    sessie.start()
    for regel in proef.regels:
        perform_two(sessie, regel)
    assert sessie.verloop.klaar
    return proef.id
