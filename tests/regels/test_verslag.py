"""The report on a whole conversation: what was kept and broken, and where; never a grade."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.archief import Archief
from gesprek.cli.archief import whole
from gesprek.model import Taal
from gesprek.regels.oordeel import REGELNAMEN, Regelnaam
from gesprek.regels.verslag import Verslag, Wat
from gesprek.regels.verslag.nalezen import read_report
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_text
from gesprek.regels.verslag.vraagt import Fase
from tests.regels.vast import VERSLAGEN, fixed_toets
from tests.tui.toneel import begin, lead


@pytest.fixture
def vast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Verdicts on single utterances that do not hang on word lists."""
    monkeypatch.setattr("gesprek.regels.verslag.lezing.toets", fixed_toets)


def report(tekst: str, taal: Taal = "nl") -> Verslag:
    """Return the report on a conversation."""
    return build(read_text(tekst, "x.txt"), taal)


def shown(verslag: Verslag, regel: Regelnaam, soort: str = "gebroken") -> list[tuple[int, Wat, str]]:
    """Return what was found for a rule, as (line, what, quote)."""
    return [(verslag.turn(b.beurt).van_regel, b.wat, verslag.quote(b)) for b in getattr(verslag.rule(regel), soort)]


# whole conversations, with the real rules


def test_a_good_conversation_keeps_all_ten_and_reaches_all_four_phases() -> None:
    verslag = read_report(VERSLAGEN / "goed.txt", "nl")
    assert [r.regel for r in verslag.regels] == list(REGELNAMEN)
    assert {r.uitspraak for r in verslag.regels} == {"gehouden"}
    assert [verslag.turn(f.beurt).van_regel for f in verslag.fasen if f.beurt] == [4, 24, 42, 48]
    assert verslag.kernwoord.woord == "Erbij blijven"
    assert verslag.kernwoord.van_leerling
    assert verslag.kernwoord.vooruit == 39
    assert all(deel.beurt for deel in verslag.klein_verhaal)
    assert verslag.sterk is not None
    assert verslag.oefenen is None


def test_a_stiff_conversation_shows_what_went_wrong_and_where() -> None:
    verslag = read_report(VERSLAGEN / "stroef.txt", "nl")
    assert {line for line, _wat, _citaat in shown(verslag, "geen-waarom")} == {13, 23}
    assert {11, 21} <= {line for line, _wat, _citaat in shown(verslag, "nivea")}
    assert {7, 25} <= {line for line, _wat, _citaat in shown(verslag, "met-niet-tegen")}
    assert shown(verslag, "recente-ervaring")[0] == (1, "te_vroeg_vooruit", "Wat wil je later worden?")
    assert (10, "vervangen", "eng") in shown(verslag, "emotiewoorden")
    assert (21, "woord_gegeven", "Ik zou dat structuur noemen.") in shown(verslag, "kernwoord")
    assert [f.beurt for f in verslag.fasen[1:]] == [None, None, None]
    assert verslag.spreektijd.procent > 70
    assert verslag.verbeterd == (12,)
    assert verslag.oefenen is not None
    assert verslag.oefenen.probeer


def test_what_is_asked_in_a_row_about_feeling_is_seen() -> None:
    assert read_report(VERSLAGEN / "stroef.txt", "nl").gevoelsreeksen == ((15, 17, 19),)
    assert read_report(VERSLAGEN / "english.txt", "en").gevoelsreeksen == ((11, 13),)
    assert read_report(VERSLAGEN / "goed.txt", "nl").gevoelsreeksen == ()


def test_english_is_heard_too() -> None:
    verslag = read_report(VERSLAGEN / "english.txt", "en")
    assert (9, "waarom") in [(line, wat) for line, wat, _citaat in shown(verslag, "geen-waarom")]
    assert verslag.kernwoord.woord == "Lighter"
    assert verslag.kernwoord.vooruit is not None
    assert all(f.beurt for f in verslag.fasen)
    assert verslag.lijkt is None
    assert read_report(VERSLAGEN / "english.txt", "nl").lijkt == "en"


