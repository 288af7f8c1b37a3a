"""The real program in a real terminal (a pty): keys, accents, resizing, quitting, going on, being hung up on."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gesprek.archief import open_archief
from gesprek.archief.slot import lock_state
from tests.processen import GESPREK, environment

if sys.platform == "win32":
    pytest.skip("a pty is needed", allow_module_level=True)

import pexpect

from tests.terminal import Terminal

STOP = "\x11"  # ctrl+q


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The file of an archive that is not there yet."""
    return tmp_path / "gesprek.db"


@pytest.fixture
def terminal(db: Path) -> Iterator[Terminal]:
    """A new conversation, ready to be answered."""
    open_ = Terminal("zelf", db=db)
    open_.wait_for("programma")
    yield open_
    open_.proces.close(force=True)


def answers(db: Path) -> list[str]:
    """What was answered, straight from the file."""
    verbinding = sqlite3.connect(db)
    try:
        return [r[0] for r in verbinding.execute("SELECT tekst FROM beurt WHERE soort = 'antwoord' ORDER BY nr")]
    finally:
        verbinding.close()


def draft(db: Path) -> str:
    """What was being typed."""
    archief = open_archief(db)
    gesprekken = archief.recent()
    concept = archief.read_concept(gesprekken[0].id) if gesprekken else None
    archief.close()
    return concept[1] if concept else ""


def soon(db: Path, antwoord: str) -> bool:
    """Whether an answer gets into the file in a moment."""
    einde = time.monotonic() + 10
    while antwoord not in answers(db) and time.monotonic() < einde:
        time.sleep(0.05)
    return antwoord in answers(db)


def test_a_conversation_is_answered_resized_left_and_gone_on_with(terminal: Terminal, db: Path) -> None:
    terminal.send("Ik kreeg één compliment en € 5 fooi, ik was zo blij")
    terminal.wait_for("één compliment en € 5 fooi")
    terminal.send("\r")
    terminal.wait_for("‘blij’")
    assert answers(db) == ["Ik kreeg één compliment en € 5 fooi, ik was zo blij"]
    terminal.resize(140, 40)
    terminal.wait_for("Mijn verhaal", "Activeren")
    terminal.resize(80, 24)
    terminal.send("in de\nkeu")
    terminal.wait_for("keu")
    terminal.send(STOP)
    status, gezegd = terminal.end()
    assert status == 0
    assert "gesprek hervat" in gezegd
    assert draft(db) == "in de\nkeu"

    verder = Terminal("hervat", db=db)
    verder.wait_for("keu", "compliment")
    verder.send("ken\r")
    assert soon(db, "in de\nkeuken")
    verder.send(STOP)
    assert verder.end()[0] == 0


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_is_being_typed(terminal: Terminal, db: Path, sein: signal.Signals) -> None:
    terminal.send("Bijna af")
    terminal.wait_for("Bijna af")
    terminal.proces.kill(sein)
    assert terminal.end()[0] == 0
    assert draft(db) == "Bijna af"


def test_a_terminal_that_goes_away_keeps_what_is_being_typed(terminal: Terminal, db: Path) -> None:
    terminal.send("Bijna af")
    terminal.wait_for("Bijna af")
    terminal.proces.ptyproc.fileobj.close()
    terminal.proces.ptyproc.wait()
    assert draft(db) == "Bijna af"


def test_after_a_signal_nothing_holds_the_end_up() -> None:
    hangt = "from gesprek.cli.gedeeld import _end_soon; import threading; _end_soon(); threading.Event().wait()"
    assert subprocess.run([sys.executable, "-c", hangt], timeout=30, check=False).returncode == 0


