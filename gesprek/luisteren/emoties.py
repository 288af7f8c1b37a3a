"""Feeling words: exactly where they stand, whether they are negated, and whose feeling it is.

Nothing is inferred that was not typed. What counts as a feeling word stands in ``emoties.tsv``; the small
words that turn it round or give it to someone else stand in ``woorden.tsv``.
"""

from __future__ import annotations

from dataclasses import dataclass

from gesprek.luisteren.lijsten import Lijsten, Treffer, Vondst, longest
from gesprek.luisteren.woorden import GEEN, HARD, Rij

GEVOELD = ("gevoel", "waardering", "geen emoties")
"""Kinds of lines that tell what is a feeling word."""
_OMKERING = ("on", "un")
_VERBINDERS = frozenset({"en", "maar", "of", "and", "but", "or"})
_VER = 7
"""Words that are looked at on either side for a denial or for whose feeling it is."""


@dataclass(frozen=True, slots=True)
class Emotie:
    """A feeling word or expression, exactly as typed.

    :param van: offset of its first character.
    :param tot: offset behind its last character.
    :param polariteit: ``positief``, ``negatief`` or ``gemengd``: the word's own.
    :param ontkend: whether it is negated.
    :param van_ander: whether someone else feels it.
    :param heel_van: offset at which it begins with its denial: ``niet leuk``.
    :param heel_tot: offset at which it ends with its denial.
    """

    van: int
    tot: int
    woord: str
    polariteit: str
    ontkend: bool = False
    van_ander: bool = False
    heel_van: int = 0
    heel_tot: int = 0


def feelings(rij: Rij, vondst: Vondst, lijsten: Lijsten) -> tuple[Emotie, ...]:
    """Return the feeling words of an answer, in the order of the text.

    :param vondst: where the lines of the lists stand.
    """
    gekozen = feeling_words(rij, vondst)
    if not gekozen:
        return ()
    zin = _Zin(rij, vondst, lijsten, gekozen)
    return tuple(_emotie(rij, t, zin) for t in gekozen)


def feeling_words(rij: Rij, vondst: Vondst) -> list[Treffer]:
    """Return where the feeling words stand, denied or not and whoever feels them, in the order of the text.

    :param vondst: where the lines of the lists stand, of the kinds in ``GEVOELD`` at least.
    """
    if "gevoel" not in vondst and "waardering" not in vondst:
        return []
    alle = [t for soort in GEVOELD for t in vondst.get(soort, ())]
    return [t for t in longest(alle) if t.regel.soort != "geen emoties" and not _named(rij, t)]


def _emotie(rij: Rij, treffer: Treffer, zin: _Zin) -> Emotie:
    begin, einde = treffer.begin + treffer.regel.voor, treffer.einde
    ontkenning = zin.denial(treffer)
    polariteit = treffer.regel.waarde
    if ontkenning and rij.vormen[begin].startswith(_OMKERING) and polariteit == "negatief":
        ontkenning, polariteit = (), "positief"  # a litotes: not unpleasant
    heel_begin, heel_einde = min((begin, *ontkenning)), max((einde, *ontkenning))
    return Emotie(
        van=rij.van[begin],
        tot=rij.tot[einde - 1],
        woord=rij.piece(begin, einde),
        polariteit=polariteit,
        ontkend=bool(ontkenning),
        van_ander=zin.is_of_other(treffer),
        heel_van=rij.van[heel_begin],
        heel_tot=rij.tot[heel_einde - 1],
    )


def _named(rij: Rij, treffer: Treffer) -> bool:
    """Whether a word is a name: one capital in the middle of a sentence."""
    woord = rij.piece(treffer.begin, treffer.einde)
    return (
        treffer.einde - treffer.begin == 1
        and woord[0].isupper()
        and woord[1:].islower()
        and treffer.begin > 0
        and rij.grenzen[treffer.begin - 1] != HARD
    )


