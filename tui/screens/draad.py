"""My thread: kernwoorden over time, words that come back, and what was named, each as a quote that can be opened."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import ModalScreen, Screen

from gesprek.archief import Archief, Archieffout
from gesprek.draad import Grondvorm, Plaats, Terugkeer, Tijdlijn, as_typed, by_lemma
from gesprek.draad import blad as bladen
from gesprek.draad.blad import DELEN, Deel, Rij
from gesprek.draad.lezen import Gesprekken, fill_missing, places_of, read_conversations, read_said
from gesprek.inlezen import Inleesfout
from gesprek.model import Taal
from gesprek.taal import _
from tui.screens.hulp import Hulp
from tui.tekst import Woorden, one_line, words
from tui.toetsen import explain_thread
from tui.werk import do_newest
from tui.widgets.draadrij import Deelnaam, marked, set_row
from tui.widgets.rijen import Rijen
from tui.widgets.tijdlijn import draw_timeline
from tui.widgets.voet import Voet

_TEGELIJK = 40
"""Older conversations that are read before what came of it is shown."""
_VERFTIJD = 0.3
"""Seconds that painting is waited for at most."""
_HEEL = 420
"""Characters of the quote that is pointed at."""


class Draadscherm(Screen[None]):
    """What runs through the conversations of one student.

    :param archief: where conversations are kept.
    :param taal: the language of the days and of kinds of activity.
    :param leerling: whose thread; by default that of whoever the archive belongs to.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read", id="thread.open"),
        Binding("right,tab", "part(1)", "Next part", id="thread.part"),
        Binding("l", "student", "Other student", id="thread.student"),
        Binding("escape,q", "leave", "Close", id="help.close"),
        Binding("left,shift+tab", "part(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
    ]

    rijen = getters.query_one(Rijen)

    def __init__(self, archief: Archief, taal: Taal, leerling: str = "") -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._leerlingen: dict[str, int] = {}
        self._leerling = leerling
        self._gesprekken: Gesprekken | None = None
        self._tijdlijn = Tijdlijn()
        self._gelezen: dict[Deel, list[Rij]] = {}
        self._deel: Deel = DELEN[0]
        self._wijzers: dict[Deel, int] = {}
        self._woord: Terugkeer | None = None
        self._plekken: list[Rij] = []

    def compose(self) -> ComposeResult:
        """Set the page; what was kept comes a moment later."""
        yield Woorden(id="kop")
        with Horizontal(id="delen"):
            for nr, deel in enumerate(DELEN):
                yield Deelnaam(nr, deel)
        yield Woorden(id="uitleg")
        yield Container(id="tekening")
        yield Rijen(self._row)
        yield Woorden(id="heel")
        yield Voet()

    def on_mount(self) -> None:
        """Fetch the time line first, then the rest."""
        self._mark()
        do_newest(self, self._fetch, "draad")

    # fetching

    async def _fetch(self) -> None:
        """Fetch step by step, what costs least first; each step is shown when it is there."""
        try:
            self._leerlingen = dict(await asyncio.to_thread(self._archief.leerlingen))
            if self._leerling not in self._leerlingen and self._leerlingen:
                self._leerling = next(iter(self._leerlingen))
            await self._fetch_conversations()
            if self._gesprekken is None or not self._gesprekken.koppen:
                return
            await self._painted()
            await self._fetch_part("terug")
            await self._fetch_timeline(by_lemma)
            await self._fetch_part("terug", by_lemma)
            await self._read_older()
        except (Archieffout, Inleesfout) as fout:
            self._say(words(("! ", "bold"), str(fout)))

    async def _painted(self) -> None:
        """Wait until what is there is on the screen, so that the rest of the work does not hold it up."""
        geverfd = asyncio.Event()
        self.call_after_refresh(geverfd.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(geverfd.wait(), _VERFTIJD)

    async def _read_older(self) -> None:
        """Read conversations from before places were kept, some at a time; what is looked at grows with them."""
        gehad: set[str] = set()
        while ids := await asyncio.to_thread(fill_missing, self._archief, self._leerling, _TEGELIJK, gehad):
            gehad |= set(ids)
            self._gelezen = {deel: rijen for deel, rijen in self._gelezen.items() if deel in ("kernwoorden", "terug")}
            await self._fetch_part(self._deel)
        if gehad:
            await self._fetch_timeline(by_lemma)

    async def _fetch_conversations(self) -> None:
        self._gesprekken = await asyncio.to_thread(read_conversations, self._archief, self._leerling)
        await self._fetch_timeline(as_typed)
        self.refresh_bindings()

    async def _fetch_timeline(self, grondvorm: Grondvorm) -> None:
        if self._gesprekken is None:
            return
        tijdlijn = await asyncio.to_thread(bladen.read_timeline, self._archief, self._gesprekken, grondvorm)
        if tijdlijn != self._tijdlijn or "kernwoorden" not in self._gelezen:
            self._tijdlijn = tijdlijn
            self._gelezen["kernwoorden"] = bladen.timeline_rows(tijdlijn)
            await self._show("kernwoorden")

    async def _fetch_part(self, deel: Deel, grondvorm: Grondvorm | None = None) -> None:
        """Read a part when it was not read before, or hold its words together in another way."""
        if self._gesprekken is None or (deel in self._gelezen and grondvorm is None):
            return
        lezen = partial(bladen.read_rows, self._archief, self._gesprekken, deel, self._taal, grondvorm or as_typed)
        rijen = await asyncio.to_thread(lezen)
        if rijen != self._gelezen.get(deel):
            self._gelezen[deel] = rijen
            await self._show(deel)

    async def _go_to_part(self) -> None:
        try:
            await self._fetch_part(self._deel)
        except (Archieffout, Inleesfout) as fout:
            self._say(words(("! ", "bold"), str(fout)))
        await self._show(self._deel)

    # showing

    def _say(self, tekst: Content) -> None:
        self.query_one("#uitleg", Woorden).say(tekst)

    @property
    def _rows(self) -> list[Rij]:
        return self._plekken if self._woord is not None else self._gelezen.get(self._deel, [])

    async def _show(self, deel: Deel) -> None:
        """Show a part, when it is the one that is on."""
        if deel != self._deel or self._gesprekken is None:
            return
        self._mark()
        self._say(self._explanation())
        if self._woord is None:
            await self._draw()
            rijen = self._rows
            self.rijen.show(len(rijen), self._wijzers.get(deel, 1 if rijen and not rijen[0].opens else 0))
            self._show_whole()
        self.refresh_bindings()

    def _explanation(self) -> Content:
        gesprekken = len(self._gesprekken.koppen) if self._gesprekken else 0
        if self._woord is not None:
            return words((_("Where you said it:"), "$quiet"))
        if gesprekken < 2:
            return words(bladen.no_thread_yet(gesprekken))
        if self._deel in self._gelezen and not self._rows:
            return words(bladen.nothing_there(self._deel))
        zin = bladen.first_and_later(self._tijdlijn, self._taal) if self._deel == "kernwoorden" else ""
        if zin:
            return words(zin, (" " + _("Words may change."), "$quiet"))
        return words((bladen.explain_part(self._deel), "$quiet"))

    def _mark(self) -> None:
        kop = _("My thread")
        if self._leerling:
            kop = _("The thread of {name}").format(name=one_line(self._leerling, 30))
        woord = f"  ‘{one_line(self._woord.naam, 40)}’" if self._woord else ""
        self.query_one("#kop", Woorden).say(words(("∞ ", "$now"), (kop, "$now bold"), (woord, "$own bold")))
        for naam in self.query(Deelnaam):
            naam.mark(DELEN[naam.nr] == self._deel)

    async def _draw(self) -> None:
        """Draw the time line when there is one and it is looked at."""
        vak = self.query_one("#tekening", Container)
        aan = self._deel == "kernwoorden" and self._woord is None and self._tijdlijn.is_draad
        with self.app.batch_update():
            await vak.remove_children()
            if aan:
                hoogstens = max(3, min(12, (self.size.height - 14) // 2))
                await vak.mount(draw_timeline(self._tijdlijn, hoogstens, min(self.size.width - 8, 110), self._taal))

    async def on_resize(self) -> None:
        """Draw anew in the room there is."""
        if self._gesprekken is not None:
            await self._draw()

    def _row(self, nr: int, breed: int, gekozen: bool) -> list[Content]:
        return [set_row(self._rows[nr], breed, gekozen, self._taal)]

    def _show_whole(self) -> None:
        """Show the quote that is pointed at in full."""
        rijen, wijzer = self._rows, self.rijen.wijzer
        rij = rijen[wijzer] if wijzer < len(rijen) else Rij()
        heel = self.query_one("#heel", Woorden)
        heel.display = rij.opens
        if rij.plaats is not None:
            bij = [(f"  {rij.bij}", "$quiet")] if rij.bij else []
            heel.say(words("‘", *marked(rij.plaats, _HEEL), "’", *bij))
        elif rij.woord is not None:
            heel.say(words((_("Enter shows where you said it."), "$quiet")))

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        return len(self._leerlingen) > 1 if action == "student" else True

    def action_move(self, stap: int) -> None:
        """Move the pointer."""
        self.rijen.move(stap)
        self._show_whole()

    def action_page(self, richting: int) -> None:
        """Move the pointer by a page."""
        self.action_move(richting * max(self.rijen.fitting - 1, 1))

    async def action_part(self, stap: int) -> None:
        """Go to the part beside this one."""
        await self._go_to(DELEN[(DELEN.index(self._deel) + stap) % len(DELEN)])

    async def _go_to(self, deel: Deel) -> None:
        if self._woord is None:
            self._wijzers[self._deel] = self.rijen.wijzer
        self._woord, self._deel = None, deel
        self._mark()
        do_newest(self, self._go_to_part, "deel")

    @on(events.Click, ".-deel")
    async def _clicked_part(self, event: events.Click) -> None:
        if isinstance(event.widget, Deelnaam):
            await self._go_to(DELEN[event.widget.nr])

    @on(Rijen.Gekozen)
    def _clicked_row(self) -> None:
        self._show_whole()
        self.action_open()

    def on_mouse_scroll_down(self) -> None:
        """Show what the wheel moved the pointer to."""
        self._show_whole()

    def on_mouse_scroll_up(self) -> None:
        """Show what the wheel moved the pointer to."""
        self._show_whole()

    def action_open(self) -> None:
        """Open the conversation of a quote, or the quotes of a word."""
        rijen = self._rows
        rij = rijen[self.rijen.wijzer] if self.rijen.wijzer < len(rijen) else Rij()
        if rij.plaats is not None:
            self._read(rij.plaats)
        elif rij.woord is not None:
            do_newest(self, partial(self._fetch_places, rij.woord), "deel")

    def _read(self, plaats: Plaats) -> None:
        from tui.screens.lezen import Leesscherm

        woord = plaats.tekst[plaats.van : plaats.tot]
        self.app.push_screen(Leesscherm(self._archief, self._taal, plaats.gesprek, plaats.beurt, woord))

    async def _fetch_places(self, woord: Terugkeer) -> None:
        gesprekken = self._gesprekken
        if gesprekken is None:
            return

        def read() -> list[Plaats]:
            return places_of(woord, gesprekken, read_said(self._archief, gesprekken))

        try:
            plekken = await asyncio.to_thread(read)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self._wijzers[self._deel] = self.rijen.wijzer
        self._woord, self._plekken = woord, [Rij(plaats=plaats) for plaats in plekken]
        self.rijen.show(len(plekken))
        await self._show(self._deel)
        self._show_whole()

    async def action_leave(self) -> None:
        """Go back from the quotes of a word to the words; else to where it was opened, or stop."""
        if self._woord is not None:
            self._woord = None
            await self._show(self._deel)
        elif len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def action_student(self) -> None:
        """Ask whose thread it is."""
        from tui.screens.kiezer import Kiezer

        namen = list(self._leerlingen)

        def decided(nr: int | None) -> None:
            if nr is not None and namen[nr] != self._leerling:
                self._leerling, self._gesprekken, self._woord = namen[nr], None, None
                self._gelezen, self._wijzers = {}, {}
                do_newest(self, self._fetch, "draad")

        opties = [(naam or _("Yourself"), str(self._leerlingen[naam])) for naam in namen]
        self.app.push_screen(Kiezer(_("Whose thread?"), opties, namen.index(self._leerling)), decided)

    def help_page(self) -> ModalScreen[None]:
        """Return the help of this screen."""
        alineas = [
            _("Here your conversations lie side by side, in your own words. Nothing is counted or judged."),
            _("What is around a word may change in time. So may the word."),
        ]
        return Hulp(self._archief.plek, alineas, explain_thread())
