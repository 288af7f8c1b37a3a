"""The closed lists of the file of a student: what can be told, by which move, how openly, and what is reacted to."""

from __future__ import annotations

from typing import Literal, get_args

Slot = Literal[
    "ervaring",
    "plek",
    "wie",
    "rol",
    "gebeurtenis",
    "emotie",
    "aanleiding",
    "kwaliteit",
    "motief",
    "verbreden",
    "verdiepen",
    "rode_draad",
    "leefregel",
    "kernwoord",
    "mogelijkheid",
    "stap",
    "warmte",
    "kans",
    "netwerk",
    "belemmering",
    "afspraak",
    "alarm",
]
"""What a fragment tells, as the slots of the story have it; ``alarm`` is a sign of serious distress."""

Nodig = Literal[
    "feiten",
    "vertel",
    "spiegel",
    "erkenning",
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
    "verbreden",
    "verdiepen",
    "vergelijken",
    "leefregel",
    "kernwoord",
    "toekomst",
    "stap",
    "warmte",
    "kans",
    "netwerk",
    "belemmering",
    "afspraak",
]
"""A move of the mentor that a fragment may need. ``feiten`` is any fact question about the event."""

Niveau = Literal["gesloten", "gematigd", "open"]
NIVEAUS: tuple[Niveau, ...] = get_args(Niveau)
GRENZEN = (35, 65)
"""Trust, in hundredths, at which a student becomes moderate and open."""
SPELING = 5
"""So much lower before the student closes again."""

Reactiesoort = Literal[
    "advies",
    "afsluiten",
    "al_gezegd",
    "alarm_graven",
    "alarm_ruimte",
    "alarm_verder",
    "bewering",
    "cijfers",
    "compliment",
    "erkenning",
    "geheim",
    "gesloten",
    "graven",
    "groet",
    "herstel",
    "hulp",
    "hulp_blijft",
    "hulp_eerlijk",
    "hulp_nodig",
    "hulp_stopt",
    "hulp_veilig",
    "hulp_wie",
    "invullen",
    "invullen_eens",
    "invullen_raak",
    "keuze",
    "koetjes",
    "meervoudig",
    "monoloog",
    "niet_begrepen",
    "niet_gezegd",
    "nog_niet",
    "nog_niet_elders",
    "nog_niet_gevoel",
    "nog_niet_precies",
    "nog_niet_vooruit",
    "nog_niet_woord",
    "nog_niet_zei",
    "op",
    "spiegel",
    "stilte",
    "stoppen",
    "te_vroeg",
    "toestemming",
    "verdraaid",
    "waarom",
]
"""The kinds of move that a student answers with something else than a piece of the story."""

Vlag = Literal["pleaser", "prater", "stil"]
STANDAARD: dict[Slot, tuple[Nodig, ...]] = {
    "ervaring": ("moment", "vertel", "feiten", "gevoel", "kwaliteit", "motief", "toekomst", "erkenning", "spiegel"),
    "plek": ("plek", "vertel", "feiten"),
    "wie": ("wie", "vertel", "feiten"),
    "rol": ("rol", "eigen_daad", "vertel", "feiten"),
    "gebeurtenis": ("precies", "eigen_daad", "ander_daad", "tijd", "vertel", "feiten", "spiegel"),
    "emotie": ("gevoel", "vertel", "spiegel", "erkenning", "precies", "moment", "feiten"),
    "aanleiding": ("aanleiding", "precies", "ander_daad", "tijd"),
    "kwaliteit": ("kwaliteit",),
    "motief": ("motief",),
    "verbreden": ("verbreden",),
    "verdiepen": ("verdiepen",),
    "rode_draad": ("vergelijken",),
    "leefregel": ("leefregel",),
    "kernwoord": ("kernwoord",),
    "mogelijkheid": ("toekomst",),
    "stap": ("stap", "toekomst"),
    "warmte": ("warmte",),
    "kans": ("kans",),
    "netwerk": ("netwerk",),
    "belemmering": ("belemmering",),
    "afspraak": ("afspraak",),
    "alarm": ("gevoel", "vertel", "precies", "feiten", "spiegel", "erkenning", "verbreden"),
}
"""The moves that open a slot, the one that asks for it first. A fragment may name its own with ``bij``."""

ONMISBAAR: tuple[Slot, ...] = (
    "ervaring",
    "plek",
    "wie",
    "gebeurtenis",
    "emotie",
    "aanleiding",
    "kwaliteit",
    "motief",
    "verbreden",
    "verdiepen",
    "rode_draad",
    "kernwoord",
    "mogelijkheid",
    "stap",
    "netwerk",
    "belemmering",
    "afspraak",
)
MINSTENS: dict[Slot, int] = {"aanleiding": 55, "verbreden": 50, "verdiepen": 50, "rode_draad": 50, "kernwoord": 55}
"""Least trust for what is dear, in hundredths (PRAKTIJK, section E)."""
NA_KERNWOORD: frozenset[Slot] = frozenset(
    {"kernwoord", "mogelijkheid", "stap", "warmte", "kans", "netwerk", "belemmering", "afspraak"}
)
