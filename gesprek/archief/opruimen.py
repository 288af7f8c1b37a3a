"""Making words go away, with proof; and copies of the archive.

Deleting under ``secure_delete`` overwrites a row where it stands, and a truncating checkpoint empties the journal. But
when SQLite divides a full page it may leave a copy of a row in the unused part of a page, and deleting the row later
does not reach that. So after every deletion the raw files are searched for what was deleted; when a piece is found
the file is written anew from what stays (VACUUM). A mark in the file, set with the deletion, makes that the next
start does so when the program is cut off in between.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from gesprek.archief import unknown_gesprek
from gesprek.archief.bewijs import Kopie, Wisbewijs
from gesprek.archief.inzage import Telling
from gesprek.archief.lezen import Lezer
from gesprek.archief.reservekopie import HALF, forget_half, holds_a_copy, write_copy
from gesprek.archief.rijen import read_gesprek
from gesprek.archief.verbinding import VEEG
from gesprek.archief.wissen import STAP, Naalden, Vondst, explain
from gesprek.model import Gesprek

_VAN_GESPREK = (
    "SELECT woord FROM kernwoord WHERE gesprek = ?",
    "SELECT leerling FROM gesprek WHERE id = ?",
    "SELECT mentor FROM gesprek WHERE id = ?",
    "SELECT naam FROM gesprek WHERE id = ?",
    "SELECT titel FROM gesprek WHERE id = ?",
    "SELECT id FROM gesprek WHERE id = ?",
    "SELECT tekst FROM afspraak WHERE gesprek = ?",
    "SELECT doel FROM dossier WHERE gesprek = ?",
    "SELECT categorie FROM dossier WHERE gesprek = ?",
    "SELECT tekst FROM concept WHERE gesprek = ?",
    "SELECT tekst FROM beurt WHERE gesprek = ? AND spreker <> 'programma' AND tekst <> ''",
    "SELECT uitslag FROM oefening WHERE id = ?",
    "SELECT id FROM oefening WHERE id = ?",
)
"""The words of a conversation, what tells most first."""
_EIGENNAMEN = 3
"""How many of these are the names and the kernwoord."""
_MELD = 10
"""Words that are named when they also stand in what stays."""


class Opruimer(Lezer):
    """What makes words go away, and copies."""

    def erase(self, *ids: str) -> Wisbewijs:
        """Delete conversations, or practice conversations, and prove that they are gone from the files."""
        with self._slot, self._errors():
            namen: list[str] = []
            woorden: list[str] = []
            begin = ""
            with self._transaction():
                for id in dict.fromkeys(ids):
                    begin = min(begin or "\x7f", self._begun(id))
                    for nr, vraag in enumerate(_VAN_GESPREK):
                        gevonden = [rij[0] for rij in self._conn.execute(vraag, (id,)) if rij[0]]
                        (namen if nr < _EIGENNAMEN else woorden).extend(gevonden)
                    self._delete(id)
                self._mark()
            kopieen = self._copies_of(ids, begin)
            bewijs = self._prove(Naalden([*namen, *woorden]))
            return replace(bewijs, gewist=ids, ook_elders=self._elsewhere(namen), kopieen=kopieen)

    def erase_all(self) -> Wisbewijs:
        """Delete everything of this owner, and prove that it is gone from the files; an empty archive is left."""
        with self._slot, self._errors():
            kopieen = tuple(self.kopieen())
            woorden: list[str] = []
            with self._transaction():
                ids = [
                    rij[0]
                    for tabel in ("gesprek", "oefening")
                    for rij in self._conn.execute(f"SELECT id FROM {tabel} WHERE eigenaar = ?", (self._eigenaar,))
                ]
                for id in ids:
                    for vraag in _VAN_GESPREK:
                        woorden.extend(rij[0] for rij in self._conn.execute(vraag, (id,)) if rij[0])
                for tabel in ("gesprek", "oefening", "herhaling", "instelling", "kopie"):
                    self._conn.execute(f"DELETE FROM {tabel} WHERE eigenaar = ?", (self._eigenaar,))
                self._drop_sources()
                self._mark()
            if self._pad is not None:
                self._sweep()
                self._write_anew()
            return replace(self._prove(Naalden(woorden)), gewist=tuple(ids), kopieen=kopieen)

    def _begun(self, id: str) -> str:
        """Return when a conversation began, in ISO."""
        for tabel in ("gesprek", "oefening"):
            vraag = f"SELECT begonnen FROM {tabel} WHERE id = ? AND eigenaar = ?"
            if rij := self._conn.execute(vraag, (id, self._eigenaar)).fetchone():
                return str(rij[0])
        raise unknown_gesprek(id)

    def _delete(self, id: str) -> None:
        for tabel in ("gesprek", "oefening"):
            self._conn.execute(f"DELETE FROM {tabel} WHERE id = ? AND eigenaar = ?", (id, self._eigenaar))
        # what became of an older afspraak stays known; that this conversation asked about it does not
        self._conn.execute("UPDATE afspraak SET gevraagd_in = NULL WHERE gevraagd_in = ?", (id,))
        self._drop_sources()

    def _drop_sources(self) -> None:
        self._conn.execute("DELETE FROM bron WHERE fingerprint NOT IN (SELECT bron FROM gesprek)")

    # proof

    def _mark(self) -> None:
        if self._pad is not None:
            self._conn.execute("INSERT OR REPLACE INTO instelling VALUES ('', ?, '1')", (VEEG,))

    def _prove(self, naalden: Naalden) -> Wisbewijs:
        """Empty the journal, search the files, write the archive anew if that is needed, and say what was found."""
        if self._pad is None:
            return Wisbewijs((), naalden.aantal, naalden.te_kort)
        self._sweep()
        bekend = Vondst()
        gevonden, bestanden = self._search(naalden, bekend)
        if (gevonden or self.op_slot) and not self._uit_te_vegen:
            self._write_anew()
            gevonden, bestanden = self._search(naalden, bekend)
        bezet = self._uit_te_vegen
        if not gevonden and not bezet:
            self._unmark()
        omvang = sum(bestanden.values())
        return Wisbewijs(
            (),
            naalden.aantal,
            naalden.te_kort,
            bestanden=tuple(bestanden),
            omvang=omvang,
            gevonden=tuple(gevonden),
            bezet=bezet,
            op_slot=self.op_slot,
            gedeeld=bool(bekend),
        )

    def _search(self, naalden: Naalden, bekend: Vondst) -> tuple[list[Path], dict[Path, int]]:
        """Search the raw files; return those in which something was found, and all with their size.

        :param bekend: pieces of which is known that they stand in what stays; what is learned is added.
        """
        per_bestand: dict[Path, Vondst] = {}
        omvang: dict[Path, int] = {}
        for pad, fd in self._files():
            omvang[pad] = os.fstat(fd).st_size
            per_bestand[pad] = naalden.search(_pieces(fd), omvang[pad])
        nieuw = Vondst()
        for vondst in per_bestand.values():
            nieuw.add(vondst)
        nieuw = nieuw.without(bekend)
        over = nieuw
        if nieuw:
            with closing(self._what_stays()) as blijft:
                over = explain(nieuw, blijft)
            bekend.add(nieuw.without(over))
        return [pad for pad, vondst in per_bestand.items() if vondst.shares(over)], omvang

    def _files(self) -> Iterator[tuple[Path, int]]:
        """Open the archive and what lies beside it under its name.

        Not the ``-shm``: it holds numbers of pages and no words, and closing it would take this program's locks away.
        """
        if self._pad is None:
            return
        yield self._pad, self._fd
        for pad in sorted(self._pad.parent.glob(f"{_literal(self._pad.name)}?*")):
            if pad.name == self._pad.name + "-shm" or not pad.is_file():
                continue
            fd = os.open(pad, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                yield pad, fd
            finally:
                os.close(fd)

    def _what_stays(self) -> Generator[str, None, None]:
        """Read every word that is in the archive, row by row as a page holds them."""
        schema = "SELECT type || name || tbl_name || coalesce(sql, '') FROM sqlite_master"
        yield from (rij[0] for rij in self._conn.execute(schema).fetchall())
        tabellen = [r[0] for r in self._conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for tabel in tabellen:
            kolommen = [r[1] for r in self._conn.execute(f"PRAGMA table_info({tabel})") if r[2] == "TEXT"]
            # put together by the engine: ten times as quick
            woorden = " || ".join(f"coalesce({kolom}, '')" for kolom in kolommen) or "''"
            with closing(self._conn.execute(f"SELECT {woorden} FROM {tabel}")) as rijen:
                for (tekst,) in rijen:
                    yield tekst

    def _elsewhere(self, woorden: Sequence[str]) -> tuple[str, ...]:
        """Return which words also stand in what stays."""
        return tuple(
            woord
            for woord in list(dict.fromkeys(woorden))[:_MELD]
            if self._conn.execute(
                "SELECT 1 FROM gesprek WHERE leerling = ?1 OR mentor = ?1 UNION ALL"
                " SELECT 1 FROM kernwoord WHERE woord = ?1 UNION ALL"
                " SELECT 1 FROM beurt WHERE spreker <> 'programma' AND instr(tekst, ?1) LIMIT 1",
                (woord,),
            ).fetchone()
        )

    def _make_sure(self, teksten: Sequence[str]) -> None:
        """See to it that words that were struck are nowhere in the file; the journal is empty already."""
        if self._pad is None or self._uit_te_vegen or not any(teksten):
            return
        if self.op_slot or self._search(Naalden(teksten), Vondst())[0]:
            self._write_anew()
        if not self._uit_te_vegen:
            self._unmark()

    # what there is

    def older_than(self, moment: datetime) -> list[Gesprek]:
        """Return conversations that nobody touched since a moment, oldest first."""
        rijen = self._rows("SELECT * FROM gesprek WHERE eigenaar = ? ORDER BY id", (self._eigenaar,))
        return [gesprek for gesprek in map(read_gesprek, rijen) if gesprek.bijgewerkt < moment]

    def telling(self) -> Telling:
        """Count what is kept."""
        (rij,) = self._rows(
            "SELECT count(*) AS gesprekken, coalesce(sum(klaar IS NULL), 0) AS onaf,"
            " min(begonnen) AS oudste, max(begonnen) AS nieuwste FROM gesprek WHERE eigenaar = ?",
            (self._eigenaar,),
        )
        (tellingen,) = self._rows(
            "WITH mijn AS (SELECT id FROM gesprek WHERE eigenaar = ?1) SELECT"
            " (SELECT count(*) FROM beurt WHERE gesprek IN mijn AND spreker <> 'programma' AND tekst <> '') AS beurten,"
            " (SELECT count(*) FROM kernwoord WHERE gesprek IN mijn) AS kernwoorden,"
            " (SELECT count(*) FROM afspraak WHERE gesprek IN mijn) AS afspraken,"
            " (SELECT count(*) FROM afspraak WHERE gesprek IN mijn AND status = 'open') AS open,"
            " (SELECT count(*) FROM concept WHERE gesprek IN mijn) AS concepten,"
            " (SELECT count(*) FROM dossier WHERE gesprek IN mijn) AS dossierkeuzes,"
            " (SELECT count(*) FROM oefening WHERE eigenaar = ?1) AS oefeningen,"
            " (SELECT count(*) FROM herhaling WHERE eigenaar = ?1) AS herhalingen,"
            " (SELECT count(*) FROM instelling WHERE eigenaar = ?1) AS instellingen",
            (self._eigenaar,),
        )
        return Telling(**dict(rij), **dict(tellingen))

    # copies

    def kopieen(self) -> list[Kopie]:
        """Return the backups that were made and not removed since, oldest first."""
        gevonden = []
        for rij in self._rows("SELECT pad, tijd FROM kopie WHERE eigenaar = ? ORDER BY tijd", (self._eigenaar,)):
            pad = Path(rij["pad"])
            if pad.exists():
                gevonden.append(Kopie(pad, datetime.fromisoformat(rij["tijd"])))
            elif not pad.parent.exists():  # its disk may be out
                gevonden.append(Kopie(pad, datetime.fromisoformat(rij["tijd"]), er=False))
        return gevonden

    def _copies_of(self, ids: Sequence[str], begin: str) -> tuple[Kopie, ...]:
        """Return the backups that hold a copy of a conversation."""
        sinds = datetime.fromisoformat(begin)
        return tuple(
            kopie for kopie in self.kopieen() if kopie.tijd >= sinds and (not kopie.er or holds_a_copy(kopie.pad, ids))
        )

    def back_up(self, doel: Path, *, vervang: bool = False) -> Path:
        """Write a copy of the whole archive, consistent while the program runs; of a locked one it is locked too.

        :param doel: the file, or a folder to put it in.
        :param vervang: replace what is there.
        :returns: where it is.
        """
        with self._slot, self._errors():
            return write_copy(self, doel, vervang=vervang)

    def note_copy(self, pad: Path, tijd: datetime) -> None:
        """Remember that a copy is being made or was made; forget those that are gone."""
        with self._slot, self._errors(), self._transaction():
            blijft = {str(kopie.pad) for kopie in self.kopieen()} | {str(pad)}
            for (ander,) in self._conn.execute(
                "SELECT pad FROM kopie WHERE eigenaar = ?", (self._eigenaar,)
            ).fetchall():
                if ander not in blijft or (ander.endswith(HALF) and forget_half(Path(ander))):
                    self._conn.execute("DELETE FROM kopie WHERE eigenaar = ? AND pad = ?", (self._eigenaar, ander))
            self._conn.execute(
                "INSERT OR REPLACE INTO kopie VALUES (?, ?, ?)", (self._eigenaar, str(pad), tijd.isoformat())
            )

    def copy_into(self, pad: Path) -> None:
        """Write everything into an empty file."""
        with self._slot, self._errors():
            self._conn.execute("VACUUM INTO ?", (str(pad),))


def _pieces(fd: int) -> Iterator[bytes]:
    os.lseek(fd, 0, os.SEEK_SET)
    while stuk := os.read(fd, STAP):
        yield stuk


def _literal(naam: str) -> str:
    """Return a name for a pattern in which every sign is itself."""
    return "".join(f"[{teken}]" if teken in "*?[" else teken for teken in naam)
