"""The formats: what a student typed is shown as it is and is never markup, a formula or a way to steer."""

from __future__ import annotations

import csv
import io
import itertools
import re
import zlib
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gesprek.dossier.document import (
    Aanhaling,
    Alinea,
    Antwoorden,
    Document,
    Figuur,
    Gezegd,
    Kader,
    Kop,
    Lijst,
    Schrijfregel,
    Tabel,
    Woord,
)
from gesprek.dossier.dossier import Activiteit, Groep, Invoer, build
from gesprek.dossier.opmaak import lay_out_dossier
from gesprek.dossier.schrijvers import als_pdf, write_document
from gesprek.dossier.schrijvers.als_csv import safe as safe_cell
from gesprek.dossier.schrijvers.als_csv import write_csv
from gesprek.dossier.schrijvers.als_html import STIJL, write_html
from gesprek.dossier.schrijvers.als_md import safe as safe_md
from gesprek.dossier.schrijvers.als_md import safe_heading, write_md
from gesprek.dossier.schrijvers.als_pdf import write_pdf
from gesprek.dossier.verzamelen import activities
from gesprek.model import TALEN, Taal
from gesprek.taal import use_taal
from tests.dossier.test_dossier import VANDAAG
from tests.tui.test_themas import contrast

VIJANDIG = [
    "# hoi",
    "[x](javascript:alert(1))",
    "[x]: http://kwaad.nl",
    "<script>alert(1)</script> & <img src=x onerror=alert(1)>",
    "**vet** _schuin_ `code` ~~weg~~ | cel",
    "1. een\n- twee\n> drie\n---",
    "&lt; &#35; &amp",
    "![x](http://e.nl/x.png) <http://e.nl>",
    '#import "x" $x^2$ #sys.inputs @bron <label> \\ * _',
    '=HYPERLINK("http://kwaad.nl")',
    "\x1b[31mrood\x1b[0m \u202eomgekeerd",
    "x" * 300,
    '"}, {"soort": "kop"',
]


def with_words(tekst: str) -> Document:
    """Return a document in which every block holds the same words."""
    return Document(
        titel=tekst,
        onder=(tekst,),
        taal="nl",
        blokken=(
            Kop(2, tekst, "een"),
            Alinea(tekst, label=tekst, zacht=True),
            Kop(3, tekst, "twee"),
            Woord(tekst, tekst),
            Aanhaling(tekst, bij=tekst, bron=tekst, taal="en"),
            Antwoorden(tekst, ((tekst, tekst), ("", tekst))),
            Lijst((tekst, tekst)),
            Tabel(tekst, (tekst, tekst), ((tekst, tekst), (tekst, tekst))),
            Schrijfregel(tekst, 2),
            Kader(tekst, (tekst,), tekst),
            Gezegd(tekst, tekst, zelf=True),
        ),
    )


# markdown


def shown(md: str) -> str:
    """Return what a reader of CommonMark shows on one line."""
    html = MarkdownIt("commonmark").enable("table").render(md)
    assert not re.search(r"<(a|img|script|h[1-6]|strong|em|code|ul|ol|blockquote|hr)\b", html), html
    return _Lezer.read(html).tekst


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_markdown_shows_hostile_words_as_they_are(tekst: str) -> None:
    from gesprek.weergave import visible

    assert " ".join(shown(safe_md(tekst)).split()) == " ".join(visible(tekst).split())


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("#*_`[]()<>!|~-+=.1a &;\\:\n\"'"), max_size=30))
def test_markdown_shows_any_signs_as_they_are(tekst: str) -> None:
    assert " ".join(shown(safe_md(tekst)).split()) == " ".join(tekst.split())


