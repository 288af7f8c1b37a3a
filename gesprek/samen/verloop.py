"""A conversation of two: the mentor asks, the student tells, and the machine follows what was reached.

There is always a question of now. It is what the flow would ask; the mentor may read it out, choose another card, or
ask in words of their own. Only what was asked is kept, as a turn of the mentor just before its answer. A question that
the flow did not ask moves nothing by force: its answer is taken into the story, and the flow goes on from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from flows import KLAAR
from gesprek import luisteren
from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron
from gesprek.dossier.delen import parts
from gesprek.luisteren import Gehoord
from gesprek.model import EIGEN, Beurt, Citaat, Gesprek, Soort, Spreker
from gesprek.opnemen import Opname, find_options
from gesprek.regels import toets
from gesprek.regels.verslag.vraagt import corrects
from gesprek.samen import eigen
from gesprek.samen.aanhalen import quotes_from
from gesprek.uiting import Frame, Keuze, Open, Uiting, Uitkomst
from gesprek.verloop import Verloop
from gesprek.vouwen import fold
from vragen import slots_of

_VERHALEND = frozenset({"ervaring", "plek", "rol", "wie", "gebeurtenis", "aanleiding", "verbreden", "verdiepen"})
"""Slots that more words on the same question are added to."""
_OP_VERZOEK = "kandidaten"
"""What is offered to choose from only when the mentor asks for it."""
_GEHOORD = 30
"""Answers, the newest, that count as what the student said before."""
_HERKEND_VANAF = 2
"""Spaces in a text that is long enough to be known as a question of the source."""
_TERUGKIJKEN = 1
"""Place of the last fase that is about what was: what is ahead is not taken into the story before it."""


class Samenverloop(Verloop):
    """One conversation of a mentor and a student.

    :ivar gevraagd: whether the question of now was asked; else the program only suggests it.
    """

    def __init__(
        self, bron: Bron, gesprek: Gesprek, geschiedenis: Geschiedenis | None = None, bewaarplek: str = ""
    ) -> None:
        super().__init__(bron, gesprek, geschiedenis, bewaarplek)
        self.gevraagd = False
        self._vraag_nr = -1
        self._voorstel: Open | None = None
        self._vorige: Open | None = None

    # what the front end asks

    @property
    def can_go_back(self) -> bool:
        """Whether there is a question or an answer to take back."""
        return (bool(self._frames) or self.gevraagd) and not self.klaar

    @property
    def can_add(self) -> bool:
        """Whether more can be said to the question before."""
        return self._vorige is not None and not self.klaar and self.zorg is None

    @property
    def fase(self) -> str:
        """The fase of now."""
        return self.stand.stap.partition(".")[0]

    @property
    def suggestion(self) -> Open | None:
        """The question that the flow would ask now."""
        return None if self.klaar else self._voorstel

    @property
    def asked_nr(self) -> int:
        """The turn in which the question of now was asked; -1 when it was not."""
        return self._vraag_nr

    @property
    def open_slots(self) -> tuple[str, ...]:
        """The slots that the question of now is after."""
        return self._open.vult if self._open else ()

    @property
    def said(self) -> list[str]:
        """What the student said, oldest first."""
        gezegd = (regel for regel in self.regels if regel.soort is Soort.ANTWOORD and not regel.vervallen)
        return [regel.tekst for regel in gezegd]

    @property
    def table(self) -> tuple[Citaat, ...]:
        """The student's words that lie on the table now: the small story, or the stories side by side."""
        stap = self.bron.stappen.get(self.stand.stap)
        for id in stap.zegt if stap else ():
            sjabloon = self._woorden.choose(self.bron.bank.find(id).units[0], id, self.stand, 0)
            if citaten := self._woorden.quotes(sjabloon, self.stand):
                return citaten
        return ()

    def card_text(self, id: str) -> str:
        """Return how a question of the bank reads on a card."""
        open_ = self._make(id)
        return self._woorden.fill(self._woorden.verbatim(open_.unit, self.stand), self.stand)

    def start(self, tijd: datetime) -> Uitkomst:
        """Begin: say what this is, to both, and lay the first question ready."""
        reacties = self.bron.flow.reacties
        begin = self._program(Soort.REACTIE, reacties.begin if self.bewaarplek else reacties.begin_niet_bewaren, tijd)
        self._suggest(self._volgorde.plan(self.stand)[1])
        return Uitkomst((begin,), (), (self._line_utterance(begin), *self._open_now()))

    def answer(self, tekst: str, tijd: datetime) -> Uitkomst:
        """Take down what the student says. After something that the mentor said, a yes or no is about that.

        :param tekst: exactly as typed.
        """
        if not self._speaks_of_statement(tekst):
            return super().answer(tekst, tijd)
        gehoord = luisteren.luister(tekst, self.gesprek.taal)
        if gehoord.zorg:
            return self._hear_distress(tekst, gehoord)
        beurt = replace(self._person(Soort.ANTWOORD, tekst, tijd), vraag=eigen.ZEGT)
        self._add(beurt)
        self._hear_more(beurt, None, gehoord)
        return Uitkomst((beurt,), (), self._open_now())

    def _speaks_of_statement(self, tekst: str) -> bool:
        """Whether the student only agrees with what the mentor just said, or sets it right."""
        laatste = next((r for r in reversed(self.regels) if not r.vervallen), None)
        if self.zorg or self.gevraagd or self._vorige is None or laatste is None or laatste.vraag != eigen.ZEGT:
            return False
        taal = self.gesprek.taal
        return corrects(tekst, taal) is not None or luisteren.luister(tekst, taal).soort == "ja_nee"

    def ask(self, id: str, tijd: datetime) -> Uitkomst:
        """Ask a question of the bank.

        :param id: of the question, or of one of its parts.
        :raises KeyError: when the bank has no such question.
        """
        open_ = self._card(id)
        if self.klaar or self.zorg:
            return Uitkomst(uitingen=self._open_now())
        beurt = self._pose(open_, tijd)
        return Uitkomst((beurt,), (), self._open_now())

    @property
    def can_offer_words(self) -> bool:
        """Whether the question of now is one for which the student's own words can be laid out to choose from."""
        return (
            self._open is not None
            and not self.zorg
            and self._open.vraag.opties_uit == "kandidaten"
            and not self._open.opties
        )

    def offer_words(self, tijd: datetime) -> Uitkomst:
        """Lay out words that the student used, to choose a kernwoord from. Only a mentor who asks for it gets them."""
        open_ = self._open
        if open_ is None or not self.can_offer_words or not (opties := self._volgorde.options(open_.vraag)):
            return Uitkomst(uitingen=self._open_now())
        open_.opties = opties
        beurt = self._pose(open_, tijd, open_.sjabloon if open_.vraag.id.startswith(EIGEN) else "")
        return Uitkomst((beurt,), (), self._open_now())

    def say(self, tekst: str, tijd: datetime) -> Uitkomst:
        """Take down what the mentor says: a question in own words, or something that asks nothing.

        :param tekst: exactly as typed.
        """
        if self.klaar or self.zorg or not tekst.strip():
            return Uitkomst(uitingen=self._open_now())
        oordeel = toets(tekst, self.gesprek.taal, self.said[-_GEHOORD:])
        if oordeel.vraagsoort == "geen":
            return self._note(Soort.REACTIE, eigen.ZEGT, tekst, tijd)
        if bekend := self._question_of_bank(tekst):
            return self.ask(bekend, tijd)
        gezocht = self._voorstel.vult if self._voorstel else ()
        id = eigen.question_id(tekst, self.gesprek.taal, gezocht, self.verhaal)
        open_ = self._own(eigen.OVERIG if "waarom" in oordeel.schendt else id, tekst)
        beurt = self._pose(open_, tijd, tekst)
        return Uitkomst((beurt,), (), self._open_now())

    def observe(self, tekst: str, tijd: datetime) -> Uitkomst:
        """Take down what the mentor saw. The student names a quality first."""
        if self.klaar or self.zorg or not tekst.strip():
            return Uitkomst(uitingen=self._open_now())
        if not self.may_observe:
            return Uitkomst(uitingen=(self._transient("samen.eerst_de_leerling"), *self._open_now()))
        return self._note(Soort.WAARNEMING, eigen.WAARNEMING, tekst, tijd)

    @property
    def may_observe(self) -> bool:
        """Whether the student named a quality, so that the mentor may add to it (handreiking, kwaliteitenreflectie)."""
        return "kwaliteit" in self.verhaal.slots

    def add(self, tekst: str, tijd: datetime) -> Uitkomst:
        """Take down more that the student says to the question before; the question of now stays.

        :param tekst: exactly as typed.
        """
        vorige = self._vorige
        if vorige is None or self._asks_again(vorige) or self.klaar or self.zorg or not tekst.strip():
            return self.answer(tekst, tijd)
        gehoord = luisteren.luister(tekst, self.gesprek.taal)
        if gehoord.zorg:
            return self._hear_distress(tekst, gehoord)
        beurt = replace(self._person(Soort.ANTWOORD, tekst, tijd), vraag=vorige.id)
        self._add(beurt)
        self._hear_more(beurt, vorige, gehoord)
        return Uitkomst((beurt,), (), self._open_now())

    def _asks_again(self, vorige: Open) -> bool:
        """Whether the mentor asked the question before once more, so that what is said now answers it."""
        return self.gevraagd and self._open is not None and self._open.id == vorige.id

    def back(self, tijd: datetime) -> Uitkomst:
        """Take the last step back: a question that got no answer yet, or else the last answer."""
        if not self.can_go_back or self.zorg:
            return Uitkomst(uitingen=self._open_now())
        beurt = self._person(Soort.TERUG, "", tijd)
        self._add(beurt)
        self._take_back()
        return Uitkomst((beurt,), (), self._open_now())

    def reword(self, tijd: datetime) -> tuple[Beurt, ...]:  # noqa: ARG002 - only what was asked is kept
        """Lay the question of now ready anew, when it was not asked yet."""
        if self._open is not None and not self.gevraagd:
            self._suggest(self._open)
        return ()

    # asking

    def _open_now(self) -> tuple[Uiting, ...]:
        return tuple(uiting for uiting in (self.now,) if uiting)

    def _suggest(self, open_: Open | None) -> None:
        """Lay a question ready. The student's words to choose from come only when the mentor asks for them."""
        self._voorstel = self._open = open_
        self.gevraagd, self._vraag_nr = False, -1
        if open_ is not None:
            open_.sjabloon = self._woorden.verbatim(open_.unit, self.stand)
            if open_.vraag.opties_uit == _OP_VERZOEK:
                open_.opties = ()

    def _pose(self, open_: Open, tijd: datetime, tekst: str = "") -> Beurt:
        """Make a question the one of now, and a turn of the mentor.

        :param tekst: the mentor's own words; the wording of the bank when there are none.
        """
        open_.sjabloon = tekst or self._woorden.verbatim(open_.unit, self.stand)
        soort = Soort.KEUZE if open_.opties else Soort(open_.vraag.soort)
        beurt = Beurt(len(self.beurten), tijd, Spreker.MENTOR, soort, open_.stap, open_.id, open_.sjabloon)
        self._asked(open_, beurt)
        return beurt

    def _asked(self, open_: Open, beurt: Beurt) -> None:
        self._add(beurt)
        self._open, self.gevraagd, self._vraag_nr = open_, True, beurt.nr
        if not open_.gepland:
            self.stand.gesteld += (open_.id,)

    def _make(self, id: str) -> Open:
        """Return a question of the bank, outside the flow."""
        vraag, deel = self.bron.bank.resolve(id)
        keuzes = self.bron.stappen[self.stand.stap].vraagt if self.stand.stap in self.bron.stappen else ()
        keuze = next((k for k in keuzes if id in k.ids), None)
        open_ = self._volgorde.make_open(self.stand, vraag, deel, keuze)
        open_.gepland, open_.vult = False, self._fillable(open_.vult)
        if vraag.opties_uit == _OP_VERZOEK:
            open_.opties = ()
        return open_

    def _card(self, id: str) -> Open:
        """Return a card: what the flow asks now, another choice for it, or a question outside the flow."""
        voorstel = self._voorstel
        if voorstel is not None and id in (voorstel.id, voorstel.vraag.id):
            return voorstel
        anders = self._make(id)
        if anders.keuze is not None and voorstel is not None and anders.keuze is voorstel.keuze and not self.stand.deel:
            self.stand.gekozen, self.stand.duwtjes = id, ()
            anders.gepland = True
        return anders

    def _own(self, id: str, tekst: str) -> Open:
        """Return a question in own words. When it asks what the flow asks, it stands in its place."""
        vraag = eigen.as_question(id, tekst)
        vult, voorstel = eigen.slots(id, self.verhaal), self._voorstel
        open_ = Open(self.stand.stap, vraag, vraag, id, "", self._fillable(vult), None, vraag, gepland=False)
        if voorstel is not None and voorstel.gepland and not voorstel.opties and set(vult) & set(voorstel.vult):
            open_ = replace(
                open_,
                vult=voorstel.vult,
                keuze=voorstel.keuze,
                basis=voorstel.basis,
                gepland=True,
                delen=voorstel.delen,
            )
        return open_

    def _question_of_bank(self, tekst: str) -> str:
        """Return the id of the question of the source that a text is, or is a part of; empty when it is none."""
        woorden = _bare(tekst)
        if woorden.count(" ") < _HERKEND_VANAF:
            return ""
        return next((id for id, heel in self._bank_texts.items() if f" {woorden} " in f" {heel} "), "")

    @cached_property
    def _bank_texts(self) -> dict[str, str]:
        bijlage = (vraag for vraag in self.bron.bank.vragen.values() if vraag.onderdeel)
        return {vraag.id: _bare(vraag.tekst.in_taal(self.gesprek.taal)) for vraag in bijlage}

    @cached_property
    def _fase_of(self) -> dict[str, int]:
        """The place of the fase in which each slot is asked for first."""
        plek: dict[str, int] = {}
        for nr, fase in enumerate(self.bron.flow.fasen.values()):
            for stap in fase.stappen.values():
                for id in (id for keuze in stap.vraagt for id in keuze.ids):
                    for slot in slots_of(self.bron.bank.find(id)):
                        plek.setdefault(slot, nr)
        return plek

    def _fillable(self, vult: Sequence[str]) -> tuple[str, ...]:
        """Return the slots that may be filled now: what is ahead waits until the story is there."""
        fasen = list(self.bron.flow.fasen)
        nu = fasen.index(self.fase) if self.fase in fasen else len(fasen)
        return tuple(slot for slot in vult if self._fase_of.get(slot, 0) <= max(nu, _TERUGKIJKEN))

    def may_fill(self, vult: Iterable[str]) -> bool:
        """Whether an answer that fills one of these slots is taken into the story now."""
        return bool(self._fillable(tuple(vult)))

    def _note(self, soort: Soort, id: str, tekst: str, tijd: datetime) -> Uitkomst:
        beurt = Beurt(len(self.beurten), tijd, Spreker.MENTOR, soort, self.stand.stap, id, tekst)
        self._add(beurt)
        return Uitkomst((beurt,), (), self._open_now())

    # answering

    def _take(self, soort: Soort, tekst: str, tijd: datetime, gehoord: Gehoord | None = None) -> Uitkomst:
        open_ = self._question
        vraag = () if self.gevraagd else (self._pose(open_, tijd),)
        uitkomst = super()._take(soort, tekst, tijd, gehoord)
        return replace(uitkomst, beurten=(*vraag, *uitkomst.beurten))

    def _hear(self, beurt: Beurt, gehoord: Gehoord | None = None) -> tuple[list[str], str | None]:
        self._vorige = self._question
        return super()._hear(beurt, gehoord)

    def _hear_more(self, beurt: Beurt, vorige: Open | None, gehoord: Gehoord | None = None) -> None:
        """Add to the story what the student says further; the plan looks again whether that was it.

        :param vorige: the question that it belongs to; none when it only answers what the mentor said.
        """
        self._frames.append(Frame(self.stand.copy(), self._question, beurt.nr))
        self.verhaal.laatste = beurt.nr
        vult = tuple(slot for slot in (vorige.vult if vorige else ()) if slot in _VERHALEND)
        verder = replace(vorige or self._question, vult=vult, opties=(), gepland=False, keuze=None)
        gehoord = gehoord or luisteren.luister(beurt.tekst, self.gesprek.taal)
        Opname(self.bron, self.stand, verder, beurt, self.gesprek.taal).take_in(gehoord)
        if not self.gevraagd:
            self._suggest(self._volgorde.plan(self.stand)[1])

    def _go_on(self, reacties: list[str], vervolg: str | None, tijd: datetime) -> Uitkomst:  # noqa: ARG002
        self._move_on(vervolg)
        if self._open is not None:
            return Uitkomst(uitingen=self._open_now())
        klaar = self._end(tijd)
        return Uitkomst((klaar,), (), (self._line_utterance(klaar, "klaar"),))

    def _move_on(self, vervolg: str | None) -> None:
        self._suggest(self._plan(vervolg)[1])

    def _person(self, soort: Soort, tekst: str, tijd: datetime) -> Beurt:
        beurt = super()._person(soort, tekst, tijd)
        return beurt if soort in (Soort.ANTWOORD, Soort.APART) else replace(beurt, spreker=Spreker.MENTOR)

    def _as_kept(self, tekst: str) -> str:
        if self._question.vraag.meer and (gekozen := find_options(self._question, tekst)) is not None:
            return ", ".join(keuze.id for keuze in gekozen) or "niets"
        return super()._as_kept(tekst)

    def _no_such_option(self, tekst: str) -> bool:
        if self._question.vraag.meer:
            return find_options(self._question, tekst) is None
        return super()._no_such_option(tekst)

    def _own_options(self, soort: str) -> list[Keuze]:
        if soort == "dossier":
            return [Keuze(deel.id, deel.as_line()) for deel in parts(self)]
        return super()._own_options(soort)

    # going back and striking

    def _take_back(self) -> None:
        if not self.gevraagd:
            self._go_back()
            return
        regel = self.regels[self._vraag_nr]
        if not self.beurten[regel.nr].typed:
            self._woorden.forget(self.beurten[regel.nr])
        regel.vervallen = True
        self._suggest(self._volgorde.plan(self.stand)[1])

    def _go_back(self) -> None:
        nr = self._frames[-1].nr if self._frames else 0
        super()._go_back()
        open_ = self._open
        if open_ is None:
            return
        self._vraag_nr = self._asked_before(nr, open_)
        self.gevraagd = self._vraag_nr >= 0
        self._voorstel = open_ if open_.gepland else self._volgorde.plan(self.stand)[1]
        self._vorige = None
        if not self.gevraagd:
            self._suggest(open_)

    def _asked_before(self, nr: int, open_: Open) -> int:
        """Return the turn in which a question was asked that an answer at ``nr`` was for; -1 when it was not."""
        for regel in reversed(self.regels[:nr]):
            if regel.vervallen or regel.soort in (Soort.REACTIE, Soort.WAARNEMING, Soort.TERUG):
                continue
            return regel.nr if regel.soort.asks and regel.vraag == open_.id else -1
        return -1

    def _may_strike(self, beurt: Beurt) -> bool:
        van_mentor = beurt.spreker is Spreker.MENTOR and beurt.typed and beurt.tekst != ""
        return van_mentor or super()._may_strike(beurt)

    def _quoting(self, beurt: Beurt) -> list[Beurt]:
        """Return the mentor's own lines that hold the student's words: struck words are gone from those too."""
        if beurt.spreker is not Spreker.LEERLING:
            return []
        zelf = (b for b in self.beurten[beurt.nr :] if b.spreker is Spreker.MENTOR and b.typed and b.tekst)
        return [b for b in zelf if quotes_from(b.tekst, beurt.tekst)]

    # replaying

    def _again(self, beurt: Beurt) -> None:
        if not self._begonnen:  # it says what this is, and lays the first question ready
            self._begonnen = True
            self._add(beurt)
            self._suggest(self._volgorde.plan(self.stand)[1])
            return
        if beurt.spreker is Spreker.MENTOR and _asked(beurt):
            self._ask_again(beurt)
            return
        self._add(beurt)
        if beurt.soort is Soort.KLAAR:
            self.klaar = True
            self._open = None
            self.stand.stap = KLAAR
        elif beurt.soort is Soort.TERUG:
            self._take_back()
        elif beurt.soort.answers and beurt.vraag != eigen.WAARNEMING and self._open is not None:
            if beurt.vraag == eigen.ZEGT:
                if beurt.spreker is Spreker.LEERLING:
                    self._hear_more(beurt, None)
            elif self._vorige is not None and beurt.vraag == self._vorige.id and not self._asks_again(self._vorige):
                self._hear_more(beurt, self._vorige)
            else:
                _reacties, vervolg = self._hear(beurt)
                self._move_on(vervolg)

    def _ask_again(self, beurt: Beurt) -> None:
        """Take a stored question of the mentor."""
        if self.stand.stap != beurt.stap:
            self.stand.stap = beurt.stap
            self.stand.enter()
            self._suggest(self._volgorde.plan(self.stand)[1])
        if beurt.vraag.startswith(EIGEN):
            open_ = self._own(beurt.vraag, beurt.tekst)
        else:
            open_ = self._card(beurt.vraag)
            open_.opties = self._volgorde.options(open_.vraag) if beurt.soort is Soort.KEUZE else ()
        open_.sjabloon = beurt.tekst
        self._asked(open_, beurt)


def _bare(tekst: str) -> str:
    """Return a text as its words alone, without case and accents."""
    return " ".join(re.findall(r"\w+", fold(tekst)))


def _asked(beurt: Beurt) -> bool:
    """Whether a turn of the mentor asked something; a struck question still did."""
    geschrapt = beurt.soort is Soort.GESCHRAPT and beurt.vraag not in (eigen.ZEGT, eigen.WAARNEMING)
    return beurt.soort.asks or geschrapt
