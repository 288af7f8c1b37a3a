"""The word lists of a language, and where their words and phrases stand in an answer.

The lists are data: ``nl/*.tsv`` and ``en/*.tsv``, columns ``zin``, ``soort``, ``waarde``, ``noot``. How a
``zin`` is written stands in docs/handleiding-auteur.md. All phrases of a language are one tree of words;
a text is walked through it once, so the time it takes hangs on the text and not on the length of the lists.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from gesprek.luisteren.spelling import KORTSTE, Spelling
from gesprek.luisteren.woorden import GEEN, HARD, Rij, words
from gesprek.model import Taal
from gesprek.taal import _

MAP = Path(__file__).parent
_KOLOMMEN = 4
_LETTERS = re.compile(r"[a-z]+(?: [a-z]+)*")
"""What needs no folding."""
_BEGRIP = re.compile(r"\{(\w+)\}")
_LANGSTE_DEEL = 20
"""Most letters of a word that ends or begins so (``*lokaal``)."""
_GATEN = {"..": 3, "...": 9}
"""Most words that a gap stands for."""
_VERSCHRIJFBAAR = ("emoties", "alarm")
"""Lists whose words are worth hearing when they are typed wrong."""
_ONTHOUDEN = 20_000
"""Words whose reading is remembered."""
Tekens = frozenset[str]
"""All that a word may count as: itself, and the classes it belongs to."""
Plek = list[str | None]
"""What may stand at one place of a phrase; None is nothing."""
_ONTKENNERS = frozenset(
    {"niet", "nie", "ni", "geen", "nooit", "niks", "niemand", "zonder"}
    | {
        "not",
        "no",
        "never",
        "without",
        "nothing",
        "dont",
        "didnt",
        "wont",
        "wouldnt",
        "isnt",
        "wasnt",
        "cant",
        "cannot",
    }
    | {"don't", "didn't", "won't", "wouldn't", "isn't", "wasn't", "can't", "couldn't", "couldnt"}
)


_gelezen: dict[Taal, Lijsten] = {}
_een_tegelijk = Lock()


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
class _Knoop:
    """A place in the tree of words.

    :param verder: where a next word leads; phrases with the same beginning share it.
    :param zijpaden: where it leads besides, for phrases in which a word may be left out or differ.
    :param gaten: what comes after a gap of this kind; ``zijgaten`` for such phrases.
    """

    verder: dict[str, _Knoop] | None = None
    zijpaden: dict[str, list[_Knoop]] | None = None
    gaten: dict[str, _Knoop] | None = None
    zijgaten: list[tuple[str, _Knoop]] | None = None
    regels: tuple[Regel, ...] = ()

    def after(self, tekens: Tekens) -> Iterator[_Knoop]:
        """Yield where a word leads from here."""
        if self.verder:
            for teken in _common(self.verder, tekens):
                yield self.verder[teken]
        if self.zijpaden:
            for teken in _common(self.zijpaden, tekens):
                yield from self.zijpaden[teken]

    def gaps(self) -> Iterator[tuple[str, _Knoop]]:
        """Yield the gaps that may come here, each with what comes after it."""
        yield from (self.gaten or {}).items()
        yield from self.zijgaten or ()


def _common(wegen: Mapping[str, object], tekens: Tekens) -> list[str]:
    """Return the ways that are open, always in the same order; the shorter of the two is gone through."""
    beide = tekens.intersection(wegen) if len(wegen) < len(tekens) else wegen.keys() & tekens
    return sorted(beide) if len(beide) > 1 else list(beide)


Plekken = tuple[tuple[_Knoop, int], ...]
"""Places in the tree, each with how many words the gap that it stands in may still skip."""


@dataclass(slots=True, eq=False)
class _Toestand:
    """Where the words so far may have led, all branches together; found as texts are read, and remembered.

    :param regels: the lines that are complete here.
    :param verder: where a next word leads, by how it is read and what stands before it.
    """

    plekken: Plekken
    regels: tuple[Regel, ...]
    verder: dict[tuple[_Lezing, int], _Toestand | None] = field(default_factory=dict)


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
    _wortel: _Knoop
    _klassen: dict[str, tuple[str, ...]]
    _delen: dict[str, tuple[str, ...]]
    _spelling: Spelling
    _bekend: frozenset[str]
    _gezien: dict[str, _Lezing] = field(default_factory=dict)
    _lezingen: dict[Tekens, _Lezing] = field(default_factory=dict)
    _toestanden: dict[frozenset[tuple[_Knoop, int]], _Toestand] = field(default_factory=dict)

    def words(self, soort: str) -> frozenset[str]:
        """Return the single words of a kind."""
        return self.verzamelingen.get(soort, frozenset())

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
        lezing = self._gezien.get(vorm) or self._read(vorm)
        return lezing.begin is not None or len(lezing.tekens) > 1

    def forget(self) -> None:
        """Forget how words and phrases were read; what is heard stays the same."""
        self._gezien.clear()
        self._lezingen.clear()
        self._toestanden.clear()

    def find(self, rij: Rij) -> Vondst:
        """Return every place where a line of a list stands, by the kind of that line, in the order of the text."""
        if len(self._gezien) + len(self._toestanden) > _ONTHOUDEN:
            self.forget()
        lezingen = [self._gezien.get(vorm) or self._read(vorm) for vorm in rij.vormen]
        grenzen = rij.grenzen
        aantal = len(lezingen)
        vondst: Vondst = {}
        for begin, lezing in enumerate(lezingen):
            toestand = lezing.begin
            hier = begin + 1
            while toestand is not None:
                for regel in toestand.regels:
                    vondst.setdefault(regel.soort, []).append(Treffer(begin, hier, regel))
                if hier >= aantal or (grens := grenzen[hier - 1]) == HARD:
                    break
                sleutel = (lezingen[hier], grens)
                if sleutel in toestand.verder:
                    toestand = toestand.verder[sleutel]
                else:
                    volgende = self._step(toestand.plekken, lezingen[hier].tekens, los=grens == GEEN)
                    toestand.verder[sleutel] = volgende
                    toestand = volgende
                hier += 1
        return vondst

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
        nieuw: dict[tuple[_Knoop, int], None] = {}
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
                nieuw[gat, _GATEN[lengte]] = None
        if not nieuw:
            return None
        sleutel = frozenset(nieuw)
        toestand = self._toestanden.get(sleutel)
        if toestand is None:
            regels = dict.fromkeys(regel for knoop, over in nieuw if not over for regel in knoop.regels)
            toestand = self._toestanden[sleutel] = _Toestand(tuple(nieuw), tuple(regels))
        return toestand

    def _parts(self, vorm: str) -> Iterator[str]:
        for lengte in range(3, min(len(vorm), _LANGSTE_DEEL)):
            yield from self._delen.get(f"{vorm[:lengte]}*", ())
            yield from self._delen.get(f"*{vorm[-lengte:]}", ())


def load(taal: Taal) -> Lijsten:
    """Return the word lists of a language; they are read once, whoever asks first.

    :raises Inleesfout: when a line cannot be read.
    """
    gelezen = _gelezen.get(taal)
    if gelezen is None:
        with _een_tegelijk:
            gelezen = _gelezen.get(taal) or _read(taal)
            _gelezen[taal] = gelezen
    return gelezen


def _read(taal: Taal) -> Lijsten:
    opruimen = gc.isenabled()
    gc.disable()  # nothing of what is made here can be cleared away, and looking takes half of the time
    try:
        return _build(taal)
    finally:
        if opruimen:
            gc.enable()


def _build(taal: Taal) -> Lijsten:
    bouw = _Bouw()
    for pad in sorted((MAP / taal).glob("*.tsv")):
        if pad.stem != "buren":
            bouw.add_file(pad)
    return bouw.finish(taal)


def rows(pad: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, four cells) of a word list."""
    for nr, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1):
        if regel.strip() and not regel.startswith("#"):
            cellen = regel.split("\t")
            if not 2 <= len(cellen) <= _KOLOMMEN:
                raise _finding(
                    pad,
                    nr,
                    _("This line has {got} columns.").format(got=len(cellen)),
                    _("Write zin, soort, waarde and noot, with a tab between them; the last two may be left out."),
                )
            yield nr, [*cellen, "", ""][:4]


