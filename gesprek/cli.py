"""The commands: parse, call, print. No logic of its own, and nothing imported that a command does not use."""

from __future__ import annotations

import gettext
import json as jsonlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gesprek import __version__
from gesprek.cli_oefen import Huis, OefenMislukt, check_students, practise, student_options, wants_student
from gesprek.taal import MAP as TAALMAP
from gesprek.taal import _, choose_taal, current_taal, unforeseen, use_taal

if TYPE_CHECKING:
    from textual.screen import Screen

    from gesprek.archief import Archief
    from gesprek.model import Gesprek
    from gesprek.oefenen.sessie import Drillsessie
    from gesprek.regels.verslag import Verslag
    from gesprek.regels.verslag.weergave import Formaat
    from gesprek.sessie import Sessie

F = TypeVar("F", bound=Callable[..., Any])


class Mislukt(Exception):
    """The command could not do its work; the message says why and what to do."""


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run a command.

    :returns: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted.
    """
    argumenten = list(sys.argv[1:] if argumenten is None else argumenten)
    taal = choose_taal(_asked_taal(argumenten))
    use_taal(taal)
    _translate_click(taal)
    _use_utf8()
    try:
        uitkomst = build().main(args=argumenten, prog_name="gesprek", standalone_mode=False)
    except click.UsageError as fout:
        fout.show()
        return 2
    except click.ClickException as fout:
        _complain(fout.format_message())
        return 1
    except Mislukt as fout:
        _complain(str(fout))
        return 1
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as fout:
        if os.environ.get("GESPREK_DEBUG"):
            raise
        _complain(unforeseen(fout))
        return 1
    return uitkomst if isinstance(uitkomst, int) else 0


def _complain(tekst: str) -> None:
    from gesprek.weergave import visible

    print(_("Error: {message}").format(message=visible(tekst)), file=sys.stderr)


def _asked_taal(argumenten: Sequence[str]) -> str | None:
    """Find ``--taal`` before anything is parsed, so that help and errors are in that language too."""
    for nr, argument in enumerate(argumenten):
        if argument == "--":
            return None
        if argument.startswith("--taal="):
            return argument.removeprefix("--taal=")
        if argument == "--taal" and nr + 1 < len(argumenten):
            return argumenten[nr + 1]
    return None


def _translate_click(taal: str) -> None:
    """Let click's own words come from our catalog; see :mod:`gesprek.taal.clickwoorden`."""
    os.environ["LANGUAGE"] = taal
    gettext.bindtextdomain("gesprek", str(TAALMAP))
    gettext.textdomain("gesprek")


