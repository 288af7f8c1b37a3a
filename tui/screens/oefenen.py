"""Talking with a simulated student: the student's last words on top, what you say below, and what it did."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from gesprek.oefenen.nabespreking import compare, hint, introduce, other_side
from gesprek.oefenen.oefensessie import MINST, Oefensessie
from gesprek.oefenen.opdrachten import OPDRACHTEN, spelled
from gesprek.oefenen.reactie import Antwoord as Reactie
from gesprek.taal import _, ngettext
from tui.screens.hulp import Hulp
from tui.tekst import Woorden, lines, words
from tui.toetsen import explain_practice
from tui.werk import do
from tui.widgets import keuze
from tui.widgets.antwoord import Antwoord
from tui.widgets.beurt import Beurtbeeld, Beurtregel
from tui.widgets.nagesprek import can_be_better, set_comparison, set_example, set_points, spoken
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from tui.app import GesprekApp

T = TypeVar("T")
Stand = Literal["praten", "anders"]

_ACTIES: dict[str, str] = {**OPDRACHTEN, "/help": "app.help"}
"""What can be typed instead of an utterance, as in the plain front end."""

_EERDER = 60
"""Earlier turns that stand on the screen."""


class OefenScherm(Screen[None]):
    """A practice conversation.

    :param sessie: the run.
    :param altijd: whether feedback comes after every utterance, and not only when asked for.
    """

    AUTO_FOCUS = "#antwoord"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "feedback", "Feedback", id="oefen.feedback", priority=True),
        Binding("f7", "hint", "Hint", id="oefen.hint", priority=True),
        Binding("f3", "wait", "Silence", id="oefen.wait", priority=True),
        Binding("f2,ctrl+b", "back", "Take back", id="oefen.back", priority=True),
        Binding("f8", "switch", "Switch", id="oefen.switch", priority=True),
        Binding("f6", "always", "Always feedback", id="oefen.always", priority=True),
        Binding("f9", "stop", "To the end", id="oefen.stop", priority=True),
        Binding("escape", "leave_try", "Go on", id="oefen.leave"),
        Binding("pageup", "read(-1)", show=False),
        Binding("pagedown", "read(1)", show=False),
    ]

    antwoord = getters.query_one("#antwoord", Antwoord)

    def __init__(self, sessie: Oefensessie, *, altijd: bool = False) -> None:
        super().__init__()
        self.sessie = sessie
        self._altijd = altijd
        self._stand: Stand = "praten"
        self._bezig = False
        self._besproken: Reactie | None = None
        self._poging = ""
        self._gevraagd_om = monotonic()

    def compose(self) -> ComposeResult:
        """Set the page."""
        with Horizontal(id="kop"):
            yield Woorden(id="wie")
            yield Woorden(id="stand")
        with Horizontal(id="midden"):
            with Vertical(id="hoofd"):
                yield Woorden(id="leerling")
                with VerticalScroll(id="blad", can_focus=False):
                    yield Vertical(id="beurten")
                    yield Woorden(id="bij")
                yield Woorden(id="label")
                yield Antwoord(id="antwoord")
            with VerticalScroll(id="zij", can_focus=False):
                yield Woorden(id="opdrachten")
                yield Woorden(id="naast")
        yield Voet()

    async def on_mount(self) -> None:
        """Say who the student is, and load what listening needs meanwhile."""
        await self._show()
        begin = words((_("You are the mentor. Say something; the student reacts to how you say it."), "$quiet"))
        self._say_beside(lines(begin, words(""), _commands(altijd=self._altijd)), begin)
        self.run_worker(self.sessie.warm, thread=True)

    @property
    def _gesprek(self) -> list[Reactie]:
        return self.sessie.gesprek.beurten

    @property
    def _naam(self) -> str:
        return self.sessie.leerling.naam.capitalize()

    # showing

    async def _show(self) -> None:
        """Show the conversation as it stands: the last words on top, what came before below them."""
        sessie = self.sessie
        rand = "" if sessie.archief.plek else " · " + _("not kept")
        schooltype = sessie.leerling.schooltype.in_taal(sessie.taal)
        self.query_one("#wie", Woorden).say(
            words(("∞ ", "$now"), (self._naam, "$now bold"), (f"  {schooltype}{rand}", "$quiet"))
        )
        self._show_state()
        if self._gesprek:
            tekst = words((f"{self._naam}  ", "$own"), (self._gesprek[-1].tekst, "bold"))
        else:
            tekst = words(introduce(sessie.leerling, sessie.taal))
        self.query_one("#leerling", Woorden).say(tekst)
        beurten = self.query_one("#beurten")
        with self.app.batch_update():
            await beurten.remove_children()
            await beurten.mount_all(Beurtregel(beeld) for beeld in self._earlier())
        self._invite()
        self._to_end()
        self.refresh_bindings()

    def _show_state(self) -> None:
        feedback = _("feedback: always") if self._altijd else _("feedback: when asked")
        nr = len(self._gesprek)
        beurten = ngettext("{count} turn", "{count} turns", nr).format(count=nr)
        self.query_one("#stand", Woorden).say(words((f"{feedback} · {beurten}", "$quiet")))
        self.query_one("#opdrachten", Woorden).say(_commands(altijd=self._altijd))

    def _earlier(self) -> list[Beurtbeeld]:
        """Return everything but the student's last words, which stand on top."""
        beelden: list[Beurtbeeld] = []
        for nr, beurt in enumerate(self._gesprek[-_EERDER:]):
            beelden.append(Beurtbeeld(2 * nr, "mentor", _("You") + f"  {spoken(beurt.uiting)}"))
            beelden.append(Beurtbeeld(2 * nr + 1, "programma", f"{self._naam}  {beurt.tekst}"))
        return beelden[:-1]

    def _invite(self) -> None:
        anders = self._stand == "anders"
        self.set_class(anders, "-anders")
        self.query_one("#label", Woorden).say(
            words((_("Say it in another way"), "$own bold"), (" · " + _("the student does not hear this"), "$quiet"))
            if anders
            else ""
        )
        nodigt = _("How else could you say it? Enter alone shows an example") if anders else _("What do you say?")
        self.antwoord.invite(nodigt)

    def _say_beside(self, tekst: Content | str, naast: Content | None = None) -> None:
        """Show feedback, or what was asked for: under the conversation, or beside it where there is room.

        :param naast: what stands beside it instead, where the commands are in sight already.
        """
        for plek, zegt in (("#bij", tekst), ("#naast", tekst if naast is None else naast)):
            vak = self.query_one(plek, Woorden)
            vak.set_class(not zegt, "-leeg")
            vak.say(zegt)
        self.query_one("#zij").scroll_home(animate=False)
        self._to_end()

    def _to_end(self) -> None:
        self.call_after_refresh(self.query_one("#blad").scroll_end, animate=False)

    # doing

    def _do(self, werk: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do something in a thread, one thing at a time, and show what came of it."""
        if not self._bezig:
            self._bezig = True
            do(self, self._do_in_thread(werk, then))

    async def _do_in_thread(self, werk: Callable[[], T], then: Callable[[T], object]) -> None:
        try:
            uitkomst = await asyncio.to_thread(werk)
            klaar = then(uitkomst)
            if asyncio.iscoroutine(klaar):
                await klaar
        finally:
            self._bezig = False

    @on(Antwoord.Verstuurd)
    def _send(self, bericht: Antwoord.Verstuurd) -> None:
        tekst = bericht.tekst
        if self._bezig:
            self.antwoord.give_back(tekst)
        elif (actie := _ACTIES.get(tekst.strip().casefold())) is not None:
            self.app.call_later(self.run_action, actie)
        elif tekst.lstrip().startswith("/"):
            self._say_beside(_commands(altijd=self._altijd))
        elif self._stand == "anders":
            self._try(tekst.strip())
        elif tekst.strip():
            self._do(lambda: self.sessie.gesprek.say(tekst.strip()), self._react)

    async def _react(self, antwoord: Reactie) -> None:
        """First the student's reaction; what is said of the utterance comes after it, and only when wanted."""
        self._besproken, self._poging = None, ""
        if self._altijd:
            await self._discuss(antwoord, ask=False)
        else:
            self._say_beside("")
        await self._show()

    async def _discuss(self, antwoord: Reactie, *, ask: bool) -> None:
        besproken = await asyncio.to_thread(set_points, antwoord, self.sessie.taal)
        self._besproken = antwoord
        if can_be_better(antwoord):
            if ask:
                self._begin_try()
            else:
                besproken = lines(besproken, words((_("F5: say it in another way, and compare."), "$now")))
        self._say_beside(besproken)

    def _begin_try(self) -> None:
        self._stand = "anders"
        self._gevraagd_om = monotonic()
        self._invite()
        self.refresh_bindings()

    def _try(self, poging: str) -> None:
        """Compare an own alternative with what was said; an example comes only after it, or for nothing typed."""
        antwoord = self._besproken
        if antwoord is None or (not poging and monotonic() - self._gevraagd_om < keuze.BEDENKTIJD):
            return  # the second Enter of two
        taal = self.sessie.taal

        def look() -> Content:
            if not poging:
                return lines(*(set_example(antwoord, taal) or [words(_("There is no example of this."))]))
            return set_comparison(antwoord, poging, compare(antwoord, poging, taal), taal)

        def show(vergeleken: Content) -> None:
            self._stand, self._poging = "praten", poging
            verder = _("F2 takes your turn back; then you can say it like this.")
            self._say_beside(lines(vergeleken, words((verder, "$quiet"))))
            self._invite()
            self.refresh_bindings()

        self._do(look, show)

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "leave_try":
            return self._stand == "anders"
        if action in ("feedback", "back"):
            return bool(self._gesprek)
        return True

    def action_leave_try(self) -> None:
        """Go on talking without saying it in another way."""
        self._stand = "praten"
        self._invite()
        self.refresh_bindings()

    def action_feedback(self) -> None:
        """Say what the last utterance kept or broke; where it broke something, first ask to say it in another way."""
        if self._gesprek and self._stand == "praten":
            antwoord = self._gesprek[-1]
            self._do(lambda: None, lambda _niets: self._discuss(antwoord, ask=True))

    def action_always(self) -> None:
        """Give feedback after every utterance, or only when asked for."""
        self._altijd = not self._altijd
        self._show_state()
        if self._altijd and self._gesprek and self._stand == "praten":
            antwoord = self._gesprek[-1]
            self._do(lambda: None, lambda _niets: self._discuss(antwoord, ask=False))

    def action_hint(self) -> None:
        """Say what could be tried now."""
        self._do(
            lambda: hint(self.sessie.gesprek), lambda zin: self._say_beside(words((_("Hint"), "$now bold"), f"  {zin}"))
        )

    def action_wait(self) -> None:
        """Say nothing, and see what comes."""
        if self._stand == "praten":
            self._do(self.sessie.gesprek.wait, self._react)

    def action_back(self) -> None:
        """Take back the last turn; its words, or those of the try after it, stand in the field again."""
        if not self._gesprek:
            return
        self._stand = "praten"

        async def taken(weg: Reactie | None) -> None:
            if weg is None:
                return
            if not self.antwoord.text:
                self.antwoord.fill(self._poging or ("" if spoken(weg.uiting) != weg.uiting else weg.uiting))
            self._besproken, self._poging = None, ""
            self._say_beside(words((_("Taken back. The student has forgotten it."), "$quiet")))
            await self._show()

        self._do(self.sessie.gesprek.take_back, taken)

    def action_switch(self) -> None:
        """See it through the student's eyes: what was felt, and what is held back."""

        def show(zinnen: Sequence[str]) -> None:
            kop = _("Through the eyes of {name}").format(name=self._naam)
            self._say_beside(lines(words((kop, "$own bold")), *(words(zin) for zin in zinnen)))

        self._do(lambda: list(other_side(self.sessie.gesprek)), show)

    async def action_stop(self) -> None:
        """Go to the end of the conversation; without a turn, back to where it was opened."""
        if self._bezig:
            return
        if not self._gesprek:
            self.leave()
            return
        from gesprek.oefenen.afronding import round_off
        from tui.screens.oefeneind import Oefeneind

        self._bezig = True
        try:
            melding = await asyncio.to_thread(self.sessie.keep)
            afronding = await asyncio.to_thread(round_off, self.sessie.gesprek)
        finally:
            self._bezig = False
        self._stand = "praten"
        self._invite()
        await self.app.push_screen(Oefeneind(self.sessie, afronding, melding, altijd=self._altijd))

    async def keep_open(self) -> str:
        """Keep what it came to, before the program or this screen is left; return why it could not be."""
        return await asyncio.to_thread(self.sessie.keep)

    def leave(self) -> None:
        """Go back to choosing a student."""
        from tui.screens.oefenkeuze import Oefenkeuze

        app = cast("GesprekApp", self.app)
        app.call_later(app.replace_page, Oefenkeuze(self.sessie.archief, self.sessie.taal))

    def action_read(self, stap: int) -> None:
        """Read back in the conversation, or on."""
        blad = self.query_one("#blad")
        if stap > 0:
            blad.scroll_page_down(animate=False)
        else:
            blad.scroll_page_up(animate=False)

    def help_page(self) -> ModalScreen[None]:
        """Return the help of practising."""
        plek = self.sessie.archief.plek
        alineas = [
            _("The student is made up. How open it is depends on how you ask, not only on what you ask."),
            _("First you see the reaction. What you kept or broke comes when you ask for it. There is no grade."),
            _("From {count} turns on it is kept how it went, never what you typed: {place}").format(
                count=MINST, place=plek
            )
            if plek
            else _("Nothing of this is kept."),
        ]
        return Hulp(plek, alineas, explain_practice())


def _commands(*, altijd: bool) -> Content:
    """Set what can be done, with its key and what can be typed for it."""
    regels = [
        ("F5", "/feedback", _("what your words did")),
        ("F6", "", _("feedback only when asked") if altijd else _("feedback after every turn")),
        ("F7", spelled("hint"), _("what you could try now")),
        ("F3", spelled("wait"), _("wait, say nothing")),
        ("F2", spelled("back"), _("take your turn back")),
        ("F8", spelled("switch"), _("through the student’s eyes")),
        ("F9", "/stop", _("to the end")),
    ]
    return lines(
        *(words((f"{toets}  ", "$now bold"), (opdracht.ljust(11), "$quiet"), doet) for toets, opdracht, doet in regels)
    )
