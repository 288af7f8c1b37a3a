"""Locking the archive with a passphrase, changing that, and taking it away.

Each is the same: an encrypted (or plain) copy is written beside the archive, checked, and put in its place; the old
bytes are overwritten. A power cut at any moment leaves one whole archive (:mod:`gesprek.archief.verwisselen`). The
archive may be open nowhere, so these are no verbs of an open one.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from gesprek.archief import Archieffout, GeenArchief, Onbereikbaar, SchijfVol
from gesprek.archief.motor import as_typed, check_passphrase, choose_engine, connect, in_use, locked_engine
from gesprek.archief.verbinding import Verbinding, no_archive
from gesprek.archief.verwisselen import (
    NIEUW,
    Punt,
    alone,
    beside,
    make_empty,
    nothing,
    overwrite_file,
    recover,
    settle,
    swap,
    wipe,
    wipe_with_journals,
)
from gesprek.taal import _

Slotwerk = Literal["zet", "wijzig", "haal_weg"]
"""What can be done with the lock."""
KORTST = 8
"""Characters that a passphrase has at least."""


class ZwakkeWachtzin(Archieffout):
    """The passphrase cannot be used."""


def explain_lock() -> list[str]:
    """Return what someone must know before setting a passphrase, a sentence or two each."""
    return [
        _("With a passphrase nobody can read your conversations without it, not even from the file itself."),
        _(
            "Forgotten is gone: nobody can open the archive then, not the makers of this program either. "
            "There is no second key."
        ),
        _("So write it down and keep it where only you come, or choose four words that you will remember."),
        _("Each time you start gesprek, it asks for it. It stays on your computer."),
    ]


def check_new(wachtzin: str) -> None:
    """Refuse a passphrase that is too short, or that cannot be typed again."""
    if len(wachtzin.strip()) < KORTST:
        raise ZwakkeWachtzin(
            _("Take at least {count} characters; four words that do not belong together are a good passphrase.").format(
                count=KORTST
            )
        )
    if not wachtzin.isprintable():
        raise ZwakkeWachtzin(_("Use only letters, digits, signs and spaces in a passphrase."))


def change_lock(pad: Path, oud: str, nieuw: str, punt: Punt = nothing) -> None:
    """Give the archive another passphrase.

    :param oud: the passphrase of now; empty when it is not locked.
    :param nieuw: the passphrase from now on; empty takes the lock away.
    :param punt: told at each step what was done.
    :raises Archieffout: when it cannot be done; then everything is as it was.
    """
    if nieuw:
        check_new(nieuw)
    motor = locked_engine()
    Verbinding(pad, "", oud).close()  # brings an older archive up to date, and says what is wrong with it
    with in_words(pad, motor), alone(pad), hold(motor, pad, oud) as (verbinding, let_go):
        punt("alleen")
        vers = beside(pad, NIEUW)
        try:
            make_empty(vers)
            punt("leeg")
            _copy(verbinding, vers, nieuw)
            punt("geschreven")
            settle(vers)
            _compare(motor, verbinding, vers, nieuw)
        except BaseException:
            wipe_with_journals(vers)
            raise
        punt("gelijk")
        swap(pad, let_go, punt)


@contextmanager
def in_words(pad: Path, motor: Any) -> Iterator[None]:
    """Turn the errors of disk and engine into the archive's own."""
    try:
        yield
    except (OSError, motor.Error) as fout:
        vol = getattr(fout, "errno", 0) == errno.ENOSPC or (
            getattr(fout, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        )
        if vol:
            raise SchijfVol(_("The disk of “{path}” is full; make room and try again.").format(path=pad)) from fout
        raise Onbereikbaar(
            _("“{path}” cannot be replaced now ({reason}); everything is as it was.").format(path=pad, reason=fout)
        ) from fout


@contextmanager
def hold(motor: Any, pad: Path, wachtzin: str) -> Iterator[tuple[Any, Callable[[], None]]]:
    """Hold the archive so that no other program can open it, with everything in its one file.

    :returns: the connection, and what ends the hold.
    :raises Bezet: when another program has it open.
    """
    verbinding = connect(motor, pad, wachtzin)
    open_ = True

    def let_go() -> None:
        nonlocal open_
        if open_:
            open_ = False
            verbinding.close()

    try:
        try:
            verbinding.execute("PRAGMA busy_timeout=2000")
            verbinding.execute("PRAGMA locking_mode=EXCLUSIVE")
            if wachtzin:
                check_passphrase(motor, verbinding, pad)
            verbinding.execute("PRAGMA secure_delete=ON")
            verbinding.execute("BEGIN EXCLUSIVE")
            verbinding.execute("COMMIT")
            verbinding.execute("PRAGMA wal_checkpoint(FULL)")
            with suppress(FileNotFoundError):  # everything of it is in the file; its words should not stay on the disk
                overwrite_file(beside(pad, "-wal"))
            if verbinding.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise in_use(pad)
            # a write, so that the whole hold is on the file itself from now on
            verbinding.execute("BEGIN EXCLUSIVE")
            verbinding.execute("COMMIT")
            with suppress(OSError):
                wipe(beside(pad, "-journal"))  # who holds a file alone leaves it lying, and it is of the old file
        except motor.Error as fout:
            code = fout.sqlite_errorcode & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
                raise in_use(pad) from fout
            raise no_archive(pad) from fout
        yield verbinding, let_go
    finally:
        let_go()


def _copy(verbinding: Any, vers: Path, wachtzin: str) -> None:
    verbinding.execute("ATTACH ? AS vers KEY ?", (str(vers), as_typed(wachtzin)))
    verbinding.execute("SELECT sqlcipher_export('vers')")
    verbinding.execute("DETACH vers")


def _compare(motor: Any, verbinding: Any, vers: Path, wachtzin: str) -> None:
    """Read the copy as a program that opens it would, and count its rows."""
    kopie = connect(motor, vers, wachtzin)
    try:
        fouten = check_whole(kopie, locked=bool(wachtzin))
        if fouten or _counts(verbinding) != _counts(kopie):
            raise GeenArchief(_("The copy of “{path}” is not whole, so nothing was changed.").format(path=vers))
    finally:
        kopie.close()


def check_whole(verbinding: Any, *, locked: bool) -> list[str]:
    """Return what is wrong with a database; nothing when it is whole."""
    fouten = [rij[0] for rij in verbinding.execute("PRAGMA integrity_check") if rij[0] != "ok"]
    fouten += [str(rij) for rij in verbinding.execute("PRAGMA foreign_key_check")]
    if locked:
        fouten += [rij[0] for rij in verbinding.execute("PRAGMA cipher_integrity_check")]
    return fouten


def _counts(verbinding: Any) -> dict[str, int]:
    tabellen = [r[0] for r in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {t: verbinding.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tabellen}


def lock_state(pad: Path) -> bool:
    """Whether an archive is locked. Not for one that this program has open.

    :raises GeenArchief: when there is none.
    """
    if beside(pad, NIEUW).exists():
        recover(pad)
    try:
        fd = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as fout:
        raise GeenArchief(_("There is no archive at “{path}” yet.").format(path=pad)) from fout
    try:
        return choose_engine(fd, pad, "?") is not sqlite3
    finally:
        os.close(fd)
