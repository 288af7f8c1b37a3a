"""The commands for who writes, listens or checks: ``controleer``, ``luister``, ``toets`` and ``proef``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gesprek.cli.gedeeld import (
    form_options,
    json_option,
    options,
    print_line,
    run_app,
    sentences,
    wants_plain,
    where_options,
)
from gesprek.cli.leerling import check_students
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.regels.verslag import Verslag
    from gesprek.regels.verslag.weergave import Formaat


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(help=_("Check flows, questions and word lists: file, line, what is wrong and how to mend it."))
    @click.argument("paden", nargs=-1, metavar=_("[PATH]..."))
    @options(where_options())
    def controleer(paden: tuple[str, ...], db: Path | None) -> None:
        import flows
        import vragen
        from gesprek.dossier.namen.lijsten import load_lists as load_names
        from gesprek.draad.soorten import load_kinds
        from gesprek.luisteren.laden import load
        from gesprek.model import TALEN
        from gesprek.oefenen.opgaven import load_drill
        from gesprek.regels.lijsten import load_lists
        from gesprek.regels.programma import check_bank
        from vragen.competenties import load_competenties

        with sentences():
            vragen.load_hulp()
            load_competenties()
            load_drill()
            load_names()
            leerlingen = check_students()
            for taal in TALEN:
                load(taal)
                load_lists(taal)
                load_kinds(taal)
            bank = vragen.load_bank()
            check_bank(bank)
            for naam in paden or flows.flow_names():
                flows.load_flow(naam, bank)
        print_line(
            _("{questions} questions, {flows} flows and {students} students are in order.").format(
                questions=len(bank.vragen), flows=len(paden or flows.flow_names()), students=leerlingen
            )
        )

    @groep.command(help=_("Say what is heard in each line of input: feelings, kind of answer, how concrete."))
    @options(json_option(), where_options())
    def luister(json: bool, db: Path | None) -> None:
        from gesprek.luisteren.uitvoer import listen_to

        with sentences():
            listen_to(sys.stdin.buffer, sys.stdout, current_taal(), as_json=json)

    @groep.command(
        help=_(
            "Hold a mentor’s utterances against the ten rules: each line of standard input, "
            "or a whole written-out conversation in FILE (.txt, .md, .docx, .json)."
        )
    )
    @click.argument("bestand", required=False, type=click.Path(path_type=Path), metavar=_("[FILE]"))
    @click.option("--mentor", metavar=_("NAME"), help=_("Who the mentor is, when that cannot be told from the names."))
    @click.option(
        "--formaat",
        type=click.Choice(["tekst", "md", "html", "json"]),
        help=_("How the report is written: plain lines (tekst), md, html or json."),
    )
    @click.option(
        "-o",
        "doel",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("PATH"),
        help=_("Write the report to this file; its ending says how: .txt, .md, .html or .json."),
    )
    @options(form_options(), where_options())
    def toets(
        bestand: Path | None,
        mentor: str | None,
        formaat: Formaat | None,
        doel: Path | None,
        json: bool,
        gewoon: bool,
        db: Path | None,
    ) -> None:
        if bestand is None:
            from gesprek.regels.uitvoer import check_lines

            with sentences():
                check_lines(sys.stdin.buffer, sys.stdout, current_taal(), as_json=json)
            return
        from gesprek.regels.verslag.nalezen import read_report, render, save

        with sentences():
            verslag = read_report(bestand, current_taal(), mentor)
            if doel is not None:
                save(verslag, doel, formaat or ("json" if json else None), bron=bestand)
                print_line(_("The report is in {file}.").format(file=doel), err=True)
            elif json or formaat or wants_plain(gewoon):
                click.echo(render(verslag, "json" if json else formaat or "tekst"), nl=False)
            else:
                _show_report(verslag, bestand)

    @groep.command(help=_("Play conversations as data and say what is not as expected."))
    @click.argument("paden", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
    @options(where_options())
    def proef(paden: tuple[Path, ...], db: Path | None) -> int:
        from gesprek.proef import run

        bestanden = [b for pad in paden for b in (sorted(pad.glob("*.yaml")) if pad.is_dir() else [pad])]
        mis = 0
        with sentences():
            for bestand in bestanden:
                fouten = run(bestand)
                mis += bool(fouten)
                uitkomst = " ".join(fouten) or _("in order")
                print_line(f"{bestand}: {uitkomst}")
        return 1 if mis else 0


def _show_report(verslag: Verslag, bestand: Path) -> None:
    """Show a report on the whole screen. Nothing of it is kept, so no archive is opened."""
    from gesprek.archief import open_archief
    from tui.screens.verslag import Verslagscherm

    archief = open_archief(None)
    try:
        run_app(archief, None, Verslagscherm(verslag, bestand))
    finally:
        archief.close()
