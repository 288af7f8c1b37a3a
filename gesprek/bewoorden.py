"""How a question is put: which wording, and the student's own words in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gesprek import luisteren
from gesprek.bron import Bron
from gesprek.machine import Stand
from gesprek.model import Afspraak, Beurt, Citaat, Gesprek, Invulling, Taal, Verhaal
from gesprek.weergave import fields, fill, shorten
from vragen import Vraagtekst, part_letter, wordings

_INLEIDING_WOORDEN = 8
"""A longer quote before a question would be a second thing to read."""
_KERNWOORD_TEKENS = 60
_TERUGGEZEGD_TEKENS = 70
_RUIM_TEKENS = 260
_TERUGKEREND = 3
"""Most words that are shown as coming back."""
_ZINSEINDE = re.compile(r"[.!?…]+\s+|[\r\n]+")


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What a conversation may know of earlier ones.

    :param gehad: per question, how often each wording was used before with this student.
    :param oude_afspraken: open when this conversation began, oldest first.
    :param eerder: how many conversations the student finished before this one.
    """

    gehad: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    oude_afspraken: Sequence[Afspraak] = ()
    eerder: int = 0


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
        self._draden: dict[tuple[Citaat, ...], tuple[list[Citaat], list[Citaat]]] = {}

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

    def choose(self, unit: Vraagtekst, id: str, stand: Stand, nr: int, *, kaal: bool = False) -> str:
        """Choose how to say it: a wording that can be filled in and was used least with this student.

        When the first wording of the file quotes the student, one that quotes as much as it can is chosen.

        :param nr: of the turn in which it will be said.
        :param kaal: without an introduction: something else is said before it already.
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
            i.in_taal(taal)
            for i in (() if kaal else unit.inleiding)
            if self._fillable(i.in_taal(taal), stand, _INLEIDING_WOORDEN)
        ]
        if not inleiding:
            return bewoording
        return f"{inleiding[self.chance(f'{id}:inleiding') % len(inleiding)]} {bewoording}"

    def verbatim(self, unit: Vraagtekst, stand: Stand) -> str:
        """Return the first wording of the file that can be filled in: of the source its own text."""
        kan = (w.in_taal(self._taal) for w in wordings(unit, self._modus))
        return next(w for w in kan if self._fillable(w, stand))

    def fill(self, sjabloon: str, stand: Stand) -> str:
        """Fill a wording with the student's words of now."""

        def words_of(veld: str) -> str | None:
            waarde = self._field(veld, stand)
            return waarde.tekst if waarde else None

        return fill(sjabloon, words_of)

    def quotes(self, sjabloon: str, stand: Stand) -> tuple[Citaat, ...]:
        """Return the student's words that a wording shows, with where they were typed."""
        waarden = [self._field(veld, stand) for veld in fields(sjabloon)]
        return tuple(citaat for waarde in waarden if waarde for citaat in waarde.citaten)

    def _used(self, id: str) -> dict[str, int]:
        """How often each wording of a question was used, before and in this conversation."""
        samen = dict(self._geschiedenis.gehad.get(id, {}))
        for sjabloon, aantal in self._gezegd.get(id, {}).items():
            samen[sjabloon] = samen.get(sjabloon, 0) + aantal
        return samen

    def _fillable(self, sjabloon: str, stand: Stand, hoogstens: int | None = None) -> bool:
        """Whether every field has words; at most so many in each, when that is given."""
        waarden = [self._field(veld, stand) for veld in fields(sjabloon)]
        return all(w is not None and (hoogstens is None or len(w.tekst.split()) <= hoogstens) for w in waarden)

    def _field(self, veld: str, stand: Stand) -> _Waarde | None:
        """Return the words for a field of a wording: the student's own, to the letter, shortened."""
        verhaal = stand.verhaal
        match veld:
            case "bewaarplek":
                return _Waarde(self._bewaarplek) if self._bewaarplek else None
            case "minuten":
                return _Waarde(str(self._bron.flow.minuten))
            case "kernwoord":
                kernwoord = verhaal.last("kernwoord")
                return _Waarde(kernwoord_text(kernwoord), (kernwoord.citaat,)) if kernwoord else None
            case "oude_afspraak":
                oud, nr = self._geschiedenis.oude_afspraken, stand.per
                return _Waarde(shorten(Citaat(0, 0, 0, oud[nr].tekst))) if nr < len(oud) else None
            case "klein_verhaal":
                citaten = small_story(verhaal)
                regels = "\n".join(f"‘{shorten(c, ruim=True)}’" for c in citaten)
                return _Waarde(f"\n{regels}", tuple(citaten)) if citaten else None
            case "emotie":
                return self._side_by_side(self._feelings(verhaal), {"nl": "’ en ‘", "en": "’ and ‘"}[self._taal])
            case "laatste":
                return self._last_words(verhaal)
            case "terugkerend":
                return self._side_by_side(self._draad(verhaal)[1], "’, ‘")
            case "verhaal_1" | "verhaal_2" | "verhaal_3":
                verhalen, nr = self._draad(verhaal)[0], int(veld[-1]) - 1
                return _Waarde(shorten(verhalen[nr], ruim=True), (verhalen[nr],)) if nr < len(verhalen) else None
        invulling = verhaal.last(veld)
        return _Waarde(shorten(invulling.citaat), (invulling.citaat,)) if invulling else None

    def _side_by_side(self, citaten: Sequence[Citaat], tussen: str) -> _Waarde | None:
        return _Waarde(tussen.join(c.tekst for c in citaten), tuple(citaten)) if citaten else None

    def _feelings(self, verhaal: Verhaal) -> list[Citaat]:
        """Return the feeling words of one answer: both of two that go against each other."""
        emoties = verhaal.slots.get("emotie", ())
        samen = [i.citaat for i in emoties if i.citaat.beurt == emoties[-1].citaat.beurt]
        return list({c.tekst: c for c in reversed(samen)}.values())[::-1][:2]

    def _last_words(self, verhaal: Verhaal) -> _Waarde | None:
        """Return the last answer without its filler, when that is short enough to say back."""
        laatste = [i.citaat for gevuld in verhaal.slots.values() for i in gevuld if i.citaat.beurt == verhaal.laatste]
        citaat = max(laatste, key=lambda c: c.tot - c.van, default=None)
        if citaat is None or len(citaat.tekst) > _TERUGGEZEGD_TEKENS or "\n" in citaat.tekst.strip():
            return None
        van, tot = luisteren.core(citaat.tekst, self._taal)
        kern = Citaat(citaat.beurt, citaat.van + van, citaat.van + tot, citaat.tekst[van:tot])
        return _Waarde(kern.tekst, (kern,)) if len(kern.tekst.split()) <= _INLEIDING_WOORDEN else None

    def _draad(self, verhaal: Verhaal) -> tuple[list[Citaat], list[Citaat]]:
        """Return the small stories, one quote of each, and the words that come back in them."""
        verhalen = stories(verhaal)
        if len(verhalen) < 2:
            return verhalen, []
        sleutel = tuple(verhalen)
        if sleutel not in self._draden:
            self._draden = {sleutel: thread(verhalen, self._taal)}
        return self._draden[sleutel]


