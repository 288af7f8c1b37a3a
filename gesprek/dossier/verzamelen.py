"""Fetches what a dossier is made of: finished conversations, what was chosen of each, and what became of agreements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from gesprek.archief import Archief, Archieffout
from gesprek.bron import Bron, bron_from_content
from gesprek.dossier.activiteit import activity
from gesprek.dossier.dossier import Activiteit, Dossier, Invoer, build
from gesprek.dossier.keuze import choose
from gesprek.model import Dossierkeuze, Gesprek
from gesprek.sessie import history, verloop_of
from gesprek.taal import _
from gesprek.verloop import Verloop

Voortgang = Callable[[], None]
"""Is told after each conversation."""
_ALLE = 1_000_000


class Onleesbaar(Archieffout):
    """A conversation cannot be read again from its turns."""


@dataclass
class Verzamelaar:
    """Reads conversations for a dossier; what a source holds is read once.

    :param gewoon: take the usual choice where the student chose nothing; else nothing goes in.
    :param met: parts that go in whatever was chosen; ``zonder``: parts that stay out.
    :ivar onleesbaar: conversations that :meth:`inputs` left out, for their source is damaged.
    """

    archief: Archief
    gewoon: bool = True
    met: Collection[str] = ()
    zonder: Collection[str] = ()
    onleesbaar: list[str] = field(default_factory=list)
    _bronnen: dict[str, Bron] = field(default_factory=dict)

    def verloop(self, id: str) -> Verloop:
        """Return a conversation, read again from its turns.

        :raises OnbekendGesprek: when there is none.
        :raises Onleesbaar: when the questions that it began with are damaged.
        """
        gesprek, beurten = self.archief.read(id)
        bron = self._bronnen.get(gesprek.bron)
        if bron is None:
            try:
                bron = self._bronnen[gesprek.bron] = bron_from_content(self.archief.read_bron(gesprek.bron))
            except (KeyError, ValueError) as fout:
                raise Onleesbaar(_("The conversation {id} cannot be read any more.").format(id=gesprek.id)) from fout
        return verloop_of(gesprek.modus).replay(
            bron, gesprek, beurten, history(self.archief, gesprek), self.archief.plek
        )

    def input(self, id: str) -> Invoer:
        """Return a conversation with what goes in of it."""
        verloop = self.verloop(id)
        keuzes = self.archief.dossierkeuzes(None)
        return self._input(verloop, keuzes.get(verloop.gesprek.id))

    def _input(self, verloop: Verloop, bewaard: Dossierkeuze | None) -> Invoer:
        id = verloop.gesprek.id
        gekozen = choose(verloop, {id: bewaard} if bewaard else {}, gewoon=self.gewoon)
        return Invoer(verloop, gekozen.changed(self.met, self.zonder), self.archief.afspraken(id))

    def inputs(self, ids: Sequence[str], voortgang: Voortgang | None = None) -> list[Invoer]:
        """Return conversations with what goes in of each."""
        keuzes = self.archief.dossierkeuzes(None)
        invoer = []
        for id in ids:
            try:
                verloop = self.verloop(id)
            except Onleesbaar:
                self.onleesbaar.append(id)
                continue
            invoer.append(self._input(verloop, keuzes.get(verloop.gesprek.id)))
            if voortgang is not None:
                voortgang()
        return invoer


def finished(archief: Archief, leerling: str | None = "") -> list[Gesprek]:
    """Return the finished conversations of a student, newest first; of everybody when no student is named."""
    from gesprek.archief import Zeef

    return archief.sift(Zeef(klaar=True, leerling=leerling), aantal=_ALLE)


def activities(invoer: Sequence[Invoer]) -> list[Activiteit]:
    """Return what conversations yield; one of which nothing goes in is not among them."""
    return [gemaakt for gemaakt in map(activity, invoer) if gemaakt is not None]


def dossier_of(leerling: str, vandaag: date, invoer: Sequence[Invoer]) -> Dossier:
    """Return the dossier that conversations make."""
    return build(leerling, vandaag, activities(invoer))


def unticked(invoer: Sequence[Invoer]) -> tuple[int, int]:
    """Return of how many conversations nothing was ticked: (taken as they are, given the usual parts)."""
    herkomst = [i.gekozen.herkomst for i in invoer]
    return herkomst.count("niets"), herkomst.count("gewoon")
