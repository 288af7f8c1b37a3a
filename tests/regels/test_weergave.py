"""The report in its formats. The pages in ``__snapshots__/`` are compared to the letter.

After a change that is meant: look at them, then ``pytest tests/regels/test_weergave.py --snapshot-update -n 0``.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from gesprek.model import TALEN, Taal
from gesprek.regels.verslag.nalezen import read_report
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_text
from gesprek.regels.verslag.weergave import FORMATEN, Formaat, render
from gesprek.regels.verslag.weergave.als_json import VerslagJson
from gesprek.taal import use_taal
from tests.regels.vast import VERSLAGEN, fixed_toets


class _Goud(SingleFileSnapshotExtension):
    _file_extension = "md"
    _write_mode = WriteMode.TEXT


@pytest.fixture(autouse=True)
def _vast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesprek.regels.verslag.lezing.toets", fixed_toets)


@pytest.mark.parametrize(
    ("bestand", "taal"), [("goed.txt", "nl"), ("gewoon.md", "nl"), ("stroef.txt", "nl"), ("english.txt", "en")]
)
def test_a_report_reads_as_it_did(snapshot: SnapshotAssertion, bestand: str, taal: Taal) -> None:
    use_taal(taal)
    verslag = read_report(VERSLAGEN / bestand, taal)
    assert render(verslag, "md") == snapshot(extension_class=_Goud)


# well formed and harmless


class _Lezer(HTMLParser):
    """Checks that every element that is opened is closed, and collects what is in it."""

    LEEG = ("meta", "!doctype")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.gezien: list[str] = []
        self.ids: list[str] = []
        self.naar: list[str] = []
        self.tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = dict(attrs)
        self.gezien.append(tag)
        if "id" in waarden:
            self.ids.append(waarden["id"] or "")
        if tag == "a":
            self.naar.append((waarden["href"] or "").removeprefix("#"))
        assert not any(naam.startswith("on") for naam in waarden)
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.tekst += data


VIJANDIG = (
    "M: <script>alert(1)</script> & <b>waarom</b> deed je dat?\n"
    "L: **vet** | [x](http://e.nl) `code` <img src=x onerror=alert(1)> ik was trots\n"
    "M: 1. Waarom \x1b[31mrood\x1b[0m \u202eomgekeerd?\n"
    "L: # kop\n"
)


def _html(verslag_tekst: str) -> _Lezer:
    lezer = _Lezer()
    lezer.feed(render(build(read_text(verslag_tekst, "<x>.txt"), "nl"), "html"))
    lezer.close()
    assert lezer.open == []
    return lezer


def test_html_is_well_formed_and_escapes_what_people_said() -> None:
    lezer = _html(VIJANDIG)
    assert not {"script", "img", "b"} & set(lezer.gezien)
    assert "<script>alert(1)</script>" in lezer.tekst
    assert "\x1b" not in lezer.tekst
    assert "\u202e" not in lezer.tekst
    assert lezer.gezien.count("h1") == 1
    assert set(lezer.naar) <= set(lezer.ids)
    assert len(lezer.ids) == len(set(lezer.ids))
    assert lezer.gezien.count("table") == lezer.gezien.count("caption")
    assert "th" in lezer.gezien


@pytest.mark.parametrize("taal", TALEN)
def test_html_says_its_language_and_fetches_nothing(taal: Taal) -> None:
    use_taal(taal)
    uit = render(read_report(VERSLAGEN / "gewoon.md", "nl"), "html")
    assert f'<html lang="{taal}">' in uit
    assert not re.search(r"(src|href)=\"(?!#)|@import|url\(", uit)
    assert "prefers-color-scheme: dark" in uit
    assert "@media print" in uit


def test_marks_are_words_and_not_only_colours() -> None:
    tekst = _html((VERSLAGEN / "stroef.txt").read_text(encoding="utf-8")).tekst
    assert "Gebroken: waarom-vraag" in tekst
    assert "gebroken: 9 Geen waarom" in tekst


def test_markdown_shows_what_people_said_as_it_is() -> None:
    uit = render(build(read_text(VIJANDIG, "x.txt"), "nl"), "md")
    assert r"\<script\>" in uit
    assert "<script>" not in uit
    assert "\x1b" not in uit
    for regel in uit.splitlines():
        if regel.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", regel)) in (3, 4, 6)


def test_plain_lines_have_no_signs_that_steer() -> None:
    uit = render(build(read_text(VIJANDIG, "x.txt"), "nl"), "tekst")
    assert not [t for t in uit if ord(t) < 32 and t != "\n"]
    assert not re.search(r"[\u2500-\u259f\u2800-\u28ff\u202a-\u202e]", uit)


def test_json_has_the_keys_that_its_model_names() -> None:
    verslag = read_report(VERSLAGEN / "stroef.txt", "nl")
    gegevens = json.loads(render(verslag, "json"))
    assert VerslagJson.model_validate(gegevens).regels[8].code == "geen-waarom"
    gebroken = gegevens["regels"][8]["gebroken"][0]
    assert (gebroken["regel"], gebroken["citaat"], gebroken["uitleg"]) == (13, "Waarom", "waarom-vraag")
    assert [regel["nr"] for regel in gegevens["regels"]] == list(range(1, 11))


@pytest.mark.parametrize("formaat", FORMATEN)
def test_no_format_gives_a_grade(formaat: Formaat) -> None:
    uit = render(read_report(VERSLAGEN / "stroef.txt", "nl"), formaat).casefold()
    assert not re.search(r"\b(score|punten|onvoldoende|voldoende|rapportcijfer|\d+/10)\b", uit)


@pytest.mark.parametrize("formaat", FORMATEN)
def test_words_of_distress_stand_in_no_report(formaat: Formaat) -> None:
    tekst = "M: Vertel eens?\nL: Ik wil eigenlijk dood, pindakaas.\nM: Waarom?\nL: Nou ja.\nM: Waarom dan?"
    uit = render(build(read_text(tekst, "x"), "nl"), formaat)
    assert "pindakaas" not in uit
    assert formaat == "json" or "0800-0432" in uit


def test_a_report_is_never_written_over_the_conversation(tmp_path: Path) -> None:
    from gesprek.inlezen import Inleesfout
    from gesprek.regels.verslag.nalezen import save

    bron = tmp_path / "gesprek.md"
    bron.write_text("M: Hoe?\nL: Zo.\n", encoding="utf-8")
    verslag = read_report(bron, "nl")
    with pytest.raises(Inleesfout, match="Dat is het gesprek zelf"):
        save(verslag, bron, bron=bron)
    with pytest.raises(Inleesfout, match="niet duidelijk"):
        save(verslag, tmp_path / "verslag.xyz")
    with pytest.raises(Inleesfout, match="Kies een andere plek"):
        save(verslag, tmp_path / "er" / "niet.md")
    save(verslag, tmp_path / "verslag.html", bron=bron)
    assert (tmp_path / "verslag.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