@dataclass(frozen=True, slots=True)
class _Waarde:
    """What is filled in for a field, and the quotes that it is made of."""

    tekst: str
    citaten: tuple[Citaat, ...] = ()


def kernwoord_text(invulling: Invulling) -> str:
    """Return the kernwoord as it is shown: whole, unless it is a long sentence."""
    tekst = invulling.citaat.tekst.strip()
    return tekst if len(tekst) <= _KERNWOORD_TEKENS else shorten(invulling.citaat)


def small_story(verhaal: Verhaal) -> list[Citaat]:
    """Return the student's quotes that make the small story, in the order of the telling."""
    slots = ("ervaring", "plek", "rol", "wie", "gebeurtenis", "aanleiding")
    citaten = [i.citaat for slot in slots for i in verhaal.slots.get(slot, ())]
    grootste_eerst = sorted(citaten, key=lambda c: (c.beurt, c.van - c.tot))
    gekozen: list[Citaat] = []
    for citaat in grootste_eerst:
        if not any(c.beurt == citaat.beurt and c.van <= citaat.van and citaat.tot <= c.tot for c in gekozen):
            gekozen.append(citaat)
    return sorted(gekozen, key=lambda c: (c.beurt, c.van))


def stories(verhaal: Verhaal) -> list[Citaat]:
    """Return one quote of each small story: now, elsewhere, earlier."""
    eerste = verhaal.last("aanleiding") or verhaal.last("gebeurtenis") or verhaal.last("ervaring")
    gevonden = [eerste, verhaal.last("verbreden"), verhaal.last("verdiepen")]
    return [invulling.citaat for invulling in gevonden if invulling]


def thread(verhalen: Sequence[Citaat], taal: Taal) -> tuple[list[Citaat], list[Citaat]]:
    """Return what to lay side by side: of each story a quote, and the words that come back.

    Of a story that is too long to show whole, the sentence with a word that comes back is shown.
    """
    gedeeld = luisteren.shared([(nr, citaat.tekst) for nr, citaat in enumerate(verhalen)], taal)
    stukken = list(verhalen)
    terug: dict[str, Citaat] = {}
    for plaatsen in gedeeld[:_TERUGKEREND]:
        for plaats in plaatsen:
            heel = verhalen[plaats.beurt]
            woord = Citaat(heel.beurt, heel.van + plaats.van, heel.van + plaats.tot, plaats.woord)
            terug.setdefault(plaats.woord.casefold(), woord)
            if stukken[plaats.beurt] == heel and len(heel.tekst) > _RUIM_TEKENS:
                stukken[plaats.beurt] = sentence_around(heel, plaats.van)
    return stukken, list(terug.values())


def sentence_around(citaat: Citaat, plek: int) -> Citaat:
    """Return the sentence of a quote in which a place lies.

    :param plek: offset in the quote.
    """
    begin = max((m.end() for m in _ZINSEINDE.finditer(citaat.tekst, 0, plek)), default=0)
    einde = _ZINSEINDE.search(citaat.tekst, plek)
    tot = einde.start() if einde else len(citaat.tekst)
    return Citaat(citaat.beurt, citaat.van + begin, citaat.van + tot, citaat.tekst[begin:tot])
