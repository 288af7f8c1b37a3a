"""The history as pictures. What stands in it is fixed here.

After a change that is meant: look at the report, then run this file with ``--snapshot-update -n 0``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gesprek.archief import Archief, Schrijfwerk
from gesprek.model import Afspraak, Beurt, Gesprek, Opbrengst, Soort, Spreker
from gesprek.taal import use_taal
from gesprek.verteld import Alinea, Gezegd, Hoofdstuk
from tests.tui.toneel import GROOT, KLEIN, Spel, settle
from tui.app import GesprekApp
from tui.screens.afspraken import Afsprakenscherm
from tui.screens.archief import Archiefscherm
from tui.screens.lezen import Leesscherm
from tui.widgets.gelezen import Gelezen

Vergelijk = Callable[..., bool]

TOEN = datetime(2026, 9, 1, 12, tzinfo=UTC)
VERTELD = (
    ("The morning in the bakery", "craft", "I kneaded the dough and the baker said: you have the hands for it."),
    ("The school play", "together", "I held the light on her hands while she played, and she looked up."),
    ("A talk about whales", "explaining", "Sam nodded when I told about the tail, and I was so proud."),
    ("", "", ""),
)


def tell(archief: Archief) -> None:
    """Keep a few conversations of which everything is fixed."""
    for nr in range(24):
        titel, woord, tekst = VERTELD[nr % 4]
        toen = TOEN + timedelta(days=3 * nr)
        kop = Gesprek(f"01J{nr:023d}", "samen" if nr % 5 == 2 else "zelf", "kort", "x", "en", toen, toen)
        kop = replace(kop, klaar=toen if woord else None, leerling="Noor" if nr % 5 == 2 else "")
        beurt = Beurt(0, toen, Spreker.LEERLING, Soort.ANTWOORD, "terugkijken.ervaring", "v", tekst)
        afspraken = (("ask for a second day", date(2026, 12, 1) if nr % 8 else None),) if nr in (0, 4, 8, 20) else ()
        opbrengst = Opbrengst(titel, bool(woord), woord or None, afspraken)
        archief.write(Schrijfwerk(kop, (beurt,) if tekst else (), bron="{}", opbrengst=opbrengst))


def _app(scherm: object, maat: tuple[int, int], archief: Archief) -> GesprekApp:
    use_taal("en")
    app = GesprekApp(archief, "en", scherm=scherm)  # type: ignore[arg-type]
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    return app


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_history(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    tell(archief)
    app = _app(Archiefscherm(archief, "en"), maat, archief)
    assert snap_compare(app, terminal_size=maat, run_before=settle)


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_a_search(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    tell(archief)

    async def search(spel: Spel) -> None:
        await settle(spel)
        await spel.press(*"hand", "f5", "f5", "f5")
        await asyncio.sleep(0.15)
        await settle(spel)

    app = _app(Archiefscherm(archief, "en"), maat, archief)
    assert snap_compare(app, terminal_size=maat, run_before=search)


@pytest.mark.parametrize(("maat", "beurt"), [(KLEIN, -1), (GROOT, -1), (KLEIN, 3)], ids=["klein", "groot", "alles"])
def test_a_conversation(
    snap_compare: Vergelijk, archief: Archief, monkeypatch: pytest.MonkeyPatch, maat: tuple[int, int], beurt: int
) -> None:
    kop = Gesprek("01J00000000000000000000001", "zelf", "kort", "x", "en", TOEN, TOEN, TOEN, "A talk about whales")
    gelezen = Gelezen(
        kop,
        "Tue, 1 Sept 2026",
        "explaining",
        9,
        (
            Hoofdstuk(
                "terugkijken",
                "Looking back",
                (
                    Alinea("", ("Last week I gave a talk about whales. Sam sat in front, Mr De Wit at the back.",)),
                    Alinea("What I felt", ("proud",)),
                ),
            ),
            Hoofdstuk("reflecteren", "Reflecting", (Alinea("What I can do", ("stay calm", "explain something")),)),
            Hoofdstuk(
                "activeren", "Taking action", (Alinea("What I agreed with myself", ("call my aunt (Friday, done)",)),)
            ),
        ),
        (
            Gezegd(-1, "fase", "Looking back"),
            Gezegd(0, "programma", "What happened recently that you still think about? Tell me."),
            Gezegd(1, "eigen", "Last week I gave a talk about whales, and I was so proud."),
            Gezegd(2, "programma", "Where were you at that moment?"),
            Gezegd(3, "eigen", "In the classroom, by the windows; everybody looked at the whale."),
            Gezegd(4, "programma", "Who was there?"),
            Gezegd(5, "leeg", "(skipped)"),
        ),
        (Afspraak(kop.id, 0, "call my aunt", date(2026, 9, 4), "gedaan"),),
    )
    monkeypatch.setattr("tui.screens.lezen.read", lambda *_: gelezen)
    app = _app(Leesscherm(archief, "en", kop.id, beurt, "whale" if beurt >= 0 else ""), maat, archief)
    assert snap_compare(app, terminal_size=maat, run_before=settle)


def test_what_was_agreed(snap_compare: Vergelijk, archief: Archief) -> None:
    tell(archief)
    archief.write_status("01J00000000000000000000004", 0, "gedaan")
    app = _app(Afsprakenscherm(archief, "en"), KLEIN, archief)
    assert snap_compare(app, terminal_size=KLEIN, run_before=settle)
