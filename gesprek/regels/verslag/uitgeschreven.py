"""Read a written-out conversation: text, Markdown, Word, or JSON of this program.

What a turn says is what stands in the file, to the letter; only the signs that lay it out are left off. Each turn
keeps its lines, so that whoever reads the report finds it back. What no speaker can be found for is left out and said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from gesprek.model import TALEN, Taal
from gesprek.regels.verslag.bestanden import (
    TIJD,
    Regel,
    cells,
    decode,
    docx_lines,
    read_bytes,
    text_lines,
    trouble,
)
from gesprek.regels.verslag.sprekers import Hoe, Kant, Spreker, accepted, accepted_alone, choose, key, role, sides
from gesprek.taal import _

MEEST_BEURTEN = 1000
"""More is no conversation, and a report on it helps nobody."""

Eenheid = Literal["regel", "alinea", "beurt"]
"""What the numbers count: lines, paragraphs of a Word file, or turns of a JSON file."""


@dataclass(frozen=True, slots=True)
class Gespreksbeurt:
    """What someone said, until another one spoke.

    :param nr: its place in the conversation, from 1.
    :param van_regel: first line in the file, from 1.
    :param tot_regel: last line.
    :param fase: the phase and the step that our own program asked it in; empty for what people wrote out.
    """

    nr: int
    spreker: str
    kant: Kant
    tekst: str
    van_regel: int
    tot_regel: int
    fase: str = ""
    stap: str = ""


@dataclass(frozen=True, slots=True)
class Uitgeschreven:
    """A written-out conversation.

    :param bestand: name of the file, without its folder.
    :param hoe: how mentor and student were told apart.
    :param overgeslagen: lines with words that nobody says: what stands before the first turn, notes, headings.
    :param taal: the language that the file itself names, if it does.
    """

    bestand: str
    beurten: tuple[Gespreksbeurt, ...]
    sprekers: tuple[Spreker, ...]
    hoe: Hoe
    eenheid: Eenheid = "regel"
    overgeslagen: tuple[int, ...] = ()
    taal: Taal | None = None


@dataclass(slots=True)
class _Stuk:
    """A turn in the making."""

    spreker: str
    regels: list[str]
    van: int
    tot: int
    fase: str = ""
    stap: str = ""


def read_conversation(pad: Path, mentor: str | None = None) -> Uitgeschreven:
    """Read a file.

    :param mentor: who the mentor is; found out when left out.
    :raises Inleesfout: one sentence that says what is the matter and what to do.
    """
    naam = pad.name or str(pad)
    ruw = read_bytes(pad, naam)
    if ruw.startswith(b"PK"):
        return _told_apart(naam, _pieces(docx_lines(pad, naam)), mentor, "alinea")
    tekst = decode(ruw, naam)
    if pad.suffix.casefold() == ".json" or tekst.lstrip().startswith("{"):
        return _from_json(tekst, naam, mentor)
    if not tekst.strip():
        raise trouble(naam, _("The file is empty."), _("Choose the file with the conversation in it."))
    return read_text(tekst, naam, mentor)


def read_text(tekst: str, naam: str, mentor: str | None = None) -> Uitgeschreven:
    """Read a text or a Markdown text.

    :param naam: how errors and the report name it.
    :raises Inleesfout: when no speakers can be found, or told apart.
    """
    regels = [Regel(nr, regel) for nr, regel in enumerate(text_lines(tekst), 1)]
    return _told_apart(naam, _pieces(regels), mentor, "regel")


# lines

_DATUM = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+)?"
_VOORAF = re.compile(
    rf"\s*(?:>|[-*+•–—](?=\s)|\d{{1,4}}[.)](?=\s)|\[{_DATUM}{TIJD}\]|\({TIJD}\)"
    rf"|{_DATUM}{TIJD}(?=[\s-])|<v\s+(?=[^>]*>))\s*"
)
"""What may stand before a name: a quote or list sign, a number, a time."""
_VOORAF_VERDER = re.compile(rf"\s*(?:>|[-*+•–—](?=\s)|\[{TIJD}\]|\({TIJD}\))\s*")
"""What may stand before a line that goes on."""
_VOORAF_KOP = re.compile(rf"\s*(?:>|[-*+•–—](?=\s)|\[{TIJD}\]|\({TIJD}\)|{TIJD}(?=\s))\s*")
"""What may stand before a name that has a line of its own."""
_LOSSE_ROLLEN = frozenset(
    {"m", "l", "mentor", "leerling", "docent", "begeleider", "coach", "decaan", "student", "teacher"}
)
"""Names that need no colon: a tab or a dash does."""
_NAAM = r"(?P<naam>[^\W\d_][\w.'’&/() -]{0,39}?)"
_ETIKET = re.compile(
    rf"[*_]{{0,3}}{_NAAM}(?:\s*[\[(]?{TIJD}[\])]?)?\s*[*_]{{0,3}}(?P<teken>\s*:(?!(?<=\d:)\d)|\t|\s[-–—](?=\s)|>)[*_]{{0,3}}"
)
"""A name with its colon. A tab or a dash does too, after the name of a role."""
_ALLEEN = re.compile(rf"#{{0,6}}\s*[*_]{{0,3}}{_NAAM}\s*(?:[\[(]?{TIJD}[\])]?)?\s*[*_]{{0,3}}\s*:?\s*[*_]{{0,3}}\s*")
_VET = re.compile(rf"[*_]{{2,3}}{_NAAM}[*_]{{2,3}}\s+(?P<rest>\S.*)")
"""A role in bold, without a colon."""
_MIDDEN = re.compile(
    r"(?:(?<=[^\W\d][.!?…])|(?<=[.!?…][’”'\"]))\s+(?=(?:[ML]|Mentor|Leerling|Docent|Student|Coach|Begeleider|Decaan|Teacher|Pupil)\s?:\s)"
)
"""Where on a line someone else begins to speak."""
_KOP = re.compile(r"\s{0,3}#{1,6}(\s|$)")
_STREEP = re.compile(r"\s*([-*_=~]\s*){3,}$")
_AANTEKENING = re.compile(r"\s*(\([^()]*\)|\[[^\[\]]*\]|<!--.*-->)\s*")
_TIJDREGEL = re.compile(rf"\s*({TIJD}(\s*-->\s*{TIJD}.*)?|\d{{1,5}}|WEBVTT.*)\s*")
_TABELSTREEP = re.compile(r"\s*\|?[\s|:-]*-[\s|:-]*")


def _strip(tekst: str, patroon: re.Pattern[str] = _VOORAF) -> str:
    """Return a line without what lays it out before its words."""
    while (treffer := patroon.match(tekst)) and treffer.end():
        tekst = tekst[treffer.end() :]
    return tekst.strip()


def _label(tekst: str) -> tuple[str, str, str] | None:
    """Return (name, sign, rest) of a line that may begin with a name."""
    treffer = _ETIKET.match(tekst)
    if treffer is None:
        vet = _VET.fullmatch(tekst)
        return (vet["naam"], ":", vet["rest"]) if vet is not None and role(vet["naam"]) else None
    return treffer["naam"].strip(), treffer["teken"].strip() or "\t", tekst[treffer.end() :].strip()


def _table_row(regel: Regel) -> list[Regel]:
    """Return a line of a Markdown table as who and what; other lines as they are."""
    kaal = regel.tekst.strip()
    if not (kaal.startswith("|") and kaal.count("|") >= 2):
        return [regel]
    if _TABELSTREEP.fullmatch(kaal):
        return []
    return list(cells(kaal.strip("|").split("|"), regel.nr))


def _spoken(regel: Regel) -> list[Regel]:
    """Return a line as one line per speaker."""
    return [replace(rij, tekst=deel) for rij in _table_row(regel) for deel in _MIDDEN.split(rij.tekst)]


def _pieces(regels: Sequence[Regel]) -> tuple[list[_Stuk], list[int]]:
    """Return the turns, and the lines that nobody says."""
    alles = [deel for regel in regels for deel in ([regel] if regel.spreker else _spoken(regel))]
    namen, los = _names(alles)
    stukken: list[_Stuk] = []
    over: list[int] = []
    open_ = False
    leeg = False
    for regel in alles:
        kaal = _strip(regel.tekst)
        if not kaal:
            leeg = True
            continue
        begin = _begin(regel, kaal, namen, los)
        if begin is not None:
            naam, rest = begin
            stukken.append(_Stuk(naam, [rest] if rest else [], regel.nr, regel.nr))
            open_ = True
        elif _TIJDREGEL.fullmatch(regel.tekst) or _STREEP.fullmatch(regel.tekst):
            pass
        elif regel.kop or _KOP.match(regel.tekst) or _is_heading(kaal):
            over.append(regel.nr)
            open_ = False
        elif open_ and not _AANTEKENING.fullmatch(regel.tekst):
            verder = _strip(regel.tekst, _VOORAF_VERDER)
            stuk = stukken[-1]
            if stuk.regels and not leeg:
                stuk.regels[-1] = f"{stuk.regels[-1]} {verder}"
            else:
                stuk.regels.append(verder)
            stuk.tot = regel.nr
        else:
            over.append(regel.nr)
        leeg = False
    return [stuk for stuk in stukken if any(stuk.regels)], sorted(set(over))


def _names(regels: Sequence[Regel]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the speakers before a colon, and of those on a line of their own."""
    etiketten = [regel.spreker for regel in regels if regel.spreker]
    gelabeld = [_label(_strip(regel.tekst)) for regel in regels if not regel.spreker]
    etiketten += [etiket[0] for etiket in gelabeld if etiket is not None and etiket[1] in (":", ">")]
    namen = accepted(etiketten)
    gevuld = [regel.tekst for regel in regels if regel.tekst.strip() and not _TIJDREGEL.fullmatch(regel.tekst)]
    alleen = [t["naam"] for tekst in gevuld[:-1] if (t := _ALLEEN.fullmatch(_strip(tekst, _VOORAF_KOP)))]
    return namen or _LOSSE_ROLLEN, accepted_alone(alleen)


