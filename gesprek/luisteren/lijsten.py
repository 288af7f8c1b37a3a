"""The word lists of a language as one tree, and where their words and phrases stand in an answer.

All phrases of a language are one tree of words;
a text is walked through it once, so the time it takes hangs on the text and not on the length of the lists.
``laden`` makes the tree from the files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gesprek.luisteren.spelling import Spelling
from gesprek.luisteren.woorden import GEEN, HARD, Rij
from gesprek.model import Taal

_LANGSTE_DEEL = 20
"""Most letters of a word that ends or begins so (``*lokaal``)."""
GATEN = {"..": 3, "...": 9}
"""Most words that a gap stands for."""
_ONTHOUDEN = 20_000
"""Words whose reading is remembered."""
Tekens = frozenset[str]
"""All that a word may count as: itself, and the classes it belongs to."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a word list.

    :param soort: its kind; ``geen`` carries the name of its list (``geen alarm``).
    :param waarde: polarity, topic or the like.
    :param ontkent: whether the phrase itself says no.
    :param voor: how many of its first words are only there to tell it by (``~``), and do not belong to it.
    """

    soort: str
    waarde: str
    ontkent: bool = False
    voor: int = 0


class Treffer(NamedTuple):
    """Where a line of a list stands in a row of words: from word ``begin`` up to word ``einde``."""

    begin: int
    einde: int
    regel: Regel


@dataclass(frozen=True, slots=True)
class Combinatie:
    """A line that asks for several ideas in one sentence, in whatever order: ``{niet_meer} {leven}``."""

    begrippen: tuple[str, ...]
    regel: Regel


Vondst = dict[str, list[Treffer]]
"""What was found in a row of words, by kind."""


@dataclass(slots=True, eq=False)
class Knoop:
    """A place in the tree of words.

    :param verder: where a next word leads; phrases with the same beginning share it.
    :param zijpaden: where it leads besides, for phrases in which a word may be left out or differ.
    :param gaten: what comes after a gap of this kind; ``zijgaten`` for such phrases.
    """

    verder: dict[str, Knoop] | None = None
    zijpaden: dict[str, list[Knoop]] | None = None
    gaten: dict[str, Knoop] | None = None
    zijgaten: list[tuple[str, Knoop]] | None = None
    regels: tuple[Regel, ...] = ()

    def after(self, tekens: Tekens) -> Iterator[Knoop]:
        """Yield where a word leads from here."""
        if self.verder:
            for teken in _common(self.verder, tekens):
                yield self.verder[teken]
        if self.zijpaden:
            for teken in _common(self.zijpaden, tekens):
                yield from self.zijpaden[teken]

    def gaps(self) -> Iterator[tuple[str, Knoop]]:
        """Yield the gaps that may come here, each with what comes after it."""
        yield from (self.gaten or {}).items()
        yield from self.zijgaten or ()

    def below(self) -> Iterator[Knoop]:
        """Yield every place that lies one word or gap further."""
        yield from (self.verder or {}).values()
        for knopen in (self.zijpaden or {}).values():
            yield from knopen
        for _lengte, gat in self.gaps():
            yield gat


def _common(wegen: Mapping[str, object], tekens: Tekens) -> list[str]:
    """Return the ways that are open, always in the same order; the shorter of the two is gone through."""
    beide = tekens.intersection(wegen) if len(wegen) < len(tekens) else wegen.keys() & tekens
    return sorted(beide) if len(beide) > 1 else list(beide)


Plekken = tuple[tuple[Knoop, int], ...]
"""Places in the tree, each with how many words the gap that it stands in may still skip."""


@dataclass(slots=True, eq=False)
class _Toestand:
    """Where the words so far may have led, all branches together; found as texts are read, and remembered.

    :param regels: the lines that are complete here.
    :param los: where a next word leads, by how it is read; ``zacht`` the same behind a comma.
    """

    plekken: Plekken
    regels: tuple[Regel, ...]
    los: dict[_Lezing, _Toestand | None] = field(default_factory=dict)
    zacht: dict[_Lezing, _Toestand | None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Lezing:
    """How a word is read; words that count as the same share it.

    :param begin: where it leads when a phrase begins with it.
    """

    tekens: Tekens
    begin: _Toestand | None


@dataclass(slots=True)
class Lijsten:
    """The word lists of one language.

    :param verzamelingen: the single words of each kind, for quick questions about one word.
    :param misspellable: words that are worth hearing when they are typed wrong.
    :param combinaties: what is meant when several ideas come together in a sentence, by their rarest idea.
    """

    taal: Taal
    verzamelingen: dict[str, frozenset[str]]
    misspellable: frozenset[str]
    combinaties: dict[str, list[Combinatie]]
    _wortel: Knoop
    _klassen: dict[str, tuple[str, ...]]
    _delen: dict[str, tuple[str, ...]]
    _spelling: Spelling
    _bekend: frozenset[str]
    _gezocht: frozenset[str] | None = None
    """Kinds that are looked for; None is all of them."""
    _leidt: dict[Knoop, bool] = field(default_factory=dict)
    """Whether a line of such a kind lies behind a place."""
    _gezien: dict[str, _Lezing] = field(default_factory=dict)
    _lezingen: dict[Tekens, _Lezing] = field(default_factory=dict)
    _toestanden: dict[frozenset[tuple[Knoop, int]], _Toestand] = field(default_factory=dict)

    def words(self, soort: str) -> frozenset[str]:
        """Return the single words of a kind."""
        return self.verzamelingen.get(soort, frozenset())

    def only(self, soorten: frozenset[str]) -> Lijsten:
        """Return the same lists, of which only these kinds are looked for: words that lead to no such line are skipped.

        What is asked about single words stays the same.
        """
        return replace(self, _gezocht=soorten, _leidt={}, _gezien={}, _lezingen={}, _toestanden={})

    def clause(self, rij: Rij, nr: int) -> tuple[int, int]:
        """Return the piece of the sentence around a word, up to a comma or a conjunction: (first, behind last)."""
        grens = self.words("grens")
        begin = nr
        while begin > 0 and rij.grenzen[begin - 1] == GEEN and rij.vormen[begin] not in grens:
            begin -= 1
        einde = nr + 1
        while einde < len(rij) and rij.grenzen[einde - 1] == GEEN and rij.vormen[einde] not in grens:
            einde += 1
        return begin, einde

    def known(self, vorm: str) -> bool:
        """Whether a word stands in any list, as it is or spelled otherwise."""
        tekens = (self._gezien.get(vorm) or self._read(vorm)).tekens
        return len(tekens) > 1 or next(self._wortel.after(tekens), None) is not None

    def forget(self) -> None:
        """Forget how words and phrases were read; what is heard stays the same."""
        self._gezien.clear()
        self._lezingen.clear()
        self._toestanden.clear()

    def find(self, rij: Rij) -> Vondst:
        """Return every place where a line of a list stands, by the kind of that line, in the order of the text."""
        if len(self._gezien) + len(self._toestanden) > _ONTHOUDEN:
            self.forget()
        gezien = self._gezien
        try:
            lezingen = [gezien[vorm] for vorm in rij.vormen]
        except KeyError:
            lezingen = [gezien.get(vorm) or self._read(vorm) for vorm in rij.vormen]
        grenzen = rij.grenzen
        aantal = len(lezingen)
        vondst: defaultdict[str, list[Treffer]] = defaultdict(list)
        maak = tuple.__new__  # the same as Treffer(...), twice as fast
        for begin, lezing in enumerate(lezingen):
            toestand = lezing.begin
            hier = begin + 1
            while toestand is not None:
                for regel in toestand.regels:
                    vondst[regel.soort].append(maak(Treffer, (begin, hier, regel)))
                if hier == aantal or (grens := grenzen[hier - 1]) == HARD:
                    break
                verder = toestand.zacht if grens else toestand.los
                volgende = lezingen[hier]
                try:  # nearly always there, and then this costs one look instead of two
                    na = verder[volgende]
                except KeyError:
                    na = verder[volgende] = self._step(toestand.plekken, volgende.tekens, los=grens == GEEN)
                toestand = na
                hier += 1
        return dict(vondst)

    def _read(self, vorm: str) -> _Lezing:
        """Return all that a word may count as, and where in the tree it leads from the root."""
        tekens: dict[str, None] = {}
        for vorm_ in (vorm, *self._spelling.readings(vorm)):
            tekens[vorm_] = None
            tekens.update(dict.fromkeys(self._klassen.get(vorm_, ())))
            if self._delen:
                tekens.update(dict.fromkeys(self._parts(vorm_)))
        kaal = frozenset(teken for teken in tekens if teken in self._bekend)
        lezing = self._lezingen.get(kaal)
        if lezing is None:
            begin = self._step(((self._wortel, 0),), kaal, los=True)
            lezing = self._lezingen[kaal] = _Lezing(kaal, begin)
        self._gezien[vorm] = lezing
        return lezing

    def _step(self, plekken: Plekken, tekens: Tekens, *, los: bool) -> _Toestand | None:
        """Return where a word leads from these places, all branches at once; None when it leads nowhere.

        :param los: nothing stands before the word; after a comma only a gap goes on.
        """
        nieuw: dict[tuple[Knoop, int], None] = {}
        for knoop, over in plekken:
            if over:
                nieuw.update(((na, 0), None) for na in knoop.after(tekens))
                if over > 1:
                    nieuw[knoop, over - 1] = None
                continue
            if los:
                nieuw.update(((na, 0), None) for na in knoop.after(tekens))
            for lengte, gat in knoop.gaps():
                nieuw.update(((na, 0), None) for na in gat.after(tekens))
                nieuw[gat, GATEN[lengte]] = None
        if self._gezocht is not None:
            nieuw = {plek: None for plek in nieuw if self._leads(plek[0], self._gezocht)}
        if not nieuw:
            return None
        sleutel = frozenset(nieuw)
        toestand = self._toestanden.get(sleutel)
        if toestand is None:
            regels = dict.fromkeys(regel for knoop, over in nieuw if not over for regel in knoop.regels)
            gezocht = [r for r in regels if self._gezocht is None or r.soort in self._gezocht]
            toestand = self._toestanden[sleutel] = _Toestand(tuple(nieuw), tuple(gezocht))
        return toestand

    def _leads(self, knoop: Knoop, gezocht: frozenset[str]) -> bool:
        """Whether a line that is looked for ends here, or further on."""
        leidt = self._leidt.get(knoop)
        if leidt is None:
            leidt = any(regel.soort in gezocht for regel in knoop.regels)
            leidt = self._leidt[knoop] = leidt or any(self._leads(verder, gezocht) for verder in knoop.below())
        return leidt

    def _parts(self, vorm: str) -> Iterator[str]:
        for lengte in range(3, min(len(vorm), _LANGSTE_DEEL)):
            yield from self._delen.get(f"{vorm[:lengte]}*", ())
            yield from self._delen.get(f"*{vorm[-lengte:]}", ())


def longest(treffers: Iterable[Treffer]) -> list[Treffer]:
    """Return matches that do not overlap, the longest first served, in the order of the text."""
    gekozen: list[Treffer] = []
    bezet: set[int] = set()
    for treffer in sorted(treffers, key=lambda t: (t.begin - t.einde, t.begin, -t.regel.voor, t.regel.soort)):
        if bezet.isdisjoint(range(treffer.begin, treffer.einde)):
            bezet.update(range(treffer.begin, treffer.einde))
            gekozen.append(treffer)
    return sorted(gekozen, key=lambda t: t.begin)


def covered(lengte: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether nothing is left of so many words beside these spans."""
    open_ = set(range(lengte))
    for begin, einde in spans:
        open_.difference_update(range(begin, einde))
    return not open_
