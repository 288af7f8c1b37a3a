"""A backup is whole while the program runs; restoring checks first, keeps the archive of before, and is all or none."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gesprek.archief import Archieffout, Bezet, FouteWachtzin, GeenArchief, NieuwerArchief, OpSlot, Schrijfwerk
from gesprek.archief.herstel import restore
from gesprek.archief.reservekopie import HALF, Kopieerfout
from gesprek.archief.sqlite import SqliteArchief
from tests.archief.test_contract import A, B, C, head, said
from tests.archief.test_oude_versies import VERSIES, build
from tests.archief.test_wissen import LEZER, fill, raw
from tests.processen import environment

DAG = date(2026, 11, 28)
ZIN = "vier losse woorden"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    db = tmp_path / "data" / "gesprek.db"
    archief = SqliteArchief(db, "ik")
    fill(archief)
    archief.close()
    return db


@pytest.fixture
def kopie(db: Path, tmp_path: Path) -> Path:
    archief = SqliteArchief(db, "ik")
    pad = archief.back_up(tmp_path / "kopie.db")
    archief.close()
    return pad


def ids(db: Path, wachtzin: str = "") -> list[str]:
    archief = SqliteArchief(db, "ik", wachtzin)
    try:
        return [gesprek.id for gesprek in archief.recent()]
    finally:
        archief.close()


# making one


def test_a_backup_is_whole_for_its_owner_only_and_listed(db: Path, tmp_path: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief.write(Schrijfwerk(head(B), (said(0, "nog in het journaal"),), bron="{}"))
    pad = archief.back_up(tmp_path / "kopie.db")
    assert oct(pad.stat().st_mode & 0o777) == "0o600"
    assert [k.pad for k in archief.kopieen()] == [pad]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "kopie.db"]
    archief.close()
    assert ids(pad) == [B, A]


def test_in_a_folder_it_gets_a_name_with_the_day(db: Path, tmp_path: Path) -> None:
    archief = SqliteArchief(db, "ik")
    pad = archief.back_up(tmp_path)
    assert pad.name == f"gesprek-{datetime.now(UTC).astimezone():%Y-%m-%d}.db"
    archief.close()


def test_what_is_there_is_replaced_only_when_asked(db: Path, tmp_path: Path) -> None:
    pad = tmp_path / "kopie.db"
    pad.write_text("van mij")
    archief = SqliteArchief(db, "ik")
    with pytest.raises(Kopieerfout, match="--vervang"):
        archief.back_up(pad)
    assert pad.read_text() == "van mij"
    archief.back_up(pad, vervang=True)
    assert len(archief.kopieen()) == 1
    archief.close()
    assert ids(pad) == [A]


@pytest.mark.parametrize("plek", ["data/gesprek.db", "geen/map/kopie.db", "data/gesprek.db/kopie.db"])
def test_where_none_can_be_it_says_so_in_a_sentence(db: Path, tmp_path: Path, plek: str) -> None:
    archief = SqliteArchief(db, "ik")
    with pytest.raises(Kopieerfout):
        archief.back_up(tmp_path / plek, vervang=True)
    assert archief.kopieen() == []
    archief.close()
    assert ids(db) == [A]


def test_nothing_in_a_file_is_nothing_to_copy(tmp_path: Path) -> None:
    archief = SqliteArchief(None, "ik")
    with pytest.raises(Kopieerfout):
        archief.back_up(tmp_path / "kopie.db")
    archief.close()


def test_it_is_consistent_while_another_writes(db: Path, tmp_path: Path) -> None:
    schrijver, archief = SqliteArchief(db, "ik"), SqliteArchief(db, "ik")
    stop = threading.Event()

    def write() -> None:
        nr = 0
        while not stop.is_set():
            schrijver.write(Schrijfwerk(head(B), (said(nr, "x" * 500), said(nr + 1, "y" * 500)), bron="{}"))
            nr += 2
            stop.wait(0.005)

    draad = threading.Thread(target=write)
    draad.start()
    paden = [archief.back_up(tmp_path / f"{nr}.db") for nr in range(5)]
    stop.set()
    draad.join()
    for pad in paden:
        verbinding = sqlite3.connect(pad)
        assert verbinding.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (aantal,) = verbinding.execute("SELECT count(*) FROM beurt WHERE gesprek = ?", (B,)).fetchone()
        assert aantal % 2 == 0, "an answer is in it whole or not"
        verbinding.close()
    schrijver.close()
    archief.close()


def test_one_that_is_gone_is_dropped_and_one_on_a_disk_that_is_out_stays(db: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    archief = SqliteArchief(db, "ik")
    weg, stick = archief.back_up(tmp_path / "weg.db"), archief.back_up(tmp_path / "stick" / "kopie.db")
    weg.unlink()
    (tmp_path / "stick").rename(tmp_path / "uit")
    assert [(k.pad, k.er) for k in archief.kopieen()] == [(stick, False)]
    archief.close()


KOPIEERT = """
import os, sys
from pathlib import Path
from gesprek.archief.sqlite import SqliteArchief
archief = SqliteArchief(Path(sys.argv[1]), "ik")
echt = archief.copy_into
archief.copy_into = lambda pad: (echt(pad), os.kill(os.getpid(), 9))
archief.back_up(Path(sys.argv[2]))
"""


def test_half_a_copy_after_a_power_cut_is_listed_and_removed_later(db: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KOPIEERT, str(db), str(tmp_path / "k.db")], check=False, env=environment())
    (half,) = tmp_path.glob(f".k.db.*{HALF}")
    archief = SqliteArchief(db, "ik")
    assert [k.pad for k in archief.kopieen()] == [half]
    assert [k.pad for k in archief.erase(A).kopieen] == [half]
    archief.back_up(tmp_path / "k.db")
    assert half.exists(), "another program may be at it"
    lang_geleden = (datetime.now(UTC) - timedelta(hours=1)).timestamp()
    os.utime(half, (lang_geleden, lang_geleden))
    archief.back_up(tmp_path / "k.db", vervang=True)
    assert not half.exists()
    assert [k.pad for k in archief.kopieen()] == [tmp_path / "k.db"]
    archief.close()


# putting it back


def test_the_backup_comes_back_and_the_archive_of_before_stays(db: Path, kopie: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, B, "Rozenhof")
    archief.erase(A)
    archief.close()
    bytes_van_kopie = kopie.read_bytes()
    herstel = restore(db, kopie, dag=DAG)
    assert (herstel.gesprekken, herstel.op_slot) == (1, False)
    assert herstel.oud == db.with_name("gesprek-voor-herstel-2026-11-28.db")
    assert ids(db) == [A]
    assert ids(herstel.oud) == [B]
    assert kopie.read_bytes() == bytes_van_kopie
    assert oct(db.stat().st_mode & 0o777) == "0o600"
    archief = SqliteArchief(db, "ik")
    assert {k.pad for k in archief.kopieen()} == {kopie, herstel.oud}
    assert {k.pad for k in archief.erase(A).kopieen} == {kopie}, "the one of before has no copy of this one"
    archief.close()
    assert restore(db, kopie, dag=DAG).oud == db.with_name("gesprek-voor-herstel-2026-11-28-2.db")


def test_where_there_was_no_archive_it_is_just_put_there(kopie: Path, tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuwe computer" / "gesprek.db"
    assert restore(nieuw, kopie).oud is None
    assert ids(nieuw) == [A]
    assert [p.name for p in nieuw.parent.iterdir()] == ["gesprek.db"]


@pytest.mark.parametrize("versie", VERSIES)
def test_a_backup_of_an_earlier_version_is_brought_up_to_date_in_a_copy(db: Path, tmp_path: Path, versie: str) -> None:
    oud = tmp_path / "oud.db"
    build(versie, oud)
    voor = oud.read_bytes()
    assert restore(db, oud).gesprekken >= 2
    assert oud.read_bytes() == voor
    assert len(ids(db)) >= 2


def test_a_copied_archive_with_its_journal_is_taken_whole(db: Path, tmp_path: Path) -> None:
    ander = SqliteArchief(tmp_path / "ander" / "gesprek.db", "ik")
    ander.write(Schrijfwerk(head(C), (said(0, "nog in het journaal"),), bron="{}"))
    los = tmp_path / "los"
    shutil.copytree(tmp_path / "ander", los)
    ander.close()
    assert (los / "gesprek.db-wal").stat().st_size
    restore(db, los / "gesprek.db")
    assert ids(db) == [C]


def newer(pad: Path) -> None:
    verbinding = sqlite3.connect(pad)
    verbinding.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('gesprek', 'toekomst')")
    verbinding.commit()
    verbinding.close()


def scratched(pad: Path) -> None:
    inhoud = bytearray(pad.read_bytes())
    inhoud[4096:12000] = os.urandom(12000 - 4096)
    pad.write_bytes(inhoud)


def orphaned(pad: Path) -> None:
    verbinding = sqlite3.connect(pad)
    verbinding.execute("UPDATE afspraak SET gesprek = 'niemand'")
    verbinding.commit()
    verbinding.close()


def other_program(pad: Path) -> None:
    pad.unlink()
    verbinding = sqlite3.connect(pad)
    verbinding.execute("CREATE TABLE recept (naam TEXT)")
    verbinding.close()


@pytest.mark.parametrize(
    ("maak", "fout"),
    [
        (newer, NieuwerArchief),
        (scratched, GeenArchief),
        (orphaned, GeenArchief),
        (other_program, GeenArchief),
        (lambda pad: pad.write_text("boodschappen\n" * 999), GeenArchief),
        (lambda pad: pad.write_bytes(b""), GeenArchief),
        (lambda pad: pad.write_bytes(os.urandom(8192)), OpSlot),
        (lambda pad: pad.unlink(), GeenArchief),
    ],
    ids=["newer", "scratched", "orphaned", "other program", "text", "empty", "chance", "absent"],
)
def test_what_is_no_good_is_refused_and_nothing_changes(
    db: Path, kopie: Path, maak: object, fout: type[Archieffout]
) -> None:
    maak(kopie)  # type: ignore[operator]
    voor = db.read_bytes()
    with pytest.raises(fout) as gezegd:
        restore(db, kopie)
    assert str(kopie) in str(gezegd.value)
    assert "nieuw~" not in str(gezegd.value)
    assert db.read_bytes() == voor
    assert [p.name for p in db.parent.iterdir()] == ["gesprek.db"]


def test_the_archive_itself_is_no_backup(db: Path) -> None:
    with pytest.raises(GeenArchief, match="archief zelf"):
        restore(db, db)


def test_while_another_program_has_it_open_nothing_is_put_back(db: Path, kopie: Path) -> None:
    code = LEZER.replace('c.execute("BEGIN")', "pass")
    ander = subprocess.Popen(
        [sys.executable, "-c", code, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "leest\n"
    with pytest.raises(Bezet):
        restore(db, kopie)
    ander.communicate("\n", timeout=10)
    assert [p.name for p in db.parent.iterdir()] == ["gesprek.db"]
    assert ids(db) == [A]


def test_a_damaged_archive_is_set_aside_and_the_backup_comes_back(db: Path, kopie: Path) -> None:
    db.write_bytes(b"SQLite format 3\x00" + os.urandom(20_000))
    kapot = db.read_bytes()
    herstel = restore(db, kopie, dag=DAG)
    assert herstel.oud is not None
    assert herstel.oud.read_bytes() == kapot
    assert ids(db) == [A]


HERSTELT = """
import os, sys
from pathlib import Path
from gesprek.archief.herstel import restore
def punt(naam):
    if naam == sys.argv[3]:
        os.kill(os.getpid(), 9)
