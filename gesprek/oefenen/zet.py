"""What a mentor does with one utterance: what is asked, of what, and how.

How it is asked comes from ``gesprek.regels``; what is asked from ``zet.tsv`` beside this file and from the list that
the report on a whole conversation uses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from gesprek.luisteren import feelings_in
from gesprek.luisteren.emoties import Emotie
from gesprek.luisteren.laden import load
from gesprek.luisteren.lijsten import Treffer, longest
from gesprek.luisteren.woorden import Rij, words
from gesprek.model import Taal
from gesprek.oefenen.leerlingen.soorten import Nodig
from gesprek.oefenen.vraagvorm import asks_for_a_thing, in_time, twisted, written_out
from gesprek.oefenen.zorg import VOLGORDE, Zorg
from gesprek.regels import toets
from gesprek.regels.oordeel import Oordeel, Opmerking
from gesprek.regels.verslag import vraagt
from gesprek.vouwen import fold

MAP = Path(__file__).parent

Soort = Literal[
    "vraag",
    "spiegel",
    "erkenning",
    "stilte",
    "herstel",
    "hulp",
    "groet",
    "koetjes",
    "bedoel",
    "bewering",
    "toestemming",
    "afsluiten",
    "compliment",
    "onbegrepen",
]
"""What an utterance is in the first place."""

_ANDERE_NAAM: dict[str, Nodig] = {
    "opening": "moment",
    "elders": "verbreden",
    "eerder": "verdiepen",
    "vergelijk": "vergelijken",
    "vooruit": "toekomst",
}
FEITEN: frozenset[Nodig] = frozenset({"plek", "wie", "rol", "eigen_daad", "ander_daad", "tijd", "precies", "feiten"})
"""Fact questions about the event; the moment of the feeling stands apart."""
RUIM: frozenset[Nodig] = frozenset({"vertel", "precies", "moment"})
"""What asks for anything: another topic in the same sentence is meant rather than this."""
BESCHOUWEND: frozenset[Nodig] = frozenset(
    {"kwaliteit", "motief", "verbreden", "verdiepen", "vergelijken", "leefregel", "kernwoord"}
)
VOORUIT: frozenset[Nodig] = frozenset({"toekomst", "stap", "warmte", "kans", "netwerk", "belemmering", "afspraak"})
_ONDERWERP = frozenset({"je", "jij", "ik", "dat", "het", "dit", "dus", "we", "you", "i", "it", "that", "this", "so"})
"""Words with which a sentence begins that tells and does not ask."""
_EN_WIE = re.compile(r"(?:en|and|maar|but)(?: (?:je|jouw|de|die|your|the|that))? \w+\s*\?", re.IGNORECASE)
"""Somebody who is asked after in two or three words: *en Theo?*"""
_STIL = re.compile(r"[\s.…()*\[\]-]*")
_BEWERING = 3
"""Words from which something that asks nothing is a statement, and not a word thrown in."""
_LANG = 20
"""Words above which a single loose word tells nothing."""
_ERNA = frozenset(["vandaag", "nu", "dan", "verder", "ermee", "eigenlijk", "mee", "today", "now", "then", "doing"])
"""Words that may come after small talk: *hoe gaat het vandaag*."""
_HOOGSTENS = 2
"""Breaks that are said of one utterance."""
_GROET = 2
"""Words of a greeting that no list knows."""
_KORTST = 3
"""Fewest letters of a word that is quoted."""
_KORT = 4
"""Most words of a bare mirror."""


@dataclass(frozen=True, slots=True)
class Zet:
    """One move of the mentor.

    :param vraagt: what is asked for, what is meant most first; empty when nothing is.
    :param open: whether it leaves room: an open question or invitation, or a gentle closed form of the source.
    :param gesloten: whether it is a yes/no or either-or question, broken or not.
    :param spiegelt: the student's own words in it, to the letter.
    :param citeert: whether it is said that the student said something.
    :param citeert_vreemd: words between quotation marks that the student never said.
    :param erkent: whether a feeling or the telling is acknowledged.
    :param gevoel: feeling words in it that the student did not say.
    :param reden: whether a reason is asked for, which opens nothing.
    :param cijfers: whether marks or a type of person are asked for.
    :param los: whether only a loose word tells what is asked.
    :param gok: whether only its question word does.
    :param buiten: people in it who are at home or at school, such as a mother.
    :param zorg: what care it gives to who is in distress.
    :param verdraait: words of the student that are said back with *not* before them; empty when none are.
    """

    tekst: str
    soort: Soort
    oordeel: Oordeel
    vraagt: tuple[Nodig, ...] = ()
    open: bool = False
    gesloten: bool = False
    spiegelt: tuple[str, ...] = ()
    citeert: bool = False
    citeert_vreemd: tuple[str, ...] = ()
    erkent: bool = False
    compliment: bool = False
    herstelt: bool = False
    gevoel: tuple[str, ...] = ()
    reden: bool = False
    cijfers: bool = False
    los: bool = False
    gok: bool = False
    buiten: frozenset[str] = frozenset()
    zorg: frozenset[Zorg] = frozenset()
    verdraait: str = ""
    woorden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Gehoord:
    """What the lists find in an utterance, whoever the student is.

    :param rest: its words without those that say that the student said something.
    """

    vraagt: tuple[Nodig, ...]
    soorten: frozenset[str]
    woorden: tuple[str, ...]
    citaten: tuple[str, ...]
    citeert: bool
    eerste_vraagwoord: Nodig | None
    los: bool
    rest: tuple[str, ...]


def recognise(tekst: str, taal: Taal, eerder: Sequence[str], *, oordeel: Oordeel | None = None) -> Zet:
    """Return what a mentor does with an utterance.

    :param eerder: what the student said before, oldest first.
    :param oordeel: what the rules say of it, when that is known already.
    """
    oordeel = oordeel or toets(tekst, taal, eerder)
    gehoord = _hear(tekst, taal)
    gezegd = said_words(eerder)
    citaten = gehoord.citaten or _quoted_without_marks(gehoord, taal)
    eigen = tuple(c for c in citaten if _was_said(c, gezegd))
    vreemd = tuple(c for c in citaten if gehoord.citeert and not _was_said(c, gezegd))
    verdraait = twisted(_row(tekst), gezegd, load(taal, MAP))
    spiegelt = () if verdraait else eigen or _echo(tekst, gehoord, gezegd, taal)
    if verdraait:
        fout = () if "invullen" in oordeel.schendt else (Opmerking("invullen", *verdraait),)
        opmerkingen = (*fout, *oordeel.opmerkingen)[:_HOOGSTENS]
        oordeel = replace(oordeel, opmerkingen=opmerkingen, gehouden=())
    gesloten = oordeel.vraagsoort in ("gesloten", "keuze")
    if gesloten and spiegelt and not gehoord.vraagt and not oordeel.schendt and len(gehoord.woorden) <= _KORT:
        gesloten = False  # "Lucht?" is a word said back
    feit = bool(gehoord.vraagt) and gehoord.vraagt[0] in ("plek", "wie", "rol", "tijd")
    zacht = "gesloten" not in oordeel.schendt and not feit and bool(gehoord.vraagt or oordeel.houdt)
    vraagt_iets = oordeel.vraagsoort != "geen" or bool(gehoord.vraagt)
    open_ = (vraagt_iets or "bedoel" in gehoord.soorten) and (oordeel.vraagsoort == "open" or not gesloten or zacht)
    asked, gok = gehoord.vraagt, False
    if not asked and oordeel.vraagsoort in ("open", "meervoudig"):
        asked = (gehoord.eerste_vraagwoord or "feiten",)
        gok = True
    is_ = gehoord.soorten.__contains__
    if is_("geheim") and "?" not in tekst:
        asked = ()
    erkent = is_("dank")
    zet_soort = _kind(tekst, gehoord, asked, bool(spiegelt) or bool(vreemd), gesloten, len(gehoord.woorden))
    if zet_soort == "onbegrepen" and not eerder and len(gehoord.woorden) == _GROET and tekst[:1].isupper():
        zet_soort = "groet"  # "Ha Sem."
    feel = tuple(e.woord for e in _feelings(tekst, taal) if not _was_said(e.woord, gezegd))
    return Zet(
        tekst=tekst,
        soort=zet_soort,
        oordeel=oordeel,
        vraagt=asked,
        open=open_ and bool(asked) and zet_soort != "koetjes",
        gesloten=gesloten,
        spiegelt=spiegelt,
        citeert=gehoord.citeert,
        citeert_vreemd=vreemd,
        erkent=erkent,
        compliment=is_("compliment"),
        herstelt=is_("herstel"),
        gevoel=feel,
        reden=is_("reden"),
        cijfers=is_("cijfers"),
        los=gehoord.los,
        gok=gok,
        buiten=frozenset(gehoord.woorden) & load(taal, MAP).words("buiten"),
        zorg=frozenset(z for z in VOLGORDE if is_(z)),
        verdraait=tekst[slice(*verdraait)] if verdraait else "",
        woorden=frozenset(gehoord.woorden),
    )


@lru_cache(maxsize=4096)
def _row(tekst: str) -> Rij:
    return words(tekst, 400)


@lru_cache(maxsize=4096)
def _feelings(tekst: str, taal: Taal) -> tuple[Emotie, ...]:
    return feelings_in(tekst, taal)


def _kind(tekst: str, gehoord: _Gehoord, asked: tuple[Nodig, ...], mirrors: bool, gesloten: bool, lengte: int) -> Soort:
    is_ = gehoord.soorten.__contains__
    if _STIL.fullmatch(tekst) or (is_("stilte") and not asked) or (is_("hum") and lengte <= 2 and not asked):
        return "stilte"
    if is_("herstel") and (not asked or lengte <= _KORT):
        return "herstel"
    if is_("afsluiten"):
        return "afsluiten"
    if is_("bedoel"):
        return "bedoel"
    if is_("koetjes") and set(asked) <= {"moment", "precies", "feiten", "gevoel"} and "moment" not in asked[:1]:
        return "koetjes"
    if asked:
        return "vraag"
    if mirrors:
        return "spiegel"
    if is_("toestemming"):
        return "toestemming"
    if is_("groet"):
        return "groet"
    if is_("dank"):
        return "erkenning"
    if is_("compliment"):
        return "compliment"
    if is_("geheim") or is_("hulp") or is_("stopt"):
        return "hulp"
    if gesloten:
        return "vraag"
    return "bewering" if lengte >= _BEWERING else "onbegrepen"


@lru_cache(maxsize=4096)
def _hear(tekst: str, taal: Taal) -> _Gehoord:
    tekst = written_out(tekst, taal)
    rij = words(tekst, 400)
    eigen = load(taal, MAP).find(rij)
    verslag = load(taal, vraagt.MAP).find(rij)
    soorten = {
        soort
        for soort in (
            "herstel",
            "groet",
            "toestemming",
            "afsluiten",
            "compliment",
            "dank",
            "stilte",
            *VOLGORDE,
            "reden",
            "koetjes",
            "bedoel",
        )
        if any(not _quoted(rij, t) and _whole(rij, soort, t) for t in eigen.get(soort, ()))
    }
    if "eerlijk" in soorten:
        soorten.discard("geheim")
    soorten.update(soort for soort in ("dank", "cijfers") if verslag.get(soort) or eigen.get(soort))
    if rij.vormen and all(any(t.begin <= nr < t.einde for t in eigen.get("hum", ())) for nr in range(len(rij))):
        soorten.add("hum")
    treffers = [t for t in (*eigen.get("vraagt", ()), *verslag.get("vraagt", ())) if not _quoted(rij, t)]
    if not treffers and _EN_WIE.fullmatch(tekst.strip()):
        return _Gehoord(("ander_daad",), frozenset(), tuple(rij.vormen), (), False, None, True, tuple(rij.vormen))
    ding = [zin for zin in {rij.sentence(nr) for nr in range(len(rij))} if asks_for_a_thing(rij, zin, taal)]

    def stands(t: Treffer) -> bool:
        return _needs(t) != "plek" or rij.sentence(t.begin) not in ding

    vragend = "?" in tekst or bool(eigen.get("vraagwoord")) or _begins(rij) not in _ONDERWERP
    vast = asked = _asked(rij, [t for t in longest(treffers) if stands(t)], taal)
    if not asked or asked[0] in RUIM:
        hints = _hinted(rij, longest(eigen.get("hint", ())))
        hints = (
            in_time(tuple(h for h in hints if vragend or h in RUIM), rij, rij.sentence(len(rij) - 1), taal)
            if len(rij)
            else ()
        )
        asked = tuple(dict.fromkeys((*hints, *asked)))
    citaten = tuple(fold(tekst[a:b]).replace("’", "'").strip(" .,!?…") for a, b in _quotes(tekst) if tekst[a:b].strip())
    zegt = [t for t in eigen.get("zegt", ()) if not any(t.begin < v.einde and v.begin < t.einde for v in treffers)]
    vraagwoorden = sorted((t for t in eigen.get("vraagwoord", ()) if stands(t)), key=lambda t: t.begin)
    return _Gehoord(
        asked,
        frozenset(soorten),
        tuple(rij.vormen),
        citaten,
        bool(zegt),
        _needs(vraagwoorden[0]) if vraagwoorden else None,
        asked[:1] != vast[:1],
        tuple(vorm for nr, vorm in enumerate(rij.vormen) if not any(t.begin <= nr < t.einde for t in zegt)),
    )


def _begins(rij: Rij) -> str:
    return rij.vormen[0] if rij.vormen else ""


def _asked(rij: Rij, treffers: list[Treffer], taal: Taal) -> tuple[Nodig, ...]:
    """Return what is asked, what is meant most first: in the last sentence that asks, and rather something definite."""
    if not treffers:
        return ()
    zinnen = [rij.sentence(t.begin) for t in treffers]
    vragend = [z for z in zinnen if _has_mark(rij, z)]
    laatste = max(vragend or zinnen)
    over = [t for t, z in zip(treffers, zinnen, strict=True) if z == laatste]
    if all(t.regel.waarde == "vertel" for t in over):  # "Think of one moment. Tell me.": the first says of what
        over = treffers
    if any(t.einde - t.begin > 1 for t in over):
        over = [t for t in over if t.einde - t.begin > 1]

    def weight(t: Treffer) -> tuple[int, int, int]:
        naam = _needs(t)
        rang = 2 if naam in BESCHOUWEND or naam in VOORUIT else 0 if naam in RUIM else 1
        return -rang, -(t.einde - t.begin), t.begin

    return in_time(tuple(dict.fromkeys(_needs(t) for t in sorted(over, key=weight))), rij, laatste, taal)


def _hinted(rij: Rij, treffers: list[Treffer]) -> tuple[Nodig, ...]:
    """Return what the words give away, when no phrase does: what has most words for it."""
    punten: dict[Nodig, int] = {}
    for t in treffers:
        if not _quoted(rij, t):
            naam = _needs(t)
            punten[naam] = punten.get(naam, 0) + t.einde - t.begin
    if not punten:
        return ()
    rang = sorted(punten, key=lambda naam: -punten[naam])
    return () if rang[0] in RUIM and len(rang) == 1 and len(rij) > _LANG else tuple(rang[:2])


def _needs(treffer: Treffer) -> Nodig:
    """Return what is asked for, in the names of the fragments."""
    naam = treffer.regel.waarde
    return _ANDERE_NAAM.get(naam) or cast("Nodig", naam)


def _has_mark(rij: Rij, zin: tuple[int, int]) -> bool:
    return "?" in rij.tekst[rij.tot[zin[1] - 1] : rij.tot[zin[1] - 1] + 4]


_CITAAT = re.compile(
    r"[‘“„\"«](?P<a>[^‘’“”„\"«»\n]{1,200})[’”“\"»]|(?<![\w'])'(?P<b>[^'\n]{1,200}?(?:'\w[^'\n]{0,60})?)'(?!\w)"
)


def _whole(rij: Rij, soort: str, treffer: Treffer) -> bool:
    """Whether a phrase is all that is said of it: *hoe is het met je moeder* is no small talk."""
    if soort != "koetjes":
        return True
    return _ERNA.issuperset(rij.vormen[treffer.einde : rij.sentence(treffer.begin)[1]])


def _quotes(tekst: str) -> list[tuple[int, int]]:
    return [m.span("a") if m.group("a") else m.span("b") for m in _CITAAT.finditer(tekst)]


def _quoted(rij: Rij, treffer: Treffer) -> bool:
    van, tot = rij.van[treffer.begin], rij.tot[treffer.einde - 1]
    return any(a <= van and tot <= b for a, b in _quotes(rij.tekst))


@lru_cache(maxsize=8192)
def _folded(zin: str) -> str:
    return " ".join(words(zin).vormen)


def said_words(eerder: Sequence[str]) -> str:
    """Return all that the student said as one row of folded words, with a bar between two sayings."""
    return " " + " | ".join(_folded(zin) for zin in eerder) + " "


def _quoted_without_marks(gehoord: _Gehoord, taal: Taal) -> tuple[str, ...]:
    """Return what is said back in a few words beside *you say*: ``Stijf, zeg je.``"""
    if not gehoord.citeert or gehoord.vraagt or not 0 < len(gehoord.rest) <= _KORT:
        return ()
    gewoon = load(taal, MAP).words("gewoon")
    return (" ".join(gehoord.rest),) if any(len(w) >= _KORTST and w not in gewoon for w in gehoord.rest) else ()


def _was_said(citaat: str, gezegd: str) -> bool:
    stuk = " ".join(words(citaat).vormen)
    return bool(stuk) and f" {stuk} " in gezegd


def _echo(tekst: str, gehoord: _Gehoord, gezegd: str, taal: Taal) -> tuple[str, ...]:
    """Return the words of the student in an utterance without quotation marks, the longest run of three or more.

    One word counts when it is a feeling, or almost all that is said and nothing is asked.
    """
    if not gezegd.strip():
        return ()
    vormen = gehoord.woorden
    beste: tuple[str, ...] = ()
    for begin in range(len(vormen)):
        einde = begin + max(len(beste) + 1, 3)
        while einde <= len(vormen) and f" {' '.join(vormen[begin:einde])} " in gezegd:
            beste = vormen[begin:einde]
            einde += 1
    gewoon = load(taal, MAP).words("gewoon")
    if beste and any(len(w) > _KORT and w not in gewoon for w in beste):
        return (" ".join(beste),)
    gevoel = [fold(e.woord) for e in _feelings(tekst, taal) if _was_said(e.woord, gezegd)]
    if gevoel:
        return tuple(gevoel)
    if 0 < len(vormen) <= _KORT and not gehoord.vraagt:
        los = [w for w in vormen if len(w) >= _KORT and f" {w} " in gezegd and w not in gewoon]
        if los and len(los) * 2 >= len(vormen):
            return tuple(los)
    return ()
