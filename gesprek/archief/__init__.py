"""The archive: what it promises, and what can go wrong.

:class:`Archief` is the interface; plain data goes in and comes out, no SQL crosses it. One engine stands
behind it now (:mod:`gesprek.archief.sqlite`); the suite in ``tests/archief`` has a case per promise and
runs on every engine.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gesprek.archief.fouten import (
    AlleenLezen,
    Archieffout,
    Bezet,
    Conflict,
    FouteWachtzin,
    GeenArchief,
    GeenSlot,
    NieuwerArchief,
    OnbekendGesprek,
    Onbereikbaar,
    OpSlot,
    SchijfVol,
)
from gesprek.archief.gegevens import Heel, Schrijfwerk, Treffer, Zeef
from gesprek.model import (
    Afspraak,
    Beurt,
    Citaat,
    Dossierkeuze,
    Gesprek,
    Gevuld,
    Herhaling,
    Kernwoord,
    Oefening,
)
from gesprek.taal import _

if TYPE_CHECKING:
    from gesprek.archief.bewijs import Kopie, Wisbewijs
    from gesprek.archief.inzage import Telling


class Archief(Protocol):
    """Where conversations are kept. Every verb raises an :class:`Archieffout` when it cannot."""

    @property
    def plek(self) -> str:
        """Where it is, as a person would look for it; empty when nothing is kept."""
        ...

    def write(self, werk: Schrijfwerk) -> None:
        """Keep turns, durably and all or none. The same turn twice is done; another one in its place is a conflict."""
        ...

    def read(self, id: str) -> tuple[Gesprek, list[Beurt]]:
        """Return a conversation with its turns. An id may be shortened when it stays unique."""
        ...

    def read_whole(self, id: str) -> Heel:
        """Return a conversation with everything that is kept of it. An id may be shortened when it stays unique."""
        ...

    def put(self, helen: Sequence[Heel]) -> list[str]:
        """Keep whole conversations, all or none; one that is here already, turn by turn, is left as it is.

        :returns: the ids of those that are new.
        :raises Conflict: when another conversation has one of the ids.
        """
        ...

    def move(self, id: str, fingerprint: str, inhoud: str, stappen: Mapping[str, str]) -> None:
        """Give a conversation another source; turns of steps that are named get their new place."""
        ...

    def read_bron(self, fingerprint: str) -> str:
        """Return the content of a source."""
        ...

    def recent(self, *, aantal: int = 50, voor: str | None = None, klaar: bool | None = None) -> list[Gesprek]:
        """Return conversations, newest first; ``voor`` is the id to go on before."""
        ...

    def sift(self, zeef: Zeef, *, aantal: int = 50, voor: str | None = None) -> list[Gesprek]:
        """Return the conversations that are meant, newest first; ``voor`` is the id to go on before."""
        ...

    def leerlingen(self) -> Mapping[str, int]:
        """Return how many conversations there are per student; the empty name is whoever the archive belongs to."""
        ...

    def rename(self, id: str, naam: str) -> None:
        """Give a conversation a name; an empty one takes it away."""
        ...

    def search(self, tekst: str, aantal: int = 50, zeef: Zeef | None = None) -> list[Treffer]:
        """Return turns of people in which every word of a text occurs, whatever case and accents, newest first.

        :param zeef: in which conversations; in all of them when left out.
        """
        ...

    def said(self, leerling: str = "") -> Sequence[tuple[str, int, str]]:
        """Return what a student typed as answers, newest conversation first: (conversation, turn, text)."""
        ...

    def told(self, leerling: str = "") -> Mapping[str, str]:
        """Return what a student typed in each conversation where words could be chosen freely, a line per answer."""
        ...

    def gevuld(self, slots: Collection[str], leerling: str = "") -> list[Gevuld]:
        """Return what filled these slots in a student's conversations, oldest first."""
        ...

    def ongevuld(self, leerling: str = "") -> list[str]:
        """Return the ids of conversations from before places were kept: read them again to know."""
        ...

    def write_gevuld(self, id: str, gevuld: Sequence[tuple[str, Citaat]]) -> None:
        """Keep what fills the slots of a conversation, in the place of what was kept of it."""
        ...

    def wordings_before(self, id: str, leerling: str = "") -> Mapping[str, Mapping[str, int]]:
        """Return per question how often each wording was used with this student before this conversation."""
        ...

    def finished_before(self, id: str, leerling: str = "") -> int:
        """Return how many conversations of this student that began before this one were finished."""
        ...

    def open_afspraken(self, voor: str | None = None, aantal: int = 3, leerling: str = "") -> list[Afspraak]:
        """Return the newest open afspraken of this student, oldest first; of conversations before ``voor``.

        A conversation that was begun keeps the ones it began with, whatever became of them since: it asks about them
        in their order. One that was erased has no words any more.

        :param leerling: the name that was given; empty is whoever the archive belongs to. A mentor's archive may
            hold conversations with several students, and what one agreed is never told to another.
        """
        ...

    def kernwoorden(self, aantal: int = 5, leerling: str | None = None) -> list[Kernwoord]:
        """Return the newest kernwoorden, newest first; of everybody when no student is named."""
        ...

    def afspraken(self, id: str) -> list[Afspraak]:
        """Return the afspraken of one conversation."""
        ...

    def all_afspraken(self, leerling: str | None = "") -> list[Afspraak]:
        """Return every afspraak of a student, oldest first; of everybody when no student is named."""
        ...

    def write_status(self, id: str, nr: int, status: str) -> None:
        """Say what became of an afspraak. It holds until it is said anew, here or in a later conversation.

        :param status: ``open``, ``gedaan`` or ``vervallen``.
        :raises OnbekendGesprek: when there is no such afspraak.
        """
        ...

    def dossierkeuzes(self, leerling: str | None = "") -> Mapping[str, Dossierkeuze]:
        """Return what goes into the dossier, by conversation; only those for which the student chose."""
        ...

    def write_dossierkeuze(self, keuze: Dossierkeuze) -> None:
        """Keep what goes into the dossier of a conversation, in the place of what was kept."""
        ...

    def instelling(self, naam: str) -> str:
        """Return a setting; empty when it was never set."""
        ...

    def write_instelling(self, naam: str, waarde: str) -> None:
        """Keep a setting; an empty value takes it away."""
        ...

    def write_concept(self, id: str, vraag: str, tekst: str) -> None:
        """Keep a draft of an answer; an empty one removes it."""
        ...

    def read_concept(self, id: str) -> tuple[str, str] | None:
        """Return (question, draft), if there is one."""
        ...

    def write_herhaling(self, herhaling: Herhaling) -> None:
        """Keep when an item of the drill comes back, in the place of what was kept of it."""
        ...

    def herhalingen(self) -> list[Herhaling]:
        """Return what is kept of the drill, what comes back soonest first."""
        ...

    def write_oefening(self, oefening: Oefening) -> None:
        """Keep a practice conversation, in the place of what was kept of it."""
        ...

    def oefeningen(self) -> list[Oefening]:
        """Return the practice conversations, oldest first. They never stand among the conversations of students."""
        ...

    @property
    def pad(self) -> Path | None:
        """Its file; None when nothing is kept."""
        ...

    @property
    def op_slot(self) -> bool:
        """Whether the archive is locked with a passphrase."""
        ...

    def erase(self, *ids: str) -> Wisbewijs:
        """Delete conversations, or practice conversations, and prove that they are gone from the files."""
        ...

    def erase_all(self) -> Wisbewijs:
        """Delete everything, and prove that it is gone from the files; an empty archive is left."""
        ...

    def older_than(self, moment: datetime) -> list[Gesprek]:
        """Return conversations that nobody touched since a moment, oldest first."""
        ...

    def telling(self) -> Telling:
        """Count what is kept."""
        ...

    def kopieen(self) -> list[Kopie]:
        """Return the backups that were made and not removed since, oldest first."""
        ...

    def back_up(self, doel: Path, *, vervang: bool = False) -> Path:
        """Write a copy of the whole archive, consistent while the program runs; of a locked one it is locked too.

        :param doel: the file, or a folder to put it in.
        :param vervang: replace what is there.
        :returns: where it is.
        """
        ...

    def close(self) -> None:
        """Close it; afterwards nothing waits in a journal."""
        ...


