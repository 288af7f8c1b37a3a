"""The thread of one student, from a real archive: quotes that lead back to their conversation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gesprek.archief import Archief, open_archief
from gesprek.bron import load_bron
from gesprek.cli import main
from gesprek.draad import by_lemma
from gesprek.draad.blad import DELEN, explain_part, nothing_there, part_name, read_rows, read_timeline
from gesprek.draad.lezen import (
    COMPETENTIES,
    activities,
    fill_missing,
    places_of,
    quotes,
    read_conversations,
    read_said,
    words_back,
)
from gesprek.samen.proef import load_proef, played
from tests.conftest import GESPREKKEN
from tests.draad.gevuld import IDS, hold, hold_all
from vragen.competenties import competence_by_slot


def test_kernwoorden_lead_back_to_where_they_were_given(archief: Archief) -> None:
    hold_all(archief)
    tijdlijn = read_timeline(archief, read_conversations(archief), by_lemma)
    assert [lijn.woorden for lijn in tijdlijn.lijnen] == [("rust",), ("helpen", "Geholpen")]
    for moment in tijdlijn.momenten:
        beurten = archief.read(moment.plaats.gesprek)[1]
        assert beurten[moment.plaats.beurt].tekst == moment.plaats.tekst


@pytest.mark.parametrize("deel", DELEN)
def test_every_quote_stands_to_the_letter_in_its_turn(archief: Archief, deel: str) -> None:
    hold_all(archief)
    gesprekken = read_conversations(archief)
    rijen = read_rows(archief, gesprekken, deel, "nl", by_lemma)  # type: ignore[arg-type]
    assert rijen
    for plaats in (rij.plaats for rij in rijen if rij.plaats is not None):
        assert plaats.tekst in archief.read(plaats.gesprek)[1][plaats.beurt].tekst


def test_words_come_back_with_their_quotes(archief: Archief) -> None:
    hold_all(archief)
    gesprekken = read_conversations(archief)
    woorden = {woord.naam: woord for woord in words_back(archief, gesprekken, by_lemma)}
    plekken = places_of(woorden["uitleggen"], gesprekken, read_said(archief, gesprekken))
    assert [plaats.gesprek for plaats in plekken] == list(woorden["uitleggen"].gesprekken)
    assert "uitleggen" in plekken[0].tekst


def test_what_was_chosen_from_a_list_is_no_word_of_the_student(archief: Archief) -> None:
    hold(archief, 0, klopt="Klopt wel zo")
    hold(archief, 1, klopt="Klopt wel zo")
    assert all("klopt" not in tekst.casefold() for tekst in archief.told().values())


def test_competences_hold_quotes_and_nothing_that_counts(archief: Archief) -> None:
    hold_all(archief)
    rijen = read_rows(archief, read_conversations(archief), "competenties", "nl")
    koppen = [rij for rij in rijen if rij.plaats is None]
    assert len(koppen) == 5
    assert all(rij.bij.endswith("?") and not any(teken.isdigit() for teken in rij.bij + rij.kop) for rij in koppen)


def test_the_slots_of_a_competence_are_those_of_its_questions() -> None:
    per_slot = competence_by_slot(load_bron("loopbaangesprek").bank)
    for competentie, slots in COMPETENTIES.items():
        assert {per_slot.get(slot, competentie) for slot in slots} == {competentie}


def test_activities_stand_per_kind(archief: Archief) -> None:
    hold_all(archief)
    gevonden = activities(archief, read_conversations(archief), "nl")
    assert [soort for soort, _plekken in gevonden] == ["Open dag of meeloopdag", "Stage", "Les"]


def test_what_was_struck_is_gone_from_the_thread(archief: Archief) -> None:
    sessie = hold(archief, 0)
    nr = next(plaats.beurt for plaats in quotes(archief, "", "kwaliteit"))
    sessie.strike(nr)
    assert quotes(archief, "", "kwaliteit") == []


def test_the_thread_of_a_student_holds_nothing_of_another_and_nothing_of_the_mentor(tmp_path: Path) -> None:
    db = tmp_path / "samen.db"
    pad = next(p for p in sorted((GESPREKKEN / "samen").glob("*.yaml")) if load_proef(p).leerling)
    with played(load_proef(pad), db) as verslag:
        assert verslag.sessie is not None
        naam = verslag.sessie.gesprek.leerling
        gezegd = [b.tekst for b in verslag.sessie.verloop.beurten if b.spreker == "mentor" and b.tekst]
    archief = open_archief(db)
    hold(archief, 0)
    ander = read_conversations(archief, naam)
    assert set(ander.koppen).isdisjoint(read_conversations(archief).koppen)
    alles = "\n".join(tekst for _g, _nr, tekst in archief.said(naam)) + "\n".join(archief.told(naam).values())
    assert not any(tekst in alles for tekst in gezegd if len(tekst) > 20)
    assert IDS[0] not in archief.told(naam)
    archief.close()


def test_conversations_from_before_are_read_again(archief: Archief) -> None:
    hold_all(archief)
    slots = ("kwaliteit", "motief", "kernwoord", "ervaring", "stap")
    eerst = archief.gevuld(set(slots))
    for id in IDS:
        archief.write_gevuld(id, ())
    assert archief.gevuld(set(slots)) == []
    assert len(fill_missing(archief, hoogstens=2)) == 2
    assert len(fill_missing(archief)) == 1
    assert archief.gevuld(set(slots)) == eerst
    assert fill_missing(archief) == []


def test_every_part_has_words_for_when_it_is_empty() -> None:
    for woorden in (part_name, explain_part, nothing_there):
        assert len({woorden(deel) for deel in DELEN}) == len(DELEN)


# the command


def run(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str, str]:
    code = main(["draad", *argumenten])
    uit = capsys.readouterr()
    return code, uit.out, uit.err


@pytest.fixture
def db(archief: Archief, tmp_path: Path) -> str:
    """The file of an archive with three conversations."""
    hold_all(archief)
    return str(tmp_path / "gesprek.db")


def test_the_command_writes_plain_lines(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, _fout = run(capsys, "--gewoon", "--db", db)
    assert code == 0
    assert "Eerst ‘rust’ (5 sep 2025), later ‘helpen’ (12 dec 2025)." in uit
    assert re.search(r"^uitleg.*: in [23] gesprekken$", uit, re.MULTILINE)
    assert "  5 sep 2025  ‘ik kan rustig iets uitleggen’" in uit
    assert not any(0x2500 <= ord(teken) < 0x2900 for teken in uit)  # neither boxes nor braille


def test_the_command_gives_json_with_where_everything_stands(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    _code, uit, _fout = run(capsys, "--json", "--db", db)
    draad = json.loads(uit)
    assert draad["gesprekken"] == 3
    assert [lijn["woorden"] for lijn in draad["kernwoorden"]] == [["rust"], ["helpen", "Geholpen"]]
    assert draad["kwaliteiten"][0] == {
        "gesprek": IDS[0],
        "datum": "2025-09-05",
        "beurt": draad["kwaliteiten"][0]["beurt"],
        "tekst": "ik kan rustig iets uitleggen",
    }
    assert [c["competentie"] for c in draad["competenties"]] == list(COMPETENTIES)


def test_the_command_draws(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "draad.svg"
    code, uit, _fout = run(capsys, "--svg", "-o", str(doel), "--db", db)
    assert (code, uit) == (0, "")
    assert doel.read_text(encoding="utf-8").startswith("<svg")
    assert run(capsys, "--svg", "--db", db)[1].startswith("<svg")


def test_one_conversation_is_said_to_be_no_thread_yet(
    archief: Archief, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hold(archief, 0)
    _code, uit, _fout = run(capsys, "--gewoon", "--db", str(tmp_path / "gesprek.db"))
    assert "nog geen draad" in uit


def test_an_empty_archive_is_said_kindly_and_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, _fout = run(capsys, "--gewoon", "--db", str(tmp_path / "niets.db"))
    assert code == 0
    assert "Er zijn nog geen gesprekken" in uit
    assert not (tmp_path / "niets.db").exists()


@pytest.mark.parametrize(
    ("argumenten", "code", "zin"),
    [
        (["--leerling", "Niemand"], 1, "Niemand"),
        (["--json", "--svg"], 2, "niet allebei"),
        (["-o", "x.svg"], 2, "--svg"),
        (["--svg", "-o", "/nergens/x.svg"], 1, "/nergens/x.svg"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    db: str, capsys: pytest.CaptureFixture[str], argumenten: list[str], code: int, zin: str
) -> None:
    gegeven, _uit, fout = run(capsys, *argumenten, "--db", db)
    assert gegeven == code
    assert zin in fout
