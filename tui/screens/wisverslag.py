"""What was found after words were erased, told over the page."""

from __future__ import annotations

from gesprek.archief.bewijs import Wisbewijs, proof_lines
from gesprek.taal import _
from tui.screens.vraagvlak import Vraagvlak


def tell_erased(bewijs: Wisbewijs) -> Vraagvlak:
    """Return the report as a surface that stays until it is closed."""
    kop = _("Erased") if bewijs.proven else _("Erased, but not proven")
    return Vraagvlak(kop, proof_lines(bewijs), [_("Close")])
