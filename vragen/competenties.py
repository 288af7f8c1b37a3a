"""The five loopbaancompetenties: their text, to explain what a dossier shows. Never a list to tick off.

All in ``competenties.yaml``, Dutch and English side by side.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from gesprek.inlezen import Gegeven, read, validate
from vragen import MAP, Bank, Competentie, Tekst


class Uitleg(Gegeven):
    """One competence.

    :param kernvraag: the question that the source puts under its name; a heading, never asked.
    :param beschrijving: what it is about, verbatim; ``en`` is our translation. So are ``indicatoren``.
    """

    id: Competentie
    naam: Tekst
    kernvraag: Tekst
    beschrijving: Tekst
    indicatoren: tuple[Tekst, ...] = Field(min_length=1)


class Competenties(Gegeven):
    """All five, in the order of the source.

    :param bron: where the texts come from.
    :param geen_afvinklijst: what the source says of the indicators, verbatim.
    """

    bron: str
    geen_afvinklijst: Tekst
    competenties: tuple[Uitleg, ...] = Field(min_length=5, max_length=5)


@lru_cache(maxsize=1)
def load_competenties(pad: Path = MAP / "competenties.yaml") -> Competenties:
    """Read the competences.

    :raises Inleesfout: when the file is broken.
    """
    return validate(Competenties, read(pad, f"{pad.parent.name}/{pad.name}"))


def competence_by_slot(bank: Bank) -> dict[str, Competentie]:
    """Return the competence that an answer shows which fills a slot, where the tagged questions agree on one."""
    gevonden: dict[str, set[Competentie]] = {}
    for vraag in bank.vragen.values():
        for unit in vraag.units if vraag.competentie else ():
            for slot in unit.vult:
                if vraag.competentie:
                    gevonden.setdefault(slot, set()).add(vraag.competentie)
    return {slot: next(iter(soorten)) for slot, soorten in gevonden.items() if len(soorten) == 1}
