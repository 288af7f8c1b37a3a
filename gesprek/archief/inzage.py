"""What is kept about someone: how much of what, where, until when, and who can see it; on one page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gesprek.archief.bewijs import Kopie, size
from gesprek.taal import _, current_taal, ngettext

if TYPE_CHECKING:
    from gesprek.archief import Archief

Blok = tuple[str, list[str]]
"""A heading, and the lines under it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How much of what is kept.

    :param onaf: how many conversations are not finished.
    :param oudste: when the oldest one began, in ISO; None when there is none.
    :param beurten: what was typed: answers, own questions, remarks.
    :param open: afspraken that are still open.
    :param dossierkeuzes: conversations for which was chosen what goes into the dossier.
    :param herhalingen: items of the drill of which is kept how they went.
    """

    gesprekken: int = 0
    onaf: int = 0
    oudste: str | None = None
    nieuwste: str | None = None
    beurten: int = 0
    kernwoorden: int = 0
    afspraken: int = 0
    open: int = 0
    concepten: int = 0
    dossierkeuzes: int = 0
    oefeningen: int = 0
    herhalingen: int = 0
    instellingen: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is kept."""
        return not (self.gesprekken or self.oefeningen or self.herhalingen)


@dataclass(frozen=True, slots=True)
class Inzage:
    """What is kept, and how.

    :param pad: the file; None when nothing is kept.
    :param rechten: who may do what with the file, as the system writes it; None where it has no such thing.
    :param leerlingen: names of students with how many conversations; the empty name is whoever it belongs to.
    :param maanden: how long is kept; 0 is for ever.
    :param verlopen: how many conversations are older than that.
    """

    telling: Telling
    pad: Path | None
    omvang: int
    rechten: int | None
    op_slot: bool
    leerlingen: Mapping[str, int]
    maanden: int
    verlopen: int
    kopieen: tuple[Kopie, ...]

    @property
    def private(self) -> bool:
        """Whether only the owner of the file may read it."""
        return self.rechten is None or not self.rechten & 0o077


def read_inzage(archief: Archief, nu: datetime) -> Inzage:
    """Read what is kept."""
    from gesprek.archief.bewaartermijn import expired, read_term

    pad = archief.pad
    stand = pad.stat() if pad is not None and pad.exists() else None
    return Inzage(
        telling=archief.telling(),
        pad=pad,
        omvang=stand.st_size if stand else 0,
        rechten=stand.st_mode & 0o777 if stand and os.name == "posix" else None,
        op_slot=archief.op_slot,
        leerlingen=archief.leerlingen(),
        maanden=read_term(archief),
        verlopen=len(expired(archief, nu)),
        kopieen=tuple(archief.kopieen()),
    )


def inzage_blocks(inzage: Inzage) -> list[Blok]:
    """Return the page: headings with lines under them."""
    blokken = [
        (_("What is kept"), count_lines(inzage.telling)),
        (_("Where it is"), _where_lines(inzage)),
        (_("Who can see it"), _who_lines(inzage)),
        (_("Until when"), _until_lines(inzage)),
        (_("Copies"), _copy_lines(inzage)),
        (_("Taking it along, or deleting it"), _what_you_can_do()),
    ]
    namen = [(naam, aantal) for naam, aantal in inzage.leerlingen.items() if naam]
    if namen:
        regels = [f"{naam}: " + _conversations(aantal) for naam, aantal in namen]
        blokken.insert(1, (_("Of whom"), regels))
    return blokken


def _conversations(aantal: int) -> str:
    return ngettext("{count} conversation", "{count} conversations", aantal).format(count=aantal)


def count_lines(telling: Telling) -> list[str]:
    """Return what is kept, a line a kind; kinds of which there is nothing are left out."""
    if telling.empty:
        return [_("Nothing yet.")]
    regels = []
    if telling.gesprekken:
        kop = _conversations(telling.gesprekken)
        if telling.onaf:
            kop += ", " + _("of which {count} not finished").format(count=telling.onaf)
        regels.append(f"{kop} ({_span(telling)})")
    regels += [tekst.format(count=aantal) for aantal, tekst in _counted(telling) if aantal]
    return regels


