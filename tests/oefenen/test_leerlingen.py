"""The files of the students: what is required of them, and what is said of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesprek.inlezen import Inleesfout
from gesprek.oefenen.leerlingen import MAP, OnbekendeLeerling, load_common, load_student, read_student, student_names
from gesprek.oefenen.leerlingen.soorten import ONMISBAAR
from gesprek.taal import use_taal
from tests.oefenen.mentoren import ALARM


@pytest.mark.parametrize("naam", student_names())
def test_a_student_has_all_that_a_good_conversation_needs(naam: str) -> None:
    leerling = load_student(naam)
    assert leerling.alarm or {f.slot for f in leerling.fragmenten} >= set(ONMISBAAR)
    assert len(leerling.fragmenten) >= 14 or leerling.alarm


def test_what_every_student_may_say_is_complete() -> None:
    assert load_common().uitweg.nl.all


def test_the_student_of_the_alarm_tests_is_in_order() -> None:
    assert read_student(ALARM).alarm


def test_an_unknown_name_offers_the_nearest() -> None:
    use_taal("en")
    with pytest.raises(OnbekendeLeerling, match="sem"):
        load_student("semm")
    use_taal("nl")


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel_met", "zegt"),
    [
        ("naam: sem", "naam: piet", "naam: piet", "“piet”"),
        ("    slot: plek", "    slot: pleek", "slot: pleek", "slot"),
        ("    na: [overleg, baalde]", "    na: [overleg, balde]", "na: [overleg, balde]", "balde"),
        ("    slot: aanleiding\n    vanaf: 0.55", "    slot: aanleiding\n    vanaf: 0.31", "vanaf: 0.31", "aanleiding"),
        ("  - id: rol", "  - id: plek", "", "plek"),
        ("Niet opdringen. Wachten.", "Niet opdringen. Meetellen.", "", "kernwoord"),
        ("Lucht. Zo voelde ik me. Nou ja.", "Naar. Zo voelde ik me.", "Naar. Zo", "lucht"),
        ("Op die maandag, bij het overleg.", "In die loods, bij de haven.", "", "loods"),
        ('    en:\n      gesloten: ["At the office."', '    fr:\n      gesloten: ["At the office."', "    fr:", "fr"),
        ("begin: 0.32", "begin: veel", "begin: veel", "begin"),
    ],
)
def test_a_mistake_is_said_with_its_line(tmp_path: Path, oud: str, nieuw: str, regel_met: str, zegt: str) -> None:
    tekst = (MAP / "sem.yaml").read_text(encoding="utf-8")
    assert oud in tekst
    pad = tmp_path / "sem.yaml"
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(Inleesfout) as fout:
        read_student(pad)
    zinnen = [str(b) for b in fout.value.bevindingen]
    assert any(zegt in zin for zin in zinnen)
    assert all(b.regel > 0 and b.herstel for b in fout.value.bevindingen)
    if regel_met:
        nummers = [nr for nr, r in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1) if regel_met in r]
        assert nummers[0] in {b.regel for b in fout.value.bevindingen}


def test_english_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    tekst = (MAP / "sem.yaml").read_text(encoding="utf-8")
    pad = tmp_path / "sem.yaml"
    regels = [r for r in tekst.splitlines() if not r.startswith('  en: "Sem (16')]
    pad.write_text("\n".join(regels), encoding="utf-8")
    with pytest.raises(Inleesfout):
        read_student(pad)
