"""The options of ``gesprek oefen`` that are about a simulated student: parse, call, print."""

from __future__ import annotations

import json as jsonlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.oefenen.leerlingen import Leerling

F = TypeVar("F", bound=Callable[..., Any])


class OefenMislukt(Exception):
    """It could not be done; the message says why and what to do."""


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
    ):
        functie = optie(functie)
    return functie


def wants_student(leerling: str | None, leerlingen: bool, script: str | None) -> bool:
    """Whether a simulated student is meant, and not the drill."""
    return leerling is not None or leerlingen or script is not None


def practise(
    *,
    leerling: str | None,
    leerlingen: bool,
    script: str | None,
    zaad: int,
    feedback: str,
    json: bool,
) -> None:
    """Do what is asked with a simulated student.

    :raises click.UsageError: when options do not go together.
    :raises OefenMislukt: when a student or a script cannot be used.
    """
    from gesprek.inlezen import Inleesfout
    from gesprek.oefenen.leerlingen import OnbekendeLeerling
    from gesprek.oefenen.script import Scriptfout

    try:
        if leerlingen:
            _list(json=json)
        elif leerling is None:
            raise click.UsageError(_("Say with --leerling which student; --leerlingen lists them."))
        elif script is not None:
            _script(_student(leerling), script, zaad, json=json)
        else:
            _talk(_student(leerling), zaad, feedback, json=json)
    except (OnbekendeLeerling, Scriptfout, Inleesfout) as fout:
        raise OefenMislukt(str(fout)) from fout


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


def _talk(leerling: Leerling, zaad: int, feedback: str, *, json: bool) -> None:
    from gesprek.oefenen.gewoon_gesprek import lead_plain
    from gesprek.oefenen.oefengesprek import Oefengesprek

    if json:
        raise click.UsageError(_("With --json, give the mentor’s utterances with --script."))
    lead_plain(Oefengesprek(leerling, current_taal(), zaad), "altijd" if feedback == "altijd" else "vraag")


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
