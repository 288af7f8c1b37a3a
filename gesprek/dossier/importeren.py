"""Reads conversations back that were exported as JSON. A file that is not right changes nothing."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from gesprek.archief import Archief, Conflict, Heel, OnbekendGesprek
from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron, bron_from_content
from gesprek.dossier.schema import SCHEMA, VERSIE, GesprekJson, Gesprekken
from gesprek.model import Afspraak, Beurt, Citaat, Dossierkeuze, Gesprek, Kernwoord
from gesprek.sessie import verloop_of
from gesprek.taal import _

_MEEST = 64_000_000
"""Bytes of a file; some hundreds of conversations are one or two million."""
_VERSIE = re.compile(r"gesprek/(\d+)")


class Importfout(Exception):
    """A file cannot be read back. The message is a sentence that names the file, what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came of a file.

    :param nieuw: ids of conversations that are in the archive now and were not before.
    :param al: how many were there already.
    """

    nieuw: tuple[str, ...]
    al: int


def import_file(archief: Archief, pad: Path, *, als_kopie: bool = False) -> Uitslag:
    """Take the conversations of a file into the archive, all or none.

    :param als_kopie: give a conversation another id when its own is that of another conversation here.
    :raises Importfout: when the file is not right, or another conversation has the id of one of its own.
    :raises Archieffout: when the archive cannot be written.
    """
    helen = read_file(pad)
    if als_kopie:
        helen = _as_copies(archief, helen)
    try:
        nieuw = archief.put(helen)
    except Conflict as fout:
        raise _trouble(
            pad, str(fout), _("Nothing was taken in; take it in beside the other with --als-kopie.")
        ) from fout
    return Uitslag(tuple(nieuw), len(helen) - len(nieuw))


def read_file(pad: Path) -> list[Heel]:
    """Return the conversations of a file.

    :raises Importfout: when it is not right.
    """
    data = _load(pad)
    schema = data.get("schema") if isinstance(data, dict) else None
    versie = _VERSIE.fullmatch(schema) if isinstance(schema, str) else None
    if versie is None:
        raise _trouble(
            pad, _("This is no export of gesprek."), _("Choose a file made with “gesprek exporteer --formaat json”.")
        )
    if int(versie.group(1)) > VERSIE:
        raise _trouble(pad, _("This was made by a newer version of gesprek."), _("Install that version first."))
    if data.get("soort") == "dossier":
        raise _trouble(
            pad,
            _("This is a dossier, and no whole conversations."),
            _("Choose a file made with “gesprek exporteer --formaat json”."),
        )
    try:
        gesprekken = Gesprekken.model_validate(data)
    except ValidationError as fout:
        raise _trouble(pad, _explain(fout), _("The file was changed or is not complete; use another copy.")) from fout
    bronnen = {vinger: _source(pad, vinger, inhoud) for vinger, inhoud in gesprekken.bronnen.items()}
    return [_whole(pad, gesprek, bronnen) for gesprek in gesprekken.gesprekken]


def _load(pad: Path) -> Any:
    try:
        if pad.stat().st_size > _MEEST:
            raise _trouble(pad, _("This file is too large."), _("Choose another one."))
        return json.loads(pad.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as fout:
        raise _trouble(pad, _("There is no such file."), _("Check its name.")) from fout
    except OSError as fout:
        wat = _("The file cannot be read: {reason}.").format(reason=fout.strerror or fout)
        raise _trouble(pad, wat, _("Check its name.")) from fout
    except (ValueError, RecursionError) as fout:
        raise _trouble(pad, _("This is not valid JSON."), _("The file was changed or is not complete.")) from fout


def _trouble(pad: Path, wat: str, herstel: str) -> Importfout:
    return Importfout(f"{pad.name}: {wat} {herstel}")


def _explain(fout: ValidationError) -> str:
    eerste = fout.errors(include_url=False)[0]
    plek = ".".join(str(deel) for deel in eerste["loc"]) or SCHEMA
    match eerste["type"]:
        case "missing":
            return _("“{key}” is missing.").format(key=plek)
        case "extra_forbidden":
            return _("“{key}” is not known here.").format(key=plek)
    return _("“{key}” is not right.").format(key=plek)


def _source(pad: Path, vinger: str, inhoud: dict[str, Any]) -> Bron:
    """Return a source, when it is the one that its fingerprint says."""
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
    try:
        if hashlib.sha256(tekst.encode()).hexdigest() == vinger:
            return bron_from_content(tekst)
    except (ValidationError, KeyError, ValueError):
        pass
    raise _trouble(pad, _("The questions in it were changed."), _("Use another copy of the file."))


def _whole(pad: Path, g: GesprekJson, bronnen: dict[str, Bron]) -> Heel:
    bron = bronnen.get(g.bron)
    if bron is None:
        raise _trouble(
            pad, _("The questions of {id} are not in it.").format(id=g.id), _("Use another copy of the file.")
        )
    kop = Gesprek(
        id=g.id,
        modus=g.modus,
        flow=g.flow,
        bron=g.bron,
        taal=g.taal,
        begonnen=g.begonnen,
        bijgewerkt=g.bijgewerkt,
        klaar=g.klaar,
        titel=g.titel,
        leerling=g.leerling,
        mentor=g.mentor,
        naam=g.naam,
    )
    beurten = tuple(Beurt(b.nr, b.tijd, b.spreker, b.soort, b.stap, b.vraag, b.tekst) for b in g.beurten)
    teksten = {b.nr: b.tekst for b in beurten}
    if not _replays(kop, beurten, bron) or any(p.tot > len(teksten.get(p.beurt, "")) for p in g.gevuld):
        raise _trouble(
            pad,
            _("What is in it does not read as a conversation ({id}).").format(id=g.id),
            _("The file was changed or is not complete; use another copy."),
        )
    return Heel(
        gesprek=kop,
        beurten=beurten,
        bron=bron.inhoud,
        kernwoord=Kernwoord(g.id, g.kernwoord.woord, g.kernwoord.datum) if g.kernwoord else None,
        afspraken=tuple(Afspraak(g.id, nr, a.tekst, a.datum, a.status) for nr, a in enumerate(g.afspraken)),
        gevraagd_in=tuple(a.gevraagd_in for a in g.afspraken),
        gevuld=tuple((p.slot, Citaat(p.beurt, p.van, p.tot, teksten[p.beurt][p.van : p.tot])) for p in g.gevuld),
        keuze=(
            Dossierkeuze(g.id, frozenset(g.dossierkeuze.delen), g.dossierkeuze.doel, g.dossierkeuze.categorie)
            if g.dossierkeuze
            else None
        ),
        concept=(g.concept.vraag, g.concept.tekst) if g.concept else None,
    )


def _replays(kop: Gesprek, beurten: tuple[Beurt, ...], bron: Bron) -> bool:
    """Whether turns read as a conversation of their source."""
    moment = (kop.begonnen, kop.bijgewerkt, *(b.tijd for b in beurten))
    if [b.nr for b in beurten] != list(range(len(beurten))) or any(tijd.tzinfo is None for tijd in moment):
        return False
    try:
        verloop_of(kop.modus).replay(bron, kop, beurten, Geschiedenis())
    except Exception:  # whatever a file holds, it is the file that is not right
        return False
    return True


def _as_copies(archief: Archief, helen: Sequence[Heel]) -> list[Heel]:
    """Return conversations in which each whose id is taken by another one has a new id."""
    from ulid import ULID

    nieuw: dict[str, str] = {}
    for heel in helen:
        try:
            if archief.read_whole(heel.gesprek.id).beurten != heel.beurten:
                nieuw[heel.gesprek.id] = str(ULID.from_datetime(heel.gesprek.begonnen))
        except OnbekendGesprek:
            continue
    return [_with_id(heel, nieuw) for heel in helen]


def _with_id(heel: Heel, nieuw: dict[str, str]) -> Heel:
    id = nieuw.get(heel.gesprek.id, heel.gesprek.id)
    return replace(
        heel,
        gesprek=replace(heel.gesprek, id=id),
        kernwoord=replace(heel.kernwoord, gesprek=id) if heel.kernwoord else None,
        afspraken=tuple(replace(a, gesprek=id) for a in heel.afspraken),
        gevraagd_in=tuple(nieuw.get(waar, waar) if waar else None for waar in heel.gevraagd_in),
        keuze=replace(heel.keuze, gesprek=id) if heel.keuze else None,
    )
