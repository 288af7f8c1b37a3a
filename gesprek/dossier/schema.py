"""The JSON of gesprek, version 1: whole conversations that can be read back without loss, and the dossier as data."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from gesprek.model import Modus, Soort, Spreker, Taal

SCHEMA = "gesprek/1"
VERSIE = 1

Id = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]
Status = Literal["open", "gedaan", "vervallen"]


class Json(BaseModel):
    """Base of what is written: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BeurtJson(Json):
    """One turn; of the program its wording, not filled in."""

    nr: int = Field(ge=0)
    tijd: datetime
    spreker: Spreker
    soort: Soort
    stap: str
    vraag: str
    tekst: str


class KernwoordJson(Json):
    """The student's word, and the day on which it was given."""

    woord: str
    datum: date


class AfspraakJson(Json):
    """What the student agreed to do, and what became of it."""

    tekst: str
    datum: date | None
    status: Status
    gevraagd_in: str | None = None


class PlekJson(Json):
    """What filled a slot: a place in a turn."""

    slot: str
    beurt: int = Field(ge=0)
    van: int = Field(ge=0)
    tot: int = Field(ge=0)


class DossierkeuzeJson(Json):
    """What the student lets into the dossier."""

    delen: tuple[str, ...]
    doel: str = ""
    categorie: str = ""


class ConceptJson(Json):
    """The draft of an answer."""

    vraag: str
    tekst: str


class GesprekJson(Json):
    """One conversation, whole."""

    id: Id
    modus: Modus
    flow: str
    bron: str
    taal: Taal
    begonnen: datetime
    bijgewerkt: datetime
    klaar: datetime | None
    titel: str
    naam: str = ""
    leerling: str = ""
    mentor: str = ""
    beurten: tuple[BeurtJson, ...]
    kernwoord: KernwoordJson | None = None
    afspraken: tuple[AfspraakJson, ...] = ()
    gevuld: tuple[PlekJson, ...] = ()
    dossierkeuze: DossierkeuzeJson | None = None
    concept: ConceptJson | None = None


class Gesprekken(Json):
    """A file of whole conversations: the student's own copy.

    :param bronnen: flow and bank of each source that a conversation began with, by fingerprint.
    """

    schema_: Literal["gesprek/1"] = Field(default="gesprek/1", alias="schema")
    soort: Literal["gesprekken"] = "gesprekken"
    gesprekken: tuple[GesprekJson, ...]
    bronnen: dict[str, dict[str, Any]]


class UitspraakJson(Json):
    """Something the student said, and the question that it answers."""

    tekst: str
    datum: date
    gesprek: str
    vraag: str


class CompetentieJson(Json):
    """A competence with what shows it. There is no level and no tick."""

    id: str
    naam: str
    beschrijving: str
    uitspraken: tuple[UitspraakJson, ...]


class GroepJson(Json):
    """Words under a small heading."""

    kop: str
    regels: tuple[str, ...]


class BelofteJson(Json):
    """What the student agreed to do, and what became of it."""

    tekst: str
    datum: date | None
    status: Status


class ActiviteitJson(Json):
    """One activity under the four questions of the loopbaandossier.

    :param doel: Wat is je doel?; ``gedaan``: Wat heb je gedaan?; ``ontdekt``: Wat heb je ontdekt?; ``verder``: Wat ga
        je hiermee doen?
    """

    gesprek: str
    datum: date
    naam: str
    plek: str
    categorie: str
    kernwoord: str
    doel: str
    gedaan: tuple[GroepJson, ...]
    ontdekt: tuple[GroepJson, ...]
    verder: tuple[GroepJson, ...]
    afspraken: tuple[BelofteJson, ...]
    waarneming: tuple[str, ...]
    gesproken: tuple[tuple[str, str], ...]


class DossierJson(Json):
    """The loopbaandossier as data: what is shared, so names are masked and only what was let in is in it."""

    schema_: Literal["gesprek/1"] = Field(default="gesprek/1", alias="schema")
    soort: Literal["dossier"] = "dossier"
    naam: str
    gemaakt: date
    competenties: tuple[CompetentieJson, ...]
    activiteiten: tuple[ActiviteitJson, ...]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of both kinds of file."""
    from pydantic import TypeAdapter

    alles: dict[str, Any] = TypeAdapter(Gesprekken | DossierJson).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **alles}
