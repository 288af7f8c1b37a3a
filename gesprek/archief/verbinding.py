"""The connection to one SQLite file: opening it, its errors, one write at a time, and emptying its journal.

Invariants: one write = one ``BEGIN IMMEDIATE`` transaction under WAL and synchronous=FULL;
``secure_delete`` and a truncating checkpoint make that what is gone is gone from the files.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from gesprek.archief import (
    AlleenLezen,
    Archieffout,
    Bezet,
    GeenArchief,
    NieuwerArchief,
    Onbereikbaar,
    SchijfVol,
)
from gesprek.taal import _
from gesprek.vouwen import fold

STEPS = frozenset({"begin", "herhaling", "namen", "oefentaal", "dossier", "terugvraag"})
"""Names of all migrations in :mod:`gesprek.archief.schema`; an archive that knows others is newer."""

_WACHT_MS = 5000


class Verbinding:
    """A connection to an archive in a file, or in memory.

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
            raise read_only(self._pad) from fout
        except OSError as fout:
            if fout.errno == errno.ENOSPC:
                raise full(self._pad) from fout
            if fout.errno == errno.EROFS:
                raise read_only(self._pad) from fout
            raise Onbereikbaar(
                _("“{path}” cannot be opened as an archive; choose another place with --db.").format(path=self._pad)
            ) from fout
        return sqlite3.connect(self._pad, isolation_level=None, check_same_thread=False, timeout=_WACHT_MS / 1000)

    def _prepare(self) -> None:
        self._conn.create_function("vouw", 1, fold, deterministic=True)
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
            raise no_archive(self._pad)
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
                return read_only(pad)
            case sqlite3.SQLITE_FULL:
                return full(pad)
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
                return no_archive(pad)
        if "no such table" in str(fout) or "no such column" in str(fout):
            return no_archive(pad)
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


def no_archive(pad: Path | str | None) -> GeenArchief:
    return GeenArchief(
        _("“{path}” is no archive of gesprek, or is damaged; choose another file with --db.").format(path=pad)
    )


def read_only(pad: Path | str) -> AlleenLezen:
    return AlleenLezen(_("“{path}” may not be written; choose another place with --db.").format(path=pad))


def full(pad: Path | str) -> SchijfVol:
    return SchijfVol(
        _("The disk of “{path}” is full, so this answer is not kept yet; make room and try again.").format(path=pad)
    )
