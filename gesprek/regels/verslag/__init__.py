"""The report on a written-out conversation, as plain data. ``opmaken`` makes it, ``weergave`` puts it into words.

It says what was kept and broken, each with a quote that can be found back; it never says how good that was.
Invariant: for every :class:`Bewijs`, ``beurten[beurt - 1].tekst[van:tot]`` is the quote, and no turn that shows
distress is quoted, counted or judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gesprek.model import Taal
from gesprek.regels.oordeel import REGELNAMEN, Code, Regelnaam, Uitspraak, Vraagsoort
from gesprek.regels.verslag.uitgeschreven import Gespreksbeurt, Uitgeschreven
from gesprek.regels.verslag.vraagt import Fase, Onderwerp

Wat = (
    Code
    | Literal[
        "gehouden",  # by what the utterance itself says
        "lang",
        "uitnodiging",
        "geen_uitnodiging",
        "te_vroeg_vooruit",
        "te_vroeg_cijfers",
        "opgepakt",
        "gemist",
        "vervangen",
        "teruggegaan",
        "gevoel_op_rij",
        "feitvraag",
        "kruisverhoor",
        "te_vroeg_reflecteren",
        "elders",
        "eerder",
        "vergelijk",
        "niet_verbreed",
        "woord_gevraagd",
        "woord_teruggezegd",
        "woord_vooruit",
        "woord_gegeven",
        "woord_losgelaten",
        "woord_niet_gevraagd",
        "kort_open",
        "weet_al",
        "oordeel",
        "verbeterd",
    ]
)
"""What a piece of the conversation shows."""

Onderdeel = Literal["plek", "wie", "rol", "eigen_daad", "ander_daad", "tijd", "aanleiding"]
ONDERDELEN: tuple[Onderdeel, ...] = ("plek", "wie", "rol", "eigen_daad", "ander_daad", "tijd", "aanleiding")
"""What makes a small story."""


@dataclass(frozen=True, slots=True)
class Bewijs:
    """A place in the conversation that shows something.

    :param beurt: nr of the turn.
    :param van: offset of the quote in the turn; ``tot`` behind its last character.
    :param wat: what it shows.
    :param woord: the word that it is about, if there is one.
    """

    beurt: int
    van: int
    tot: int
    wat: Wat
    woord: str = ""


@dataclass(frozen=True, slots=True)
class Regelverslag:
    """What was kept and broken of one rule.

    :param vrij: a rule that forbids something was nowhere seen broken.
    """

    regel: Regelnaam
    gehouden: tuple[Bewijs, ...] = ()
    gebroken: tuple[Bewijs, ...] = ()
    twijfel: tuple[Bewijs, ...] = ()
    vrij: bool = False

    @property
    def uitspraak(self) -> Uitspraak:
        """The verdict on the rule in this conversation: broken when it was broken anywhere."""
        if self.gebroken:
            return "gebroken"
        if self.gehouden or self.vrij:
            return "gehouden"
        return "twijfel" if self.twijfel else "nvt"


@dataclass(frozen=True, slots=True)
class Spreektijd:
    """How many words each side said."""

    mentor: int
    leerling: int

    @property
    def procent(self) -> int:
        """The share of the mentor, in whole percents."""
        samen = self.mentor + self.leerling
        return round(100 * self.mentor / samen) if samen else 0


@dataclass(frozen=True, slots=True)
class Fasebegin:
    """Where a phase begins; ``beurt`` is None when it was not reached."""

    fase: Fase
    beurt: int | None


Afloop = Literal["opgepakt", "gemist", "vervangen", "naast", "buiten"]
"""What became of a feeling word: said back, missed, made into another; ``naast`` when another word of the same
turn, or the same word before, was said back; ``buiten`` when nobody could be expected to: looking ahead, or the end."""


@dataclass(frozen=True, slots=True)
class Gevoelswoord:
    """A feeling word of the student.

    :param door: nr of the mentor's turn that says it back or makes another word of it.
    :param nieuw: that other word.
    """

    beurt: int
    van: int
    tot: int
    woord: str
    afloop: Afloop
    door: int | None = None
    nieuw: str = ""


@dataclass(frozen=True, slots=True)
class Verhaaldeel:
    """A part of the small story, and the turn in which it became known."""

    onderdeel: Onderdeel
    beurt: int | None


@dataclass(frozen=True, slots=True)
class Kernwoord:
    """What happened with the student's word for it all.

    :param gevraagd: nr of the turn that asks for it.
    :param woord: the word, when it can be told.
    :param eerst: nr of the turn in which it is first said; ``van_leerling``: whether that is one of the student's.
    :param vooruit: nr of the turn that looks ahead with it.
    """

    gevraagd: int | None = None
    woord: str = ""
    eerst: int | None = None
    van_leerling: bool = False
    vooruit: int | None = None


@dataclass(frozen=True, slots=True)
class Tijdregel:
    """One turn of the mentor on the timeline.

    :param fase: the phase that it stands in; empty before the first.
    :param over: what it asks for.
    """

    beurt: int
    fase: Fase | None
    vraagsoort: Vraagsoort
    over: tuple[Onderwerp, ...]
    gehouden: tuple[Regelnaam, ...] = ()
    gebroken: tuple[Regelnaam, ...] = ()
    twijfel: tuple[Regelnaam, ...] = ()
    rust: bool = False  # it answers a sign of distress, and is not judged


@dataclass(frozen=True, slots=True)
class Nadruk:
    """The one strength, or the one rule to practise.

    :param probeer: another way to say what is quoted, if there is one.
    """

    regel: Regelnaam
    bewijs: Bewijs
    probeer: str = ""


@dataclass(frozen=True, slots=True)
class Verslag:
    """The whole report.

    :param taal: the language that the conversation was heard in.
    :param zorg: turns of the student that show distress; ``navraag``: that may show it.
    :param vragen: how many turns of the mentor ask something.
    :param gevoelsreeksen: turns of the mentor that ask about the feeling two or more times in a row.
    :param verbeterd: turns in which the student says that it was otherwise than the mentor said.
    :param lijkt: the other language, when the words look more like that one.
    """

    gesprek: Uitgeschreven
    taal: Taal
    regels: tuple[Regelverslag, ...]
    spreektijd: Spreektijd
    vragen: int
    fasen: tuple[Fasebegin, ...]
    klein_verhaal: tuple[Verhaaldeel, ...]
    gevoelswoorden: tuple[Gevoelswoord, ...]
    gevoelsreeksen: tuple[tuple[int, ...], ...]
    kernwoord: Kernwoord
    verbeterd: tuple[int, ...]
    tijdlijn: tuple[Tijdregel, ...]
    sterk: Nadruk | None = None
    oefenen: Nadruk | None = None
    zorg: tuple[int, ...] = ()
    navraag: tuple[int, ...] = ()
    lijkt: Taal | None = field(default=None)

    def turn(self, nr: int) -> Gespreksbeurt:
        """Return a turn by its nr."""
        return self.gesprek.beurten[nr - 1]

    def rule(self, regel: Regelnaam) -> Regelverslag:
        """Return what was found for a rule."""
        return self.regels[REGELNAMEN.index(regel)]

    def quote(self, bewijs: Bewijs) -> str:
        """Return the words that show something, to the letter."""
        return self.turn(bewijs.beurt).tekst[bewijs.van : bewijs.tot]

    def next_of_student(self, nr: int) -> Gespreksbeurt | None:
        """Return what the student said right after a turn; None when nothing, or when it shows distress."""
        erna = next((b for b in self.gesprek.beurten[nr:] if b.kant != "ander"), None)
        return erna if erna is not None and erna.kant == "leerling" and erna.nr not in self.zorg else None
