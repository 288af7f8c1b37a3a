"""The page of a conversation of two: the question of now, what can be picked, and the student's words beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from gesprek import luisteren
from gesprek.model import EIGEN, Citaat, Soort, Spreker, Taal
from gesprek.samen.kaarten import Kaart
from gesprek.samen.sessie import Samensessie
from gesprek.samen.verloop import Samenverloop
from gesprek.taal import _
from gesprek.uiting import Regel, Uiting
from tui.tekst import Woorden, lines, shown, words
from tui.widgets.antwoord import Antwoord
from tui.widgets.beurt import Beurtbeeld, Beurtregel, EigenBeurt, Ouder, make_beurt
from tui.widgets.bladzijde import Bladzijde
from tui.widgets.keuze import Chiplijst, Keuzelijst
from tui.widgets.schaal import Schaalbalk
from tui.widgets.vinken import Vinklijst

Schrijft = Literal["", "leerling", "erbij", "vraag", "zag"]
"""Whose words go into the field now: nobody's, the student's (to the question of now, or the one before), a question
of the mentor, or what the mentor saw."""

_TAFEL_TEKENS = 260
"""Characters that are shown of one quote on the table."""
_BREED = 60
"""Columns to set a wide question in, before it is known how many there are."""
TABBLADEN = ("kaarten", "woorden", "tafel")


class Kaartenlijst(Keuzelijst):
    """Cards, or what the student can choose from. Nothing is pointed at beforehand; Enter then begins to write."""

    DEFAULT_CSS = """
    Kaartenlijst { grid-gutter: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "pick", "Student's words", id="samen.write")]

    @dataclass
    class Schrijven(Message):
        """Enter was pressed with nothing pointed at."""

    def action_pick(self) -> None:
        """Pick what the pointer is on; without one, begin to write."""
        if self.wijzer < 0:
            self.post_message(self.Schrijven())
        else:
            super().action_pick()


class Kaartchips(Kaartenlijst, Chiplijst):
    """The same, as chips."""


class MentorBeurt(EigenBeurt):
    """A line of the mentor's own; it can be taken away too."""

    DEFAULT_CSS = """
    MentorBeurt { margin: 0 0 1 0; padding-right: 6; border-left: none; padding-left: 0; color: $quiet; }
    MentorBeurt:focus { border-left: thick $now; padding-left: 1; }
    """


class Tafel(Horizontal):
    """The student's words laid side by side."""

    DEFAULT_CSS = """
    Tafel { width: 100%; height: auto; display: none; margin-bottom: 1; }
    Tafel.-gedekt { display: block; }
    Tafel.-onder { layout: vertical; }
    Tafel > Woorden { width: 1fr; height: auto; padding: 0 1; border: round $own; color: $own; }
    Tafel.-onder > Woorden { width: 100%; }
    """

    async def lay(self, citaten: Sequence[Citaat], *, naast: bool) -> None:
        """Lay these words on the table.

        :param naast: side by side, for comparing; else below each other, as one story.
        """
        self.set_class(bool(citaten), "-gedekt")
        self.set_class(not naast, "-onder")
        await self.remove_children()
        stukken = [words("‘", shown(citaat.tekst.strip(), _TAFEL_TEKENS), "’") for citaat in citaten]
        await self.mount_all(Woorden(stuk) for stuk in (stukken if naast else [lines(*stukken)]) if stukken)


@lru_cache(maxsize=256)
def _feelings(tekst: str, taal: Taal) -> tuple[tuple[int, int], ...]:
    return tuple((e.van, e.tot) for e in luisteren.feelings_in(tekst, taal) if not e.van_ander)


