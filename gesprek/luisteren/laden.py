"""Read the word lists: ``nl/*.tsv`` and ``en/*.tsv``, columns ``zin``, ``soort``, ``waarde``, ``noot``.

How a ``zin`` is written stands in docs/handleiding-auteur.md.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from pathlib import Path
from threading import RLock

from gesprek.luisteren.lijsten import GATEN, Combinatie, Knoop, Lijsten, Regel
from gesprek.luisteren.spelling import KORTSTE, Spelling
from gesprek.luisteren.woorden import words
from gesprek.model import Taal
from gesprek.taal import _

MAP = Path(__file__).parent
_KOLOMMEN = 4
_KLASSEN = ("klasse", "uit")
_ANDERS = ("buren", "gelijk")
"""Files of another form, read elsewhere."""
_LETTERS = re.compile(r"[a-z]+(?: [a-z]+)*")
"""What needs no folding."""
_BEGRIP = re.compile(r"\{(\w+)\}")
_VERSCHRIJFBAAR = ("emoties", "alarm")
"""Lists whose words are worth hearing when they are typed wrong."""
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


_gelezen: dict[tuple[Path, Taal], Lijsten] = {}
_een_tegelijk = RLock()


def load(taal: Taal, map_: Path = MAP, los: frozenset[str] = frozenset()) -> Lijsten:
    """Return the word lists of a language; they are read once, whoever asks first.

    :param map_: the folder with ``nl/`` and ``en/``; that of listening by default.
    :param los: kinds of which only single words are asked about, never where they stand: they are not looked for.
    :raises Inleesfout: when a line cannot be read.
    """
    gelezen = _gelezen.get((map_, taal))
    if gelezen is None:
        with _een_tegelijk:
            gelezen = _gelezen.get((map_, taal)) or _read(taal, map_, los)
            _gelezen[map_, taal] = gelezen
    return gelezen


def _read(taal: Taal, map_: Path, los: frozenset[str]) -> Lijsten:
    opruimen = gc.isenabled()
    gc.disable()  # nothing of what is made here can be cleared away, and looking takes half of the time
    try:
        return _build(taal, map_, los)
    finally:
        if opruimen:
            gc.enable()


def _build(taal: Taal, map_: Path, los: frozenset[str]) -> Lijsten:
    bouw = _Bouw(None if map_ == MAP else load(taal), los)
    for pad in sorted((map_ / taal).glob("*.tsv")):
        if pad.stem not in _ANDERS:
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
    """Makes the tree from the files.

    :param luisteren: the lists of listening, which those of another folder may take classes from (``uit``).
    :param los: kinds of which only single words are asked about.
    """

    def __init__(self, luisteren: Lijsten | None = None, los: frozenset[str] = frozenset()) -> None:
        self._luisteren = luisteren
        self._los = los
        self._geleend: set[str] = set()
        self._wortel = Knoop()
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
            if soort in _KLASSEN:
                woorden = frozenset(self._class_words(soort, waarde))
                self._alle.update(woorden)
                eigen[zin] = self._class(woorden)
        for nr, (zin, soort, waarde, _noot) in regels:
            if soort in _KLASSEN:
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
        gevoel = self._geleend.union(*(self._woorden.get(soort, set()) for soort in ("gevoel", "waardering")))
        versterkers = self._luisteren.words("versterker") if self._luisteren else self._woorden.get("versterker", ())
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
                voorvoegsels=frozenset(versterkers),
                vast=frozenset(self._alle),
                buren=MAP / taal / "buren.tsv",
            ),
            frozenset(self._randen),
        )

    def _class_words(self, soort: str, waarde: str) -> Iterator[str]:
        """Yield the words of a class: written out, or those of these kinds (``uit``).

        The kinds are those of listening, or of the files before this one.
        """
        for deel in waarde.split():
            if soort == "klasse":
                yield from plain(deel)
            elif deel in self._woorden:
                yield from sorted(self._woorden[deel])
            elif self._luisteren:
                self._geleend |= self._luisteren.words(deel)
                yield from self._luisteren.words(deel)

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
        if soort in self._los and len(plekken) == 1:
            self._alle.update(woorden)
            return
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
        if deel in GATEN:
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
            if eerste in GATEN:
                einden = [_open_gap(einden, eerste)]
            elif eerste and len(plek) == 1 and len(einden) == 1:
                einden[0].verder = verder = einden[0].verder or {}
                einden = [verder.get(eerste) or verder.setdefault(eerste, Knoop())]
            else:
                erna = Knoop()
                for knoop in einden:
                    knoop.zijpaden = knoop.zijpaden or {}
                    for teken in plek:
                        if teken:
                            knoop.zijpaden.setdefault(teken, []).append(erna)
                einden = [erna, *einden] if None in plek else [erna]
        for knoop in einden:
            if knoop is not self._wortel and regel not in knoop.regels:
                knoop.regels += (regel,)


def _open_gap(einden: list[Knoop], soort: str) -> Knoop:
    """Return what comes after a gap: shared when one beginning leads to it."""
    if len(einden) == 1:
        einden[0].gaten = einden[0].gaten or {}
        return einden[0].gaten.setdefault(soort, Knoop())
    gat = Knoop()
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
