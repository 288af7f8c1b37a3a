"""Days in what a student types, and days as the program writes them.

A general date library was tried on how students name a day; it read ``zo snel mogelijk`` as Sunday and
missed ``volgende week dinsdag``. A wrong date in an afspraak is worse than none, so only what is certain
is read here; the names of days and months come from Babel.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from gesprek.model import Taal
from gesprek.vouwen import fold

_GETAL = {
    "nl": ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
_VAST: dict[str, dict[str, int]] = {
    "nl": {"vandaag": 0, "vanavond": 0, "vanmiddag": 0, "vannacht": 0, "morgen": 1, "overmorgen": 2},
    "en": {"today": 0, "tonight": 0, "this afternoon": 0, "tomorrow": 1},
}
_MORGEN_DEEL = r"(?:morgen(?:ochtend|middag|avond|vroeg))"
_OVER = {
    "nl": r"\b(?:over|binnen)\s+(?:een\s+|de\s+)?(\w+)\s+(dag|dagen|week|weken)\b(?!\s+of\b)",
    "en": r"\b(?:in|within)\s+(?:a\s+|the\s+next\s+)?(\w+)\s+(day|days|week|weeks)\b(?!\s+or\b)",
}
_DAG_OVER = {
    "nl": r"\b({dag})\s+over\s+(\w+)\s+we(?:ek|ken)\b",
    "en": r"\b({dag})\s+in\s+(\w+)\s+weeks?(?:'\s+time)?\b",
}
_VOLGENDE_WEEK = {
    "nl": r"\bvolgende\s+week\s+(?:op\s+)?({dag})\b|\b({dag})\s+volgende\s+week\b",
    "en": r"\bnext\s+week\s+(?:on\s+)?({dag})\b|\b({dag})\s+next\s+week\b",
}
_TUSSEN = {"-", "–", "van", "vanaf", "tot", "t/m", "tot/met", "en", "met", "from", "since", "to", "until", "and"}
"""Words that may stand around and between two days."""


@lru_cache(maxsize=2)
def _months(taal: Taal) -> dict[str, int]:
    from babel.dates import get_month_names

    namen: dict[str, int] = {}
    for breedte in ("wide", "abbreviated"):
        for nr, naam in get_month_names(breedte, locale=taal).items():
            namen[fold(str(naam)).rstrip(".")] = nr
    return namen


@lru_cache(maxsize=2)
def _weekdays(taal: Taal) -> dict[str, int]:
    from babel.dates import get_day_names

    return {fold(str(naam)): nr for nr, naam in get_day_names("wide", locale=taal).items()}


@lru_cache(maxsize=2)
def _patterns(taal: Taal) -> list[tuple[str, re.Pattern[str]]]:
    maand = "|".join(sorted(_months(taal), key=len, reverse=True))
    dag = "|".join(sorted(_weekdays(taal), key=len, reverse=True))
    vast = "|".join(sorted(_VAST[taal], key=len, reverse=True))
    if taal == "nl":
        vast = f"{_MORGEN_DEEL}|{vast}"
        dagnummer = rf"\b(\d{{1,2}})\s+({maand})\b\.?(?:\s+(\d{{4}}))?"
    else:
        dagnummer = rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({maand})\b\.?(?:\s+(\d{{4}}))?"
    return [
        ("iso", re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")),
        ("maand", re.compile(dagnummer)),
        ("cijfers", re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d\d))?\b(?![-/])")),
        ("dag_over", re.compile(_DAG_OVER[taal].replace("{dag}", dag))),
        ("over", re.compile(_OVER[taal])),
        ("volgende", re.compile(_VOLGENDE_WEEK[taal].replace("{dag}", dag))),
        ("dag", re.compile(rf"\b({dag})(?:ochtend|middag|avond)?\b")),
        ("vast", re.compile(rf"\b({vast})\b")),
    ]


@lru_cache(maxsize=2)
def _whole_months(taal: Taal) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(_months(taal), key=len, reverse=True))})\b\.?(?:\s+(\d{{4}}))?")


def read_days(tekst: str, vandaag: date, taal: Taal) -> list[tuple[date, date]] | None:
    """Read days that lie behind us: ``15-3-2026``, ``2026-03-15``, ``15 maart``, or a whole month: ``maart 2026``.

    :param vandaag: a day or month without a year is the last one that had begun by then.
    :returns: the first and last day of each, in the order in which they stand; None when anything else stands there.
    """
    rest = tekst.lower()
    gevonden: list[tuple[int, date, date]] = []
    patronen = [(soort, patroon) for soort, patroon in _patterns(taal) if soort in ("iso", "maand", "cijfers")]
    for soort, patroon in [*patronen, ("hele maand", _whole_months(taal))]:
        for treffer in patroon.finditer(rest):
            begin = _read_back(soort, treffer.groups(), vandaag, taal)
            if begin is None:
                return None
            gevonden.append((treffer.start(), begin, _last_of_month(begin) if soort == "hele maand" else begin))
        rest = patroon.sub(lambda treffer: " " * len(treffer[0]), rest)
    if set(rest.split()) - _TUSSEN:
        return None
    return [(begin, eind) for _plek, begin, eind in sorted(gevonden)]


def _read_back(soort: str, groep: tuple[str, ...], vandaag: date, taal: Taal) -> date | None:
    match soort:
        case "iso":
            return _day(int(groep[0]), int(groep[1]), int(groep[2]))
        case "maand":
            dag, maand, jaar = int(groep[0]), _months(taal)[groep[1]], groep[2]
        case "cijfers":
            dag, maand, jaar = int(groep[0]), int(groep[1]), groep[2]
        case _:
            dag, maand, jaar = 1, _months(taal)[groep[0]], groep[1]
    if jaar:
        return _day(_full_year(jaar), maand, dag)
    deze = _day(vandaag.year, maand, dag)
    return deze if deze is None or deze <= vandaag else _day(vandaag.year - 1, maand, dag)


def _last_of_month(dag: date) -> date:
    return (dag.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def find_date(tekst: str, vandaag: date, taal: Taal) -> tuple[int, int, date] | None:
    """Find a day that is named for certain, the most precise way of naming it first.

    :param vandaag: the day on which it was typed.
    :returns: (from, to, day) or None. A day without a year is the first one that is not past.
    """
    kop = tekst[:2000]
    gevouwen = kop.lower()
    if len(gevouwen) != len(kop):
        gevouwen = "".join(teken.lower() if len(teken.lower()) == 1 else teken for teken in kop)
    for soort, patroon in _patterns(taal):
        for treffer in patroon.finditer(gevouwen):
            if (dag := _read(soort, treffer, vandaag, taal)) is not None:
                return treffer.start(), treffer.end(), dag
    return None


def _read(soort: str, treffer: re.Match[str], vandaag: date, taal: Taal) -> date | None:
    groep = treffer.groups()
    match soort:
        case "iso":
            return _day(int(groep[0]), int(groep[1]), int(groep[2]))
        case "maand":
            return _coming(int(groep[0]), _months(taal)[groep[1]], groep[2], vandaag)
        case "cijfers":
            return _coming(int(groep[0]), int(groep[1]), groep[2], vandaag)
        case "dag_over":
            weken = _count(groep[1], taal)
            return _next(groep[0], vandaag, taal) + timedelta(weeks=weken) if weken else None
        case "over":
            aantal = _count(groep[0], taal)
            return vandaag + timedelta(days=aantal * (7 if groep[1][0] == "w" else 1)) if aantal else None
        case "volgende":
            maandag = vandaag + timedelta(days=7 - vandaag.weekday())
            return maandag + timedelta(days=_weekdays(taal)[groep[0] or groep[1]])
        case "dag":
            return _next(groep[0], vandaag, taal)
        case _:
            return vandaag + timedelta(days=_VAST[taal].get(groep[0], 1))


def _next(dag: str, vandaag: date, taal: Taal) -> date:
    verschil = (_weekdays(taal)[dag] - vandaag.weekday()) % 7
    return vandaag + timedelta(days=verschil or 7)


def _count(woord: str, taal: Taal) -> int:
    if woord in _GETAL[taal]:
        return _GETAL[taal].index(woord) + 1
    if woord == "a":
        return 1
    return int(woord) if woord.isdecimal() and len(woord) <= 3 else 0


def _coming(dag: int, maand: int, jaar: str | None, vandaag: date) -> date | None:
    if jaar:
        return _day(_full_year(jaar), maand, dag)
    deze = _day(vandaag.year, maand, dag)
    if deze is None or deze < vandaag:
        return _day(vandaag.year + 1, maand, dag)
    return deze


def _full_year(jaar: str) -> int:
    return int(jaar) + (2000 if len(jaar) == 2 else 0)


def _day(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def format_day(dag: date, taal: Taal) -> str:
    """Return a day as people write it: ``vrijdag 27 november 2026``."""
    from babel.dates import format_date

    return format_date(dag, "EEEE d MMMM y", locale=taal)
