"""``gesprek oefen``: with a simulated student, or the drill."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    archive_file,
    form_options,
    open_archive,
    open_with_passphrase,
    options,
    run_app,
    sentences,
    wants_plain,
    where,
    where_options,
)
from gesprek.cli.leerling import Huis, OefenMislukt, practise, student_options, wants_student
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.oefenen.sessie import Drillsessie


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(
        help=_("Practise, for mentors: talk with a simulated student, or learn the ten rules in the drill. Asks which.")
    )
    @click.option("--drill", is_flag=True, help=_("The drill: what breaks a rule, what keeps it, and how to say it."))
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @student_options
    @options(form_options(), where_options())
    def oefen(drill: bool, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None, **student: Any) -> None:
        plek = where(db)
        if not drill and wants_student(student):
            huis = Huis(
                lambda lezen: open_archive(plek, niet_bewaren=niet_bewaren, alleen_lezen=lezen),
                gewoon=wants_plain(gewoon),
                show=lambda archief, scherm: run_app(archief, None, scherm),
            )
            try:
                practise(huis, json=json, **student)
            except OefenMislukt as fout:
                raise Mislukt(str(fout)) from fout
        elif not drill and not json and not wants_plain(gewoon):
            with open_archive(plek, niet_bewaren=niet_bewaren) as archief:
                from tui.screens.oefenkeuze import Oefenkeuze

                run_app(archief, None, Oefenkeuze(archief, current_taal()))
        else:
            with _drill(plek, niet_bewaren=niet_bewaren) as sessie:
                _lead_drill(sessie, json=json, gewoon=gewoon)


@contextmanager
def _drill(db: Path | None, *, niet_bewaren: bool) -> Iterator[Drillsessie]:
    """Begin a drill. Where nothing can be kept now it is in memory, and says so."""
    from gesprek.archief import AlleenLezen, Bezet, SchijfVol, open_archief
    from gesprek.oefenen.sessie import Drillsessie

    melding = ""
    with sentences():
        try:
            archief = open_with_passphrase(None if niet_bewaren else archive_file(db))
        except (AlleenLezen, Bezet, SchijfVol) as fout:
            archief, melding = open_archief(None), str(fout)
        try:
            yield Drillsessie(archief, current_taal(), melding=melding)
        finally:
            archief.close()


def _lead_drill(drill: Drillsessie, *, json: bool, gewoon: bool) -> None:
    if json:
        from gesprek.oefenen.protocol import lead

        try:
            lead(drill, sys.stdin.buffer, sys.stdout)
        except BrokenPipeError:
            # the script stopped reading; what was learned is kept
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    elif wants_plain(gewoon):
        from gesprek.oefenen.gewoon import lead_plain

        lead_plain(drill)
    else:
        run_app(drill.archief, drill)
