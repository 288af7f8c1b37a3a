"""The ten rules stand in the bank to the letter, and every break has its words."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from gesprek.inlezen import Inleesfout
from gesprek.regels.oordeel import CODES, REGEL_VAN, Code, Regelnaam
from tests.conftest import DATA
from vragen.regels import load_regels

REGELS = load_regels()
BRON = list(csv.DictReader((DATA / "handelingsregels.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.mark.parametrize("rij", BRON, ids=lambda rij: rij["code"])
def test_a_rule_stands_there_to_the_letter(rij: dict[str, str]) -> None:
    regel = REGELS.find(rij["code"])
    assert regel.nr == int(rij["nr"])
    assert regel.tekst.nl == rij["regel"]


def test_the_rules_are_the_ten_of_the_source() -> None:
    assert {regel.code for regel in REGELS.regels} == {rij["code"] for rij in BRON} == set(get_args(Regelnaam))


@pytest.mark.parametrize("code", CODES)
def test_a_break_belongs_to_its_rule_and_can_always_be_put_otherwise(code: Code) -> None:
    schending = REGELS.schending(code)
    assert schending.regel == REGEL_VAN[code]
    assert schending.probeer[-1].bij is None


def test_a_break_of_a_rule_that_is_not_there_is_found(tmp_path: Path) -> None:
    tekst = (Path("vragen") / "regels.yaml").read_text(encoding="utf-8")
    pad = tmp_path / "regels.yaml"
    pad.write_text(tekst.replace("regel: nivea", "regel: nivae"), encoding="utf-8")
    with pytest.raises(Inleesfout, match="nivae"):
        load_regels(pad)
