"""What was proven when words were erased, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gesprek.taal import _, ngettext


@dataclass(frozen=True, slots=True)
class Kopie:
    """A backup that was made.

    :param er: whether it can be found now; a disk may be out.
    """

    pad: Path
    tijd: datetime
    er: bool = True


@dataclass(frozen=True, slots=True)
class Wisbewijs:
    """What the files were found to hold after words were erased.

    :param gewist: ids of what was erased.
    :param teksten: how many different words and texts were looked for.
    :param te_kort: how many are too short to look for.
    :param bestanden: the files that were looked through.
    :param omvang: how many bytes they have.
    :param gevonden: files in which a piece was still found.
    :param bezet: another program holds the archive, so that the journal could not be emptied.
    :param op_slot: the archive is locked; it was written anew from what stays, for its bytes tell nothing.
    :param gedeeld: pieces of it were found that also stand in what stays, so that they are still there.
    :param ook_elders: words that also stand in what stays.
    :param kopieen: backups that hold a copy.
    """

    gewist: tuple[str, ...]
    teksten: int = 0
    te_kort: int = 0
    bestanden: tuple[Path, ...] = ()
    omvang: int = 0
    gevonden: tuple[Path, ...] = ()
    bezet: bool = False
    op_slot: bool = False
    gedeeld: bool = False
    ook_elders: tuple[str, ...] = ()
    kopieen: tuple[Kopie, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether no piece is left in the files of the archive."""
        return not self.gevonden and not self.bezet


def proof_lines(bewijs: Wisbewijs) -> list[str]:
    """Return what was proven, or why it could not be, as sentences for a user."""
    regels = [*_main_lines(bewijs)]
    if bewijs.ook_elders:
        woorden = ", ".join(f"‘{woord}’" for woord in bewijs.ook_elders)
        regels.append(_("Also in what you keep, so still there: {words}.").format(words=woorden))
    if bewijs.te_kort:
        regels.append(
            ngettext(
                "{count} answer was too short to look for.",
                "{count} answers were too short to look for.",
                bewijs.te_kort,
            ).format(count=bewijs.te_kort)
        )
    regels += [_copy_line(kopie) for kopie in bewijs.kopieen]
    if bewijs.bestanden:
        regels.append(_("What you exported or copied yourself stays where you put it."))
    return regels


def _main_lines(bewijs: Wisbewijs) -> list[str]:
    if not bewijs.bestanden:
        return [_("Gone. Nothing of this was kept in a file.")]
    if bewijs.proven and bewijs.op_slot:
        return [
            _(
                "Gone. Your archive is locked, so its file tells nothing. "
                "That is why it was written anew, without what you erased."
            )
        ]
    if bewijs.proven:
        zin = (
            _(
                "Gone. After that {texts} texts and words were looked for. "
                "What is left of them also stands somewhere else in what you keep."
            )
            if bewijs.gedeeld
            else _("Gone. After that {texts} texts and words were looked for: nothing is left of them.")
        )
        waar = ", ".join(str(pad) for pad in bewijs.bestanden)
        return [
            zin.format(texts=bewijs.teksten),
            _("Looked in: {files} ({size}).").format(files=waar, size=size(bewijs.omvang)),
        ]
    regels = []
    if bewijs.bezet:
        regels.append(
            _(
                "Gone, but not surely: another program has the archive open, so words may be left in a file beside it. "
                "Close that program and start gesprek again; then it is finished."
            )
        )
    if bewijs.gevonden:
        regels.append(
            _("Pieces of the words are still in: {files}.").format(files=", ".join(map(str, bewijs.gevonden)))
        )
    return regels


def _copy_line(kopie: Kopie) -> str:
    if kopie.er:
        return _("A backup still has a copy: {path}. Delete that too if you want it gone.").format(path=kopie.pad)
    return _("A backup may still have a copy, on a disk that is not there now: {path}.").format(path=kopie.pad)


def size(bytes_: int) -> str:
    """Return a size as people say it."""
    if bytes_ < 1_000_000:
        return _("{count} kB").format(count=max(1, round(bytes_ / 1000)))
    return _("{count} MB").format(count=round(bytes_ / 1_000_000))
