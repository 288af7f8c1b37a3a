"""Conversations as data: a student's answers in YAML, and what should come of them.

Answers are found by the question (``bijlage2.4``, ``bijlage2.7c``), else by a slot that it fills, else
under ``rest``; of several the next one is taken each time, the last one stays. An answer may be a command
(``/terug``, ``/sla-over``, ``/stop``); after ``/stop`` the conversation is gone on with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from gesprek.archief import Archief, Schrijfwerk, open_archief
from gesprek.inlezen import Gegeven, read, validate
from gesprek.model import Gesprek, Opbrengst, Taal
from gesprek.protocol import as_object, perform
from gesprek.sessie import Sessie
from gesprek.taal import _

_MEEST = 150
_EERDER = "01HZ000000000000000000EERD"
"""Id of an earlier conversation: before any other."""


class Verwachting(Gegeven):
    """What should come of a conversation.

    :param klaar: whether it comes to its end.
    :param pad: steps that are visited in this order, others in between allowed.
    :param gevraagd: how often each of these questions is asked.
    :param nooit: questions that are never asked.
    :param gezegd: pieces of text that the program says somewhere.
    :param zwijgt: pieces of text that it never says.
    :param vragen_hoogstens: at most so many questions.
    """

    klaar: bool = True
    kernwoord: str | None = None
    afspraken: tuple[dict[str, str | None], ...] | None = None
    pad: tuple[str, ...] = ()
    gevraagd: dict[str, int] = Field(default_factory=dict)
    nooit: tuple[str, ...] = ()
    gezegd: tuple[str, ...] = ()
    zwijgt: tuple[str, ...] = ()
    vragen_hoogstens: int | None = None


class Proef(Gegeven):
    """One conversation as data.

    :param vandaag: the day on which it is held (YYYY-MM-DD).
    :param id: ULID of the conversation, which settles its wordings.
    :param afgesproken: what the student agreed on in an earlier conversation.
    """

    naam: str
    taal: Taal = "nl"
    flow: str = "loopbaangesprek"
    vandaag: str = "2026-11-23"
    id: str = "01JDCGN9R0000000000000PR0F"
    afgesproken: tuple[str, ...] = ()
    antwoorden: dict[str, tuple[str, ...]]
    verwacht: Verwachting

    @field_validator("antwoorden", mode="before")
    @classmethod
    def _one_or_more(cls, waarde: Any) -> Any:
        if not isinstance(waarde, dict):
            return waarde
        return {k: tuple(map(str, v)) if isinstance(v, list) else (str(v),) for k, v in waarde.items()}


@dataclass
class Verslag:
    """What happened: the objects of the protocol, in order, and what was answered to each question."""

    gezegd: list[dict[str, Any]] = field(default_factory=list)
    antwoorden: list[str] = field(default_factory=list)

    @property
    def vragen(self) -> list[dict[str, Any]]:
        """The questions, in order."""
        return [o for o in self.gezegd if o["soort"] in ("vraag", "keuze", "schaal")]

    @property
    def klaar(self) -> dict[str, Any] | None:
        """The object that ended it."""
        return next((o for o in self.gezegd if o["soort"] == "klaar"), None)


Leider = Callable[[str | None], list[dict[str, Any]]]
"""Leads a conversation: None starts it (or goes on after a stop), a line answers; returns what is said."""


def load_proef(pad: Path) -> Proef:
    """Read a conversation.

    :raises Inleesfout: when it is wrong.
    """
    return validate(Proef, read(pad))


def is_of_two(pad: Path) -> bool:
    """Whether a file holds a conversation of a mentor and a student: a list of lines, not of answers."""
    inhoud = read(pad).inhoud
    return isinstance(inhoud, dict) and "regels" in inhoud


def play(proef: Proef, leid: Leider) -> Verslag:
    """Answer every question as the data say, until the end."""
    verslag = Verslag()
    gebruikt: dict[str, int] = {}
    gezegd = leid(None)
    while len(verslag.antwoorden) < _MEEST:
        verslag.gezegd.extend(gezegd)
        open_ = next((o for o in reversed(gezegd) if o["soort"] in ("vraag", "keuze", "schaal", "zorg")), None)
        if open_ is None or verslag.klaar:
            break
        antwoord = answer_for(proef, open_, gebruikt)
        verslag.antwoorden.append(antwoord)
        gezegd = leid(antwoord)
        if antwoord == "/stop":
            gezegd = leid(None)
    return verslag


def answer_for(proef: Proef, vraag: dict[str, Any], gebruikt: dict[str, int]) -> str:
    """Return what the student of this conversation answers to a question.

    :param gebruikt: how often each key was used; counted on.
    """
    id = str(vraag.get("vraag", vraag["soort"]))
    for sleutel in (id + str(vraag.get("deel", "")), id, *vraag.get("vult", ()), "rest"):
        if lijst := proef.antwoorden.get(sleutel):
            nr = gebruikt.get(sleutel, 0)
            gebruikt[sleutel] = nr + 1
            return lijst[min(nr, len(lijst) - 1)]
    return "/sla-over"


def judge(proef: Proef, verslag: Verslag) -> list[str]:
    """Return what is not as expected; nothing when all is well."""
    verwacht, klaar = proef.verwacht, verslag.klaar
    fouten = []
    if (klaar is not None) != verwacht.klaar:
        fouten.append(_("It did not come to its end.") if verwacht.klaar else _("It should not have ended."))
    if klaar is not None and klaar["kernwoord"] != verwacht.kernwoord:
        fouten.append(
            _("The kernwoord is “{got}”, not “{want}”.").format(got=klaar["kernwoord"], want=verwacht.kernwoord)
        )
    if klaar is not None and verwacht.afspraken is not None and klaar["afspraken"] != list(verwacht.afspraken):
        fouten.append(_("The afspraken are {got}.").format(got=klaar["afspraken"]))
    bezocht = iter([f"{o['fase']}.{o['stap']}" for o in verslag.vragen])
    fouten += [
        _("“{step}” is not visited in its turn.").format(step=stap) for stap in verwacht.pad if stap not in bezocht
    ]
    telling: dict[str, int] = {}
    for vraag in verslag.vragen:
        for id in {vraag["vraag"], vraag["vraag"] + vraag.get("deel", "")}:
            telling[id] = telling.get(id, 0) + 1
    wil = verwacht.gevraagd | dict.fromkeys(verwacht.nooit, 0)
    fouten += [
        _("“{id}” is asked {got} times, not {want}.").format(id=id, got=telling.get(id, 0), want=aantal)
        for id, aantal in wil.items()
        if telling.get(id, 0) != aantal
    ]
    alles = "\n".join(str(o.get("tekst", "")) for o in verslag.gezegd)
    fouten += [_("“{text}” is never said.").format(text=tekst) for tekst in verwacht.gezegd if tekst not in alles]
    fouten += [_("“{text}” should not be said.").format(text=tekst) for tekst in verwacht.zwijgt if tekst in alles]
    if verwacht.vragen_hoogstens is not None and len(verslag.vragen) > verwacht.vragen_hoogstens:
        fouten.append(_("There are {got} questions.").format(got=len(verslag.vragen)))
    return fouten


def write_earlier(archief: Archief, afgesproken: Sequence[str], leerling: str = "") -> None:
    """Put an earlier conversation in an archive, in which this was agreed on."""
    if not afgesproken:
        return
    toen = datetime(2024, 5, 28, 15, tzinfo=UTC)
    eerder = Gesprek(_EERDER, "zelf", "kort", "eerder", "nl", toen, toen, toen, leerling=leerling)
    opbrengst = Opbrengst(klaar=True, afspraken=tuple((tekst, None) for tekst in afgesproken))
    archief.write(Schrijfwerk(eerder, bron="{}", opbrengst=opbrengst))


@contextmanager
def engine(proef: Proef) -> Iterator[Leider]:
    """Give a leader on the engine itself, with an archive in memory."""
    archief = open_archief(None)
    write_earlier(archief, proef.afgesproken)
    dag = date.fromisoformat(proef.vandaag)
    begin = datetime(dag.year, dag.month, dag.day, 15, 0, tzinfo=UTC)
    tikken = 0

    def clock() -> datetime:
        nonlocal tikken
        tikken += 1
        return begin + timedelta(seconds=tikken)

    sessie: Sessie | None = None

    def leid(regel: str | None) -> list[dict[str, Any]]:
        nonlocal sessie
        if sessie is None:
            sessie = Sessie.begin(archief, proef.flow, proef.taal, klok=clock, id=proef.id)
            uitingen = sessie.start().uitingen
        elif regel is None:
            sessie = Sessie.resume(archief, proef.id, klok=clock)
            uitingen = tuple(u for u in (sessie.now,) if u)
        else:
            uitkomst = perform(sessie, regel)
            uitingen = uitkomst.uitingen if uitkomst else ()
        return [as_object(uiting, sessie) for uiting in uitingen]

    try:
        yield leid
    finally:
        archief.close()


def run(pad: Path) -> list[str]:
    """Play one file on the engine and return what is not as expected."""
    if is_of_two(pad):
        from gesprek.samen.proef import run as run_of_two

        return run_of_two(pad)
    proef = load_proef(pad)
    with engine(proef) as leid:
        return judge(proef, play(proef, leid))
