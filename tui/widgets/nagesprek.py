"""What is said of a turn in practice, set as lines: kept or broken with the exact words, and how else it was tried."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from gesprek.model import Taal
from gesprek.oefenen.nabespreking import Vergelijking, care, example, moved, points, tell_comparison
from gesprek.oefenen.oefengesprek import STILTE
from gesprek.oefenen.reactie import Antwoord
from gesprek.taal import _
from tui.tekst import lines, one_line, words

_CITAAT = 100
"""Characters of a quote; a long one is known by its beginning."""


def set_points(antwoord: Antwoord, taal: Taal) -> Content:
    """Set what an utterance kept and broke, with a sign as well as a colour, and what it did."""
    regels: list[Content] = []
    for punt in points(antwoord, taal):
        citaat = f"‘{one_line(punt.citaat, _CITAAT)}’"
        if punt.gehouden:
            regels.append(words(("✓ ", "$now bold"), (f"{punt.naam}: ", "$now bold"), citaat))
        else:
            regels.append(words(("✗ ", "$own bold"), (f"{punt.naam}: ", "$own bold"), citaat))
            regels.append(words("  ", (punt.uitleg, "$quiet")))
    for goed, zin in care(antwoord):
        regels.append(words(("✓ ", "$now bold"), zin) if goed else words(("✗ ", "$own bold"), zin))
    if not regels:
        regels.append(words(_("This breaks nothing, and keeps nothing visible either.")))
    regels.append(words((_sign(antwoord) + moved(antwoord), "$quiet")))
    return lines(*regels)


def _sign(antwoord: Antwoord) -> str:
    if antwoord.soort in ("alarm_graven", "alarm_verder"):
        return "▼ "
    verschil = antwoord.na.vertrouwen.v - antwoord.voor.vertrouwen.v
    return "▲ " if verschil > 0 else "▼ " if verschil < 0 else "= "


def can_be_better(antwoord: Antwoord) -> bool:
    """Whether there is something to say in another way."""
    return bool(antwoord.zet.oordeel.opmerkingen)


def set_comparison(antwoord: Antwoord, poging: str, vergelijking: Vergelijking, taal: Taal) -> Content:
    """Set the first words, the own alternative, what became of it, and only then an example."""
    teken, stijl = ("✓ ", "$now bold") if vergelijking.better else ("✗ ", "$own bold")
    regels = [
        words((_("First") + "  ", "$quiet"), f"‘{one_line(antwoord.uiting, _CITAAT)}’"),
        words((_("Now") + "  ", "$quiet"), (f"‘{one_line(poging, _CITAAT)}’", "bold")),
        words((teken, stijl), (tell_comparison(vergelijking, taal), stijl)),
    ]
    return lines(*regels, *set_example(antwoord, taal))


def set_example(antwoord: Antwoord, taal: Taal) -> Iterable[Content]:
    """Set another way to say it, where there is one."""
    if anders := example(antwoord, taal):
        yield words((_("This is possible too: {example}").format(example=f"‘{anders}’"), "$now"))


def spoken(uiting: str) -> str:
    """Return what the mentor did, as it stands in the conversation."""
    return _("(silence)") if uiting == STILTE else uiting
