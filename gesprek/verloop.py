"""One conversation going forward: what is asked now, and what an answer does.

A :class:`Verloop` knows no screen, clock or disk: the moment of an answer is given to it, and it returns
the turns to keep and the utterances to show. The turns are the state; :meth:`Verloop.replay` rebuilds
everything from them. A stored question is what was asked: when the code has learned to listen better
since, the position follows the stored turns.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Self

from flows import KLAAR
from gesprek import luisteren
from gesprek.bewoorden import Bewoorder, Geschiedenis
from gesprek.bron import Bron
from gesprek.kandidaten import own_words
from gesprek.luisteren import Gehoord
from gesprek.machine import Stand
from gesprek.model import Beurt, Citaat, Gesprek, Opbrengst, Soort, Spreker, Verhaal
from gesprek.opbrengst import sum_up
from gesprek.opnemen import Opname, find_option
from gesprek.uiting import Frame, Keuze, Open, Regel, Uiting, Uitkomst
from gesprek.volgorde import Volgorde
from gesprek.weergave import WEG, fields
from gesprek.zorg import Zorg
from vragen import Vraag

_BEKEND = 2
"""After so many conversations a student knows how it goes."""
_ERKEND_VANAF = 4
"""Words of an answer that is long enough to thank for."""


class Verloop:
    """One conversation.

    :param bron: the flow and bank that it began with.
    :param bewaarplek: where it is kept, as the student is told; empty when nothing is kept.
    """

    def __init__(
        self, bron: Bron, gesprek: Gesprek, geschiedenis: Geschiedenis | None = None, bewaarplek: str = ""
    ) -> None:
        self.bron = bron
        self.gesprek = gesprek
        self.geschiedenis = geschiedenis or Geschiedenis()
        self.bewaarplek = bewaarplek
        self.beurten: list[Beurt] = []
        self.regels: list[Regel] = []
        self.stand = Stand(bron.flow.begin)
        self.stand.verhaal.eerder = self.geschiedenis.eerder
        self.stand.verhaal.samen = gesprek.modus == "samen"
        self.zorg: Zorg | None = None
        self.klaar = False
        self._open: Open | None = None
        self._frames: list[Frame] = []
        self._teruggenomen: dict[str, list[int]] = {}
        self._woorden = Bewoorder(bron, gesprek, self.geschiedenis, bewaarplek)
        self._volgorde = Volgorde(
            bron, gesprek.taal, self.geschiedenis, self._woorden, self._own_options, heel=gesprek.modus == "samen"
        )
        self._leeg = False
        # of replaying
        self._begonnen = False
        self._gepland: Open | None = None

    # what the front end asks

    @property
    def verhaal(self) -> Verhaal:
        """The story so far."""
        return self.stand.verhaal

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer to go back to."""
        return bool(self._frames) and not self.klaar

    @property
    def now(self) -> Uiting | None:
        """The question that is open, as it is said; None before the start and at the end."""
        if self.zorg:
            return self._distress_utterance(self.zorg)
        return self._utter(self._open) if self._open and not self.klaar else None

    @property
    def question_nr(self) -> int:
        """The number of the open question, as the student counts: from 1, going back counts back."""
        return len(self._frames) + 1

    @property
    def context(self) -> tuple[Uiting, ...]:
        """What was said just before the open question and belongs to it: the student's words laid out."""
        if self._open is None:
            return ()
        return tuple(self._line_utterance(self.beurten[nr]) for nr in self._open.vooraf)

    def start(self, tijd: datetime) -> Uitkomst:
        """Begin: say who is speaking, and ask the first question."""
        reacties = self.bron.flow.reacties
        begin = reacties.begin if self.bewaarplek else reacties.begin_niet_bewaren
        if self.bewaarplek and reacties.begin_bekend and self.geschiedenis.eerder >= _BEKEND:
            begin = reacties.begin_bekend
        return self._go_on([begin], None, tijd)

    def welcome_back(self) -> Uiting:
        """Say hello again after a pause. It is not kept."""
        return self._transient(self.bron.flow.reacties.hervat)

    def answer(self, tekst: str, tijd: datetime) -> Uitkomst:
        """Take an answer to the open question.

        :param tekst: exactly as typed.
        :param tijd: the moment of now, with time zone.
        """
        if self.zorg:
            return self._choose_after_distress(self.zorg, tekst, tijd)
        if self._open is None or self.klaar:
            return Uitkomst()
        gehoord = luisteren.luister(tekst, self.gesprek.taal)
        if gehoord.zorg:
            return self._hear_distress(tekst, gehoord)
        reacties = self.bron.flow.reacties
        onduidelijk = reacties.leeg if not tekst.strip() else reacties.keuze if self._no_such_option(tekst) else ""
        if onduidelijk and not self._leeg:
            self._leeg = True
            return Uitkomst(uitingen=(self._transient(onduidelijk), self._utter(self._open)))
        return self._take(Soort.ANTWOORD, self._as_kept(tekst), tijd, gehoord)

    def _as_kept(self, tekst: str) -> str:
        """Return an answer as it is kept: the number of one of the student's own words as that word.

        Which words are offered may change when listening gets better; what was chosen may not.
        """
        gekozen = find_option(self._question, tekst, self.gesprek.taal)
        return gekozen.tekst if gekozen is not None and gekozen.citaat is not None else tekst

    def _no_such_option(self, tekst: str) -> bool:
        """Whether an answer is the number of an option that is not there."""
        open_ = self._question
        return bool(open_.opties) and tekst.strip().isdecimal() and find_option(open_, tekst, self.gesprek.taal) is None

    def skip(self, tijd: datetime) -> Uitkomst:
        """Leave the open question for what it is."""
        if self._open is None or self.klaar or self.zorg:
            return Uitkomst(uitingen=tuple(u for u in (self.now,) if u))
        return self._take(Soort.SLA_OVER, "", tijd)

    def back(self, tijd: datetime) -> Uitkomst:
        """Go back to the question before this one; its answer stays until it is answered anew."""
        if not self.can_go_back or self.zorg:
            return Uitkomst(uitingen=tuple(u for u in (self.now,) if u))
        nieuw = [self._person(Soort.TERUG, "", tijd)]
        self._add(nieuw[0])
        self._go_back()
        nieuw.append(self._program(Soort.REACTIE, self.bron.flow.reacties.terug, tijd))
        open_ = self._question
        nieuw.append(self._ask(open_, tijd, open_.sjabloon))
        uitingen = (self._line_utterance(nieuw[1]), *self.context, self._utter(open_))
        return Uitkomst(beurten=tuple(nieuw), uitingen=uitingen)

    def strike(self, nr: int) -> tuple[Self, tuple[Beurt, ...]]:
        """Take the words of an answer out, everywhere. The conversation stays where it is.

        :param nr: the turn to strike.
        :returns: the conversation without those words, and the turns as they are now.
        :raises ValueError: when that turn is no answer.
        """
        if not 0 <= nr < len(self.beurten) or not self._may_strike(self.beurten[nr]):
            raise ValueError(nr)
        geschrapt = {
            b.nr: b.without_text(Soort.GESCHRAPT) for b in (self.beurten[nr], *self._quoting(self.beurten[nr]))
        }
        beurten = [geschrapt.get(beurt.nr, beurt) for beurt in self.beurten]
        verloop = self.replay(self.bron, self.gesprek, beurten, self.geschiedenis, self.bewaarplek)
        return verloop, tuple(geschrapt.values())

    def _may_strike(self, beurt: Beurt) -> bool:
        return beurt.soort in (Soort.ANTWOORD, Soort.APART)

    def _quoting(self, beurt: Beurt) -> list[Beurt]:  # noqa: ARG002 - nobody else types here
        """Return the turns that hold words of another turn themselves."""
        return []

    def reword(self, tijd: datetime) -> tuple[Beurt, ...]:
        """Ask the open question in other words when it quoted words that are gone now."""
        if self._open is None or self.klaar or WEG not in self._woorden.fill(self._open.sjabloon, self.stand):
            return ()
        self._open.sjabloon = ""
        return (self._ask(self._open, tijd),)

    def opbrengst(self) -> Opbrengst:
        """Return what the conversation yields so far."""
        return sum_up(self.verhaal, self.geschiedenis, klaar=self.klaar)

    @classmethod
    def replay(
        cls,
        bron: Bron,
        gesprek: Gesprek,
        beurten: Iterable[Beurt],
        geschiedenis: Geschiedenis | None = None,
        bewaarplek: str = "",
    ) -> Self:
        """Rebuild a conversation from its turns."""
        verloop = cls(bron, gesprek, geschiedenis, bewaarplek)
        for beurt in beurten:
            verloop._again(beurt)
        return verloop

    def _again(self, beurt: Beurt) -> None:
        """Take a stored turn."""
        if not self._begonnen and beurt.soort is not Soort.REACTIE:
            self._gepland, self._begonnen = self._plan(None)[1], True
        self._add(beurt)
        if beurt.soort.asks:
            self._reconcile(beurt, self._gepland)
        elif beurt.soort is Soort.KLAAR:
            self.klaar = True
            self.stand.stap = KLAAR
        elif beurt.soort is Soort.TERUG:
            self._go_back()
            self._gepland = self._open
        elif beurt.soort.answers and self._open is not None:
            _reacties, vervolg = self._hear(beurt)
            self._gepland = self._plan(vervolg)[1]

    # going forward

    @property
    def _question(self) -> Open:
        if self._open is None:
            raise RuntimeError("no question is open")
        return self._open

    def _take(self, soort: Soort, tekst: str, tijd: datetime, gehoord: Gehoord | None = None) -> Uitkomst:
        id = self._question.id
        beurt = self._person(soort, tekst, tijd)
        self._add(beurt)
        reacties, vervolg = self._hear(beurt, gehoord)
        uitkomst = self._go_on(reacties, vervolg, tijd)
        gewist = self._wipe(list(self._teruggenomen) if self.klaar else [id])
        return Uitkomst((beurt, *uitkomst.beurten), gewist, uitkomst.uitingen)

    def _wipe(self, ids: list[str]) -> tuple[Beurt, ...]:
        gewist = []
        for id in ids:
            for nr in self._teruggenomen.pop(id, ()):
                if self.beurten[nr].soort in (Soort.ANTWOORD, Soort.SLA_OVER):
                    self.beurten[nr] = self.beurten[nr].without_text(Soort.VERVANGEN)
                    self.regels[nr].soort, self.regels[nr].tekst = Soort.VERVANGEN, ""
                    gewist.append(self.beurten[nr])
        return tuple(gewist)

    def _go_on(self, reacties: list[str], vervolg: str | None, tijd: datetime) -> Uitkomst:
        gepland, open_ = self._plan(vervolg)
        nieuw: list[Beurt] = []
        uitingen: list[Uiting] = []
        if open_ is not None:
            zegt = gepland or reacties
            open_.sjabloon = self._woorden.choose(open_.unit, open_.id, self.stand, len(self.beurten), kaal=bool(zegt))
            reacties = gepland or self._acknowledge(reacties, open_)
        for id in reacties if open_ is not None else (*reacties, *gepland):
            nieuw.append(self._program(Soort.REACTIE, id, tijd))
            uitingen.append(self._line_utterance(nieuw[-1]))
        if open_ is None:
            nieuw.append(self._end(tijd))
            uitingen.append(self._line_utterance(nieuw[-1], "klaar"))
        else:
            nieuw.append(self._ask(open_, tijd))
            uitingen.append(self._utter(open_))
        return Uitkomst(tuple(nieuw), (), tuple(uitingen))

    def _end(self, tijd: datetime) -> Beurt:
        """Close the conversation."""
        self.klaar = True
        self._open = None
        einde = self.bron.flow.reacties
        return self._program(Soort.KLAAR, einde.klaar if self.verhaal.slots.get("ervaring") else einde.klaar_leeg, tijd)

    def _plan(self, vervolg: str | None) -> tuple[list[str], Open | None]:
        """Return what is said and asked next; None when the conversation is done."""
        if vervolg is not None:
            return [], self._volgorde.follow_up(self.stand, vervolg, self._open)
        return self._volgorde.plan(self.stand)

    def _acknowledge(self, reacties: list[str], open_: Open) -> list[str]:
        """Return what is said before a question: at most one sentence, and never the same words twice.

        :param reacties: what the answer called for.
        """
        spiegelt = any(veld not in ("bewaarplek", "minuten") for veld in fields(open_.sjabloon))
        vaste = self.bron.flow.reacties
        if reacties:
            return [] if spiegelt and reacties == [vaste.emotie] else reacties[:1]
        if spiegelt or vaste.erkenning is None or not self._told_something():
            return []
        gezegd = any(regel.vraag == vaste.erkenning for regel in self.regels[-6:])
        return [] if gezegd or self._woorden.chance(f"erkenning:{len(self.beurten)}") % 2 else [vaste.erkenning]

    def _told_something(self) -> bool:
        """Whether the last answer told something in the student's own words."""
        if not self._frames or self._frames[-1].open.vraag.soort != "vraag" or self._frames[-1].open.opties:
            return False
        beurt = self.beurten[self._frames[-1].nr]
        return (
            beurt.soort is Soort.ANTWOORD
            and len(beurt.tekst.split()) >= _ERKEND_VANAF
            and any(i.citaat.beurt == beurt.nr for gevuld in self.verhaal.slots.values() for i in gevuld)
        )

    def _own_options(self, soort: str) -> list[Keuze]:
        """Return the student's own words to choose from."""
        return own_words(self._frames, self.beurten, self.gesprek.taal) if soort == "kandidaten" else []

    # hearing

    def _hear(self, beurt: Beurt, gehoord: Gehoord | None = None) -> tuple[list[str], str | None]:
        """Take what an answer tells into the story.

        :returns: reactions to say, and the follow-up to ask in place, if any.
        """
        open_ = self._question
        self._frames.append(Frame(self.stand.copy(), open_, beurt.nr))
        self._leeg = False
        self.verhaal.laatste = beurt.nr
        gehoord = gehoord or luisteren.luister(beurt.tekst, self.gesprek.taal)
        opname = Opname(self.bron, self.stand, open_, beurt, self.gesprek.taal)
        reacties, vervolg = opname.take_in(gehoord)
        if vervolg is None:
            self.stand.deel += open_.delen if open_.gepland else 0
            self.stand.duwtjes = ()
        return reacties, vervolg

    # distress

    def _hear_distress(self, tekst: str, gehoord: Gehoord) -> Uitkomst:
        reacties = self.bron.flow.reacties
        navraag = reacties.zorg_navraag if gehoord.zorg == "navraag" else None
        vraag = self.bron.bank.find(navraag or reacties.zorg)
        self.zorg = Zorg(tekst, vraag, self._ways_on(vraag), navraag is not None)
        return Uitkomst(uitingen=(self._distress_utterance(self.zorg),))

    def _ways_on(self, vraag: Vraag) -> tuple[Keuze, ...]:
        """Return the options; keeping is only offered where something is kept."""
        return tuple(k for k in self._volgorde.options(vraag) if self.bewaarplek or k.id != "bewaren")

    def _distress_utterance(self, zorg: Zorg) -> Uiting:
        sjabloon = self._woorden.choose(zorg.vraag.units[0], zorg.vraag.id, self.stand, len(self.beurten))
        return Uiting("zorg", sjabloon, opties=zorg.opties, vraag=zorg.vraag.id, navraag=zorg.navraag)

    def _choose_after_distress(self, zorg: Zorg, tekst: str, tijd: datetime) -> Uitkomst:
        reacties = self.bron.flow.reacties
        besluit = zorg.choose(tekst, self.gesprek.taal)
        if besluit == "vraag_door":
            vraag = self.bron.bank.find(reacties.zorg)
            self.zorg = zorg.meant(vraag, self._ways_on(vraag), tekst, self.gesprek.taal)
        if besluit in ("vraag_door", "herhaal"):
            return Uitkomst(uitingen=tuple(u for u in (self.now,) if u))
        self.zorg = None
        match besluit:
            case "toch_antwoord":
                return self._take(Soort.ANTWOORD, zorg.tekst, tijd)
            case "pauze":
                return Uitkomst(uitingen=(self._transient(reacties.zorg_pauze),), actie="pauze")
            case "wissen":
                return Uitkomst(uitingen=(self._transient(reacties.zorg_gewist),), actie="wissen")
            case "bewaren":
                return self._take(Soort.APART, zorg.tekst, tijd)  # kept, and not taken into the story
        return self.skip(tijd)  # not the question that brought it up

    # going back

    def _go_back(self) -> None:
        if not self._frames:
            return
        frame = self._frames.pop()
        beurt = self.beurten[frame.nr]
        for regel in self.regels[frame.nr :]:
            if not self.beurten[regel.nr].typed:
                regel.tekst, regel.citaten = "", ()
                if not regel.vervallen:
                    self._woorden.forget(self.beurten[regel.nr])
            regel.vervallen = True
        self._teruggenomen.setdefault(beurt.vraag, []).append(frame.nr)
        self.stand, self._open = frame.stand, frame.open
        self._volgorde.stap_gezegd = self.stand.stap
        self._leeg = False

    # replaying

    def _reconcile(self, beurt: Beurt, planned: Open | None) -> None:
        """Make the stored question the open one, also when today's code would have asked another."""
        if planned is None or planned.id != beurt.vraag or planned.stap != beurt.stap:
            planned = self._volgorde.locate(self.stand, beurt, self._open)
        planned.sjabloon = beurt.tekst
        # the question itself was added already
        planned.vooraf = planned.vooraf or self._said_just_now(beurt.stap, len(self.regels) - 1)
        self._open = planned
        self._volgorde.stap_gezegd = beurt.stap

    # turns and lines

    def _said_just_now(self, stap: str, tot: int | None = None) -> tuple[int, ...]:
        """Return the turns just before ``tot`` in which this step laid out the student's words."""
        nrs = []
        for regel in reversed(self.regels[-20:] if tot is None else self.regels[max(0, tot - 20) : tot]):
            if regel.soort is not Soort.REACTIE:
                break
            if regel.vraag in self.bron.stappen[stap].zegt:
                nrs.append(regel.nr)
        return tuple(reversed(nrs))

    def _person(self, soort: Soort, tekst: str, tijd: datetime) -> Beurt:
        vraag = self._open.id if self._open else ""
        return Beurt(len(self.beurten), tijd, Spreker.LEERLING, soort, self.stand.stap, vraag, tekst)

    def _program(self, soort: Soort, id: str, tijd: datetime) -> Beurt:
        vraag = self.bron.bank.find(id)
        sjabloon = self._woorden.choose(vraag.units[0], id, self.stand, len(self.beurten))
        beurt = Beurt(len(self.beurten), tijd, Spreker.PROGRAMMA, soort, self.stand.stap, id, sjabloon)
        self._add(beurt)
        return beurt

    def _ask(self, open_: Open, tijd: datetime, sjabloon: str | None = None) -> Beurt:
        open_.vooraf = open_.vooraf or self._said_just_now(open_.stap)
        open_.sjabloon = (
            sjabloon or open_.sjabloon or self._woorden.choose(open_.unit, open_.id, self.stand, len(self.beurten))
        )
        self._open = open_
        soort = Soort.KEUZE if open_.opties else Soort(open_.vraag.soort)
        beurt = Beurt(len(self.beurten), tijd, Spreker.PROGRAMMA, soort, open_.stap, open_.id, open_.sjabloon)
        self._add(beurt)
        return beurt

    def _add(self, beurt: Beurt) -> None:
        self.beurten.append(beurt)
        tekst = beurt.tekst
        citaten: tuple[Citaat, ...] = ()
        if not beurt.typed:
            self._woorden.remember(beurt)
            citaten = self._woorden.quotes(tekst, self.stand)
            tekst = self._woorden.fill(tekst, self.stand)
        self.regels.append(Regel(beurt.nr, beurt.spreker, beurt.soort, beurt.stap, beurt.vraag, tekst, citaten))

    # utterances

    def _utter(self, open_: Open) -> Uiting:
        concept = ""
        for nr in self._teruggenomen.get(open_.id, ()):
            apart = self.beurten[nr].soort is Soort.APART  # words about distress do not come back unasked
            concept = "" if apart else self.beurten[nr].tekst
        if open_.vraag.soort == "schaal" or find_option(open_, concept, self.gesprek.taal):
            concept = ""  # chosen, not typed: it can be chosen again
        return Uiting(
            soort="keuze" if open_.opties else "schaal" if open_.vraag.soort == "schaal" else "vraag",
            tekst=self._woorden.fill(open_.sjabloon, self.stand),
            fase=open_.stap.partition(".")[0],
            stap=open_.stap.partition(".")[2],
            vraag=open_.vraag.id,
            deel=open_.deel,
            vult=open_.vult,
            opties=open_.opties,
            min=open_.vraag.min,
            max=open_.vraag.max,
            concept=concept,
            citaten=self._woorden.quotes(open_.sjabloon, self.stand),
        )

    def _line_utterance(self, beurt: Beurt, soort: Literal["reactie", "klaar"] = "reactie") -> Uiting:
        fase, _punt, stap = beurt.stap.partition(".")
        regel = self.regels[beurt.nr]
        return Uiting(soort, regel.tekst, fase=fase, stap=stap, vraag=beurt.vraag, citaten=regel.citaten)

    def _transient(self, id: str) -> Uiting:
        """Say something that is not kept."""
        unit = self.bron.bank.find(id).units[0]
        sjabloon = self._woorden.choose(unit, id, self.stand, len(self.beurten))
        return Uiting("reactie", self._woorden.fill(sjabloon, self.stand), vraag=id)
