"""Reading the archive in a SQLite file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from gesprek.archief import Treffer, unknown_gesprek
from gesprek.archief.rijen import read_afspraak, read_beurt, read_gesprek, read_oefening
from gesprek.archief.verbinding import Verbinding, no_archive
from gesprek.model import Afspraak, Beurt, Gesprek, Herhaling, Kernwoord, Oefening
from gesprek.vouwen import fold

_VAN = "leerling = ? COLLATE NOCASE"
_BEWOORDING = "spreker <> 'leerling' AND vraag LIKE '%.%' AND vraag NOT LIKE 'eigen.%'"
"""Turns whose words are a wording of the bank."""
_OUDE_GESPREKKEN = 20
"""How many earlier conversations count for which wordings a student has had."""


class Lezer(Verbinding):
    """What can be asked of an archive."""

    def read(self, id: str) -> tuple[Gesprek, list[Beurt]]:
        """Return a conversation with its turns. An id may be shortened when it stays unique."""
        rijen = self._rows(
            "SELECT * FROM gesprek WHERE eigenaar = ? AND id >= ? AND id < ? LIMIT 2",
            (self._eigenaar, id.upper(), id.upper() + "\x7f"),
        )
        if len(rijen) != 1 or not id:
            raise unknown_gesprek(id)
        gesprek = read_gesprek(rijen[0])
        beurten = self._rows("SELECT * FROM beurt WHERE gesprek = ? ORDER BY nr", (gesprek.id,))
        return gesprek, [read_beurt(rij) for rij in beurten]

    def read_bron(self, fingerprint: str) -> str:
        """Return the content of a source."""
        rijen = self._rows("SELECT inhoud FROM bron WHERE fingerprint = ?", (fingerprint,))
        if not rijen:
            raise no_archive(self._pad)
        return str(rijen[0]["inhoud"])

    def recent(self, *, aantal: int = 50, voor: str | None = None, klaar: bool | None = None) -> list[Gesprek]:
        """Return conversations, newest first; ``voor`` is the id to go on before."""
        waar = "eigenaar = ?" + (" AND id < ?" if voor else "")
        if klaar is not None:
            waar += " AND klaar IS NOT NULL" if klaar else " AND klaar IS NULL"
        gegevens = [self._eigenaar, *([voor] if voor else []), aantal]
        return [
            read_gesprek(rij)
            for rij in self._rows(f"SELECT * FROM gesprek WHERE {waar} ORDER BY id DESC LIMIT ?", gegevens)
        ]

    def search(self, tekst: str, aantal: int = 50) -> list[Treffer]:
        """Return turns of people in which a text occurs, whatever its case and accents, newest first."""
        gezocht = fold(tekst).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rijen = self._rows(
            "SELECT beurt.* FROM beurt JOIN gesprek ON gesprek.id = beurt.gesprek"
            " WHERE eigenaar = ? AND spreker <> 'programma' AND gevouwen LIKE ? ESCAPE '\\'"
            " ORDER BY beurt.gesprek DESC, nr LIMIT ?",
            (self._eigenaar, f"%{gezocht}%", aantal),
        )
        koppen = {rij["gesprek"]: self.read(rij["gesprek"])[0] for rij in rijen}
        return [Treffer(koppen[rij["gesprek"]], read_beurt(rij)) for rij in rijen]

    def wordings_before(self, id: str, leerling: str = "") -> Mapping[str, Mapping[str, int]]:
        """Return per question how often each wording was used with this student before this conversation."""
        gehad: dict[str, dict[str, int]] = {}
        for rij in self._rows(
            f"SELECT vraag, tekst, count(*) AS aantal FROM beurt WHERE {_BEWOORDING} AND gesprek IN"
            f" (SELECT id FROM gesprek WHERE eigenaar = ? AND {_VAN} AND id < ? ORDER BY id DESC LIMIT ?)"
            " GROUP BY vraag, tekst",
            (self._eigenaar, leerling, id, _OUDE_GESPREKKEN),
        ):
            gehad.setdefault(rij["vraag"], {})[rij["tekst"]] = rij["aantal"]
        return gehad

    def finished_before(self, id: str, leerling: str = "") -> int:
        """Return how many conversations of this student that began before this one were finished."""
        rijen = self._rows(
            f"SELECT count(*) AS aantal FROM gesprek WHERE eigenaar = ? AND {_VAN} AND id < ? AND klaar IS NOT NULL",
            (self._eigenaar, leerling, id),
        )
        return int(rijen[0]["aantal"])

    def open_afspraken(self, voor: str | None = None, aantal: int = 3, leerling: str = "") -> list[Afspraak]:
        """Return the newest open afspraken of this student, oldest first; of conversations before ``voor``."""
        voor = voor or "\x7f"
        rijen = self._rows(
            "SELECT afspraak.* FROM afspraak JOIN gesprek ON gesprek.id = afspraak.gesprek"
            f" WHERE eigenaar = ? AND {_VAN} AND gesprek.id < ?"
            " AND (status = 'open' AND (gevraagd_in IS NULL OR gevraagd_in < ?) OR gevraagd_in = ?)"
            " ORDER BY afspraak.gesprek DESC, nr DESC LIMIT ?",
            (self._eigenaar, leerling, voor, voor, voor, aantal),
        )
        return [read_afspraak(rij) for rij in reversed(rijen)]

    def afspraken(self, id: str) -> list[Afspraak]:
        """Return the afspraken of one conversation."""
        return [read_afspraak(rij) for rij in self._rows("SELECT * FROM afspraak WHERE gesprek = ? ORDER BY nr", (id,))]

    def kernwoorden(self, aantal: int = 5, leerling: str | None = None) -> list[Kernwoord]:
        """Return the newest kernwoorden, newest first; of everybody when no student is named."""
        van = "" if leerling is None else f" AND {_VAN}"
        return [
            Kernwoord(rij["gesprek"], rij["woord"], date.fromisoformat(rij["datum"]))
            for rij in self._rows(
                "SELECT kernwoord.* FROM kernwoord JOIN gesprek ON gesprek.id = kernwoord.gesprek"
                f" WHERE eigenaar = ?{van} ORDER BY gesprek.id DESC LIMIT ?",
                (self._eigenaar, *([] if leerling is None else [leerling]), aantal),
            )
        ]

    def read_concept(self, id: str) -> tuple[str, str] | None:
        """Return (question, draft), if there is one."""
        rijen = self._rows("SELECT vraag, tekst FROM concept WHERE gesprek = ?", (id,))
        return (rijen[0]["vraag"], rijen[0]["tekst"]) if rijen else None

    def herhalingen(self) -> list[Herhaling]:
        """Return what is kept of the drill, what comes back soonest first."""
        return [
            Herhaling(rij["kaart"], rij["stand"], datetime.fromisoformat(rij["volgende"]))
            for rij in self._rows(
                "SELECT * FROM herhaling WHERE eigenaar = ? ORDER BY volgende, kaart", (self._eigenaar,)
            )
        ]

    def oefeningen(self) -> list[Oefening]:
        """Return the practice conversations, oldest first."""
        rijen = self._rows("SELECT * FROM oefening WHERE eigenaar = ? ORDER BY id", (self._eigenaar,))
        return [read_oefening(rij) for rij in rijen]
