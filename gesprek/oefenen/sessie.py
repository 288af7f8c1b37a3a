"""A drill between a front end, its rounds and the archive.

What was learned is kept after each item. When it cannot be, that is said once and the drill goes on without keeping.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gesprek import luisteren
from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.oefenen.drill import Optie, Ronde, Stapels, Uitslag, sort
from gesprek.oefenen.herhaling import Kaart, as_herhaling, read_kaart, review
from gesprek.oefenen.opgaven import Drill, Opgave, load_drill
from gesprek.regels import Regelnaam, toets
from gesprek.sessie import Klok, local_now
from gesprek.taal import _


@dataclass(frozen=True, slots=True)
class Afsluiting:
    """The end of a round.

    :param goed: how many items went right, of ``van`` that were done.
    :param regels: what to look at again, the rule that went wrong most first.
    :param wachtend: how many items are due or new after it.
    :param volgende: the first day on which something comes back; None when that is not kept.
    :param vandaag: the day of now.
    """

    goed: int
    van: int
    regels: tuple[Regelnaam, ...]
    wachtend: int
    volgende: date | None
    vandaag: date


class Drillsessie:
    """Round after round of the drill.

    :param archief: where it is kept what comes back, and when.
    :param melding: something to say first, such as that nothing can be kept.
    :raises Inleesfout: when the items cannot be read.
    """

    def __init__(
        self, archief: Archief, taal: Taal, klok: Klok = local_now, drill: Drill | None = None, melding: str = ""
    ) -> None:
        self.archief = archief
        self.taal = taal
        self._klok = klok
        self._opgaven = (drill or load_drill()).in_taal(taal)
        self._kaarten: dict[str, Kaart] = {}
        self._bewaart = bool(archief.plek)
        self._meldingen = [_not_kept(melding)] if melding else []
        try:
            gelezen = [read_kaart(herhaling) for herhaling in archief.herhalingen()]
        except Archieffout as fout:
            self._stop_keeping(fout)
        else:
            self._kaarten = {kaart.id: kaart for kaart in gelezen if kaart}
        self.ahead = False
        """Whether nothing was due, so that what is asked comes before its day."""
        self.ronde = self._make_round()

    def _stop_keeping(self, fout: Archieffout) -> None:
        self._bewaart = False
        self._meldingen.append(_not_kept(str(fout)))

    def _sort(self) -> Stapels:
        return sort(self._opgaven, self._kaarten, self._klok())

    def _make_round(self) -> Ronde:
        stapels = self._sort()
        self.ahead = bool(self._kaarten) and not stapels.waiting
        return Ronde(stapels.take(), {id: kaart.keer for id, kaart in self._kaarten.items()})

    def begin_again(self) -> None:
        """Begin another round."""
        self.ronde = self._make_round()

    def take_message(self) -> str:
        """Return what must be said now about keeping, once; empty when there is nothing."""
        gezegd, self._meldingen = " ".join(self._meldingen), []
        return gezegd

    @property
    def kept(self) -> bool:
        """Whether what is learned is kept."""
        return self._bewaart

    @property
    def now(self) -> Opgave | None:
        """The item that is asked; None at the end of a round."""
        return self.ronde.now

    @property
    def opties(self) -> tuple[Optie, ...]:
        """What can be chosen now; nothing when an utterance is to be rewritten."""
        return self.ronde.opties

    def warm(self) -> None:
        """Load the word lists, so that nobody waits for them at the first sentence that is typed."""
        luisteren.warm(self.taal)
        toets("", self.taal)

    def alarms(self, tekst: str) -> bool:
        """Whether a text is a sign of serious distress; then it is not judged."""
        return luisteren.luister(tekst, self.taal).zorg == "alarm"

    def choose(self, nr: int) -> Uitslag:
        """Choose an option, by its place.

        :raises IndexError: when there is no such option.
        """
        return self._keep(self.ronde.choose(nr))

    def rewrite(self, tekst: str) -> Uitslag:
        """Take another way to say it."""
        return self._keep(self.ronde.rewrite(tekst))

    def skip(self) -> Uitslag | None:
        """Leave the item; an example is shown only after a try."""
        uitslag = self.ronde.skip()
        return self._keep(uitslag) if uitslag else None

    def _keep(self, uitslag: Uitslag) -> Uitslag:
        if uitslag.afloop is None:
            return uitslag
        id = uitslag.opgave.id
        kaart = self._kaarten[id] = review(self._kaarten.get(id), id, uitslag.afloop, self._klok())
        if self._bewaart:
            try:
                self.archief.write_herhaling(as_herhaling(kaart))
            except Archieffout as fout:
                # trying again at each item would let the trainee wait each time
                self._stop_keeping(fout)
        return uitslag

    def close(self) -> Afsluiting:
        """Return how the round went, and what comes next."""
        nu = self._klok()
        eigen = {opgave.id for opgave in self._opgaven}
        dagen = [k.volgende.astimezone(nu.tzinfo).date() for k in self._kaarten.values() if k.id in eigen]
        straks = [dag for dag in dagen if dag > nu.date()]
        return Afsluiting(
            self.ronde.right,
            self.ronde.done,
            self.ronde.rules_to_practise(),
            self._sort().waiting,
            min(straks) if straks and self._bewaart else None,
            nu.date(),
        )


def _not_kept(zin: str) -> str:
    return zin + " " + _("You can practise all the same; how it goes is not kept.")
