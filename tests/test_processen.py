"""Real processes on a real file: durable, side by side, killed, and stopped."""

from __future__ import annotations

import json
import signal
import sqlite3
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import flows
from gesprek.archief import open_archief
from gesprek.model import Soort
from gesprek.proef import judge, load_proef, play, write_earlier
from gesprek.sessie import Sessie
from gesprek.verhuizen import plan_move
from tests.conftest import GESPREKKEN
from tests.processen import Proces, answers, run

IN_EEN_PROCES = (
    "english_idk",
    "terug_en_stop",
    "warmte_drie_keer_laag",
    "zorg_en_verder",
)
"""Conversations that are led in a process of their own too; tests/test_gesprekken.py leads all of them."""

NAAR = [
    "[/bold] [red]x[/] [@click=app.quit]weg[/]",
    "\x1b[31mrood\x1b[0m \x1b]0;titel\x07",
    "nul\x00nul",
    "\u202etsnu\u202c שלום مرحبا",
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
    "regel\ttab\x0b\x0c",
    "{emotie} {0} %s $x",
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "gesprek.db"


@pytest.mark.parametrize("naam", IN_EEN_PROCES)
def test_a_conversation_as_data_goes_as_expected_in_a_real_process(naam: str, db: Path) -> None:
    proef = load_proef(GESPREKKEN / f"{naam}.yaml")
    if proef.afgesproken:
        archief = open_archief(db)
        write_earlier(archief, proef.afgesproken)
        archief.close()
    proces: Proces | None = None

    def leid(regel: str | None) -> list[dict[str, object]]:
        nonlocal proces
        if regel is not None:
            assert proces is not None
            gezegd = proces.send(regel)
            if regel == "/stop":
                assert proces.stop()[0] == 0
            return gezegd
        proces = Proces(*(["hervat"] if proces else ["zelf", "--flow", proef.flow, "--taal", proef.taal]), db=db)
        return proces.read()

    verslag = play(proef, leid)
    assert proces is not None
    status, fouten = proces.stop()
    assert (status, fouten) == (0, "")
    # the id, and so the choice between questions of one kind, differs in each process
    altijd: dict[str, object] = {"gevraagd": {}, "nooit": (), "gezegd": (), "vragen_hoogstens": None, "afspraken": None}
    verwacht = proef.verwacht.model_copy(update=altijd)
    assert judge(proef.model_copy(update={"verwacht": verwacht}), verslag) == []
    if proef.verwacht.afspraken is not None and verslag.klaar is not None:
        assert [a["tekst"] for a in verslag.klaar["afspraken"]] == [a["tekst"] for a in proef.verwacht.afspraken]


def test_each_answer_is_in_the_file_before_the_next_question_shows(db: Path) -> None:
    proces = Proces("zelf", db=db)
    proces.read()
    proces.send("Op stage was ik trots.")
    assert answers(db) == ["Op stage was ik trots."]
    proces.kill()


def test_end_of_input_keeps_what_was_answered_and_it_can_be_gone_on_with(db: Path) -> None:
    proces = Proces("zelf", db=db)
    proces.read()
    open_ = proces.send("Op stage was ik trots.")[-1]
    assert proces.stop() == (0, "")
    verder = Proces("hervat", db=db)
    assert verder.read() == [open_]
    assert verder.stop()[0] == 0


def test_killed_at_any_moment_no_acknowledged_answer_is_lost(db: Path) -> None:
    bevestigd: list[str] = []
    argumenten = ["zelf"]
    for ronde in range(6):
        proces = Proces(*argumenten, db=db)
        proces.read()
        for nr in range(3):
            antwoord = f"Ronde {ronde}, in de keuken was ik trots, antwoord {nr}."
            assert proces.proces.stdin is not None
            proces.proces.stdin.write(antwoord.encode() + b"\n")
            proces.proces.stdin.flush()
            if nr < 2:
                proces.read()
                bevestigd.append(antwoord)
        time.sleep(0.001 * ronde)
        proces.kill()
        argumenten = ["hervat"]
    gehouden = answers(db)
    assert [a for a in gehouden if a in bevestigd] == bevestigd
    assert len(gehouden) <= len(bevestigd) + 6
    verbinding = sqlite3.connect(db)
    assert verbinding.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    verbinding.close()


def test_eight_programs_may_begin_at_once_on_a_fresh_file(db: Path) -> None:
    processen = [Proces("zelf", db=db) for _nr in range(8)]
    with ThreadPoolExecutor(8) as tegelijk:
        begin = list(tegelijk.map(lambda p: p.read(), processen))
        assert all(gezegd[-1]["soort"] == "vraag" for gezegd in begin)
        verder = list(tegelijk.map(lambda p: p.send("Op stage was ik trots."), processen))
        assert all(gezegd[-1]["soort"] == "vraag" for gezegd in verder)
    assert [p.stop() for p in processen] == [(0, "")] * 8
    assert answers(db) == ["Op stage was ik trots."] * 8


def test_two_conversations_at_once_do_not_disturb_each_other(db: Path) -> None:
    een, twee = Proces("zelf", db=db), Proces("zelf", "--taal", "en", db=db)
    een.read()
    twee.read()
    for nr in range(5):
        assert een.send(f"In de keuken was ik trots {nr}")[-1]["soort"] != "klaar"
        assert twee.send(f"In the kitchen I was proud {nr}")[-1]["soort"] != "klaar"
    assert een.stop() == twee.stop() == (0, "")
    assert len(answers(db)) == 10


def test_the_same_conversation_in_two_windows_is_told_and_loses_nothing(db: Path) -> None:
    begin = Proces("zelf", db=db)
    begin.read()
    begin.send("Op stage was ik trots.")
    begin.stop()
    een, twee = Proces("hervat", db=db), Proces("hervat", db=db)
    een.read()
    twee.read()
    een.send("In de keuken")
    assert twee.send("In de kelder") == []
    status, fouten = twee.stop()
    assert status == 1
    assert fouten.startswith("Fout: Dit gesprek ging verder in een ander venster")
    assert fouten.count("\n") == 1
    een.stop()
    assert answers(db) == ["Op stage was ik trots.", "In de keuken"]


def test_what_is_typed_is_kept_and_shown_to_the_letter(db: Path) -> None:
    teksten = [f"Op stage was ik trots {naar}" for naar in NAAR]
    proces = Proces("zelf", db=db)
    proces.read()
    for tekst in teksten:
        assert proces.send(tekst)[-1]["soort"] in ("vraag", "keuze")
    assert proces.stop()[0] == 0
    assert answers(db) == teksten
    getoond = json.loads(run("lijst", "--json", "--db", str(db)).stdout)
    gesprek = json.loads(run("toon", getoond[0]["id"], "--json", "--db", str(db)).stdout)
    assert set(teksten) <= {b["tekst"] for b in gesprek["beurten"]}
    gewoon = run("toon", getoond[0]["id"], "--db", str(db)).stdout
    assert not [t for t in gewoon if ord(t) < 32 and t not in "\n\t"]
    assert "\u202e" not in gewoon


def test_a_megabyte_goes_in_and_comes_out(db: Path) -> None:
    tekst = "Op stage was ik trots. " + "lang verhaal " * 80_000
    proces = Proces("zelf", db=db)
    proces.read()
    begin = time.monotonic()
    assert proces.send(tekst)[-1]["soort"] == "vraag"
    assert time.monotonic() - begin < 3
    proces.stop()
    assert answers(db) == [tekst]


def test_windows_line_ends_are_no_part_of_an_answer(db: Path) -> None:
    uit = run("zelf", "--json", "--db", str(db), invoer=b"Op stage was ik trots.\r\nIn de keuken\r\n")
    assert uit.returncode == 0
    assert answers(db) == ["Op stage was ik trots.", "In de keuken"]


def test_bytes_that_are_no_text_do_no_harm(db: Path) -> None:
    uit = run("zelf", "--json", "--db", str(db), invoer=b"Op stage \xff\xfe was ik trots\n")
    assert (uit.returncode, uit.stderr) == (0, "")
    assert len(answers(db)) == 1


def test_keeping_nothing_keeps_nothing(tmp_path: Path) -> None:
    uit = run(
        "zelf",
        "--json",
        "--niet-bewaren",
        invoer="Op stage was ik trots.\n",
        HOME=str(tmp_path),
        GESPREK_DB=str(tmp_path / "x.db"),
    )
    assert uit.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_look_in_the_files(tmp_path: Path) -> None:
    db = tmp_path / "nieuw" / "map" / "gesprek.db"
    proces = Proces("zelf", db=db)
    proces.read()
    proces.send("Op stage was ik trots.")
    rechten = {p.name: oct(p.stat().st_mode & 0o777) for p in db.parent.iterdir()}
    assert rechten["gesprek.db"] == rechten["gesprek.db-wal"] == "0o600"
    assert oct(db.parent.stat().st_mode & 0o777) == "0o700"
    proces.stop()


# what is gone is gone


def bytes_of(db: Path) -> bytes:
    """Everything in the database and its journals."""
    return b"".join(p.read_bytes() for p in sorted(db.parent.glob(db.name + "*")))


def test_struck_and_replaced_words_are_gone_from_the_files(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.answer("Bij Zonnebloemhoeve was ik trots in de keuken")
    sessie.answer("Het geheim van Kwibusje, toen in de keuken")
    assert b"Kwibusje" in bytes_of(db)
    sessie.back()
    sessie.answer("Iets anders in de keuken")
    assert b"wibusje" not in bytes_of(db)
    sessie.strike(next(b.nr for b in sessie.verloop.beurten if "Zonnebloem" in b.tekst))
    assert b"onnebloem" not in bytes_of(db)
    archief.close()


@pytest.mark.parametrize("veilig", [True, False])
def test_an_erased_conversation_is_gone_from_the_files(db: Path, veilig: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    archief = open_archief(db)
    if not veilig:  # the control: without overwriting the words stay, so the search below can find them
        archief._conn.execute("PRAGMA secure_delete=OFF")  # type: ignore[attr-defined]
        monkeypatch.setattr(archief, "_write_anew", lambda: None)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.keep_draft("Bij Zonnebloemhoeve")
    for nr in range(8):
        sessie.answer(f"Bij Zonnebloemhoeve was ik trots in de keuken {nr} " + "heel " * 200)
    sessie.erase()
    assert (b"onnebloem" not in bytes_of(db)) is veilig
    archief.close()


def test_words_of_distress_are_never_in_the_files(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.answer("Op stage was ik trots")
    sessie.keep_draft("ik zit in de put")
    sessie.keep_draft("ik zit in de put, ik wil dood")
    assert sessie.answer("ik zit in de put, ik wil dood").uitingen[0].soort == "zorg"
    assert b"in de put" not in bytes_of(db)
    archief.close()


def test_a_draft_survives_a_crash_even_before_the_first_answer(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.keep_draft("Op stage was")
    opnieuw = Sessie.resume(open_archief(db))
    assert opnieuw.draft() == "Op stage was"
    opnieuw.archief.close()
    archief.close()


def test_ctrl_c_stops_without_a_traceback(db: Path) -> None:
    proces = Proces("zelf", db=db)
    proces.read()
    proces.send("Op stage was ik trots.")
    proces.proces.send_signal(signal.SIGINT)
    status, fouten = proces.stop()
    assert status == 130
    assert fouten.strip() == ""
    assert answers(db) == ["Op stage was ik trots."]


def test_a_reader_that_goes_away_is_no_error(db: Path) -> None:
    proces = Proces("zelf", db=db)
    proces.read()
    assert proces.proces.stdout is not None
    proces.proces.stdout.close()
    assert proces.proces.stdin is not None
    proces.proces.stdin.write(b"Op stage was ik trots.\n")
    proces.proces.stdin.close()
    assert proces.proces.wait(30) == 0
    assert proces.proces.stderr is not None
    assert proces.proces.stderr.read() == b""
    proces.proces.stderr.close()


def test_a_conversation_goes_on_with_the_flow_it_began_with(tmp_path: Path, db: Path) -> None:
    oud = (flows.MAP / "kort.yaml").read_text(encoding="utf-8")
    flow = tmp_path / "eigen.yaml"
    flow.write_text(oud, encoding="utf-8")
    proces = Proces("zelf", "--flow", str(flow), db=db)
    proces.read()
    proces.send("Op stage was ik zo trots op mijn werk.")
    proces.stop()
    flow.write_text(oud.replace("precies", "anders").replace("verbreden:", "verder:"), encoding="utf-8")
    verder = Proces("hervat", db=db)
    assert verder.read()[-1]["stap"] == "precies"
    assert verder.send("In de keuken viel er een bord en toen hielp ik.")[-1]["soort"] == "vraag"
    assert verder.stop() == (0, "")


def test_moving_to_the_flow_of_now_is_a_choice_and_says_what_moved(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.answer("Op stage was ik zo trots op mijn werk.")
    sessie.answer("In de keuken viel er een bord en toen hielp ik.")
    wacht = sessie.now
    oud = (flows.MAP / "kort.yaml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as map_:
        flow = Path(map_) / "kort.yaml"
        flow.write_text(oud.replace("precies:", "moment:").replace("terugkijken.precies", "terugkijken.moment"))
        verder = Sessie.resume(archief, sessie.gesprek.id, flow=str(flow))
        assert verder.verhuizing is not None
        assert verder.verhuizing.stappen == {"terugkijken.precies": "reflecteren.motieven_eerst"}
        assert verder.verhuizing.nieuw == ("terugkijken.moment",)
        flow.write_text(
            oud.replace("precies:", "moment:\n        was: [terugkijken.precies, reflecteren.motieven_eerst]").replace(
                "terugkijken.precies\n", "terugkijken.moment\n"
            )
        )
        weer = Sessie.resume(archief, sessie.gesprek.id, flow=str(flow))
    antwoorden = [b.tekst for b in weer.verloop.beurten if b.soort is Soort.ANTWOORD]
    assert antwoorden == ["Op stage was ik zo trots op mijn werk.", "In de keuken viel er een bord en toen hielp ik."]
    assert wacht is not None
    assert weer.now is not None
    assert weer.now.vraag == wacht.vraag
    weer.answer("Iemand riep mij erbij")
    assert Sessie.resume(archief, sessie.gesprek.id).now == weer.now
    archief.close()


def test_a_conversation_with_a_question_that_is_gone_is_not_moved(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.answer("Op stage was ik zo trots op mijn werk.")
    beurten = [replace(b, vraag="weg.ermee") for b in sessie.verloop.beurten]
    assert plan_move(beurten, sessie.bron, sessie.bron).kwijt == ("weg.ermee",)
    archief.close()


def test_going_on_with_the_questions_of_now_says_when_nothing_changed(db: Path) -> None:
    proces = Proces("zelf", db=db)
    proces.read()
    proces.send("Op stage was ik trots.")
    proces.stop()
    uit = run("hervat", "--nieuw", "--json", "--db", str(db))
    assert uit.returncode == 0
    assert uit.stderr == "Er is niets veranderd sinds het begon.\n"


@pytest.mark.parametrize(
    ("invoer", "gezegd"),
    [
        ("1\nOp stage was ik trots.\n/stop\n", "gesprek hervat"),
        ("3\nL: Op stage was ik trots.\n/stop\n", "Vraag nu: "),
        ("4\n/stop\n", "1. "),
        ("5\n1\nVertel eens.\n/stop\n", "Leerling: "),
        ("5\n\n", "Typ een nummer"),
        ("99\n", "Typ een nummer"),
    ],
)
def test_the_plain_home_leads_to_every_way_in(db: Path, invoer: str, gezegd: str) -> None:
    uit = run(invoer=invoer, GESPREK_DB=str(db))
    assert (uit.returncode, uit.stderr) == (0, "")
    assert gezegd in uit.stdout
