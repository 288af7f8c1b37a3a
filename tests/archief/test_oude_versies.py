"""An archive of every earlier version becomes one of now and loses nothing; a newer one is refused and untouched."""

from __future__ import annotations

import gzip
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gesprek.archief import NieuwerArchief, open_archief
from gesprek.archief.schema import schema
from gesprek.archief.sqlite import SqliteArchief
from gesprek.archief.verbinding import STEPS
from gesprek.model import SLOTS, Dossierkeuze, Gesprek
from gesprek.samen.sessie import Samensessie, resume
from tests.processen import run

OUD = Path(__file__).parent / "oud"
VERSIES = sorted(pad.stem for pad in OUD.glob("*.sql"))


def build(versie: str, db: Path) -> None:
    """Make an archive of an earlier version, as it was left."""
    verbinding = sqlite3.connect(db)
    verbinding.executescript((OUD / f"{versie}.sql").read_text(encoding="utf-8"))
    for fingerprint, plek in verbinding.execute("SELECT * FROM bron").fetchall():
        inhoud = gzip.decompress((OUD / f"{plek.removeprefix('@')}.json.gz").read_bytes()).decode()
        verbinding.execute("UPDATE bron SET inhoud = ? WHERE fingerprint = ?", (inhoud, fingerprint))
    verbinding.commit()
    verbinding.execute("PRAGMA journal_mode=WAL")
    verbinding.close()


def rows(db: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by column."""
    verbinding = sqlite3.connect(db)
    verbinding.row_factory = sqlite3.Row
    tabellen = [r[0] for r in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    alles = {t: [dict(rij) for rij in verbinding.execute(f"SELECT * FROM {t} ORDER BY 1, 2")] for t in tabellen}
    assert verbinding.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert verbinding.execute("PRAGMA foreign_key_check").fetchall() == []
    verbinding.close()
    return alles


@pytest.fixture(params=VERSIES)
def oud(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    db = tmp_path / "gesprek.db"
    build(request.param, db)
    return db


def test_every_earlier_version_has_an_archive() -> None:
    stappen = [stap.name for stap in schema._migrations]
    assert set(stappen) == STEPS
    assert set(VERSIES) == set(stappen[:-1])
    for nr, versie in enumerate(stappen[:-1]):
        gedaan = (OUD / f"{versie}.sql").read_text(encoding="utf-8")
        assert [s for s in stappen if f"'gesprek','{s}'" in gedaan] == stappen[: nr + 1]


def test_no_row_and_no_word_is_lost(oud: Path) -> None:
    voor = rows(oud)
    open_archief(oud).close()
    na = rows(oud)
    assert {rij["name"] for rij in na["_sqlite_migrations"]} == STEPS
    for tabel, rijen in voor.items():
        if tabel == "_sqlite_migrations":
            continue
        assert len(na[tabel]) == len(rijen)
        for was, is_ in zip(rijen, na[tabel], strict=True):
            assert was.items() <= is_.items()


def test_its_conversations_are_read_and_gone_on_with(oud: Path) -> None:
    archief = open_archief(oud)
    gesprekken = archief.recent()
    assert len(gesprekken) >= 2
    klaar = next(g for g in gesprekken if g.klaar)
    sessie = resume(archief, klaar.id)
    assert sessie.verloop.klaar
    opbrengst = sessie.verloop.opbrengst()
    assert (opbrengst.titel, opbrengst.kernwoord) == (klaar.titel, "maken")
    assert [a.tekst for a in archief.afspraken(klaar.id)] == ["Ik bel bakkerij Kwibus op 1 december 2026"]
    assert [t.gesprek.id for t in archief.search("bakkerij kwibus")]
    onaf = next(g for g in gesprekken if not g.klaar and g.modus == "zelf")
    sessie = resume(archief, onaf.id)
    assert sessie.draft() == "ik was net aan het"
    sessie.answer("Ik stond alleen in de hal")
    assert archief.read(onaf.id)[1][-1].tekst
    for gesprek in gesprekken:
        if gesprek.modus == "samen":
            assert (gesprek.leerling, gesprek.mentor) == ("Noor", "Brombeer")
            assert isinstance(resume(archief, gesprek.id), Samensessie)
    archief.close()


def test_what_is_new_works_in_it(oud: Path) -> None:
    archief = open_archief(oud)
    klaar: Gesprek = next(g for g in archief.recent() if g.klaar)
    assert klaar.id in archief.ongevuld() or archief.gevuld(["kernwoord", "kwaliteit"])
    archief.write_gevuld(klaar.id, resume(archief, klaar.id).verloop.opbrengst().gevuld)
    assert archief.gevuld([slot for slots in SLOTS.values() for slot in slots])
    archief.rename(klaar.id, "De bakker")
    archief.write_dossierkeuze(Dossierkeuze(klaar.id, frozenset({"ervaring"})))
    archief.write_instelling("bewaartermijn", "12")
    assert archief.telling().gesprekken == len(archief.recent())
    assert archief.erase(klaar.id).proven
    assert archief.erase_all().proven
    archief.close()


@pytest.mark.parametrize("oud", VERSIES[:1], indirect=True)
def test_eight_programs_may_open_an_old_one_at_once(oud: Path) -> None:
    with ThreadPoolExecutor(8) as tegelijk:
        uit = list(tegelijk.map(lambda _: run("lijst", "--json", "--db", str(oud)), range(8)))
    assert [(u.returncode, u.stderr) for u in uit] == [(0, "")] * 8
    assert len({u.stdout for u in uit}) == 1
    assert {rij["name"] for rij in rows(oud)["_sqlite_migrations"]} == STEPS


@pytest.mark.parametrize("vorm", ["wal", "delete"])
def test_a_newer_one_is_refused_and_not_a_byte_of_it_changes(tmp_path: Path, vorm: str) -> None:
    db = tmp_path / "gesprek.db"
    open_archief(db).close()
    verbinding = sqlite3.connect(db)
    verbinding.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('gesprek', 'toekomst', '')"
    )
    verbinding.execute("CREATE TABLE toekomst (woord TEXT)")
    verbinding.commit()
    verbinding.execute(f"PRAGMA journal_mode={vorm}")
    verbinding.close()
    voor = db.read_bytes()
    with pytest.raises(NieuwerArchief, match="nieuwere gesprek"):
        open_archief(db)
    uit = run("lijst", "--db", str(db))
    assert (uit.returncode, uit.stdout, uit.stderr.count("\n")) == (1, "", 1)
    assert db.read_bytes() == voor
    assert [pad.name for pad in tmp_path.iterdir()] == ["gesprek.db"]


def test_an_old_one_that_is_locked_is_brought_up_to_date_first(oud: Path) -> None:
    pytest.importorskip("sqlcipher3")
    from gesprek.archief.slot import change_lock

    voor = rows(oud)
    change_lock(oud, "", "vier losse woorden")
    archief = SqliteArchief(oud, "ik", "vier losse woorden")
    assert len(archief.recent()) == len(voor["gesprek"])
    archief.close()
