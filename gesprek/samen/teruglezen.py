"""What a conversation of two reads back: the parts of the story that the student ticks for the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gesprek.dossier.delen import Deel, parts
from gesprek.dossier.keuze import ticked_together

if TYPE_CHECKING:
    from gesprek.verloop import Verloop

__all__ = ["Deel", "chosen", "parts"]


def chosen(verloop: Verloop) -> list[Deel]:
    """Return the parts that the student ticked."""
    gekozen = ticked_together(verloop) or ()
    return [deel for deel in parts(verloop) if deel.id in gekozen]
