"""Rows of the archive as the plain data of the model."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import cast

from gesprek.model import (
    Afspraak,
    Beurt,
    Citaat,
    Dossierkeuze,
    Gesprek,
    Gevuld,
    Modus,
    Oefening,
    Soort,
    Spreker,
    Taal,
)


def read_gesprek(rij: sqlite3.Row) -> Gesprek:
    """Return the head of a conversation."""
    return Gesprek(
        id=rij["id"],
        modus=cast(Modus, rij["modus"]),
        flow=rij["flow"],
        bron=rij["bron"],
        taal=cast(Taal, rij["taal"]),
        begonnen=datetime.fromisoformat(rij["begonnen"]),
        bijgewerkt=datetime.fromisoformat(rij["bijgewerkt"]),
        klaar=datetime.fromisoformat(rij["klaar"]) if rij["klaar"] else None,
        titel=rij["titel"],
        leerling=rij["leerling"],
        mentor=rij["mentor"],
        naam=rij["naam"],
    )


def read_beurt(rij: sqlite3.Row) -> Beurt:
    """Return a turn."""
    return Beurt(
        nr=rij["nr"],
        tijd=datetime.fromisoformat(rij["tijd"]),
        spreker=Spreker(rij["spreker"]),
        soort=Soort(rij["soort"]),
        stap=rij["stap"],
        vraag=rij["vraag"],
        tekst=rij["tekst"],
    )


def read_afspraak(rij: sqlite3.Row) -> Afspraak:
    """Return an agreement."""
    return Afspraak(
        gesprek=rij["gesprek"],
        nr=rij["nr"],
        tekst=rij["tekst"],
        datum=date.fromisoformat(rij["datum"]) if rij["datum"] else None,
        status=rij["status"],
    )


def read_gevuld(rij: sqlite3.Row) -> Gevuld:
    """Return what fills a slot, with its words as they are in the turn now."""
    van, tot = rij["van"], rij["tot"]
    return Gevuld(
        gesprek=rij["gesprek"],
        slot=rij["slot"],
        citaat=Citaat(rij["beurt"], van, tot, rij["tekst"][van:tot]),
        datum=datetime.fromisoformat(rij["begonnen"]).date(),
    )


def read_dossierkeuze(rij: sqlite3.Row) -> Dossierkeuze:
    """Return what goes into the dossier of a conversation."""
    return Dossierkeuze(rij["gesprek"], frozenset(rij["delen"].split()), rij["doel"], rij["categorie"])


def read_oefening(rij: sqlite3.Row) -> Oefening:
    """Return a practice conversation."""
    return Oefening(
        id=rij["id"],
        leerling=rij["leerling"],
        taal=cast(Taal, rij["taal"]),
        begonnen=datetime.fromisoformat(rij["begonnen"]),
        uitslag=rij["uitslag"],
    )
