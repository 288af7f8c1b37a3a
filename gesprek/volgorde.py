"""Which question comes next: the questions of the step of now, then the first edge whose guard holds."""

from __future__ import annotations

from collections.abc import Callable

from flows import KLAAR, Stap, Vraagkeuze
from flows.velden import polariteit
from gesprek.bewoorden import Bewoorder, Geschiedenis
from gesprek.bron import Bron
from gesprek.machine import Stand, step
from gesprek.model import Beurt, Taal
from gesprek.uiting import Keuze, Open
from vragen import Vraag, Vraagtekst, part_letter


class Volgorde:
    """The order of the questions of one conversation.

    :param woorden: knows how often a question was asked.
    :param own_options: gives the options that are not in the bank, for what ``opties_uit`` of a question says.
    :param heel: questions of several parts are asked whole.
    :ivar stap_gezegd: the step whose opening words were said.
    """

    def __init__(
        self,
        bron: Bron,
        taal: Taal,
        geschiedenis: Geschiedenis,
        woorden: Bewoorder,
        own_options: Callable[[str], list[Keuze]],
        *,
        heel: bool = False,
    ) -> None:
        self._bron = bron
        self._taal = taal
        self._geschiedenis = geschiedenis
        self._woorden = woorden
        self._own_options = own_options
        self._heel = heel
        self.stap_gezegd = ""

    def plan(self, stand: Stand) -> tuple[list[str], Open | None]:
        """Return what is said and asked next; None when the conversation is done. The state moves on to it."""
        zegt: list[str] = []
        while True:
            stap = self._bron.stappen[stand.stap]
            open_ = self._next_question(stand, stap)
            if (open_ is not None or not stap.vraagt) and self.stap_gezegd != stand.stap:
                zegt.extend(id for id in stap.zegt if self._still_said(id))
                self.stap_gezegd = stand.stap
            if open_ is not None:
                return zegt, open_
            self.stap_gezegd = ""
            naam, nr = step(self._bron.machine, stand)
            overgang = self._bron.stappen[naam].dan[nr]
            if overgang.zegt and self._still_said(overgang.zegt):
                zegt.append(overgang.zegt)
            if stand.stap == KLAAR:
                return zegt, None

    def follow_up(self, stand: Stand, id: str, op: Open | None) -> Open:
        """Return the question that follows up on another, in the place of what would come next."""
        stand.duwtjes += (id,)
        vraag, deel = self._bron.bank.resolve(id)
        return self.make_open(stand, vraag, deel, op.keuze if op else None, basis=op)

    def locate(self, stand: Stand, beurt: Beurt, op: Open | None) -> Open:
        """Return the question of a stored turn, and bring the state to where it was asked.

        :param op: the question that it follows up on when the step does not ask it itself.
        """
        vraag, deel = self._bron.bank.resolve(beurt.vraag)
        if stand.stap != beurt.stap:
            stand.stap = beurt.stap
            stand.enter()
        for plaats, keuze in enumerate(self._bron.stappen[beurt.stap].vraagt):
            gekozen = next((id for id in keuze.ids if id in (vraag.id, beurt.vraag)), None)
            if gekozen is not None:
                stand.plaats, stand.deel, stand.gekozen = plaats, deel or 0, gekozen
                return self.make_open(stand, vraag, deel, keuze)
        return self.make_open(stand, vraag, deel, None, basis=op)

    def make_open(
        self, stand: Stand, vraag: Vraag, nr: int | None, keuze: Vraagkeuze | None, basis: Open | None = None
    ) -> Open:
        """Return a question ready to be asked.

        :param nr: place of the part that is meant; without it the whole, where questions are asked whole.
        """
        heel = nr is None and self._heel and bool(vraag.delen)
        unit = _whole(vraag) if heel else vraag.units[nr or 0]
        deel = part_letter(nr or 0) if vraag.delen and not heel else ""
        return Open(
            stap=stand.stap,
            vraag=vraag,
            unit=unit,
            id=vraag.id + deel,
            deel=deel,
            vult=unit.vult or (basis.vult if basis else ()),
            keuze=keuze,
            basis=basis.basis if basis else unit,
            opties=self.options(vraag),
            gepland=basis.gepland if basis else True,
            delen=len(vraag.units) if heel else 1,
        )

    def options(self, vraag: Vraag) -> tuple[Keuze, ...]:
        """Return what a question lets choose from."""
        vast = [Keuze(optie.id, optie.in_taal(self._taal), optie=optie) for optie in vraag.opties]
        return (*vast, *(self._own_options(vraag.opties_uit) if vraag.opties_uit else ()))

    def _still_said(self, id: str) -> bool:
        """Whether something is still said to a student who has done this before."""
        grens = self._bron.bank.find(id).vervaagt_na
        return grens is None or self._geschiedenis.eerder < grens

    def _next_question(self, stand: Stand, stap: Stap) -> Open | None:
        oud = self._geschiedenis.oude_afspraken
        while stand.plaats < len(stap.vraagt):
            if stap.genoeg and stand.deel == 0 and self._bron.guards[stap.genoeg].holds(stand.verhaal):
                return None
            keuze = stap.vraagt[stand.plaats]
            overslaan = (
                keuze.als and stand.gekozen is None and not self._bron.guards[keuze.als].holds(stand.verhaal)
            ) or (keuze.per and stand.per >= len(oud))
            gehad = keuze.altijd and any(id in stand.gesteld for id in keuze.ids)
            if not overslaan and not gehad:
                vraag, alleen = self._bron.bank.resolve(self._pick(stand, keuze))
                units = vraag.units
                while stand.deel < len(units):
                    unit = units[stand.deel]
                    deel = None if alleen is None and stand.deel == 0 else stand.deel
                    if alleen in (None, stand.deel) and (keuze.altijd or keuze.per or _wanted(stand, unit.vult)):
                        return self.make_open(stand, vraag, deel, keuze)
                    stand.deel += 1
                if keuze.per and stand.per + 1 < len(oud):
                    stand.per += 1
                    stand.deel = 0
                    stand.duwtjes = ()
                    continue
            stand.next_question()
        return None

    def _pick(self, stand: Stand, keuze: Vraagkeuze) -> str:
        """Choose one of several questions: one that fits the experience and was used least."""
        if stand.gekozen is None and len(keuze.ids) > 1:
            kant = polariteit(stand.verhaal)
            passend = [
                id for id in keuze.ids if kant == "onbekend" or self._bron.bank.find(id).polariteit in (None, kant)
            ]
            gehad = {id: self._woorden.times_asked(id) for id in passend or keuze.ids}
            minst = min(gehad.values())
            over = [id for id in gehad if gehad[id] == minst]
            stand.gekozen = over[self._woorden.chance(f"{stand.stap}:{stand.plaats}") % len(over)]
        stand.gekozen = stand.gekozen or keuze.ids[0]
        return stand.gekozen


def _whole(vraag: Vraag) -> Vraagtekst:
    """Return a question of several parts as the source has it: one text, that fills what its parts fill."""
    vult = dict.fromkeys(slot for deel in vraag.delen for slot in deel.vult)
    return vraag.delen[0].model_copy(
        update={"tekst": vraag.tekst, "letterlijk_in": ("zelf", "samen"), "inleiding": (), "vult": tuple(vult)}
    )


def _wanted(stand: Stand, vult: tuple[str, ...]) -> bool:
    verhaal = stand.verhaal
    return not vult or any(slot not in verhaal.slots and slot not in verhaal.open for slot in vult)
