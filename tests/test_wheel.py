"""The built wheel carries all it needs: installed elsewhere, it leads a conversation."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.processen import environment

WORTEL = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def elders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment outside the checkout, with the wheel and what it depends on."""
    map_ = tmp_path_factory.mktemp("elders")
    bouw = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(map_), str(WORTEL)]
    subprocess.run(bouw, check=True, capture_output=True, env=environment())
    omgeving = map_ / "venv"
    venv.create(omgeving, with_pip=False)
    bin_ = omgeving / ("Scripts" if sys.platform == "win32" else "bin")
    eigen = next(omgeving.rglob("site-packages"))
    # the dependencies are those of this environment; the checkout itself is not on the path there
    (eigen / "afhankelijkheden.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    (wiel,) = map_.glob("*.whl")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(eigen),
        str(wiel),
    ]
    subprocess.run(pip, check=True, capture_output=True, env=environment())
    return bin_ / "python"


def _run(python: Path, *argumenten: str, invoer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), *argumenten],
        input=invoer,
        capture_output=True,
        text=True,
        cwd=python.parent,
        env=environment(),
        timeout=60,
        check=False,
    )


@pytest.mark.xdist_group("wheel")
def test_the_installed_program_is_not_the_checkout(elders: Path) -> None:
    uit = _run(elders, "-c", "import gesprek, flows, vragen, tui; print(gesprek.__file__, tui.__file__)")
    assert str(WORTEL) not in uit.stdout
    assert uit.stdout.count("site-packages") == 2


@pytest.mark.xdist_group("wheel")
def test_the_installed_program_leads_a_conversation(elders: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "a.db")
    uit = _run(elders, "-m", "gesprek", "zelf", "--json", "--db", db, invoer="Op stage was ik trots.\nIn de keuken\n")
    assert (uit.returncode, uit.stderr) == (0, "")
    objecten = [json.loads(regel) for regel in uit.stdout.splitlines()]
    assert [o["soort"] for o in objecten] == ["reactie", "vraag", "reactie", "vraag", "vraag"]


@pytest.mark.xdist_group("wheel")
def test_the_installed_program_speaks_dutch_and_english(elders: Path) -> None:
    assert _run(elders, "-m", "gesprek", "--help").stdout.startswith("Gebruik:")
    assert _run(elders, "-m", "gesprek", "--help", "--taal", "en").stdout.startswith("Usage:")


@pytest.mark.xdist_group("wheel")
def test_the_wheel_carries_questions_flows_words_catalogs_and_styles(elders: Path) -> None:
    map_ = next((elders.parent.parent).rglob("site-packages"))
    for bron in (
        "vragen/*.yaml",
        "flows/*.yaml",
        "gesprek/oefenen/*.yaml",
        "gesprek/luisteren/**/*.tsv",
        "tui/**/*.tcss",
    ):
        in_checkout = {str(p.relative_to(WORTEL)) for p in WORTEL.glob(bron)}
        assert in_checkout
        assert {str(p.relative_to(map_)) for p in map_.glob(bron)} == in_checkout
    assert (map_ / "gesprek/taal/nl/LC_MESSAGES/gesprek.mo").exists()
