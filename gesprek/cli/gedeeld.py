"""What the commands share: options, opening the archive, choosing plain or full screen, printing."""

from __future__ import annotations

import json as jsonlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from textual.screen import Screen

    from gesprek.archief import Archief
    from gesprek.archief.slot import Slotwerk
    from gesprek.oefenen.sessie import Drillsessie
    from gesprek.sessie import Sessie

F = TypeVar("F", bound=Callable[..., Any])
_WACHTZIN = "gesprek.wachtzin"
_AFSCHEID_DUURT = 3.0
"""Seconds that a screen may take to be given back after a signal."""


class Mislukt(Exception):
    """The command could not do its work; the message says why and what to do."""


def where_options() -> list[Callable[[F], F]]:
    """Return the options that every command has, with their help in the language of now."""
    return [
        click.option(
            "--taal",
            type=click.Choice(["nl", "en"]),
            expose_value=False,
            help=_("Language: nl or en. By default GESPREK_TAAL or that of your computer."),
        ),
        click.option(
            "--db",
            type=click.Path(path_type=Path, dir_okay=False),
            help=_("The file that conversations are kept in. By default GESPREK_DB or your data folder."),
        ),
        click.option(
            "--wachtzin-bestand",
            type=click.Path(path_type=Path, dir_okay=False),
            expose_value=False,
            callback=_remember_file,
            help=_("A file with the passphrase of a locked archive on its first line; otherwise it is asked."),
        ),
    ]


def form_options() -> list[Callable[[F], F]]:
    """Return the options for how a command speaks: JSON lines, or plain lines."""
    return [
        click.option("--json", "json", is_flag=True, help=_("Speak JSON lines, for scripts.")),
        click.option("--gewoon", is_flag=True, help=_("Plain lines, no full screen; for screen readers and pipes.")),
    ]


def json_option() -> list[Callable[[F], F]]:
    """Return the option of a command that prints data."""
    return [click.option("--json", "json", is_flag=True, help=_("Print JSON."))]


def options(*lijsten: list[Callable[[F], F]]) -> Callable[[F], F]:
    """Add lists of options to a command."""

    def add(functie: F) -> F:
        for optie in reversed([optie for lijst in lijsten for optie in lijst]):
            functie = optie(functie)
        return functie

    return add


def where(db: Path | None) -> Path | None:
    """Return the file that was named with a command, or before it."""
    gekozen: Path | None = db or click.get_current_context().obj
    return gekozen


@contextmanager
def sentences() -> Iterator[None]:
    """Turn the errors that a user can mend into one sentence."""
    from gesprek.archief import Archieffout
    from gesprek.inlezen import Inleesfout

    try:
        yield
    except (Archieffout, Inleesfout) as fout:
        raise Mislukt(str(fout)) from fout


def archive_file(db: Path | None) -> Path:
    """Return the file of the archive."""
    from gesprek.archief import default_path

    return db or Path(os.environ.get("GESPREK_DB") or default_path())


@contextmanager
def open_archive(db: Path | None, *, niet_bewaren: bool = False, alleen_lezen: bool = False) -> Iterator[Archief]:
    """Open the archive.

    :param alleen_lezen: a command that only looks makes no archive where there is none.
    """
    from gesprek.archief.verwisselen import any_left

    with sentences():
        pad = None if niet_bewaren else archive_file(db)
        if alleen_lezen and pad is not None and not pad.exists() and not any_left(pad):
            pad = None
        archief = open_with_passphrase(pad)
        try:
            yield archief
        finally:
            archief.close()


def open_with_passphrase(pad: Path | None) -> Archief:
    """Open an archive; of a locked one the passphrase is asked."""
    from gesprek.archief import OpSlot, open_archief

    try:
        return open_archief(pad)
    except OpSlot:
        geopend = ask_until_open(pad, _("The archive is locked. Passphrase:"))
        if geopend is None:
            raise
        return geopend[0]


