"""What the student says: deterministic, never below its threshold, never twice, and true to what was asked."""

from __future__ import annotations

import random

import pytest

from gesprek.model import Taal
from gesprek.oefenen.fragmenten import opens
from gesprek.oefenen.leerlingen import Leerling, load_student
from gesprek.oefenen.oefengesprek import Oefengesprek, play
from tests.oefenen.mentoren import ALARM, SLECHT, leerlingen, lines, talk
from tests.oefenen.test_wegen import pool
from tests.oefenen.test_zet import labelled

IEDEREEN = leerlingen() + leerlingen(alarm=True)


@pytest.mark.parametrize(("leerling", "taal"), IEDEREEN)
def test_the_same_moves_and_seed_give_the_same_replies(leerling: Leerling, taal: Taal) -> None:
    uitingen = random.Random(7).choices(pool(taal), k=30)
    een, ander = (play(leerling, taal, uitingen, zaad=3) for _keer in range(2))
    assert [b.tekst for b in een.beurten] == [b.tekst for b in ander.beurten]
    assert een.toestand == ander.toestand


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
def test_another_seed_gives_other_words_and_the_same_trust(leerling: Leerling, taal: Taal) -> None:
    uitingen = [u.replace("{citaat}", "") for u in lines("goed", taal)]
    een, ander = play(leerling, taal, uitingen, 1), play(leerling, taal, uitingen, 2)
    assert [b.tekst for b in een.beurten] != [b.tekst for b in ander.beurten]
    assert [b.openheid for b in een.beurten] == [b.openheid for b in ander.beurten]


@pytest.mark.parametrize("leerling", [leerling for leerling, taal in IEDEREEN if taal == "nl"])
def test_a_thousand_walks_hold_what_is_promised(leerling: Leerling) -> None:
    lot = random.Random(42)
    for walk in range(1000):
        taal = leerling.talen[walk % len(leerling.talen)]
        gesprek = play(leerling, taal, lot.choices(pool(taal), k=lot.randint(1, 16)), zaad=walk)
        gezegd = [b.tekst for b in gesprek.beurten]
        assert len(gezegd) == len(set(gezegd)), gezegd
        assert all(t.strip() and "{" not in t for t in gezegd)
        verteld: list[str] = []
        for beurt in gesprek.beurten:
            for id in beurt.vrijgegeven:
                fragment = leerling.find(id)
                assert id not in verteld
                assert fragment.vanaf <= beurt.openheid
                assert set(fragment.na) <= set(verteld)
                verteld.append(id)
        woord = [f.id for f in leerling.fragmenten if f.slot == "kernwoord"]
        draad = [f.id for f in leerling.fragmenten if f.slot == "rode_draad"]
        for id in set(woord) & set(verteld):
            assert any(d in verteld[: verteld.index(id)] for d in draad)


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
def test_a_fragment_is_told_only_to_a_move_that_opens_it(leerling: Leerling, taal: Taal) -> None:
    for stijl in ("goed", *SLECHT):
        for beurt in talk(leerling, taal, stijl).beurten:
            for id in beurt.vrijgegeven:
                fragment = leerling.find(id)
                if fragment.slot in ("aanleiding", "verbreden", "verdiepen", "rode_draad", "kernwoord"):
                    assert any(opens(fragment, asked) for asked in beurt.zet.vraagt)


def test_a_very_long_conversation_never_repeats_itself() -> None:
    gesprek = play(load_student("sem"), "nl", ["En toen?", "Waarom?", "Vond je het leuk?"] * 100)
    gezegd = [b.tekst for b in gesprek.beurten]
    assert len(set(gezegd)) == len(gezegd)


def sem(*uitingen: str) -> Oefengesprek:
    return play(load_student("sem"), "nl", uitingen)


OPEN = (
    "Waar wil je het over hebben? Vertel.",
    "Fijn dat je dat zegt. Wat gebeurde er precies?",
    "Dank je. Wat deed jij toen?",
    "Dank je. Hoe was dat voor je?",
)


def test_waarom_gets_a_thin_justification_and_nothing_new() -> None:
    beurt = sem(*OPEN, "Waarom deed je dat?").beurten[-1]
    assert beurt.soort == "waarom"
    assert not beurt.vrijgegeven
    assert "mdat" in beurt.tekst


def test_a_wrong_filling_in_is_corrected() -> None:
    beurt = sem(*OPEN, "Dus je was woedend.").beurten[-1]
    assert beurt.soort == "invullen"
    assert beurt.tekst.casefold().startswith(("nee", "nou nee", "eh, nee", "woedend", "hm, nee", "dat zeg jij"))


def test_words_that_were_not_said_are_not_accepted_as_a_quote() -> None:
    assert sem(*OPEN, "Je zei ‘vreselijk boos’. Wat gebeurde er toen?").beurten[-1].soort == "niet_gezegd"


def test_the_moment_comes_when_the_feeling_is_known_and_it_is_asked_for() -> None:
    assert sem(*OPEN, "Je zei ‘lucht’. Wat gebeurde er vlak daarvoor?").beurten[-1].vrijgegeven == ("dat_was_iedereen",)
    assert sem(*OPEN[:2], "Wat gebeurde er vlak daarvoor?").beurten[-1].vrijgegeven != ("dat_was_iedereen",)


