"""Earlier conversations: a list to walk through, sieve and search while typing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from gesprek.archief import Archief, Archieffout, Zeef
from gesprek.draad.tijd import short_day
from gesprek.model import Modus, Taal
from gesprek.sessie import local_now
from gesprek.taal import _, ngettext
from gesprek.verteld import mode_name
from gesprek.vinden import PAGINA, Vinder, Vondst, periods, read_period
from gesprek.zoeken import in_context
from tui.screens.hulp import Hulp
from tui.screens.kiezer import Kiezer
from tui.screens.regelvraag import Regelvraag
from tui.tekst import Stuk, Woorden, one_line, words
from tui.toetsen import explain_archive
from tui.werk import do_newest
from tui.widgets.rijen import Rijen
from tui.widgets.voet import Voet
from tui.widgets.zeefregel import Zeefregel, student_name
from tui.widgets.zoekveld import Zoekveld

_RUST = 0.06
"""Seconds after the last key before it is searched."""
_EERST_ZOEKEN = 1.0
"""Seconds that the list is shown before what reading takes is loaded: the two would slow each other."""
_MODI: tuple[Modus | None, ...] = (None, "zelf", "samen")
_DAG = 12
"""Columns of a day, and of what stands at the end of a row."""
_BIJ = 20


class Archiefscherm(Screen[None]):
    """The history.

    :param archief: where conversations are kept.
    :param taal: the language of the days.
    """

    AUTO_FOCUS = "#zoek"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read", id="archive.open"),
        Binding("f5", "mode", "Kind", id="archive.mode", priority=True),
        Binding("f6", "time", "Time", id="archive.time", priority=True),
        Binding("f7", "word", "Word", id="archive.word", priority=True),
        Binding("f8", "student", "Student", id="archive.student", priority=True),
        Binding("escape", "leave", "Close", id="help.close"),
    ]

    veld = getters.query_one("#zoek", Zoekveld)
    rijen = getters.query_one(Rijen)

    def __init__(self, archief: Archief, taal: Taal) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._zeef = Zeef()
        self._tijd = ""
        self._vondsten: list[Vondst] = []
        self._dagen: dict[str, str] = {}
        self._leerlingen: dict[str, int] = {}
        self._vinder = Vinder(archief)
        self._meer = False
        self._zoekt = ""
        self._rust: Timer | None = None

    def compose(self) -> ComposeResult:
        """Set the page; the conversations come a moment later."""
        yield Woorden(id="kop")
        yield Zoekveld("", id="zoek", wenk=_("Type to search in what was said"))
        yield Zeefregel(id="zeef")
        yield Woorden(id="melding")
        yield Rijen(self._row)
        yield Voet()

    def on_mount(self) -> None:
        """Fetch the newest ones."""
        self._show_sieve()
        self.reload()
        self.set_timer(_EERST_ZOEKEN, lambda: self.run_worker(self._warm, thread=True))

    def _warm(self) -> None:
        """Load what reading a conversation takes while the list is looked at."""
        from gesprek import luisteren

        luisteren.warm(self._taal)
        luisteren.warm_lemmas(self._taal)

    def on_screen_resume(self) -> None:
        """Fetch them anew: one may have been named, gone on with or erased."""
        if self._dagen:
            self.reload()

    # fetching

    def reload(self) -> None:
        """Fetch what is asked for now; the pointer stays where it is."""
        self._vinder = Vinder(self._archief)
        do_newest(self, partial(self._fetch, self.rijen.wijzer), "vinden")

    async def _fetch(self, wijzer: int = 0) -> None:
        tekst, zeef, vinder = self.veld.text.strip(), self._zeef, self._vinder
        hoeveel = max(PAGINA, wijzer + 1)

        def read() -> tuple[list[Vondst], dict[str, str], dict[str, int]]:
            vondsten = vinder.search(tekst, zeef) if tekst else vinder.page(zeef, aantal=hoeveel)
            return vondsten, self._days(vondsten), dict(self._archief.leerlingen())

        try:
            self._vondsten, dagen, self._leerlingen = await asyncio.to_thread(read)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self._dagen |= dagen
        self._zoekt = tekst
        self._meer = not tekst and len(self._vondsten) == hoeveel
        self.rijen.show(len(self._vondsten), wijzer, hoog=2 if tekst else 1)
        self._show_sieve()
        self._say_how_many()

    def _days(self, vondsten: list[Vondst]) -> dict[str, str]:
        from babel.dates import format_skeleton

        nieuw = {v.gesprek.begonnen.date() for v in vondsten}
        return {
            dag.isoformat(): format_skeleton("yMMMd", dag, locale=self._taal)
            for dag in nieuw
            if dag.isoformat() not in self._dagen
        }

    @on(Rijen.Bijna)
    def _near_the_end(self) -> None:
        if self._meer:
            self._meer = False
            do_newest(self, self._fetch_more, "vinden")

    async def _fetch_more(self) -> None:
        zeef, vinder, laatste = self._zeef, self._vinder, self._vondsten[-1].gesprek.id

        def read() -> tuple[list[Vondst], dict[str, str]]:
            vondsten = vinder.page(zeef, voor=laatste)
            return vondsten, self._days(vondsten)

        try:
            vondsten, dagen = await asyncio.to_thread(read)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self._dagen |= dagen
        self._vondsten += vondsten
        self._meer = len(vondsten) == PAGINA
        self.rijen.show(len(self._vondsten), self.rijen.wijzer)

    @on(TextArea.Changed, "#zoek")
    def _typed(self) -> None:
        if self._rust is not None:
            self._rust.stop()
        self._rust = self.set_timer(_RUST, self._rested)

    def _rested(self) -> None:
        do_newest(self, self._fetch, "vinden")

    # showing

    def _say(self, tekst: Content) -> None:
        self.query_one("#melding", Woorden).say(tekst)

    def _say_how_many(self) -> None:
        aantal, alles = len(self._vondsten), sum(self._leerlingen.values())
        kop = words(("∞ ", "$now"), (_("Earlier conversations"), "$now bold"), (f"  {alles}", "$quiet"))
        self.query_one("#kop", Woorden).say(kop)
        if self._zoekt and aantal >= PAGINA:
            zin = _("The newest {count} places. One more word finds fewer.").format(count=aantal)
        elif self._zoekt and aantal:
            zin = ngettext("{count} place", "{count} places", aantal).format(count=aantal)
        elif self._zoekt:
            zin = _("Nothing found with “{text}”. Esc takes it away.").format(text=one_line(self._zoekt, 40))
        elif not alles:
            zin = _("There are no conversations yet.")
        elif not aantal:
            zin = _("No conversation is like this. Esc shows them all again.")
        elif self._zeef != Zeef() and not self._meer:
            zin = ngettext("{count} conversation", "{count} conversations", aantal).format(count=aantal)
        else:
            zin = ""
        self._say(words((zin, "$quiet")))

    def _row(self, nr: int, breed: int, gekozen: bool) -> list[Content]:
        vondst = self._vondsten[nr]
        gesprek = vondst.gesprek
        dag = self._dagen.get(gesprek.begonnen.date().isoformat(), "")
        bij = [] if gesprek.klaar else [_("not finished")]
        bij += [gesprek.leerling or mode_name("samen")] if gesprek.modus == "samen" else []
        woord = f"‘{one_line(vondst.kernwoord, _BIJ)}’" if vondst.kernwoord else ""
        achter = " · ".join(bij)
        ruimte = max(breed - _DAG - 1 - len(woord) - len(achter) - 4, 8)
        kop = one_line(gesprek.kop, ruimte) or _("Nothing told yet")
        eerste = words(
            (dag.ljust(_DAG) + " ", "$quiet"),
            (kop, "bold" if gekozen else ""),
            (f"  {woord}" if woord else "", "$own"),
            (f"  {achter}" if achter else "", "$quiet"),
        )
        if not self._zoekt:
            return [eerste]
        if vondst.beurt < 0:
            return [eerste, words("  ", (_("in its name"), "$quiet"))]
        stukje = in_context(vondst.tekst, self._zoekt, max(breed - 4, 12))
        stukken: list[Stuk] = [(f"‹{deel}›", "bold underline") if raak else deel for deel, raak in stukje.delen]
        return [eerste, words("  ", *stukken)]

    def _show_sieve(self) -> None:
        self.query_one(Zeefregel).show(self._zeef, self._tijd, leerlingen=self._has_students())
        self.refresh_bindings()

    def _has_students(self) -> bool:
        return any(naam for naam in self._leerlingen)

    def on_resize(self) -> None:
        """Say what is sieved by in the room there is."""
        self._show_sieve()

    # sieving

    def _sieve(self, zeef: Zeef) -> None:
        self._zeef = zeef
        self._show_sieve()
        do_newest(self, self._fetch, "vinden")

    def action_mode(self) -> None:
        """Only alone, only together, or both."""
        self._sieve(replace(self._zeef, modus=_MODI[(_MODI.index(self._zeef.modus) + 1) % len(_MODI)]))

    def action_time(self) -> None:
        """Ask for which stretch of time."""
        keuzes = periods(local_now().date())
        opties = [naam for naam, _van, _tot in keuzes]

        def chosen(nr: int | None) -> None:
            if nr is None:
                return
            if nr == len(keuzes):
                self._ask_days()
                return
            naam, vanaf, tot = keuzes[nr]
            self._set_time(naam if nr else "", vanaf, tot)

        self.app.push_screen(Kiezer(_("From when?"), [*opties, _("from … to …")]), chosen)

    def _ask_days(self, getypt: str = "", klacht: str = "") -> None:
        def typed(tekst: str | None) -> None:
            if not tekst:
                return
            periode = read_period(tekst, local_now().date(), self._taal)
            if periode is None:
                self._ask_days(tekst, _("That is no day that can be read; write it as 1 September 2026."))
                return
            dagen = [short_day(dag, self._taal) for dag in periode if dag]
            self._set_time(" – ".join(dagen) if len(dagen) > 1 else _("since {day}").format(day=dagen[0]), *periode)

        uitleg = (
            f"! {klacht}"
            if klacht
            else _("Two days, as 1 September 2026 to 15 March 2027, or a month. One day is from that day on.")
        )
        self.app.push_screen(Regelvraag(_("From which day to which?"), getypt, uitleg, mag_leeg=True), typed)

    def _set_time(self, naam: str, vanaf: date | None, tot: date | None) -> None:
        self._tijd = naam
        self._sieve(replace(self._zeef, vanaf=vanaf, tot=tot))

    def action_word(self) -> None:
        """Ask with which kernwoord."""
        woorden = self._vinder.words_by_use()
        opties: list[str | tuple[str, str]] = [_("all words"), *((woord, str(aantal)) for woord, aantal in woorden)]

        def chosen(nr: int | None) -> None:
            if nr is not None:
                self._sieve(replace(self._zeef, kernwoord=woorden[nr - 1][0] if nr else ""))

        self.app.push_screen(Kiezer(_("With which word?"), opties), chosen)

    def action_student(self) -> None:
        """Ask with which student."""
        namen = list(self._leerlingen)
        opties: list[str | tuple[str, str]] = [_("everybody")]
        opties += [(student_name(naam), str(self._leerlingen[naam])) for naam in namen]

        def chosen(nr: int | None) -> None:
            if nr is not None:
                self._sieve(replace(self._zeef, leerling=namen[nr - 1] if nr else None))

        self.app.push_screen(Kiezer(_("With which student?"), opties), chosen)

    @on(Zeefregel.Gekozen)
    def _clicked_sieve(self, bericht: Zeefregel.Gekozen) -> None:
        self.call_later(self.run_action, bericht.deel)

    # moving and opening

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "student":
            return self._has_students()
        return bool(self._vondsten) if action == "open" else True

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        self.rijen.move(stap)

    def action_page(self, richting: int) -> None:
        """Move the pointer by what is in sight."""
        self.rijen.move(richting * max(self.rijen.fitting - 1, 1))

    @on(Rijen.Gekozen)
    def _clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Read the conversation that the pointer is on, at the place that was found."""
        from tui.screens.lezen import Leesscherm

        if self._vondsten:
            vondst = self._vondsten[self.rijen.wijzer]
            scherm = Leesscherm(self._archief, self._taal, vondst.gesprek.id, vondst.beurt, self._zoekt)
            self.app.push_screen(scherm)

    def action_leave(self) -> None:
        """Take away what was typed, then the sieve, and only then close."""
        if self.veld.text:
            self.veld.text = ""
        elif self._zeef != Zeef():
            self._tijd = ""
            self._sieve(Zeef())
        elif len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def help_page(self) -> Hulp:
        """Return the help of the history."""
        return Hulp(
            self._archief.plek,
            (
                _("Every word that you type must occur in what was said; case and accents do not count."),
                _("A hit stands between ‹ and ›. Enter opens the conversation at that place."),
            ),
            explain_archive(),
        )
