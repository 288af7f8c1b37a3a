"""Flows: the fasen, stappen and transitions of a conversation, one YAML file each.

A stap asks its questions one by one, skips what an answer already told, and then takes the first edge
whose guard holds. Every edge without a limit leads forward in the file, every edge back says how often
at most: so a conversation always ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from flows.velden import COMPUTED, Veld, slot_field
from flows.voorwaarde import Voorwaarde, Voorwaardefout, parse
from gesprek.inlezen import Bevinding, Document, Gegeven, Inleesfout, Plek, read, suggest, validate
from gesprek.taal import _
from vragen import STANDARD_SLOTS, Bank, Tekst, slots_of

MAP = Path(__file__).parent
KLAAR = "klaar"

Hoorbaar = Literal["emotie", "datum", "plek", "rol", "wie", "gebeurtenis", "aanleiding"]
"""Slots that listening may fill, whatever was asked."""


class Vraagkeuze(Gegeven):
    """One question that a stap asks.

    :param vraag: id of the question, or of one of its parts (``bijlage2.7c``); without a letter all are asked.
    :param een_van: ids of which one is chosen: one that fits the experience and is longest ago.
    :param als: asked only when this guard holds.
    :param altijd: asked even when its slots are filled already.
    :param per: asked once for each of these.
    :param concreter: id of what is asked when the answer tells no act, place, person or event.
    :param feitelijk: id of what is asked when the answer interprets instead of telling what happened.
    :param korter: id of what is asked when the answer is too long to be a kernwoord.
    """

    vraag: str | None = None
    een_van: tuple[str, ...] = ()
    als: str | None = None
    altijd: bool = False
    per: Literal["oude_afspraak"] | None = None
    concreter: str | None = None
    feitelijk: str | None = None
    korter: str | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The questions that this may become."""
        return (self.vraag,) if self.vraag else self.een_van


class Overgang(Gegeven):
    """An edge to another stap, or to ``klaar``.

    :param als: guard; the last edge of a stap has none.
    :param hoogstens: how often it may be taken; every edge back has it.
    :param reden: what it is for; every edge back has it.
    :param vergeet: slots that are emptied on the way, but for what the last answer filled.
    :param zegt: id of a reaction that is said on the way.
    """

    naar: str
    als: str | None = None
    hoogstens: int | None = Field(default=None, ge=1)
    reden: str | None = None
    vergeet: tuple[str, ...] = ()
    zegt: str | None = None


class Stap(Gegeven):
    """One step of a fase.

    :param was: full names that it had before.
    :param zegt: ids of reactions that are said before its first question.
    :param hoort: slots that listening fills from any answer here.
    :param genoeg: guard; when it holds, no further question of this stap is asked.
    :param poort: what is not there yet while this stap is on, in a few words for a mentor.
    """

    was: tuple[str, ...] = ()
    zegt: tuple[str, ...] = ()
    hoort: tuple[Hoorbaar, ...] = ()
    genoeg: str | None = None
    poort: Tekst | None = None
    vraagt: tuple[Vraagkeuze, ...] = ()
    dan: tuple[Overgang, ...]


class Fase(Gegeven):
    """One of the four parts of a loopbaangesprek."""

    naam: Tekst
    stappen: dict[str, Stap]


class Reacties(Gegeven):
    """What is said at moments that any stap can have: ids of reactions.

    :param begin_bekend: said at the start to a student who has done this before; shorter.
    :param erkenning: said now and then before the next question, when nothing else is.
    :param zorg_navraag: asked once when words may be a sign of distress, or may not be.
    :param zorg_bewaard: said when the student wants such words kept.
    """

    begin: str
    begin_niet_bewaren: str
    hervat: str
    emotie: str
    weet_niet: str
    leeg: str
    overgeslagen: str
    terug: str
    schaal: str
    keuze: str
    klaar: str
    klaar_leeg: str
    zorg: str
    zorg_pauze: str
    zorg_gewist: str
    begin_bekend: str | None = None
    erkenning: str | None = None
    zorg_navraag: str | None = None
    zorg_bewaard: str | None = None


