"""``gesprek oefen --script``: mentor utterances in, an object a turn out, and what it came to at the end."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TextIO

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling, load_student, student_names
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.oefenen.reactie import Antwoord
from gesprek.oefenen.score import Eind
from gesprek.taal import _


class Scriptfout(Exception):
    """The list of utterances cannot be used; the message says why and what to do."""


def read_script(bestand: str) -> list[str]:
    """Return the utterances of a script: a JSON list, or one a line; empty lines are passed over.

    :param bestand: path, or ``-`` for standard input.
    :raises Scriptfout: when it cannot be read or holds no utterance.
    """
    try:
        ruw = sys.stdin.buffer.read() if bestand == "-" else Path(bestand).read_bytes()
        tekst = ruw.decode("utf-8-sig")
    except OSError as fout:
        raise Scriptfout(
            _("The script “{file}” cannot be read: {reason}.").format(file=bestand, reason=fout.strerror or fout)
        ) from fout
    except UnicodeDecodeError as fout:
        raise Scriptfout(_("The script “{file}” is not UTF-8 text.").format(file=bestand)) from fout
    uitingen = _from_json(tekst, bestand) if tekst.lstrip().startswith("[") else tekst.splitlines()
    uitingen = [u.strip() for u in uitingen if u.strip()]
    if not uitingen:
        raise Scriptfout(_("The script “{file}” has no utterance in it.").format(file=bestand))
    return uitingen


def _from_json(tekst: str, bestand: str) -> list[str]:
    try:
        gelezen = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        if _is_stage_direction(tekst):
            return tekst.splitlines()
        raise Scriptfout(
            _("The script “{file}” begins as a JSON list, but is none: {reason}.").format(file=bestand, reason=fout)
        ) from fout
    if not isinstance(gelezen, list) or not all(isinstance(u, str) for u in gelezen):
        raise Scriptfout(_("The script “{file}” must be a list of texts.").format(file=bestand))
    return gelezen


def _is_stage_direction(tekst: str) -> bool:
    """Whether the first line is no list but a note such as ``[wacht]``."""
    eerste = tekst.lstrip().splitlines()[0].strip()
    return eerste.endswith("]") and '"' not in eerste


def turn_object(antwoord: Antwoord) -> dict[str, Any]:
    """Return a turn as the protocol has it."""
    oordeel = antwoord.zet.oordeel
    return {
        "uiting": antwoord.uiting,
        "antwoord": antwoord.tekst,
        "openheid": antwoord.openheid,
        "vrijgegeven": list(antwoord.vrijgegeven),
        "schendt": list(oordeel.schendt),
        "houdt": list(oordeel.houdt),
    }


def end_object(eind: Eind) -> dict[str, Any]:
    """Return the end as the protocol has it."""
    return {
        "soort": "eind",
        "score": eind.score,
        "geschonden": eind.geschonden,
        "gehouden": eind.gehouden,
        "vrijgegeven": eind.vrijgegeven,
        "van": eind.van,
        "kernwoord": eind.kernwoord,
    }


def run_script(leerling: Leerling, taal: Taal, uitingen: list[str], zaad: int, uitvoer: TextIO) -> None:
    """Play a script and write an object a line."""
    gesprek = Oefengesprek(leerling, taal, zaad)
    for uiting in uitingen:
        _write(uitvoer, turn_object(gesprek.say(uiting)))
    _write(uitvoer, end_object(gesprek.close()))


def _write(uitvoer: TextIO, ding: dict[str, Any]) -> None:
    uitvoer.write(json.dumps(ding, ensure_ascii=False) + "\n")
    uitvoer.flush()


def list_students(taal: Taal) -> list[dict[str, Any]]:
    """Return the students, as ``--leerlingen --json`` prints them."""
    return [
        {
            "naam": leerling.naam,
            "talen": list(leerling.talen),
            "alarm": leerling.alarm,
            "beschrijving": leerling.beschrijving.in_taal(taal),
        }
        for leerling in map(load_student, student_names())
    ]
