"""The nouns of a loopbaangesprek, as plain data.

Invariants that the rest of the program relies on:

* The state of a conversation is its list of turns (:class:`Beurt`); everything else is derived.
* A student's words stand in exactly one place: ``tekst`` of the student's own turn. A turn of the
  program holds its wording as a template (``Je zei ‘{emotie}’.``), never filled in. So what a student
  replaces or strikes is gone everywhere at once.
* Whatever the program shows of the student is a :class:`Citaat`: it names turn and offsets, and
  ``beurten[nr].tekst[van:tot] == citaat.tekst`` always holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

Taal = Literal["nl", "en"]
TALEN: tuple[Taal, ...] = ("nl", "en")
Modus = Literal["zelf", "samen", "oefenen"]

SLOTS: dict[str, tuple[str, ...]] = {
    "terugkijken": ("ervaring", "plek", "rol", "wie", "gebeurtenis", "emotie", "aanleiding"),
    "reflecteren": (
        "kwaliteit",
        "motief",
        "verbreden",
        "verdiepen",
        "rode_draad",
        "leefregel",
        "voordeel",
        "nadeel",
        "inzicht",
        "kernwoord",
    ),
    "vooruitkijken": ("mogelijkheid", "uitproberen", "stap", "warmte"),
    "activeren": ("kans", "netwerk", "contact", "belemmering", "afspraak"),
}
"""The story slots by fase (ONTWERP, section 4). A flow may add its own."""


class Spreker(StrEnum):
    """Who said a turn."""

    PROGRAMMA = "programma"
    LEERLING = "leerling"
    MENTOR = "mentor"


class Soort(StrEnum):
    """What kind of turn it is. The first five are said by the program, the others by a person."""

    VRAAG = "vraag"
    SCHAAL = "schaal"
    KEUZE = "keuze"
    REACTIE = "reactie"
    KLAAR = "klaar"
    ANTWOORD = "antwoord"
    SLA_OVER = "sla_over"
    TERUG = "terug"
    APART = "apart"
    """Words about distress that the student chose to keep: the conversation does nothing with them."""
    VERVANGEN = "vervangen"
    """An answer that was given anew: the turn stays, its text is gone."""
    GESCHRAPT = "geschrapt"
    """Words that were struck: the turn stays, its text is gone."""
    WAARNEMING = "waarneming"
    """What the mentor saw in the student, after the student named a quality; never the student's own word."""

    @property
    def asks(self) -> bool:
        """Whether a turn of this kind waits for an answer."""
        return self in (Soort.VRAAG, Soort.SCHAAL, Soort.KEUZE)

    @property
    def answers(self) -> bool:
        """Whether a turn of this kind once took the place of an answer (and can be taken back)."""
        return self in (Soort.ANTWOORD, Soort.SLA_OVER, Soort.APART, Soort.VERVANGEN, Soort.GESCHRAPT)


EIGEN = "eigen."
"""How the id begins of what a mentor says in words of their own; behind it stands what it asks for."""


@dataclass(frozen=True, slots=True)
class Beurt:
    """One turn.

    :param nr: place in the conversation, from 0, without gaps.
    :param tijd: moment it was said, with time zone.
    :param stap: full name of the step (``terugkijken.ervaring``).
    :param vraag: id of the question or reaction (``bijlage2.5b``); of an answer: what it answers.
    :param tekst: of a person: exactly what was typed; of the program: the wording, not filled in.
    """

    nr: int
    tijd: datetime
    spreker: Spreker
    soort: Soort
    stap: str
    vraag: str
    tekst: str

    @property
    def fase(self) -> str:
        """The fase that the step belongs to."""
        return self.stap.partition(".")[0]

    @property
    def typed(self) -> bool:
        """Whether a person typed its words; otherwise they are a wording of the bank, not filled in."""
        return self.spreker is not Spreker.PROGRAMMA and not (self.soort.asks and not self.vraag.startswith(EIGEN))

    def without_text(self, soort: Soort) -> Beurt:
        """Return this turn with its words gone."""
        return replace(self, soort=soort, tekst="")


@dataclass(frozen=True, slots=True)
class Citaat:
    """A piece of what the student typed, to the letter.

    :param beurt: nr of the turn.
    :param van: offset of its first character in the turn's text.
    :param tot: offset behind its last character.
    """

    beurt: int
    van: int
    tot: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Invulling:
    """What fills a slot: the quote, and the value that was read from it where there is one."""

    citaat: Citaat
    waarde: str | int | date | None = None


@dataclass(frozen=True, slots=True)
class Kernwoord:
    """The word that the student gave the larger story."""

    gesprek: str
    woord: str
    datum: date


@dataclass(frozen=True, slots=True)
class Herhaling:
    """When an item of the drill comes back. It holds no words of who practised.

    :param kaart: id of the item.
    :param stand: how it went so far, as JSON.
    :param volgende: when it is due.
    """

    kaart: str
    stand: str
    volgende: datetime


