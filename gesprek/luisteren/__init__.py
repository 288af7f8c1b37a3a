"""What an answer tells: feeling words, kind of answer, whether it is concrete.

Nothing is inferred that was not typed: every feeling is an exact piece of the answer. The words are
data: ``woorden.nl.tsv`` and ``woorden.en.tsv`` beside this file, columns ``zin``, ``soort``,
``polariteit``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from gesprek.model import Taal
from gesprek.vouwen import fold

MAP = Path(__file__).parent

Antwoordsoort = Literal["ervaring", "weet_niet", "ja_nee", "onzin", "alarm"]

_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SCHAAL = re.compile(r"(?:van|from)\s+\w+\s+(?:tot|t/m|to)\s+\w+|/\s*10\b|(?:op de|uit|out of)\s+(?:10|tien|ten)\b")
"""Naming the scale itself is no answer on it."""
_KORT = 40
_MAX_WOORDEN = 4000
"""Words of an answer that are listened to. A pasted book is kept whole, but not searched whole."""


@dataclass(frozen=True, slots=True)
class Emotie:
    """A feeling word or expression, exactly as typed.

    :param van: offset of its first character.
    :param tot: offset behind its last character.
    :param polariteit: ``positief``, ``negatief`` or ``gemengd``: the word's own.
    :param ontkend: whether it is negated.
    :param van_ander: whether someone else feels it.
    """

    van: int
    tot: int
    woord: str
    polariteit: str
    ontkend: bool = False
    van_ander: bool = False


@dataclass(frozen=True, slots=True)
class Gehoord:
    """What was heard in one answer.

    :param concreet: 0 no place, act, person or event; 1 at least one; 2 a small story.
    :param interpretatie: whether it explains, generalises or reads thoughts.
    :param instemming: ``ja`` or ``nee`` when it is nothing more than that, else empty.
    """

    emoties: tuple[Emotie, ...] = ()
    concreet: int = 0
    interpretatie: bool = False
    soort: Antwoordsoort = "ervaring"
    instemming: Literal["", "ja", "nee"] = ""


@dataclass(frozen=True, slots=True)
class Woord:
    """A word of an answer with its place; ``vorm`` is casefolded and without accents."""

    vorm: str
    van: int
    tot: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of a language.

    :param zinnen: phrases as words, by their first word, the longest first.
    :param algemeen: words that say too little to be a kernwoord.
    :param wendingen: light words that turn an answer round all the same: not, rather, else.
    """

    zinnen: dict[str, list[tuple[tuple[str, ...], str, str]]]
    stopwoorden: frozenset[str]
    algemeen: frozenset[str]
    wendingen: frozenset[str]


def words(tekst: str) -> list[Woord]:
    """Return the words of a text with their offsets."""
    gevonden = []
    for treffer in _WOORD.finditer(tekst):
        gevonden.append(Woord(fold(treffer.group()).replace("’", "'"), treffer.start(), treffer.end()))
        if len(gevonden) >= _MAX_WOORDEN:
            break
    return gevonden


@lru_cache(maxsize=2)
def _lexicon(taal: Taal) -> _Lexicon:
    zinnen: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    stop: set[str] = set()
    algemeen: set[str] = set()
    wendingen: set[str] = set()
    for regel in (MAP / f"woorden.{taal}.tsv").read_text(encoding="utf-8").splitlines():
        if not regel.strip() or regel.startswith("#"):
            continue
        zin, soort, *rest = regel.split("\t")
        vorm = tuple(woord.vorm for woord in words(zin))
        if soort == "stop":
            stop.update(vorm)
        elif soort == "algemeen":
            algemeen.update(vorm)
        elif soort == "wending":
            wendingen.update(vorm)
        elif vorm:
            zinnen.setdefault(vorm[0], []).append((vorm, soort, rest[0] if rest else ""))
    for lijst in zinnen.values():
        lijst.sort(key=lambda item: -len(item[0]))
    return _Lexicon(zinnen, frozenset(stop), frozenset(algemeen), frozenset(wendingen))


def _matches(rij: Sequence[Woord], lexicon: _Lexicon) -> Iterable[tuple[int, int, str, str]]:
    """Yield (first word, behind last word, kind, polarity), the longest phrase at each word."""
    for begin, woord in enumerate(rij):
        gezien: set[str] = set()
        for vorm, soort, polariteit in lexicon.zinnen.get(woord.vorm, ()):
            einde = begin + len(vorm)
            if soort not in gezien and (len(vorm) == 1 or tuple(w.vorm for w in rij[begin:einde]) == vorm):
                gezien.add(soort)
                yield begin, einde, soort, polariteit


