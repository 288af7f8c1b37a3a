"""A practice conversation between a front end and the archive.

What it came to is kept at the end, in numbers; what was typed is never kept.
"""

from __future__ import annotations

from gesprek import luisteren
from gesprek.archief import Archief, Archieffout
from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Leerling
from gesprek.oefenen.oefengesprek import Oefengesprek
from gesprek.oefenen.reactie import react
from gesprek.oefenen.toestand import begin
from gesprek.oefenen.uitslag import as_oefening
from gesprek.sessie import Klok, local_now

MINST = 3
"""Turns from which a run is kept: what is shorter was only a look."""


class Oefensessie:
    """One run with a student.

    :param archief: where what it came to is kept.
    :param zaad: another number gives other wordings of the same story.
    :param id: ULID to use; a new one by default.
    """

    def __init__(
        self,
        archief: Archief,
        leerling: Leerling,
        taal: Taal,
        zaad: int = 0,
        klok: Klok = local_now,
        id: str | None = None,
    ) -> None:
        from ulid import ULID

        self.archief = archief
        self.gesprek = Oefengesprek(leerling, taal, zaad)
        self.begonnen = klok()
        self.id = id or str(ULID.from_datetime(self.begonnen))
        self._klok = klok
        self._bewaard = False

    @property
    def taal(self) -> Taal:
        """The language it is held in."""
        return self.gesprek.taal

    @property
    def leerling(self) -> Leerling:
        """Who the trainee talks with."""
        return self.gesprek.leerling

    @property
    def kept(self) -> bool:
        """Whether something of it is kept."""
        return self._bewaard

    def warm(self) -> None:
        """Load the lists, so that nobody waits for them at the first sentence that is typed."""
        luisteren.warm(self.taal)
        react(self.leerling, self.taal, begin(self.leerling), "?")

    def keep(self) -> str:
        """Keep what it came to so far; return why it could not be, or empty.

        A run that goes on after its end is kept in the same place. One that was taken back to almost nothing goes.
        """
        if not self.archief.plek:
            return ""
        try:
            if len(self.gesprek.beurten) >= MINST:
                self.archief.write_oefening(as_oefening(self.gesprek, self.id, self.begonnen))
                self._bewaard = True
            elif self._bewaard:
                self.archief.erase(self.id)
                self._bewaard = False
        except Archieffout as fout:
            return str(fout)
        return ""

    def again(self) -> Oefensessie:
        """Return a new run with the same student, who says the same in other words."""
        return Oefensessie(self.archief, self.leerling, self.taal, self.gesprek.zaad + 1, self._klok)
