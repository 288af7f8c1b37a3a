"""How long conversations are kept. Off until it is set, and never deleting by itself: it only says what is older."""

from __future__ import annotations

import calendar
from datetime import datetime

from gesprek.archief import Archief
from gesprek.model import Gesprek
from gesprek.taal import _, ngettext

TERMIJNEN = (6, 12, 24)
"""Months that are offered on the screen; any number may be set."""
LANGST = 600

_NAAM = "bewaartermijn"


def read_term(archief: Archief) -> int:
    """Return how many months are kept; 0 is for ever."""
    waarde = archief.instelling(_NAAM)
    return int(waarde) if waarde.isdecimal() else 0


def write_term(archief: Archief, maanden: int) -> None:
    """Keep how many months are kept; 0 is for ever."""
    archief.write_instelling(_NAAM, str(maanden) if maanden else "")


def boundary(nu: datetime, maanden: int) -> datetime:
    """Return the moment so many months ago; where a month is too short, its last day."""
    jaar, maand = divmod(nu.year * 12 + nu.month - 1 - maanden, 12)
    dag = min(nu.day, calendar.monthrange(jaar, maand + 1)[1])
    return nu.replace(year=jaar, month=maand + 1, day=dag)


def expired(archief: Archief, nu: datetime) -> list[Gesprek]:
    """Return the conversations that nobody touched for longer than is kept, oldest first."""
    maanden = read_term(archief)
    return archief.older_than(boundary(nu, maanden)) if maanden else []


def term_words(maanden: int) -> str:
    """Return a term in words."""
    if not maanden:
        return _("no end: everything stays until you delete it")
    return ngettext("{count} month", "{count} months", maanden).format(count=maanden)


def retention_line(archief: Archief, nu: datetime) -> str:
    """Return the one sentence that home says about what is older; empty when there is nothing to say."""
    aantal = len(expired(archief, nu))
    if not aantal:
        return ""
    return ngettext(
        "{count} conversation is older than the {term} that you chose to keep. "
        "Delete it under “What is kept” or with “gesprek wis --verlopen”, if you want.",
        "{count} conversations are older than the {term} that you chose to keep. "
        "Delete them under “What is kept” or with “gesprek wis --verlopen”, if you want.",
        aantal,
    ).format(count=aantal, term=term_words(read_term(archief)))
