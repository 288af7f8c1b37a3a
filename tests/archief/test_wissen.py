"""What is erased is gone from the raw files, and the program's own proof says so. Each with a control that fails."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from gesprek.archief import OnbekendGesprek, Schrijfwerk
from gesprek.archief.bewijs import proof_lines
from gesprek.archief.sqlite import SqliteArchief
from gesprek.archief.wissen import Naalden, Vondst, explain
from gesprek.model import Dossierkeuze, Oefening, Opbrengst, Soort
from tests.archief.test_contract import TIJD, A, B, C, asked, head, said
from tests.processen import environment


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "gesprek.db"


def raw(db: Path) -> bytes:
    """Everything that lies beside the database and in it."""
    return b"".join(pad.read_bytes() for pad in sorted(db.parent.iterdir()) if pad.is_file())


def fill(archief: SqliteArchief, id: str = A, merk: str = "Zonnebloemhoeve", **kop: str) -> None:
    """Keep a conversation in which a mark stands in every place that words can be."""
    opbrengst = Opbrengst(f"{merk} titel", True, f"{merk} kern", ((f"{merk} bellen", None),))
    beurten = [asked(0, "Wat?"), said(1, f"Bij {merk} was ik trots"), said(2, f"heel lang {merk} " * 3000)]
    archief.write(Schrijfwerk(replace(head(id), **kop), beurten, bron="{}", opbrengst=opbrengst))  # type: ignore[arg-type]
    archief.rename(id, f"{merk} naam")
    archief.write_dossierkeuze(Dossierkeuze(id, frozenset({"ervaring"}), f"{merk} doel", f"{merk} soort"))
    archief.write_concept(id, "bijlage2.1", f"{merk} half af")


def interleaved(archief: SqliteArchief, zaad: int, aantal: int = 20, beurten: int = 1200) -> list[str]:
    """Keep many conversations that grow at the same time, so that pages are divided in the middle."""
    archief._conn.execute("PRAGMA synchronous=OFF")  # for speed
    kans = random.Random(zaad)
    ids = [f"01{kans.randrange(10**24):024d}" for _ in range(aantal)]
    nummers = dict.fromkeys(ids, 0)
    for id in ids:
        archief.write(Schrijfwerk(head(id), bron="{}"))
    for _keer in range(beurten):
        id = kans.choice(ids)
        merk = f"merk{id[2:]}x"
        tekst = " ".join(f"{merk}{kans.randrange(10**6)}" for _ in range(kans.choice([1, 2, 5, 20, 60])))
        archief.write(Schrijfwerk(head(id), (said(nummers[id], tekst),)))
        nummers[id] += 1
    return ids


# the proof


def test_not_a_byte_is_left_and_the_proof_says_where_it_looked(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, leerling="Kwibusje", mentor="Brombeer")
    fill(archief, B, "Rozenhof")
    bewijs = archief.erase(A)
    inhoud = raw(db)
    for weg in (b"onnebloemhoev", b"wibusje", b"rombeer", A.encode()):
        assert weg not in inhoud
    assert b"ozenhof" in inhoud
    assert bewijs.proven
    assert bewijs.gewist == (A,)
    assert db in bewijs.bestanden
    assert bewijs.teksten >= 10
    assert bewijs.kopieen == ()
    assert proof_lines(bewijs)[0].startswith("Weg. Daarna is gezocht naar")
    archief.close()


def test_control_without_overwriting_the_searcher_finds_the_words(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief)
    archief._conn.execute("PRAGMA secure_delete=OFF")
    monkeypatch.setattr(archief, "_write_anew", lambda: None)
    bewijs = archief.erase(A)
    assert b"onnebloemhoev" in raw(db)
    assert not bewijs.proven
    assert bewijs.gevonden == (db,)
    assert any(str(db) in regel for regel in proof_lines(bewijs))
    archief.close()


def test_what_overwriting_alone_leaves_is_found_and_mended(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief._conn.execute("PRAGMA secure_delete=OFF")
    fill(archief)
    assert archief.erase(A).proven
    assert b"onnebloemhoev" not in raw(db)
    archief.close()


@pytest.mark.parametrize("zaad", range(3))
def test_rows_that_were_copied_when_pages_were_divided_are_gone_too(db: Path, zaad: int) -> None:
    archief = SqliteArchief(db, "ik")
    ids = interleaved(archief, zaad)
    weg = ids[::2]
    assert archief.erase(*weg).proven
    inhoud = raw(db)
    assert not [id for id in weg if id[2:].encode() in inhoud]
    assert all(f"merk{id[2:]}x".encode() in inhoud for id in ids[1::2])
    archief.close()


def test_control_sqlite_alone_leaves_rows_that_were_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blijft = 0
    for zaad in range(3):
        db = tmp_path / str(zaad) / "gesprek.db"
        archief = SqliteArchief(db, "ik")
        monkeypatch.setattr(archief, "_write_anew", lambda: None)
        weg = interleaved(archief, zaad)[::2]
        bewijs = archief.erase(*weg)
        over = [id for id in weg if id[2:].encode() in raw(db)]
        assert not (bewijs.proven and over), "what a plain look at the bytes sees, the proof sees"
        blijft += bool(over)
        archief.close()
    assert blijft


def test_struck_words_are_gone_also_where_pages_were_divided(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    ids = interleaved(archief, 3)
    for id in ids:
        weg = [b for b in archief.read(id)[1] if b.tekst]
        archief.write(Schrijfwerk(head(id), gewist=[b.without_text(Soort.GESCHRAPT) for b in weg]))
        assert f"merk{id[2:]}x".encode() not in raw(db)
    archief.close()


@pytest.mark.parametrize("lengte", [11, 30, 4000, 4096, 9000, 70_000])
def test_texts_that_run_over_pages_are_found_while_they_are_there(db: Path, lengte: int) -> None:
    archief = SqliteArchief(db, "ik")
    tekst = "".join(random.Random(lengte).choices("abcdefghijklmnopqrstuvwxyz ", k=lengte)).strip() or "x"
    archief.write(Schrijfwerk(head(), (said(0, tekst),), bron="{}"))
    archief._sweep()
    naalden = Naalden([tekst])
    assert archief._search(naalden, Vondst()) == ([], {db: db.stat().st_size, db.with_name("gesprek.db-wal"): 0}), (
        "it stays"
    )
    gevonden = naalden.search([db.read_bytes()], db.stat().st_size)
    assert gevonden
    assert explain(gevonden, ["iets anders"])
    archief.erase(A)
    assert not naalden.search([db.read_bytes()], db.stat().st_size)
    archief.close()


@pytest.mark.parametrize("plek", range(16))
def test_a_piece_of_eleven_bytes_is_found_at_any_place(plek: int) -> None:
    naalden = Naalden(["De kwikstaart zingt bij Zonnebloemhoeve"])
    assert naalden.search([b"\0" * (4096 + plek) + b"staart zing" + b"\0" * 99], 5000)
    assert naalden.search([b"\0" * plek + b"de kwikstaart" + b"\0" * 99], 200), "folded"
    assert not naalden.search([b"\0" * 5000], 5000)


def test_what_also_stands_in_what_stays_is_no_find_and_is_said(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, A, "Zonnebloemhoeve", leerling="Kwibusje")
    fill(archief, B, "Zonnebloemhoeve", leerling="Kwibusje")
    bewijs = archief.erase(A)
    assert bewijs.proven
    assert set(bewijs.ook_elders) == {"Kwibusje", "Zonnebloemhoeve kern"}
    assert any("‘Kwibusje’" in regel for regel in proof_lines(bewijs))
    assert bewijs.gedeeld
    assert "er staat niets meer van" not in proof_lines(bewijs)[0]
    archief.close()


def test_answers_too_short_to_look_for_are_counted(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief.write(Schrijfwerk(head(), (said(0, "ja"), said(1, "8"), said(2, "nee hoor")), bron="{}"))
    bewijs = archief.erase(A)
    assert bewijs.te_kort == 2
    assert any("2 antwoorden" in regel for regel in proof_lines(bewijs))
    archief.close()


def test_words_of_the_tables_themselves_are_no_find(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief.write(
        Schrijfwerk(head(), (said(0, "sqlite_autoindex_afspraak_1, CREATE TABLE beurt, tabletable"),), bron="{}")
    )
    assert archief.erase_all().proven
    archief.close()


# what goes along


def test_several_at_once_or_none(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief, A)
    fill(archief, B, "Rozenhof")
    with pytest.raises(OnbekendGesprek):
        archief.erase(A, C)
    assert [g.id for g in archief.recent()] == [B, A]
    assert archief.erase(A, B, A).proven
    assert archief.recent() == []
    assert archief._conn.execute("SELECT count(*) FROM bron").fetchone() == (0,)
    archief.close()


def test_a_practice_conversation_goes_too(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief.write_oefening(Oefening(A, "sem", "nl", TIJD, '{"merk": "herkenbaar"}'))
    assert archief.erase(A).proven
    assert b"herkenbaar" not in raw(db)
    archief.close()


def test_what_became_of_an_older_afspraak_stays_known_but_not_who_asked(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    archief.write(Schrijfwerk(head(A), bron="{}", opbrengst=Opbrengst(afspraken=(("bellen", None), ("mailen", None)))))
    terug = Opbrengst(terugblik={(A, 0): "gedaan", (A, 1): "open"})
    archief.write(Schrijfwerk(head(B), (said(0, "x"),), bron="{}", opbrengst=terug))
    assert [a.tekst for a in archief.open_afspraken(voor=C)] == ["mailen"]
    assert archief.erase(B).proven
    assert [a.status for a in archief.afspraken(A)] == ["gedaan", "open"]
    assert B.encode() not in raw(db)
    assert [a.tekst for a in archief.open_afspraken(voor=C)] == ["mailen"]
    archief.close()


def test_everything_goes_and_an_empty_archive_is_left(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    ids = interleaved(archief, 1)
    fill(archief, A, leerling="Kwibusje")
    archief.write_oefening(Oefening(B, "herkenbaar", "nl", TIJD, "{}"))
    archief.write_instelling("bewaartermijn", "12")
    ander = SqliteArchief(db, "jij")
    fill(ander, C, "Rozenhof")
    ander.close()
    groot = db.stat().st_size
    bewijs = archief.erase_all()
    assert bewijs.proven
    assert set(bewijs.gewist) == {*ids, A, B}
    inhoud = raw(db)
    assert not [m for m in (b"merk", b"onnebloem", b"wibusje", b"herkenbaar", b"bewaartermijn") if m in inhoud]
    assert b"ozenhof" in inhoud, "what is another's stays"
    assert db.stat().st_size < groot / 2
    assert archief.recent() == []
    fill(archief)
    assert archief.read(A)[1]
    archief.close()


def test_in_memory_there_is_nothing_to_look_through() -> None:
    archief = SqliteArchief(None, "ik")
    fill(archief)
    bewijs = archief.erase(A)
    assert bewijs.proven
    assert bewijs.bestanden == ()
    assert len(proof_lines(bewijs)) == 1
    fill(archief)
    assert archief.erase_all().gewist == (A,)
    archief.close()


# why it cannot be proven


LEZER = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("BEGIN")
c.execute("SELECT count(*) FROM gesprek").fetchone()
print("leest", flush=True)
sys.stdin.readline()
"""


