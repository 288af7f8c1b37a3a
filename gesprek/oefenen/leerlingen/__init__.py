"""The students of the drill: who they are and what they could tell, one YAML file each.

What every student may say lies in ``_algemeen.yaml``; a file of a student holds what is its own. How such a file is
written stands in docs/handleiding-leerlingen.md.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated, get_args

from pydantic import Field

from gesprek.inlezen import Bevinding, Gegeven, Inleesfout, read, suggest, validate
from gesprek.model import Taal
from gesprek.oefenen.leerlingen.soorten import GRENZEN, NIVEAUS, STANDAARD, Niveau, Nodig, Reactiesoort, Slot, Vlag
from gesprek.taal import _

MAP = Path(__file__).parent
ALGEMEEN = "_algemeen"

Zinnen = tuple[Annotated[str, Field(min_length=1)], ...]
Vertrouwen = Annotated[float, Field(ge=0, le=1)]


class Teksten(Gegeven):
    """What is said for one fragment, several wordings for each openness.

    :param weer: shorter, when it is asked again.
    :param terug: how the student comes back once to a feeling that was ignored.
    """

    gesloten: Zinnen = ()
    gematigd: Zinnen = ()
    open: Zinnen = ()
    weer: Zinnen = ()
    terug: Zinnen = ()

    def at(self, niveau: Niveau) -> Zinnen:
        """Return the wordings for an openness."""
        zinnen: Zinnen = getattr(self, niveau)
        return zinnen

    @property
    def all(self) -> Zinnen:
        """Every wording."""
        return (*self.gesloten, *self.gematigd, *self.open, *self.weer, *self.terug)


class Tweetalig(Gegeven):
    """A text in Dutch, and in English when the student speaks that."""

    nl: str = Field(min_length=1)
    en: str | None = None

    def in_taal(self, taal: Taal) -> str:
        """Return the text; Dutch when there is no English."""
        return (self.en or self.nl) if taal == "en" else self.nl


class Lijsten(Gegeven):
    """Words or sentences in both languages."""

    nl: Zinnen = ()
    en: Zinnen = ()

    def in_taal(self, taal: Taal) -> Zinnen:
        """Return those of a language."""
        return self.en if taal == "en" else self.nl


class Fragment(Gegeven):
    """A piece of the story.

    :param verhaal: 1 the experience, 2 elsewhere now, 3 earlier.
    :param vanaf: least trust, 0 to 1.
    :param bij: moves that open it, the one that asks for it first; those of the slot by default.
    :param na: fragments that must have been told before.
    :param gevoel: the feeling word that it carries.
    :param over: words by which a question is recognised as being about this.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    slot: Slot
    verhaal: Annotated[int, Field(ge=1, le=3)] = 1
    vanaf: Vertrouwen
    bij: tuple[Nodig, ...] = ()
    na: tuple[str, ...] = ()
    gevoel: Tweetalig | None = None
    over: Lijsten = Lijsten()
    nl: Teksten
    en: Teksten | None = None

    @property
    def grens(self) -> int:
        """Least trust in hundredths."""
        return round(self.vanaf * 100)

    @property
    def needs(self) -> tuple[Nodig, ...]:
        """The moves that open it, the one that asks for it first."""
        return self.bij or STANDAARD[self.slot]

    def texts(self, taal: Taal) -> Teksten:
        """Return what is said for it in a language."""
        return (self.en or self.nl) if taal == "en" else self.nl

    @property
    def levels(self) -> tuple[Niveau, ...]:
        """The degrees of openness at which it can be told."""
        return NIVEAUS[sum(self.grens >= grens for grens in GRENZEN) :]


class Niveauzinnen(Gegeven):
    """Reactions for each openness; ``altijd`` at any."""

    altijd: Zinnen = ()
    gesloten: Zinnen = ()
    gematigd: Zinnen = ()
    open: Zinnen = ()

    def at(self, niveau: Niveau) -> Zinnen:
        """Return the reactions for an openness, its own first."""
        eigen: Zinnen = getattr(self, niveau)
        return (*eigen, *self.altijd)

    @property
    def all(self) -> Zinnen:
        """Every reaction."""
        return (*self.gesloten, *self.gematigd, *self.open, *self.altijd)


