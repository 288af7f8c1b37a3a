"""The drill itself: which items come now, what an answer to one is worth, and what comes after it.

Pure: no screen, clock or disk, and nothing left to chance.

Invariants: an item is asked at most :data:`VERTONINGEN` times in a round, so a round ends; what went wrong comes back
after :data:`TERUG_NA` others, or after those that are left; it counts as it went the first time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zlib import crc32

from gesprek.oefenen.herhaling import Afloop, Kaart
from gesprek.oefenen.opgaven import Opgave
from gesprek.regels import Oordeel, Regelnaam, toets
from gesprek.vouwen import fold

RONDE = 10
"""Items in a round."""
TERUG_NA = 3
"""How many others come before one that went wrong."""
VERTONINGEN = 3
"""How often an item is asked in a round at most."""
POGINGEN = 3
"""How often an utterance may be rewritten before an example is shown."""
_HERSCHRIJF_ELKE = 3
"""Each third new item is one to rewrite: those take longer."""


def _mix(*delen: object) -> int:
    """Return a number that looks arbitrary and is always the same."""
    return crc32("/".join(map(str, delen)).encode())


# choosing


@dataclass(frozen=True, slots=True)
class Stapels:
    """All items of a language, by when they come.

    :param aan_de_beurt: due now, what went wrong the last time first.
    :param nieuw: never asked, in the order in which they come.
    :param later: due on another day, the soonest first.
    """

    aan_de_beurt: tuple[Opgave, ...]
    nieuw: tuple[Opgave, ...]
    later: tuple[Opgave, ...]

    def take(self, aantal: int = RONDE) -> tuple[Opgave, ...]:
        """Return the items of a round; when nothing is due or new, those that are due soonest."""
        return (*self.aan_de_beurt, *self.nieuw)[:aantal] or self.later[:aantal]

    @property
    def waiting(self) -> int:
        """How many items are due or new."""
        return len(self.aan_de_beurt) + len(self.nieuw)


def sort(opgaven: Sequence[Opgave], kaarten: Mapping[str, Kaart], nu: datetime) -> Stapels:
    """Sort the items by when they come."""
    bekend = [(kaarten[o.id], o) for o in opgaven if o.id in kaarten]
    nu_dan = sorted(
        ((k, o) for k, o in bekend if k.is_due(nu)),
        key=lambda ko: (ko[0].afloop is not Afloop.FOUT, ko[0].volgende, ko[1].id),
    )
    later = sorted(((k, o) for k, o in bekend if not k.is_due(nu)), key=lambda ko: (ko[0].volgende, ko[1].id))
    gehad = Counter(o.regel for _kaart, o in bekend)
    nieuw = [o for o in opgaven if o.id not in kaarten]
    return Stapels(tuple(o for _k, o in nu_dan), tuple(_mixed(nieuw, gehad)), tuple(o for _k, o in later))


def _mixed(nieuw: Sequence[Opgave], gehad: Counter[Regelnaam]) -> Iterator[Opgave]:
    """Yield new items so that each rule comes by as often as the others."""
    gehad = Counter(gehad)
    over = sorted(nieuw, key=lambda opgave: _mix(opgave.id))
    while over:
        voorraad = Counter(opgave.regel for opgave in over)
        wil = "herschrijf" if (sum(gehad.values()) + 1) % _HERSCHRIJF_ELKE == 0 else "herken"
        # of rules that had as many: to rewrite, the one with most left; to recognise, the one with fewest, for that
        # one has nothing to rewrite
        teken = -1 if wil == "herschrijf" else 1
        keus = min(over, key=lambda o: (o.soort != wil, gehad[o.regel], teken * voorraad[o.regel], _mix(o.id)))
        over.remove(keus)
        gehad[keus.regel] += 1
        yield keus


# presenting


@dataclass(frozen=True, slots=True)
class Optie:
    """One thing that an utterance could do: break or keep a rule."""

    regel: Regelnaam
    gebroken: bool


def options(opgave: Opgave, keer: int) -> tuple[Optie, ...]:
    """Return what can be chosen: four rules, two of them broken and two kept.

    :param keer: how often it was asked before; the order is another one each time.
    """
    eerste, *rest = sorted(opgave.niet, key=lambda regel: _mix(opgave.id, keer, "niet", regel))
    alle = [Optie(opgave.regel, opgave.gebroken), Optie(eerste, opgave.gebroken)]
    alle += [Optie(regel, not opgave.gebroken) for regel in rest]
    return tuple(sorted(alle, key=lambda optie: _mix(opgave.id, keer, optie.regel)))


# judging


@dataclass(frozen=True, slots=True)
class Herschrijving:
    """What a rewritten utterance is worth.

    :param mis: nothing, or what is wrong with it: nothing typed, the same sentence, a rule broken, nothing asked.
    """

    tekst: str
    oordeel: Oordeel
    mis: Literal["", "leeg", "zelfde", "breekt", "vraagt_niet"]


def judge(opgave: Opgave, tekst: str) -> Herschrijving:
    """Check a rewritten utterance. What people would differ about is told, and is not wrong."""
    if not _letters(tekst):
        return Herschrijving(tekst, Oordeel("geen"), "leeg")
    oordeel = toets(tekst, opgave.taal, (opgave.leerling,) if opgave.leerling else ())
    if oordeel.opmerkingen:
        return Herschrijving(tekst, oordeel, "breekt")
    if _letters(tekst) == _letters(opgave.uiting):
        return Herschrijving(tekst, oordeel, "zelfde")
    return Herschrijving(tekst, oordeel, "vraagt_niet" if oordeel.vraagsoort == "geen" else "")


def _letters(tekst: str) -> str:
    return "".join(teken for teken in fold(tekst) if teken.isalnum())


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came of an answer.

    :param af: the item is done, for now; else it is still asked.
    :param gekozen: what was chosen.
    :param herschreven: what was typed.
    :param over: how often it may still be tried.
    :param terug: it comes back later in this round.
    :param afloop: how the item went, when this is the first time that it is done in this round.
    """

    opgave: Opgave
    goed: bool
    af: bool
    gekozen: Optie | None = None
    herschreven: Herschrijving | None = None
    over: int = 0
    terug: bool = False
    afloop: Afloop | None = None


