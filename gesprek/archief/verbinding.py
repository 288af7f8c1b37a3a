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
    GeenArchief,
    NieuwerArchief,
    Onbereikbaar,
    SchijfVol,
)
from gesprek.archief.motor import WACHT_MS, check_passphrase, choose_engine, connect, in_use
from gesprek.archief.verwisselen import any_left, beside, recover, wipe
from gesprek.taal import _
from gesprek.vouwen import fold

STEPS = frozenset({"begin", "herhaling", "namen", "oefentaal", "dossier", "terugvraag"})
"""Names of all migrations in :mod:`gesprek.archief.schema`; an archive that knows others is newer."""

VEEG = "~vegen"
"""Set as a setting of nobody while words that were deleted may still be in the file."""

_OPNIEUW = 5
"""How often a file is opened anew when another one takes its place in the meantime."""


class Verbinding:
    """A connection to an archive in a file, or in memory.

    :param pad: the file; None for memory.
    :param eigenaar: whose conversations these are.
    :raises Archieffout: when it cannot be opened.
    """

    def __init__(self, pad: Path | None, eigenaar: str, wachtzin: str = "") -> None:
        self._pad = pad
        self._eigenaar = eigenaar
        self._wachtzin = wachtzin
        self._slot = threading.RLock()
        self._uit_te_vegen = False
        self._motor: Any = sqlite3
        self._fd = -1
        with self._errors():
            for _keer in range(_OPNIEUW):
                self._conn = self._connect()
                try:
                    if self._prepare():
                        return
                except BaseException:
                    self._let_go()
                    raise
                self._let_go()
        raise in_use(pad)

    @property
    def pad(self) -> Path | None:
        """The file; None when nothing is kept."""
        return self._pad

    @property
    def plek(self) -> str:
        """Where it is, as a person would look for it; empty when nothing is kept."""
        if self._pad is None:
            return ""
        with suppress(ValueError, RuntimeError):
            return str(Path("~") / self._pad.resolve().relative_to(Path.home().resolve()))
        return str(self._pad)

    @property
    def op_slot(self) -> bool:
        """Whether the file is locked with a passphrase."""
        return self._motor is not sqlite3

    # opening and closing

    def _connect(self) -> Any:
        if self._pad is None:
            return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        if any_left(self._pad):
            recover(self._pad)
        try:
            if not self._pad.parent.is_dir():
                self._pad.parent.mkdir(mode=0o700, parents=True)
            # made first with its final mode, so that the journals inherit it; and it stays open, because closing
            # a file takes the locks away that this program has on it
            self._fd = os.open(self._pad, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            self._motor = choose_engine(self._fd, self._pad, self._wachtzin)
        except OSError as fout:
            self._close_file()
            raise _cannot_open(self._pad, fout) from fout
        except Archieffout:
            self._close_file()
            raise
        return connect(self._motor, self._pad, self._wachtzin)

    def _let_go(self) -> None:
        self._conn.close()
        self._close_file()

    def _close_file(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _moved(self) -> bool:
        """Whether another file came in the place of the one that was opened."""
        try:
            hier, daar = os.fstat(self._fd), (self._pad or Path()).stat()
        except FileNotFoundError:
            return True
        return (hier.st_dev, hier.st_ino) != (daar.st_dev, daar.st_ino)

    def _prepare(self) -> bool:
        """Look what it is before anything is changed, then set the connection up.

        :returns: False when another file came in its place meanwhile.
        """
        self._conn.create_function("vouw", 1, fold, deterministic=True)
        self._conn.execute(f"PRAGMA busy_timeout={WACHT_MS}")
        if self._pad is not None and self.op_slot:
            check_passphrase(self._motor, self._conn, self._pad)
        gedaan = self._known_steps()
        if self._pad is not None:
            if self._moved():
                return False
            self._switch_to_wal()
            with suppress(OSError):
                wipe(beside(self._pad, "-journal"))  # of who held the file alone and was cut off; no journal of now
        for instelling in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"):
            self._conn.execute(f"PRAGMA {instelling}")
        if self._pad is not None:
            self._sweep()
        if gedaan != STEPS:
            self._migrate()
        if self._pad is not None and self._marked():
            self._finish_erasing()
        return self._pad is None or not self._moved()

    def _known_steps(self) -> set[str]:
        """Return the migrations that were done; an archive that knows others is refused."""
        gedaan = self._applied_steps()
        if gedaan - STEPS:
            raise NieuwerArchief(
                _("The archive “{path}” was made by a newer gesprek; install that version to open it.").format(
                    path=self._pad
                )
            )
        return gedaan

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
            self._known_steps()  # another program may have done it meanwhile, or more
            schema.apply(Database(self._conn, recursive_triggers=False, execute_plugins=False))

    def _switch_to_wal(self) -> None:
        """Turn on the write-ahead log. SQLite does not wait for others here, so we do."""
        einde = time.monotonic() + WACHT_MS / 1000
        while True:
            try:
                stand = self._conn.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            except self._motor.OperationalError as fout:
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
        self._uit_te_vegen = True
        with suppress(self._motor.OperationalError):
            bezig = self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._uit_te_vegen = bool(bezig)

    def _write_anew(self) -> None:
        """Write the file anew from what is in it now, so that it holds nothing else.

        When another program is busy, or there is no room, it stays as it is; what was deleted stays deleted.
        """
        try:
            self._conn.execute("VACUUM")
        except self._motor.OperationalError as fout:
            if fout.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
                return
            if fout.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            self._uit_te_vegen = True
            return
        self._sweep()

    def _marked(self) -> bool:
        vraag = "SELECT 1 FROM instelling WHERE eigenaar = '' AND naam = ?"
        return self._conn.execute(vraag, (VEEG,)).fetchone() is not None

    def _unmark(self) -> None:
        with suppress(self._motor.OperationalError):  # then the next start looks again
            with self._transaction():
                self._conn.execute("DELETE FROM instelling WHERE eigenaar = '' AND naam = ?", (VEEG,))
            self._sweep()

    def _finish_erasing(self) -> None:
        """Do what was left when the program was cut off while it erased; when another one is busy, a next time."""
        self._conn.execute("PRAGMA busy_timeout=0")
        with suppress(self._motor.OperationalError):
            self._write_anew()
            if not self._uit_te_vegen:
                self._unmark()
        self._conn.execute(f"PRAGMA busy_timeout={WACHT_MS}")

    def close(self) -> None:
        """Close it; afterwards nothing waits in a journal."""
        with self._slot, self._errors():
            if self._pad is not None:
                self._sweep()
            self._let_go()

    # errors and transactions

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn the engine's errors into the archive's own."""
        try:
            yield
        except (sqlite3.Error, self._motor.Error) as fout:
            raise self._translate(fout) from fout

    def _translate(self, fout: Exception) -> Archieffout:
        pad = self._pad or ":memory:"
        match getattr(fout, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return in_use(pad)
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
            cursor.row_factory = self._motor.Row
            return cast(list[sqlite3.Row], cursor.fetchall())


def _cannot_open(pad: Path, fout: OSError) -> Archieffout:
    if isinstance(fout, PermissionError) or fout.errno == errno.EROFS:
        return read_only(pad)
    if fout.errno == errno.ENOSPC:
        return full(pad)
    return Onbereikbaar(_("“{path}” cannot be opened as an archive; choose another place with --db.").format(path=pad))


def no_archive(pad: Path | str | None) -> GeenArchief:
    """Return the error for a file that is no archive."""
    return GeenArchief(
        _("“{path}” is no archive of gesprek, or is damaged; choose another file with --db.").format(path=pad)
    )


def read_only(pad: Path | str) -> AlleenLezen:
    """Return the error for a place that may not be written."""
    return AlleenLezen(_("“{path}” may not be written; choose another place with --db.").format(path=pad))


def full(pad: Path | str) -> SchijfVol:
    """Return the error for a disk without room."""
    return SchijfVol(
        _("The disk of “{path}” is full, so this answer is not kept yet; make room and try again.").format(path=pad)
    )
