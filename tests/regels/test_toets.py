"""One utterance against the rules: what counts as what, and that nothing a person types can break it."""

from __future__ import annotations

import json
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.luisteren import laden
from gesprek.model import TALEN, Taal
from gesprek.regels import CODES, REGEL_VAN, alternative, toets
from gesprek.regels.lijsten import MAP
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.soorten import WOORDEN
from gesprek.regels.uitvoer import check_lines


@pytest.mark.parametrize(
    ("uiting", "schendt"),
    [
        ("Waarom ging je weg?", ("waarom",)),
        ("Ik ben benieuwd waarom je wegging.", ("waarom",)),
        ("Waarom was dat?", ("waarom",)),
        ("Waarom was dat winkeltje dicht?", ()),
        ("Waarom was de winkel dicht?", ()),
        ("Waarom liep je baas weg?", ()),
        ("Wie vroeg er waarom je wegging?", ()),
        ("Je schreef ‘waarom ik’. Wanneer was dat?", ()),
        ("Ja, waarom niet! Vertel.", ()),
        ("Waarom vraag je het niet gewoon aan hem?", ("advies",)),
        ("Je moet het gewoon vragen.", ("advies",)),
        ("Wat moet je nog regelen?", ()),
        ("Je chef zei dat je harder moest werken. Wat deed je toen?", ()),
        ("Probeer het eens bij een bakker.", ("advies",)),
        ("Probeer het je eens voor te stellen: wat zag je?", ()),
        ("Was je boos?", ("invullen", "gesloten")),
        ("Je was boos, hè?", ("invullen",)),
        ("Je was boos?", ("invullen",)),
        ("Was je boos, bang of verdrietig?", ("invullen", "gesloten")),
        ("Je zei ‘boos’. Wat gebeurde er vlak daarvoor?", ()),
        ("Fijn dat je dit vertelt. Wat gebeurde er toen?", ()),
        ("Dat was vast heel moeilijk voor je.", ("invullen",)),
        ("Wat was er moeilijk voor je?", ()),
        ("Ik blijf bij je.", ()),
        ("Ik zal het niet doorvertellen.", ()),
        ("Ik zal hem wel even bellen voor je.", ("advies",)),
        ("Hoe diep zit die boosheid?", ("emotie_graven",)),
        ("Wat gebeurde er vlak voor die boosheid?", ()),
        ("Zit die boosheid in je buik of in je borst?", ("emotie_graven", "gesloten")),
        ("Ging het goed?", ("gesloten",)),
        ("Was er iemand bij?", ()),
        ("Kun je daar iets over vertellen?", ()),
        ("Waar was je, en wie was erbij?", ()),
        ("Hoe was je stage? En wat wil je later worden?", ("meervoudig",)),
    ],
)
def test_structure_counts_more_than_words(uiting: str, schendt: tuple[str, ...]) -> None:
    assert toets(uiting, "nl").schendt == schendt


@pytest.mark.parametrize(
    ("uiting", "schendt"),
    [
        ("Why did you walk away?", ("waarom",)),
        ("Why was the shop closed?", ()),
        ("Why don't you just ask him?", ("advies",)),
        ("You should just ask him.", ("advies",)),
        ("What should you bring tomorrow, according to them?", ()),
        ("Were you angry?", ("invullen", "gesloten")),
        ("You were angry, weren't you?", ("invullen",)),
        ("You said ‘angry’. What happened right before that?", ()),
        ("How deep does that anger go?", ("emotie_graven",)),
        ("Could you tell me what happened?", ()),
        ("How was your placement? And what would you like to become?", ("meervoudig",)),
        ("Just rip the plaster off.", ("advies",)),
        ("It's fine, but be realistic.", ("advies",)),
        ("Skip it if you'd rather not.", ()),
        ("Tell your boss.", ("advies",)),
        ("Tell me.", ()),
        ("Plumbers make good money.", ("advies",)),
        ("The room is ours until four.", ()),
        ("I'd steer well clear of that company.", ("advies",)),
        ("You must feel awful.", ("invullen",)),
        ("You must be there at eight.", ("advies",)),
        ("I can imagine that was nerve-racking.", ("invullen",)),
        ("So what matters to you is being heard.", ("invullen",)),
        ("What have you thought of so far?", ()),
        ("You could take any route. Which one did you take?", ()),
    ],
)
def test_english_is_read_by_its_structure_too(uiting: str, schendt: tuple[str, ...]) -> None:
    assert toets(uiting, "en").schendt == schendt