@given(st.text(st.sampled_from("#*_`[]()<>!|~-+=.1a &;\\:\"'"), max_size=30))
def test_a_markdown_heading_shows_any_signs_as_they_are(tekst: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(f"## {safe_heading(tekst)}")
    assert html.count("<h2>") == 1
    assert " ".join(_Lezer.read(html).tekst.split()) == " ".join(tekst.split())


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_a_markdown_page_keeps_its_own_headings_and_tables(tekst: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(write_md(with_words(tekst)))
    assert len(re.findall(r"<h[1-6]>", html)) == 3
    assert html.count("<tr>") == 3
    assert "<a " not in html
    assert "<img" not in html
    assert "<script" not in html


# html


class _Lezer(HTMLParser):
    """Checks that every element that is opened is closed, and collects what is in it."""

    LEEG = ("meta", "br", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.gezien: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""

    @classmethod
    def read(cls, html: str) -> _Lezer:
        lezer = cls()
        lezer.feed(html)
        lezer.close()
        assert lezer.open == []
        return lezer

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.gezien.append((tag, dict(attrs)))
        assert not any(naam.startswith("on") for naam, _w in attrs)
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.LEEG:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.tekst += data

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _attrs in self.gezien]


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_html_is_well_formed_and_shows_hostile_words_as_they_are(tekst: str) -> None:
    lezer = _Lezer.read(write_html(with_words(tekst)))
    assert not {"script", "img"} & set(lezer.tags)
    assert "\x1b" not in lezer.tekst
    assert "\u202e" not in lezer.tekst
    if tekst.isprintable() and tekst.isascii():
        assert tekst in lezer.tekst


@pytest.mark.parametrize("taal", TALEN)
def test_html_of_a_dossier_is_accessible(invoer: list[Invoer], taal: Taal) -> None:
    use_taal(taal)
    html = write_html(lay_out_dossier(build("Noor", VANDAAG, activities(invoer))))
    lezer = _Lezer.read(html)
    assert lezer.gezien[0] == ("html", {"lang": taal})
    assert lezer.tags[: lezer.tags.index("body")].count("title") == 1
    for eens in ("h1", "main", "header", "footer", "nav"):
        assert lezer.tags.count(eens) == 1, eens
    koppen = [int(tag[1]) for tag in lezer.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(na - voor <= 1 for voor, na in itertools.pairwise(koppen))
    ids = [attrs["id"] for _tag, attrs in lezer.gezien if "id" in attrs]
    assert len(ids) == len(set(ids))
    naar = [(attrs["href"] or "")[1:] for tag, attrs in lezer.gezien if tag == "a"]
    assert naar
    assert set(naar) <= set(ids)
    genoemd = " ".join(attrs["aria-labelledby"] or "" for _tag, attrs in lezer.gezien if "aria-labelledby" in attrs)
    assert set(genoemd.split()) <= set(ids)
    assert lezer.tags.count("table") == lezer.tags.count("caption")
    assert not re.search(r"(src|href)=\"(?!#)|@import|url\(|http-equiv", html)


def test_a_drawing_has_words_for_who_does_not_see_it() -> None:
    svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'
    document = Document("t", (), "nl", (Figuur(svg, "een lijn door de tijd", "Mijn draad"),))
    assert '<figure role="img" aria-label="een lijn door de tijd" class="tekening"><svg' in write_html(document)
    assert "(Tekening: Mijn draad)" in write_md(document)
    assert write_pdf(document).startswith(b"%PDF")


def colours(stijl: str, waar: str) -> dict[str, tuple[int, int, int]]:
    """Return the colours that a block of the style sheet names."""
    blok = stijl[stijl.index(waar) :]
    namen = re.findall(r"--(\w+): #([0-9a-f]{3,6})", blok[: blok.index("}")])
    heel = ((naam, "".join(c * 2 for c in hex_) if len(hex_) == 3 else hex_) for naam, hex_ in namen)
    return {naam: (int(h[:2], 16), int(h[2:4], 16), int(h[4:], 16)) for naam, h in heel}


@pytest.mark.parametrize("waar", [":root {", "dark) {", "@media print {"])
def test_every_colour_of_words_can_be_read(waar: str) -> None:
    kleur = colours(STIJL.read_text(encoding="utf-8"), waar)
    for vlak in ("vlak", "zacht"):
        for tekst in ("tekst", "stil", "nu"):
            assert contrast(kleur[tekst], kleur[vlak]) >= 4.5, (waar, tekst, vlak)


# csv


@pytest.mark.parametrize("begin", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(begin: str) -> None:
    assert safe_cell(begin).lstrip("\ufeff")[0] not in "=+-@\t\r＝"


def test_a_sheet_opens_in_a_spreadsheet_and_has_a_line_for_each_thing_said(invoer: list[Invoer]) -> None:
    activiteiten = activities(invoer)
    rauw = write_csv(activiteiten)
    assert rauw.startswith(b"\xef\xbb\xbf")
    rijen = list(csv.reader(io.StringIO(rauw.decode("utf-8-sig")), delimiter=";"))
    assert rijen[0] == ["Dag", "Activiteit", "Categorie", "Vraag", "Onderdeel", "Wat ik zei", "Hoe het afliep"]
    assert {len(rij) for rij in rijen} == {7}
    assert "goed kijken" in {rij[5] for rij in rijen}
    assert "gedaan" in {rij[6] for rij in rijen}


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_words_stay_in_their_cell(tekst: str) -> None:
    activiteit = Activiteit("x", VANDAAG, "x", "nl", "zelf", gedaan=(Groep("kop", (tekst,)),))
    rijen = list(csv.reader(io.StringIO(write_csv([activiteit]).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [len(rij) for rij in rijen] == [7, 7, 7]
    assert rijen[2][5] == safe_cell(tekst)


# pdf


def streams(pdf: bytes) -> bytes:
    """Return what a PDF holds, unpacked."""
    uit = [pdf]
    for stuk in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            uit.append(zlib.decompress(stuk))
        except zlib.error:
            continue
    return b"\n".join(uit)


def test_a_pdf_is_tagged_with_title_language_and_bookmarks_and_says_that_it_is_accessible(
    invoer: list[Invoer],
) -> None:
    document = lay_out_dossier(build("Noor", VANDAAG, activities(invoer)))
    heel = streams(write_pdf(document))
    for teken in (b"/StructTreeRoot", b"/Marked true", b"/Lang(nl)", b"/Outlines", b"/H1", b"/TH", b"/BlockQuote"):
        assert teken in heel, teken
    assert b"pdfuaid" in heel
    assert b"Loopbaandossier van Noor" in heel
    assert b"/FontFile3" in heel or b"/FontFile2" in heel
    assert b"/JavaScript" not in heel


@pytest.mark.parametrize("tekst", [*VIJANDIG, "", "\x00\ufffe", "a\u0300" * 40])
def test_a_pdf_takes_hostile_words(tekst: str) -> None:
    assert write_pdf(with_words(tekst)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "tekst", ["ik 😀 was 👩‍👧 blij", "مرحبا daar", "你好", "नमस्ते", "한국어", "ş ğ ł ő ț Привет γεια ✓"]
)
def test_signs_without_a_font_are_told_and_never_a_box(tekst: str) -> None:
    # the engine refuses what it cannot show: that it made a PDF shows that nothing was missing
    assert write_pdf(Document("t", (), "nl", (Aanhaling(tekst),))).startswith(b"%PDF")


def test_what_is_missing_is_told_once_for_each_run_of_signs() -> None:
    tekst = "ik 😀😀 was 👩‍👧 blij مرحبا"
    assert als_pdf._tell(tekst, frozenset({"emoji"})) == "ik [emoji] was [emoji] blij مرحبا"
    assert als_pdf._tell("x مرحبا y", frozenset({"ARABIC"})) == "x [woorden in een ander schrift] y"


def test_only_documents_are_written_as_documents() -> None:
    with pytest.raises(ValueError, match="csv"):
        write_document(Document("t", (), "nl", ()), "csv")
