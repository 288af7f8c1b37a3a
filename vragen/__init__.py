"""The question bank: bijlage 2 verbatim, the follow-ups, the reactions, the words around distress.

The texts live in the ``*.yaml`` files of this folder, Dutch and English side by side. A text that is
quoted from the source stands in ``tekst`` and is never changed; what is put around or instead of it
stands in ``inleiding`` and ``bewoordingen``. ``{naam}`` in a wording is filled with the student's own
words; a wording that names words which are not there yet is not chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from gesprek.inlezen import Bevinding, Document, Gegeven, Inleesfout, read, suggest, validate
from gesprek.model import SLOTS, Taal
from gesprek.taal import _

MAP = Path(__file__).parent

Onderdeel = Literal["terugkijken", "reflecteren", "vooruitkijken", "activeren"]
Competentie = Literal["kwaliteitenreflectie", "motievenreflectie", "werkexploratie", "loopbaansturing", "netwerken"]

_ANDERS = frozenset({"competenties.yaml", "hulp.yaml", "regels.yaml"})
"""Files of this folder that hold no questions."""

VELD = re.compile(r"\{(\w+)\}")

TEMPLATE_FIELDS = frozenset(
    {
        "ervaring",
        "emotie",
        "gebeurtenis",
        "aanleiding",
        "kwaliteit",
        "motief",
        "rode_draad",
        "leefregel",
        "kernwoord",
        "mogelijkheid",
        "uitproberen",
        "stap",
        "netwerk",
        "afspraak",
        "belemmering",
        "oude_afspraak",
        "uitkomst",
        "klein_verhaal",
        "verhaal_1",
        "verhaal_2",
        "verhaal_3",
        "laatste",
        "terugkerend",
        "bewaarplek",
        "minuten",
    }
)
"""What a wording may name. Each is a quote of the student, but ``bewaarplek`` (where the conversation is
kept) and ``minuten`` (how long the flow takes)."""


class Tekst(Gegeven):
    """One text in both languages."""

    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_taal(self, taal: Taal) -> str:
        """Return the text in a language."""
        return self.nl if taal == "nl" else self.en

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the text names."""
        return frozenset(VELD.findall(self.nl)) | frozenset(VELD.findall(self.en))


class Bewoording(Tekst):
    """One way to say it.

    :param modus: only in this mode; in every mode when left out.
    """

    modus: Literal["zelf", "samen"] | None = None