def test_a_word_of_appreciation_is_no_feeling_of_the_student() -> None:
    assert toets("Mooi. Wat voelde je daarbij?", "nl", ["ik had gewonnen"]).schendt == ()
    assert "invullen" in toets("Trots. Wat voelde je daarbij?", "nl", ["ik had gewonnen"]).schendt


@pytest.mark.parametrize(
    ("taal", "uiting", "eerder"),
    [
        ("nl", "Zenuwachtig. Wat deed je toen?", "ik was best zenuwachtig"),
        ("nl", "Je schaamde je. Wie waren erbij?", "ik schaamde me dood"),
        ("nl", "Wat gebeurde er toen je zo baalde?", "ik baalde enorm"),
        ("en", "You were nervous. What did you do then?", "i was so nervous"),
    ],
)
def test_saying_back_the_students_own_word_is_no_filling_in(taal: Taal, uiting: str, eerder: str) -> None:
    assert "invullen" not in toets(uiting, taal, [eerder]).schendt
    assert "invullen" in toets(uiting, taal, ["het was druk in de winkel"]).schendt


@pytest.mark.parametrize(
    ("taal", "uiting", "eerder"),
    [
        ("nl", "Wat bracht die boosheid op gang?", "ik werd boos"),
        ("nl", "Wat deed je met die jaloezie?", "ik was jaloers op mn zus"),
        ("en", "What brought on that anger?", "I got so angry that day."),
        ("en", "How long did the sadness hang around?", "I was sad when it was over"),
    ],
)
def test_a_feeling_may_come_back_as_another_word_for_it(taal: Taal, uiting: str, eerder: str) -> None:
    assert "invullen" not in toets(uiting, taal, [eerder]).schendt


@pytest.mark.parametrize(
    ("uiting", "schendt"),
    [
        ("Heb jij eigenlijk wel hobby's?", ("gesloten",)),
        ("Stond die vrouw voor of achter de toonbank?", ()),
        ("Was dat op het Marconiplein?", ()),
        ("Je had het over je stage, je noemde het 'druk'. Was het Sanne?", ()),
    ],
)
def test_a_yes_or_no_about_a_fact_is_a_check_and_no_closed_question(uiting: str, schendt: tuple[str, ...]) -> None:
    assert toets(uiting, "nl").schendt == schendt


@pytest.mark.parametrize(
    ("uiting", "schendt"),
    [
        ("Wie was erbij? En die prijs die je won, wat was dat?", ("meervoudig",)),
        ("Leuk, en wat deed je in Parijs? En die hackathon van vorige maand?", ("meervoudig",)),
        ("Hoe ging het op je stage, op school en bij de fanfare?", ("meervoudig",)),
        ("Hoe was het? En de sfeer?", ()),
    ],
)
def test_what_is_only_named_beside_a_question_is_a_second_one(uiting: str, schendt: tuple[str, ...]) -> None:
    assert toets(uiting, "nl").schendt == schendt


@pytest.mark.parametrize(
    ("uiting", "soort"),
    [
        ("Wat deed je?", "open"),
        ("Vertel.", "open"),
        ("ik ben benieuwd hoe dat ging", "open"),
        ("wat deed je toen", "open"),
        ("was je alleen", "gesloten"),
        ("Je was daar alleen?", "gesloten"),
        ("Je was daar alleen, toch?", "gesloten"),
        ("Was het dinsdag of woensdag?", "keuze"),
        ("Wat deed je? En wat deed zij?", "meervoudig"),
        ("wat deed je en wat deed zij", "meervoudig"),
        ("Dank je wel.", "geen"),
        ("Toen je binnenkwam, zag je hem staan.", "geen"),
        ("Ze vroeg: waarom doe je dat.", "geen"),
        ("", "geen"),
        ("...", "geen"),
    ],
)
def test_the_kind_of_question_is_its_form(uiting: str, soort: str) -> None:
    assert toets(uiting, "nl").vraagsoort == soort


def test_a_long_turn_without_a_question_is_a_monologue_and_a_rhetorical_opener_does_not_help() -> None:
    lang = "Op deze school beginnen we in september met de eerste gesprekken en daarna volgt er een tweede ronde. " * 3
    assert "monoloog" in toets(lang, "nl").schendt
    assert "monoloog" in toets(f"Weet je wat het is? {lang}", "nl").schendt
    assert "monoloog" not in toets(f"{lang} Wat heb jij er tot nu toe van gezien?", "nl").schendt


