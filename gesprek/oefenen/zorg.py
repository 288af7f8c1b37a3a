"""What a mentor does after a sign of serious distress: what helps, and what does not.

What is heard stands in ``*/zet.tsv``. A career conversation stops there: who listens, stays, asks who may know and
points to who can help does all that is needed. Asking on about it is for others, and secrecy cannot be promised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from gesprek.oefenen.leerlingen.soorten import Reactiesoort
from gesprek.regels.oordeel import Code, Oordeel

Zorg = Literal["eerlijk", "geheim", "hulp", "helper", "veilig", "nodig", "blijft", "stopt"]
"""What care an utterance gives: ``hulp`` names who can help, ``helper`` asks who may know or come, ``veilig`` asks
whether it is safe now, ``nodig`` what the student needs now, ``blijft`` says that the mentor stays or believes it,
``eerlijk`` that it cannot stay a secret, ``stopt`` puts the script aside. ``geheim`` promises secrecy, which is wrong.
"""
VOLGORDE: tuple[Zorg, ...] = ("geheim", "eerlijk", "hulp", "helper", "veilig", "nodig", "blijft", "stopt")
"""What the student answers to first when an utterance does several."""
REACTIES: Mapping[Zorg, Reactiesoort] = {
    "geheim": "geheim",
    "eerlijk": "hulp_eerlijk",
    "helper": "hulp_wie",
    "hulp": "hulp",
    "veilig": "hulp_veilig",
    "nodig": "hulp_nodig",
    "blijft": "hulp_blijft",
    "stopt": "hulp_stopt",
}
_GEEN_BREUK: frozenset[Code] = frozenset({"advies", "gesloten", "emotie_graven", "meervoudig"})
"""What breaks a rule of a career conversation, and is right when somebody must be safe."""


def helps(zorg: frozenset[Zorg]) -> bool:
    """Whether an utterance gives care, and promises nothing that cannot be kept."""
    return bool(zorg) and "geheim" not in zorg


def pardon(oordeel: Oordeel) -> Oordeel:
    """Return what the rules say of an utterance that gives care: pointing to help is no advice there."""
    return replace(
        oordeel,
        opmerkingen=tuple(o for o in oordeel.opmerkingen if o.code not in _GEEN_BREUK),
        twijfel=tuple(o for o in oordeel.twijfel if o.code not in _GEEN_BREUK),
    )