class Reactie(Gegeven):
    """Reactions to a kind of move, in both languages."""

    nl: Niveauzinnen = Niveauzinnen()
    en: Niveauzinnen = Niveauzinnen()

    def in_taal(self, taal: Taal) -> Niveauzinnen:
        """Return those of a language."""
        return self.en if taal == "en" else self.nl


class JaNee(Gegeven):
    """What a yes/no question about some words is answered with, always to the same effect."""

    over: Lijsten
    nl: Zinnen
    en: Zinnen = ()

    def in_taal(self, taal: Taal) -> Zinnen:
        """Return the answers in a language."""
        return self.en if taal == "en" else self.nl


class Algemeen(Gegeven):
    """What every student may say.

    :param aanloop: what a student begins with, for each openness; with ``uitweg`` it makes more ways to say little.
    :param uitweg: sentences that say little and fit anywhere.
    """

    reacties: dict[Reactiesoort, Reactie]
    aanloop: Reactie
    uitweg: Reactie


class Leerling(Gegeven):
    """A simulated student.

    :param begin: trust at the start, 0 to 1.
    :param alarm: whether the only right thing is to stop and point to help.
    :param kernwoorden: words for the larger story, never said before two stories were compared and the word was asked.
    :param aanloop: own words to begin with, instead of those of everyone; ``uitweg``: own ways to say little.
    """

    naam: str = Field(pattern=r"^[a-z][a-z-]*$")
    beschrijving: Tweetalig
    schooltype: Tweetalig
    begin: Annotated[float, Field(ge=0.2, le=0.6)]
    alarm: bool = False
    vlaggen: tuple[Vlag, ...] = ()
    kernwoorden: Lijsten = Lijsten()
    fragmenten: tuple[Fragment, ...] = Field(min_length=1)
    ja_nee: tuple[JaNee, ...] = ()
    reacties: dict[Reactiesoort, Reactie] = Field(default_factory=dict)
    aanloop: Reactie | None = None
    uitweg: Reactie | None = None

    def __hash__(self) -> int:
        return hash(self.naam)

    @property
    def talen(self) -> tuple[Taal, ...]:
        """The languages it speaks: English is there as a whole or not at all."""
        return ("nl", "en") if self.beschrijving.en else ("nl",)

    def find(self, id: str) -> Fragment:
        """Return a fragment by its id.

        :raises KeyError: when there is none.
        """
        return next(f for f in self.fragmenten if f.id == id)


class OnbekendeLeerling(Exception):
    """There is no such student, or it does not speak this language."""


def student_names() -> list[str]:
    """Return the names of the students that come with the program."""
    return sorted(pad.stem for pad in MAP.glob("*.yaml") if not pad.stem.startswith("_"))


@lru_cache(maxsize=1)
def load_common() -> Algemeen:
    """Read what every student may say.

    :raises Inleesfout: when the file is broken.
    """
    pad = MAP / f"{ALGEMEEN}.yaml"
    document = read(pad, f"leerlingen/{pad.name}")
    algemeen = validate(Algemeen, document)
    mist = [
        document.bevinding(("reacties",), _("“{key}” is missing.").format(key=f"{soort}.{taal}"), _("Add it."))
        for soort in get_args(Reactiesoort)
        for taal in ("nl", "en")
        if soort not in algemeen.reacties or not getattr(algemeen.reacties[soort], taal).all
    ]
    if mist:
        raise Inleesfout(mist)
    return algemeen


def load_student(naam: str) -> Leerling:
    """Read a student by its name.

    :raises OnbekendeLeerling: when there is none of that name.
    :raises Inleesfout: when its file is broken or contradicts itself.
    """
    if naam not in student_names():
        raise OnbekendeLeerling(
            _("There is no student “{name}”.").format(name=naam) + " " + suggest(naam, student_names())
        )
    return read_student(MAP / f"{naam}.yaml")


@lru_cache(maxsize=32)
def read_student(pad: Path) -> Leerling:
    """Read a student from a file.

    :raises Inleesfout: when the file is broken or contradicts itself, with a finding per mistake.
    """
    from gesprek.oefenen.leerlingen.nakijken import contradictions

    document = read(pad, f"{pad.parent.name}/{pad.name}")
    leerling = validate(Leerling, document)
    bevindingen: list[Bevinding] = list(contradictions(document, leerling, pad.stem))
    if bevindingen:
        raise Inleesfout(bevindingen)
    return leerling
