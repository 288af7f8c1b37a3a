"""Extract, update, compile and check the gettext catalogs. Also the hook that compiles them into the wheel.

``python catalogi.py bijwerken`` puts new texts into the .po files; ``compileer`` makes the .mo files;
``controleer`` fails when a text is missing, fuzzy or no longer used.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WORTEL = Path(__file__).parent
MAP = WORTEL / "gesprek" / "taal"
TALEN = ("nl", "en")


def _po(taal: str) -> Path:
    return MAP / taal / "LC_MESSAGES" / "gesprek.po"


def extract() -> Catalog:
    """Collect the texts of the code."""
    sjabloon = Catalog(project="gesprek", charset="utf-8")
    for map_ in ("gesprek", "flows", "vragen", "tui"):
        gevonden = extract_from_dir(
            str(WORTEL / map_), method_map=[("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)}
        )
        for bestand, _regel, melding, commentaar, context in gevonden:
            # no line numbers: a catalog should change only when a text does
            sjabloon.add(melding, None, [(f"{map_}/{bestand}", None)], auto_comments=commentaar, context=context)
    return sjabloon


def load(taal: str) -> Catalog:
    """Read the catalog of a language."""
    with _po(taal).open("rb") as bestand:
        return read_po(bestand, locale=taal)


def update() -> None:
    """Put new texts into the catalogs and take unused ones out. English gets the text itself."""
    sjabloon = extract()
    for taal in TALEN:
        catalogus = load(taal) if _po(taal).exists() else Catalog(locale=taal, project="gesprek")
        catalogus.update(sjabloon, no_fuzzy_matching=True)
        catalogus.obsolete.clear()
        for melding in catalogus:
            if (
                taal == "en"
                and melding.id
                and not (melding.string if isinstance(melding.id, str) else all(melding.string))
            ):
                melding.string = melding.id
        _po(taal).parent.mkdir(parents=True, exist_ok=True)
        with _po(taal).open("wb") as bestand:
            write_po(bestand, catalogus, sort_output=True, width=110, omit_header=False)


def compile_all() -> None:
    """Make the .mo files that the program reads."""
    for taal in TALEN:
        inhoud = io.BytesIO()
        write_mo(inhoud, load(taal))
        doel = _po(taal).with_suffix(".mo")
        if not doel.exists() or doel.read_bytes() != inhoud.getvalue():
            doel.write_bytes(inhoud.getvalue())


def check() -> list[str]:
    """Return what is wrong with the catalogs."""
    sjabloon = extract()
    gebruikt = {melding.id for melding in sjabloon if melding.id}
    fouten = []
    for taal in TALEN:
        catalogus = load(taal)
        aanwezig = {melding.id for melding in catalogus if melding.id}
        fouten += [f"{taal}: missing: {id!r}" for id in gebruikt - aanwezig]
        fouten += [f"{taal}: not used any more: {id!r}" for id in aanwezig - gebruikt]
        for melding in catalogus:
            if not melding.id:
                continue
            teksten = melding.string if isinstance(melding.string, (tuple, list)) else (melding.string,)
            if melding.fuzzy or not all(teksten):
                fouten.append(f"{taal}: not translated: {melding.id!r}")
            fouten += [f"{taal}: {fout}: {melding.id!r}" for fout in melding.check(catalogus)]
            namen = _fields(melding.id)
            # the singular of a plural may leave the number out
            vreemd = any(_fields(tekst) - namen for tekst in teksten)
            if vreemd or (isinstance(melding.id, str) and _fields(teksten[0]) != namen):
                fouten.append(f"{taal}: other fields than the text: {melding.id!r}")
    return fouten


def _fields(tekst: Any) -> set[str]:
    import string

    if not isinstance(tekst, str):
        return set().union(*map(_fields, tekst))
    return {veld for _stuk, veld, _vorm, _om in string.Formatter().parse(tekst) if veld}


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the catalogs before the wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling."""
        compile_all()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bijwerken"]:
            update()
        case ["compileer"]:
            compile_all()
        case ["controleer"]:
            compile_all()
            fouten = check()
            sys.stdout.write("".join(f"{fout}\n" for fout in fouten))
            sys.exit(bool(fouten))
        case _:
            sys.exit(__doc__)
