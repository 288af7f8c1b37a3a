"""The page: earlier turns, the question of now under them, and the field for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from gesprek.taal import _, ngettext
from gesprek.uiting import Uiting
from tui.tekst import Woorden, words
from tui.widgets.antwoord import Antwoord
from tui.widgets.beurt import Beurtbeeld, Beurtregel, EigenBeurt, Ouder, make_beurt
from tui.widgets.keuze import Chiplijst, Getypt, Keuzelijst
from tui.widgets.schaal import Schaalbalk

Kiezer = Keuzelijst | Schaalbalk


class Bladzijde(VerticalScroll, can_focus=False):
    """The page of a conversation. It shows; what an answer does is up to the screen."""

    TEGELIJK: ClassVar[int] = 40
    """How many earlier turns are on the page; more when the student reads further back."""

    antwoord = getters.query_one("#antwoord", Antwoord)
    ouder = getters.query_one("#ouder", Ouder)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._beelden: Sequence[Beurtbeeld] = ()
        self._meest = self.TEGELIJK

    def compose(self) -> ComposeResult:
        """Set the page."""
        with Vertical(id="kolom"):
            yield Ouder(id="ouder")
            yield Vertical(id="beurten")
            with Vertical(id="nu"):
                yield Woorden(id="reactie")
                yield Woorden(id="vraag")
                yield Antwoord(id="antwoord")
                yield Woorden(id="melding")

    def on_mount(self) -> None:
        """Stay at the end of the page as it grows."""
        self.anchor()

    # earlier turns

    async def show_earlier(self, beelden: Sequence[Beurtbeeld]) -> None:
        """Show the last of the earlier turns; only what differs from the page is changed."""
        self._beelden = beelden
        getoond = beelden[-self._meest :]
        beurten = self.query_one("#beurten", Vertical)
        wil = set(getoond)
        staat = list(beurten.query(Beurtregel))
        blijft = {widget.beeld: widget for widget in staat if widget.beeld in wil}
        await beurten.remove_children([widget for widget in staat if widget.beeld not in wil])
        nieuw: list[Beurtregel] = []
        for beeld in (*getoond, None):
            if beeld is not None and beeld not in blijft:
                nieuw.append(self.make_beurt(beeld))
            elif nieuw:
                await beurten.mount_all(nieuw, before=blijft[beeld] if beeld else None)
                nieuw = []
        verborgen = len(beelden) - len(getoond)
        self.ouder.set_class(verborgen > 0, "-nodig")
        tekst = ngettext("{count} earlier line", "{count} earlier lines", verborgen)
        self.ouder.say("▴ " + tekst.format(count=verborgen))

    def make_beurt(self, beeld: Beurtbeeld) -> Beurtregel:
        """Return the widget for an earlier turn."""
        return make_beurt(beeld)

    @on(Ouder.Gevraagd)
    async def _read_older(self) -> None:
        self._meest += self.TEGELIJK
        await self.show_earlier(self._beelden)
        if not self.ouder.has_class("-nodig"):
            self.antwoord.focus(scroll_visible=False)

    @on(Antwoord.Omhoog)
    def _from_field(self) -> None:
        kiezer = self.kiezer
        if kiezer is not None:
            kiezer.focus()
        else:
            self.focus_last_own()

    @on(Keuzelijst.Voorbij)
    def _from_options(self, bericht: Keuzelijst.Voorbij) -> None:
        if bericht.stap > 0:
            if self.antwoord.display:
                self.antwoord.focus()
        else:
            self.focus_last_own()

    @on(EigenBeurt.Verder)
    def _from_own(self, bericht: EigenBeurt.Verder) -> None:
        eigen = list(self.query(EigenBeurt))
        plek = eigen.index(bericht.beurt) + bericht.stap
        if plek >= len(eigen):
            self.focus_answer()
        elif plek >= 0:
            eigen[plek].focus()
        elif self.ouder.has_class("-nodig"):
            self.ouder.focus()

    def focus_last_own(self) -> None:
        """Go to the last of the student's own turns, when it can be seen."""
        eigen = list(self.query(EigenBeurt))
        if eigen and eigen[-1].region:
            eigen[-1].focus()

    def read(self, stap: int) -> None:
        """Scroll the page.

        :param stap: -1 is back, 1 is on.
        """
        if stap > 0:
            self.scroll_page_down(animate=False)
        else:
            self.release_anchor()
            self.scroll_page_up(animate=False)

    # the question of now

    @property
    def kiezer(self) -> Kiezer | None:
        """What can be chosen from, if anything."""
        for widget in self.query(".tijdelijk"):
            if isinstance(widget, (Keuzelijst, Schaalbalk)):
                return widget
        return None

    async def ask(self, nu: Uiting, gezegd: str, getypt: str) -> None:
        """Ask a question.

        :param gezegd: what the program says before it.
        :param getypt: what was typed on it before, to go on with.
        """
        for plek, tekst in (("#reactie", gezegd), ("#vraag", nu.tekst)):
            vak = self.query_one(plek, Woorden)
            vak.display = bool(tekst)
            vak.say(tekst)
        self.complain("")
        await self.query(".tijdelijk").remove()
        kiezer = _chooser(nu)
        if kiezer is not None:
            await self.query_one("#nu").mount(kiezer, before=self.antwoord)
        self.antwoord.display = not nu.navraag
        if nu.navraag:
            self.antwoord.fill("")
        elif not self.antwoord.text:
            self.antwoord.fill(getypt)
        uitnodiging = _("Type your answer")
        if kiezer:
            uitnodiging = _("or type a number") if isinstance(kiezer, Schaalbalk) else _("or in your own words")
        self.antwoord.invite(uitnodiging)
        self.focus_answer()
        self.anchor()

    def focus_answer(self) -> None:
        """Put the focus where the answer is expected."""
        kiezer = self.kiezer
        (self.antwoord if kiezer is None or self.antwoord.text else kiezer).focus()

    def complain(self, zin: str) -> None:
        """Say under the field, calmly, that something could not be done; nothing takes it away."""
        melding = self.query_one("#melding", Woorden)
        melding.display = bool(zin)
        melding.say(words(("! ", "bold"), zin))

    @on(Getypt)
    def _pass_on(self, bericht: Getypt) -> None:
        self.type(bericht.teken)

    @on(EigenBeurt.Verlaten)
    def _leave_own(self) -> None:
        self.focus_answer()

    def type(self, tekst: str) -> None:
        """Type in the field, wherever the focus is; nothing when there is none."""
        if self.antwoord.display:
            self.antwoord.focus()
            self.antwoord.insert(tekst)


def _chooser(nu: Uiting) -> Kiezer | None:
    if nu.soort == "schaal":
        return Schaalbalk(nu.min, nu.max, id="schaal", classes="tijdelijk")
    if nu.soort == "keuze" or nu.navraag:
        chips = any(optie.citaat for optie in nu.opties)
        opties = [optie.tekst for optie in nu.opties]
        gewezen = not chips and not nu.navraag
        soort = Chiplijst if chips else Keuzelijst
        return soort(opties, gewezen=gewezen, id="keuze", classes="tijdelijk")
    return None