def ask_until_open(pad: Path | None, vraag: str) -> tuple[Archief, str] | None:
    """Ask for the passphrase until it opens the archive, on a terminal three times; return both.

    :returns: None when nothing was typed.
    :raises FouteWachtzin: when it was wrong the last time too.
    """
    from gesprek.archief import FouteWachtzin, open_archief

    for over in reversed(range(passphrase_tries())):
        wachtzin = ask_passphrase(vraag)
        if not wachtzin:
            break
        try:
            return open_archief(pad, wachtzin=wachtzin), wachtzin
        except FouteWachtzin as fout:
            if not over:
                raise
            print_line(str(fout), err=True)
    return None


def passphrase_tries() -> int:
    """Return how many times a passphrase may be mistyped: nobody sees what is typed on a terminal."""
    return 3 if sys.stdin.isatty() and not _passphrase_file() else 1


def ask_passphrase(vraag: str, nr: int = 0) -> str:
    """Ask for a passphrase: from the file that was named, else without echo, else the next line of input.

    :param nr: which line of the file.
    """
    if bestand := _passphrase_file():
        try:
            regels = bestand.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as fout:
            raise Mislukt(_("“{path}” cannot be read.").format(path=bestand)) from fout
        return regels[min(nr, len(regels) - 1)] if regels else ""
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(f"{vraag} ")
    # bytes, because the conversation that may follow reads them from there too
    return sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")


def agree(vraag: str) -> bool:
    """Ask something that is answered with ja."""
    from gesprek.regelbreuk import broken

    click.echo(broken(vraag.rstrip(), sys.stderr) + " ", nl=False, err=True)
    antwoord = sys.stdin.buffer.readline().decode("utf-8", "replace")
    return antwoord.strip().casefold() in ("ja", "yes")


def _remember_file(context: click.Context, _param: click.Parameter, pad: Path | None) -> None:
    if pad is not None:
        context.meta[_WACHTZIN] = pad


def _passphrase_file() -> Path | None:
    bestand: Path | None = click.get_current_context().meta.get(_WACHTZIN)
    return bestand


def wants_plain(gewoon: bool) -> bool:
    """Whether plain lines are wanted: asked for, or there is no terminal that can show a screen."""
    return (
        gewoon
        or bool(os.environ.get("ACCESSIBLE"))
        or not sys.stdin.isatty()
        or not sys.stdout.isatty()
        or (os.environ.get("TERM", "") in ("", "dumb") and sys.platform != "win32")
    )


def run_app(archief: Archief, sessie: Sessie | Drillsessie | None, scherm: Screen[None] | None = None) -> None:
    """Show the whole-screen program until it is closed.

    :param sessie: the conversation or drill to begin with; home when there is none.
    :param scherm: another screen to begin with.
    """
    from tui.app import GesprekApp
    from tui.werk import leave_what_stands

    app = GesprekApp(archief, current_taal(), sessie, scherm)
    app.when_told_to_stop = _end_soon
    leave_what_stands()
    app.run()
    if app.afscheid:
        print(app.afscheid)
    if app.return_code:
        raise SystemExit(app.return_code)
    if app.daarna and archief.pad is not None:
        # once the archive is closed
        click.get_current_context().find_root().call_on_close(partial(_lock, archief.pad, app.daarna))


def _lock(pad: Path, werk: Slotwerk) -> None:
    """Do with the lock what was chosen on the screen."""
    from gesprek.cli.veilig import do_lock

    do_lock(pad, werk, ja=True)
    print_line(_("Type gesprek to go on."))


def _end_soon() -> None:
    """End within a few seconds, also when the terminal is gone and never takes what is still to be written."""
    wekker = threading.Timer(_AFSCHEID_DUURT, os._exit, (0,))
    wekker.daemon = True
    wekker.start()


def print_line(tekst: str, *, err: bool = False) -> None:
    """Print a line in which nothing can steer a terminal.

    :param err: beside what scripts read.
    """
    from gesprek.regelbreuk import write_line

    write_line(tekst, sys.stderr if err else sys.stdout)


def print_json(gegevens: Any) -> None:
    """Print data as JSON."""
    click.echo(jsonlib.dumps(gegevens, ensure_ascii=False, indent=2))