def default_path() -> Path:
    """Return where the archive is when nobody says otherwise: the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("gesprek", appauthor=False)) / "gesprek.db"


def open_archief(pad: Path | None, eigenaar: str = "ik", wachtzin: str = "") -> Archief:
    """Open the archive, and make it when it is not there.

    :param pad: its file; None keeps everything in memory, so that nothing is left.
    :param eigenaar: whose conversations these are; others are never seen.
    :param wachtzin: opens it when it is locked.
    :raises Archieffout: when it cannot be opened.
    """
    from gesprek.archief.sqlite import SqliteArchief

    return SqliteArchief(pad, eigenaar, wachtzin)


def unknown_gesprek(id: str) -> OnbekendGesprek:
    """Return the error for an id that leads to no conversation."""
    return OnbekendGesprek(_("There is no conversation “{id}”; “gesprek lijst” shows which there are.").format(id=id))


__all__ = [
    "AlleenLezen",
    "Archief",
    "Archieffout",
    "Bezet",
    "Conflict",
    "FouteWachtzin",
    "GeenArchief",
    "GeenSlot",
    "Heel",
    "NieuwerArchief",
    "OnbekendGesprek",
    "Onbereikbaar",
    "OpSlot",
    "SchijfVol",
    "Schrijfwerk",
    "Treffer",
    "Zeef",
    "default_path",
    "open_archief",
    "unknown_gesprek",
]
