"""Fixed verdicts, so that a report in a test changes when the report changes, and not when a word list does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gesprek.model import Taal
from gesprek.regels.oordeel import Code, Oordeel, Opmerking
from tests.conftest import DATA

VERSLAGEN: Path = DATA / "verslagen"

_BREEKT: tuple[tuple[str, Code], ...] = (
    ("Waarom", "waarom"),
    ("Why did", "waarom"),
    ("Dus jij", "invullen"),
    ("je bent altijd zo sociaal", "invullen"),
    ("Je was gewoon verlegen", "invullen"),
    ("Je moet", "advies"),
    ("Dan moet je", "advies"),
    ("Je zou eens", "advies"),
    ("You should", "advies"),
    ("Hoe boos was je", "emotie_graven"),
    ("Was het leuk", "gesloten"),
    ("Wil je liever", "gesloten"),
    ("En weten je ouders", "meervoudig"),
)


def fixed_toets(tekst: str, taal: Taal, eerder: Sequence[str] = ()) -> Oordeel:
    """Return a verdict that hangs on a few pieces of text alone."""
    gevonden = [(tekst.find(stuk), stuk, code) for stuk, code in _BREEKT if stuk in tekst]
    opmerkingen = tuple(Opmerking(code, van, van + len(stuk)) for van, stuk, code in sorted(gevonden)[:2])
    if "?" not in tekst:
        return Oordeel("open" if tekst.startswith(("Vertel", "Je zei", "Leg")) else "geen", opmerkingen)
    return Oordeel("meervoudig" if tekst.count("?") > 2 else "open", opmerkingen)
