"""What an utterance asks for, on utterances that were written beside the lists (``tests/data/zetten``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesprek.model import TALEN, Taal
from gesprek.oefenen.zet import recognise

ZETTEN = Path(__file__).parent.parent / "data" / "zetten"


def labelled(taal: Taal, deel: str = "") -> list[tuple[str, str]]:
    """What is asked for, and the utterance; ``_apart`` was kept aside and never tuned on."""
    regels = (ZETTEN / f"{taal}{deel}.tsv").read_text(encoding="utf-8").splitlines()
    return [(regel.split("\t")[0], regel.split("\t")[1]) for regel in regels]


@pytest.mark.parametrize("taal", TALEN)
def test_nearly_everything_that_is_asked_is_recognised(taal: Taal) -> None:
    alle = labelled(taal)
    goed = sum(recognise(uiting, taal, []).vraagt[:1] == (wat,) for wat, uiting in alle)
    iets = sum(bool(recognise(uiting, taal, []).vraagt) for _wat, uiting in alle)
    assert goed / len(alle) >= 0.92
    assert iets / len(alle) >= 0.99


@pytest.mark.parametrize("taal", TALEN)
def test_what_trainees_say_is_recognised(taal: Taal) -> None:
    alle = labelled(taal, "_werk")
    goed = sum(recognise(uiting, taal, []).vraagt[:1] == (wat,) for wat, uiting in alle)
    assert goed / len(alle) >= 0.92


@pytest.mark.parametrize(
    ("uiting", "wat"),
    [
        ("Waar wil je meer van?", "toekomst"),
        ("Waar was dat?", "plek"),
        ("Op welke dag was dat?", "tijd"),
        ("Op welke dag ga je bellen?", "afspraak"),
        ("Wie kan je helpen?", "netwerk"),
        ("Wie hielp je toen?", "wie"),
    ],
)
def test_the_build_of_a_question_tells_what_it_is_about(uiting: str, wat: str) -> None:
    assert recognise(uiting, "nl", []).vraagt[:1] == (wat,)


@pytest.mark.parametrize(
    ("uiting", "soort"),
    [
        ("…", "stilte"),
        ("", "stilte"),
        ("hm", "stilte"),
        ("(stilte)", "stilte"),
        ("Neem rustig je tijd.", "stilte"),
        ("Hoi!", "groet"),
        ("Mag ik daar iets over vragen?", "toestemming"),
        ("Sorry, dat was mijn invulling.", "herstel"),
        ("Dat mag er zijn.", "erkenning"),
        ("banaan", "onbegrepen"),
        ("Tot de volgende keer.", "afsluiten"),
        ("Goed gedaan!", "compliment"),
    ],
)
def test_what_an_utterance_is(uiting: str, soort: str) -> None:
    assert recognise(uiting, "nl", []).soort == soort


def test_a_mirror_is_an_exact_piece_of_what_the_student_said() -> None:
    zei = ["Ik zat bij de printer en ik voelde me lucht."]
    assert recognise("Je zei ‘bij de printer’.", "nl", zei).spiegelt == ("bij de printer",)
    assert recognise("Je zat bij de printer.", "nl", zei).spiegelt
    assert recognise("Je zei ‘bij het raam’.", "nl", zei).citeert_vreemd == ("bij het raam",)
    assert not recognise("Wat gebeurde er?", "nl", zei).spiegelt
