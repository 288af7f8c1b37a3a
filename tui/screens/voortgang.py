"""Progress: each rule over the practice conversations that were kept, as a plot and in numbers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen

from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.oefenen.overzicht import Persoon, Ronde, count_runs, read_own
from gesprek.oefenen.uitslag import totals
from gesprek.regels.oordeel import REGELNAMEN, Regelnaam
from gesprek.taal import _
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.tekst import Woorden, lines, one_line, words
from tui.toetsen import explain_progress
from tui.werk import do, do_newest
from tui.widgets.grafiek import Grafiek, Lijn
from tui.widgets.voet import Voet
from vragen.regels import load_regels

_PUNTEN = 20
"""Runs that the plot shows, the newest."""
_RIJEN = 12


class Regelregel(Woorden):
    """A rule in the list.

    :param nr: its place, from 0.
    """

    def __init__(self, nr: int, naam: str, gehouden: int, geschonden: int) -> None:
        super().__init__()
        self.nr = nr
        self._naam, self._aantal = naam, (gehouden, geschonden)
        self._breed = 34
        self.mark(False)

    def on_resize(self, event: events.Resize) -> None:
        """Set it anew when there is more or less room."""
        self._breed = event.size.width
        self.mark(self.has_class("-gekozen"))

    def mark(self, gekozen: bool) -> None:
        """Show whether this rule is looked at."""
        self.set_class(gekozen, "-gekozen")
        gehouden, geschonden = self._aantal
        ruimte = max(self._breed - 14, 8)
        self.say(
            words(
                ("▸ " if gekozen else "  ", "$now bold"),
                (one_line(self._naam, ruimte).ljust(ruimte), "bold" if gekozen else ""),
                (f" ✓{gehouden:>3}", "$now"),
                (f"  ✗{geschonden:>3}", "$own"),
            )
        )


class Voortgang(Screen[None]):
    """How practising went over time. No grade, and nothing that was typed.

    :param archief: where the runs are kept.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "erase", "Erase", id="progress.erase"),
        Binding("escape,q", "close", "Close", id="help.close"),
        Binding("down,right,tab,j", "move(1)", show=False),
        Binding("up,left,shift+tab,k", "move(-1)", show=False),
        Binding("pagedown,space", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]

    def __init__(self, archief: Archief, taal: Taal) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._zelf = Persoon("", ())
        self._ids: list[str] = []
        self._regel = 0

    def compose(self) -> ComposeResult:
        """Set the page; what was kept comes a moment later."""
        yield Woorden(words(("∞ ", "$now"), (_("Progress"), "$now bold")), id="kop")
        yield Woorden(id="melding")
        with Horizontal(id="midden"):
            yield VerticalScroll(id="regels", can_focus=False)
            with VerticalScroll(id="blad", can_focus=False):
                yield Vertical(id="regel")
        yield Voet()

    async def on_mount(self) -> None:
        """Fetch what was kept."""
        do_newest(self, self._fetch, "voortgang")

    async def _fetch(self) -> None:
        try:
            bewaard = await asyncio.to_thread(self._archief.oefeningen)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self._ids = [o.id for o in bewaard]
        self._zelf = await asyncio.to_thread(read_own, bewaard)
        self.set_class(not self._zelf.oefeningen, "-niets")
        if not self._zelf.oefeningen:
            self._say(
                words(_("There is nothing yet. Talk with a student; from three turns on it is kept how it went."))
            )
        else:
            uitleg = _("✓ kept, ✗ broken. This is no grade.")
            self._say(words(f"{count_runs(len(self._zelf.oefeningen))}. ", (uitleg, "$quiet")))
        per = totals(self._zelf.uitslagen)
        lijst = self.query_one("#regels")
        await lijst.remove_children()
        await lijst.mount_all(
            Regelregel(nr, self._rule_name(regel), *per[regel]) for nr, regel in enumerate(REGELNAMEN)
        )
        await self._show()
        self.refresh_bindings()

    def _say(self, tekst: Content) -> None:
        self.query_one("#melding", Woorden).say(tekst)

    def _rule_name(self, regel: Regelnaam) -> str:
        return load_regels().find(regel).naam.in_taal(self._taal)

    async def _show(self) -> None:
        """Show the rule that is pointed at."""
        for rij in self.query(Regelregel):
            rij.mark(rij.nr == self._regel)
            if rij.nr == self._regel:
                rij.scroll_visible(animate=False)
        vak = self.query_one("#regel")
        await vak.remove_children()
        rondes = self._zelf.oefeningen[-_PUNTEN:]
        if not rondes:
            return
        code = REGELNAMEN[self._regel]
        regel = load_regels().find(code)
        delen: list[Woorden | Grafiek] = [
            Woorden(words((regel.naam.in_taal(self._taal), "bold"))),
        ]
        if len(rondes) > 1:
            delen.append(_plot(code, rondes))
            delen.append(Woorden(words(("● " + _("kept"), "$now"), "   ", ("× " + _("broken"), "$own")), classes="zin"))
        delen.append(Woorden(lines(*self._rows(code, rondes[-_RIJEN:])), classes="zin"))
        delen.append(Woorden(words((regel.tekst.in_taal(self._taal), "italic $quiet"))))
        await vak.mount_all(delen)
        self.query_one("#blad").scroll_home(animate=False)

    def _rows(self, code: Regelnaam, rondes: Sequence[Ronde]) -> list[Content]:
        """Return the newest runs in numbers, the newest first."""
        from babel.dates import format_skeleton

        rijen = []
        for ronde in reversed(rondes):
            dag = format_skeleton("yMMMd", ronde.begonnen.astimezone(), locale=self._taal).ljust(12)
            gehouden, geschonden = ronde.uitslag.kept(code), ronde.uitslag.broken(code)
            rijen.append(
                words(
                    (f"{dag}  ", "$quiet"),
                    one_line(ronde.leerling.capitalize(), 12).ljust(12),
                    (f" ✓{gehouden:>2}", "$now"),
                    (f"  ✗{geschonden:>2}", "$own"),
                )
            )
        return rijen

    # keys

    async def action_move(self, stap: int) -> None:
        """Go to the rule above or below."""
        self._regel = min(max(self._regel + stap, 0), len(REGELNAMEN) - 1)
        await self._show()

    async def on_click(self, event: events.Click) -> None:
        """Go to the rule that is clicked."""
        if isinstance(event.widget, Regelregel):
            self._regel = event.widget.nr
            await self._show()

    def action_read(self, stap: int) -> None:
        """Read on, or back."""
        blad = self.query_one("#blad")
        blad.scroll_relative(y=stap * max(blad.size.height - 2, 1), animate=False)

    def action_close(self) -> None:
        """Go back to where it was opened, or stop."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        return bool(self._ids) if action == "erase" else True

    def action_erase(self) -> None:
        """Ask to erase what was kept of practising."""

        def decided(weg: bool | None) -> None:
            if weg:
                do(self, self._erase())

        vraag = _("Erase what was kept of all your practice conversations?")
        waarover = count_runs(len(self._ids))
        self.app.push_screen(Bevestiging(vraag, waarover, _("Erase"), _("Leave it")), decided)

    async def _erase(self) -> None:
        try:
            for id in self._ids:
                await asyncio.to_thread(self._archief.erase, id)
        except Archieffout as fout:
            self.app.notify(str(fout), timeout=10)
        await self._fetch()

    def help_page(self) -> ModalScreen[None]:
        """Return the help of progress."""
        plek = self._archief.plek
        alineas = [_("For each rule you see how often you kept and broke it, conversation by conversation.")]
        if plek:
            alineas.append(_("Kept is only how it went, never what you typed: {place}").format(place=plek))
        return Hulp(plek, alineas, explain_progress())


def _plot(code: Regelnaam, rondes: Sequence[Ronde]) -> Grafiek:
    gehouden = [(float(nr), float(r.uitslag.kept(code))) for nr, r in enumerate(rondes, 1)]
    geschonden = [(float(nr), float(r.uitslag.broken(code))) for nr, r in enumerate(rondes, 1)]
    hoogst = max(2, *(int(y) for _x, y in gehouden + geschonden))
    hoogst += hoogst % 2  # so that the middle is a whole number
    stap = max(1, -(-len(rondes) // 10))
    return Grafiek(
        [Lijn(gehouden), Lijn(geschonden, "own", "×")],
        x_as=[(float(nr), str(nr)) for nr in range(1, len(rondes) + 1, stap)],
        y_as=[(0.0, "0"), (hoogst / 2, str(hoogst // 2)), (float(hoogst), str(hoogst))],
        x=(0.7, len(rondes) + 0.3),
        y=(0, hoogst),
    )
