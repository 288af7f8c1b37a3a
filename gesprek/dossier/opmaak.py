"""Lays out a dossier, or conversations alone, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gesprek.dossier.document import (
    Aanhaling,
    Alinea,
    Antwoorden,
    Blok,
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
from gesprek.dossier.dossier import Activiteit, Belofte, Competentiedeel, Dossier, Groep, status_text
from gesprek.dossier.woorden import WEGGELATEN
from gesprek.draad import Lijn, Moment, Plaats, Tijdlijn
from gesprek.draad.svg import describe, timeline_svg
from gesprek.model import Taal
from gesprek.taal import _, current_taal
from gesprek.taal.datums import format_day
from gesprek.weergave import WEG
from vragen.competenties import load_competenties

_TEKENBAAR = 2
"""Words from which there is a line to draw."""
_KORT = 60
"""Characters of a cell in an overview."""


def four_questions() -> tuple[str, str, str, str]:
    """Return the four questions that the loopbaandossier asks of each activity, verbatim."""
    return (_("What is your goal?"), _("What did you do?"), _("What did you discover?"), _("What will you do with it?"))


def day(dag: date) -> str:
    """Return a day as a document writes it: ``23 november 2026``."""
    return format_day(dag, current_taal()).partition(" ")[2]


# one conversation, or some


def lay_out_conversations(activiteiten: Sequence[Activiteit], naam: str = "") -> Document:
    """Return conversations as a document of their own."""
    if len(activiteiten) == 1:
        (een,) = activiteiten
        blokken = [*_word(een), *_activity(een, 2, "", alleen=True)]
        blokken += [Alinea(regel, zacht=True) for regel in left_out(activiteiten)]
        return Document(een.naam, _under(naam, een), current_taal(), tuple(blokken), f"gesprek-{een.datum}")
    blokken = []
    for nr, activiteit in enumerate(activiteiten, 1):
        blokken += [Kop(2, activiteit.naam, f"gesprek-{nr}"), Alinea(" · ".join(_when(activiteit)), zacht=True)]
        blokken += [*_word(activiteit), *_activity(activiteit, 3, f"gesprek-{nr}-", alleen=True)]
    onder = (*((naam,) if naam else ()), *left_out(activiteiten))
    laatste = max((a.datum for a in activiteiten), default=date.min)
    return Document(_("My conversations"), onder, current_taal(), tuple(blokken), f"gesprekken-{laatste}")


def _under(naam: str, activiteit: Activiteit) -> tuple[str, ...]:
    return (" · ".join(filter(None, (naam, *_when(activiteit)))),)


def _when(activiteit: Activiteit) -> list[str]:
    soort = _("conversation together with a mentor") if activiteit.modus == "samen" else _("conversation on my own")
    return [format_day(activiteit.datum, current_taal()), soort]


def left_out(activiteiten: Sequence[Activiteit]) -> tuple[str, ...]:
    """Return what the mark means that stands where words were left out, as a line; nothing when there is none."""
    groepen = (groep for a in activiteiten for groep in (*a.gedaan, *a.ontdekt, *a.verder))
    if not any(WEGGELATEN in regel for groep in groepen for regel in groep.regels):
        return ()
    return (_("Where {mark} stands, I left something out.").format(mark=WEGGELATEN),)


def _word(activiteit: Activiteit) -> Iterator[Blok]:
    if activiteit.kernwoord:
        yield Woord(_("My word"), activiteit.kernwoord)


# an activity


def _activity(activiteit: Activiteit, niveau: int, voor: str, *, alleen: bool = False) -> Iterator[Blok]:
    """Yield an activity under the four questions.

    :param alleen: it stands by itself, with its word at the top.
    """
    doel, gedaan, ontdekt, verder = four_questions()
    yield Kop(niveau, doel, f"{voor}doel")
    if activiteit.doel:
        bron = ""
        if activiteit.doel_van:
            bron = _("agreed earlier, for {day}").format(day=day(activiteit.doel_van))
        yield Aanhaling(activiteit.doel, bron=bron, taal=activiteit.taal)
    else:
        yield Schrijfregel(_("Not filled in yet"), 2)
    for kop, id, groepen in (
        (gedaan, "gedaan", activiteit.gedaan),
        (ontdekt, "ontdekt", activiteit.ontdekt),
        (verder, "verder", activiteit.verder),
    ):
        yield Kop(niveau, kop, f"{voor}{id}")
        if not groepen:
            yield Schrijfregel(_("Not filled in yet"), 2)
        for groep in groepen:
            if alleen and groep.kop == _("My word"):
                continue  # it stands large at the top
            yield from _group(groep, activiteit.taal)
    if activiteit.gezien:
        getekend = _("seen by my mentor, {day}").format(day=day(activiteit.datum))
        yield Kader(_("What my mentor saw"), activiteit.gezien, getekend)
    if activiteit.gesproken:
        yield Kop(niveau, _("The whole conversation"), f"{voor}gesprek")
        for wie, tekst in activiteit.gesproken:
            yield Gezegd(wie, tekst, wie == _("I"))


def _group(groep: Groep, taal: Taal) -> Iterator[Blok]:
    if not groep.citaat:
        yield Alinea("", label=groep.kop)
        yield Lijst(groep.regels)
        return
    for nr, regel in enumerate(groep.regels):
        yield Aanhaling(regel, bij=groep.kop if nr == 0 else "", taal=taal)


# the dossier


def lay_out_dossier(dossier: Dossier) -> Document:
    """Return the whole loopbaandossier, in the four parts of the source."""
    titel = _("Career portfolio of {name}").format(name=dossier.naam) if dossier.naam else _("My career portfolio")
    onder = [_("Made on {day}. In my own words.").format(day=day(dossier.gemaakt)), *left_out(dossier.activiteiten)]
    blokken = [
        *_competences(dossier),
        *_development(dossier),
        *_activities(dossier),
        *_per_activity(dossier),
    ]
    return Document(titel, tuple(onder), current_taal(), tuple(blokken), f"loopbaandossier-{dossier.gemaakt}")


def _competences(dossier: Dossier) -> Iterator[Blok]:
    taal, alles = current_taal(), load_competenties()
    yield Kop(2, _("1. Career skills: the five career competences"), "competenties")
    yield Alinea(_("For each competence you read what I said about it myself, and when."))
    namen = {a.gesprek: a.naam for a in dossier.activiteiten}
    for deel in dossier.competenties:
        yield Kop(3, deel.uitleg.naam.in_taal(taal), f"competentie-{deel.uitleg.id}")
        yield Alinea(deel.uitleg.kernvraag.in_taal(taal), zacht=True)
        yield from _shown(deel, namen, dossier)
    yield Kop(3, _("What the competences mean"), "competenties-uitleg")
    for deel in dossier.competenties:
        uitleg = deel.uitleg
        yield Alinea(uitleg.beschrijving.in_taal(taal), label=uitleg.naam.in_taal(taal), zacht=True)
        yield Alinea(
            " ".join(f"“{indicator.in_taal(taal)}”" for indicator in uitleg.indicatoren),
            label=_("Indicators"),
            zacht=True,
        )
    bron = alles.geen_afvinklijst.in_taal(taal)
    yield Alinea(f"“{bron}” ({alles.bron})", zacht=True)


def _shown(deel: Competentiedeel, namen: dict[str, str], dossier: Dossier) -> Iterator[Blok]:
    if not deel.uitspraken:
        yield Alinea(_("Nothing here yet. That is fine: it grows with the conversations."), zacht=True)
    talen = {a.gesprek: a.taal for a in dossier.activiteiten}
    for id, naam in namen.items():
        gezegd = [u for u in deel.uitspraken if u.gesprek == id]
        if gezegd:
            kop = f"{day(gezegd[0].datum)}, {naam}"
            yield Antwoorden(kop, tuple((u.vraag, u.tekst) for u in gezegd), talen[id])


def drawing(dossier: Dossier) -> Figuur | None:
    """Return the words of a dossier over time as a drawing; of one word there is nothing to draw.

    Only what is in the dossier is in it.
    """
    per_woord: dict[str, list[Moment]] = {}
    for a in dossier.activiteiten:
        if a.kernwoord:
            moment = Moment(Plaats(a.gesprek, a.datum, -1, a.kernwoord), a.kernwoord, a.naam)
            per_woord.setdefault(a.kernwoord.casefold(), []).append(moment)
    lijnen = [Lijn((momenten[0].woord,), tuple(momenten)) for momenten in per_woord.values()]
    if sum(len(lijn.momenten) for lijn in lijnen) < _TEKENBAAR:
        return None
    taal = current_taal()
    return Figuur(timeline_svg(Tijdlijn(tuple(lijnen), len(dossier.activiteiten)), taal), describe(lijnen, taal))


def _development(dossier: Dossier) -> Iterator[Blok]:
    yield Kop(2, _("2. My own development"), "ontwikkeling")
    yield Alinea(_("From activity to word, from word to step. Words may change; they all stay here."))
    tekening = drawing(dossier)
    if tekening is not None:
        yield tekening
    if not dossier.activiteiten:
        return
    yield Tabel(
        _("My development through time, oldest first"),
        (_("Day"), _("Activity"), _("My word"), _("My next step"), _("What came of it")),
        tuple(
            (
                day(a.datum),
                _cell(a.naam),
                a.kernwoord or "–",
                _cell(a.stap) or "–",
                _came_of_it(a.beloften) or "–",
            )
            for a in dossier.activiteiten
        ),
    )
    for kop, id, woorden in (
        (_("My words through time"), "woorden", [(a.datum, a.kernwoord) for a in dossier.activiteiten]),
        (_("What mattered to me through time"), "motieven", [(a.datum, a.motief) for a in dossier.activiteiten]),
    ):
        regels = tuple(f"{day(dag)}: {woord}" for dag, woord in woorden if woord)
        if len(regels) > 1:
            yield Kop(3, kop, id)
            yield Lijst(regels)


def _came_of_it(beloften: Sequence[Belofte]) -> str:
    if len(beloften) == 1:
        return status_text(beloften[0].status)
    return "; ".join(f"{_cell(b.tekst)}: {status_text(b.status)}" for b in beloften)


def _activities(dossier: Dossier) -> Iterator[Blok]:
    yield Kop(2, _("3. Activities that I did"), "activiteiten")
    yield Alinea(_("Activities that helped me to develop career competences."))
    if not dossier.activiteiten:
        return
    yield Tabel(
        _("My activities, oldest first"),
        (_("Day"), _("Activity"), _("Where"), _("Category")),
        tuple(
            (day(a.datum), _cell(a.naam), _cell(a.plek) or "–", category_name(a.categorie) or "–")
            for a in dossier.activiteiten
        ),
    )
    gedaan = tuple(
        f"{b.tekst}{f' ({day(b.datum)})' if b.datum else ''}"
        for a in dossier.activiteiten
        for b in a.beloften
        if b.status == "gedaan"
    )
    if gedaan:
        yield Kop(3, _("What I agreed and did"), "gedaan")
        yield Lijst(gedaan)


def _per_activity(dossier: Dossier) -> Iterator[Blok]:
    yield Kop(2, _("4. Activity by activity"), "per-activiteit")
    for nr, activiteit in enumerate(dossier.activiteiten, 1):
        yield Kop(3, activiteit.naam, f"activiteit-{nr}")
        yield Alinea(" · ".join(_when(activiteit)), zacht=True)
        yield from _activity(activiteit, 4, f"activiteit-{nr}-")


def category_name(id: str) -> str:
    """Return the name of a category of the plusdocument; one that is not ours is its own name."""
    return {
        "loopbaan": _("Career"),
        "burgerschap": _("Citizenship"),
        "ondernemerschap": _("Entrepreneurship"),
        "creativiteit": _("Creativity"),
        "sport": _("Sports"),
        "anders": _("Something else"),
    }.get(id, id)


def _cell(tekst: str) -> str:
    """Return words that fit in a cell."""
    kop = " ".join(tekst.split())
    if len(kop) <= _KORT:
        return kop
    kort = kop[:_KORT].rpartition(" ")[0].rstrip(" .,;:")
    return f"{kort} {WEG}"
