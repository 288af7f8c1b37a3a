"""Who speaks in a written-out conversation: which words before a colon are names, and which of them is the mentor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from gesprek.vouwen import fold

Kant = Literal["mentor", "leerling", "ander"]
Hoe = Literal["gekozen", "genoemd", "vragen"]
"""How mentor and student were told apart: chosen by who asked, by what they are called, or by who asks most."""


def _words(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


_ROLLEN: dict[Kant, frozenset[str]] = {
    "mentor": _words(
        "m mentor mentrix docent docente leraar lerares leerkracht juf meester begeleider begeleidster coach "
        "decaan loopbaanbegeleider loopbaancoach lob-begeleider lob-coach lobcoach slb slb'er slber tutor "
        "interviewer gespreksleider vraag question teacher counsellor counselor adviser advisor programma "
        "program"
    ),
    "leerling": _words(
        "l leerling leerlinge lln student studente scholier deelnemer jongere geinterviewde pupil learner "
        "interviewee antwoord answer"
    ),
    "ander": _words("ouder ouders vader moeder parent mother father mum mom dad papa mama"),
}
_ZWAK: dict[Kant, frozenset[str]] = {
    "mentor": _words("d b c t i v q ik me"),
    "leerling": _words("s st a stud"),
}
"""What may be a role or the first letter of a name: believed when nothing else tells them apart."""

_GEEN_NAAM = _words(
    "datum date naam name klas class school plaats place tijd time duur length onderwerp subject titel "
    "title bron let nb ps noot opmerking opmerkingen note notes samenvatting summary conclusie conclusion "
    "doel goal aanwezig present http https terugkijken reflecteren vooruitkijken activeren inleiding "
    "afsluiting transcript gesprek bijlage versie tips tip stap fase deel"
)
"""What often stands before a colon and is nobody."""

_GEEN_LOS = _words(
    "ja nee ok oke okay yes no klopt precies goed mooi leuk misschien nou tja hm hmm mwah dus wel niet "
    "dank dankjewel bedankt hoi hallo dag doei exact sure maybe right thanks hi hello bye en toen"
)
"""What may stand alone on a line again and again and is no name."""

_TUSSEN = _words("de den der van von la le el al ten ter te 't d' da di dos")
_WOORD = re.compile(r"[^\W\d_][\w.'’&/-]*|\d{1,2}|\([^()]*\)")
_MEEST_WOORDEN = 5


@dataclass(frozen=True, slots=True)
class Spreker:
    """Someone who speaks.

    :param naam: as it stands in the file, where it stands first.
    :param beurten: how many turns; ``vragen``: how many of them have a question mark.
    """

    naam: str
    kant: Kant
    beurten: int
    vragen: int


def key(naam: str) -> str:
    """Return what makes two ways to write a name the same one."""
    return " ".join(fold(naam).replace("’", "'").strip(" .*_#:").split())


def role(naam: str, rollen: Mapping[Kant, frozenset[str]] | None = None) -> Kant | None:
    """Return the role that a name is or names: ``Mentor``, ``docent 1``, ``Sem (leerling)``; None for other names."""
    rollen = _ROLLEN if rollen is None else rollen
    kaal = key(naam)
    tussen = re.findall(r"\(([^()]*)\)", kaal)
    woorden = re.sub(r"\([^()]*\)", " ", kaal).split()
    for kandidaat in (*tussen, kaal, woorden[0] if woorden else ""):
        for kant, namen in rollen.items():
            if kandidaat.strip(" .") in namen and (kandidaat in (*tussen, kaal) or _goes_on(kandidaat, woorden)):
                return kant
    return None


def _goes_on(rol: str, woorden: list[str]) -> bool:
    """Whether what follows a role still makes a name of it: a number, or after a whole word a short name."""
    return len(woorden) <= _MEEST_WOORDEN and (all(w.isdecimal() for w in woorden[1:]) or len(rol) > 1)


def looks_like_name(naam: str) -> bool:
    """Whether something before a colon is written as a name: ``Mevr. De Vries``, ``Sem``, ``Spreker 1``."""
    kaal = naam.strip()
    woorden = _WOORD.findall(kaal)
    if not 1 <= len(woorden) <= _MEEST_WOORDEN or "".join(woorden) != kaal.replace(" ", ""):
        return False
    if fold(woorden[0]).strip(".") in _GEEN_NAAM:
        return False
    return woorden[0][0].isupper() and all(
        not w[0].isalpha() or w[0].isupper() or fold(w) in _TUSSEN for w in woorden[1:]
    )


def accepted(kandidaten: Iterable[str]) -> frozenset[str]:
    """Return the keys of what stands before a colon and is a speaker.

    :param kandidaten: what stands before the colon of each line that has one.
    """
    namen = [naam for naam in kandidaten if role(naam) or role(naam, _ZWAK) or looks_like_name(naam)]
    tel = Counter(key(naam) for naam in namen)
    rollen = {key(naam) for naam in namen if role(naam)}
    vaker = {naam for naam, keren in tel.items() if keren > 1}
    zeker = rollen | vaker
    # in a short piece someone may speak once only
    return frozenset(zeker if len(zeker) > 1 else tel)


def accepted_alone(regels: Iterable[str]) -> frozenset[str]:
    """Return the keys of lines that are a name with what is said below it.

    :param regels: every line that is followed by another one.
    """
    namen = [r for r in regels if len(r) <= 40 and (role(r) or looks_like_name(r))]
    tel = Counter(key(naam) for naam in namen)
    rollen = {key(naam) for naam in namen if role(naam)}
    if {role(naam) for naam in rollen} >= {"mentor", "leerling"}:
        return frozenset(rollen)
    vaker = {n for n, keren in tel.items() if (keren > 1 or n in rollen) and not _GEEN_LOS.intersection(n.split())}
    return frozenset(vaker if len(vaker) > 1 else ())


def sides(namen: Mapping[str, tuple[int, int]]) -> tuple[dict[str, Kant], Hoe] | None:
    """Return on which side each speaker is, and how that was told; None when it cannot be told.

    :param namen: each name with its (turns, turns with a question mark).
    """
    rollen = {naam: rol for naam in namen if (rol := role(naam)) is not None}
    if {"mentor", "leerling"}.isdisjoint(rollen.values()):
        zwak = {naam: rol for naam in namen if (rol := role(naam, _ZWAK)) is not None}
        if {"mentor", "leerling"} <= set(zwak.values()):
            rollen |= zwak
    kanten = set(rollen.values())
    if "mentor" in kanten or "leerling" in kanten:
        rest: Kant = "ander" if {"mentor", "leerling"} <= kanten else "leerling" if "mentor" in kanten else "mentor"
        return {naam: rollen.get(naam, rest) for naam in namen}, "genoemd"
    over = {naam: vragen for naam, (_beurten, vragen) in namen.items() if naam not in rollen}
    op_volgorde = sorted(over, key=lambda naam: -over[naam])
    if not op_volgorde or not over[op_volgorde[0]]:
        return None
    if len(op_volgorde) > 1 and over[op_volgorde[0]] == over[op_volgorde[1]]:
        return None
    return {n: rollen.get(n, "mentor" if n == op_volgorde[0] else "leerling") for n in namen}, "vragen"


def choose(namen: Iterable[str], gevraagd: str) -> str | None:
    """Return the speaker that is meant: the whole name, else the only one that has the words in it."""
    namen = list(namen)
    doel = key(gevraagd)
    for past in (
        [n for n in namen if key(n) == doel],
        [n for n in namen if doel and doel in key(n).split()],
        [n for n in namen if doel and doel in key(n)],
    ):
        if len(past) == 1:
            return past[0]
    return None
