"""Whatever is typed: it ends, replays, quotes only the student, and asks one question at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.model import Soort, Spreker
from gesprek.uiting import Uiting, Uitkomst
from gesprek.verloop import Verloop
from tests.toneel import BRONNEN, TIJD, new

ANTWOORDEN = st.one_of(
    st.sampled_from(
        [
            "weet niet",
            "ja",
            "nee",
            "",
            " ",
            "1",
            "2",
            "7",
            "10",
            "ik was boos",
            "Op stage was ik trots omdat ik mocht helpen in de keuken",
            "leuk maar ook eng",
            "rust",
            "dat iedereen die iets ziet ook iets mag zeggen",
            "vrijdag",
            "geen zin",
            "Ik blijf bij dit moment",
            "{emotie} {kernwoord}",
            "[/bold]",
            "nee dat is het",
            "dit is genoeg",
        ]
    ),
    st.text(max_size=30),
)
DADEN = st.one_of(
    st.tuples(st.just("antwoord"), ANTWOORDEN),
    st.tuples(st.sampled_from(["terug", "sla_over", "schrap"]), st.just("")),
)


def act(verloop: Verloop, daad: tuple[str, str], tijd: datetime) -> tuple[Verloop, Uitkomst]:
    match daad[0]:
        case "terug":
            return verloop, verloop.back(tijd)
        case "sla_over":
            return verloop, verloop.skip(tijd)
        case "schrap":
            antwoorden = [b.nr for b in verloop.beurten if b.soort is Soort.ANTWOORD]
            if antwoorden:
                return verloop.strike(antwoorden[len(antwoorden) // 2])[0], Uitkomst()
            return verloop, Uitkomst()
    return verloop, verloop.answer(daad[1], tijd)


def state(verloop: Verloop) -> tuple[Any, ...]:
    return (
        verloop.beurten,
        verloop.regels,
        verloop.klaar,
        replace(verloop.now, concept="") if verloop.now else None,
        verloop.stand.stap,
        verloop.stand.genomen,
        verloop.verhaal.slots,
        verloop.verhaal.open,
        verloop.opbrengst(),
    )


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["loopbaangesprek", "kort"]), st.lists(DADEN, max_size=60))
def test_replay_always_equals_live(flow: str, daden: list[tuple[str, str]]) -> None:
    verloop = new(BRONNEN[flow])
    verloop.start(TIJD)
    for nr, daad in enumerate(daden):
        verloop, _uitkomst = act(verloop, daad, TIJD + timedelta(seconds=nr))
        if verloop.zorg:
            verloop.answer("1", TIJD)
    opnieuw = Verloop.replay(BRONNEN[flow], verloop.gesprek, verloop.beurten, bewaarplek="ergens")
    assert state(opnieuw) == state(verloop)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["loopbaangesprek", "kort"]), st.lists(ANTWOORDEN, min_size=1, max_size=30), st.randoms())
def test_it_always_ends_and_never_asks_a_third_time_in_a_row(flow: str, antwoorden: list[str], kans: Any) -> None:
    bron = BRONNEN[flow]
    verloop = new(bron)
    gezegd = [u.vraag + u.deel for u in verloop.start(TIJD).uitingen if u.soort not in ("reactie", "klaar", "zorg")]
    for _nr in range(140):
        if verloop.klaar:
            break
        assert verloop.stand.stap in bron.stappen
        if verloop.zorg:
            verloop.answer("1", TIJD)
            continue
        uitkomst = verloop.answer(kans.choice(antwoorden), TIJD)
        gezegd += [u.vraag + u.deel for u in uitkomst.uitingen if u.soort in ("vraag", "keuze", "schaal")]
    assert verloop.klaar
    assert not [a for a, b, c in zip(gezegd, gezegd[1:], gezegd[2:], strict=False) if a == b == c]


@settings(max_examples=80, deadline=None)
@given(st.lists(ANTWOORDEN, min_size=5, max_size=40))
def test_every_quote_stands_in_the_students_own_turn(antwoorden: list[str]) -> None:
    verloop = new(BRONNEN["loopbaangesprek"])
    verloop.start(TIJD)
    for antwoord in antwoorden:
        verloop.answer("1" if verloop.zorg else antwoord, TIJD)
    for slot, invullingen in verloop.verhaal.slots.items():
        for invulling in invullingen:
            citaat = invulling.citaat
            assert verloop.beurten[citaat.beurt].spreker is Spreker.LEERLING, slot
            assert verloop.beurten[citaat.beurt].tekst[citaat.van : citaat.tot] == citaat.tekst, slot


@settings(max_examples=60, deadline=None)
@given(st.lists(DADEN, max_size=40), st.integers(1, 6))
def test_at_most_one_question_is_asked_at_a_time(daden: list[tuple[str, str]], keer: int) -> None:
    verloop = new(BRONNEN["loopbaangesprek"])
    verloop.start(TIJD)
    for daad in daden * keer:
        verloop, uitkomst = act(verloop, daad, TIJD)
        vragen = [u for u in uitkomst.uitingen if u.soort in ("vraag", "keuze", "schaal", "zorg")]
        assert len(vragen) <= 1
        assert all(sjabloon_questions(u) <= 1 for u in vragen)


def sjabloon_questions(uiting: Uiting) -> int:
    """Count the question marks that are the program's own: quotes of the student left out."""
    import re

    return re.sub(r"‘.*?’", "", uiting.tekst, flags=re.DOTALL).count("?") if uiting.soort != "zorg" else 0
