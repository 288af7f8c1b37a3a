"""What is in a file that may hold a conversation: its bytes, its text, the paragraphs of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.taal import _

MEEST_BYTES = 2_000_000
MEEST_BYTES_DOCX = 20_000_000
MEEST_UITGEPAKT = 60_000_000
LANGSTE_NAAM = 40
TIJD = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?"
"""Longest name of a speaker, in letters; and how a time is written."""
MAAT = re.compile(rf"\d{{1,4}}[.)]?|[\[(]?{TIJD}[\])]?")
"""A number or a time by itself."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of a file.

    :param kop: whether it is a heading.
    :param spreker: who speaks, where a table says so.
    """

    nr: int
    tekst: str
    kop: bool = False
    spreker: str = ""


def trouble(naam: str, wat: str, herstel: str, regel: int = 0) -> Inleesfout:
    return Inleesfout([Bevinding(naam, regel, wat, herstel)])


def read_bytes(pad: Path, naam: str) -> bytes:
    """Return what is in a file that may be a conversation."""
    try:
        if pad.is_dir():
            raise trouble(naam, _("This is a folder."), _("Name one file, with the conversation in it."))
        grootte = pad.stat().st_size
        with pad.open("rb") as bestand:
            ruw = bestand.read(8)
            _refuse_other_kinds(naam, pad.suffix.casefold(), ruw)
            if grootte > (MEEST_BYTES_DOCX if ruw.startswith(b"PK") else MEEST_BYTES):
                raise trouble(
                    naam,
                    _("The file is too large for one conversation."),
                    _("Put one conversation in a file of its own."),
                )
            return ruw + bestand.read(MEEST_BYTES_DOCX)
    except FileNotFoundError as fout:
        raise trouble(naam, _("There is no such file."), _("Check its name and where it stands.")) from fout
    except OSError as fout:
        raise trouble(
            naam,
            _("The file cannot be read: {reason}.").format(reason=fout.strerror or fout),
            _("Check its name and where it stands."),
        ) from fout
    except ValueError as fout:  # a name with a zero in it
        raise trouble(
            naam, _("There can be no file with this name."), _("Check its name and where it stands.")
        ) from fout


def _refuse_other_kinds(naam: str, achtervoegsel: str, begin: bytes) -> None:
    if begin.startswith(b"%PDF") or achtervoegsel == ".pdf":
        raise trouble(
            naam,
            _("A PDF cannot be read here."),
            _("Open it, copy the conversation into a text file, and give that one."),
        )
    oud_word = begin.startswith(b"\xd0\xcf\x11\xe0") or achtervoegsel == ".doc"
    if oud_word or begin.startswith(b"{\\rtf") or achtervoegsel in (".rtf", ".odt", ".pages"):
        raise trouble(
            naam,
            _("This kind of document cannot be read here."),
            _("Open it and save it as .docx or as plain text (.txt)."),
        )


def decode(ruw: bytes, naam: str) -> str:
    for bom, codering in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if ruw.startswith(bom):
            return ruw.decode(codering, "replace")
    if b"\0" in ruw:
        raise trouble(naam, _("This is not a text."), _("Give a conversation as .txt, .md, .docx or .json."))
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", "replace")


def text_lines(tekst: str) -> list[str]:
    """Return the lines as an editor counts them."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def docx_lines(pad: Path, naam: str) -> list[Regel]:
    """Return the paragraphs and the rows of tables, in the order of the document."""
    kapot = _("This document cannot be opened.")
    herstel = _("Open it in Word or LibreOffice and save it again as .docx, or as plain text (.txt).")
    try:
        from zipfile import ZipFile

        with ZipFile(pad) as archief:
            if sum(deel.file_size for deel in archief.infolist()) > MEEST_UITGEPAKT:
                raise trouble(
                    naam,
                    _("The file is too large for one conversation."),
                    _("Put one conversation in a file of its own."),
                )
        import docx

        return list(_docx_parts(docx.Document(str(pad))))
    except Inleesfout:
        raise
    except Exception as fout:  # whatever a broken file brings about in the libraries that open it
        raise trouble(naam, kapot, herstel) from fout


def _docx_parts(document: Any) -> Iterator[Regel]:
    from docx.table import Table

    nr = 0
    for deel in document.iter_inner_content():
        if isinstance(deel, Table):
            for rij in deel.rows:
                nr += 1
                yield from cells([cel.text for cel in rij.cells], nr)
            continue
        nr += 1
        stijl = str(getattr(deel.style, "name", "") or "").casefold()
        kop = stijl.startswith(("heading", "title", "kop", "titel", "subtitle"))
        for tekst in text_lines(deel.text):
            yield Regel(nr, tekst, kop)


def cells(cellen: Sequence[str], nr: int) -> Iterator[Regel]:
    """Yield a row of a table: who, and what is said. A number or a time before it counts for nothing."""
    vol = [cel.strip() for cel in cellen if cel.strip()]
    while len(vol) > 2 and MAAT.fullmatch(vol[0]):
        vol.pop(0)
    if len(vol) == 2 and len(vol[0]) <= LANGSTE_NAAM:
        for plek, tekst in enumerate(text_lines(vol[1])):
            yield Regel(nr, tekst, spreker=vol[0].rstrip(" :") if not plek else "")
    else:
        for cel in vol:
            for tekst in text_lines(cel):
                yield Regel(nr, tekst)
