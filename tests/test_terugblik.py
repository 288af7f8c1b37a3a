"""What was agreed before: asked about first, and what came of it may be what is talked about."""

from __future__ import annotations

import pytest

from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron
from gesprek.model import Afspraak
from gesprek.verloop import Verloop
from tests.toneel import TIJD, new, now


def back(bron: Bron, *afspraken: str) -> Verloop:
    """A conversation of a student who agreed on something before."""
    oud = [Afspraak("01A", nr, tekst) for nr, tekst in enumerate(afspraken)]
    verloop = new(bron, geschiedenis=Geschiedenis(oude_afspraken=oud))
    verloop.start(TIJD)
    return verloop


def test_an_open_afspraak_is_asked_about_first(bron: Bron) -> None:
    verloop = back(bron, "mijn tante bellen", "een mail sturen")
    assert "‘mijn tante bellen’" in now(verloop).tekst
    verloop.answer("1", TIJD)
    assert now(verloop).vraag == "vervolg.uitkomst"
    uitkomst = verloop.answer("goed", TIJD)
    assert "‘een mail sturen’" in uitkomst.uitingen[-1].tekst
    verloop.answer("nog niet", TIJD)
    assert now(verloop).stap == "ervaring"
    assert verloop.opbrengst().terugblik == {("01A", 0): "gedaan", ("01A", 1): "open"}


UITKOMST = "Ik belde mijn tante in de pauze en ze zei dat ik mag komen, ik was zo blij."


@pytest.mark.parametrize("flow", ["bron", "kort"])
def test_what_came_of_an_afspraak_may_be_the_experience(flow: str, request: pytest.FixtureRequest) -> None:
    verloop = back(request.getfixturevalue(flow), "mijn tante bellen")
    verloop.answer("gedaan", TIJD)
    verloop.answer(UITKOMST, TIJD)
    assert now(verloop).vraag == "vervolg.uitkomst_ervaring"
    uitkomst = verloop.answer("1", TIJD)
    ervaring = verloop.verhaal.slots["ervaring"][-1]
    assert (ervaring.citaat.tekst, ervaring.waarde) == (UITKOMST, None)
    assert [i.citaat.tekst for i in verloop.verhaal.slots["emotie"]] == ["blij"]
    assert any("‘blij’" in u.tekst for u in uitkomst.uitingen)
    assert now(verloop).stap not in ("ervaring", "raakt", "uitkomst")
    assert verloop.opbrengst().titel.startswith("Ik belde mijn tante")
    for citaat in (i.citaat for gevuld in verloop.verhaal.slots.values() for i in gevuld):
        assert verloop.beurten[citaat.beurt].tekst[citaat.van : citaat.tot] == citaat.tekst


@pytest.mark.parametrize("anders", ["2", "iets anders", "nee", "/sla-over"])
def test_a_student_may_rather_talk_about_something_else(bron: Bron, anders: str) -> None:
    verloop = back(bron, "mijn tante bellen")
    verloop.answer("gedaan", TIJD)
    verloop.answer(UITKOMST, TIJD)
    verloop.skip(TIJD) if anders == "/sla-over" else verloop.answer(anders, TIJD)
    assert now(verloop).stap == "ervaring"
    assert "ervaring" not in verloop.verhaal.slots
    assert "emotie" not in verloop.verhaal.slots


def test_another_experience_may_be_told_at_once(bron: Bron) -> None:
    verloop = back(bron, "mijn tante bellen")
    verloop.answer("gedaan", TIJD)
    verloop.answer(UITKOMST, TIJD)
    verloop.answer("Gisteren viel het decor om bij de musical en ik was boos.", TIJD)
    assert verloop.opbrengst().titel.startswith("Gisteren viel het decor om")
    assert [i.citaat.tekst for i in verloop.verhaal.slots["emotie"]] == ["boos"]


def test_who_tells_in_free_words_is_asked_once_how_it_stands(bron: Bron) -> None:
    verloop = back(bron, "mijn tante bellen")
    verloop.answer(UITKOMST, TIJD)
    assert now(verloop).vraag == "vervolg.afspraak_stand"
    verloop.answer("die hoeft niet meer", TIJD)
    assert verloop.opbrengst().terugblik == {("01A", 0): "vervallen"}
    assert now(verloop).vraag == "vervolg.uitkomst_ervaring"


@pytest.mark.parametrize("antwoord", ["nog niet", "hoeft niet meer", "geen idee"])
def test_who_did_not_do_it_is_asked_no_further(bron: Bron, antwoord: str) -> None:
    verloop = back(bron, "mijn tante bellen")
    verloop.answer(antwoord, TIJD)
    assert now(verloop).stap == "ervaring"


def test_words_that_were_taken_over_are_gone_when_they_are_struck(bron: Bron) -> None:
    verloop = back(bron, "mijn tante bellen")
    verloop.answer("gedaan", TIJD)
    verloop.answer(UITKOMST, TIJD)
    verloop.answer("1", TIJD)
    nr = verloop.verhaal.slots["ervaring"][-1].citaat.beurt
    zonder, _geschrapt = verloop.strike(nr)
    assert "ervaring" not in zonder.verhaal.slots
    assert "tante" not in "".join(r.tekst for r in zonder.regels if "oude" not in r.vraag and "afspraak" not in r.vraag)


def test_a_conversation_about_what_came_of_it_replays_to_where_it_was(bron: Bron) -> None:
    verloop = back(bron, "mijn tante bellen", "een mail sturen")
    for antwoord in (UITKOMST, "1", "gedaan", "Die stuurde ik en er kwam geen antwoord.", "1", "In de kantine"):
        verloop.answer(antwoord, TIJD)
    weer = Verloop.replay(bron, verloop.gesprek, verloop.beurten, verloop.geschiedenis)
    assert weer.verhaal == verloop.verhaal
    assert weer.now == verloop.now
    assert weer.opbrengst() == verloop.opbrengst()
    assert weer.opbrengst().titel.startswith("Die stuurde ik")
