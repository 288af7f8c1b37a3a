"""An archive that is made up: conversations over four school years, played on the engine itself, so that each replays.

The same numbers give the same archive, whatever the machine. What was made is kept in the temporary folder under a
hash of the program and of the sentences, so that it is made once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import yaml
from ulid import ULID

from gesprek.archief import Archief, Schrijfwerk, open_archief
from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron, load_bron
from gesprek.model import Gesprek
from gesprek.samen.proef import load_proef, played
from gesprek.uiting import Uiting
from gesprek.verloop import Verloop

WORTEL = Path(__file__).parent.parent
ZINNEN = Path(__file__).with_suffix(".yaml")
SAMEN = WORTEL / "tests" / "gesprekken" / "samen"
GESPREKKEN, BEURTEN = 2_000, 100_000
EERSTE, LAATSTE = date(2023, 9, 4), date(2027, 7, 2)
LEERLING = "Leerling 2"
"""Whose conversations with a mentor are among them; all others are of the owner of the archive."""
_ONAF = 40
_SAMEN = 25
_MEEST = 60
_DAG = 24 * 3600


@dataclass(frozen=True, slots=True)
class Telling:
    """What an archive holds."""

    gesprekken: int
    beurten: int


class Verteller:
    """Answers as a student would: one experience, with the words of that school year.

    :param kans: settles what is said.
    """

    def __init__(self, zinnen: dict[str, Any], kans: Random, jaar: int) -> None:
        self._zinnen, self._kans = zinnen, kans
        self._soort = kans.choice(list(zinnen["soorten"].values()))
        self._woord = kans.choice(zinnen["woorden"][jaar])
        self._eigen = kans.choice(zinnen["eigen"])

    def answer(self, vraag: Uiting) -> str:
        """Return the answer to a question."""
        if vraag.soort == "schaal":
            return str(self._kans.choice((5, 7, 7, 8, 8, 9, 10)))
        if vraag.vraag == "vervolg.afspraak_terug":
            return self._kans.choice("1123")
        if vraag.soort == "keuze" and vraag.vraag != "bijlage2.21":
            return "1"
        slot = next((slot for slot in vraag.vult if slot == "ervaring" or slot in self._zinnen["slots"]), "rest")
        keuzes = {"ervaring": self._soort["ervaring"], "rest": self._zinnen["rest"]} | self._zinnen["slots"]
        zin = self._fill(self._kans.choice(keuzes[slot]))
        return zin[:1].upper() + zin[1:] if self._kans.random() < 0.8 else zin

    def _fill(self, zin: str) -> str:
        kies = self._kans.choice
        return zin.format(
            waar=kies(self._soort["waar"]),
            wat=kies(self._soort["wat"]),
            ding=kies(self._soort["ding"]),
            gevoel=kies(self._zinnen["gevoel"]),
            eigen=self._eigen if self._kans.random() < 0.6 else kies(self._zinnen["eigen"]),
            woord=self._woord,
            deel=kies(self._zinnen["voor"]) + kies(self._zinnen["achter"]),
        )


def make_archive(pad: Path, gesprekken: int = GESPREKKEN, beurten: int = BEURTEN, zaad: int = 7) -> Telling:
    """Make an archive in a file that is not there yet.

    :param beurten: about so many turns; between 40 and 70 for each conversation can be had.
    """
    zinnen = yaml.safe_load(ZINNEN.read_text(encoding="utf-8"))
    bronnen = {flow: load_bron(flow) for flow in ("kort", "loopbaangesprek")}
    archief = open_archief(pad)
    samen = _samen()
    som = 0
    try:
        for nr, begin in enumerate(_moments(gesprekken, zaad)):
            if nr % _SAMEN == _SAMEN - 1:
                som += _write_copy(archief, samen[nr // _SAMEN % len(samen)], begin, _ulid(begin, zaad, nr))
                continue
            flow = "loopbaangesprek" if som < beurten / gesprekken * (nr + 1) else "kort"
            gesprek = _head(bronnen[flow], begin, _ulid(begin, zaad, nr))
            verteller = Verteller(zinnen, Random(f"{zaad}:{nr}"), _school_year(begin.date()))
            som += _play(archief, bronnen[flow], gesprek, verteller, onaf=nr % _ONAF == _ONAF - 1)
    finally:
        archief.close()
    return Telling(gesprekken, som)


def cached_archive(gesprekken: int = GESPREKKEN, beurten: int = BEURTEN) -> Path:
    """Return the file of an archive of this size; it is made when it was not there."""
    map_ = Path(tempfile.gettempdir()) / f"gesprek-kunstarchief-{_hash()}"
    map_.mkdir(mode=0o700, exist_ok=True)
    pad = map_ / f"{gesprekken}-{beurten}.db"
    if not pad.exists():
        _clear_old(map_)
        kladje = map_ / f"{gesprekken}-{beurten}.{os.getpid()}.db"
        make_archive(kladje, gesprekken, beurten)
        kladje.rename(pad)
    return pad


def _clear_old(behalve: Path) -> None:
    """Remove archives of an earlier version of the program that nobody used for a day."""
    for map_ in behalve.parent.glob("gesprek-kunstarchief-*"):
        if map_ != behalve and time.time() - map_.stat().st_mtime > _DAG:
            shutil.rmtree(map_, ignore_errors=True)


def _hash() -> str:
    alles = hashlib.sha256()
    bestanden = [Path(__file__), ZINNEN]
    for pakket in ("gesprek", "flows", "vragen"):
        bestanden += sorted(p for p in (WORTEL / pakket).rglob("*") if p.suffix in (".py", ".yaml", ".tsv"))
    bestanden += sorted(SAMEN.glob("*.yaml"))
    for pad in bestanden:
        if "draad" not in pad.parts and "cli" not in pad.parts:  # these make no conversation
            alles.update(pad.read_bytes())
    return alles.hexdigest()[:12]


def _moments(aantal: int, zaad: int) -> Iterator[datetime]:
    """Yield when conversations begin, oldest first, in the hours that a student is awake."""
    kans = Random(zaad)
    dagen = (LAATSTE - EERSTE).days
    plekken = sorted((kans.randrange(dagen), kans.randrange(8 * 3600, 21 * 3600)) for _nr in range(aantal))
    for dag, seconde in plekken:
        yield datetime(EERSTE.year, EERSTE.month, EERSTE.day, tzinfo=UTC) + timedelta(days=dag, seconds=seconde)


def _school_year(dag: date) -> int:
    return min(3, dag.year - EERSTE.year - (dag.month < EERSTE.month))


def _ulid(begin: datetime, zaad: int, nr: int) -> str:
    milli = int(begin.timestamp() * 1000).to_bytes(6, "big")
    return str(ULID.from_bytes(milli + hashlib.sha256(f"{zaad}:{nr}".encode()).digest()[:10]))


def _head(bron: Bron, begin: datetime, id: str) -> Gesprek:
    return Gesprek(id, "zelf", bron.flow.flow, bron.fingerprint, "nl", begin, begin)


def _play(archief: Archief, bron: Bron, gesprek: Gesprek, verteller: Verteller, *, onaf: bool) -> int:
    """Hold one conversation and keep it; return how many turns it has."""
    id = gesprek.id
    verleden = Geschiedenis(archief.wordings_before(id), archief.open_afspraken(voor=id), archief.finished_before(id))
    verloop = Verloop(bron, gesprek, verleden, archief.plek)
    nu = gesprek.begonnen
    verloop.start(nu)
    for keer in range(_MEEST):
        vraag = verloop.now
        if vraag is None or (onaf and keer == 12):
            break
        nu += timedelta(seconds=25)
        verloop.answer(verteller.answer(vraag), nu)
    _write(archief, verloop, bron, nu)
    return len(verloop.beurten)


def _write(archief: Archief, verloop: Verloop, bron: Bron, nu: datetime) -> None:
    opbrengst = verloop.opbrengst()
    gesprek = replace(verloop.gesprek, bijgewerkt=nu, klaar=nu if opbrengst.klaar else None, titel=opbrengst.titel)
    archief.write(Schrijfwerk(gesprek, verloop.beurten, bron=bron.inhoud, opbrengst=opbrengst))


def _samen() -> list[tuple[Verloop, Bron]]:
    """Return conversations of two that were played."""
    gespeeld = []
    for pad in sorted(SAMEN.glob("*.yaml")):
        with played(load_proef(pad)) as verslag:
            if verslag.sessie is not None and verslag.sessie.gesprek.taal == "nl":
                gespeeld.append((verslag.sessie.verloop, verslag.sessie.bron))
    return gespeeld


def _write_copy(archief: Archief, gespeeld: tuple[Verloop, Bron], begin: datetime, id: str) -> int:
    """Keep a conversation that was played, as one of another day."""
    verloop, bron = gespeeld
    later = begin - verloop.beurten[0].tijd
    opbrengst = replace(verloop.opbrengst(), terugblik={})
    nu = verloop.beurten[-1].tijd + later
    gesprek = replace(
        verloop.gesprek,
        id=id,
        begonnen=begin,
        bijgewerkt=nu,
        klaar=nu if opbrengst.klaar else None,
        titel=opbrengst.titel,
        leerling=LEERLING,
        mentor="",
    )
    beurten = [replace(beurt, tijd=beurt.tijd + later) for beurt in verloop.beurten]
    archief.write(Schrijfwerk(gesprek, beurten, bron=bron.inhoud, opbrengst=opbrengst))
    return len(beurten)