def _begin(regel: Regel, kaal: str, namen: frozenset[str], los: frozenset[str]) -> tuple[str, str] | None:
    """Return (who, what is said on this line) when a turn begins here."""
    if regel.spreker:
        return (regel.spreker, _strip(regel.tekst)) if key(regel.spreker) in namen else None
    etiket = _label(kaal)
    if etiket is not None and key(etiket[0]) in namen:
        naam, teken, rest = etiket
        if teken in (":", ">") or len(key(naam)) == 1 or " " not in key(naam):
            return naam, rest.removesuffix("</v>")
    alleen = _ALLEEN.fullmatch(_strip(regel.tekst, _VOORAF_KOP))
    if alleen is not None and key(alleen["naam"]) in los:
        return alleen["naam"].strip(), ""
    return None


def _is_heading(kaal: str) -> bool:
    """Whether a line is a name with a colon and nothing behind it, of nobody who speaks."""
    etiket = _label(kaal)
    return etiket is not None and etiket[1] == ":" and not etiket[2] and etiket[0][:1].isupper()


# who is who


def _told_apart(
    naam: str,
    gevonden: tuple[list[_Stuk], list[int]],
    mentor: str | None,
    eenheid: Eenheid,
    taal: Taal | None = None,
) -> Uitgeschreven:
    stukken, over = gevonden
    if not stukken:
        raise trouble(
            naam,
            _("It does not say who speaks."),
            _(
                "Begin each line with M: for the mentor or L: for the student. "
                "Utterances without a speaker, one on each line, go in on standard input: gesprek toets < {file}"
            ).format(file=naam),
        )
    if len(stukken) > MEEST_BEURTEN:
        raise trouble(
            naam,
            _("There are more than {count} turns in it.").format(count=MEEST_BEURTEN),
            _("Put one conversation in a file of its own."),
        )
    getoond: dict[str, str] = {}
    tel: dict[str, tuple[int, int]] = {}
    for stuk in stukken:
        wie = getoond.setdefault(key(stuk.spreker), stuk.spreker)
        beurten, vragen = tel.get(wie, (0, 0))
        tel[wie] = beurten + 1, vragen + any("?" in regel for regel in stuk.regels)
    kanten, hoe = _sides(naam, tel, mentor)
    return Uitgeschreven(
        naam,
        tuple(
            Gespreksbeurt(
                nr,
                getoond[key(stuk.spreker)],
                kanten[getoond[key(stuk.spreker)]],
                "\n".join(stuk.regels),
                stuk.van,
                stuk.tot,
                stuk.fase,
                stuk.stap,
            )
            for nr, stuk in enumerate(stukken, 1)
        ),
        tuple(Spreker(wie, kanten[wie], *aantallen) for wie, aantallen in tel.items()),
        hoe,
        eenheid,
        tuple(over),
        taal,
    )


