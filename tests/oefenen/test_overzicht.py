"""What is kept of practising, and ``gesprek oefen --overzicht``: one's own runs, and those of a group."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.cli import main
from gesprek.model import Oefening
from gesprek.oefenen.afronding import card_as_html, card_as_md, round_off
from gesprek.oefenen.leerlingen import load_student, student_names
from gesprek.oefenen.oefengesprek import play
from gesprek.oefenen.oefensessie import Oefensessie
from gesprek.oefenen.overzicht import read_own
from gesprek.oefenen.uitslag import as_oefening, read_result, result_of
from tests.processen import run

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
ID = "01JDCGN9R00000000000000000"
GESPREK = (
    "Welke ervaring van de laatste tijd wil je met mij delen?",
    "Waar was je toen?",
    "Waarom deed je dat?",
    "Je moet het gewoon vragen.",
    "Wat gebeurde er precies?",
)


def filled(db: Path, keer: int = 2) -> Path:
    """Make an archive with some runs."""
    archief = open_archief(db)
    for nr in range(keer):
        gesprek = play(load_student("sem"), "nl", GESPREK)
        archief.write_oefening(as_oefening(gesprek, ID[:-1] + str(nr), NU))
    archief.close()
    return db


@pytest.fixture
def export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """One person's export."""
    assert main(["oefen", "--overzicht", "--json", "--db", str(filled(tmp_path / "a.db"))]) == 0
    doel = tmp_path / "mus.json"
    doel.write_text(capsys.readouterr().out, encoding="utf-8")
    return doel


def test_a_result_is_numbers_and_none_of_the_words() -> None:
    oefening = as_oefening(play(load_student("sem"), "nl", GESPREK), ID, NU)
    uitslag = read_result(oefening)
    assert uitslag is not None
    assert uitslag.geschonden == {"advies": 1, "waarom": 1}
    assert uitslag.broken("geen-waarom") == uitslag.broken("met-niet-tegen") == 1
    assert uitslag.kept("recente-ervaring") == 1
    assert len(uitslag.openheid) == len(GESPREK) + 1
    assert 0 < uitslag.vrijgegeven < uitslag.van
    assert uitslag.fasen == ("terugkijken",)
    for woord in ("delen", "Waar was", "gewoon vragen"):
        assert woord not in oefening.uitslag


def test_what_cannot_be_read_any_more_is_left_out() -> None:
    stuk = [Oefening(ID, "sem", "nl", NU, uitslag) for uitslag in ("", "{}", '{"beurten": -1}', "[]")]
    goed = as_oefening(play(load_student("sem"), "nl", GESPREK), ID, NU)
    assert len(read_own([*stuk, goed]).oefeningen) == 1


def test_a_run_is_kept_from_three_turns_and_goes_when_it_is_taken_back(tmp_path: Path) -> None:
    archief = open_archief(tmp_path / "a.db")
    sessie = Oefensessie(archief, load_student("sem"), "nl", klok=lambda: NU)
    for nr, uiting in enumerate(GESPREK[:3]):
        assert len(archief.oefeningen()) == 0
        sessie.gesprek.say(uiting)
        assert sessie.keep() == ""
        assert sessie.kept is (nr == 2)
    sessie.gesprek.take_back()
    assert sessie.keep() == ""
    assert archief.oefeningen() == []
    archief.close()


@pytest.mark.parametrize("naam", student_names())
def test_every_student_has_an_end_and_a_card(naam: str) -> None:
    leerling = load_student(naam)
    for uitingen in ((), GESPREK[:1], ("…",), GESPREK, GESPREK * 4):
        gesprek = play(leerling, "nl", uitingen)
        einde = round_off(gesprek)
        assert einde.sterk
        assert einde.oefen
        assert einde.told[0] == result_of(gesprek).vrijgegeven
        assert einde.told[1] == len(leerling.fragmenten)
        assert len(einde.openheid) == len(uitingen) + 1
        assert all(w.verschil for w in einde.wendingen)
        assert card_as_md(einde.kaart).startswith("# ")


def test_words_on_the_card_stay_words() -> None:
    gesprek = play(load_student("sem"), "nl", ["Waarom <script>*x*</script>\x1b[31m # deed je dat?"])
    kaart = round_off(gesprek).kaart
    assert "<script>" not in card_as_html(kaart, "nl")
    assert "\\*x\\*" in card_as_md(kaart)
    assert "\x1b" not in card_as_html(kaart, "nl") + card_as_md(kaart)


