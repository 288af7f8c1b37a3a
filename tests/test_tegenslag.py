"""Out of luck: a file that is none, a disk that is full, an archive that is newer, locked or not to be written."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from gesprek.archief import AlleenLezen, Archieffout, Bezet, SchijfVol, open_archief
from gesprek.sessie import Sessie
from tests.processen import answers, run


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "gesprek.db"


def test_a_file_that_is_no_database_gets_one_sentence(db: Path) -> None:
    db.write_text("dit is een boodschappenlijst\n" * 100)
    uit = run("zelf", "--json", "--db", str(db))
    assert uit.returncode == 1
    assert uit.stdout == ""
    assert (
        uit.stderr
        == f"Fout: “{db}” is geen archief van gesprek, of het is beschadigd; kies een ander bestand met --db.\n"
    )
    assert db.read_text().startswith("dit is een boodschappenlijst")


def test_the_database_of_another_program_is_left_alone(db: Path) -> None:
    verbinding = sqlite3.connect(db)
    verbinding.execute("CREATE TABLE recept (naam TEXT)")
    verbinding.commit()
    verbinding.close()
    uit = run("zelf", "--json", "--db", str(db))
    assert uit.returncode == 1
    assert uit.stderr.count("\n") == 1
    verbinding = sqlite3.connect(db)
    assert verbinding.execute("SELECT name FROM sqlite_master").fetchall() == [("recept",)]
    verbinding.close()


def test_a_newer_archive_is_refused_and_untouched(db: Path) -> None:
    open_archief(db).close()
    verbinding = sqlite3.connect(db)
    verbinding.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('gesprek', 'toekomst', '')"
    )
    verbinding.commit()
    verbinding.close()
    uit = run("zelf", "--json", "--db", str(db))
    assert uit.returncode == 1
    assert "nieuwere gesprek" in uit.stderr


@pytest.mark.parametrize("plek", ["/proc/gesprek.db", "/dev/null/gesprek.db"])
def test_a_place_where_nothing_can_be_kept_gets_one_sentence(plek: str) -> None:
    uit = run("zelf", "--json", "--db", plek)
    assert uit.returncode == 1
    assert uit.stderr.startswith("Fout: ")
    assert uit.stderr.count("\n") == 1
    assert "--db" in uit.stderr


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    uit = run("lijst", "--db", str(tmp_path))
    assert uit.returncode == 2
    assert "is een map" in uit.stderr


def _open_as_nobody(db: str, antwoord: multiprocessing.SimpleQueue[str]) -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        archief = open_archief(Path(db))
        sessie = Sessie.begin(archief, "kort", "nl")
        sessie.start()
        sessie.answer("Op stage was ik trots")
    except Archieffout as fout:
        antwoord.put(type(fout).__name__)
        return
    antwoord.put("gelukt")


@pytest.mark.parametrize("wat", ["bestand", "map"])
def test_a_read_only_archive_gets_one_sentence(wat: str) -> None:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_)
        db = pad / "gesprek.db"
        if wat == "bestand":
            open_archief(db).close()
            db.chmod(0o444)
        pad.chmod(0o555)
        context = multiprocessing.get_context("fork")
        antwoord = context.SimpleQueue()
        proces = context.Process(target=_open_as_nobody, args=(str(db), antwoord))
        proces.start()
        proces.join(30)
        assert antwoord.get() == AlleenLezen.__name__
        pad.chmod(0o755)


def test_a_full_disk_is_told_and_the_answer_can_be_given_again(db: Path) -> None:
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    sessie.answer("Op stage was ik trots")
    bladen = archief._conn.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
    archief._conn.execute(f"PRAGMA max_page_count={bladen}")  # type: ignore[attr-defined]
    voor = (sessie.now, list(sessie.verloop.beurten))
    groot = "In de keuken " * 5000
    with pytest.raises(SchijfVol):
        sessie.answer(groot)
    assert (sessie.now, sessie.verloop.beurten) == voor
    archief._conn.execute("PRAGMA max_page_count=100000")  # type: ignore[attr-defined]
    sessie.answer(groot)
    assert groot in answers(db)
    archief.close()


def test_a_locked_archive_is_told_and_the_answer_can_be_given_again(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesprek.archief.verbinding.WACHT_MS", 100)
    archief = open_archief(db)
    sessie = Sessie.begin(archief, "kort", "nl")
    sessie.start()
    ander = sqlite3.connect(db, isolation_level=None)
    ander.execute("BEGIN IMMEDIATE")
    with pytest.raises(Bezet):
        sessie.answer("Op stage was ik trots")
    ander.execute("ROLLBACK")
    ander.close()
    sessie.answer("Op stage was ik trots")
    assert answers(db) == ["Op stage was ik trots"]
    archief.close()


def test_a_broken_flow_file_is_told_with_its_line(tmp_path: Path, db: Path) -> None:
    flow = tmp_path / "stuk.yaml"
    flow.write_text("flow: stuk\ntitel: {nl: x, en: x}\nminuten: 3\nfasn: {}\n")
    uit = run("zelf", "--json", "--db", str(db), "--flow", str(flow))
    assert uit.returncode == 1
    assert "stuk.yaml:4: “fasn” is hier niet bekend. Bedoelde je “fasen”?" in uit.stderr
    assert "Traceback" not in uit.stderr