class Flow(Gegeven):
    """A kind of conversation.

    :param minuten: about how long it takes.
    :param eigen_slots: slots besides the standard ones.
    """

    flow: str = Field(pattern=r"^[a-z0-9_-]+$")
    titel: Tekst
    minuten: int = Field(ge=1)
    eigen_slots: tuple[str, ...] = ()
    reacties: Reacties
    fasen: dict[Literal["terugkijken", "reflecteren", "vooruitkijken", "activeren"], Fase]

    def steps(self) -> Iterator[tuple[str, Stap]]:
        """Yield every stap with its full name, in order."""
        for fase_naam, fase in self.fasen.items():
            for naam, stap in fase.stappen.items():
                yield f"{fase_naam}.{naam}", stap

    @property
    def begin(self) -> str:
        """Full name of the first stap."""
        return next(self.steps())[0]

    @property
    def fields(self) -> dict[str, Veld]:
        """The fields that guards of this flow may name."""
        slots = STANDARD_SLOTS.union(self.eigen_slots)
        return {slot: slot_field(slot) for slot in sorted(slots)} | COMPUTED

    def guard(self, tekst: str) -> Voorwaarde:
        """Return a guard of this flow, ready for use.

        :raises Voorwaardefout: when it is wrong.
        """
        return parse(tekst, self.fields)


def flow_names(map_: Path = MAP) -> list[str]:
    """Return the names of the flows in a folder."""
    return sorted(pad.stem for pad in map_.glob("*.yaml"))


def flow_file(naam: str, map_: Path = MAP) -> Path:
    """Return the file of a flow.

    :param naam: name of a flow in the folder, or a path to a YAML file.
    """
    return Path(naam) if _is_path(naam) else map_ / f"{naam}.yaml"


def _is_path(naam: str) -> bool:
    return naam.endswith((".yaml", ".yml"))


def load_flow(naam: str, bank: Bank, map_: Path = MAP) -> Flow:
    """Read and check a flow.

    :param naam: name of a flow in the folder, or a path to a YAML file.
    :param bank: the questions that it may ask.
    :raises Inleesfout: with every finding.
    """
    pad = flow_file(naam, map_)
    toon = naam if _is_path(naam) else f"{map_.name}/{pad.name}"
    if not _is_path(naam) and naam not in flow_names(map_):
        raise Inleesfout(
            [
                Bevinding(
                    map_.name,
                    0,
                    _("There is no flow “{name}”.").format(name=naam),
                    suggest(naam, flow_names(map_)),
                )
            ]
        )
    document = read(pad, toon)
    flow = validate(Flow, document)
    if bevindingen := list(_check(flow, bank, document)):
        raise Inleesfout(bevindingen)
    return flow


def _check(flow: Flow, bank: Bank, document: Document) -> Iterator[Bevinding]:
    if list(flow.fasen) != ["terugkijken", "reflecteren", "vooruitkijken", "activeren"]:
        yield document.bevinding(
            ("fasen",),
            _("The four fasen are not all there, or not in their order."),
            _("Use terugkijken, reflecteren, vooruitkijken, activeren, each with at least one stap."),
        )
    for moment, id in flow.reacties:
        if id is None:
            continue
        yield from _check_question(id, bank, document, ("reacties", moment))
    volgorde = {naam: nr for nr, (naam, _stap) in enumerate(flow.steps())}
    slots = STANDARD_SLOTS.union(flow.eigen_slots)
    for naam, stap in flow.steps():
        fase, _punt, kort = naam.partition(".")
        plek: Plek = ("fasen", fase, "stappen", kort)
        yield from _check_guard(stap.genoeg, flow, document, (*plek, "genoeg"))
        for nr, id in enumerate(stap.zegt):
            yield from _check_question(id, bank, document, (*plek, "zegt", nr))
        for nr, keuze in enumerate(stap.vraagt):
            yield from _check_choice(keuze, flow, bank, slots, document, (*plek, "vraagt", nr))
        yield from _check_edges(naam, stap, flow, bank, slots, volgorde, document, (*plek, "dan"))
    for naam in sorted(volgorde.keys() - _reachable(flow)):
        fase, _punt, kort = naam.partition(".")
        yield document.bevinding(
            ("fasen", fase, "stappen", kort),
            _("No stap leads to “{step}”.").format(step=naam),
            _("Add an edge to it, or remove it."),
        )


