"""Labelled answers: how well is heard what is told. The thresholds are a floor under what was measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from gesprek.luisteren import luister, told
from gesprek.model import Taal

DATA = Path(__file__).parent.parent / "data/luister"


@dataclass
class Uitslag:
    """What came of a set."""

    goed: int = 0
    vals: int = 0
    gemist: int = 0
    polariteit: int = 0
    ontkend: int = 0
    van_ander: int = 0
    soort: int = 0
    concreet: int = 0
    interpretatie: int = 0
    slots_goed: int = 0
    slots_vals: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """F1 of the feeling words: a hit is one that shares letters with the labelled piece."""
        return 2 * self.goed / (2 * self.goed + self.vals + self.gemist)

    def share(self, aantal: int) -> float:
        """Return a number of answers as a share of all."""
        return aantal / len(self.items)


def answers(taal: Taal, deel: str) -> list[dict[str, Any]]:
    """Return the labelled answers of a set."""
    items: list[dict[str, Any]] = yaml.safe_load((DATA / f"{taal}_{deel}.yaml").read_text(encoding="utf-8"))
    return items


def measure(taal: Taal, deel: str) -> Uitslag:
    """Hear every answer of a set."""
    uitslag = Uitslag(items=answers(taal, deel))
    for item in uitslag.items:
        tekst = item["tekst"]
        gehoord = luister(tekst, taal)
        over = list(gehoord.emoties)
        for label in item.get("emoties") or []:
            van, tot = place(tekst, label)
            treffer = next((e for e in over if e.van < tot and e.tot > van), None)
            if treffer is None:
                uitslag.gemist += 1
                continue
            over.remove(treffer)
            uitslag.goed += 1
            uitslag.polariteit += treffer.polariteit == label["polariteit"]
            uitslag.ontkend += treffer.ontkend == label.get("ontkend", False)
            uitslag.van_ander += treffer.van_ander == label.get("van_ander", False)
        uitslag.vals += len(over)
        uitslag.soort += gehoord.soort == item["soort"]
        uitslag.concreet += gehoord.concreet == item["concreet"]
        uitslag.interpretatie += gehoord.interpretatie == item["interpretatie"]
        verteld = {v.slot for v in told(tekst, gehoord, taal)}
        uitslag.slots_goed += len(verteld & (item.get("slots") or {}).keys())
        uitslag.slots_vals += len(verteld - (item.get("slots") or {}).keys())
    return uitslag


def place(tekst: str, label: dict[str, Any]) -> tuple[int, int]:
    """Return where a labelled piece stands."""
    van = -1
    for _keer in range(label.get("nr", 1)):
        van = tekst.index(label["woord"], van + 1)
    return van, van + len(label["woord"])


@pytest.mark.parametrize(
    ("taal", "deel", "f1", "polariteit", "soort", "concreet", "interpretatie"),
    [
        ("nl", "werk", 0.90, 0.93, 0.93, 0.78, 0.92),
        ("nl", "apart", 0.88, 0.93, 0.90, 0.80, 0.88),
        ("en", "werk", 0.93, 0.92, 0.93, 0.80, 0.93),
        ("en", "apart", 0.85, 0.90, 0.84, 0.74, 0.92),
    ],
)
def test_what_is_told_is_heard(
    taal: Taal, deel: str, f1: float, polariteit: float, soort: float, concreet: float, interpretatie: float
) -> None:
    uitslag = measure(taal, deel)
    assert uitslag.f1 >= f1
    assert uitslag.polariteit / uitslag.goed >= polariteit
    assert uitslag.share(uitslag.soort) >= soort
    assert uitslag.share(uitslag.concreet) >= concreet
    assert uitslag.share(uitslag.interpretatie) >= interpretatie
    assert uitslag.slots_vals <= uitslag.slots_goed * 0.35


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_two_parts_have_no_answer_in_common(taal: Taal) -> None:
    werk, apart = ({item["tekst"] for item in measure(taal, deel).items} for deel in ("werk", "apart"))
    assert not werk & apart
