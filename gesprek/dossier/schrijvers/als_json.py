"""Conversations, and a dossier, as JSON; see :mod:`gesprek.dossier.schema`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from gesprek.archief import Heel
from gesprek.dossier.dossier import Activiteit, Dossier, Groep
from gesprek.dossier.schema import (
    ActiviteitJson,
    AfspraakJson,
    BelofteJson,
    BeurtJson,
    CompetentieJson,
    ConceptJson,
    DossierJson,
    DossierkeuzeJson,
    GesprekJson,
    Gesprekken,
    GroepJson,
    Json,
    KernwoordJson,
    PlekJson,
    UitspraakJson,
)
from gesprek.taal import current_taal


def write_conversations(helen: Sequence[Heel]) -> bytes:
    """Return whole conversations as JSON, to read back without loss."""
    bronnen = {heel.gesprek.bron: json.loads(heel.bron) for heel in helen}
    return _dump(Gesprekken(gesprekken=tuple(map(_whole, helen)), bronnen=bronnen))


def write_dossier(dossier: Dossier) -> bytes:
    """Return a dossier as JSON."""
    taal = current_taal()
    return _dump(
        DossierJson(
            naam=dossier.naam,
            gemaakt=dossier.gemaakt,
            competenties=tuple(
                CompetentieJson(
                    id=deel.uitleg.id,
                    naam=deel.uitleg.naam.in_taal(taal),
                    beschrijving=deel.uitleg.beschrijving.in_taal(taal),
                    uitspraken=tuple(
                        UitspraakJson(tekst=u.tekst, datum=u.datum, gesprek=u.gesprek, vraag=u.vraag)
                        for u in deel.uitspraken
                    ),
                )
                for deel in dossier.competenties
            ),
            activiteiten=tuple(map(_activity, dossier.activiteiten)),
        )
    )


def _dump(gegevens: Json) -> bytes:
    kaal = gegevens.model_dump(mode="json", by_alias=True)
    return (json.dumps(kaal, ensure_ascii=False, indent=2) + "\n").encode()


def _whole(heel: Heel) -> GesprekJson:
    g = heel.gesprek
    return GesprekJson(
        id=g.id,
        modus=g.modus,
        flow=g.flow,
        bron=g.bron,
        taal=g.taal,
        begonnen=g.begonnen,
        bijgewerkt=g.bijgewerkt,
        klaar=g.klaar,
        titel=g.titel,
        naam=g.naam,
        leerling=g.leerling,
        mentor=g.mentor,
        beurten=tuple(
            BeurtJson(nr=b.nr, tijd=b.tijd, spreker=b.spreker, soort=b.soort, stap=b.stap, vraag=b.vraag, tekst=b.tekst)
            for b in heel.beurten
        ),
        kernwoord=KernwoordJson(woord=heel.kernwoord.woord, datum=heel.kernwoord.datum) if heel.kernwoord else None,
        afspraken=tuple(
            AfspraakJson.model_validate({"tekst": a.tekst, "datum": a.datum, "status": a.status, "gevraagd_in": waar})
            for a, waar in zip(heel.afspraken, heel.gevraagd_in, strict=True)
        ),
        gevuld=tuple(PlekJson(slot=slot, beurt=c.beurt, van=c.van, tot=c.tot) for slot, c in heel.gevuld),
        dossierkeuze=(
            DossierkeuzeJson(
                delen=tuple(sorted(heel.keuze.delen)), doel=heel.keuze.doel, categorie=heel.keuze.categorie
            )
            if heel.keuze
            else None
        ),
        concept=ConceptJson(vraag=heel.concept[0], tekst=heel.concept[1]) if heel.concept else None,
    )


def _groups(groepen: Iterable[Groep]) -> tuple[GroepJson, ...]:
    return tuple(GroepJson(kop=groep.kop, regels=groep.regels) for groep in groepen if groep.citaat)


def _activity(activiteit: Activiteit) -> ActiviteitJson:
    return ActiviteitJson(
        gesprek=activiteit.gesprek,
        datum=activiteit.datum,
        naam=activiteit.naam,
        plek=activiteit.plek,
        categorie=activiteit.categorie,
        kernwoord=activiteit.kernwoord,
        doel=activiteit.doel,
        gedaan=_groups(activiteit.gedaan),
        ontdekt=_groups(activiteit.ontdekt),
        verder=_groups(activiteit.verder),
        afspraken=tuple(
            BelofteJson.model_validate({"tekst": b.tekst, "datum": b.datum, "status": b.status})
            for b in activiteit.beloften
        ),
        waarneming=activiteit.gezien,
        gesproken=activiteit.gesproken,
    )
