"""A row of the thread over time, and the name of a part of it."""

from __future__ import annotations

from textual.content import Content

from gesprek.draad import Plaats
from gesprek.draad.blad import Deel, Rij, part_name
from gesprek.draad.tijd import short_day
from gesprek.model import Taal
from tui.tekst import Stuk, Woorden, one_line, words

_DAG = 13
"""Columns of a day."""


class Deelnaam(Woorden):
    """The name of a part; a click goes there.

    :param nr: its place, from 0.
    """

    def __init__(self, nr: int, deel: Deel) -> None:
        super().__init__(classes="-deel")
        self.nr = nr
        self._deel = deel

    def mark(self, gekozen: bool) -> None:
        """Show whether this part is on."""
        self.set_class(not gekozen, "-ander")
        naam = part_name(self._deel)
        self.say(words(("▸" if gekozen else " ", "$now bold"), (naam, "$now bold underline" if gekozen else "")))


def set_row(rij: Rij, breed: int, gekozen: bool, taal: Taal) -> Content:
    """Return a heading, a word that comes back, or a quote with its day, on one line."""
    if rij.plaats is None:
        bij = one_line(rij.bij, max(breed - len(rij.kop) - 3, 0)) if rij.bij else ""
        stijl = "bold" if rij.woord is None or gekozen else ""
        return words((one_line(rij.kop, breed), stijl), (f"  {bij}" if bij else "", "$quiet"))
    dag = short_day(rij.plaats.datum, taal).ljust(_DAG)
    return words((dag, "$quiet"), *_quote(rij, breed - _DAG, gekozen))


def _quote(rij: Rij, ruimte: int, gekozen: bool) -> list[Stuk]:
    """Return a quote on one line, its word in sight, and what is said beside it when there is room."""
    plaats = rij.plaats
    if plaats is None:
        return []
    stukken = marked(plaats, max(ruimte - 2, 8), "bold" if gekozen else "")
    over = ruimte - 2 - sum(len(tekst) for tekst, _stijl in stukken)
    bij = [(f"  {one_line(rij.bij, over - 2)}", "$quiet")] if rij.bij and over > 12 else []
    return ["‘", *stukken, "’", *bij]


def marked(plaats: Plaats, hoogstens: int, stijl: str = "") -> list[tuple[str, str]]:
    """Return a quote in pieces, the word that it is about among them; cut before it when it would not be in sight."""
    tekst, van, tot = plaats.tekst, plaats.van, plaats.tot
    if van == tot:
        return [(one_line(tekst, hoogstens), stijl)]
    begin = max(0, tot + 12 - hoogstens) if len(tekst) > hoogstens else 0
    kop = ("…" if begin else "") + " ".join(tekst[begin:van].split())
    kop += " " if tekst[begin:van][-1:].isspace() else ""
    woord = tekst[van:tot]
    rest = tekst[tot:]
    staart = one_line(rest, max(hoogstens - len(kop) - len(woord), 1)) if rest.strip() else ""
    staart = f" {staart}" if rest[:1].isspace() and staart else staart
    return [(kop, stijl), (woord, "$own bold"), (staart, stijl)]
