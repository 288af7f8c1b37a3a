"""The word lists: how their phrases are read, and that every one of them is found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.inlezen import Inleesfout
from gesprek.luisteren import laden
from gesprek.luisteren.laden import MAP, rows
from gesprek.luisteren.lijsten import Lijsten
from gesprek.luisteren.woorden import words
from gesprek.model import TALEN, Taal
from tests.luisteren.test_gelabeld import answers


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """A folder for word lists of one's own."""
    (tmp_path / "nl").mkdir()
    return tmp_path / "nl"


def read(map_: Path, *regels: str) -> Lijsten:
    """Read these lines as a word list."""
    (map_ / "proef.tsv").write_text("\n".join(regels), encoding="utf-8")
    return laden.load("nl", map_.parent)


def found(lijst: Lijsten, tekst: str) -> list[str]:
    """Return the pieces of a text where a line stands."""
    rij = words(tekst)
    return [rij.piece(t.begin, t.einde) for ts in lijst.find(rij).values() for t in ts]


@pytest.mark.parametrize(
    ("zin", "wel", "niet"),
    [
        ("bang | bange", ["ik was BANG", "een bange hond"], ["banger", "b ang"]),
        ("knoop in mijn/m'n maag/buik", ["knoop in m’n maag"], ["knoop in de maag", "knoop in, mijn maag"]),
        ("[heel/erg] rot gevoel", ["rot gevoel", "heel rot gevoel"], ["rot"]),
        (
            "zag er .. tegenop",
            ["zag er tegenop", "zag er echt heel erg tegenop", "zag er, ja, tegenop"],
            ["zag er een twee drie vier tegenop", "zag er. Tegenop"],
        ),
        ("als ... weg", ["als ik er morgen of overmorgen ineens weg ben"], ["als. weg"]),
        ("@voel me leeg", ["ik voelde me leeg"], ["ik vond me leeg"]),
        ("in het *lokaal", ["in het scheikundelokaal"], ["in het lokaaltje"]),
        ("zelfmoord*", ["zelfmoordgedachten"], ["moord"]),
    ],
)
def test_a_phrase_is_found_as_it_is_written(eigen: Path, zin: str, wel: list[str], niet: list[str]) -> None:
    lijst = read(eigen, "@voel\tklasse\tvoel voelde voelt", f"{zin}\tgevoel\tnegatief")
    assert all(found(lijst, tekst) for tekst in wel)
    assert not any(found(lijst, tekst) for tekst in niet)


@pytest.mark.parametrize(
    "regel",
    ["bang", "bang\tgevoel\tnegatief\tnoot\tnog iets", "@onbekend me\tgevoel", "a b/c d e'f g/h'i j-k/l m\tgevoel"],
)
def test_a_line_that_cannot_be_read_is_named(eigen: Path, regel: str) -> None:
    if regel.startswith("a b"):
        assert read(eigen, regel)
        return
    with pytest.raises(Inleesfout) as fout:
        read(eigen, "goed\tgevoel\tpositief", regel)
    assert ":2" in str(fout.value)
    assert "proef.tsv" in str(fout.value)


def test_a_list_of_another_folder_borrows_the_words_of_listening(eigen: Path) -> None:
    lijst = read(eigen, "@gevoel\tuit\tgevoel waardering", "was je @gevoel\tproef")
    assert found(lijst, "was je boos") == ["was je boos"]
    assert found(lijst, "was je superblij") == ["was je superblij"]
    assert not found(lijst, "was je daar")


@pytest.mark.parametrize("taal", TALEN)
def test_every_plain_phrase_of_the_lists_is_found(taal: Taal) -> None:
    lijst = laden.load(taal)
    for pad in sorted((MAP / taal).glob("*.tsv")):
        if pad.stem == "buren":
            continue
        for nr, (zin, soort, _waarde, _noot) in rows(pad):
            for vorm in zin.split(" | "):
                if soort not in ("klasse", "begrip") and not set(vorm) & set("@/[*.~{"):
                    rij = words(vorm)
                    heel = [t for ts in lijst.find(rij).values() for t in ts if (t.begin, t.einde) == (0, len(rij))]
                    assert heel or not len(rij), f"{pad.name}:{nr}: {vorm}"


@pytest.mark.parametrize("soorten", [{"gevoel", "geen emoties"}, {"persoon", "daad"}, {"oorzaak"}, set()])
@pytest.mark.parametrize("taal", TALEN)
def test_looking_for_a_few_kinds_finds_the_same_of_them(taal: Taal, soorten: set[str]) -> None:
    alle, enkele = laden.load(taal), laden.load(taal).only(frozenset(soorten))
    teksten = [item["tekst"] for deel in ("werk", "apart") for item in answers(taal, deel)]
    gevonden = 0
    for rij in map(words, teksten):
        wel = {soort: set(ts) for soort, ts in alle.find(rij).items() if soort in soorten}
        assert {soort: set(ts) for soort, ts in enkele.find(rij).items()} == wel
        assert [enkele.known(vorm) for vorm in rij.vormen] == [alle.known(vorm) for vorm in rij.vormen]
        gevonden += len(wel)
    assert gevonden > 10 or not soorten


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(TALEN))
def test_a_find_lies_within_the_text_and_forgetting_changes_nothing(tekst: str, taal: Taal) -> None:
    lijst, rij = laden.load(taal), words(tekst)
    vondst = lijst.find(rij)
    assert all(0 <= t.begin < t.einde <= len(rij) for ts in vondst.values() for t in ts)
    lijst.forget()
    assert lijst.find(rij) == vondst


def test_what_is_heard_does_not_hang_on_the_order_of_sets() -> None:
    code = (
        "from gesprek.luisteren import luister, told;"
        "t = 'gwn zondag, was zo vet bro maar ik trok het niet meer toen de chef in de keuken stom deed';"
        "g = luister(t, 'nl'); print(g, told(t, g, 'nl'))"
    )
    uitvoer = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": zaad}, capture_output=True, text=True, check=True
        ).stdout
        for zaad in ("0", "1", "2")
    }
    assert len(uitvoer) == 1
