"""Put another file in the place of the archive, so that a power cut at any moment leaves one whole archive.

The new one stands ready beside it as ``gesprek.db.nieuw~``, whole and on the disk. The old one gets a second name,
``gesprek.db.oud~``; then the new one takes the name over at once; then the old bytes are overwritten and removed. Who
finds leftovers finishes (:func:`recover`): before the new one took over, everything stays as it was.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gesprek.archief.motor import WACHT_MS, in_use

NIEUW = ".nieuw~"
OUD = ".oud~"
_STUK = 1 << 20

Punt = Callable[[str], None]
"""Told at each step what was done; tests end the program there."""


def nothing(_punt: str) -> None:
    """Do nothing."""


def beside(pad: Path, eind: str) -> Path:
    """Return the path of a file beside the archive."""
    return pad.with_name(pad.name + eind)


def any_left(pad: Path) -> bool:
    """Whether something was left half-way."""
    return beside(pad, NIEUW).exists() or beside(pad, OUD).exists()


@contextmanager
def alone(pad: Path) -> Iterator[None]:
    """Be the only one who puts files in place here.

    :raises Bezet: when another program is at it, and goes on.
    """
    fd = _open_latch(pad)
    try:
        einde = time.monotonic() + WACHT_MS / 1000
        while not _latch(fd):
            if time.monotonic() > einde:
                raise in_use(pad)
            time.sleep(0.02)
        yield
    finally:
        os.close(fd)


if sys.platform == "win32":
    import msvcrt

    def _open_latch(pad: Path) -> int:
        return os.open(beside(pad, ".grendel~"), os.O_RDWR | os.O_CREAT, 0o600)

    def _latch(fd: int) -> bool:
        with suppress(OSError):
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _open_latch(pad: Path) -> int:
        return os.open(pad.parent, os.O_RDONLY)  # the folder itself: so nothing of it stays behind

    def _latch(fd: int) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False


def make_empty(pad: Path) -> None:
    """Make a file that only its owner may read, where there is none."""
    os.close(os.open(pad, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def settle(pad: Path) -> None:
    """Wait until a file, or a folder, is on the disk."""
    if sys.platform == "win32" and pad.is_dir():
        return  # Windows has no such thing
    fd = os.open(pad, os.O_RDONLY if pad.is_dir() else os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def overwrite(fd: int) -> None:
    """Put zeros in the place of every byte of an open file. Its length stays, so that nobody takes it for new."""
    over = os.fstat(fd).st_size
    os.lseek(fd, 0, os.SEEK_SET)
    while over > 0:
        over -= os.write(fd, bytes(min(over, _STUK)))
    os.fsync(fd)


def overwrite_file(pad: Path) -> None:
    """Put zeros in the place of every byte of a file.

    :raises FileNotFoundError: when it is not there.
    """
    fd = os.open(pad, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        overwrite(fd)
    finally:
        os.close(fd)


def wipe(pad: Path) -> None:
    """Overwrite a file and remove it, when it is there."""
    with suppress(FileNotFoundError):
        overwrite_file(pad)
        pad.unlink()


def wipe_with_journals(pad: Path) -> None:
    """Overwrite and remove a database with what SQLite put beside it."""
    for eind in ("-wal", "-journal", "-shm", ""):
        wipe(beside(pad, eind))


def give_second_name(pad: Path, naam: Path) -> None:
    """Give a file another name too; where a disk cannot do that it only gets the other name."""
    try:
        os.link(pad, naam)
    except OSError:
        pad.rename(naam)
    settle(pad.parent)


def swap(pad: Path, let_go: Callable[[], None], punt: Punt = nothing, bewaar: Path | None = None) -> None:
    """Put the new file in the place of the archive.

    :param let_go: ends the hold on the old file, once nobody can take it for the archive any more.
    :param bewaar: the name under which the old one stays; without it its bytes are overwritten.
    """
    oud = bewaar or beside(pad, OUD)
    with _bytes_to_erase(pad, let_go, erase=bewaar is None) as fd:
        give_second_name(pad, oud)
        punt("oud")
        beside(pad, NIEUW).replace(pad)
        settle(pad.parent)
        punt("verwisseld")
        if fd is not None:
            overwrite(fd)
            punt("overschreven")
        let_go()
    if bewaar is None:
        oud.unlink() if fd is not None else wipe(oud)
        settle(pad.parent)
    punt("klaar")


@contextmanager
def _bytes_to_erase(pad: Path, let_go: Callable[[], None], *, erase: bool) -> Iterator[int | None]:
    """Keep hold of the old bytes by their file, whatever its name. Windows renames no file that is open."""
    if sys.platform == "win32":
        let_go()
    if sys.platform == "win32" or not erase:
        yield None
        return
    fd = os.open(pad, os.O_RDWR)
    try:
        yield fd
    finally:
        os.close(fd)


def recover(pad: Path) -> None:
    """Finish what was left half-way, or take it back; whole archives are all that is left."""
    with alone(pad):
        oud, nieuw = beside(pad, OUD), beside(pad, NIEUW)
        if oud.exists():
            if not pad.exists():
                oud.rename(pad)
            elif oud.samefile(pad):
                oud.unlink()
            else:
                wipe(oud)
        if nieuw.exists():
            wipe_with_journals(nieuw)
        settle(pad.parent)
