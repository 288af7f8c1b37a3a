"""Written-out conversations as people write them, and files that are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesprek.inlezen import Inleesfout
from gesprek.regels.verslag.uitgeschreven import MEEST_BEURTEN, Uitgeschreven, read_conversation, read_text
from tests.regels.vast import VERSLAGEN


def said(gesprek: Uitgeschreven) -> list[tuple[str, str, int]]:
    """Return (side, text, first line) of each turn."""
    return [(b.kant, b.tekst, b.van_regel) for b in gesprek.beurten]


TWEE = [("mentor", "Hoe was het?", 1), ("leerling", "Leuk.", 2)]


@pytest.mark.parametrize(
    "tekst",
    [
        "M: Hoe was het?\nL: Leuk.",
        "m: Hoe was het?\r\nl: Leuk.\r\n",
        "Mentor: Hoe was het?\nLeerling: Leuk.",
        "Docent: Hoe was het?\nStudent: Leuk.",
        "Begeleider : Hoe was het?\nlln: Leuk.",
        "Coach: Hoe was het?\nSem: Leuk.",
        "Mevr. De Vries (decaan): Hoe was het?\nSem: Leuk.",
        "Juf Anna: Hoe was het?\nSem: Leuk.",
        "**Mentor:** Hoe was het?\n**Leerling:** Leuk.",
        "**Mentor**: Hoe was het?\n_Leerling_: Leuk.",
        "> M: Hoe was het?\n> L: Leuk.",
        "- M: Hoe was het?\n- L: Leuk.",
        "1. M: Hoe was het?\n2. L: Leuk.",
        "[00:12:31] M: Hoe was het?\n[00:12:35] L: Leuk.",
        "12:31 M: Hoe was het?\n12:35 L: Leuk.",
        "Mentor (00:12): Hoe was het?\nLeerling (00:15): Leuk.",
        "[12-11-2026 14:03:11] M: Hoe was het?\n[12-11-2026 14:04:00] L: Leuk.",
        "12-11-2026 14:03 - Juf Anna: Hoe was het?\n12-11-2026 14:04 - Sem: Leuk.",
        "**Mentor** Hoe was het?\n**Leerling** Leuk.",
        "M\tHoe was het?\nL\tLeuk.",
        "Mentor - Hoe was het?\nLeerling – Leuk.",
        "V: Hoe was het?\nA: Leuk.",
        "Spreker 1: Hoe was het?\nSpreker 2: Leuk.",
        "| Mentor | Hoe was het? |\n| Leerling | Leuk. |",
        "Teacher: Hoe was het?\nPupil: Leuk.",
    ],
)
def test_speakers_are_told_apart_however_they_are_written(tekst: str) -> None:
    assert said(read_text(tekst, "x")) == TWEE


def test_two_who_speak_on_one_line_are_two_turns() -> None:
    assert said(read_text("Mentor: Hoe was het? Leerling: Leuk. Mentor: En toen?", "x")) == [
        ("mentor", "Hoe was het?", 1),
        ("leerling", "Leuk.", 1),
        ("mentor", "En toen?", 1),
    ]


def test_captions_are_read() -> None:
    tekst = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Anna>Hoe was het?</v>\n\n2\n00:00:04.000 --> 00:00:05.000\n"
    assert said(read_text(tekst + "<v Sem>Leuk.</v>\n", "x")) == [
        ("mentor", "Hoe was het?", 5),
        ("leerling", "Leuk.", 9),
    ]


def test_a_name_may_stand_above_what_is_said() -> None:
    tekst = (
        "Mevr. De Vries 12:31\nHoe was het?\n\nSem 12:32\nGoed.\nJa.\n\nMevr. De Vries 12:33\nEn toen?\nSem 12:34\nJa."
    )
    assert said(read_text(tekst, "x")) == [
        ("mentor", "Hoe was het?", 1),
        ("leerling", "Goed. Ja.", 4),
        ("mentor", "En toen?", 8),
        ("leerling", "Ja.", 10),
    ]


def test_the_mentor_is_who_asks_most_and_that_is_said() -> None:
    gesprek = read_conversation(VERSLAGEN / "gewoon.md")
    assert gesprek.hoe == "vragen"
    assert {(s.naam, s.kant) for s in gesprek.sprekers} == {("Mevr. De Vries", "mentor"), ("Daan", "leerling")}
    assert gesprek.overgeslagen == (1, 3)


def test_the_mentor_can_be_chosen() -> None:
    tekst = "Anna: Ik was er ook.\nSem: Echt? Waar?\nAnna: Daar.\nSem: O ja?"
    assert read_text(tekst, "x").beurten[0].kant == "leerling"
    assert read_text(tekst, "x", "anna").beurten[0].kant == "mentor"
    with pytest.raises(Inleesfout, match="Anna, Sem"):
        read_text(tekst, "x", "Piet")


def test_a_parent_is_on_neither_side() -> None:
    gesprek = read_text("M: Hoe was het?\nL: Leuk.\nMoeder: Hij was zo trots.\nL: Mam.", "x")
    assert [b.kant for b in gesprek.beurten] == ["mentor", "leerling", "ander", "leerling"]


def test_lines_that_go_on_belong_to_who_speaks() -> None:
    tekst = (
        "# Gesprek\n\nDatum: 12 mei\n\nM: Hoe was het?\n\nL: Leuk. Toen zei ze:\nkom maar.\n\nDat was alles.\n"
        "(stilte)\n\n## Reflecteren\n\nM: En?\nNotitie: niks"
    )
    gesprek = read_text(tekst, "x")
    assert said(gesprek) == [
        ("mentor", "Hoe was het?", 5),
        ("leerling", "Leuk. Toen zei ze: kom maar.\nDat was alles.", 7),
        ("mentor", "En? Notitie: niks", 15),
    ]
    assert gesprek.beurten[1].tot_regel == 10
    assert gesprek.overgeslagen == (1, 3, 11, 13)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(tmp_path: Path, codering: str) -> None:
    pad = tmp_path / "gesprek.txt"
    pad.write_bytes("M: Eén keer?\nL: Geïrriteerd “ja”.".encode(codering))
    assert [b.tekst for b in read_conversation(pad).beurten] == ["Eén keer?", "Geïrriteerd “ja”."]


# Word


def test_word_paragraphs_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Gesprek met Yara")
    for regel in (VERSLAGEN / "stroef.txt").read_text(encoding="utf-8").splitlines():
        wie, _punt, wat = regel.partition(": ")
        alinea = document.add_paragraph()
        alinea.add_run(f"{wie}: ").bold = True
        alinea.add_run(wat)
    pad = tmp_path / "stroef.docx"
    document.save(str(pad))
    gesprek = read_conversation(pad)
    uit_tekst = read_conversation(VERSLAGEN / "stroef.txt")
    assert gesprek.eenheid == "alinea"
    assert [(b.kant, b.tekst, b.van_regel - 1) for b in gesprek.beurten] == said(uit_tekst)


def test_word_tables_of_two_columns_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    tabel = document.add_table(rows=0, cols=3)
    for tijd, wie, wat in (("00:01", "Mentor", "Hoe was het?"), ("00:04", "Sem", "Leuk.\nEcht.")):
        for cel, tekst in zip(tabel.add_row().cells, (tijd, wie, wat), strict=True):
            cel.text = tekst
    pad = tmp_path / "tabel.docx"
    document.save(str(pad))
    assert said(read_conversation(pad)) == [("mentor", "Hoe was het?", 1), ("leerling", "Leuk. Echt.", 2)]


# JSON


def test_a_list_of_who_says_what_is_read(tmp_path: Path) -> None:
    pad = tmp_path / "x.json"
    pad.write_text(json.dumps([{"spreker": "mentor", "tekst": "Hoe?"}, {"spreker": "leerling", "tekst": "Zo."}]))
    gesprek = read_conversation(pad)
    assert said(gesprek) == [("mentor", "Hoe?", 1), ("leerling", "Zo.", 2)]
    assert gesprek.eenheid == "beurt"


def test_what_the_program_says_in_one_breath_is_one_turn(tmp_path: Path) -> None:
    pad = tmp_path / "x.json"
    beurten = [
        {"spreker": "programma", "tekst": "Dank je.", "fase": "terugkijken"},
        {"spreker": "programma", "tekst": "Waar was je?", "fase": "terugkijken", "stap": "precies"},
        {"spreker": "leerling", "tekst": ""},
        {"spreker": "leerling", "tekst": "In de keuken."},
    ]
    pad.write_text(json.dumps({"taal": "en", "beurten": beurten}))
    gesprek = read_conversation(pad)
    assert said(gesprek) == [("mentor", "Dank je.\nWaar was je?", 1), ("leerling", "In de keuken.", 4)]
    assert gesprek.taal == "en"
    assert (gesprek.beurten[0].fase, gesprek.beurten[0].stap) == ("terugkijken", "precies")


# what is no conversation


def _folder(pad: Path) -> None:
    pad.mkdir()


def _written(inhoud: bytes) -> Callable[[Path], None]:
    def write(pad: Path) -> None:
        pad.write_bytes(inhoud)

    return write


@pytest.mark.parametrize(
    ("naam", "maak", "zin"),
    [
        ("er_niet.txt", lambda _pad: None, "Dit bestand is er niet. Kijk na hoe het heet en waar het staat."),
        ("map", _folder, "Dit is een map. Noem één bestand, waar het gesprek in staat."),
        ("leeg.txt", _written(b""), "Het bestand is leeg."),
        ("wit.txt", _written(b" \n\t\n"), "Het bestand is leeg."),
        ("a.pdf", _written(b"%PDF-1.7 ..."), "Een pdf kan hier niet gelezen worden. Open hem, kopieer het gesprek"),
        ("oud.doc", _written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "bewaar het als .docx"),
        ("a.rtf", _written(b"{\\rtf1 M: hoi?}"), "bewaar het als .docx"),
        ("stuk.docx", _written(b"PK\x03\x04kapot"), "Dit document kan niet geopend worden."),
        ("beeld.png", _written(b"\x89PNG\r\n\x1a\n\0\0\0"), "Dit is geen tekst."),
        ("groot.txt", _written(b"M: hoi?\n" * 300_000), "te groot voor één gesprek"),
        ("lang.txt", _written(b"M: hoi?\nL: ja\n" * MEEST_BEURTEN), "meer dan 1000 beurten"),
        ("los.txt", _written(b"Waarom deed je dat?\nWat gebeurde er?\n"), "gesprek toets < los.txt"),
        ("kale.json", _written(b"[1, 2]"), "Er staat geen gesprek in deze JSON."),
        ("half.json", _written(b'{"beurten": ['), "Dit is geen geldige JSON."),
        ("diep.json", _written(b"[" * 100_000), "Dit is geen geldige JSON."),
        ("gelijk.txt", _written(b"Anna: Hoe?\nSem: Hoe?\n"), "Zeg het met --mentor en een van deze namen: Anna, Sem"),
        ("alleen_l.txt", _written(b"L: ik was er\nL: ja\n"), "De mentor zegt er niets in."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, naam: str, maak: Callable[[Path], None], zin: str
) -> None:
    maak(tmp_path / naam)
    with pytest.raises(Inleesfout) as fout:
        read_conversation(tmp_path / naam)
    assert zin in str(fout.value)
    assert str(fout.value).startswith(naam)
    assert "\n" not in str(fout.value)


# anything at all

_REGELS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["M: ", "L: ", "Mentor: ", "**Sem:** ", "- ", "> ", "[00:12] L: ", "12:00", "# Kop", "---", ""]
        ),
        st.builds("{}{}".format, st.sampled_from(["M: ", "L: ", "Sem: ", "| M | "]), st.text(max_size=30)),
    ),
    max_size=12,
)


@given(_REGELS)
def test_whatever_stands_in_a_file_is_read_to_the_letter_or_refused(regels: list[str]) -> None:
    tekst = "\n".join(regels)
    try:
        gesprek = read_text(tekst, "x")
    except Inleesfout:
        return
    bron = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    vorige = 0
    for beurt in gesprek.beurten:
        assert 1 <= beurt.van_regel <= beurt.tot_regel <= len(bron)
        assert beurt.van_regel >= vorige
        vorige = beurt.tot_regel
        plek = "".join("".join(bron[beurt.van_regel - 1 : beurt.tot_regel]).split())
        rest = iter(plek)
        # every sign of a turn stands in its lines, in that order
        assert all(teken in rest for teken in "".join(beurt.tekst.split())), (beurt, plek)
        assert beurt.tekst.strip()
    assert len({b.nr for b in gesprek.beurten}) == len(gesprek.beurten)
