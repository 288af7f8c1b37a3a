"""The commands that find conversations back: ``lijst``, ``toon`` and ``zoek``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
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
    from gesprek.model import Gesprek
    from gesprek.sessie import Sessie


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""

    @groep.command(help=_("List the conversations, newest first."))
    @options(json_option(), where_options())
    def lijst(json: bool, db: Path | None) -> None:
        with open_archive(where(db), alleen_lezen=True) as archief:
            woorden = {k.gesprek: k.woord for k in archief.kernwoorden(aantal=1_000_000)}
            gesprekken = archief.recent(aantal=1_000_000)
        if json:
            print_json([head(g) | {"kernwoord": woorden.get(g.id)} for g in gesprekken])
            return
        if not gesprekken:
            click.echo(_("There are no conversations yet; begin one with “gesprek zelf”."))
        for g in gesprekken:
            stand = _("finished") if g.klaar else _("not finished")
            woord = f"  [{woorden[g.id]}]" if g.id in woorden else ""
            print_line(f"{g.id}  {g.begonnen:%Y-%m-%d %H:%M}  {stand:13}  {g.titel}{woord}")

    @groep.command(help=_("Read one conversation."))
    @click.argument("id")
    @options(json_option(), where_options())
    def toon(id: str, json: bool, db: Path | None) -> None:
        from gesprek.sessie import Sessie

        with open_archive(where(db), alleen_lezen=True) as archief:
            sessie = Sessie.resume(archief, id)
        if json:
            print_json(whole(sessie))
        else:
            print_transcript(sessie)

    @groep.command(help=_("Search in what was answered, whatever the case and accents."))
    @click.argument("tekst")
    @options(json_option(), where_options())
    def zoek(tekst: str, json: bool, db: Path | None) -> None:
        with open_archive(where(db), alleen_lezen=True) as archief:
            treffers = archief.search(tekst)
        if json:
            print_json([{"gesprek": t.gesprek.id, "nr": t.beurt.nr, "tekst": t.beurt.tekst} for t in treffers])
        elif not treffers:
            click.echo(_("Nothing found."), err=True)
        for treffer in [] if json else treffers:
            print_line(f"{treffer.gesprek.id}  {treffer.gesprek.begonnen:%Y-%m-%d}  {treffer.beurt.tekst}")


def head(gesprek: Gesprek) -> dict[str, Any]:
    """Return the head of a conversation as ``--json`` has it."""
    return {
        "id": gesprek.id,
        "modus": gesprek.modus,
        "flow": gesprek.flow,
        "taal": gesprek.taal,
        **({"leerling": gesprek.leerling, "mentor": gesprek.mentor} if gesprek.modus == "samen" else {}),
        "begonnen": gesprek.begonnen.isoformat(),
        "klaar": gesprek.klaar.isoformat() if gesprek.klaar else None,
        "titel": gesprek.titel,
    }


def whole(sessie: Sessie) -> dict[str, Any]:
    """Return a conversation with its turns as ``toon --json`` has it."""
    opbrengst = sessie.verloop.opbrengst()
    return head(sessie.gesprek) | {
        "kernwoord": opbrengst.kernwoord,
        "afspraken": [{"tekst": t, "datum": d.isoformat() if d else None} for t, d in opbrengst.afspraken],
        "beurten": [
            {
                "nr": regel.nr,
                "tijd": beurt.tijd.isoformat(),
                "spreker": regel.spreker,
                "soort": regel.soort,
                "fase": beurt.fase,
                "stap": beurt.stap.partition(".")[2],
                "vraag": regel.vraag,
                "tekst": regel.tekst,
            }
            for regel, beurt in zip(sessie.verloop.regels, sessie.verloop.beurten, strict=True)
            if not regel.vervallen
        ],
    }


def print_transcript(sessie: Sessie) -> None:
    """Print what was said, and the card."""
    from gesprek.kaart import card_lines
    from gesprek.model import Soort, Spreker
    from gesprek.samen.teruglezen import chosen

    gesprek = sessie.gesprek
    print_line(f"{gesprek.begonnen:%Y-%m-%d %H:%M}  {gesprek.titel}")
    fase = ""
    gezegd = [r for r in sessie.verloop.regels if not r.vervallen and r.soort is not Soort.TERUG]
    weer = sessie.bron.flow.reacties.terug
    for regel, volgende in zip(gezegd, [*gezegd[1:], None], strict=True):
        # a question that was gone back to stands again below
        if regel.vraag == weer or (regel.soort.asks and volgende is not None and volgende.vraag == weer):
            continue
        if (nu := regel.stap.partition(".")[0]) != fase and nu in sessie.bron.flow.fasen:
            fase = nu
            print_line(f"\n{sessie.bron.flow.fasen[fase].naam.in_taal(gesprek.taal)}\n")
        if regel.spreker is Spreker.PROGRAMMA:
            print_line(regel.tekst)
        elif regel.spreker is Spreker.MENTOR and regel.tekst:
            zegt = _("{name} saw: {text}") if regel.soort is Soort.WAARNEMING else "{name}: {text}"
            print_line(zegt.format(name=gesprek.mentor or _("Mentor"), text=regel.tekst))
        elif regel.vraag == "samen.dossier" and regel.soort is Soort.ANTWOORD:
            print_line("> " + (", ".join(deel.kop for deel in chosen(sessie.verloop)) or _("(nothing)")))
        elif regel.soort in (Soort.ANTWOORD, Soort.APART):
            print_line(f"> {regel.tekst}")
        else:
            print_line("> " + {"sla_over": _("(skipped)"), "geschrapt": _("(struck)")}.get(regel.soort, "…"))
    for kop, regels in card_lines(sessie.verloop):
        print_line(f"\n{kop}")
        for tekst in regels:
            print_line(tekst)
