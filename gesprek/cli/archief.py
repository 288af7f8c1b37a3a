"""The commands that find conversations back: ``lijst``, ``zoek``, ``toon`` and ``hernoem``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gesprek.cli.gedeeld import (
    F,
    json_option,
    open_archive,
    options,
    print_json,
    print_line,
    where,
    where_options,
)
from gesprek.taal import _, current_taal

if TYPE_CHECKING:
    from gesprek.archief import Zeef
    from gesprek.model import Afspraak, Gesprek, Modus
    from gesprek.sessie import Sessie
    from gesprek.vinden import Vondst

_ALLE = 1_000_000
_CONTEXT = 100
"""Characters that are shown around a hit."""


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""
    _add_finding(groep)
    _add_reading(groep)


def _add_finding(groep: click.Group) -> None:
    @groep.command(help=_("List the conversations, newest first."))
    @options(_sieve_options(), json_option(), where_options())
    def lijst(json: bool, db: Path | None, **zeef: Any) -> None:
        from gesprek.vinden import Vinder

        with open_archive(where(db), alleen_lezen=True) as archief:
            vondsten = Vinder(archief).page(_sieve(**zeef), aantal=_ALLE)
            leeg = not vondsten and not archief.recent(aantal=1)
        if json:
            print_json([head(v.gesprek) | {"kernwoord": v.kernwoord or None} for v in vondsten])
            return
        if leeg:
            print_line(_("There are no conversations yet; begin one with “gesprek zelf”."))
        elif not vondsten:
            print_line(_("No conversation is like this."), err=True)
        for v in vondsten:
            print_line(_row(v))

    @groep.command(help=_("Search in what was said and in names; every word must occur, whatever case and accents."))
    @click.argument("tekst", nargs=-1, required=True, metavar=_("TEXT..."))
    @options(_sieve_options(), json_option(), where_options())
    def zoek(tekst: tuple[str, ...], json: bool, db: Path | None, **zeef: Any) -> None:
        from gesprek.vinden import Vinder
        from gesprek.zoeken import in_context

        gezocht = " ".join(tekst)
        with open_archive(where(db), alleen_lezen=True) as archief:
            vondsten = Vinder(archief).search(gezocht, _sieve(**zeef))
        if json:
            print_json([_hit(v, gezocht) for v in vondsten])
        elif not vondsten:
            print_line(_("Nothing found."), err=True)
        for v in [] if json else vondsten:
            print_line(f"{v.gesprek.id}  {v.gesprek.begonnen:%Y-%m-%d}  {v.gesprek.kop}")
            print_line("  " + (in_context(v.tekst, gezocht, _CONTEXT).as_text() if v.beurt >= 0 else _("in its name")))


def _add_reading(groep: click.Group) -> None:
    @groep.command(help=_("Read one conversation: what was said, or the story in the student’s own words."))
    @click.argument("id")
    @click.option("--verhaal", "vorm", flag_value="verhaal", help=_("As a story."))
    @click.option("--transcript", "vorm", flag_value="transcript", default="transcript", help=_("All that was said."))
    @options(json_option(), where_options())
    def toon(id: str, vorm: str, json: bool, db: Path | None) -> None:
        from gesprek.samen.sessie import resume

        with open_archive(where(db), alleen_lezen=True) as archief:
            sessie = resume(archief, id)
            afspraken = archief.afspraken(sessie.gesprek.id)
        if json:
            print_json(whole(sessie))
        elif vorm == "verhaal":
            print_story(sessie, afspraken)
        else:
            print_transcript(sessie)

    @groep.command(help=_("Give a conversation a name; an empty one gives back what it was called."))
    @click.argument("id")
    @click.argument("naam")
    @options(where_options())
    def hernoem(id: str, naam: str, db: Path | None) -> None:
        with open_archive(where(db), alleen_lezen=True) as archief:
            gesprek = archief.read(id)[0]
            naam = " ".join(naam.split())
            archief.rename(gesprek.id, naam)
        print_line(f"{gesprek.id}  {naam or gesprek.titel}")


def _day(context: click.Context, param: click.Parameter, waarde: str | None) -> date | None:
    """Read a day."""
    if waarde is None:
        return None
    from gesprek.sessie import local_now
    from gesprek.taal.datums import read_days

    match read_days(waarde, local_now().date(), current_taal()):
        case [(begin, eind)]:
            return eind if param.name == "tot" else begin
    raise click.BadParameter(_("That is no day that can be read; write it as 1 September 2026."), context, param)


def _sieve_options() -> list[Callable[[F], F]]:
    return [
        click.option("--modus", type=click.Choice(["zelf", "samen"]), help=_("Only alone, or only together.")),
        click.option("--sinds", callback=_day, metavar=_("DAY"), help=_("Begun on this day or later.")),
        click.option("--tot", callback=_day, metavar=_("DAY"), help=_("Begun on this day or earlier.")),
        click.option("--kernwoord", default="", metavar=_("WORD"), help=_("With this kernwoord.")),
        click.option("--leerling", metavar=_("NAME"), help=_("With this student.")),
        click.option("--onaf", is_flag=True, help=_("Only what is not finished.")),
    ]


def _sieve(
    modus: Modus | None, sinds: date | None, tot: date | None, kernwoord: str, leerling: str | None, onaf: bool
) -> Zeef:
    from gesprek.archief import Zeef

    return Zeef(
        klaar=False if onaf else None, modus=modus, leerling=leerling, vanaf=sinds, tot=tot, kernwoord=kernwoord
    )


def _row(vondst: Vondst) -> str:
    from gesprek.verteld import mode_name

    g = vondst.gesprek
    stand = _("finished") if g.klaar else _("not finished")
    woord = f"  [{vondst.kernwoord}]" if vondst.kernwoord else ""
    wie = f"  ({g.leerling or mode_name(g.modus)})" if g.modus == "samen" else ""
    return f"{g.id}  {g.begonnen:%Y-%m-%d %H:%M}  {stand:13}  {g.kop}{woord}{wie}"


def _hit(vondst: Vondst, gezocht: str) -> dict[str, Any]:
    """Return a hit as ``--json`` has it; ``nr`` is null where the name of the conversation was found."""
    from gesprek.zoeken import in_context

    gevonden = vondst.beurt >= 0
    return {
        "gesprek": vondst.gesprek.id,
        "nr": vondst.beurt if gevonden else None,
        "tekst": vondst.tekst if gevonden else vondst.gesprek.naam,
        "context": in_context(vondst.tekst if gevonden else vondst.gesprek.naam, gezocht, _CONTEXT).as_text(),
        "kop": vondst.gesprek.kop,
        "begonnen": vondst.gesprek.begonnen.isoformat(),
    }


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
        "naam": gesprek.naam,
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
    from gesprek.verteld import transcript

    gesprek = sessie.gesprek
    mentor = gesprek.mentor or _("Mentor")
    print_line(f"{gesprek.begonnen:%Y-%m-%d %H:%M}  {gesprek.kop}")
    for gezegd in transcript(sessie.verloop):
        match gezegd.soort:
            case "fase":
                print_line(f"\n{gezegd.tekst}\n")
            case "programma":
                print_line(gezegd.tekst)
            case "mentor":
                print_line(f"{mentor}: {gezegd.tekst}")
            case "gezien":
                print_line(_("{name} saw:").format(name=mentor) + f" {gezegd.tekst}")
            case _:
                print_line(f"> {gezegd.tekst}")
    for kop, regels in card_lines(sessie.verloop):
        print_line(f"\n{kop}")
        for tekst in regels:
            print_line(tekst)


def print_story(sessie: Sessie, afspraken: list[Afspraak]) -> None:
    """Print a conversation as a story in the student's own words."""
    from gesprek.verteld import tell

    gesprek = sessie.gesprek
    print_line(f"{gesprek.begonnen:%Y-%m-%d %H:%M}  {gesprek.kop}")
    for hoofdstuk in tell(sessie.verloop, afspraken):
        print_line(f"\n{hoofdstuk.naam}")
        for alinea in hoofdstuk.alineas:
            print_line("\n" + "\n".join([f"{alinea.kop}:"] * bool(alinea.kop) + list(alinea.regels)))