# the overview


def test_own_runs_as_lines_json_and_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = str(filled(tmp_path / "a.db"))
    assert main(["oefen", "--overzicht", "--db", db]) == 0
    regels = capsys.readouterr().out
    assert "2 oefengesprekken" in regels
    assert "Geen waarom: gehouden 0, gebroken 2" in regels
    assert main(["oefen", "--overzicht", "--md", "--db", db]) == 0
    tabel = capsys.readouterr().out
    assert "| Geen waarom | ✓ 0 · ✗ 2 |" in tabel
    assert "score" not in tabel
    assert main(["oefen", "--overzicht", "--json", "--db", db]) == 0
    ding = json.loads(capsys.readouterr().out)
    assert ding["soort"] == "overzicht"
    assert ding["regels"]["geen-waarom"] == {"gehouden": 0, "geschonden": 2}
    assert [o["leerling"] for o in ding["oefeningen"]] == ["sem", "sem"]


def test_without_an_archive_it_is_empty_and_makes_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oefen", "--overzicht", "--json", "--db", str(tmp_path / "geen.db")]) == 0
    assert json.loads(capsys.readouterr().out)["oefeningen"] == []
    assert not (tmp_path / "geen.db").exists()


def test_a_group_is_one_table_with_pseudonyms(export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ding = json.loads(export.read_text())
    (tmp_path / "b.json").write_text(json.dumps(ding | {"naam": "Merel | [b]"}))
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "mus.json").write_text(json.dumps(ding | {"oefeningen": ding["oefeningen"][:1]}))
    paden = [str(p) for p in (export, tmp_path / "b.json", tmp_path / "map" / "mus.json")]
    assert main(["oefen", "--overzicht", "--json", *paden]) == 0
    groep = json.loads(capsys.readouterr().out)
    assert [p["naam"] for p in groep["personen"]] == ["mus", "Merel | [b]", "mus (2)"]
    assert groep["oefeningen"] == 5
    assert groep["regels"]["geen-waarom"]["geschonden"] == 5
    assert main(["oefen", "--overzicht", "--md", *paden]) == 0
    tabel = capsys.readouterr().out
    assert "| Regel | mus | Merel \\| \\[b\\] | mus (2) | Samen |" in tabel
    assert "| Geen waarom | ✓ 0 · ✗ 2 | ✓ 0 · ✗ 2 | ✓ 0 · ✗ 1 | ✓ 0 · ✗ 5 |" in tabel
    assert main(["oefen", "--overzicht", *paden]) == 0
    assert "mus: 2 oefengesprekken" in capsys.readouterr().out


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"{", b"[]", b'{"soort":"groep"}', b"\xff\xfe", b"[" * 100_000, b'{"soort":"overzicht","oefeningen":[{}]}'],
)
def test_a_bad_file_is_one_clear_sentence(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: bytes
) -> None:
    fout = tmp_path / "fout.json"
    fout.write_bytes(inhoud)
    assert main(["oefen", "--overzicht", "--json", str(export), str(fout)]) == 1
    uit = capsys.readouterr()
    assert uit.out == ""
    assert uit.err.count("\n") == 1
    assert "fout.json" in uit.err


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for pad in (tmp_path / "weg.json", tmp_path):
        assert main(["oefen", "--overzicht", str(pad)]) == 1
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("argumenten", [["--md"], ["x.json"], ["--overzicht", "--md", "--json"]])
def test_options_that_do_not_go_together_are_wrong_usage(argumenten: list[str], tmp_path: Path) -> None:
    assert main(["oefen", *argumenten, "--db", str(tmp_path / "a.db")]) == 2


def test_a_plain_conversation_is_kept_and_not_when_not_wanted(tmp_path: Path) -> None:
    invoer = "\n".join(GESPREK) + "\n/stop\n"
    for extra, keer in (("--niet-bewaren", 0), ("--gewoon", 1)):
        db = tmp_path / "p.db"
        uit = run("oefen", "--leerling", "sem", extra, "--db", str(db), invoer=invoer)
        assert uit.returncode == 0
        archief = open_archief(db)
        assert len(archief.oefeningen()) == keer
        archief.close()


def test_a_practice_run_can_be_erased_by_its_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = filled(tmp_path / "a.db")
    assert main(["wis", "--ja", ID, "--db", str(db)]) == 0
    archief = open_archief(db)
    assert [o.id for o in archief.oefeningen()] == [ID[:-1] + "1"]
    archief.close()
