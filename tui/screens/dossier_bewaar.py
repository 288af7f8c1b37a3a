"""Asks what of the dossier to write, in which formats, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from gesprek.dossier.exporteren import Soort
from gesprek.dossier.schrijvers import FORMATEN, Formaat
from gesprek.taal import _
from tui.screens.regelvraag import Regelveld
from tui.tekst import Woorden, words
from tui.widgets.keuzerij import Keuzerij
from tui.widgets.voet import Voet


@dataclass(frozen=True, slots=True)
class Bewaarkeuze:
    """What to write, how and where."""

    soort: Soort
    formaten: tuple[Formaat, ...]
    pad: Path


class Bewaarvraag(ModalScreen[Bewaarkeuze | None]):
    """What, how and where; Escape leaves it.

    :param namen: what a file of each kind is called, without an ending.
    :param map_: the folder to propose.
    """

    AUTO_FOCUS = "#wat"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", id="path.save"),
        Binding("escape", "leave", "Close", id="help.close"),
    ]

    veld = getters.query_one(Regelveld)

    def __init__(self, namen: dict[Soort, str], map_: Path) -> None:
        super().__init__()
        self._namen = namen
        self._map = map_

    def compose(self) -> ComposeResult:
        """Set the question."""
        wat = [("dossier", _("Whole dossier")), ("plus", _("Plus document")), ("gesprek", _("This conversation"))]
        with VerticalScroll(id="vlak", can_focus=False):
            yield Woorden(words((_("Save as a file"), "bold")), classes="alinea")
            yield Keuzerij(_("What"), wat, {"dossier"}, id="wat")
            yield Keuzerij(_("Format"), [(f, f) for f in FORMATEN], {"pdf"}, meer=True, id="vorm")
            yield Regelveld(str(self._map / self._namen["dossier"]))
            yield Woorden(words((_("Each format gets its own ending. Tab goes on, Enter saves."), "$quiet")))
            yield Woorden(id="let-op")
        yield Voet()

    @on(Keuzerij.Veranderd, "#wat")
    def _propose(self, _event: Keuzerij.Veranderd) -> None:
        """Propose the name of what is chosen, when the student did not type one."""
        nu = Path(self.veld.text)
        if nu.name in self._namen.values():
            self.veld.text = str(nu.with_name(self._namen[self._what()]))
            self.veld.move_cursor(self.veld.document.end)
        self._warn()

    @on(Keuzerij.Veranderd, "#vorm")
    def _warn(self, _event: Keuzerij.Veranderd | None = None) -> None:
        """Say what a json of one conversation is."""
        heel = self._what() == "gesprek" and "json" in self._formats()
        zin = _("The json of a conversation is a whole copy, names and feelings too; keep it to yourself.")
        self.query_one("#let-op", Woorden).say(words(("! " + zin, "$own")) if heel else "")

    def _what(self) -> Soort:
        return cast(Soort, self.query_one("#wat", Keuzerij).chosen[0])

    def _formats(self) -> tuple[Formaat, ...]:
        return cast(tuple[Formaat, ...], self.query_one("#vorm", Keuzerij).chosen)

    def action_save(self) -> None:
        """Give what was chosen."""
        pad = " ".join(self.veld.text.split("\n")).strip()
        if not self._formats():
            self.query_one("#let-op", Woorden).say(words(("! " + _("Choose a format."), "$own")))
        elif pad:
            self.dismiss(Bewaarkeuze(self._what(), self._formats(), Path(pad).expanduser()))

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
