"""What was agreed: the student says what became of it, reads where it comes from, or takes the days along."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from gesprek.agenda import BESTAND, as_calendar, dated, in_order, save_calendar
from gesprek.archief import Archief, Archieffout
from gesprek.model import Afspraak, Taal
from gesprek.sessie import local_now
from gesprek.taal import _, ngettext
from gesprek.verteld import status_name
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.screens.kiezer import Kiezer
from tui.screens.regelvraag import Regelvraag
from tui.tekst import Woorden, one_line, words
from tui.toetsen import explain_agreements
from tui.werk import do, do_newest
from tui.widgets.rijen import Rijen
from tui.widgets.voet import Voet

_TEKENS = {"open": "○", "gedaan": "✓", "vervallen": "–"}
_STATUSSEN = ("gedaan", "vervallen", "open")
_ALLE = 1_000_000


class Afsprakenscherm(Screen[None]):
    """What was agreed, the open ones first.

    :param taal: the language of the days.
    :param gesprek: of this conversation only; of all of whoever the archive belongs to when left out.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "status", "What became of it", id="agreement.status"),
        Binding("l", "read", "Read", id="agreement.read"),
        Binding("k", "calendar", "Calendar", id="agreement.calendar"),
        Binding("escape,q", "close", "Close", id="help.close"),
        Binding("down,j", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown,space", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    rijen = getters.query_one(Rijen)

    def __init__(self, archief: Archief, taal: Taal, gesprek: str = "") -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._gesprek = gesprek
        self._afspraken: list[Afspraak] = []
        self._koppen: dict[str, str] = {}
        self._dagen: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Set the page; what was agreed comes a moment later."""
        yield Woorden(words(("∞ ", "$now"), (_("What you agreed with yourself"), "$now bold")), id="kop")
        yield Woorden(id="melding")
        yield Rijen(self._row, hoog=3)
        yield Voet()

    def on_mount(self) -> None:
        """Fetch what was agreed."""
        do_newest(self, self._fetch, "afspraken")

    async def _fetch(self) -> None:
        try:
            await asyncio.to_thread(self._read)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self.rijen.show(len(self._afspraken), self.rijen.wijzer)
        aantal = sum(a.status == "open" for a in self._afspraken)
        if not self._afspraken:
            zin = _("Nothing was agreed yet. At the end of a conversation you choose a step.")
        elif aantal:
            zin = _("Open: {count}. A next conversation asks how it went.").format(count=aantal)
        else:
            zin = _("Nothing is open.")
        self._say(words((zin, "$quiet")))
        self.refresh_bindings()

    def _read(self) -> None:
        from babel.dates import format_skeleton

        alle = self._archief.afspraken(self._gesprek) if self._gesprek else self._archief.all_afspraken()
        self._afspraken = in_order(alle, local_now().date())
        self._koppen = {g.id: g.kop for g in self._archief.recent(aantal=_ALLE)}
        self._dagen = {
            a.datum.isoformat(): format_skeleton("yMMMMEEEEd", a.datum, locale=self._taal) for a in alle if a.datum
        }

    def _say(self, tekst: Content) -> None:
        self.query_one("#melding", Woorden).say(tekst)

    def _row(self, nr: int, breed: int, gekozen: bool) -> list[Content]:
        afspraak = self._afspraken[nr]
        klaar = afspraak.status != "open"
        bij = [self._dagen[afspraak.datum.isoformat()]] if afspraak.datum else []
        bij += [status_name(afspraak.status)]
        bij += [f"‘{one_line(kop, 40)}’"] if (kop := self._koppen.get(afspraak.gesprek, "")) else []
        return [
            words(
                (f"{_TEKENS[afspraak.status]} ", "$quiet" if klaar else "$own bold"),
                (
                    one_line(afspraak.tekst, max(breed - 4, 8)),
                    "$quiet" if klaar else "$own bold" if gekozen else "$own",
                ),
            ),
            words("  ", (" · ".join(bij), "$quiet")),
            words(""),
        ]

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "calendar":
            return bool(dated(self._afspraken))
        return bool(self._afspraken) if action in ("status", "read") else True

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        self.rijen.move(stap)

    @on(Rijen.Gekozen)
    def _clicked(self) -> None:
        self.action_status()

    def action_status(self) -> None:
        """Ask what became of the one that the pointer is on."""
        if not self._afspraken:
            return
        afspraak = self._afspraken[self.rijen.wijzer]
        opties = [_("I did it"), _("No longer needed"), _("Still open")]

        def chosen(nr: int | None) -> None:
            if nr is not None and _STATUSSEN[nr] != afspraak.status:
                do(self, self._write(afspraak, _STATUSSEN[nr]))

        wijzer = _STATUSSEN.index(afspraak.status)
        self.app.push_screen(Kiezer(_("What became of it?"), opties, wijzer, afspraak.tekst), chosen)

    async def _write(self, afspraak: Afspraak, status: str) -> None:
        try:
            await asyncio.to_thread(self._archief.write_status, afspraak.gesprek, afspraak.nr, status)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        await self._fetch()

    def action_read(self) -> None:
        """Read the conversation that it comes from."""
        from tui.screens.lezen import Leesscherm

        if not self._afspraken:
            return
        gesprek = self._afspraken[self.rijen.wijzer].gesprek
        if gesprek == self._gesprek:
            self.action_close()
        else:
            self.app.push_screen(Leesscherm(self._archief, self._taal, gesprek))

    def action_close(self) -> None:
        """Go back to where it was opened, or stop."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def action_calendar(self) -> None:
        """Ask where the calendar file is to be written."""
        ask_calendar(self, self._afspraken, self._taal)

    def help_page(self) -> Hulp:
        """Return the help of what was agreed."""
        return Hulp(
            self._archief.plek,
            (
                _("What you say here holds; a next conversation asks only about what is open."),
                _("The file for your calendar holds the days and these words, nothing else of your conversations."),
            ),
            explain_agreements(),
        )


def ask_calendar(scherm: Screen[None], afspraken: list[Afspraak], taal: Taal) -> None:
    """Ask where the calendar file is to be written, and write it."""
    app = scherm.app
    if not dated(afspraken):
        app.notify(_("None of this has a day that is still open."))
        return
    inhoud = as_calendar(afspraken, taal, local_now())

    async def write(doel: Path) -> None:
        try:
            await asyncio.to_thread(save_calendar, inhoud, doel)
        except Archieffout as fout:
            app.notify(str(fout), timeout=10)
        else:
            app.notify(_("The days are in {file}. Open it with your calendar.").format(file=doel))

    def save_at(gekozen: str | None) -> None:
        if not gekozen:
            return
        doel = Path(gekozen).expanduser()
        if not doel.exists():
            do(scherm, write(doel))
            return

        def decided(wel: bool | None) -> None:
            if wel:
                do(scherm, write(doel))

        vraag = _("This file is there already. Write over it?")
        app.push_screen(Bevestiging(vraag, doel.name, _("Write over it"), _("Leave it")), decided)

    vraag = _("Where shall the file for your calendar be written?")
    aantal = len(dated(afspraken))
    uitleg = ngettext(
        "In it: {count} agreement that is open, with its day, and nothing else.",
        "In it: {count} agreements that are open, each with its day, and nothing else.",
        aantal,
    ).format(count=aantal)
    app.push_screen(Regelvraag(vraag, str(Path("~") / BESTAND), uitleg), save_at)