class _Zin:
    """What stands around a feeling word."""

    def __init__(self, rij: Rij, vondst: Vondst, lijsten: Lijsten, emoties: list[Treffer]) -> None:
        self._rij = rij
        self._lijsten = lijsten
        self._emotiewoorden = {nr for t in emoties for nr in range(t.begin, t.einde)}
        uitgezonderd = {
            nr for t in vondst.get("geen_ontkenning", ()) for nr in range(t.begin, t.einde)
        } - self._emotiewoorden
        self._ontkenning = {t.einde - 1: t.begin for t in vondst.get("ontkenning", ()) if t.begin not in uitgezonderd}
        """Last word of each denial, and its first."""
        self._personen = {t.einde - 1: t.begin for t in vondst.get("persoon", ())}

    def _is(self, nr: int, soort: str) -> bool:
        return self._rij.vormen[nr] in self._lijsten.words(soort)

    # denial

    def denial(self, emotie: Treffer) -> tuple[int, int] | tuple[()]:
        """Return the words of what denies a feeling, as (first, behind last); nothing when nothing does.

        It stands before the feeling, within it, or after it in the same piece of the sentence.
        """
        if emotie.regel.ontkent:
            return ()  # the denial is part of the expression: ``geen zin``
        erin = next((nr for nr in range(emotie.begin, emotie.einde) if nr in self._ontkenning), None)
        laatste = erin if erin is not None else self._denied_before(emotie)
        laatste = laatste if laatste is not None else self._denied_after(emotie)
        return () if laatste is None else (self._ontkenning[laatste], laatste + 1)

    def _denied_before(self, emotie: Treffer) -> int | None:
        vrij = 0
        for nr in range(emotie.begin - 1, max(emotie.begin - _VER, 0) - 1, -1):
            grens = self._rij.grenzen[nr]
            if grens == HARD or (grens != GEEN and not self._enumerates(nr, emotie)):
                return None
            if nr in self._ontkenning:
                return nr
            if self._is(nr, "tussen") or nr in self._emotiewoorden or self._joins(nr):
                continue
            vrij += 1
            if vrij > 1 or self._is(nr, "grens"):
                return None
        return None

    def _enumerates(self, nr: int, emotie: Treffer) -> bool:
        """Whether a comma only stands between two feelings: not angry, sad or afraid."""
        return nr in self._emotiewoorden and nr + 1 == emotie.begin

    def _joins(self, nr: int) -> bool:
        """Whether a word joins two feelings that one denial takes in: ``niet boos of verdrietig``."""
        return self._rij.vormen[nr] in ("of", "or", "noch", "nor", "ofzo") and nr - 1 in self._emotiewoorden

    def _denied_after(self, emotie: Treffer) -> int | None:
        """``leuk vond ik het niet``, ``ik schaamde me niet``: a verb ties the denial to the feeling."""
        gekoppeld = self._verb_form(emotie)
        for nr in range(emotie.einde, min(emotie.einde + 4, len(self._rij))):
            if self._rij.grenzen[nr - 1] != GEEN or self._is(nr, "grens") or nr in self._emotiewoorden:
                return None
            if self._ontkenning.get(nr) == nr:
                erna = range(nr + 1, min(nr + 3, len(self._rij)))
                return nr if gekoppeld and self._emotiewoorden.isdisjoint(erna) else None
            gekoppeld = gekoppeld or self._is(nr, "koppel") or self._is(nr, "vinden")
            if not any(self._is(nr, soort) for soort in ("tussen", "koppel", "vinden", "eigen")):
                return None
        return None

    def _verb_form(self, emotie: Treffer) -> bool:
        """Whether a feeling is a verb with its subject beside it: ``ik baalde``, ``schaamde me``."""
        naast = [nr for nr in (emotie.begin - 1, emotie.einde) if 0 <= nr < len(self._rij)]
        return emotie.regel.soort == "gevoel" and any(
            self._is(nr, "eigen") or (nr == emotie.einde and self._is(nr, "eigen_voorwerp")) for nr in naast
        )

    # whose feeling

    def is_of_other(self, emotie: Treffer) -> bool:
        """Whether someone else feels it. When it cannot be told, it is the student's."""
        if emotie.regel.soort == "waardering":
            return self._judged_by_other(emotie)
        if self._before_person(emotie):
            return True
        if any(self._is(nr, "eigen") or self._is(nr, "eigen_voorwerp") for nr in range(emotie.begin, emotie.einde)):
            return False
        begin, einde = self._lijsten.clause(self._rij, emotie.begin)
        if emotie.einde < einde and self._is(emotie.einde, "eigen"):
            return False  # toen hij boos werd schrok ik
        voorwerp = self._touched(begin, einde)
        if voorwerp is not None:
            return voorwerp
        return self._whose(emotie.begin, begin, einde) == "ander"

    def _judged_by_other(self, emotie: Treffer) -> bool:
        begin, einde = self._lijsten.clause(self._rij, emotie.begin)
        for nr in range(begin, einde):
            if self._is(nr, "vinden"):
                return self._whose(emotie.begin, begin, einde) == "ander"
        return False

    def _before_person(self, emotie: Treffer) -> bool:
        """``een boze klant``: the feeling belongs to who is named right after it."""
        na = emotie.einde
        if na >= len(self._rij) or self._rij.grenzen[na - 1] != GEEN:
            return False
        return (
            emotie.einde - emotie.begin == 1
            and not self._is(na, "ander")
            and any(begin == na for begin in self._personen.values())
        )

    def _touched(self, begin: int, einde: int) -> bool | None:
        """Return whose it is when something makes someone feel: ``maakte me boos``; None when nothing does."""
        for nr in range(begin, einde):
            if self._is(nr, "maken"):
                for bij in range(nr + 1, min(nr + 4, einde)):
                    if self._is(bij, "eigen_voorwerp"):
                        return False
                    if self._is(bij, "ander_voorwerp") or bij in self._personen:
                        return True
        return None

    def _whose(self, emotie: int, begin: int, einde: int, diepte: int = 0) -> str:
        """Return ``eigen`` or ``ander`` for who the nearest subject of a feeling is, else nothing."""
        for nr in range(emotie - 1, begin - 1, -1):
            if wie := self._subject(nr, emotie):
                return wie
        if not diepte:
            for nr in range(emotie + 1, min(einde, emotie + 5)):
                if self._is(nr, "eigen") and not self._is(nr, "ander"):
                    return "eigen"
                if self._is(nr, "ander") or (self._person_at(nr) and not self._after_preposition(self._personen[nr])):
                    return "ander" if self._verb_between(emotie, nr) else ""
        if begin > 0 and diepte < 2 and self._goes_on(begin):
            vorige, _einde = self._lijsten.clause(self._rij, begin - 1)
            return self._whose(begin, vorige, begin, diepte + 1)
        return ""

    def _goes_on(self, begin: int) -> bool:
        """Whether a piece shares the subject of the one before it: ``hij liep weg en was boos``."""
        return self._rij.grenzen[begin - 1] != HARD and self._rij.vormen[begin] in _VERBINDERS

    def _verb_between(self, begin: int, einde: int) -> bool:
        return any(self._is(nr, "koppel") or self._is(nr, "vinden") for nr in range(begin + 1, einde + 1)) or (
            einde - begin == 1
        )

    def _subject(self, nr: int, emotie: int) -> str:
        if self._is(nr, "eigen"):
            return "eigen"
        if self._is(nr, "ander"):
            return "" if self._after_preposition(nr) else "ander"
        if self._person_at(nr) and not self._after_preposition(self._personen[nr]):
            return "ander"
        if self._is_name(nr, emotie) or self._is_relative(nr):
            return "ander"
        return ""

    def _person_at(self, nr: int) -> bool:
        return nr in self._personen

    def _after_preposition(self, nr: int) -> bool:
        for ver in range(nr - 1, max(nr - 4, -1), -1):
            if self._rij.grenzen[ver] != GEEN:
                return False
            if self._is(ver, "voorzetsel"):
                return True
            if self._is(ver, "eigen") or self._is(ver, "koppel"):
                return False
        return False

    def _is_relative(self, nr: int) -> bool:
        """Whether a word stands for someone who was just named: ``de klant die boos werd``."""
        return self._is(nr, "betrekkelijk") and (
            nr - 1 in self._personen or (nr + 1 < len(self._rij) and self._is(nr + 1, "koppel"))
        )

    def _is_name(self, nr: int, emotie: int) -> bool:
        """Whether a word is a name that is the subject: it has a capital, and a verb follows."""
        rij = self._rij
        woord = rij.piece(nr, nr + 1)
        return (
            nr + 1 < len(rij)
            and len(woord) > 1
            and woord[0].isupper()
            and woord[1:].islower()
            and self._is(nr + 1, "koppel")
            and nr + 1 < emotie
            and not self._lijsten.known(rij.vormen[nr])
            and not self._after_preposition(nr)
        )
