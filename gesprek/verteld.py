"""A conversation read back: as a story in the student's own words, or as all that was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gesprek.bewoorden import kernwoord_text, small_story
from gesprek.model import SLOTS, Afspraak, Citaat, Soort, Spreker
from gesprek.samen.teruglezen import chosen
from gesprek.taal import _
from gesprek.taal.datums import format_day
from gesprek.uiting import Regel
from gesprek.verloop import Verloop

_KLEIN_VERHAAL = frozenset({"ervaring", "plek", "rol", "wie", "gebeurtenis", "aanleiding"})
_MEER = frozenset({"emotie", "kwaliteit", "motief", "kans", "netwerk", "belemmering"})
"""Slots of which everything that was said is told; of the others only what was said last."""
_ZINSEINDE = (".", "!", "?", "…", ":", ")")


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph of a story.

    :param kop: what it is about, in a few words; empty where the words speak for themselves.
    :param regels: the student's words, one thing a line.
    """

    kop: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A fase of a conversation as it is told.

    :param fase: the fase, by its name in the flow.
    """

    fase: str
    naam: str
    alineas: tuple[Alinea, ...]


def tell(verloop: Verloop, afspraken: Sequence[Afspraak] = ()) -> list[Hoofdstuk]:
    """Return a conversation as a story; what the student did not tell is left out.

    :param afspraken: as the archive keeps them, with what became of them.
    """
    gehad: set[tuple[int, int, int]] = set()
    hoofdstukken = []
    for fase, slots in SLOTS.items():
        alineas = list(_paragraphs(verloop, slots, gehad, afspraken))
        if alineas and fase in verloop.bron.flow.fasen:
            naam = verloop.bron.flow.fasen[fase].naam.in_taal(verloop.gesprek.taal)
            hoofdstukken.append(Hoofdstuk(fase, naam, tuple(alineas)))
    return hoofdstukken


def _paragraphs(
    verloop: Verloop, slots: tuple[str, ...], gehad: set[tuple[int, int, int]], afspraken: Sequence[Afspraak]
) -> Iterator[Alinea]:
    verhaal = verloop.verhaal
    if "ervaring" in slots and (citaten := small_story(verhaal)):
        gehad |= {_place(citaat) for citaat in citaten}
        yield Alinea("", (" ".join(_sentence(citaat) for citaat in citaten),))
    for slot in slots:
        if slot in _KLEIN_VERHAAL:
            continue
        if slot == "kernwoord" and (woord := verhaal.last("kernwoord")):
            yield Alinea(heading(slot), (kernwoord_text(woord),))
        elif slot == "afspraak" and verhaal.afspraken:
            yield Alinea(heading(slot), tuple(_agreements(verloop, afspraken)))
        else:
            nieuw = [i for i in verhaal.slots.get(slot, ()) if _place(i.citaat) not in gehad]
            gehad |= {_place(i.citaat) for i in nieuw}
            regels = tuple(dict.fromkeys(i.citaat.tekst.strip() for i in nieuw if i.citaat.tekst.strip()))
            if regels and heading(slot):
                yield Alinea(heading(slot), regels if slot in _MEER else regels[-1:])


def _agreements(verloop: Verloop, afspraken: Sequence[Afspraak]) -> Iterator[str]:
    standen = {a.nr: a.status for a in afspraken}
    for nr, (wat, dag) in enumerate(verloop.verhaal.afspraken):
        bij = [format_day(dag, verloop.gesprek.taal)] if dag else []
        bij += [status_name(standen[nr])] if standen.get(nr, "open") != "open" else []
        yield wat.citaat.tekst.strip() + (f" ({', '.join(bij)})" if bij else "")


def _sentence(citaat: Citaat) -> str:
    """Return words that stand among others: with a full stop where the student put nothing."""
    tekst = " ".join(citaat.tekst.split())
    return tekst if tekst.endswith(_ZINSEINDE) else f"{tekst}."


def _place(citaat: Citaat) -> tuple[int, int, int]:
    return citaat.beurt, citaat.van, citaat.tot


def status_name(status: str) -> str:
    """Return what became of an afspraak, in a word."""
    return {"gedaan": _("done"), "vervallen": _("no longer needed")}.get(status, _("open"))


def mode_name(modus: str) -> str:
    """Return a mode in a word."""
    return {"zelf": _("alone"), "samen": _("together"), "oefenen": _("practice")}.get(modus, modus)


def heading(slot: str) -> str:
    """Return what a slot is called to the student; empty when it is not shown."""
    koppen = {
        "ervaring": _("What I went through"),
        "plek": _("Where it was"),
        "rol": _("My part in it"),
        "wie": _("Who were there"),
        "gebeurtenis": _("What happened"),
        "emotie": _("What I felt"),
        "aanleiding": _("Just before that"),
        "kwaliteit": _("What I can do"),
        "motief": _("What matters to me"),
        "verbreden": _("Also somewhere else"),
        "verdiepen": _("Also before"),
        "rode_draad": _("What comes back"),
        "leefregel": _("My rule"),
        "voordeel": _("What it brings me"),
        "nadeel": _("What it costs me"),
        "inzicht": _("What I know about myself now"),
        "kernwoord": _("My word"),
        "mogelijkheid": _("What is possible"),
        "uitproberen": _("What I want to try"),
        "stap": _("My next step"),
        "warmte": _("How warm I feel about it"),
        "kans": _("What I need for it"),
        "netwerk": _("Who can help me"),
        "contact": _("How I get in touch"),
        "belemmering": _("What may get in the way"),
        "afspraak": _("What I agreed with myself"),
    }
    return koppen.get(slot, "")


@dataclass(frozen=True, slots=True)
class Gezegd:
    """A line of a conversation as it was said.

    :param nr: the turn; -1 of the name of a fase.
    :param soort: the name of a fase, said by the program, the student's words, a place where none stand (any more),
        said by the mentor, or what the mentor saw.
    """

    nr: int
    soort: Literal["fase", "programma", "eigen", "leeg", "mentor", "gezien"]
    tekst: str


def transcript(verloop: Verloop) -> Iterator[Gezegd]:
    """Yield what was said, the name of each fase above it. What was gone back over is left out."""
    fasen, taal = verloop.bron.flow.fasen, verloop.gesprek.taal
    weer = verloop.bron.flow.reacties.terug
    regels = [r for r in verloop.regels if not r.vervallen and r.soort is not Soort.TERUG]
    fase = ""
    for regel, volgende in zip(regels, [*regels[1:], None], strict=True):
        # a question that was gone back to stands again below
        if regel.vraag == weer or (regel.soort.asks and volgende is not None and volgende.vraag == weer):
            continue
        if (nu := regel.stap.partition(".")[0]) != fase and nu in fasen:
            fase = nu
            yield Gezegd(-1, "fase", fasen[nu].naam.in_taal(taal))
        if (gezegd := _said(verloop, regel)).tekst:
            yield gezegd


def _said(verloop: Verloop, regel: Regel) -> Gezegd:
    if regel.spreker is Spreker.PROGRAMMA:
        return Gezegd(regel.nr, "programma", regel.tekst)
    if regel.spreker is Spreker.MENTOR:
        return Gezegd(regel.nr, "gezien" if regel.soort is Soort.WAARNEMING else "mentor", regel.tekst)
    if regel.vraag == "samen.dossier" and regel.soort is Soort.ANTWOORD:
        return Gezegd(regel.nr, "leeg", ", ".join(deel.kop for deel in chosen(verloop)) or _("(nothing)"))
    if regel.soort in (Soort.ANTWOORD, Soort.APART):
        return Gezegd(regel.nr, "eigen", regel.tekst)
    weg = {Soort.SLA_OVER: _("(skipped)"), Soort.GESCHRAPT: _("(struck)")}
    return Gezegd(regel.nr, "leeg", weg.get(regel.soort, "…"))
