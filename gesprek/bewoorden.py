"""How a question is put: which wording, and the student's own words in it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gesprek.bron import Bron
from gesprek.machine import Stand
from gesprek.model import Afspraak, Beurt, Citaat, Gesprek, Invulling, Verhaal
from gesprek.weergave import fields, fill, shorten
from vragen import Vraagtekst, part_letter, wordings

_INLEIDING_WOORDEN = 8
"""A longer quote before a question would be a second thing to read."""
_KERNWOORD_TEKENS = 60


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What a conversation may know of earlier ones.

    :param gehad: per question, how often each wording was used before with this student.
    :param oude_afspraken: open when this conversation began, oldest first.
    """

    gehad: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    oude_afspraken: Sequence[Afspraak] = ()


class Bewoorder:
    """Chooses wordings for one conversation and fills them in.

    The choice depends on nothing but the conversation's id, what was said before with this student, and
    what can be filled in.

    :param bewaarplek: where the conversation is kept, as the student is told; empty when nothing is kept.
    """

    def __init__(self, bron: Bron, gesprek: Gesprek, geschiedenis: Geschiedenis, bewaarplek: str) -> None:
        self._bron = bron
        self._id = gesprek.id
        self._taal = gesprek.taal
        self._modus = gesprek.modus
        self._geschiedenis = geschiedenis
        self._bewaarplek = bewaarplek
        self._gezegd: dict[str, dict[str, int]] = {}

    def remember(self, beurt: Beurt) -> None:
        """Count a wording that was used."""
        per_vraag = self._gezegd.setdefault(beurt.vraag, {})
        per_vraag[beurt.tekst] = per_vraag.get(beurt.tekst, 0) + 1

    def forget(self, beurt: Beurt) -> None:
        """Take back that a wording was used: the student went back over it."""
        self._gezegd[beurt.vraag][beurt.tekst] -= 1

    def times_asked(self, id: str) -> int:
        """Return how often a question (all its parts, when no part is named) was asked, now and before."""
        vraag, deel = self._bron.bank.resolve(id)
        delen = [f"{vraag.id}{part_letter(nr)}" for nr in range(len(vraag.delen))] if deel is None else []
        return sum(sum(self._used(een).values()) for een in delen or [id])

    def chance(self, sleutel: str) -> int:
        """Return a number that is the same for this conversation and key on every machine."""
        return zlib.crc32(f"{self._id}:{sleutel}".encode())

    def choose(self, unit: Vraagtekst, id: str, stand: Stand, nr: int) -> str:
        """Choose how to say it: a wording that can be filled in and was used least with this student.

        When the first wording of the file quotes the student, one that quotes as much as it can is chosen.

        :param nr: of the turn in which it will be said.
        :returns: the wording, not filled in.
        """
        taal = self._taal
        kan = [w.in_taal(taal) for w in wordings(unit, self._modus) if self._fillable(w.in_taal(taal), stand)]
        if fields(unit.tekst.in_taal(taal)):
            meest = max(len(fields(w)) for w in kan)
            kan = [w for w in kan if len(fields(w)) == meest]
        gehad = self._used(id)
        telling = {w: sum(n for gezegd, n in gehad.items() if gezegd.endswith(w)) for w in kan}
        minst = min(telling.values())
        over = [w for w in kan if telling[w] == minst]
        bewoording = over[self.chance(f"{id}:{nr}") % len(over)]
        inleiding = [
            i.in_taal(taal) for i in unit.inleiding if self._fillable(i.in_taal(taal), stand, _INLEIDING_WOORDEN)
        ]
        if not inleiding:
            return bewoording
        return f"{inleiding[self.chance(f'{id}:inleiding') % len(inleiding)]} {bewoording}"

    def fill(self, sjabloon: str, stand: Stand) -> str:
        """Fill a wording with the student's words of now."""
        return fill(sjabloon, lambda veld: self._field(veld, stand))

    def _used(self, id: str) -> dict[str, int]:
        """How often each wording of a question was used, before and in this conversation."""
        samen = dict(self._geschiedenis.gehad.get(id, {}))
        for sjabloon, aantal in self._gezegd.get(id, {}).items():
            samen[sjabloon] = samen.get(sjabloon, 0) + aantal
        return samen

    def _fillable(self, sjabloon: str, stand: Stand, hoogstens: int | None = None) -> bool:
        """Whether every field has words; at most so many in each, when that is given."""
        waarden = [self._field(veld, stand) for veld in fields(sjabloon)]
        return all(w is not None and (hoogstens is None or len(w.split()) <= hoogstens) for w in waarden)

    def _field(self, veld: str, stand: Stand) -> str | None:
        """Return the words for a field of a wording: the student's own, to the letter, shortened."""
        verhaal = stand.verhaal
        match veld:
            case "bewaarplek":
                return self._bewaarplek or None
            case "minuten":
                return str(self._bron.flow.minuten)
            case "kernwoord":
                kernwoord = verhaal.last("kernwoord")
                return kernwoord_text(kernwoord) if kernwoord else None
            case "oude_afspraak":
                oud, nr = self._geschiedenis.oude_afspraken, stand.per
                return shorten(Citaat(0, 0, 0, oud[nr].tekst)) if nr < len(oud) else None
            case "klein_verhaal":
                citaten = small_story(verhaal)
                return "\n" + "\n".join(f"‘{shorten(c, ruim=True)}’" for c in citaten) if citaten else None
            case "emotie":
                return self._feelings(verhaal)
            case "verhaal_1" | "verhaal_2" | "verhaal_3":
                verhalen, nr = stories(verhaal), int(veld[-1]) - 1
                return shorten(verhalen[nr], ruim=True) if nr < len(verhalen) else None
        invulling = verhaal.last(veld)
        return shorten(invulling.citaat) if invulling else None

    def _feelings(self, verhaal: Verhaal) -> str | None:
        """Return the feeling words of one answer: both of two that go against each other."""
        emoties = verhaal.slots.get("emotie", ())
        samen = [i for i in emoties if i.citaat.beurt == emoties[-1].citaat.beurt]
        woorden = list(dict.fromkeys(i.citaat.tekst for i in samen))[:2]
        return {"nl": "’ en ‘", "en": "’ and ‘"}[self._taal].join(woorden) or None


def kernwoord_text(invulling: Invulling) -> str:
    """Return the kernwoord as it is shown: whole, unless it is a long sentence."""
    tekst = invulling.citaat.tekst.strip()
    return tekst if len(tekst) <= _KERNWOORD_TEKENS else shorten(invulling.citaat)


def small_story(verhaal: Verhaal) -> list[Citaat]:
    """Return the student's quotes that make the small story, in the order of the telling."""
    slots = ("ervaring", "plek", "rol", "wie", "gebeurtenis", "aanleiding")
    beurten = {i.citaat.beurt: i.citaat for slot in slots for i in verhaal.slots.get(slot, ())}
    return [beurten[nr] for nr in sorted(beurten)]


def stories(verhaal: Verhaal) -> list[Citaat]:
    """Return one quote of each small story: now, elsewhere, earlier."""
    eerste = verhaal.last("aanleiding") or verhaal.last("gebeurtenis") or verhaal.last("ervaring")
    gevonden = [eerste, verhaal.last("verbreden"), verhaal.last("verdiepen")]
    return [invulling.citaat for invulling in gevonden if invulling]
