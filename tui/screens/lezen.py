"""One conversation read back: as a story, or as all that was said. From here it is gone on with, named or erased."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.taal import _, ngettext, use_taal
from gesprek.verteld import mode_name
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelvraag
from tui.screens.wisverslag import tell_erased
from tui.tekst import Woorden, one_line, words
from tui.toetsen import explain_reading
from tui.werk import do, do_newest
from tui.widgets.beurt import Ouder
from tui.widgets.gelezen import Gelezen, Regel, read, story, what_goes
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from gesprek.sessie import Sessie
    from tui.app import GesprekApp

_TEGELIJK = 40
"""Lines that are on the page at first; more as one reads on."""
_ERBOVEN = 3
"""Lines that are shown above a place that was found."""
_NAAM_TEKENS = 80


class Leesscherm(Screen[None]):
    """One conversation.

    :param taal: the language of the days.
    :param id: of the conversation.
    :param beurt: the turn to open at; the story when it is -1.
    :param gezocht: what was looked for.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "story", "Story", id="read.story"),
        Binding("t", "text", "Whole text", id="read.text"),
        Binding("g", "go_on", "Go on", id="read.go_on"),
        Binding("n", "name", "Name", id="read.name"),
        Binding("a", "agreements", "Agreements", id="read.agreements"),
        Binding("d", "dossier", "Portfolio", id="read.dossier"),
        Binding("delete", "erase", "Erase", id="read.erase"),
        Binding("escape,q", "close", "Close", id="help.close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll_page(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("home", "scroll_to(0)", show=False),
        Binding("end", "scroll_to(1)", show=False),
    ]

    def __init__(self, archief: Archief, taal: Taal, id: str, beurt: int = -1, gezocht: str = "") -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._gesprek = id
        self._beurt = beurt
        self._gezocht = gezocht
        self._alles = beurt >= 0
        self._gelezen: Gelezen | None = None
        self._van = self._tot = 0
        self._bezig = False

    def compose(self) -> ComposeResult:
        """Set the page; the conversation comes a moment later."""
        yield Woorden(id="kop")
        yield Woorden(id="melding")
        with VerticalScroll(id="blad", can_focus=False), Vertical(id="kolom"):
            yield Ouder(id="ouder")
            yield Vertical(id="inhoud")
        yield Voet()

    def on_mount(self) -> None:
        """Read the conversation."""
        self.watch(self.query_one("#blad"), "scroll_y", self._scrolled, init=False)
        do_newest(self, self._fetch, "lezen")

    def on_screen_resume(self) -> None:
        """Read it anew: what was agreed may have changed."""
        if self._gelezen is not None:
            do_newest(self, self._fetch, "lezen")

    async def _fetch(self) -> None:
        from gesprek.inlezen import Inleesfout

        try:
            self._gelezen = await asyncio.to_thread(read, self._archief, self._gesprek, self._taal)
        except (Archieffout, Inleesfout) as fout:
            self._complain(str(fout))
            return
        self._show_title()
        await self._show()
        self.refresh_bindings()

    # showing

    def _show_title(self) -> None:
        if (gelezen := self._gelezen) is None:
            return
        gesprek = gelezen.gesprek
        bij = [gelezen.dag, mode_name(gesprek.modus)] + ([gesprek.leerling] if gesprek.leerling else [])
        bij += [] if gesprek.klaar else [_("not finished")]
        titel = one_line(gesprek.kop, max(self.size.width - len(" · ".join(bij)) - 8, 20)) or _("Nothing told yet")
        self.query_one("#kop", Woorden).say(
            words(("∞ ", "$now"), (titel, "$now bold"), ("  " + " · ".join(bij), "$quiet"))
        )

    async def _show(self) -> None:
        """Set the page in the way it is read now."""
        if (gelezen := self._gelezen) is None:
            return
        inhoud = self.query_one("#inhoud")
        with self.app.batch_update():
            await inhoud.remove_children()
            self.query_one(Ouder).set_class(False, "-nodig")
            if self._alles:
                await self._show_said(gelezen)
            else:
                await inhoud.mount_all(story(gelezen))
                self.query_one("#blad").scroll_home(animate=False)

    async def _show_said(self, gelezen: Gelezen) -> None:
        plek = next((nr for nr, g in enumerate(gelezen.gezegd) if g.nr == self._beurt), 0)
        self._van = max(plek - _ERBOVEN, 0)
        self._tot = min(self._van + _TEGELIJK, len(gelezen.gezegd))
        await self.query_one("#inhoud").mount_all(self._lines(gelezen, self._van, self._tot))
        self._show_older()
        self.query_one("#blad").scroll_home(animate=False)
        raak = [regel for regel in self.query(Regel) if regel.nr == self._beurt]
        if raak:
            self.call_after_refresh(raak[0].scroll_visible, animate=False)

    def _lines(self, gelezen: Gelezen, van: int, tot: int) -> list[Widget]:
        mentor = gelezen.gesprek.mentor or _("Mentor")
        return [
            Regel(g, mentor, self._gezocht, gewezen=g.nr >= 0 and g.nr == self._beurt) for g in gelezen.gezegd[van:tot]
        ]

    def _show_older(self) -> None:
        ouder = self.query_one(Ouder)
        ouder.set_class(self._van > 0, "-nodig")
        tekst = ngettext("{count} earlier line", "{count} earlier lines", self._van)
        ouder.say("▴ " + tekst.format(count=self._van))

    async def _more(self) -> None:
        """Bring the lines after those on the page."""
        gelezen = self._gelezen
        if gelezen is not None and self._alles and self._tot < len(gelezen.gezegd):
            tot = min(self._tot + _TEGELIJK, len(gelezen.gezegd))
            nieuw = self._lines(gelezen, self._tot, tot)
            self._tot = tot
            await self.query_one("#inhoud").mount_all(nieuw)

    @on(Ouder.Gevraagd)
    async def _older(self) -> None:
        """Bring the lines before those on the page; what is read stays where it is."""
        gelezen = self._gelezen
        if gelezen is None or not self._alles or not self._van:
            return
        van = max(self._van - _TEGELIJK, 0)
        nieuw = self._lines(gelezen, van, self._van)
        self._van = van
        inhoud = self.query_one("#inhoud")
        eerste = inhoud.children[0]
        await inhoud.mount_all(nieuw, before=0)
        self._show_older()
        self.call_after_refresh(eerste.scroll_visible, animate=False, top=True)

    def _scrolled(self) -> None:
        blad = self.query_one("#blad")
        if self._alles and blad.scroll_y >= blad.max_scroll_y - blad.size.height:
            do_newest(self, self._more, "meer")

    def _complain(self, zin: str) -> None:
        self.query_one("#melding", Woorden).say(words(("! " if zin else "", "bold"), zin))

    # moving

    async def action_scroll(self, regels: int) -> None:
        """Move through the page."""
        blad = self.query_one("#blad")
        if regels < 0 and blad.scroll_y <= 0:
            await self._older()
        blad.scroll_relative(y=regels, animate=False)

    async def action_scroll_page(self, richting: int) -> None:
        """Move through the page by what is in sight."""
        await self.action_scroll(richting * max(self.query_one("#blad").size.height - 2, 1))

    async def action_scroll_to(self, plek: int) -> None:
        """Go to the first or the last line."""
        blad = self.query_one("#blad")
        if plek == 0:
            while self._alles and self._van:
                await self._older()
            self.call_after_refresh(blad.scroll_home, animate=False)
        else:
            while self._alles and self._gelezen is not None and self._tot < len(self._gelezen.gezegd):
                await self._more()
            self.call_after_refresh(blad.scroll_end, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        gelezen = self._gelezen
        if action in ("story", "text", "name", "erase", "go_on", "agreements", "dossier") and gelezen is None:
            return False
        if action in ("story", "text"):
            return self._alles == (action == "story")
        if action == "go_on":
            return gelezen is not None and gelezen.gesprek.klaar is None
        if action == "agreements":
            return gelezen is not None and bool(gelezen.afspraken)
        return True

    async def action_story(self) -> None:
        """Read it as a story."""
        self._alles = False
        await self._show()
        self.refresh_bindings()

    async def action_text(self) -> None:
        """Read all that was said."""
        self._alles = True
        await self._show()
        self.refresh_bindings()

    def action_close(self) -> None:
        """Go back to where it was opened, or stop."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    # doing

    def action_go_on(self) -> None:
        """Go on with this conversation."""
        if not self._bezig:
            self._bezig = True
            do(self, self._go_on())

    async def _go_on(self) -> None:
        from gesprek.inlezen import Inleesfout
        from gesprek.samen.sessie import resume

        try:
            sessie: Sessie = await asyncio.to_thread(resume, self._archief, self._gesprek)
        except (Archieffout, Inleesfout) as fout:
            self._complain(str(fout))
        else:
            from tui.app import conversation_screen

            use_taal(sessie.gesprek.taal)
            await cast("GesprekApp", self.app).replace_page(conversation_screen(sessie))
        finally:
            self._bezig = False

    def action_name(self) -> None:
        """Ask for a name; an empty one gives the old one back."""
        if (gelezen := self._gelezen) is None:
            return
        uitleg = _("An empty name gives back: {title}").format(
            title=one_line(gelezen.gesprek.titel, 50) or _("Nothing told yet")
        )
        vraag = _("What do you want to call this conversation?")
        self.app.push_screen(Regelvraag(vraag, gelezen.gesprek.kop, uitleg, mag_leeg=True), self._named)

    def _named(self, naam: str | None) -> None:
        if naam is not None and self._gelezen is not None:
            naam = naam[:_NAAM_TEKENS].strip()
            do(self, self._rename("" if naam == self._gelezen.gesprek.titel else naam))

    async def _rename(self, naam: str) -> None:
        try:
            await asyncio.to_thread(self._archief.rename, self._gesprek, naam)
        except Archieffout as fout:
            self._complain(str(fout))
        else:
            await self._fetch()

    def action_agreements(self) -> None:
        """Show what was agreed, to say what became of it or take the day along."""
        from tui.screens.afspraken import Afsprakenscherm

        self.app.push_screen(Afsprakenscherm(self._archief, self._taal, self._gesprek))

    def action_dossier(self) -> None:
        """Go to the portfolio, where it can be taken along."""
        from tui.screens.dossier import Dossierscherm

        if self._gelezen is not None:
            self.app.push_screen(Dossierscherm(self._archief, self._taal, self._gelezen.gesprek.leerling))

    def action_erase(self) -> None:
        """Ask to erase it, and say what will be gone."""
        if (gelezen := self._gelezen) is None:
            return

        def decided(weg: bool | None) -> None:
            if weg:
                self._gelezen = None  # this page comes back in sight, and would be read anew
                do_newest(self, self._erase, "lezen")

        vraag = " ".join([_("Erase this conversation? All its words will be gone for good."), what_goes(gelezen)])
        waarover = gelezen.gesprek.kop or _("Nothing told yet")
        self.app.push_screen(Bevestiging(vraag, waarover, _("Erase"), _("Leave it")), decided)

    async def _erase(self) -> None:
        try:
            bewijs = await asyncio.to_thread(self._archief.erase, self._gesprek)
        except Archieffout as fout:
            await self._fetch()
            self._complain(str(fout))
            return
        # what was erased does not stay in sight behind the report
        await self.query_one("#inhoud").remove_children()
        self.query_one("#kop", Woorden).say("")
        self.query_one(Ouder).set_class(False, "-nodig")
        self.app.push_screen(tell_erased(bewijs), lambda _keuze: self.action_close())

    def help_page(self) -> Hulp:
        """Return the help of reading back."""
        plek = Path(self._archief.plek or ".").name
        alineas = [
            _("The story is made of your own words, to the letter. T shows all that was said."),
            _("To take it along as a file: gesprek exporteer {id}").format(id=self._gesprek),
        ]
        return Hulp(plek, alineas, explain_reading())
