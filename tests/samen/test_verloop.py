"""A conversation of two goes forward: what was reached counts, not what was asked."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gesprek.bron import Bron, load_bron
from gesprek.model import Soort, Spreker
from gesprek.samen.kaarten import cards
from gesprek.samen.verloop import Samenverloop
from tests.samen.toneel import ERVARING, KLEIN_VERHAAL, REFLECTIE, TIJD, ask, moment, new, tell

BRON = load_bron("loopbaangesprek")
KERNWOORD = (*KLEIN_VERHAAL, *REFLECTIE, "Dat degene die het ziet niet gehoord wordt.")


def stap(verloop: Samenverloop) -> str:
    return verloop.stand.stap.partition(".")[2]


def open_id(verloop: Samenverloop) -> str:
    assert verloop.now is not None
    return verloop.now.vraag


def test_only_what_was_asked_is_kept(bron: Bron) -> None:
    verloop = new(bron)
    assert [b.soort for b in verloop.beurten] == [Soort.REACTIE]
    tell(verloop, ERVARING)
    assert [(b.spreker, b.soort) for b in verloop.beurten[1:]] == [
        (Spreker.MENTOR, Soort.VRAAG),
        (Spreker.LEERLING, Soort.ANTWOORD),
    ]


def test_a_card_reads_as_the_source_has_it(bron: Bron) -> None:
    for vraag in bron.bank.vragen.values():
        if vraag.onderdeel and "samen" in vraag.letterlijk_in:
            assert new(bron).card_text(vraag.id) == vraag.tekst.nl


def test_a_card_out_of_its_step_moves_nothing(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING)
    hier = stap(verloop), open_id(verloop)
    verloop.ask("bijlage2.26", TIJD)  # the next step, while there is no story yet
    tell(verloop, "Meelopen bij de wijkzorg.")
    assert (stap(verloop), open_id(verloop)) == hier
    assert "stap" not in verloop.verhaal.slots


def test_what_was_reached_out_of_turn_is_not_asked_again(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING)
    verloop.ask("bijlage2.7", TIJD)
    tell(verloop, "Ik zei dat mevrouw niet had gegeten en Anke praatte er doorheen.")
    tell(verloop, "In de teamkamer.", "Vijf verpleegkundigen en ik.")
    assert stap(verloop) == "klein_verhaal"
    assert [r.vraag for r in verloop.regels if r.soort.asks and "2.7" in r.vraag] == ["bijlage2.7"]


def test_a_question_in_own_words_stands_in_the_place_of_the_one_that_lay_ready(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Waar was je toen?")
    assert open_id(verloop) == "eigen.plek"
    tell(verloop, "In de teamkamer.")
    assert verloop.verhaal.slots["plek"][-1].citaat.tekst == "In de teamkamer."


def test_a_typed_question_of_the_source_is_that_question(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "wat was je rol op dat moment")
    assert open_id(verloop) == "bijlage2.5"


def test_a_why_question_is_asked_and_fills_nothing(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Waarom was je daar alleen?")
    voor = dict(verloop.verhaal.slots)
    tell(verloop, "Gewoon, dat ging zo.")
    assert {s: i for s, i in verloop.verhaal.slots.items() if s != "emotie"} == {
        s: i for s, i in voor.items() if s != "emotie"
    }
    assert verloop.beurten[-2].tekst == "Waarom was je daar alleen?"


def test_a_statement_asks_nothing_and_a_no_is_about_it(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING)
    vraag = open_id(verloop)
    ask(verloop, "Jij was boos.")
    tell(verloop, "nee, niet boos")
    assert open_id(verloop) == vraag
    assert "plek" not in verloop.verhaal.slots


def test_more_to_the_question_before_leaves_the_one_of_now(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL[:2])
    vraag = open_id(verloop)
    verloop.add("Er stond een lange tafel.", TIJD)
    assert open_id(verloop) == vraag
    assert [i.citaat.tekst for i in verloop.verhaal.slots["plek"]][-1] == "Er stond een lange tafel."


def test_the_mentor_sees_something_only_after_the_student_named_a_quality(bron: Bron) -> None:
    verloop = tell(new(bron), *KLEIN_VERHAAL)
    assert verloop.observe("Ik zag dat je rustig bleef.", TIJD).beurten == ()
    tell(verloop, *REFLECTIE[:4])
    (beurt,) = verloop.observe("Ik zag dat je rustig bleef.", TIJD).beurten
    assert (beurt.spreker, beurt.soort) == (Spreker.MENTOR, Soort.WAARNEMING)
    assert "rustig" not in str(verloop.verhaal.slots)


def test_the_students_words_are_offered_only_when_the_mentor_asks_for_them(bron: Bron) -> None:
    verloop = tell(new(bron), *KERNWOORD, "weet ik niet", "weet ik niet")
    while stap(verloop) != "kernwoord":
        verloop.skip(TIJD)
    tell(verloop, "weet niet")
    assert verloop.now is not None
    assert (open_id(verloop), verloop.now.opties) == ("vervolg.kernwoord_lichter", ())
    verloop.ask("vervolg.kernwoord_lichter", TIJD)
    assert verloop.now.opties == ()  # asking the question is not asking for the words
    verloop.offer_words(TIJD)
    gezegd = " ".join(verloop.said).casefold()
    assert verloop.now.opties
    assert all(optie.tekst.casefold() in gezegd for optie in verloop.now.opties)


def test_back_takes_an_unanswered_question_first_and_then_the_answer(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING)
    vraag = open_id(verloop)
    verloop.ask(cards(verloop)[-1].id, TIJD)
    verloop.back(TIJD)
    assert (open_id(verloop), verloop.gevraagd) == (vraag, False)
    verloop.back(TIJD)
    assert verloop.now is not None
    assert verloop.now.vult == ("ervaring",)
    assert verloop.gevraagd  # it was read out once already
    verloop.back(TIJD)
    assert not verloop.can_go_back


def test_struck_words_are_gone_from_the_lines_of_the_mentor_that_quote_them(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING, "In de teamkamer bij Anke thuis.")
    nr = verloop.beurten[-1].nr
    ask(verloop, "Je zei 'bij Anke thuis'. Wie was daar?")
    ask(verloop, "Ik hoor in de teamkamer bij Anke thuis, klopt dat?")
    opnieuw, geschrapt = verloop.strike(nr)
    assert len(geschrapt) == 3
    assert "Anke" not in "".join([*(b.tekst for b in opnieuw.beurten), *(r.tekst for r in opnieuw.regels)])
    tell(opnieuw, "Vijf verpleegkundigen.")
    assert opnieuw.beurten[-1].tekst == "Vijf verpleegkundigen."


def test_a_line_of_the_mentor_can_be_struck_and_what_the_program_says_cannot(bron: Bron) -> None:
    verloop = ask(tell(new(bron), ERVARING), "Waar was je toen?")
    nr = verloop.beurten[-1].nr
    opnieuw, _geschrapt = verloop.strike(nr)
    assert open_id(opnieuw) == "eigen.plek"  # it was asked, whatever its words were
    with pytest.raises(ValueError, match="0"):
        opnieuw.strike(0)


def test_distress_stops_the_talk_and_speaks_to_both(bron: Bron) -> None:
    verloop = tell(new(bron), ERVARING, "ik wil dood")
    assert verloop.now is not None
    assert verloop.now.soort == "zorg"
    assert "mentor, volg de afspraken van school" in verloop.now.tekst
    assert ask(verloop, "Waar was je?").now.soort == "zorg"  # type: ignore[union-attr]
    assert "dood" not in str(verloop.beurten)


def test_the_student_ticks_what_goes_along_and_nothing_else_does(bron: Bron) -> None:
    verloop = tell(new(bron), *KERNWOORD)
    while stap(verloop) != "teruglezen":
        verloop.skip(TIJD)
    assert verloop.now is not None
    ids = [optie.id for optie in verloop.now.opties]
    assert {"klein_verhaal", "emotie", "kwaliteit", "motief", "rode_draad"} <= set(ids)
    tell(verloop, "dat weet ik niet hoor")
    assert not verloop.klaar  # asked once more
    tell(verloop, f"{ids.index('motief') + 1} en 1")
    assert verloop.klaar
    assert verloop.beurten[-2].tekst == "klein_verhaal, motief"
    assert verloop.verhaal.value("dossier") == "klein_verhaal motief"


ZINNEN = st.sampled_from(
    [
        *KERNWOORD,
        "weet ik niet",
        "ja",
        "nee, anders",
        "8",
        "1",
        "alles",
        "Volgende week vrijdag bel ik mijn tante.",
        "[b]x[/b] \x1b[31m ‮ 👩‍👧",
    ]
)
VRAGEN = st.sampled_from(
    [
        "Waar was je?",
        "Waarom?",
        "Je zei 'irritant'.",
        "Welk woord past daarbij?",
        "Wat wil je later worden?",
        "Hoe warm loop je hiervoor, van 1 tot 10?",
        "Heb je dit eerder gehad?",
    ]
)
STAPPEN = st.one_of(
    st.tuples(st.just("answer"), ZINNEN),
    st.tuples(st.just("answer"), ZINNEN),
    st.tuples(st.just("add"), ZINNEN),
    st.tuples(st.just("say"), VRAGEN),
    st.tuples(st.just("card"), st.integers(0, 8)),
    st.tuples(st.just("observe"), st.just("Ik zag dat je lachte.")),
    st.tuples(st.just("skip"), st.just("")),
    st.tuples(st.just("offer_words"), st.just("")),
    st.tuples(st.just("back"), st.just("")),
    st.tuples(st.just("strike"), st.integers(0, 40)),
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=80, deadline=None)
@given(stappen=st.lists(STAPPEN, max_size=45))
@example(stappen=[("answer", "op stage"), ("answer", "trots"), ("say", "Waar was je?"), ("add", "ok")])
@example(stappen=[("card", 4), ("answer", "in de keuken"), ("card", 4), ("add", "bij opa")])
def test_whatever_two_people_do_it_reads_back_to_the_same_place(
    stappen: list[tuple[str, str | int]],
) -> None:
    bron = BRON
    verloop = new(bron)
    for verb, wat in stappen:
        tijd = moment(len(verloop.beurten))
        kaarten = cards(verloop)
        match verb, wat:
            case "card", int(nr):
                if nr < len(kaarten):
                    verloop.ask(kaarten[nr].id, tijd)
            case "strike", int(nr):
                if nr < len(verloop.beurten) and verloop._may_strike(verloop.beurten[nr]):
                    verloop = verloop.strike(nr)[0]
            case (("skip" | "back" | "offer_words"), _):
                getattr(verloop, verb)(tijd)
            case _, str(tekst):
                getattr(verloop, verb)(tekst, tijd)
        assert verloop.klaar or verloop.now is not None
        assert len(kaarten) <= 9
        assert len({kaart.id for kaart in kaarten}) == len(kaarten)
        assert [b.nr for b in verloop.beurten] == list(range(len(verloop.beurten)))
        for slot in verloop.verhaal.slots.values():
            for invulling in slot:
                c = invulling.citaat
                assert verloop.beurten[c.beurt].tekst[c.van : c.tot] == c.tekst
                assert verloop.beurten[c.beurt].spreker is Spreker.LEERLING
    opnieuw = Samenverloop.replay(bron, verloop.gesprek, verloop.beurten, bewaarplek=verloop.bewaarplek)
    assert opnieuw.stand.stap == verloop.stand.stap
    assert opnieuw.verhaal.slots == verloop.verhaal.slots
    assert [(r.tekst, r.vervallen) for r in opnieuw.regels] == [(r.tekst, r.vervallen) for r in verloop.regels]
    if not verloop.zorg:
        assert opnieuw.gevraagd == verloop.gevraagd
        assert (opnieuw.now and opnieuw.now.vraag) == (verloop.now and verloop.now.vraag)