def test_a_kill_loses_no_answer_and_at_most_the_last_keys(terminal: Terminal, db: Path) -> None:
    terminal.send("Op stage was ik zo blij\r")
    assert soon(db, "Op stage was ik zo blij")
    terminal.wait_for("‘blij’")
    terminal.send("en toen")
    terminal.wait_for("en toen")
    einde = time.monotonic() + 10
    while draft(db) != "en toen" and time.monotonic() < einde:
        time.sleep(0.1)
    terminal.proces.kill(signal.SIGKILL)
    terminal.proces.close()
    assert answers(db) == ["Op stage was ik zo blij"]
    assert draft(db) == "en toen"


def test_what_is_typed_before_the_screen_is_there_is_not_lost(db: Path) -> None:
    terminal = Terminal("zelf", db=db)
    terminal.send("ik typ al")
    terminal.wait_for("programma", "│ ik typ al")
    terminal.send(STOP)
    assert terminal.end()[0] == 0


def test_a_paste_of_several_lines_is_no_series_of_answers(terminal: Terminal, db: Path) -> None:
    terminal.send("\x1b[200~een regel\rtwee regels\r\x1b[201~")
    terminal.wait_for("een regel", "twee regels")
    terminal.send(STOP)
    terminal.end()
    assert draft(db) == "een regel\ntwee regels\n"


def test_the_home_screen_leads_to_a_conversation(db: Path) -> None:
    thuis = Terminal(db=db)
    thuis.wait_for("gesprek", "1 Zelf", "3 Samen", "voor mentoren")
    thuis.press_for("\r", "programma", "Terugkijken")
    thuis.send(STOP)
    assert thuis.end()[0] == 0


def test_the_drill_is_answered_left_and_remembered(db: Path) -> None:
    drill = Terminal("oefen", "--drill", db=db)
    drill.wait_for("De regels leren", "nog 9 na deze", "▸ 1 ")
    drill.press_for("1", "(✓ Goed|✗ Nee)", "1 Verder")
    drill.resize(140, 40)
    drill.wait_for("(✓ Goed|✗ Nee)", "1 Verder")
    drill.send(STOP)
    assert drill.end() == (0, "")
    archief = open_archief(db)
    assert len(archief.herhalingen()) == 1
    archief.close()


def test_a_mistake_of_the_program_shows_no_traceback(db: Path) -> None:
    # a flow that a checked file can never be: what the program does then is what counts
    code = (
        "import sys, gesprek.verloop as v; from gesprek.cli import main\n"
        "def stuk(self, tekst, tijd): raise ZeroDivisionError('geheim')\n"
        "v.Verloop.answer = stuk\n"
        "sys.exit(main(['zelf']))"
    )
    proces = pexpect.spawn(
        GESPREK[0],
        ["-c", code],
        dimensions=(24, 80),
        env=environment(TERM="xterm-256color", GESPREK_TAAL="nl", GESPREK_DB=str(db)),
        timeout=20,
    )
    proces.expect("programma")
    proces.send("Op stage was ik zo blij\r")
    proces.expect("Er ging iets mis in het programma zelf")
    rest = proces.read()
    proces.close()
    assert proces.exitstatus == 1
    assert b"Traceback" not in rest
    assert b"geheim" not in rest


def test_in_a_dumb_terminal_it_speaks_plain_lines(db: Path) -> None:
    dom = pexpect.spawn(
        GESPREK[0], [*GESPREK[1:], "zelf", "--db", str(db)], env=environment(TERM="dumb", GESPREK_TAAL="nl"), timeout=20
    )
    dom.expect("Vraag 1, terugkijken:")
    dom.expect("> ")
    dom.sendline("Op stage was ik zo blij")
    dom.expect("Vraag 2, terugkijken:")
    assert b"\x1b" not in dom.before.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")
    dom.expect("> ")  # an end that is typed before it is read for is lost
    dom.sendeof()
    dom.expect("gesprek hervat")
    dom.expect(pexpect.EOF)
    dom.close()
    assert dom.exitstatus == 0


