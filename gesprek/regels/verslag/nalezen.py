"""From a file to its report, and from a report to a file: what the command and the screen share."""

from __future__ import annotations

from pathlib import Path

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import Taal
from gesprek.regels.verslag import Verslag
from gesprek.regels.verslag.opmaken import build
from gesprek.regels.verslag.uitgeschreven import read_conversation
from gesprek.regels.verslag.weergave import ACHTERVOEGSELS, Formaat, render
from gesprek.taal import _

__all__ = ["format_of", "read_report", "render", "save"]


def read_report(pad: Path, taal: Taal, mentor: str | None = None) -> Verslag:
    """Read a written-out conversation and make its report.

    :param mentor: who the mentor is; found out when left out.
    :raises Inleesfout: when it cannot be read.
    """
    return build(read_conversation(pad, mentor), taal)


def format_of(doel: Path) -> Formaat | None:
    """Return the format that the name of a file asks for."""
    return ACHTERVOEGSELS.get(doel.suffix.casefold())


def save(verslag: Verslag, doel: Path, formaat: Formaat | None = None, *, bron: Path | None = None) -> None:
    """Write a report to a file; what stands in that file is gone.

    :param formaat: that of the name when left out.
    :param bron: the conversation itself, which is never written over.
    :raises Inleesfout: when it cannot be written.
    """
    formaat = formaat or format_of(doel)
    if formaat is None:
        raise _trouble(
            doel, _("It is not clear how to write this."), _("Let the name end in .html, .md, .txt or .json.")
        )
    try:
        if bron is not None and doel.exists() and doel.samefile(bron):
            raise _trouble(doel, _("That is the conversation itself."), _("Give the report another name."))
        doel.write_text(render(verslag, formaat), encoding="utf-8", newline="\n")
    except (OSError, ValueError) as fout:
        reden = getattr(fout, "strerror", None) or str(fout)
        raise _trouble(
            doel,
            _("The report cannot be written: {reason}.").format(reason=reden),
            _("Choose another place."),
        ) from fout


def _trouble(doel: Path, wat: str, herstel: str) -> Inleesfout:
    return Inleesfout([Bevinding(doel.name, 0, wat, herstel)])
