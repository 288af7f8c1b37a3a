"""``gesprek oefen --overzicht``: one's own runs, or those of a group that a trainer collected, per rule and per person.

Runs hold counts and no words. Whoever hands on a file goes by the name of that file, or by a name inside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from gesprek.model import Oefening, Taal
from gesprek.oefenen.uitslag import Oefenuitslag, read_result, totals
from gesprek.regels.oordeel import REGELNAMEN
from gesprek.taal import _, ngettext
from gesprek.weergave import visible
from vragen.regels import load_regels

_MEEST_BYTES = 50_000_000
_NAAM = 60


class Overzichtfout(Exception):
    """A file cannot be taken into the overview; the message says which, why and what to do."""


class Ronde(BaseModel):
    """One run as a file has it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    leerling: Annotated[str, Field(max_length=200)]
    taal: Taal = "nl"
    begonnen: AwareDatetime
    uitslag: Oefenuitslag


class _Bestand(BaseModel):
    """An export of one person."""

    model_config = ConfigDict(extra="ignore")

    soort: Literal["overzicht"]
    naam: Annotated[str, Field(max_length=_NAAM)] = ""
    oefeningen: tuple[Ronde, ...]


@dataclass(frozen=True, slots=True)
class Persoon:
    """Who practised, by a pseudonym, with the runs that can be read, oldest first."""

    naam: str
    oefeningen: tuple[Ronde, ...]

    @property
    def uitslagen(self) -> list[Oefenuitslag]:
        """What the runs came to."""
        return [o.uitslag for o in self.oefeningen]


def read_own(oefeningen: Sequence[Oefening]) -> Persoon:
    """Return one's own runs; what cannot be read any more is left out."""
    rondes = [
        Ronde(leerling=o.leerling, taal=o.taal, begonnen=_aware(o.begonnen), uitslag=uitslag)
        for o in oefeningen
        if (uitslag := read_result(o)) is not None
    ]
    return Persoon("", tuple(rondes))


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.astimezone()


def read_group(bestanden: Sequence[Path]) -> list[Persoon]:
    """Return who practised, from a file each; two of the same name are told apart by a number.

    :raises Overzichtfout: when a file cannot be used.
    """
    groep: dict[str, Persoon] = {}
    for pad in bestanden:
        gelezen = _read(pad)
        basis = naam = visible(gelezen.naam.strip() or pad.stem)[:_NAAM]
        nr = 1
        while naam in groep:
            nr += 1
            naam = f"{basis} ({nr})"
        groep[naam] = Persoon(naam, tuple(sorted(gelezen.oefeningen, key=lambda o: o.begonnen)))
    return list(groep.values())


def _read(pad: Path) -> _Bestand:
    try:
        if pad.stat().st_size > _MEEST_BYTES:
            raise Overzichtfout(_("“{file}” is too large to be an overview.").format(file=pad.name))
        tekst = pad.read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise Overzichtfout(
            _("“{file}” cannot be read: {reason}.").format(file=pad.name, reason=fout.strerror or fout)
        ) from fout
    except UnicodeDecodeError as fout:
        raise Overzichtfout(_("“{file}” is not UTF-8 text.").format(file=pad.name)) from fout
    try:
        return _Bestand.model_validate_json(tekst)
    except ValidationError as fout:
        raise Overzichtfout(
            _("“{file}” is no overview; make one with “gesprek oefen --overzicht --json”.").format(file=pad.name)
        ) from fout


# writing


def own_object(persoon: Persoon) -> dict[str, Any]:
    """Return one's own runs as they are handed on: counts, no words, no name."""
    return {
        "soort": "overzicht",
        "oefeningen": [json.loads(o.model_dump_json()) for o in persoon.oefeningen],
        "regels": _rules(persoon.uitslagen),
    }


def group_object(groep: Sequence[Persoon]) -> dict[str, Any]:
    """Return a group in numbers: each person and all together, per rule."""
    return {
        "soort": "groep",
        "personen": [{"naam": p.naam, **_numbers(p.uitslagen)} for p in groep],
        **_numbers([u for p in groep for u in p.uitslagen]),
    }


def _numbers(uitslagen: list[Oefenuitslag]) -> dict[str, Any]:
    return {
        "oefeningen": len(uitslagen),
        "beurten": sum(u.beurten for u in uitslagen),
        "vrijgegeven": sum(u.vrijgegeven for u in uitslagen),
        "van": sum(u.van for u in uitslagen),
        "regels": _rules(uitslagen),
    }


def _rules(uitslagen: list[Oefenuitslag]) -> dict[str, dict[str, int]]:
    return {regel: {"gehouden": g, "geschonden": s} for regel, (g, s) in totals(uitslagen).items()}


def as_lines(groep: Sequence[Persoon], taal: Taal) -> list[str]:
    """Return an overview in plain lines."""
    regels: list[str] = []
    for persoon in groep:
        regels.append((f"{persoon.naam}: " if persoon.naam else "") + count_runs(len(persoon.oefeningen)))
        for regel, (gehouden, geschonden) in totals(persoon.uitslagen).items():
            if gehouden or geschonden:
                naam = load_regels().find(regel).naam.in_taal(taal)
                zin = _("{rule}: kept {kept}, broken {broken}")
                regels.append("  " + zin.format(rule=naam, kept=gehouden, broken=geschonden))
    return regels


def count_runs(aantal: int) -> str:
    """Return how many runs there are, in words."""
    return ngettext("{count} practice conversation", "{count} practice conversations", aantal).format(count=aantal)


def as_md(groep: Sequence[Persoon], taal: Taal) -> str:
    """Return an overview as Markdown: a table with a row per rule and a column per person."""
    namen = [_cell(p.naam) or _("You") for p in groep]
    allen = len(groep) > 1
    koppen = [_("Rule"), *namen, *([_("Together")] if allen else [])]
    per = [totals(p.uitslagen) for p in groep]
    samen = totals([u for p in groep for u in p.uitslagen])
    rijen = [[_("Practice conversations"), *(str(len(p.oefeningen)) for p in groep)]]
    rijen[0] += [str(sum(len(p.oefeningen) for p in groep))] if allen else []
    for regel in REGELNAMEN:
        naam = load_regels().find(regel).naam.in_taal(taal)
        cellen = [t[regel] for t in per] + ([samen[regel]] if allen else [])
        rijen.append([naam, *(f"✓ {gehouden} · ✗ {geschonden}" for gehouden, geschonden in cellen)])
    streep = ["---"] * len(koppen)
    tabel = "\n".join("| " + " | ".join(rij) + " |" for rij in (koppen, streep, *rijen))
    uitleg = _("✓ how often a rule was kept, ✗ how often it was broken. This is no grade.")
    return "# " + _("How practising went") + f"\n\n{uitleg}\n\n{tabel}\n"


def _cell(tekst: str) -> str:
    plat = " ".join(visible(tekst).split())
    return "".join(f"\\{teken}" if teken in "\\`*_[]<>|#" else teken for teken in plat)
