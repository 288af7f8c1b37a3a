"""Home: what can be begun, what can be gone on with, and what there is already."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from gesprek.agenda import wanted
from gesprek.archief import Archief, Archieffout
from gesprek.model import Afspraak, Gesprek, Taal
from gesprek.taal import _, use_taal
from tui.ingangen import Ingang, Opening, begin, open_place, places, prepare, resume
from tui.maat import know_size
from tui.overzicht import FLOWS, Overzicht, read_overview
from tui.screens.bevestiging import Bevestiging
from tui.tekst import Woorden, lines, one_line, words
from tui.werk import do, do_newest
from tui.widgets.keuze import Getypt, Keuzelijst
from tui.widgets.lemniscaat import draw
from tui.widgets.voet import Voet

_GEDULD = 0.3
"""Seconds that home waits for the archive before the page is shown without what it tells."""
_EERST_ZIEN = 0.2
"""Seconds that home is shown before what comes after it is loaded: the two would slow each other."""


class Thuis(Screen[None]):
    """The home screen.

    :param archief: where conversations are kept.
    :param taal: the language for what is begun here.
    """

    AUTO_FOCUS = "#ingangen"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "erase", "Erase", id="home.erase"),
        Binding("pagedown", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]

    ingangen = getters.query_one("#ingangen", Keuzelijst)

    def __init__(self, archief: Archief, taal: Taal) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._overzicht = Overzicht()
        self._staat = asyncio.Event()
        self._was_weg = False
        self._bezig = False
        self._vooruit = ""

    def compose(self) -> ComposeResult:
        """Set the page; what the archive tells comes a moment later."""
        know_size(self)
        with VerticalScroll(id="blad", can_focus=False):
            yield Vertical(id="kolom")
        yield Voet()

    def _title(self) -> Content:
        bewaard = "" if self._archief.plek else " · " + _("not kept")
        zin = _("Look back, find your word, choose a next step.")
        return lines(words(("∞ gesprek", "$now bold"), (bewaard, "$quiet")), words((zin, "$quiet")))

    async def on_mount(self) -> None:
        """Fetch what the archive tells. Home comes with it in one go, unless that takes long."""
        do_newest(self, self._fetch, "overzicht")
        try:
            await asyncio.wait_for(self._staat.wait(), _GEDULD)
        except TimeoutError:
            await self._show()

    def on_screen_suspend(self) -> None:
        """Know that another page comes over it, on which things may change."""
        self._was_weg = True

    def on_screen_resume(self) -> None:
        """Fetch it anew after a conversation."""
        if self._was_weg and not self._bezig:
            do_newest(self, self._fetch, "overzicht")

    async def _fetch(self) -> None:
        try:
            overzicht = await asyncio.to_thread(read_overview, self._archief, self._taal)
        except Archieffout as fout:
            if not self._staat.is_set():
                await self._show()
            self._complain(str(fout))
            return
        if overzicht != self._overzicht or not self._staat.is_set():
            self._overzicht = overzicht
            await self._show()
        self.set_timer(_EERST_ZIEN, lambda: do(self, asyncio.to_thread(prepare)))

    async def _show(self) -> None:
        """Set the whole page at once: laying it out costs more than reading the archive."""
        had_focus = not self._staat.is_set() or self.ingangen.has_focus or self.focused is None
        with self.app.batch_update():
            kolom = self.query_one("#kolom")
            await kolom.remove_children()
            self.set_class(self._overzicht.empty, "-leeg")
            await kolom.mount_all(self._page())
        self._staat.set()
        if had_focus and self.is_current:
            self.ingangen.focus()

    def _page(self) -> Iterator[Widget]:
        overzicht = self._overzicht
        gekomen = overzicht.gekomen
        yield Woorden(draw(30, 7, "klaar"), id="teken")
        yield Woorden(self._title(), id="titel")
        if gekomen:
            yield Woorden(self._came(gekomen), id="terug")
        yield self._choices()
        yield from self._beside(gekomen)
        if overzicht.verlopen:
            yield Woorden(words((overzicht.verlopen, "$quiet")), id="verlopen")
        yield Woorden(id="melding")

    def _beside(self, gekomen: Afspraak | None) -> Iterator[Widget]:
        dagen = self._overzicht.dagen
        afspraken = [
            self._line(a.tekst, dagen.get(a.datum.isoformat(), "") if a.datum else "")
            for a in self._overzicht.afspraken
            if a != gekomen
        ]
        if afspraken:
            yield Woorden(lines(words((_("What you agreed with yourself"), "$now")), *afspraken), id="afspraken")
        if woorden := self._overzicht.kernwoorden:
            regel = self._line(" · ".join(one_line(k.woord, 30) for k in woorden), "")
            yield Woorden(lines(words((_("Your words"), "$now")), regel), id="kernwoorden")

    def _came(self, afspraak: Afspraak) -> Content:
        """Bring up again what was agreed, now that its day is there or has been."""
        dag = self._overzicht.dagen.get(afspraak.datum.isoformat(), "") if afspraak.datum else ""
        zin = wanted(afspraak, dag, one_line(afspraak.tekst, 60))
        return lines(
            words((zin, "$own")),
            words((_("How did it go? Begin a conversation, or put it on done under A."), "$quiet")),
        )

    def _line(self, tekst: str, dag: str) -> Content:
        return words("  ", (one_line(tekst, 60), "$own"), (f"  {dag}" if dag else "", "$quiet"))

    # choosing

    def _entries(self) -> list[Ingang]:
        archief, taal, dagen, minuten = self._archief, self._taal, self._overzicht.dagen, self._overzicht.minuten

        def last(flow: str, zin: str) -> str:
            return zin.format(minutes=minuten[flow]) if flow in minuten else ""

        lang = last(FLOWS[0], _("a conversation of about {minutes} minutes"))
        kort = last(FLOWS[1], _("the same in about {minutes} minutes"))
        verder = [
            Ingang(
                one_line(g.titel, 40) or _("Nothing told yet"),
                dagen.get(g.begonnen.date().isoformat(), ""),
                lambda g=g: resume(archief, g.id),  # type: ignore[misc]
                g,
            )
            for g in self._overzicht.onaf
        ]
        return [
            *verder,
            Ingang(_("On your own"), lang, lambda: begin(archief, FLOWS[0], taal)),
            Ingang(_("On your own, short"), kort, lambda: begin(archief, FLOWS[1], taal)),
            Ingang(_("Together"), _("with your mentor at one screen"), None),
            Ingang(_("Practise"), _("for mentors: with a made-up student"), None, oefent=True),
            Ingang(_("Read back"), _("for mentors; a report on a conversation"), None, leest=True),
            *places(self._overzicht),
        ]

    def _choices(self) -> Keuzelijst:
        ingangen = self._entries()
        onaf = len(self._overzicht.onaf)
        vanaf = next((nr for nr, ingang in enumerate(ingangen) if ingang.letter), len(ingangen))
        koppen = {onaf: _("A new conversation")} | ({vanaf: _("What there is already")} if self._overzicht.iets else {})
        koppen |= {0: _("Go on where you were")} if onaf else {}
        breed = max(len(ingang.naam) for ingang in ingangen[onaf:vanaf])
        opties = [(i.naam if i.onaf or i.letter else i.naam.ljust(breed), i.uitleg) for i in ingangen]
        letters = {nr: ingang.letter for nr, ingang in enumerate(ingangen) if ingang.letter}
        return Keuzelijst(opties, koppen=koppen, letters=letters, id="ingangen")

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        ingang = self._entries()[bericht.nr]
        if ingang.letter:
            self.app.push_screen(open_place(ingang.letter, self._archief, self._taal))
        elif ingang.leest:
            self._ask_file()
        elif ingang.oefent:
            from tui.screens.oefenkeuze import Oefenkeuze

            self.app.push_screen(Oefenkeuze(self._archief, self._taal))
        elif ingang.doet is None:
            from tui.screens.samen_begin import Samenbegin

            self.app.push_screen(Samenbegin(self._archief, self._taal))
        elif not self._bezig:
            self._bezig = True
            do(self, self._open(ingang.doet))

    async def _open(self, doet: Callable[[], Opening]) -> None:
        from gesprek.inlezen import Inleesfout

        self._complain("")
        try:
            opening = await asyncio.to_thread(doet)
        except (Archieffout, Inleesfout) as fout:
            self._complain(str(fout))
        else:
            vooruit, self._vooruit = self._vooruit, ""
            from tui.app import conversation_screen

            use_taal(opening.sessie.gesprek.taal)
            await self.app.push_screen(conversation_screen(opening.sessie, opening.uitingen, vooruit))
        finally:
            self._bezig = False

    # a report

    def _ask_file(self, pad: str = "") -> None:
        """Ask which written-out conversation to look back on."""
        from tui.screens.regelvraag import Regelvraag

        vraag = _("Which file has the conversation in it?")
        uitleg = _("Lines with M: and L:, or names; .txt, .md, .docx or .json.")
        self.app.push_screen(Regelvraag(vraag, pad, uitleg), self._report_on)

    def _report_on(self, pad: str | None) -> None:
        if pad and not self._bezig:
            self._bezig = True
            do(self, self._open_report(pad))

    async def _open_report(self, pad: str) -> None:
        from gesprek.inlezen import Inleesfout
        from gesprek.regels.verslag.nalezen import read_report

        self._complain("")
        bestand = Path(pad.strip("'\"")).expanduser()
        try:
            verslag = await asyncio.to_thread(read_report, bestand, self._taal)
        except Inleesfout as fout:
            self._complain(str(fout))
        else:
            from tui.screens.verslag import Verslagscherm

            await self.app.push_screen(Verslagscherm(verslag, bestand))
        finally:
            self._bezig = False

    @on(Getypt)
    def _type_ahead(self, bericht: Getypt) -> None:
        """Keep what is typed while a conversation opens: it belongs there."""
        if self._bezig:
            self._vooruit += bericht.teken

    @on(Keuzelijst.Voorbij)
    def _beyond(self, bericht: Keuzelijst.Voorbij) -> None:
        """Read on below the last one, or what stands above the first."""
        self.action_read(bericht.stap)

    def action_read(self, richting: int) -> None:
        """Move through the page, where it is longer than the screen."""
        blad = self.query_one("#blad")
        blad.scroll_relative(y=richting * max(blad.size.height - 4, 1), animate=False)

    # erasing

    def _pointed(self) -> Gesprek | None:
        ingangen = self._entries()
        return ingangen[self.ingangen.wijzer].onaf if self.ingangen.has_focus else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        return self._pointed() is not None if action == "erase" and self._staat.is_set() else True

    @on(Keuzelijst.Gewezen)
    def _pointer_moved(self) -> None:
        self.refresh_bindings()

    def action_erase(self) -> None:
        """Ask to erase the unfinished conversation that the pointer is on."""
        gesprek = self._pointed()
        if gesprek is None:
            return

        def decided(weg: bool | None) -> None:
            if weg:
                do(self, self._erase(gesprek.id))

        vraag = _("Erase this conversation? All its words will be gone for good.")
        waarover = gesprek.titel or _("Nothing told yet")
        self.app.push_screen(Bevestiging(vraag, waarover, _("Erase"), _("Leave it")), decided)

    async def _erase(self, id: str) -> None:
        try:
            await asyncio.to_thread(self._archief.erase, id)
        except Archieffout as fout:
            self._complain(str(fout))
        await self._fetch()

    def _complain(self, zin: str) -> None:
        melding = self.query_one("#melding", Woorden)
        melding.say(words(("! " if zin else "", "bold"), zin))
        melding.display = bool(zin)
        if zin:
            self.query_one("#blad").scroll_end(animate=False)  # where the page is full, it stands below the edge
