"""What was agreed with oneself: in which order it is shown, how it is said, and as a calendar file (.ics).

The calendar is only made when it is asked for. It holds the afspraak and its day; no other word of a conversation.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gesprek.archief import Archieffout
from gesprek.model import Afspraak, Taal
from gesprek.taal import _
from gesprek.weergave import visible

BESTAND = "afspraken.ics"
"""What the calendar file is called when nobody says otherwise."""


class Onschrijfbaar(Archieffout):
    """The calendar file cannot be written there."""


def in_order(afspraken: Iterable[Afspraak], vandaag: date) -> list[Afspraak]:
    """Return afspraken as they are shown: what comes first, then what was last, then what has no day or is not open."""
    alle = list(afspraken)
    dagen = [(a.datum, a) for a in alle if a.status == "open" and a.datum]
    komt = sorted(((dag, a) for dag, a in dagen if dag >= vandaag), key=lambda paar: paar[0])
    was = sorted(((dag, a) for dag, a in dagen if dag < vandaag), key=lambda paar: paar[0], reverse=True)
    zonder = [a for a in reversed(alle) if a.status == "open" and not a.datum]
    return [*(a for _dag, a in (*komt, *was)), *zonder, *(a for a in reversed(alle) if a.status != "open")]


def has_come(afspraak: Afspraak, vandaag: date) -> bool:
    """Whether the day of an open afspraak is there, or has been."""
    return afspraak.status == "open" and afspraak.datum is not None and afspraak.datum <= vandaag


def wanted(afspraak: Afspraak, dag: str, tekst: str) -> str:
    """Return what was agreed as it is brought up again, without a reproach.

    :param dag: its day as people write it; empty when it has none.
    :param tekst: its words, as long as they may be.
    """
    if afspraak.datum and dag:
        return _("On {day} you wanted: ‘{text}’.").format(day=dag, text=tekst)
    return _("You wanted: ‘{text}’.").format(text=tekst)


def dated(afspraken: Iterable[Afspraak]) -> list[tuple[Afspraak, date]]:
    """Return the ones that a calendar can hold, with their day: open, and with a day."""
    return [(a, a.datum) for a in afspraken if a.status == "open" and a.datum]


def as_calendar(afspraken: Sequence[Afspraak], taal: Taal, nu: datetime) -> bytes:
    """Return the open afspraken that have a day as an iCalendar file; each is a whole day.

    :param nu: the moment of now, with time zone.
    """
    from icalendar import Calendar, Event

    agenda = Calendar()
    agenda.add("prodid", f"-//gesprek//gesprek//{taal.upper()}")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", _("What I agreed with myself"))
    for afspraak, dag in dated(afspraken):
        post = Event()
        # the same afspraak has the same name for ever: taken in again, it takes its own place
        post.add("uid", f"{afspraak.gesprek}-{afspraak.nr}@gesprek")
        post.add("dtstamp", nu.astimezone(UTC))
        post.add("dtstart", dag)
        post.add("dtend", dag + timedelta(days=1))
        post.add("summary", " ".join(visible(afspraak.tekst).split()), parameters={"LANGUAGE": taal})
        post.add("class", "PRIVATE")
        post.add("transp", "TRANSPARENT")
        agenda.add_component(post)
    return bytes(agenda.to_ical())


def save_calendar(inhoud: bytes, doel: Path) -> Path:
    """Write a calendar file, readable for its owner only.

    :raises Onschrijfbaar: when it cannot be.
    """
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as bestand:
            bestand.write(inhoud)
        tijdelijk.replace(doel)
    except OSError as fout:
        with suppress(OSError):
            tijdelijk.unlink()
        raise Onschrijfbaar(
            _("“{path}” cannot be written ({reason}); choose another place.").format(path=doel, reason=fout.strerror)
        ) from fout
    return doel
