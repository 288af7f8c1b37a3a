"""The commands about what was agreed: ``afspraken`` and ``agenda``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    json_option,
    open_archive,
    options,
    print_json,
    print_line,
    sentences,
    where,
    where_options,
)
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.model import Afspraak


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(help=_("List what was agreed, or say what became of it: gesprek afspraken ID NR gedaan."))
    @click.argument("id", required=False)
    @click.argument("nr", required=False, type=click.IntRange(min=1))
    @click.argument("status", required=False, type=click.Choice(["gedaan", "vervallen", "open"]))
    @click.option("--open", "alleen_open", is_flag=True, help=_("Only what is still open."))
    @click.option("--leerling", metavar=_("NAME"), help=_("Of this student; of yourself when left out."))
    @options(json_option(), where_options())
    @click.pass_context
    def afspraken(
        context: click.Context,
        id: str | None,
        nr: int | None,
        status: str | None,
        alleen_open: bool,
        leerling: str | None,
        json: bool,
        db: Path | None,
    ) -> None:
        from gesprek.agenda import in_order
        from gesprek.sessie import local_now
        from gesprek.verteld import status_name

        if nr is not None and status is None:
            raise click.UsageError(_("Say what became of it: gedaan, vervallen or open."), context)
        with open_archive(where(db), alleen_lezen=True) as archief:
            gesprek = archief.read(id)[0].id if id else ""
            if gesprek and nr and status:
                archief.write_status(gesprek, nr - 1, status)
            gevonden = archief.afspraken(gesprek) if gesprek else archief.all_afspraken(leerling or "")
        op_volgorde = [a for a in in_order(gevonden, local_now().date()) if not alleen_open or a.status == "open"]
        if json:
            print_json([_agreement(a) for a in op_volgorde])
        elif not op_volgorde:
            print_line(_("Nothing is open.") if alleen_open else _("Nothing was agreed."), err=True)
        for a in [] if json else op_volgorde:
            dag = a.datum.isoformat() if a.datum else "-"
            print_line(f"{a.gesprek} {a.nr + 1}  {dag:10}  {status_name(a.status):16}  {a.tekst}")

    @groep.command(
        help=_("Write what was agreed and is open to a file for your calendar (.ics); only days and these words.")
    )
    @click.argument("id", required=False)
    @click.option("-o", "doel", metavar=_("PATH"), help=_("The file; - is standard output. By default afspraken.ics."))
    @click.option("--leerling", metavar=_("NAME"), help=_("Of this student; of yourself when left out."))
    @click.option("--vervang", is_flag=True, help=_("Write over a file that is there."))
    @options(where_options())
    def agenda(id: str | None, doel: str | None, leerling: str | None, vervang: bool, db: Path | None) -> None:
        from gesprek.agenda import BESTAND, as_calendar, dated, save_calendar
        from gesprek.sessie import local_now

        with open_archive(where(db), alleen_lezen=True) as archief:
            gevonden = archief.afspraken(archief.read(id)[0].id) if id else archief.all_afspraken(leerling or "")
        if not dated(gevonden):
            raise Mislukt(_("None of this has a day that is still open."))
        inhoud = as_calendar(gevonden, current_taal(), local_now())
        if doel == "-":
            sys.stdout.buffer.write(inhoud)
            return
        pad = Path(doel or BESTAND).expanduser()
        if pad.exists() and not vervang:
            raise Mislukt(_("“{path}” is there already; --vervang writes over it.").format(path=pad))
        with sentences():
            save_calendar(inhoud, pad)
        print_line(_("The days are in {file}. Open it with your calendar.").format(file=pad))


def _agreement(afspraak: Afspraak) -> dict[str, Any]:
    return {
        "gesprek": afspraak.gesprek,
        "nr": afspraak.nr + 1,
        "tekst": afspraak.tekst,
        "datum": afspraak.datum.isoformat() if afspraak.datum else None,
        "status": afspraak.status,
    }
