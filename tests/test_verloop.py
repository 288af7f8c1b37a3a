"""The conversation itself: gates, the kernwoord, going back, distress, wordings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron, bron_from_content
from gesprek.model import Soort, Spreker
from gesprek.verloop import Verloop
from tests.toneel import TIJD, VAST, VAST_EN, lead, new, now

# gates


def test_it_ends_with_a_kernwoord_and_an_afspraak_with_a_day(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, **VAST)
    opbrengst = verloop.opbrengst()
    assert opbrengst.klaar
    assert opbrengst.kernwoord == "rust"
    assert [datum for _tekst, datum in opbrengst.afspraken] == [date(2026, 11, 27)]


@pytest.mark.parametrize(("gevoel", "eerst"), [("trots", "kwaliteit"), ("boos", "motief")])
def test_a_nice_experience_asks_for_qualities_first_a_bad_one_for_motives(bron: Bron, gevoel: str, eerst: str) -> None:
    verloop = new(bron)
    lead(
        verloop,
        **VAST | {"ervaring": f"Op stage liet de chef me niks doen, ik was zo {gevoel}.", "vervolg_kant": "niks"},
    )
    eerste = {slot: min(i.citaat.beurt for i in verloop.verhaal.slots[slot]) for slot in ("kwaliteit", "motief")}
    assert min(eerste, key=lambda slot: eerste[slot]) == eerst


def test_without_a_feeling_the_student_is_invited_to_another_experience(bron: Bron) -> None:
    verloop = new(bron)
    lead(
        verloop,
        "vervolg.ander_moment",
        **VAST | {"ervaring": "Ik was op een open dag.", "vervolg_kant": "niks", "emotie": "gewoon"},
    )
    assert now(verloop).vraag == "vervolg.ander_moment"
    assert now(verloop).vult == ("ervaring",)
    verloop.answer("Gisteren viel er iemand van de trap, ik schrok me kapot.", TIJD)
    assert verloop.verhaal.slots["emotie"][0].citaat.tekst == "schrok me kapot"
    assert "vervolg.ander_moment" not in lead(verloop, **VAST)


def test_the_student_may_insist_on_an_experience_without_a_feeling(bron: Bron) -> None:
    verloop = new(bron)
    lead(
        verloop,
        "vervolg.ander_moment",
        **VAST | {"ervaring": "Ik was op een open dag.", "vervolg_kant": "niks", "emotie": "gewoon"},
    )
    verloop.answer("Ik blijf bij dit moment", TIJD)
    assert now(verloop).stap == "decor"
    assert verloop.verhaal.last("ervaring") is not None


@pytest.mark.parametrize(("warmtes", "keren"), [(["8"], 0), (["4", "8"], 1), (["4", "5", "6"], 2), (["7"], 0)])
def test_a_cold_step_leads_back_twice_at_most(bron: Bron, warmtes: list[str], keren: int) -> None:
    verloop = new(bron)
    for warmte in warmtes:
        lead(verloop, "warmte", **VAST)
        verloop.answer(warmte, TIJD)
    gevraagd = [b.vraag for b in verloop.beurten if b.soort.asks]
    assert gevraagd.count("vervolg.warmer") == keren
    assert (now(verloop).stap == "besluit") == (len(warmtes) == 3)


def test_decor_that_is_known_is_not_asked(bron: Bron) -> None:
    verloop = new(bron)
    gevraagd = lead(verloop, "gebeurtenis", **VAST)
    assert len([v for v in gevraagd if v in ("bijlage2.4", "bijlage2.5", "bijlage2.6")]) == 2


def test_a_feeling_that_was_told_is_not_asked_for(bron: Bron) -> None:
    assert "bijlage2.8" not in lead(new(bron), **VAST)


def test_not_knowing_gets_a_lighter_question_and_then_peace(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "plek", **VAST)
    verloop.answer("weet ik niet", TIJD)
    assert now(verloop).vraag == "vervolg.plek_lichter"
    verloop.answer("geen idee", TIJD)
    assert now(verloop).vult != ("plek",)
    assert "plek" in verloop.verhaal.open


def test_when_nothing_comes_up_it_ends_kindly(bron: Bron) -> None:
    verloop = new(bron)
    gevraagd = lead(verloop, ervaring="weet niet")
    assert verloop.klaar
    assert len(gevraagd) <= 4


# the kernwoord is the student's


@pytest.mark.parametrize(
    ("antwoord", "woord"),
    [("Meetellen, denk ik.", "Meetellen"), ("misschien gewoon rust", "rust"), ("mijn kernwoord is samen", "samen")],
)
def test_the_kernwoord_is_cut_from_the_answer_to_the_letter(bron: Bron, antwoord: str, woord: str) -> None:
    verloop = new(bron)
    lead(verloop, "kernwoord", **VAST)
    verloop.answer(antwoord, TIJD)
    assert verloop.opbrengst().kernwoord == woord
    assert f"‘{woord}’" in now(verloop).tekst


def test_a_better_word_takes_its_place(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "vervolg.kernwoord_past", **VAST)
    verloop.answer("nee, liever gezien worden", TIJD)
    assert verloop.opbrengst().kernwoord == "gezien worden"


def test_a_bare_no_asks_for_a_better_word(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "vervolg.kernwoord_past", **VAST)
    verloop.answer("nee", TIJD)
    assert now(verloop).vraag == "vervolg.kernwoord_beter"


def test_a_whole_sentence_is_asked_to_be_shorter_once(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "kernwoord", **VAST)
    verloop.answer("dat iedereen die iets ziet ook iets mag zeggen", TIJD)
    assert now(verloop).vraag == "vervolg.kernwoord_korter"
    verloop.answer("iets mogen zeggen", TIJD)
    assert verloop.opbrengst().kernwoord == "iets mogen zeggen"


def test_words_to_pick_from_are_all_the_students_own(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "kernwoord", **VAST)
    opties = now(verloop).opties
    assert len(opties) >= 3
    for optie in opties:
        assert optie.citaat is not None
        beurt = verloop.beurten[optie.citaat.beurt]
        assert beurt.spreker is Spreker.LEERLING
        assert beurt.tekst[optie.citaat.van : optie.citaat.tot] == optie.tekst
    verloop.answer("2", TIJD)
    assert verloop.opbrengst().kernwoord == opties[1].tekst


def test_without_a_kernwoord_it_goes_on_and_never_makes_one_up(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, **VAST | {"kernwoord": "weet niet"})
    assert verloop.klaar
    assert verloop.opbrengst().kernwoord is None


# going back, skipping, striking


def test_back_asks_the_question_again_with_the_old_answer_ready(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "plek", **VAST)
    voor = now(verloop)
    verloop.answer("In de kas", TIJD)
    uitkomst = verloop.back(TIJD)
    assert replace(now(verloop), concept="") == voor
    assert now(verloop).concept == "In de kas"
    assert uitkomst.beurten[0].soort is Soort.TERUG
    assert "plek" not in verloop.verhaal.slots


def test_an_answer_given_anew_takes_the_old_words_away(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "plek", **VAST)
    verloop.answer("In de kas bij Henk", TIJD)
    verloop.back(TIJD)
    uitkomst = verloop.answer("In de schuur", TIJD)
    assert [b.soort for b in uitkomst.gewist] == [Soort.VERVANGEN]
    alles = [b.tekst for b in verloop.beurten] + [r.tekst for r in verloop.regels]
    assert not any("Henk" in tekst for tekst in alles)


def test_back_at_the_first_question_changes_nothing(bron: Bron) -> None:
    verloop = new(bron)
    verloop.start(TIJD)
    aantal = len(verloop.beurten)
    assert verloop.back(TIJD).beurten == ()
    assert len(verloop.beurten) == aantal


def test_a_word_said_back_is_gone_when_its_answer_is_struck(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "vervolg.klein_verhaal", **VAST)
    nr = verloop.verhaal.slots["ervaring"][0].citaat.beurt
    assert any("‘trots’" in r.tekst for r in verloop.regels)
    open_ = now(verloop).vraag
    opnieuw, (beurt,) = verloop.strike(nr)
    assert beurt.tekst == ""
    assert now(opnieuw).vraag == open_
    assert not any("‘trots’" in r.tekst or "mevrouw" in r.tekst for r in opnieuw.regels)
    assert opnieuw.opbrengst().titel == ""


def test_only_an_answer_can_be_struck(bron: Bron) -> None:
    verloop = new(bron)
    verloop.start(TIJD)
    for nr in (-1, 0, 99):
        with pytest.raises(ValueError, match=str(nr)):
            verloop.strike(nr)


def test_an_empty_answer_is_asked_again_once(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "plek", **VAST)
    vraag = now(verloop).vraag
    assert verloop.answer("  ", TIJD).beurten == ()
    assert now(verloop).vraag == vraag
    verloop.answer("", TIJD)
    assert now(verloop).vraag != vraag


# distress


@pytest.mark.parametrize("tekst", ["ik wil dood", "Hij zat aan me", "ik snij mezelf soms"])
def test_a_sign_of_distress_stops_the_questions_and_leaves_no_trace(bron: Bron, tekst: str) -> None:
    verloop = new(bron)
    lead(verloop, "plek", **VAST)
    aantal = len(verloop.beurten)
    uitkomst = verloop.answer(tekst, TIJD)
    assert [u.soort for u in uitkomst.uitingen] == ["zorg"]
    assert uitkomst.beurten == ()
    assert verloop.answer("zomaar iets", TIJD).uitingen[0].soort == "zorg"
    assert len(verloop.beurten) == aantal
    verder = verloop.answer("1", TIJD)
    assert verder.uitingen[-1].vult == ("wie",)  # not the question that brought it up
    assert not [b for b in verloop.beurten if tekst in b.tekst or "zorg" in b.vraag]


@pytest.mark.parametrize(("keuze", "actie"), [("3", "pauze"), ("4", "wissen")])
def test_after_distress_the_student_may_pause_or_erase(bron: Bron, keuze: str, actie: str) -> None:
    verloop = new(bron)
    verloop.start(TIJD)
    verloop.answer("ik wil niet meer leven", TIJD)
    assert verloop.answer(keuze, TIJD).actie == actie


# wordings


def test_the_same_conversation_says_the_same_words_on_every_machine(bron: Bron) -> None:
    een, twee = new(bron), new(bron_from_content(bron.inhoud))
    lead(een, **VAST)
    lead(twee, **VAST)
    assert een.regels == twee.regels


def test_a_wording_that_the_student_has_had_gives_way_to_another(bron: Bron) -> None:
    gehad: dict[str, dict[str, int]] = {}
    teksten: dict[str, list[str]] = {}
    for nr in range(3):
        verloop = new(bron, id=f"01JDCGN9R0000000000000000{nr}", geschiedenis=Geschiedenis(gehad))
        lead(verloop, **VAST)
        for beurt in verloop.beurten:
            if beurt.spreker is Spreker.PROGRAMMA:
                per_vraag = gehad.setdefault(beurt.vraag, {})
                per_vraag[beurt.tekst] = per_vraag.get(beurt.tekst, 0) + 1
                teksten.setdefault(beurt.vraag, []).append(beurt.tekst)
    for id in ("vervolg.leefregel", "vervolg.rode_draad", "bijlage2.21", "vervolg.klein_verhaal"):
        assert len(set(teksten[id])) == 3, id


def test_dutch_and_english_follow_the_same_path(bron: Bron) -> None:
    nl, en = new(bron), new(bron, taal="en")
    assert lead(nl, **VAST) == lead(en, **VAST_EN)
    assert en.opbrengst().kernwoord == "calm"
    assert en.opbrengst().afspraken[0][1] == date(2026, 11, 27)


# what was stored, and what is derived


def test_a_conversation_goes_on_with_the_source_it_began_with(bron: Bron, klok: Callable[[], datetime]) -> None:
    verloop = new(bron)
    lead(verloop, "gebeurtenis", **VAST)
    bank = bron.bank.model_copy(update={"vragen": {}})
    assert bank.vragen == {}
    oud = bron_from_content(bron.inhoud)
    opnieuw = Verloop.replay(oud, verloop.gesprek, verloop.beurten, bewaarplek="ergens")
    lead(opnieuw, **VAST)
    lead(verloop, **VAST)
    assert [b.tekst for b in opnieuw.beurten] == [b.tekst for b in verloop.beurten]


def test_a_stored_question_is_asked_even_when_todays_flow_would_ask_another(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "wie", **VAST)
    beurten = list(verloop.beurten)
    # as if today's listening heard no feeling in the first answer any more
    eerste = next(nr for nr, b in enumerate(beurten) if b.soort is Soort.ANTWOORD)
    beurten[eerste] = replace(beurten[eerste], tekst="Op stage hielp ik een mevrouw met eten.")
    opnieuw = Verloop.replay(bron, verloop.gesprek, beurten, bewaarplek="ergens")
    assert now(opnieuw).vraag == now(verloop).vraag
    assert opnieuw.stand.stap == verloop.stand.stap
    lead(opnieuw, **VAST)
    assert opnieuw.klaar


def test_a_question_that_quotes_struck_words_is_put_in_other_words(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "vervolg.warmte", **VAST | {"stap": "een dag meelopen"})
    assert "‘een dag meelopen’" in now(verloop).tekst
    nr = verloop.verhaal.slots["stap"][-1].citaat.beurt
    zonder, _geschrapt = verloop.strike(nr)
    assert "…" in now(zonder).tekst
    assert len(zonder.reword(TIJD)) == 1
    assert "…" not in now(zonder).tekst
    assert now(zonder).vraag == "vervolg.warmte"


@pytest.mark.parametrize(
    ("antwoord", "tekst"),
    [
        ("morgen", "een dag meelopen"),
        ("dat heb ik al gezegd", "een dag meelopen"),
        ("morgen bel ik haar", "morgen bel ik haar"),
    ],
)
def test_an_afspraak_that_names_only_a_day_is_the_step(bron: Bron, antwoord: str, tekst: str) -> None:
    verloop = new(bron)
    lead(verloop, "afspraak", **VAST | {"stap": "een dag meelopen"})
    verloop.answer(antwoord, TIJD)
    assert verloop.opbrengst().afspraken[0][0] == tekst


def test_a_whole_sentence_does_not_take_the_place_of_a_kernwoord(bron: Bron) -> None:
    verloop = new(bron)
    lead(verloop, "vervolg.kernwoord_past", **VAST)
    verloop.answer("dat ik rustig blijf ook als iemand moeilijk doet", TIJD)
    assert verloop.opbrengst().kernwoord == "rust"
    assert now(verloop).vraag == "vervolg.kernwoord_beter"