def luister(tekst: str, taal: Taal) -> Gehoord:
    """Hear what an answer tells.

    :param tekst: the answer as typed.
    """
    rij = words(tekst)
    if not rij:
        return Gehoord(soort="weet_niet" if not tekst.strip() else "onzin")
    lexicon = _lexicon(taal)
    emoties: list[Emotie] = []
    gedekt = 0
    concreet = 0
    soorten: dict[str, list[tuple[int, int]]] = {}
    for begin, einde, soort, polariteit in _matches(rij, lexicon):
        soorten.setdefault(soort, []).append((begin, einde))
        if soort == "emotie" and begin >= gedekt:
            gedekt = einde
            van, tot = rij[begin].van, rij[einde - 1].tot
            ontkend = any((b, e) for b, e in soorten.get("ontkenning", ()) if begin - 3 <= b < begin)
            emoties.append(Emotie(van, tot, tekst[van:tot], polariteit, ontkend))
    if "concreet" in soorten or any(w.vorm.isdecimal() for w in rij) or len(rij) >= 8:
        concreet = 1 if len(rij) < 25 else 2
    return Gehoord(
        emoties=tuple(emoties),
        concreet=concreet,
        interpretatie="interpretatie" in soorten,
        soort=_kind(rij, soorten),
        instemming=_assent(rij, soorten),
    )


