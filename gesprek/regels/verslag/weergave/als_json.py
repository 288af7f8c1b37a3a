"""A report as JSON. The keys stand here, each with what it means; docs/handleiding-mentor.md names the main ones."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from gesprek.regels.verslag import Bewijs, Nadruk, Regelverslag, Verslag
from gesprek.regels.verslag.weergave.zinnen import explain


class _Gegeven(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SprekerJson(_Gegeven):
    """Someone who speaks."""

    naam: str
    kant: Literal["mentor", "leerling", "ander"]
    beurten: int
    vragen: int = Field(description="turns with a question mark")


class BewijsJson(_Gegeven):
    """A quote that shows something."""

    beurt: int = Field(description="nr of the turn, from 1")
    regel: int = Field(description="line (paragraph, turn) in the file where the turn begins")
    van: int = Field(description="offset in the turn")
    tot: int
    citaat: str
    wat: str = Field(description="code of what it shows")
    uitleg: str = Field(description="the same in words")
    woord: str = ""


class RegelJson(_Gegeven):
    """One of the ten rules."""

    nr: int
    code: str
    uitspraak: Literal["gehouden", "gebroken", "twijfel", "nvt"]
    gehouden: list[BewijsJson]
    gebroken: list[BewijsJson]
    twijfel: list[BewijsJson]


class NadrukJson(_Gegeven):
    """The strength, or the rule to practise."""

    regel: str
    bewijs: BewijsJson
    probeer: str = Field("", description="another way to say it")


class FaseJson(_Gegeven):
    """A phase, and where it begins; null when it was not reached."""

    fase: str
    beurt: int | None
    regel: int | None


class SpreektijdJson(_Gegeven):
    """Words; a number, not a mark."""

    mentor: int
    leerling: int
    procent_mentor: int


class GevoelswoordJson(_Gegeven):
    """A feeling word of the student and what became of it."""

    beurt: int
    regel: int
    van: int
    tot: int
    woord: str
    afloop: Literal["opgepakt", "gemist", "vervangen", "naast", "buiten"]
    door: int | None = Field(description="nr of the turn that says it back, or makes another word of it")
    nieuw: str = ""


class KernwoordJson(_Gegeven):
    """The student's word for it all."""

    gevraagd: int | None
    woord: str
    eerst: int | None
    van_leerling: bool
    vooruit: int | None


class TijdregelJson(_Gegeven):
    """A turn of the mentor."""

    beurt: int
    regel: int
    fase: str | None
    vraagsoort: str
    over: list[str]
    gehouden: list[str]
    gebroken: list[str]
    twijfel: list[str]
    rust: bool = Field(description="it answers a sign of distress, and is not judged")


class VerslagJson(_Gegeven):
    """The whole report."""

    bestand: str
    taal: Literal["nl", "en"]
    eenheid: Literal["regel", "alinea", "beurt"] = Field(description="what “regel” counts")
    hoe: Literal["gekozen", "genoemd", "vragen"] = Field(description="how mentor and student were told apart")
    sprekers: list[SprekerJson]
    overgeslagen: list[int] = Field(description="lines that nobody says")
    zorg: list[int] = Field(description="turns with a sign of distress; nothing else is derived from them")
    navraag: list[int]
    sterk: NadrukJson | None
    oefenen: NadrukJson | None
    regels: list[RegelJson]
    fasen: list[FaseJson]
    spreektijd: SpreektijdJson
    klein_verhaal: dict[str, int | None] = Field(description="each part, and the turn in which it became known")
    gevoelswoorden: list[GevoelswoordJson]
    gevoelsvragen_op_rij: list[list[int]]
    kernwoord: KernwoordJson
    verbeterd: list[int] = Field(description="turns in which the student says that it was otherwise")
    tijdlijn: list[TijdregelJson]


def write_json(verslag: Verslag) -> str:
    """Return a report as JSON."""
    return to_model(verslag).model_dump_json(indent=2) + "\n"


def to_model(verslag: Verslag) -> VerslagJson:
    """Return a report as the model of its keys."""

    def regel(nr: int) -> int:
        return verslag.turn(nr).van_regel

    def bewijs(b: Bewijs) -> BewijsJson:
        return BewijsJson(
            beurt=b.beurt,
            regel=regel(b.beurt),
            van=b.van,
            tot=b.tot,
            citaat=verslag.quote(b),
            wat=b.wat,
            uitleg=explain(b),
            woord=b.woord,
        )

    def rule(nr: int, r: Regelverslag) -> RegelJson:
        return RegelJson(
            nr=nr,
            code=r.regel,
            uitspraak=r.uitspraak,
            gehouden=[bewijs(b) for b in r.gehouden],
            gebroken=[bewijs(b) for b in r.gebroken],
            twijfel=[bewijs(b) for b in r.twijfel],
        )

    def nadruk(n: Nadruk | None) -> NadrukJson | None:
        return None if n is None else NadrukJson(regel=n.regel, bewijs=bewijs(n.bewijs), probeer=n.probeer)

    gesprek, kern = verslag.gesprek, verslag.kernwoord
    return VerslagJson(
        bestand=gesprek.bestand,
        taal=verslag.taal,
        eenheid=gesprek.eenheid,
        hoe=gesprek.hoe,
        sprekers=[SprekerJson(naam=s.naam, kant=s.kant, beurten=s.beurten, vragen=s.vragen) for s in gesprek.sprekers],
        overgeslagen=list(gesprek.overgeslagen),
        zorg=list(verslag.zorg),
        navraag=list(verslag.navraag),
        sterk=nadruk(verslag.sterk),
        oefenen=nadruk(verslag.oefenen),
        regels=[rule(nr, r) for nr, r in enumerate(verslag.regels, 1)],
        fasen=[FaseJson(fase=f.fase, beurt=f.beurt, regel=regel(f.beurt) if f.beurt else None) for f in verslag.fasen],
        spreektijd=SpreektijdJson(
            mentor=verslag.spreektijd.mentor,
            leerling=verslag.spreektijd.leerling,
            procent_mentor=verslag.spreektijd.procent,
        ),
        klein_verhaal={str(d.onderdeel): d.beurt for d in verslag.klein_verhaal},
        gevoelswoorden=[
            GevoelswoordJson(
                beurt=g.beurt,
                regel=regel(g.beurt),
                van=g.van,
                tot=g.tot,
                woord=g.woord,
                afloop=g.afloop,
                door=g.door,
                nieuw=g.nieuw,
            )
            for g in verslag.gevoelswoorden
        ],
        gevoelsvragen_op_rij=[list(reeks) for reeks in verslag.gevoelsreeksen],
        kernwoord=KernwoordJson(
            gevraagd=kern.gevraagd,
            woord=kern.woord,
            eerst=kern.eerst,
            van_leerling=kern.van_leerling,
            vooruit=kern.vooruit,
        ),
        verbeterd=list(verslag.verbeterd),
        tijdlijn=[
            TijdregelJson(
                beurt=t.beurt,
                regel=regel(t.beurt),
                fase=t.fase,
                vraagsoort=t.vraagsoort,
                over=list(t.over),
                gehouden=list(t.gehouden),
                gebroken=list(t.gebroken),
                twijfel=list(t.twijfel),
                rust=t.rust,
            )
            for t in verslag.tijdlijn
        ],
    )