def test_quotes_of_the_student_do_not_make_a_monologue() -> None:
    citaat = "‘ik liep naar binnen en toen stond iedereen daar en niemand zei iets tegen mij de hele tijd’ "
    assert "monoloog" not in toets(f"Dit zei je: {citaat * 3}", "nl").schendt


@pytest.mark.parametrize(
    ("uiting", "regel"),
    [
        ("Welk moment van deze week is blijven hangen? Vertel.", "recente-ervaring"),
        ("Je zei ‘rot’. Wat gebeurde er?", "emotiewoorden"),
        ("Dank je dat je dat zegt. Wie waren erbij?", "waardeer-emotie"),
        ("Wat gebeurde er precies?", "verdiep"),
        ("Heb je zoiets al eens eerder meegemaakt?", "verbreed"),
        ("Welk woord zou jij dit geven?", "kernwoord"),
        ("En toen?", "luister-leeg"),
        ("Wat zegt dat over wat jij belangrijk vindt?", "geen-waarom"),
        ("Je zei ‘niet eerlijk’. Heb ik dat goed?", "nivea"),
        ("Je noemde ‘de stilte’. Vertel daar eens over.", "met-niet-tegen"),
    ],
)
def test_each_of_the_ten_rules_can_be_kept(uiting: str, regel: str) -> None:
    oordeel = toets(uiting, "nl")
    assert regel in oordeel.houdt
    assert not oordeel.schendt


def test_the_four_verdicts_on_a_rule() -> None:
    assert toets("Waarom ging je weg?", "nl").verdict("geen-waarom") == "gebroken"
    assert toets("Wat maakte dat je wegging?", "nl").verdict("geen-waarom") == "twijfel"
    assert toets("Wat was er belangrijk voor jou?", "nl").verdict("geen-waarom") == "gehouden"
    assert toets("Dank je wel.", "nl").verdict("geen-waarom") == "nvt"


NOOD = "soms wil ik gewoon dood"


@pytest.mark.parametrize(
    ("uiting", "taal", "eerder"),
    [
        ("je kunt de Kindertelefoon bellen: 0800-0432", "nl", []),
        ("Bel 112 als je nu in gevaar bent.", "nl", []),
        ("Je kunt dag en nacht chatten met 113.", "nl", []),
        ("Ga hiermee naar je huisarts, of praat met de vertrouwenspersoon.", "nl", [NOOD, "ja", "weet ik niet"]),
        ("You can call Childline on 0800 1111, any time.", "en", []),
        ("If you are in danger, call 112.", "en", []),
        ("You should talk to your doctor about this.", "en", ["i want to die"]),
    ],
)
def test_showing_a_student_in_distress_the_way_to_help_is_no_advice(uiting: str, taal: Taal, eerder: list[str]) -> None:
    assert "advies" not in toets(uiting, taal, eerder).schendt


@pytest.mark.parametrize(
    ("uiting", "taal"),
    [
        ("Je moet naar de huisarts gaan.", "nl"),
        ("Praat erover met je mentor.", "nl"),
        ("Je moet naar lokaal 113 gaan.", "nl"),
        ("Bel 112, en je moet je diploma halen. Zoek maar een bijbaan.", "nl"),
        ("You should talk to your mentor about your subjects.", "en"),
    ],
)
def test_what_is_said_without_distress_is_advice_like_any_other(uiting: str, taal: Taal) -> None:
    assert "advies" in toets(uiting, taal).schendt


@pytest.mark.parametrize(
    ("uiting", "taal"),
    [("Waarom ging je weg?", "nl"), ("Was het leuk of saai?", "nl"), ("Why was that?", "en")],
)
def test_a_question_that_breaks_a_rule_is_no_listening_from_not_knowing(uiting: str, taal: Taal) -> None:
    oordeel = toets(uiting, taal)
    assert oordeel.schendt
    assert "luister-leeg" not in oordeel.houdt


STUKJES = (
    *(
        "waarom",
        "je",
        "moet",
        "was",
        "boos",
        "?",
        "!",
        ".",
        ",",
        "‘",
        "’",
        '"',
        "'",
        ":",
        "of",
        "en",
        "niet",
        "zei",
        "hoe",
    ),
    *(
        "diep",
        "why",
        "you",
        "should",
        "or",
        "[b]",
        "\x1b[31m",
        "😀",
        "א",
        "vertel",
        "ik",
        "ben",
        "benieuwd",
        "toch",
        "hè",
    ),
)