def images(sessie: Samensessie) -> list[Beurtbeeld]:
    """Return what was said, as it is shown: the mentor's turns and the student's, feeling words marked."""
    verloop, taal = sessie.samen, sessie.gesprek.taal
    beelden: list[Beurtbeeld] = []
    for regel in verloop.regels:
        if regel.vervallen or regel.soort in (Soort.TERUG, Soort.KLAAR) or regel.nr == verloop.asked_nr:
            continue
        if regel.soort is Soort.GESCHRAPT:
            beelden.append(Beurtbeeld(regel.nr, "leeg", _("(struck)")))
        elif regel.soort is Soort.SLA_OVER:
            beelden.append(Beurtbeeld(regel.nr, "leeg", _("(no answer)")))
        elif regel.soort is Soort.WAARNEMING:
            beelden.append(Beurtbeeld(regel.nr, "mentor", _("Mentor saw: {text}").format(text=regel.tekst)))
        elif regel.vraag == "samen.dossier":
            continue
        elif regel.spreker is Spreker.MENTOR and regel.tekst:
            soort: Literal["mentor", "programma"] = "mentor" if verloop.beurten[regel.nr].typed else "programma"
            beelden.append(Beurtbeeld(regel.nr, soort, regel.tekst))
        elif regel.spreker is Spreker.LEERLING and regel.soort in (Soort.ANTWOORD, Soort.APART):
            if chosen_option(verloop, regel):
                beelden.append(Beurtbeeld(regel.nr, "leeg", f"→ {regel.tekst}"))
            else:
                beelden.append(Beurtbeeld(regel.nr, "eigen", regel.tekst, _feelings(regel.tekst, taal)))
    return beelden


def chosen_option(verloop: Samenverloop, regel: Regel) -> bool:
    """Whether an answer is an option of the program, picked for the student, and no words of the student's own."""
    if regel.vraag.startswith(EIGEN):
        return False
    opties = verloop.bron.bank.find(regel.vraag).opties
    return any(regel.tekst == optie.in_taal(verloop.gesprek.taal) for optie in opties)


def wide(tekst: str, breed: int) -> str:
    """Return a text set wide, letter by letter, to be read from an arm's length away.

    Words that are more than letters and signs of their own stay as they are; no word is broken at the edge.

    :param breed: columns that there are.
    """
    regels = [""]
    for woord in unicodedata.normalize("NFC", tekst).split():
        ruim = " ".join(woord) if _plain(woord) else woord
        if regels[-1] and len(regels[-1]) + 3 + len(ruim) > breed:
            regels.append("")
        regels[-1] += f"   {ruim}" if regels[-1] else ruim
    return "\n".join(regels)


def _plain(woord: str) -> bool:
    return all(teken.isprintable() and not unicodedata.combining(teken) and ord(teken) < 0x2100 for teken in woord)


class Samenblad(Bladzijde):
    """The page of a conversation of two."""

    DEFAULT_CSS = """
    Samenblad { layout: horizontal; overflow: hidden hidden; }
    """

    def compose(self) -> ComposeResult:
        """Set the two columns."""
        with Vertical(id="links"):
            yield Woorden(id="label")
            yield Woorden(id="vraag")
            yield Woorden(id="laatst")
            yield Woorden(id="tabs")
            yield Tafel(id="tafel")
            with VerticalScroll(id="nu", can_focus=False):
                yield Woorden(id="kaartkop")
            yield Woorden(id="wat")
            yield Antwoord(id="antwoord")
            yield Woorden(id="melding")
        with VerticalScroll(id="rechts", can_focus=False):
            yield Ouder(id="ouder")
            yield Vertical(id="beurten")

    def on_mount(self) -> None:
        """Stay at the end of what was said."""
        self.query_one("#rechts", VerticalScroll).anchor()

    def make_beurt(self, beeld: Beurtbeeld) -> Beurtregel:
        """Return the widget for an earlier turn."""
        return MentorBeurt(beeld) if beeld.soort == "mentor" else make_beurt(beeld)

    @property
    def kiezer(self) -> Widget | None:  # type: ignore[override]
        """What can be picked from, if anything."""
        return next(iter(self.query("#nu > .tijdelijk")), None)

    async def lay_out(self, nu: Uiting, kaarten: Sequence[Kaart], *, gevraagd: bool, groot: bool) -> None:
        """Show the question of now and what can be picked.

        :param gevraagd: whether the mentor asked it; else the program lays it ready.
        :param groot: set it wide.
        """
        self.query_one("#label", Woorden).say(_("Asked now") if gevraagd else _("Ask now"))
        vraag = self.query_one("#vraag", Woorden)
        vraag.say(wide(nu.tekst, vraag.content_size.width or _BREED) if groot else nu.tekst)
        self.complain("")
        await self.query("#nu > .tijdelijk").remove()
        kop, kiezer = _chooser(nu, kaarten)
        self.query_one("#kaartkop", Woorden).say(words((kop, "$now")))
        self.query_one("#kaartkop").display = bool(kop)
        if kiezer is not None:
            await self.query_one("#nu").mount(kiezer)

    def show_last(self, beelden: Sequence[Beurtbeeld]) -> None:
        """Show what the student said last, where the other words have no room beside the question."""
        laatst = next((beeld for beeld in reversed(beelden) if beeld.soort == "eigen"), None)
        vak = self.query_one("#laatst", Woorden)
        vak.set_class(laatst is None, "-niets")
        if laatst is not None:
            vak.say(laatst.as_content("✓ "))

    def say_quietly(self, zin: str) -> None:
        """Say something below the field, without stopping anybody."""
        melding = self.query_one("#melding", Woorden)
        melding.display = bool(zin)
        melding.say(zin)

    def write(self, schrijft: Schrijft, *, leerling_typt: bool = False) -> None:
        """Open the field for somebody's words, or close it. What stands in it stays."""
        self.set_class(bool(schrijft) or bool(self.antwoord.text), "-schrijft")
        self.query_one("#wat", Woorden).say(_field_label(schrijft, leerling_typt=leerling_typt) if schrijft else "")
        if schrijft:
            self.antwoord.invite("")
            self.antwoord.focus()
        else:
            self.focus_answer()

    def focus_answer(self) -> None:
        """Put the focus where something can be picked."""
        kiezer = self.kiezer
        (kiezer if kiezer is not None and kiezer.can_focus else self.antwoord).focus()

    def type(self, tekst: str) -> None:
        """Type in the field when it is open; else a letter is a key of its own."""

    def show_tab(self, tab: str, aantal: int, *, tafel: bool) -> None:
        """Show one of the tabs, where there is no room for all at once.

        :param aantal: how many lines the student said.
        :param tafel: whether anything lies on the table.
        """
        for naam in TABBLADEN:
            self.set_class(naam == tab, f"-{naam}")
        namen = {"kaarten": _("Cards"), "woorden": _("Words ({count})").format(count=aantal), "tafel": _("Table")}
        stukken: list[tuple[str, str]] = []
        for naam in TABBLADEN:
            if naam != "tafel" or tafel:
                gekozen = naam == tab
                teken = "▸ " if gekozen else "  "
                stukken += [(teken, "$now"), (namen[naam], "$now bold" if gekozen else "$quiet"), ("  ", "")]
        self.query_one("#tabs", Woorden).say(words(*stukken, ("  t", "$now bold"), (" " + _("next"), "$quiet")))


