"""The card at the end: what a student takes along, in the student's own words."""

from __future__ import annotations

from gesprek.bewoorden import small_story
from gesprek.taal import _
from gesprek.taal.datums import format_day
from gesprek.verloop import Verloop
from gesprek.weergave import shorten


def card_lines(verloop: Verloop) -> list[tuple[str, list[str]]]:
    """Return the parts of the card as (heading, lines). A part without words is left out."""
    verhaal, opbrengst, taal = verloop.verhaal, verloop.opbrengst(), verloop.gesprek.taal
    delen: list[tuple[str, list[str]]] = []
    if opbrengst.kernwoord:
        delen.append((_("My word"), [opbrengst.kernwoord]))
    if citaten := small_story(verhaal):
        delen.append((_("My small story"), [f"‘{shorten(citaat, ruim=True)}’" for citaat in citaten]))
    for slot, kop in (("rode_draad", _("What comes back")), ("leefregel", _("My rule"))):
        if invulling := verhaal.last(slot):
            delen.append((kop, [f"‘{shorten(invulling.citaat, ruim=True)}’"]))
    if stap := verhaal.last("stap"):
        delen.append((_("My next step"), [f"‘{shorten(stap.citaat, ruim=True)}’"]))
    if opbrengst.afspraken:
        regels = [f"{tekst} ({format_day(datum, taal)})" if datum else tekst for tekst, datum in opbrengst.afspraken]
        delen.append((_("What I agreed with myself"), regels))
    if netwerk := verhaal.last("netwerk"):
        delen.append((_("Who can help me"), [f"‘{shorten(netwerk.citaat)}’"]))
    return delen
