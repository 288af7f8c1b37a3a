"""Before a conversation of two: what is kept and where, who types, and names for who wants them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.taal import _, use_taal
from tui.screens.regelvraag import Regelveld
from tui.tekst import Woorden, words
from tui.werk import do
from tui.widgets.keuze import Keuzelijst
from tui.widgets.voet import Voet

if TYPE_CHECKING:
    from gesprek.samen.sessie import Samensessie
    from tui.app import GesprekApp


class Naamveld(Regelveld):
    """A field for a name on one line. Enter goes on to what follows."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j", "down"):
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
        elif event.key == "up":
            event.stop()
            event.prevent_default()
            self.screen.focus_previous()


class Samenbegin(Screen[None]):
    """The page before a conversation of two. Enter begins at once; nothing has to be filled in.

    :param archief: where it is kept.
    :param flow: name of the flow, or a path to its file.
    :param leerling: name of the student that was given already; ``mentor``: of the mentor.
    """

    AUTO_FOCUS = "Keuzelijst"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.home", "Close", id="help.close")]

    def __init__(
        self, archief: Archief, taal: Taal, flow: str = "loopbaangesprek", leerling: str = "", mentor: str = ""
    ) -> None:
        super().__init__()
        self._archief = archief
        self._taal = taal
        self._flow = flow
        self._namen = (leerling, mentor)
        self._bezig = False

    def compose(self) -> ComposeResult:
        """Set the page."""
        with VerticalScroll(id="blad", can_focus=False), Vertical(id="kolom"):
            yield Woorden(words(("∞ ", "$now"), (_("Together"), "$now bold")), id="titel")
            yield Woorden(self._told(), id="uitleg")
            yield Keuzelijst(
                [
                    (_("Begin"), _("the mentor types")),
                    (_("Begin"), _("the student types")),
                ]
            )
            yield Woorden(self._about_names(), id="namen")
            yield Woorden(self._label("leerling"), id="kop_leerling", classes="kop")
            yield Naamveld(self._namen[0], id="leerling")
            yield Woorden(self._label("mentor"), id="kop_mentor", classes="kop")
            yield Naamveld(self._namen[1], id="mentor")
            yield Woorden(id="melding")
        yield Voet()

    def _label(self, wie: str, *, hier: bool = False) -> Content:
        """Return what stands above a field for a name: a sign when the caret is in it, and how to go on."""
        wat = _("First name or alias of the student") if wie == "leerling" else _("First name or alias of the mentor")
        return words(("▸ " if hier else "  ", "$now bold"), wat, ("  " + _("Enter goes on") if hier else "", "$quiet"))

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _mark_field(self) -> None:
        for wie in ("leerling", "mentor"):
            veld = self.query_one(f"#{wie}", Naamveld)
            self.query_one(f"#kop_{wie}", Woorden).say(self._label(wie, hier=veld.has_focus))

    def _told(self) -> str:
        plek = self._archief.plek
        bewaard = _("It is kept here, and nowhere else: {place}").format(place=plek) if plek else _("Nothing is kept.")
        return "\n".join(
            (
                _("Sit so that both of you see the screen. The mentor asks, the student tells."),
                _("What the student says is written down to the letter. The student may take any line away."),
                bewaard,
            )
        )

    def _about_names(self) -> str:
        return "\n".join(
            (
                _("Names are not needed. Under a name, the next conversation begins with what was agreed."),
                _("On the student’s own laptop: leave it empty."),
            )
        )

    @on(Keuzelijst.Gekozen)
    def _begin(self, bericht: Keuzelijst.Gekozen) -> None:
        if not self._bezig:
            self._bezig = True
            do(self, self._open(leerling_typt=bericht.nr == 1))

    @on(Keuzelijst.Voorbij)
    def _to_names(self, bericht: Keuzelijst.Voorbij) -> None:
        if bericht.stap > 0:
            self.query_one("#leerling").focus()

    async def _open(self, *, leerling_typt: bool) -> None:
        from gesprek.inlezen import Inleesfout
        from tui.screens.samen import SamenScherm

        leerling, mentor = (self.query_one(f"#{naam}", Naamveld).text for naam in ("leerling", "mentor"))
        try:
            sessie = await asyncio.to_thread(begin, self._archief, self._flow, self._taal, leerling, mentor)
        except (Archieffout, Inleesfout) as fout:
            self.query_one("#melding", Woorden).say(words(("! ", "bold"), str(fout)))
        else:
            use_taal(sessie.gesprek.taal)
            scherm = SamenScherm(sessie, sessie.start().uitingen, leerling_typt=leerling_typt)
            self.app.call_later(cast("GesprekApp", self.app).replace_page, scherm)  # leaving ends what runs here
        finally:
            self._bezig = False


def begin(archief: Archief, flow: str, taal: Taal, leerling: str, mentor: str) -> Samensessie:
    """Begin a conversation of two."""
    from gesprek.samen.sessie import Samensessie

    return Samensessie.begin(archief, flow, taal, "samen", leerling=leerling, mentor=mentor)
