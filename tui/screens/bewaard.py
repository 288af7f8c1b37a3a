"""What is kept: how much, where, until when, who can see it; and taking it along, or away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen

from gesprek.archief import Archief, Archieffout
from gesprek.archief.bewaartermijn import TERMIJNEN, expired, read_term, term_words, write_term
from gesprek.archief.bewijs import Wisbewijs
from gesprek.archief.inzage import Inzage, count_lines, inzage_blocks, read_inzage, write_day
from gesprek.model import Gesprek, Taal
from gesprek.taal import _, ngettext
from tui.screens.bevestiging import Bevestiging
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelvraag
from tui.screens.vraagvlak import Vraagvlak
from tui.screens.wisverslag import tell_erased
from tui.tekst import Woorden, one_line, words
from tui.toetsen import explain_kept
from tui.werk import do, do_newest
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from gesprek.archief.slot import Slotwerk

_NOEM = 12
"""Conversations that are named before they are erased; of more only their number is said."""


class Bewaardscherm(Screen[None]):
    """What is kept, on one page, with what can be done with it.

    :param archief: where it is kept.
    :param taal: the language of the page.
    """

    AUTO_FOCUS = "Keuzelijst"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "erase", "Erase everything", id="kept.erase"),
        Binding("escape", "close", "Close", id="help.close"),
        Binding("pagedown,space", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]

    def __init__(self, archief: Archief, taal: Taal) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._inzage: Inzage | None = None
        self._acties: list[Callable[[], None]] = []
        self._bezig = False

    def compose(self) -> ComposeResult:
        """Set the page; what is kept comes a moment later."""
        yield Woorden(words(("∞ ", "$now"), (_("What is kept about you"), "$now bold")), id="kop")
        with VerticalScroll(id="blad", can_focus=False):
            yield Vertical(id="inzage")
        yield Vertical(id="keuze")
        yield Voet()

    async def on_mount(self) -> None:
        """Look what is kept."""
        do_newest(self, self._fetch, "bewaard")

    async def _fetch(self) -> None:
        try:
            self._inzage = await asyncio.to_thread(read_inzage, self._archief, datetime.now(UTC))
        except Archieffout as fout:
            self.app.notify(str(fout), timeout=10)
            return
        regels: list[Woorden] = []
        for kop, onder in inzage_blocks(self._inzage):
            if self._is_about_commands(kop):
                continue
            regels.append(Woorden(words((kop, "$now bold")), classes="kopje"))
            regels += [Woorden(words(("• ", "$quiet"), regel)) for regel in onder]
        blad = self.query_one("#inzage")
        async with self.batch():
            await blad.remove_children()
            await blad.mount_all(regels)
            await self._offer(self._inzage)
        self.refresh_bindings()

    @staticmethod
    def _is_about_commands(kop: str) -> bool:
        return kop == _("Taking it along, or deleting it")

    async def _offer(self, inzage: Inzage) -> None:
        """Set what can be done."""
        term = term_words(inzage.maanden) if inzage.maanden else _("no end")
        opties: list[tuple[str, str, Callable[[], None]]] = [
            (_("How long to keep"), _("now: {term}").format(term=term), self.action_term),
            (_("Make a backup"), _("all of it in one file"), self.action_back_up),
            (_("Lock with a passphrase"), _("locked") if inzage.op_slot else _("not locked"), self.action_lock),
        ]
        if inzage.verlopen:
            aantal = ngettext("{count} conversation", "{count} conversations", inzage.verlopen)
            opties.append((_("Erase what is older"), aantal.format(count=inzage.verlopen), self.action_erase_old))
        if not inzage.telling.empty:
            opties.append((_("Erase everything"), _("you see first what that is"), self.action_erase))
        if inzage.pad is None:
            opties = []
        self._acties = [doet for _naam, _uitleg, doet in opties]
        keuze = self.query_one("#keuze")
        await keuze.remove_children()
        if opties:
            await keuze.mount(Keuzelijst([(naam, uitleg) for naam, uitleg, _doet in opties]))
            if self.app.screen is self:
                keuze.query_one(Keuzelijst).focus()

    @on(Keuzelijst.Gekozen)
    def _choose(self, bericht: Keuzelijst.Gekozen) -> None:
        bericht.stop()
        if bericht.nr < len(self._acties):
            self._acties[bericht.nr]()

    # keys

    def action_read(self, richting: int) -> None:
        """Read on, or back."""
        blad = self.query_one("#blad")
        blad.scroll_relative(y=richting * max(blad.size.height - 2, 1), animate=False)

    def action_close(self) -> None:
        """Go back to where it was opened, or stop."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "erase":
            return self._inzage is not None and self._inzage.pad is not None and not self._inzage.telling.empty
        return True

    # how long

    def action_term(self) -> None:
        """Ask how long is kept."""
        maanden = [0, *TERMIJNEN]
        nu = read_term(self._archief)
        opties = [(term_words(m), _("as it is now") if m == nu else "") for m in maanden]
        regels = [_("Nothing goes by itself: what is older is shown here, and you decide.")]

        def chosen(nr: int | None) -> None:
            if nr is not None and nr >= 0:
                self._do(lambda: write_term(self._archief, maanden[nr]))

        self.app.push_screen(Vraagvlak(_("How long do you want to keep conversations?"), regels, opties), chosen)

    def _do(self, werk: Callable[[], object]) -> None:
        """Do something small with the archive, and show the page anew."""
        try:
            werk()
        except Archieffout as fout:
            self.app.notify(str(fout), timeout=10)
        do_newest(self, self._fetch, "bewaard")

    # a backup

    def action_back_up(self) -> None:
        """Ask where the backup goes."""
        voorstel = Path.home() / f"gesprek-{datetime.now(UTC).astimezone():%Y-%m-%d}.db"
        vraag = _("Where shall the backup be written?")
        uitleg = _("One file with everything in it. Put it back later with: gesprek herstel PATH")
        self.app.push_screen(Regelvraag(vraag, str(voorstel), uitleg), self._back_up_at)

    def _back_up_at(self, gekozen: str | None) -> None:
        if not gekozen:
            return
        doel = Path(gekozen).expanduser()
        if not doel.is_file():
            do(self, self._back_up(doel, vervang=False))
            return

        def decided(wel: bool | None) -> None:
            if wel:
                do(self, self._back_up(doel, vervang=True))

        vraag = _("This file is there already. Write over it?")
        self.app.push_screen(Bevestiging(vraag, doel.name, _("Write over it"), _("Leave it")), decided)

    async def _back_up(self, doel: Path, *, vervang: bool) -> None:
        try:
            pad = await asyncio.to_thread(self._archief.back_up, doel, vervang=vervang)
        except Archieffout as fout:
            self.app.notify(str(fout), timeout=10)
        else:
            self.app.notify(_("The backup is in {path}.").format(path=pad))
        await self._fetch()

    # the lock

    def action_lock(self) -> None:
        """Explain the lock and offer to set, change or remove it once this screen is closed."""
        from gesprek.archief.motor import locked_engine
        from gesprek.archief.slot import explain_lock

        werk: dict[Slotwerk, str]
        if self._archief.op_slot:
            regels = [_("The archive is locked; at each start the passphrase is asked.")]
            werk = {"wijzig": _("Change the passphrase"), "haal_weg": _("Take the lock away")}
        else:
            regels = explain_lock()
            werk = {"zet": _("Set a passphrase")}
        try:
            locked_engine()
        except Archieffout as fout:
            regels, werk = [*regels, str(fout)], {}
        else:
            regels = [
                *regels,
                _("This screen goes away then. You type the passphrase on a plain line, and do not see what you type."),
            ]

        def chosen(nr: int | None) -> None:
            if nr is not None and nr > 0:
                self._lock_after(list(werk)[nr - 1])

        opties = [_("Leave it"), *werk.values()] if werk else [_("Close")]
        self.app.push_screen(Vraagvlak(_("Locking"), regels, opties), chosen)

    def _lock_after(self, werk: Slotwerk) -> None:
        from tui.app import GesprekApp

        if isinstance(self.app, GesprekApp):
            self.app.daarna = werk
            self.app.call_later(self.app.action_quit)

    # erasing

    def action_erase(self) -> None:
        """Say exactly what will be gone, and ask."""
        if self._inzage is None:
            return
        regels = [f"• {regel}" for regel in count_lines(self._inzage.telling)]
        regels += self._stays(self._inzage)

        def decided(nr: int | None) -> None:
            if nr == 1:
                do(self, self._erase(self._archief.erase_all))

        opties = [_("Leave it"), _("Erase everything")]
        self.app.push_screen(Vraagvlak(_("Erase everything? This will be gone for good:"), regels, opties), decided)

    def action_erase_old(self) -> None:
        """Name what is older than is kept, and ask."""
        oud = expired(self._archief, datetime.now(UTC))
        if not oud:
            return
        regels = [f"• {_head(gesprek)}" for gesprek in oud[:_NOEM]]
        if len(oud) > _NOEM:
            regels.append(_("… and {count} more").format(count=len(oud) - _NOEM))

        def decided(nr: int | None) -> None:
            if nr == 1:
                do(self, self._erase(lambda: self._archief.erase(*(gesprek.id for gesprek in oud))))

        opties = [_("Leave it"), _("Erase")]
        self.app.push_screen(Vraagvlak(_("Erase these? They will be gone for good:"), regels, opties), decided)

    @staticmethod
    def _stays(inzage: Inzage) -> list[str]:
        regels = [
            _("Still there afterwards: the backup {path}").format(path=kopie.pad)
            for kopie in inzage.kopieen
            if kopie.er
        ]
        return [*regels, _("What you exported or copied yourself stays where you put it.")]

    async def _erase(self, wis: Callable[[], Wisbewijs]) -> None:
        if self._bezig:
            return
        self._bezig = True
        self.app.notify(_("Erasing, and searching the file …"), timeout=3)
        try:
            bewijs = await asyncio.to_thread(wis)
        except Archieffout as fout:
            self.app.notify(str(fout), timeout=10)
        else:
            self.app.push_screen(tell_erased(bewijs))
        finally:
            self._bezig = False
        await self._fetch()

    def help_page(self) -> ModalScreen[None]:
        """Return the help of this page."""
        alineas = [
            _("Here you see everything that the program keeps, and where. Nothing is sent to anyone."),
            _(
                "Erasing overwrites the words in the file; "
                "then the program searches the file itself and says what it found."
            ),
        ]
        return Hulp(self._archief.plek, alineas, explain_kept())


def _head(gesprek: Gesprek) -> str:
    kop = one_line(gesprek.kop, 40) or _("Nothing told yet")
    return f"{write_day(gesprek.begonnen.date())}: {kop}"
