"""What a conversation yields so far: its title, kernwoord, agreements, and what became of those of before."""

from __future__ import annotations

from gesprek.bewoorden import Geschiedenis, kernwoord_text
from gesprek.model import DRAADSLOTS, Opbrengst, Verhaal
from gesprek.weergave import shorten

_STATUS = {"gedaan": "gedaan", "hoeft_niet": "vervallen"}
"""What became of an agreement, by the option that was chosen; anything else leaves it open."""


def sum_up(verhaal: Verhaal, geschiedenis: Geschiedenis, *, klaar: bool) -> Opbrengst:
    """Return what a story yields.

    :param klaar: whether the conversation is done.
    """
    ervaring, kernwoord = verhaal.last("ervaring"), verhaal.last("kernwoord")
    return Opbrengst(
        titel=shorten(ervaring.citaat) if ervaring else "",
        klaar=klaar,
        kernwoord=kernwoord_text(kernwoord) if kernwoord else None,
        afspraken=tuple((a.citaat.tekst.strip(), datum) for a, datum in verhaal.afspraken),
        terugblik={
            (oud.gesprek, oud.nr): _STATUS.get(gekozen, "open")
            for plaats, gekozen in verhaal.terugblik
            if plaats < len(geschiedenis.oude_afspraken)
            for oud in (geschiedenis.oude_afspraken[plaats],)
        },
        gevuld=tuple((slot, i.citaat) for slot in DRAADSLOTS for i in verhaal.slots.get(slot, ())),
    )
