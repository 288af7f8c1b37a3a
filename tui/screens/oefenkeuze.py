"""Practising: a student to talk with, the drill, or how it has gone so far."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen

from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.taal import _, use_taal
from tui.tekst import Woorden, one_line, words
from tui.werk import do
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from gesprek.oefenen.leerlingen import Leerling
    from tui.app import GesprekApp


_KORT = 58
"""Characters of a description in the list; the whole of it stands below for whom the pointer is on."""


@dataclass(frozen=True, slots=True)
class Aanbod:
    """Who can be talked with.

    :param melding: what is wrong with a file, if something is.
    """

    leerlingen: tuple[Leerling, ...] = ()
    melding: str = ""


def read_students(taal: Taal) -> Aanbod:
    """Read the students that speak a language."""
    from gesprek.inlezen import Inleesfout
    from gesprek.oefenen.leerlingen import load_student, student_names

    gelezen, melding = [], ""
    for naam in student_names():
        try:
            leerling = load_student(naam)
        except Inleesfout as fout:
            melding = str(fout)
        else:
            if taal in leerling.talen:
                gelezen.append(leerling)
    return Aanbod(tuple(gelezen), melding)


class Oefenkeuze(Screen[None]):
    """The choice of what to practise.

    :param archief: where it is kept how it goes.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "progress", "Progress", id="oefen.progress"),
        Binding("escape", "app.home", "Close", id="help.close"),
    ]

    def __init__(self, archief: Archief, taal: Taal) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._aanbod = Aanbod()
        self._bezig = False

    def compose(self) -> ComposeResult:
        """Set the page; the students come a moment later."""
        with VerticalScroll(id="blad", can_focus=False), Vertical(id="kolom"):
            yield Woorden(words(("∞ ", "$now"), (_("Practise"), "$now bold")), id="titel")
            yield Woorden(self._told(), id="uitleg")
            yield Woorden(id="over")
            yield Woorden(id="melding")
        yield Voet()

    def _told(self) -> str:
        return _("A student opens for good questions, and closes for why, advice and filling in. There is no grade.")

    async def on_mount(self) -> None:
        """Fetch the students."""
        do(self, self._fetch())

    async def _fetch(self) -> None:
        self._aanbod = await asyncio.to_thread(read_students, self._taal)
        lijst = Keuzelijst(self._options(), koppen=self._headings(), id="keuze")
        await self.query_one("#kolom").mount(lijst, before="#over")
        self._say_about(0)
        if self.is_current:
            lijst.focus(scroll_visible=False)
        self._complain(self._aanbod.melding)

    def _options(self) -> list[tuple[str, str]]:
        leerlingen = self._aanbod.leerlingen
        breed = max((len(le.naam) for le in leerlingen), default=0)
        mensen = [(le.naam.capitalize().ljust(breed), one_line(self._short(le), _KORT)) for le in leerlingen]
        return [
            *mensen,
            (_("The drill"), _("learning the ten rules, about ten sentences")),
            (_("Progress"), _("how practising went, per rule")),
        ]

    def _short(self, leerling: Leerling) -> str:
        return _about(leerling, self._taal).removeprefix(f"{leerling.naam.capitalize()} ")

    @on(Keuzelijst.Gewezen)
    def _tell_more(self, bericht: Keuzelijst.Gewezen) -> None:
        """Tell the whole of whom the pointer is on: in the list there is one line for each."""
        self._say_about(bericht.nr)

    def _say_about(self, nr: int) -> None:
        leerlingen = self._aanbod.leerlingen
        over = _about(leerlingen[nr], self._taal) if nr < len(leerlingen) else ""
        self.query_one("#over", Woorden).say(words((over, "$quiet")))

    def _headings(self) -> dict[int, str]:
        aantal = len(self._aanbod.leerlingen)
        koppen = {aantal: _("Or")}
        return ({0: _("Talk with")} | koppen) if aantal else koppen

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        if self._bezig:
            return
        self._bezig = True
        do(self, self._open(bericht.nr))

    async def _open(self, nr: int) -> None:
        leerlingen = self._aanbod.leerlingen
        app = cast("GesprekApp", self.app)
        try:
            if nr < len(leerlingen):
                from gesprek.oefenen.oefensessie import Oefensessie
                from tui.screens.oefenen import OefenScherm

                earlier = await asyncio.to_thread(self._archief.oefeningen)
                zaad = sum(o.leerling == leerlingen[nr].naam for o in earlier)  # other wordings the next time
                sessie = Oefensessie(self._archief, leerlingen[nr], self._taal, zaad)
                app.call_later(app.replace_page, OefenScherm(sessie))
            elif nr == len(leerlingen):
                await self._open_drill()
            else:
                await self.action_progress()
        except Archieffout as fout:
            self._complain(str(fout))
        finally:
            self._bezig = False

    async def _open_drill(self) -> None:
        from gesprek.inlezen import Inleesfout
        from gesprek.oefenen.sessie import Drillsessie
        from tui.screens.drill import DrillScherm

        try:
            sessie = await asyncio.to_thread(Drillsessie, self._archief, self._taal)
        except Inleesfout as fout:
            self._complain(str(fout))
            return
        app = cast("GesprekApp", self.app)
        app.call_later(app.replace_page, DrillScherm(sessie))

    async def action_progress(self) -> None:
        """Look at progress."""
        from tui.screens.voortgang import Voortgang

        use_taal(self._taal)
        await self.app.push_screen(Voortgang(self._archief, self._taal))

    def _complain(self, zin: str) -> None:
        self.query_one("#melding", Woorden).say(words(("! " if zin else "", "bold"), zin))


def _about(leerling: Leerling, taal: Taal) -> str:
    zin = leerling.beschrijving.in_taal(taal)
    return zin + " " + _("Look and listen closely with this student.") if leerling.alarm else zin
