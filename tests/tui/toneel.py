"""A stage for the tests of the screen: a conversation at any point, and what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.pilot import Pilot

from gesprek.archief import Archief
from gesprek.model import Taal
from gesprek.sessie import Sessie
from gesprek.uiting import Uiting
from tui.app import GesprekApp
from tui.screens.gesprek import GesprekScherm
from tui.widgets.antwoord import Antwoord
from tui.widgets.keuze import Keuzelijst

Klok = Callable[[], datetime]
Spel = Pilot[None]

KLEIN, GROOT = (80, 24), (140, 40)
ID = "01JDCGN9R00000000000000000"
ERVARING = "Vorige week gaf ik een spreekbeurt over orka's, ik was zo trots."
ANTWOORDEN = {
    "uitkomst": "ging goed",
    "ervaring": ERVARING,
    "plek": "in de klas, bij de ramen",
    "wie": "mijn vriendin Sam zat vooraan",
    "gebeurtenis": "ik keek op en vertelde over de walvis die ik zelf zag",
    "aanleiding": "Sam knikte naar mij toen ik over de staart begon",
    "klopt": "1",
    "kwaliteit": "ik kan rustig iets uitleggen",
    "motief": "dat ze luisterden, gezien worden vind ik belangrijk",
    "verbreden": "bij voetbal leg ik de oefeningen uit aan de kleintjes",
    "verdiepen": "in groep 8 vertelde ik bij de musical",
    "rode_draad": "dat ik iets kan uitleggen en mensen luisteren",
    "kernwoord": "vertellen",
    "kernwoord_past": "1",
    "stap": "een dag meelopen bij Naturalis",
    "warmte": "9",
    "netwerk": "mijn tante, zij werkt daar",
    "afspraak": "vrijdag bel ik mijn tante",
}


def begin(archief: Archief, klok: Klok, taal: Taal = "nl", flow: str = "kort", id: str = ID) -> Sessie:
    """Begin a conversation and ask its first question."""
    sessie = Sessie.begin(archief, flow, taal, klok=klok, id=id)
    sessie.start()
    return sessie


def lead(sessie: Sessie, tot: str | None = None, **antwoorden: str) -> Sessie:
    """Answer until a slot (or kind of question) is asked for, or the end."""
    weet = ANTWOORDEN | antwoorden
    for _keer in range(100):
        nu = sessie.now
        if nu is None or tot in (*nu.vult, nu.soort):
            break
        sessie.answer(next((weet[s] for s in nu.vult if s in weet), "1" if nu.opties else "dat hielp ik in de keuken"))
    return sessie


def stage(sessie: Sessie, uitingen: tuple[Uiting, ...] | None = None) -> GesprekApp:
    """Return the app with a conversation on the screen, at its open question.

    :param uitingen: what it says; the open question when left out.
    """
    app = GesprekApp(sessie.archief, sessie.gesprek.taal, sessie)
    nu = sessie.now
    gezegd = uitingen if uitingen is not None else (nu,) if nu else (Uiting("klaar", "Dit was het."),)
    app.get_default_screen = lambda: GesprekScherm(sessie, gezegd)  # type: ignore[method-assign]
    return app


async def settle(spel: Spel) -> None:
    """Wait until everything that was asked for is done."""
    await spel.pause(0)
    await spel.app.workers.wait_for_complete()
    await spel.pause(0.02)


async def send(spel: Spel, tekst: str) -> None:
    """Type an answer and send it."""
    field(spel).insert(tekst)
    await spel.press("enter")
    await settle(spel)


def field(spel: Spel) -> Antwoord:
    """Return the answer field."""
    return spel.app.screen.query_one(Antwoord)


async def click_option(spel: Spel, nr: int) -> None:
    """Click an option, by its place from 0, once the page no longer moves."""
    await settle(spel)
    lijst = spel.app.screen.query_one(Keuzelijst)
    stond = None
    while stond != lijst.region:
        stond = lijst.region
        await spel.pause(0.05)
    plek = lijst.region_of(nr).translate((3, 0)).offset
    await spel.click(lijst, offset=(lijst.content_region.offset - lijst.region.offset) + plek)
    await settle(spel)


def lines(spel: Spel) -> list[str]:
    """Return what stands on the screen, line by line."""
    return [strip.text.rstrip() for strip in spel.app.screen._compositor.render_strips()]


def text(spel: Spel) -> str:
    """Return what stands on the screen, its words behind each other."""
    return " ".join(" ".join(lines(spel)).split())


def farewell(spel: Spel) -> str:
    """Return what is said after the program has stopped."""
    assert isinstance(spel.app, GesprekApp)
    return spel.app.afscheid