def test_a_report_is_read_saved_and_closed(db: Path, tmp_path: Path) -> None:
    bron = tmp_path / "gesprek.txt"
    bron.write_text("M: Waarom koos je dat?\nL: Weet ik niet, ik was zo trots.\nM: Waar was je?\n", encoding="utf-8")
    open_ = Terminal("toets", str(bron), db=db)
    open_.wait_for("In het kort", "9. Geen waarom", "Volgende vondst")
    open_.send("o")
    open_.wait_for("Waar moet het verslag komen")
    open_.send("\r")
    open_.wait_for("Het verslag staat in")
    open_.send("q")
    assert open_.end()[0] == 0
    assert (tmp_path / "gesprek-verslag.html").exists()
    assert not db.exists()


def test_a_report_in_plain_lines_fills_no_screen(db: Path, tmp_path: Path) -> None:
    bron = tmp_path / "gesprek.txt"
    bron.write_text("M: Waarom koos je dat?\nL: Weet ik niet.\n", encoding="utf-8")
    open_ = Terminal("toets", str(bron), "--gewoon", db=db)
    status, _tekst = open_.end()
    assert status == 0
    assert b"\x1b" not in open_._rauw


def test_earlier_conversations_are_searched_while_typing_and_read(db: Path) -> None:
    eerst = Terminal("zelf", db=db)
    eerst.wait_for("programma")
    for antwoord in ("Op stage was ik zo blij met de bewoners\r", "In de keuken van het verzorgingshuis\r"):
        eerst.send(antwoord)
        assert soon(db, antwoord.strip())
    eerst.send(STOP)
    assert eerst.end()[0] == 0

    thuis = Terminal(db=db)
    thuis.wait_for("E Eerdere gesprekken")
    time.sleep(0.7)  # a choice that has just appeared takes no key yet
    thuis.send("e")
    thuis.wait_for("Typ om te zoeken", "▸ .*Op stage was ik")
    thuis.send("BLÍJ bewon")
    thuis.wait_for("1 plek", "was ik zo ‹blij› met de ‹bewon›ers")
    thuis.send("\r")
    thuis.wait_for("▸ Op stage was ik zo ‹blij› met de ‹bewon›ers", "Verhaal")
    thuis.send("v")
    thuis.wait_for("Wat ik voelde")
    thuis.resize(140, 40)
    thuis.wait_for("Wat ik voelde", "g Verder")
    thuis.send(STOP)
    assert thuis.end()[0] == 0


def test_the_lock_is_set_and_taken_away_from_the_screen(db: Path) -> None:
    open_archief(db).close()
    zin = "paars fiets wolk zeven"
    open_ = Terminal(db=db)
    open_.wait_for("bewaard is")
    open_.press_for("b", "Op slot met een wachtzin")
    open_.press_for("3", "geen tweede sleutel", "2 Een wachtzin zetten")
    open_.press_for("2", r"Nieuwe wachtzin \(minstens 8 tekens\):")
    open_.send(f"{zin}\r")
    open_.wait_for("Nog een keer:")
    open_.send(f"{zin}\r")
    assert "is nu op slot" in open_.wait_for("Typ gesprek om verder te gaan")
    assert open_.end()[0] == 0
    assert lock_state(db)

    for fout, getypt, gezegd, op_slot in ((True, "", "niets veranderd", True), (False, zin, "slot is weg", False)):
        open_ = Terminal(db=db)
        open_.wait_for("Wachtzin:")
        open_.send(f"{zin}\r")
        open_.wait_for("bewaard is")
        open_.press_for("b", "met een wachtzin  op slot")
        open_.press_for("3", "3 Het slot eraf halen")
        open_.press_for("3", "Wachtzin van nu:")
        if fout:
            open_.send("heel iets anders\r")
            open_.wait_for("Met deze wachtzin gaat", r"Wachtzin van nu:[\s\S]*Wachtzin van nu:")
        open_.send(f"{getypt}\r")
        open_.wait_for(gezegd)
        assert open_.end()[0] == op_slot
        assert lock_state(db) is op_slot
