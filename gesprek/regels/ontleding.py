"""How an utterance is built: its sentences, what it quotes, and what was the student's own.

Structure comes before words: a question is told by its order (``wat deed je``, ``was het``), not by its mark, and a
word between quotes or after ``je zei`` is the student's. The small words that this hangs on stand in ``vorm.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from gesprek.luisteren import laden
from gesprek.luisteren.alarm import distress
from gesprek.luisteren.emoties import feeling_words
from gesprek.luisteren.lijsten import Lijsten, Treffer, Vondst
from gesprek.luisteren.woorden import GEEN, HARD, ZACHT, ZINSEINDE, Rij, words
from gesprek.model import Taal
from gesprek.regels import vraagvorm
from gesprek.regels.aanhaling import find_quotes
from gesprek.regels.lijsten import GEEN_SOORT, heard_lists, kinds, light_words, load_lists
from gesprek.regels.oordeel import Code, Gehouden, Opmerking, Regelnaam, Vraagsoort
from gesprek.regels.vraagvorm import Vraag, Zin
from gesprek.regels.woordvorm import STAM, as_meant, root

_T = TypeVar("_T")
_DEELWOORD = re.compile(
    r"(?:aan|af|bij|door|in|mee|na|om|op|over|samen|tegen|terug|toe|uit|voor|weg)?ge\w{3,}(?:d|t|en)"
)
_EIGEN_WOORDEN = 4000
_AANHALING = 3
"""Most characters between the last word of a sentence and a quote at its end."""
_VERS = 3
"""Answers for which distress is still what is spoken of."""
_KORT_CITAAT = 3
"""Most words after ``ik hoor`` that are a word said back, and no conclusion."""
_SPIEGEL = (2, 3)
"""Share of the words of weight in a mirror that are the student's."""

_NAAMWOORD = frozenset({"bezit", "terrein", "feitelijk"})
"""Kinds that a noun may have."""


class Once(Generic[_T]):
    """What is worked out when it is first asked for, and kept: ``cached_property`` without its lock."""

    def __init__(self, work_out: Callable[[Ontleding], _T]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, _klasse: type, naam: str) -> None:
        self._naam = naam

    def __get__(self, o: Ontleding, _klasse: type) -> _T:
        waarde = o.__dict__[self._naam] = self._work_out(o)
        return waarde


