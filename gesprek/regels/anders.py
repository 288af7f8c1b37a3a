"""Another way to say an utterance that breaks a rule, from the alternatives in ``vragen/regels.yaml``.

The student's own word is taken up where one is known; of several questions at once the first is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from gesprek import luisteren
from gesprek.model import Taal
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Oordeel, Opmerking
from gesprek.weergave import fields, fill
from vragen.regels import load_regels

_LANGSTE_WOORD = 40
_TERUG = 2
"""Answers that are looked through for a feeling word, the newest first."""


def alternative(tekst: str, oordeel: Oordeel, taal: Taal, eerder: Sequence[str] = ()) -> str:
    """Return one other way to say an utterance, for its weightiest break; empty when nothing is broken.

    :param oordeel: what ``toets`` found in it.
    :param eerder: what the student said before, oldest first.
    """
    if not oordeel.opmerkingen:
        return ""
    return alternative_for(oordeel.opmerkingen[0], tekst, taal, eerder)


def alternative_for(opmerking: Opmerking, tekst: str, taal: Taal, eerder: Sequence[str] = ()) -> str:
    """Return one other way to say an utterance, for one remark about it."""
    o = Ontleding(tekst, taal, eerder)
    waarden = {"woord": _word(o, taal, eerder), "eerste_vraag": _first_question(o)}
    soorten = {t.regel.waarde for t in o.vondst.get("bij", ())}
    for keuze in load_regels().schending(opmerking.code).probeer:
        sjabloon = keuze.in_taal(taal)
        if (keuze.bij is None or keuze.bij in soorten) and all(waarden.get(veld) for veld in fields(sjabloon)):
            return fill(sjabloon, waarden.get)
    return ""


def _word(o: Ontleding, taal: Taal, eerder: Sequence[str]) -> str:
    """Return a word of the student's to take up: one that the mentor quoted, or the last feeling that was named."""
    aangehaald = [o.rij.piece(begin, einde) for begin, einde in o.quotes]
    gevoeld = [
        emotie.woord
        for antwoord in reversed(eerder[-_TERUG:])
        for emotie in reversed(luisteren.luister(antwoord, taal).emoties)
        if not emotie.ontkend and not emotie.van_ander
    ]
    return next((woord for woord in (*aangehaald, *gevoeld) if len(woord) <= _LANGSTE_WOORD and "\n" not in woord), "")


def _first_question(o: Ontleding) -> str:
    """Return the first open question of several, or else the first."""
    if not o.vragen:
        return ""
    vraag = next((v for v in o.vragen if v.vorm == "open"), o.vragen[0])
    stuk = o.rij.piece(vraag.begin, vraag.einde).strip(" ,;")
    for nr in range(vraag.einde - 1, vraag.begin, -1):
        if not o.is_(nr, "nevenschikker"):
            stuk = o.rij.piece(vraag.begin, nr + 1)
            break
    return f"{stuk[:1].upper()}{stuk[1:]}?"
