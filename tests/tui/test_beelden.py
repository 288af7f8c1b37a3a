"""A few screens as pictures. What is said in them is fixed here, so that new wordings do not change them.

After a change that is meant: look at the report, then ``pytest tests/tui/test_beelden.py --snapshot-update -n 0``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gesprek.archief import Archief, Schrijfwerk, open_archief
from gesprek.model import Beurt, Citaat, Gesprek, Invulling, Opbrengst, Soort, Spreker
from gesprek.oefenen.drill import options
from gesprek.oefenen.opgaven import Drill, Opgave
from gesprek.oefenen.sessie import Drillsessie
from gesprek.regels import Oordeel, Opmerking
from gesprek.samen.kaarten import Kaart
from gesprek.samen.sessie import Samensessie
from gesprek.sessie import Sessie
from gesprek.taal import use_taal
from gesprek.uiting import Keuze, Regel, Uiting
from tests.tui.toneel import GROOT, ID, KLEIN, Klok, Spel, begin, settle, stage
from tui.app import GesprekApp
from tui.screens.gesprek import GesprekScherm
from tui.screens.samen import SamenScherm
from tui.screens.samen_begin import Samenbegin

Vergelijk = Callable[..., bool]

GEZEGD = (
    ("programma", "reactie", "Hi, this is a program, not a human. You choose what you tell, and you may always stop."),
    ("programma", "vraag", "What happened recently that you still think about? Tell me."),
    ("leerling", "antwoord", "Last week I gave a talk about whales, and I was so proud."),
    ("programma", "vraag", "Where were you at that moment?"),
    ("leerling", "sla_over", ""),
    ("programma", "vraag", "Who was there?"),
    ("leerling", "antwoord", "My friend Sam sat in front.\nMr De Wit stood at the back."),
)
VERHAAL = {
    "ervaring": "Last week I gave a talk about whales",
    "wie": "My friend Sam sat in front",
    "gebeurtenis": "Sam nodded when I told about the tail",
    "emotie": "proud",
    "rode_draad": "I explain something and people listen",
    "netwerk": "my aunt, she works there",
}
WOORDEN = ("explaining", "whales", "listening", "the front row", "calm", "Naturalis", "proud")


@pytest.fixture
def sessie(archief: Archief, klok: Klok) -> Sessie:
    """A conversation in which everything that was said is fixed."""
    use_taal("en")
    open_ = begin(archief, klok, "en")
    open_.answer("Last week I gave a talk about whales, and I was so proud.")
    verloop = open_.verloop
    verloop.regels[:] = [
        Regel(nr, Spreker(spreker), Soort(soort), "terugkijken.ervaring", f"vraag{nr}", tekst)
        for nr, (spreker, soort, tekst) in enumerate(GEZEGD)
    ]
    verloop.verhaal.slots = {
        slot: (Invulling(Citaat(nr, 0, len(tekst), tekst)),) for nr, (slot, tekst) in enumerate(VERHAAL.items())
    }
    return open_


def _app(sessie: Sessie, *uitingen: Uiting, thema: str = "donker") -> GesprekApp:
    app = stage(sessie, uitingen)
    app.theme = f"gesprek-{thema}"
    return app


def _question() -> tuple[Uiting, Uiting]:
    vraag = "You said ‘proud’. What happened right before you felt that?"
    return Uiting("reactie", "Thank you for telling this."), Uiting(
        "vraag", vraag, "terugkijken", "precies", "v", vult=("x",)
    )


def test_the_first_question(snap_compare: Vergelijk, sessie: Sessie) -> None:
    sessie.verloop.beurten.clear()
    sessie.verloop.regels.clear()
    sessie.verloop.verhaal.slots.clear()
    begin_ = Uiting("reactie", GEZEGD[0][2] + " Your answers stay here: ~/gesprek.db")
    app = _app(sessie, begin_, Uiting("vraag", GEZEGD[1][2], "terugkijken", "ervaring", "v", vult=("x",)))
    assert snap_compare(app, terminal_size=KLEIN)


def test_in_the_middle_of_a_conversation(snap_compare: Vergelijk, sessie: Sessie) -> None:
    assert snap_compare(_app(sessie, *_question()), terminal_size=KLEIN)


def test_in_the_middle_with_room_beside_it(snap_compare: Vergelijk, sessie: Sessie) -> None:
    assert snap_compare(_app(sessie, *_question(), thema="licht"), terminal_size=GROOT)


def test_the_word(snap_compare: Vergelijk, sessie: Sessie) -> None:
    opties = tuple(Keuze(woord, woord, Citaat(0, 0, 1, woord)) for woord in WOORDEN)
    vraag = "Take your time to find your word. Which word says what this is about?"
    uiting = Uiting("keuze", vraag, "reflecteren", "kernwoord", "v", vult=("kernwoord",), opties=opties)
    assert snap_compare(_app(sessie, uiting), terminal_size=KLEIN, press=["right", "right"])


def test_the_scale(snap_compare: Vergelijk, sessie: Sessie) -> None:
    vraag = "You want to do this: ‘a day at Naturalis’. How warm do you feel about it, from 1 to 10?"
    uiting = Uiting("schaal", vraag, "vooruitkijken", "warm", "v", vult=("warmte",))
    assert snap_compare(_app(sessie, uiting, thema="licht"), terminal_size=KLEIN, press=["7"])


def test_the_check(snap_compare: Vergelijk, sessie: Sessie) -> None:
    opties = (Keuze("zo_niet", "No, I did not"), Keuze("zo_wel", "Yes, I mean it"))
    uiting = Uiting("zorg", "Something here makes me pause. Do you mean it like this?", opties=opties, navraag=True)
    assert snap_compare(_app(sessie, uiting), terminal_size=KLEIN)


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_calm_page(snap_compare: Vergelijk, sessie: Sessie, maat: tuple[int, int]) -> None:
    woorden = ("Go on about something else", "Keep what I typed, then go on", "Stop for now", "Erase this conversation")
    opties = tuple(Keuze(str(nr), woord) for nr, woord in enumerate(woorden))
    tekst = "I am a program and cannot help. This is too important to carry alone. Talk now to someone you trust."
    app = _app(sessie, Uiting("zorg", tekst, opties=opties), thema="donker" if maat == KLEIN else "licht")
    assert snap_compare(app, terminal_size=maat, press=["down"])


def test_the_card(snap_compare: Vergelijk, sessie: Sessie) -> None:
    verhaal = sessie.verloop.verhaal
    verhaal.fill("kernwoord", Invulling(Citaat(0, 0, 10, "explaining")))
    belofte = Citaat(0, 0, 10, "call my aunt about a day at Naturalis")
    verhaal.afspraken = ((Invulling(belofte), date(2026, 11, 27)),)
    sessie.verloop.klaar = True
    assert snap_compare(_app(sessie, Uiting("klaar", "Thank you; what is on your card is yours.")), terminal_size=GROOT)


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_home(
    snap_compare: Vergelijk, sessie: Sessie, archief: Archief, maat: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.overzicht.read_minutes", lambda: {"loopbaangesprek": 20, "kort": 8})
    monkeypatch.setattr("tui.overzicht.now", lambda: datetime(2026, 12, 2, 15, tzinfo=UTC))
    archief.erase(sessie.gesprek.id)
    toen = datetime(2026, 11, 12, 15, tzinfo=UTC)
    for nr, (titel, woord) in enumerate((("A day in the bakery", "craft"), ("The school play", "together"), ("", ""))):
        kop = Gesprek(ID[:-1] + str(nr), "zelf", "kort", "bron", "en", toen, toen, toen if woord else None, titel)
        afspraken = (("ask the baker for a second day", date(2026, 12, 1)),) if nr == 0 else ()
        yield_ = Opbrengst(titel, bool(woord), woord or None, afspraken)
        archief.write(Schrijfwerk(kop, bron="{}", opbrengst=yield_))
    onaf = replace(kop, id=ID[:-1] + "7", titel="Last week I gave a talk about whales")
    archief.write(Schrijfwerk(onaf, bron="{}", opbrengst=Opbrengst(onaf.titel)))
    app = GesprekApp(archief, "en")
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    assert snap_compare(app, terminal_size=maat, run_before=settle)


OPGAVEN = (
    Opgave(
        id="d001",
        soort="herken",
        taal="en",
        leerling="I was so proud when the oven worked again.",
        uiting="Why did you repair it all by yourself, with everybody standing around you?",
        regel="geen-waarom",
        code="waarom",
        gebroken=True,
        niet=("verbreed", "kernwoord", "verdiep"),
        uitleg="‘Why did you’ asks for a reason, and the student has yet to find it.",
        beter="Proud, you said. What happened right before the oven worked again?",
    ),
    Opgave(
        id="d002",
        soort="herschrijf",
        taal="en",
        leerling="I did not dare to ask anything at the open day.",
        uiting="You should write down three questions the next time.",
        regel="met-niet-tegen",
        code="advies",
        gebroken=True,
        uitleg="‘You should’ gives your own solution.",
        beter="You did not dare to ask. Where were you standing then?",
    ),
)


@pytest.fixture
def drill(archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> Drillsessie:
    """A drill of two items in which everything that is said is fixed."""
    use_taal("en")
    monkeypatch.setattr("tui.screens.drill.explain_option", lambda *_: "What this rule means, in a line or two.")
    monkeypatch.setattr("gesprek.oefenen.bespreking.sentence_of", lambda *_: "The rule itself, in one sentence.")
    fout = Oordeel("open", (Opmerking("waarom", 0, len("Why did you")),))
    monkeypatch.setattr("gesprek.oefenen.drill.toets", lambda *_: fout)
    return Drillsessie(archief, "en", klok, Drill(bron="beeld", vragen=OPGAVEN))


def _drill_app(drill: Drillsessie, maat: tuple[int, int]) -> GesprekApp:
    app = GesprekApp(drill.archief, "en", drill)
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    return app


def _after(*toetsen: str) -> Callable[[Spel], Awaitable[None]]:
    """Return what presses keys, and waits after each until all is done."""

    async def play(spel: Spel) -> None:
        await settle(spel)
        for toets in toetsen:
            await spel.press(*(toets if " " in toets else [toets]))
            await settle(spel)

    return play


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_drill_asks(snap_compare: Vergelijk, drill: Drillsessie, maat: tuple[int, int]) -> None:
    assert snap_compare(_drill_app(drill, maat), terminal_size=maat, run_before=_after("down"))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_drill_says_what_was_wrong(snap_compare: Vergelijk, drill: Drillsessie, maat: tuple[int, int]) -> None:
    fout = next(str(nr) for nr, optie in enumerate(drill.opties, 1) if optie.regel != "geen-waarom")
    assert snap_compare(_drill_app(drill, maat), terminal_size=maat, run_before=_after(fout))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_drill_has_a_sentence_rewritten(snap_compare: Vergelijk, drill: Drillsessie, maat: tuple[int, int]) -> None:
    schrijf = _after("f3", "Why did you not ask?", "enter")
    assert snap_compare(_drill_app(drill, maat), terminal_size=maat, run_before=schrijf)


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_drill_ends(snap_compare: Vergelijk, drill: Drillsessie, maat: tuple[int, int]) -> None:
    fout, goed = (
        next(str(nr) for nr, optie in enumerate(opties, 1) if (optie.regel == "geen-waarom") is juist)
        for opties, juist in ((drill.opties, False), (options(OPGAVEN[0], 1), True))
    )
    einde = _after(fout, "enter", "f3", goed, "enter")
    assert snap_compare(_drill_app(drill, maat), terminal_size=maat, run_before=einde)


def test_the_stage_shows_the_real_screen(sessie: Sessie) -> None:
    assert isinstance(_app(sessie, *_question()).get_default_screen(), GesprekScherm)


TWEE = (
    ("mentor", "vraag", "bijlage2.1", "Which experience would you like to share with me? Tell me about it."),
    ("leerling", "antwoord", "bijlage2.1", "At the handover I wasn't allowed to say anything, that was so annoying."),
    ("mentor", "vraag", "eigen.plek", "You said ‘annoying’. Where were you?"),
    ("leerling", "antwoord", "eigen.plek", "In the team room with five nurses."),
    ("mentor", "waarneming", "eigen.waarneming", "You sat up straight when you told that."),
    ("leerling", "geschrapt", "bijlage2.7", ""),
)
KAARTEN = (
    Kaart("a", "You said ‘annoying’. What happened right before that?", gevoel="annoying"),
    Kaart("b", "What did you do? What did you see? What exactly happened?"),
    Kaart("c", "Where were you at that moment? Describe the surroundings.", gesteld=True),
)
TAFEL = ("Anke did not even look up", "at football the coach never asks the keeper", "I knew that the set was loose")


@pytest.fixture
def samen(archief: Archief, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> Samensessie:
    """A conversation of two in which everything that was said, and every card, is fixed."""
    use_taal("en")
    monkeypatch.setattr("tui.screens.samen.cards", lambda *_: list(KAARTEN))
    monkeypatch.setattr("tui.screens.samen.local_now", lambda: datetime(2026, 11, 23, 15, 7, tzinfo=UTC))
    open_ = Samensessie.begin(archief, "kort", "en", "samen", klok, ID, leerling="Noor", mentor="Ms Bos")
    open_.start()
    open_.answer(TWEE[1][3])
    open_.verloop.regels[:] = [
        Regel(nr, Spreker(spreker), Soort(soort), "terugkijken.precies", vraag, tekst)
        for nr, (spreker, soort, vraag, tekst) in enumerate(TWEE)
    ]
    open_.verloop.beurten[:] = [
        Beurt(r.nr, open_.gesprek.begonnen, r.spreker, r.soort, r.stap, r.vraag, r.tekst) for r in open_.verloop.regels
    ]
    return open_


def _samen_app(sessie: Samensessie, *uitingen: Uiting, maat: tuple[int, int]) -> GesprekApp:
    app = GesprekApp(sessie.archief, "en", scherm=SamenScherm(sessie, uitingen))
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    return app


WAT = Uiting("vraag", "What exactly happened?", "terugkijken", "precies", "bijlage2.7", "c", ("gebeurtenis",))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_two_have_a_question_and_cards(snap_compare: Vergelijk, samen: Samensessie, maat: tuple[int, int]) -> None:
    assert snap_compare(_samen_app(samen, WAT, maat=maat), terminal_size=maat, run_before=_after("down"))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_two_are_whispered_to(snap_compare: Vergelijk, samen: Samensessie, maat: tuple[int, int]) -> None:
    async def whisper(spel: Spel) -> None:
        await _after("v", "Why did you say nothing?")(spel)
        await spel.pause(0.3)
        await settle(spel)

    assert snap_compare(_samen_app(samen, WAT, maat=maat), terminal_size=maat, run_before=whisper)


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_two_lay_words_on_the_table(
    snap_compare: Vergelijk, samen: Samensessie, maat: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    citaten = tuple(Citaat(nr, 0, len(tekst), tekst) for nr, tekst in enumerate(TAFEL))
    monkeypatch.setattr("gesprek.samen.verloop.Samenverloop.table", citaten)
    monkeypatch.setattr("gesprek.samen.verloop.Samenverloop.fase", "reflecteren")
    vraag = replace(WAT, tekst="Look at your own words. What do you notice?", fase="reflecteren", vraag="x", deel="")
    assert snap_compare(_samen_app(samen, vraag, maat=maat), terminal_size=maat, run_before=_after())


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_the_student_ticks(snap_compare: Vergelijk, samen: Samensessie, maat: tuple[int, int]) -> None:
    opties = tuple(Keuze(k, t) for k, t in (("a", "Small story: ‘" + TAFEL[0] + "’"), ("b", "My word: being counted")))
    vraag = Uiting(
        "keuze", "What do you take along?", "activeren", "teruglezen", "samen.dossier", vult=("dossier",), opties=opties
    )
    assert snap_compare(_samen_app(samen, vraag, maat=maat), terminal_size=maat, run_before=_after("2"))


@pytest.mark.parametrize("maat", [KLEIN, GROOT], ids=["klein", "groot"])
def test_before_two_begin(snap_compare: Vergelijk, archief: Archief, maat: tuple[int, int]) -> None:
    use_taal("en")
    app = GesprekApp(open_archief(None), "en", scherm=Samenbegin(open_archief(None), "en"))
    app.theme = "gesprek-donker" if maat == KLEIN else "gesprek-licht"
    assert snap_compare(app, terminal_size=maat, run_before=_after("down", "down"))
