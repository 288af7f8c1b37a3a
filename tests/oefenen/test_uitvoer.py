"""``gesprek oefen``: its plain lines and its JSON lines, in real processes."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from gesprek.archief import AlleenLezen, Archief, Archieffout, Bezet, SchijfVol, open_archief
from gesprek.cli import main
from gesprek.oefenen.drill import RONDE
from gesprek.oefenen.opgaven import Opgave, load_drill
from tests.processen import Proces, environment, run

OPGAVEN = {opgave.id: opgave for opgave in load_drill().vragen}
NAMEN = {"nl": ("breekt", "houdt"), "en": ("breaks", "keeps")}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The file of an archive that is not there yet."""
    return tmp_path / "gesprek.db"


def right(vraag: dict[str, Any]) -> str:
    """Return the number of the right option, or a sentence that is right."""
    from vragen.regels import load_regels

    opgave = OPGAVEN[vraag["id"]]
    if vraag["soort"] == "herschrijf":
        return "Vertel eens wat er gebeurde." if opgave.taal == "nl" else "Tell me what happened."
    breekt, houdt = NAMEN[opgave.taal]
    naam = load_regels().find(opgave.regel).naam.in_taal(opgave.taal)
    return str(vraag["opties"].index(f"{breekt if opgave.gebroken else houdt}: {naam}") + 1)


def wrong(vraag: dict[str, Any]) -> str:
    """Return the number of a wrong option."""
    return str(int(right(vraag)) % 4 + 1)


def ids(db: Path) -> list[str]:
    """What is kept, straight from the file."""
    verbinding = sqlite3.connect(db)
    try:
        return [rij[0] for rij in verbinding.execute("SELECT kaart FROM herhaling ORDER BY kaart")]
    finally:
        verbinding.close()


# JSON lines


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_whole_round_is_led_over_json_lines_and_kept(db: Path, taal: str) -> None:
    proces = Proces("oefen", "--drill", "--taal", taal, db=db)
    gezegd = proces.read()
    gehad = []
    while gezegd[-1]["soort"] != "klaar":
        vraag = gezegd[-1]
        gehad.append(vraag["id"])
        gezegd = proces.send(right(vraag))
        assert gezegd[0]["soort"] == "oordeel"
        assert gezegd[0]["goed"], gezegd[0]
    klaar = gezegd[-1]
    assert (klaar["goed"], klaar["van"], klaar["regels"]) == (RONDE, RONDE, [])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", klaar["volgende"])
    assert proces.stop() == (0, "")
    assert ids(db) == sorted(gehad)


def test_an_item_says_what_is_asked_and_a_judgement_why(db: Path) -> None:
    proces = Proces("oefen", db=db)
    (vraag,) = proces.read()
    opgave = OPGAVEN[vraag["id"]]
    assert set(vraag) - {"leerling"} == {"soort", "id", "uiting", "opties", "over", "tekst"}
    assert vraag.get("leerling", "") == opgave.leerling
    oordeel, _volgende = proces.send(wrong(vraag))
    assert oordeel["goed"] is False
    assert oordeel["af"] is True
    assert oordeel["terug"] is True
    assert (oordeel["regel"], oordeel["gebroken"]) == (opgave.regel, opgave.gebroken)
    assert oordeel["uitleg"] == opgave.uitleg
    assert oordeel["handelingsregel"] in oordeel["tekst"]
    assert ("beter" in oordeel) is opgave.gebroken
    assert proces.stop() == (0, "")
    assert ids(db) == [opgave.id]


def _to_rewriting(proces: Proces) -> tuple[dict[str, Any], Opgave]:
    vraag = proces.read()[-1]
    while vraag["soort"] != "herschrijf":
        vraag = proces.send(right(vraag))[-1]
    return vraag, OPGAVEN[vraag["id"]]


