"""Mentor styles as data, and a tiny driver: a line may mirror what the student just said."""

from __future__ import annotations

import re
from pathlib import Path

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling, load_student, read_student, student_names
from gesprek.oefenen.oefengesprek import Oefengesprek

STIJLEN = Path(__file__).parent.parent / "data" / "stijlen"
SLECHT = ("adviseur", "invuller", "ondervrager", "graver")
ALARM = Path(__file__).parent.parent / "data" / "leerlingen" / "robin.yaml"


def leerlingen(*, alarm: bool = False) -> list[tuple[Leerling, Taal]]:
    """Every student in every language it speaks."""
    alle = [load_student(naam) for naam in student_names()]
    if alarm and ALARM.exists():
        alle.append(read_student(ALARM))
    return [(leerling, taal) for leerling in alle if leerling.alarm == alarm for taal in leerling.talen]


def lines(stijl: str, taal: Taal) -> list[str]:
    """The utterances of a style."""
    return (STIJLEN / taal / f"{stijl}.txt").read_text(encoding="utf-8").splitlines()


def quote(tekst: str) -> str:
    """A few words to the letter: the last ones of the first sentence."""
    zin = re.split(r"[.!?…:]", tekst.replace("‘", "").replace("’", "'"))[0]
    return " ".join(zin.split()[-3:]).strip(" ,")


def talk(leerling: Leerling, taal: Taal, stijl: str, zaad: int = 0) -> Oefengesprek:
    """Lead a conversation in a style."""
    gesprek = Oefengesprek(leerling, taal, zaad)
    for regel in lines(stijl, taal):
        laatste = gesprek.beurten[-1].tekst if gesprek.beurten else ""
        gesprek.say(regel.replace("{citaat}", quote(laatste)))
    return gesprek
