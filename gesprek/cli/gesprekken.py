"""The commands that hold a conversation: ``zelf``, ``samen`` and ``hervat``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    form_options,
    open_archive,
    options,
    print_line,
    run_app,
    wants_plain,
    where,
    where_options,
)
from gesprek.taal import _, current_taal, use_taal

if TYPE_CHECKING:
    from gesprek.archief import Archief
    from gesprek.sessie import Sessie


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(help=_("Begin a new conversation, on your own."))
    @click.option(
        "--flow", "flow", default="loopbaangesprek", show_default=True, help=_("Kind of conversation, or a YAML file.")
    )
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @options(form_options(), where_options())
    def zelf(flow: str, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None) -> None:
        from gesprek.sessie import Sessie

        with open_archive(where(db), niet_bewaren=niet_bewaren) as archief:
            _lead(Sessie.begin(archief, flow, current_taal()), archief, json=json, gewoon=gewoon)

    @groep.command(help=_("A conversation of two, mentor and student side by side at one screen."))
    @click.option(
        "--flow", "flow", default="loopbaangesprek", show_default=True, help=_("Kind of conversation, or a YAML file.")
    )
    @click.option("--leerling", default="", metavar=_("NAME"), help=_("First name or alias of the student, if any."))
    @click.option("--mentor", default="", metavar=_("NAME"), help=_("First name or alias of the mentor, if any."))
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @options(form_options(), where_options())
    def samen(
        flow: str, leerling: str, mentor: str, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None
    ) -> None:
        with open_archive(where(db), niet_bewaren=niet_bewaren) as archief:
            if json or wants_plain(gewoon):
                from gesprek.samen.sessie import Samensessie

                sessie = Samensessie.begin(archief, flow, current_taal(), "samen", leerling=leerling, mentor=mentor)
                _lead(sessie, archief, json=json, gewoon=gewoon)
            else:
                from tui.screens.samen_begin import Samenbegin

                run_app(archief, None, Samenbegin(archief, current_taal(), flow, leerling, mentor))

    @groep.command(help=_("Go on with an unfinished conversation; the newest one when you name none."))
    @click.argument("id", required=False)
    @click.option("--nieuw", is_flag=True, help=_("With the questions of now, not those it began with."))
    @options(form_options(), where_options())
    def hervat(id: str | None, nieuw: bool, json: bool, gewoon: bool, db: Path | None) -> None:
        from gesprek.samen.sessie import resume
        from gesprek.sessie import Onverhuisbaar

        with open_archive(where(db)) as archief:
            if id is None and not archief.recent(aantal=1, klaar=False):
                raise Mislukt(_("There is no unfinished conversation; begin one with “gesprek zelf”."))
            sessie = resume(archief, id)
            if nieuw and not sessie.verloop.klaar:
                try:
                    sessie = sessie.resume(archief, sessie.gesprek.id, flow=sessie.gesprek.flow)
                except Onverhuisbaar as fout:
                    raise Mislukt(str(fout)) from fout
                _say_what_moved(sessie)
            if sessie.verloop.klaar:
                raise Mislukt(
                    _("This conversation is finished; read it with “gesprek toon {id}”.").format(id=sessie.gesprek.id)
                )
            use_taal(sessie.gesprek.taal)
            _lead(sessie, archief, json=json, gewoon=gewoon)


def _lead(sessie: Sessie, archief: Archief, *, json: bool, gewoon: bool) -> None:
    from gesprek.samen.sessie import Samensessie

    if json:
        from gesprek import protocol
        from gesprek.samen import protocol as samenprotocol

        try:
            if isinstance(sessie, Samensessie):
                samenprotocol.lead(sessie, sys.stdin.buffer, sys.stdout)
            else:
                protocol.lead(sessie, sys.stdin.buffer, sys.stdout)
        except BrokenPipeError:
            # the script stopped reading; what was answered is kept
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    elif wants_plain(gewoon):
        if isinstance(sessie, Samensessie):
            from gesprek.samen.gewoon import lead_plain as lead_samen

            lead_samen(sessie)
        else:
            from gesprek.gewoon import lead_plain

            lead_plain(sessie)
    else:
        run_app(archief, sessie)


def _say_what_moved(sessie: Sessie) -> None:
    verhuizing = sessie.verhuizing
    if verhuizing is None:
        print_line(_("Nothing has changed since it began."), err=True)
        return
    for oud, nu in verhuizing.stappen.items():
        print_line(_("“{old}” is now in “{new}”.").format(old=oud, new=nu), err=True)
    for stap in verhuizing.nieuw:
        print_line(_("“{step}” is new.").format(step=stap), err=True)
    print_line(_("All your answers are still there."), err=True)
