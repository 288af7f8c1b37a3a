"""Read a written-out conversation: text, Markdown, Word, or JSON of this program.

What a turn says is what stands in the file, to the letter; only the signs that lay it out are left off. Each turn
keeps its lines, so that whoever reads the report finds it back. What no speaker can be found for is left out and said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import TALEN, Taal
from gesprek.regels.verslag.sprekers import Hoe, Kant, Spreker, accepted, accepted_alone, choose, key, role, sides
from gesprek.taal import _

MEEST_BYTES = 2_000_000
MEEST_BYTES_DOCX = 20_000_000
MEEST_UITGEPAKT = 60_000_000
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


@dataclass(frozen=True, slots=True)
class _Regel:
    """A line of a file.

    :param kop: whether it is a heading.
    :param spreker: who speaks, where a table says so.
    """

    nr: int
    tekst: str
    kop: bool = False
    spreker: str = ""


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
    ruw = _bytes(pad, naam)
    if ruw.startswith(b"PK"):
        return _told_apart(naam, _pieces(_docx_lines(pad, naam)), mentor, "alinea")
    tekst = _decode(ruw, naam)
    if pad.suffix.casefold() == ".json" or tekst.lstrip().startswith("{"):
        return _from_json(tekst, naam, mentor)
    if not tekst.strip():
        raise _trouble(naam, _("The file is empty."), _("Choose the file with the conversation in it."))
    return read_text(tekst, naam, mentor)


def read_text(tekst: str, naam: str, mentor: str | None = None) -> Uitgeschreven:
    """Read a text or a Markdown text.

    :param naam: how errors and the report name it.
    :raises Inleesfout: when no speakers can be found, or told apart.
    """
    regels = [_Regel(nr, regel) for nr, regel in enumerate(_lines(tekst), 1)]
    return _told_apart(naam, _pieces(regels), mentor, "regel")


def _trouble(naam: str, wat: str, herstel: str, regel: int = 0) -> Inleesfout:
    return Inleesfout([Bevinding(naam, regel, wat, herstel)])


# files


def _bytes(pad: Path, naam: str) -> bytes:
    """Return what is in a file that may be a conversation."""
    try:
        if pad.is_dir():
            raise _trouble(naam, _("This is a folder."), _("Name one file, with the conversation in it."))
        grootte = pad.stat().st_size
        with pad.open("rb") as bestand:
            ruw = bestand.read(8)
            _refuse_other_kinds(naam, pad.suffix.casefold(), ruw)
            if grootte > (MEEST_BYTES_DOCX if ruw.startswith(b"PK") else MEEST_BYTES):
                raise _trouble(
                    naam,
                    _("The file is too large for one conversation."),
                    _("Put one conversation in a file of its own."),
                )
            return ruw + bestand.read(MEEST_BYTES_DOCX)
    except FileNotFoundError as fout:
        raise _trouble(naam, _("There is no such file."), _("Check its name and where it stands.")) from fout
    except OSError as fout:
        raise _trouble(
            naam,
            _("The file cannot be read: {reason}.").format(reason=fout.strerror or fout),
            _("Check its name and where it stands."),
        ) from fout
    except ValueError as fout:  # a name with a zero in it
        raise _trouble(
            naam, _("There can be no file with this name."), _("Check its name and where it stands.")
        ) from fout


def _refuse_other_kinds(naam: str, achtervoegsel: str, begin: bytes) -> None:
    if begin.startswith(b"%PDF") or achtervoegsel == ".pdf":
        raise _trouble(
            naam,
            _("A PDF cannot be read here."),
            _("Open it, copy the conversation into a text file, and give that one."),
        )
    oud_word = begin.startswith(b"\xd0\xcf\x11\xe0") or achtervoegsel == ".doc"
    if oud_word or begin.startswith(b"{\\rtf") or achtervoegsel in (".rtf", ".odt", ".pages"):
        raise _trouble(
            naam,
            _("This kind of document cannot be read here."),
            _("Open it and save it as .docx or as plain text (.txt)."),
        )


def _decode(ruw: bytes, naam: str) -> str:
    for bom, codering in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if ruw.startswith(bom):
            return ruw.decode(codering, "replace")
    if b"\0" in ruw:
        raise _trouble(naam, _("This is not a text."), _("Give a conversation as .txt, .md, .docx or .json."))
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", "replace")


def _lines(tekst: str) -> list[str]:
    """Return the lines as an editor counts them."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _docx_lines(pad: Path, naam: str) -> list[_Regel]:
    """Return the paragraphs and the rows of tables, in the order of the document."""
    kapot = _("This document cannot be opened.")
    herstel = _("Open it in Word or LibreOffice and save it again as .docx, or as plain text (.txt).")
    try:
        from zipfile import ZipFile

        with ZipFile(pad) as archief:
            if sum(deel.file_size for deel in archief.infolist()) > MEEST_UITGEPAKT:
                raise _trouble(
                    naam,
                    _("The file is too large for one conversation."),
                    _("Put one conversation in a file of its own."),
                )
        import docx

        return list(_docx_parts(docx.Document(str(pad))))
    except Inleesfout:
        raise
    except Exception as fout:  # whatever a broken file brings about in the libraries that open it
        raise _trouble(naam, kapot, herstel) from fout


