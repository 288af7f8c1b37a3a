"""A copy of the whole archive in one file, made while the program runs.

It is written under a passing name beside its place, readable by its owner only, put on the disk, and then named at
once. Its path is kept before the first byte, so that what is left after a power cut is listed, and removed later.
"""

from __future__ import annotations

import errno
import mmap
import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from gesprek.archief import Archieffout
from gesprek.archief.motor import looks_locked
from gesprek.archief.verwisselen import make_empty, settle, wipe
from gesprek.taal import _

HALF = ".deel~"
_OUD = 600
"""Seconds without a change after which a half-made copy was left behind."""


class Kopieerfout(Archieffout):
    """The copy cannot be made there."""


class _Kopieerbaar(Protocol):
    """What a copy is made of."""

    @property
    def pad(self) -> Path | None: ...

    def note_copy(self, pad: Path, tijd: datetime) -> None: ...

    def copy_into(self, pad: Path) -> None: ...


def write_copy(archief: _Kopieerbaar, doel: Path, *, vervang: bool) -> Path:
    """Write a copy; see :meth:`gesprek.archief.Archief.back_up`."""
    if archief.pad is None:
        raise Kopieerfout(_("Nothing is kept in a file, so there is nothing to copy."))
    nu = datetime.now(UTC)
    doel = doel.expanduser().absolute()
    if doel.is_dir():
        doel /= f"gesprek-{nu.astimezone():%Y-%m-%d}.db"
    _check_place(archief.pad, doel, vervang)
    half = doel.with_name(f".{doel.name}.{os.urandom(4).hex()}{HALF}")
    try:
        make_empty(half)
        try:
            archief.note_copy(half, nu)
            archief.copy_into(half)
            settle(half)
            _give_name(half, doel, vervang)
        except BaseException:
            wipe(half)
            raise
        settle(doel.parent)
    except OSError as fout:
        raise _cannot_write(doel, fout) from fout
    archief.note_copy(doel, nu)
    return doel


def _check_place(pad: Path, doel: Path, vervang: bool) -> None:
    if not doel.parent.is_dir():
        raise Kopieerfout(_("The folder “{path}” does not exist; make it first.").format(path=doel.parent))
    if not doel.exists():
        return
    if doel.samefile(pad):
        raise Kopieerfout(_("“{path}” is the archive itself; choose another name for the backup.").format(path=doel))
    if not vervang:
        raise _there_already(doel)


def _there_already(doel: Path) -> Kopieerfout:
    return Kopieerfout(
        _("“{path}” is there already; choose another name, or replace it with --vervang.").format(path=doel)
    )


def _give_name(half: Path, doel: Path, vervang: bool) -> None:
    if vervang:
        half.replace(doel)
        return
    try:
        os.link(half, doel)  # unlike a rename it never takes the place of a file that came there meanwhile
        half.unlink()
    except FileExistsError:
        raise _there_already(doel) from None
    except OSError:
        half.replace(doel)  # a disk without second names, such as a stick


def _cannot_write(doel: Path, fout: OSError) -> Kopieerfout:
    if fout.errno == errno.ENOSPC:
        return Kopieerfout(
            _("There is no room left for “{path}”; make room, or choose another disk.").format(path=doel)
        )
    return Kopieerfout(
        _("“{path}” cannot be written ({reason}); choose another place.").format(path=doel, reason=fout.strerror)
    )


def forget_half(pad: Path) -> bool:
    """Remove a half-made copy that was left behind, and return whether it is gone."""
    if pad.exists() and time.time() - pad.stat().st_mtime < _OUD:
        return False  # another program may be writing it
    wipe(pad)
    return True


def holds_a_copy(pad: Path, ids: Sequence[str]) -> bool:
    """Whether a backup holds one of these conversations. Of a locked one that cannot be seen, so it may."""
    try:
        fd = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return True
    try:
        if looks_locked(fd) or os.fstat(fd).st_size == 0:
            return looks_locked(fd)
        with mmap.mmap(fd, 0, access=mmap.ACCESS_READ) as inhoud:
            return any(inhoud.find(id.encode()) >= 0 for id in ids)
    finally:
        os.close(fd)
