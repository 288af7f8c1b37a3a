"""What is kept, until when, and how it goes away: ``wis``, ``inzage`` and ``bewaartermijn``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
    Mislukt,
    agree,
    json_option,
    open_archive,
    options,
    print_json,
    print_line,
    where,
    where_options,
)
from gesprek.taal import _

if TYPE_CHECKING:
    from gesprek.archief import Archief
    from gesprek.archief.bewijs import Wisbewijs


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(
        help=_(
            "Delete conversations, so that not a byte of them is left in the file, and prove it by searching the file."
        )
    )
    @click.argument("ids", nargs=-1, metavar="[ID]...")
    @click.option("--alles", is_flag=True, help=_("Everything that is kept."))
    @click.option("--verlopen", is_flag=True, help=_("What is older than the time to keep."))
    @click.option("--ja", is_flag=True, help=_("Do not ask first."))
    @options(json_option(), where_options())
    @click.pass_context
    def wis(
        context: click.Context,
        ids: tuple[str, ...],
        alles: bool,
        verlopen: bool,
        ja: bool,
        json: bool,
        db: Path | None,
    ) -> int:
        if sum((bool(ids), alles, verlopen)) != 1:
            raise click.UsageError(_("Say which conversations, or --alles, or --verlopen."), context)
        with open_archive(where(db), alleen_lezen=True) as archief:
            regels, weg = _what_goes(archief, ids, alles=alles, verlopen=verlopen)
            for regel in regels:
                print_line(regel) if not json else click.echo(regel, err=True)
            if not alles and not weg:
                raise Mislukt(_("Nothing was deleted."))
            if not ja and not agree(_("All words of this will be gone for good. Type ja to go on:") + " "):
                raise Mislukt(_("Nothing was deleted."))
            bewijs = archief.erase_all() if alles else archief.erase(*weg)
        _tell(bewijs, json=json)
        return 0 if bewijs.proven else 1

    @groep.command(help=_("Show what is kept about you, where, until when, and who can see it."))
    @options(json_option(), where_options())
    def inzage(json: bool, db: Path | None) -> None:
        from gesprek.archief.inzage import inzage_data, inzage_text, read_inzage

        with open_archive(where(db), alleen_lezen=True) as archief:
            gevonden = read_inzage(archief, datetime.now(UTC))
        if json:
            print_json(inzage_data(gevonden))
        else:
            print_line(inzage_text(gevonden))

    @groep.command(
        help=_("How long is kept: a number of months, or uit for no end. Nothing is deleted by itself; it is offered.")
    )
    @click.argument("maanden", required=False, metavar=_("[MONTHS|uit]"))
    @options(where_options())
    @click.pass_context
    def bewaartermijn(context: click.Context, maanden: str | None, db: Path | None) -> None:
        from gesprek.archief.bewaartermijn import read_term, retention_line, term_words, write_term

        nieuw = None if maanden is None else _months(maanden, context)
        with open_archive(where(db), alleen_lezen=nieuw is None) as archief:
            if nieuw is not None:
                write_term(archief, nieuw)
            print_line(_("Time to keep: {term}.").format(term=term_words(read_term(archief))))
            if regel := retention_line(archief, datetime.now(UTC)):
                print_line(regel)


def _months(tekst: str, context: click.Context) -> int:
    from gesprek.archief.bewaartermijn import LANGST

    if tekst.casefold() in ("uit", "off", "0"):
        return 0
    if not tekst.isdecimal() or int(tekst) > LANGST:
        raise click.UsageError(_("Give a number of months up to {most}, or uit.").format(most=LANGST), context)
    return int(tekst)


def _what_goes(
    archief: Archief, ids: Sequence[str], *, alles: bool, verlopen: bool
) -> tuple[list[str], tuple[str, ...]]:
    """Return what will be gone as lines for a person, and the ids."""
    from gesprek.archief.bewaartermijn import expired
    from gesprek.archief.inzage import count_lines

    if alles:
        return count_lines(archief.telling()), ()
    oefeningen = {o.id: o for o in archief.oefeningen()}
    regels, weg = [], []
    for id in [g.id for g in expired(archief, datetime.now(UTC))] if verlopen else ids:
        if oefening := oefeningen.get(id.upper()):
            regels.append(f"{oefening.id}  {oefening.begonnen:%Y-%m-%d}  {oefening.leerling}")
            weg.append(oefening.id)
        else:
            gesprek, _beurten = archief.read(id)
            regels.append(f"{gesprek.id}  {gesprek.begonnen:%Y-%m-%d}  {gesprek.kop}")
            weg.append(gesprek.id)
    return regels, tuple(weg)


def _tell(bewijs: Wisbewijs, *, json: bool) -> None:
    from gesprek.archief.bewijs import proof_lines

    if json:
        print_json(_proof_data(bewijs))
        return
    for regel in proof_lines(bewijs):
        print_line(regel)


def _proof_data(bewijs: Wisbewijs) -> dict[str, Any]:
    return {
        "gewist": list(bewijs.gewist),
        "bewezen": bewijs.proven,
        "teksten": bewijs.teksten,
        "te_kort": bewijs.te_kort,
        "bestanden": [str(pad) for pad in bewijs.bestanden],
        "bytes": bewijs.omvang,
        "gevonden": [str(pad) for pad in bewijs.gevonden],
        "bezet": bewijs.bezet,
        "op_slot": bewijs.op_slot,
        "gedeeld": bewijs.gedeeld,
        "ook_elders": list(bewijs.ook_elders),
        "kopieen": [str(kopie.pad) for kopie in bewijs.kopieen],
    }
