"""The tables of the archive, and how an older archive becomes a newer one.

Steps are only ever added. All tables are STRICT; none is made on the side. A step and the record that it
was done are one transaction.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

schema = Migrations("gesprek")


@schema()
def begin(db: Database) -> None:
    """Make the tables of version 0.1."""
    for opdracht in (
        """
        CREATE TABLE bron (
            fingerprint TEXT PRIMARY KEY,
            inhoud TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE gesprek (
            id TEXT PRIMARY KEY,
            eigenaar TEXT NOT NULL,
            modus TEXT NOT NULL,
            flow TEXT NOT NULL,
            bron TEXT NOT NULL REFERENCES bron (fingerprint),
            taal TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            bijgewerkt TEXT NOT NULL,
            klaar TEXT,
            titel TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX gesprek_eigenaar ON gesprek (eigenaar, id)",
        """
        CREATE TABLE beurt (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            tijd TEXT NOT NULL,
            spreker TEXT NOT NULL,
            soort TEXT NOT NULL,
            fase TEXT NOT NULL,
            stap TEXT NOT NULL,
            vraag TEXT NOT NULL,
            tekst TEXT NOT NULL,
            gevouwen TEXT NOT NULL,
            PRIMARY KEY (gesprek, nr)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE kernwoord (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            woord TEXT NOT NULL,
            datum TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE afspraak (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            tekst TEXT NOT NULL,
            datum TEXT,
            status TEXT NOT NULL DEFAULT 'open',
            gevraagd_in TEXT,
            PRIMARY KEY (gesprek, nr)
        ) STRICT
        """,
        """
        CREATE TABLE concept (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            vraag TEXT NOT NULL,
            tekst TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE oefening (
            id TEXT PRIMARY KEY,
            eigenaar TEXT NOT NULL,
            leerling TEXT NOT NULL,
            begonnen TEXT NOT NULL,
            uitslag TEXT NOT NULL
        ) STRICT
        """,
    ):
        db.execute(opdracht)


@schema()
def herhaling(db: Database) -> None:
    """Make the table of what comes back in the drill, and when."""
    db.execute(
        """
        CREATE TABLE herhaling (
            eigenaar TEXT NOT NULL,
            kaart TEXT NOT NULL,
            stand TEXT NOT NULL,
            volgende TEXT NOT NULL,
            PRIMARY KEY (eigenaar, kaart)
        ) STRICT, WITHOUT ROWID
        """
    )


@schema()
def namen(db: Database) -> None:
    """Give a conversation of two the names that they go by, when they gave any."""
    for naam in ("leerling", "mentor"):
        db.execute(f"ALTER TABLE gesprek ADD COLUMN {naam} TEXT NOT NULL DEFAULT ''")


@schema()
def oefentaal(db: Database) -> None:
    """Give a practice conversation the language it was held in."""
    db.execute("ALTER TABLE oefening ADD COLUMN taal TEXT NOT NULL DEFAULT 'nl'")


@schema()
def dossier(db: Database) -> None:
    """Keep what a history and a dossier need: names, places of what was said, ticks, settings, backups.

    ``gevuld`` holds places in turns and no words; a conversation from before has none until it is read again.
    """
    db.execute("ALTER TABLE gesprek ADD COLUMN naam TEXT NOT NULL DEFAULT ''")
    for opdracht in (
        """
        CREATE TABLE gevuld (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            nr INTEGER NOT NULL,
            slot TEXT NOT NULL,
            beurt INTEGER NOT NULL,
            van INTEGER NOT NULL,
            tot INTEGER NOT NULL,
            PRIMARY KEY (gesprek, nr)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE dossier (
            gesprek TEXT PRIMARY KEY REFERENCES gesprek (id) ON DELETE CASCADE,
            delen TEXT NOT NULL,
            doel TEXT NOT NULL,
            categorie TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE instelling (
            eigenaar TEXT NOT NULL,
            naam TEXT NOT NULL,
            waarde TEXT NOT NULL,
            PRIMARY KEY (eigenaar, naam)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE kopie (
            eigenaar TEXT NOT NULL,
            pad TEXT NOT NULL,
            tijd TEXT NOT NULL,
            PRIMARY KEY (eigenaar, pad)
        ) STRICT, WITHOUT ROWID
        """,
    ):
        db.execute(opdracht)


@schema()
def terugvraag(db: Database) -> None:
    """Keep which open afspraken a conversation began with, and what it said became of each.

    So it asks about the same ones in the same order, whatever a student says of them elsewhere. There are no words.
    """
    db.execute(
        """
        CREATE TABLE terugvraag (
            gesprek TEXT NOT NULL REFERENCES gesprek (id) ON DELETE CASCADE,
            plaats INTEGER NOT NULL,
            van TEXT REFERENCES gesprek (id) ON DELETE SET NULL,
            nr INTEGER NOT NULL,
            gezegd TEXT,
            PRIMARY KEY (gesprek, plaats)
        ) STRICT
        """
    )
