"""My dossier: per conversation what goes in, ticked item by item, with what is shared beside it; and saving it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import TextArea

from gesprek.archief import Archief, Archieffout
from gesprek.dossier.activiteit import activity
from gesprek.dossier.delen import NAMEN, all_parts
from gesprek.dossier.dossier import Invoer
from gesprek.dossier.exporteren import Soort, Uitvoer, prepare
from gesprek.dossier.keuze import Gekozen, usual
from gesprek.dossier.opmaak import category_name
from gesprek.dossier.opslaan import Schrijffout, exists, places, save
from gesprek.dossier.plusdocument import CATEGORIEEN
from gesprek.dossier.schrijvers import Formaat
from gesprek.dossier.verzamelen import Verzamelaar, finished
from gesprek.model import Dossierkeuze, Gesprek, Taal
from gesprek.sessie import local_now
from gesprek.taal import _
from gesprek.taal.datums import format_day
from tui.screens.bevestiging import Bevestiging
from tui.screens.dossier_bewaar import Bewaarkeuze, Bewaarvraag
from tui.screens.hulp import Hulp
from tui.screens.regelvraag import Regelveld
from tui.tekst import Woorden, one_line, words
from tui.toetsen import explain_dossier
from tui.werk import do_newest
from tui.widgets.dossierlijst import Delenlijst, Gesprekkenlijst, Gespreksregel
from tui.widgets.dossiervoorbeeld import preview
from tui.widgets.keuzerij import Keuzerij
from tui.widgets.voet import Voet

_BALK = 24
"""Columns of the bar that shows how far it is."""
_DOEL_TEKENS = 300
_WACHT = 0.4
"""Seconds after the last key before a goal is kept."""


class Dossierscherm(Screen[None]):
    """What a student takes along. Nothing is ticked beforehand but what the student ticked before.

    :param archief: where conversations are kept.
    :param leerling: the student whose dossier it is; empty is whoever the archive belongs to.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "usual", "The usual", id="dossier.usual"),
        Binding("v", "preview", "Preview", id="dossier.preview"),
        Binding("o", "save_as", "Save", id="dossier.save"),
        Binding("l", "student", "Student", id="dossier.student"),
        Binding("escape", "close", "Close", id="help.close"),
        Binding("pagedown", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]

    lijst = getters.query_one(Gesprekkenlijst)
    delen = getters.query_one(Delenlijst)

    def __init__(self, archief: Archief, taal: Taal, leerling: str = "") -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._leerling = leerling
        self._leerlingen: list[str] = []
        self._lezer = Verzamelaar(archief, gewoon=False)
        self._gesprekken: list[Gesprek] = []
        self._gelezen: dict[str, Invoer] = {}
        self._nu = ""
        self._bezig = asyncio.Lock()
        self._straks: Timer | None = None

    def compose(self) -> ComposeResult:
        """Set the page; the conversations come a moment later."""
        yield Woorden(id="kop")
        yield Woorden(id="melding")
        with Horizontal(id="midden"):
            with VerticalScroll(id="links", can_focus=False):
                yield Gesprekkenlijst()
            with VerticalScroll(id="delen", can_focus=False):
                yield Woorden(id="naam")
                yield Delenlijst()
                yield Woorden(id="doellabel")
                yield Regelveld("", id="doel")
                opties = [("", _("none yet")), *((id, category_name(id)) for id in CATEGORIEEN)]
                yield Keuzerij(_("Category"), opties, {""}, id="categorie")
            with VerticalScroll(id="voorbeeld", can_focus=False):
                yield Woorden(id="gedeeld")
        yield Voet()

    async def on_mount(self) -> None:
        """Fetch the conversations."""
        do_newest(self, self._fetch, "lezen")

    # reading

    async def _fetch(self) -> None:
        try:
            self._leerlingen = await asyncio.to_thread(self._students)
            if self._leerling not in self._leerlingen and self._leerlingen:
                self._leerling = self._leerlingen[0]
            self._gesprekken = await asyncio.to_thread(finished, self._archief, self._leerling)
            keuzes = await asyncio.to_thread(self._archief.dossierkeuzes, None)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        van = f"  {self._leerling}" if self._leerling else ""
        self.query_one("#kop", Woorden).say(words(("∞ ", "$now"), (_("My dossier"), "$now bold"), van))
        self.set_class(not self._gesprekken, "-niets")
        if not self._gesprekken:
            self._say(words(_("There is no finished conversation yet. Finish one, and it comes here.")))
            return
        self._say(words((_("You choose what goes along. Nothing goes by itself."), "$quiet")))
        await self.lijst.fill(
            [
                Gespreksregel(g.id, _short_day(g, self._taal), g.kop or _("(nothing told)"), _count(keuzes.get(g.id)))
                for g in self._gesprekken
            ]
        )
        self.lijst.focus()
        await self._show(self._gesprekken[0].id)

    def _students(self) -> list[str]:
        return [naam for naam in ("", *filter(None, self._archief.leerlingen())) if finished(self._archief, naam)]

    def _say(self, tekst: Content) -> None:
        self.query_one("#melding", Woorden).say(tekst)

    async def _input(self, id: str) -> Invoer:
        if id not in self._gelezen:
            self._gelezen[id] = await asyncio.to_thread(self._lezer.input, id)
        return self._gelezen[id]

    @on(Gesprekkenlijst.Gewezen)
    def _pointed(self, event: Gesprekkenlijst.Gewezen) -> None:
        do_newest(self, partial(self._show, self._gesprekken[event.nr].id), "tonen")

    async def _show(self, id: str) -> None:
        """Show the parts of a conversation, and what is shared of it."""
        await self._keep_goal()
        try:
            invoer = await self._input(id)
        except Archieffout as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        was, self._nu = self._nu, id
        if not was:
            self.refresh_bindings()
        verloop, keuze = invoer.verloop, invoer.gekozen.keuze
        self.query_one("#naam", Woorden).say(words((one_line(verloop.gesprek.kop or _("(nothing told)"), 200), "bold")))
        regels = [(deel.id, deel.as_line()) for deel in all_parts(verloop)]
        namen = (NAMEN, _("Leave other people’s names as they are (else they are masked)"))
        await self.delen.fill([*regels, namen], keuze.delen)
        self.query_one("#doellabel", Woorden).say(_("What was your goal with this? In your own words."))
        self.query_one("#doel", Regelveld).text = keuze.doel
        self.query_one("#categorie", Keuzerij).choose(keuze.categorie if keuze.categorie in CATEGORIEEN else "")
        self.query_one("#delen").scroll_home(animate=False)
        await self._preview(invoer)

    async def _preview(self, invoer: Invoer) -> None:
        gemaakt = await asyncio.to_thread(activity, invoer)
        if self._nu == invoer.verloop.gesprek.id:
            self.query_one("#gedeeld", Woorden).say(preview(gemaakt))

    # choosing

    @on(Delenlijst.Gewisseld)
    async def _ticked(self, event: Delenlijst.Gewisseld) -> None:
        await self._choose(lambda keuze: Dossierkeuze(keuze.gesprek, event.delen, keuze.doel, keuze.categorie))

    @on(Keuzerij.Veranderd, "#categorie")
    async def _categorised(self, event: Keuzerij.Veranderd) -> None:
        gekozen = event.keuzerij.chosen[0]
        await self._choose(lambda keuze: Dossierkeuze(keuze.gesprek, keuze.delen, keuze.doel, gekozen))

    @on(TextArea.Changed, "#doel")
    def _typed(self) -> None:
        if self._straks is not None:
            self._straks.stop()
        self._straks = self.set_timer(_WACHT, lambda: do_newest(self, self._keep_goal, "doel"))

    async def action_save(self) -> None:
        """Keep the goal: Enter in its field."""
        await self._keep_goal()
        self.focus_next()

    async def keep_open(self) -> str:
        """Keep the goal that is being typed; return why that could not be done."""
        return await self._keep_goal()

    async def _keep_goal(self) -> str:
        invoer = self._gelezen.get(self._nu)
        doel = _one_goal(self.query_one("#doel", Regelveld).text)
        if invoer is not None and doel != _one_goal(invoer.gekozen.keuze.doel):
            return await self._choose(lambda keuze: Dossierkeuze(keuze.gesprek, keuze.delen, doel, keuze.categorie))
        return ""

    async def action_usual(self) -> None:
        """Tick every part but what is sensitive."""
        if invoer := self._gelezen.get(self._nu):
            delen = usual(invoer.verloop) | invoer.gekozen.keuze.delen
            await self._choose(lambda keuze: Dossierkeuze(keuze.gesprek, delen, keuze.doel, keuze.categorie))
            self.delen.show(delen)

    async def _choose(self, change: Callable[[Dossierkeuze], Dossierkeuze]) -> str:
        """Keep another choice at once, and show what is shared now; return why it could not be kept."""
        async with self._bezig:
            invoer = self._gelezen.get(self._nu)
            if invoer is None:
                return ""
            keuze = change(invoer.gekozen.keuze)
            try:
                await asyncio.to_thread(self._archief.write_dossierkeuze, keuze)
            except Archieffout as fout:
                self.app.notify(str(fout), timeout=10)
                self.delen.show(invoer.gekozen.keuze.delen)
                return str(fout)
            nieuw = Invoer(invoer.verloop, Gekozen(keuze, "eigen"), invoer.afspraken)
            self._gelezen[keuze.gesprek] = nieuw
        self.lijst.tell(keuze.gesprek, _count(keuze))
        await self._preview(nieuw)
        return ""

    # keys

    def action_preview(self) -> None:
        """Show what is shared in the place of the parts, or the parts again."""
        self.toggle_class("-voorbeeld")
        (self.lijst if self.has_class("-voorbeeld") else self.delen).focus()

    def action_read(self, stap: int) -> None:
        """Read on in what is shared, or back."""
        blad = self.query_one("#voorbeeld")
        blad.scroll_relative(y=stap * max(blad.size.height - 2, 1), animate=False)

    async def action_student(self) -> None:
        """Go to the dossier of the next student."""
        await self._keep_goal()
        plaats = self._leerlingen.index(self._leerling)
        self._leerling = self._leerlingen[(plaats + 1) % len(self._leerlingen)]
        self._nu = ""
        do_newest(self, self._fetch, "lezen")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        if action == "student":
            return len(self._leerlingen) > 1
        if action in ("usual", "preview", "save_as"):
            return bool(self._nu)  # the list stands before the first conversation was read
        return True

    async def action_close(self) -> None:
        """Go back: from the goal or the preview to the parts, then to where it was opened; or stop."""
        if isinstance(self.focused, Regelveld):
            self.delen.focus()
            return
        if self.has_class("-voorbeeld") and not self.has_class("-breed"):
            self.action_preview()
            return
        await self._keep_goal()
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def help_page(self) -> ModalScreen[None]:
        """Return the help of the dossier."""
        alineas = [
            _("Per conversation you tick what may go into your dossier. What you do not tick stays with you."),
            _("Names of others are masked. Feelings, names and the whole conversation only go along when ticked."),
        ]
        return Hulp(self._archief.plek, alineas, explain_dossier())

    # saving

    def action_save_as(self) -> None:
        """Ask what to write, how and where."""
        vandaag = local_now().date()
        gesprek = next((g for g in self._gesprekken if g.id == self._nu), None)
        if gesprek is None:
            return  # another student was chosen, and nothing of theirs is read yet
        namen: dict[Soort, str] = {
            "dossier": f"loopbaandossier-{vandaag}",
            "plus": f"plusdocument-{vandaag}",
            "gesprek": f"gesprek-{gesprek.begonnen.date()}",
        }

        def chosen(keuze: Bewaarkeuze | None) -> None:
            if keuze is not None:
                do_newest(self, partial(self._save, keuze), "bewaren")

        self.app.push_screen(Bewaarvraag(namen, _folder()), chosen)

    async def _save(self, keuze: Bewaarkeuze, *, vervang: bool = False) -> None:
        """Write the files; a bar shows how far it is."""
        await self._keep_goal()
        ids = [self._nu] if keuze.soort == "gesprek" else [g.id for g in self._gesprekken]
        try:
            invoer = []
            for nr, id in enumerate(ids):
                self._say(_bar(nr, len(ids)))
                invoer.append(await self._input(id))
            self._say(_bar(len(ids), len(ids)))
            uitvoer = await asyncio.to_thread(prepare, keuze.soort, invoer, self._leerling, local_now().date())
            if not uitvoer.dossier.activiteiten and keuze.formaten != ("json",):
                self._say(words(("! ", "bold"), _("Nothing is ticked yet, so there is nothing to save.")))
                return
            waar = places(keuze.pad, keuze.formaten, uitvoer.naam)
            if not vervang and (er_al := [pad for pad in waar.values() if exists(pad)]):
                self._ask_to_replace(keuze, er_al[0])
                return
            await asyncio.to_thread(_write, uitvoer, waar, self._archief)
        except (Archieffout, Schrijffout) as fout:
            self._say(words(("! ", "bold"), str(fout)))
            return
        self._say(words(("✓ ", "$now bold"), _("Saved: {files}").format(files=", ".join(map(str, waar.values())))))

    def _ask_to_replace(self, keuze: Bewaarkeuze, pad: Path) -> None:
        def decided(ja: bool | None) -> None:
            if ja:
                do_newest(self, partial(self._save, keuze, vervang=True), "bewaren")
            else:
                self._say(words(_("Nothing was saved.")))

        vraag = _("There is a file with this name. Write over it?")
        self.app.push_screen(Bevestiging(vraag, str(pad), _("Write over it"), _("Leave it")), decided)


def _write(uitvoer: Uitvoer, waar: dict[Formaat, Path], archief: Archief) -> None:
    save({pad: uitvoer.write(vorm, archief) for vorm, pad in waar.items()}, vervang=True)


def _one_goal(tekst: str) -> str:
    return " ".join(tekst.split())[:_DOEL_TEKENS]


def _folder() -> Path:
    """Return the folder that a student looks in first."""
    import platformdirs

    documenten = Path(platformdirs.user_documents_dir())
    return documenten if documenten.is_dir() else Path.home()


def _bar(nr: int, aantal: int) -> Content:
    vol = round(_BALK * nr / max(aantal, 1))
    tekst = _("Reading: {count} of {total}").format(count=nr, total=aantal)
    return words(("█" * vol, "$now"), ("░" * (_BALK - vol), "$quiet"), f"  {tekst}")


def _short_day(gesprek: Gesprek, taal: Taal) -> str:
    return format_day(gesprek.begonnen.date(), taal).partition(" ")[2]


def _count(keuze: Dossierkeuze | None) -> int | None:
    return None if keuze is None else len(keuze.delen - {NAMEN})
