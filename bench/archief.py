"""What an archive of four school years costs: home, search, thread, reading, exports, erasing, backup.

2,000 conversations and 100,000 turns, made up (bench/kunstarchief.py). What is measured cold begins in a fresh process,
after its imports; nothing was read before. ``of work`` is the median of what the processor did, which other programs
disturb less. ``--klein`` measures the same on a small archive, once.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from kunstarchief import LEERLING, cached_archive

from gesprek.archief import Archief, open_archief
from gesprek.taal import use_taal
from tui.werk import leave_what_stands

if TYPE_CHECKING:
    from textual.screen import Screen

Tijd = tuple[float, float]
"""Milliseconds on the clock, and of work by the processor."""
Tijden = dict[str, list[Tijd]]
KEREN = 7
_TE_LANG = 60_000
ZOEKWOORDEN = ("rustig", "verantwoordelijkheid", "Ik pakte eerst", "keuken oven", "komtnietvoor")
FORMATEN = ("md", "html", "pdf", "json", "csv")
GRENZEN = {
    "home: read": 100,
    "home: on the screen": 100,
    "search: a keystroke": 30,
    "thread: time line": 300,
    "thread: and words that come back": 300,
    "thread: on the screen": 300,
}
"""What the issue asks for, in milliseconds."""


def _now() -> Tijd:
    kinderen = 0.0
    if sys.platform != "win32":
        import resource

        kind = resource.getrusage(resource.RUSAGE_CHILDREN)
        kinderen = kind.ru_utime + kind.ru_stime
    return time.perf_counter() * 1000, (time.process_time() + kinderen) * 1000


def _ms(begin: Tijd) -> Tijd:
    nu = _now()
    return nu[0] - begin[0], nu[1] - begin[1]


def measure_home(db: Path) -> Tijden:
    """From nothing to what home shows; and the screen itself, in a program that runs."""
    import babel.dates  # noqa: F401 - these are imports, and those do not count here
    import sqlite_utils  # noqa: F401

    import flows  # noqa: F401
    from tui.overzicht import read_overview
    from tui.screens.thuis import Thuis

    begin = _now()
    archief = open_archief(db)
    read_overview(archief, "nl")
    gelezen = _ms(begin)

    async def paint() -> Tijd:
        return await _painted(archief, lambda: Thuis(archief, "nl"), lambda scherm: _stands(scherm, "#kernwoorden"))

    return {"home: read": [gelezen], "home: on the screen": [asyncio.run(paint())]}


def measure_thread(db: Path) -> Tijden:
    """From nothing to the time line, to the words that come back, and to all forms of a word together."""
    import babel.dates  # noqa: F401 - these are imports, and those do not count here
    import simplemma  # noqa: F401
    import sqlite_utils  # noqa: F401

    import tui.app  # noqa: F401
    from gesprek.draad import by_lemma
    from gesprek.draad.blad import read_timeline
    from gesprek.draad.lezen import places_of, read_conversations, read_said, words_back

    leave_what_stands()  # as the program does when it begins
    begin = _now()
    archief = open_archief(db)
    gesprekken = read_conversations(archief)
    read_timeline(archief, gesprekken)
    tijden = {"thread: time line": [_ms(begin)]}
    woorden = words_back(archief, gesprekken)
    tijden["thread: and words that come back"] = [_ms(begin)]
    read_timeline(archief, gesprekken, by_lemma)
    words_back(archief, gesprekken, by_lemma)
    tijden["thread: and all forms together"] = [_ms(begin)]
    begin = _now()
    if woorden:
        places_of(woorden[0], gesprekken, read_said(archief, gesprekken))
    return tijden | {"thread: the quotes of the commonest word": [_ms(begin)]}


def measure_thread_screen(db: Path) -> Tijden:
    """From asking for the thread to its time line on the screen, in a program that runs."""
    from tui.screens.draad import Draadscherm

    archief = open_archief(db)

    async def paint() -> Tijd:
        return await _painted(archief, lambda: Draadscherm(archief, "nl"), lambda scherm: _stands(scherm, "Grafiek"))

    return {"thread: on the screen": [asyncio.run(paint())]}


def _stands(scherm: Screen[object], wat: str) -> bool:
    """Whether something has its place on the screen; it is painted in the same go as it gets that."""
    return any(stuk.region.height for stuk in scherm.query(wat))


async def _painted(archief: Archief, maak: Callable[[], Screen[None]], klaar: Callable[[Screen[object]], bool]) -> Tijd:
    """Return how long it takes from asking for a screen until it shows what it should."""
    from textual.screen import Screen

    from tui.app import GesprekApp

    app = GesprekApp(archief, "nl", None, Screen())
    leave_what_stands()  # as the program does when it begins
    async with app.run_test(size=(140, 40)) as spel:
        await spel.pause()
        begin = _now()
        await app.push_screen(maak())
        while not klaar(app.screen):
            await asyncio.sleep(0.001)
            if _ms(begin)[0] > _TE_LANG:
                raise SystemExit("it never came on the screen")
        duur = _ms(begin)
        await app.workers.wait_for_complete()
        await spel.pause()
    return duur


def measure_search(db: Path) -> Tijden:
    """Each key of words that are typed letter by letter, and a page of the list."""
    from gesprek.archief import Zeef
    from gesprek.vinden import Vinder

    archief = open_archief(db)
    vinder = Vinder(archief)
    vinder.page(Zeef())  # the list stands there before anyone types
    toetsen: list[Tijd] = []
    paginas: list[Tijd] = []
    for woord in ZOEKWOORDEN:
        for tot in range(1, len(woord) + 1):
            begin = _now()
            vinder.search(woord[:tot])
            toetsen.append(_ms(begin))
    voor: str | None = None
    while True:
        begin = _now()
        pagina = vinder.page(Zeef(), voor)
        paginas.append(_ms(begin))
        if not pagina:
            return {"search: a keystroke": toetsen, "list: a page": paginas}
        voor = pagina[-1].gesprek.id


def measure_reading(db: Path) -> Tijden:
    """Opening conversations to read them."""
    from tui.screens.lezen import read

    archief = open_archief(db)
    ids = [gesprek.id for gesprek in archief.recent(aantal=1_000_000)]
    tijden: list[Tijd] = []
    for id in ids[:: max(1, len(ids) // 40)]:
        begin = _now()
        read(archief, id, "nl")
        tijden.append(_ms(begin))
    return {"read: one conversation": tijden}


def measure_older(db: Path) -> Tijden:
    """Reading conversations again from before places were kept."""
    from gesprek.draad.lezen import fill_missing

    archief = open_archief(db)
    ids = [gesprek.id for gesprek in archief.recent(aantal=40) if not gesprek.leerling]
    for id in ids:
        archief.write_gevuld(id, ())
    begin = _now()
    aantal = max(len(fill_missing(archief)), 1)
    klok, werk = _ms(begin)
    return {"thread: an older conversation read again": [(klok / aantal, werk / aantal)]}


def measure_going_away(db: Path) -> Tijden:
    """A backup, one conversation erased with proof, and everything."""
    archief = open_archief(db)
    tijden: Tijden = {"backup": [], "erase with proof: one conversation": [], "erase with proof: everything": []}
    for keer in range(3):
        begin = _now()
        archief.back_up(db.with_name(f"kopie-{keer}.db"))
        tijden["backup"].append(_ms(begin))
    for gesprek in archief.recent(aantal=3):
        begin = _now()
        archief.erase(gesprek.id)
        tijden["erase with proof: one conversation"].append(_ms(begin))
    begin = _now()
    archief.erase_all()
    tijden["erase with proof: everything"].append(_ms(begin))
    return tijden


def measure_export(db: Path) -> Tijden:
    """The whole dossier in each format, as a command: start of the program and all."""
    tijden: Tijden = {}
    for formaat in FORMATEN:
        doel = db.with_name(f"dossier.{formaat}")
        opdracht = [
            sys.executable,
            "-m",
            "gesprek",
            "dossier",
            "--gewone-delen",
            "--formaat",
            formaat,
            "-o",
            str(doel),
            "--db",
            str(db),
        ]
        begin = _now()
        gedaan = subprocess.run(opdracht, capture_output=True, text=True, check=False)
        if gedaan.returncode:
            raise SystemExit(f"dossier {formaat}: {gedaan.stderr}")
        tijden[f"dossier: {formaat}, {doel.stat().st_size / 1e6:.1f} MB"] = [_ms(begin)]
    return tijden


METINGEN: dict[str, tuple[Callable[[Path], Tijden], int]] = {
    "home": (measure_home, KEREN),
    "search": (measure_search, 1),
    "thread": (measure_thread, KEREN),
    "thread_screen": (measure_thread_screen, KEREN),
    "reading": (measure_reading, 1),
    "older": (measure_older, 1),
    "going_away": (measure_going_away, 1),
    "export": (measure_export, 1),
}
"""What is measured, and in how many fresh processes."""


def in_fresh_process(naam: str, db: Path) -> Tijden:
    """Measure in a process of its own, on a copy of its own."""
    with tempfile.TemporaryDirectory() as map_:
        kopie = Path(map_) / "gesprek.db"
        shutil.copy(db, kopie)
        opdracht = [sys.executable, __file__, "--een", naam, str(kopie)]
        uit = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    if uit.returncode:
        raise SystemExit(f"{naam}: {uit.stderr}")
    tijden: Tijden = json.loads(uit.stdout.splitlines()[-1])
    return tijden


def main(klein: bool) -> None:
    """Print the table."""
    db = cached_archive(40, 2_000) if klein else cached_archive()
    archief = open_archief(db)
    telling = archief.leerlingen()
    archief.close()
    print(f"{sum(telling.values())} conversations, {telling.get(LEERLING, 0)} of them with a mentor")
    if hasattr(os, "getloadavg"):
        print(f"{os.cpu_count()} cores, for {os.getloadavg()[0]:.1f} programs when this began: the more, the slower")
    print(f"\n{'milliseconds':44}{'times':>6}{'median':>9}{'worst':>9}{'of work':>9}{'asked':>8}")
    for naam, (_meet, keren) in METINGEN.items():
        samen: Tijden = {}
        for _keer in range(1 if klein else keren):
            for wat, tijden in in_fresh_process(naam, db).items():
                samen.setdefault(wat, []).extend(tijden)
        for wat, tijden in samen.items():
            grens = f"< {GRENZEN[wat]}" if wat in GRENZEN else ""
            klok, werk = zip(*tijden, strict=True)
            cijfers = f"{statistics.median(klok):9.1f}{max(klok):9.1f}{statistics.median(werk):9.1f}"
            print(f"{wat:44}{len(tijden):6}{cijfers}{grens:>8}", flush=True)


if __name__ == "__main__":
    use_taal("nl")
    if sys.argv[1:2] == ["--een"]:
        print(json.dumps(METINGEN[sys.argv[2]][0](Path(sys.argv[3]))))
    else:
        main("--klein" in sys.argv)
