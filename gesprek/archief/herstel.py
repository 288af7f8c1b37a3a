"""Putting a backup in the place of the archive. It is checked and brought up to date in a copy first, and the archive
of before stays beside it under a name of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from gesprek.archief import Archieffout, GeenArchief
from gesprek.archief.motor import check_passphrase, choose_engine, connect, locked_engine
from gesprek.archief.slot import check_whole, hold, in_words
from gesprek.archief.sqlite import SqliteArchief
from gesprek.archief.verwisselen import (
    NIEUW,
    Punt,
    alone,
    any_left,
    beside,
    give_second_name,
    make_empty,
    nothing,
    recover,
    settle,
    swap,
    wipe_with_journals,
)
from gesprek.taal import _


@dataclass(frozen=True, slots=True)
class Herstel:
    """What came of it.

    :param oud: where the archive of before is now; None when there was none.
    :param gesprekken: how many conversations the archive has now.
    :param op_slot: whether it is locked now, and ``was_op_slot`` whether it was.
    """

    oud: Path | None
    gesprekken: int
    op_slot: bool
    was_op_slot: bool


def restore(
    pad: Path,
    kopie: Path,
    *,
    eigenaar: str = "ik",
    wachtzin: str = "",
    wachtzin_kopie: str = "",
    dag: date | None = None,
    punt: Punt = nothing,
) -> Herstel:
    """Put a backup in the place of the archive.

    :param wachtzin: opens the archive of now when it is locked; ``wachtzin_kopie`` opens the backup.
    :param dag: the day in the name under which the archive of before stays.
    :raises Archieffout: when it cannot be done; then everything is as it was.
    """
    look_at(pad, kopie)
    with in_words(pad, sqlite3):
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any_left(pad):
        recover(pad)
    vers = beside(pad, NIEUW)
    with in_words(pad, sqlite3), alone(pad):
        try:
            _take_over(kopie, vers)
            punt("overgenomen")
            _check(vers, kopie, wachtzin_kopie)
            was_op_slot, kopieen, oud = False, [(str(kopie.absolute()), _moment(kopie))], None
            if _is_something(pad):
                # the last of the list: it is not there yet, and what is not there is forgotten
                oud = _free_name(pad, dag or datetime.now(UTC).astimezone().date())
                was_op_slot, eerdere = _copies_known(pad, wachtzin)
                kopieen += [*eerdere, (str(oud), datetime.now(UTC).isoformat())]
            uitkomst = _bring_up_to_date(vers, kopie, eigenaar, wachtzin_kopie, kopieen)
            punt("bijgewerkt")
            _put(pad, vers, oud, wachtzin, punt)
        except BaseException:
            wipe_with_journals(vers)
            raise
    return Herstel(oud, *uitkomst, was_op_slot)


def look_at(pad: Path, kopie: Path) -> None:
    """Refuse what is no backup at first sight.

    :raises GeenArchief: when it is not there, or is the archive itself.
    """
    if not kopie.is_file():
        raise GeenArchief(_("There is no file “{path}”.").format(path=kopie))
    if pad.exists() and kopie.samefile(pad):
        raise GeenArchief(_("“{path}” is the archive itself; choose a backup.").format(path=kopie))


def _take_over(kopie: Path, vers: Path) -> None:
    """Copy the backup, with the journal that may lie beside it; it is never opened itself."""
    try:
        for eind in ("", "-wal"):
            bron = beside(kopie, eind) if eind else kopie
            if bron.exists():
                make_empty(beside(vers, eind))
                shutil.copyfile(bron, beside(vers, eind))
    except OSError as fout:
        raise GeenArchief(
            _("“{path}” cannot be read or copied ({reason}).").format(path=kopie, reason=fout.strerror)
        ) from fout


def _check(vers: Path, kopie: Path, wachtzin: str) -> None:
    """See that it is a whole archive, before anything looks inside."""
    fd = os.open(vers, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        motor = choose_engine(fd, kopie, wachtzin)
    finally:
        os.close(fd)
    verbinding = connect(motor, vers, wachtzin)
    try:
        if motor is not sqlite3:
            check_passphrase(motor, verbinding, kopie)
        fouten = check_whole(verbinding, locked=motor is not sqlite3)
    except motor.DatabaseError as fout:
        raise _damaged(kopie) from fout
    finally:
        verbinding.close()
    if fouten or vers.stat().st_size == 0:
        raise _damaged(kopie)


def _damaged(kopie: Path) -> GeenArchief:
    return GeenArchief(_("“{path}” is no archive of gesprek, or is damaged; nothing was changed.").format(path=kopie))


def _bring_up_to_date(
    vers: Path, kopie: Path, eigenaar: str, wachtzin: str, kopieen: Sequence[tuple[str, str]]
) -> tuple[int, bool]:
    """Migrate the copy, note which copies there are, and leave it in one file."""
    try:
        archief = SqliteArchief(vers, eigenaar, wachtzin)
    except Archieffout as fout:
        raise type(fout)(str(fout).replace(str(vers), str(kopie))) from fout
    try:
        for pad, tijd in kopieen:
            archief.note_copy(Path(pad), datetime.fromisoformat(tijd))
        uitkomst = archief.telling().gesprekken, archief.op_slot
    finally:
        archief.close()
    settle(vers)
    return uitkomst


def _is_something(pad: Path) -> bool:
    return pad.exists() and pad.stat().st_size > 0


def _moment(pad: Path) -> str:
    return datetime.fromtimestamp(pad.stat().st_mtime, UTC).isoformat()


def _free_name(pad: Path, dag: date) -> Path:
    for nr in range(1, 1000):
        naam = pad.with_name(f"{pad.stem}-voor-herstel-{dag.isoformat()}{f'-{nr}' if nr > 1 else ''}{pad.suffix}")
        if not naam.exists():
            return naam
    raise GeenArchief(_("There are too many archives of before beside “{path}”; remove some.").format(path=pad))


def _copies_known(pad: Path, wachtzin: str) -> tuple[bool, list[tuple[str, str]]]:
    """Return whether the archive of now is locked, and which backups it knows; a damaged one knows none.

    :raises OpSlot: when it is locked and the passphrase does not open it.
    """
    fd = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        motor = choose_engine(fd, pad, wachtzin)
    finally:
        os.close(fd)
    verbinding = connect(motor, pad, wachtzin)
    try:
        if motor is not sqlite3:
            check_passphrase(motor, verbinding, pad)
        return motor is not sqlite3, _read_copies(motor, verbinding)
    finally:
        verbinding.close()


def _read_copies(motor: Any, verbinding: Any) -> list[tuple[str, str]]:
    try:
        return [tuple(rij) for rij in verbinding.execute("SELECT pad, tijd FROM kopie")]
    except motor.DatabaseError:
        return []  # damaged, or from before backups were kept


def _put(pad: Path, vers: Path, oud: Path | None, wachtzin: str, punt: Punt) -> None:
    if oud is None:
        vers.replace(pad)
        settle(pad.parent)
        return
    motor = locked_engine() if wachtzin else sqlite3
    try:
        with hold(motor, pad, wachtzin) as (_verbinding, let_go):
            swap(pad, let_go, punt, bewaar=oud)
    except GeenArchief:
        # damaged, which may be why a backup is put back; it stays, with its journal
        for eind in ("-wal", "-shm"):
            if beside(pad, eind).exists():
                beside(pad, eind).rename(beside(oud, eind))
        give_second_name(pad, oud)
        vers.replace(pad)
        settle(pad.parent)