class _Bouw:
    """Makes the tree from the files."""

    def __init__(self) -> None:
        self._wortel = _Knoop()
        self._klassen: dict[str, dict[str, None]] = {}
        self._delen: dict[str, dict[str, None]] = {}
        self._namen: dict[frozenset[str], str] = {}
        self._woorden: dict[str, set[str]] = {}
        self._regels: dict[tuple[str, str, bool, int], Regel] = {}
        self._alle: set[str] = set()
        self._doelen: set[str] = set()
        self._randen: set[str] = set()
        self._onthouden: dict[str, list[Plek]] = {}
        self._combinaties: dict[str, list[Combinatie]] = {}

    def add_file(self, pad: Path) -> None:
        """Add a list."""
        regels = list(rows(pad))
        lijst = pad.stem.partition("_")[0]
        self._onthouden.clear()  # a class is only known within its file
        eerder, self._alle = self._alle, set()
        eigen: dict[str, str] = {}
        for _nr, (zin, soort, waarde, _noot) in regels:
            if soort == "klasse":
                self._alle.update(word for deel in waarde.split() for word in plain(deel))
                eigen[zin] = self._class(frozenset(word for deel in waarde.split() for word in plain(deel)))
        for nr, (zin, soort, waarde, _noot) in regels:
            if soort == "klasse":
                continue
            for vorm in zin.split(" | "):
                if vorm.startswith("{"):
                    begrippen = tuple(_full_kind("begrip", naam, lijst) for naam in _BEGRIP.findall(vorm))
                    self._combinaties.setdefault(begrippen[0], []).append(Combinatie(begrippen, Regel(soort, waarde)))
                    continue
                try:
                    self._add(vorm, _full_kind(soort, waarde, lijst), waarde, eigen)
                except (KeyError, ValueError) as fout:
                    raise _finding(
                        pad,
                        nr,
                        _("“{phrase}” cannot be read.").format(phrase=vorm),
                        _("Define the class it names, and give words without spaces between the slashes."),
                    ) from fout
        if lijst in _VERSCHRIJFBAAR:
            self._doelen.update(word for word in self._alle if len(word) >= KORTSTE and word.isalpha())
        self._alle |= eerder

    def finish(self, taal: Taal) -> Lijsten:
        """Return what was made."""
        gevoel = set().union(*(self._woorden.get(soort, set()) for soort in ("gevoel", "waardering")))
        return Lijsten(
            taal,
            {soort: frozenset(woorden) for soort, woorden in self._woorden.items()},
            frozenset(self._doelen),
            self._combinaties,
            self._wortel,
            {woord: tuple(namen) for woord, namen in self._klassen.items()},
            {deel: tuple(namen) for deel, namen in self._delen.items()},
            Spelling(
                versterkbaar=frozenset(gevoel),
                voorvoegsels=frozenset(self._woorden.get("versterker", ())),
                vast=frozenset(self._alle),
                buren=MAP / taal / "buren.tsv",
            ),
            frozenset(self._randen),
        )

    def _class(self, woorden: frozenset[str]) -> str:
        """Return the name of a class of words; a wildcard among them counts as a word."""
        naam = self._namen.get(woorden)
        if naam is None:
            naam = self._namen[woorden] = f"@{len(self._namen)}"
            for woord in woorden:
                naar = self._delen if "*" in woord else self._klassen
                naar.setdefault(woord, {})[naam] = None
        return naam

    def _add(self, zin: str, soort: str, waarde: str, eigen: dict[str, str]) -> None:
        if _LETTERS.fullmatch(zin):
            woorden = zin.split()
            plekken: list[Plek] = [[woord] for woord in woorden]
            if len(woorden) == 1:
                self._woorden.setdefault(soort, set()).add(woorden[0])
        else:
            plekken = [plek for deel in zin.split() for plek in self._places(deel, eigen)]
            woorden = [woord for plek in plekken for woord in plek if woord]
            if len(plekken) == 1:
                self._woorden.setdefault(soort, set()).update(w for w in woorden if w[0] not in "@*.")
        if not plekken:
            return  # signs only; an answer without words is heard without the lists
        sleutel = (soort, waarde, not _ONTKENNERS.isdisjoint(woorden), zin.count("~"))
        regel = self._regels.setdefault(sleutel, Regel(*sleutel))
        self._alle.update(woorden)
        self._randen.update(woorden)
        self._insert(plekken, regel)

    def _places(self, deel: str, eigen: dict[str, str]) -> list[Plek]:
        if deel not in self._onthouden:
            self._onthouden[deel] = list(self._place(deel, eigen))
        return self._onthouden[deel]

    def _place(self, deel: str, eigen: dict[str, str]) -> Iterator[Plek]:
        """Yield what may stand at a place of a phrase; None is nothing."""
        if deel in _GATEN:
            yield [deel]
            return
        deel = deel.removeprefix("~")
        mag_weg = deel.startswith("[")
        keuzes: list[str] = []
        for stuk in deel.strip("[]").split("/"):
            if stuk.startswith("@"):
                keuzes.append(eigen[stuk])
            elif "*" in stuk:
                keuzes.append(self._class(frozenset(plain(stuk))))
            else:
                vormen = plain(stuk)
                if len(vormen) > 1:
                    if len(deel.split("/")) > 1:
                        raise ValueError(stuk)
                    for vorm in vormen:
                        yield [vorm]
                    return
                keuzes.extend(vormen)
        if len(keuzes) > 1 and not any(keuze.startswith("@") for keuze in keuzes):
            keuzes = [self._class(frozenset(keuzes))]
        if keuzes:
            yield [*keuzes, *([None] if mag_weg else [])]

    def _insert(self, plekken: list[Plek], regel: Regel) -> None:
        """Add a phrase. What may stand before its next word are the ends of all its beginnings so far."""
        einden = [self._wortel]
        for plek in plekken:
            eerste = plek[0]
            if eerste in _GATEN:
                einden = [_open_gap(einden, eerste)]
            elif eerste and len(plek) == 1 and len(einden) == 1:
                einden[0].verder = verder = einden[0].verder or {}
                einden = [verder.get(eerste) or verder.setdefault(eerste, _Knoop())]
            else:
                erna = _Knoop()
                for knoop in einden:
                    knoop.zijpaden = knoop.zijpaden or {}
                    for teken in plek:
                        if teken:
                            knoop.zijpaden.setdefault(teken, []).append(erna)
                einden = [erna, *einden] if None in plek else [erna]
        for knoop in einden:
            if knoop is not self._wortel and regel not in knoop.regels:
                knoop.regels += (regel,)