class Ontleding:
    """One utterance, taken apart.

    :param eerder: what the student said before.
    """

    def __init__(self, tekst: str, taal: Taal, eerder: Sequence[str] = ()) -> None:
        self.tekst = tekst
        self.taal = taal
        self.rij: Rij = as_meant(words(tekst), taal)
        self.lijsten: Lijsten = load_lists(taal)
        self.vondst: Vondst = self.lijsten.find(self.rij)
        self._eerder = eerder
        self._aantal = len(self.rij)
        soorten = kinds(taal)
        self._soorten = [soorten.get(vorm, GEEN_SOORT) for vorm in self.rij.vormen]
        self.soorten: frozenset[str] = GEEN_SOORT.union(*filter(None, self._soorten))
        self._begins: dict[str, frozenset[int]] = {}
        self._gestart: dict[int, list[int]] = {}
        self._quotes = find_quotes(tekst)
        self.between_quotes: frozenset[int] = frozenset(
            nr for van, tot in self._quotes for nr in range(self._aantal) if van <= self.rij.van[nr] < tot
        )
        """Words between quotation marks."""
        self.zinnen: list[Zin] = list(self._sentences())
        self.vragen: list[Vraag] = [vraag for nr in range(len(self.zinnen)) for vraag in vraagvorm.questions(self, nr)]

    # words

    def is_(self, nr: int, soort: str) -> bool:
        """Whether a word is of a kind."""
        return 0 <= nr < self._aantal and soort in self._soorten[nr]

    def which(self, soort: str, begin: int, einde: int) -> list[int]:
        """Return which of these words are of a kind."""
        soorten = self._soorten
        return [nr for nr in range(begin, einde) if soort in soorten[nr]]

    def has(self, *soorten: str) -> bool:
        """Whether a word of each of these kinds stands anywhere: a quick question before a slow one."""
        return self.soorten.issuperset(soorten)

    def unknown(self, nr: int) -> bool:
        """Whether a word is there, is of no kind in the lists of the rules, and tells nothing that was done."""
        return (
            0 <= nr < self._aantal
            and len(self.rij.vormen[nr]) > STAM
            and not self._soorten[nr] - _NAAMWOORD
            and nr not in self.past
        )

    def bare(self, nr: int) -> bool:
        """Whether a word is of no kind in the lists of the rules, and is no feeling, place or person."""
        return not self._soorten[nr] and not any(
            t.begin <= nr < t.einde
            for soort in ("gevoel", "waardering", "plek", "persoon")
            for t in self.gehoord.get(soort, ())
        )

    def found(self, soort: str) -> list[Treffer]:
        """Return where a kind of phrase stands, but for what is the student's own."""
        treffers = self.vondst.get(soort)
        if not treffers:
            return []
        return [t for t in treffers if not self.quoted(t.begin, t.einde)] if self._own else treffers

    def unquoted(self, soort: str) -> list[Treffer]:
        """Return where a kind of phrase stands, but for what begins between quotation marks."""
        treffers = self.vondst.get(soort)
        return [t for t in treffers if t.begin not in self.between_quotes] if treffers else []

    def within(self, soort: str, begin: int, einde: int) -> bool:
        """Whether a kind of phrase stands wholly within these words."""
        return any(begin <= t.begin and t.einde <= einde for t in self.vondst.get(soort, ()))

    def at(self, soort: str, begin: int) -> bool:
        """Whether a kind of phrase begins at a word."""
        if soort not in self.vondst:
            return False
        begins = self._begins.get(soort)
        if begins is None:
            begins = self._begins[soort] = frozenset(t.begin for t in self.vondst[soort])
        return begin in begins

    def infinitive(self, nr: int) -> bool:
        """Whether a Dutch word has the form of an infinitive."""
        vorm = self.rij.vormen[nr]
        return self.taal == "nl" and (
            (len(vorm) >= STAM and vorm.endswith("en") and not self.is_(nr, "geen_infinitief"))
            or vorm in ("doen", "gaan", "staan", "zien", "slaan")
        )

    def participle(self, nr: int) -> bool:
        """Whether a Dutch word has the form of a past participle: ``gekregen``, ``meegekregen``."""
        return self.taal == "nl" and _DEELWOORD.fullmatch(self.rij.vormen[nr]) is not None

    def is_subject_you(self, nr: int) -> bool:
        """Whether a word is the student as subject: ``je``, but not in ``je chef`` or ``bij je``."""
        if not self.is_(nr, "je_onderwerp"):
            return False
        if self.is_(nr - 1, "voorzetsel_vraag") and self.rij.vormen[nr] not in ("jij", "ge", "gij"):
            return False
        return self.taal == "en" or not self.possessive(nr)

    def possessive(self, nr: int) -> bool:
        """Whether ``je`` says whose someone or something is."""
        if self.rij.vormen[nr] not in ("je", "jullie") or self.rij.grenzen[nr] != GEEN or self.is_(nr + 1, "bepaler"):
            return False
        return any(t.begin == nr + 1 for soort in ("persoon", "plek") for t in self.gehoord.get(soort, ())) or self.is_(
            nr + 1, "bezit"
        )

    def sentence_of(self, nr: int) -> int:
        """Return the sentence that a word stands in."""
        if len(self.zinnen) == 1:
            return 0
        return next(nummer for nummer, zin in enumerate(self.zinnen) if nr < zin.einde)

    def asks(self, nr: int) -> bool:
        """Whether the sentence of a word asks or invites."""
        zin_nr = self.sentence_of(nr)
        zin = self.zinnen[zin_nr]
        return zin.vraagteken or zin.nodigt_uit or any(v.zin == zin_nr for v in self.vragen)

    def asks_openly(self, nr: int) -> bool:
        """Whether a word stands in a question with a question word."""
        return any(v.begin <= nr < v.einde and (v.vorm == "open" or v.woord) for v in self.vragen)

    def sentence_at(self, plek: int) -> int:
        """Return the sentence that a character stands in."""
        return next((nr for nr, zin in enumerate(self.zinnen) if plek < self.rij.tot[zin.einde - 1]), 0)

    def remark(self, code: Code, begin: int, einde: int, *, zeker: bool = True) -> Opmerking:
        """Return a remark about these words."""
        return Opmerking(code, self.rij.van[begin], self.rij.tot[einde - 1], zeker)

    def keeps(self, regel: Regelnaam, begin: int, einde: int) -> Gehouden:
        """Return that these words keep a rule."""
        return Gehouden(regel, self.rij.van[begin], self.rij.tot[einde - 1])

    def starts(self, nr: int) -> list[int]:
        """Return where a main clause of a sentence may begin."""
        return self._starts(self.zinnen[nr].begin, self.zinnen[nr].einde)

    def clause(self, nr: int) -> tuple[int, int]:
        """Return the piece of the sentence around a word, up to a comma or a conjunction: (first, behind last)."""
        begin = nr
        while begin > 0 and self.rij.grenzen[begin - 1] == GEEN and not self._joins(begin):
            begin -= 1
        einde = nr + 1
        while einde < len(self.rij) and self.rij.grenzen[einde - 1] == GEEN and not self._joins(einde):
            einde += 1
        return begin, einde

    def _joins(self, nr: int) -> bool:
        return (self.is_(nr, "nevenschikker") and not self.is_(nr, "besluit")) or self.is_(nr, "bijzin")

    @Once
    def taken_up(self) -> list[tuple[int, int]]:
        """Pieces that are the student's own words, as (first word, behind last word)."""
        stukken: list[tuple[int, int]] = []
        if not self._own and not self._eerder:
            return stukken
        for nr in range(len(self.rij)):
            if nr in self._own or (self._eerder and len(self.rij.vormen[nr]) > STAM and self.echoes(nr, nr + 1)):
                if stukken and stukken[-1][1] == nr:
                    stukken[-1] = (stukken[-1][0], nr + 1)
                else:
                    stukken.append((nr, nr + 1))
        return stukken

    # what listening hears in it

    @Once
    def gehoord(self) -> Vondst:
        """Where the lines of the lists of listening stand."""
        return heard_lists(self.taal).find(self.rij)

    @Once
    def past(self) -> frozenset[int]:
        """Words that tell what was done: a past form, or a past participle."""
        return frozenset(t.begin for t in self.gehoord.get("daad", ()) if t.regel.waarde in ("verleden", "deelwoord"))

    @Once
    def gevoel(self) -> list[tuple[int, int, str]]:
        """The feeling words, as (first word, behind last word, polarity), the student's own included."""
        return [(t.begin + t.regel.voor, t.einde, t.regel.waarde) for t in feeling_words(self.rij, self.gehoord)]

    # whose words

    @Once
    def _own(self) -> frozenset[int]:
        """Words that are marked as the student's: between quotes, or told as what they said."""
        eigen: set[int] = set()
        aangehaald = self.between_quotes
        eigen.update(aangehaald | self.after_colon)
        geen = {nr for t in self.vondst.get("geen_citaat", ()) for nr in range(t.begin, t.einde)}
        for t in (*self.vondst.get("citaat", ()), *self.vondst.get("citaat_kort", ())):
            if t.begin in geen or t.begin in aangehaald or self.is_(t.begin - 1, "vraagwoord"):
                continue  # waarom zei je niks: it is asked what was said
            zin = self.zinnen[self.sentence_of(t.begin)]
            if t.regel.soort == "citaat_kort" and zin.einde - t.einde > _KORT_CITAAT:
                continue
            eigen.update(range(t.begin, self._end_of_report(t.einde, zin)))
            if t.begin > zin.begin and (
                self.rij.grenzen[t.begin - 1] == ZACHT or not self.is_(t.begin, "je_onderwerp")
            ):
                eigen.update(self._before_report(t.begin, zin))
        return frozenset(eigen)

    def _end_of_report(self, nr: int, zin: Zin) -> int:
        """Return where what the student said ends: with the sentence, or where the mentor takes over."""
        for hier in range(nr + 1, zin.einde):
            if self.is_(hier, "neemt_over") or (
                self.rij.grenzen[hier - 1] == ZACHT and vraagvorm.form_at(self, hier, zin) is not None
            ):
                return hier
        return zin.einde

    def _before_report(self, nr: int, zin: Zin) -> Iterator[int]:
        """Yield what is quoted before ``zei je``: the words up to the comma before it."""
        for hier in range(nr - 1, zin.begin - 1, -1):
            if hier < nr - 1 and self.rij.grenzen[hier] == ZACHT:
                return
            yield hier

    def quoted(self, begin: int, einde: int) -> bool:
        """Whether all of these words are marked as the student's own."""
        return bool(self._own) and all(nr in self._own for nr in range(begin, einde))

    @Once
    def _said(self) -> tuple[frozenset[str], frozenset[str]]:
        rijen = [as_meant(words(tekst, _EIGEN_WOORDEN), self.taal) for tekst in self._eerder]
        vormen = [vorm for rij in rijen for vorm in rij.vormen]
        return frozenset(vormen), frozenset(root(vorm, self.taal) for vorm in vormen)

    def echoes(self, begin: int, einde: int) -> bool:
        """Whether the student used these words before, in whatever form."""
        vormen, stammen = self._said
        if not vormen:
            return False
        zwaar = [v for v in self.rij.vormen[begin:einde] if len(v) > 2 and not self._light(v)]
        if not zwaar:
            return all(vorm in vormen for vorm in self.rij.vormen[begin:einde])
        return any(vorm in vormen or root(vorm, self.taal) in stammen for vorm in zwaar)

    def mirrors(self, nr: int) -> bool:
        """Whether the piece of the sentence around a word says the student's own words back, most of them."""
        if not self._said[0]:
            return False
        begin, einde = self.clause(nr)
        zwaar = [n for n in range(begin, einde) if len(self.rij.vormen[n]) > 2 and not self._light(self.rij.vormen[n])]
        if not zwaar:
            overig = [v for v in self.rij.vormen[begin:einde] if len(v) > 2]
            return bool(overig) and all(vorm in self._said[0] for vorm in overig)
        terug = sum(self.echoes(n, n + 1) for n in zwaar)
        return terug >= 1 and terug * _SPIEGEL[1] >= len(zwaar) * _SPIEGEL[0]

    def _light(self, vorm: str) -> bool:
        return vorm in light_words(self.taal)

    @Once
    def student_feels(self) -> bool:
        """Whether the student named a feeling in their last answer."""
        if not self._eerder:
            return False
        rij = words(self._eerder[-1], _EIGEN_WOORDEN)
        soorten = kinds(self.taal)
        return bool(feeling_words(rij, heard_lists(self.taal).find(rij))) or any(
            "pijn" in soorten.get(vorm, GEEN_SOORT) for vorm in rij.vormen
        )

    @Once
    def student_in_distress(self) -> bool:
        """Whether the last answers of the student show distress."""
        lijsten = laden.load(self.taal)
        rijen = [words(tekst, _EIGEN_WOORDEN) for tekst in self._eerder[-_VERS:]]
        return any(distress(rij, lijsten.find(rij), lijsten) for rij in rijen)

    @property
    def knows_student(self) -> bool:
        """Whether it is known what the student said before."""
        return bool(self._eerder)

    @property
    def own_words(self) -> frozenset[int]:
        """Words that are marked as the student's."""
        return self._own

    def own(self, begin: int, einde: int) -> bool:
        """Whether these words are the student's: marked as such, or used before."""
        return self.quoted(begin, einde) or self.echoes(begin, einde)

    # sentences and questions

    def _sentences(self) -> Iterator[Zin]:
        rij = self.rij
        laatste = self._aantal - 1
        nodigt_uit = "uitnodiging" in self.vondst or "nieuwsgierig" in self.vondst
        begin = 0
        for nr, grens in enumerate(rij.grenzen):
            if nr < laatste and (grens != HARD or not self._ends(rij.tot[nr], rij.van[nr + 1])):
                continue
            einde = nr + 1
            erna = self.tekst[rij.tot[nr] : rij.van[einde] if einde < len(rij) else len(self.tekst)]
            kern = self._skip_filler(begin, einde)
            yield Zin(
                begin,
                einde,
                kern,
                self._asked(rij.tot[nr], erna),
                nodigt_uit and any(self._invites_at(k) for k in self._starts(begin, einde)),
            )
            begin = einde

    def _invites_at(self, nr: int) -> bool:
        """Whether a clause that begins here invites to tell: ``tell me``, and not ``tell your boss``."""
        return (self.at("uitnodiging", nr) and not self.at("geen_uitnodiging", nr)) or self.at("nieuwsgierig", nr)

    def _asked(self, van: int, erna: str) -> bool:
        """Whether a question mark stands behind a sentence, outside any quote."""
        return "?" in erna and any(teken == "?" and self._outside(plek) for plek, teken in enumerate(erna, van))

    def _ends(self, van: int, tot: int) -> bool:
        """Whether a sentence ends between two words: not by a mark within a quote, which is the student's."""
        return not self._quotes or any(
            teken in ZINSEINDE and self._outside(plek) for plek, teken in enumerate(self.tekst[van:tot], van)
        )

    def _outside(self, plek: int) -> bool:
        """Whether a character stands outside any quote."""
        return not any(begin < plek < einde - 1 for begin, einde in self._quotes)

    @property
    def quotes(self) -> list[tuple[int, int]]:
        """The pieces between quotation marks, as (first word, behind last word)."""
        stukken = []
        for van, tot in self._quotes:
            nummers = [nr for nr in range(len(self.rij)) if van <= self.rij.van[nr] < tot]
            if nummers:
                stukken.append((nummers[0], nummers[-1] + 1))
        return stukken

    def quotes_within(self, zin: Zin) -> bool:
        """Whether something stands between quotation marks in a sentence, be it only an emoji."""
        van, tot = self.rij.van[zin.begin], self.rij.tot[zin.einde - 1] + _AANHALING
        return any(van <= begin <= tot for begin, _einde in self._quotes)

    @Once
    def after_colon(self) -> frozenset[int]:
        """Words that someone is said to have said, after a colon: ``ze vroeg: waarom doe je dat``."""
        if ":" not in self.tekst:
            return frozenset()
        nummers: set[int] = set()
        for zin in self.zinnen:
            for nr in range(zin.begin, zin.einde - 1):
                if ":" in self.tekst[self.rij.tot[nr] : self.rij.van[nr + 1]] and any(
                    self.is_(n, "zegt") and n not in self.between_quotes for n in range(max(zin.begin, nr - 6), nr + 1)
                ):
                    if nr in self.between_quotes:
                        continue  # je zei 'gaaf': what follows is the mentor's
                    nummers.update(range(nr + 1, zin.einde))
        return frozenset(nummers)

    def _skip_filler(self, begin: int, einde: int) -> int:
        nr = begin
        while nr < einde - 1 and "aanloop" in self._soorten[nr]:
            nr += 1
        return nr

    def _starts(self, begin: int, einde: int) -> list[int]:
        """Return where a main clause may begin: at the start, after a comma, after ``en`` and the like."""
        if begin in self._gestart:
            return self._gestart[begin]
        starts = [self._skip_filler(begin, einde)]
        grenzen, soorten = self.rij.grenzen, self._soorten
        for nr in range(begin + 1, einde):
            if grenzen[nr - 1] == ZACHT or "nevenschikker" in soorten[nr - 1]:
                start = self._skip_filler(nr, einde)
                if start not in starts:
                    starts.append(start)
        self._gestart[begin] = starts
        return starts

    @property
    def vraagsoort(self) -> Vraagsoort:
        """The form of the question, and of nothing else."""
        if len(self.vragen) > 1:
            return "meervoudig"
        nodigt_uit = any(zin.nodigt_uit for zin in self.zinnen)
        if not self.vragen:
            return "open" if nodigt_uit else "geen"
        match self.vragen[0].vorm:
            case "open" | "brokje":
                return "open"
            case "keuze":
                return "keuze"
            case "ja_nee" | "aanhangsel" | "bewering":
                return "gesloten"

    @property
    def invites(self) -> bool:
        """Whether it asks or invites for real, so that the student has something to go on."""
        return any(v.vorm in ("open", "ja_nee", "keuze", "brokje") for v in self.vragen) or any(
            zin.nodigt_uit for zin in self.zinnen
        )
