"""The drill itself: which items come, in which order, and what an answer is worth."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.oefenen.drill import (
    POGINGEN,
    RONDE,
    TERUG_NA,
    VERTONINGEN,
    Optie,
    Ronde,
    judge,
    options,
    sort,
)
from gesprek.oefenen.herhaling import Afloop, Kaart, review
from gesprek.oefenen.opgaven import Opgave, load_drill

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
NL = load_drill().in_taal("nl")
HERKEN = [o for o in NL if o.soort == "herken"]
WAAROM = Opgave(
    id="d900",
    soort="herschrijf",
    taal="nl",
    leerling="Toen liep ik weg.",
    uiting="Waarom liep je weg?",
    regel="geen-waarom",
    code="waarom",
    gebroken=True,
    uitleg="Je vraagt naar een reden.",
    beter="Wat gebeurde er toen je wegliep?",
)
BETER = "Wat gebeurde er toen je wegliep?"


def place(ronde: Ronde, *, goed: bool) -> int:
    """Return the place of the right option, or of a wrong one."""
    nu = ronde.now
    assert nu is not None
    return [(optie == Optie(nu.regel, nu.gebroken)) is goed for optie in ronde.opties].index(True)


def answer(ronde: Ronde, *, goed: bool) -> None:
    """Answer the item of now to its end."""
    nu = ronde.now
    assert nu is not None
    if nu.soort == "herken":
        ronde.choose(place(ronde, goed=goed))
        return
    # kept and broken whatever the utterance is
    while not ronde.rewrite("Vertel eens wat er gebeurde." if goed else "Waarom deed je dat?").af:
        pass


def kaart(opgave: Opgave, afloop: Afloop, dagen: int) -> Kaart:
    """Return a card that is due so many days from now."""
    gemaakt = review(None, opgave.id, afloop, NU)
    return Kaart(opgave.id, 1, afloop, NU + timedelta(days=dagen), gemaakt.geheugen)


# choosing


def test_each_rule_comes_by_in_the_first_round_and_some_are_to_rewrite() -> None:
    ronde = sort(NL, {}, NU).take()
    assert len(ronde) == RONDE
    assert len({o.regel for o in ronde}) == 10
    assert sum(o.soort == "herschrijf" for o in ronde) == 3
    assert {o.gebroken for o in ronde if o.soort == "herken"} == {True, False}


def test_rules_stay_even_over_many_rounds_until_all_has_been_asked() -> None:
    kaarten: dict[str, Kaart] = {}
    gehad: dict[str, int] = {}
    for nr in range(len(NL) // RONDE):
        for opgave in sort(NL, kaarten, NU).take():
            assert opgave.id not in kaarten
            kaarten[opgave.id] = kaart(opgave, Afloop.GOED, 30)
            gehad[opgave.regel] = gehad.get(opgave.regel, 0) + 1
        if nr < 7:  # afterwards some rules have none left
            assert max(gehad.values()) - min(gehad.values()) <= 2
    assert len(kaarten) == len(NL) // RONDE * RONDE


def test_what_is_due_comes_before_what_is_new_and_what_went_wrong_first_of_all() -> None:
    goed, fout, later, *_rest = HERKEN
    kaarten = {
        goed.id: kaart(goed, Afloop.GOED, -9),
        fout.id: kaart(fout, Afloop.FOUT, 0),
        later.id: kaart(later, Afloop.FOUT, 1),
    }
    stapels = sort(NL, kaarten, NU)
    assert stapels.take()[:2] == (fout, goed)
    assert stapels.take()[2] in stapels.nieuw
    assert later not in stapels.take()
    assert stapels.waiting == len(NL) - 1


def test_when_nothing_is_due_or_new_what_is_due_soonest_comes() -> None:
    kaarten = {o.id: kaart(o, Afloop.GOED, nr + 1) for nr, o in enumerate(NL)}
    stapels = sort(NL, kaarten, NU)
    assert stapels.waiting == 0
    assert stapels.take() == NL[:RONDE]
    assert sort((), {}, NU).take() == ()


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_round_holds_no_more_than_ten_and_nothing_twice(data: st.DataObject) -> None:
    bekend = data.draw(st.lists(st.sampled_from(NL), unique_by=lambda o: o.id, max_size=40))
    kaarten = {
        o.id: kaart(o, data.draw(st.sampled_from(Afloop)), data.draw(st.integers(min_value=-5, max_value=5)))
        for o in bekend
    }
    ronde = sort(NL, kaarten, NU).take()
    assert 0 < len(ronde) <= RONDE
    assert len({o.id for o in ronde}) == len(ronde)
    assert all(o.id not in kaarten or kaarten[o.id].is_due(NU) for o in ronde)
    assert sort(NL, kaarten, NU).take() == ronde


# presenting


@pytest.mark.parametrize("keer", range(4))
def test_four_options_two_broken_and_two_kept_and_one_of_them_is_right(keer: int) -> None:
    for opgave in HERKEN:
        opties = options(opgave, keer)
        assert {o.regel for o in opties} == {opgave.regel, *opgave.niet}
        assert sum(o.gebroken for o in opties) == 2
        assert Optie(opgave.regel, opgave.gebroken) in opties


def test_the_order_of_the_options_tells_nothing_and_changes_with_each_time() -> None:
    plekken = [options(o, 0).index(Optie(o.regel, o.gebroken)) for o in HERKEN]
    assert all(len(HERKEN) // 8 < plekken.count(plek) for plek in range(4))
    anders = sum(options(o, 0) != options(o, 1) for o in HERKEN)
    assert anders > len(HERKEN) * 0.8
    assert options(HERKEN[0], 2) == options(HERKEN[0], 2)


# a round


@given(goed=st.lists(st.booleans(), min_size=VERTONINGEN * RONDE, max_size=VERTONINGEN * RONDE))
@settings(max_examples=60, deadline=None)  # the first sentence that is checked loads the word lists
def test_a_round_ends_and_what_went_wrong_comes_back_in_it_after_others(goed: list[bool]) -> None:
    opgaven = sort(NL, {}, NU).take()
    ronde = Ronde(opgaven, {})
    gevraagd: list[str] = []
    fout_op: dict[str, int] = {}
    for antwoord in goed:
        nu = ronde.now
        if nu is None:
            break
        if gevraagd and gevraagd[-1] == nu.id:
            assert ronde.left == 0
        if nu.id in fout_op:
            # others came before it, unless no others were left
            ertussen = len(gevraagd) - fout_op[nu.id] - 1
            assert ertussen >= min(TERUG_NA, 1) or ronde.left == 0
            assert ertussen >= TERUG_NA or ronde.left < TERUG_NA
        fout_op.pop(nu.id, None)
        if not antwoord:
            fout_op[nu.id] = len(gevraagd)
        gevraagd.append(nu.id)
        answer(ronde, goed=antwoord)
    assert ronde.now is None
    assert ronde.done == len(opgaven)
    assert all(1 <= gevraagd.count(o.id) <= VERTONINGEN for o in opgaven)


@given(goed=st.lists(st.booleans(), min_size=RONDE, max_size=RONDE))
@settings(max_examples=40)
def test_an_item_counts_as_it_went_the_first_time(goed: list[bool]) -> None:
    opgaven = HERKEN[::9][:RONDE]
    ronde = Ronde(opgaven, {})
    eerste = dict(zip((o.id for o in opgaven), goed, strict=False))
    gezien: set[str] = set()
    while (nu := ronde.now) is not None:
        answer(ronde, goed=eerste[nu.id] if nu.id not in gezien else True)
        gezien.add(nu.id)
    assert {id: afloop is Afloop.GOED for id, afloop in ronde.afloop.items()} == eerste
    assert ronde.right == sum(eerste.values())
    fout = {o.regel for o in opgaven if not eerste[o.id]}
    assert set(ronde.rules_to_practise()) == fout


def test_a_wrong_answer_is_told_once_to_the_archive_and_its_return_is_not() -> None:
    een, twee = HERKEN[:2]
    ronde = Ronde([een, twee], {})
    assert ronde.choose(place(ronde, goed=False)).afloop is Afloop.FOUT
    assert ronde.choose(place(ronde, goed=True)).afloop is Afloop.GOED
    assert ronde.now == een
    assert ronde.comes_again
    terug = ronde.choose(place(ronde, goed=True))
    assert terug.goed
    assert terug.afloop is None
    assert ronde.now is None
    assert ronde.left == 0


def test_what_is_skipped_does_not_count() -> None:
    ronde = Ronde(HERKEN[:2], {})
    assert ronde.skip() is None
    assert ronde.now == HERKEN[1]
    assert ronde.done == 0
    assert ronde.skip() is None
    assert ronde.now is None


def test_an_option_that_is_not_there_changes_nothing() -> None:
    ronde = Ronde(HERKEN[:1], {})
    with pytest.raises(IndexError):
        ronde.choose(7)
    assert ronde.now == HERKEN[0]


# rewriting


def test_a_good_sentence_is_right_at_once() -> None:
    ronde = Ronde([WAAROM], {})
    uitslag = ronde.rewrite(BETER)
    assert uitslag.goed
    assert uitslag.af
    assert uitslag.afloop is Afloop.GOED


@pytest.mark.parametrize(
    ("tekst", "mis"),
    [
        ("", "leeg"),
        (" ?! ", "leeg"),
        ("Waarom liep je weg?", "breekt"),
        ("waarom  liep je WEG", "breekt"),
        ("Hoezo ging je daar dan weg?", "breekt"),
        ("Oké.", "vraagt_niet"),
        ("Je liep weg.", "vraagt_niet"),
        (BETER, ""),
        ("Je liep weg, zei je. Vertel eens wat er gebeurde.", ""),
    ],
)
def test_a_sentence_must_break_nothing_and_ask_something(tekst: str, mis: str) -> None:
    assert judge(WAAROM, tekst).mis == mis


def test_the_same_sentence_is_never_right() -> None:
    vraag = WAAROM.model_copy(update={"uiting": BETER})
    assert judge(vraag, f"  {BETER.upper()}").mis == "zelfde"


def test_it_may_be_tried_again_and_then_counts_as_harder() -> None:
    ronde = Ronde([WAAROM], {})
    eerste = ronde.rewrite("Waarom dan?")
    assert (eerste.goed, eerste.af, eerste.over, eerste.afloop) == (False, False, POGINGEN - 1, None)
    assert ronde.now == WAAROM
    tweede = ronde.rewrite(BETER)
    assert (tweede.goed, tweede.af, tweede.afloop) == (True, True, Afloop.NOG_EENS)
    assert ronde.right == 1


def test_after_the_last_try_it_is_done_and_comes_back() -> None:
    ronde = Ronde([WAAROM], {})
    uitslagen = [ronde.rewrite("Waarom dan?") for _keer in range(POGINGEN)]
    assert [u.af for u in uitslagen] == [False] * (POGINGEN - 1) + [True]
    assert uitslagen[-1].afloop is Afloop.FOUT
    assert uitslagen[-1].terug
    assert ronde.now == WAAROM


def test_an_empty_line_is_no_try() -> None:
    ronde = Ronde([WAAROM], {})
    for _keer in range(POGINGEN + 1):
        assert ronde.rewrite("").over == POGINGEN
    assert ronde.rewrite(BETER).afloop is Afloop.GOED


def test_skipping_after_a_try_counts_as_not_found_and_without_one_does_not_count() -> None:
    ronde = Ronde([WAAROM], {})
    ronde.rewrite("Waarom dan?")
    uitslag = ronde.skip()
    assert uitslag is not None
    assert uitslag.afloop is Afloop.FOUT
    assert Ronde([WAAROM], {}).skip() is None
