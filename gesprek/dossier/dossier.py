"""The loopbaandossier as plain data: its four parts, made of finished conversations and what the student let in.

It judges nothing. A competence shows quotes and never a tick or a level; what is not there stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gesprek.dossier.keuze import Gekozen
from gesprek.model import Afspraak, Taal
from gesprek.taal import _
from gesprek.taal.datums import format_day
from vragen import Competentie
from vragen.competenties import Uitleg, load_competenties

if TYPE_CHECKING:
    from gesprek.verloop import Verloop


@dataclass(frozen=True, slots=True)
class Invoer:
    """A finished conversation, with what goes in of it.

    :param afspraken: as they stand now, with what became of them.
    """

    verloop: Verloop
    gekozen: Gekozen
    afspraken: Sequence[Afspraak] = ()


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """Something the student said.

    :param vraag: the question that it answers, verbatim.
    """

    tekst: str
    datum: date
    gesprek: str
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """Words under a small heading.

    :param citaat: whether they are the student's own; else a line made of data.
    """

    kop: str
    regels: tuple[str, ...]
    citaat: bool = True


@dataclass(frozen=True, slots=True)
class Belofte:
    """Something the student agreed to do, and what became of it.

    :param status: ``open``, ``gedaan`` or ``vervallen``.
    """

    tekst: str
    datum: date | None
    status: str


@dataclass(frozen=True, slots=True)
class Competentiedeel:
    """One competence with what the student said that shows it."""

    uitleg: Uitleg
    uitspraken: tuple[Uitspraak, ...]


@dataclass(frozen=True, slots=True)
class Activiteit:
    """One activity, with the four questions of the loopbaandossier.

    :param naam: what it is called: the student's name for it, or the first words of the story.
    :param plek: where it was, when that is shared.
    :param doel: what the student wanted with it; empty when nobody said so.
    :param doel_van: the day of the agreement that ``doel`` is taken from; None when the student typed it here.
    :param gezien: what the mentor saw.
    :param gesproken: the whole conversation as (who, what), when it was let in.
    """

    gesprek: str
    datum: date
    naam: str
    taal: Taal
    modus: str
    plek: str = ""
    categorie: str = ""
    doel: str = ""
    doel_van: date | None = None
    gedaan: tuple[Groep, ...] = ()
    ontdekt: tuple[Groep, ...] = ()
    verder: tuple[Groep, ...] = ()
    gezien: tuple[str, ...] = ()
    gesproken: tuple[tuple[str, str], ...] = ()
    verhaal: tuple[str, ...] = ()
    kernwoord: str = ""
    motief: str = ""
    stap: str = ""
    kwaliteiten: tuple[str, ...] = ()
    beloften: tuple[Belofte, ...] = ()
    uitspraken: tuple[tuple[Competentie, Uitspraak], ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole dossier of one student.

    :param naam: first name or alias, or empty.
    :param activiteiten: oldest first.
    """

    naam: str
    gemaakt: date
    competenties: tuple[Competentiedeel, ...]
    activiteiten: tuple[Activiteit, ...]


def build(naam: str, gemaakt: date, activiteiten: Iterable[Activiteit]) -> Dossier:
    """Return the dossier that activities make."""
    alle = tuple(sorted(activiteiten, key=lambda a: (a.datum, a.gesprek)))
    per_competentie = tuple(
        Competentiedeel(
            uitleg,
            tuple(uitspraak for a in alle for competentie, uitspraak in a.uitspraken if competentie == uitleg.id),
        )
        for uitleg in load_competenties().competenties
    )
    return Dossier(naam, gemaakt, per_competentie, alle)


def status_text(status: str) -> str:
    """Return what became of an agreement, in a word."""
    return {"gedaan": _("done"), "vervallen": _("no longer needed")}.get(status, _("not yet"))


def promise_line(belofte: Belofte, taal: Taal) -> str:
    """Return an agreement on one line, with its day and what became of it."""
    dag = f" ({format_day(belofte.datum, taal)})" if belofte.datum else ""
    return f"{belofte.tekst.rstrip(' .')}{dag}: {status_text(belofte.status)}"
