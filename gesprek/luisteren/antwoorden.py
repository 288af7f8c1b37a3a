"""What kind of answer it is, and what a short answer says: yes, no, an option, a number, a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from gesprek.luisteren.laden import load
from gesprek.luisteren.lijsten import Lijsten, Vondst, covered
from gesprek.luisteren.woorden import Rij, words
from gesprek.model import Taal

Antwoordsoort = Literal["ervaring", "weet_niet", "ja_nee", "onzin", "alarm"]

_SCHAAL = re.compile(r"(?:van|from)\s+\w+\s+(?:tot|t/m|to)\s+\w+|/\s*10\b|(?:op de|uit|out of)\s+(?:10|tien|ten)\b")
"""Naming the scale itself is no answer on it."""
_KORT = 40
"""A longer answer is never only a yes, an option or a reference."""
_NAAM_WOORDEN = 4
"""More words than this are no name but a sentence."""
_VRAAG_WOORDEN = 12
_LACH = re.compile(r"(?:[hj]+[aeio]+)+h*|lo+l+|x+d+|lm(?:f)?ao+|rofl|(?:ke)+k|he(?:he)+")
_RAM = re.compile(r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm|jkl|(..)\1\1|^(.)\2+$")
_MEDEKLINKERS = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_KLINKER = re.compile(r"[aeiouy]")
_DUIM = frozenset("👍👎👌")
_SCHOUDERS = "🤷"


def kind(rij: Rij, vondst: Vondst, lijsten: Lijsten) -> Antwoordsoort:
    """Return what kind of answer it is, but for distress.

    :param vondst: where the lines of the lists stand.
    """
    if not len(rij):
        return _wordless(rij.tekst)
    if len(rij) > _KORT:
        return "ervaring"
    onzin = vondst.get("onzin", ())
    if any(t.regel.waarde == "deel" for t in onzin):
        return "onzin"
    ja_nee, niets = _spans(vondst, "ja", "nee"), _spans(vondst, "vulling")
    if covered(len(rij), [*ja_nee, *niets]):
        return "ja_nee" if ja_nee else "onzin" if onzin else "weet_niet"
    weet_niet = _spans(vondst, "weet_niet")
    meest = 2 * len({nr for begin, einde in weet_niet for nr in range(begin, einde)}) > len(rij)
    if weet_niet and meest and rij.tekst.rstrip().endswith("?") and not _spans(vondst, "daad"):
        return "weet_niet"
    if weet_niet and not _feels(rij, vondst, weet_niet):
        licht = _small_words(rij, lijsten) if meest and len(rij) <= _VRAAG_WOORDEN and "tijd" not in vondst else []
        vooraf = [(begin, einde) for begin, einde in ja_nee if begin == 0 or (begin, einde) not in _spans(vondst, "ja")]
        if covered(len(rij), [*weet_niet, *vooraf, *niets, *licht]):
            return "weet_niet"
    if len(rij) > _VRAAG_WOORDEN:
        return "ervaring"
    gelach = [(nr, nr + 1) for nr, vorm in enumerate(rij.vormen) if _LACH.fullmatch(vorm) or mashed(vorm, lijsten)]
    if (onzin or gelach) and covered(len(rij), [*_spans(vondst, "onzin"), *gelach, *niets, *ja_nee]):
        return "onzin"
    return "weet_niet" if _asks_back(rij, vondst) else "ervaring"


def _feels(rij: Rij, vondst: Vondst, weet_niet: list[tuple[int, int]]) -> bool:
    """Whether a feeling is named outside the words of not knowing."""
    gezegd = {nr for begin, einde in weet_niet for nr in range(begin, einde)} if len(rij) <= _KORT else set()
    return any(not gezegd & set(range(b, e)) for b, e in _spans(vondst, "gevoel", "waardering"))


def _spans(vondst: Vondst, *soorten: str) -> list[tuple[int, int]]:
    return [(t.begin, t.einde) for soort in soorten for t in vondst.get(soort, ())]


def _small_words(rij: Rij, lijsten: Lijsten, behalve: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    klein = lijsten.words("stop") - behalve if behalve else lijsten.words("stop")
    return [(nr, nr + 1) for nr, vorm in enumerate(rij.vormen) if vorm in klein]


def _wordless(tekst: str) -> Antwoordsoort:
    kaal = tekst.strip()
    if _DUIM.intersection(kaal):
        return "ja_nee"
    if not kaal or _SCHOUDERS in kaal or not kaal.strip("?. …-"):
        return "weet_niet"
    return "onzin"


def mashed(vorm: str, lijsten: Lijsten) -> bool:
    """Whether a word is only keys that were hit."""
    if len(vorm) < 4 or vorm.isdecimal() or lijsten.known(vorm) or vorm in lijsten.words("stop"):
        return False
    return bool(_RAM.search(vorm) or _MEDEKLINKERS.search(vorm) or (len(vorm) > 4 and not _KLINKER.search(vorm)))


def _asks_back(rij: Rij, vondst: Vondst) -> bool:
    """Whether an answer only asks the program something about its question."""
    return (
        rij.tekst.rstrip().endswith("?")
        and any(t.begin <= 1 for t in vondst.get("vraagwoord", ()))
        and not any(t.regel.waarde == "verleden" for t in vondst.get("daad", ()))
        and vondst.keys().isdisjoint({"gevoel", "waardering"})
    )


def assent(rij: Rij, vondst: Vondst) -> Literal["", "ja", "nee"]:
    """Return what an answer that is nothing more than a yes or a no says."""
    if not len(rij):
        kaal = rij.tekst.strip()
        return "ja" if kaal[:1] in ("👍", "👌") else "nee" if kaal[:1] == "👎" else ""
    if ("ja" in vondst) == ("nee" in vondst):
        return ""
    if not covered(len(rij), _spans(vondst, "ja", "nee", "vulling")):
        return ""
    return "ja" if "ja" in vondst else "nee"


def _light(rij: Rij, lijsten: Lijsten, behalve: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    return [*_spans(lijsten.find(rij), "vulling", "ja"), *_small_words(rij, lijsten, behalve)]


def says(tekst: str, zinnen: Iterable[str], taal: Taal, ook: Iterable[str] = ()) -> bool:
    """Whether an answer says one of these phrases, and nothing of weight beside them.

    ``ja dat klopt wel`` says ``dat klopt``; ``klopt, maar het was in de kantine`` says more.

    :param ook: words that may stand beside them: what the question quoted, for instance.
    """
    rij = words(tekst, _KORT)
    gevonden = _find(rij, zinnen)
    if not gevonden:
        return False
    lijsten = load(taal)
    return covered(len(rij), [*gevonden, *_light(rij, lijsten, lijsten.words("wending")), *_find(rij, ook)])


def contains(tekst: str, zinnen: Iterable[str]) -> bool:
    """Whether an answer has one of these phrases somewhere."""
    return bool(_find(words(tekst, _KORT), zinnen))


def begins(tekst: str, zinnen: Iterable[str], taal: Taal) -> bool:
    """Whether an answer begins with one of these phrases, and nothing after it turns it round.

    ``ja want het gaat over luisteren`` begins with ``ja``; ``ja maar liever rust`` is turned round.
    """
    rij = words(tekst, _KORT)
    einde = next((e for b, e in _find(rij, zinnen) if b == 0), 0)
    return einde > 0 and not any(vorm in load(taal).words("wending") for vorm in rij.vormen[einde:])


def refers_back(tekst: str, taal: Taal) -> bool:
    """Whether an answer only points to something that was said before: ``dat heb ik al gezegd``."""
    rij = words(tekst, _KORT)
    vondst = load(taal).find(rij)
    return "verwijst" in vondst and covered(len(rij), _spans(vondst, "verwijst", "vulling"))


def is_light(tekst: str, taal: Taal) -> bool:
    """Whether a text has nothing but filler and small words."""
    rij = words(tekst, _KORT)
    return covered(len(rij), _light(rij, load(taal)))


@lru_cache(maxsize=8192)
def _forms(zin: str) -> tuple[str, ...]:
    return tuple(words(zin).vormen)


def _find(rij: Rij, zinnen: Iterable[str]) -> list[tuple[int, int]]:
    """Return where phrases stand, the longest at each word."""
    vormen = {_forms(zin) for zin in zinnen} - {()}
    langste = max(map(len, vormen), default=0)
    gevonden = []
    for begin in range(len(rij)):
        for lengte in range(min(langste, len(rij) - begin), 0, -1):
            if tuple(rij.vormen[begin : begin + lengte]) in vormen:
                gevonden.append((begin, begin + lengte))
                break
    return gevonden


def number(tekst: str, laagste: int, hoogste: int, taal: Taal) -> int | None:
    """Return the number on a scale that an answer gives; the first when it gives several.

    ``een 8``, ``acht``, ``8/10``, ``7,5`` (rounded down: the student is not yet at 8). ``een`` is a number when nothing
    else is said, or with its accents: ``een dag bij mijn oom`` names none.
    """
    kop = _SCHAAL.sub(" ", tekst[:200])
    for treffer in re.finditer(r"\d+", kop, re.ASCII):
        getal = int(treffer.group()[:6])
        if laagste <= getal <= hoogste:
            return getal
    rij = words(kop, _KORT)
    vondst = load(taal).find(rij)
    vulling, los = _spans(vondst, "vulling"), vondst.get("getal_los", ())
    if covered(len(rij), [*vulling, *_spans(vondst, "getal_los")]):
        los = [t for t in los if not any(begin <= t.begin < einde for begin, einde in vulling)]
    else:
        los = [t for t in los if "é" in kop[rij.van[t.begin] : rij.tot[t.begin]]]
    getallen = (int(t.regel.waarde) for t in (*vondst.get("getal", ()), *los))
    return next((getal for getal in getallen if laagste <= getal <= hoogste), None)


def core(tekst: str, taal: Taal) -> tuple[int, int]:
    """Return the span of an answer without filler at its ends: ``Meetellen, denk ik.`` -> ``Meetellen``.

    The whole answer without outer spaces and full stops when nothing else is left, and when what is left is a
    sentence: without its first word that may read wrongly, as in ``dan vraag ik het Ron``.
    """
    rij = words(tekst)
    if not len(rij):
        return 0, len(tekst)
    vulling = _spans(load(taal).find(rij), "vulling", "aanloop")
    begin, einde = 0, len(rij)
    veranderd = True
    while veranderd:
        veranderd = False
        for b, e in vulling:
            if b == begin and e < einde:
                begin, veranderd = e, True
            if e == einde and b > begin:
                einde, veranderd = b, True
    if einde - begin > _NAAM_WOORDEN:
        return rij.van[0], rij.tot[-1]
    return rij.van[begin], rij.tot[einde - 1]
