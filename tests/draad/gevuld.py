"""An archive with a few conversations on set days, held on the engine itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from gesprek.archief import Archief
from gesprek.sessie import Sessie
from tests.tui.toneel import ANTWOORDEN

DAGEN = (
    datetime(2025, 9, 5, 15, tzinfo=UTC),
    datetime(2025, 12, 12, 15, tzinfo=UTC),
    datetime(2026, 6, 19, 15, tzinfo=UTC),
)
IDS = tuple(f"01K{nr}THREAD000000000000000{nr}" for nr in range(3))
VERHALEN: tuple[dict[str, str], ...] = (
    {"kernwoord": "rust", "kwaliteit": "ik kan rustig iets uitleggen"},
    {
        "ervaring": "Op mijn stage in de bakkerij heb ik een klant geholpen, ik was zo trots.",
        "kernwoord": "helpen",
        "kwaliteit": "ik hielp haar, dat kan ik",
        "motief": "dat iemand rust krijgt",
        "rode_draad": "dat ik anderen help",
    },
    {
        "ervaring": "Op de open dag mocht ik een robot besturen. Ik werd zo blij.",
        "kernwoord": "Geholpen",
        "kwaliteit": "helpen met bouwen",
        "motief": "dat ik mocht uitleggen hoe het werkt",
    },
)


def hold(archief: Archief, nr: int, **antwoorden: str) -> Sessie:
    """Hold one of the conversations, to its end."""
    nu = DAGEN[nr]

    def clock() -> datetime:
        nonlocal nu
        nu += timedelta(seconds=20)
        return nu

    sessie = Sessie.begin(archief, "kort", "nl", klok=clock, id=IDS[nr])
    sessie.start()
    answer_all(sessie, ANTWOORDEN | VERHALEN[nr] | antwoorden)
    return sessie


def answer_all(sessie: Sessie, weet: dict[str, str]) -> None:
    """Answer until the end."""
    for _keer in range(60):
        vraag = sessie.now
        if vraag is None:
            return
        vrij = not vraag.opties or vraag.vraag == "bijlage2.21"
        sessie.answer(next((weet[slot] for slot in vraag.vult if slot in weet), "dat ging zo") if vrij else "1")


def hold_all(archief: Archief, tot: int = 3) -> Archief:
    """Hold the first conversations, one after the other."""
    for nr in range(tot):
        hold(archief, nr)
    return archief


Houder = Callable[[Archief], Archief]
