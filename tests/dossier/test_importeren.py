"""What was exported as json comes back without loss; a file that is not right changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesprek.archief import Archief, open_archief
from gesprek.dossier.dossier import Invoer, build
from gesprek.dossier.importeren import Importfout, import_file, read_file
from gesprek.dossier.schema import json_schema
from gesprek.dossier.schrijvers.als_json import write_conversations, write_dossier
from gesprek.dossier.verzamelen import Verzamelaar, activities
from gesprek.model import Dossierkeuze, Taal
from gesprek.sessie import Sessie
from tests.dossier.test_dossier import VANDAAG
from tests.dossier.toneel import Klok, finish

ANDERS = "Bij de overdracht mocht ik niks zeggen en niemand keek op, dat was zo irritant."


@pytest.fixture
def bestand(archief: Archief, tmp_path: Path) -> Path:
    """An export of one conversation with everything that can be kept of it."""
    id = finish(archief)
    archief.rename(id, "Stage")
    archief.write_status(id, 0, "gedaan")
    archief.write_dossierkeuze(Dossierkeuze(id, frozenset({"stap", "namen"}), "meekijken", "loopbaan"))
    pad = tmp_path / "gesprek.json"
    pad.write_bytes(write_conversations([archief.read_whole(id)]))
    return pad


def only(archief: Archief) -> str:
    (gesprek,) = archief.recent()
    return gesprek.id


def test_exported_erased_and_imported_it_is_the_same(archief: Archief, bestand: Path) -> None:
    id = only(archief)
    heel = archief.read_whole(id)
    archief.erase(id)
    assert import_file(archief, bestand).nieuw == (id,)
    assert archief.read_whole(id) == heel
    assert Verzamelaar(archief).verloop(id).klaar


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["nl", "en"]),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=1, max_size=12),
)
def test_any_conversation_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, taal: Taal, antwoorden: list[str]
) -> None:
    archief = open_archief(None)
    pad = tmp_path_factory.mktemp("json") / "x.json"
    try:
        sessie = Sessie.begin(archief, "kort", taal, klok=Klok(datetime(2026, 3, 3, tzinfo=UTC)))
        sessie.start()
        for antwoord in ["op stage was ik trots", *antwoorden]:
            sessie.answer(antwoord)
        heel = archief.read_whole(sessie.gesprek.id)
        pad.write_bytes(write_conversations([heel]))
        archief.erase(heel.gesprek.id)
        import_file(archief, pad)
        assert archief.read_whole(heel.gesprek.id) == heel
    finally:
        archief.close()


def test_the_same_file_twice_changes_nothing(archief: Archief, bestand: Path) -> None:
    archief.write_status(only(archief), 0, "open")
    uitslag = import_file(archief, bestand)
    assert (uitslag.nieuw, uitslag.al) == ((), 1)
    assert archief.afspraken(only(archief))[0].status == "open"


def changed(bestand: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    data = json.loads(bestand.read_text(encoding="utf-8"))
    change(data)
    bestand.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return bestand


def first(data: dict[str, Any]) -> dict[str, Any]:
    eerste: dict[str, Any] = data["gesprekken"][0]
    return eerste


def test_another_conversation_with_the_same_id_is_refused_unless_it_is_taken_in_as_a_copy(
    archief: Archief, bestand: Path
) -> None:
    changed(bestand, lambda data: first(data)["beurten"][2].update(tekst=ANDERS))
    oud = archief.read_whole(only(archief))
    with pytest.raises(Importfout, match=r"gesprek\.json: Een ander gesprek heeft al het id .*--als-kopie"):
        import_file(archief, bestand)
    assert archief.read_whole(only(archief)) == oud
    (nieuw,) = import_file(archief, bestand, als_kopie=True).nieuw
    assert nieuw != oud.gesprek.id
    assert archief.read_whole(oud.gesprek.id) == oud
    assert archief.read(nieuw)[1][2].tekst == ANDERS
    assert archief.afspraken(nieuw)[0].gesprek == nieuw


MIS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("newer", lambda d: d.update(schema="gesprek/2"), "nieuwere versie"),
    ("other", lambda d: d.update(schema="iets/1"), "geen export van gesprek"),
    ("no schema", lambda d: d.pop("schema"), "geen export van gesprek"),
    ("missing", lambda d: first(d).pop("beurten"), "“gesprekken.0.beurten” ontbreekt"),
    ("unknown", lambda d: first(d).update(cijfer=8), "“gesprekken.0.cijfer” is hier niet bekend"),
    ("kind", lambda d: first(d).update(modus="raar"), "“gesprekken.0.modus” klopt niet"),
    ("id", lambda d: first(d).update(id="../x"), "“gesprekken.0.id” klopt niet"),
    ("gap", lambda d: first(d)["beurten"].pop(3), "niet te lezen als gesprek"),
    ("zone", lambda d: first(d).update(begonnen="2026-01-01T10:00:00"), "niet te lezen als gesprek"),
    ("place", lambda d: first(d)["gevuld"][0].update(tot=99999), "niet te lezen als gesprek"),
    ("step", lambda d: first(d)["beurten"][1].update(stap="raar.stap"), "niet te lezen als gesprek"),
    ("source", lambda d: next(iter(d["bronnen"].values()))["flow"].update(minuten=3), "vragen erin zijn veranderd"),
    ("no source", lambda d: d["bronnen"].clear(), "staan er niet in"),
]


@pytest.mark.parametrize(("change", "zin"), [m[1:] for m in MIS], ids=[m[0] for m in MIS])
def test_a_file_that_is_not_right_is_told_and_changes_nothing(
    archief: Archief, bestand: Path, change: Callable[[dict[str, Any]], object], zin: str
) -> None:
    archief.erase(only(archief))
    changed(bestand, change)
    with pytest.raises(Importfout) as fout:
        import_file(archief, bestand)
    assert str(fout.value).startswith("gesprek.json: ")
    assert zin in str(fout.value)
    assert archief.recent() == []


@pytest.mark.parametrize("inhoud", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'"x"', b"\x00"])
def test_what_is_no_export_at_all_is_told(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "x.json"
    pad.write_bytes(inhoud)
    with pytest.raises(Importfout, match=r"^x\.json: "):
        read_file(pad)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Importfout, match="Dit bestand is er niet"):
        read_file(tmp_path / "weg.json")


def test_a_dossier_is_data_that_is_shared_and_cannot_be_imported(invoer: list[Invoer], tmp_path: Path) -> None:
    pad = tmp_path / "dossier.json"
    pad.write_bytes(write_dossier(build("Noor", VANDAAG, activities(invoer))))
    assert b"Anke" not in pad.read_bytes()
    assert b"irritant" not in pad.read_bytes()
    with pytest.raises(Importfout, match="Dit is een dossier"):
        read_file(pad)


def test_half_a_file_changes_nothing(archief: Archief, bestand: Path) -> None:
    """Two conversations of which the second is in the way: not even the first is taken in."""
    eerste = archief.read_whole(only(archief))
    tweede = finish(archief, "kort_positief", 5)
    data = json.loads(write_conversations([eerste, archief.read_whole(tweede)]))
    data["gesprekken"][1]["beurten"][2]["tekst"] = "iets heel anders dat ik zei"
    bestand.write_text(json.dumps(data), encoding="utf-8")
    archief.erase(eerste.gesprek.id)
    with pytest.raises(Importfout):
        import_file(archief, bestand)
    assert only(archief) == tweede


def test_the_schema_can_be_had() -> None:
    schema = json_schema()
    assert schema["title"] == "gesprek/1"
    assert {"Gesprekken", "DossierJson", "BeurtJson"} <= set(schema["$defs"])
