"""Labelled utterances of mentors: how well is heard what breaks a rule. The thresholds are a floor under what was
measured. A remark where the label says ``twijfel`` counts neither for nor against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from gesprek.model import Taal
from gesprek.regels import CODES, toets

DATA = Path(__file__).parent.parent / "data/toets"


@dataclass
class Uitslag:
    """What came of a set.

    :param goed: per code, how often it was found where it is labelled.
    :param vals: found and not labelled; ``gemist``: labelled and not found.
    :param vals_alarm: utterances with no fault at all, of which something was said; of ``gaaf`` such utterances.
    """

    items: list[dict[str, Any]]
    goed: Counter[str] = field(default_factory=Counter)
    vals: Counter[str] = field(default_factory=Counter)
    gemist: Counter[str] = field(default_factory=Counter)
    vals_alarm: int = 0
    gaaf: int = 0
    vraagsoort: int = 0

    def precision(self, code: str) -> float:
        """Share of what was found that is labelled so."""
        return self.goed[code] / max(self.goed[code] + self.vals[code], 1)

    def recall(self, code: str) -> float:
        """Share of what is labelled so that was found."""
        return self.goed[code] / max(self.goed[code] + self.gemist[code], 1)

    def f1(self, code: str) -> float:
        """F1 of one code."""
        return 2 * self.goed[code] / max(2 * self.goed[code] + self.vals[code] + self.gemist[code], 1)

    @property
    def macro(self) -> float:
        """Mean F1 over the codes."""
        return sum(self.f1(code) for code in CODES) / len(CODES)

    @property
    def false_alarms(self) -> float:
        """Share of faultless utterances of which something was said."""
        return self.vals_alarm / max(self.gaaf, 1)


def items(taal: Taal, deel: str) -> list[dict[str, Any]]:
    """Return the labelled utterances of a part.

    ``werk`` was tuned on. ``apart`` was not, though its totals were looked at. ``vers`` was written by someone who saw
    neither code nor lists, and nothing was changed because of it.
    """
    paden = sorted(DATA.glob(f"{taal}_{deel}*.yaml"))
    return [item for pad in paden for item in yaml.safe_load(pad.read_text(encoding="utf-8"))]


def measure(taal: Taal, deel: str) -> Uitslag:
    """Check every utterance of a part."""
    uitslag = Uitslag(items(taal, deel))
    for item in uitslag.items:
        oordeel = toets(item["uiting"], taal, item.get("eerder") or [])
        twijfel = set(item.get("twijfel") or [])
        label, gevonden = set(item["schendt"]), set(oordeel.schendt) - twijfel
        uitslag.goed.update(label & gevonden)
        uitslag.vals.update(gevonden - label)
        uitslag.gemist.update(label - gevonden)
        uitslag.vraagsoort += oordeel.vraagsoort == item["vraagsoort"]
        if not label and not twijfel:
            uitslag.gaaf += 1
            uitslag.vals_alarm += bool(gevonden)
    return uitslag


@pytest.mark.parametrize(
    ("taal", "deel", "macro", "minst", "alarm"),
    [
        ("nl", "werk", 0.94, 0.89, 0.025),
        ("en", "werk", 0.94, 0.89, 0.03),
        ("nl", "apart", 0.85, 0.77, 0.08),
        ("en", "apart", 0.84, 0.68, 0.08),
        ("nl", "vers", 0.90, 0.80, 0.08),
        ("en", "vers", 0.90, 0.78, 0.05),
    ],
)
def test_what_breaks_a_rule_is_heard(taal: Taal, deel: str, macro: float, minst: float, alarm: float) -> None:
    uitslag = measure(taal, deel)
    assert uitslag.macro >= macro
    assert min(uitslag.f1(code) for code in CODES) >= minst
    assert uitslag.false_alarms <= alarm


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_parts_have_no_utterance_in_common(taal: Taal) -> None:
    delen = [{item["uiting"].casefold() for item in items(taal, deel)} for deel in ("werk", "apart", "vers")]
    assert sum(map(len, delen)) == len(set().union(*delen))
