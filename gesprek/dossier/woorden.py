"""How a student's words are shared: to the letter, without what was not let in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gesprek import luisteren
from gesprek.dossier.delen import NAMEN
from gesprek.dossier.namen import Masker
from gesprek.model import Citaat, Taal
from gesprek.weergave import WEG

if TYPE_CHECKING:
    from gesprek.dossier.keuze import Gekozen
    from gesprek.verloop import Verloop

WEGGELATEN = "[…]"
"""Stands where words stood that were not let in."""
_MEEST = 1200
"""Characters of one quote; nobody reads a pasted book in a dossier."""
_BIJZIN = 7
"""Words of a clause that goes as a whole when a feeling stands in it."""
_GRENS = re.compile(r"[,;:.!?…()\n]+|\s[-–—]\s")
_DUBBEL = re.compile(r"(?:\[…\][\s,;:.!?]*){2,}")
_LEEG = re.compile(r"[\W_]*")


class Gedeeld:
    """The words of one conversation, as they are shared.

    :param gekozen: what goes in of it.
    """

    def __init__(self, verloop: Verloop, gekozen: Gekozen) -> None:
        gesprek = verloop.gesprek
        self._taal = gesprek.taal
        self._gevoel = gekozen.lets("emotie")
        self._masker: Masker | None = None
        if not gekozen.lets(NAMEN):
            anderen = (gesprek.mentor,) if gesprek.mentor else ()
            self._masker = Masker(gesprek.taal, eigen=(gesprek.leerling,), anderen=anderen)

    def quote(self, citaat: Citaat, *, verhaal: bool = False) -> str:
        """Return a quote; empty when nothing of it may be shared."""
        return self.text(citaat.tekst, verhaal=verhaal)

    def text(self, tekst: str, *, verhaal: bool = False) -> str:
        """Return words of the student; empty when nothing of them may be shared.

        :param verhaal: they tell the story; feelings in it are shared only when feelings are.
        """
        tekst = tekst[: 4 * _MEEST]
        if verhaal and not self._gevoel:
            tekst = without_feelings(tekst, self._taal)
        tekst = " ".join(tekst.split())
        if self._masker is not None:
            tekst = self._masker.mask(tekst)
        if len(tekst) > _MEEST:
            tekst = tekst[:_MEEST].rpartition(" ")[0] + " " + WEG
        return "" if _LEEG.fullmatch(tekst.replace(WEGGELATEN, "")) and WEGGELATEN in tekst else tekst


def without_feelings(tekst: str, taal: Taal) -> str:
    """Return a text in which each feeling word is a mark; a short clause around it goes with it."""
    weg: list[tuple[int, int]] = []
    for van, tot in sorted((e.van, e.tot) for e in luisteren.feelings_in(tekst, taal)):
        begin, einde = _clause(tekst, van, tot)
        if len(tekst[begin:einde].split()) > _BIJZIN:
            begin, einde = van, tot
        if weg and begin <= weg[-1][1]:
            begin, einde = weg[-1][0], max(einde, weg.pop()[1])
        weg.append((begin, einde))
    for van, tot in reversed(weg):
        tekst = tekst[:van] + WEGGELATEN + tekst[tot:]
    return _DUBBEL.sub(WEGGELATEN + " ", tekst).strip() if weg else tekst


def _clause(tekst: str, van: int, tot: int) -> tuple[int, int]:
    """Return where the clause around a piece begins and ends, without the signs around it."""
    begin = max((m.end() for m in _GRENS.finditer(tekst, 0, van)), default=0)
    einde = _GRENS.search(tekst, tot)
    eind = einde.start() if einde else len(tekst)
    while begin < van and tekst[begin].isspace():
        begin += 1
    return begin, eind
