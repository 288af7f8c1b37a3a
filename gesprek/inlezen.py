"""Read the YAML that teachers edit, and say precisely what is wrong with it.

A finding names file, line, what is wrong and how to mend it. YAML 1.1 turns words such as ``on`` and
``no`` into booleans; here every scalar stays the text that it is, and the model says what it must be.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from gesprek.taal import _

M = TypeVar("M", bound=BaseModel)
_TE_NOEMEN = 25

Plek = tuple[str | int, ...]
"""A path to a node: keys and indexes from the root."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is wrong in a file.

    :param regel: line, from 1; 0 when the whole file is meant.
    :param herstel: how to mend it, one sentence.
    """

    bestand: str
    regel: int
    wat: str
    herstel: str

    def __str__(self) -> str:
        plek = f"{self.bestand}:{self.regel}" if self.regel else self.bestand
        return f"{plek}: {self.wat} {self.herstel}"


class Inleesfout(Exception):
    """A file of the bank or of a flow cannot be used."""

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        super().__init__("\n".join(str(b) for b in self.bevindingen))


class Gegeven(BaseModel):
    """Base of everything that is read from YAML: unknown keys are mistakes, values stay as they are."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as data, with the line of every node."""

    bestand: str
    inhoud: Any
    regels: dict[Plek, int]

    def regel(self, plek: Plek) -> int:
        """Return the line of the node at a path, or of the nearest node above it."""
        while plek and plek not in self.regels:
            plek = plek[:-1]
        return self.regels.get(plek, 1)

    def bevinding(self, plek: Plek, wat: str, herstel: str) -> Bevinding:
        """Make a finding about the node at a path."""
        return Bevinding(self.bestand, self.regel(plek), wat, herstel)


def read(pad: Path, naam: str | None = None) -> Document:
    """Read one YAML file.

    :param naam: how findings name the file; its path by default.
    :raises Inleesfout: when it cannot be read or is not YAML.
    """
    import yaml

    naam = naam or str(pad)
    try:
        tekst = pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        reden = getattr(fout, "strerror", None) or str(fout)
        raise Inleesfout(
            [
                Bevinding(
                    naam,
                    0,
                    _("The file cannot be read: {reason}.").format(reason=reden),
                    _("Check that it exists and is saved as UTF-8."),
                )
            ]
        ) from fout
    lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(tekst)
    try:
        knoop = lader.get_single_node()
    except yaml.YAMLError as fout:
        plaats = getattr(fout, "problem_mark", None)
        probleem = getattr(fout, "problem", None) or str(fout)
        raise Inleesfout(
            [
                Bevinding(
                    naam,
                    plaats.line + 1 if plaats else 0,
                    _("This is not valid YAML: {problem}.").format(problem=probleem),
                    _("Look at the indentation, and put quotes around a text that has a colon in it."),
                )
            ]
        ) from fout
    finally:
        lader.dispose()
    regels: dict[Plek, int] = {}
    fouten: list[Bevinding] = []
    inhoud = _build(knoop, (), regels, fouten, naam)
    if fouten:
        raise Inleesfout(fouten)
    return Document(naam, inhoud, regels)


def _build(knoop: Any, plek: Plek, regels: dict[Plek, int], fouten: list[Bevinding], naam: str) -> Any:
    import yaml

    if knoop is None:
        return None
    regels[plek] = knoop.start_mark.line + 1
    if isinstance(knoop, yaml.ScalarNode):
        return knoop.value if knoop.style or knoop.value not in ("", "~", "null") else None
    if isinstance(knoop, yaml.SequenceNode):
        return [_build(kind, (*plek, nr), regels, fouten, naam) for nr, kind in enumerate(knoop.value)]
    inhoud: dict[str, Any] = {}
    for sleutel, waarde in knoop.value:
        if sleutel.value in inhoud:
            fouten.append(
                Bevinding(
                    naam,
                    sleutel.start_mark.line + 1,
                    _("The key “{key}” stands here twice.").format(key=sleutel.value),
                    _("Remove one, or give it another name."),
                )
            )
        inhoud[sleutel.value] = _build(waarde, (*plek, sleutel.value), regels, fouten, naam)
        regels[(*plek, sleutel.value)] = sleutel.start_mark.line + 1
    return inhoud


def validate(soort: type[M], document: Document, plek: Plek = (), inhoud: Any = None) -> M:
    """Check a document (or the part at ``plek``) against a model.

    :raises Inleesfout: with one finding per mistake, each with its line.
    """
    try:
        return soort.model_validate(document.inhoud if not plek else inhoud)
    except ValidationError as fout:
        raise Inleesfout(_translate(document, plek, soort, fout)) from fout


def _translate(document: Document, plek: Plek, soort: type[BaseModel], fout: ValidationError) -> list[Bevinding]:
    bevindingen = []
    for melding in fout.errors(include_url=False):
        waar = (*plek, *melding["loc"])
        naam = str(melding["loc"][-1]) if melding["loc"] else soort.__name__
        match melding["type"]:
            case "missing":
                wat = _("“{key}” is missing.").format(key=naam)
                herstel = _("Add it.")
            case "extra_forbidden":
                wat = _("“{key}” is not known here.").format(key=naam)
                herstel = suggest(naam, _keys(soort))
            case "literal_error":
                wat = _("“{key}” has a value that is not known here.").format(key=naam)
                herstel = _("It can be: {values}.").format(values=melding["ctx"]["expected"])
            case "string_pattern_mismatch":
                wat = _("“{key}” is not written as it should be.").format(key=naam)
                herstel = _("It must look like this: {pattern}").format(pattern=melding["ctx"]["pattern"])
            case soort_fout:
                wat = _("“{key}” is not right.").format(key=naam)
                herstel = _("Give it a value of the right kind ({kind}).").format(kind=soort_fout.replace("_", " "))
        bevindingen.append(document.bevinding(waar, wat, herstel))
    return bevindingen


def _keys(soort: type[BaseModel]) -> list[str]:
    """Collect the keys that a model and the models inside it know."""
    gevonden: dict[str, None] = {}
    todo: list[Any] = [soort]
    seen: set[Any] = set()
    while todo:
        ding = todo.pop()
        if ding in seen:
            continue
        seen.add(ding)
        if isinstance(ding, type) and issubclass(ding, BaseModel):
            for naam, veld in ding.model_fields.items():
                gevonden[veld.alias or naam] = None
                todo.append(veld.annotation)
        else:
            todo.extend(getattr(ding, "__args__", ()))
    return list(gevonden)


def suggest(naam: str, bekend: Iterable[str]) -> str:
    """Return a sentence that offers the known name nearest to a mistaken one."""
    bekend = sorted(bekend)
    dichtbij = difflib.get_close_matches(naam, bekend, n=1, cutoff=0.6)
    if dichtbij:
        return _("Did you mean “{name}”?").format(name=dichtbij[0])
    if not 0 < len(bekend) <= _TE_NOEMEN:
        return _("Correct it, or remove it.")
    return _("Known are: {names}.").format(names=", ".join(bekend))
