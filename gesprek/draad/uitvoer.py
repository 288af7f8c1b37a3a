"""What runs through several conversations as plain lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from gesprek.archief import Archief
from gesprek.draad import Plaats, by_lemma
from gesprek.draad import blad as bladen
from gesprek.draad.blad import DELEN
from gesprek.draad.lezen import (
    COMPETENTIES,
    Gesprekken,
    activities,
    places_of,
    quotes,
    read_said,
    words_back,
)
from gesprek.draad.tijd import short_day
from gesprek.model import Taal
from gesprek.taal import _

_WOORDEN, _CITATEN = 60, 3
"""Words that come back, and quotes of each, that are written out as lines; JSON has more."""
_CITATEN_JSON = 20


def as_lines(archief: Archief, gesprekken: Gesprekken, taal: Taal) -> Iterator[str]:
    """Yield it as lines, part by part.

    :raises Archieffout: when the archive cannot be read.
    """
    yield _("The thread of {name}").format(name=gesprekken.leerling) if gesprekken.leerling else _("My thread")
    if len(gesprekken.koppen) < 2:
        yield bladen.no_thread_yet(len(gesprekken.koppen))
    else:
        yield bladen.first_and_later(bladen.read_timeline(archief, gesprekken, by_lemma), taal)
    if not gesprekken.koppen:
        return
    for deel in DELEN:
        yield f"\n{bladen.part_name(deel)}"
        yield bladen.explain_part(deel)
        yield from (
            _word_lines(archief, gesprekken, taal) if deel == "terug" else _row_lines(archief, gesprekken, deel, taal)
        )


def _row_lines(archief: Archief, gesprekken: Gesprekken, deel: bladen.Deel, taal: Taal) -> Iterator[str]:
    rijen = bladen.read_rows(archief, gesprekken, deel, taal, by_lemma)
    if not rijen:
        yield bladen.nothing_there(deel)
    for rij in rijen:
        if rij.plaats is None:
            yield f"{rij.kop}: {rij.bij}" if rij.bij else f"{rij.kop}:"
        else:
            yield _line(rij.plaats, taal) + (f", {rij.bij}" if rij.bij else "")


def _word_lines(archief: Archief, gesprekken: Gesprekken, taal: Taal) -> Iterator[str]:
    woorden = words_back(archief, gesprekken, by_lemma)
    if not woorden:
        yield bladen.nothing_there("terug")
        return
    gezegd = read_said(archief, gesprekken)
    for rij, woord in zip(bladen.word_rows(woorden), woorden[:_WOORDEN], strict=False):
        yield f"{rij.kop}: {rij.bij}"
        for plaats in places_of(woord, gesprekken, gezegd, _CITATEN):
            yield _line(plaats, taal)
    if len(woorden) > _WOORDEN:
        yield _("And {count} more words; --json has them all.").format(count=len(woorden) - _WOORDEN)


def _line(plaats: Plaats, taal: Taal) -> str:
    return f"  {short_day(plaats.datum, taal)}  ‘{' '.join(plaats.tekst.split())}’"


def as_object(archief: Archief, gesprekken: Gesprekken, taal: Taal) -> dict[str, Any]:
    """Return it as JSON has it: quotes, each with its conversation, day and turn."""
    leerling = gesprekken.leerling
    tijdlijn = bladen.read_timeline(archief, gesprekken, by_lemma)
    gezegd = read_said(archief, gesprekken)
    return {
        "leerling": leerling,
        "gesprekken": len(gesprekken.koppen),
        "kernwoorden": [
            {
                "woorden": list(lijn.woorden),
                "momenten": [_quote(m.plaats) | {"woord": m.woord, "activiteit": m.activiteit} for m in lijn.momenten],
            }
            for lijn in tijdlijn.lijnen
        ],
        "terug": [
            {
                "woorden": list(woord.vormen),
                "gesprekken": list(woord.gesprekken),
                "citaten": _quotes(places_of(woord, gesprekken, gezegd, _CITATEN_JSON)),
            }
            for woord in words_back(archief, gesprekken, by_lemma)
        ],
        "kwaliteiten": _quotes(quotes(archief, leerling, "kwaliteit")),
        "motieven": _quotes(quotes(archief, leerling, "motief")),
        "activiteiten": [
            {"soort": soort, "citaten": _quotes(plekken)} for soort, plekken in activities(archief, gesprekken, taal)
        ],
        "competenties": [
            {"competentie": competentie, "citaten": _quotes(quotes(archief, leerling, *slots))}
            for competentie, slots in COMPETENTIES.items()
        ],
    }


def _quotes(plekken: Sequence[Plaats]) -> list[dict[str, Any]]:
    return [_quote(plaats) for plaats in plekken]


def _quote(plaats: Plaats) -> dict[str, Any]:
    return {
        "gesprek": plaats.gesprek,
        "datum": plaats.datum.isoformat(),
        "beurt": plaats.beurt if plaats.beurt >= 0 else None,
        "tekst": plaats.tekst,
    }
