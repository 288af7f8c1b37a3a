"""What can be chosen at home, and what it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

from gesprek.archief import Archief
from gesprek.model import Gesprek, Taal
from gesprek.taal import _
from tui.overzicht import Overzicht

if TYPE_CHECKING:
    from gesprek.sessie import Sessie
    from gesprek.uiting import Uiting


@dataclass(frozen=True, slots=True)
class Opening:
    """A conversation with what it opens with; nothing when it is one to go on with."""

    sessie: Sessie
    uitingen: tuple[Uiting, ...] = ()


def begin(archief: Archief, flow: str, taal: Taal) -> Opening:
    """Begin a conversation."""
    from gesprek.sessie import Sessie

    sessie = Sessie.begin(archief, flow, taal)
    return Opening(sessie, sessie.start().uitingen)


def resume(archief: Archief, id: str) -> Opening:
    """Go on with a conversation."""
    from gesprek.samen.sessie import resume as resume_any

    return Opening(resume_any(archief, id))


def prepare() -> None:
    """Load what a conversation needs while the student still looks at home."""
    import tui.screens.gesprek  # noqa: F401


@dataclass(frozen=True, slots=True)
class Ingang:
    """One thing to choose at home.

    :param doet: begins or resumes it, and returns what opens; None when it asks something first.
    :param onaf: the unfinished conversation that it goes on with.
    :param leest: whether it asks for the file of a written-out conversation instead.
    :param oefent: whether it asks what to practise.
    :param letter: the key of a place where what there is already can be looked at.
    """

    naam: str
    uitleg: str
    doet: Callable[[], Opening] | None
    onaf: Gesprek | None = None
    leest: bool = False
    oefent: bool = False
    letter: str = ""


def open_place(letter: str, archief: Archief, taal: Taal) -> Screen[None]:
    """Return the screen of a place; it is loaded when it is gone to."""
    match letter:
        case "a":
            from tui.screens.afspraken import Afsprakenscherm

            return Afsprakenscherm(archief, taal)
        case "r":
            from tui.screens.draad import Draadscherm

            return Draadscherm(archief, taal)
        case "d":
            from tui.screens.dossier import Dossierscherm

            return Dossierscherm(archief, taal)
        case "b":
            from tui.screens.bewaard import Bewaardscherm

            return Bewaardscherm(archief, taal)
    from tui.screens.archief import Archiefscherm

    return Archiefscherm(archief, taal)


def places(overzicht: Overzicht) -> list[Ingang]:
    """Return where to look at what there is already; in an empty archive only what is kept."""
    plekken = [
        ("e", _("Earlier conversations"), overzicht.iets),
        ("a", _("My agreements"), bool(overzicht.afspraken)),
        ("r", _("My thread"), overzicht.iets),
        ("d", _("My portfolio"), overzicht.iets),
        ("b", _("What is kept"), True),
    ]
    return [Ingang(naam, "", None, letter=letter) for letter, naam, nodig in plekken if nodig]
