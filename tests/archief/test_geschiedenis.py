"""What a history, a thread and a dossier ask of every archive: one case per promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprek.archief import Archief, Conflict, Heel, OnbekendGesprek, Schrijfwerk, Zeef, open_archief
from gesprek.model import Citaat, Dossierkeuze, Opbrengst, Soort
from gesprek.vinden import Vinder
from tests.archief.test_contract import A, B, archief, begin, head, said

__all__ = ["archief"]


def test_conversations_are_sifted_by_mode_day_student_and_kernwoord(archief: Archief) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst(kernwoord="Rúst"))
    later = datetime(2026, 12, 1, tzinfo=UTC)
    samen = replace(head(B), modus="samen", leerling="Noor", begonnen=later, bijgewerkt=later)
    archief.write(Schrijfwerk(samen, (said(0, "y"),), bron="{}", opbrengst=Opbrengst(klaar=True)))

    def found(zeef: Zeef) -> list[str]:
        return [g.id for g in archief.sift(zeef)]

    assert found(Zeef()) == [B, A]
    assert found(Zeef(modus="samen")) == [B]
    assert found(Zeef(klaar=False)) == [A]
    assert found(Zeef(leerling="noor")) == [B]
    assert found(Zeef(leerling="")) == [A]
    assert found(Zeef(vanaf=date(2026, 12, 1))) == [B]
    assert found(Zeef(tot=date(2026, 11, 23))) == [A]
    assert found(Zeef(kernwoord=" rust ")) == [A]
    assert found(Zeef(kernwoord="rus")) == []
    assert archief.leerlingen() == {"": 1, "Noor": 1}


def test_every_word_that_is_searched_for_must_occur_in_any_order(archief: Archief) -> None:
    begin(archief, said(0, "de hond was bang"), said(1, "bang voor de kat"))
    assert [t.beurt.nr for t in archief.search("BANG  hond")] == [0]
    assert archief.search("  ") == []


def test_a_name_is_kept_through_later_answers_and_can_be_taken_away(archief: Archief) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst(titel="eerste woorden"))
    archief.rename(A, "Stage")
    archief.write(Schrijfwerk(head(), (said(1, "y"),), opbrengst=Opbrengst(titel="andere woorden")))
    assert archief.read(A)[0].kop == "Stage"
    archief.rename(A, "")
    assert archief.read(A)[0].kop == "andere woorden"
    with pytest.raises(OnbekendGesprek):
        archief.rename(B, "Stage")


def test_what_fills_a_slot_is_found_again_with_its_words_of_now(archief: Archief) -> None:
    gevuld = (("kwaliteit", Citaat(0, 7, 13, "rustig")), ("motief", Citaat(0, 0, 2, "ik")))
    begin(archief, said(0, "ik ben rustig"), opbrengst=Opbrengst(titel="ik", gevuld=gevuld))
    begin(archief, said(0, "ik ben snel"), id=B, opbrengst=Opbrengst(titel="ik"))
    (terug,) = archief.gevuld(["kwaliteit"])
    assert (terug.gesprek, terug.citaat, terug.datum) == (A, Citaat(0, 7, 13, "rustig"), date(2026, 11, 23))
    assert {g.slot for g in archief.gevuld(["kwaliteit", "motief"])} == {"kwaliteit", "motief"}
    assert archief.ongevuld() == [B]
    archief.write_gevuld(B, [("kwaliteit", Citaat(0, 7, 11, "snel"))])
    assert [g.citaat.tekst for g in archief.gevuld(["kwaliteit"])][1] == "snel"
    assert archief.ongevuld() == []


def test_what_fills_a_slot_goes_with_the_words(archief: Archief) -> None:
    begin(archief, said(0, "rustig"), opbrengst=Opbrengst(gevuld=(("kwaliteit", Citaat(0, 0, 6, "rustig")),)))
    archief.write(Schrijfwerk(head(), gewist=(said(0, "", Soort.GESCHRAPT),), opbrengst=Opbrengst()))
    assert archief.gevuld(["kwaliteit"]) == []


def test_only_a_students_own_answers_are_said(archief: Archief) -> None:
    begin(archief, said(0, "rustig"), said(1, "", Soort.SLA_OVER))
    begin(archief, said(0, "snel"), id=B)
    assert archief.said() == [(B, 0, "snel"), (A, 0, "rustig")]
    assert archief.said("Noor") == []


def test_what_became_of_an_afspraak_can_be_said_at_any_time(archief: Archief) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst(afspraken=(("bellen", None),)))
    archief.write_status(A, 0, "gedaan")
    assert [a.status for a in archief.all_afspraken()] == ["gedaan"]
    assert archief.open_afspraken() == []
    begin(archief, said(0, "x"), id=B)
    assert [a.status for a in archief.all_afspraken(None)] == ["gedaan"]
    with pytest.raises(OnbekendGesprek):
        archief.write_status(A, 1, "gedaan")


def test_what_goes_into_the_dossier_is_kept_and_replaced(archief: Archief) -> None:
    begin(archief, said(0, "x"))
    assert archief.dossierkeuzes() == {}
    archief.write_dossierkeuze(Dossierkeuze(A, frozenset({"stap", "kernwoord"}), "kijken", "sport"))
    archief.write_dossierkeuze(keuze := Dossierkeuze(A, frozenset({"kernwoord"}), "proeven", "sport"))
    assert archief.dossierkeuzes() == {A: keuze}
    archief.erase(A)
    assert archief.dossierkeuzes(None) == {}


def test_a_setting_is_kept_and_taken_away(archief: Archief) -> None:
    assert archief.instelling("bewaartermijn") == ""
    archief.write_instelling("bewaartermijn", "12")
    assert archief.instelling("bewaartermijn") == "12"
    archief.write_instelling("bewaartermijn", "")
    assert archief.instelling("bewaartermijn") == ""


def test_what_another_owner_keeps_of_these_is_never_seen(tmp_path: Path) -> None:
    mijn, ander = open_archief(tmp_path / "a.db", "ik"), open_archief(tmp_path / "a.db", "jij")
    citaat = Citaat(0, 0, 1, "x")
    begin(mijn, said(0, "x"), opbrengst=Opbrengst(afspraken=(("bel", None),), gevuld=(("motief", citaat),)))
    mijn.write_instelling("bewaartermijn", "12")
    mijn.write_dossierkeuze(Dossierkeuze(A))
    assert ander.sift(Zeef()) == []
    assert ander.leerlingen() == {}
    assert ander.said() == []
    assert ander.gevuld(["motief"]) == []
    assert ander.all_afspraken(None) == []
    assert ander.afspraken(A) == []
    assert ander.dossierkeuzes(None) == {}
    assert ander.instelling("bewaartermijn") == ""
    with pytest.raises(OnbekendGesprek):
        ander.rename(A, "x")
    with pytest.raises(OnbekendGesprek):
        ander.write_status(A, 0, "gedaan")
    with pytest.raises(OnbekendGesprek):
        ander.write_dossierkeuze(Dossierkeuze(A))
    with pytest.raises(OnbekendGesprek):
        ander.write_gevuld(A, [])
    mijn.close()
    ander.close()


# whole conversations


def whole(archief: Archief) -> Heel:
    """Fill every table of a conversation, and return it whole."""
    opbrengst = Opbrengst(
        titel="x",
        klaar=True,
        kernwoord="rust",
        afspraken=(("bellen", date(2026, 12, 1)), ("appen", None)),
        gevuld=(("kwaliteit", Citaat(0, 0, 2, "ik")),),
    )
    begin(archief, said(0, "ik ben 😀\r\n"), said(1, "", Soort.GESCHRAPT), opbrengst=opbrengst)
    archief.rename(A, "Stage")
    archief.write_status(A, 0, "gedaan")
    archief.write_dossierkeuze(Dossierkeuze(A, frozenset({"stap"}), "leren", "sport"))
    archief.write_concept(A, "bijlage2.1", "half")
    return archief.read_whole(A)


def test_a_whole_conversation_goes_to_another_archive_and_is_the_same_there(archief: Archief, tmp_path: Path) -> None:
    heel = whole(archief)
    assert (heel.kernwoord and heel.kernwoord.woord, [a.status for a in heel.afspraken]) == ("rust", ["gedaan", "open"])
    assert heel.keuze == Dossierkeuze(A, frozenset({"stap"}), "leren", "sport")
    ander = open_archief(tmp_path / "ander.db")
    try:
        assert ander.put([heel]) == [A]
        assert ander.read_whole(A) == heel
        assert [t.beurt.nr for t in ander.search("BEN")] == [0]
    finally:
        ander.close()


def test_what_is_here_already_is_left_as_it_is(archief: Archief) -> None:
    heel = whole(archief)
    archief.write_status(A, 1, "vervallen")
    assert archief.put([heel, heel]) == []
    assert [a.status for a in archief.afspraken(A)] == ["gedaan", "vervallen"]


def test_erased_and_put_back_it_is_the_same(archief: Archief) -> None:
    heel = whole(archief)
    archief.erase(A)
    archief.put([heel])
    assert archief.read_whole(A) == heel


def test_another_conversation_with_the_same_id_is_a_conflict_and_nothing_is_put(archief: Archief) -> None:
    heel = whole(archief)
    anders = replace(heel, beurten=(said(0, "iets anders"),), gevuld=())
    nieuw = replace(heel, gesprek=replace(heel.gesprek, id=B), afspraken=(), gevraagd_in=(), keuze=None, kernwoord=None)
    with pytest.raises(Conflict):
        archief.put([nieuw, anders])
    assert [g.id for g in archief.recent()] == [A]


def test_a_whole_conversation_that_is_not_there_cannot_be_read(archief: Archief) -> None:
    with pytest.raises(OnbekendGesprek):
        archief.read_whole(A)


GEZEGD = ("Ik was rustig in de keuken", "ik pakte eerst de ÉÉN pan", "straße, strasse en rust", "keukens, ovens")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(getypt=st.lists(st.sampled_from(["r", "ru", "rus", "ik ", "ik p", "ik pa", "k", "een", "é", "ß", "ss", "x"])))
def test_searching_while_typing_finds_what_searching_at_once_finds(archief: Archief, getypt: list[str]) -> None:
    if not archief.recent(aantal=1):
        for nr, tekst in enumerate(GEZEGD):
            id = f"{A[:-1]}{nr}"
            begin(archief, said(0, tekst), id=id, opbrengst=Opbrengst(titel="x"))
        archief.rename(A[:-1] + "0", "Rúst in de keuken")
    zeef = Zeef(tot=date(2000, 1, 1))
    for aantal, waar in ((50, None), (2, None), (50, zeef)):
        vinder = Vinder(archief)
        for tekst in getypt:
            assert vinder.search(tekst, waar, aantal) == Vinder(archief).search(tekst, waar, aantal)


def test_going_on_typing_looks_only_where_it_can_still_be(archief: Archief) -> None:
    begin(archief, said(0, "ik was rustig"), opbrengst=Opbrengst(titel="x"))
    vinder = Vinder(archief)
    assert vinder.search("rusz") == []
    begin(archief, said(0, "ruszie"), id=B, opbrengst=Opbrengst(titel="x"))
    assert vinder.search("ruszi") == []
    assert len(Vinder(archief).search("ruszi")) == 1
