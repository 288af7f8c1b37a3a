"""Whole conversations, out of one archive and into another, in a SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from gesprek.archief import Conflict, Heel
from gesprek.archief.lezen import Lezer
from gesprek.archief.rijen import read_afspraak, read_beurt, read_dossierkeuze, read_gevuld
from gesprek.model import Kernwoord
from gesprek.taal import _
from gesprek.vouwen import fold


class Heellezer(Lezer):
    """What takes whole conversations along."""

    def read_whole(self, id: str) -> Heel:
        """Return a conversation with everything that is kept of it."""
        gesprek, beurten = self.read(id)
        sleutel = (gesprek.id,)
        afspraken = self._rows("SELECT * FROM afspraak WHERE gesprek = ? ORDER BY nr", sleutel)
        keuzes = self._rows("SELECT * FROM dossier WHERE gesprek = ?", sleutel)
        woorden = self._rows("SELECT * FROM kernwoord WHERE gesprek = ?", sleutel)
        gevuld = self._rows(
            "SELECT gevuld.*, beurt.tekst, ? AS begonnen FROM gevuld"
            " JOIN beurt ON beurt.gesprek = gevuld.gesprek AND beurt.nr = gevuld.beurt"
            " WHERE gevuld.gesprek = ? ORDER BY gevuld.nr",
            (gesprek.begonnen.isoformat(), gesprek.id),
        )
        return Heel(
            gesprek=gesprek,
            beurten=tuple(beurten),
            bron=self.read_bron(gesprek.bron),
            kernwoord=_read_kernwoord(woorden[0]) if woorden else None,
            afspraken=tuple(read_afspraak(rij) for rij in afspraken),
            gevraagd_in=tuple(rij["gevraagd_in"] for rij in afspraken),
            gevuld=tuple((plek.slot, plek.citaat) for plek in map(read_gevuld, gevuld)),
            keuze=read_dossierkeuze(keuzes[0]) if keuzes else None,
            concept=self.read_concept(gesprek.id),
        )

    def put(self, helen: Sequence[Heel]) -> list[str]:
        """Keep whole conversations, all or none."""
        nieuw = []
        with self._slot, self._errors(), self._transaction():
            for heel in helen:
                if not self._is_here(heel):
                    self._put(heel)
                    nieuw.append(heel.gesprek.id)
        return nieuw

    def _is_here(self, heel: Heel) -> bool:
        """Whether this conversation is here, turn by turn.

        :raises Conflict: when another one has its id.
        """
        id = heel.gesprek.id
        eigenaar = self._conn.execute("SELECT eigenaar FROM gesprek WHERE id = ?", (id,)).fetchone()
        if eigenaar is None:
            return False
        cursor = self._conn.execute("SELECT * FROM beurt WHERE gesprek = ? ORDER BY nr", (id,))
        cursor.row_factory = sqlite3.Row
        if eigenaar[0] != self._eigenaar or tuple(read_beurt(rij) for rij in cursor.fetchall()) != heel.beurten:
            raise Conflict(_("Another conversation has the id {id} already.").format(id=id))
        return True

    def _put(self, heel: Heel) -> None:
        g = heel.gesprek
        self._conn.execute("INSERT OR IGNORE INTO bron VALUES (?, ?)", (g.bron, heel.bron))
        self._conn.execute(
            "INSERT INTO gesprek VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                g.id,
                self._eigenaar,
                g.modus,
                g.flow,
                g.bron,
                g.taal,
                g.begonnen.isoformat(),
                g.bijgewerkt.isoformat(),
                g.klaar.isoformat() if g.klaar else None,
                g.titel,
                g.leerling,
                g.mentor,
                g.naam,
            ),
        )
        self._conn.executemany(
            "INSERT INTO beurt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    g.id,
                    b.nr,
                    b.tijd.isoformat(),
                    b.spreker,
                    b.soort,
                    b.fase,
                    b.stap,
                    b.vraag,
                    b.tekst,
                    fold(b.tekst) if b.typed else "",
                )
                for b in heel.beurten
            ],
        )
        self._put_yield(heel)

    def _put_yield(self, heel: Heel) -> None:
        id = heel.gesprek.id
        if heel.kernwoord is not None:
            woord = (id, heel.kernwoord.woord, heel.kernwoord.datum.isoformat())
            self._conn.execute("INSERT INTO kernwoord VALUES (?, ?, ?)", woord)
        gevraagd_in = heel.gevraagd_in or (None,) * len(heel.afspraken)
        self._conn.executemany(
            "INSERT INTO afspraak (gesprek, nr, tekst, datum, status, gevraagd_in) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (id, a.nr, a.tekst, a.datum.isoformat() if a.datum else None, a.status, waar)
                for a, waar in zip(heel.afspraken, gevraagd_in, strict=True)
            ],
        )
        self._conn.executemany(
            "INSERT INTO gevuld VALUES (?, ?, ?, ?, ?, ?)",
            [(id, nr, slot, c.beurt, c.van, c.tot) for nr, (slot, c) in enumerate(heel.gevuld)],
        )
        if heel.keuze is not None:
            keuze = (id, " ".join(sorted(heel.keuze.delen)), heel.keuze.doel, heel.keuze.categorie)
            self._conn.execute("INSERT INTO dossier VALUES (?, ?, ?, ?)", keuze)
        if heel.concept is not None:
            self._conn.execute("INSERT INTO concept VALUES (?, ?, ?)", (id, *heel.concept))


def _read_kernwoord(rij: sqlite3.Row) -> Kernwoord:
    return Kernwoord(rij["gesprek"], rij["woord"], date.fromisoformat(rij["datum"]))