def _sides(naam: str, tel: dict[str, tuple[int, int]], mentor: str | None) -> tuple[dict[str, Kant], Hoe]:
    namen = ", ".join(tel)
    if mentor is not None:
        gekozen = choose(tel, mentor)
        if gekozen is None:
            raise trouble(
                naam,
                _("“{name}” does not speak in it.").format(name=mentor),
                _("These do: {names}. Choose one with --mentor.").format(names=namen),
            )
        andere = sides({wie: aantal for wie, aantal in tel.items() if wie != gekozen} | {"mentor": (1, 1)})
        rest = andere[0] if andere else {}
        kanten: dict[str, Kant] = {
            wie: "mentor" if wie == gekozen else "ander" if rest.get(wie) == "ander" and len(tel) > 2 else "leerling"
            for wie in tel
        }
        return kanten, "gekozen"
    gevonden = sides(tel)
    if gevonden is None:
        raise trouble(
            naam,
            _("It does not say who is the mentor."),
            _("Say it with --mentor and one of these names: {names}").format(names=namen),
        )
    if "mentor" not in gevonden[0].values():
        raise trouble(
            naam,
            _("The mentor says nothing in it."),
            _("Begin what the mentor says with M: or choose the mentor with --mentor. These speak: {names}").format(
                names=namen
            ),
        )
    return gevonden


