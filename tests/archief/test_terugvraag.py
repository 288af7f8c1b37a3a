"""What a conversation asks back about stays what it began with, and what was said last of an afspraak holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gesprek.archief import Archief, Schrijfwerk, Zeef, open_archief
from gesprek.model import Opbrengst
from tests.archief.test_contract import A, B, C, begin, head, said


@pytest.fixture(params=["bestand", "geheugen"])
def archief(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archief]:
    open_ = open_archief(tmp_path / "a.db" if request.param == "bestand" else None)
    begin(open_, said(0, "x"), opbrengst=Opbrengst(afspraken=(("bellen", None), ("mailen", None))))
    begin_with_asking(open_)
    yield open_
    open_.close()


def begin_with_asking(archief: Archief) -> None:
    archief.write(Schrijfwerk(head(B), (said(0, "x"),), bron="{}", terugvraag=archief.open_afspraken(voor=B)))


def say(archief: Archief, **terugblik: str) -> None:
    """Let the second conversation say what became of the first or the second afspraak."""
    plek = {"eerste": 0, "tweede": 1}
    opbrengst = Opbrengst(terugblik={(A, plek[naam]): status for naam, status in terugblik.items()})
    archief.write(Schrijfwerk(head(B), opbrengst=opbrengst, terugvraag=archief.open_afspraken(voor=B)))


def statuses(archief: Archief) -> list[str]:
    return [a.status for a in archief.afspraken(A)]


def test_a_status_that_was_set_outside_holds_when_an_older_conversation_goes_on(archief: Archief) -> None:
    say(archief, eerste="gedaan")
    archief.write_status(A, 0, "vervallen")
    say(archief, eerste="gedaan", tweede="open")
    assert statuses(archief) == ["vervallen", "open"]


def test_what_a_later_conversation_says_holds_over_what_was_set_outside(archief: Archief) -> None:
    archief.write_status(A, 0, "open")
    say(archief, eerste="gedaan")
    assert statuses(archief) == ["gedaan", "open"]


def test_going_back_opens_it_again_unless_it_was_set_outside_since(archief: Archief) -> None:
    say(archief, eerste="gedaan", tweede="vervallen")
    archief.write_status(A, 1, "gedaan")
    say(archief)
    assert statuses(archief) == ["open", "gedaan"]


def test_a_conversation_goes_on_asking_about_the_ones_it_began_with(archief: Archief) -> None:
    archief.write_status(A, 0, "gedaan")
    assert [a.tekst for a in archief.open_afspraken(voor=B)] == ["bellen", "mailen"]
    assert [a.tekst for a in archief.open_afspraken(voor=C)] == ["mailen"]


def test_one_that_was_erased_keeps_its_place_without_words(archief: Archief) -> None:
    archief.erase(A)
    assert [a.tekst for a in archief.open_afspraken(voor=B)] == ["", ""]
    say(archief)


def test_another_owner_sees_none_of_it(tmp_path: Path) -> None:
    mijn = open_archief(tmp_path / "b.db", "ik")
    begin(mijn, said(0, "x"), opbrengst=Opbrengst(afspraken=(("bellen", None),)))
    begin_with_asking(mijn)
    ander = open_archief(tmp_path / "b.db", "jij")
    assert ander.open_afspraken(voor=B) == []
    mijn.close()
    ander.close()


def test_search_looks_only_where_it_is_asked_to(archief: Archief) -> None:
    assert {t.gesprek.id for t in archief.search("x")} == {A, B}
    assert archief.search("x", zeef=Zeef(modus="samen")) == []


def test_a_name_that_was_given_is_found_by_its_words(archief: Archief) -> None:
    archief.rename(A, "Mijn Eérste 100%")
    assert [g.id for g in archief.sift(Zeef(naam="100% eerste"))] == [A]
    assert archief.sift(Zeef(naam="eerste mijne")) == []