def _check_question(id: str, bank: Bank, document: Document, plek: Plek) -> Iterator[Bevinding]:
    try:
        bank.find(id)
    except KeyError:
        yield document.bevinding(
            plek, _("There is no question “{id}” in the bank.").format(id=id), suggest(id, bank.vragen)
        )


def _check_guard(tekst: str | None, flow: Flow, document: Document, plek: Plek) -> Iterator[Bevinding]:
    if tekst is not None:
        try:
            flow.guard(tekst)
        except Voorwaardefout as fout:
            yield document.bevinding(plek, str(fout), fout.herstel)


def _check_choice(
    keuze: Vraagkeuze, flow: Flow, bank: Bank, slots: frozenset[str], document: Document, plek: Plek
) -> Iterator[Bevinding]:
    if bool(keuze.vraag) == bool(keuze.een_van):
        yield document.bevinding(
            plek, _("This must name “vraag” or “een_van”, one of the two."), _("Remove one, or add one.")
        )
        return
    yield from _check_guard(keuze.als, flow, document, (*plek, "als"))
    for id in (*keuze.ids, keuze.concreter, keuze.feitelijk, keuze.korter):
        if id is None:
            continue
        fouten = list(_check_question(id, bank, document, plek))
        yield from fouten
        if fouten:
            continue
        for slot in sorted(slots_of(bank.find(id)) - slots):
            yield document.bevinding(
                plek,
                _("“{id}” fills the slot “{slot}”, which this flow does not have.").format(id=id, slot=slot),
                _("Add it to “eigen_slots”."),
            )


def _check_edges(
    naam: str,
    stap: Stap,
    flow: Flow,
    bank: Bank,
    slots: frozenset[str],
    volgorde: dict[str, int],
    document: Document,
    plek: Plek,
) -> Iterator[Bevinding]:
    if not stap.dan:
        yield document.bevinding(plek, _("“{step}” leads nowhere.").format(step=naam), _("Add an edge, or “klaar”."))
        return
    laatste = stap.dan[-1]
    if laatste.als is not None or laatste.hoogstens is not None:
        yield document.bevinding(
            (*plek, len(stap.dan) - 1),
            _("The last edge of “{step}” may not hold.").format(step=naam),
            _("End with an edge that has no “als” and no “hoogstens”."),
        )
    for nr, rand in enumerate(stap.dan):
        hier = (*plek, nr)
        yield from _check_guard(rand.als, flow, document, (*hier, "als"))
        if rand.zegt:
            yield from _check_question(rand.zegt, bank, document, (*hier, "zegt"))
        for slot in sorted(set(rand.vergeet) - slots):
            yield document.bevinding(
                hier, _("There is no slot “{slot}” to forget.").format(slot=slot), suggest(slot, slots)
            )
        if rand.naar != KLAAR and rand.naar not in volgorde:
            yield document.bevinding(
                hier, _("There is no stap “{step}”.").format(step=rand.naar), suggest(rand.naar, [*volgorde, KLAAR])
            )
        elif rand.naar != KLAAR and volgorde[rand.naar] <= volgorde[naam] and not (rand.hoogstens and rand.reden):
            yield document.bevinding(
                hier,
                _("The edge from “{step}” back to “{target}” has no limit or no reason.").format(
                    step=naam, target=rand.naar
                ),
                _("Add “hoogstens” (how often at most) and “reden”."),
            )
        if nr < len(stap.dan) - 1 and rand.als is None and rand.hoogstens is None:
            yield document.bevinding(
                (*plek, nr + 1),
                _("This edge is never reached."),
                _("Give the edge before it an “als”, or remove this."),
            )


def _reachable(flow: Flow) -> set[str]:
    stappen = dict(flow.steps())
    bereikt: set[str] = set()
    todo = [flow.begin]
    while todo:
        naam = todo.pop()
        if naam in bereikt or naam not in stappen:
            continue
        bereikt.add(naam)
        todo.extend(rand.naar for rand in stappen[naam].dan)
    return bereikt


def as_data(flow: Flow) -> dict[str, Any]:
    """Return a flow as plain data, the same for the same content."""
    return flow.model_dump(mode="json", exclude_defaults=True)
