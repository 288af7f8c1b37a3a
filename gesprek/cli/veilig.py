"""Keeping the archive safe: ``slot``, ``reservekopie`` and ``herstel``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    agree,
    archive_file,
    ask_passphrase,
    ask_until_open,
    open_archive,
    options,
    passphrase_tries,
    print_line,
    sentences,
    where,
    where_options,
)
from gesprek.taal import _

if TYPE_CHECKING:
    from gesprek.archief.herstel import Herstel
    from gesprek.archief.slot import Slotwerk


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(
        help=_(
            "Lock the whole archive with a passphrase, change that or take it away; without an option: say how it is."
        )
    )
    @click.option("--zet", is_flag=True, help=_("Set a passphrase."))
    @click.option("--wijzig", is_flag=True, help=_("Change the passphrase."))
    @click.option("--haal-weg", is_flag=True, help=_("Take the lock away."))
    @click.option("--ja", is_flag=True, help=_("Do not ask first."))
    @options(where_options())
    @click.pass_context
    def slot(context: click.Context, zet: bool, wijzig: bool, haal_weg: bool, ja: bool, db: Path | None) -> None:
        if zet + wijzig + haal_weg > 1:
            raise click.UsageError(_("Choose one: --zet, --wijzig or --haal-weg."), context)
        pad = archive_file(where(db))
        if zet or wijzig or haal_weg:
            do_lock(pad, "zet" if zet else "wijzig" if wijzig else "haal_weg", ja=ja)
        else:
            with sentences():
                print_line(_state(pad))

    @groep.command(help=_("Write a copy of the whole archive to PATH, also while the program runs."))
    @click.argument("pad", type=click.Path(path_type=Path), metavar=_("PATH"))
    @click.option("--vervang", is_flag=True, help=_("Replace what is there."))
    @options(where_options())
    def reservekopie(pad: Path, vervang: bool, db: Path | None) -> None:
        with open_archive(where(db), alleen_lezen=True) as archief:
            doel = archief.back_up(pad, vervang=vervang)
            op_slot = archief.op_slot
        print_line(_("The backup is in {path}.").format(path=doel))
        print_line(
            _("It opens with the same passphrase.")
            if op_slot
            else _("It is not locked: keep it where only you can get at it.")
        )

    @groep.command(
        help=_(
            "Put the backup in PATH in the place of the archive. "
            "It is checked first, and the archive of now stays beside it."
        )
    )
    @click.argument("pad", type=click.Path(path_type=Path), metavar=_("PATH"))
    @click.option("--ja", is_flag=True, help=_("Do not ask first."))
    @options(where_options())
    def herstel(pad: Path, ja: bool, db: Path | None) -> None:
        from gesprek.archief.herstel import look_at

        archief = archive_file(where(db))
        with sentences():
            look_at(archief, pad)
        if not ja and not agree(
            _(
                "The backup comes in the place of the archive “{path}”. What is in it now stays in a file beside it. "
                "Type ja to go on:"
            ).format(path=archief)
            + " "
        ):
            raise Mislukt(_("Nothing was changed."))
        with sentences():
            _tell_restored(_restore(archief, pad))


def do_lock(pad: Path, werk: Slotwerk, *, ja: bool) -> None:
    """Set, change or take away the lock, and say so.

    :param ja: whether it was agreed to already.
    :raises Mislukt: when it could not be done.
    """
    with sentences():
        if werk == "zet":
            _set(pad, ja=ja)
        else:
            _change(pad, away=werk == "haal_weg")


def _state(pad: Path) -> str:
    from gesprek.archief.slot import lock_state
    from gesprek.archief.verwisselen import any_left

    if not pad.exists() and not any_left(pad):
        return _("There is no archive yet.")
    if lock_state(pad):
        return _(
            "The archive is locked. “gesprek slot --wijzig” changes the passphrase, “--haal-weg” takes the lock away."
        )
    return _("The archive is not locked; who can read the file can read it. “gesprek slot --zet” locks it.")


def _set(pad: Path, *, ja: bool) -> None:
    from gesprek.archief.motor import locked_engine
    from gesprek.archief.slot import change_lock, explain_lock, lock_state

    locked_engine()
    if pad.exists() and lock_state(pad):
        raise Mislukt(_("The archive is locked already; “gesprek slot --wijzig” changes the passphrase."))
    for regel in explain_lock():
        print_line(regel, err=True)
    if not ja and not agree(_("Type ja to go on:") + " "):
        raise Mislukt(_("Nothing was changed."))
    zin = _new_passphrase(0)
    change_lock(pad, "", zin)
    print_line(_("The archive is locked now. The open file of before was overwritten."))
    _warn_of_copies(pad, zin)


def _change(pad: Path, *, away: bool) -> None:
    from gesprek.archief.motor import locked_engine
    from gesprek.archief.slot import change_lock, lock_state

    locked_engine()
    if not lock_state(pad):
        raise Mislukt(_("The archive is not locked; “gesprek slot --zet” locks it."))
    geopend = ask_until_open(pad, _("Passphrase of now:"))
    if geopend is None:
        raise Mislukt(_("Nothing was changed."))
    archief, oud = geopend
    archief.close()
    nieuw = "" if away else _new_passphrase(1)
    change_lock(pad, oud, nieuw)
    if away:
        print_line(_("The lock is gone; who can read the file can read the archive."))
    else:
        print_line(_("The archive opens with the new passphrase from now on."))
        _warn_of_copies(pad, nieuw, changed=True)


def _new_passphrase(nr: int) -> str:
    """Ask for a new passphrase; on a terminal twice, for nobody sees what is typed."""
    from gesprek.archief.slot import KORTST, ZwakkeWachtzin, check_new

    vraag = _("New passphrase (at least {count} characters):").format(count=KORTST)
    for over in reversed(range(passphrase_tries())):
        zin = ask_passphrase(vraag, nr)
        try:
            check_new(zin)
            if not sys.stdin.isatty() or ask_passphrase(_("Once more:"), nr) == zin:
                break
            raise ZwakkeWachtzin(_("Those were two different passphrases."))
        except ZwakkeWachtzin as fout:
            if not over or not zin:
                raise Mislukt(" ".join([str(fout), _("Nothing was changed.")])) from fout
            print_line(str(fout), err=True)
    return zin


def _warn_of_copies(pad: Path, wachtzin: str, *, changed: bool = False) -> None:
    """Name the backups that are not locked, or that open with the passphrase of before."""
    from gesprek.archief import open_archief
    from gesprek.archief.motor import file_is_locked

    archief = open_archief(pad, wachtzin=wachtzin)
    try:
        kopieen = [kopie for kopie in archief.kopieen() if kopie.er]
    finally:
        archief.close()
    for kopie in kopieen:
        if not file_is_locked(kopie.pad):
            regel = _("Mind: this backup is not locked: {path}. Delete it, or make it anew.")
        elif changed:
            regel = _("This backup opens with the passphrase of before: {path}")
        else:
            continue
        print_line(regel.format(path=kopie.pad), err=True)


def _restore(archief: Path, kopie: Path) -> Herstel:
    from gesprek.archief.herstel import restore
    from gesprek.archief.slot import lock_state

    wachtzin = wachtzin_kopie = ""
    if archief.exists() and archief.stat().st_size and lock_state(archief):
        wachtzin = ask_passphrase(_("Passphrase of the archive:"))
    if kopie.is_file() and lock_state(kopie):
        wachtzin_kopie = ask_passphrase(_("Passphrase of the backup:"), 1)
    return restore(archief, kopie, wachtzin=wachtzin, wachtzin_kopie=wachtzin_kopie)


def _tell_restored(herstel: Herstel) -> None:
    from gesprek.taal import ngettext

    print_line(
        ngettext(
            "The backup is back: {count} conversation.",
            "The backup is back: {count} conversations.",
            herstel.gesprekken,
        ).format(count=herstel.gesprekken)
    )
    if herstel.oud is not None:
        print_line(
            _("What was there before is in {path}; delete that when you need it no more.").format(path=herstel.oud)
        )
    if herstel.was_op_slot and not herstel.op_slot:
        print_line(_("Mind: the archive is not locked now; “gesprek slot --zet” locks it again."))
    if herstel.op_slot:
        print_line(_("The archive opens with the passphrase of the backup."))
