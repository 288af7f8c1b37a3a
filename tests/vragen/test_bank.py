"""The bank holds bijlage 2 to the letter, and what it says keeps to its own bounds."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from gesprek.inlezen import Inleesfout
from tests.conftest import DATA
from vragen import Bank, Vraag, Vraagtekst, load_bank, load_hulp, wordings

BANK = load_bank()
BRON = list(csv.DictReader((DATA / "bijlage2-vragen.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
GEVRAAGD = [v for v in BANK.vragen.values() if v.soort in ("vraag", "keuze", "schaal")]
GEZEGD = [v for v in BANK.vragen.values() if v.soort == "reactie"]


@pytest.mark.parametrize("rij", BRON, ids=lambda rij: rij["nr"])
def test_a_question_of_bijlage_2_stands_there_to_the_letter(rij: dict[str, str]) -> None:
    vraag = BANK.vragen[f"bijlage2.{rij['nr']}"]
    assert vraag.tekst.nl == rij["tekst"]
    assert vraag.onderdeel == rij["onderdeel"]
    assert (vraag.competentie or "") == rij["competentie"]
    assert vraag.tekst.en


def test_there_are_36_questions_of_bijlage_2_and_no_more() -> None:
    assert sorted(int(id.split(".")[1]) for id in BANK.vragen if id.startswith("bijlage2.")) == list(range(1, 37))


@pytest.mark.parametrize("vraag", [v for v in BANK.vragen.values() if v.delen], ids=lambda v: v.id)
def test_the_parts_of_a_question_are_the_question_itself(vraag: Vraag) -> None:
    assert " ".join(deel.tekst.nl for deel in vraag.delen) == vraag.tekst.nl


@pytest.mark.parametrize("vraag", GEVRAAGD, ids=lambda v: v.id)
def test_a_question_can_be_put_in_several_ways(vraag: Vraag) -> None:
    for unit in vraag.units:
        assert len({w.nl for w in wordings(unit, "zelf")}) >= 2
        assert len({w.en for w in wordings(unit, "zelf")}) >= 2


def _said(vragen: list[Vraag]) -> list[tuple[str, str, str]]:
    """Every whole sentence that can be said: (id, language, text)."""
    gezegd = []
    for vraag in vragen:
        for unit in vraag.units:
            for taal in ("nl", "en"):
                gezegd += [(vraag.id, taal, tekst) for tekst in _whole(unit, taal)]
    return gezegd


def _whole(unit: Vraagtekst, taal: str) -> list[str]:
    teksten = [getattr(w, taal) for w in {*wordings(unit, "zelf"), *wordings(unit, "samen")}]
    return teksten + [f"{getattr(i, taal)} {t}" for i in unit.inleiding for t in teksten]


def test_a_question_asks_one_thing_and_a_reaction_asks_nothing() -> None:
    assert [x for x in _said(GEVRAAGD) if x[2].count("?") != 1 and not x[2].endswith(("Vertel.", "."))] == []
    assert [x for x in _said(GEVRAAGD) if x[2].count("?") > 1] == []
    assert [x for x in _said(GEZEGD) if "?" in x[2]] == []


def test_nothing_longer_than_25_words_is_said_before_an_answer() -> None:
    letterlijk = {v.tekst.en for v in BANK.vragen.values()}  # the source's own long ones, said beside a mentor
    lang = [
        x
        for x in _said(GEVRAAGD)
        if len(re.sub(r"\{\w+\}", "x", x[2]).split()) > 25 and not any(x[2].endswith(t) for t in letterlijk)
    ]
    assert lang == []


VERBODEN = {
    "nl": (
        r"\b(waarom|hoezo|hoe komt het|hoe kwam het|om welke reden|reflecteren|competentie|motief|leefregel|exploratie"
        r"|goed zo|knap van je|toch\?|hè\?|je moet|je zou moeten|ik zou|ik herken|ik begrijp)\b"
    ),
    "en": r"\b(why|how come|what made you|competence|you should|you must|well done|good job|i understand|right\?)\b",
}


def test_no_wording_asks_why_advises_or_judges() -> None:
    fout = [x for x in _said(GEVRAAGD + GEZEGD) if re.search(VERBODEN[x[1]], re.sub(r"\{\w+\}", "", x[2]).casefold())]
    assert fout == []


def test_mij_is_said_only_when_someone_sits_beside_the_student() -> None:
    for id in ("bijlage2.1", "bijlage2.27", "bijlage2.31"):
        for unit in BANK.find(id).units:
            assert not [w.nl for w in wordings(unit, "zelf") if re.search(r"\b(mij|met me|ik)\b", w.nl)]
            assert [w.nl for w in wordings(unit, "samen") if re.search(r"\b(mij|met me)\b", w.nl)]


def test_help_lines_have_a_number_and_a_day_on_which_it_was_checked() -> None:
    nummers = " ".join(h.nummer for h in load_hulp())
    assert all(nummer in nummers for nummer in ("0800-0432", "113", "0800-0113", "112"))


@pytest.mark.parametrize(
    ("inhoud", "regel", "stuk"),
    [
        ("bron: x\nvragen:\n  - id: a.b\n    tekst: {nl: Hoi., en: Hi.}\n    soor: vraag\n", 5, "Bedoelde je “soort”?"),
        ("bron: x\nvragen:\n  - id: a.b\n    tekst: {nl: Hoi.}\n", 4, "ontbreekt"),
        ("bron: x\nvragen:\n  - id: a.b\n    id: a.c\n", 4, "twee keer"),
        ("bron: x\nvragen: [\n", 0, "geen geldige YAML"),
        ("bron: x\nvragen:\n  - id: a.b\n    tekst: {nl: 'Hoi {wie_}.', en: Hi.}\n", 3, "wie_"),
        ("bron: x\nvragen:\n  - id: a.b\n    lichter: a.c\n    tekst: {nl: Hoi., en: Hi.}\n", 3, "a.c"),
        ("bron: x\nvragen:\n  - id: a.b\n    soort: keuze\n    tekst: {nl: Hoi., en: Hi.}\n", 3, "opties"),
    ],
)
def test_a_broken_bank_says_where_what_and_how_to_mend_it(tmp_path: Path, inhoud: str, regel: int, stuk: str) -> None:
    (tmp_path / "stuk.yaml").write_text(inhoud, encoding="utf-8")
    with pytest.raises(Inleesfout) as fout:
        load_bank(tmp_path)
    bevinding = fout.value.bevindingen[0]
    assert bevinding.bestand.endswith("stuk.yaml")
    assert regel in (0, bevinding.regel)
    assert stuk in str(bevinding)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("bron: x\nvragen:\n  - id: a.b\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("bron: x\nvragen:\n  - id: b.b\n    tekst: {nl: Hoi.}\n", encoding="utf-8")
    with pytest.raises(Inleesfout) as fout:
        load_bank(tmp_path)
    assert {b.bestand.rpartition("/")[2] for b in fout.value.bevindingen} == {"a.yaml", "b.yaml"}


def test_a_renamed_question_is_found_under_its_old_id() -> None:
    oud = BANK.vragen["bijlage2.4"]
    bank = Bank(vragen={"bijlage2.4": oud.model_copy(update={"was": ("plaats.waar",)})})
    assert bank.find("plaats.waar").id == "bijlage2.4"
