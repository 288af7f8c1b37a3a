"""Names of others are masked as students write them; the role, the place and the student's own name stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.dossier.namen import Masker, lijsten
from gesprek.dossier.namen.lijsten import load_lists
from gesprek.inlezen import Inleesfout
from gesprek.model import Taal
from tests.dossier.gelabeld import Deel, load, measure


@pytest.mark.parametrize("deel", ["open", "apart"])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_names_are_found_and_little_else(taal: Taal, deel: Deel) -> None:
    meting = measure(load(taal, deel), taal)
    assert meting.recall >= 0.95, meting.mis
    assert meting.precision >= 0.93, meting.mis


def test_a_test_set_without_masking_would_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Masker, "mask", lambda _self, tekst: tekst)
    assert measure(load("nl", "open"), "nl").recall < 0.1


def test_the_same_person_gets_the_same_mask() -> None:
    masker = Masker("nl")
    assert (
        masker.mask("Daan zei dat Sanne belde, en daan lachte.") == "[naam] zei dat [naam 2] belde, en [naam] lachte."
    )
    assert masker.mask("Sannes fiets") == "[naam 2]s fiets"


def test_the_students_own_name_stays_and_the_mentors_goes() -> None:
    masker = Masker("nl", eigen=["Noor"], anderen=["Marije"])
    assert masker.mask("Noor en marije") == "Noor en [naam]"


def test_the_role_stays_and_the_name_goes() -> None:
    assert Masker("nl").mask("mijn tante Souad en juf marieke") == "mijn tante [naam] en juf [naam 2]"


def test_addresses_and_numbers_go_too() -> None:
    tekst = Masker("nl").mask("anke@school.nl, 06-12345678, @anke.dv, op 12-03-2026 om 14.30 uur")
    assert tekst == "[e-mail], [nummer], [naam], op 12-03-2026 om 14.30 uur"


def test_masks_are_never_masked_again() -> None:
    eens = Masker("nl").mask("Daan belde Anke")
    assert Masker("nl").mask(eens) == eens


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_goes_through(tekst: str) -> None:
    Masker("nl").mask(tekst)


def test_there_are_names_of_all_backgrounds() -> None:
    voornamen = load_lists().voornamen
    assert len(voornamen) > 700
    assert {"fatima", "busra", "sjoerd", "shaniqua", "rishi", "lukasz", "xiaoming", "yonas", "emma"} <= set(voornamen)


def test_a_line_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "rollen.tsv").write_text("# uitleg\nbuurvrouw\trol\ntante\tfamilie\n\trol\n", encoding="utf-8")
    with pytest.raises(Inleesfout) as fout:
        lijsten._read("rollen.tsv", tmp_path)
    assert [(b.bestand, b.regel) for b in fout.value.bevindingen] == [("namen/rollen.tsv", 3), ("namen/rollen.tsv", 4)]
    assert "titel, rol" in str(fout.value)
