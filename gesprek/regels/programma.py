"""What the program itself can say, every sentence of it, held against the ten rules.

The sentences are enumerated from the bank: every wording of every question and reaction, in both modes and languages,
with every introduction, filled in with words that students might have typed. ``gesprek controleer`` reports what breaks
a rule, so that a question that a school adds keeps them too. What may break one all the same stands in
``vragen/regels.yaml``, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import TALEN, Citaat, Taal
from gesprek.regels import Oordeel, toets
from gesprek.taal import _
from gesprek.weergave import fields, fill, shorten
from vragen import MAP, Bank, Vraag, Vraagtekst, part_letter, wordings
from vragen.regels import Regels, load_regels

MODI = ("zelf", "samen")
MEEST_WOORDEN = 25
"""Most words before a question in one turn (PRAKTIJK, A5)."""
_NIET_GETYPT = {"minuten": "25", "bewaarplek": "gesprek.db"}
"""Fields that are not the student's words."""

GEWOON: Mapping[Taal, Mapping[str, str]] = {
    "nl": {
        "emotie": "irritant",
        "kernwoord": "meetellen",
        "stap": "meelopen bij de wijkzorg",
        "netwerk": "mijn tante",
        "kwaliteit": "ik zag dat ze niet had gegeten",
        "motief": "dat je luistert naar wie het gezien heeft",
        "leefregel": "wie het ziet, zegt het",
        "belemmering": "dat ik het niet durf te vragen",
        "": "bij de overdracht mocht ik niks zeggen",
    },
    "en": {
        "emotie": "annoyed",
        "kernwoord": "being counted",
        "stap": "shadow my aunt for a day",
        "netwerk": "my aunt",
        "kwaliteit": "i saw that she had not eaten",
        "motief": "that you listen to who saw it",
        "leefregel": "who sees it, says it",
        "belemmering": "that i don't dare to ask",
        "": "i wasn't allowed to say anything at the handover",
    },
}
"""Realistic words for each field; the empty key is for all others."""


@dataclass(frozen=True, slots=True)
class Zin:
    """Something that the program can say.

    :param id: of the question, with the letter of its part.
    :param tekst: filled in.
    :param getypt: the student's words in it.
    """

    id: str
    taal: Taal
    modus: str
    tekst: str
    getypt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breuk:
    """A sentence of the program that breaks a rule, and which."""

    zin: Zin
    code: str
    stuk: str


def sentences(bank: Bank, vullingen: Iterable[Mapping[Taal, Mapping[str, str]]] = (GEWOON,)) -> Iterator[Zin]:
    """Yield everything that the bank can make the program say.

    :param vullingen: words of students to fill in with; per language and field, the empty key for all other fields.
    """
    vullingen = list(vullingen)
    for vraag in bank.vragen.values():
        for id, unit in _units(vraag):
            for taal in TALEN:
                for modus in MODI:
                    for sjabloon in _templates(unit, taal, modus):
                        for vulling in vullingen if fields(sjabloon) else vullingen[:1]:
                            yield _filled(id, sjabloon, taal, modus, vulling[taal])


def _units(vraag: Vraag) -> Iterator[tuple[str, Vraagtekst]]:
    for nr, unit in enumerate(vraag.units):
        yield (f"{vraag.id}{part_letter(nr)}" if vraag.delen else vraag.id), unit


def _templates(unit: Vraagtekst, taal: Taal, modus: str) -> Iterator[str]:
    for wording in wordings(unit, modus):
        bewoording = wording.in_taal(taal)
        yield bewoording
        for inleiding in unit.inleiding:
            yield f"{inleiding.in_taal(taal)} {bewoording}"


def _filled(id: str, sjabloon: str, taal: Taal, modus: str, woorden: Mapping[str, str]) -> Zin:
    getypt: list[str] = []

    def words_of(veld: str) -> str:
        if veld in _NIET_GETYPT:
            return _NIET_GETYPT[veld]
        woord = woorden.get(veld, woorden[""])
        kort = shorten(Citaat(0, 0, len(woord), woord))
        getypt.append(woord)
        return f"\n‘{kort}’" if veld == "klein_verhaal" else kort

    return Zin(id, taal, modus, fill(sjabloon, words_of), tuple(getypt))


def judge(zin: Zin) -> Oordeel:
    """Hold a sentence of the program against the rules; the student's words in it are the student's."""
    return toets(zin.tekst, zin.taal, zin.getypt)


def breaches(zinnen: Iterable[Zin], regels: Regels) -> Iterator[Breuk]:
    """Yield what breaks a rule and is not listed as an exception, each once a question, language and code."""
    mag = {(u.vraag, u.code) for u in regels.uitzonderingen}
    gezien: set[tuple[str, Taal, str, str]] = set()
    for zin in zinnen:
        for opmerking in judge(zin).opmerkingen:
            sleutel = (zin.id, zin.taal, opmerking.code, zin.tekst)
            if (zin.id, opmerking.code) not in mag and sleutel not in gezien:
                gezien.add(sleutel)
                yield Breuk(zin, opmerking.code, zin.tekst[opmerking.van : opmerking.tot])


def check_bank(bank: Bank) -> None:
    """Hold everything that a bank can make the program say against the ten rules.

    :raises Inleesfout: with a finding for each text that breaks one.
    """
    regels = load_regels()
    bevindingen: dict[tuple[str, Taal, str, str], Bevinding] = {}
    for breuk in breaches(sentences(bank), regels):
        schending = regels.schending(breuk.code)
        bestand, regel = _place(breuk.zin.id)
        wat = _("“{id}” breaks “{rule}” in “{language}”: ‘{piece}’ ({name}).").format(
            id=breuk.zin.id,
            rule=regels.find(schending.regel).naam.in_taal("nl"),
            language=breuk.zin.taal,
            piece=breuk.stuk,
            name=schending.naam.in_taal("nl"),
        )
        herstel = _("Say it otherwise, or list it with a reason under “uitzonderingen” in {file}.").format(
            file="vragen/regels.yaml"
        )
        bevindingen.setdefault(
            (breuk.zin.id, breuk.zin.taal, breuk.code, breuk.stuk), Bevinding(bestand, regel, wat, herstel)
        )
    if bevindingen:
        raise Inleesfout(bevindingen.values())


def _place(id: str) -> tuple[str, int]:
    """Return the file and line at which a question begins."""
    kaal = re.compile(rf"\s*-\s*id:\s*[\"']?{re.escape(id)}[\"']?\s*$")
    deel = re.compile(rf"\s*-\s*id:\s*[\"']?{re.escape(id[:-1])}[\"']?\s*$")
    for patroon in (kaal, deel):
        for pad in sorted(MAP.glob("*.yaml")):
            for nr, tekst in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1):
                if patroon.match(tekst):
                    return f"{MAP.name}/{pad.name}", nr
    return MAP.name, 0