def test_a_rewriting_is_told_what_breaks_with_the_words_and_the_example_comes_last(db: Path) -> None:
    proces = Proces("oefen", db=db)
    _vraag, opgave = _to_rewriting(proces)
    assert proces.proces.stdin is not None
    for over in (2, 1):
        proces.proces.stdin.write("Maar wáárom dan, waarom?\n".encode())
        proces.proces.stdin.flush()
        assert proces.proces.stdout is not None
        oordeel = json.loads(proces.proces.stdout.readline())
        assert (oordeel["goed"], oordeel["af"], oordeel["pogingen"]) == (False, False, over)
        assert oordeel["schendt"] == ["waarom"]
        (plek, *_rest) = oordeel["plekken"]
        assert plek["tekst"] == "Maar wáárom dan, waarom?"[plek["van"] : plek["tot"]]
        assert plek["tekst"]
        assert "beter" not in oordeel
        assert opgave.beter not in oordeel["tekst"]
    oordeel, volgende = proces.send("Waarom?")
    assert oordeel["af"]
    assert oordeel["beter"] == opgave.beter
    assert volgende["soort"] in ("herken", "herschrijf")
    assert proces.stop() == (0, "")


def test_commands_and_what_is_no_option_are_not_answers(db: Path) -> None:
    proces = Proces("oefen", db=db)
    (vraag,) = proces.read()
    hulp, weer = proces.send("/help")
    assert "/sla-over" in hulp["tekst"]
    assert weer == vraag
    assert proces.send("/hlep")[-1] == vraag
    assert proces.proces.stdin is not None
    assert proces.proces.stdout is not None
    for regel in ("9", "0", "-1", "", "iets", "1" * 5000):
        proces.proces.stdin.write(f"{regel}\n".encode())
        proces.proces.stdin.flush()
        assert "1 tot 4" in json.loads(proces.proces.stdout.readline())["tekst"]
    ander = proces.send("/sla-over")[-1]
    assert ander["id"] != vraag["id"]
    # the words of an option do too
    assert proces.send(ander["opties"][int(right(ander)) - 1].upper())[0]["goed"] is True
    assert proces.send("/stop") == []
    assert proces.stop() == (0, "")
    assert ids(db) == [ander["id"]]


def test_keeping_nothing_keeps_nothing(tmp_path: Path) -> None:
    uit = run(
        "oefen", "--json", "--niet-bewaren", invoer="1\n1\n", HOME=str(tmp_path), GESPREK_DB=str(tmp_path / "x.db")
    )
    assert (uit.returncode, uit.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_distress_in_what_is_typed_gets_the_calm_text_and_is_not_judged(db: Path) -> None:
    proces = Proces("oefen", db=db)
    vraag, _opgave = _to_rewriting(proces)
    zorg, weer = proces.send("ik wil dood")
    assert "0800-0432" in zorg["tekst"]
    assert weer == vraag
    proces.stop()


def test_a_locked_archive_is_told_and_the_drill_goes_on(db: Path) -> None:
    open_archief(db).close()
    ander = sqlite3.connect(db, isolation_level=None)
    ander.execute("BEGIN IMMEDIATE")
    proces = Proces("oefen", db=db)
    (vraag,) = proces.read()
    gezegd = proces.send(right(vraag))
    assert [g["soort"] for g in gezegd[:2]] == ["oordeel", "reactie"]
    assert "in gebruik" in gezegd[1]["tekst"]
    assert len(proces.send(right(gezegd[-1]))) == 2
    assert proces.stop() == (0, "")
    ander.execute("ROLLBACK")
    ander.close()


@pytest.mark.parametrize("soort", [AlleenLezen, Bezet, SchijfVol])
def test_an_archive_that_cannot_be_opened_now_is_told_and_the_drill_goes_on(
    soort: type[Archieffout], db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(pad: Path | None) -> Archief:
        if pad is not None:
            raise soort("Dat kan nu niet.")
        return open_archief(pad)

    monkeypatch.setattr("gesprek.archief.open_archief", refuse)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"1\n")))
    assert main(["oefen", "--gewoon", "--db", str(db)]) == 0
    uit = capsys.readouterr()
    zin = "Dat kan nu niet. Je kunt gewoon oefenen; hoe het gaat, wordt niet bewaard."
    assert uit.err == f"Fout: {zin}\n"
    assert "Hiervan blijft niets bewaard." in uit.out


