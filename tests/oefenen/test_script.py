"""``gesprek oefen`` with a simulated student: the protocol, plain lines, and what is said when it cannot be done."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from gesprek.cli import main
from gesprek.oefenen.gewoon_gesprek import Feedback, GewoonGesprek
from gesprek.oefenen.leerlingen import load_student, student_names
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.taal import use_taal
from tests.oefenen.mentoren import lines


def run(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str, str]:
    """Run a command."""
    status = main([*argumenten])
    uit = capsys.readouterr()
    return status, uit.out, uit.err


def script(tmp_path: Path, tekst: str) -> str:
    """A script as a file."""
    pad = tmp_path / "script.txt"
    pad.write_text(tekst, encoding="utf-8")
    return str(pad)


def objects(uit: str) -> list[dict[str, Any]]:
    """What was written, an object a line."""
    return [json.loads(regel) for regel in uit.splitlines()]


def test_students_are_listed_as_one_json_list(capsys: pytest.CaptureFixture[str]) -> None:
    status, uit, _fout = run(capsys, "oefen", "--leerlingen", "--json")
    gelezen = json.loads(uit)
    assert status == 0
    assert [ding["naam"] for ding in gelezen] == student_names()
    assert all(set(ding) == {"naam", "talen", "alarm", "beschrijving"} for ding in gelezen)


@pytest.mark.parametrize("vorm", ["regels", "lijst"])
def test_a_script_gives_an_object_a_turn_and_an_end(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, vorm: str
) -> None:
    uitingen = [u.replace("{citaat}", "dat") for u in lines("goed", "nl")]
    tekst = "\n".join(uitingen) if vorm == "regels" else json.dumps(uitingen, ensure_ascii=False)
    status, uit, _fout = run(capsys, "oefen", "--script", script(tmp_path, tekst), "--leerling", "noor", "--json")
    *beurten, eind = objects(uit)
    assert status == 0
    assert [b["uiting"] for b in beurten] == uitingen
    assert all(
        set(b) == {"uiting", "antwoord", "openheid", "vrijgegeven", "schendt", "houdt"} and 0 <= b["openheid"] <= 1
        for b in beurten
    )
    assert set(eind) == {"soort", "score", "geschonden", "gehouden", "vrijgegeven", "van", "kernwoord"}
    assert eind["soort"] == "eind"
    assert 0 <= eind["score"] <= 100
    assert eind["vrijgegeven"] == sum(len(b["vrijgegeven"]) for b in beurten)


def test_the_same_seed_gives_the_same_output(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bestand = script(tmp_path, "Vertel eens over een moment.\nEn toen?\nWaarom?")
    opdracht = ("oefen", "--script", bestand, "--leerling", "sem", "--json", "--zaad", "4")
    assert run(capsys, *opdracht)[1] == run(capsys, *opdracht)[1]


def test_english_is_spoken_when_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bestand = script(tmp_path, "What would you like to talk about? Tell me.")
    status, uit, _fout = run(capsys, "--taal", "en", "oefen", "--script", bestand, "--leerling", "sem", "--json")
    use_taal("nl")
    assert status == 0
    assert "nternship" in objects(uit)[0]["antwoord"]


def test_the_judgement_is_that_of_toets_with_what_was_said_before(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bestand = script(tmp_path, "Je moet gewoon solliciteren.\nWaarom zei je niks?\nWat gebeurde er?")
    _status, uit, _fout = run(capsys, "oefen", "--script", bestand, "--leerling", "sem", "--json")
    assert [b["schendt"] for b in objects(uit)[:-1]] == [["advies"], ["waarom"], []]


@pytest.mark.parametrize(
    ("tekst", "leerling", "zegt"),
    [
        ("", "sem", "geen enkele beurt"),
        ("[1, 2]", "sem", "lijst van teksten"),
        ('["een", ', "sem", "JSON-lijst"),
        ("Hoi", "semm", "sem"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, tekst: str, leerling: str, zegt: str
) -> None:
    bestand = script(tmp_path, tekst)
    status, uit, fout = run(capsys, "oefen", "--script", bestand, "--leerling", leerling, "--json")
    assert (status, uit) == (1, "")
    assert zegt in fout
    assert len(fout.strip().splitlines()) == 1


def test_a_script_that_is_not_there_or_not_text_is_an_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pad = tmp_path / "los.bin"
    pad.write_bytes(b"\xff\xfe\xfa")
    for bestand in (str(tmp_path / "weg"), str(pad), str(tmp_path)):
        assert run(capsys, "oefen", "--script", bestand, "--leerling", "sem", "--json")[0] == 1


@pytest.mark.parametrize(
    "argumenten", [("--script", "x", "--json"), ("--script", "x", "--leerling", "sem"), ("--leerling", "sem", "--json")]
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], argumenten: tuple[str, ...]) -> None:
    assert run(capsys, "oefen", *argumenten)[0] == 2


def gewoon(regels: list[str], feedback: Feedback = "vraag") -> str:
    """What is said in plain lines."""
    uit = io.StringIO()
    invoer = iter(regels)
    GewoonGesprek(Oefengesprek(load_student("sem"), "nl"), lambda: next(invoer, None), uit, feedback).lead()
    return uit.getvalue()


def test_in_plain_lines_the_reaction_comes_first_and_feedback_on_demand() -> None:
    use_taal("nl")
    zonder = gewoon(["Je moet gewoon solliciteren."])
    met = gewoon(["Je moet gewoon solliciteren.", "/feedback", "", "/stop"])
    assert "✗" not in zonder
    assert met.index("Leerling: ") < met.index("✗")


def test_the_trainee_tries_first_and_then_sees_another_way() -> None:
    use_taal("nl")
    uit = gewoon(["Je moet gewoon solliciteren.", "Wat gebeurde er toen?", "/stop"], "altijd")
    assert uit.index("Zeg het anders") < uit.index("Beter:")
    assert "Dit breekt nog iets" in gewoon(["Je moet solliciteren.", "Je moet wachten.", "/stop"], "altijd")


def test_the_commands() -> None:
    use_taal("nl")
    uit = gewoon(["/terug", "Hoi", "/hint", "/stilte", "/wissel", "/terug", "/weetniet", "/stop", "Nooit gezegd"])
    assert "Er is nog niets gezegd." in uit
    assert "Nodig de leerling uit" in uit
    assert "Teruggenomen: …" in uit
    assert "Ik vertel je iets, maar niet alles." in uit
    assert "Nooit gezegd" not in uit


def test_what_is_typed_never_steers_the_terminal() -> None:
    assert "\x1b" not in gewoon(["\x1b[2J", "/terug"])
