"""A drill with an archive: what was learned is kept, and when it cannot be, the drill goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gesprek.archief import Archief, GeenArchief, SchijfVol, open_archief
from gesprek.model import Herhaling
from gesprek.oefenen.bespreking import look_again, whats_next, when
from gesprek.oefenen.drill import RONDE, Optie
from gesprek.oefenen.herhaling import Afloop
from gesprek.oefenen.sessie import Drillsessie

Klok = Callable[[], datetime]
NU = datetime(2026, 11, 23, 15, tzinfo=UTC)


def answer(sessie: Drillsessie, *, goed: bool) -> None:
    """Answer the item of now to its end."""
    nu = sessie.now
    assert nu is not None
    if sessie.opties:
        juist = Optie(nu.regel, nu.gebroken)
        sessie.choose([(optie == juist) is goed for optie in sessie.opties].index(True))
        return
    while not sessie.rewrite("Vertel eens wat er gebeurde." if goed else "Waarom deed je dat?").af:
        pass


def test_what_was_learned_is_there_the_next_time(tmp_path: Path, klok: Klok) -> None:
    pad = tmp_path / "a.db"
    archief = open_archief(pad)
    sessie = Drillsessie(archief, "nl", klok)
    gehad = []
    while (nu := sessie.now) is not None:
        gehad.append(nu.id)
        answer(sessie, goed=True)
    archief.close()
    assert len(gehad) == RONDE
    archief = open_archief(pad)
    weer = Drillsessie(archief, "nl", klok)
    nieuw = []
    while (nu := weer.now) is not None:
        nieuw.append(nu.id)
        answer(weer, goed=True)
    assert not set(gehad) & set(nieuw)
    archief.close()


def test_what_went_wrong_opens_the_round_of_the_next_day(archief: Archief) -> None:
    sessie = Drillsessie(archief, "nl", lambda: NU)
    fout = sessie.now
    assert fout is not None
    answer(sessie, goed=False)
    while sessie.now is not None:
        answer(sessie, goed=True)
    assert Drillsessie(archief, "nl", lambda: NU).now != fout
    assert Drillsessie(archief, "nl", lambda: NU + timedelta(days=1)).now == fout


def test_no_word_that_the_trainee_typed_is_in_the_file(tmp_path: Path) -> None:
    archief = open_archief(tmp_path / "a.db")
    sessie = Drillsessie(archief, "nl", lambda: NU)
    while sessie.opties:
        answer(sessie, goed=False)
    sessie.rewrite("Vertel eens over Zonnebloemhoeve.")
    bestanden = b"".join(p.read_bytes() for p in tmp_path.glob("a.db*"))
    assert b"onnebloem" not in bestanden
    assert archief.herhalingen()
    archief.close()


def test_the_round_closes_with_what_to_practise_and_when(archief: Archief) -> None:
    sessie = Drillsessie(archief, "nl", lambda: NU)
    eerste = sessie.now
    assert eerste is not None
    answer(sessie, goed=False)
    while sessie.now is not None:
        answer(sessie, goed=True)
    einde = sessie.close()
    assert (einde.goed, einde.van) == (RONDE - 1, RONDE)
    assert einde.regels == (eerste.regel,)
    assert einde.volgende == (NU + timedelta(days=1)).date()
    assert einde.wachtend == 130 - RONDE
    assert whats_next(einde, bewaard=True)[-1] == "De eerste zin komt morgen terug."
    assert len(look_again(einde, "nl")) == 1


@pytest.mark.parametrize(
    ("dagen", "woorden"), [(1, "morgen"), (2, "over 2 dagen"), (13, "over 13 dagen"), (46, "over 7 weken")]
)
def test_a_day_is_said_in_words(dagen: int, woorden: str) -> None:
    assert when((NU + timedelta(days=dagen)).date(), NU.date()) == woorden


def test_another_round_goes_on_where_this_one_ended(archief: Archief) -> None:
    sessie = Drillsessie(archief, "nl", lambda: NU)
    gehad = set()
    for _ronde in range(3):
        while (nu := sessie.now) is not None:
            gehad.add(nu.id)
            answer(sessie, goed=True)
        sessie.begin_again()
    assert len(gehad) == 3 * RONDE
    assert not sessie.ahead


def test_when_all_is_learned_it_says_that_these_come_before_their_day(archief: Archief) -> None:
    sessie = Drillsessie(archief, "en", lambda: NU)
    for _ronde in range(5):
        while sessie.now is not None:
            answer(sessie, goed=True)
        sessie.begin_again()
    assert sessie.ahead
    assert sessie.now is not None


def test_both_languages_are_learned_apart(archief: Archief) -> None:
    sessie = Drillsessie(archief, "nl", lambda: NU)
    answer(sessie, goed=False)
    engels = Drillsessie(archief, "en", lambda: NU + timedelta(days=1))
    assert engels.now is not None
    assert engels.now.taal == "en"
    assert engels.close().volgende is None


def test_keeping_nothing_says_so_at_the_end() -> None:
    archief = open_archief(None)
    sessie = Drillsessie(archief, "nl", lambda: NU)
    answer(sessie, goed=True)
    einde = sessie.close()
    assert einde.volgende is None
    assert "Hiervan blijft niets bewaard." in whats_next(einde, bewaard=sessie.kept)
    assert sessie.take_message() == ""
    archief.close()


def fill(archief: Archief, groot: int) -> None:
    """Keep things of a size until it cannot be done any more."""
    for nr in range(10_000):
        archief.write_herhaling(Herhaling(f"{groot}/{nr}", "y" * groot, NU))


def test_a_full_disk_is_told_once_and_the_drill_goes_on(tmp_path: Path) -> None:
    archief = open_archief(tmp_path / "a.db")
    vol = archief._conn.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
    archief._conn.execute(f"PRAGMA max_page_count={vol}")  # type: ignore[attr-defined]
    for groot in (1000, 1):  # until the last byte of the last page
        with pytest.raises(SchijfVol):
            fill(archief, groot)
    sessie = Drillsessie(archief, "nl", lambda: NU)
    meldingen = []
    while sessie.now is not None:
        answer(sessie, goed=True)
        meldingen.append(sessie.take_message())
    assert [m for m in meldingen if m] == [meldingen[0]]
    assert "vol" in meldingen[0]
    assert "niet bewaard" in meldingen[0]
    assert not sessie.kept
    assert sessie.ronde.done == RONDE
    archief.close()


def test_a_locked_archive_is_told_once_and_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesprek.archief.verbinding.WACHT_MS", 100)
    archief = open_archief(tmp_path / "a.db")
    sessie = Drillsessie(archief, "nl", lambda: NU)
    ander = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    ander.execute("BEGIN IMMEDIATE")
    answer(sessie, goed=True)
    assert "in gebruik" in sessie.take_message()
    ander.execute("ROLLBACK")
    ander.close()
    answer(sessie, goed=True)
    assert sessie.take_message() == ""
    assert archief.herhalingen() == []
    archief.close()


def test_an_archive_that_cannot_be_read_is_told_and_all_is_new(
    archief: Archief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise GeenArchief("Dit bestand is geen archief.")

    monkeypatch.setattr(archief, "herhalingen", broken)
    sessie = Drillsessie(archief, "nl", lambda: NU)
    assert sessie.take_message().startswith("Dit bestand is geen archief. ")
    assert sessie.now is not None


def test_a_card_that_cannot_be_read_is_asked_as_if_it_were_new(archief: Archief) -> None:
    eerste = Drillsessie(archief, "nl", lambda: NU).now
    assert eerste is not None
    archief.write_herhaling(Herhaling(eerste.id, "onleesbaar", NU + timedelta(days=99)))
    sessie = Drillsessie(archief, "nl", lambda: NU)
    assert sessie.now == eerste
    answer(sessie, goed=True)
    assert [h.stand for h in archief.herhalingen()] != ["onleesbaar"]


def test_each_item_is_kept_as_soon_as_it_is_answered(archief: Archief) -> None:
    sessie = Drillsessie(archief, "nl", lambda: NU)
    eerste = sessie.now
    assert eerste is not None
    answer(sessie, goed=False)
    (gehouden,) = archief.herhalingen()
    assert gehouden.kaart == eerste.id
    assert f'"{Afloop.FOUT}"' in gehouden.stand
