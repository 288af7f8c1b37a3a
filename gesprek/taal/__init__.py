"""Languages: interface texts through gettext catalogs, and the choice of a language.

Texts in code are English msgids, wrapped in :func:`_`; the catalogs ``nl`` and ``en`` are both complete.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

from gesprek.model import TALEN, Taal

MAP = Path(__file__).parent
_vertaling: gettext.NullTranslations = gettext.NullTranslations()
_taal: Taal = "nl"


def choose_taal(gevraagd: str | None, omgeving: Mapping[str, str] = os.environ) -> Taal:
    """Return the language to use: asked for, else GESPREK_TAAL, else the locale, else Dutch.

    :param gevraagd: value of ``--taal``, if given.
    """
    if gevraagd in TALEN:
        return "en" if gevraagd == "en" else "nl"
    eigen = omgeving.get("GESPREK_TAAL", "").casefold()
    if eigen[:2] in TALEN:
        return "en" if eigen[:2] == "en" else "nl"
    for naam in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if waarde := omgeving.get(naam):
            return "en" if waarde.casefold().startswith("en") else "nl"
    return "nl"


def use_taal(taal: Taal) -> None:
    """Make a language the one that :func:`_` speaks."""
    global _vertaling, _taal
    _taal = taal
    _vertaling = gettext.translation("gesprek", MAP, languages=[taal], fallback=True)


def current_taal() -> Taal:
    """Return the language in use."""
    return _taal


def _(msgid: str) -> str:
    """Translate an interface text."""
    return _vertaling.gettext(msgid)


def unforeseen(fout: BaseException | None) -> str:
    """Return what a user is told when the program itself made a mistake. It names no answer."""
    soort = type(fout).__name__ if fout else "?"
    return _(
        "Something went wrong in the program itself ({kind}). What was kept is still there; go on with: gesprek hervat"
    ).format(kind=soort)


def ngettext(een: str, meer: str, aantal: int) -> str:
    """Translate an interface text that depends on a number."""
    return _vertaling.ngettext(een, meer, aantal)