class Ronde:
    """One round.

    :param opgaven: its items, in order.
    :param keer: how often each was asked before, by id.
    """

    def __init__(self, opgaven: Sequence[Opgave], keer: Mapping[str, int]) -> None:
        self._rij = list(opgaven)
        self._keer = dict(keer)
        self._vertoond: Counter[str] = Counter()
        self._gezakt = 0
        self.afloop: dict[str, Afloop] = {}
        self._regels: list[Regelnaam] = []
        self._open()

    @property
    def now(self) -> Opgave | None:
        """The item that is asked; None at the end."""
        return self._rij[0] if self._rij else None

    @property
    def opties(self) -> tuple[Optie, ...]:
        """What can be chosen now; nothing when an utterance is to be rewritten."""
        nu = self.now
        return options(nu, self._keer[nu.id]) if nu and nu.soort == "herken" else ()

    @property
    def left(self) -> int:
        """How many items are still to come after this one."""
        return max(0, len(self._rij) - 1)

    @property
    def done(self) -> int:
        """How many items are done."""
        return len(self.afloop)

    @property
    def right(self) -> int:
        """How many of those went right."""
        return sum(afloop is not Afloop.FOUT for afloop in self.afloop.values())

    @property
    def comes_again(self) -> bool:
        """Whether the item of now went wrong before in this round."""
        return bool(self._rij) and self._rij[0].id in self.afloop

    def rules_to_practise(self) -> tuple[Regelnaam, ...]:
        """Return the rules of what went wrong, the one that went wrong most first."""
        vaak = Counter(self._regels)
        return tuple(sorted(vaak, key=lambda regel: (-vaak[regel], self._regels.index(regel))))

    def _open(self) -> None:
        """Begin with the item that is first in line."""
        self._gezakt = 0
        if self._rij:
            id = self._rij[0].id
            self._vertoond[id] += 1
            self._keer.setdefault(id, 0)

    def choose(self, nr: int) -> Uitslag:
        """Choose an option, by its place.

        :raises IndexError: when there is no such option.
        """
        opgave, optie = self._rij[0], self.opties[nr]
        goed = optie == Optie(opgave.regel, opgave.gebroken)
        return self._close(goed=goed, gekozen=optie)

    def rewrite(self, tekst: str) -> Uitslag:
        """Take another way to say it. An empty one is no try."""
        opgave = self._rij[0]
        herschreven = judge(opgave, tekst)
        self._gezakt += herschreven.mis not in ("", "leeg")
        over = POGINGEN - self._gezakt
        if herschreven.mis and over:
            return Uitslag(opgave, goed=False, af=False, herschreven=herschreven, over=over)
        return self._close(goed=not herschreven.mis, herschreven=herschreven)

    def skip(self) -> Uitslag | None:
        """Leave the item. After a try that counts as not found; without one it does not count at all."""
        if self._gezakt:
            return self._close(goed=False)
        self._rij.pop(0)
        self._open()
        return None

    def _close(self, *, goed: bool, gekozen: Optie | None = None, herschreven: Herschrijving | None = None) -> Uitslag:
        opgave = self._rij.pop(0)
        afloop = Afloop.FOUT if not goed else Afloop.NOG_EENS if self._gezakt else Afloop.GOED
        eerste = opgave.id not in self.afloop
        if eerste:
            self.afloop[opgave.id] = afloop
            if not goed:
                self._regels.append(opgave.regel)
        terug = not goed and self._vertoond[opgave.id] < VERTONINGEN
        if terug:
            self._rij.insert(TERUG_NA, opgave)
        self._keer[opgave.id] += 1
        self._open()
        return Uitslag(
            opgave,
            goed=goed,
            af=True,
            gekozen=gekozen,
            herschreven=herschreven,
            terug=terug,
            afloop=afloop if eerste else None,
        )
