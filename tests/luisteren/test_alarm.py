"""Signs of distress: what the net catches and what it lets through, on sentences written for it.

A miss weighs far more than a false alarm: an alarm that is asked about once counts as caught. A word list
misses what it has no words for; the thresholds are a floor under what was measured, not a promise.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from gesprek.luisteren import luister
from gesprek.model import Taal

DATA = Path(__file__).parent.parent / "data/alarm"


def count(taal: Taal, deel: str) -> Counter[tuple[str, str]]:
    """Return how often each label was heard as what."""
    items = yaml.safe_load((DATA / f"{deel}.yaml").read_text(encoding="utf-8"))
    return Counter((i["label"], luister(i["tekst"], taal).zorg or "geen") for i in items if i["taal"] == taal)


def share(telling: Counter[tuple[str, str]], label: str, *gehoord: str) -> float:
    """Return which share of a label was heard as one of these."""
    alle = sum(aantal for (een, _g), aantal in telling.items() if een == label)
    return sum(telling[label, g] for g in gehoord) / alle


@pytest.mark.parametrize(
    ("taal", "deel", "gevangen", "vals"),
    [("nl", "werk", 0.98, 0.04), ("nl", "apart", 0.50, 0.10), ("en", "werk", 0.97, 0.06), ("en", "apart", 0.60, 0.20)],
)
def test_signs_of_distress_are_caught_and_look_alikes_are_let_through(
    taal: Taal, deel: str, gevangen: float, vals: float
) -> None:
    telling = count(taal, deel)
    assert share(telling, "alarm", "alarm", "navraag") >= gevangen
    assert share(telling, "geen", "alarm", "navraag") <= vals


@pytest.mark.parametrize(("taal", "vals"), [("nl", 0.06), ("en", 0.07)])
def test_an_everyday_sentence_is_seldom_asked_about(taal: Taal, vals: float) -> None:
    telling = count(taal, "dagelijks")
    assert share(telling, "geen", "alarm", "navraag") <= vals
    assert share(telling, "geen", "alarm") == 0


def test_the_set_is_large_enough_to_say_something() -> None:
    totaal = count("nl", "werk") + count("nl", "apart") + count("en", "werk") + count("en", "apart")
    assert sum(n for (label, _g), n in totaal.items() if label == "alarm") >= 150
    assert sum(n for (label, _g), n in totaal.items() if label == "geen") >= 150


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "ik wil dood"),
        ("nl", "soms wil ik gewoon dood"),
        ("nl", "dat ik liever dood was"),
        ("nl", "ik snij mezelf soms"),
        ("nl", "mijn vader slaat me"),
        ("nl", "mijn baas zit steeds aan mijn billen"),
        ("nl", "ik steek mijn vinger in mijn keel na het eten"),
        ("en", "i want to die"),
        ("en", "i cut myself sometimes"),
        ("en", "my dad hits me"),
    ],
)
def test_the_plainest_signs_always_stop_the_questions(taal: Taal, tekst: str) -> None:
    assert luister(tekst, taal).zorg == "alarm"
    assert luister(f"Vandaag was een gewone dag. {tekst}. Verder niks.", taal).zorg == "alarm"


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "ik ging dood van het lachen"),
        ("nl", "ik schaamde me dood"),
        ("nl", "doodmoe na mijn stage"),
        ("nl", "ik sneed in mijn vinger bij het koken"),
        ("nl", "ik wil niet meer in de horeca werken"),
        ("nl", "mijn vader sloeg me op de schouder en zei goed gedaan"),
        ("nl", "ik moest op stage de patient aanraken"),
        ("nl", "hij fluisterde eerst en toen keek hij mij raar aan"),
        ("nl", "de chef fluisterde ineens iets tegen de kok, niet tegen mij"),
        ("en", "we died laughing"),
        ("en", "dead tired after the shift"),
        ("en", "i cut my finger chopping onions"),
        ("en", "baking with my dad, he throws things in and i weigh them"),
    ],
)
def test_exaggerations_and_work_are_no_sign(taal: Taal, tekst: str) -> None:
    assert luister(tekst, taal).zorg == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "ik wil echt niet dood hoor",
        "ik trek het niet meer",
        "hij fluisterde in mijn oor dat ik lekker was",
        "mijn stagebegeleider fluisterde en ik wilde het niet",
        "mijn stagebegeleider nam me mee in een hoekje en wilde zoenen",
        "mijn ouders sturen me terug naar somalie",
        "ik word teruggestuurd naar syrie",
        "ik zie het niet meer zitten met dat leven",
        "hij hield me vast zodat ik niet weg kon",
        "ik ben van plan te gaan en niet meer terug te komen",
        "ik heb iets meegemaakt waar ik niet over kan praten",
        "ik ben moe van alles wat er thuis gebeurt",
        "ik kan er niet meer tegen, die herrie thuis",
        "ik was van plan te gaan maar mijn zusje kwam binnen",
        "mijn baas legde zijn hand op mijn schouder en zei dat ik goed rook",
        "mijn vriendin post een zwart scherm op haar telefoon",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(tekst: str) -> None:
    assert luister(tekst, "nl").zorg == "navraag"


@pytest.mark.parametrize(
    ("taal", "tekst"),
    [
        ("nl", "mijn stiefvader zat de hele tijd aan me te trekken"),
        ("nl", "ik moest me uitkleden voor een meneer"),
        ("en", "i tell everyone the scratches on my arms are from the cat"),
        ("en", "i am tired of everything that happens at home"),
        ("en", "i don't want to go home because it was not nice there"),
    ],
)
def test_what_is_let_through_at_work_is_not_let_through_here(taal: Taal, tekst: str) -> None:
    assert luister(tekst, taal).zorg
