"""What the archive tells at home, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

from gesprek.agenda import has_come
from gesprek.archief import Archief
from gesprek.archief.bewaartermijn import retention_line
from gesprek.model import Afspraak, Gesprek, Kernwoord, Taal

FLOWS = ("loopbaangesprek", "kort")
"""The kinds of conversation that home offers."""

_ONAF = 2
"""Unfinished conversations that are shown; the history has all."""


@dataclass(frozen=True, slots=True)
class Overzicht:
    """What the archive tells at home.

    :param iets: whether there is any conversation.
    :param vandaag: the day on which it was read.
    :param dagen: days as people write them, by the day in ISO.
    :param verlopen: one sentence about what is older than the student chose to keep, or empty.
    :param minuten: about how long each kind of conversation takes, by the name of its flow.
    """

    iets: bool = False
    onaf: list[Gesprek] = field(default_factory=list)
    afspraken: list[Afspraak] = field(default_factory=list)
    kernwoorden: list[Kernwoord] = field(default_factory=list)
    dagen: dict[str, str] = field(default_factory=dict)
    minuten: dict[str, int] = field(default_factory=dict)
    verlopen: str = ""
    vandaag: date = date.min

    @property
    def gekomen(self) -> Afspraak | None:
        """The open afspraak of which the day has come last."""
        gekomen = [a for a in self.afspraken if has_come(a, self.vandaag)]
        return max(gekomen, key=lambda a: a.datum or date.min, default=None)

    @property
    def empty(self) -> bool:
        """Whether there is nothing yet."""
        return not self.iets


def read_minutes() -> dict[str, int]:
    """Return about how many minutes each kind of conversation takes; nothing when a file is broken.

    Only that number is read: checking a whole flow with its bank takes most of the time that home has.
    """
    import yaml

    spec = find_spec("flows")
    if spec is None or spec.origin is None:
        return {}
    try:
        teksten = {naam: Path(spec.origin).with_name(f"{naam}.yaml").read_text(encoding="utf-8") for naam in FLOWS}
        return {naam: int(_value(tekst, "minuten")) for naam, tekst in teksten.items()}
    except (OSError, ValueError, TypeError, LookupError, yaml.YAMLError):
        return {}  # choosing it says what is broken


def _value(tekst: str, sleutel: str) -> str:
    """Return what stands behind a key of the document itself, reading no further than that."""
    import yaml

    diep = 0
    hier = False
    for stuk in yaml.parse(tekst, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(stuk, yaml.CollectionStartEvent):
            diep += 1
        elif isinstance(stuk, yaml.CollectionEndEvent):
            diep -= 1
        elif isinstance(stuk, yaml.ScalarEvent) and diep == 1:
            if hier:
                return str(stuk.value)
            hier = stuk.value == sleutel
    raise LookupError(sleutel)


def now() -> datetime:
    """Return the moment of now, with the time zone of this machine."""
    return datetime.now().astimezone()


def read_overview(archief: Archief, taal: Taal) -> Overzicht:
    """Read what is shown at home."""
    onaf = archief.recent(aantal=_ONAF, klaar=False)
    iets = bool(onaf or archief.recent(aantal=1))
    afspraken = archief.open_afspraken()
    kernwoorden = archief.kernwoorden(leerling="")
    dagen = [g.begonnen.date() for g in onaf] + [a.datum for a in afspraken if a.datum]
    geschreven: dict[str, str] = {}
    if dagen:
        from babel.dates import format_skeleton

        geschreven = {dag.isoformat(): format_skeleton("MMMEd", dag, locale=taal) for dag in dagen}
    nu = now()
    verlopen = retention_line(archief, nu) if iets else ""
    return Overzicht(iets, onaf, afspraken, kernwoorden, geschreven, read_minutes(), verlopen, nu.date())
