"""A written-out conversation, heard: of each turn what the rules, the listening and the questions say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from gesprek.luisteren import Gehoord, luister, told
from gesprek.luisteren.laden import load
from gesprek.luisteren.lemma import lemma
from gesprek.luisteren.woorden import Rij, words
from gesprek.model import Taal
from gesprek.regels import Oordeel, toets
from gesprek.regels.verslag import Onderdeel, Spreektijd
from gesprek.regels.verslag.uitgeschreven import Gespreksbeurt, Uitgeschreven
from gesprek.regels.verslag.vraagt import (
    AANHALING,
    FASE_VAN,
    FASEN,
    FEITEN,
    Fase,
    Gevraagd,
    Onderwerp,
    Plaats,
    asks,
)

_GEVRAAGD: dict[Onderwerp, Onderdeel] = {
    "plek": "plek",
    "wie": "wie",
    "rol": "rol",
    "eigen_daad": "eigen_daad",
    "ander_daad": "ander_daad",
    "tijd": "tijd",
    "aanleiding": "aanleiding",
}
_VERTELD: dict[str, Onderdeel] = {"plek": "plek", "wie": "wie", "rol": "rol", "aanleiding": "aanleiding"}
_CITAAT = re.compile(r"[‘’“”\"'«»„‚]([^‘“”\"«»„‚]{2,80}?)[‘’“”\"'«»](?!\w)")
_SPIEGEL = 3
"""So many words in a row of the student's, and it is a mirror without quotation marks too."""
_STAPPEN: dict[str, Onderwerp] = {"verbreden": "elders", "verdiepen": "eerder", "rode_draad": "vergelijk"}
"""Steps of our own flows whose questions say less than the step."""


