"""What goes into an archive and comes out of it, besides the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from gesprek.model import Afspraak, Beurt, Citaat, Dossierkeuze, Gesprek, Kernwoord, Modus, Opbrengst


@dataclass(frozen=True, slots=True)
class Schrijfwerk:
    """What is written in one transaction.

    :param gesprek: the head of the conversation.
    :param bron: content of its source, when the conversation begins.
    :param beurten: new turns.
    :param gewist: turns whose words are gone.
    :param opbrengst: what the conversation yields now.
    :param terugvraag: the open afspraken that it began with, in the order in which it asks about them.
    """

    gesprek: Gesprek
    beurten: Sequence[Beurt] = ()
    gewist: Sequence[Beurt] = ()
    bron: str | None = None
    opbrengst: Opbrengst = field(default_factory=Opbrengst)
    terugvraag: Sequence[Afspraak] = ()


@dataclass(frozen=True, slots=True)
class Treffer:
    """A turn that was found."""

    gesprek: Gesprek
    beurt: Beurt


@dataclass(frozen=True, slots=True)
class Zeef:
    """Which conversations are meant; what is empty or None does not count.

    :param klaar: finished ones, or unfinished ones.
    :param leerling: the name of the student; the empty name is whoever the archive belongs to.
    :param vanaf: the first day on which it began; ``tot``: the last one.
    :param kernwoord: as the student named it, whatever its case and accents.
    :param naam: words that all occur in the name that the student gave it.
    :param ids: only some of these.
    """

    klaar: bool | None = None
    modus: Modus | None = None
    leerling: str | None = None
    vanaf: date | None = None
    tot: date | None = None
    kernwoord: str = ""
    naam: str = ""
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Heel:
    """A conversation with everything that is kept of it, to take to another archive.

    :param bron: content of the source that it began with.
    :param gevraagd_in: for each afspraak the conversation in which it was asked about, or None.
    :param gevuld: what fills its slots: (slot, quote).
    :param concept: the draft of an answer: (question, text).
    """

    gesprek: Gesprek
    beurten: tuple[Beurt, ...]
    bron: str
    kernwoord: Kernwoord | None = None
    afspraken: tuple[Afspraak, ...] = ()
    gevraagd_in: tuple[str | None, ...] = ()
    gevuld: tuple[tuple[str, Citaat], ...] = ()
    keuze: Dossierkeuze | None = None
    concept: tuple[str, str] | None = None
