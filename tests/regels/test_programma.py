"""The program keeps the ten rules itself: everything that it can say goes through the checker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

import flows
from gesprek.inlezen import Inleesfout
from gesprek.model import TALEN, Taal
from gesprek.regels import CODES
from gesprek.regels.programma import GEWOON, MEEST_WOORDEN, Zin, breaches, check_bank, judge, sentences
from gesprek.weergave import fields
from tests.conftest import DATA
from vragen import load_bank
from vragen.regels import Uitzondering, load_regels

BANK = load_bank()
REGELS = load_regels()

NAAR: dict[Taal, list[str]] = {
    "nl": [
        "waarom moet ik dit doen?",
        "je moet gewoon meer je best doen, zei hij",
        "ik was boos, bang of verdrietig? weet ik veel",
        "toch? hè?",
        "’s ochtends bij m’n baas z’n zaak",
        "ik ‘weet’ het \"echt\" 'niet'",
        "hoezo",
        "hoe diep zit dat gevoel dan",
        "wil je later in de zorg of in de techniek?",
    ],
    "en": [
        "why do i have to do this?",
        "you should just try harder, he said",
        "was i angry, scared or sad? dunno",
        "right? isn't it?",
        "at my boss’s place, o’clock and all",
        "i ‘don't’ \"really\" 'know'",
        "how come",
        "how deep does that feeling go then",
        "do you want to be a nurse or a plumber?",
    ],
}
OVERAL = [
    "[/b] [@click=app.quit]x[/] [link=y]",
    "\x1b[31mrood\x1b[0m \x07",
    "שלום, waar was je?",
    "😀🙈👍🏽",
    "{emotie} {kernwoord} {0} %s",
    "woord " * 80,
    "a" * 300,
    "één\ntwee?\n\ndrie!",
    "?!?!...",
    "’",
    "1. 2. 3.",
]


def _fillings() -> list[Mapping[Taal, Mapping[str, str]]]:
    eigen: list[Mapping[Taal, Mapping[str, str]]] = [
        {taal: {"": NAAR[taal][nr]} for taal in TALEN} for nr in range(len(NAAR["nl"]))
    ]
    return [GEWOON, *eigen, *({taal: {"": woord} for taal in TALEN} for woord in OVERAL)]


ALLES = list(sentences(BANK, _fillings()))


def test_nothing_that_the_program_can_say_breaks_a_rule() -> None:
    gebroken = [f"{b.zin.id} ({b.zin.taal}): {b.code}: {b.stuk!r} in {b.zin.tekst!r}" for b in breaches(ALLES, REGELS)]
    assert gebroken == []


def test_so_many_sentences_were_checked() -> None:
    """The count belongs to the claim: a check of nothing would pass as well."""
    assert len(ALLES) > 10_000
    assert {zin.id.split(".")[0] for zin in ALLES} == {"bijlage2", "vervolg", "reactie", "zorg", "samen"}
    assert {zin.modus for zin in ALLES} == {"zelf", "samen"}
    assert {zin.taal for zin in ALLES} == set(TALEN)


def test_every_question_of_every_flow_is_among_them() -> None:
    gezegd = {zin.id for zin in ALLES}
    for naam in flows.flow_names():
        flow = flows.load_flow(naam, BANK)
        for fase in flow.fasen.values():
            for stap in fase.stappen.values():
                ids = [*stap.zegt, *(o.zegt for o in stap.dan if o.zegt)]
                for keuze in stap.vraagt:
                    ids += [*keuze.een_van, *([keuze.vraag] if keuze.vraag else [])]
                for id in ids:
                    assert any(een == id or een.startswith(id) for een in gezegd), id


@pytest.mark.parametrize("uitzondering", REGELS.uitzonderingen, ids=lambda u: f"{u.vraag}-{u.code}")
def test_an_exception_is_needed(uitzondering: Uitzondering) -> None:
    codes = {o.code for zin in ALLES if zin.id == uitzondering.vraag for o in judge(zin).opmerkingen}
    assert uitzondering.code in codes


@pytest.mark.parametrize("code", CODES)
def test_a_question_that_breaks_a_rule_would_be_found(code: str) -> None:
    fout = {
        "waarom": "Waarom deed je dat?",
        "invullen": "Je was vast boos.",
        "advies": "Je moet het gewoon vragen.",
        "emotie_graven": "Hoe diep zit die boosheid?",
        "monoloog": "Dit is een verhaal over de school. " * 8,
        "gesloten": "Ging het goed?",
        "meervoudig": "Wat deed je gisteren op stage? En wat wil je later worden?",
    }[code]
    gevonden = list(breaches([Zin("proef.x", "nl", "zelf", fout)], REGELS))
    assert code in {breuk.code for breuk in gevonden}


def _before_question(tekst: str) -> int:
    """Return how many words come before the sentence that asks, the student's own not counted."""
    zonder = re.sub(r"‘[^‘]*?’(?!\w)", "", tekst)
    zinnen = re.split(r"(?<=[.!?])\s+", zonder.strip())
    vraag = next((nr for nr, zin in enumerate(zinnen) if zin.endswith("?")), 0)
    return sum(len(re.findall(r"\w+", zin)) for zin in zinnen[:vraag])


