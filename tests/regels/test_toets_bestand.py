"""``gesprek toets FILE`` as a command: to the terminal, to a file, as data; and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.processen import run
from tests.regels.vast import VERSLAGEN

STROEF = str(VERSLAGEN / "stroef.txt")


def test_a_report_is_plain_lines_where_there_is_no_terminal() -> None:
    uit = run("toets", STROEF)
    assert (uit.returncode, uit.stderr) == (0, "")
    assert uit.stdout.startswith("Verslag van een gesprek\nstroef.txt\nMentor: Docent.\nLeerling: Yara.\n")
    assert "Gebroken, regel 13, Docent: “Waarom ben je niet naar iemand toe gegaan?” (waarom-vraag)" in uit.stdout
    assert "\n9. GEEN WAAROM\n" in uit.stdout
    assert "Dit verslag is geen cijfer" in uit.stdout


def test_a_report_in_english() -> None:
    uit = run("toets", str(VERSLAGEN / "english.txt"), "--taal", "en", "--gewoon")
    assert uit.returncode == 0
    assert "Strong: " in uit.stdout
    assert "(why question)" in uit.stdout


@pytest.mark.parametrize(
    ("argumenten", "begin"),
    [(["--json"], "{"), (["--formaat", "md"], "# Verslag"), (["--formaat", "html"], "<!DOCTYPE html>")],
)
def test_a_format_goes_to_standard_output(argumenten: list[str], begin: str) -> None:
    uit = run("toets", STROEF, *argumenten)
    assert (uit.returncode, uit.stderr) == (0, "")
    assert uit.stdout.startswith(begin)


def test_json_is_data() -> None:
    gegevens = json.loads(run("toets", STROEF, "--json").stdout)
    assert gegevens["bestand"] == "stroef.txt"
    assert {regel["code"]: regel["uitspraak"] for regel in gegevens["regels"]}["geen-waarom"] == "gebroken"


def test_a_report_is_written_to_a_file_and_that_is_said(tmp_path: Path) -> None:
    doel = tmp_path / "verslag.html"
    uit = run("toets", STROEF, "-o", str(doel))
    assert (uit.returncode, uit.stdout) == (0, "")
    assert uit.stderr == f"Het verslag staat in {doel}.\n"
    assert doel.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_mentor_can_be_chosen() -> None:
    uit = run("toets", STROEF, "--mentor", "yara", "--json")
    assert {s["naam"]: s["kant"] for s in json.loads(uit.stdout)["sprekers"]} == {
        "Docent": "leerling",
        "Yara": "mentor",
    }


def test_what_cannot_be_done_is_one_line(tmp_path: Path) -> None:
    los = tmp_path / "los.txt"
    los.write_text("Wat gebeurde er?\n", encoding="utf-8")
    for argumenten in ([str(los)], [str(tmp_path)], [STROEF, "--mentor", "Piet"], [STROEF, "-o", STROEF + ".xyz"]):
        uit = run("toets", *argumenten)
        assert (uit.returncode, uit.stdout) == (1, ""), argumenten
        assert uit.stderr.startswith("Fout: ")
        assert uit.stderr.count("\n") == 1


def test_wrong_usage_is_two() -> None:
    assert run("toets", STROEF, "--formaat", "pdf").returncode == 2
    assert run("toets", STROEF, STROEF).returncode == 2


def test_without_a_file_utterances_come_in_on_standard_input() -> None:
    uit = run("toets", "--json", invoer="Waarom deed je dat?\n")
    assert uit.returncode == 0
    assert json.loads(uit.stdout)["schendt"] == ["waarom"]


def test_a_report_needs_no_screen_and_no_store() -> None:
    import subprocess
    import sys

    doe = f"main(['toets', {STROEF!r}, '--json'])"
    code = f"import sys; from gesprek.cli import main; {doe}; print('geladen', *sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    geladen = set(uit.rpartition("geladen")[2].split())
    assert not {"textual", "sqlite_utils", "transitions", "docx"} & geladen
