"""The card at the end of a conversation of two: what the student ticked, and a way to the mentor's own look back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from gesprek.samen.sessie import Samensessie
from gesprek.samen.teruglezen import chosen, parts
from gesprek.taal import _
from gesprek.taal.datums import format_day
from tui.widgets.kaart import Eindkaart, Kaartinhoud, has_days


class Samenkaart(Eindkaart):
    """The card at the end, with a way to the mentor's own look back."""

    LETTERS: ClassVar[str] = "ckm"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "screen.mentor", "For the mentor", id="card.mentor")]


def read_card_of_two(sessie: Samensessie) -> Kaartinhoud:
    """Return the card of a conversation of two: what the student ticked, and the name of what stays here."""
    gekozen = {deel.id for deel in chosen(sessie.verloop)}
    delen = parts(sessie.verloop)
    woord = next((deel.regels[0] for deel in delen if deel.id == "kernwoord" and deel.id in gekozen), "")
    op = [(deel.kop, deel.regels) for deel in delen if deel.id in gekozen and (deel.id != "kernwoord" or not woord)]
    blijft = [deel.kop for deel in delen if deel.id not in gekozen]
    if blijft:
        op.append((_("Stays in this conversation only"), (", ".join(blijft),)))
    return Kaartinhoud(
        woord, op, format_day(sessie.gesprek.begonnen.date(), sessie.gesprek.taal), has_days(sessie.verloop)
    )
