"""What is kept, and how it goes away: ``wis``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    open_archive,
    options,
    print_line,
    where,
    where_options,
)
from gesprek.taal import _


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(help=_("Delete conversations, so that their words are gone from the file."))
    @click.argument("ids", nargs=-1, required=True, metavar="ID...")
    @click.option("--ja", is_flag=True, help=_("Do not ask first."))
    @options(where_options())
    def wis(ids: tuple[str, ...], ja: bool, db: Path | None) -> None:
        from gesprek.model import Gesprek

        with open_archive(where(db), alleen_lezen=True) as archief:
            oefeningen = {o.id: o for o in archief.oefeningen()}
            gesprekken = [oefeningen.get(id.upper()) or archief.read(id)[0] for id in ids]
            for gesprek in gesprekken:
                over = gesprek.titel if isinstance(gesprek, Gesprek) else gesprek.leerling
                print_line(f"{gesprek.id}  {gesprek.begonnen:%Y-%m-%d}  {over}")
            if not ja:
                click.echo(_("All words of this will be gone for good. Type ja to go on:"), nl=False)
                if sys.stdin.readline().strip().casefold() not in ("ja", "yes"):
                    raise Mislukt(_("Nothing was deleted."))
            for gesprek in gesprekken:
                archief.erase(gesprek.id)
        print_line(_("Deleted."))
