"""What every archive promises: one case per promise, on every engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprek.archief import Archief, Conflict, OnbekendGesprek, Schrijfwerk, open_archief
from gesprek.model import Beurt, Gesprek, Herhaling, Oefening, Opbrengst, Soort, Spreker

TIJD = datetime(2026, 11, 23, 15, tzinfo=UTC)
A, B, C = ("01AAAAAAAAAAAAAAAAAAAAAAAA", "01BBBBBBBBBBBBBBBBBBBBBBBB", "01CCCCCCCCCCCCCCCCCCCCCCCC")


@pytest.fixture(params=["bestand", "geheugen"])
def archief(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archief]:
    open_ = open_archief(tmp_path / "a.db" if request.param == "bestand" else None)
    yield open_
    open_.close()


def head(id: str = A) -> Gesprek:
    return Gesprek(id, "zelf", "kort", "vinger", "nl", TIJD, TIJD)


def said(nr: int, tekst: str, soort: Soort = Soort.ANTWOORD) -> Beurt:
    return Beurt(nr, TIJD + timedelta(seconds=nr), Spreker.LEERLING, soort, "terugkijken.ervaring", "bijlage2.1", tekst)


def asked(nr: int, sjabloon: str, vraag: str = "bijlage2.1") -> Beurt:
    return Beurt(nr, TIJD, Spreker.PROGRAMMA, Soort.VRAAG, "terugkijken.ervaring", vraag, sjabloon)


def begin(archief: Archief, *beurten: Beurt, id: str = A, opbrengst: Opbrengst | None = None) -> None:
    archief.write(Schrijfwerk(head(id), beurten, bron="{}", opbrengst=opbrengst or Opbrengst()))


def test_what_was_written_is_read_back(archief: Archief) -> None:
    begin(archief, asked(0, "Wat?"), said(1, "één\r\ntwee [b]\x00\x1b[31m ‏ 👩‍👧"))
    gesprek, beurten = archief.read(A)
    assert gesprek == head()
    assert beurten == [asked(0, "Wat?"), said(1, "één\r\ntwee [b]\x00\x1b[31m ‏ 👩‍👧")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(tekst=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_out_as_it_went_in(archief: Archief, tekst: str) -> None:
    nr = len(archief.read(A)[1]) if archief.recent() else 0
    begin(archief, said(nr, tekst))
    assert archief.read(A)[1][nr].tekst == tekst


def test_the_same_turn_twice_is_done(archief: Archief) -> None:
    begin(archief, said(0, "a"))
    begin(archief, said(0, "a"))
    assert len(archief.read(A)[1]) == 1


def test_another_turn_in_its_place_is_a_conflict_and_changes_nothing(archief: Archief) -> None:
    begin(archief, said(0, "a"))
    with pytest.raises(Conflict):
        begin(archief, said(1, "nieuw"), said(0, "b"))
    assert [b.tekst for b in archief.read(A)[1]] == ["a"]


def test_writing_to_a_conversation_that_was_never_begun_fails(archief: Archief) -> None:
    with pytest.raises(OnbekendGesprek):
        archief.write(Schrijfwerk(head(), (said(0, "a"),)))


def test_an_id_may_be_shortened_while_it_is_unique(archief: Archief) -> None:
    begin(archief, said(0, "a"))
    assert archief.read("01aa")[0].id == A
    begin(archief, said(0, "b"), id=B)
    for te_kort in ("01", "", "01X", "%"):
        with pytest.raises(OnbekendGesprek):
            archief.read(te_kort)


def test_conversations_are_listed_newest_first_and_paged_by_id(archief: Archief) -> None:
    for id in (B, A, C):
        begin(archief, said(0, "x"), id=id)
    assert [g.id for g in archief.recent()] == [C, B, A]
    assert [g.id for g in archief.recent(aantal=1, voor=C)] == [B]


def test_finished_and_unfinished_ones_are_told_apart(archief: Archief) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst(klaar=True))
    begin(archief, said(0, "x"), id=B)
    assert [g.id for g in archief.recent(klaar=True)] == [A]
    assert [g.id for g in archief.recent(klaar=False)] == [B]


@pytest.mark.parametrize("gezocht", ["geirriteerd", "GEÏRRITEERD", "ïrr"])
def test_search_sees_neither_case_nor_accents(archief: Archief, gezocht: str) -> None:
    begin(archief, asked(0, "Geïrriteerd?"), said(1, "Ik was Geïrriteerd"))
    assert [t.beurt.nr for t in archief.search(gezocht)] == [1]


@pytest.mark.parametrize(("tekst", "gezocht"), [("100% zeker", "100%"), ("a_b", "a_b"), ("c\\d", "c\\d")])
def test_search_takes_signs_for_what_they_are(archief: Archief, tekst: str, gezocht: str) -> None:
    begin(archief, said(0, tekst), said(1, "axb 100x cxd"))
    assert [t.beurt.nr for t in archief.search(gezocht)] == [0]


def test_what_was_wiped_is_empty_and_not_found(archief: Archief) -> None:
    begin(archief, said(0, "geheim"))
    archief.write(Schrijfwerk(head(), gewist=(said(0, "", Soort.GESCHRAPT),)))
    assert archief.read(A)[1][0].tekst == ""
    assert archief.read(A)[1][0].soort is Soort.GESCHRAPT
    assert archief.search("geheim") == []


def test_the_yield_is_kept_beside_and_follows_corrections(archief: Archief) -> None:
    met = Opbrengst("titel", False, "rust", (("bellen", date(2026, 12, 1)), ("mailen", None)))
    begin(archief, said(0, "x"), opbrengst=met)
    assert [k.woord for k in archief.kernwoorden()] == ["rust"]
    assert [(a.tekst, a.datum) for a in archief.afspraken(A)] == [("bellen", date(2026, 12, 1)), ("mailen", None)]
    archief.write(Schrijfwerk(head(), opbrengst=Opbrengst(afspraken=(("appen", None),))))
    assert archief.kernwoorden() == []
    assert [a.tekst for a in archief.afspraken(A)] == ["appen"]


def test_open_afspraken_are_those_of_earlier_conversations_oldest_first(archief: Archief) -> None:
    for id, tekst in ((A, "een"), (B, "twee"), (C, "drie")):
        begin(archief, said(0, "x"), id=id, opbrengst=Opbrengst(afspraken=((tekst, None),)))
    assert [a.tekst for a in archief.open_afspraken(voor=C)] == ["een", "twee"]
    assert [a.tekst for a in archief.open_afspraken()] == ["een", "twee", "drie"]


def test_an_afspraak_that_was_answered_is_not_open_later_but_still_asked_in_its_own_conversation(
    archief: Archief,
) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst(afspraken=(("bellen", None),)))
    begin(archief, said(0, "x"), id=B, opbrengst=Opbrengst(terugblik={(A, 0): "gedaan"}))
    assert [a.status for a in archief.afspraken(A)] == ["gedaan"]
    assert [a.tekst for a in archief.open_afspraken(voor=B)] == ["bellen"]
    assert archief.open_afspraken(voor=C) == []
    archief.write(Schrijfwerk(head(B), opbrengst=Opbrengst()))
    assert [a.status for a in archief.afspraken(A)] == ["open"]


def test_wordings_are_counted_over_earlier_conversations(archief: Archief) -> None:
    begin(archief, asked(0, "Wat?"), asked(1, "Wat?"))
    begin(archief, asked(0, "Hoe?"), id=B)
    assert archief.wordings_before(B) == {"bijlage2.1": {"Wat?": 2}}
    assert archief.wordings_before(A) == {}


def test_a_draft_is_kept_replaced_and_gone_after_the_answer(archief: Archief) -> None:
    begin(archief, asked(0, "Wat?"))
    archief.write_concept(A, "bijlage2.1", "half")
    archief.write_concept(A, "bijlage2.1", "half af")
    assert archief.read_concept(A) == ("bijlage2.1", "half af")
    archief.write(Schrijfwerk(head(), (said(1, "af"),)))
    assert archief.read_concept(A) is None


def test_what_is_erased_is_nowhere(archief: Archief) -> None:
    begin(archief, said(0, "x"), opbrengst=Opbrengst("t", False, "rust", (("bellen", None),)))
    archief.write_concept(A, "bijlage2.1", "half")
    archief.erase(A)
    assert archief.recent() == []
    assert archief.kernwoorden() == []
    assert archief.afspraken(A) == []
    assert archief.read_concept(A) is None
    with pytest.raises(OnbekendGesprek):
        archief.erase(A)


def test_the_source_of_a_conversation_is_kept_once(archief: Archief) -> None:
    begin(archief, said(0, "x"))
    begin(archief, said(0, "x"), id=B)
    assert archief.read_bron("vinger") == "{}"


def test_what_comes_back_in_the_drill_is_kept_replaced_and_listed_by_when(archief: Archief) -> None:
    later = timezone(timedelta(hours=9))  # its clock shows a later hour, and it is earlier
    archief.write_herhaling(Herhaling("d001", "{}", TIJD))
    archief.write_herhaling(Herhaling("d002", "{}", (TIJD - timedelta(hours=1)).astimezone(later)))
    archief.write_herhaling(Herhaling("d003", '{"keer": 1}', TIJD - timedelta(days=1)))
    assert [h.kaart for h in archief.herhalingen()] == ["d003", "d002", "d001"]
    archief.write_herhaling(Herhaling("d003", '{"keer": 2}', TIJD + timedelta(days=1)))
    assert archief.herhalingen()[-1] == Herhaling("d003", '{"keer": 2}', TIJD + timedelta(days=1))
    assert len(archief.herhalingen()) == 3


def practised(id: str = A, uitslag: str = "{}") -> Oefening:
    return Oefening(id, "sem", "en", TIJD, uitslag)


def test_practice_is_kept_apart_replaced_and_listed_oldest_first(archief: Archief) -> None:
    begin(archief, said(0, "trots"), id=C)
    archief.write_oefening(practised(B))
    archief.write_oefening(practised(A, '{"beurten": 3}'))
    assert archief.oefeningen() == [practised(A, '{"beurten": 3}'), practised(B)]
    archief.write_oefening(practised(A, '{"beurten": 4}'))
    assert archief.oefeningen() == [practised(A, '{"beurten": 4}'), practised(B)]
    assert [g.id for g in archief.recent()] == [C]
    with pytest.raises(OnbekendGesprek):
        archief.read(A)


def test_practice_that_is_erased_is_nowhere_and_the_rest_stays(archief: Archief) -> None:
    begin(archief, said(0, "trots"), id=C)
    archief.write_oefening(practised(A))
    archief.write_oefening(practised(B))
    archief.erase(A)
    assert archief.oefeningen() == [practised(B)]
    assert [g.id for g in archief.recent()] == [C]
    with pytest.raises(OnbekendGesprek):
        archief.erase(A)


def test_practice_that_is_erased_is_gone_from_the_file(tmp_path: Path) -> None:
    pad = tmp_path / "a.db"
    archief = open_archief(pad)
    archief.write_oefening(practised(A, '{"merk": "herkenbaar"}'))
    archief.erase(A)
    assert not any(b"herkenbaar" in bestand.read_bytes() for bestand in tmp_path.iterdir())
    archief.close()


def test_what_another_owner_keeps_is_never_seen(tmp_path: Path) -> None:
    mijn, ander = open_archief(tmp_path / "a.db", "ik"), open_archief(tmp_path / "a.db", "jij")
    begin(mijn, said(0, "van mij"), opbrengst=Opbrengst(kernwoord="rust", afspraken=(("bellen", None),)))
    assert ander.recent() == []
    assert ander.search("mij") == []
    assert ander.kernwoorden() == []
    assert ander.open_afspraken() == []
    assert ander.wordings_before(C) == {}
    mijn.write_herhaling(Herhaling("d001", "{}", TIJD))
    assert ander.herhalingen() == []
    ander.write_herhaling(Herhaling("d001", '{"keer": 9}', TIJD))
    assert mijn.herhalingen() == [Herhaling("d001", "{}", TIJD)]
    mijn.write_oefening(practised(B))
    assert ander.oefeningen() == []
    with pytest.raises(OnbekendGesprek):
        ander.write_oefening(practised(B, '{"van": "jou"}'))
    with pytest.raises(OnbekendGesprek):
        ander.erase(B)
    assert mijn.oefeningen() == [practised(B)]
    for verboden in (lambda: ander.read(A), lambda: ander.erase(A), lambda: ander.write(Schrijfwerk(head()))):
        with pytest.raises(OnbekendGesprek):
            verboden()
    mijn.close()
    ander.close()


def test_the_names_of_the_migrations_are_known_to_the_store() -> None:
    from gesprek.archief.schema import schema
    from gesprek.archief.verbinding import STEPS

    assert {stap.name for stap in schema._migrations} == STEPS


def test_an_older_archive_gets_what_is_new_and_keeps_what_it_has(tmp_path: Path) -> None:
    pad = tmp_path / "oud.db"
    oud = open_archief(pad)
    begin(oud, said(0, "trots"))
    oud.close()
    verbinding = sqlite3.connect(pad)
    with verbinding:
        verbinding.execute("DROP TABLE herhaling")
        verbinding.execute("DELETE FROM _sqlite_migrations WHERE name = 'herhaling'")
    verbinding.close()
    nieuw = open_archief(pad)
    nieuw.write_herhaling(Herhaling("d001", "{}", TIJD))
    assert [b.tekst for b in nieuw.read(A)[1]] == ["trots"]
    assert [h.kaart for h in nieuw.herhalingen()] == ["d001"]
    nieuw.close()