def _covered(rij: Sequence[Woord], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether nothing is left of an answer beside these spans."""
    open_ = set(range(len(rij)))
    for begin, einde in spans:
        open_.difference_update(range(begin, einde))
    return not open_


def _kind(rij: Sequence[Woord], soorten: dict[str, list[tuple[int, int]]]) -> Antwoordsoort:
    if "alarm" in soorten:
        return "alarm"
    vulling = soorten.get("vulling", [])
    if _covered(rij, [*soorten.get("ja", []), *soorten.get("nee", []), *vulling]):
        return "ja_nee" if "ja" in soorten or "nee" in soorten else "weet_niet"
    if "weet_niet" in soorten and _covered(
        rij, [*soorten["weet_niet"], *soorten.get("ja", []), *soorten.get("nee", []), *vulling]
    ):
        return "weet_niet"
    return "ervaring"


def _assent(rij: Sequence[Woord], soorten: dict[str, list[tuple[int, int]]]) -> Literal["", "ja", "nee"]:
    ja, nee, vulling = (soorten.get(soort, []) for soort in ("ja", "nee", "vulling"))
    if ja and not nee and _covered(rij, [*ja, *vulling]):
        return "ja"
    if nee and not ja and _covered(rij, [*nee, *vulling]):
        return "nee"
    return ""


def says(tekst: str, zinnen: Iterable[str], taal: Taal, ook: Iterable[str] = ()) -> bool:
    """Whether an answer says one of these phrases, and nothing of weight beside them.

    ``ja dat klopt wel`` says ``dat klopt``; ``klopt, maar het was in de kantine`` says more.

    :param ook: words that may stand beside them: what the question quoted, for instance.
    """
    rij = words(tekst)[:_KORT]
    lexicon = _lexicon(taal)
    gevonden = _find(rij, zinnen)
    if not gevonden:
        return False
    licht = [(b, e) for b, e, soort, _p in _matches(rij, lexicon) if soort in ("vulling", "ja")]
    licht += [(nr, nr + 1) for nr, woord in enumerate(rij) if woord.vorm in lexicon.stopwoorden - lexicon.wendingen]
    return _covered(rij, [*gevonden, *licht, *_find(rij, ook)])


def begins(tekst: str, zinnen: Iterable[str], taal: Taal) -> bool:
    """Whether an answer begins with one of these phrases, and nothing after it turns it round.

    ``ja want het gaat over luisteren`` begins with ``ja``; ``ja maar liever rust`` is turned round.
    """
    rij = words(tekst)[:_KORT]
    einde = next((e for b, e in _find(rij, zinnen) if b == 0), 0)
    return einde > 0 and not any(woord.vorm in _lexicon(taal).wendingen for woord in rij[einde:])


def refers_back(tekst: str, taal: Taal) -> bool:
    """Whether an answer only points to something that was said before: ``dat heb ik al gezegd``."""
    rij = words(tekst)[:_KORT]
    soorten = [(b, e, soort) for b, e, soort, _p in _matches(rij, _lexicon(taal)) if soort in ("verwijst", "vulling")]
    return any(soort == "verwijst" for *_plek, soort in soorten) and _covered(rij, [(b, e) for b, e, _s in soorten])


def is_light(tekst: str, taal: Taal) -> bool:
    """Whether a text has nothing but filler and small words."""
    lexicon, rij = _lexicon(taal), words(tekst)[:_KORT]
    licht = [(b, e) for b, e, soort, _p in _matches(rij, lexicon) if soort in ("vulling", "ja")]
    return _covered(rij, [*licht, *((nr, nr + 1) for nr, w in enumerate(rij) if w.vorm in lexicon.stopwoorden)])


def _find(rij: Sequence[Woord], zinnen: Iterable[str]) -> list[tuple[int, int]]:
    """Return where phrases stand, the longest at each word."""
    vormen = {tuple(woord.vorm for woord in words(zin)) for zin in zinnen} - {()}
    langste = max(map(len, vormen), default=0)
    gevonden = []
    for begin in range(len(rij)):
        for lengte in range(min(langste, len(rij) - begin), 0, -1):
            if tuple(w.vorm for w in rij[begin : begin + lengte]) in vormen:
                gevonden.append((begin, begin + lengte))
                break
    return gevonden


def number(tekst: str, laagste: int, hoogste: int, taal: Taal) -> int | None:
    """Return the number on a scale that an answer gives; the first when it gives several.

    ``een 8``, ``acht``, ``8/10``, ``7,5`` (rounded down: the student is not yet at 8).
    """
    kop = _SCHAAL.sub(" ", tekst[:200])
    for treffer in re.finditer(r"\d+", kop, re.ASCII):
        getal = int(treffer.group()[:6])
        if laagste <= getal <= hoogste:
            return getal
    rij = words(kop)
    for _b, _e, soort, waarde in _matches(rij, _lexicon(taal)):
        if soort == "getal" and laagste <= int(waarde) <= hoogste:
            return int(waarde)
    return None


def core(tekst: str, taal: Taal) -> tuple[int, int]:
    """Return the span of an answer without filler at its ends: ``Meetellen, denk ik.`` -> ``Meetellen``.

    The whole answer without outer spaces and full stops when nothing else is left.
    """
    rij = words(tekst)
    if not rij:
        return 0, len(tekst)
    vulling = [(b, e) for b, e, soort, _p in _matches(rij, _lexicon(taal)) if soort in ("vulling", "aanloop")]
    begin, einde = 0, len(rij)
    veranderd = True
    while veranderd:
        veranderd = False
        for b, e in vulling:
            if b == begin and e < einde:
                begin, veranderd = e, True
            if e == einde and b > begin:
                einde, veranderd = b, True
    return rij[begin].van, rij[einde - 1].tot


def candidates(teksten: Sequence[tuple[int, str]], taal: Taal, meest: int = 8) -> list[tuple[int, int, int, str]]:
    """Return words of the student's own that may name the story, as (turn, from, to, word).

    In the order in which they were typed, not ranked; at least three, or none.

    :param teksten: (turn, text) of the answers to look in.
    """
    telling: dict[str, int] = {}
    eerste: dict[str, tuple[int, int, int, str]] = {}
    stop = _lexicon(taal).stopwoorden | _lexicon(taal).algemeen
    for beurt, tekst in teksten:
        in_dit_antwoord: set[str] = set()
        for woord in words(tekst[:20_000]):
            kaal = tekst[woord.van : woord.tot]
            if len(woord.vorm) < 4 or woord.vorm in stop or woord.vorm in in_dit_antwoord or not kaal.islower():
                continue  # a capital may begin a name, and names of others do not belong here
            in_dit_antwoord.add(woord.vorm)
            telling[woord.vorm] = telling.get(woord.vorm, 0) + 1
            eerste.setdefault(woord.vorm, (beurt, woord.van, woord.tot, kaal))
    vaak = sorted(telling, key=lambda vorm: (-telling[vorm], eerste[vorm][:2]))[:meest]
    if len(vaak) < 3:
        return []
    return sorted(eerste[vorm] for vorm in vaak)
