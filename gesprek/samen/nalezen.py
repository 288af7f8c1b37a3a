"""Afterwards, and only when the mentor asks for it: the report on the mentor's own questions. Nothing of it is kept."""

from __future__ import annotations

from gesprek.model import Soort, Spreker
from gesprek.regels.verslag import Verslag
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_text
from gesprek.samen.verloop import Samenverloop


def written_out(verloop: Samenverloop) -> str:
    """Return what both said, a line each: ``M:`` the mentor, ``L:`` the student."""
    regels = []
    for regel in verloop.regels:
        gesproken = regel.soort.asks or regel.soort in (Soort.REACTIE, Soort.ANTWOORD)
        if regel.vervallen or not gesproken or regel.spreker is Spreker.PROGRAMMA or regel.vraag == "samen.dossier":
            continue
        wie = "M" if regel.spreker is Spreker.MENTOR else "L"
        regels.append(f"{wie}: {' '.join(regel.tekst.split())}")
    return "\n".join(regels) + "\n"


def report(verloop: Samenverloop) -> Verslag:
    """Return the report on a conversation of two."""
    return build(read_text(written_out(verloop), verloop.gesprek.id), verloop.gesprek.taal)
