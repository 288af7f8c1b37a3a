"""The ten handelingsregels, applied to one utterance of a mentor.

``toets`` says what is broken, what is kept, and where. It reads structure first: where a question begins,
what is quoted, who is spoken of; the words come from ``nl/*.tsv`` and ``en/*.tsv`` beside this file. Each rule has its
own module with ``broken`` and ``kept``.
"""

from __future__ import annotations

from collections.abc import Sequence

from gesprek.model import Taal
from gesprek.regels import (
    emotiewoorden,
    geen_waarom,
    kernwoord,
    luister_leeg,
    met_niet_tegen,
    nivea,
    recente_ervaring,
    verbreed,
    verdiep,
    waardeer_emotie,
)
from gesprek.regels.anders import alternative
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import CODES, REGEL_VAN, Code, Gehouden, Oordeel, Opmerking, Regelnaam

__all__ = ["CODES", "REGEL_VAN", "Code", "Gehouden", "Oordeel", "Opmerking", "Regelnaam", "alternative", "toets"]

_BREEKBAAR = (met_niet_tegen, waardeer_emotie, luister_leeg, geen_waarom, nivea)
_REGELS = (*_BREEKBAAR, recente_ervaring, emotiewoorden, verdiep, verbreed, kernwoord)
_MEEST = 2
_DICHTBIJ = 30
"""Characters within which a command belongs to the digging: ``blijf even bij dat gevoel``."""


def toets(tekst: str, taal: Taal, eerder: Sequence[str] = ()) -> Oordeel:
    """Check one utterance of a mentor.

    :param tekst: the utterance as typed.
    :param eerder: what the student said before, oldest first; the student's own words are no filling in.
    """
    o = Ontleding(tekst, taal, eerder)
    gevonden = [opmerking for regel in _BREEKBAAR for opmerking in regel.broken(o)]
    gevonden += luister_leeg.also_closed(o, gevonden)
    zeker = _weigh(o, [g for g in gevonden if g.zeker])
    if len(zeker) > _MEEST and any(z.code == "monoloog" for z in zeker):
        zeker = [max((z for z in zeker if z.code != "monoloog"), key=lambda z: _count(z.code, gevonden))] + [
            z for z in zeker if z.code == "monoloog"
        ]
    gezien = {z.code for z in zeker}
    twijfel = _weigh(o, [g for g in gevonden if not g.zeker and g.code not in gezien])
    gehouden: dict[Regelnaam, Gehouden] = {}
    for regel in _REGELS:
        for g in regel.kept(o):
            gehouden.setdefault(g.regel, g)
    gebroken = {z.regel for z in zeker}
    over = [g for naam, g in gehouden.items() if naam not in gebroken and not _empty_but_broken(g, zeker)]
    return Oordeel(o.vraagsoort, tuple(zeker[:_MEEST]), tuple(twijfel), tuple(over))


def _empty_but_broken(g: Gehouden, zeker: list[Opmerking]) -> bool:
    """Whether a question that is short and open breaks another rule: then it is no listening from not knowing."""
    return g.regel == "luister-leeg" and any(z.van < g.tot and g.van < z.tot for z in zeker)


def _weigh(o: Ontleding, opmerkingen: list[Opmerking]) -> list[Opmerking]:
    """Return one remark per code, the weightiest first, without what another remark already says."""
    if not opmerkingen:
        return []
    eerste: dict[Code, Opmerking] = {}
    for opmerking in opmerkingen:
        if opmerking.code in eerste and eerste[opmerking.code].van <= opmerking.van:
            continue
        eerste[opmerking.code] = opmerking
    over = [o_ for o_ in eerste.values() if not _said_by_other(o, o_, opmerkingen)]
    return sorted(over, key=lambda o_: CODES.index(o_.code))


def _count(code: Code, opmerkingen: list[Opmerking]) -> tuple[int, int]:
    """Return how often something was found, for choosing beside a monologue; of equals the weightier."""
    return sum(opmerking.code == code for opmerking in opmerkingen), -CODES.index(code)


def _said_by_other(o: Ontleding, een: Opmerking, alle: list[Opmerking]) -> bool:
    """Whether a remark falls away beside another on the same sentence.

    Advice or digging in the form of a question is only that; an either-or form adds ``gesloten``.
    A tag is only filling in.
    """
    if een.code == "advies":
        return any(a.code == "emotie_graven" and a.zeker and abs(a.van - een.van) < _DICHTBIJ for a in alle)
    if een.code not in ("waarom", "gesloten", "invullen"):
        return False
    zin = o.sentence_at(een.van)
    if een.code == "waarom":
        return any(a.code == "advies" and a.van <= een.van < a.tot for a in alle)
    zwaarder = {a.code for a in alle if a.code in ("advies", "emotie_graven") and o.sentence_at(a.van) == zin}
    if een.code == "invullen":
        if "emotie_graven" in zwaarder:
            return o.student_feels or not o.knows_student  # else the feeling that is dug into is the mentor's
        return any(
            a.code == "advies" and a.van < een.van and o.sentence_at(a.van) == zin and _only_a_feeling(o, een)
            for a in alle
        )
    return bool(zwaarder) and not any(v.vorm == "keuze" and v.zin == zin for v in o.vragen)


def _only_a_feeling(o: Ontleding, een: Opmerking) -> bool:
    """Whether a remark hangs on no more than a feeling word: ``ga doen wat je leuk vindt``."""
    return any(een.van == o.rij.van[begin] for begin, _einde, _polariteit in o.gevoel)
