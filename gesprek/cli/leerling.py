"""The options of ``gesprek oefen`` that are about a simulated student: parse, call, print."""

from __future__ import annotations

import json as jsonlib
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from textual.screen import Screen

    from gesprek.archief import Archief
    from gesprek.oefenen.leerlingen import Leerling

F = TypeVar("F", bound=Callable[..., Any])


class OefenMislukt(Exception):
    """It could not be done; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Huis:
    """What a command has around it.

    :param archief: opens the archive; with True only to read.
    :param gewoon: whether plain lines are wanted.
    :param show: shows a screen.
    """

    archief: Callable[[bool], AbstractContextManager[Archief]]
    gewoon: bool
    show: Callable[[Archief, Screen[None]], None]


def student_options(functie: F) -> F:
    """Add the options about a simulated student to a command."""
    for optie in (
        click.option("--leerling", metavar=_("NAME"), help=_("Practise on a simulated student.")),
        click.option("--leerlingen", is_flag=True, help=_("List the simulated students.")),
        click.option(
            "--script", metavar=_("FILE"), help=_("Play mentor utterances, one a line or a JSON list; “-” reads them.")
        ),
        click.option("--zaad", type=int, default=0, metavar=_("NUMBER"), help=_("Other wordings of the same story.")),
        click.option(
            "--feedback",
            type=click.Choice(["altijd", "vraag"]),
            default="vraag",
            help=_("After every utterance (altijd), or when you ask for it (vraag)."),
        ),
        click.option(
            "--overzicht",
            is_flag=True,
            help=_("How practising went, per rule; with files (each made with --json) that of a group."),
        ),
        click.option("--md", is_flag=True, help=_("Write the overview as Markdown.")),
        click.argument("bestanden", nargs=-1, type=click.Path(path_type=Path), metavar=_("[FILE]...")),
    ):
        functie = optie(functie)
    return functie


def wants_student(opties: dict[str, Any]) -> bool:
    """Whether a simulated student is meant, or what came of practising, and not the drill."""
    wil = ("leerling", "script")
    return any(opties[naam] is not None for naam in wil) or any(
        opties[naam] for naam in ("leerlingen", "overzicht", "md", "bestanden")
    )


def practise(
    huis: Huis,
    *,
    leerling: str | None,
    leerlingen: bool,
    script: str | None,
    zaad: int,
    feedback: str,
    overzicht: bool,
    md: bool,
    bestanden: Sequence[Path],
    json: bool,
) -> None:
    """Do what is asked with a simulated student.

    :raises click.UsageError: when options do not go together.
    :raises OefenMislukt: when a student, a script or a file cannot be used.
    """
    from gesprek.inlezen import Inleesfout
    from gesprek.oefenen.leerlingen import OnbekendeLeerling
    from gesprek.oefenen.overzicht import Overzichtfout
    from gesprek.oefenen.script import Scriptfout

    try:
        if overzicht:
            _overview(huis, bestanden, json=json, md=md)
        elif bestanden or md:
            raise click.UsageError(_("Files and --md go with --overzicht."))
        elif leerlingen:
            _list(json=json)
        elif leerling is None:
            raise click.UsageError(_("Say with --leerling which student; --leerlingen lists them."))
        elif script is not None:
            _script(_student(leerling), script, zaad, json=json)
        else:
            _talk(huis, _student(leerling), zaad, feedback, json=json)
    except (OnbekendeLeerling, Scriptfout, Overzichtfout, Inleesfout) as fout:
        raise OefenMislukt(str(fout)) from fout


def _overview(huis: Huis, bestanden: Sequence[Path], *, json: bool, md: bool) -> None:
    from gesprek.oefenen.overzicht import as_lines, as_md, group_object, own_object, read_group, read_own

    if json and md:
        raise click.UsageError(_("Choose --json or --md, not both."))
    if bestanden:
        groep = read_group(bestanden)
    else:
        with huis.archief(True) as archief:
            groep = [read_own(archief.oefeningen())]
    if json:
        ding = group_object(groep) if bestanden else own_object(groep[0])
        click.echo(jsonlib.dumps(ding, ensure_ascii=False, indent=2))
    elif md:
        click.echo(as_md(groep, current_taal()), nl=False)
    else:
        for regel in as_lines(groep, current_taal()):
            click.echo(regel)


def _student(naam: str) -> Leerling:
    from gesprek.oefenen.leerlingen import OnbekendeLeerling, load_student

    leerling = load_student(naam)
    if current_taal() not in leerling.talen:
        raise OnbekendeLeerling(_("“{name}” speaks Dutch only; choose --taal nl.").format(name=naam))
    return leerling


def _list(*, json: bool) -> None:
    from gesprek.oefenen.script import list_students
    from gesprek.weergave import visible

    gevonden = list_students(current_taal())
    if json:
        click.echo(jsonlib.dumps(gevonden, ensure_ascii=False, indent=2))
        return
    for leerling in gevonden:
        click.echo(visible(f"{leerling['naam']}: {leerling['beschrijving']} ({', '.join(leerling['talen'])})"))


def _script(leerling: Leerling, script: str, zaad: int, *, json: bool) -> None:
    from gesprek.oefenen.script import read_script, run_script

    if not json:
        raise click.UsageError(_("A script is played with --json."))
    run_script(leerling, current_taal(), read_script(script), zaad, sys.stdout)


def _talk(huis: Huis, leerling: Leerling, zaad: int, feedback: str, *, json: bool) -> None:
    from gesprek.oefenen.oefensessie import Oefensessie

    if json:
        raise click.UsageError(_("With --json, give the mentor’s utterances with --script."))
    with huis.archief(False) as archief:
        sessie = Oefensessie(archief, leerling, current_taal(), zaad)
        if huis.gewoon:
            from gesprek.oefenen.gewoon_gesprek import lead_plain

            lead_plain(sessie.gesprek, "altijd" if feedback == "altijd" else "vraag")
            if melding := sessie.keep():
                click.echo(melding, err=True)
        else:
            from tui.screens.oefenen import OefenScherm

            huis.show(archief, OefenScherm(sessie, altijd=feedback == "altijd"))


def check_students() -> int:
    """Check the files of the students; return how many there are.

    :raises Inleesfout: with every finding.
    """
    from gesprek.oefenen.leerlingen import load_common, load_student, student_names
    from gesprek.oefenen.wegen import load_weights

    load_weights()
    load_common()
    namen = student_names()
    for naam in namen:
        load_student(naam)
    return len(namen)
