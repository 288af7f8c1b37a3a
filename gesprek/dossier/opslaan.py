"""Writes an export to a file: for its owner only, whole or not at all, and never over another file unasked."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from gesprek.dossier.schrijvers import FORMATEN, Formaat
from gesprek.taal import _


class Schrijffout(Exception):
    """A file cannot be written. The message is one sentence, with what to do."""


def format_of(pad: Path) -> Formaat | None:
    """Return the format that the name of a file asks for."""
    eind = pad.suffix.casefold().removeprefix(".")
    return next((formaat for formaat in FORMATEN if formaat == {"htm": "html"}.get(eind, eind)), None)


def places(doel: Path | None, formaten: tuple[Formaat, ...], naam: str) -> dict[Formaat, Path]:
    """Return where each format is written.

    :param doel: a folder, or a file; without an ending it gets that of its format. Of several formats it gives the
        name, and each has its own ending.
    :param naam: the name in a folder, without an ending.
    """
    if doel is None or doel.is_dir():
        return {formaat: (doel or Path()) / f"{naam}.{formaat}" for formaat in formaten}
    if len(formaten) == 1 and (doel.suffix or (exists(doel) and not doel.is_file())):
        return {formaten[0]: doel}
    stam = doel.with_suffix("") if format_of(doel) else doel
    return {formaat: stam.with_name(f"{stam.name}.{formaat}") for formaat in formaten}


def exists(pad: Path) -> bool:
    """Whether there is a file; a place that cannot even be looked at has none."""
    try:
        return pad.exists()
    except (OSError, ValueError):
        return False


def save(bestanden: Mapping[Path, bytes], *, vervang: bool = False) -> None:
    """Write files.

    :param vervang: a file that is there may be written over.
    :raises Schrijffout: when one cannot be written; one that was written stays whole.
    """
    if not vervang and (er_al := [pad for pad in bestanden if exists(pad)]):
        raise Schrijffout(
            _("“{path}” is there already; choose another name, or write over it with --vervang.").format(path=er_al[0])
        )
    for pad, inhoud in bestanden.items():
        _write(pad, inhoud)


def _write(pad: Path, inhoud: bytes) -> None:
    tijdelijk: Path | None = None
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        nr, naam = tempfile.mkstemp(prefix=f".{pad.name[:40]}.", dir=pad.parent)  # 0600
        tijdelijk = Path(naam)
        with os.fdopen(nr, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
        tijdelijk = None
    except OSError as fout:
        raise Schrijffout(_sentence(pad, fout)) from fout
    finally:
        if tijdelijk is not None:
            with suppress(OSError):
                tijdelijk.unlink()


def _sentence(pad: Path, fout: OSError) -> str:
    match fout.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("The disk of “{path}” is full, so nothing was written; make room and try again.").format(path=pad)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("“{path}” may not be written; choose another place.").format(path=pad)
        case errno.ENAMETOOLONG:
            return _("The name of “{path}” is too long; choose a shorter one.").format(path=pad)
    return _("“{path}” cannot be written ({reason}); choose another place.").format(
        path=pad, reason=fout.strerror or fout
    )
