"""What kind of activity it was, read from a list that a teacher can edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gesprek.draad import Plaats
from gesprek.draad.soorten import by_kind, kind_of, load_kinds
from gesprek.inlezen import Inleesfout
from gesprek.taal import use_taal


@pytest.mark.parametrize(
    ("ervaring", "soort"),
    [
        ("Op stage moest ik in de keuken staan", "Stage"),
        ("tijdens mn snuffelstage bij de dierenarts", "Stage"),
        ("Op de open dag in Delft", "Open dag of meeloopdag"),
        ("Ik ging een dag meelopen bij een bakker", "Stage"),
        ("Zaterdag bij de kassa van de supermarkt", "Bijbaan"),
        ("bij voetbal scoorde ik", "Sport"),
        ("we hadden een hockeywedstrijd", "Sport"),
        ("Met scouting op kamp", "Vereniging of hobby"),
        ("bij ons profielwerkstuk", "Project op school"),
        ("in de scheikundeles ging een proef mis", "Les"),
        ("Voor de klas hield ik een spreekbeurt", "Les"),
        ("Thuis kookte ik voor mijn broertje", "Thuis"),
        ("Het was een mooie avond", ""),
        ("een hostage", "Stage"),  # a piece at the end of a word counts, as the list says
    ],
)
def test_a_kind_is_known_by_its_words(ervaring: str, soort: str) -> None:
    assert kind_of(ervaring, "nl") == soort


@pytest.mark.parametrize(
    ("ervaring", "soort"),
    [
        ("During my internship at the zoo", "Internship"),
        ("At the open day in Delft", "Open day or taster day"),
        ("on Saturday in the supermarket", "Part-time job"),
        ("In class I gave a talk", "Lesson"),
        ("It was a nice evening", ""),
    ],
)
def test_english_has_a_list_of_its_own(ervaring: str, soort: str) -> None:
    assert kind_of(ervaring, "en") == soort


def test_both_lists_hold_the_same_kinds_in_the_same_order() -> None:
    assert len(load_kinds("nl")) == len(load_kinds("en"))


def place(tekst: str) -> Plaats:
    return Plaats("g", date(2025, 9, 5), 2, tekst)


def test_experiences_stand_per_kind_and_what_is_not_known_comes_last() -> None:
    ervaringen = [(place("een mooie avond"), "nl"), (place("bij voetbal"), "nl"), (place("my internship"), "en")]
    assert [(soort, len(plekken)) for soort, plekken in by_kind(ervaringen, "nl")] == [  # type: ignore[arg-type]
        ("Stage", 1),
        ("Sport", 1),
        ("Anders", 1),
    ]
    use_taal("en")
    gevonden = by_kind(ervaringen, "en")  # type: ignore[arg-type]
    assert [soort for soort, _plekken in gevonden] == ["Internship", "Sports", "Other"]


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "soorten.tsv").write_text("# uitleg\nStage\tstage*\nzonder woorden\n\tzonder soort\n")
    with pytest.raises(Inleesfout) as fout:
        load_kinds("nl", tmp_path)
    assert [bevinding.regel for bevinding in fout.value.bevindingen] == [3, 4]
