"""The screens of practising as pictures. What is said is fixed here, so that new wordings do not change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gesprek.archief import Archief, open_archief
from gesprek.model import Oefening
from gesprek.oefenen.afronding import Afronding, Kaart, Telling, Wending
from gesprek.oefenen.leerlingen import Leerling, Tweetalig, load_student
from gesprek.oefenen.oefensessie import Oefensessie
from gesprek.oefenen.uitslag import Oefenuitslag
from gesprek.taal import use_taal
from tests.tui.toneel import GROOT, KLEIN, Spel, send, settle
from tui.app import GesprekApp
from tui.screens.oefeneind import Oefeneind
from tui.screens.oefenen import OefenScherm
from tui.screens.oefenkeuze import Aanbod, Oefenkeuze
from tui.screens.voortgang import Voortgang
from tui.tekst import lines, words

Vergelijk = Callable[..., bool]
NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
ID = "01JDCGN9R00000000000000000"
MATEN = pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
GEZEGD = (
    ("Which experience would you like to share with me?", "My internship. Two weeks at a place for playgrounds."),
    ("Where were you then?", "By the printer. Everyone else sat at the long table."),
    ("Why did you not say anything?", "Just because. I don't know."),
)
EIND = Afronding(
    openheid=(0.32, 0.38, 0.44, 0.39, 0.5, 0.58, 0.66),
    wendingen=(
        Wending(1, 6, "Which experience would you like to share with me?", ("Recent experience",)),
        Wending(3, -5, "Why did you not say anything?", ("why question",)),
        Wending(4, 11, "Air, you said. What happened right before that?", ("Feeling words", "Exactly what")),
    ),
    verteld=(("Looking back", 5, 9), ("Reflecting", 2, 7), ("Looking ahead", 0, 2), ("Taking action", 0, 3)),
    kernwoord=False,
    gehouden=(Telling("Exactly what", 3, ("Where were you then", "What happened right before that")),),
    geschonden=(Telling("why question", 1, ("Why did you not say",)),),
    sterk="You pick up the student’s feeling word.",
    oefen="why question. Who asks why gets a justification.",
    zorg="",
    daarna=(),
    kaart=Kaart(
        "For my next conversation",
        (
            ("Keep doing this", ("You pick up the student’s feeling word.", "‘Air, you said.’")),
            ("Practise this", ("I said: ‘Why did you not say anything?’", "Better: ‘What did you do then?’")),
        ),
    ),
)


def _student(naam: str, zin: str) -> Leerling:
    tekst = Tweetalig(nl=zin, en=zin)
    return load_student("sem").model_copy(update={"naam": naam, "beschrijving": tekst, "schooltype": tekst})


LEERLINGEN = (
    _student("robin", "Robin (16, havo 4) had an internship on a chair. Curt, until someone really asks."),
    _student("kim", "Kim (17, havo 5) is friendly, and quickly done."),
)


@pytest.fixture
def sessie(archief: Archief) -> Oefensessie:
    """A practice conversation in which everything that was said is fixed."""
    use_taal("en")
    leerling = _student("robin", "havo 4")
    sessie = Oefensessie(archief, leerling, "en", klok=lambda: NU, id=ID)
    for uiting, antwoord in GEZEGD:
        sessie.gesprek.say(uiting)
        sessie.gesprek.beurten[-1] = replace(sessie.gesprek.beurten[-1], tekst=antwoord)
    return sessie


def _app(archief: Archief, scherm: object, maat: tuple[int, int]) -> GesprekApp:
    app = GesprekApp(archief, "en", scherm=scherm)  # type: ignore[arg-type]
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    return app


async def _still(spel: Spel) -> None:
    await settle(spel)
    await spel.pause(0.1)
    await settle(spel)


@MATEN
def test_who_to_talk_with(snap_compare: Vergelijk, monkeypatch: pytest.MonkeyPatch, maat: tuple[int, int]) -> None:
    use_taal("en")
    monkeypatch.setattr("tui.screens.oefenkeuze.read_students", lambda _taal: Aanbod(LEERLINGEN))
    app = _app(open_archief(None), Oefenkeuze(open_archief(None), "en"), maat)
    assert snap_compare(app, terminal_size=maat, run_before=_still)


@MATEN
def test_feedback_and_another_way(
    snap_compare: Vergelijk, monkeypatch: pytest.MonkeyPatch, sessie: Oefensessie, maat: tuple[int, int]
) -> None:
    gezegd = lines(
        words(("✗ why question: ", "$own bold"), "‘Why did you’"), words(("▼ The student closed.", "$quiet"))
    )
    monkeypatch.setattr("tui.screens.oefenen.set_points", lambda *_: gezegd)
    monkeypatch.setattr("tui.screens.oefenen.can_be_better", lambda _antwoord: True)

    async def ask(spel: Spel) -> None:
        await _still(spel)
        await spel.press("f5")
        await _still(spel)

    app = _app(sessie.archief, OefenScherm(sessie), maat)
    assert snap_compare(app, terminal_size=maat, run_before=ask)


@MATEN
def test_what_was_tried_is_compared(
    snap_compare: Vergelijk, monkeypatch: pytest.MonkeyPatch, sessie: Oefensessie, maat: tuple[int, int]
) -> None:
    beter = lines(words("First  ‘Why did you not say anything?’"), words(("✓ Better.", "$now bold")))
    monkeypatch.setattr("tui.screens.oefenen.set_comparison", lambda *_: beter)
    monkeypatch.setattr("tui.screens.oefenen.can_be_better", lambda _antwoord: True)

    async def try_it(spel: Spel) -> None:
        await _still(spel)
        await spel.press("f5")
        await _still(spel)
        await send(spel, "What did you do then?")
        await _still(spel)

    app = _app(sessie.archief, OefenScherm(sessie), maat)
    assert snap_compare(app, terminal_size=maat, run_before=try_it)


@MATEN
def test_the_end_of_practising(snap_compare: Vergelijk, sessie: Oefensessie, maat: tuple[int, int]) -> None:
    app = _app(sessie.archief, Oefeneind(sessie, EIND), maat)
    assert snap_compare(app, terminal_size=maat, run_before=_still)


def test_the_card_of_practising(snap_compare: Vergelijk, sessie: Oefensessie) -> None:
    async def down(spel: Spel) -> None:
        await _still(spel)
        await spel.press("pagedown")
        await _still(spel)

    app = _app(sessie.archief, Oefeneind(sessie, EIND), KLEIN)
    assert snap_compare(app, terminal_size=KLEIN, run_before=down)


@MATEN
def test_progress(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    use_taal("en")
    for nr in range(6):
        uitslag = Oefenuitslag(
            beurten=9,
            gehouden={"geen-waarom": nr, "verdiep": 3 + nr % 3},
            geschonden={"waarom": max(0, 4 - nr), "advies": 2},
        )
        begonnen = NU.replace(day=1 + 3 * nr)
        archief.write_oefening(Oefening(ID[:-1] + str(nr), "sem", "en", begonnen, uitslag.model_dump_json()))

    async def why(spel: Spel) -> None:
        await _still(spel)
        await spel.press(*["down"] * 8)
        await _still(spel)

    assert snap_compare(_app(archief, Voortgang(archief, "en"), maat), terminal_size=maat, run_before=why)
