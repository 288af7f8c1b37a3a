"""A conversation led from the inside, for tests of what happens in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron, load_bron
from gesprek.model import Gesprek, Modus, Taal
from gesprek.uiting import Uiting
from gesprek.verloop import Verloop

TIJD = datetime(2026, 11, 23, 15, tzinfo=UTC)
ID = "01JDCGN9R00000000000000000"
BRONNEN = {naam: load_bron(naam) for naam in ("loopbaangesprek", "kort")}


def new(
    bron: Bron, *, taal: Taal = "nl", id: str = ID, modus: Modus = "zelf", geschiedenis: Geschiedenis | None = None
) -> Verloop:
    gesprek = Gesprek(id, modus, bron.flow.flow, bron.fingerprint, taal, TIJD, TIJD)
    return Verloop(bron, gesprek, geschiedenis, "ergens")


def now(verloop: Verloop) -> Uiting:
    assert verloop.now is not None
    return verloop.now


def lead(verloop: Verloop, tot: str | None = None, **antwoorden: str) -> list[str]:
    """Answer until a slot (or question) is asked for, or the end; return the ids of the questions."""
    gevraagd = []
    if not verloop.beurten:
        verloop.start(TIJD)
    for nr in range(150):
        if verloop.now is None:
            break
        open_ = now(verloop)
        if tot in (*open_.vult, open_.vraag):
            break
        gevraagd.append(open_.vraag)
        antwoord = next(
            (antwoorden[s] for s in (open_.vraag.replace(".", "_"), *open_.vult) if s in antwoorden), STANDAARD
        )
        verloop.answer(antwoord, TIJD + timedelta(seconds=nr))
    return gevraagd


STANDAARD = "Toen hielp ik in de keuken een collega met de borden."
VAST = {
    "ervaring": "Op stage hielp ik een mevrouw met eten, ik was zo trots.",
    "warmte": "8",
    "vervolg_klein_verhaal": "ja",
    "kernwoord": "rust",
    "vervolg_kernwoord_past": "ja",
    "vervolg_kant": "fijn",
    "datum": "vrijdag",
    "vervolg_nog_een_afspraak": "nee",
}
VAST_EN = VAST | {
    "ervaring": "At my placement I helped a lady eat, I was so proud.",
    "vervolg_klein_verhaal": "yes",
    "kernwoord": "calm",
    "vervolg_kernwoord_past": "yes",
    "vervolg_kant": "nice",
    "datum": "Friday",
    "vervolg_nog_een_afspraak": "no",
}
