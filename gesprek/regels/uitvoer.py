"""``gesprek toets`` on standard input: an utterance of a mentor a line in, what the rules say of it out."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO, TextIO

from gesprek.model import Taal
from gesprek.regels import toets
from gesprek.regels.anders import alternative_for
from gesprek.regels.oordeel import Oordeel
from gesprek.taal import _
from gesprek.weergave import visible
from vragen.regels import load_regels

_SPREKER = re.compile(r"\s*([ML])\s*:\s?", re.IGNORECASE)
"""A line may say who speaks: ``M:`` the mentor, ``L:`` the student."""


def check_lines(invoer: BinaryIO, uitvoer: TextIO, taal: Taal, *, as_json: bool) -> None:
    """Read lines until there are no more, and write what is found in each at once.

    A line that begins with ``L:`` is what the student said: it is not judged, but what is said after it is judged
    knowing it.
    """
    eerder: list[str] = []
    for ruw in iter(invoer.readline, b""):
        regel = ruw.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        spreker = _SPREKER.match(regel)
        van = spreker.end() if spreker else 0
        if spreker and spreker.group(1).upper() == "L":
            eerder.append(regel[van:])
            oordeel = Oordeel("geen")
        else:
            oordeel = toets(regel[van:], taal, eerder)
        if as_json:
            uitvoer.write(json.dumps(as_object(regel[van:], oordeel, taal, eerder, van), ensure_ascii=False) + "\n")
        else:
            uitvoer.write(as_text(regel[van:], oordeel, taal, eerder) + "\n")
        uitvoer.flush()


def as_object(tekst: str, oordeel: Oordeel, taal: Taal, eerder: list[str], van: int = 0) -> dict[str, Any]:
    """Return a verdict as the protocol has it.

    :param van: characters of the line before the utterance; offsets are those of the line.
    """
    regels = load_regels()
    return {
        "schendt": list(oordeel.schendt),
        "houdt": list(oordeel.houdt),
        "vraagsoort": oordeel.vraagsoort,
        "uitleg": [
            {
                "code": opmerking.code,
                "van": van + opmerking.van,
                "tot": van + opmerking.tot,
                "tekst": regels.schending(opmerking.code).uitleg.in_taal(taal),
                "probeer": alternative_for(opmerking, tekst, taal, eerder),
            }
            for opmerking in oordeel.opmerkingen
        ],
        "twijfel": [{"code": t.code, "van": van + t.van, "tot": van + t.tot} for t in oordeel.twijfel],
    }


def as_text(tekst: str, oordeel: Oordeel, taal: Taal, eerder: list[str]) -> str:
    """Return a verdict in lines to read: what is broken and how else to say it, what is kept."""
    regels = load_regels()
    uit = []
    for opmerking in oordeel.opmerkingen:
        schending = regels.schending(opmerking.code)
        stuk = visible(tekst[opmerking.van : opmerking.tot])
        uit.append(f"✗ {schending.naam.in_taal(taal)}: ‘{stuk}’. {schending.uitleg.in_taal(taal)}")
        anders = alternative_for(opmerking, tekst, taal, eerder)
        if anders:
            uit.append("  " + _("Try: {sentence}").format(sentence=visible(anders)))
    for twijfel in oordeel.twijfel:
        stuk = visible(tekst[twijfel.van : twijfel.tot])
        naam = regels.schending(twijfel.code).naam.in_taal(taal)
        uit.append("? " + _("People would differ about this: {name} (‘{piece}’).").format(name=naam, piece=stuk))
    if oordeel.houdt:
        namen = " · ".join(regels.find(code).naam.in_taal(taal) for code in oordeel.houdt)
        uit.append("✓ " + _("Kept: {rules}").format(rules=namen))
    return "\n".join(uit or ["- " + _("Nothing to say about this.")])
