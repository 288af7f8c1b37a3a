"""Mentor styles, written without knowing any student: their scores keep apart on every one."""

from __future__ import annotations

import pytest

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling
from tests.oefenen.mentoren import SLECHT, leerlingen, talk


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
@pytest.mark.parametrize("zaad", [0, 1, 2])
def test_a_good_mentor_reaches_moment_two_stories_and_kernwoord_in_25_turns(
    leerling: Leerling, taal: Taal, zaad: int
) -> None:
    gesprek = talk(leerling, taal, "goed", zaad)
    eind = gesprek.close()
    assert len(gesprek.beurten) <= 25
    assert eind.aanleiding
    assert eind.verhalen >= 2
    assert eind.kernwoord
    assert eind.score >= 80


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
def test_the_scores_of_the_styles_keep_apart(leerling: Leerling, taal: Taal) -> None:
    scores = {stijl: talk(leerling, taal, stijl).close().score for stijl in ("goed", *SLECHT)}
    assert scores["goed"] >= 80
    assert scores["ondervrager"] <= 40
    assert all(scores[stijl] <= 15 for stijl in ("adviseur", "invuller", "graver"))
    assert scores["ondervrager"] > max(scores[s] for s in ("adviseur", "invuller", "graver"))


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
@pytest.mark.parametrize("stijl", SLECHT)
def test_no_bad_style_ever_hears_the_moment(leerling: Leerling, taal: Taal, stijl: str) -> None:
    eind = talk(leerling, taal, stijl).close()
    assert not eind.aanleiding
    assert not eind.kernwoord