def _docx_parts(document: Any) -> Iterator[_Regel]:
    from docx.table import Table

    nr = 0
    for deel in document.iter_inner_content():
        if isinstance(deel, Table):
            for rij in deel.rows:
                nr += 1
                yield from _cells([cel.text for cel in rij.cells], nr)
            continue
        nr += 1
        stijl = str(getattr(deel.style, "name", "") or "").casefold()
        kop = stijl.startswith(("heading", "title", "kop", "titel", "subtitle"))
        for tekst in _lines(deel.text):
            yield _Regel(nr, tekst, kop)


def _cells(cellen: Sequence[str], nr: int) -> Iterator[_Regel]:
    """Yield a row of a table: who, and what is said. A number or a time before it counts for nothing."""
    vol = [cel.strip() for cel in cellen if cel.strip()]
    while len(vol) > 2 and _MAAT.fullmatch(vol[0]):
        vol.pop(0)
    if len(vol) == 2 and len(vol[0]) <= _LANGSTE_NAAM:
        for plek, tekst in enumerate(_lines(vol[1])):
            yield _Regel(nr, tekst, spreker=vol[0].rstrip(" :") if not plek else "")
    else:
        for cel in vol:
            for tekst in _lines(cel):
                yield _Regel(nr, tekst)


# lines

_LANGSTE_NAAM = 40
_TIJD = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
_DATUM = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+)?"
_MAAT = re.compile(rf"\d{{1,4}}[.)]?|[\[(]?{_TIJD}[\])]?")
_VOORAF = re.compile(
    rf"\s*(?:>|[-*+•–—](?=\s)|\d{{1,4}}[.)](?=\s)|\[{_DATUM}{_TIJD}\]|\({_TIJD}\)"
    rf"|{_DATUM}{_TIJD}(?=[\s-])|<v\s+(?=[^>]*>))\s*"
)
"""What may stand before a name: a quote or list sign, a number, a time."""
_VOORAF_VERDER = re.compile(rf"\s*(?:>|[-*+•–—](?=\s)|\[{_TIJD}\]|\({_TIJD}\))\s*")
"""What may stand before a line that goes on."""
_VOORAF_KOP = re.compile(rf"\s*(?:>|[-*+•–—](?=\s)|\[{_TIJD}\]|\({_TIJD}\)|{_TIJD}(?=\s))\s*")
"""What may stand before a name that has a line of its own."""
_LOSSE_ROLLEN = frozenset(
    {"m", "l", "mentor", "leerling", "docent", "begeleider", "coach", "decaan", "student", "teacher"}
)
"""Names that need no colon: a tab or a dash does."""
_NAAM = r"(?P<naam>[^\W\d_][\w.'’&/() -]{0,39}?)"
_ETIKET = re.compile(
    rf"[*_]{{0,3}}{_NAAM}(?:\s*[\[(]?{_TIJD}[\])]?)?\s*[*_]{{0,3}}(?P<teken>\s*:(?!(?<=\d:)\d)|\t|\s[-–—](?=\s)|>)[*_]{{0,3}}"
)
"""A name with its colon. A tab or a dash does too, after the name of a role."""
_ALLEEN = re.compile(rf"#{{0,6}}\s*[*_]{{0,3}}{_NAAM}\s*(?:[\[(]?{_TIJD}[\])]?)?\s*[*_]{{0,3}}\s*:?\s*[*_]{{0,3}}\s*")
_VET = re.compile(rf"[*_]{{2,3}}{_NAAM}[*_]{{2,3}}\s+(?P<rest>\S.*)")
"""A role in bold, without a colon."""
_MIDDEN = re.compile(
    r"(?:(?<=[^\W\d][.!?…])|(?<=[.!?…][’”'\"]))\s+(?=(?:[ML]|Mentor|Leerling|Docent|Student|Coach|Begeleider|Decaan|Teacher|Pupil)\s?:\s)"
)
"""Where on a line someone else begins to speak."""
_KOP = re.compile(r"\s{0,3}#{1,6}(\s|$)")
_STREEP = re.compile(r"\s*([-*_=~]\s*){3,}$")
_AANTEKENING = re.compile(r"\s*(\([^()]*\)|\[[^\[\]]*\]|<!--.*-->)\s*")
_TIJDREGEL = re.compile(rf"\s*({_TIJD}(\s*-->\s*{_TIJD}.*)?|\d{{1,5}}|WEBVTT.*)\s*")
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


