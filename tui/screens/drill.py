"""The drill: one utterance at a time, what to make of it, and what is said of the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar, Literal

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from gesprek.oefenen.bespreking import (
    Zin,
    count_right,
    discuss,
    distress,
    explain_option,
    look_again,
    name_option,
    question,
    whats_next,
)
from gesprek.oefenen.drill import Uitslag
from gesprek.oefenen.sessie import Drillsessie
from gesprek.taal import _, ngettext
from tui.screens.hulp import Hulp
from tui.tekst import Woorden, lines, words
from tui.werk import do
from tui.widgets import keuze
from tui.widgets.antwoord import Antwoord
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet
from tui.widgets.zorg import Zorgpaneel

Stand = Literal["kiezen", "schrijven", "besproken", "zorg", "klaar"]

OPDRACHTEN = {"/sla-over": "screen.skip", "/stop": "app.quit", "/help": "app.help"}
"""What can be typed instead of a sentence, as in the plain front end."""

_TEKENS = {"goed": "✓ ", "mis": "✗ ", "twijfel": "? ", "gehouden": "✓ "}
_STIJLEN = {"goed": "$now bold", "mis": "$own bold", "regel": "$quiet", "verder": "$quiet"}
_APART = ("uitleg", "voorbeeld", "regel")
"""Kinds of sentence that stand apart from what is before them, when there is room; an example belongs to its reason."""


class DrillScherm(Screen[None]):
    """The drill, round after round.

    :param sessie: the drill.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f3", "skip", "Skip", id="talk.skip"),
        Binding("pageup", "read(-1)", show=False),
        Binding("pagedown", "read(1)", show=False),
    ]

    antwoord = getters.query_one("#antwoord", Antwoord)

    def __init__(self, sessie: Drillsessie) -> None:
        super().__init__()
        self.sessie = sessie
        self._stand: Stand = "kiezen"
        self._bezig = False
        self._gevraagd_om = 0.0

    def compose(self) -> ComposeResult:
        """Set the page."""
        with Horizontal(id="kop"):
            yield Woorden(id="waar")
            yield Woorden(id="over")
        with VerticalScroll(id="blad", can_focus=False), Vertical(id="kolom"):
            yield Woorden(id="leerling")
            yield Woorden(id="uiting")
            yield Woorden(id="jij")
            yield Woorden(id="bespreking")
            yield Woorden(id="vraag")
            yield Antwoord(id="antwoord")
            yield Woorden(id="uitleg")
            yield Woorden(id="melding")
        yield Voet()

    async def on_mount(self) -> None:
        """Ask the first item."""
        rand = "" if self.sessie.archief.plek else " · " + _("not kept")
        self.query_one("#waar", Woorden).say(words((_("Learning the rules"), "$now bold"), (rand, "$quiet")))
        await self._ask()
        # loaded while the first item is read: the first sentence that is typed does not wait for it then
        self.run_worker(self.sessie.warm, thread=True)

    # showing

    def _say(self, **teksten: str | Content) -> None:
        """Show these texts, each in its place, and hide the places that are not named."""
        for plek in ("leerling", "uiting", "jij", "bespreking", "vraag", "uitleg", "melding"):
            vak = self.query_one(f"#{plek}", Woorden)
            tekst = teksten.get(plek, "")
            vak.display = bool(tekst)
            vak.say(tekst)

    def _utterance(self, leerling: str, uiting: str) -> dict[str, str | Content]:
        gezegd: dict[str, str | Content] = {}
        if leerling:
            gezegd["leerling"] = words((_("Student") + "  ", "$quiet"), (leerling, "$own"))
        gezegd["uiting"] = words((_("Mentor") + "  ", "$quiet"), (uiting, "bold"))
        return gezegd

    async def _ask(self) -> None:
        """Ask the item that is open, or show the end of the round."""
        opgave = self.sessie.now
        if opgave is None:
            await self._show_end()
            return
        self._stand = "kiezen" if self.sessie.opties else "schrijven"
        over = self.sessie.ronde.left
        kop = ngettext("{count} more after this one", "{count} more after this one", over).format(count=over)
        self._say_left(kop if over else _("The last one"))
        vooraf = _("Nothing is due today; these come before their day.") if self._begins_ahead() else ""
        self._say(
            **self._utterance(opgave.leerling, opgave.uiting),
            vraag=question(opgave),
            melding=self._message() or vooraf,
        )
        if self.sessie.opties:
            opties = _aligned([name_option(optie, opgave.taal) for optie in self.sessie.opties])
            await self._offer(opties, before="#uitleg")
            self._explain(0)
        else:
            await self._offer([])
            self._open_field("")

    def _begins_ahead(self) -> bool:
        return self.sessie.ahead and not self.sessie.ronde.done

    def _message(self) -> Content | str:
        melding = self.sessie.take_message()
        return words(("! ", "bold"), melding) if melding else ""

    def _say_left(self, tekst: str) -> None:
        self.query_one("#over", Woorden).say(words((tekst, "$quiet")))

    async def _offer(self, opties: Sequence[str], before: str = "#uitleg") -> None:
        """Put options on the page in the place of those before, or of the field."""
        await self.query("#kolom > .tijdelijk").remove()
        self.antwoord.display = not opties
        self._gevraagd_om = monotonic()
        if opties:
            lijst = Keuzelijst(opties, id="keuze", classes="tijdelijk")
            await self.query_one("#kolom").mount(lijst, before=before)
            lijst.focus(scroll_visible=False)
        self.query_one("#blad").scroll_home(animate=False)
        self.refresh_bindings()

    def _open_field(self, getypt: str) -> None:
        self.antwoord.fill(getypt)
        self.antwoord.invite(_("Type what you would say"))
        self.antwoord.focus()

    @on(Keuzelijst.Gewezen)
    def _pointer_moved(self, bericht: Keuzelijst.Gewezen) -> None:
        if self._stand == "kiezen":
            self._explain(bericht.nr)

    def _explain(self, nr: int) -> None:
        """Say under the options what the one that is pointed at means."""
        opties = self.sessie.opties
        vak = self.query_one("#uitleg", Woorden)
        vak.display = True
        vak.say(explain_option(opties[nr], self.sessie.taal) if 0 <= nr < len(opties) else "")

    async def _show(self, uitslag: Uitslag) -> None:
        """Show what came of an answer."""
        opgave = uitslag.opgave
        besproken = _set(list(discuss(uitslag)), ruim=not self.has_class("-laag"))
        gezegd = self._utterance(opgave.leerling, opgave.uiting)
        if uitslag.af:
            self._stand = "besproken"
            gezegd["jij"] = words((_("You") + "  ", "$quiet"), uitslag.herschreven.tekst) if uitslag.herschreven else ""
            self._say(**gezegd, bespreking=besproken, melding=self._message())
            await self._offer([_("Go on")])
            self.query_one("#blad").scroll_end(animate=False)
            return
        self._say(**gezegd, bespreking=besproken, vraag=question(opgave), melding=self._message())
        await self._offer([])
        self._open_field(uitslag.herschreven.tekst if uitslag.herschreven else "")
        self.query_one("#blad").scroll_end(animate=False)

    async def _show_end(self) -> None:
        """Show how the round went and what to look at again. No grade."""
        self._stand = "klaar"
        einde, ruim = self.sessie.close(), self.has_class("-hoog")
        self._say_left("")
        regels = [words((_("This round is done."), "$now bold")), *([words(count_right(einde))] if einde.van else [])]
        if einde.regels:
            regels += [words(""), words((_("Look at these again:"), "bold")), *([words("")] if ruim else [])]
        for naam, zin in look_again(einde, self.sessie.taal):
            kop = words((f"{naam}: ", "$own bold"), zin)
            regels += [words((naam, "$own bold")), words(zin), words("")] if ruim else [kop]
        verder = whats_next(einde, bewaard=self.sessie.kept)
        if verder:
            regels += [*([] if ruim and einde.regels else [words("")]), *(words((zin, "$quiet")) for zin in verder)]
        self._say(bespreking=lines(*regels), melding=self._message())
        await self._offer([_("Another round"), _("To the start")])

    # doing

    def _perform(self, handeling: Callable[[], Uitslag | None], gestuurd: str = "") -> None:
        if not self._bezig:
            self._bezig = True
            do(self, self._perform_in_thread(handeling, gestuurd))

    async def _perform_in_thread(self, handeling: Callable[[], Uitslag | None], gestuurd: str) -> None:
        try:
            alarm = bool(gestuurd) and await asyncio.to_thread(self.sessie.alarms, gestuurd)
            if alarm:
                await self._show_distress()
                return
            uitslag = await asyncio.to_thread(handeling)
            if uitslag is None:
                await self._ask()
            else:
                await self._show(uitslag)
        finally:
            self._bezig = False

    @on(Keuzelijst.Gekozen)
    async def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        if self._bezig:
            return
        if self._stand == "kiezen":
            self._perform(lambda: self.sessie.choose(bericht.nr))
        elif self._stand == "besproken":
            await self._ask()
        elif self._stand == "klaar" and bericht.nr == 0:
            self.sessie.begin_again()
            await self._ask()
        elif self._stand == "klaar":
            self.app.call_later(self.run_action, "app.home")
        else:
            await self._leave_distress(bericht.nr)

    @on(Antwoord.Verstuurd)
    def _send(self, bericht: Antwoord.Verstuurd) -> None:
        tekst = bericht.tekst
        if self._bezig:
            self.antwoord.give_back(tekst)
        elif (actie := OPDRACHTEN.get(tekst.strip().casefold())) is not None:
            self.app.call_later(self.run_action, actie)
        elif tekst.strip() or monotonic() - self._gevraagd_om >= keuze.BEDENKTIJD:  # else the second Enter of two
            self._perform(lambda: self.sessie.rewrite(tekst), tekst)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        return self._stand in ("kiezen", "schrijven") if action == "skip" else True

    def action_skip(self) -> None:
        """Leave this item."""
        self._perform(self.sessie.skip)

    def action_read(self, stap: int) -> None:
        """Read back on the page, or on."""
        blad = self.query_one("#blad")
        if stap > 0:
            blad.scroll_page_down(animate=False)
        else:
            blad.scroll_page_up(animate=False)

    # distress

    async def _show_distress(self) -> None:
        """Put the calm page in the place of everything; what was typed is gone, and is not judged."""
        self._stand = "zorg"
        self.antwoord.fill("")
        self.add_class("-zorg")
        paneel = Zorgpaneel(distress(self.sessie.taal), [_("Go on practising"), _("To the start")])
        await self.mount(paneel, before=self.query_one(Voet))
        paneel.query_one(Keuzelijst).focus(scroll_visible=False)
        self.refresh_bindings()

    async def _leave_distress(self, nr: int) -> None:
        await self.query(Zorgpaneel).remove()
        self.remove_class("-zorg")
        if nr == 0:
            await self._ask()
        else:
            self.app.call_later(self.run_action, "app.home")

    # help

    def help_page(self) -> ModalScreen[None]:
        """Return the help of the drill: what it is, what the options mean, and its keys."""
        sessie = self.sessie
        plek = sessie.archief.plek
        alineas = [
            _("You learn the ten rules: which one a sentence breaks or keeps, and how to say it better."),
            _("What goes wrong comes back, in this round and on a later day."),
        ]
        if plek and sessie.kept:
            alineas.append(_("Kept is only how each item went, not what you type: {place}").format(place=plek))
        else:
            alineas.append(_("Nothing of this is kept."))
        toetsen = [
            ("Enter", _("choose what is marked, or send your sentence")),
            ("1 2 3 …", _("choose straight away")),
            ("↑ ↓", _("move; under it stands what the rule means")),
            ("Ctrl+N, F3", _("skip this one")),
            ("PgUp, PgDn", _("read back")),
            ("F4", _("light or dark")),
            ("Ctrl+P", _("menu with everything you can do")),
            ("Ctrl+Q", _("stop the program")),
        ]
        return Hulp(plek, alineas, toetsen)


def _aligned(namen: Sequence[str]) -> list[str]:
    """Return options with the names of the rules under each other."""
    delen = [naam.partition(": ") for naam in namen]
    breed = max(len(doet) for doet, _punt, _regel in delen)
    return [f"{doet}{punt}".ljust(breed + 2) + regel for doet, punt, regel in delen]


def _set(zinnen: Sequence[Zin], *, ruim: bool) -> Content:
    """Set what is said of an answer, with a sign as well as a colour for what is right and what is not."""
    regels: list[Content] = []
    vorige = ""
    for zin in zinnen:
        hoort_erbij = zin.soort == "voorbeeld" and vorige == "uitleg"
        if regels and ruim and zin.soort in _APART and not hoort_erbij:
            regels.append(words(""))
        vorige = zin.soort
        teken, stijl = _TEKENS.get(zin.soort, ""), _STIJLEN.get(zin.soort, "")
        citaat = f"‘{zin.citaat}’: " if zin.citaat else ""
        regels.append(words((teken, stijl or "$now"), (citaat, "$own"), (zin.tekst, stijl)))
    return lines(*regels)