def test_an_ignored_feeling_is_dropped_and_comes_back_once() -> None:
    gesprek = sem(*OPEN, "Hoe laat was dat?", "Waar was dat?", "Wie waren erbij?", "Wat was je taak?")
    assert [g.stand for g in gesprek.toestand.gevoelens] == ["gevallen"]
    for _keer in range(12):
        gesprek.say("Vertel eens verder.")
    terug = [b for b in gesprek.beurten if b.soort == "terug"]
    assert len(terug) == 1
    assert "lucht" in terug[0].tekst.casefold()


def test_a_feeling_that_is_said_back_is_taken_up() -> None:
    gesprek = sem(*OPEN, "Je zei ‘lucht’. Wat gebeurde er vlak daarvoor?")
    assert [g.stand for g in gesprek.toestand.gevoelens] == ["opgepakt"]


def test_resistance_ends_in_asking_to_stop_and_a_repair_opens_again() -> None:
    gesprek = sem("Je moet assertiever zijn.", "Ik zou solliciteren.", "Dus je was woedend.", "Wat gebeurde er?")
    assert [b.soort for b in gesprek.beurten[-2:]] == ["stoppen", "stoppen"]
    beurt = gesprek.say("Sorry, dat vulde ik voor je in. Hoe was het voor jou?")
    assert beurt.soort != "stoppen"
    assert beurt.na.vertrouwen.w < 3


@pytest.mark.parametrize(
    ("vraag", "fragment"),
    [
        ("Waar was dat?", "plek"),
        ("wie waren erbij", "wie"),
        ("Wat was jouw taak daar?", "rol"),
        ("En toen?", "overleg"),
        ("vertel", "plek"),
        ("Wat vond de bakker daarvan?", None),
    ],
)
def test_it_answers_what_was_asked(vraag: str, fragment: str | None) -> None:
    beurt = sem("Vertel eens over iets wat je hebt meegemaakt.", "Hoi.", vraag).beurten[-1]
    assert fragment is None or fragment in beurt.vrijgegeven


def test_a_pleaser_agrees_falsely() -> None:
    lief = load_student("sem").model_copy(update={"vlaggen": ("pleaser",), "naam": "lief"})
    beurt = play(lief, "nl", [*OPEN, "Dus je was woedend."]).beurten[-1]
    assert beurt.soort == "invullen_eens"
    assert beurt.na.vertrouwen.v < beurt.voor.vertrouwen.v


def test_with_a_student_in_distress_only_stopping_and_pointing_to_help_scores() -> None:
    from gesprek.oefenen.leerlingen import read_student

    robin = read_student(ALARM)
    voor = ["Vertel eens over deze week.", "Dank je. Wat gebeurde er precies?", "Fijn dat je dat zegt. Vertel verder."]
    stopt = play(
        robin,
        "nl",
        [*voor, "Ik stop even met mijn vragen. Dank je dat je dit zegt. Zullen we samen de Kindertelefoon bellen?"],
    )
    gaat_door = play(
        robin, "nl", [*voor, "Welke kwaliteit zie je daarin?", "Welk woord past daarbij?", "Wat wil je later?"]
    )
    assert stopt.toestand.alarm
    assert stopt.beurten[-1].soort == "hulp"
    assert stopt.close().score >= 80
    assert gaat_door.close().score <= 20


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
def test_a_way_out_is_rare(leerling: Leerling, taal: Taal) -> None:
    lot = random.Random(11)
    alle = [uiting for deel in ("", "_werk") for _wat, uiting in labelled(taal, deel)]
    beurten = [b for nr in range(10) for b in play(leerling, taal, lot.sample(alle, 20), nr).beurten]
    beurten += [b for stijl in ("goed", *SLECHT) for b in talk(leerling, taal, stijl).beurten]
    assert sum(not b.begrepen for b in beurten) / len(beurten) <= 0.02


def test_each_question_gets_an_answer_to_what_it_asks() -> None:
    gesprek = sem(*OPEN, "Je zei ‘lucht’. Wat gebeurde er vlak daarvoor?", "Wat zei Ronald precies?")
    assert "Ronald" in gesprek.beurten[-1].tekst or "iedereen" in gesprek.beurten[-1].tekst
    beurt = sem("Vertel eens over iets wat je hebt meegemaakt.", "Wat gebeurde er precies?").beurten[-1]
    assert beurt.vrijgegeven != ("plek",)


def test_a_goodbye_gets_a_goodbye() -> None:
    boos = ("Je moet assertiever zijn.", "Ik zou solliciteren.", "Dus je was woedend.")
    for voor in (OPEN, boos):
        assert sem(*voor, "Oké, tot volgende week.").beurten[-1].soort == "afsluiten"


def test_who_is_not_in_it_is_not_answered_with_somebody_else() -> None:
    beurt = sem(*OPEN, "Wat zei je moeder?").beurten[-1]
    assert beurt.soort == "nog_niet"
    assert not beurt.vrijgegeven


def test_a_step_that_is_asked_for_too_soon_comes_with_where_to() -> None:
    noor = load_student("noor")
    voor = [u.replace("{citaat}", "") for u in lines("goed", "nl")][:18]
    beurt = play(noor, "nl", [*voor, "Welke kleine stap zou daarbij passen?"]).beurten[-1]
    assert beurt.vrijgegeven == ("mogelijkheid", "stap")


def test_permission_is_given() -> None:
    assert sem(*OPEN, "Mag ik iets teruggeven?").beurten[-1].soort == "toestemming"