def test_another_program_that_reads_is_told_and_the_next_start_finishes(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief)
    archief._conn.execute("PRAGMA busy_timeout=100")
    lezer = subprocess.Popen(
        [sys.executable, "-c", LEZER, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert lezer.stdout is not None
    assert lezer.stdout.readline() == "leest\n"
    bewijs = archief.erase(A)
    assert bewijs.bezet
    assert not bewijs.proven
    assert any("ander programma" in regel for regel in proof_lines(bewijs))
    archief.close()
    assert b"onnebloemhoev" in raw(db)
    lezer.communicate("\n", timeout=10)
    SqliteArchief(db, "ik").close()
    assert b"onnebloemhoev" not in raw(db)


def test_another_program_that_writes_meanwhile_is_told_and_the_words_stay_deleted(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archief = SqliteArchief(db, "ik")
    archief._conn.execute("PRAGMA secure_delete=OFF")
    fill(archief)
    schrijver = sqlite3.connect(db, isolation_level=None)
    zoek = archief._search

    def search(naalden: Naalden, bekend: Vondst) -> tuple[list[Path], dict[Path, int]]:
        archief._conn.execute("PRAGMA busy_timeout=50")
        if not schrijver.in_transaction:
            schrijver.execute("BEGIN IMMEDIATE")
        return zoek(naalden, bekend)

    monkeypatch.setattr(archief, "_search", search)
    bewijs = archief.erase(A)
    assert bewijs.bezet
    assert bewijs.gevonden == (db,)
    assert archief.recent() == []
    schrijver.execute("ROLLBACK")
    schrijver.close()
    archief.close()
    assert b"onnebloemhoev" in raw(db)
    SqliteArchief(db, "ik").close()
    assert b"onnebloemhoev" not in raw(db)


def test_another_program_that_only_has_it_open_is_no_hindrance(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief)
    code = LEZER.replace('c.execute("BEGIN")', "pass")
    ander = subprocess.Popen(
        [sys.executable, "-c", code, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "leest\n"
    assert archief.erase(A).proven
    assert b"onnebloemhoev" not in raw(db)
    archief.close()
    ander.communicate("\n", timeout=10)


def test_words_in_a_file_that_was_left_beside_it_are_found(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    fill(archief)
    over = db.with_name("gesprek.db.oud")
    over.write_bytes(b"\x01\x02" + b"Bij Zonnebloemhoeve was ik trots")
    bewijs = archief.erase(A)
    assert bewijs.gevonden == (over,)
    archief.close()


def test_backups_that_hold_a_copy_are_named_and_others_are_not(db: Path, tmp_path: Path) -> None:
    archief = SqliteArchief(db, "ik")
    (tmp_path / "mijn").mkdir()
    fill(archief, A)
    met = archief.back_up(tmp_path / "mijn" / "met.db")
    weg = archief.back_up(tmp_path / "mijn" / "weg.db")
    fill(archief, B, "Rozenhof")
    assert [k.pad for k in archief.erase(B).kopieen] == []
    weg.unlink()
    bewijs = archief.erase(A)
    assert [k.pad for k in bewijs.kopieen] == [met]
    assert any(str(met) in regel for regel in proof_lines(bewijs))
    archief.close()


# cut off in between


WIST = """
import sys
from pathlib import Path
from gesprek.archief.sqlite import SqliteArchief
archief = SqliteArchief(Path(sys.argv[1]), "ik")
if sys.argv[3] == "na":  # right after the words were deleted, and before they were overwritten
    archief._sweep = lambda: (print("gewist", flush=True), sys.stdin.readline())
print("klaar", flush=True)
archief.erase(sys.argv[2])
print("bewezen", flush=True)
"""


@pytest.mark.parametrize("zaad", range(3))
def test_killed_between_deleting_and_emptying_the_next_start_finishes(db: Path, zaad: int) -> None:
    archief = SqliteArchief(db, "ik")
    ids = interleaved(archief, zaad)
    archief.close()
    proces = subprocess.Popen(
        [sys.executable, "-c", WIST, str(db), ids[0], "na"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert proces.stdout is not None
    assert [proces.stdout.readline() for _ in range(2)] == ["klaar\n", "gewist\n"]
    proces.kill()
    proces.communicate(timeout=10)
    assert ids[0][2:].encode() in raw(db)
    SqliteArchief(db, "ik").close()
    assert ids[0][2:].encode() not in raw(db)
    assert ids[1][2:].encode() in raw(db)


def test_killed_at_any_moment_it_is_there_whole_or_gone_whole(db: Path) -> None:
    archief = SqliteArchief(db, "ik")
    ids = interleaved(archief, 5, beurten=600)
    archief.close()
    kans = random.Random(1)
    for id in ids[:12]:
        proces = subprocess.Popen(
            [sys.executable, "-c", WIST, str(db), id, ""], stdout=subprocess.PIPE, text=True, env=environment()
        )
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
        time.sleep(kans.random() * 0.03)
        proces.kill()
        proces.communicate(timeout=10)
        archief = SqliteArchief(db, "ik")
        is_weg = all(gesprek.id != id for gesprek in archief.recent())
        archief.close()
        assert (id[2:].encode() in raw(db)) is not is_weg
    verbinding = sqlite3.connect(db)
    assert verbinding.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    verbinding.close()