def _counted(telling: Telling) -> list[tuple[int, str]]:
    t = telling
    return [
        (t.beurten, ngettext("{count} text that was typed", "{count} texts that were typed", t.beurten)),
        (t.kernwoorden, ngettext("{count} kernwoord", "{count} kernwoorden", t.kernwoorden)),
        (t.afspraken, ngettext("{count} agreement", "{count} agreements", t.afspraken)),
        (t.concepten, ngettext("{count} answer half typed", "{count} answers half typed", t.concepten)),
        (
            t.dossierkeuzes,
            ngettext("{count} choice for the dossier", "{count} choices for the dossier", t.dossierkeuzes),
        ),
        (
            t.oefeningen,
            ngettext(
                "{count} practice conversation: how it went, no words",
                "{count} practice conversations: how they went, no words",
                t.oefeningen,
            ),
        ),
        (
            t.herhalingen,
            ngettext(
                "{count} sentence of the drill: how it went",
                "{count} sentences of the drill: how they went",
                t.herhalingen,
            ),
        ),
        (t.instellingen, ngettext("{count} setting", "{count} settings", t.instellingen)),
    ]


def _span(telling: Telling) -> str:
    dagen = [write_day(datetime.fromisoformat(m).date()) for m in (telling.oudste, telling.nieuwste) if m]
    return dagen[0] if len(set(dagen)) == 1 else " – ".join(dagen)


def write_day(dag: date) -> str:
    """Return a day as people write it."""
    from babel.dates import format_date

    return str(format_date(dag, "d MMMM y", locale=current_taal()))


def _where_lines(inzage: Inzage) -> list[str]:
    if inzage.pad is None:
        return [_("Nowhere: nothing is kept in a file.")]
    return [
        _("One file: {path} ({size}).").format(path=inzage.pad, size=size(inzage.omvang)),
        _("It is locked with a passphrase.") if inzage.op_slot else _("It is not locked; “gesprek slot” can do that."),
    ]


def _who_lines(inzage: Inzage) -> list[str]:
    regels = [_("Nothing is sent to anyone: no network, no account.")]
    if inzage.pad is None:
        return regels
    if inzage.private:
        regels.append(_("Only you may read the file, and who manages this computer."))
    else:
        regels.append(
            _("Others on this computer may read the file ({mode}); mend that with: chmod 600 “{path}”").format(
                mode=f"{inzage.rechten:o}", path=inzage.pad
            )
        )
    if inzage.op_slot:
        regels.append(_("Without the passphrase it cannot be read."))
    return regels


def _until_lines(inzage: Inzage) -> list[str]:
    from gesprek.archief.bewaartermijn import term_words

    regels = [_("Time to keep: {term}.").format(term=term_words(inzage.maanden))]
    if inzage.verlopen:
        regels.append(
            _("Older than that: {conversations}; “gesprek wis --verlopen” deletes them.").format(
                conversations=_conversations(inzage.verlopen)
            )
        )
    return regels


def _copy_lines(inzage: Inzage) -> list[str]:
    regels = []
    for kopie in inzage.kopieen:
        dag = write_day(kopie.tijd.astimezone().date())
        regel = f"{kopie.pad} ({dag})"
        regels.append(regel if kopie.er else regel + " " + _("– not to be found now"))
    regels = regels or [_("No backups are listed.")]
    return [*regels, _("What you exported or copied yourself the program does not know.")]


def _what_you_can_do() -> list[str]:
    return [
        _("Take along: “gesprek exporteer ID” or “gesprek dossier”; all at once: “gesprek reservekopie PATH”."),
        _("Delete: “gesprek wis ID” for one conversation, “gesprek wis --alles” for everything."),
        _("Keep for a while: “gesprek bewaartermijn 12” offers to delete what is older than twelve months."),
    ]


def inzage_text(inzage: Inzage) -> str:
    """Return the page as plain text."""
    stukken = ["# " + _("What is kept about you")]
    for kop, regels in inzage_blocks(inzage):
        stukken += ["", f"## {kop}", "", *(f"- {regel}" for regel in regels)]
    return "\n".join(stukken)


def inzage_data(inzage: Inzage) -> dict[str, Any]:
    """Return the page as data for scripts."""
    telling = {naam: getattr(inzage.telling, naam) for naam in Telling.__dataclass_fields__}
    return {
        "bestand": str(inzage.pad) if inzage.pad else None,
        "bytes": inzage.omvang,
        "rechten": f"{inzage.rechten:o}" if inzage.rechten is not None else None,
        "op_slot": inzage.op_slot,
        "bewaartermijn": inzage.maanden or None,
        "verlopen": inzage.verlopen,
        "bewaard": telling,
        "leerlingen": dict(inzage.leerlingen),
        "kopieen": [{"pad": str(k.pad), "tijd": k.tijd.isoformat(), "er": k.er} for k in inzage.kopieen],
    }
