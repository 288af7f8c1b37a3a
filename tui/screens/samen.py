"""A conversation of two on the screen: one glance for the question, one hand for the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, cast

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from gesprek.model import Spreker
from gesprek.samen.coach import Coach, watch
from gesprek.samen.fluister import whisper
from gesprek.samen.kaarten import Kaart, cards
from gesprek.samen.sessie import Samensessie
from gesprek.sessie import local_now
from gesprek.taal import _
from gesprek.uiting import Uiting
from tui.screens.bevestiging import Bevestiging
from tui.screens.gesprek import OPDRACHTEN, GesprekScherm
from tui.screens.hulp import Hulp
from tui.tekst import Woorden, lines, words
from tui.toetsen import explain_samen
from tui.werk import do
from tui.widgets.antwoord import Antwoord
from tui.widgets.kaart import Kaartinhoud
from tui.widgets.keuze import Getypt, Keuzelijst
from tui.widgets.lemniscaat import Faseregel
from tui.widgets.samen_blad import TABBLADEN, Kaartenlijst, Samenblad, Schrijft, Tafel, images
from tui.widgets.samen_kaart import Samenkaart, read_card_of_two
from tui.widgets.vinken import Vinklijst
from tui.widgets.voet import Voet

FLUISTER_NA = 0.15
"""Seconds after the last key before the whisper looks at a question."""
ACHTER_ELKAAR = 0.25
"""Seconds within which two letters are somebody typing, and no keys: what the student says, without Enter before it."""

_LETTERS = {
    "v": "own",
    "w": "saw",
    "e": "more",
    "s": "skip",
    "z": "back",
    "k": "words",
    "d": "lines",
    "t": "tab",
    "g": "large",
}


class SamenScherm(GesprekScherm):
    """One conversation of a mentor and a student.

    :param sessie: the conversation, begun or resumed.
    :param uitingen: what it said at its beginning, when that was asked already.
    :param leerling_typt: the student is at the keyboard.
    :ivar kaarten: the cards that can be picked now, beside the question of now.
    """

    AUTO_FOCUS = "#kaarten"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "Student's words", id="samen.write"),
        Binding("v", "own", "Own question", id="samen.own"),
        Binding("w", "saw", "I saw", id="samen.saw"),
        Binding("e", "more", "More", id="samen.more"),
        Binding("s", "skip", "On", id="samen.skip"),
        Binding("z", "back", "Back", id="samen.back"),
        Binding("k", "words", "Their words", id="samen.words"),
        Binding("d", "lines", "Take away", id="samen.lines"),
        Binding("t", "tab", "Tab", id="samen.tab"),
        Binding("g", "large", "Wide", id="samen.large"),
        Binding("ctrl+b,f2", "back", show=False),
        Binding("ctrl+n,f3", "skip", show=False),
        Binding("delete,backspace", "drop", show=False),
        Binding("escape", "rest", show=False),
    ]

    bladzijde = getters.query_one("#blad", Samenblad)

    def __init__(self, sessie: Samensessie, uitingen: Sequence[Uiting] = (), *, leerling_typt: bool = False) -> None:
        super().__init__(sessie, uitingen)
        self.leerling_typt = leerling_typt
        self._schrijft: Schrijft = ""
        self._half: dict[Schrijft, str] = {}
        self.kaarten: list[Kaart] = []
        self._tab = "kaarten"
        self._stap = ""
        self._groot = False
        self._stil = 0
        self._tik: Timer | None = None
        self._fluister: Timer | None = None
        self._getypt = ""
        self._toets: Timer | None = None

    @property
    def samen(self) -> Samensessie:
        """The conversation, as one of two."""
        return cast(Samensessie, self.sessie)

    def compose(self) -> ComposeResult:
        """Set the bar, the two columns and the footer."""
        taal = self.sessie.gesprek.taal
        namen = {str(id): fase.naam.in_taal(taal) for id, fase in self.sessie.bron.flow.fasen.items()}
        gesprek = self.sessie.gesprek
        wie = " + ".join(naam for naam in (gesprek.leerling, gesprek.mentor) if naam)
        yield Faseregel(namen, wie if self.sessie.archief.plek else _("not kept"), id="kop")
        yield Woorden(id="coach")
        with Horizontal(id="midden"):
            yield Samenblad(id="blad")
        yield Voet()

    async def on_mount(self) -> None:
        """Look at the time now and then."""
        self._tik = self.set_interval(1.0, self._second)

    # showing

    def _show_story(self) -> None:
        pass  # it stands in the words beside the question

    def _show_fase(self, fase: str) -> None:
        self.query_one(Faseregel).fase = fase

    async def _show_question(self, nu: Uiting, gezegd: str) -> None:
        verloop = self.samen.samen
        self._warm_lemmas(nu)
        self._set_stand("navraag" if nu.navraag else "vraag", nu)
        await self.query("#midden > .tijdelijk").remove()
        beelden = images(self.samen)
        await self.bladzijde.show_earlier(beelden)
        self.bladzijde.show_last(beelden)
        klaar = [] if nu.navraag else cards(verloop)
        self.kaarten = [kaart for kaart in klaar if kaart.id != nu.vraag + nu.deel]
        await self.bladzijde.lay_out(nu, self.kaarten, gevraagd=verloop.gevraagd, groot=self._groot)
        await self.query_one(Tafel).lay(verloop.table, naast=verloop.fase == "reflecteren")
        self._choose_tab(verloop.stand.stap, bool(verloop.table))
        coach = watch(verloop, local_now())
        self._stil = coach.stilte if nu.soort == "vraag" else 0
        self._show_coach(coach)
        self._schrijft = ""
        self.bladzijde.write("")
        if nu.concept and not self.bladzijde.antwoord.value:
            self._schrijft = "leerling"  # gone back: what was said waits to be said again
            self.bladzijde.antwoord.fill(nu.concept)
            self.bladzijde.write("leerling", leerling_typt=self.leerling_typt)
            self.bladzijde.focus_answer()
        laatst = verloop.regels[-1]
        if laatst.spreker is Spreker.MENTOR and not laatst.soort.asks and laatst.tekst:
            gezegd = gezegd or f"✓ {laatst.tekst}"
        if gezegd:
            self.bladzijde.say_quietly(gezegd)
        self.query_one("#rechts", VerticalScroll).scroll_end(animate=False)

    def _choose_tab(self, stap: str, tafel: bool) -> None:
        """Bring the table up when something new lies on it, and the cards when it is cleared."""
        if stap != self._stap:
            self._tab = "tafel" if tafel else "kaarten"
            self._stap = stap
        self._show_tab()

    def _show_tab(self) -> None:
        verloop = self.samen.samen
        if self._tab == "tafel" and not verloop.table:
            self._tab = "kaarten"
        self.bladzijde.show_tab(self._tab, len(verloop.said), tafel=bool(verloop.table))

    def _show_coach(self, coach: Coach) -> None:
        """Write the bar: the gate and the time; below it one thing to look at, or how long to wait still."""
        namen = self.sessie.bron.flow.fasen
        taal = self.sessie.gesprek.taal
        kort = " · ".join(
            f"{namen[fase].naam.in_taal(taal)} {_clock(seconden)}"  # type: ignore[index]
            for fase, seconden in coach.tijden.items()
            if seconden and (fase == coach.fase or self.has_class("-breed"))
        )
        poort = (f"○ {coach.poort}" if coach.poort else "", "")
        eerste = words(poort, ("   " if kort else "", ""), (kort, "$quiet"))
        tweede = words((f"» {coach.tip}", "$own")) if coach.tip else None
        if self._stil:
            stippen = "●" * self._stil + "○" * (10 - self._stil)
            tweede = words((_("Take your time: wait {dots}").format(dots=stippen), "$now"))
        self.query_one("#coach", Woorden).say(lines(eerste, tweede) if tweede is not None else eerste)

    def _second(self) -> None:
        if self._stand != "vraag":
            return
        nu = local_now()
        if self._stil or nu.second % 15 == 0:
            self._stil = max(0, self._stil - 1)
            self._show_coach(watch(self.samen.samen, nu))

    async def _show_card(self, slotwoord: str) -> None:
        inhoud = await self._schrijver.do(lambda: read_card_of_two(self.samen))
        self._set_stand("klaar")
        self.query_one("#coach", Woorden).say("")
        kaart = self._end_card(inhoud, slotwoord)
        await self.query_one("#midden").mount(kaart)
        kaart.focus()

    def _end_card(self, inhoud: Kaartinhoud, slotwoord: str) -> Samenkaart:
        return Samenkaart(inhoud, slotwoord, self.sessie.archief.plek, classes="tijdelijk")

    def help_page(self) -> Screen[None]:
        """Return the help of a conversation of two."""
        zinnen = (
            _("The mentor asks, the student tells. The question of now stands on top; read it out, or ask another."),
            _("The student’s words are written down to the letter. The student sees them, and may take any line away."),
        )
        return Hulp(self.sessie.archief.plek, zinnen, explain_samen())

    # writing

    def _write(self, schrijft: Schrijft) -> None:
        if self._stand != "vraag" or self._bezig:
            return
        veld = self.bladzijde.antwoord
        if self._schrijft != schrijft:
            if self._schrijft:
                self._half[self._schrijft] = veld.value
            veld.fill(self._half.pop(schrijft, ""))
        self._schrijft = schrijft
        self.bladzijde.write(schrijft, leerling_typt=self.leerling_typt)

    @on(Kaartenlijst.Schrijven)
    def _begin_to_write(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write down what the student says; goes on with what was half typed."""
        self._write(self._last_half() or "leerling")

    def _last_half(self) -> Schrijft:
        return self._schrijft if self._schrijft and self.bladzijde.antwoord.value.strip() else ""

    def action_own(self) -> None:
        """Type a question in own words."""
        self._write("vraag")

    def action_saw(self) -> None:
        """Type what the mentor saw."""
        self._write("zag")

    def action_more(self) -> None:
        """Type more of the student to the question before."""
        self._write("erbij")

    def action_drop(self) -> None:
        """Throw away what was typed and not kept."""
        if self._schrijft and not self.bladzijde.antwoord.has_focus:
            self.bladzijde.antwoord.fill("")
            self._schrijft = ""
            self.bladzijde.write("")

    def action_rest(self) -> None:
        """Leave the field; what was typed waits."""
        self.bladzijde.say_quietly("")
        self.bladzijde.focus_answer()
        if not self.bladzijde.antwoord.value.strip():
            self._schrijft = ""
            self.bladzijde.write("")

    @on(Antwoord.Verstuurd)
    def _send(self, bericht: Antwoord.Verstuurd) -> None:
        bericht.prevent_default()  # not what a conversation of one does with it
        tekst, schrijft = bericht.tekst, self._schrijft
        if self._bezig:
            self.bladzijde.antwoord.give_back(tekst)
        elif not tekst.strip():
            self.action_rest()
        elif (actie := OPDRACHTEN.get(tekst.strip().casefold())) is not None:
            self.app.call_later(self.run_action, actie)
        else:
            doet = {"vraag": self.samen.say, "zag": self.samen.observe, "erbij": self.samen.add}.get(
                schrijft, self.samen.answer
            )
            self._perform(lambda: doet(tekst), tekst)

    @on(TextArea.Changed, "#antwoord")
    def _whisper_soon(self) -> None:
        if self._fluister is not None:
            self._fluister.stop()
        if self._schrijft == "vraag":
            self._fluister = self.set_timer(FLUISTER_NA, lambda: do(self, self._whisper()))

    async def _whisper(self) -> None:
        tekst = self.bladzijde.antwoord.value
        if not tekst.strip() or self._schrijft != "vraag":
            self.bladzijde.say_quietly("")
            return
        taal, gezegd = self.sessie.gesprek.taal, self.samen.samen.said[-6:]
        gehoord = await asyncio.to_thread(whisper, tekst, taal, gezegd)
        if self._schrijft == "vraag" and self.bladzijde.antwoord.value == tekst:
            self.bladzijde.say_quietly(gehoord.as_text() if gehoord else "")

    # picking

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        if self._tab == "woorden" and not self.has_class("-breed") and bericht.keuzelijst.id in ("kaarten", "keuze"):
            bericht.prevent_default()  # what was picked from cannot be seen
            self._tab = "kaarten"
            self._show_tab()
        elif bericht.keuzelijst.id == "kaarten":
            bericht.prevent_default()
            id = self.kaarten[bericht.nr].id
            self._perform(lambda: self.samen.ask(id))

    @on(Vinklijst.Klaar)
    def _ticked(self, bericht: Vinklijst.Klaar) -> None:
        gekozen = ", ".join(str(nr + 1) for nr in bericht.nrs) or "niets"
        self._perform(lambda: self.samen.answer(gekozen))

    @on(Getypt)
    def _letter(self, bericht: Getypt) -> None:
        bericht.stop()
        self._press(bericht.teken)

    def on_key(self, event: events.Key) -> None:
        """Take a letter as a key of its own, wherever the focus is but in the field."""
        event.prevent_default()
        if self._stand == "vraag" and event.character is not None and event.is_printable:
            event.stop()
            self._press(event.character)

    def _press(self, teken: str) -> None:
        """Take a letter as a key; two within a moment are words, and open the field for the student's."""
        if self._typing():
            self.bladzijde.antwoord.insert(teken)
            return
        self._getypt += teken
        if self._toets is not None:
            self._toets.stop()
            self._toets = None
        if len(self._getypt) > 1:
            woorden, self._getypt = self._getypt, ""
            self.action_write()
            self.bladzijde.antwoord.insert(woorden)
        else:
            self._toets = self.set_timer(ACHTER_ELKAAR, self._single_letter)

    def _single_letter(self) -> None:
        teken, self._getypt, self._toets = self._getypt, "", None
        if teken.isdecimal() and self._tab != "kaarten":
            self._tab = "kaarten"  # what a digit picks from comes in sight first
            self._show_tab()
            self.call_after_refresh(self.bladzijde.focus_answer)
        actie = _LETTERS.get(teken.casefold())
        if actie is None or self._bezig:
            return
        if self.check_action(actie, ()):
            self.app.call_later(self.run_action, actie)
        elif not self._typing():
            self.bladzijde.say_quietly(_("{key}: not possible now.").format(key=teken.upper()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work now."""
        verloop = self.samen.samen
        vrij = self._stand == "vraag" and not (self.is_mounted and self._typing())
        match action:
            case "write" | "own" | "large":
                return vrij
            case "lines":
                return vrij and bool(verloop.said)
            case "tab":
                return vrij and not self.has_class("-breed")
            case "saw":
                return vrij and verloop.may_observe
            case "more":
                return vrij and verloop.can_add
            case "words":
                return vrij and verloop.can_offer_words
            case "back" | "skip":
                return self._stand == "vraag" and (action == "skip" or verloop.can_go_back)
            case "drop" | "rest":
                return self._stand == "vraag"
            case "mentor":
                return self._stand == "klaar"
        return super().check_action(action, parameters)

    def _typing(self) -> bool:
        return isinstance(self.focused, Antwoord)

    def action_words(self) -> None:
        """Ask for the words that the student used, to choose a kernwoord from."""
        self._perform(self.samen.offer_words)

    def action_read(self, stap: int) -> None:
        """Read on or back: the table when not all of it is in sight, else what was said or what can be picked."""
        vakken = (self.query_one(Tafel), self.query_one("#rechts"), self.query_one("#nu"))
        vak = next((v for v in vakken if v.display and v.max_scroll_y > 0), None)
        if vak is not None:
            (vak.scroll_page_down if stap > 0 else vak.scroll_page_up)(animate=False)

    def action_tab(self) -> None:
        """Go to the next tab."""
        tafel = bool(self.samen.samen.table)
        tabs = [tab for tab in TABBLADEN if tab != "tafel" or tafel]
        self._tab = tabs[(tabs.index(self._tab) + 1) % len(tabs)] if self._tab in tabs else "kaarten"
        self._show_tab()

    def action_lines(self) -> None:
        """Go to the last line of the student, to take its words away or to read back."""
        if not self.has_class("-breed"):
            self._tab = "woorden"
            self._show_tab()
        self.call_after_refresh(self.bladzijde.focus_last_own)

    def action_large(self) -> None:
        """Set the page wide, or as it was."""
        if self._bezig:
            return
        self._groot = not self._groot
        self.set_class(self._groot, "-groot")
        self._bezig = True
        do(self, self._show_again())

    async def _show_again(self) -> None:
        try:
            await self._show(())
        finally:
            self._bezig = False

    def on_resize(self) -> None:
        """Set a wide question anew for the room that there is."""
        if self._groot and self._stand == "vraag" and not self._bezig:
            self._bezig = True
            do(self, self._show_again())

    def action_mentor(self) -> None:
        """Show the mentor the report on their own questions. It is made now, and nothing of it is kept."""

        def decided(tonen: bool | None) -> None:
            if tonen and not self._bezig:
                self._bezig = True
                do(self, self._show_report())

        vraag = _("This is about the mentor’s questions, and only for the mentor. Show it now?")
        self.app.push_screen(Bevestiging(vraag, "", _("Show it"), _("Later")), decided)

    async def _show_report(self) -> None:
        from gesprek.samen.nalezen import report
        from tui.screens.verslag import Verslagscherm

        try:
            verslag = await asyncio.to_thread(report, self.samen.samen)
            await self.app.push_screen(Verslagscherm(verslag, Path(f"gesprek-{self.sessie.gesprek.id}.txt")))
        finally:
            self._bezig = False

    # keeping what is typed

    async def keep_draft(self, *, settle: bool = False) -> bool:
        """Keep what is being typed of the student's words; a mentor's half question is not kept."""
        if self._schrijft in ("vraag", "zag"):
            return True
        return await super().keep_draft(settle=settle)

    async def _restore_draft(self) -> None:
        await super()._restore_draft()
        if half := self.bladzijde.antwoord.value:
            self._half["leerling"] = half
            self._write("leerling")


def _clock(seconden: int) -> str:
    return f"{seconden // 60}:{seconden % 60:02}"