def _chooser(nu: Uiting, kaarten: Sequence[Kaart]) -> tuple[str, Widget | None]:
    """Return what can be picked, and what that is called."""
    if nu.soort == "schaal":
        return _("The student chooses a number"), Schaalbalk(nu.min, nu.max, id="schaal", classes="tijdelijk")
    if nu.vraag == "samen.dossier":
        opties = [optie.tekst for optie in nu.opties]
        return _("The student ticks what goes along"), Vinklijst(opties, id="vinken", classes="tijdelijk")
    if nu.opties:
        opties = [optie.tekst for optie in nu.opties]
        chips = any(optie.citaat for optie in nu.opties)
        kop = _("The student’s own words") if chips else _("The student chooses, or says it in own words")
        soort = Kaartchips if chips else Kaartenlijst
        return kop, soort(opties, gewezen=False, id="keuze", classes="tijdelijk")
    if not kaarten:
        return "", None
    return _("Or another card"), Kaartenlijst(
        [_card(kaart) for kaart in kaarten], gewezen=False, id="kaarten", classes="tijdelijk"
    )


def _card(kaart: Kaart) -> tuple[str, str]:
    if kaart.gevoel:
        return kaart.tekst, _("← the feeling")
    return kaart.tekst, _("asked before") if kaart.gesteld else ""


def _field_label(schrijft: Schrijft, *, leerling_typt: bool) -> Content:
    match schrijft:
        case "vraag":
            wie, hoe = _("Your own question"), _("Enter asks it · Esc leaves it")
        case "zag":
            wie, hoe = _("What you saw, as the mentor"), _("Enter keeps it · Esc leaves it")
        case "erbij":
            wie, hoe = _("The student, to the question before"), _("Enter keeps it · Esc leaves it")
        case _ if leerling_typt:
            wie, hoe = _("Your own words"), _("Enter keeps it · Esc leaves it")
        case _:
            wie, hoe = _("The student’s words, to the letter"), _("Enter keeps it · Esc leaves it")
    return lines(words((wie, "$own bold"), (f"  {hoe}", "$quiet")))
