"""The archive in one SQLite file.

Invariants: one write = one ``BEGIN IMMEDIATE`` transaction under WAL and synchronous=FULL; a student's
words stand in ``beurt.tekst`` (and folded in ``gevouwen``), ``kernwoord``, ``afspraak``, ``concept`` and
``gesprek.titel``, which are rewritten in the same transaction; no index and no full-text table holds
them. ``secure_delete`` and a truncating checkpoint make that what is gone is gone from the files.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from gesprek.archief import (
    AlleenLezen,
    Archieffout,
    Bezet,
    Conflict,
    GeenArchief,
    NieuwerArchief,
    Onbereikbaar,
    SchijfVol,
    Schrijfwerk,
    Treffer,
    unknown_gesprek,
)
from gesprek.archief.rijen import read_afspraak, read_beurt, read_gesprek, read_oefening
from gesprek.model import Afspraak, Beurt, Gesprek, Herhaling, Kernwoord, Oefening
from gesprek.taal import _
from gesprek.vouwen import fold

STEPS = frozenset({"begin", "herhaling", "namen", "oefentaal"})
"""Names of all migrations in :mod:`gesprek.archief.schema`; an archive that knows others is newer."""

_WACHT_MS = 5000
_VAN = "leerling = ? COLLATE NOCASE"
_BEWOORDING = "spreker <> 'leerling' AND vraag LIKE '%.%' AND vraag NOT LIKE 'eigen.%'"
"""Turns whose words are a wording of the bank."""
_OUDE_GESPREKKEN = 20
"""How many earlier conversations count for which wordings a student has had."""


class SqliteArchief:
    """An archive in a file, or in memory.

    :param pad: the file; None for memory.
    :param eigenaar: whose conversations these are.
    :raises Archieffout: when it cannot be opened.
    """

    def __init__(self, pad: Path | None, eigenaar: str) -> None:
        self._pad = pad
        self._eigenaar = eigenaar
        self._slot = threading.RLock()
        self._uit_te_vegen = False
        with self._errors():
            self._conn = self._connect()
            try:
                self._prepare()
            except BaseException:
                self._conn.close()
                raise

    @property
    def plek(self) -> str:
        """Where it is, as a person would look for it; empty when nothing is kept."""
        if self._pad is None:
            return ""
        with suppress(ValueError, RuntimeError):
            return str(Path("~") / self._pad.resolve().relative_to(Path.home().resolve()))
        return str(self._pad)

    # opening and closing

    def _connect(self) -> sqlite3.Connection:
        if self._pad is None:
            return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            if not self._pad.parent.is_dir():
                self._pad.parent.mkdir(mode=0o700, parents=True)
            # made first with its final mode, so that the journals inherit it
            os.close(os.open(self._pad, os.O_RDWR | os.O_CREAT, 0o600))
        except PermissionError as fout:
            raise _read_only(self._pad) from fout
        except OSError as fout:
            if fout.errno == errno.ENOSPC:
                raise _full(self._pad) from fout
            if fout.errno == errno.EROFS:
                raise _read_only(self._pad) from fout
            raise Onbereikbaar(
                _("“{path}” cannot be opened as an archive; choose another place with --db.").format(path=self._pad)
            ) from fout
        return sqlite3.connect(self._pad, isolation_level=None, check_same_thread=False, timeout=_WACHT_MS / 1000)

    def _prepare(self) -> None:
        self._conn.execute(f"PRAGMA busy_timeout={_WACHT_MS}")
        if self._pad is not None:
            self._switch_to_wal()
        for instelling in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"):
            self._conn.execute(f"PRAGMA {instelling}")
        if self._pad is not None:
            self._sweep()
        gedaan = self._applied_steps()
        if gedaan - STEPS:
            raise NieuwerArchief(
                _("The archive “{path}” was made by a newer gesprek; install that version to open it.").format(
                    path=self._pad
                )
            )
        if gedaan != STEPS:
            self._migrate()

    def _applied_steps(self) -> set[str]:
        """Return the names of the migrations that were done; a file of another program is refused."""
        tabellen = {rij[0] for rij in self._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "_sqlite_migrations" in tabellen:
            rijen = self._conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'gesprek'")
            if gedaan := {rij[0] for rij in rijen}:
                return gedaan
        if tabellen:
            raise _no_archive(self._pad)
        return set()

    def _migrate(self) -> None:
        # imported here: only a new or an older archive pays for it
        from sqlite_utils import Database

        from gesprek.archief.schema import schema

        with self._transaction():
            schema.apply(Database(self._conn, recursive_triggers=False, execute_plugins=False))

    def _switch_to_wal(self) -> None:
        """Turn on the write-ahead log. SQLite does not wait for others here, so we do."""
        einde = time.monotonic() + _WACHT_MS / 1000
        while True:
            try:
                stand = self._conn.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            except sqlite3.OperationalError as fout:
                if fout.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > einde:
                    raise
                time.sleep(0.02)
                continue
            if stand != "wal":
                raise Onbereikbaar(
                    _(
                        "“{path}” is on a disk that cannot keep it safe (a network disk, perhaps); "
                        "choose another place with --db."
                    ).format(path=self._pad)
                )
            return

    def _sweep(self) -> None:
        """Empty the journal into the file, so that no words wait in it. A reader elsewhere may hold it up."""
        with suppress(sqlite3.OperationalError):
            bezig = self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._uit_te_vegen = bool(bezig)

    def close(self) -> None:
        """Close it; afterwards nothing waits in a journal."""
        with self._slot, self._errors():
            if self._pad is not None:
                self._sweep()
            self._conn.close()

    # errors and transactions

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn the engine's errors into the archive's own."""
        try:
            yield
        except sqlite3.Error as fout:
            raise self._translate(fout) from fout

    def _translate(self, fout: sqlite3.Error) -> Archieffout:
        pad = self._pad or ":memory:"
        match getattr(fout, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return Bezet(
                    _("The archive “{path}” is in use by another program; close that and try again.").format(path=pad)
                )
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
                return _read_only(pad)
            case sqlite3.SQLITE_FULL:
                return _full(pad)
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
                return _no_archive(pad)
        if "no such table" in str(fout) or "no such column" in str(fout):
            return _no_archive(pad)
        return Onbereikbaar(
            _("“{path}” cannot be read or written now ({reason}); choose another place with --db.").format(
                path=pad, reason=fout
            )
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._conn.execute("COMMIT")
        except BaseException:
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")
            raise

    def _rows(self, vraag: str, gegevens: Sequence[Any] = ()) -> list[sqlite3.Row]:
        with self._slot, self._errors():
            cursor = self._conn.execute(vraag, gegevens)
            cursor.row_factory = sqlite3.Row
            return cast(list[sqlite3.Row], cursor.fetchall())

    # writing

    def write(self, werk: Schrijfwerk) -> None:
        """Keep turns, durably and all or none."""
        with self._slot, self._errors():
            with self._transaction():
                self._write_head(werk)
                for beurt in werk.beurten:
                    self._write_turn(werk.gesprek.id, beurt)
                for beurt in werk.gewist:
                    self._conn.execute(
                        "UPDATE beurt SET soort = ?, tekst = '', gevouwen = '' WHERE gesprek = ? AND nr = ?",
                        (beurt.soort, werk.gesprek.id, beurt.nr),
                    )
                self._write_yield(werk)
                self._conn.execute("DELETE FROM concept WHERE gesprek = ?", (werk.gesprek.id,))
            if self._pad is not None and (werk.gewist or self._uit_te_vegen):
                self._sweep()

    def _write_head(self, werk: Schrijfwerk) -> None:
        gesprek = werk.gesprek
        if werk.bron is not None:
            self._conn.execute("INSERT OR IGNORE INTO bron VALUES (?, ?)", (gesprek.bron, werk.bron))
            self._conn.execute(
                "INSERT OR IGNORE INTO gesprek VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', ?, ?)",
                (
                    gesprek.id,
                    self._eigenaar,
                    gesprek.modus,
                    gesprek.flow,
                    gesprek.bron,
                    gesprek.taal,
                    gesprek.begonnen.isoformat(),
                    gesprek.bijgewerkt.isoformat(),
                    gesprek.leerling,
                    gesprek.mentor,
                ),
            )
        geraakt = self._conn.execute(
            "UPDATE gesprek SET bijgewerkt = ?, klaar = ?, titel = ? WHERE id = ? AND eigenaar = ?",
            (
                gesprek.bijgewerkt.isoformat(),
                (gesprek.klaar or gesprek.bijgewerkt).isoformat() if werk.opbrengst.klaar else None,
                werk.opbrengst.titel,
                gesprek.id,
                self._eigenaar,
            ),
        )
        if geraakt.rowcount == 0:
            raise unknown_gesprek(gesprek.id)

    def _write_turn(self, id: str, beurt: Beurt) -> None:
        rij = self._conn.execute(
            "SELECT spreker, soort, tekst FROM beurt WHERE gesprek = ? AND nr = ?", (id, beurt.nr)
        ).fetchone()
        if rij is not None:
            if tuple(rij) != (beurt.spreker, beurt.soort, beurt.tekst):
                raise Conflict(
                    _("This conversation went on in another window; open it again with “gesprek hervat {id}”.").format(
                        id=id
                    )
                )
            return
        gevouwen = fold(beurt.tekst) if beurt.typed else ""
        self._conn.execute(
            "INSERT INTO beurt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id,
                beurt.nr,
                beurt.tijd.isoformat(),
                beurt.spreker,
                beurt.soort,
                beurt.fase,
                beurt.stap,
                beurt.vraag,
                beurt.tekst,
                gevouwen,
            ),
        )

    def _write_yield(self, werk: Schrijfwerk) -> None:
        id, opbrengst = werk.gesprek.id, werk.opbrengst
        if opbrengst.kernwoord is None:
            self._conn.execute("DELETE FROM kernwoord WHERE gesprek = ?", (id,))
        else:
            self._conn.execute(
                "INSERT INTO kernwoord VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET woord = excluded.woord"
                " WHERE woord <> excluded.woord",
                (id, opbrengst.kernwoord, werk.gesprek.bijgewerkt.date().isoformat()),
            )
        self._conn.execute("DELETE FROM afspraak WHERE gesprek = ? AND nr >= ?", (id, len(opbrengst.afspraken)))
        for nr, (tekst, datum) in enumerate(opbrengst.afspraken):
            self._conn.execute(
                "INSERT INTO afspraak (gesprek, nr, tekst, datum) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET tekst = excluded.tekst, datum = excluded.datum",
                (id, nr, tekst, datum.isoformat() if datum else None),
            )
        self._conn.execute("UPDATE afspraak SET status = 'open', gevraagd_in = NULL WHERE gevraagd_in = ?", (id,))
        for (gesprek, nr), status in opbrengst.terugblik.items():
            self._conn.execute(
                "UPDATE afspraak SET status = ?, gevraagd_in = ? WHERE gesprek = ? AND nr = ?",
                (status, id, gesprek, nr),
            )

    def move(self, id: str, fingerprint: str, inhoud: str, stappen: Mapping[str, str]) -> None:
        """Give a conversation another source; turns of steps that are named get their new place."""
        with self._slot, self._errors(), self._transaction():
            self._conn.execute("INSERT OR IGNORE INTO bron VALUES (?, ?)", (fingerprint, inhoud))
            geraakt = self._conn.execute(
                "UPDATE gesprek SET bron = ? WHERE id = ? AND eigenaar = ?", (fingerprint, id, self._eigenaar)
            )
            if geraakt.rowcount == 0:
                raise unknown_gesprek(id)
            # two passes, so that a step may take the name that another had
            for pas in ("~", ""):
                for oud, nieuw in stappen.items():
                    van, naar = (oud, f"~{nieuw}") if pas else (f"~{nieuw}", nieuw)
                    self._conn.execute(
                        "UPDATE beurt SET stap = ?, fase = ? WHERE gesprek = ? AND stap = ?",
                        (naar, nieuw.partition(".")[0], id, van),
                    )

    def write_concept(self, id: str, vraag: str, tekst: str) -> None:
        """Keep a draft of an answer; an empty one removes it."""
        with self._slot, self._errors():
            if not tekst:
                with self._transaction():
                    weg = self._conn.execute("DELETE FROM concept WHERE gesprek = ?", (id,))
                if self._pad is not None and weg.rowcount:
                    self._sweep()
                return
            with self._transaction():
                self._conn.execute(
                    "INSERT INTO concept VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                    " SET vraag = excluded.vraag, tekst = excluded.tekst",
                    (id, vraag, tekst),
                )

    def write_herhaling(self, herhaling: Herhaling) -> None:
        """Keep when an item of the drill comes back, in the place of what was kept of it."""
        with self._slot, self._errors(), self._transaction():
            self._conn.execute(
                "INSERT INTO herhaling VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                " SET stand = excluded.stand, volgende = excluded.volgende",
                # all in one time zone, so that their order as text is their order in time
                (self._eigenaar, herhaling.kaart, herhaling.stand, herhaling.volgende.astimezone(UTC).isoformat()),
            )

    def write_oefening(self, oefening: Oefening) -> None:
        """Keep a practice conversation, in the place of what was kept of it."""
        with self._slot, self._errors(), self._transaction():
            geraakt = self._conn.execute(
                "INSERT INTO oefening (id, eigenaar, leerling, taal, begonnen, uitslag) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET uitslag = excluded.uitslag WHERE eigenaar = excluded.eigenaar",
                (
                    oefening.id,
                    self._eigenaar,
                    oefening.leerling,
                    oefening.taal,
                    oefening.begonnen.isoformat(),
                    oefening.uitslag,
                ),
            )
            if geraakt.rowcount == 0:
                raise unknown_gesprek(oefening.id)

    def erase(self, id: str) -> None:
        """Delete a conversation, or a practice conversation, so that it is gone from the files."""
        with self._slot, self._errors():
            with self._transaction():
                weg = sum(
                    self._conn.execute(
                        f"DELETE FROM {tabel} WHERE id = ? AND eigenaar = ?", (id, self._eigenaar)
                    ).rowcount
                    for tabel in ("gesprek", "oefening")
                )
                if weg == 0:
                    raise unknown_gesprek(id)
            if self._pad is not None:
                self._sweep()

    # reading

    def read(self, id: str) -> tuple[Gesprek, list[Beurt]]:
        """Return a conversation with its turns. An id may be shortened when it stays unique."""
        rijen = self._rows(
            "SELECT * FROM gesprek WHERE eigenaar = ? AND id >= ? AND id < ? LIMIT 2",
            (self._eigenaar, id.upper(), id.upper() + "\x7f"),
        )
        if len(rijen) != 1 or not id:
            raise unknown_gesprek(id)
        gesprek = read_gesprek(rijen[0])
        beurten = self._rows("SELECT * FROM beurt WHERE gesprek = ? ORDER BY nr", (gesprek.id,))
        return gesprek, [read_beurt(rij) for rij in beurten]

    def read_bron(self, fingerprint: str) -> str:
        """Return the content of a source."""
        rijen = self._rows("SELECT inhoud FROM bron WHERE fingerprint = ?", (fingerprint,))
        if not rijen:
            raise _no_archive(self._pad)
        return str(rijen[0]["inhoud"])

    def recent(self, *, aantal: int = 50, voor: str | None = None, klaar: bool | None = None) -> list[Gesprek]:
        """Return conversations, newest first; ``voor`` is the id to go on before."""
        waar = "eigenaar = ?" + (" AND id < ?" if voor else "")
        if klaar is not None:
            waar += " AND klaar IS NOT NULL" if klaar else " AND klaar IS NULL"
        gegevens = [self._eigenaar, *([voor] if voor else []), aantal]
        return [
            read_gesprek(rij)
            for rij in self._rows(f"SELECT * FROM gesprek WHERE {waar} ORDER BY id DESC LIMIT ?", gegevens)
        ]

    def search(self, tekst: str, aantal: int = 50) -> list[Treffer]:
        """Return turns of people in which a text occurs, whatever its case and accents, newest first."""
        gezocht = fold(tekst).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rijen = self._rows(
            "SELECT beurt.* FROM beurt JOIN gesprek ON gesprek.id = beurt.gesprek"
            " WHERE eigenaar = ? AND spreker <> 'programma' AND gevouwen LIKE ? ESCAPE '\\'"
            " ORDER BY beurt.gesprek DESC, nr LIMIT ?",
            (self._eigenaar, f"%{gezocht}%", aantal),
        )
        koppen = {rij["gesprek"]: self.read(rij["gesprek"])[0] for rij in rijen}
        return [Treffer(koppen[rij["gesprek"]], read_beurt(rij)) for rij in rijen]

    def wordings_before(self, id: str, leerling: str = "") -> Mapping[str, Mapping[str, int]]:
        """Return per question how often each wording was used with this student before this conversation."""
        gehad: dict[str, dict[str, int]] = {}
        for rij in self._rows(
            f"SELECT vraag, tekst, count(*) AS aantal FROM beurt WHERE {_BEWOORDING} AND gesprek IN"
            f" (SELECT id FROM gesprek WHERE eigenaar = ? AND {_VAN} AND id < ? ORDER BY id DESC LIMIT ?)"
            " GROUP BY vraag, tekst",
            (self._eigenaar, leerling, id, _OUDE_GESPREKKEN),
        ):
            gehad.setdefault(rij["vraag"], {})[rij["tekst"]] = rij["aantal"]
        return gehad

    def finished_before(self, id: str, leerling: str = "") -> int:
        """Return how many conversations of this student that began before this one were finished."""
        rijen = self._rows(
            f"SELECT count(*) AS aantal FROM gesprek WHERE eigenaar = ? AND {_VAN} AND id < ? AND klaar IS NOT NULL",
            (self._eigenaar, leerling, id),
        )
        return int(rijen[0]["aantal"])

    def open_afspraken(self, voor: str | None = None, aantal: int = 3, leerling: str = "") -> list[Afspraak]:
        """Return the newest open afspraken of this student, oldest first; of conversations before ``voor``."""
        voor = voor or "\x7f"
        rijen = self._rows(
            "SELECT afspraak.* FROM afspraak JOIN gesprek ON gesprek.id = afspraak.gesprek"
            f" WHERE eigenaar = ? AND {_VAN} AND gesprek.id < ?"
            " AND (status = 'open' AND (gevraagd_in IS NULL OR gevraagd_in < ?) OR gevraagd_in = ?)"
            " ORDER BY afspraak.gesprek DESC, nr DESC LIMIT ?",
            (self._eigenaar, leerling, voor, voor, voor, aantal),
        )
        return [read_afspraak(rij) for rij in reversed(rijen)]

    def afspraken(self, id: str) -> list[Afspraak]:
        """Return the afspraken of one conversation."""
        return [read_afspraak(rij) for rij in self._rows("SELECT * FROM afspraak WHERE gesprek = ? ORDER BY nr", (id,))]

    def kernwoorden(self, aantal: int = 5, leerling: str | None = None) -> list[Kernwoord]:
        """Return the newest kernwoorden, newest first; of everybody when no student is named."""
        van = "" if leerling is None else f" AND {_VAN}"
        return [
            Kernwoord(rij["gesprek"], rij["woord"], date.fromisoformat(rij["datum"]))
            for rij in self._rows(
                "SELECT kernwoord.* FROM kernwoord JOIN gesprek ON gesprek.id = kernwoord.gesprek"
                f" WHERE eigenaar = ?{van} ORDER BY gesprek.id DESC LIMIT ?",
                (self._eigenaar, *([] if leerling is None else [leerling]), aantal),
            )
        ]

    def read_concept(self, id: str) -> tuple[str, str] | None:
        """Return (question, draft), if there is one."""
        rijen = self._rows("SELECT vraag, tekst FROM concept WHERE gesprek = ?", (id,))
        return (rijen[0]["vraag"], rijen[0]["tekst"]) if rijen else None

    def herhalingen(self) -> list[Herhaling]:
        """Return what is kept of the drill, what comes back soonest first."""
        return [
            Herhaling(rij["kaart"], rij["stand"], datetime.fromisoformat(rij["volgende"]))
            for rij in self._rows(
                "SELECT * FROM herhaling WHERE eigenaar = ? ORDER BY volgende, kaart", (self._eigenaar,)
            )
        ]

    def oefeningen(self) -> list[Oefening]:
        """Return the practice conversations, oldest first."""
        rijen = self._rows("SELECT * FROM oefening WHERE eigenaar = ? ORDER BY id", (self._eigenaar,))
        return [read_oefening(rij) for rij in rijen]


def _no_archive(pad: Path | str | None) -> GeenArchief:
    return GeenArchief(
        _("“{path}” is no archive of gesprek, or is damaged; choose another file with --db.").format(path=pad)
    )


def _read_only(pad: Path | str) -> AlleenLezen:
    return AlleenLezen(_("“{path}” may not be written; choose another place with --db.").format(path=pad))


def _full(pad: Path | str) -> SchijfVol:
    return SchijfVol(
        _("The disk of “{path}” is full, so this answer is not kept yet; make room and try again.").format(path=pad)
    )
