"""What lies ready for the mentor, and what the narrow bar tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gesprek.bron import Bron
from gesprek.samen.aanhalen import has_quote, quotes_from
from gesprek.samen.coach import PAUZE, STILTE, times, watch
from gesprek.samen.fluister import whisper
from gesprek.samen.kaarten import cards
from gesprek.samen.nalezen import report, written_out
from tests.samen.toneel import ERVARING, KLEIN_VERHAAL, REFLECTIE, TIJD, ask, moment, new, tell


def tip(verloop, nr: int = 50) -> str:  # type: ignore[no-untyped-def]
    return watch(verloop, moment(nr)).soort


def test_the_question_of_now_comes_first_and_what_was_asked_last(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING)
    kaarten = cards(verloop)
    assert kaarten[0].nu
    verloop.ask(kaarten[2].id, TIJD)
    verloop.ask(kaarten[3].id, TIJD)
    assert {kaart.id for kaart in cards(verloop) if kaart.gesteld} == {kaarten[2].id, kaarten[3].id}
    assert [kaart.gesteld for kaart in cards(verloop)] == sorted(kaart.gesteld for kaart in cards(verloop))


def test_a_feeling_brings_up_the_card_that_goes_back_to_what_was_right_before_it(bron: Bron) -> None:
    verloop = tell(new(bron), "Gisteren had ik een toets.")
    assert not any(kaart.gevoel for kaart in cards(verloop))
    verloop = tell(new(bron), ERVARING)
    op = [kaart for kaart in cards(verloop) if kaart.gevoel]
    assert op[0] == cards(verloop)[1]
    assert op[0].tekst == "Je zei ‘irritant’. Wat gebeurde er vlak daarvoor?"
    verloop.ask(op[0].id, TIJD)
    tell(verloop, "Anke keek niet op.")
    assert not any(kaart.gevoel for kaart in cards(verloop))


def test_cards_fit_the_step_and_the_side_of_the_experience(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL)
    ids = {kaart.id for kaart in cards(verloop)}
    assert ids & {"bijlage2.16", "bijlage2.17", "bijlage2.18"}
    assert not ids & {"bijlage2.24", "bijlage2.25", "bijlage2.26", "bijlage2.36"}


def test_the_bar_names_the_gate_that_is_open(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL, *REFLECTIE[:4])
    assert watch(verloop, moment(20)).poort == "nog geen tweede situatie"
    tell(verloop, *REFLECTIE[4:])
    assert watch(verloop, moment(20)).poort == "de leerling heeft nog niet gezegd wat hetzelfde is"


def test_a_feeling_that_is_passed_over_is_pointed_at_until_it_is_said_back(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Hoe laat was dat?")
    assert tip(verloop) == ""
    tell(verloop, "om tien uur")
    ask(verloop, "Wie had er dienst?")
    assert tip(verloop) == "gevoel"
    ask(verloop, "Je zei dat het irritant was.")
    assert tip(verloop) == ""


def test_three_facts_in_a_row_are_pointed_at_and_giving_back_breaks_the_row(bron: Bron) -> None:
    verloop = tell(new(bron), "Gisteren liep ik mee bij de bakker.")
    for vraag in ("Waar was dat?", "Wie waren erbij?"):
        tell(ask(verloop, vraag), "in de winkel met Sanne")
    ask(verloop, "Wat deed je precies?")
    assert tip(verloop) == "feiten"
    tell(verloop, "Ik vouwde de dozen en toen kwam er een klant.")
    ask(verloop, "Jij vouwde de dozen en toen kwam er een klant. Wat deed je daarna?")
    assert tip(verloop) == ""


def test_the_future_before_the_story_is_pointed_at(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Wat wil je later worden?")
    coach = watch(verloop, moment(9))
    assert coach.soort == "toekomst"
    assert "nog niet twee van" in coach.tip


def test_silence_is_asked_for_after_a_question_that_asks_for_thinking(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL)
    assert watch(verloop, moment(9)).stilte == 0  # not asked yet
    verloop.ask("bijlage2.18", TIJD)
    assert watch(verloop, moment(9)).stilte == STILTE
    ask(verloop, "Waar stond je?")
    assert watch(verloop, moment(9)).stilte == 0


def test_time_is_counted_per_fase_and_a_pause_is_not(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL)
    laatst = verloop.beurten[-1].tijd
    samen = times(verloop, laatst + timedelta(seconds=30))
    assert samen["reflecteren"] == 30
    assert samen["terugkijken"] == round((laatst - TIJD).total_seconds())
    assert times(verloop, laatst + PAUZE + timedelta(seconds=1))["reflecteren"] == 0


def test_the_whisper_says_what_it_sounds_like_and_how_else() -> None:
    gehoord = whisper("Waarom deed je dat?", "nl", ["Ik was trots."])
    assert gehoord is not None
    assert gehoord.code == "waarom"
    assert gehoord.as_text() == "Dit klinkt als: waarom-vraag. Probeer: Je zei ‘trots’. Wat gebeurde er toen?"
    assert whisper("Wat gebeurde er toen?", "nl") is None


@pytest.mark.parametrize(
    ("tekst", "bron_", "verwacht"),
    [
        ("Je zei 'bij Anke thuis'. Wie was daar?", "We waren bij Anke thuis.", True),
        ("Je zei ‘BIJ ANKÉ THUIS’.", "we waren bij anke thuis", True),
        ("Dus jullie waren bij Anke thuis, en toen?", "we waren bij anke thuis", True),
        ("Wie was daar bij?", "we waren bij anke thuis", False),
        ("Hoe was 't, en z'n broer?", "t, en z", False),
    ],
)
def test_a_line_quotes_between_marks_or_word_for_word(tekst: str, bron_: str, verwacht: bool) -> None:
    assert quotes_from(tekst, bron_) is verwacht


def test_an_apostrophe_is_no_quote() -> None:
    assert not has_quote("Hoe ging 't met z'n foto's?")
    assert has_quote("Je zei 'trots'. Wanneer?")


def test_the_mentors_own_look_back_has_both_and_none_of_the_program(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Waarom zei je niks?")
    tell(verloop, "Dat durfde ik niet.")
    verloop.observe("nog niet", TIJD)
    tekst = written_out(verloop)
    assert tekst.splitlines()[1:] == [
        f"Leerling: {ERVARING}",
        "Mentor: Waarom zei je niks?",
        "Leerling: Dat durfde ik niet.",
    ]
    verslag = report(verloop)
    assert verslag.rule("geen-waarom").uitspraak == "gebroken"
    assert verslag.spreektijd.leerling > 0
