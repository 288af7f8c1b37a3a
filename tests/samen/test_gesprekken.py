"""Whole conversations of two as data: on the engine, replayed from a file, and in a real process."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.model import Soort
from gesprek.regels.verslag.nalezen import read_report
from gesprek.samen.proef import judge, load_proef, played, run
from gesprek.samen.sessie import Samensessie
from tests.conftest import GESPREKKEN
from tests.processen import Proces
from tests.processen import run as run_cli

PADEN = sorted((GESPREKKEN / "samen").glob("*.yaml"))


@pytest.mark.parametrize("pad", PADEN, ids=lambda p: p.stem)
def test_a_conversation_as_data_goes_as_expected(pad: Path) -> None:
    assert run(pad) == []


@pytest.mark.parametrize("pad", PADEN, ids=lambda p: p.stem)
def test_read_back_from_the_file_it_is_in_the_same_place(pad: Path, tmp_path: Path) -> None:
    proef = load_proef(pad)
    with played(proef, tmp_path / "a.db") as verslag:
        assert verslag.sessie is not None
        toen = verslag.sessie.samen
    archief = open_archief(tmp_path / "a.db")
    nu = Samensessie.resume(archief, proef.id).samen
    archief.close()
    assert nu.beurten == toen.beurten
    assert [(r.tekst, r.vervallen) for r in nu.regels] == [(r.tekst, r.vervallen) for r in toen.regels]
    assert nu.stand.stap == toen.stand.stap
    assert nu.verhaal.slots == toen.verhaal.slots
    assert nu.opbrengst() == toen.opbrengst()
    assert (nu.gesprek.leerling, nu.gesprek.mentor) == (proef.leerling, proef.mentor)


@pytest.mark.parametrize("pad", PADEN, ids=lambda p: p.stem)
def test_every_turn_says_who_said_it(pad: Path) -> None:
    with played(load_proef(pad)) as verslag:
        assert verslag.sessie is not None
        for beurt in verslag.sessie.verloop.beurten:
            if beurt.soort.asks or beurt.soort is Soort.WAARNEMING:
                assert beurt.spreker == "mentor"
            elif beurt.soort is Soort.ANTWOORD:
                assert beurt.spreker == "leerling"
        assert all("spreker" in object_ for object_ in verslag.gezegd)


def test_a_conversation_that_goes_otherwise_is_told() -> None:
    proef = load_proef(GESPREKKEN / "samen" / "goede_mentor.yaml")
    anders = proef.verwacht.model_copy(
        update={
            "kernwoord": "iets anders",
            "afspraken": (),
            "pad": ("activeren.netwerk", "terugkijken.ervaring"),
            "fluistert": {"waarom": 3},
            "let_op": ("toekomst",),
            "gezegd": ("dat zegt het nooit",),
            "zwijgt": ("trots",),
            "dossier": (),
            "sprekers": {"mentor": 1},
            "weg": ("speelhoek",),
        }
    )
    with played(proef) as verslag:
        fouten = judge(proef.model_copy(update={"verwacht": anders}), verslag)
    assert len(fouten) == 10


def test_a_script_leads_a_conversation_of_two_in_a_real_process(tmp_path: Path) -> None:
    proef = load_proef(GESPREKKEN / "samen" / "twee_zittingen.yaml")
    db = tmp_path / "gesprek.db"
    argumenten = ["samen", "--flow", proef.flow, "--leerling", proef.leerling, "--mentor", proef.mentor]
    proces = Proces(*argumenten, db=db)
    gezegd = proces.read()
    for regel in proef.regels:
        if regel != "/stop":
            gezegd += proces.send(regel)
            continue
        assert proces.stop() == (0, "")
        proces = Proces("hervat", db=db)
        gezegd += proces.read()
    assert proces.stop() == (0, "")
    klaar = gezegd[-1]
    assert klaar["soort"] == "klaar"
    assert klaar["kernwoord"] == proef.verwacht.kernwoord
    assert klaar["dossier"] == ["kernwoord", "afspraak"]
    assert all("spreker" in object_ for object_ in gezegd)


def test_it_is_read_back_by_the_report_with_the_mentor_as_the_one_who_asks(tmp_path: Path) -> None:
    proef = load_proef(GESPREKKEN / "samen" / "goede_mentor.yaml")
    db, uit = tmp_path / "a.db", tmp_path / "g.json"
    with played(proef, db):
        pass
    uit.write_text(run_cli("toon", proef.id, "--json", GESPREK_DB=str(db)).stdout, encoding="utf-8")
    verslag = read_report(uit, "nl")
    assert {b.spreker for b in verslag.gesprek.beurten} == {"mentor", "leerling"}
    assert not any("stil werd" in b.tekst or "programma" in b.tekst for b in verslag.gesprek.beurten)
    assert verslag.kernwoord.woord == "rust"
    getoond = run_cli("toon", proef.id, GESPREK_DB=str(db)).stdout
    assert "Marije zag: Ik zag dat je bij het vertellen ook stil werd." in getoond


def test_each_word_of_the_student_is_in_the_file_before_the_answer_to_it(tmp_path: Path) -> None:
    db = tmp_path / "gesprek.db"
    proces = Proces("samen", db=db)
    proces.read()
    proces.send("L: Op stage was ik trots.")
    proces.send("M: Waar was je toen?")
    proces.kill()
    archief = open_archief(db)
    _gesprek, beurten = archief.read(archief.recent()[0].id)
    archief.close()
    assert [(str(b.spreker), b.tekst) for b in beurten[-2:]] == [
        ("leerling", "Op stage was ik trots."),
        ("mentor", "Waar was je toen?"),
    ]
