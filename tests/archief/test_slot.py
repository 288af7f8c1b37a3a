"""An archive is locked, opened, and unlocked; a power cut at any moment leaves it whole, on one side or the other."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gesprek.archief import Bezet, FouteWachtzin, GeenArchief, GeenSlot, OpSlot, open_archief
from gesprek.archief.motor import locked_engine
from gesprek.archief.slot import ZwakkeWachtzin, change_lock, lock_state
from gesprek.archief.sqlite import SqliteArchief
from tests.archief.test_contract import A, B, head
from tests.archief.test_wissen import LEZER, fill, interleaved, raw
from tests.processen import environment

pytest.importorskip("sqlcipher3")
ZIN = "vier losse wóórden 'zo'"
ANDER = "een heel andere zin"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    db = tmp_path / "gesprek.db"
    archief = SqliteArchief(db, "ik")
    fill(archief)
    archief.close()
    return db


def words(db: Path, wachtzin: str) -> str:
    """Open it, and return the words of its conversation."""
    archief = SqliteArchief(db, "ik", wachtzin)
    try:
        return archief.read(A)[1][1].tekst
    finally:
        archief.close()


def test_locked_opened_changed_and_unlocked_again(db: Path) -> None:
    for oud, nieuw in (("", ZIN), (ZIN, ANDER), (ANDER, "")):
        change_lock(db, oud, nieuw)
        assert words(db, nieuw) == "Bij Zonnebloemhoeve was ik trots"
        assert (b"onnebloem" in raw(db)) is not bool(nieuw)
        assert lock_state(db) is bool(nieuw)
        assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]
        assert oct(db.stat().st_mode & 0o777) == "0o600"


def test_without_or_with_a_wrong_passphrase_it_says_so(db: Path) -> None:
    change_lock(db, "", ZIN)
    voor = db.read_bytes()
    with pytest.raises(OpSlot, match="op slot"):
        open_archief(db)
    with pytest.raises(FouteWachtzin, match="hoofdletters"):
        open_archief(db, wachtzin=ZIN.upper())
    with pytest.raises(FouteWachtzin):
        change_lock(db, ANDER, ZIN)
    assert db.read_bytes() == voor


def test_the_same_letters_in_another_encoding_are_the_same(db: Path) -> None:
    change_lock(db, "", "een wo\u0301o\u0301rd of vier")
    assert words(db, "een wóórd of vier")


@pytest.mark.parametrize("zin", ["", "kort", "       x      ", "met\nregel erin", "met\x00nul erin"])
def test_a_passphrase_that_is_of_no_use_is_refused(db: Path, zin: str) -> None:
    if zin:
        with pytest.raises(ZwakkeWachtzin):
            change_lock(db, "", zin)
    assert words(db, "")


def test_every_verb_works_in_a_locked_one(db: Path, tmp_path: Path) -> None:
    change_lock(db, "", ZIN)
    archief = SqliteArchief(db, "ik", ZIN)
    assert archief.op_slot
    ids = interleaved(archief, 1, beurten=200)
    assert archief.search("zonnebloemhoeve")
    (tmp_path / "map").mkdir()
    kopie = archief.back_up(tmp_path / "map")
    assert archief.erase(A, ids[0]).proven
    assert archief.erase_all().op_slot
    archief.close()
    assert b"merk" not in raw(db) + kopie.read_bytes()
    assert words(kopie, ZIN)


def test_another_program_that_has_it_open_is_no_party_to_it(db: Path) -> None:
    voor = db.read_bytes()
    code = LEZER.replace('c.execute("BEGIN")', "pass")
    ander = subprocess.Popen(
        [sys.executable, "-c", code, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "leest\n"
    with pytest.raises(Bezet):
        change_lock(db, "", ZIN)
    ander.communicate("\n", timeout=10)
    assert db.read_bytes() == voor
    assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]


def test_who_waited_for_the_old_file_opens_the_new_one(db: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from gesprek.archief import OpSlot, open_archief\n"
        "try: open_archief(Path(sys.argv[1]))\n"
        "except OpSlot: print('op slot')"
    )
    wachters: list[subprocess.Popen[str]] = []

    def begin(punt: str) -> None:
        if punt == "geschreven":
            opdracht = [sys.executable, "-c", code, str(db)]
            wachters.extend(
                subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
                for _nr in range(4)
            )
            time.sleep(1.5)  # they are all waiting now

    change_lock(db, "", ZIN, begin)
    uit = [wachter.communicate(timeout=20) for wachter in wachters]
    assert uit == [("op slot\n", "")] * 4
    assert words(db, ZIN)


def test_without_the_engine_it_says_how_to_get_it(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(GeenSlot, match="pipx inject gesprek sqlcipher3"):
        change_lock(db, "", ZIN)
    assert words(db, "")


def test_a_plain_archive_never_loads_the_engine(db: Path) -> None:
    code = f"import sys; from gesprek.cli import main; main(['lijst', '--db', {str(db)!r}]); print(*sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert "sqlcipher3" not in uit.stdout.split()


def test_a_file_that_is_no_archive_is_not_taken_for_a_locked_one(tmp_path: Path) -> None:
    db = tmp_path / "x.db"
    db.write_text("dit is een boodschappenlijst\n" * 4096)
    with pytest.raises(GeenArchief):
        open_archief(db)
    db.write_bytes(bytes(8192))
    with pytest.raises(GeenArchief):
        open_archief(db)


# cut off in between

VAL = """
import os, sys
from pathlib import Path
from gesprek.archief.slot import change_lock
db, oud, nieuw, waar = Path(sys.argv[1]), *sys.argv[2:5]
def punt(naam):
    print(naam, flush=True)
    if naam == waar:
        os.kill(os.getpid(), 9)
