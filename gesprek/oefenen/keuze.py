"""Which wording is said: chosen by hash, so that the same conversation gives the same words, and none comes twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling, Niveauzinnen, load_common
from gesprek.oefenen.leerlingen.soorten import NIVEAUS, Niveau, Reactiesoort

_VELD = re.compile(r"\{(\w+)\}")
_BUREN: Mapping[Niveau, tuple[Niveau, ...]] = {
    "gesloten": ("gesloten", "gematigd"),
    "gematigd": ("gematigd", "gesloten", "open"),
    "open": ("open", "gematigd"),
}
"""Where wordings are looked for when those of an openness have run out."""


def rank(*sleutels: object) -> int:
    """Return a number that hangs on these keys only, alike on every machine."""
    return int.from_bytes(blake2b("\x1f".join(map(str, sleutels)).encode(), digest_size=8).digest(), "big")


@dataclass(slots=True)
class Kiezer:
    """Chooses wordings for one reply.

    :param sleutel: what the choice hangs on: seed and turn.
    :param gezegd: sentences from data that were used before; what is chosen is added.
    :param replies: whole replies that were given before.
    :param velden: words that may be filled in; a wording that names another is passed over.
    :param uitwegen: how often it had to find a way out.
    """

    leerling: Leerling
    taal: Taal
    niveau: Niveau
    sleutel: tuple[object, ...]
    gezegd: set[str]
    replies: frozenset[str]
    velden: Mapping[str, str] = field(default_factory=dict)
    uitwegen: int = 0

    def choose(self, zinnen: Iterable[str]) -> str | None:
        """Return a wording that was not used before, filled in; None when there is none left."""
        over = [z for z in dict.fromkeys(zinnen) if z not in self.gezegd and set(_VELD.findall(z)) <= set(self.velden)]
        if not over:
            return None
        gekozen = min(over, key=lambda z: rank(*self.sleutel, z))
        self.gezegd.add(gekozen)
        return _VELD.sub(lambda m: self.velden[m.group(1)], gekozen)

    def react(self, soort: Reactiesoort) -> str:
        """Return a reaction to a kind of move, the student's own first, or what says little when all are used."""
        for niveau in _BUREN[self.niveau]:
            for bron in (self.leerling.reacties, load_common().reacties):
                if soort in bron and (zin := self.choose(bron[soort].in_taal(self.taal).at(niveau))):
                    return zin
        return self.way_out()

    def sentences(self, soort: Reactiesoort) -> list[str]:
        """Return all that there is to say to a kind of move, used or not."""
        bronnen = (self.leerling.reacties, load_common().reacties)
        return [zin for bron in bronnen if soort in bron for zin in bron[soort].in_taal(self.taal).all]

    def way_out(self) -> str:
        """Return a natural way out that was not used before."""
        self.uitwegen += 1
        if zin := self._from(self._uitweg):
            return zin
        for zin in self._combinations():
            if zin not in self.gezegd and zin not in self.replies:
                self.gezegd.add(zin)
                return zin
        return "…" * (1 + len(self.replies))  # a conversation of thousands of turns: only silence is left

    @property
    def _aanloop(self) -> Niveauzinnen:
        return (self.leerling.aanloop or load_common().aanloop).in_taal(self.taal)

    @property
    def _uitweg(self) -> Niveauzinnen:
        return (self.leerling.uitweg or load_common().uitweg).in_taal(self.taal)

    def _from(self, bron: Niveauzinnen) -> str | None:
        return next((zin for niveau in _BUREN[self.niveau] if (zin := self.choose(bron.at(niveau)))), None)

    def _combinations(self) -> Iterator[str]:
        aanlopen = [z for n in NIVEAUS for z in self._aanloop.at(n)]
        uitwegen = [z for n in _BUREN[self.niveau] for z in self._uitweg.at(n)]
        paren = {f"{a} {u}": None for a in aanlopen for u in uitwegen}
        yield from sorted(paren, key=lambda z: rank(*self.sleutel, z))
        drie = {f"{a} {b} {u}": None for a in aanlopen for b in aanlopen if a != b for u in uitwegen}
        yield from sorted(drie, key=lambda z: rank(*self.sleutel, z))