def test_our_own_program_keeps_the_rules_in_a_conversation_of_its_own(
    archief: Archief, klok: Callable[[], datetime], tmp_path: Path
) -> None:
    import json

    sessie = lead(begin(archief, klok))
    pad = tmp_path / "gesprek.json"
    pad.write_text(json.dumps(whole(sessie)), encoding="utf-8")
    verslag = read_report(pad, "en")
    assert verslag.taal == "nl"
    assert {s.kant for s in verslag.gesprek.sprekers} == {"mentor", "leerling"}
    assert all(f.beurt for f in verslag.fasen)
    assert verslag.kernwoord.woord == "vertellen"
    assert [regel.regel for regel in verslag.regels if regel.gebroken and regel.regel == "geen-waarom"] == []


# feeling words


def feelings(tekst: str) -> list[tuple[str, str]]:
    return [(g.woord, g.afloop) for g in report(tekst).gevoelswoorden]


BEGIN = "M: Vertel eens over één dag.\n"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("L: Ik was op stage en ik was zo trots.\nM: Je zei ‘trots’. Wat gebeurde er?", [("trots", "opgepakt")]),
        ("L: Ik was trots op mijn werk.\nM: Waar was je?\nL: Daar.\nM: Trots?", [("trots", "opgepakt")]),
        (
            "L: Ik was trots op mijn werk.\nM: Waar was je?\nL: Daar.\nM: En toen?\nL: Ja.\nM: Trots?",
            [("trots", "gemist")],
        ),
        ("L: Ik was niet bang in de klas.\nM: Waar was je?", []),
        ("L: De klant was boos op mij.\nM: Waar was je?", []),
        (
            "L: Ik baalde en ik was bang in die kamer.\nM: Bang. Wat gebeurde er?",
            [("baalde", "naast"), ("bang", "opgepakt")],
        ),
        ("L: Ik baalde in die klas.\nM: Dus je was woedend.", [("baalde", "vervangen")]),
        ("L: Ik was bang in die kamer.", [("bang", "buiten")]),
        ("L: Wel leuk.\nM: Waar was je?\nL: Ik hielp een man in de winkel.\nM: En toen?", [("leuk", "buiten")]),
    ],
)
def test_a_feeling_word_is_said_back_or_missed(tekst: str, verwacht: list[tuple[str, str]]) -> None:
    assert feelings(BEGIN + tekst) == verwacht


# rules over several turns


@pytest.mark.usefixtures("vast")
def test_four_questions_about_facts_without_a_mirror_are_an_interrogation() -> None:
    vragen = ["Waar was je?", "Wie waren erbij?", "Wat deed je?", "Wat zei je baas?"]
    antwoorden = ["In de keuken.", "Mijn baas.", "Ik sneed de uien.", "Dat het goed was."]
    tekst = BEGIN + "L: Vorige week werkte ik in de keuken.\n"
    beurten = "".join(f"M: {v}\nL: {a}\n" for v, a in zip(vragen, antwoorden, strict=True))
    assert ("kruisverhoor", "Wat zei je baas?") in [
        (wat, citaat) for _line, wat, citaat in shown(report(tekst + beurten), "verdiep")
    ]
    met_spiegel = beurten.replace("M: Wat deed je?", "M: ‘Mijn baas’, zeg je. Wat deed je?")
    assert shown(report(tekst + met_spiegel), "verdiep") == []


@pytest.mark.usefixtures("vast")
def test_looking_ahead_without_a_second_story_or_a_word_is_seen() -> None:
    tekst = BEGIN + "L: Vorige week hielp ik een man in de winkel.\nM: Welke studie wil je doen?\nL: Zorg."
    verslag = report(tekst)
    assert [wat for _line, wat, _citaat in shown(verslag, "verbreed")] == ["niet_verbreed"]
    assert [wat for _line, wat, _citaat in shown(verslag, "kernwoord")] == ["woord_niet_gevraagd"]


