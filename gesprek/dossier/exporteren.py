"""From the archive to files: what the commands and the screen share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gesprek.archief import Archief
from gesprek.dossier.dossier import Dossier, Invoer, build
from gesprek.dossier.opmaak import lay_out_conversations, lay_out_dossier
from gesprek.dossier.plusdocument import lay_out_plusdocument
from gesprek.dossier.schrijvers import Formaat, write_document
from gesprek.dossier.schrijvers.als_csv import write_csv
from gesprek.dossier.verzamelen import activities

Soort = Literal["gesprek", "dossier", "plus"]


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """What can be written: one thing, in any format.

    :param soort: conversations by themselves, the loopbaandossier, or the plusdocument.
    :param invoer: the conversations in it.
    """

    soort: Soort
    dossier: Dossier
    invoer: Sequence[Invoer]

    @property
    def naam(self) -> str:
        """What a file of it is called, without an ending."""
        activiteiten = self.dossier.activiteiten
        match self.soort:
            case "dossier":
                return f"loopbaandossier-{self.dossier.gemaakt}"
            case "plus":
                return f"plusdocument-{self.dossier.gemaakt}"
        dag = activiteiten[-1].datum if activiteiten else self.dossier.gemaakt
        return f"gesprek-{dag}" if len(self.invoer) == 1 else f"gesprekken-{dag}"

    def write(self, formaat: Formaat, archief: Archief) -> bytes:
        """Return it in a format."""
        if formaat == "csv":
            return write_csv(self.dossier.activiteiten)
        if formaat == "json":
            # pydantic is only needed here
            from gesprek.dossier.schrijvers.als_json import write_conversations, write_dossier

            if self.soort != "gesprek":
                return write_dossier(self.dossier)
            return write_conversations([archief.read_whole(i.verloop.gesprek.id) for i in self.invoer])
        match self.soort:
            case "dossier":
                document = lay_out_dossier(self.dossier)
            case "plus":
                document = lay_out_plusdocument(self.dossier)
            case _:
                document = lay_out_conversations(self.dossier.activiteiten, self.dossier.naam)
        return write_document(document, formaat)


def prepare(soort: Soort, invoer: Sequence[Invoer], leerling: str, vandaag: date) -> Uitvoer:
    """Return what conversations come to, ready to be written.

    :param leerling: the student's name, when it is known.
    """
    return Uitvoer(soort, build(leerling, vandaag, activities(invoer)), invoer)
