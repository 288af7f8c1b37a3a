"""What a turn of the mentor asks for: a place, a feeling, a word, a next step. The patterns are ``*/vraagt.tsv``.

Coarse on purpose: it serves to lay a whole conversation out, not to judge one utterance.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from gesprek.luisteren.laden import load
from gesprek.luisteren.lijsten import Treffer, longest
from gesprek.luisteren.woorden import Rij, words
from gesprek.model import Taal

MAP = Path(__file__).parent

Onderwerp = Literal[
    "opening",
    "moment",
    "plek",
    "wie",
    "rol",
    "eigen_daad",
    "ander_daad",
    "tijd",
    "aanleiding",
    "precies",
    "gevoel",
    "kwaliteit",
    "motief",
    "elders",
    "eerder",
    "vergelijk",
    "leefregel",
    "kernwoord",
    "vooruit",
    "stap",
    "warmte",
    "kans",
    "netwerk",
    "belemmering",
    "afspraak",
]
"""What a question is about."""

Fase = Literal["terugkijken", "reflecteren", "vooruitkijken", "activeren"]
FASEN: tuple[Fase, ...] = get_args(Fase)

FASE_VAN: dict[Onderwerp, Fase] = {
    **dict.fromkeys(
        (
            "opening",
            "moment",
            "plek",
            "wie",
            "rol",
            "eigen_daad",
            "ander_daad",
            "tijd",
            "aanleiding",
            "precies",
            "gevoel",
        ),
        "terugkijken",
    ),
    **dict.fromkeys(("kwaliteit", "motief", "elders", "eerder", "vergelijk", "leefregel", "kernwoord"), "reflecteren"),
    **dict.fromkeys(("vooruit", "stap", "warmte"), "vooruitkijken"),
    **dict.fromkeys(("kans", "netwerk", "belemmering", "afspraak"), "activeren"),
}

FEITEN: frozenset[Onderwerp] = frozenset(
    {"plek", "wie", "rol", "eigen_daad", "ander_daad", "tijd", "aanleiding", "precies"}
)
"""Questions about the event itself."""

Plaats = tuple[int, int]
"""From and to, in characters."""


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What was found in a turn of the mentor.

    :param onderwerpen: what is asked for, each with the place of the words that ask it, in order.
    :param dank: where a feeling is acknowledged; ``geeft``: where the mentor supplies the kernwoord.
    :param cijfers: where marks or a type of person are asked for.
    :param weet: where the mentor knows or judges, with which of the two.
    """

    onderwerpen: tuple[tuple[Onderwerp, Plaats], ...] = ()
    dank: tuple[Plaats, ...] = ()
    geeft: tuple[Plaats, ...] = ()
    cijfers: tuple[Plaats, ...] = ()
    weet: tuple[tuple[str, Plaats], ...] = ()

    @property
    def over(self) -> frozenset[Onderwerp]:
        """What is asked for."""
        return frozenset(onderwerp for onderwerp, _plaats in self.onderwerpen)

    def where(self, onderwerp: Onderwerp) -> Plaats | None:
        """Return the place of the words that ask for something."""
        return next((plaats for o, plaats in self.onderwerpen if o == onderwerp), None)


def asks(tekst: str, taal: Taal) -> Gevraagd:
    """Return what a turn of the mentor asks for."""
    rij = words(tekst)
    vondst = load(taal, MAP).find(rij)

    def place(treffer: Treffer) -> Plaats:
        return rij.van[treffer.begin], rij.tot[treffer.einde - 1]

    gekozen = longest([t for t in vondst.get("vraagt", ()) if not _quoted(rij, t)])
    return Gevraagd(
        tuple((cast("Onderwerp", t.regel.waarde), place(t)) for t in gekozen),
        tuple(place(t) for t in longest(vondst.get("dank", ()))),
        tuple(place(t) for t in longest(vondst.get("geeft", ()))),
        tuple(place(t) for t in longest(vondst.get("cijfers", ()))),
        tuple((t.regel.waarde, place(t)) for t in longest(vondst.get("weet", ()))),
    )


def corrects(tekst: str, taal: Taal) -> Plaats | None:
    """Return where a student begins with saying that it was otherwise; None when they do not."""
    rij = words(tekst, 12)
    for treffer in longest(load(taal, MAP).find(rij).get("verbetert", ())):
        if treffer.begin <= 1:
            return rij.van[treffer.begin], rij.tot[treffer.einde - 1]
    return None


AANHALING = frozenset("‘’“”\"'«»„‚")


def _quoted(rij: Rij, treffer: Treffer) -> bool:
    """Whether words stand between quotation marks: then they are the student's, and ask nothing."""
    voor = rij.tekst[: rij.van[treffer.begin]].rstrip()
    na = rij.tekst[rij.tot[treffer.einde - 1] :].lstrip(" .,!?…")
    return voor[-1:] in AANHALING and na[:1] in AANHALING and voor != "" and na != ""
