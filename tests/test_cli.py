"""The commands, in both languages, and the plain front end."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

import click
import pytest

from gesprek.archief import open_archief
from gesprek.cli import build
from gesprek.gewoon import Gewoon
from gesprek.model import Spreker, Taal
from gesprek.protocol import lead
from gesprek.sessie import Sessie
from gesprek.taal import choose_taal, use_taal
from tests.processen import Proces, run
from tests.toneel import STANDAARD, VAST, VAST_EN

OPDRACHTEN = sorted(build().commands)
ENGELS = r"\b(usage|options|commands|show this|error|missing|no such|file|default|the|a new|print)\b"


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
def test_help_is_wholly_dutch_in_dutch(opdracht: str) -> None:
    uit = run(*opdracht.split(), "--help")
    assert uit.returncode == 0
    tekst = re.sub(r"--[\w-]+|\[\w+\|\w+\]", "", uit.stdout).casefold()
    assert not re.findall(ENGELS, tekst)


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
def test_help_is_wholly_english_in_english(opdracht: str) -> None:
    uit = run(*opdracht.split(), "--help", "--taal", "en")
    assert uit.returncode == 0
    tekst = re.sub(r"--[\w-]+", "", uit.stdout).casefold()
    assert not re.findall(r"\b(gebruik|opties|gesprek dat|niet|het|een)\b", tekst)


@pytest.mark.parametrize(
    "argumenten", [["weg"], ["zelf", "--weg"], ["toon"], ["--taal", "fr"], ["toon", "a", "b"], ["zelf", "--db"]]
)
def test_wrong_usage_is_told_in_the_users_language(argumenten: list[str]) -> None:
    uit = run(*argumenten)
    assert uit.returncode == 2
    assert re.match(r"(Gebruik: gesprek|Fout: )", uit.stderr)
    assert "Fout: " in uit.stderr
    assert not re.findall(ENGELS, re.sub(r"'[^']*'", "", uit.stderr).casefold())


@pytest.mark.parametrize(
    ("gevraagd", "omgeving", "taal"),
    [
        (None, {}, "nl"),
        ("en", {"GESPREK_TAAL": "nl"}, "en"),
        (None, {"GESPREK_TAAL": "en"}, "en"),
        (None, {"GESPREK_TAAL": "EN_gb"}, "en"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "nl"),
        (None, {"LC_ALL": "nl_NL", "LANG": "en_US"}, "nl"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_computer(
    gevraagd: str | None, omgeving: dict[str, str], taal: str
) -> None:
    assert choose_taal(gevraagd, omgeving) == taal


def test_every_command_is_in_the_readme() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert [naam for naam in OPDRACHTEN if not re.search(rf"`(gesprek )?{naam}\b", readme)] == []


def test_every_option_has_help() -> None:
    for naam, opdracht in build().commands.items():
        for parameter in opdracht.params:
            assert isinstance(parameter, click.Argument) or getattr(parameter, "help", None), naam


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """An archive with one conversation that is not finished."""
    pad = tmp_path / "gesprek.db"
    proces = Proces("zelf", db=pad)
    proces.read()
    proces.send("Op stage was ik zo blij met de bewoners.")
    proces.send("In de keuken van het verzorgingshuis")
    assert proces.stop()[0] == 0
    return pad


def test_conversations_are_listed_found_and_read(db: Path) -> None:
    (kop,) = json.loads(run("lijst", "--json", "--db", str(db)).stdout)
    assert kop["titel"] == "Op stage was ik zo blij met de bewoners"
    assert kop["klaar"] is None
    assert kop["id"] in run("lijst", "--db", str(db)).stdout
    assert "bewoners" in run("zoek", "BLÍJ", "--db", str(db)).stdout
    assert json.loads(run("zoek", "niks", "--json", "--db", str(db)).stdout) == []
    tekst = run("toon", kop["id"][:12].lower(), "--db", str(db)).stdout
    assert "> Op stage was ik zo blij met de bewoners." in tekst
    assert "‘blij’" in tekst


def test_an_unknown_conversation_is_told(db: Path) -> None:
    for opdracht in ("toon", "hervat"):
        uit = run(opdracht, "01XXXX", "--db", str(db))
        assert (uit.returncode, uit.stdout) == (1, "")
        assert uit.stderr == "Fout: Er is geen gesprek “01XXXX”; “gesprek lijst” toont welke er zijn.\n"


def test_going_on_with_nothing_is_told(tmp_path: Path) -> None:
    uit = run("hervat", "--db", str(tmp_path / "leeg.db"))
    assert uit.returncode == 1
    assert "gesprek zelf" in uit.stderr


def test_a_conversation_goes_on_in_its_own_language(db: Path) -> None:
    proces = Proces("hervat", "--taal", "en", db=db)
    assert proces.read()[-1]["soort"] == "vraag"
    assert proces.send("zomaar")[-1]["tekst"]
    proces.stop()


def test_the_protocol_has_its_commands(tmp_path: Path) -> None:
    proces = Proces("zelf", db=tmp_path / "a.db")
    eerste = proces.read()[-1]
    hulp, weer = proces.send("/help")
    assert hulp["soort"] == "reactie"
    assert "/sla-over" in hulp["tekst"]
    assert weer == eerste
    proces.send("Op stage was ik trots")
    terug = proces.send("/terug")[-1]
    assert terug | {"concept": ""} == eerste | {"concept": ""}
    assert terug["concept"] == "Op stage was ik trots"
    assert proces.send("/SLA-OVER")[-1]["vraag"] != terug["vraag"]
    assert proces.send("/stop") == []
    assert proces.stop() == (0, "")


def test_the_protocol_says_what_each_question_fills(tmp_path: Path) -> None:
    proces = Proces("zelf", "--flow", "kort", db=tmp_path / "a.db")
    vraag = proces.read()[-1]
    assert set(vraag) == {"soort", "gesprek", "fase", "stap", "vraag", "vult", "tekst"}
    assert (vraag["fase"], vraag["stap"], vraag["vult"]) == ("terugkijken", "ervaring", ["ervaring"])
    assert re.fullmatch(r"[0-9A-Z]{26}", vraag["gesprek"])
    zorg = proces.send("ik wil dood")[-1]
    assert set(zorg) == {"soort", "tekst", "opties"}
    assert "0800-0432" in zorg["tekst"]
    assert len(zorg["opties"]) == 4
    proces.send("4")
    assert proces.stop()[0] == 0


# plain lines


def plain(*regels: str, db: Path, opdracht: str = "zelf", taal: str = "nl") -> str:
    uit = run(opdracht, "--gewoon", "--db", str(db), "--taal", taal, invoer="\n".join(regels) + "\n")
    assert (uit.returncode, uit.stderr) == (0, "")
    return uit.stdout


def test_plain_lines_number_the_questions_and_say_the_phase(tmp_path: Path) -> None:
    tekst = plain("Op stage was ik trots.", db=tmp_path / "a.db")
    assert "Vraag 1, terugkijken:" in tekst
    assert "Vraag 2, terugkijken:" in tekst
    assert "geen mens" in tekst
    assert "gesprek hervat" in tekst
    assert not [t for t in tekst if ord(t) < 32 and t != "\n"]
    assert not re.search(r"[\u2500-\u259f\u2800-\u28ff]", tekst)


def test_plain_lines_number_the_options(tmp_path: Path) -> None:
    tekst = plain("Ik was op een open dag", "gewoon een dag", db=tmp_path / "a.db")
    assert "1. " in tekst
    assert "Typ een nummer" in tekst


def _answers(sessie: Sessie) -> list[str]:
    """Lead a conversation to its end, and return what was answered."""
    vast = VAST if sessie.gesprek.taal == "nl" else VAST_EN
    regels = []
    open_ = sessie.start().uitingen[-1]
    while open_.soort != "klaar":
        kan = (open_.vraag.replace(".", "_"), *open_.vult)
        regels.append(next((vast[s] for s in kan if s in vast), STANDAARD))
        open_ = sessie.answer(regels[-1]).uitingen[-1]
    return regels


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_plain_lines_and_json_lines_lead_the_same_conversation(taal: Taal, klok: Callable[[], datetime]) -> None:
    use_taal(taal)
    id = "01JDCGN9R00000000000000000"

    archieven = [open_archief(None) for _nr in range(3)]
    open_ = iter(archieven)

    def begin() -> Sessie:
        return Sessie.begin(next(open_), "kort", taal, klok=klok, id=id)

    regels = _answers(begin())
    gewoon, jsonl = begin(), begin()
    uit, fouten = StringIO(), StringIO()
    invoer = iter([*regels, None])
    Gewoon(gewoon, lambda: next(invoer), uit, fouten).lead()
    lead(jsonl, BytesIO("".join(f"{regel}\n" for regel in regels).encode()), StringIO())
    assert gewoon.verloop.regels == jsonl.verloop.regels
    assert gewoon.verloop.klaar
    assert fouten.getvalue() == ""
    for regel in gewoon.verloop.regels:
        if regel.spreker is Spreker.PROGRAMMA:
            assert regel.tekst in uit.getvalue()
    assert {"nl": "Mijn woord\nrust", "en": "My word\ncalm"}[taal] in uit.getvalue()
    for archief in archieven:
        archief.close()


def test_an_archive_error_in_plain_lines_begins_with_fout(db: Path) -> None:
    uit = run("zelf", "--gewoon", "--db", "/proc/x.db")
    assert uit.returncode == 1
    assert uit.stderr.startswith("Fout: ")


def test_without_a_terminal_the_home_is_plain_too(db: Path) -> None:
    uit = run("--db", str(db), invoer="\n")
    assert uit.returncode == 0
    assert "1. Een nieuw gesprek" in uit.stdout
    assert "3. Verder met: Op stage was ik zo blij met de bewoners" in uit.stdout
    verder = run("--db", str(db), invoer="3\n")
    assert "Vraag 3, terugkijken:" in verder.stdout


def test_controleer_and_proef_work_on_files(tmp_path: Path) -> None:
    assert run("controleer").returncode == 0
    stuk = tmp_path / "stuk.yaml"
    stuk.write_text("flow: x\n")
    uit = run("controleer", str(stuk))
    assert uit.returncode == 1
    assert "stuk.yaml:1: “titel” ontbreekt. Vul het in." in uit.stderr
    fout = tmp_path / "proef.yaml"
    fout.write_text("naam: x\nantwoorden: {rest: weet niet}\nverwacht: {kernwoord: rust}\n")
    uit = run("proef", str(fout))
    assert uit.returncode == 1
    assert "kernwoord" in uit.stdout


def test_a_mistyped_command_is_no_answer(tmp_path: Path) -> None:
    proces = Proces("zelf", db=tmp_path / "a.db")
    vraag = proces.read()[-1]
    for regel in ("/slaover", "/terg", "/hlp"):
        hulp, weer = proces.send(regel)
        assert "/sla-over" in hulp["tekst"]
        assert weer == vraag
    assert proces.send("/skip")[-1]["vraag"] != vraag["vraag"]
    proces.stop()


def test_the_number_of_an_option_that_is_not_there_is_told(tmp_path: Path) -> None:
    proces = Proces("zelf", db=tmp_path / "a.db")
    proces.read()
    proces.send("Ik was op een open dag")
    keuze = proces.send("gewoon een dag")[-1]
    assert keuze["soort"] == "keuze"
    gezegd, weer = proces.send("9")
    assert gezegd["soort"] == "reactie"
    assert weer == keuze
    proces.stop()


def test_looking_makes_no_archive(tmp_path: Path) -> None:
    for opdracht in (["lijst"], ["zoek", "x"], ["toon", "01X"]):
        run(*opdracht, "--db", str(tmp_path / "nergens" / "a.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_conversation_is_deleted_only_when_that_is_meant(db: Path) -> None:
    (kop,) = json.loads(run("lijst", "--json", "--db", str(db)).stdout)
    uit = run("wis", kop["id"], "--db", str(db), invoer="nee\n")
    assert uit.returncode == 1
    assert kop["titel"] in uit.stdout
    assert json.loads(run("lijst", "--json", "--db", str(db)).stdout)
    assert run("wis", kop["id"], "--ja", "--db", str(db)).returncode == 0
    assert json.loads(run("lijst", "--json", "--db", str(db)).stdout) == []
    assert b"verzorgingshuis" not in b"".join(p.read_bytes() for p in db.parent.glob("gesprek.db*"))
