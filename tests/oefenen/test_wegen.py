"""What an utterance does to trust: a broken rule never pays, nor does breaking and mending."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.toestand import Vertrouwen, begin
from gesprek.oefenen.wegen import load_weights, shape, step
from gesprek.regels import toets
from tests.oefenen.mentoren import SLECHT, leerlingen, lines

MEER = {
    "nl": [
        "Sorry, dat vulde ik in. Hoe was het voor jou?",
        "Sorry.",
        "…",
        "Hm.",
        "banaan",
        "Je zei ‘lucht’.",
        "Dus je was warm.",
    ],
    "en": [
        "Sorry, I filled that in. What was it like for you?",
        "Sorry.",
        "…",
        "Hm.",
        "banana",
        "You said ‘air’.",
        "So you were warm.",
    ],
}


@lru_cache(maxsize=2)
def pool(taal: Taal) -> list[str]:
    """Utterances of every style."""
    alle = [regel for stijl in ("goed", *SLECHT) for regel in lines(stijl, taal)]
    return [*dict.fromkeys(r.replace("{citaat}", "") for r in alle), *MEER[taal]]


@lru_cache(maxsize=2)
def broken(taal: Taal) -> list[str]:
    """Utterances that break a rule, whoever listens."""
    wie = leerlingen()[0][0]
    return [
        u
        for u in pool(taal)
        if toets(u, taal).schendt and all(shape(leerling, taal, u).breuken for leerling, t in leerlingen() if t == taal)
    ] or [wie.naam]


def end(leerling: Leerling, taal: Taal, uitingen: list[str]) -> int:
    """The trust at the end."""
    nu = begin(leerling).vertrouwen
    for uiting in uitingen:
        nu = step(leerling, taal, nu, uiting)
    return nu.v


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_replacing_a_kept_move_by_a_broken_one_never_raises_the_openness(data: st.DataObject) -> None:
    leerling, taal = data.draw(st.sampled_from(leerlingen(alarm=False) + leerlingen(alarm=True)))
    uitingen = data.draw(st.lists(st.sampled_from(pool(taal)), min_size=1, max_size=30))
    heel = [nr for nr, u in enumerate(uitingen) if not shape(leerling, taal, u).breuken]
    if not heel:
        return
    nr = data.draw(st.sampled_from(heel))
    fout = [*uitingen[:nr], data.draw(st.sampled_from(broken(taal))), *uitingen[nr + 1 :]]
    assert end(leerling, taal, fout) <= end(leerling, taal, uitingen)


toestanden = st.builds(
    Vertrouwen,
    v=st.integers(0, 100),
    w=st.integers(0, 3),
    kort=st.integers(0, 4),
    rij=st.integers(0, 8),
    net_gevoel=st.booleans(),
    beschouwd=st.booleans(),
)


@settings(max_examples=500, deadline=None)
@given(data=st.data(), nu=toestanden)
def test_a_break_is_never_better_than_anything_kept_in_any_state(data: st.DataObject, nu: Vertrouwen) -> None:
    leerling, taal = data.draw(st.sampled_from(leerlingen()))
    gebroken = step(leerling, taal, nu, data.draw(st.sampled_from(broken(taal))))
    uiting = data.draw(st.sampled_from(pool(taal)))
    if shape(leerling, taal, uiting).breuken:
        return
    gehouden = step(leerling, taal, nu, uiting)
    assert gebroken.v <= gehouden.v
    assert gebroken.w >= gehouden.w
    assert gebroken.kort >= gehouden.kort
    assert gebroken.rij >= gehouden.rij
    assert gebroken.net_gevoel >= gehouden.net_gevoel
    assert gebroken.beschouwd <= gehouden.beschouwd


@settings(max_examples=500, deadline=None)
@given(data=st.data(), een=toestanden, ander=toestanden)
def test_the_better_state_stays_the_better(data: st.DataObject, een: Vertrouwen, ander: Vertrouwen) -> None:
    leerling, taal = data.draw(st.sampled_from(leerlingen()))
    beter = Vertrouwen(
        v=max(een.v, ander.v),
        w=min(een.w, ander.w),
        kort=min(een.kort, ander.kort),
        rij=min(een.rij, ander.rij),
        net_gevoel=een.net_gevoel and ander.net_gevoel,
        beschouwd=een.beschouwd or ander.beschouwd,
    )
    uiting = data.draw(st.sampled_from(pool(taal)))
    a, b = step(leerling, taal, beter, uiting), step(leerling, taal, een, uiting)
    assert a.v >= b.v
    assert a.w <= b.w
    assert a.kort <= b.kort
    assert a.rij <= b.rij


@pytest.mark.parametrize(("leerling", "taal"), leerlingen())
def test_breaking_and_mending_never_pays(leerling: Leerling, taal: Taal) -> None:
    sorry = MEER[taal][0]
    for voor in range(0, 25, 3):
        aanloop = [u.replace("{citaat}", "") for u in lines("goed", taal)][:voor]
        for fout in broken(taal):
            assert end(leerling, taal, [*aanloop, fout, sorry]) <= end(leerling, taal, aanloop)


def test_the_order_of_the_table_is_that_of_the_sources() -> None:
    eraf = load_weights().eraf
    assert eraf.invullen > eraf.advies > eraf.emotie_graven > eraf.waarom > eraf.meervoudig >= eraf.compliment


@pytest.mark.parametrize("tussen", [[], ["Wat wil je later worden?"] * 3, ["Vond je het leuk?"] * 5])
def test_mending_brings_no_further_than_the_dearest_turn_without_a_break(tussen: list[str]) -> None:
    for leerling, taal in leerlingen():
        if taal == "nl":
            for heel in ("Wat wil je later worden?", "Wat goed van je.", "Was dat op maandag?"):
                assert not shape(leerling, taal, heel).breuken
                fout = ["Je moet gewoon wat meer initiatief nemen.", *tussen, "Sorry."]
                assert end(leerling, taal, fout) <= end(leerling, taal, [heel, *tussen, "Sorry."])
