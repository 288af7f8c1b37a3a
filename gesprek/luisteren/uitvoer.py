"""``gesprek luister``: a line in, what is heard in it out."""

from __future__ import annotations

import json
from typing import Any, BinaryIO, TextIO

from gesprek.luisteren import Gehoord, luister
from gesprek.model import Taal
from gesprek.taal import _
from gesprek.weergave import visible


def listen_to(invoer: BinaryIO, uitvoer: TextIO, taal: Taal, *, as_json: bool) -> None:
    """Read lines until there are no more, and write what is heard in each at once."""
    for regel in iter(invoer.readline, b""):
        tekst = regel.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        gehoord = luister(tekst, taal)
        uitvoer.write((json.dumps(as_object(gehoord), ensure_ascii=False) if as_json else as_text(gehoord)) + "\n")
        uitvoer.flush()


def as_object(gehoord: Gehoord) -> dict[str, Any]:
    """Return what was heard as the protocol has it."""
    return {
        "emoties": [
            {
                "van": e.van,
                "tot": e.tot,
                "woord": e.woord,
                "polariteit": e.polariteit,
                "ontkend": e.ontkend,
                "van_ander": e.van_ander,
            }
            for e in gehoord.emoties
        ],
        "concreet": gehoord.concreet,
        "interpretatie": gehoord.interpretatie,
        "soort": gehoord.soort,
    }


def as_text(gehoord: Gehoord) -> str:
    """Return what was heard in one line to read."""
    delen = [gehoord.soort, _("concrete {level}").format(level=gehoord.concreet)]
    if gehoord.interpretatie:
        delen.append(_("interpretation"))
    for emotie in gehoord.emoties:
        merken = [emotie.polariteit]
        merken += [_("denied")] if emotie.ontkend else []
        merken += [_("someone else’s")] if emotie.van_ander else []
        delen.append(f"‘{visible(emotie.woord)}’ ({', '.join(merken)})")
    return " | ".join(delen)
