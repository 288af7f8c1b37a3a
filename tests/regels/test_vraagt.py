"""What a question of the mentor is about: bijlage 2, the wordings of the bank, and what only looks like it."""

from __future__ import annotations

import csv

import pytest

from gesprek.model import TALEN, Taal
from gesprek.regels.verslag.vraagt import FASE_VAN, Onderwerp, asks, corrects
from tests.conftest import DATA
from vragen import load_bank

BIJLAGE2 = list(csv.DictReader((DATA / "bijlage2-vragen.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.mark.parametrize("rij", BIJLAGE2, ids=lambda rij: rij["nr"])
def test_a_question_of_the_source_is_heard_in_its_part(rij: dict[str, str]) -> None:
    fasen = {FASE_VAN[o] for o in asks(rij["tekst"], "nl").over}
    # a next step (36) and the agreement about it (27) stand in two parts
    assert rij["onderdeel"] in fasen or (rij["nr"] == "36" and "vooruitkijken" in fasen)


@pytest.mark.parametrize("taal", TALEN)
def test_most_wordings_of_the_bank_are_heard_in_their_part(taal: Taal) -> None:
    vragen = [v for v in load_bank().vragen.values() if v.onderdeel and v.soort not in ("reactie", "zorg")]
    zinnen = {(v.onderdeel, t.in_taal(taal)) for v in vragen for u in v.units for t in (u.tekst, *u.bewoordingen)}
    goed = [zin for onderdeel, zin in zinnen if onderdeel in {FASE_VAN[o] for o in asks(zin, taal).over}]
    assert len(goed) >= 0.8 * len(zinnen)


@pytest.mark.parametrize(
    ("zin", "taal", "onderwerp"),
    [
        ("Waar was je trots op?", "nl", "moment"),
        ("Waar was je?", "nl", "plek"),
        ("Wat gebeurde er vlak daarvoor?", "nl", "aanleiding"),
        ("en toen", "nl", "precies"),
        ("Wat zei je begeleider toen?", "nl", "ander_daad"),
        ("hoe voelde dat", "nl", "gevoel"),
        ("Hoe was je stage?", "nl", "opening"),
        ("Welke studie wil je doen?", "nl", "vooruit"),
        ("Welke dag was dat?", "nl", "tijd"),
        ("Op welke dag ga je dat doen?", "nl", "afspraak"),
        ("Where were you?", "en", "plek"),
        ("Which day was that?", "en", "tijd"),
        ("On which day will you do that?", "en", "afspraak"),
        ("What did your boss say?", "en", "ander_daad"),
        ("How did that feel?", "en", "gevoel"),
        ("Which word would you give it?", "en", "kernwoord"),
    ],
)
def test_a_question_is_about_one_thing(zin: str, taal: Taal, onderwerp: Onderwerp) -> None:
    assert asks(zin, taal).over == {onderwerp}


def test_what_stands_between_quotation_marks_asks_nothing() -> None:
    assert asks("Je zei ‘wat wil ik later worden’.", "nl").over == frozenset()
    assert asks("Je zei iets. Wat wil je later worden?", "nl").over == {"vooruit"}


def test_only_which_day_may_be_about_what_was_or_what_comes() -> None:
    assert asks("Welke dag?", "nl").over == asks("Which day?", "en").over == frozenset()


def test_a_statement_asks_nothing() -> None:
    assert asks("Fijn dat je er bent.", "nl").over == frozenset()
    assert asks("Fijn dat je dat vertelt.", "nl").dank


def test_a_correction_stands_at_the_beginning() -> None:
    assert corrects("Nee, niet boos. Meer teleurgesteld.", "nl")
    assert corrects("zo bedoel ik het niet", "nl")
    assert corrects("ik zei nee, niet nu, en toen ging hij weg", "nl") is None
    assert corrects("Ja.", "nl") is None
