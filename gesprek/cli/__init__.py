"""The commands: parse, call, print. No logic of its own, and nothing imported that a command does not use.

A module for each group of commands, which adds them to the one command ``gesprek``.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from gesprek import __version__
from gesprek.cli import afspraken, archief, bewaren, dossier, draad, gesprekken, makers, oefenen, veilig
from gesprek.cli.gedeeld import Mislukt, open_archive, options, run_app, wants_plain, where_options
from gesprek.taal import MAP as TAALMAP
from gesprek.taal import _, choose_taal, current_taal, unforeseen, use_taal


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
    from gesprek.regelbreuk import write_line

    write_line(_("Error: {message}").format(message=tekst), sys.stderr)


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


def build() -> click.Group:
    """Build the commands, with their help in the language of now."""

    @click.group(
        invoke_without_command=True,
        help=_("gesprek: look back on an experience, find your word, choose a next step."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.version_option(__version__, "--version", message="gesprek %(version)s", help=_("Show the version."))
    @options(where_options())
    @click.pass_context
    def groep(context: click.Context, db: Path | None) -> None:
        context.obj = db
        if context.invoked_subcommand is None:
            _home(db)

    for deel in (gesprekken, oefenen, archief, afspraken, draad, dossier, bewaren, veilig, makers):
        deel.add(groep)
    groep.subcommand_metavar = _("COMMAND [ARGUMENTS]...")
    for opdracht in (groep, *groep.commands.values()):
        opdracht.options_metavar = _("[OPTIONS]")
    return groep


def _home(db: Path | None) -> None:
    with open_archive(db) as archief:
        if wants_plain(gewoon=False):
            from gesprek.thuis import lead_home

            lead_home(archief, current_taal())
        else:
            run_app(archief, None)


def entry() -> None:
    """The ``gesprek`` console script."""
    sys.exit(main())