# JSON


def _from_json(tekst: str, naam: str, mentor: str | None) -> Uitgeschreven:
    """Read what ``gesprek toon ID --json`` gives, or a list of who says what."""
    from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

    class Regel(BaseModel):
        model_config = ConfigDict(extra="ignore")
        spreker: str
        soort: str = ""
        tekst: str = ""
        fase: str = ""
        stap: str = ""

    class Geheel(BaseModel):
        model_config = ConfigDict(extra="ignore")
        beurten: list[Regel]
        taal: str | None = None

    try:
        gegevens = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise trouble(
            naam,
            _("This is not valid JSON."),
            _("Give what “gesprek toon ID --json” writes, or a text with M: and L:."),
            getattr(fout, "lineno", 0),
        ) from fout
    try:
        geheel = (
            Geheel(beurten=TypeAdapter(list[Regel]).validate_python(gegevens))
            if isinstance(gegevens, list)
            else Geheel.model_validate(gegevens)
        )
    except ValidationError as fout:
        raise trouble(
            naam,
            _("There is no conversation in this JSON."),
            _("It must be what “gesprek toon ID --json” writes, or a list of objects with “spreker” and “tekst”."),
        ) from fout
    stukken: list[_Stuk] = []
    van_twee = any(regel.spreker == "mentor" for regel in geheel.beurten)
    for nr, regel in enumerate(geheel.beurten, 1):
        woorden = regel.tekst.strip()
        if not woorden or not regel.spreker.strip():
            continue
        if van_twee and (regel.spreker == "programma" or regel.soort == "waarneming"):
            continue  # where two people talk, the program does not, and what a mentor saw was not asked
        # the program thanks and asks in two turns; said aloud it is one
        if regel.spreker == "programma" and stukken and stukken[-1].spreker == "programma":
            stukken[-1].regels.append(woorden)
            stukken[-1].tot = nr
            stukken[-1].stap = regel.stap
        else:
            stukken.append(_Stuk(regel.spreker.strip(), [woorden], nr, nr, regel.fase, regel.stap))
    taal = next((t for t in TALEN if t == geheel.taal), None)
    return _told_apart(naam, (stukken, []), mentor, "beurt", taal)
