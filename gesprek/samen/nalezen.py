"""Afterwards, and only when the mentor asks for it: the report on the mentor's own questions. Nothing of it is kept."""

from __future__ import annotations

from gesprek.model import Soort, Spreker
from gesprek.regels.verslag import Verslag
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_text
from gesprek.samen.verloop import Samenverloop
from gesprek.taal import _
from gesprek.taal.datums import format_day


def written_out(verloop: Samenverloop) -> str:
    """Return what both said, a line each, with who said it before it."""
    namen = {Spreker.MENTOR: _("Mentor"), Spreker.LEERLING: _("Student")}
    regels = []
    for regel in verloop.regels:
        gesproken = regel.soort.asks or regel.soort in (Soort.REACTIE, Soort.ANTWOORD)
        if regel.vervallen or not gesproken or regel.spreker is Spreker.PROGRAMMA or regel.vraag == "samen.dossier":
            continue
        regels.append(f"{namen[regel.spreker]}: {' '.join(regel.tekst.split())}")
    return "\n".join(regels) + "\n"


def report(verloop: Samenverloop) -> Verslag:
    """Return the report on a conversation of two."""
    taal = verloop.gesprek.taal
    return build(read_text(written_out(verloop), format_day(verloop.gesprek.begonnen.date(), taal)), taal)