def _open_gap(einden: list[_Knoop], soort: str) -> _Knoop:
    """Return what comes after a gap: shared when one beginning leads to it."""
    if len(einden) == 1:
        einden[0].gaten = einden[0].gaten or {}
        return einden[0].gaten.setdefault(soort, _Knoop())
    gat = _Knoop()
    for knoop in einden:
        knoop.zijgaten = [*(knoop.zijgaten or ()), (soort, gat)]
    return gat


def _finding(pad: Path, nr: int, wat: str, herstel: str) -> Exception:
    from gesprek.inlezen import Bevinding, Inleesfout

    return Inleesfout([Bevinding(f"{pad.parent.name}/{pad.name}", nr, wat, herstel)])


def _full_kind(soort: str, waarde: str, lijst: str) -> str:
    """Return the name of a kind by which it is found; of some there are several."""
    match soort:
        case "geen":
            return f"geen {lijst}"
        case "begrip":
            return f"begrip {waarde}"
    return soort


def plain(deel: str) -> list[str]:
    """Return a word of a list as it is matched; a wildcard stays one."""
    if _LETTERS.fullmatch(deel):
        return [deel]
    if "*" in deel:
        voor, na = ("*", "") if deel.startswith("*") else ("", "*")
        return [f"{voor}{woord}{na}" for woord in words(deel.replace("*", "")).vormen]
    return words(deel).vormen


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