def test_a_file_that_is_no_archive_is_told(db: Path) -> None:
    db.write_text("boodschappenlijst\n" * 100)
    uit = run("oefen", "--json", "--db", str(db))
    assert (uit.returncode, uit.stdout) == (1, "")
    assert uit.stderr.startswith("Fout: ")


def test_a_reader_that_goes_away_is_no_error(db: Path) -> None:
    proces = Proces("oefen", db=db)
    proces.read()
    assert proces.proces.stdout is not None
    assert proces.proces.stdin is not None
    assert proces.proces.stderr is not None
    proces.proces.stdout.close()
    proces.proces.stdin.write(b"1\n")
    proces.proces.stdin.close()
    assert proces.proces.wait(30) == 0
    assert proces.proces.stderr.read() == b""
    proces.proces.stderr.close()


# plain lines


def test_plain_lines_ask_judge_and_close(db: Path) -> None:
    uit = run("oefen", "--drill", "--gewoon", "--db", str(db), invoer="1\n1\n/stop\n")
    assert (uit.returncode, uit.stderr) == (0, "")
    tekst = uit.stdout
    assert "nog 9 na deze" in tekst
    assert "Welke regel breekt of houdt de mentor hier?" in tekst
    assert re.search(r"^1\. (breekt|houdt): ", tekst, re.MULTILINE)
    assert len(re.findall(r"^(Goed|Nee)\. Dit (breekt|houdt) ", tekst, re.MULTILINE)) == 2
    assert re.search(r"^Goed: [012] van de 2\.$", tekst, re.MULTILINE)
    assert "morgen terug" in tekst or "over 2 dagen terug" in tekst
    assert not [t for t in tekst if ord(t) < 32 and t != "\n"]
    assert not re.search(r"[\u2500-\u27ff]", tekst)


def test_without_a_terminal_the_lines_are_plain_and_the_end_of_input_stops(db: Path) -> None:
    uit = run("oefen", "--db", str(db))
    assert (uit.returncode, uit.stderr) == (0, "")
    assert "Mentor: " in uit.stdout
    assert "Gestopt." in uit.stdout


def test_help_in_plain_lines_says_what_the_options_mean(db: Path) -> None:
    uit = run("oefen", "--gewoon", "--db", str(db), invoer="/help\n").stdout
    assert len(re.findall(r"^(breekt|houdt): .*\. .+\.$", uit, re.MULTILINE)) == 4


def test_the_plain_home_leads_to_the_drill(db: Path) -> None:
    uit = run("--db", str(db), invoer="4\n1\n")
    assert "4. De regels leren, voor mentoren" in uit.stdout
    assert "Welke regel breekt of houdt de mentor hier?" in uit.stdout
    assert len(ids(db)) == 1


def test_a_round_in_plain_lines_and_in_json_lines_is_the_same(db: Path) -> None:
    invoer = "1\n2\nVertel eens wat er gebeurde.\n3\n4\n"
    gewoon = run("oefen", "--gewoon", "--niet-bewaren", "--db", str(db), invoer=invoer).stdout
    jsonl = run("oefen", "--json", "--niet-bewaren", "--db", str(db), invoer=invoer).stdout
    for object_ in map(json.loads, jsonl.splitlines()):
        for regel in object_.get("tekst", "").splitlines():
            assert regel in gewoon.splitlines()
        assert object_.get("uiting", "") in gewoon


def test_controleer_reads_the_drill_too(tmp_path: Path) -> None:
    # the file in the package is not broken for a test; another one is read in its place
    code = (
        "import sys, gesprek.oefenen.opgaven as o; from gesprek.cli import main\n"
        "from pathlib import Path; lees = o.load_drill\n"
        "o.load_drill = lambda: lees(Path(sys.argv[1]))\n"
        "sys.exit(main(['controleer']))"
    )
    stuk = tmp_path / "drill.yaml"
    stuk.write_text("bron: x\nvragen:\n  - id: d001\n")
    uit = subprocess.run([sys.executable, "-c", code, str(stuk)], capture_output=True, text=True, env=environment())
    assert uit.returncode == 1
    assert "drill.yaml:3: “soort” ontbreekt." in uit.stderr