class Lezing:
    """A conversation and what is heard in it.

    :param gesprek: as it was read.
    """

    def __init__(self, gesprek: Uitgeschreven, taal: Taal) -> None:
        self.gesprek = gesprek
        self.taal = taal
        self.gehoord: dict[int, Gehoord] = {
            b.nr: luister(b.tekst, taal) for b in gesprek.beurten if b.kant == "leerling"
        }
        self.zorg = tuple(nr for nr, g in self.gehoord.items() if g.zorg == "alarm")
        self.navraag = tuple(nr for nr, g in self.gehoord.items() if g.zorg == "navraag")
        for nr in self.zorg:
            del self.gehoord[nr]
        self.rust = frozenset(self._resting())
        self.gevraagd: dict[int, Gevraagd] = {b.nr: self._asked(b) for b in self.mentor}
        self.rijen: dict[int, Rij] = {b.nr: words(b.tekst) for b in (*self.mentor, *self.leerling)}
        self.oordelen: dict[int, Oordeel] = {b.nr: toets(b.tekst, taal, self.earlier(b.nr)) for b in self.mentor}

    # who says what

    @cached_property
    def mentor(self) -> list[Gespreksbeurt]:
        """The turns of the mentor that are looked at, in order."""
        return [b for b in self.gesprek.beurten if b.kant == "mentor" and b.nr not in self.rust]

    @cached_property
    def leerling(self) -> list[Gespreksbeurt]:
        """The turns of the student that are looked at, in order."""
        return [b for b in self.gesprek.beurten if b.kant == "leerling" and b.nr not in self.zorg]

    def _resting(self) -> Iterator[int]:
        """Yield the turns that answer a sign of distress: then the rules rest, and caring goes first."""
        rust = False
        for beurt in self.gesprek.beurten:
            if beurt.kant == "leerling":
                rust = beurt.nr in self.zorg
            elif rust and beurt.kant == "mentor":
                yield beurt.nr

    def earlier(self, nr: int) -> list[str]:
        """Return what the student said before a turn, oldest first."""
        return [b.tekst for b in self.leerling if b.nr < nr]

    def mentor_after(self, nr: int, hoogstens: int) -> list[Gespreksbeurt]:
        """Return the next turns of the mentor."""
        return [b for b in self.mentor if b.nr > nr][:hoogstens]

    def answer_to(self, nr: int) -> Gespreksbeurt | None:
        """Return what the student says right after a turn, if it may be looked at."""
        erna = next((b for b in self.gesprek.beurten[nr:] if b.kant != "ander"), None)
        return erna if erna is not None and erna.kant == "leerling" and erna.nr not in self.zorg else None

    def before(self, nr: int) -> Gespreksbeurt | None:
        """Return what the student said right before a turn."""
        return next((b for b in reversed(self.leerling) if b.nr < nr), None)

    def _asked(self, beurt: Gespreksbeurt) -> Gevraagd:
        gevraagd = asks(beurt.tekst, self.taal)
        stap = _STAPPEN.get(beurt.stap)
        if stap is None or stap in gevraagd.over:
            return gevraagd
        return replace(gevraagd, onderwerpen=((stap, (0, len(beurt.tekst))), *gevraagd.onderwerpen))

    # numbers

    @cached_property
    def spreektijd(self) -> Spreektijd:
        """How many words each side said."""
        return Spreektijd(
            sum(len(words(b.tekst, 1_000_000)) for b in self.mentor),
            sum(len(words(b.tekst, 1_000_000)) for b in self.leerling),
        )

    # words

    def find_words(self, nr: int, woorden: Sequence[str]) -> Plaats | None:
        """Return where words stand behind each other in a turn; a single one in any form of it."""
        rij = self.rijen[nr]
        lengte = len(woorden)
        if not lengte:
            return None
        for begin in range(len(rij) - lengte + 1):
            if rij.vormen[begin : begin + lengte] == list(woorden):
                return rij.van[begin], rij.tot[begin + lengte - 1]
        if lengte == 1 and len(woorden[0]) > 2:
            grondvorm = lemma(woorden[0], self.taal)
            for begin, vorm in enumerate(rij.vormen):
                if lemma(vorm, self.taal) == grondvorm:
                    return rij.van[begin], rij.tot[begin]
        return None

    def said_by_student(self, woorden: Sequence[str], voor: int) -> bool:
        """Whether the student said these words behind each other before a turn."""
        return any(self._contains(self.rijen[b.nr].vormen, woorden) for b in self.leerling if b.nr < voor)

    @staticmethod
    def _contains(vormen: Sequence[str], woorden: Sequence[str]) -> bool:
        return f" {' '.join(woorden)} " in f" {' '.join(vormen)} "

    def quotes(self, nr: int) -> Iterator[tuple[Plaats, list[str]]]:
        """Yield what stands between quotation marks in a turn and was said by the student, to the letter."""
        for treffer in _CITAAT.finditer(self.gesprek.beurten[nr - 1].tekst):
            woorden = words(treffer[1]).vormen
            if woorden and self.said_by_student(woorden, nr):
                yield treffer.span(1), woorden

    def mirrors(self, nr: int) -> bool:
        """Whether a turn of the mentor says the student's words back, to the letter."""
        if any(self.quotes(nr)):
            return True
        vormen = self.rijen[nr].vormen
        vorige = [self.rijen[b.nr].vormen for b in self.leerling if b.nr < nr][-2:]
        return any(
            self._contains(gezegd, vormen[begin : begin + _SPIEGEL])
            for begin in range(len(vormen) - _SPIEGEL + 1)
            for gezegd in vorige
        )

    # the small story and the phases

    @cached_property
    def known(self) -> dict[Onderdeel, int]:
        """The parts of the small story, each with the turn of the student in which it became known.

        After looking back other stories are told, and their parts are not those of this one.
        """
        einde = self.begins["reflecteren"] or self.ahead
        gevonden: dict[Onderdeel, int] = {}
        for beurt in self.leerling:
            if einde is not None and beurt.nr > einde:
                break
            for onderdeel in self._tells(beurt):
                gevonden.setdefault(onderdeel, beurt.nr)
        return gevonden

    def _tells(self, beurt: Gespreksbeurt) -> Iterator[Onderdeel]:
        gehoord = self.gehoord[beurt.nr]
        for verteld in told(beurt.tekst, gehoord, self.taal):
            if verteld.slot in _VERTELD:
                yield _VERTELD[verteld.slot]
        vraag = self._question_before(beurt.nr)
        if vraag is not None and gehoord.soort == "ervaring":
            yield from (_GEVRAAGD[o] for o in self.gevraagd[vraag].over if o in _GEVRAAGD)
        lijsten = load(self.taal)
        rij = self.rijen[beurt.nr]
        vondst = lijsten.find(rij)
        if vondst.get("tijd"):
            yield "tijd"
        personen = {nr for t in vondst.get("persoon", ()) for nr in range(t.begin, t.einde)}
        for daad in vondst.get("daad", ()):
            if daad.regel.waarde not in ("verleden", "deelwoord"):
                continue
            begin, einde = lijsten.clause(rij, daad.begin)
            vormen = rij.vormen[begin:einde]
            if any(vorm in lijsten.words("eigen") for vorm in vormen):
                yield "eigen_daad"
            elif any(vorm in lijsten.words("ander") for vorm in vormen) or not personen.isdisjoint(range(begin, einde)):
                yield "ander_daad"

    def _question_before(self, nr: int) -> int | None:
        """Return the turn of the mentor that stands right before one of the student."""
        vorige = next((b for b in reversed(self.gesprek.beurten[: nr - 1]) if b.kant != "ander"), None)
        return vorige.nr if vorige is not None and vorige.nr in self.gevraagd else None

    @cached_property
    def story(self) -> int | None:
        """The turn in which the student first tells something that happened; None when that never comes."""
        return next((b.nr for b in self.leerling if self.gehoord[b.nr].concreet and len(self.rijen[b.nr]) > 3), None)

    @cached_property
    def begins(self) -> dict[Fase, int | None]:
        """The turn in which each phase begins. What is asked before there is a story begins no later phase."""
        begin: dict[Fase, int | None] = dict.fromkeys(FASEN)
        for beurt in self.mentor:
            for fase in {beurt.fase} | {FASE_VAN[o] for o in self.gevraagd[beurt.nr].over}:
                if fase not in begin or begin[fase] is not None:
                    continue
                if fase == "terugkijken" or (self.story is not None and self.story < beurt.nr):
                    begin[fase] = beurt.nr
        return begin

    def phase_at(self, nr: int) -> Fase | None:
        """Return the phase that a turn stands in: the last one that began."""
        begonnen = [(begin, fase) for fase, begin in self.begins.items() if begin is not None and begin <= nr]
        return max(begonnen, key=lambda b: (b[0], FASEN.index(b[1])))[1] if begonnen else None

    @property
    def ahead(self) -> int | None:
        """The turn in which looking ahead, or taking action, begins."""
        begin = [nr for fase in ("vooruitkijken", "activeren") if (nr := self.begins[fase]) is not None]
        return min(begin) if begin else None

    def asks_facts(self, nr: int) -> bool:
        """Whether a turn asks about the event itself."""
        return bool(FEITEN & self.gevraagd[nr].over)

    def asks_something(self, nr: int) -> bool:
        """Whether a turn asks or invites."""
        return self.oordelen[nr].vraagsoort != "geen" or "?" in self.gesprek.beurten[nr - 1].tekst

    @staticmethod
    def whole(beurt: Gespreksbeurt) -> Plaats:
        """Return the place of a whole turn."""
        return 0, len(beurt.tekst)


def in_quotes(tekst: str, van: int, tot: int) -> bool:
    """Whether a piece of a text stands between quotation marks."""
    return tekst[:van].rstrip()[-1:] in AANHALING and tekst[tot:].lstrip(" .,!?…")[:1] in AANHALING and van > 0
