"""The conversation: a calm page with the question of now, and what was said above it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import ClassVar, Literal

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from gesprek import luisteren
from gesprek.archief import Archieffout
from gesprek.model import Afspraak
from gesprek.protocol import distress_text
from gesprek.sessie import Sessie
from gesprek.taal import _
from gesprek.uiting import Uiting, Uitkomst
from tui.schrijver import RUST, Schrijver
from tui.screens.bevestiging import Bevestiging
from tui.tekst import Woorden, words
from tui.werk import do
from tui.widgets import keuze
from tui.widgets.antwoord import Antwoord
from tui.widgets.beurt import EigenBeurt, earlier
from tui.widgets.bladzijde import Bladzijde
from tui.widgets.kaart import Eindkaart, read_card
from tui.widgets.keuze import Keuzelijst
from tui.widgets.lemniscaat import Faseregel, Lemniscaat
from tui.widgets.schaal import Schaalbalk
from tui.widgets.verhaal import Verhaalpaneel
from tui.widgets.voet import Voet
from tui.widgets.zorg import Zorgpaneel

NA_HET_BEGIN = 0.05
"""Seconds after which the word lists are loaded: the question is painted then, and nobody has answered yet."""
Stand = Literal["vraag", "navraag", "zorg", "gestopt", "klaar"]

OPDRACHTEN = {"/terug": "screen.back", "/sla-over": "screen.skip", "/stop": "app.quit", "/help": "app.help"}
"""What can be typed instead of an answer, as in the plain front end: the program names some of these itself."""


class GesprekScherm(Screen[None]):
    """One conversation.

    :param sessie: the conversation, begun or resumed.
    :param uitingen: what it said at its beginning, when that was asked already.
    :param vooruit: what was typed before the screen was there.
    """

    AUTO_FOCUS = "#antwoord"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+b,f2", "back", "Back", id="talk.back"),
        Binding("ctrl+n,f3", "skip", "Skip", id="talk.skip"),
        Binding("pageup", "read(-1)", show=False),
        Binding("pagedown", "read(1)", show=False),
        Binding("escape", "rest", show=False),
    ]

    bladzijde = getters.query_one("#blad", Bladzijde)

    def __init__(self, sessie: Sessie, uitingen: Sequence[Uiting] = (), vooruit: str = "") -> None:
        super().__init__()
        self.sessie = sessie
        self._uitingen = tuple(uitingen)
        self._vooruit = vooruit
        self._schrijver = Schrijver(sessie)
        self._stand: Stand = "vraag"
        self._bezig = False
        self._lemmas = False
        self._gevraagd_om = 0.0
        self._niet_verstuurd: dict[tuple[str, ...], str] = {}
        self._rust: Timer | None = None

    def compose(self) -> ComposeResult:
        """Set the page, and what stands beside it when there is room."""
        taal = self.sessie.gesprek.taal
        namen = {str(id): fase.naam.in_taal(taal) for id, fase in self.sessie.bron.flow.fasen.items()}
        bewaard = bool(self.sessie.archief.plek)
        yield Faseregel(namen, "" if bewaard else _("not kept"), id="kop")
        with Horizontal(id="midden"):
            yield Bladzijde(id="blad")
            with Vertical(id="zij"):
                yield Lemniscaat(namen)
                if not bewaard:
                    yield Woorden(words((_("Nothing of this is kept."), "$quiet")), id="niet_bewaard")
                yield Verhaalpaneel()
        yield Voet()

    async def on_mount(self) -> None:
        """Ask the first question, or the one that was open."""
        sessie = self.sessie
        begonnen = bool(sessie.verloop.beurten) and not self._uitingen
        uitingen = self._uitingen
        if begonnen:
            uitingen = (sessie.verloop.welcome_back(),)
        elif not uitingen:
            uitingen = sessie.start().uitingen
        await self._show(uitingen)
        if self._vooruit:
            self.bladzijde.type(self._vooruit)
        self.set_timer(NA_HET_BEGIN, self._warm_lists)
        if begonnen:
            do(self, self._restore_draft())

    def _warm_lists(self) -> None:
        self.run_worker(lambda: luisteren.warm(self.sessie.gesprek.taal), thread=True)

    # showing

    async def _show(self, uitingen: Sequence[Uiting]) -> None:
        """Show what the program says now, and ask what is open."""
        sessie = self.sessie
        nu = next((u for u in uitingen if u.soort != "reactie"), None) or sessie.now
        gezegd = "\n".join(u.tekst for u in uitingen if u.soort == "reactie")
        if nu is None or nu.soort == "klaar":
            await self._show_card("\n".join([gezegd, nu.tekst if nu else ""]).strip())
        elif nu.soort == "zorg" and not nu.navraag:
            await self._show_distress("zorg", distress_text(nu, sessie), [optie.tekst for optie in nu.opties])
        else:
            await self._show_question(*_in_two(nu) if nu.navraag else (nu, gezegd))
        self._show_story()
        self.refresh_bindings()

    def _show_story(self) -> None:
        self.query_one(Verhaalpaneel).show(self.sessie.verloop)

    async def _show_question(self, nu: Uiting, gezegd: str) -> None:
        self._warm_lemmas(nu)
        self._set_stand("navraag" if nu.navraag else "vraag", nu)
        await self.query("#midden > .tijdelijk").remove()
        await self.bladzijde.show_earlier(earlier(self.sessie))
        self._gevraagd_om = monotonic()
        await self.bladzijde.ask(nu, gezegd, self._niet_verstuurd.pop(_place(nu), nu.concept))

    def _warm_lemmas(self, nu: Uiting) -> None:
        if nu.fase == "reflecteren" and not self._lemmas:
            self._lemmas = True
            self.run_worker(lambda: luisteren.warm_lemmas(self.sessie.gesprek.taal), thread=True)

    async def _show_distress(self, stand: Stand, tekst: str, opties: Sequence[str]) -> None:
        """Put the calm page in the place of everything; what was typed is gone."""
        self._set_stand(stand)
        self._niet_verstuurd.clear()
        self.bladzijde.antwoord.fill("")
        await self.query("#midden > .tijdelijk").remove()
        paneel = Zorgpaneel(tekst, opties, classes="tijdelijk")
        await self.query_one("#midden").mount(paneel)
        paneel.query_one(Keuzelijst).focus(scroll_visible=False)

    async def _show_card(self, slotwoord: str) -> None:
        """Put the card in the place of the page."""
        inhoud = await self._schrijver.do(lambda: read_card(self.sessie.verloop))
        self._set_stand("klaar")
        kaart = Eindkaart(inhoud, slotwoord, self.sessie.archief.plek, classes="tijdelijk")
        await self.query_one("#midden").mount(kaart, before=self.query_one("#midden").children[-1])
        kaart.focus()

    def _set_stand(self, stand: Stand, nu: Uiting | None = None) -> None:
        self._stand = stand
        begonnen = any(beurt.soort.answers for beurt in self.sessie.verloop.beurten)
        self.set_class(stand == "vraag" and not begonnen, "-eerste")
        self.set_class(nu is not None and "kernwoord" in nu.vult, "-kernwoord")
        self.set_class(stand == "navraag", "-navraag")
        self.set_class(stand in ("zorg", "gestopt"), "-zorg")
        self.set_class(stand == "klaar", "-klaar")
        if stand != "navraag":
            self._show_fase("klaar" if stand == "klaar" else nu.fase if nu else "")

    def _show_fase(self, fase: str) -> None:
        self.query_one(Faseregel).fase = self.query_one(Lemniscaat).fase = fase

    # doing

    def _perform(self, handeling: Callable[[], Uitkomst], gestuurd: str = "") -> None:
        """Do something with the conversation, unless something is being done already.

        :param gestuurd: what was taken out of the field for it; it comes back when it cannot be kept.
        """
        if not self._bezig:
            self._bezig = True
            do(self, self._perform_in_thread(handeling, gestuurd))

    async def _perform_in_thread(self, handeling: Callable[[], Uitkomst], gestuurd: str) -> None:
        try:
            uitkomst = await self._schrijver.answer(handeling)
            if uitkomst.actie:
                await self._show_stopped(uitkomst)
            else:
                await self._show(uitkomst.uitingen)
        except Archieffout as fout:
            self._complain(str(fout), gestuurd)
        finally:
            self._bezig = False

    def _complain(self, zin: str, gestuurd: str = "") -> None:
        self.bladzijde.antwoord.give_back(gestuurd)
        if self._stand in ("vraag", "navraag"):
            self.bladzijde.complain(zin)
        else:
            self.app.notify(zin)

    async def _show_stopped(self, uitkomst: Uitkomst) -> None:
        """After a word about distress: say what was done, and still who to call."""
        gezegd = Uiting("zorg", " ".join(u.tekst for u in uitkomst.uitingen))
        await self._show_distress("gestopt", distress_text(gezegd, self.sessie), [_("To the start"), _("Stop")])
        self.refresh_bindings()

    @on(Antwoord.Verstuurd)
    def _send(self, bericht: Antwoord.Verstuurd) -> None:
        tekst = bericht.tekst
        if not tekst.strip():
            self._send_nothing()
        elif self._bezig:
            self.bladzijde.antwoord.give_back(tekst)
        elif (actie := OPDRACHTEN.get(tekst.strip().casefold())) is not None:
            self.app.call_later(self.run_action, actie)
        else:
            self._perform(lambda: self.sessie.answer(tekst), tekst)

    def _send_nothing(self) -> None:
        kiezer = self.bladzijde.kiezer
        if kiezer is not None:
            kiezer.focus()
        elif monotonic() - self._gevraagd_om >= keuze.BEDENKTIJD:  # else it is the second Enter of two
            self._perform(lambda: self.sessie.answer(""))

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        if self._stand == "gestopt":
            self.app.call_later(self.run_action, "app.home" if bericht.nr == 0 else "app.quit")
        else:
            self._perform(lambda: self.sessie.answer(bericht.tekst))

    @on(Schaalbalk.Gekozen)
    def _rate(self, bericht: Schaalbalk.Gekozen) -> None:
        self._perform(lambda: self.sessie.answer(str(bericht.getal)))

    @on(Eindkaart.Gesloten)
    def _close_card(self) -> None:
        self.app.call_later(self.run_action, "app.home")

    @on(Eindkaart.Agenda)
    def _take_days_along(self) -> None:
        from tui.screens.afspraken import ask_calendar

        gesprek = self.sessie.gesprek
        afspraken = [
            Afspraak(gesprek.id, nr, tekst, dag)
            for nr, (tekst, dag) in enumerate(self.sessie.verloop.opbrengst().afspraken)
        ]
        ask_calendar(self, afspraken, gesprek.taal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "back":
            return self._stand == "vraag" and self.sessie.verloop.can_go_back
        return self._stand == "vraag" if action in ("skip", "read", "rest") else True

    def action_back(self) -> None:
        """Go back to the question before."""
        self._leave(self.sessie.back)

    def action_skip(self) -> None:
        """Leave the question for what it is."""
        self._leave(self.sessie.skip)

    def _leave(self, handeling: Callable[[], Uitkomst]) -> None:
        """Leave the question; what was typed and not sent waits for when it is asked again."""
        nu = self.sessie.now
        if self._bezig or nu is None:
            return
        tekst = self.bladzijde.antwoord.take()
        if tekst.strip() and tekst != nu.concept:
            self._niet_verstuurd[_place(nu)] = tekst
        self._perform(handeling, tekst)

    def action_read(self, stap: int) -> None:
        """Read back in what was said, or on."""
        self.bladzijde.read(stap)

    def action_rest(self) -> None:
        """Go to the question, wherever the focus is. Nothing is lost."""
        self.bladzijde.anchor()
        self.bladzijde.focus_answer()

    def on_key(self, event: events.Key) -> None:
        """Type in the field what no other part of the screen wanted, also what was typed before it was there."""
        if self._stand == "vraag" and event.character is not None and event.is_printable:
            event.stop()
            self.bladzijde.type(event.character)

    # taking words away

    @on(EigenBeurt.Schrappen)
    def _ask_to_strike(self, bericht: EigenBeurt.Schrappen) -> None:
        nr = bericht.beeld.nr

        def decided(weg: bool | None) -> None:
            if weg and not self._bezig:
                self._bezig = True
                do(self, self._strike(nr))

        vraag = _("Take these words away? They will be gone for good.")
        self.app.push_screen(Bevestiging(vraag, bericht.beeld.tekst, _("Take away"), _("Leave them")), decided)

    async def _strike(self, nr: int) -> None:
        try:
            await self._schrijver.answer(lambda: self.sessie.strike(nr))
        except Archieffout as fout:
            self._complain(str(fout))
        else:
            await self._show(())
            self._wait_for_rest()
        finally:
            self._bezig = False

    # keeping what is typed

    @on(TextArea.Changed, "#antwoord")
    def _wait_for_rest(self) -> None:
        if self._rust is not None:
            self._rust.stop()
        self._rust = self.set_timer(RUST, self._rested)

    def _rested(self) -> None:
        do(self, self._keep_or_complain())

    async def _keep_or_complain(self) -> None:
        if not await self.keep_draft():
            self._complain(_("What you type cannot be kept now. It still stands here; sending it tries again."))

    async def keep_draft(self, *, settle: bool = False) -> bool:
        """Keep what is being typed now.

        :param settle: first let the field take the keys that are still on their way to it.
        :returns: whether it could be kept.
        """
        if self._stand != "vraag":
            return True
        if settle:
            gezien = asyncio.Event()
            self.bladzijde.antwoord.call_later(gezien.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(gezien.wait(), RUST)
        return await self._schrijver.keep_draft(lambda: self.bladzijde.antwoord.value)

    async def _restore_draft(self) -> None:
        try:
            concept = await self._schrijver.do(self.sessie.draft)
        except Archieffout as fout:
            self._complain(str(fout))
        else:
            veld = self.bladzijde.antwoord
            if concept and self._stand == "vraag":
                veld.fill(
                    concept + ("" if veld.value == (self.sessie.now or Uiting("vraag", "")).concept else veld.value)
                )
                veld.focus()

    def farewell(self) -> str:
        """Return how to go on with this conversation, for when the program has stopped."""
        sessie = self.sessie
        if sessie.verloop.klaar:
            return ""
        if sessie.kept:
            return _("Stopped. What you answered is kept; go on with: gesprek hervat {id}").format(id=sessie.gesprek.id)
        return "" if sessie.archief.plek else _("Stopped. Nothing of this conversation is kept.")


def _in_two(navraag: Uiting) -> tuple[Uiting, str]:
    """Return a check as its question, and what is said before that."""
    inleiding, punt, vraag = navraag.tekst.rpartition(". ")
    return replace(navraag, tekst=vraag), (inleiding + punt).strip()


def _place(uiting: Uiting) -> tuple[str, ...]:
    """Return what a question asks for: asked again, it may have other words."""
    return (uiting.stap, *(uiting.vult or (uiting.vraag,)))
