"""A conversation of two and the archive: nothing before the first word, nobody else's words, nothing left behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from gesprek.archief import Archief, Bezet, open_archief
from gesprek.samen.proef import load_proef, played
from gesprek.samen.protocol import perform
from gesprek.samen.sessie import Samensessie, resume
from gesprek.sessie import Sessie
from tests.conftest import GESPREKKEN
from tests.samen.toneel import ERVARING


def begin(archief: Archief, leerling: str = "") -> Samensessie:
    sessie = Samensessie.begin(archief, "kort", "nl", "samen", leerling=leerling)
    sessie.start()
    return sessie


def finish(archief: Archief, leerling: str, afspraak: str) -> None:
    """Hold a whole conversation that ends with something agreed."""
    sessie = begin(archief, leerling)
    for _keer in range(60):
        nu = sessie.now
        if nu is None:
            break
        antwoord = {"afspraak": afspraak, "dossier": "niets", "warmte": "9", "terugblik": "gedaan"}
        sessie.answer(next((antwoord[s] for s in nu.vult if s in antwoord), "ik hielp in de keuken en was trots"))
    assert sessie.verloop.klaar


def test_nothing_is_kept_before_the_student_says_something(archief: Archief) -> None:
    sessie = begin(archief)
    sessie.ask("bijlage2.3")
    sessie.say("Vertel eens.")
    sessie.back()
    assert archief.recent() == []
    sessie.answer(ERVARING)
    assert [b.soort for b in archief.read(sessie.gesprek.id)[1]] == [b.soort for b in sessie.verloop.beurten]


def test_it_is_resumed_as_one_of_two(archief: Archief) -> None:
    sessie = begin(archief)
    sessie.answer(ERVARING)
    assert isinstance(resume(archief), Samensessie)
    alleen = Sessie.begin(archief, "kort", "nl")
    alleen.start()
    alleen.answer(ERVARING)
    assert not isinstance(resume(archief), Samensessie)


def test_next_time_begins_with_what_was_agreed_and_never_with_somebody_elses(archief: Archief) -> None:
    finish(archief, "Noor", "Vrijdag mijn tante bellen")
    finish(archief, "Sem", "Maandag naar de decaan")
    noor, sem, naamloos = begin(archief, "noor"), begin(archief, "Sem"), begin(archief)
    assert noor.now is not None
    assert "Vrijdag mijn tante bellen" in noor.now.tekst
    assert sem.now is not None
    assert "Maandag naar de decaan" in sem.now.tekst
    assert naamloos.now is not None
    assert naamloos.now.vult == ("ervaring",)
    alleen = Sessie.begin(archief, "kort", "nl")
    alleen.start()
    assert alleen.now is not None
    assert alleen.now.vult == ("ervaring",)
    assert archief.open_afspraken() == []


def test_what_the_student_takes_away_is_gone_from_the_file(tmp_path: Path) -> None:
    proef = load_proef(GESPREKKEN / "samen" / "leerling_verbetert.yaml")
    pad = tmp_path / "a.db"
    with played(proef, pad):
        pass
    resten = [b.read_bytes() for b in tmp_path.iterdir()]
    assert not any(b"blowen" in rest for rest in resten)
    assert any(b"opgelucht" in rest for rest in resten)


def test_an_answer_that_cannot_be_kept_leaves_the_question_open(tmp_path: Path) -> None:
    archief = open_archief(tmp_path / "a.db")
    sessie = begin(archief)
    sessie.answer(ERVARING)
    voor = sessie.now
    ander = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    ander.execute("BEGIN IMMEDIATE")
    archief._conn.execute("PRAGMA busy_timeout=20")  # type: ignore[attr-defined]
    with pytest.raises(Bezet):
        sessie.answer("In de teamkamer.")
    assert sessie.now == voor
    with pytest.raises(Bezet):
        sessie.say("Waar was je?")
    assert not sessie.samen.gevraagd
    ander.execute("ROLLBACK")
    ander.close()
    sessie.answer("In de teamkamer.")
    archief.close()


def test_names_are_kept_short_and_on_one_line(archief: Archief) -> None:
    sessie = begin(archief, "Noor\n\x1b[31m " + "x" * 90)
    sessie.answer(ERVARING)
    naam = archief.read(sessie.gesprek.id)[0].leerling
    assert "\n" not in naam
    assert len(naam) <= 40


def test_a_line_that_means_nothing_gets_a_sentence(archief: Archief) -> None:
    sessie = begin(archief)
    for regel, stuk in (
        ("/kaart 99", "Er is geen kaart met dat nummer"),
        ("/kaart", "Er is geen kaart met dat nummer"),
        ("/schrap 0", "Daar valt niets weg te halen."),
        ("/schrap", "Daar valt niets weg te halen."),
        ("/zag iets", "De leerling noemt eerst zelf iets goeds."),
        ("/onzin", "/kaart N"),
    ):
        gebeurd = perform(sessie, regel)
        assert gebeurd is not None
        assert stuk in gebeurd.uitkomst.uitingen[0].tekst
    assert archief.recent() == []
