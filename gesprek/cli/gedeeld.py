"""What the commands share: options, opening the archive, choosing plain or full screen, printing."""

from __future__ import annotations

import json as jsonlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from textual.screen import Screen

    from gesprek.archief import Archief
    from gesprek.oefenen.sessie import Drillsessie
    from gesprek.sessie import Sessie

F = TypeVar("F", bound=Callable[..., Any])


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
    from gesprek.archief import open_archief

    with sentences():
        pad = None if niet_bewaren else archive_file(db)
        if alleen_lezen and pad is not None and not pad.exists():
            pad = None
        archief = open_archief(pad)
        try:
            yield archief
        finally:
            archief.close()


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

    app = GesprekApp(archief, current_taal(), sessie, scherm)
    app.run()
    if app.afscheid:
        print(app.afscheid)
    if app.return_code:
        raise SystemExit(app.return_code)


def print_line(tekst: str) -> None:
    """Print a line in which nothing can steer a terminal."""
    from gesprek.weergave import visible

    click.echo(visible(tekst))


def print_json(gegevens: Any) -> None:
    """Print data as JSON."""
    click.echo(jsonlib.dumps(gegevens, ensure_ascii=False, indent=2))
