"""The report on a written-out conversation: its parts beside it, and every finding with what was said around it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from gesprek.inlezen import Inleesfout
from gesprek.regels.verslag import Verslag
from gesprek.regels.verslag.nalezen import save
from gesprek.regels.verslag.weergave.blad import Alinea, Blok, Deel, Merk, Tabel, Vondst
from gesprek.regels.verslag.weergave.opbouw import lay_out, where
from gesprek.regels.verslag.weergave.zinnen import mark_name
from gesprek.taal import _
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelvraag
from tui.tekst import Stuk, Woorden, lines, one_line, words
from tui.toetsen import explain_report
from tui.werk import do
from tui.widgets.voet import Voet

_TEKENS: dict[Merk, str] = {"gehouden": "+", "gebroken": "−", "twijfel": "?"}
_MEEST_RIJEN = 150
"""Rows of a table that are shown; the saved report has them all."""
_TIJDLIJN = 5
"""Cells of a row of the timeline."""
_BREED, _TELLING = 33, 9
"""Columns of a part in the list, and those of what is in it."""


class Deelregel(Woorden):
    """A part in the list of parts.

    :param nr: its place, from 0.
    """

    def __init__(self, nr: int, deel: Deel) -> None:
        super().__init__(id=f"deel-{nr}")
        self.nr = nr
        self._deel = deel
        self._breed = _BREED
        self.mark(False)

    def on_resize(self, event: events.Resize) -> None:
        """Set the name anew when there is more or less room for it."""
        self._breed = event.size.width
        self.mark(self.has_class("-gekozen"))

    def mark(self, gekozen: bool) -> None:
        """Show whether this part is the one that is read."""
        self.set_class(gekozen, "-gekozen")
        ruimte = max(self._breed - _TELLING - 3, 8)
        naam = one_line(self._deel.kop, ruimte).ljust(ruimte)
        self.say(
            words(
                ("▸ " if gekozen else "  ", "$now bold"),
                (naam, "bold" if gekozen else ""),
                (f" {self._deel.kort:<{_TELLING}}", "$foreground" if gekozen else "$quiet"),
            )
        )


class Vondstvak(Woorden):
    """A finding. When it is pointed at, what was said around it stands below it.

    :param nr: its place among all findings of the report.
    :param rondom: the turns around it, as (where and who, what was said, whether it is the turn itself).
    """

    @dataclass
    class Gekozen(Message):
        """A finding was clicked."""

        nr: int

    def __init__(self, nr: int, vondst: Vondst, rondom: list[tuple[str, str, bool]]) -> None:
        super().__init__(classes=f"-vondst -{vondst.merk}")
        self.nr = nr
        self._vondst = vondst
        self._rondom = rondom
        self.mark(False)

    def mark(self, gekozen: bool) -> None:
        """Show whether this finding is pointed at."""
        self.set_class(gekozen, "-gekozen")
        v = self._vondst
        naam = mark_name(v.merk)
        kop = words(
            ("▸ " if gekozen else "", "$now bold"),
            (f"{_TEKENS[v.merk]} {naam[:1].upper()}{naam[1:]}", "$own bold" if v.merk == "gebroken" else "$now bold"),
            (f"  {v.plek}", "$quiet"),
        )
        stuk = (v.stuk, "bold underline" if v.stands_out else "")
        zin = [words((v.zin, "$quiet"))] if v.zin else []
        if gekozen:
            regels = [kop, *zin, words("")]
            for wie, tekst, zelf in self._rondom:
                gezegd: list[Stuk] = [v.voor, stuk, v.na] if zelf else [tekst]
                regels.append(words((f"{wie}: ", "$now bold" if zelf else "$quiet"), *gezegd))
        else:
            regels = [kop, words("“", v.voor, stuk, v.na, "”"), *zin]
            regels += [words((v.erna, "$quiet"))] if v.erna else []
        self.say(lines(*regels))

    def on_click(self) -> None:
        """Point at it."""
        self.post_message(self.Gekozen(self.nr))


class Verslagscherm(Screen[None]):
    """The report.

    :param bestand: the conversation that it is about; a saved report is offered a place beside it.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find(1)", "Next finding", id="report.next"),
        Binding("p", "find(-1)", "Previous finding", id="report.previous"),
        Binding("o", "save", "Save", id="report.save"),
        Binding("escape,q", "close", "Close", id="help.close"),
        Binding("down,right,tab,j", "part(1)", show=False),
        Binding("up,left,shift+tab,k", "part(-1)", show=False),
        Binding("home", "part_at(0)", show=False),
        Binding("end", "part_at(-1)", show=False),
        Binding("pagedown,space", "scroll(1)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("enter", "find(1)", show=False),
    ]

    def __init__(self, verslag: Verslag, bestand: Path) -> None:
        super().__init__()
        self._verslag = verslag
        self._bestand = bestand
        self._blad = lay_out(verslag)
        self._deel = 0
        self._vondst: int | None = None
        self._plekken = [
            deel for deel, inhoud in enumerate(self._blad.delen) for b in inhoud.blokken if isinstance(b, Vondst)
        ]
        """Of each finding the part it stands in."""

    def compose(self) -> ComposeResult:
        """Set the list of parts and the page."""
        yield Woorden(self._title(), id="kop")
        with Horizontal(id="midden"):
            with VerticalScroll(id="inhoud", can_focus=False):
                for nr, deel in enumerate(self._blad.delen):
                    yield Deelregel(nr, deel)
            with VerticalScroll(id="blad", can_focus=False):
                yield from self._part_widgets()
        yield Voet()

    def _title(self) -> Content:
        naam, *rest = self._blad.onder
        return words((f"∞ {self._blad.titel}", "$now bold"), f"  {one_line(naam, 40)}  ", (" ".join(rest), "$quiet"))

    def on_mount(self) -> None:
        """Mark the first part."""
        self._mark()

    def help_page(self) -> Hulp:
        """Return the help on a report."""
        alineas = (
            _("This report shows places in a conversation to look at again. It is no grade."),
            _("+ is kept, − is broken, ? is doubtful. Behind a rule stands how often."),
        )
        return Hulp("", alineas, explain_report())

    # the page

    def _part_widgets(self) -> Iterator[Widget]:
        deel = self._blad.delen[self._deel]
        yield Woorden(words((deel.kop, "bold")), classes="deelkop")
        nr = self._plekken.index(self._deel) if self._deel in self._plekken else 0
        for plek, blok in enumerate(deel.blokken):
            if isinstance(blok, Vondst):
                yield Vondstvak(nr, blok, list(self._around(blok)))
                nr += 1
            else:
                yield from self._block(blok, first=plek == 0 and deel.id.startswith("regel"))

    def _block(self, blok: Blok, *, first: bool) -> Iterator[Widget]:
        match blok:
            case Alinea(tekst, label):
                stijl = "italic $quiet" if first else ""
                voor = (f"{label}: ", "$now bold") if label else ""
                yield Woorden(words(voor, (tekst, stijl)), classes="alinea")
            case Tabel(bijschrift, _koppen, rijen):
                yield Woorden(words((bijschrift, "$quiet")), classes="alinea")
                fase = ""
                breedten = [max(len(cel) for cel in kolom) for kolom in zip(*rijen, strict=True)]
                for rij in rijen[:_MEEST_RIJEN]:
                    if len(rij) == _TIJDLIJN and rij[2] != fase:
                        fase = rij[2]
                        yield Woorden(words((fase if fase != "–" else "…", "bold")), classes="fasekop")
                    yield from _row(rij, breedten)
                yield Woorden(classes="wit")
                if len(rijen) > _MEEST_RIJEN:
                    yield Woorden(_("The rest stands in the saved report (O)."), classes="alinea")

    def _around(self, vondst: Vondst) -> Iterator[tuple[str, str, bool]]:
        """Yield the turn before, the turn itself and the turn after; not what shows distress."""
        beurten = self._verslag.gesprek.beurten
        for beurt in beurten[max(vondst.beurt - 2, 0) : vondst.beurt + 1]:
            wie = where(self._verslag, beurt.nr, wie=True)
            if beurt.nr in self._verslag.zorg:
                yield wie, _("(see “First this”)"), False
            else:
                yield wie, beurt.tekst, beurt.nr == vondst.beurt

    def _mark(self) -> None:
        for regel in self.query(Deelregel):
            regel.mark(regel.nr == self._deel)
            if regel.nr == self._deel:
                regel.scroll_visible(animate=False)
        for vak in self.query(Vondstvak):
            vak.mark(vak.nr == self._vondst)
            if vak.nr == self._vondst:
                self.call_after_refresh(vak.scroll_visible, animate=False, top=False)

    async def _show(self, deel: int, vondst: int | None = None) -> None:
        anders = deel != self._deel
        self._deel, self._vondst = deel, vondst
        if anders:
            blad = self.query_one("#blad")
            with self.app.batch_update():
                await blad.remove_children()
                await blad.mount_all(self._part_widgets())
            blad.scroll_home(animate=False)
        self._mark()

    # keys

    async def action_part(self, stap: int) -> None:
        """Go to the part above or below."""
        await self._show(min(max(self._deel + stap, 0), len(self._blad.delen) - 1))

    async def action_part_at(self, plek: int) -> None:
        """Go to the first or the last part."""
        await self._show(plek % len(self._blad.delen))

    async def action_find(self, stap: int) -> None:
        """Go to the next or the previous finding, in this part or the nearest one that has any."""
        if self._vondst is not None:
            naar = self._vondst + stap
        else:
            verder = [nr for nr, deel in enumerate(self._plekken) if (deel - self._deel) * stap >= 0]
            naar = verder[0 if stap > 0 else -1] if verder else -1
        if 0 <= naar < len(self._plekken):
            await self._show(self._plekken[naar], naar)
        else:
            self.app.notify(_("There are no more findings."))

    def action_scroll(self, richting: int) -> None:
        """Move through the page."""
        blad = self.query_one("#blad")
        blad.scroll_relative(y=richting * max(blad.size.height - 2, 1), animate=False)

    @on(Vondstvak.Gekozen)
    async def _point(self, bericht: Vondstvak.Gekozen) -> None:
        await self._show(self._plekken[bericht.nr], bericht.nr)

    async def on_click(self, event: events.Click) -> None:
        """Go to the part that is clicked."""
        if isinstance(event.widget, Deelregel):
            await self._show(event.widget.nr)

    def action_close(self) -> None:
        """Go back to where it was opened, or stop."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    # saving

    def action_save(self) -> None:
        """Ask where the report is to be written."""
        voorstel = self._bestand.with_name(f"{self._bestand.stem}-verslag.html")
        vraag = _("Where shall the report be written?")
        uitleg = _("The ending says how: .html, .md, .txt or .json.")
        self.app.push_screen(Regelvraag(vraag, str(voorstel), uitleg), self._save_at)

    def _save_at(self, gekozen: str | None) -> None:
        if not gekozen:
            return
        doel = Path(gekozen).expanduser()
        if not doel.exists():
            do(self, self._write(doel))
            return

        def decided(wel: bool | None) -> None:
            if wel:
                do(self, self._write(doel))

        vraag = _("This file is there already. Write over it?")
        self.app.push_screen(Bevestiging(vraag, doel.name, _("Write over it"), _("Leave it")), decided)

    async def _write(self, doel: Path) -> None:
        try:
            await asyncio.to_thread(save, self._verslag, doel, bron=self._bestand)
        except Inleesfout as fout:
            self.app.notify(str(fout), timeout=10)
        else:
            self.app.notify(_("The report is in {file}.").format(file=doel))


def _row(rij: tuple[str, ...], breedten: list[int]) -> Iterator[Widget]:
    """Yield a row of a table: its cells on one line; on the timeline its marks below them."""
    if len(rij) != _TIJDLIJN:
        eerste, *rest = (cel.ljust(breed) for cel, breed in zip(rij, breedten, strict=True))
        yield Woorden(words((f"{eerste}  ", "$now"), "  ".join(rest).rstrip()), classes="rij")
        return
    nr, plek, _fase, vraag, merken = rij
    yield Woorden(words((f"{nr:>3}  ", "$now bold"), (plek, "$quiet"), f"  {vraag}"), classes="rij")
    if merken != "–":
        yield Woorden(words((merken, "$quiet")), classes="merken")
