"""Imports go one way; see CONTRIBUTING.md, "The house"."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent
PAKKETTEN = ("gesprek", "flows", "vragen", "tui")

# from the bottom to the top: a module may import its own layer and those before it
LAGEN: list[set[str]] = [
    {"gesprek.vouwen", "gesprek.zoeken", "gesprek.model", "gesprek.taal", "gesprek.inlezen", "gesprek"},
    {"vragen"},
    {"flows"},
    {"gesprek.luisteren", "gesprek.machine", "gesprek.weergave", "gesprek.regelbreuk"},
    {"gesprek.regels"},
    {"gesprek.bron", "gesprek.archief", "gesprek.uiting"},
    {"gesprek.bewoorden", "gesprek.opnemen", "gesprek.vinden", "gesprek.agenda"},
    {"gesprek.zorg", "gesprek.volgorde", "gesprek.kandidaten", "gesprek.opbrengst"},
    {"gesprek.verloop", "gesprek.verhuizen"},
    {"gesprek.dossier", "gesprek.draad"},
    {"gesprek.samen"},
    {"gesprek.sessie", "gesprek.kaart", "gesprek.verteld"},
    {
        "gesprek.samen.sessie",
        "gesprek.draad.lezen",
        "gesprek.draad.blad",
        "gesprek.draad.uitvoer",
        "gesprek.dossier.verzamelen",
        "gesprek.dossier.importeren",
        "gesprek.dossier.exporteren",
    },
    {"gesprek.oefenen"},
    {
        "gesprek.protocol",
        "gesprek.gewoon",
        "gesprek.samen.protocol",
        "gesprek.samen.gewoon",
        "gesprek.samen.proef",
        "gesprek.oefenen.protocol",
        "gesprek.oefenen.gewoon",
        "gesprek.oefenen.gewoon_gesprek",
        "gesprek.oefenen.script",
        "gesprek.thuis",
        "gesprek.thuis_eerder",
        "gesprek.proef",
    },
    {"tui"},
    {"gesprek.cli", "gesprek.__main__"},
]


def _layer(module: str) -> int:
    naam = module
    while naam:
        for nr, laag in enumerate(LAGEN):
            if naam in laag and (naam != "gesprek" or module == "gesprek"):
                return nr
        naam = naam.rpartition(".")[0]
    raise AssertionError(f"{module} has no layer: give it one in LAGEN")


def _modules() -> list[tuple[str, Path]]:
    gevonden = []
    for pakket in PAKKETTEN:
        for pad in sorted((WORTEL / pakket).rglob("*.py")):
            delen = pad.relative_to(WORTEL).with_suffix("").parts
            gevonden.append((".".join(d for d in delen if d != "__init__"), pad))
    return gevonden


def _imports(pad: Path) -> set[str]:
    """Return what a file imports of our own, deferred imports too."""
    namen: set[str] = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"{pad}: relative import"
            bron = knoop.module or ""
            for alias in knoop.names:
                heel = f"{bron}.{alias.name}"
                is_module = (WORTEL / Path(*heel.split("."))).with_suffix(".py").exists() or (
                    WORTEL / Path(*heel.split(".")) / "__init__.py"
                ).exists()
                namen.add(heel if is_module else bron)
    return {naam for naam in namen if naam.partition(".")[0] in PAKKETTEN}


@pytest.mark.parametrize(("module", "pad"), _modules(), ids=lambda x: x if isinstance(x, str) else "")
def test_a_module_imports_only_its_own_layer_and_those_below(module: str, pad: Path) -> None:
    te_hoog = {naam for naam in _imports(pad) if _layer(naam) > _layer(module)}
    assert not te_hoog


def test_the_screen_is_not_loaded_by_the_conversation() -> None:
    code = "import gesprek.cli, gesprek.sessie, gesprek.gewoon, gesprek.protocol, sys; print(*sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "tui", "sqlite_utils", "hypothesis", "babel.dates"} & set(uit)


def test_help_loads_neither_store_nor_screen_nor_questions() -> None:
    code = "import sys; from gesprek.cli import main; main(['--help']); print('geladen', *sys.modules)"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    geladen = set(uit.rpartition("geladen")[2].split())
    assert not {"textual", "sqlite_utils", "pydantic", "yaml", "transitions", "babel"} & geladen
