"""What conversations are sieved by, on one line: each part says its key, and is a button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message

from gesprek.archief import Zeef
from gesprek.taal import _
from gesprek.verteld import mode_name
from tui.tekst import Woorden, one_line, words

_WAARDE = (26, 16, 10)
"""Characters of what a part is set to, the most for which there is room."""
_RAND = 3
"""Columns beside each part, and beside all of them together."""
_DELEN = {"mode": "F5", "time": "F6", "word": "F7", "student": "F8"}


class Zeefregel(Horizontal):
    """The line."""

    @dataclass
    class Gekozen(Message):
        """A part was clicked.

        :param deel: ``mode``, ``time``, ``word`` or ``student``: the action that it stands for.
        """

        deel: str

    def compose(self) -> ComposeResult:
        """Make a place for each part."""
        for deel in _DELEN:
            yield Woorden(id=f"zeef-{deel}", classes="-zeef")

    def show(self, zeef: Zeef, tijd: str, *, leerlingen: bool) -> None:
        """Show what is sieved by.

        :param tijd: the stretch of time, by its name.
        :param leerlingen: whether there are students to choose from.
        """
        delen: Mapping[str, tuple[str, str]] = {
            "mode": (_("Kind"), mode_name(zeef.modus) if zeef.modus else ""),
            "time": (_("Time"), tijd),
            "word": (_("Word"), zeef.kernwoord),
            "student": (_("Student"), student_name(zeef.leerling) if zeef.leerling is not None else ""),
        }
        getoond = [deel for deel in delen if deel != "student" or leerlingen]
        for ruimte in _WAARDE:
            regels = self._lines(delen, ruimte)
            if sum(regels[deel].cell_length + _RAND for deel in getoond) <= self.app.size.width - _RAND:
                break
        for deel, regel in regels.items():
            self.query_one(f"#zeef-{deel}", Woorden).say(regel)
        self.query_one("#zeef-student").display = leerlingen

    @staticmethod
    def _lines(delen: Mapping[str, tuple[str, str]], ruimte: int) -> dict[str, Content]:
        """Return what each part says, what it is set to in so many characters."""
        lijnen = {}
        for deel, (wat, waarde) in delen.items():
            nu = (f"● {one_line(waarde, ruimte)}", "bold") if waarde else (_("all"), "")
            lijnen[deel] = words((f"{_DELEN[deel]} ", "$now"), (f"{wat}: ", "$quiet"), nu)
        return lijnen

    def on_click(self, event: events.Click) -> None:
        """Let each part be a button."""
        if event.widget is not None and (event.widget.id or "").startswith("zeef-"):
            self.post_message(self.Gekozen((event.widget.id or "").removeprefix("zeef-")))


def student_name(naam: str) -> str:
    """Return what a student is called; the empty name is whoever the archive belongs to."""
    return naam or _("myself")