@pytest.mark.usefixtures("vast")
@pytest.mark.parametrize(
    ("vraag", "kijkt"),
    [
        ("Kijk eens door ‘rust’ naar later. Wat wil je uitproberen?", True),
        ("Jouw woord is rust. Welke studie past daarbij?", True),
        ("Rust? Mooi. Welke studie wil je doen?", False),
        ("Welke studie wil je doen?", False),
    ],
)
def test_the_future_is_looked_at_through_the_word_or_not(vraag: str, kijkt: bool) -> None:
    tekst = BEGIN + f"L: Vorige week hielp ik een man.\nM: Welk woord zou je dat geven?\nL: Rust.\nM: {vraag}\nL: Zorg."
    verslag = report(tekst)
    assert (verslag.kernwoord.vooruit is not None) is kijkt
    assert ("woord_losgelaten" in [wat for _line, wat, _citaat in shown(verslag, "kernwoord")]) is not kijkt


@pytest.mark.usefixtures("vast")
def test_a_word_that_the_mentor_said_first_is_not_the_students() -> None:
    tekst = (
        BEGIN
        + "L: Ik hielp een man.\nM: Dat heeft met rust te maken.\nL: O.\nM: Welk woord zou je dat geven?\nL: Rust."
    )
    assert report(tekst).kernwoord.van_leerling is False


@pytest.mark.usefixtures("vast")
def test_an_early_question_about_later_begins_no_phase() -> None:
    tekst = (
        "M: Wat wil je later worden?\nL: Weet ik niet.\nM: Vertel eens over één dag.\nL: Ik hielp gisteren een man.\n"
    )
    begin_: dict[Fase, int | None] = {f.fase: f.beurt for f in report(tekst).fasen}
    assert begin_["vooruitkijken"] is None
    assert {f.fase: f.beurt for f in report(tekst + "M: Welke studie wil je doen?").fasen}["vooruitkijken"] == 5


# distress


ZORG = (
    "M: Vertel eens over je week. Wat bleef hangen?\nL: Ik wil eigenlijk dood, ik ben zo bang.\n"
    "M: Je moet nu met iemand praten. Waarom zei je dat niet eerder?\nL: Weet ik niet.\nM: Waarom dacht je dat?\n"
)


def test_of_a_sign_of_distress_nothing_is_derived_and_the_answer_to_it_is_not_judged() -> None:
    verslag = report(ZORG)
    assert verslag.zorg == (2,)
    assert verslag.gevoelswoorden == ()
    assert verslag.spreektijd.leerling == 3
    assert [line for line, _wat, _citaat in shown(verslag, "geen-waarom")] == [5]
    assert shown(verslag, "met-niet-tegen") == []
    assert [t.rust for t in verslag.tijdlijn] == [False, True, False]
    assert verslag.next_of_student(1) is None


# whatever is written out


_BEURTEN = st.lists(
    st.tuples(
        st.sampled_from(["M", "L"]),
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60),
            st.sampled_from(
                [
                    "Waarom deed je dat?",
                    "Hoe voelde dat?",
                    "Ik was zo trots, echt.",
                    "Nee, niet boos.",
                    "Welk woord zou je dat geven?",
                    "Rust.",
                    "Wat wil je later worden?",
                    "Ik wil dood.",
                    "Je zei ‘trots’. Waar was je?",
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=60, deadline=None)
@given(_BEURTEN)
def test_every_quote_is_in_the_conversation_and_none_is_of_distress(beurten: list[tuple[str, str]]) -> None:
    tekst = "M: Hoi?\n" + "\n".join(f"{wie}: {wat}" for wie, wat in beurten)
    verslag = report(tekst)
    for regel in verslag.regels:
        for bewijs in (*regel.gehouden, *regel.gebroken, *regel.twijfel):
            beurt = verslag.turn(bewijs.beurt)
            assert 0 <= bewijs.van < bewijs.tot <= len(beurt.tekst)
            assert bewijs.beurt not in verslag.zorg
            assert verslag.quote(bewijs) in tekst
    assert all(verslag.turn(t.beurt).kant == "mentor" for t in verslag.tijdlijn)
    for nadruk in (verslag.sterk, verslag.oefenen):
        assert nadruk is None or nadruk.bewijs.beurt not in verslag.zorg