@dataclass(frozen=True, slots=True)
class Oefening:
    """A practice conversation that was kept. It holds no words of who practised.

    :param id: ULID, so that ids sort by the moment of beginning.
    :param leerling: name of the simulated student.
    :param uitslag: what it came to, as JSON; see :mod:`gesprek.oefenen.uitslag`.
    """

    id: str
    leerling: str
    taal: Taal
    begonnen: datetime
    uitslag: str


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What the student agreed to do.

    :param nr: place among the afspraken of its conversation, from 0.
    :param status: ``open``, ``gedaan`` or ``vervallen``.
    """

    gesprek: str
    nr: int
    tekst: str
    datum: date | None = None
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Gesprek:
    """The head of a conversation; its turns are kept beside it.

    :param id: ULID, so that ids sort by the moment of beginning.
    :param flow: name of the flow.
    :param bron: fingerprint of the flow and bank that the conversation began with.
    :param titel: first words of the experience, or empty.
    :param naam: the name that the student gave it, or empty.
    :param leerling: first name or alias of the student, when one was given; ``mentor``: of the mentor.
    """

    id: str
    modus: Modus
    flow: str
    bron: str
    taal: Taal
    begonnen: datetime
    bijgewerkt: datetime
    klaar: datetime | None = None
    titel: str = ""
    leerling: str = ""
    mentor: str = ""
    naam: str = ""

    @property
    def kop(self) -> str:
        """What it is called in a list: the name that the student gave it, or its first words."""
        return self.naam or self.titel


@dataclass(frozen=True, slots=True)
class Gevuld:
    """What filled a slot in a conversation that was kept: where it stands, and its words of now.

    :param datum: day on which the conversation began.
    :param citaat: the student's words, with their place in the conversation.
    """

    gesprek: str
    slot: str
    citaat: Citaat
    datum: date


@dataclass(frozen=True, slots=True)
class Dossierkeuze:
    """What the student lets into the dossier of one conversation.

    :param delen: ids of the parts that were ticked.
    :param doel: what the student wanted with the activity, in their own words.
    :param categorie: heading of the plusdocument that it belongs under.
    """

    gesprek: str
    delen: frozenset[str] = frozenset()
    doel: str = ""
    categorie: str = ""


DRAADSLOTS = (
    "ervaring",
    "emotie",
    "kwaliteit",
    "motief",
    "rode_draad",
    "leefregel",
    "kernwoord",
    "inzicht",
    "uitproberen",
    "stap",
    "kans",
    "netwerk",
    "afspraak",
)
"""Slots whose places are kept beside a conversation, to lay conversations side by side."""


@dataclass(frozen=True, slots=True)
class Opbrengst:
    """What a conversation yields, derived from its turns and kept beside them for lists.

    :param gevuld: what fills the slots of :data:`DRAADSLOTS`: (slot, quote).
    :param terugblik: the new status of afspraken from earlier conversations: (gesprek, nr) -> status.
    """

    titel: str = ""
    klaar: bool = False
    kernwoord: str | None = None
    afspraken: tuple[tuple[str, date | None], ...] = ()
    terugblik: dict[tuple[str, int], str] = field(default_factory=dict)
    gevuld: tuple[tuple[str, Citaat], ...] = ()


@dataclass(slots=True)
class Verhaal:
    """What is known of the student's story so far, derived from the turns.

    :param slots: what fills each slot, oldest first.
    :param open: slots that were asked about and left open (skipped, or not known).
    :param afspraken: each agreement with its date, if one was heard.
    :param terugblik: option chosen for each earlier afspraak, by its place in the list that was asked.
    :param laatste: nr of the last answer.
    :param weet_niet: how often the student did not know.
    :param eerder: how many conversations this student finished before this one.
    :param samen: a mentor sits beside the student.
    """

    slots: dict[str, tuple[Invulling, ...]] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    afspraken: tuple[tuple[Invulling, date | None], ...] = ()
    terugblik: tuple[tuple[int, str], ...] = ()
    laatste: int = -1
    weet_niet: int = 0
    eerder: int = 0
    samen: bool = False

    def copy(self) -> Verhaal:
        """Return a copy that can go its own way."""
        return replace(self, slots=dict(self.slots))

    def fill(self, slot: str, invulling: Invulling) -> None:
        """Add what fills a slot."""
        self.slots[slot] = (*self.slots.get(slot, ()), invulling)
        self.open -= {slot}

    def forget(self, slots: tuple[str, ...]) -> None:
        """Empty slots, as if they were never asked; what the last answer filled stays."""
        for slot in slots:
            nieuw = tuple(i for i in self.slots.pop(slot, ()) if i.citaat.beurt == self.laatste)
            if nieuw:
                self.slots[slot] = nieuw
        self.open -= set(slots)

    def last(self, slot: str) -> Invulling | None:
        """Return what filled a slot last."""
        invullingen = self.slots.get(slot)
        return invullingen[-1] if invullingen else None

    def value(self, slot: str) -> str | int | date | None:
        """Return the value that was read from the last thing that filled a slot."""
        invulling = self.last(slot)
        return invulling.waarde if invulling else None