def _own_words(tekst: str) -> int:
    return len(re.findall(r"\w+(?:['’-]\w+)*", re.sub(r"‘[^‘]*?’(?!\w)", "", tekst)))


OPENING = {"reactie.begin", "reactie.begin_niet_bewaren", "reactie.begin_bekend"}
"""Said once, before the first question: who is speaking, that stopping is fine, what is kept. It has to be whole."""
OPENING_WOORDEN = 35
ASKED_AGAIN = {"reactie.leeg", "reactie.keuze", "reactie.schaal"}
"""Said when an answer cannot be used; the question that stands there already is not put in other words."""


def test_a_turn_asks_at_most_one_question() -> None:
    gewoon = [zin for zin in sentences(BANK) if not zin.id.startswith("zorg.")]
    vragen = [zin for zin in gewoon if BANK.find(zin.id).soort not in ("reactie", "zorg")]
    assert not [zin.tekst for zin in gewoon if BANK.find(zin.id).soort == "reactie" and "?" in zin.tekst]
    assert [zin.tekst for zin in vragen if re.sub(r"‘[^‘]*?’(?!\w)", "", zin.tekst).count("?") > 1] == []


def test_a_turn_says_little_before_its_question() -> None:
    """A reaction and what stands before the question, together; an introduction is never said after a reaction."""
    reacties = {
        zin.id: max(_own_words(z.tekst) for z in sentences(BANK) if z.id == zin.id)
        for zin in sentences(BANK)
        if BANK.find(zin.id).soort == "reactie" and not zin.id.startswith("zorg.")
    }
    assert all(reacties[id] <= OPENING_WOORDEN for id in OPENING)
    langste = max(woorden for id, woorden in reacties.items() if id not in OPENING | ASKED_AGAIN)
    kaal = [
        tekst.in_taal(taal)
        for vraag in BANK.vragen.values()
        if vraag.soort not in ("reactie", "zorg")
        for unit in vraag.units
        for tekst in (unit.tekst, *unit.bewoordingen)
        for taal in TALEN
    ]
    assert [tekst for tekst in kaal if langste + _before_question(tekst) > MEEST_WOORDEN] == []
    met_inleiding = [zin.tekst for zin in sentences(BANK) if BANK.find(zin.id).soort not in ("reactie", "zorg")]
    assert [tekst for tekst in met_inleiding if _before_question(tekst) > MEEST_WOORDEN] == []


def _words(tekst: str) -> list[str]:
    return [woord.casefold() for woord in re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", tekst)]


@pytest.mark.parametrize("taal", TALEN)
def test_students_are_spoken_to_in_plain_words(taal: Taal) -> None:
    """Everything but the source's own text uses words of a closed list at level B1: a new word is a choice."""
    bekend = {
        woord
        for regel in (DATA / f"b1_{taal}.txt").read_text(encoding="utf-8").splitlines()
        if not regel.startswith("#")
        for woord in regel.split()
    }
    letterlijk = {unit.tekst.in_taal(taal) for vraag in BANK.vragen.values() for unit in vraag.units}
    bron = {t for v in BANK.vragen.values() if v.id.startswith("bijlage2.") for t in _words(v.tekst.in_taal(taal))}
    onbekend: Counter[str] = Counter()
    for vraag in BANK.vragen.values():
        for unit in vraag.units:
            for tekst in (unit.tekst, *unit.bewoordingen, *unit.inleiding, *vraag.opties):
                zin = tekst.in_taal(taal)
                if vraag.id.startswith("bijlage2.") and zin in letterlijk:
                    continue
                for veld in fields(zin):
                    zin = zin.replace("{" + veld + "}", "")
                onbekend.update(woord for woord in _words(zin) if woord not in bekend)
    assert sorted(onbekend) == []
    moeilijk = {"reflecteren", "competentie", "motief", "leefregel", "exploratie", "reflect", "competence", "motive"}
    assert not moeilijk & (bekend | (bron if taal == "nl" else set()))


def test_a_question_of_a_school_that_breaks_a_rule_is_named_with_its_place() -> None:
    vraag = BANK.find("vervolg.vlak_voor")
    fout = vraag.model_copy(update={"tekst": vraag.tekst.model_copy(update={"nl": "Waarom deed je dat?"})})
    with pytest.raises(Inleesfout, match=r"vragen/vervolg\.yaml:\d+: .*vervolg\.vlak_voor"):
        check_bank(BANK.model_copy(update={"vragen": {**BANK.vragen, "vervolg.vlak_voor": fout}}))


def test_the_bank_itself_passes_what_authors_are_held_to() -> None:
    check_bank(BANK)
