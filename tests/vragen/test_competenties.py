"""The five competences stand there to the letter, and stay explanation."""

from __future__ import annotations

import csv

from tests.conftest import DATA
from vragen import load_bank
from vragen.competenties import competence_by_slot, load_competenties

BRON = list(csv.DictReader((DATA / "competenties.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def test_the_competences_stand_there_to_the_letter() -> None:
    alles = load_competenties()
    regels = []
    for uitleg in alles.competenties:
        assert uitleg.naam.nl.casefold() == uitleg.id
        regels.append((uitleg.id, uitleg.kernvraag.nl, "beschrijving", uitleg.beschrijving.nl))
        regels += [(uitleg.id, "", "indicator", indicator.nl) for indicator in uitleg.indicatoren]
    assert regels == [tuple(rij.values()) for rij in BRON]


def test_the_source_says_that_they_are_no_checklist() -> None:
    zin = load_competenties().geen_afvinklijst
    assert "niet bedoeld als afvinklijst" in zin.nl
    assert "niet bedoeld als afvinklijst" in zin.en


def test_an_answer_to_a_question_in_other_words_shows_the_same_competence() -> None:
    per_slot = competence_by_slot(load_bank())
    assert per_slot["kwaliteit"] == "kwaliteitenreflectie"
    assert per_slot["netwerk"] == "netwerken"
