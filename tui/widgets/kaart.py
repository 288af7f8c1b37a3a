"""The card at the end: worth keeping, in the student's own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message

from gesprek.kaart import card_lines
from gesprek.taal import _
from gesprek.taal.datums import format_day
from gesprek.verloop import Verloop
from tui.tekst import Woorden, lines, shown, words
from tui.widgets.keuze import Respijt


@dataclass(frozen=True, slots=True)
class Kaartinhoud:
    """What stands on the card.

    :param woord: the kernwoord, if there is one.
    :param delen: (heading, lines) of the other parts.
    :param dag: the day of the conversation, as people write it.
    :param agenda: whether something was agreed that has a day.
    """

    woord: str
    delen: Sequence[tuple[str, Sequence[str]]]
    dag: str
    agenda: bool = False

    def as_text(self) -> str:
        """Return the card as plain text, to keep elsewhere."""
        delen = [(_("My word"), [self.woord]), *self.delen] if self.woord else list(self.delen)
        return "\n\n".join([*("\n".join([kop, *regels]) for kop, regels in delen), self.dag]) + "\n"


def read_card(verloop: Verloop) -> Kaartinhoud:
    """Return the card of a conversation."""
    woord = verloop.opbrengst().kernwoord or ""
    delen = card_lines(verloop)
    dag = format_day(verloop.gesprek.begonnen.date(), verloop.gesprek.taal)
    return Kaartinhoud(woord, delen[1:] if woord else delen, dag, has_days(verloop))


def has_days(verloop: Verloop) -> bool:
    """Whether something was agreed that a calendar can hold."""
    return any(dag for _wat, dag in verloop.verhaal.afspraken)


def spaced(woord: str) -> str:
    """Return a word set wide, as a printer sets a title; as it is when its letters cannot be set apart."""
    kaal = unicodedata.normalize("NFC", woord)
    if len(kaal) > 22 or not all(teken.isalnum() or teken in " -'’" for teken in kaal):
        return woord
    return "   ".join(" ".join(deel) for deel in kaal.split())


class Eindkaart(Respijt, VerticalScroll, can_focus=True):
    """The card.

    :param inhoud: what stands on it.
    :param slotwoord: what the program says with it.
    :param plek: where it is kept; empty when nothing is kept.
    """

    DEFAULT_CSS = """
    Eindkaart { width: 100%; height: 1fr; align-horizontal: center; scrollbar-size-vertical: 1; }
    Eindkaart > #vel {
        width: 66; max-width: 100%; height: auto; padding: 1 4; border: round $own; background: $surface;
    }
    Eindkaart > .bij { width: 66; max-width: 100%; height: auto; padding: 0 1; color: $quiet; text-align: center; }
    Eindkaart > #slotwoord { color: $foreground; margin: 1 0; }
    Eindkaart #vel > Woorden { width: 100%; height: auto; }
    Eindkaart #woord { text-align: center; margin-top: 1; }
    Eindkaart #streep { text-align: center; margin: 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "To the start", id="card.close"),
        Binding("c", "copy", "Copy", id="card.copy"),
        Binding("k", "calendar", "Calendar", id="card.calendar"),
    ]

    LETTERS: ClassVar[str] = "ck"
    """Letters that do something here."""

    @dataclass
    class Gesloten(Message):
        """The student has seen the card."""

    @dataclass
    class Agenda(Message):
        """The student wants the days in a calendar."""

    def __init__(self, inhoud: Kaartinhoud, slotwoord: str, plek: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._inhoud = inhoud
        self._slotwoord = slotwoord
        self._plek = plek

    def compose(self) -> ComposeResult:
        """Set the card."""
        yield Woorden(self._slotwoord, id="slotwoord", classes="bij")
        with Vertical(id="vel"):
            if self._inhoud.woord:
                yield Woorden(words((spaced(shown(self._inhoud.woord)), "$own bold")), id="woord")
                yield Woorden(words(("─" * 12, "$line")), id="streep")
            yield Woorden(self._parts(), id="delen")
        plek = _("Kept in {place}").format(place=self._plek) if self._plek else _("Nothing of this is kept.")
        yield Woorden(plek, classes="bij")

    def _parts(self) -> Content:
        regels: list[Content] = []
        for kop, zinnen in self._inhoud.delen:
            regels += [words((kop, "$quiet")), *(words(zin) for zin in zinnen), words("")]
        return lines(*regels, words((self._inhoud.dag, "$quiet")))

    def on_mount(self) -> None:
        """Wait a moment before a key counts."""
        self.start_respite()

    def action_close(self) -> None:
        """Go on."""
        if self.takes_keys:
            self.post_message(self.Gesloten())

    def action_copy(self) -> None:
        """Copy the card to the clipboard."""
        self.app.copy_to_clipboard(self._inhoud.as_text())
        self.app.notify(_("Your card is copied."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Say which keys work now."""
        return self._inhoud.agenda if action == "calendar" else True

    def action_calendar(self) -> None:
        """Ask for the days as a file for a calendar."""
        self.post_message(self.Agenda())

    def on_key(self, event: events.Key) -> None:
        """Keep other letters from doing anything."""
        if event.is_printable and (event.character or "") not in self.LETTERS:
            event.stop()