change_lock(db, oud, nieuw, punt)
"""
PUNTEN = ("alleen", "leeg", "geschreven", "gelijk", "oud", "verwisseld", "overschreven")


def run_and_kill(db: Path, oud: str, nieuw: str, waar: str, na: float = 20.0) -> list[str]:
    """Change the lock in a process of its own that ends at a point, or after some seconds."""
    proces = subprocess.Popen(
        [sys.executable, "-c", VAL, str(db), oud, nieuw, waar], stdout=subprocess.PIPE, text=True, env=environment()
    )
    try:
        uit, _fouten = proces.communicate(timeout=na)
    except subprocess.TimeoutExpired:
        proces.kill()
        uit, _fouten = proces.communicate()
    return uit.split()


@pytest.mark.parametrize("zin", ["", ZIN])
def test_a_journal_that_was_left_by_who_was_cut_off_is_wiped_and_not_believed(db: Path, zin: str) -> None:
    if zin:
        change_lock(db, "", zin)
    assert words(db, zin)
    journaal = db.with_name("gesprek.db-journal")
    journaal.write_bytes(bytes(512) + b"Zonnebloemhoeve" * 400)  # its head is gone, as SQLite leaves it
    kijker = journaal.open("rb")
    assert words(db, zin) == "Bij Zonnebloemhoeve was ik trots"
    assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]
    assert not kijker.read().strip(b"\0")
    kijker.close()


@pytest.mark.parametrize(("oud", "nieuw"), [("", ZIN), (ZIN, ANDER), (ZIN, "")], ids=["zet", "wijzig", "haal weg"])
@pytest.mark.parametrize("punt", PUNTEN)
def test_killed_at_each_step_nothing_is_lost_and_nothing_lies_about(db: Path, oud: str, nieuw: str, punt: str) -> None:
    if oud:
        change_lock(db, "", oud)
    assert run_and_kill(db, oud, nieuw, punt)[-1] == punt
    nu = nieuw if punt in ("verwisseld", "overschreven") else oud
    assert words(db, nu) == "Bij Zonnebloemhoeve was ik trots"
    assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]
    assert (b"onnebloem" in raw(db)) is not bool(nu)
    change_lock(db, nu, ANDER if nu != ANDER else ZIN)


def test_killed_at_any_moment_it_opens_with_the_one_or_the_other(db: Path) -> None:
    kans = random.Random(2)
    nu = ""
    for _keer in range(12):
        straks = ZIN if nu != ZIN else ""
        run_and_kill(db, nu, straks, "", na=0.15 + kans.random() * 0.5)
        goed = [zin for zin in (nu, straks) if _opens(db, zin)]
        assert len(goed) == 1
        nu = goed[0]
        assert words(db, nu) == "Bij Zonnebloemhoeve was ik trots"
        assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]


def _opens(db: Path, zin: str) -> bool:
    try:
        archief = SqliteArchief(db, "ik", zin)
    except OpSlot:
        return False
    past = archief.op_slot is bool(zin)
    archief.close()
    return past


@pytest.mark.parametrize("punt", ["oud", "verwisseld"])
def test_where_a_file_can_have_one_name_only_a_power_cut_is_mended_too(
    db: Path, punt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_alles: object) -> None:
        raise OSError

    class Stroomuitval(BaseException):
        pass

    def stop(naam: str) -> None:
        if naam == punt:
            raise Stroomuitval

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(Stroomuitval):
        change_lock(db, "", ZIN, stop)
    assert words(db, ZIN if punt == "verwisseld" else "")
    assert [pad.name for pad in db.parent.iterdir()] == ["gesprek.db"]


def test_the_archive_of_another_owner_in_the_file_stays_theirs(db: Path) -> None:
    ander = SqliteArchief(db, "jij")
    fill(ander, B, "Rozenhof")
    ander.close()
    change_lock(db, "", ZIN)
    ander = SqliteArchief(db, "jij", ZIN)
    assert [g.id for g in ander.recent()] == [head(B).id]
    ander.close()
    assert locked_engine()
