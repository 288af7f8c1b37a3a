"""The commands: exporteer, dossier and importeer, each in a process of its own."""

from __future__ import annotations

import json
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.model import Dossierkeuze
from gesprek.taal import use_taal
from tests.dossier.toneel import finish, finish_together
from tests.processen import run

GEWOON = "--gewone-delen"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two finished conversations."""
    use_taal("nl")
    pad = tmp_path_factory.mktemp("db") / "gesprek.db"
    archief = open_archief(pad)
    finish(archief)
    finish(archief, "kort_positief", 30)
    archief.close()
    return pad


def test_one_text_goes_to_standard_output_and_what_was_chosen_for_you_to_standard_error(db: Path) -> None:
    uit = run("exporteer", GEWOON, "--db", str(db))
    assert uit.returncode == 0
    assert "Mijn woord: simpel maken" in uit.stdout
    assert "niets aangevinkt bij 1 van 1" in uit.stderr
    assert "behalve gevoelens" in uit.stderr


def test_what_is_not_ticked_or_named_stays_out(db: Path, tmp_path: Path) -> None:
    for opdracht in ("exporteer", "dossier"):
        uit = run(opdracht, "--formaat", "md", "--db", str(db))
        assert (uit.returncode, uit.stdout) == (1, "")
        assert GEWOON in uit.stderr
    genoemd = run("exporteer", "--met", "kernwoord", "--db", str(db))
    assert "Mijn woord: simpel maken" in genoemd.stdout
    assert len(re.findall(r"^- |^> ", genoemd.stdout, re.MULTILINE)) == 0
    assert "alleen mee wat je noemde" in genoemd.stderr
    pad = tmp_path / "a.db"
    shutil.copyfile(db, pad)
    archief = open_archief(pad)
    archief.write_dossierkeuze(Dossierkeuze(archief.recent(klaar=True)[0].id, frozenset({"kernwoord"})))
    archief.close()
    uit = run("dossier", "--formaat", "md", "--db", str(pad))
    assert "simpel maken" in uit.stdout
    assert "niets aangevinkt bij 1 van 2: dat blijft eruit" in uit.stderr


def test_parts_are_named_on_the_command_line(db: Path) -> None:
    id = json.loads(run("lijst", "--json", "--db", str(db)).stdout)[1]["id"]
    zonder = run("exporteer", id, GEWOON, "--db", str(db)).stdout
    assert "Anke" not in zonder
    assert "irritant" not in zonder
    met = run("exporteer", id, GEWOON, "--met", "namen,emotie", "--zonder", "kernwoord", "--db", str(db)).stdout
    assert "Anke" in met
    assert "irritant" in met
    assert "Mijn woord" not in met
    alles = run("exporteer", id, "--alles-mee", "--db", str(db))
    assert "Het hele gesprek" in alles.stdout
    assert "Alles ging mee" in alles.stderr
    assert "behalve" not in alles.stderr
    mis = run("exporteer", "--met", "cijfers", "--db", str(db))
    assert mis.returncode == 2
    assert "“cijfers” is hier niet bekend" in mis.stderr


def test_several_formats_become_files_for_their_owner_only(db: Path, tmp_path: Path) -> None:
    uit = run("dossier", GEWOON, "--formaat", "md,html,pdf,json,csv", "-o", f"{tmp_path}/nieuw/", "--db", str(db))
    assert uit.returncode == 0, uit.stderr
    bestanden = sorted((tmp_path / "nieuw").iterdir())
    assert [b.suffix for b in bestanden] == [".csv", ".html", ".json", ".md", ".pdf"]
    assert {b.stem.partition("-")[0] for b in bestanden} == {"loopbaandossier"}
    if sys.platform != "win32":
        assert {stat.S_IMODE(b.stat().st_mode) for b in bestanden} == {0o600}
    assert bestanden[4].read_bytes().startswith(b"%PDF")
    assert json.loads(bestanden[2].read_bytes())["schema"] == "gesprek/1"
    opnieuw = run("dossier", GEWOON, "--formaat", "md", "-o", str(bestanden[3]), "--db", str(db))
    assert opnieuw.returncode == 1
    assert "is er al" in opnieuw.stderr
    assert (
        run("dossier", GEWOON, "--formaat", "md", "-o", str(bestanden[3]), "--vervang", "--db", str(db)).returncode == 0
    )


def test_the_ending_of_a_file_says_how(db: Path, tmp_path: Path) -> None:
    doel = tmp_path / "plus.html"
    assert run("dossier", GEWOON, "--plus", "-o", str(doel), "--db", str(db)).returncode == 0
    assert "Gevalideerd door / datum" in doel.read_text(encoding="utf-8")
    mis = run("dossier", GEWOON, "-o", str(tmp_path / "plus.doc"), "--db", str(db))
    assert mis.returncode == 1
    assert "laat de naam eindigen op" in mis.stderr


def test_a_pdf_goes_to_a_program_as_it_is(db: Path) -> None:
    import subprocess

    from tests.processen import GESPREK, environment

    uit = subprocess.run(
        [*GESPREK, "exporteer", GEWOON, "--formaat", "pdf", "--db", str(db)],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    assert uit.stdout.startswith(b"%PDF")


def test_json_goes_out_and_comes_in_again(db: Path, tmp_path: Path) -> None:
    ids = [g["id"] for g in json.loads(run("lijst", "--json", "--db", str(db)).stdout)]
    uit = run("exporteer", *ids, "--formaat", "json", "-o", str(tmp_path / "x.json"), "--db", str(db))
    assert "houd die voor jezelf" in uit.stderr
    nieuw = tmp_path / "nieuw.db"
    assert "2 ingelezen, 0 waren er al" in run("importeer", str(tmp_path / "x.json"), "--db", str(nieuw)).stdout
    assert "0 ingelezen, 2 waren er al" in run("importeer", str(tmp_path / "x.json"), "--db", str(nieuw)).stdout
    assert run("lijst", "--json", "--db", str(nieuw)).stdout == run("lijst", "--json", "--db", str(db)).stdout
    mis = run("importeer", str(tmp_path / "weg.json"), "--db", str(nieuw))
    assert mis.returncode == 1
    assert mis.stderr.startswith("Fout: weg.json: ")


def test_the_schema_is_printed(db: Path) -> None:
    assert json.loads(run("exporteer", "--schema", "--db", str(db)).stdout)["title"] == "gesprek/1"


def test_without_a_finished_conversation_it_says_so(tmp_path: Path) -> None:
    for opdracht in ("exporteer", "dossier"):
        uit = run(opdracht, "--formaat", "md", "--db", str(tmp_path / "leeg.db"))
        assert (uit.returncode, "Er is nog geen gesprek af" in uit.stderr) == (1, True)
    assert not (tmp_path / "leeg.db").exists()


def test_a_mentor_names_the_student(tmp_path: Path) -> None:
    pad = tmp_path / "mentor.db"
    archief = open_archief(pad)
    finish_together(archief)
    archief.close()
    uit = run("dossier", GEWOON, "--formaat", "md", "--db", str(pad))
    assert (uit.returncode, "--leerling: Noor" in uit.stderr) == (1, True)
    uit = run("dossier", GEWOON, "--formaat", "md", "--leerling", "noor", "--db", str(pad))
    assert "# Loopbaandossier van noor" in uit.stdout
    assert "Finn" not in uit.stdout


def test_what_is_written_in_english_is_wholly_english(db: Path) -> None:
    uit = run("dossier", GEWOON, "--formaat", "md", "--taal", "en", "--db", str(db)).stdout
    assert "## 4. Activity by activity" in uit
    assert "What is your goal?" in uit
    assert "Wat is je doel" not in uit
