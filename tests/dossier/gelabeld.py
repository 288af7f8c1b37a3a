"""Sentences in which the names of others are marked, and how well they are masked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from gesprek.dossier.namen import Masker
from gesprek.model import Taal

Deel = Literal["open", "apart"]
_MERK = re.compile(r"\{([^}]*)\}")
_MASKER = re.compile(r"\[(?:naam|name|e-mail|nummer|number)[^\]]*\]")
_NIET_MEE = re.compile(r"(?i)(['’]?s|['’])$")


def load(taal: Taal, deel: Deel) -> list[str]:
    """Return the marked sentences: those to look at, or every third, which is kept aside."""
    pad = Path(__file__).with_name(f"namen_{taal}.txt")
    zinnen = [regel for regel in pad.read_text(encoding="utf-8").splitlines() if regel and not regel.startswith("#")]
    return [zin for nr, zin in enumerate(zinnen) if (nr % 3 == 2) == (deel == "apart")]


@dataclass
class Meting:
    """How it went: names that were found, missed, and masks that hide no name."""

    gevonden: int = 0
    gemist: int = 0
    te_veel: int = 0
    mis: list[str] = field(default_factory=list)

    @property
    def names(self) -> int:
        return self.gevonden + self.gemist

    @property
    def recall(self) -> float:
        return self.gevonden / max(self.names, 1)

    @property
    def precision(self) -> float:
        return self.gevonden / max(self.gevonden + self.te_veel, 1)

    def summary(self) -> str:
        return f"recall {self.recall:.3f} precision {self.precision:.3f}"


def measure(zinnen: list[str], taal: Taal) -> Meting:
    """Mask each sentence and count. A name is found when not a letter of it is left."""
    meting = Meting()
    for zin in zinnen:
        namen = [_NIET_MEE.sub("", m) if len(m) > 4 else m for m in _MERK.findall(zin)]
        gemaskeerd = Masker(taal).mask(_MERK.sub(r"\1", zin))
        buiten = _MASKER.sub(" ", gemaskeerd)
        over = [
            naam
            for naam in namen
            if any(_stands(deel, buiten) and not _stands(deel, _MERK.sub(" ", zin)) for deel in _parts(naam))
        ]
        aantal = len(_MASKER.findall(gemaskeerd))
        meting.gevonden += len(namen) - len(over)
        meting.gemist += len(over)
        meting.te_veel += max(0, aantal - (len(namen) - len(over)))
        if over or aantal != len(namen):
            meting.mis.append(f"{zin} -> {gemaskeerd}")
    return meting


def _parts(naam: str) -> list[str]:
    return [deel for deel in re.findall(r"[^\W\d_]+", naam) if len(deel) > 3 or len(naam) <= 4]


def _stands(woord: str, tekst: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(woord)}", tekst) is not None