restore(Path(sys.argv[1]), Path(sys.argv[2]), punt=punt)
"""


@pytest.mark.parametrize("punt", ["overgenomen", "bijgewerkt", "oud", "verwisseld"])
def test_killed_at_each_step_there_is_one_whole_archive(db: Path, kopie: Path, punt: str) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, B, "Rozenhof")
    archief.close()
    uit = subprocess.run([sys.executable, "-c", HERSTELT, str(db), str(kopie), punt], check=False, env=environment())
    assert uit.returncode == -9
    assert ids(db) == ([A] if punt == "verwisseld" else [B, A])
    for pad in db.parent.iterdir():
        assert pad.name == "gesprek.db" or ids(pad) == [B, A]
    restore(db, kopie)
    assert ids(db) == [A]


# locked ones


def test_locked_and_unlocked_backups_and_archives_in_every_mix(db: Path, kopie: Path, tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    from gesprek.archief.slot import change_lock

    change_lock(db, "", ZIN)
    archief = SqliteArchief(db, "ik", ZIN)
    op_slot = archief.back_up(tmp_path / "op slot.db")
    archief.close()
    with pytest.raises(OpSlot):
        restore(db, kopie)
    herstel = restore(db, kopie, wachtzin=ZIN)
    assert (herstel.was_op_slot, herstel.op_slot) == (True, False)
    assert herstel.oud is not None
    assert ids(herstel.oud, ZIN) == [A]
    with pytest.raises(OpSlot):
        restore(db, op_slot)
    with pytest.raises(FouteWachtzin):
        restore(db, op_slot, wachtzin_kopie="een andere zin")
    assert restore(db, op_slot, wachtzin_kopie=ZIN).op_slot
    assert ids(db, ZIN) == [A]
    assert b"onnebloem" not in db.read_bytes()
    assert b"onnebloem" in raw(db), "the archive of before stays as it was, not locked"