def _table_row(regel: _Regel) -> list[_Regel]:
    """Return a line of a Markdown table as who and what; other lines as they are."""
    kaal = regel.tekst.strip()
    if not (kaal.startswith("|") and kaal.count("|") >= 2):
        return [regel]
    if _TABELSTREEP.fullmatch(kaal):
        return []
    return list(_cells(kaal.strip("|").split("|"), regel.nr))


def _spoken(regel: _Regel) -> list[_Regel]:
    """Return a line as one line per speaker."""
    return [replace(rij, tekst=deel) for rij in _table_row(regel) for deel in _MIDDEN.split(rij.tekst)]


def _pieces(regels: Sequence[_Regel]) -> tuple[list[_Stuk], list[int]]:
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


def _names(regels: Sequence[_Regel]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the speakers before a colon, and of those on a line of their own."""
    etiketten = [regel.spreker for regel in regels if regel.spreker]
    gelabeld = [_label(_strip(regel.tekst)) for regel in regels if not regel.spreker]
    etiketten += [etiket[0] for etiket in gelabeld if etiket is not None and etiket[1] in (":", ">")]
    namen = accepted(etiketten)
    gevuld = [regel.tekst for regel in regels if regel.tekst.strip() and not _TIJDREGEL.fullmatch(regel.tekst)]
    alleen = [t["naam"] for tekst in gevuld[:-1] if (t := _ALLEEN.fullmatch(_strip(tekst, _VOORAF_KOP)))]
    return namen or _LOSSE_ROLLEN, accepted_alone(alleen)


def _begin(regel: _Regel, kaal: str, namen: frozenset[str], los: frozenset[str]) -> tuple[str, str] | None:
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
        raise _trouble(
            naam,
            _("It does not say who speaks."),
            _(
                "Begin each line with M: for the mentor or L: for the student. "
                "Utterances without a speaker, one on each line, go in on standard input: gesprek toets < {file}"
            ).format(file=naam),
        )
    if len(stukken) > MEEST_BEURTEN:
        raise _trouble(
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
            raise _trouble(
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
        raise _trouble(
            naam,
            _("It does not say who is the mentor."),
            _("Say it with --mentor and one of these names: {names}").format(names=namen),
        )
    if "mentor" not in gevonden[0].values():
        raise _trouble(
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
        raise _trouble(
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
        raise _trouble(
            naam,
            _("There is no conversation in this JSON."),
            _("It must be what “gesprek toon ID --json” writes, or a list of objects with “spreker” and “tekst”."),
        ) from fout
    stukken: list[_Stuk] = []
    for nr, regel in enumerate(geheel.beurten, 1):
        woorden = regel.tekst.strip()
        if not woorden or not regel.spreker.strip():
            continue
        # the program thanks and asks in two turns; said aloud it is one
        if regel.spreker == "programma" and stukken and stukken[-1].spreker == "programma":
            stukken[-1].regels.append(woorden)
            stukken[-1].tot = nr
            stukken[-1].stap = regel.stap
        else:
            stukken.append(_Stuk(regel.spreker.strip(), [woorden], nr, nr, regel.fase, regel.stap))
    taal = next((t for t in TALEN if t == geheel.taal), None)
    return _told_apart(naam, (stukken, []), mentor, "beurt", taal)
