"""Reading the archive in a SQLite file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from gesprek.archief import Treffer, Zeef, unknown_gesprek
from gesprek.archief.rijen import (
    read_afspraak,
    read_beurt,
    read_dossierkeuze,
    read_gesprek,
    read_gevuld,
    read_oefening,
)
from gesprek.archief.verbinding import Verbinding, no_archive
from gesprek.model import Afspraak, Beurt, Dossierkeuze, Gesprek, Gevuld, Herhaling, Kernwoord, Oefening
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
        return self.sift(Zeef(klaar=klaar), aantal=aantal, voor=voor)

    def sift(self, zeef: Zeef, *, aantal: int = 50, voor: str | None = None) -> list[Gesprek]:
        """Return the conversations that are meant, newest first; ``voor`` is the id to go on before."""
        waar, gegevens = self._sieve(zeef)
        if voor is not None:
            waar, gegevens = f"{waar} AND id < ?", [*gegevens, voor]
        rijen = self._rows(f"SELECT * FROM gesprek WHERE {waar} ORDER BY id DESC LIMIT ?", [*gegevens, aantal])
        return [read_gesprek(rij) for rij in rijen]

    def _sieve(self, zeef: Zeef) -> tuple[str, list[str]]:
        """Return the condition that a conversation meets, and what is filled in."""
        delen: list[tuple[str, str | None]] = [
            ("eigenaar = ?", self._eigenaar),
            ("modus = ?", zeef.modus),
            (_VAN, zeef.leerling),
            ("substr(begonnen, 1, 10) >= ?", zeef.vanaf.isoformat() if zeef.vanaf else None),
            ("substr(begonnen, 1, 10) <= ?", zeef.tot.isoformat() if zeef.tot else None),
            ("id IN (SELECT gesprek FROM kernwoord WHERE vouw(woord) = ?)", fold(zeef.kernwoord.strip()) or None),
            *(
                ("naam <> '' AND vouw(naam) LIKE ? ESCAPE '\\'", f"%{_as_is(woord)}%")
                for woord in fold(zeef.naam).split()
            ),
        ]
        waar = [deel for deel, waarde in delen if waarde is not None]
        if zeef.klaar is not None:
            waar.append("klaar IS NOT NULL" if zeef.klaar else "klaar IS NULL")
        if zeef.ids is not None:
            waar.append(f"id IN ({', '.join('?' * len(zeef.ids))})")
        return " AND ".join(waar), [waarde for _deel, waarde in delen if waarde is not None] + list(zeef.ids or ())

    def leerlingen(self) -> Mapping[str, int]:
        """Return how many conversations there are per student; the empty name is whoever the archive belongs to."""
        rijen = self._rows(
            "SELECT max(leerling) AS leerling, count(*) AS aantal FROM gesprek WHERE eigenaar = ?"
            " GROUP BY leerling COLLATE NOCASE ORDER BY leerling COLLATE NOCASE",
            (self._eigenaar,),
        )
        return {rij["leerling"]: rij["aantal"] for rij in rijen}

    def search(self, tekst: str, aantal: int = 50, zeef: Zeef | None = None) -> list[Treffer]:
        """Return turns of people in which every word of a text occurs, whatever case and accents, newest first."""
        woorden = [_as_is(woord) for woord in fold(tekst).split()]
        if not woorden:
            return []
        waar, gegevens = self._sieve(zeef or Zeef())
        in_alles = "+" if zeef in (None, Zeef()) else ""  # one pass then, and no looking up of each conversation
        rijen = self._rows(
            "SELECT * FROM beurt WHERE spreker <> 'programma'"
            + " AND gevouwen LIKE ? ESCAPE '\\'" * len(woorden)
            + f" AND {in_alles}gesprek IN (SELECT id FROM gesprek WHERE {waar}) ORDER BY gesprek DESC, nr LIMIT ?",
            (*(f"%{woord}%" for woord in woorden), *gegevens, aantal),
        )
        koppen = self._heads({rij["gesprek"] for rij in rijen})
        return [Treffer(koppen[rij["gesprek"]], read_beurt(rij)) for rij in rijen]

    def _heads(self, ids: Collection[str]) -> dict[str, Gesprek]:
        plekken = ", ".join("?" * len(ids))
        rijen = self._rows(f"SELECT * FROM gesprek WHERE id IN ({plekken})", list(ids))
        return {rij["id"]: read_gesprek(rij) for rij in rijen}

    def said(self, leerling: str = "") -> list[tuple[str, int, str]]:
        """Return what a student typed as answers, newest conversation first: (conversation, turn, text)."""
        rijen = self._rows(
            "SELECT gesprek, nr, tekst FROM beurt WHERE spreker = 'leerling' AND soort = 'antwoord' AND gesprek IN"
            f" (SELECT id FROM gesprek WHERE eigenaar = ? AND {_VAN}) ORDER BY gesprek DESC, nr",
            (self._eigenaar, leerling),
        )
        return [(rij["gesprek"], rij["nr"], rij["tekst"]) for rij in rijen]

    def told(self, leerling: str = "") -> dict[str, str]:
        """Return what a student typed in each conversation where words could be chosen freely, a line per answer."""
        rijen = self._rows(
            "SELECT gesprek, group_concat(tekst, char(10)) AS tekst FROM beurt"
            " WHERE spreker = 'leerling' AND soort = 'antwoord'"
            f" AND gesprek IN (SELECT id FROM gesprek WHERE eigenaar = ? AND {_VAN})"
            " AND vraag NOT IN (SELECT DISTINCT vraag FROM beurt WHERE soort IN ('keuze', 'schaal'))"
            " GROUP BY gesprek",
            (self._eigenaar, leerling),
        )
        return {rij["gesprek"]: rij["tekst"] for rij in rijen}

    def gevuld(self, slots: Collection[str], leerling: str = "") -> list[Gevuld]:
        """Return what filled these slots in a student's conversations, oldest first."""
        rijen = self._rows(
            "SELECT gevuld.*, beurt.tekst, gesprek.begonnen FROM gevuld"
            " JOIN gesprek ON gesprek.id = gevuld.gesprek"
            " JOIN beurt ON beurt.gesprek = gevuld.gesprek AND beurt.nr = gevuld.beurt"
            f" WHERE eigenaar = ? AND {_VAN} AND slot IN ({', '.join('?' * len(slots))})"
            " ORDER BY gevuld.gesprek, gevuld.nr",
            (self._eigenaar, leerling, *slots),
        )
        return [read_gevuld(rij) for rij in rijen]

    def ongevuld(self, leerling: str = "") -> list[str]:
        """Return the ids of conversations from before places were kept: read them again to know."""
        rijen = self._rows(
            f"SELECT id FROM gesprek WHERE eigenaar = ? AND {_VAN} AND titel <> ''"
            " AND NOT EXISTS (SELECT 1 FROM gevuld WHERE gevuld.gesprek = gesprek.id)",
            (self._eigenaar, leerling),
        )
        return [rij["id"] for rij in rijen]

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
        if voor is not None and (begonnen_met := self._asked_back(voor)):
            return begonnen_met
        voor = voor or "\x7f"
        rijen = self._rows(
            "SELECT afspraak.* FROM afspraak JOIN gesprek ON gesprek.id = afspraak.gesprek"
            f" WHERE eigenaar = ? AND {_VAN} AND gesprek.id < ?"
            " AND (status = 'open' AND (gevraagd_in IS NULL OR gevraagd_in < ?) OR gevraagd_in = ?)"
            " ORDER BY afspraak.gesprek DESC, nr DESC LIMIT ?",
            (self._eigenaar, leerling, voor, voor, voor, aantal),
        )
        return [read_afspraak(rij) for rij in reversed(rijen)]

    def _asked_back(self, id: str) -> list[Afspraak]:
        """Return the afspraken that a conversation began with; one that is gone keeps its place, without words."""
        rijen = self._rows(
            "SELECT coalesce(terugvraag.van, '') AS gesprek, terugvraag.nr, coalesce(tekst, '') AS tekst, datum,"
            " coalesce(status, 'vervallen') AS status FROM terugvraag"
            " LEFT JOIN afspraak ON afspraak.gesprek = terugvraag.van AND afspraak.nr = terugvraag.nr"
            " WHERE terugvraag.gesprek = (SELECT id FROM gesprek WHERE id = ? AND eigenaar = ?) ORDER BY plaats",
            (id, self._eigenaar),
        )
        return [read_afspraak(rij) for rij in rijen]

    def afspraken(self, id: str) -> list[Afspraak]:
        """Return the afspraken of one conversation."""
        rijen = self._rows(
            "SELECT afspraak.* FROM afspraak JOIN gesprek ON gesprek.id = afspraak.gesprek"
            " WHERE eigenaar = ? AND gesprek.id = ? ORDER BY nr",
            (self._eigenaar, id),
        )
        return [read_afspraak(rij) for rij in rijen]

    def all_afspraken(self, leerling: str | None = "") -> list[Afspraak]:
        """Return every afspraak of a student, oldest first; of everybody when no student is named."""
        rijen = self._rows(
            "SELECT afspraak.* FROM afspraak JOIN gesprek ON gesprek.id = afspraak.gesprek"
            f" WHERE eigenaar = ?{'' if leerling is None else f' AND {_VAN}'} ORDER BY afspraak.gesprek, nr",
            [self._eigenaar, *([] if leerling is None else [leerling])],
        )
        return [read_afspraak(rij) for rij in rijen]

    def dossierkeuzes(self, leerling: str | None = "") -> Mapping[str, Dossierkeuze]:
        """Return what goes into the dossier, by conversation; only those for which the student chose."""
        rijen = self._rows(
            "SELECT dossier.* FROM dossier JOIN gesprek ON gesprek.id = dossier.gesprek"
            f" WHERE eigenaar = ?{'' if leerling is None else f' AND {_VAN}'}",
            [self._eigenaar, *([] if leerling is None else [leerling])],
        )
        return {rij["gesprek"]: read_dossierkeuze(rij) for rij in rijen}

    def instelling(self, naam: str) -> str:
        """Return a setting; empty when it was never set."""
        rijen = self._rows("SELECT waarde FROM instelling WHERE eigenaar = ? AND naam = ?", (self._eigenaar, naam))
        return str(rijen[0]["waarde"]) if rijen else ""

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


def _as_is(woord: str) -> str:
    """Return a word in which the signs that LIKE reads are signs."""
    return woord.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
