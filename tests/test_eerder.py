"""Earlier conversations and what was agreed, as commands and in the plain home."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from gesprek.archief import Archief, Schrijfwerk, open_archief
from gesprek.model import Gesprek, Opbrengst
from gesprek.sessie import Sessie
from tests.processen import run
from tests.toneel import STANDAARD, VAST

ID = "01JDCGN9R00000000000000000"
OUD = "01J00000000000000000000001"


@pytest.fixture
def db(tmp_path: Path, klok: Callable[[], datetime]) -> Path:
    """An archive with a whole conversation, and one of two before it."""
    pad = tmp_path / "gesprek.db"
    archief = open_archief(pad)
    _earlier(archief)
    sessie = Sessie.begin(archief, "kort", "nl", klok=klok, id=ID)
    open_ = sessie.start().uitingen[-1]
    while open_.soort != "klaar":
        kan = (open_.vraag.replace(".", "_"), *open_.vult)
        open_ = sessie.answer(next((VAST[s] for s in kan if s in VAST), STANDAARD)).uitingen[-1]
    archief.close()
    return pad


def _earlier(archief: Archief) -> None:
    toen = datetime(2026, 9, 1, 12, tzinfo=UTC)
    kop = Gesprek(OUD, "samen", "kort", "x", "nl", toen, toen, toen, leerling="Noor")
    opbrengst = Opbrengst("De bakkerij", True, "Ambacht", (("de bakker bellen", date(2026, 9, 4)),))
    archief.write(Schrijfwerk(kop, bron="{}", opbrengst=opbrengst))


def out(*argumenten: str, db: Path) -> str:
    uit = run(*argumenten, "--db", str(db))
    assert (uit.returncode, uit.stderr) == (0, "")
    return uit.stdout


def ids(*argumenten: str, db: Path) -> list[str]:
    return [g["id"] for g in json.loads(out("lijst", "--json", *argumenten, db=db))]


def test_the_list_is_sieved(db: Path) -> None:
    assert ids(db=db) == [ID, OUD]
    assert ids("--modus", "samen", db=db) == [OUD]
    assert ids("--sinds", "2026-10-01", db=db) == [ID]
    assert ids("--tot", "2026-09-01", db=db) == [OUD]
    assert ids("--kernwoord", "ámbacht", db=db) == [OUD]
    assert ids("--leerling", "noor", db=db) == [OUD]
    assert ids("--onaf", db=db) == []
    assert "De bakkerij  [Ambacht]  (Noor)" in out("lijst", db=db)


def test_a_day_that_cannot_be_read_is_wrong_usage(db: Path) -> None:
    uit = run("lijst", "--sinds", "morgen", "--db", str(db))
    assert uit.returncode == 2
    assert "schrijf hem als 1-9-2026" in uit.stderr


def test_several_words_are_searched_with_the_hit_in_its_context(db: Path) -> None:
    (treffer,) = json.loads(out("zoek", "TRÓTS", "mevrouw", "--json", db=db))
    assert treffer["gesprek"] == ID
    assert "‹mevrouw› met eten, ik was zo ‹trots›." in treffer["context"]
    assert "‹trots›" in out("zoek", "mevrouw", "trots", db=db)
    out("hernoem", OUD, "Brood en rozen", db=db)
    (treffer,) = json.loads(out("zoek", "rozen", "--json", db=db))
    assert (treffer["gesprek"], treffer["nr"], treffer["context"]) == (OUD, None, "Brood en ‹rozen›")


def test_a_conversation_is_read_as_a_story_or_whole(db: Path) -> None:
    verhaal = out("toon", ID, "--verhaal", db=db)
    assert VAST["ervaring"] in verhaal
    assert "\nTerugkijken\n" in verhaal
    assert "?" not in verhaal
    geheel = out("toon", ID, "--transcript", db=db)
    assert f"> {VAST['ervaring']}" in geheel
    assert geheel == out("toon", ID, db=db)


def test_a_name_is_given_and_taken_back(db: Path) -> None:
    assert ["De", "walvis"][1] in out("hernoem", OUD[:22], "  De   walvis ", db=db)
    assert json.loads(out("lijst", "--json", "--modus", "samen", db=db))[0]["naam"] == "De walvis"
    out("hernoem", OUD, "", db=db)
    assert "De bakkerij" in out("lijst", db=db)


def test_what_became_of_it_is_said_and_listed(db: Path) -> None:
    (eigen,) = json.loads(out("afspraken", "--json", db=db))
    assert (eigen["gesprek"], eigen["nr"], eigen["status"]) == (ID, 1, "open")
    assert json.loads(out("afspraken", "--leerling", "Noor", "--json", db=db))[0]["tekst"] == "de bakker bellen"
    assert "gedaan" in out("afspraken", ID, "1", "gedaan", db=db)
    uit = run("afspraken", "--open", "--db", str(db))
    assert (uit.returncode, uit.stdout, uit.stderr) == (0, "", "Er staat niets open.\n")
    geen = run("afspraken", ID, "7", "gedaan", "--db", str(db))
    assert (geen.returncode, "is geen afspraak 7." in geen.stderr) == (1, True)
    assert run("afspraken", ID, "1", "weg", "--db", str(db)).returncode == 2
    assert run("afspraken", ID, "1", "--db", str(db)).returncode == 2


def test_the_days_go_to_a_calendar_when_that_is_asked(db: Path, tmp_path: Path) -> None:
    doel = tmp_path / "dagen.ics"
    assert str(doel) in out("agenda", OUD, "-o", str(doel), db=db)
    (post,) = Calendar.from_ical(doel.read_bytes()).walk("VEVENT")
    assert (str(post["summary"]), str(post["uid"])) == ("de bakker bellen", f"{OUD}-0@gesprek")
    weer = run("agenda", OUD, "-o", str(doel), "--db", str(db))
    assert (weer.returncode, "--vervang" in weer.stderr) == (1, True)
    out("agenda", OUD, "-o", str(doel), "--vervang", db=db)
    assert out("agenda", OUD, "-o", "-", db=db).startswith("BEGIN:VCALENDAR")
    out("afspraken", OUD, "1", "vervallen", db=db)
    assert run("agenda", OUD, "-o", "-", "--db", str(db)).returncode == 1


def test_looking_and_asking_make_no_archive(tmp_path: Path) -> None:
    for opdracht in (["afspraken"], ["agenda"], ["hernoem", "01X", "x"]):
        run(*opdracht, "--db", str(tmp_path / "nergens" / "a.db"))
    assert list(tmp_path.iterdir()) == []


def test_the_plain_home_lists_searches_and_reads(db: Path) -> None:
    uit = run("--db", str(db), invoer="4\ncollega\n1\na\n\n")
    assert uit.returncode == 0
    assert "4. Eerdere gesprekken" in uit.stdout
    assert "2. dinsdag 1 september 2026, De bakkerij, woord: Ambacht, samen, Noor" in uit.stdout
    assert "‹collega›" in uit.stdout
    assert "\nTerugkijken\n" in uit.stdout
    assert f"> {VAST['ervaring']}" in uit.stdout
    assert not [t for t in uit.stdout if ord(t) < 32 and t != "\n"]


def test_the_plain_home_brings_up_what_was_agreed_and_hears_what_became_of_it(db: Path) -> None:
    uit = run("--db", str(db), invoer="5\n1\n1\n\n")
    assert "5. Mijn afspraken" in uit.stdout
    assert "gedaan" in uit.stdout
    assert json.loads(out("afspraken", "--json", db=db))[0]["status"] == "gedaan"


def test_the_plain_home_of_someone_new_has_no_empty_places(tmp_path: Path) -> None:
    uit = run("--db", str(tmp_path / "leeg.db"), invoer="\n")
    assert "Eerdere gesprekken" not in uit.stdout
    assert "afspraken" not in uit.stdout
