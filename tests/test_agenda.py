"""What was agreed: its order, how it is brought up again, and as a calendar that another program reads."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from gesprek.agenda import Onschrijfbaar, as_calendar, has_come, in_order, save_calendar, wanted
from gesprek.model import Afspraak
from gesprek.taal import use_taal

NU = datetime(2026, 11, 23, 15, tzinfo=UTC)
VANDAAG = NU.date()


def agreed(nr: int, tekst: str, dag: str = "", status: str = "open") -> Afspraak:
    return Afspraak("01A", nr, tekst, date.fromisoformat(dag) if dag else None, status)


ALLE = [
    agreed(0, "geweest, lang terug", "2026-10-01"),
    agreed(1, "gedaan", "2026-11-01", "gedaan"),
    agreed(2, "zonder dag"),
    agreed(3, "volgende week", "2026-12-01"),
    agreed(4, "morgen", "2026-11-24"),
    agreed(5, "geweest, net", "2026-11-20"),
    agreed(6, "vervallen", "2026-11-30", "vervallen"),
]


def test_what_comes_stands_first_then_what_was_last() -> None:
    assert [a.tekst for a in in_order(ALLE, VANDAAG)] == [
        "morgen",
        "volgende week",
        "geweest, net",
        "geweest, lang terug",
        "zonder dag",
        "vervallen",
        "gedaan",
    ]


def test_only_an_open_one_whose_day_is_there_is_brought_up_again() -> None:
    assert [a.tekst for a in ALLE if has_come(a, VANDAAG)] == ["geweest, lang terug", "geweest, net"]
    assert has_come(agreed(0, "vandaag", "2026-11-23"), VANDAAG)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_it_is_brought_up_without_a_reproach(taal: str) -> None:
    use_taal("nl" if taal == "nl" else "en")
    zin = wanted(ALLE[5], "vrijdag 20 november", "bellen") + wanted(ALLE[2], "", "bellen")
    assert "‘bellen’" in zin
    assert not any(woord in zin.casefold() for woord in ("laat", "nog niet", "had", "moest", "late", "should", "yet"))


def posts(inhoud: bytes) -> list[Any]:
    """The days in a calendar, as another program reads them."""
    return list(Calendar.from_ical(inhoud).walk("VEVENT"))


def test_each_dated_open_one_is_a_whole_day() -> None:
    posten = posts(as_calendar(ALLE, "nl", NU))
    assert [str(p["summary"]) for p in posten] == ["geweest, lang terug", "volgende week", "morgen", "geweest, net"]
    eerste = posten[1]
    assert eerste["dtstart"].dt == date(2026, 12, 1)
    assert eerste["dtend"].dt == date(2026, 12, 2)
    assert eerste["dtstamp"].dt == NU
    assert not any("description" in p or "location" in p for p in posten)


def test_the_same_afspraak_keeps_its_name_whatever_changes() -> None:
    def uids(afspraken: list[Afspraak], nu: datetime) -> list[str]:
        return [str(p["uid"]) for p in posts(as_calendar(afspraken, "nl", nu))]

    eerst = uids([ALLE[3]], NU)
    assert eerst == uids([agreed(3, "anders gezegd", "2026-12-05")], NU.replace(year=2027)) == ["01A-3@gesprek"]


@pytest.mark.parametrize(
    "tekst", ["regel\r\nEND:VCALENDAR\r\nX:1", "komma, punt; en \\n en \x1b[31m", "é 👩‍👧 ‘x’ " * 40]
)
def test_whatever_was_agreed_stays_one_summary(tekst: str) -> None:
    inhoud = as_calendar([agreed(0, tekst, "2026-12-01")], "nl", NU)
    (post,) = posts(inhoud)
    assert str(post["summary"]).split() == " ".join(tekst.replace("\x1b", "\u241b").split()).split()
    assert inhoud.count(b"\nEND:VCALENDAR") == 1
    assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))


def test_the_calendar_speaks_the_students_language() -> None:
    use_taal("en")
    inhoud = as_calendar(ALLE, "en", NU).decode()
    assert "X-WR-CALNAME:What I agreed with myself" in inhoud
    assert "SUMMARY;LANGUAGE=en:" in inhoud


def test_the_file_is_for_its_owner_only_and_whole_or_not_there(tmp_path: Path) -> None:
    doel = save_calendar(b"een", tmp_path / "afspraken.ics")
    save_calendar(b"twee", doel)
    assert doel.read_bytes() == b"twee"
    assert doel.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Onschrijfbaar, match="kies een andere plek"):
        save_calendar(b"x", tmp_path / "nergens" / "afspraken.ics")
    assert [p.name for p in tmp_path.iterdir()] == ["afspraken.ics"]