class Lijst(Gegeven):
    """Short phrases per language, to recognise an option by."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_taal(self, taal: Taal) -> tuple[str, ...]:
        """Return the phrases in a language."""
        return self.nl if taal == "nl" else self.en


class Optie(Tekst):
    """One option of a choice.

    :param ook: other ways in which a student says this option.
    :param begin: words that an answer may begin with to say it, when nothing after them turns it round.
    :param vult: slots that choosing it fills; the question's own slots when left out.
    :param neemt: slot of which the words are taken over: what was told there is told again by choosing this.
    :param vraagt: id of the question that is asked next in place.
    """

    id: str
    ook: Lijst = Lijst()
    begin: Lijst = Lijst()
    vult: tuple[str, ...] | None = None
    neemt: str | None = None
    vraagt: str | None = None


class Vraagtekst(Gegeven):
    """A single question: what can be asked in one turn.

    :param tekst: the text of the source, verbatim; of a follow-up its first wording.
    :param letterlijk_in: modes in which ``tekst`` itself may be said.
    :param inleiding: short sentences that may be put before it, each with fields to fill.
    :param gesloten: whether its form invites yes or no; then ``na_ja`` follows a bare yes.
    :param na_nee: id of the question that follows a bare no.
    :param lichter: id of a lighter question, asked when the student does not know.
    """

    tekst: Tekst
    letterlijk_in: tuple[Literal["zelf", "samen"], ...] = ("zelf", "samen")
    bewoordingen: tuple[Bewoording, ...] = ()
    inleiding: tuple[Tekst, ...] = ()
    vult: tuple[str, ...] = ()
    gesloten: bool = False
    na_ja: str | None = None
    na_nee: str | None = None
    lichter: str | None = None


class Vraag(Vraagtekst):
    """One item of the bank.

    :param id: ``bijlage2.1`` .. ``bijlage2.36``, ``vervolg.*``, ``reactie.*`` or ``zorg.*``; stable for ever.
    :param was: earlier ids of the same item.
    :param onderdeel: part of the conversation it stands under in bijlage 2.
    :param polariteit: the kind of experience it fits; both when left out.
    :param delen: its single questions, when the source puts several under one number.
    :param vrij_vult: slots that a free text fills where options are offered; ``vult`` when left out.
    :param vrij_vraagt: id of the question that follows a free text in place.
    :param vervaagt_na: an explanation that is no longer said to a student with so many conversations behind them.
    :param opties_uit: what yields further options: words of the student for a kernwoord (``kandidaten``), or the
        parts of the story that a dossier may hold (``dossier``).
    :param meer: whether several options may be chosen at once.
    """

    id: str = Field(pattern=r"^[a-z0-9]+\.[a-z0-9_]+$")
    was: tuple[str, ...] = ()
    soort: Literal["vraag", "keuze", "schaal", "reactie", "zorg"] = "vraag"
    onderdeel: Onderdeel | None = None
    competentie: Competentie | None = None
    polariteit: Literal["positief", "negatief"] | None = None
    delen: tuple[Vraagtekst, ...] = ()
    opties: tuple[Optie, ...] = ()
    vrij_vult: tuple[str, ...] | None = None
    vrij_vraagt: str | None = None
    opties_uit: Literal["kandidaten", "dossier"] | None = None
    meer: bool = False
    vervaagt_na: int | None = Field(default=None, ge=1)
    min: int = 1
    max: int = 10

    @property
    def units(self) -> tuple[Vraagtekst, ...]:
        """The single questions of this item, in order; the item itself when it is one question."""
        return self.delen or (self,)


class Bestand(Gegeven):
    """One file of the bank.

    :param bron: where the texts come from.
    """

    bron: str
    vragen: tuple[Vraag, ...]


class Bank(Gegeven):
    """All questions, by id."""

    vragen: dict[str, Vraag]

    def find(self, id: str) -> Vraag:
        """Return a question by its id, by the id of one of its parts, or by an id that it had before.

        :raises KeyError: when there is none.
        """
        return self.resolve(id)[0]

    def resolve(self, id: str) -> tuple[Vraag, int | None]:
        """Return a question, and the place of the part that is meant: ``bijlage2.7c`` -> (7, 2).

        :raises KeyError: when there is none.
        """
        gevonden = self._by_id.get(id)
        if gevonden is None:
            raise KeyError(id)
        return gevonden

    @cached_property
    def _by_id(self) -> dict[str, tuple[Vraag, int | None]]:
        namen: dict[str, tuple[Vraag, int | None]] = {}
        for vraag in self.vragen.values():
            for id in (*vraag.was, vraag.id):
                namen[id] = (vraag, None)
                namen |= {id + part_letter(nr): (vraag, nr) for nr in range(len(vraag.delen))}
        return namen


def part_letter(nr: int) -> str:
    """Return the letter of a part: a for the first."""
    return chr(ord("a") + nr)


class Hulplijn(Gegeven):
    """Someone to call. ``nagekeken`` is the day (YYYY-MM-DD) on which the number was last checked."""

    naam: Tekst
    nummer: str
    wanneer: Tekst
    nagekeken: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")


class Hulp(Gegeven):
    """The editable list of help lines."""

    hulplijnen: tuple[Hulplijn, ...]


def load_bank(map_: Path = MAP) -> Bank:
    """Read and check all question files of a folder.

    :raises Inleesfout: with every finding in every file.
    """
    bevindingen: list[Bevinding] = []
    vragen: dict[str, Vraag] = {}
    plekken: dict[str, tuple[Document, int]] = {}
    for pad in sorted(map_.glob("*.yaml")):
        if pad.name in _ANDERS:
            continue
        try:
            document = read(pad, f"{map_.name}/{pad.name}")
            bestand = validate(Bestand, document)
        except Inleesfout as fout:
            bevindingen.extend(fout.bevindingen)
            continue
        for nr, vraag in enumerate(bestand.vragen):
            if vraag.id in vragen:
                eerder = plekken[vraag.id][0]
                bevindingen.append(
                    document.bevinding(
                        ("vragen", nr),
                        _("The question “{id}” is already in {file}.").format(id=vraag.id, file=eerder.bestand),
                        _("Give it another id, or remove one of the two."),
                    )
                )
                continue
            vragen[vraag.id] = vraag
            plekken[vraag.id] = (document, nr)
    # a file that could not be read would make every reference to it look wrong
    for vraag in [] if bevindingen else vragen.values():
        document, nr = plekken[vraag.id]
        bevindingen.extend(_check(vraag, vragen, document, ("vragen", nr)))
    if not vragen and not bevindingen:
        bevindingen.append(
            Bevinding(map_.name, 0, _("There are no questions here."), _("Point to a folder with question files."))
        )
    if bevindingen:
        raise Inleesfout(bevindingen)
    return Bank(vragen=vragen)


def _check(
    vraag: Vraag, vragen: Mapping[str, Vraag], document: Document, plek: tuple[str | int, ...]
) -> Iterable[Bevinding]:
    verwijzingen = {v for unit in vraag.units for v in (unit.na_ja, unit.na_nee, unit.lichter)}
    verwijzingen |= {vraag.vrij_vraagt, *(optie.vraagt for optie in vraag.opties)}
    for naar in sorted(v for v in verwijzingen if v and v not in vragen):
        yield document.bevinding(
            plek,
            _("“{id}” points to “{target}”, and there is no such question.").format(id=vraag.id, target=naar),
            suggest(naar, vragen),
        )
    for tekst in _texts(vraag):
        for veld in sorted(tekst.fields - TEMPLATE_FIELDS):
            yield document.bevinding(
                plek,
                _("A text of “{id}” names the field “{field}”, and there is no such field.").format(
                    id=vraag.id, field=veld
                ),
                suggest(veld, TEMPLATE_FIELDS),
            )
    if vraag.soort == "keuze" and not vraag.opties and not vraag.opties_uit:
        yield document.bevinding(plek, _("“{id}” is a choice without options.").format(id=vraag.id), _("Add “opties”."))
    if vraag.opties and vraag.soort not in ("keuze", "zorg"):
        yield document.bevinding(
            plek, _("“{id}” has options but is not a choice.").format(id=vraag.id), _("Write “soort: keuze”.")
        )
    if vraag.soort == "schaal" and vraag.min >= vraag.max:
        yield document.bevinding(
            plek, _("The scale of “{id}” has no room.").format(id=vraag.id), _("Make “max” larger than “min”.")
        )
    for unit in vraag.units:
        for modus in ("zelf", "samen"):
            if vraag.soort != "zorg" and not any(not w.fields for w in wordings(unit, modus)):
                yield document.bevinding(
                    plek,
                    _("“{id}” has no wording for “{mode}” that can always be said.").format(id=vraag.id, mode=modus),
                    _("Add a wording without fields."),
                )


def _texts(vraag: Vraag) -> Iterable[Tekst]:
    yield vraag.tekst
    for unit in vraag.units:
        yield from (unit.tekst, *unit.bewoordingen, *unit.inleiding)
    yield from vraag.opties


def wordings(unit: Vraagtekst, modus: str) -> list[Tekst]:
    """Return every way in which a single question may be put in a mode, in the order of the file."""
    eigen: list[Tekst] = [w for w in unit.bewoordingen if w.modus in (None, modus)]
    return [unit.tekst, *eigen] if modus in unit.letterlijk_in or modus == "oefenen" else eigen


def slots_of(vraag: Vraag) -> frozenset[str]:
    """Return every slot that a question can fill."""
    optioneel = {slot for optie in vraag.opties for slot in optie.vult or ()}
    return frozenset(optioneel.union(vraag.vrij_vult or (), *(unit.vult for unit in vraag.units)))


STANDARD_SLOTS = frozenset(slot for slots in SLOTS.values() for slot in slots)


@lru_cache(maxsize=1)
def load_hulp(pad: Path = MAP / "hulp.yaml") -> tuple[Hulplijn, ...]:
    """Read the help lines.

    :raises Inleesfout: when the file is broken.
    """
    return validate(Hulp, read(pad, f"{pad.parent.name}/{pad.name}")).hulplijnen


def as_data(bank: Bank) -> dict[str, Any]:
    """Return the bank as plain data, the same for the same content."""
    return bank.model_dump(mode="json", exclude_defaults=True)
