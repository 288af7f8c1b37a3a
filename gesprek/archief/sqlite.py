"""The archive in one SQLite file.

A student's words stand in ``beurt.tekst`` (and folded in ``gevouwen``), ``kernwoord``, ``afspraak``, ``concept``,
``dossier``, ``gesprek.titel`` and ``gesprek.naam``; what is derived from turns is rewritten in the transaction that
writes them. No index and no full-text table holds words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC

from gesprek.archief import Conflict, OnbekendGesprek, Schrijfwerk, unknown_gesprek
from gesprek.archief.heel import Heellezer
from gesprek.archief.opruimen import Opruimer
from gesprek.model import Beurt, Citaat, Dossierkeuze, Herhaling, Oefening
from gesprek.taal import _
from gesprek.vouwen import fold


class SqliteArchief(Heellezer, Opruimer):
    """An archive in a file, or in memory.

    :param pad: the file; None for memory.
    :param eigenaar: whose conversations these are.
    :raises Archieffout: when it cannot be opened.
    """

    def write(self, werk: Schrijfwerk) -> None:
        """Keep turns, durably and all or none."""
        with self._slot, self._errors():
            with self._transaction():
                weg = self._words_of(werk.gesprek.id, werk.gewist)
                self._write_head(werk)
                for beurt in werk.beurten:
                    self._write_turn(werk.gesprek.id, beurt)
                for beurt in werk.gewist:
                    self._conn.execute(
                        "UPDATE beurt SET soort = ?, tekst = '', gevouwen = '' WHERE gesprek = ? AND nr = ?",
                        (beurt.soort, werk.gesprek.id, beurt.nr),
                    )
                self._write_yield(werk)
                self._conn.execute("DELETE FROM concept WHERE gesprek = ?", (werk.gesprek.id,))
                if weg:
                    self._mark()
            if self._pad is not None and (werk.gewist or self._uit_te_vegen):
                self._sweep()
            self._make_sure(weg)

    def _words_of(self, id: str, beurten: Sequence[Beurt]) -> list[str]:
        """Return the words that stand in turns now."""
        vraag = "SELECT tekst FROM beurt WHERE gesprek = ? AND nr = ? AND tekst <> ''"
        return [rij[0] for b in beurten for rij in self._conn.execute(vraag, (id, b.nr))]

    def _write_head(self, werk: Schrijfwerk) -> None:
        gesprek = werk.gesprek
        if werk.bron is not None:
            self._conn.execute("INSERT OR IGNORE INTO bron VALUES (?, ?)", (gesprek.bron, werk.bron))
            self._conn.execute(
                "INSERT OR IGNORE INTO gesprek VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', ?, ?, ?)",
                (
                    gesprek.id,
                    self._eigenaar,
                    gesprek.modus,
                    gesprek.flow,
                    gesprek.bron,
                    gesprek.taal,
                    gesprek.begonnen.isoformat(),
                    gesprek.bijgewerkt.isoformat(),
                    gesprek.leerling,
                    gesprek.mentor,
                    gesprek.naam,
                ),
            )
        geraakt = self._conn.execute(
            "UPDATE gesprek SET bijgewerkt = ?, klaar = ?, titel = ? WHERE id = ? AND eigenaar = ?",
            (
                gesprek.bijgewerkt.isoformat(),
                (gesprek.klaar or gesprek.bijgewerkt).isoformat() if werk.opbrengst.klaar else None,
                werk.opbrengst.titel,
                gesprek.id,
                self._eigenaar,
            ),
        )
        if geraakt.rowcount == 0:
            raise unknown_gesprek(gesprek.id)

    def _write_turn(self, id: str, beurt: Beurt) -> None:
        rij = self._conn.execute(
            "SELECT spreker, soort, tekst FROM beurt WHERE gesprek = ? AND nr = ?", (id, beurt.nr)
        ).fetchone()
        if rij is not None:
            if tuple(rij) != (beurt.spreker, beurt.soort, beurt.tekst):
                raise Conflict(
                    _("This conversation went on in another window; open it again with “gesprek hervat {id}”.").format(
                        id=id
                    )
                )
            return
        gevouwen = fold(beurt.tekst) if beurt.typed else ""
        self._conn.execute(
            "INSERT INTO beurt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id,
                beurt.nr,
                beurt.tijd.isoformat(),
                beurt.spreker,
                beurt.soort,
                beurt.fase,
                beurt.stap,
                beurt.vraag,
                beurt.tekst,
                gevouwen,
            ),
        )

    def _write_yield(self, werk: Schrijfwerk) -> None:
        id, opbrengst = werk.gesprek.id, werk.opbrengst
        if opbrengst.kernwoord is None:
            self._conn.execute("DELETE FROM kernwoord WHERE gesprek = ?", (id,))
        else:
            self._conn.execute(
                "INSERT INTO kernwoord VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET woord = excluded.woord"
                " WHERE woord <> excluded.woord",
                (id, opbrengst.kernwoord, werk.gesprek.bijgewerkt.date().isoformat()),
            )
        self._conn.execute("DELETE FROM afspraak WHERE gesprek = ? AND nr >= ?", (id, len(opbrengst.afspraken)))
        for nr, (tekst, datum) in enumerate(opbrengst.afspraken):
            self._conn.execute(
                "INSERT INTO afspraak (gesprek, nr, tekst, datum) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET tekst = excluded.tekst, datum = excluded.datum",
                (id, nr, tekst, datum.isoformat() if datum else None),
            )
        self._write_asked_back(werk)
        self._write_places(id, opbrengst.gevuld)

    def _write_asked_back(self, werk: Schrijfwerk) -> None:
        """Write what this conversation says became of earlier afspraken, where it says something else than before.

        What was said last holds: in a conversation, or outside any.
        """
        id, terugblik = werk.gesprek.id, werk.opbrengst.terugblik
        for van, nr in dict.fromkeys([*((a.gesprek, a.nr) for a in werk.terugvraag), *terugblik]):
            self._conn.execute(
                "INSERT INTO terugvraag SELECT ?1, (SELECT count(*) FROM terugvraag WHERE gesprek = ?1), gesprek, nr,"
                " iif(gevraagd_in = ?1, status, NULL) FROM afspraak WHERE gesprek = ?2 AND nr = ?3 AND NOT EXISTS"
                " (SELECT 1 FROM terugvraag WHERE gesprek = ?1 AND van = ?2 AND nr = ?3)",
                (id, van, nr),
            )
        rijen = self._conn.execute("SELECT van, nr, gezegd FROM terugvraag WHERE gesprek = ? AND van > ''", (id,))
        for van, nr, gezegd in rijen.fetchall():
            nu = terugblik.get((van, nr))
            if nu == gezegd:
                continue
            self._conn.execute(
                "UPDATE afspraak SET status = ?, gevraagd_in = ? WHERE gesprek = ? AND nr = ?"
                + ("" if nu else " AND gevraagd_in = ?"),
                (nu or "open", id if nu else None, van, nr, *(() if nu else (id,))),
            )
            self._conn.execute(
                "UPDATE terugvraag SET gezegd = ? WHERE gesprek = ? AND van = ? AND nr = ?", (nu, id, van, nr)
            )

    def _write_places(self, id: str, gevuld: Sequence[tuple[str, Citaat]]) -> None:
        oud = self._conn.execute("SELECT slot, beurt, van, tot FROM gevuld WHERE gesprek = ? ORDER BY nr", (id,))
        nieuw = [(slot, citaat.beurt, citaat.van, citaat.tot) for slot, citaat in gevuld]
        if [tuple(rij) for rij in oud.fetchall()] == nieuw:
            return
        self._conn.execute("DELETE FROM gevuld WHERE gesprek = ?", (id,))
        self._conn.executemany(
            "INSERT INTO gevuld VALUES (?, ?, ?, ?, ?, ?)", [(id, nr, *plek) for nr, plek in enumerate(nieuw)]
        )

    def write_gevuld(self, id: str, gevuld: Sequence[tuple[str, Citaat]]) -> None:
        """Keep what fills the slots of a conversation, in the place of what was kept of it."""
        with self._slot, self._errors(), self._transaction():
            self._write_places(self._own(id), gevuld)

    def rename(self, id: str, naam: str) -> None:
        """Give a conversation a name; an empty one takes it away."""
        with self._slot, self._errors():
            with self._transaction():
                self._conn.execute("UPDATE gesprek SET naam = ? WHERE id = ?", (naam, self._own(id)))
            if self._pad is not None:
                self._sweep()

    def write_status(self, id: str, nr: int, status: str) -> None:
        """Say what became of an afspraak."""
        with self._slot, self._errors(), self._transaction():
            geraakt = self._conn.execute(
                "UPDATE afspraak SET status = ?, gevraagd_in = NULL WHERE gesprek = ? AND nr = ?",
                (status, self._own(id), nr),
            )
            if geraakt.rowcount == 0:
                raise OnbekendGesprek(_("In {id} there is no agreement {nr}.").format(id=id, nr=nr + 1))

    def write_dossierkeuze(self, keuze: Dossierkeuze) -> None:
        """Keep what goes into the dossier of a conversation, in the place of what was kept."""
        with self._slot, self._errors():
            with self._transaction():
                self._conn.execute(
                    "INSERT INTO dossier VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                    " SET delen = excluded.delen, doel = excluded.doel, categorie = excluded.categorie",
                    (self._own(keuze.gesprek), " ".join(sorted(keuze.delen)), keuze.doel, keuze.categorie),
                )
            if self._pad is not None:
                self._sweep()

    def write_instelling(self, naam: str, waarde: str) -> None:
        """Keep a setting; an empty value takes it away."""
        with self._slot, self._errors(), self._transaction():
            if not waarde:
                self._conn.execute("DELETE FROM instelling WHERE eigenaar = ? AND naam = ?", (self._eigenaar, naam))
                return
            self._conn.execute(
                "INSERT INTO instelling VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET waarde = excluded.waarde",
                (self._eigenaar, naam, waarde),
            )

    def _own(self, id: str) -> str:
        """Return the id of a conversation of this owner; it may not be shortened."""
        rij = self._conn.execute("SELECT 1 FROM gesprek WHERE id = ? AND eigenaar = ?", (id, self._eigenaar))
        if rij.fetchone() is None:
            raise unknown_gesprek(id)
        return id

    def move(self, id: str, fingerprint: str, inhoud: str, stappen: Mapping[str, str]) -> None:
        """Give a conversation another source; turns of steps that are named get their new place."""
        with self._slot, self._errors(), self._transaction():
            self._conn.execute("INSERT OR IGNORE INTO bron VALUES (?, ?)", (fingerprint, inhoud))
            geraakt = self._conn.execute(
                "UPDATE gesprek SET bron = ? WHERE id = ? AND eigenaar = ?", (fingerprint, id, self._eigenaar)
            )
            if geraakt.rowcount == 0:
                raise unknown_gesprek(id)
            # two passes, so that a step may take the name that another had
            for pas in ("~", ""):
                for oud, nieuw in stappen.items():
                    van, naar = (oud, f"~{nieuw}") if pas else (f"~{nieuw}", nieuw)
                    self._conn.execute(
                        "UPDATE beurt SET stap = ?, fase = ? WHERE gesprek = ? AND stap = ?",
                        (naar, nieuw.partition(".")[0], id, van),
                    )

    def write_concept(self, id: str, vraag: str, tekst: str) -> None:
        """Keep a draft of an answer; an empty one removes it."""
        with self._slot, self._errors():
            if not tekst:
                with self._transaction():
                    weg = [rij[0] for rij in self._conn.execute("SELECT tekst FROM concept WHERE gesprek = ?", (id,))]
                    if weg:
                        self._conn.execute("DELETE FROM concept WHERE gesprek = ?", (id,))
                        self._mark()
                if self._pad is not None and weg:
                    self._sweep()
                self._make_sure(weg)
                return
            with self._transaction():
                self._conn.execute(
                    "INSERT INTO concept VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                    " SET vraag = excluded.vraag, tekst = excluded.tekst",
                    (id, vraag, tekst),
                )

    def write_herhaling(self, herhaling: Herhaling) -> None:
        """Keep when an item of the drill comes back, in the place of what was kept of it."""
        with self._slot, self._errors(), self._transaction():
            self._conn.execute(
                "INSERT INTO herhaling VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                " SET stand = excluded.stand, volgende = excluded.volgende",
                # all in one time zone, so that their order as text is their order in time
                (self._eigenaar, herhaling.kaart, herhaling.stand, herhaling.volgende.astimezone(UTC).isoformat()),
            )

    def write_oefening(self, oefening: Oefening) -> None:
        """Keep a practice conversation, in the place of what was kept of it."""
        with self._slot, self._errors(), self._transaction():
            geraakt = self._conn.execute(
                "INSERT INTO oefening (id, eigenaar, leerling, taal, begonnen, uitslag) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET uitslag = excluded.uitslag WHERE eigenaar = excluded.eigenaar",
                (
                    oefening.id,
                    self._eigenaar,
                    oefening.leerling,
                    oefening.taal,
                    oefening.begonnen.isoformat(),
                    oefening.uitslag,
                ),
            )
            if geraakt.rowcount == 0:
                raise unknown_gesprek(oefening.id)
