"""Which engine reads a file: plain SQLite, or SQLCipher for an archive that is locked.

The plain path never imports SQLCipher. A locked file begins with chance bytes instead of SQLite's own first words.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import unicodedata
from pathlib import Path
from typing import Any

from gesprek.archief import Bezet, FouteWachtzin, GeenSlot, OpSlot
from gesprek.taal import _

WACHT_MS = 5000
"""How long to wait for another program."""

_HOOFD = b"SQLite format 3\x00"
_BLAD = 4096
_SOORTEN = 200
"""Different bytes that a page of chance has at least; text and most other files have fewer."""


def looks_locked(fd: int) -> bool:
    """Whether an open file is an archive that is locked, as far as can be seen without its passphrase."""
    os.lseek(fd, 0, os.SEEK_SET)
    begin = os.read(fd, _BLAD)
    if begin.startswith(_HOOFD) or len(begin) < _BLAD:
        return False
    return os.fstat(fd).st_size % _BLAD == 0 and len(set(begin)) > _SOORTEN


def file_is_locked(pad: Path) -> bool:
    """Whether a file is an archive that is locked. Not for one that this program has open: it would lose its hold."""
    fd = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return looks_locked(fd)
    finally:
        os.close(fd)


def locked_engine() -> Any:
    """Return the engine for locked files.

    :raises GeenSlot: when it is not installed.
    """
    try:
        import sqlcipher3
        import sqlcipher3.dbapi2 as motor
    except ImportError as fout:
        raise GeenSlot(
            _(
                "For a locked archive one more piece is needed; install it with “pipx inject gesprek sqlcipher3”"
                ' or “pip install "gesprek[slot]"”.'
            )
        ) from fout
    if "sqlite_utils" not in sys.modules:
        # sqlite-utils takes the engine of this name when it is there, so that it knows the errors of this one
        sys.modules.setdefault("pysqlite3", sqlcipher3)
        sys.modules.setdefault("pysqlite3.dbapi2", motor)
    return motor


def choose_engine(fd: int, pad: Path, wachtzin: str) -> Any:
    """Return the engine that a file asks for.

    :raises OpSlot: when it is locked and no passphrase was given.
    """
    if not looks_locked(fd):
        return sqlite3
    if not wachtzin:
        raise OpSlot(
            _("The archive “{path}” is locked, and opens with its passphrase (or it is no archive).").format(path=pad)
        )
    return locked_engine()


def connect(motor: Any, pad: Path, wachtzin: str = "") -> Any:
    """Open a file with an engine; with a passphrase when the engine is the one for locked files."""
    verbinding = motor.connect(pad, isolation_level=None, check_same_thread=False, timeout=WACHT_MS / 1000)
    if motor is not sqlite3:
        verbinding.execute("PRAGMA cipher_log_level=NONE")
        if wachtzin:
            verbinding.execute(f"PRAGMA key = {_quoted(wachtzin)}")
    return verbinding


def check_passphrase(motor: Any, verbinding: Any, pad: Path) -> None:
    """Read the first page.

    :raises FouteWachtzin: when the passphrase does not open the file.
    """
    try:
        verbinding.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except motor.DatabaseError as fout:
        if fout.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise FouteWachtzin(
                _("This passphrase does not open “{path}”; mind capitals and spaces.").format(path=pad)
            ) from fout
        raise


def as_typed(wachtzin: str) -> str:
    """Return a passphrase in the one encoding of its letters, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFC", wachtzin)


def _quoted(wachtzin: str) -> str:
    return "'" + as_typed(wachtzin).replace("'", "''") + "'"


def in_use(pad: Path | str | None) -> Bezet:
    """Return the error for an archive that another program holds."""
    return Bezet(_("The archive “{path}” is in use by another program; close that and try again.").format(path=pad))
