"""How concrete an answer is, whether it interprets, and which parts of the small story it tells already.

Cautious: better asked once too often than skipped wrongly. Every part comes with the quote that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from gesprek.luisteren.emoties import Emotie
from gesprek.luisteren.lijsten import Lijsten, Treffer, Vondst
from gesprek.luisteren.woorden import GEEN, ZACHT, Rij

Decor = Literal["plek", "rol", "wie", "gebeurtenis", "aanleiding"]
DECOR: tuple[Decor, ...] = ("plek", "rol", "wie", "gebeurtenis", "aanleiding")
"""The parts of the small story that an answer may tell without being asked."""

_VERLEDEN = {
    "nl": re.compile(r"[a-z]{2,}[^e](?:te|de)n?|ge[a-z]{3,}[dt]|[a-z]{2,5}ge[a-z]{3,}(?:d|t|en)"),
    "en": re.compile(r"[a-z]{3,}ed"),
}
_DICHTBIJ = 4
_MEEST_CITAAT = 14
"""Words of a quote that shows one part; more would be the story itself."""


@dataclass(frozen=True, slots=True)
class Verteld:
    """A part of the small story that an answer tells, with the piece of text that shows it."""

    slot: Decor
    van: int
    tot: int


class Vertelling:
    """What one answer tells.

    :param vondst: where the lines of the lists stand.
    """

    def __init__(self, rij: Rij, vondst: Vondst, lijsten: Lijsten) -> None:
        self._rij = rij
        self._lijsten = lijsten
        self._vondst = vondst
        self._daden = self._acts()

    def _found(self, soort: str) -> list[Treffer]:
        return self._vondst.get(soort, [])

    def _is(self, nr: int, soort: str) -> bool:
        return 0 <= nr < len(self._rij) and self._rij.vormen[nr] in self._lijsten.words(soort)

    # concreteness

    def concrete(self) -> int:
        """Return 0 without place, act, person or event, 1 with one, 2 for a small story."""
        gebeurd = self._happenings()
        if len(gebeurd) >= 2 and (self._found("plek") or self._persons() or self._sequence()):
            return 2
        iemand = any(not self._is(p.begin, "mensen") for p in self._persons())
        if self._daden or self._found("plek") or iemand or self._found("tijd"):
            return 1
        return 0

    def _persons(self) -> list[Treffer]:
        return self._found("persoon")

    def _sequence(self) -> bool:
        return bool(self._found("volgorde")) and bool(self._persons() or self._others())

    def _others(self) -> bool:
        return any(self._is(nr, "ander") for nr in range(len(self._rij)))

    def _acts(self) -> list[tuple[int, str]]:
        """Return the words that tell an act or event, as (word, how it tells it)."""
        soorten = ("gevoel", "waardering", "vulling", "geen alarm")
        gevoel = {nr for soort in soorten for t in self._found(soort) for nr in range(t.begin, t.einde)}
        daden = {t.begin: t.regel.waarde for t in self._found("daad") if not self._cancelled(t)}
        patroon = _VERLEDEN[self._lijsten.taal]
        for nr, vorm in enumerate(self._rij.vormen):
            if nr not in daden and nr not in gevoel and patroon.fullmatch(vorm) and self._acts_here(nr):
                daden[nr] = "verleden"
        return sorted((nr, waarde) for nr, waarde in daden.items() if nr not in gevoel)

    def _acts_here(self, nr: int) -> bool:
        """Whether a word that looks like a past tense has a subject beside it, and is no small word."""
        vorm = self._rij.vormen[nr]
        if vorm in self._lijsten.words("stop") or self._is(nr, "koppel"):
            return False
        if "ge" in vorm and any(self._is(bij, "koppel") for bij in range(max(nr - 6, 0), nr)):
            return True
        onderwerp = self._is(nr - 2, "bepaler") and not self._is(nr - 1, "stop")
        return onderwerp or any(self._is(bij, "eigen") or self._is(bij, "ander") for bij in (nr - 1, nr + 1))

    def _happenings(self) -> list[int]:
        """Return the words that tell something that happened at a moment, one for each."""
        verleden = [nr for nr, waarde in self._daden if waarde in ("verleden", "deelwoord")]
        heden = [] if self._found("gewoonte") else [nr for nr, w in self._daden if w == "heden" and self._told_now(nr)]
        moest = [t.begin for t in self._found("rol")] if self._found("volgorde") else []
        gebeurd = sorted({*verleden, *moest, *(heden if verleden or self._found("volgorde") else ())})
        los: list[int] = []
        for nr in gebeurd:
            if not los or nr - los[-1] > 1:
                los.append(nr)
        return los

    def _told_now(self, nr: int) -> bool:
        return any(
            self._is(bij, "eigen") or self._is(bij, "ander") or any(p.einde - 1 == bij for p in self._persons())
            for bij in (nr - 1, nr + 1)
        )

    # interpretation

    def interprets(self) -> bool:
        """Whether an answer explains, generalises or reads thoughts."""
        return any(not self._cancelled(t) for t in self._found("interpretatie"))

    def _cancelled(self, treffer: Treffer) -> bool:
        """Whether something only looks like what it is taken for: it lies within a phrase that says so."""
        return any(t.begin <= treffer.begin and treffer.einde <= t.einde for t in self._found("duiding_geen"))

    # the parts of the small story

    def told(self, emoties: Iterable[Emotie]) -> list[Verteld]:
        """Return the parts of the small story that this answer tells clearly."""
        gevonden = [self._place(), self._role(), self._company(), self._event(), self._trigger(list(emoties))]
        return [verteld for verteld in gevonden if verteld is not None]

    def _quote(self, slot: Decor, begin: int, einde: int) -> Verteld:
        return Verteld(slot, self._rij.van[begin], self._rij.tot[einde - 1])

    def _place(self) -> Verteld | None:
        """A preposition with a place that is more than school or work: ``in de kleine keuken``."""
        for t in self._found("plek"):
            if t.regel.waarde != "precies":
                continue
            for voor in range(t.begin - 1, max(t.begin - 5, -1), -1):
                if self._rij.grenzen[voor] != GEEN or self._is(voor, "grens") or self._is(voor, "koppel"):
                    break
                if self._is(voor, "plekwoord"):
                    return self._quote("plek", voor, t.einde)
        return None

    def _role(self) -> Verteld | None:
        """``ik moest de tafels afruimen``: up to the end of that piece of the sentence."""
        for t in self._found("rol"):
            if self._cancelled(t):
                continue
            einde = t.einde
            while einde < len(self._rij) and self._rij.grenzen[einde - 1] == GEEN and not self._is(einde, "grens"):
                einde += 1
            if einde - t.begin >= 3:
                return self._quote("rol", t.begin, min(einde, t.begin + _MEEST_CITAAT))
        return None

    def _company(self) -> Verteld | None:
        """Who was there: ``samen met Anke``, ``met z'n drieën``, ``alleen``; people who are named in a row."""
        for t in self._found("samen"):
            if t.regel.waarde != "met":
                if not self._is(t.einde, "beperking"):
                    return self._quote("wie", t.begin, t.einde)
                continue
            wie = next((p for p in self._persons() if t.begin < p.einde and p.begin <= t.einde + 2), None)
            if wie is not None:
                return self._quote("wie", t.begin, max(t.einde, wie.einde))
            if t.einde < len(self._rij) and self._rij.piece(t.einde, t.einde + 1)[:1].isupper():
                return self._quote("wie", t.begin, t.einde + 1)
        anderen = [p for p in self._persons() if not self._general(p)]
        for een, ander in pairwise(anderen):
            if een.einde <= ander.begin <= een.einde + 3 and self._listed(een.einde, ander.begin):
                return self._quote("wie", self._with_article(een.begin), ander.einde)
        return None

    def _listed(self, begin: int, einde: int) -> bool:
        """Whether only a comma or an ``en`` stands between two people, with what goes before a noun."""
        return all(self._is(nr, "bepaler") or self._is(nr, "voegwoord") for nr in range(begin, einde)) and (
            self._rij.grenzen[begin - 1] == ZACHT or any(self._is(nr, "voegwoord") for nr in range(begin, einde))
        )

    def _general(self, persoon: Treffer) -> bool:
        return self._is(persoon.begin, "ander") or self._is(persoon.begin, "stop")

    def _with_article(self, begin: int) -> int:
        return begin - 1 if begin > 0 and self._is(begin - 1, "bepaler") else begin

    def _event(self) -> Verteld | None:
        """What happened: two happenings or more, without an interpretation."""
        gebeurd = self._happenings()
        if len(gebeurd) < 2 or self.concrete() < 2 or self.interprets():
            return None
        begin, _einde = self._lijsten.clause(self._rij, gebeurd[0])
        _begin, einde = self._lijsten.clause(self._rij, gebeurd[-1])
        return self._quote("gebeurtenis", begin, einde)

    def _trigger(self, emoties: list[Emotie]) -> Verteld | None:
        """What brought the feeling: the act that a ``toen``, ``omdat`` or ``want`` ties to it."""
        for emotie in emoties:
            if emotie.ontkend or emotie.van_ander:
                continue
            woord = next(nr for nr in range(len(self._rij)) if self._rij.tot[nr] >= emotie.tot)
            begin, einde = self._rij.sentence(woord)
            for t in self._found("oorzaak"):
                if not begin <= t.begin < einde:
                    continue
                stuk_einde = self._end_of_piece(t.einde, einde)
                erna = woord < t.begin <= woord + _DICHTBIJ
                ervoor = t.begin < woord and woord - stuk_einde < _DICHTBIJ and t.regel.waarde == "moment"
                if (erna or ervoor) and self._tells_something(t, stuk_einde):
                    begin_citaat = t.begin if t.regel.waarde == "moment" else t.einde
                    return self._quote("aanleiding", begin_citaat, stuk_einde)
        return None

    def _end_of_piece(self, nr: int, einde: int) -> int:
        """Return where the piece of a sentence ends that began just before a word."""
        hier = nr
        while hier < einde and self._rij.grenzen[hier - 1] == GEEN:
            if hier > nr + 1 and (self._is(hier, "grens") or self._turns(hier)):
                break
            hier += 1
        return hier

    def _turns(self, nr: int) -> bool:
        """Whether the main clause begins here: ``toen ze dat zag | was ik blij``."""
        return self._is(nr + 1, "eigen") and (self._is(nr, "koppel") or any(daad == nr for daad, _w in self._daden))

    def _tells_something(self, oorzaak: Treffer, einde: int) -> bool:
        """Whether what follows a linking word is an act, or after a plain ``omdat`` a person or place too."""
        plekken = self._happened()
        if oorzaak.regel.waarde in ("reden", "moment"):
            plekken = [nr for nr, _waarde in self._daden]
            plekken += [p.begin for p in (*self._persons(), *self._found("plek"))]
        return any(oorzaak.einde <= nr < einde for nr in plekken)

    def _happened(self) -> list[int]:
        return [nr for nr, waarde in self._daden if waarde in ("verleden", "deelwoord")]
