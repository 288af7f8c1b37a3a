"""The items of the drill, from ``drill.yaml``: utterances of a mentor, each with the rule that it breaks or keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from gesprek.inlezen import Bevinding, Document, Gegeven, Inleesfout, read, validate
from gesprek.model import Taal
from gesprek.regels.oordeel import REGEL_VAN, Code, Regelnaam
from gesprek.taal import _

MAP = Path(__file__).parent


class Opgave(Gegeven):
    """One item of the drill.

    :param soort: say which rule it is about, or say it in another way.
    :param leerling: what the student said just before; empty when nothing hangs on it.
    :param uiting: what the mentor says.
    :param code: how it breaks the rule, where ``gesprek.regels`` can tell.
    :param niet: rules that are clearly not meant: the wrong options.
    :param uitleg: what in the utterance breaks or keeps the rule.
    :param beter: another way to say it, for one that is broken.
    """

    id: str = Field(pattern=r"^[a-z]\d{3}$")
    soort: Literal["herken", "herschrijf"]
    taal: Taal
    leerling: str = ""
    uiting: str = Field(min_length=1)
    regel: Regelnaam
    code: Code | None = None
    gebroken: bool
    niet: tuple[Regelnaam, ...] = ()
    uitleg: str = Field(min_length=1)
    beter: str = ""


class Drill(Gegeven):
    """The whole file."""

    bron: str
    vragen: tuple[Opgave, ...]

    def in_taal(self, taal: Taal) -> tuple[Opgave, ...]:
        """Return the items in a language."""
        return tuple(opgave for opgave in self.vragen if opgave.taal == taal)


@lru_cache(maxsize=2)
def load_drill(pad: Path = MAP / "drill.yaml") -> Drill:
    """Read the items.

    :raises Inleesfout: when the file is broken or contradicts itself.
    """
    document = read(pad, f"{pad.parent.name}/{pad.name}")
    drill = validate(Drill, document)
    if bevindingen := list(_contradictions(document, drill)):
        raise Inleesfout(bevindingen)
    return drill


def _contradictions(document: Document, drill: Drill) -> Iterator[Bevinding]:
    vaak = Counter(opgave.id for opgave in drill.vragen)
    for nr, opgave in enumerate(drill.vragen):
        plek = ("vragen", nr)
        if vaak[opgave.id] > 1:
            vaak[opgave.id] = 0  # told once
            yield document.bevinding(
                (*plek, "id"),
                _("The id “{id}” stands here twice.").format(id=opgave.id),
                _("Give each its own id; what was learned of the other one stays with it."),
            )
        if opgave.code and REGEL_VAN[opgave.code] != opgave.regel:
            yield document.bevinding(
                (*plek, "code"),
                _("“{code}” does not belong to the rule “{rule}”.").format(code=opgave.code, rule=opgave.regel),
                _("It belongs to “{rule}”.").format(rule=REGEL_VAN[opgave.code]),
            )
        if opgave.gebroken != bool(opgave.beter):
            yield document.bevinding(
                (*plek, "beter" if opgave.beter else "gebroken"),
                _("“beter” goes with an utterance that breaks a rule, and only with that."),
                _("Add a better way to say it.") if opgave.gebroken else _("Take it out."),
            )
        if opgave.soort == "herken" and (len(set(opgave.niet)) != 3 or opgave.regel in opgave.niet):
            yield document.bevinding(
                (*plek, "niet"),
                _("“niet” must name three different rules, not the right one."),
                _("Name three that are clearly not meant."),
            )
        if opgave.soort == "herschrijf" and not (opgave.code and opgave.gebroken):
            yield document.bevinding(
                (*plek, "code"),
                _("An utterance to rewrite must break a rule, and say with “code” how."),
                _("Known are: {names}.").format(names=", ".join(REGEL_VAN)),
            )
        if opgave.code and not opgave.gebroken:
            yield document.bevinding(
                (*plek, "code"), _("A “code” says how a rule is broken, and this keeps it."), _("Take it out.")
            )
