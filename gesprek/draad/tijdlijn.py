"""Kernwoorden on a time line; a word that came back in another form stands on the line of the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gesprek.draad import Grondvorm, Lijn, Moment, Plaats, Tijdlijn, as_typed
from gesprek.luisteren.woorden import words
from gesprek.model import Citaat, Gesprek, Kernwoord, Taal


def lay_out(
    kernwoorden: Iterable[Kernwoord],
    koppen: Mapping[str, Gesprek],
    citaten: Mapping[str, Citaat] | None = None,
    grondvorm: Grondvorm = as_typed,
) -> Tijdlijn:
    """Lay kernwoorden out over time. Words of conversations that are not among ``koppen`` are left out.

    :param koppen: the conversations, by their id.
    :param citaten: where the kernwoord stands in its conversation.
    """
    per_vorm: dict[tuple[Taal, str], list[Moment]] = {}
    vormen: dict[tuple[Taal, str], str] = {}
    for kernwoord in sorted(kernwoorden, key=lambda k: k.gesprek):
        gesprek = koppen.get(kernwoord.gesprek)
        woord = kernwoord.woord.strip(" \t\r\n.,;:!?\"'‘’“”")
        if gesprek is None or not woord:
            continue
        citaat = (citaten or {}).get(gesprek.id)
        beurt = citaat.beurt if citaat else -1
        plaats = Plaats(gesprek.id, gesprek.begonnen.date(), beurt, citaat.tekst if citaat else woord)
        if (gesprek.taal, woord) not in vormen:
            vormen[gesprek.taal, woord] = _form(woord, gesprek.taal, grondvorm)
        sleutel = gesprek.taal, vormen[gesprek.taal, woord]
        per_vorm.setdefault(sleutel, []).append(Moment(plaats, woord, gesprek.titel))
    return Tijdlijn(tuple(_line(momenten) for momenten in per_vorm.values()), len(koppen))


def _form(woord: str, taal: Taal, grondvorm: Grondvorm) -> str:
    return " ".join(grondvorm(vorm, taal) for vorm in words(woord).vormen) or woord


def _line(momenten: list[Moment]) -> Lijn:
    vormen: dict[str, str] = {}
    for moment in momenten:
        eerder = vormen.setdefault(moment.woord.casefold(), moment.woord)
        if moment.woord.islower() and not eerder.islower():
            vormen[moment.woord.casefold()] = moment.woord  # a capital only began the answer
    return Lijn(tuple(vormen.values()), tuple(momenten))