@pytest.mark.parametrize("taal", TALEN)
@settings(max_examples=150, deadline=None)
@given(
    tekst=st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from(STUKJES), max_size=40).map(" ".join),
    ),
    eerder=st.lists(st.text(max_size=40), max_size=2),
)
def test_whatever_is_typed_gives_a_verdict_with_pieces_that_are_there(
    taal: Taal, tekst: str, eerder: list[str]
) -> None:
    oordeel = toets(tekst, taal, eerder)
    assert len(oordeel.opmerkingen) <= 2
    assert [CODES.index(o.code) for o in oordeel.opmerkingen] == sorted(
        CODES.index(o.code) for o in oordeel.opmerkingen
    )
    stukken = [(o.van, o.tot) for o in (*oordeel.opmerkingen, *oordeel.twijfel)]
    stukken += [(g.van, g.tot) for g in oordeel.gehouden]
    assert all(0 <= van < tot <= len(tekst) for van, tot in stukken)
    assert not {REGEL_VAN[code] for code in oordeel.schendt} & set(oordeel.houdt)
    assert oordeel == toets(tekst, taal, eerder)


def test_a_megabyte_is_judged_in_reasonable_time() -> None:
    assert "monoloog" in toets("en toen ging ik verder met mijn verhaal over vroeger " * 20_000, "nl").schendt


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("code", CODES)
def test_every_alternative_keeps_the_rules(taal: Taal, code: str) -> None:
    from vragen.regels import load_regels

    for anders in load_regels().schending(code).probeer:
        zin = anders.in_taal(taal).replace("{woord}", "rot" if taal == "nl" else "rotten")
        assert (
            toets(zin.replace("{eerste_vraag}", "Wat deed je?" if taal == "nl" else "What did you do?"), taal).schendt
            == ()
        )


def test_the_alternative_takes_up_the_students_word() -> None:
    eerder = ["toen de klant begon te schelden baalde ik echt"]
    uiting = "Waarom zei je niks?"
    assert "baalde" in alternative(uiting, toets(uiting, "nl", eerder), "nl", eerder)


def test_of_several_questions_the_first_is_kept() -> None:
    uiting = "Hoe was je stage, en wat wil je later worden?"
    assert alternative(uiting, toets(uiting, "nl"), "nl") == "Hoe was je stage?"


def test_a_line_in_is_an_object_out() -> None:
    invoer = "Waarom ging je weg?\n\nVertel.\n  M: Je moet gewoon bellen.\nL: ik was zo bang\nBang. Wat gebeurde er?\n"
    uit = StringIO()
    check_lines(BytesIO(invoer.encode()), uit, "nl", as_json=True)
    gelezen = [json.loads(regel) for regel in uit.getvalue().splitlines()]
    assert [g["schendt"] for g in gelezen] == [["waarom"], [], [], ["advies"], [], []]
    assert gelezen[0]["vraagsoort"] == "open"
    uitleg = gelezen[0]["uitleg"][0]
    assert (uitleg["code"], uitleg["van"], uitleg["tot"]) == ("waarom", 0, 6)
    assert uitleg["tekst"]
    assert uitleg["probeer"]
    regel = invoer.splitlines()[3]
    assert regel[gelezen[3]["uitleg"][0]["van"] : gelezen[3]["uitleg"][0]["tot"]].startswith("moet")


def test_bytes_that_are_no_text_are_read_all_the_same() -> None:
    uit = StringIO()
    check_lines(BytesIO(b"Waarom \xff\xfe ging je weg?\r\n\x00\n"), uit, "nl", as_json=True)
    assert [json.loads(regel)["schendt"] for regel in uit.getvalue().splitlines()] == [["waarom"], []]


@pytest.mark.parametrize("taal", TALEN)
def test_a_kind_of_single_words_is_only_asked_about(taal: Taal) -> None:
    """Kinds in WOORDEN are not looked for, so a phrase of several words among them would never be found."""
    for pad in sorted((MAP / taal).glob("*.tsv")):
        for nr, (zin, soort, _waarde, _noot) in laden.rows(pad) if pad.stem != "gelijk" else []:
            if soort in WOORDEN:
                assert not [vorm for vorm in zin.split(" | ") if " " in vorm], f"{pad.name}:{nr}"


def test_taking_apart_costs_no_more_a_word_in_a_long_text() -> None:
    o = Ontleding("Wat deed je toen? " * 500, "nl")
    assert len(o.vragen) == 500
