"""A question in the mentor's own words: what it asks for, and so what its answer fills."""

from __future__ import annotations

from gesprek.model import EIGEN, Taal, Verhaal
from gesprek.regels.verslag.vraagt import Onderwerp, asks
from vragen import Tekst, Vraag

ZEGT = EIGEN + "zegt"
"""Id of something the mentor says that asks nothing."""
WAARNEMING = EIGEN + "waarneming"
"""Id of what the mentor saw in the student."""
OVERIG = EIGEN + "anders"
"""Id of a question about anything else."""

_VULT: dict[Onderwerp, tuple[str, ...]] = {
    "opening": ("ervaring",),
    "moment": ("ervaring",),
    "plek": ("plek",),
    "wie": ("wie",),
    "rol": ("rol",),
    "eigen_daad": ("gebeurtenis",),
    "ander_daad": ("gebeurtenis",),
    "tijd": ("gebeurtenis",),
    "precies": ("gebeurtenis",),
    "aanleiding": ("aanleiding",),
    "gevoel": ("emotie",),
    "kwaliteit": ("kwaliteit",),
    "motief": ("motief",),
    "elders": ("verbreden",),
    "eerder": ("verdiepen",),
    "vergelijk": ("rode_draad",),
    "leefregel": ("leefregel",),
    "kernwoord": ("kernwoord",),
    "vooruit": ("uitproberen",),
    "stap": ("stap",),
    "warmte": ("warmte",),
    "kans": ("kans",),
    "netwerk": ("netwerk",),
    "belemmering": ("belemmering",),
    "afspraak": ("afspraak",),
}


def question_id(tekst: str, taal: Taal, gezocht: tuple[str, ...], verhaal: Verhaal) -> str:
    """Return the id under which a question in own words is kept: ``eigen.`` with what it asks for.

    :param tekst: as the mentor typed it.
    :param gezocht: slots that the conversation is after now; a question about one of them is taken as that.
    """
    onderwerpen = [onderwerp for onderwerp, _plaats in asks(tekst, taal).onderwerpen]
    passend = [o for o in onderwerpen if set(slots(EIGEN + o, verhaal)) & set(gezocht)]
    return EIGEN + next(iter([*passend, *onderwerpen]), OVERIG.removeprefix(EIGEN))


def slots(id: str, verhaal: Verhaal) -> tuple[str, ...]:
    """Return the slots that the answer to a question in own words fills.

    Once there is an experience, a question about a moment asks on about it.
    """
    vult = _VULT.get(id.removeprefix(EIGEN), ())  # type: ignore[call-overload]
    if vult == ("ervaring",) and "ervaring" in verhaal.slots:
        return ("gebeurtenis",)
    return tuple(vult)


def as_question(id: str, tekst: str) -> Vraag:
    """Return a question in own words as an item of the bank would be."""
    tekst = tekst or "…"
    return Vraag(id=id, soort="schaal" if id == EIGEN + "warmte" else "vraag", tekst=Tekst(nl=tekst, en=tekst))
