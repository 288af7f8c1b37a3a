"""Conversations of two as data: the lines that were said, and what should come of them.

A line is what ``gesprek samen --json`` takes (``M: ...``, ``L: ...``, ``/kaart bijlage2.4``). After ``/stop`` the
conversation is gone on with, as in a second sitting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import Field

from gesprek.archief import open_archief
from gesprek.inlezen import Gegeven, read, validate
from gesprek.model import Taal
from gesprek.proef import write_earlier
from gesprek.samen.protocol import answer_to, as_objects, perform
from gesprek.samen.sessie import Samensessie
from gesprek.taal import _, current_taal, use_taal


class Verwachting(Gegeven):
    """What should come of a conversation of two.

    :param pad: steps that are come to in this order, others in between allowed.
    :param fluistert: how often each break is whispered about.
    :param let_op: kinds of things that the bar points at somewhere.
    :param gezegd: pieces of text that the program says somewhere; ``zwijgt``: that it never says.
    :param dossier: what the student ticked.
    :param sprekers: how many turns each speaker has in the end.
    :param weg: pieces of text that stand nowhere any more.
    """

    klaar: bool = True
    kernwoord: str | None = None
    afspraken: tuple[dict[str, str | None], ...] | None = None
    pad: tuple[str, ...] = ()
    fluistert: dict[str, int] = Field(default_factory=dict)
    let_op: tuple[str, ...] = ()
    gezegd: tuple[str, ...] = ()
    zwijgt: tuple[str, ...] = ()
    dossier: tuple[str, ...] | None = None
    sprekers: dict[str, int] = Field(default_factory=dict)
    weg: tuple[str, ...] = ()


class Samenproef(Gegeven):
    """One conversation of two as data.

    :param pauze: hours between two sittings.
    :param afgesproken: what the student agreed on in an earlier conversation.
    """

    naam: str
    taal: Taal = "nl"
    flow: str = "loopbaangesprek"
    vandaag: str = "2026-11-23"
    id: str = "01JDCGN9R0000000000000PR0F"
    leerling: str = ""
    mentor: str = ""
    pauze: int = 48
    afgesproken: tuple[str, ...] = ()
    regels: tuple[str, ...]
    verwacht: Verwachting


class Verloopverslag:
    """What happened: the objects of the protocol in order, and the conversation in the end."""

    def __init__(self) -> None:
        self.gezegd: list[dict[str, Any]] = []
        self.sessie: Samensessie | None = None

    @property
    def klaar(self) -> dict[str, Any] | None:
        """The object that ended it."""
        return next((o for o in self.gezegd if o["soort"] == "klaar"), None)


def load_proef(pad: Path) -> Samenproef:
    """Read a conversation.

    :raises Inleesfout: when it is wrong.
    """
    return validate(Samenproef, read(pad))


@contextmanager
def played(proef: Samenproef, db: Path | None = None) -> Iterator[Verloopverslag]:
    """Say every line, and give what happened."""
    archief = open_archief(db)
    write_earlier(archief, proef.afgesproken, proef.leerling)
    dag = date.fromisoformat(proef.vandaag)
    nu = datetime(dag.year, dag.month, dag.day, 15, 0, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal nu
        nu += timedelta(seconds=20)
        return nu

    verslag = Verloopverslag()
    eerst = current_taal()
    use_taal(proef.taal)
    try:
        sessie = Samensessie.begin(
            archief, proef.flow, proef.taal, "samen", clock, proef.id, leerling=proef.leerling, mentor=proef.mentor
        )
        verslag.gezegd += as_objects(sessie, sessie.start().uitingen, clock)
        for regel in proef.regels:
            gebeurd = perform(sessie, regel)
            if gebeurd is None:
                nu += timedelta(hours=proef.pauze)
                sessie = Samensessie.resume(archief, proef.id, clock)
                verslag.gezegd += as_objects(sessie, tuple(u for u in (sessie.now,) if u), clock)
            else:
                verslag.gezegd += answer_to(sessie, gebeurd, clock)
        verslag.sessie = sessie
        yield verslag
    finally:
        use_taal(eerst)
        archief.close()


def judge(proef: Samenproef, verslag: Verloopverslag) -> list[str]:
    """Return what is not as expected; nothing when all is well."""
    verwacht, klaar, sessie = proef.verwacht, verslag.klaar, verslag.sessie
    fouten = []
    if (klaar is not None) != verwacht.klaar:
        fouten.append(_("It did not come to its end.") if verwacht.klaar else _("It should not have ended."))
    if klaar is not None:
        if klaar["kernwoord"] != verwacht.kernwoord:
            fouten.append(
                _("The kernwoord is “{got}”, not “{want}”.").format(got=klaar["kernwoord"], want=verwacht.kernwoord)
            )
        if verwacht.afspraken is not None and klaar["afspraken"] != list(verwacht.afspraken):
            fouten.append(_("The afspraken are {got}.").format(got=klaar["afspraken"]))
        if verwacht.dossier is not None and klaar["dossier"] != list(verwacht.dossier):
            fouten.append(_("The dossier holds {got}.").format(got=klaar["dossier"]))
    bezocht = iter([f"{o['fase']}.{o['stap']}" for o in verslag.gezegd if "stap" in o])
    fouten += [
        _("“{step}” is not visited in its turn.").format(step=stap) for stap in verwacht.pad if stap not in bezocht
    ]
    gefluisterd = Counter(o["code"] for o in verslag.gezegd if o.get("bron") == "fluister")
    if gefluisterd != Counter(verwacht.fluistert):
        fouten.append(_("What was whispered is {got}.").format(got=dict(gefluisterd)))
    gewezen = {o["let_op"] for o in verslag.gezegd if o.get("bron") == "coach"}
    fouten += [_("Nothing points at “{what}”.").format(what=wat) for wat in verwacht.let_op if wat not in gewezen]
    alles = "\n".join(str(o.get("tekst", "")) for o in verslag.gezegd)
    fouten += [_("“{text}” is never said.").format(text=tekst) for tekst in verwacht.gezegd if tekst not in alles]
    fouten += [_("“{text}” should not be said.").format(text=tekst) for tekst in verwacht.zwijgt if tekst in alles]
    beurten = sessie.verloop.beurten if sessie else []
    telling = Counter(str(beurt.spreker) for beurt in beurten)
    fouten += [
        _("“{speaker}” has {got} turns, not {want}.").format(speaker=wie, got=telling[wie], want=aantal)
        for wie, aantal in verwacht.sprekers.items()
        if telling[wie] != aantal
    ]
    over = "\n".join([*(b.tekst for b in beurten), *(r.tekst for r in (sessie.verloop.regels if sessie else ()))])
    fouten += [_("“{text}” is still there.").format(text=tekst) for tekst in verwacht.weg if tekst in over]
    return fouten


def run(pad: Path) -> list[str]:
    """Play one file and return what is not as expected."""
    proef = load_proef(pad)
    with played(proef) as verslag:
        return judge(proef, verslag)
