"""Flows: what is written in YAML holds, and what cannot hold is refused with a place and a repair."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import flows
from flows import Flow, flow_names, load_flow
from flows.velden import COMPUTED, slot_field
from flows.voorwaarde import Voorwaardefout, parse
from gesprek.inlezen import Inleesfout
from gesprek.model import Citaat, Invulling, Verhaal
from vragen import Bank, load_bank

BANK: Bank = load_bank()
VELDEN = {slot: slot_field(slot) for slot in ("emotie", "kernwoord", "stap")} | COMPUTED


def _verhaal(**slots: str | int | None) -> Verhaal:
    verhaal = Verhaal()
    for slot, waarde in slots.items():
        verhaal.fill(slot, Invulling(Citaat(1, 0, 1, "x"), waarde))
    return verhaal


@pytest.mark.parametrize("naam", flow_names())
def test_every_flow_can_be_read(naam: str) -> None:
    assert load_flow(naam, BANK).flow == naam


@pytest.mark.parametrize("naam", flow_names())
def test_a_flow_survives_being_kept_as_data(naam: str) -> None:
    flow = load_flow(naam, BANK)
    assert Flow.model_validate(flows.as_data(flow)) == flow


def test_every_question_of_bijlage_2_can_be_asked_in_the_whole_conversation() -> None:
    flow = load_flow("loopbaangesprek", BANK)
    kan = {id for _naam, stap in flow.steps() for keuze in stap.vraagt for id in (*keuze.ids, keuze.concreter) if id}
    assert {BANK.find(id).id for id in kan} >= {f"bijlage2.{nr}" for nr in range(1, 37)}


@pytest.mark.parametrize("naam", flow_names())
def test_the_gates_of_the_source_are_in_the_flow(naam: str) -> None:
    flow = load_flow(naam, BANK)
    stappen = dict(flow.steps())
    volgorde = list(stappen)
    assert volgorde.index("reflecteren.motieven_eerst") < volgorde.index("reflecteren.kwaliteiten")
    warm = stappen["vooruitkijken.warm"].dan
    terug = [r for r in warm if r.als == "warmte < 7" and r.hoogstens]
    assert [r.hoogstens for r in terug] == [2]
    assert any(r.als == "warmte < 7" and r.naar == "vooruitkijken.besluit" for r in warm)
    ander = [r for r in stappen["terugkijken.raakt"].dan if r.naar == "terugkijken.ander"]
    assert ander
    assert ander[0].als == "niet raakt"


# guards


@pytest.mark.parametrize(
    ("tekst", "verhaal", "waar"),
    [
        ("emotie", _verhaal(emotie="positief"), True),
        ("niet emotie", _verhaal(), True),
        ("warmte < 7", _verhaal(warmte=6), True),
        ("warmte < 7", _verhaal(warmte=7), False),
        ("warmte < 7", _verhaal(), False),
        ("niet warmte < 7", _verhaal(), True),
        ("emotie en kernwoord", _verhaal(emotie="positief"), False),
        ("emotie of kernwoord", _verhaal(emotie="positief"), True),
        ("polariteit == 'negatief'", _verhaal(emotie="negatief"), True),
        ("niet (emotie en kernwoord) en verhalen >= 0", _verhaal(), True),
        ("besluit != 'kleiner'", _verhaal(besluit="ga_door"), True),
    ],
)
def test_a_guard_says_what_it_says(tekst: str, verhaal: Verhaal, waar: bool) -> None:
    assert parse(tekst, VELDEN).holds(verhaal) is waar


@pytest.mark.parametrize(
    ("tekst", "stuk"),
    [
        ("warmt < 7", "Bedoelde je “warmte”?"),
        ("warmte", "vergelijk"),
        ("warmte < 'zeven'", "geheel getal"),
        ("warmte < 7.5", "geheel getal"),
        ("polariteit == 'neg'", "positief, negatief"),
        ("polariteit < 'negatief'", "positief, negatief"),
        ("emotie == 1", "niet"),
        ("__import__('os')", "Gebruik alleen"),
        ("emotie.van", "Gebruik alleen"),
        ("1 < warmte", "Gebruik alleen"),
        ("lambda: 1", "Gebruik alleen"),
        ("emotie if warmte else 1", "Gebruik alleen"),
        ("", "bijvoorbeeld"),
        ("emotie en", "bijvoorbeeld"),
        ("(" * 500, "bijvoorbeeld"),
    ],
)
def test_a_guard_that_says_anything_else_is_refused(tekst: str, stuk: str) -> None:
    with pytest.raises(Voorwaardefout) as fout:
        parse(tekst, VELDEN)
    assert stuk in f"{fout.value} {fout.value.herstel}"


@given(st.text(max_size=40))
def test_no_text_at_all_gets_past_the_guard_parser_but_a_guard(tekst: str) -> None:
    try:
        voorwaarde = parse(tekst, VELDEN)
    except Voorwaardefout:
        return
    assert voorwaarde.velden <= set(VELDEN)


# mistakes in a flow


def _broken(tmp_path: Path, oud: str, nieuw: str) -> str:
    goed = (flows.MAP / "kort.yaml").read_text(encoding="utf-8")
    assert oud in goed
    pad = tmp_path / "kort.yaml"
    pad.write_text(goed.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(Inleesfout) as fout:
        load_flow(str(pad), BANK)
    assert all(b.regel > 0 for b in fout.value.bevindingen)
    return str(fout.value)


@pytest.mark.parametrize(
    ("oud", "nieuw", "stuk"),
    [
        ("een_van: [bijlage2.1, bijlage2.3]", "een_van: [bijlage2.1, bijlage2.99]", "bijlage2.99"),
        ("- vraag: vervolg.verbreden\n", "- vraag: vervolg.verbreen\n", "Bedoelde je “vervolg.verbreden”?"),
        (
            "naar: terugkijken.raakt\n            als: nieuwe",
            "naar: terugkijken.raak\n            als: nieuwe",
            "terugkijken.raakt",
        ),
        ("            hoogstens: 2\n            reden: de stap", "            reden: de stap", "hoogstens"),
        ("als: warmte < 7\n            hoogstens", "als: warmth < 7\n            hoogstens", "Bedoelde je “warmte”?"),
        ("vergeet: [uitproberen, stap]", "vergeet: [uitproberen, stappen]", "stappen"),
        ("eigen_slots: [terugblik, kant,", "eigen_slots: [terugblik,", "kant"),
        (
            "          - naar: klaar\n            als: niet ervaring",
            "          - naar: klaar\n            als: niet ervaring\n            als: x",
            "twee keer",
        ),
        ("minuten: 8", "minuten: acht", "minuten"),
        (
            "vervolg.afspraak_terug\n            per: oude_afspraak",
            "vervolg.afspraak_terug\n            perr: oude_afspraak",
            "Bedoelde je “per”?",
        ),
        ("      motieven:\n", "      motievn:\n", "reflecteren.motieven"),
        (
            "          - vraag: bijlage2.28\n",
            "          - vraag: bijlage2.28\n            een_van: [bijlage2.29]\n",
            "een_van",
        ),
        ("  klaar: reactie.klaar", "  klaar: reactie.klar", "reactie.klaar"),
        ("een_van: [bijlage2.7c, bijlage2.7a]", "een_van: [bijlage2.7d, bijlage2.7a]", "bijlage2.7d"),
    ],
)
def test_a_mistake_in_a_flow_is_told_with_its_line_and_repair(tmp_path: Path, oud: str, nieuw: str, stuk: str) -> None:
    assert stuk in _broken(tmp_path, oud, nieuw)


def test_a_last_edge_with_a_guard_is_refused(tmp_path: Path) -> None:
    melding = _broken(
        tmp_path,
        "        dan:\n          - naar: terugkijken.ervaring\n",
        "        dan:\n          - naar: terugkijken.ervaring\n            als: emotie\n",
    )
    assert "terugkijken.uitkomst" in melding


def test_a_step_that_nothing_leads_to_is_told(tmp_path: Path) -> None:
    melding = _broken(
        tmp_path,
        "          - naar: reflecteren.verbreden\n",
        "          - naar: reflecteren.rode_draad\n",
    )
    assert "reflecteren.verbreden" in melding


def test_an_unknown_flow_is_told_with_the_nearest_name() -> None:
    with pytest.raises(Inleesfout, match="Bedoelde je “kort”"):
        load_flow("korf", BANK)


def test_the_words_yes_and_no_in_yaml_stay_words(tmp_path: Path) -> None:
    from gesprek.inlezen import read

    pad = tmp_path / "x.yaml"
    pad.write_text("a: no\nb: on\nc: 12\nd: '12'\ne: true\nf:\n", encoding="utf-8")
    assert read(pad).inhoud == {"a": "no", "b": "on", "c": "12", "d": "12", "e": "true", "f": None}
    assert yaml.safe_load(pad.read_text())["a"] is False
