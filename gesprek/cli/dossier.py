"""The commands that take conversations along: ``exporteer``, ``dossier`` and ``importeer``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
    F,
    Mislukt,
    open_archive,
    options,
    print_json,
    print_line,
    run_app,
    wants_plain,
    where,
    where_options,
)
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from collections.abc import Callable

    from gesprek.archief import Archief
    from gesprek.dossier.dossier import Invoer
    from gesprek.dossier.exporteren import Soort, Uitvoer
    from gesprek.dossier.schrijvers import Formaat

_FORMATEN = ("md", "html", "pdf", "json", "csv")
_DELEN = (
    *("klein_verhaal", "emotie", "kwaliteit", "waarneming", "herkend", "motief", "rode_draad", "leefregel"),
    *("kernwoord", "inzicht", "stap", "plan", "afspraak", "netwerk", "transcript", "namen"),
)
_BALK_VANAF = 6
"""Conversations from which a bar shows how far it is."""


def _words(keuzes: Sequence[str]) -> Callable[[click.Context, click.Parameter, str | None], tuple[str, ...]]:
    """Return what reads words from a closed list, with commas between them."""

    def read(context: click.Context, param: click.Parameter, waarde: str | None) -> tuple[str, ...]:
        woorden = tuple(dict.fromkeys(filter(None, (woord.strip() for woord in (waarde or "").casefold().split(",")))))
        for woord in woorden:
            if woord not in keuzes:
                raise click.BadParameter(
                    _("“{word}” is not known here; it can be: {words}.").format(word=woord, words=", ".join(keuzes)),
                    context,
                    param,
                )
        return woorden

    return read


def _export_options() -> list[Callable[[F], F]]:
    return [
        click.option("--formaat", callback=_words(_FORMATEN), metavar="md,html,…", help=_("md, html, pdf, json, csv.")),
        click.option("-o", "doel", type=click.Path(), metavar=_("PATH"), help=_("The file, or a folder for it.")),
        click.option(
            "--met",
            callback=_words(_DELEN),
            metavar=_("PARTS"),
            help=_("Parts that go in whatever was ticked: transcript, emotie, namen, waarneming, …"),
        ),
        click.option("--zonder", callback=_words(_DELEN), metavar=_("PARTS"), help=_("Parts that stay out.")),
        click.option(
            "--gewone-delen",
            is_flag=True,
            help=_("Where you ticked nothing, all goes in but feelings, names, transcript and what a mentor saw."),
        ),
        click.option("--alles-mee", is_flag=True, help=_("Every part goes in, feelings, names and transcript too.")),
        click.option("--vervang", is_flag=True, help=_("Write over a file that is there.")),
    ]


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(
        help=_(
            "Take conversations along as a file; the newest finished one when you name none. "
            "The parts that you ticked go in; json is a whole copy, which “gesprek importeer” reads back."
        )
    )
    @click.argument("ids", nargs=-1, metavar="[ID...]")
    @click.option("--schema", is_flag=True, help=_("Print the JSON Schema of the json format."))
    @options(_export_options(), where_options())
    def exporteer(ids: tuple[str, ...], schema: bool, db: Path | None, **keuzes: Any) -> None:
        if schema:
            from gesprek.dossier.schema import json_schema

            print_json(json_schema())
            return
        with open_archive(where(db), alleen_lezen=True) as archief:
            gekozen = list(dict.fromkeys(archief.read(id)[0].id for id in ids)) or _newest(archief)
            _export(archief, "gesprek", gekozen, "", **keuzes)

    @groep.command(
        help=_(
            "Your whole loopbaandossier: the four parts, with what you ticked. "
            "Without a format it opens the screen to tick and save."
        )
    )
    @click.option("--plus", is_flag=True, help=_("The plusdocument: categories, evidence, room to validate."))
    @click.option("--leerling", default="", metavar=_("NAME"), help=_("Whose: the name given in conversations of two."))
    @options(_export_options(), where_options())
    def dossier(plus: bool, leerling: str, db: Path | None, **keuzes: Any) -> None:
        with open_archive(where(db), alleen_lezen=True) as archief:
            if not keuzes["formaat"] and keuzes["doel"] is None and not wants_plain(gewoon=False):
                from tui.screens.dossier import Dossierscherm

                run_app(archief, None, Dossierscherm(archief, current_taal(), leerling))
                return
            from gesprek.dossier.verzamelen import finished

            ids = [gesprek.id for gesprek in finished(archief, leerling)]
            if not ids:
                raise Mislukt(_nothing_finished(archief, leerling))
            _export(archief, "plus" if plus else "dossier", ids, leerling, **keuzes)

    @groep.command(help=_("Take in conversations that were exported as json; what is here already stays as it is."))
    @click.argument("bestanden", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("FILE..."))
    @click.option("--als-kopie", is_flag=True, help=_("Take it in beside another conversation that has the same id."))
    @options(where_options())
    def importeer(bestanden: tuple[Path, ...], als_kopie: bool, db: Path | None) -> None:
        from gesprek.dossier.importeren import Importfout, import_file

        with open_archive(where(db)) as archief:
            for bestand in bestanden:
                try:
                    uitslag = import_file(archief, bestand, als_kopie=als_kopie)
                except Importfout as fout:
                    raise Mislukt(str(fout)) from fout
                print_line(
                    _("{file}: {new} taken in, {old} were here already.").format(
                        file=bestand.name, new=len(uitslag.nieuw), old=uitslag.al
                    )
                )


def _newest(archief: Archief) -> list[str]:
    nieuwste = archief.recent(aantal=1, klaar=True)
    if not nieuwste:
        raise Mislukt(_nothing_finished(archief, ""))
    return [nieuwste[0].id]


def _nothing_finished(archief: Archief, leerling: str) -> str:
    namen = [naam for naam in archief.leerlingen() if naam]
    if namen and not leerling:
        return _("You have no finished conversation of your own; name a student with --leerling: {names}.").format(
            names=", ".join(namen)
        )
    return _("There is no finished conversation yet; “gesprek hervat” goes on with one.")


def _export(
    archief: Archief,
    soort: Soort,
    ids: Sequence[str],
    leerling: str,
    *,
    formaat: tuple[Formaat, ...],
    doel: str | None,
    met: tuple[str, ...],
    zonder: tuple[str, ...],
    gewone_delen: bool,
    alles_mee: bool,
    vervang: bool,
) -> None:
    from gesprek.dossier.exporteren import prepare
    from gesprek.dossier.opslaan import Schrijffout, places, save
    from gesprek.dossier.verzamelen import Verzamelaar
    from gesprek.sessie import local_now

    formaten = _formats(formaat, Path(doel) if doel else None)
    lezer = Verzamelaar(archief, gewoon=gewone_delen, met=_DELEN if alles_mee else met, zonder=zonder)
    invoer = _read(lezer, ids)
    for id in lezer.onleesbaar:
        print_line(_("The conversation {id} cannot be read any more.").format(id=id), err=True)
    namen = {i.verloop.gesprek.leerling for i in invoer}
    uitvoer = prepare(soort, invoer, leerling or (namen.pop() if len(namen) == 1 else ""), local_now().date())
    _say_what_is_in(uitvoer, formaten, alles=alles_mee, genoemd=bool(met))
    if doel is None and len(formaten) == 1 and _to_stdout(formaten[0]):
        sys.stdout.buffer.write(uitvoer.write(formaten[0], archief))
        return
    waar = places(_target(doel), formaten, uitvoer.naam)
    try:
        save({pad: uitvoer.write(vorm, archief) for vorm, pad in waar.items()}, vervang=vervang)
    except Schrijffout as fout:
        raise Mislukt(str(fout)) from fout
    for pad in waar.values():
        print_line(_("Written: {file}").format(file=pad), err=True)


def _target(doel: str | None) -> Path | None:
    """Return where to write. A name that ends as a folder is one, made when it is not there."""
    if doel is None:
        return None
    pad = Path(doel)
    if doel.endswith(("/", os.sep)):
        try:
            pad.mkdir(parents=True, exist_ok=True)
        except OSError as fout:
            raise Mislukt(
                _("“{path}” cannot be written ({reason}); choose another place.").format(path=pad, reason=fout.strerror)
            ) from fout
    return pad


def _formats(formaat: tuple[Formaat, ...], doel: Path | None) -> tuple[Formaat, ...]:
    from gesprek.dossier.opslaan import format_of

    if formaat:
        return formaat
    if doel is not None and (van_naam := format_of(doel)):
        return (van_naam,)
    if doel is not None and doel.suffix and not doel.is_dir():
        raise Mislukt(
            _("It is not clear how to write “{file}”; let its name end in .md, .html, .pdf, .json or .csv.").format(
                file=doel
            )
        )
    return ("md",)


def _to_stdout(formaat: Formaat) -> bool:
    """Whether a format goes to standard output: text always, a PDF only to a program."""
    if formaat == "pdf" and sys.stdout.isatty():
        raise Mislukt(_("A PDF is no text for a terminal; say where it goes with -o."))
    return True


def _read(lezer: Any, ids: Sequence[str]) -> list[Invoer]:
    """Read conversations; of many, a bar says how far it is."""
    if len(ids) < _BALK_VANAF or not sys.stderr.isatty():
        return list(lezer.inputs(ids))
    with click.progressbar(length=len(ids), label=_("Reading conversations"), file=sys.stderr) as balk:
        return list(lezer.inputs(ids, lambda: balk.update(1)))


def _say_what_is_in(uitvoer: Uitvoer, formaten: tuple[Formaat, ...], *, alles: bool, genoemd: bool) -> None:
    """Say on standard error what went in without being ticked, what stayed out, and what a json copy holds.

    :param alles: whether every part was asked for; ``genoemd``: whether parts were named.
    """
    from gesprek.dossier.verzamelen import unticked

    if uitvoer.soort == "gesprek" and "json" in formaten:
        print_line(_("The json is your whole conversation, names and feelings too; keep it to yourself."), err=True)
    if set(formaten) == {"json"} and uitvoer.soort == "gesprek":
        return
    if not uitvoer.dossier.activiteiten:
        raise Mislukt(
            _(
                "Nothing is ticked to take along. Tick it with “gesprek dossier”, name it with --met, "
                "or take the usual parts with --gewone-delen."
            )
        )
    zonder, gewoon = unticked(uitvoer.invoer)
    if alles:
        zin = _("All of it went in: feelings, names of others and the transcript too. Mind who you give it to.")
    elif gewoon:
        zin = _(
            "Nothing is ticked in {count} of {total}: of those all went in but feelings, names, the transcript and "
            "what a mentor saw."
        ).format(count=gewoon, total=len(uitvoer.invoer))
    elif zonder and genoemd:
        zin = _("Nothing is ticked in {count} of {total}: of those only what you named went in.").format(
            count=zonder, total=len(uitvoer.invoer)
        )
    elif zonder:
        zin = _("Nothing is ticked in {count} of {total}: those stayed out. Tick them with “gesprek dossier”.").format(
            count=zonder, total=len(uitvoer.invoer)
        )
    else:
        return
    print_line(zin, err=True)
