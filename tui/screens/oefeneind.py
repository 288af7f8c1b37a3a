"""The end of a practice conversation: how open the student was, what moved that, what was told, and a card. No mark."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from gesprek.inlezen import Inleesfout
from gesprek.oefenen.afronding import Afronding, Telling, Wending, save_card
from gesprek.oefenen.leerlingen.soorten import GRENZEN
from gesprek.oefenen.oefensessie import MINST, Oefensessie
from gesprek.taal import _
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelvraag
from tui.tekst import Woorden, lines, one_line, words
from tui.toetsen import explain_practice_end
from tui.werk import do
from tui.widgets.grafiek import Grafiek, Lijn
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from tui.app import GesprekApp

_CITAAT = 70
_CITATEN = 2
"""Quotes that stand under one rule; the newest tell most."""
_BALK = 12
_RAND = 0.3
"""Room beside the first and the last point."""


class Oefeneind(Screen[None]):
    """The end. Escape goes on talking.

    :param melding: why it could not be kept, if so.
    :param altijd: the setting of feedback, for the next conversation.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "card", "Save the card", id="oefen.card"),
        Binding("r", "again", "Again", id="oefen.again"),
        Binding("l", "other", "Other student", id="oefen.other"),
        Binding("v", "progress", "Progress", id="oefen.progress"),
        Binding("escape", "close", "Go on", id="oefen.leave"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    def __init__(self, sessie: Oefensessie, afronding: Afronding, melding: str = "", *, altijd: bool = False) -> None:
        super().__init__()
        self.sessie = sessie
        self._afronding = afronding
        self._melding = melding
        self._altijd = altijd

    def compose(self) -> ComposeResult:
        """Set the page: what happened on the left, what to take along on the right, or below each other."""
        a = self._afronding
        yield Woorden(self._title(), id="kop")
        with VerticalScroll(id="blad", can_focus=False), Vertical(id="kolommen"):
            with Vertical(id="links", classes="kolom"):
                if a.zorg:
                    yield Woorden(words(("! ", "$own bold"), (a.zorg, "bold")), classes="deel")
                if a.daarna:
                    yield Woorden(lines(*_after(a.daarna)), classes="deel")
                yield Woorden(words((_("How open the student was"), "$now bold")))
                yield _plot(a.openheid)
                yield Woorden(_in_words(a.openheid), classes="deel")
                if a.wendingen:
                    yield Woorden(lines(*_turning_points(a.wendingen)), classes="deel")
                if a.verteld:
                    yield Woorden(lines(*_told(a)), classes="deel")
            with Vertical(id="rechts", classes="kolom"):
                yield Woorden(words((_("Strong"), "$now bold"), f"  {a.sterk}"), classes="deel")
                yield Woorden(words((_("To practise"), "$own bold"), f"  {a.oefen}"), classes="deel")
                yield Woorden(lines(*self._card()), id="kaart")
                if a.geschonden:
                    yield Woorden(lines(*_counted(_("Broken"), "✗", "$own", a.geschonden)), classes="deel")
                if a.gehouden:
                    yield Woorden(lines(*_counted(_("Kept"), "✓", "$now", a.gehouden)), classes="deel")
                yield Woorden(self._about_keeping(), id="melding")
        yield Voet()

    def _title(self) -> Content:
        naam = self.sessie.leerling.naam.capitalize()
        zin = _("Your conversation with {name}").format(name=naam)
        return words(("∞ ", "$now"), (zin, "$now bold"), ("  " + _("no grade; look at what your words did"), "$quiet"))

    def _about_keeping(self) -> Content:
        if self._melding:
            return words(("! ", "bold"), self._melding)
        if self.sessie.kept:
            return words((_("Kept is how it went, not what you said."), "$quiet"))
        if self.sessie.archief.plek:
            return words((_("Under {count} turns nothing is kept.").format(count=MINST), "$quiet"))
        return words((_("Nothing of this is kept."), "$quiet"))

    def _card(self) -> Iterator[Content]:
        kaart = self._afronding.kaart
        yield words((kaart.titel, "bold"))
        for kop, regels in kaart.delen:
            yield words("")
            yield words((kop, "$now bold"))
            yield from (words(regel) for regel in regels)

    # keys

    def action_scroll(self, regels: int) -> None:
        """Move a line."""
        self.query_one("#blad").scroll_relative(y=regels, animate=False)

    def action_page(self, stap: int) -> None:
        """Move a page."""
        blad = self.query_one("#blad")
        blad.scroll_relative(y=stap * max(blad.size.height - 2, 1), animate=False)

    def action_edge(self, stap: int) -> None:
        """Go to the beginning or the end."""
        blad = self.query_one("#blad")
        blad.scroll_to(y=0 if stap < 0 else blad.max_scroll_y, animate=False)

    def action_close(self) -> None:
        """Go on with the conversation."""
        self.dismiss()

    def action_again(self) -> None:
        """Talk with the same student anew."""
        from tui.screens.oefenen import OefenScherm

        self._go_to(OefenScherm(self.sessie.again(), altijd=self._altijd))

    def action_other(self) -> None:
        """Choose another student."""
        from tui.screens.oefenkeuze import Oefenkeuze

        self._go_to(Oefenkeuze(self.sessie.archief, self.sessie.taal))

    def _go_to(self, scherm: Screen[None]) -> None:
        app = cast("GesprekApp", self.app)

        async def go() -> None:
            await app.pop_screen()
            await app.replace_page(scherm)

        app.call_later(go)

    async def action_progress(self) -> None:
        """Look at progress."""
        from tui.screens.voortgang import Voortgang

        await self.app.push_screen(Voortgang(self.sessie.archief, self.sessie.taal))

    def action_card(self) -> None:
        """Ask where the card is to be written."""
        voorstel = Path.home() / (_("card-{name}").format(name=self.sessie.leerling.naam) + ".html")
        vraag = _("Where shall the card be written?")
        uitleg = _("It has your own words on it. The ending says how: .html or .md.")
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
            await asyncio.to_thread(save_card, self._afronding.kaart, self.sessie.taal, doel)
        except Inleesfout as fout:
            self.app.notify(str(fout), timeout=10)
        else:
            self.app.notify(_("The card is in {file}.").format(file=doel))

    def help_page(self) -> ModalScreen[None]:
        """Return the help of the end."""
        alineas = (
            _("You see how open the student was, and which of your turns moved that. It is no grade."),
            _("The card is for your next real conversation. It is written only where you say so."),
        )
        return Hulp("", alineas, explain_practice_end())


def _plot(openheid: Sequence[float]) -> Grafiek:
    laatste = max(len(openheid) - 1, 1)
    stap = max(1, -(-laatste // 8))
    onder = [(0.0, _("start")), *((float(nr), str(nr)) for nr in range(stap, laatste + 1, stap))]
    laag, hoog = (grens / 100 for grens in GRENZEN)
    opzij = [(laag / 2, _("closed")), ((laag + hoog) / 2, _("half open")), ((hoog + 1) / 2, _("open"))]
    punten = [(float(nr), waarde) for nr, waarde in enumerate(openheid)]
    return Grafiek(
        [Lijn(punten)],
        x_as=onder,
        y_as=opzij,
        x=(-_RAND, laatste + _RAND),
        y=(0, 1),
        grenzen=(laag, hoog),
        id="grafiek",
    )


def _word(waarde: float) -> str:
    laag, hoog = (grens / 100 for grens in GRENZEN)
    return _("closed") if waarde < laag else _("half open") if waarde < hoog else _("open")


def _in_words(openheid: Sequence[float]) -> Content:
    zin = _("From {first} to {last}, in {count} turns.")
    tekst = zin.format(first=_word(openheid[0]), last=_word(openheid[-1]), count=len(openheid) - 1)
    return words((tekst, "$quiet"))


def _after(daarna: Sequence[tuple[bool, str]]) -> Iterator[Content]:
    yield words((_("What you did then"), "$now bold"))
    for goed, zin in daarna:
        yield words(("✓ ", "$now bold") if goed else ("✗ ", "$own bold"), zin)


def _turning_points(wendingen: Sequence[Wending]) -> Iterator[Content]:
    yield words((_("The turns that moved it"), "$now bold"))
    for w in wendingen:
        teken, stijl = ("▲", "$now bold") if w.verschil > 0 else ("▼", "$own bold")
        namen = f"  {', '.join(w.namen[:2])}" if w.namen else ""
        yield words((f"{w.nr:>2} {teken} ", stijl), f"‘{one_line(w.uiting, _CITAAT)}’", (namen, "$quiet"))


def _told(a: Afronding) -> Iterator[Content]:
    gezegd, van = a.told
    yield words((_("Told: {told} of {all} things.").format(told=gezegd, all=van), "$now bold"))
    breed = max(len(naam) for naam, _n, _van in a.verteld)
    for naam, n, alles in a.verteld:
        vol = round(_BALK * n / alles)
        yield words(naam.ljust(breed + 1), ("█" * vol, "$now"), ("░" * (_BALK - vol), "$line"), f" {n}/{alles}")
    if a.kernwoord:
        yield words(_("The student found a word for it."))


def _counted(kop: str, teken: str, stijl: str, tellingen: Sequence[Telling]) -> Iterator[Content]:
    yield words((kop, f"{stijl} bold"))
    for t in tellingen:
        yield words((f"{teken} {t.naam} ", stijl), (f"{t.keer}×", "bold"))
        uniek = list(dict.fromkeys(one_line(c, _CITAAT) for c in t.citaten))
        yield from (words("  ", (f"‘{citaat}’", "$quiet")) for citaat in uniek[-_CITATEN:])
