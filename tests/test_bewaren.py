"""The commands about what is kept, as real processes: wis, inzage, bewaartermijn, slot, reservekopie, herstel."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gesprek.archief import Schrijfwerk, open_archief
from gesprek.archief.bewaartermijn import boundary, expired, read_term, retention_line, write_term
from gesprek.archief.inzage import inzage_text, read_inzage
from gesprek.archief.sqlite import SqliteArchief
from gesprek.model import Gesprek, Herhaling, Oefening
from gesprek.taal import use_taal
from tests.archief.test_contract import A, B, C, said
from tests.archief.test_wissen import fill, raw
from tests.processen import run

NU = datetime.now(UTC)
ZIN = "vier losse woorden"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    db = tmp_path / "data" / "gesprek.db"
    archief = SqliteArchief(db, "ik")
    fill(archief)
    archief.close()
    return db


def keep(db: Path, id: str, dagen: int) -> None:
    """Keep a conversation that nobody touched for some days."""
    archief = open_archief(db)
    moment = NU - timedelta(days=dagen)
    gesprek = Gesprek(id, "zelf", "kort", "vinger", "nl", moment, moment)
    archief.write(Schrijfwerk(gesprek, (said(0, f"iets van {dagen} dagen geleden"),), bron="{}"))
    archief.close()


def ids(db: Path) -> list[str]:
    archief = open_archief(db)
    try:
        return [gesprek.id for gesprek in archief.recent()]
    finally:
        archief.close()


# wis


def test_wis_asks_once_says_what_goes_and_what_it_proved(db: Path) -> None:
    nee = run("wis", A, "--db", str(db), invoer="nee\n")
    assert (nee.returncode, ids(db)) == (1, [A])
    assert "Zonnebloemhoeve naam" in nee.stdout
    ja = run("wis", A, "--db", str(db), invoer="ja\n")
    assert ja.returncode == 0
    assert "er staat niets meer van" in ja.stdout
    assert "zelf hebt geëxporteerd" in ja.stdout
    assert b"onnebloem" not in raw(db)


def test_wis_alles_says_how_much_that_is(db: Path) -> None:
    keep(db, B, 3)
    uit = run("wis", "--alles", "--db", str(db), invoer="ja\n")
    assert uit.returncode == 0
    assert uit.stdout.startswith("2 gesprekken")
    assert ids(db) == []
    assert b"onnebloem" not in raw(db)


def test_wis_tells_a_script_what_it_proved(db: Path, tmp_path: Path) -> None:
    assert run("reservekopie", str(tmp_path / "k.db"), "--db", str(db)).returncode == 0
    bewijs = json.loads(run("wis", A, "--ja", "--json", "--db", str(db)).stdout)
    assert (bewijs["gewist"], bewijs["bewezen"], bewijs["gevonden"]) == ([A], True, [])
    assert bewijs["kopieen"] == [str(tmp_path / "k.db")]
    assert str(db) in bewijs["bestanden"]


def test_wis_that_cannot_prove_it_ends_with_one(db: Path) -> None:
    db.with_name("gesprek.db-oud").write_bytes(b"Bij Zonnebloemhoeve was ik trots")
    uit = run("wis", A, "--ja", "--db", str(db))
    assert uit.returncode == 1
    assert "gesprek.db-oud" in uit.stdout


@pytest.mark.parametrize("argumenten", [[], [A, "--alles"], ["--alles", "--verlopen"]])
def test_wis_wants_to_know_what(db: Path, argumenten: list[str]) -> None:
    assert run("wis", *argumenten, "--ja", "--db", str(db)).returncode == 2
    assert ids(db) == [A]


# how long


def test_nothing_older_is_offered_until_a_term_is_set_and_nothing_goes_by_itself(db: Path) -> None:
    keep(db, B, 400)
    keep(db, C, 100)
    assert run("wis", "--verlopen", "--ja", "--db", str(db)).returncode == 1
    assert "geen einde" in run("bewaartermijn", "--db", str(db)).stdout
    assert "1 gesprek is ouder dan de 12 maanden" in run("bewaartermijn", "12", "--db", str(db)).stdout
    assert ids(db) == [C, B, A]
    weg = run("wis", "--verlopen", "--db", str(db), invoer="ja\n")
    assert weg.returncode == 0
    assert B in weg.stdout
    assert ids(db) == [C, A]
    assert run("bewaartermijn", "uit", "--db", str(db)).stdout.count("\n") == 1


@pytest.mark.parametrize("maanden", ["-1", "601", "een jaar"])
def test_a_term_is_a_number_of_months(db: Path, maanden: str) -> None:
    assert run("bewaartermijn", "--db", str(db), "--", maanden).returncode == 2


def test_the_line_for_home_is_one_sentence_or_none(db: Path) -> None:
    keep(db, B, 400)
    archief = open_archief(db)
    assert retention_line(archief, NU) == ""
    write_term(archief, 6)
    assert read_term(archief) == 6
    assert [g.id for g in expired(archief, NU)] == [B]
    assert retention_line(archief, NU).startswith("1 gesprek is ouder dan de 6 maanden")
    write_term(archief, 0)
    assert retention_line(archief, NU) == ""
    archief.close()


@pytest.mark.parametrize(
    ("nu", "maanden", "grens"),
    [("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"), ("2026-01-15", 24, "2024-01-15")],
)
def test_a_month_ago_is_the_same_day_or_the_last_one(nu: str, maanden: int, grens: str) -> None:
    assert boundary(datetime.fromisoformat(nu), maanden) == datetime.fromisoformat(grens)


# what is kept


def test_inzage_says_what_where_until_when_and_of_whom(db: Path, tmp_path: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, B, "Rozenhof", modus="samen", leerling="Noor")
    archief.write_oefening(Oefening(C, "sem", "nl", NU, "{}"))
    archief.write_herhaling(Herhaling("d001", "{}", NU))
    kopie = archief.back_up(tmp_path / "k.db")
    archief.close()
    tekst = run("inzage", "--db", str(db)).stdout
    for woord in (
        "2 gesprekken",
        "2 kernwoorden",
        "1 oefengesprek",
        "1 oefenzin",
        "Noor: 1 gesprek",
        str(db),
        "niet op slot",
        "Alleen jij mag",
        "niets verstuurd",
        str(kopie),
        "gesprek wis --alles",
    ):
        assert woord in tekst
    gegevens = json.loads(run("inzage", "--json", "--db", str(db)).stdout)
    assert gegevens["bewaard"]["gesprekken"] == 2
    assert gegevens["leerlingen"] == {"": 1, "Noor": 1}
    assert gegevens["rechten"] == "600"


def test_a_file_that_others_may_read_is_said_to_be_so(db: Path) -> None:
    db.chmod(0o644)
    assert "chmod 600" in run("inzage", "--db", str(db)).stdout


def test_inzage_of_nothing_makes_nothing(tmp_path: Path) -> None:
    uit = run("inzage", "--db", str(tmp_path / "x.db"))
    assert uit.returncode == 0
    assert "Nog niets" in uit.stdout
    assert list(tmp_path.iterdir()) == []


def test_inzage_is_complete_in_english(db: Path) -> None:
    archief = open_archief(db)
    use_taal("en")
    tekst = inzage_text(read_inzage(archief, NU))
    assert tekst.startswith("# What is kept about you")
    assert "1 conversation (23 November 2026)" in tekst
    archief.close()


# locked


@pytest.fixture
def op_slot(db: Path) -> Path:
    pytest.importorskip("sqlcipher3")
    assert run("slot", "--zet", "--ja", "--db", str(db), invoer=f"{ZIN}\n").returncode == 0
    return db


def test_what_forgetting_means_is_said_before_it_is_set(db: Path) -> None:
    pytest.importorskip("sqlcipher3")
    nee = run("slot", "--zet", "--db", str(db), invoer="nee\n")
    assert nee.returncode == 1
    assert "Vergeten is kwijt" in nee.stderr
    assert "niet op slot" in run("slot", "--db", str(db)).stdout
    assert run("slot", "--zet", "--db", str(db), invoer=f"ja\n{ZIN}\n").returncode == 0
    assert "is op slot" in run("slot", "--db", str(db)).stdout


def test_scripts_give_the_passphrase_as_the_first_line_or_in_a_file(op_slot: Path, tmp_path: Path) -> None:
    bestand = tmp_path / "zin"
    bestand.write_text(ZIN + "\n")
    assert A in run("lijst", "--db", str(op_slot), invoer=f"{ZIN}\n").stdout
    assert A in run("lijst", "--db", str(op_slot), "--wachtzin-bestand", str(bestand)).stdout
    assert A in run("--wachtzin-bestand", str(bestand), "lijst", "--db", str(op_slot)).stdout
    for invoer, zegt in (("fout\n", "gaat “"), ("", "op slot")):
        uit = run("lijst", "--db", str(op_slot), invoer=invoer)
        assert (uit.returncode, uit.stdout, uit.stderr.count("\n")) == (1, "", 1)
        assert zegt in uit.stderr
    assert run("lijst", "--db", str(op_slot), "--wachtzin-bestand", str(tmp_path / "x")).returncode == 1


def test_a_conversation_is_held_in_a_locked_archive(op_slot: Path) -> None:
    uit = run("zelf", "--flow", "kort", "--json", "--db", str(op_slot), invoer=f"{ZIN}\nBij Rozenhof was ik trots.\n")
    assert (uit.returncode, uit.stderr) == (0, "")
    assert "Rozenhof" in run("zoek", "rozenhof", "--db", str(op_slot), invoer=f"{ZIN}\n").stdout
    assert b"ozenhof" not in raw(op_slot)
    uit = run("zelf", "--gewoon", "--db", str(op_slot), invoer=f"{ZIN}\nBij Tulpenveld was ik trots.\n")
    assert uit.returncode == 0
    assert "Tulpenveld" in run("zoek", "tulpenveld", "--db", str(op_slot), invoer=f"{ZIN}\n").stdout


def test_it_is_changed_and_taken_away(op_slot: Path) -> None:
    assert run("slot", "--zet", "--ja", "--db", str(op_slot), invoer=f"{ZIN}\n").returncode == 1
    assert run("slot", "--wijzig", "--db", str(op_slot), invoer="fout fout\nnieuwe zin hier\n").returncode == 1
    assert run("slot", "--wijzig", "--db", str(op_slot), invoer=f"{ZIN}\nkort\n").returncode == 1
    assert run("slot", "--wijzig", "--db", str(op_slot), invoer=f"{ZIN}\nnieuwe zin hier\n").returncode == 0
    assert run("slot", "--haal-weg", "--db", str(op_slot), invoer="nieuwe zin hier\n").returncode == 0
    assert ids(op_slot) == [A]
    assert run("slot", "--haal-weg", "--db", str(op_slot)).returncode == 1
    assert run("slot", "--haal-weg", "--zet", "--db", str(op_slot)).returncode == 2


def test_backups_that_are_not_locked_are_warned_of(db: Path, tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    run("reservekopie", str(tmp_path / "open.db"), "--db", str(db))
    uit = run("slot", "--zet", "--ja", "--db", str(db), invoer=f"{ZIN}\n")
    assert f"niet op slot: {tmp_path / 'open.db'}" in uit.stderr
    assert (
        "dezelfde wachtzin"
        in run("reservekopie", str(tmp_path / "dicht.db"), "--db", str(db), invoer=f"{ZIN}\n").stdout
    )
    uit = run("slot", "--wijzig", "--db", str(db), invoer=f"{ZIN}\nnieuwe zin hier\n")
    assert f"wachtzin van eerst: {tmp_path / 'dicht.db'}" in uit.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pty is needed")
def test_on_a_terminal_it_is_asked_without_showing_it_three_times(op_slot: Path) -> None:
    from tests.terminal import Terminal

    terminal = Terminal("--db", str(op_slot), db=op_slot)
    terminal.wait_for("Wachtzin:")
    terminal.send("fout fout\r")
    terminal.wait_for("hoofdletters")
    terminal.send(f"{ZIN}\r")
    terminal.wait_for("nieuw gesprek|Nieuw gesprek")
    assert ZIN not in terminal.text
    terminal.send("\x11")
    assert terminal.end()[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a pty is needed")
def test_on_a_terminal_a_new_one_is_typed_twice(db: Path) -> None:
    pytest.importorskip("sqlcipher3")
    from tests.terminal import Terminal

    vraag = r"Nieuwe wachtzin \(minstens 8 tekens\):"
    for getypt, gezegd, status in ((("kort", "korter"), "minstens 8 tekens; vier", 1), ((ZIN,), "op slot", 0)):
        terminal = Terminal("slot", "--zet", "--ja", "--db", str(db), db=db)
        terminal.wait_for(vraag)
        terminal.send(f"{ZIN}\r")
        terminal.wait_for("Nog een keer:")
        terminal.send("vier losse worden\r")
        terminal.wait_for("twee verschillende wachtzinnen")
        for keer, zin in enumerate(getypt, 2):
            terminal.wait_for(rf"({vraag}[\s\S]*){{{keer}}}")
            terminal.send(f"{zin}\r")
        if not status:
            terminal.wait_for(r"(Nog een keer:[\s\S]*){2}")
            terminal.send(f"{ZIN}\r")
        terminal.wait_for(gezegd)
        assert terminal.end()[0] == status
    assert "is op slot" in run("slot", "--db", str(db)).stdout


# backup


def test_a_backup_is_made_and_put_back(db: Path, tmp_path: Path) -> None:
    kopie = tmp_path / "k.db"
    assert run("reservekopie", str(kopie), "--db", str(db)).returncode == 0
    assert run("reservekopie", str(kopie), "--db", str(db)).returncode == 1
    assert run("reservekopie", str(kopie), "--vervang", "--db", str(db)).returncode == 0
    run("wis", A, "--ja", "--db", str(db))
    assert run("herstel", str(kopie), "--db", str(db), invoer="nee\n").returncode == 1
    assert ids(db) == []
    uit = run("herstel", str(kopie), "--db", str(db), invoer="ja\n")
    assert uit.returncode == 0
    assert "voor-herstel" in uit.stdout
    assert ids(db) == [A]
    niets = run("herstel", str(tmp_path / "niets.db"), "--db", str(db), invoer="ja\n")
    assert (niets.returncode, "Typ ja" in niets.stderr, "Er is geen bestand" in niets.stderr) == (1, False, True), niets


def test_a_backup_of_a_locked_one_is_put_back(op_slot: Path, tmp_path: Path) -> None:
    kopie = tmp_path / "k.db"
    run("reservekopie", str(kopie), "--db", str(op_slot), invoer=f"{ZIN}\n")
    run("slot", "--wijzig", "--db", str(op_slot), invoer=f"{ZIN}\nnieuwe zin hier\n")
    uit = run("herstel", str(kopie), "--ja", "--db", str(op_slot), invoer=f"nieuwe zin hier\n{ZIN}\n")
    assert uit.returncode == 0
    assert "wachtzin van de reservekopie" in uit.stdout
    assert A in run("lijst", "--db", str(op_slot), invoer=f"{ZIN}\n").stdout
