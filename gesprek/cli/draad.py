"""``gesprek draad``: what comes back over several conversations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    json_option,
    open_archive,
    options,
    print_json,
    print_line,
    run_app,
    sentences,
    wants_plain,
    where,
    where_options,
)
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.archief import Archief
    from gesprek.draad.lezen import Gesprekken


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(
        help=_("See what runs through your conversations: words over time, what comes back, what you named.")
    )
    @click.option("--leerling", default=None, metavar=_("NAME"), help=_("Of one student, by name or alias."))
    @click.option("--svg", is_flag=True, help=_("Draw your words over time as SVG."))
    @click.option("-o", "--uit", type=click.Path(path_type=Path, dir_okay=False), help=_("Write the SVG to this file."))
    @click.option("--gewoon", is_flag=True, help=_("Plain lines, no full screen; for screen readers and pipes."))
    @options(json_option(), where_options())
    def draad(leerling: str | None, svg: bool, uit: Path | None, json: bool, gewoon: bool, db: Path | None) -> None:
        if uit is not None and not svg:
            raise click.UsageError(_("-o goes with --svg."))
        if svg and json:
            raise click.UsageError(_("Choose --json or --svg, not both."))
        with open_archive(where(db), alleen_lezen=True) as archief:
            if not (json or svg or wants_plain(gewoon)):
                from tui.screens.draad import Draadscherm

                run_app(archief, None, Draadscherm(archief, current_taal(), _choose(archief, leerling)))
                return
            _print(archief, _choose(archief, leerling), json=json, svg=svg, uit=uit)


def _choose(archief: Archief, leerling: str | None) -> str:
    """Return the name of the student as the archive has it.

    :raises Mislukt: when there is none, or it is not clear which one is meant.
    """
    with sentences():
        namen = archief.leerlingen()
    if leerling is None:
        if "" in namen or not namen:
            return ""
        if len(namen) == 1:
            return next(iter(namen))
        raise Mislukt(_("Say with --leerling whose thread: {names}.").format(names=", ".join(namen)))
    for naam in namen:
        if naam.casefold() == leerling.strip().casefold():
            return naam
    raise Mislukt(_("There are no conversations with “{name}”.").format(name=leerling))


def _print(archief: Archief, leerling: str, *, json: bool, svg: bool, uit: Path | None) -> None:
    from gesprek.draad.lezen import fill_missing, read_conversations
    from gesprek.draad.uitvoer import as_lines, as_object

    with sentences():
        fill_missing(archief, leerling)
        gesprekken = read_conversations(archief, leerling)
        if svg:
            _draw(gesprekken, uit)
        elif json:
            print_json(as_object(archief, gesprekken, current_taal()))
        else:
            for regel in as_lines(archief, gesprekken, current_taal()):
                print_line(regel)


def _draw(gesprekken: Gesprekken, uit: Path | None) -> None:
    from gesprek.draad import by_lemma
    from gesprek.draad.lezen import timeline
    from gesprek.draad.svg import timeline_svg

    tekening = timeline_svg(timeline(gesprekken, by_lemma), current_taal())
    if not tekening:
        raise Mislukt(_("No conversation has a word yet, so there is nothing to draw."))
    if uit is None:
        click.echo(tekening)
        return
    try:
        uit.write_text(tekening + "\n", encoding="utf-8")
    except OSError as fout:
        raise Mislukt(_("“{path}” cannot be written; name another file.").format(path=uit)) from fout
    print_line(_("Written: {path}").format(path=uit), err=True)