def _use_utf8() -> None:
    for stroom in (sys.stdout, sys.stderr):
        reconfigure = getattr(stroom, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn the errors that a user can mend into one sentence."""
    from gesprek.archief import Archieffout
    from gesprek.inlezen import Inleesfout

    try:
        yield
    except (Archieffout, Inleesfout) as fout:
        raise Mislukt(str(fout)) from fout


def _file(db: Path | None) -> Path:
    """Return the file of the archive."""
    from gesprek.archief import default_path

    return db or Path(os.environ.get("GESPREK_DB") or default_path())


@contextmanager
def _archief(db: Path | None, *, niet_bewaren: bool = False, alleen_lezen: bool = False) -> Iterator[Archief]:
    """Open the archive.

    :param alleen_lezen: a command that only looks makes no archive where there is none.
    """
    from gesprek.archief import open_archief

    with _sentences():
        pad = None if niet_bewaren else _file(db)
        if alleen_lezen and pad is not None and not pad.exists():
            pad = None
        archief = open_archief(pad)
        try:
            yield archief
        finally:
            archief.close()


def _wants_plain(gewoon: bool) -> bool:
    return (
        gewoon
        or bool(os.environ.get("ACCESSIBLE"))
        or not sys.stdin.isatty()
        or not sys.stdout.isatty()
        or (os.environ.get("TERM", "") in ("", "dumb") and sys.platform != "win32")
    )


@contextmanager
def _drill(db: Path | None, *, niet_bewaren: bool) -> Iterator[Drillsessie]:
    """Begin a drill. Where nothing can be kept now it is in memory, and says so."""
    from gesprek.archief import AlleenLezen, Bezet, SchijfVol, open_archief
    from gesprek.oefenen.sessie import Drillsessie

    melding = ""
    with _sentences():
        try:
            archief = open_archief(None if niet_bewaren else _file(db))
        except (AlleenLezen, Bezet, SchijfVol) as fout:
            archief, melding = open_archief(None), str(fout)
        try:
            yield Drillsessie(archief, current_taal(), melding=melding)
        finally:
            archief.close()


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
    elif _wants_plain(gewoon):
        if isinstance(sessie, Samensessie):
            from gesprek.samen.gewoon import lead_plain as lead_samen

            lead_samen(sessie)
        else:
            from gesprek.gewoon import lead_plain

            lead_plain(sessie)
    else:
        _run_app(archief, sessie)


def _lead_drill(drill: Drillsessie, *, json: bool, gewoon: bool) -> None:
    if json:
        from gesprek.oefenen.protocol import lead

        try:
            lead(drill, sys.stdin.buffer, sys.stdout)
        except BrokenPipeError:
            # the script stopped reading; what was learned is kept
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    elif _wants_plain(gewoon):
        from gesprek.oefenen.gewoon import lead_plain

        lead_plain(drill)
    else:
        _run_app(drill.archief, drill)


def _run_app(archief: Archief, sessie: Sessie | Drillsessie | None, scherm: Screen[None] | None = None) -> None:
    from tui.app import GesprekApp

    app = GesprekApp(archief, current_taal(), sessie, scherm)
    app.run()
    if app.afscheid:
        print(app.afscheid)
    if app.return_code:
        raise SystemExit(app.return_code)


def _show_report(verslag: Verslag, bestand: Path) -> None:
    """Show a report on the whole screen. Nothing of it is kept, so no archive is opened."""
    from gesprek.archief import open_archief
    from tui.app import GesprekApp
    from tui.screens.verslag import Verslagscherm

    archief = open_archief(None)
    try:
        app = GesprekApp(archief, current_taal(), scherm=Verslagscherm(verslag, bestand))
        app.run()
        if app.afscheid:
            print(app.afscheid)
        if app.return_code:
            raise SystemExit(app.return_code)
    finally:
        archief.close()


def build() -> click.Group:
    """Build the commands, with their help in the language of now."""
    gedeeld = [
        click.option(
            "--taal",
            type=click.Choice(["nl", "en"]),
            expose_value=False,
            help=_("Language: nl or en. By default GESPREK_TAAL or that of your computer."),
        ),
        click.option(
            "--db",
            type=click.Path(path_type=Path, dir_okay=False),
            help=_("The file that conversations are kept in. By default GESPREK_DB or your data folder."),
        ),
    ]
    vorm = [
        click.option("--json", "json", is_flag=True, help=_("Speak JSON lines, for scripts.")),
        click.option("--gewoon", is_flag=True, help=_("Plain lines, no full screen; for screen readers and pipes.")),
    ]

    def options(*lijsten: list[Callable[[F], F]]) -> Callable[[F], F]:
        def add(functie: F) -> F:
            for optie in reversed([optie for lijst in lijsten for optie in lijst]):
                functie = optie(functie)
            return functie

        return add

    @click.group(
        invoke_without_command=True,
        help=_("gesprek: look back on an experience, find your word, choose a next step."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.version_option(__version__, "--version", message="gesprek %(version)s", help=_("Show the version."))
    @options(gedeeld)
    @click.pass_context
    def groep(context: click.Context, db: Path | None) -> None:
        context.obj = db
        if context.invoked_subcommand is None:
            _home(db)

    def where(db: Path | None) -> Path | None:
        return db or click.get_current_context().obj

    @groep.command(help=_("Begin a new conversation, on your own."))
    @click.option(
        "--flow", "flow", default="loopbaangesprek", show_default=True, help=_("Kind of conversation, or a YAML file.")
    )
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @options(vorm, gedeeld)
    def zelf(flow: str, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None) -> None:
        from gesprek.sessie import Sessie

        with _archief(where(db), niet_bewaren=niet_bewaren) as archief:
            _lead(Sessie.begin(archief, flow, current_taal()), archief, json=json, gewoon=gewoon)

    @groep.command(help=_("A conversation of two, mentor and student side by side at one screen."))
    @click.option(
        "--flow", "flow", default="loopbaangesprek", show_default=True, help=_("Kind of conversation, or a YAML file.")
    )
    @click.option("--leerling", default="", metavar=_("NAME"), help=_("First name or alias of the student, if any."))
    @click.option("--mentor", default="", metavar=_("NAME"), help=_("First name or alias of the mentor, if any."))
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @options(vorm, gedeeld)
    def samen(
        flow: str, leerling: str, mentor: str, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None
    ) -> None:
        with _archief(where(db), niet_bewaren=niet_bewaren) as archief:
            if json or _wants_plain(gewoon):
                from gesprek.samen.sessie import Samensessie

                sessie = Samensessie.begin(archief, flow, current_taal(), "samen", leerling=leerling, mentor=mentor)
                _lead(sessie, archief, json=json, gewoon=gewoon)
            else:
                from tui.screens.samen_begin import Samenbegin

                _run_app(archief, None, Samenbegin(archief, current_taal(), flow, leerling, mentor))

    @groep.command(
        help=_("Practise, for mentors: talk with a simulated student, or learn the ten rules in the drill. Asks which.")
    )
    @click.option("--drill", is_flag=True, help=_("The drill: what breaks a rule, what keeps it, and how to say it."))
    @click.option("--niet-bewaren", is_flag=True, help=_("Keep nothing at all."))
    @student_options
    @options(vorm, gedeeld)
    def oefen(drill: bool, niet_bewaren: bool, json: bool, gewoon: bool, db: Path | None, **student: Any) -> None:
        plek = where(db)
        if not drill and wants_student(student):
            huis = Huis(
                lambda lezen: _archief(plek, niet_bewaren=niet_bewaren, alleen_lezen=lezen),
                gewoon=_wants_plain(gewoon),
                show=lambda archief, scherm: _run_app(archief, None, scherm),
            )
            try:
                practise(huis, json=json, **student)
            except OefenMislukt as fout:
                raise Mislukt(str(fout)) from fout
        elif not drill and not json and not _wants_plain(gewoon):
            with _archief(plek, niet_bewaren=niet_bewaren) as archief:
                from tui.screens.oefenkeuze import Oefenkeuze

                _run_app(archief, None, Oefenkeuze(archief, current_taal()))
        else:
            with _drill(plek, niet_bewaren=niet_bewaren) as sessie:
                _lead_drill(sessie, json=json, gewoon=gewoon)

    @groep.command(help=_("Go on with an unfinished conversation; the newest one when you name none."))
    @click.argument("id", required=False)
    @click.option("--nieuw", is_flag=True, help=_("With the questions of now, not those it began with."))
    @options(vorm, gedeeld)
    def hervat(id: str | None, nieuw: bool, json: bool, gewoon: bool, db: Path | None) -> None:
        from gesprek.samen.sessie import resume
        from gesprek.sessie import Onverhuisbaar

        with _archief(where(db)) as archief:
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

    @groep.command(help=_("List the conversations, newest first."))
    @click.option("--json", "json", is_flag=True, help=_("Print JSON."))
    @options(gedeeld)
    def lijst(json: bool, db: Path | None) -> None:
        with _archief(where(db), alleen_lezen=True) as archief:
            woorden = {k.gesprek: k.woord for k in archief.kernwoorden(aantal=1_000_000)}
            gesprekken = archief.recent(aantal=1_000_000)
        if json:
            _print_json([_head(g) | {"kernwoord": woorden.get(g.id)} for g in gesprekken])
            return
        if not gesprekken:
            click.echo(_("There are no conversations yet; begin one with “gesprek zelf”."))
        for g in gesprekken:
            stand = _("finished") if g.klaar else _("not finished")
            woord = f"  [{woorden[g.id]}]" if g.id in woorden else ""
            _print(f"{g.id}  {g.begonnen:%Y-%m-%d %H:%M}  {stand:13}  {g.titel}{woord}")

    @groep.command(help=_("Read one conversation."))
    @click.argument("id")
    @click.option("--json", "json", is_flag=True, help=_("Print JSON."))
    @options(gedeeld)
    def toon(id: str, json: bool, db: Path | None) -> None:
        from gesprek.sessie import Sessie

        with _archief(where(db), alleen_lezen=True) as archief:
            sessie = Sessie.resume(archief, id)
        if json:
            _print_json(_whole(sessie))
        else:
            _print_transcript(sessie)

    @groep.command(help=_("Search in what was answered, whatever the case and accents."))
    @click.argument("tekst")
    @click.option("--json", "json", is_flag=True, help=_("Print JSON."))
    @options(gedeeld)
    def zoek(tekst: str, json: bool, db: Path | None) -> None:
        with _archief(where(db), alleen_lezen=True) as archief:
            treffers = archief.search(tekst)
        if json:
            _print_json([{"gesprek": t.gesprek.id, "nr": t.beurt.nr, "tekst": t.beurt.tekst} for t in treffers])
        elif not treffers:
            click.echo(_("Nothing found."), err=True)
        for treffer in [] if json else treffers:
            _print(f"{treffer.gesprek.id}  {treffer.gesprek.begonnen:%Y-%m-%d}  {treffer.beurt.tekst}")

    @groep.command(help=_("Delete conversations, so that their words are gone from the file."))
    @click.argument("ids", nargs=-1, required=True, metavar="ID...")
    @click.option("--ja", is_flag=True, help=_("Do not ask first."))
    @options(gedeeld)
    def wis(ids: tuple[str, ...], ja: bool, db: Path | None) -> None:
        from gesprek.model import Gesprek

        with _archief(where(db), alleen_lezen=True) as archief:
            oefeningen = {o.id: o for o in archief.oefeningen()}
            gesprekken = [oefeningen.get(id.upper()) or archief.read(id)[0] for id in ids]
            for gesprek in gesprekken:
                over = gesprek.titel if isinstance(gesprek, Gesprek) else gesprek.leerling
                _print(f"{gesprek.id}  {gesprek.begonnen:%Y-%m-%d}  {over}")
            if not ja:
                click.echo(_("All words of this will be gone for good. Type ja to go on:"), nl=False)
                if sys.stdin.readline().strip().casefold() not in ("ja", "yes"):
                    raise Mislukt(_("Nothing was deleted."))
            for gesprek in gesprekken:
                archief.erase(gesprek.id)
        _print(_("Deleted."))

    @groep.command(help=_("Check flows, questions and word lists: file, line, what is wrong and how to mend it."))
    @click.argument("paden", nargs=-1, metavar=_("[PATH]..."))
    @options(gedeeld)
    def controleer(paden: tuple[str, ...], db: Path | None) -> None:
        import flows
        import vragen
        from gesprek.luisteren.laden import load
        from gesprek.model import TALEN
        from gesprek.oefenen.opgaven import load_drill
        from gesprek.regels.ontleding import load_lists
        from gesprek.regels.programma import check_bank

        with _sentences():
            vragen.load_hulp()
            load_drill()
            leerlingen = check_students()
            for taal in TALEN:
                load(taal)
                load_lists(taal)
            bank = vragen.load_bank()
            check_bank(bank)
            for naam in paden or flows.flow_names():
                flows.load_flow(naam, bank)
        _print(
            _("{questions} questions, {flows} flows and {students} students are in order.").format(
                questions=len(bank.vragen), flows=len(paden or flows.flow_names()), students=leerlingen
            )
        )

    @groep.command(help=_("Say what is heard in each line of input: feelings, kind of answer, how concrete."))
    @click.option("--json", "json", is_flag=True, help=_("Print JSON."))
    @options(gedeeld)
    def luister(json: bool, db: Path | None) -> None:
        from gesprek.luisteren.uitvoer import listen_to

        with _sentences():
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
    @options(vorm, gedeeld)
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

            with _sentences():
                check_lines(sys.stdin.buffer, sys.stdout, current_taal(), as_json=json)
            return
        from gesprek.regels.verslag.nalezen import read_report, render, save

        with _sentences():
            verslag = read_report(bestand, current_taal(), mentor)
            if doel is not None:
                save(verslag, doel, formaat or ("json" if json else None), bron=bestand)
                click.echo(_("The report is in {file}.").format(file=doel), err=True)
            elif json or formaat or _wants_plain(gewoon):
                click.echo(render(verslag, "json" if json else formaat or "tekst"), nl=False)
            else:
                _show_report(verslag, bestand)

    @groep.command(help=_("Play conversations as data and say what is not as expected."))
    @click.argument("paden", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
    @options(gedeeld)
    def proef(paden: tuple[Path, ...], db: Path | None) -> int:
        from gesprek.proef import run

        bestanden = [b for pad in paden for b in (sorted(pad.glob("*.yaml")) if pad.is_dir() else [pad])]
        mis = 0
        with _sentences():
            for bestand in bestanden:
                fouten = run(bestand)
                mis += bool(fouten)
                _print(f"{bestand}: {' '.join(fouten) or _('in order')}")
        return 1 if mis else 0

    groep.subcommand_metavar = _("COMMAND [ARGUMENTS]...")
    for opdracht in (groep, *groep.commands.values()):
        opdracht.options_metavar = _("[OPTIONS]")
    return groep


def _say_what_moved(sessie: Sessie) -> None:
    verhuizing = sessie.verhuizing
    if verhuizing is None:
        click.echo(_("Nothing has changed since it began."), err=True)
        return
    for oud, nu in verhuizing.stappen.items():
        click.echo(_("“{old}” is now in “{new}”.").format(old=oud, new=nu), err=True)
    for stap in verhuizing.nieuw:
        click.echo(_("“{step}” is new.").format(step=stap), err=True)
    click.echo(_("All your answers are still there."), err=True)


def _home(db: Path | None) -> None:
    with _archief(db) as archief:
        if _wants_plain(gewoon=False):
            from gesprek.thuis import lead_home

            lead_home(archief, current_taal())
        else:
            _run_app(archief, None)


def _print(tekst: str) -> None:
    from gesprek.weergave import visible

    click.echo(visible(tekst))


def _print_json(gegevens: Any) -> None:
    click.echo(jsonlib.dumps(gegevens, ensure_ascii=False, indent=2))


def _head(gesprek: Gesprek) -> dict[str, Any]:
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


def _whole(sessie: Sessie) -> dict[str, Any]:
    opbrengst = sessie.verloop.opbrengst()
    return _head(sessie.gesprek) | {
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


def _print_transcript(sessie: Sessie) -> None:
    from gesprek.kaart import card_lines
    from gesprek.model import Soort, Spreker
    from gesprek.samen.teruglezen import chosen

    gesprek = sessie.gesprek
    _print(f"{gesprek.begonnen:%Y-%m-%d %H:%M}  {gesprek.titel}")
    fase = ""
    gezegd = [r for r in sessie.verloop.regels if not r.vervallen and r.soort is not Soort.TERUG]
    weer = sessie.bron.flow.reacties.terug
    for regel, volgende in zip(gezegd, [*gezegd[1:], None], strict=True):
        # a question that was gone back to stands again below
        if regel.vraag == weer or (regel.soort.asks and volgende is not None and volgende.vraag == weer):
            continue
        if (nu := regel.stap.partition(".")[0]) != fase and nu in sessie.bron.flow.fasen:
            fase = nu
            _print(f"\n{sessie.bron.flow.fasen[fase].naam.in_taal(gesprek.taal)}\n")
        if regel.spreker is Spreker.PROGRAMMA:
            _print(regel.tekst)
        elif regel.spreker is Spreker.MENTOR and regel.tekst:
            zegt = _("{name} saw: {text}") if regel.soort is Soort.WAARNEMING else "{name}: {text}"
            _print(zegt.format(name=gesprek.mentor or _("Mentor"), text=regel.tekst))
        elif regel.vraag == "samen.dossier" and regel.soort is Soort.ANTWOORD:
            _print("> " + (", ".join(deel.kop for deel in chosen(sessie.verloop)) or _("(nothing)")))
        elif regel.soort in (Soort.ANTWOORD, Soort.APART):
            _print(f"> {regel.tekst}")
        else:
            _print("> " + {"sla_over": _("(skipped)"), "geschrapt": _("(struck)")}.get(regel.soort, "…"))
    for kop, regels in card_lines(sessie.verloop):
        _print(f"\n{kop}")
        for tekst in regels:
            _print(tekst)


def entry() -> None:
    """The ``gesprek`` console script."""
    sys.exit(main())
