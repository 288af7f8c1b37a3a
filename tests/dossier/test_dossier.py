"""What goes into the dossier, and what never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from gesprek.archief import Archief, Archieffout, open_archief
from gesprek.dossier.activiteit import activity
from gesprek.dossier.delen import DEEL_VAN_SLOT, all_parts, parts
from gesprek.dossier.document import Alinea, Antwoorden, Document, Kader, Kop, Schrijfregel, Tabel
from gesprek.dossier.dossier import Dossier, Invoer, build
from gesprek.dossier.keuze import GEVOELIG, Gekozen, choose, usual
from gesprek.dossier.opmaak import four_questions, lay_out_conversations, lay_out_dossier
from gesprek.dossier.plusdocument import lay_out_plusdocument
from gesprek.dossier.schrijvers.als_md import write_md
from gesprek.dossier.verzamelen import Verzamelaar, activities, finished
from gesprek.dossier.woorden import without_feelings
from gesprek.model import Dossierkeuze
from tests.dossier.toneel import finish
from vragen.competenties import load_competenties

VANDAAG = date(2026, 12, 24)


def made(invoer: list[Invoer]) -> Dossier:
    return build("Noor", VANDAAG, activities(invoer))


def with_parts(invoer: Invoer, *delen: str, doel: str = "", categorie: str = "") -> Invoer:
    id = invoer.verloop.gesprek.id
    return replace(invoer, gekozen=Gekozen(Dossierkeuze(id, frozenset(delen), doel, categorie), "eigen"))


def headings(document: Document) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Kop)]


# what is chosen


def test_the_usual_choice_is_every_part_but_what_is_sensitive(invoer: list[Invoer]) -> None:
    verloop = invoer[0].verloop
    assert usual(verloop) == {deel.id for deel in all_parts(verloop)} - GEVOELIG
    assert "klein_verhaal" in usual(verloop)


def test_what_was_ticked_together_is_the_choice_until_the_student_chooses_otherwise(samen: Archief) -> None:
    (gesprek,) = finished(samen, None)
    verloop = Verzamelaar(samen).verloop(gesprek.id)
    assert choose(verloop, {}).keuze.delen == {"klein_verhaal", "kwaliteit", "kernwoord"}
    eigen = Dossierkeuze(gesprek.id, frozenset({"stap"}))
    assert choose(verloop, {gesprek.id: eigen}).keuze == eigen


def test_where_nothing_was_chosen_the_screen_lets_nothing_in(invoer: list[Invoer]) -> None:
    gekozen = choose(invoer[0].verloop, {}, gewoon=False)
    assert (gekozen.keuze.delen, gekozen.herkomst) == (frozenset(), "niets")


def test_the_parts_that_are_read_back_together_are_the_first_parts_of_a_dossier(samen: Archief) -> None:
    verloop = Verzamelaar(samen).verloop(finished(samen, None)[0].id)
    alle = [deel.id for deel in all_parts(verloop)]
    assert [deel.id for deel in parts(verloop)] == [id for id in alle if id not in ("herkend", "plan", "transcript")]


@pytest.mark.parametrize("deel", ["klein_verhaal", "kwaliteit", "motief", "kernwoord", "stap", "afspraak", "netwerk"])
def test_only_what_is_ticked_is_in_it(invoer: list[Invoer], deel: str) -> None:
    een = invoer[-1]  # the whole conversation
    document = lay_out_conversations(activities([with_parts(een, deel)]))
    tekst = write_md(document)
    verhaal = een.verloop.verhaal
    for slot, gevuld in verhaal.slots.items():
        hier = DEEL_VAN_SLOT.get(slot, slot) == deel
        for invulling in gevuld:
            woorden = invulling.citaat.tekst.strip(" .")
            if not hier and len(woorden) > 12:
                ergens = [i.citaat.tekst for s, g in verhaal.slots.items() if DEEL_VAN_SLOT.get(s) == deel for i in g]
                assert woorden not in tekst or any(woorden in ander for ander in ergens), (slot, woorden)


def test_a_conversation_of_which_nothing_is_ticked_is_not_in_it(invoer: list[Invoer]) -> None:
    assert activity(with_parts(invoer[0])) is None
    assert activity(with_parts(invoer[0], "namen")) is None


# sensitive


def test_feelings_names_and_transcript_are_out_unless_ticked(invoer: list[Invoer]) -> None:
    een = invoer[-1]
    gewoon = write_md(lay_out_conversations(activities([een])))
    for woord in ("irritant", "Anke", "Het hele gesprek", "Gevoel"):
        assert woord not in gewoon
    delen = een.gekozen.keuze.delen
    met = write_md(lay_out_conversations(activities([with_parts(een, *delen, "emotie", "namen", "transcript")])))
    for woord in ("irritant", "Anke", "Het hele gesprek", "Gevoel"):
        assert woord in met
    assert ("[…]" in gewoon, "Waar […] staat" in gewoon) == (True, True)
    assert "[…]" not in met


@pytest.mark.parametrize("lay_out", [lay_out_dossier, lay_out_plusdocument])
def test_what_a_mark_means_is_said_once_where_there_is_one(
    invoer: list[Invoer], lay_out: Callable[[Dossier], Document]
) -> None:
    assert write_md(lay_out(made(invoer))).count("Waar […] staat") == 1
    alles = [with_parts(een, *een.gekozen.keuze.delen, "emotie") for een in invoer]
    assert "[…]" not in write_md(lay_out(made(alles)))


def test_the_transcript_does_not_say_where_conversations_are_kept(samen: Archief) -> None:
    invoer = Verzamelaar(samen, met=["transcript"]).inputs([finished(samen, None)[0].id])
    (gemaakt,) = activities(invoer)
    assert gemaakt.gesproken[0][0] == "Mentor"


def test_what_the_mentor_saw_is_signed_by_role_and_only_when_ticked(samen: Archief) -> None:
    id = finished(samen, None)[0].id
    (zonder,) = activities(Verzamelaar(samen).inputs([id]))
    assert zonder.gezien == ()
    (met,) = activities(Verzamelaar(samen, met=["waarneming"]).inputs([id]))
    (kader,) = (blok for blok in lay_out_conversations([met]).blokken if isinstance(blok, Kader))
    assert kader.regels == ("Ik zag dat je bij het vertellen ook stil werd.",)
    assert kader.ondertekend == "gezien door mijn mentor, 14 september 2026"


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        (
            "Bij de overdracht mocht ik niks zeggen, dat was zo irritant.",
            "Bij de overdracht mocht ik niks zeggen, […].",
        ),
        ("Ik was trots, echt heel blij, en toen ging ik naar huis.", "[…] en toen ging ik naar huis."),
        ("Wij bouwden een brug.", "Wij bouwden een brug."),
    ],
)
def test_a_clause_with_a_feeling_leaves_a_mark(tekst: str, over: str) -> None:
    assert without_feelings(tekst, "nl") == over


# the four parts


def test_the_dossier_has_the_four_parts_of_the_source(invoer: list[Invoer]) -> None:
    document = lay_out_dossier(made(invoer))
    hoofd = [blok.tekst for blok in document.headings(2)]
    assert [kop[:2] for kop in hoofd] == ["1.", "2.", "3.", "4."]
    assert document.titel == "Loopbaandossier van Noor"


def test_each_activity_has_the_four_questions_to_the_letter(invoer: list[Invoer]) -> None:
    vier = ("Wat is je doel?", "Wat heb je gedaan?", "Wat heb je ontdekt?", "Wat ga je hiermee doen?")
    assert four_questions() == vier
    koppen = [kop for kop in headings(lay_out_dossier(made(invoer))) if kop in vier]
    assert koppen == [*vier] * len(invoer)


def test_the_goal_is_what_the_student_typed_else_what_was_agreed_before_else_an_empty_line(
    invoer: list[Invoer],
) -> None:
    derde, tweede, _eerste = invoer
    getypt = activity(with_parts(tweede, "kernwoord", doel="kijken of ik het durf"))
    assert getypt is not None
    assert (getypt.doel, getypt.doel_van) == ("kijken of ik het durf", None)
    leeg = activity(with_parts(tweede, "kernwoord"))
    assert leeg is not None
    assert any(isinstance(blok, Schrijfregel) for blok in lay_out_conversations([leeg]).blokken)
    terug = activity(derde)
    assert terug is not None
    assert "remedial" in terug.doel or "meekijken" in terug.doel or terug.doel
    assert terug.doel_van is not None


def test_competences_show_quotes_and_never_a_tick_a_level_or_a_count(invoer: list[Invoer]) -> None:
    dossier = made(invoer)
    assert [deel.uitleg.id for deel in dossier.competenties] == [
        uitleg.id for uitleg in load_competenties().competenties
    ]
    gezegd = {tekst for i in invoer for tekst in (b.tekst for b in i.verloop.beurten)}
    for deel in dossier.competenties:
        for uitspraak in deel.uitspraken:
            stukken = [stuk for stuk in uitspraak.tekst.replace("…]", "[").split("[") if len(stuk) > 8]
            assert all(
                any(stuk.strip() in " ".join(tekst.split()) for tekst in gezegd)
                for stuk in stukken
                if "naam" not in stuk
            )
    document = lay_out_dossier(dossier)
    plek = next(nr for nr, blok in enumerate(document.blokken) if isinstance(blok, Kop) and blok.id == "ontwikkeling")
    eerste_deel = document.blokken[:plek]
    assert any(isinstance(blok, Antwoorden) for blok in eerste_deel)
    assert not any(isinstance(blok, Tabel) for blok in eerste_deel)
    tekst = "".join(blok.tekst for blok in eerste_deel if isinstance(blok, Alinea))
    assert "niet bedoeld als afvinklijst" in tekst
    assert "☐" not in tekst
    assert "✓" not in tekst


def test_words_that_changed_stay_visible(invoer: list[Invoer]) -> None:
    document = lay_out_dossier(made(invoer))
    tabel = next(blok for blok in document.blokken if isinstance(blok, Tabel))
    assert [rij[2] for rij in tabel.rijen] == ["Meetellen", "Naast iemand zitten", "simpel maken"]
    tekst = write_md(document)
    assert "14 september 2026: Meetellen" in tekst
    assert "13 december 2026: simpel maken" in tekst


def test_what_became_of_an_agreement_is_said(invoer: list[Invoer]) -> None:
    dossier = made(invoer)
    statussen = [b.status for a in dossier.activiteiten for b in a.beloften]
    assert "gedaan" in statussen
    assert "Wat ik afsprak en deed" in headings(lay_out_dossier(dossier))


def test_an_empty_dossier_says_so_kindly() -> None:
    tekst = write_md(lay_out_dossier(build("", VANDAAG, [])))
    assert tekst.count("Hier staat nog niets. Dat geeft niet") == 5


def test_a_conversation_whose_questions_are_damaged_does_not_spoil_the_dossier() -> None:
    archief = open_archief(None)
    id = finish(archief)
    heel = archief.read_whole(id)
    kapot = replace(heel, gesprek=replace(heel.gesprek, id="0" * 26, bron="kapot"), bron="{}")
    archief.put([replace(kapot, kernwoord=None, afspraken=(), gevraagd_in=(), gevuld=())])
    lezer = Verzamelaar(archief)
    assert [i.verloop.gesprek.id for i in lezer.inputs([g.id for g in finished(archief)])] == [id]
    assert lezer.onleesbaar == ["0" * 26]
    with pytest.raises(Archieffout):
        lezer.input("0" * 26)
    archief.close()


# plusdocument


def test_the_plusdocument_has_categories_evidence_and_an_empty_line_to_validate(invoer: list[Invoer]) -> None:
    eerste = with_parts(invoer[-1], "klein_verhaal", "kwaliteit", categorie="sport")
    document = lay_out_plusdocument(made([eerste, *invoer[:-1]]))
    assert [kop.tekst for kop in document.headings(2)] == ["Loopbaan", "Sport"]
    tekst = write_md(document)
    assert tekst.count("Gevalideerd door / datum") == 3
    assert "goed kijken" in tekst
    assert "cijfer" not in tekst
