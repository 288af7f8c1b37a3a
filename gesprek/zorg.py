"""A sign of distress: the questions stop, and the student chooses how to go on (PRAKTIJK A5).

What was typed lives only here until the student chooses to keep it; nothing of it is stored or sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from gesprek import luisteren
from gesprek.luisteren.woorden import words
from gesprek.model import Taal
from gesprek.opnemen import find_option
from gesprek.uiting import Keuze, Open
from vragen import Vraag

Besluit = Literal["toch_antwoord", "vraag_door", "herhaal", "verder", "bewaren", "pauze", "wissen"]
"""What the student made of it: it was an ordinary answer; it was meant; nothing yet; or one of the ways on."""


@dataclass(frozen=True, slots=True)
class Zorg:
    """Distress that was heard.

    :param tekst: what was typed.
    :param vraag: the item of the bank that is said now.
    :param navraag: whether it is still being asked how the words were meant.
    """

    tekst: str
    vraag: Vraag
    opties: tuple[Keuze, ...]
    navraag: bool = False

    def choose(self, tekst: str, taal: Taal) -> Besluit:
        """Return what the student chooses."""
        vraag = self.vraag
        if self.navraag:
            return "toch_antwoord" if self._is_innocent(tekst, taal) else "vraag_door"
        open_ = Open("", vraag, vraag.units[0], vraag.id, "", (), None, vraag.units[0], self.opties)
        gekozen = find_option(open_, tekst, taal)
        match gekozen.id if gekozen else "":
            case "doorgaan":
                return "verder"
            case "bewaren":
                return "bewaren"
            case "pauze":
                return "pauze"
            case "wissen":
                return "wissen"
        return "herhaal"

    def _is_innocent(self, tekst: str, taal: Taal) -> bool:
        """Whether an answer says that it was not meant so: any doubt counts as meant.

        In so many words (``nee``), or with a reason after it (``nee ik bedoel dat ik moe was``).
        """
        vormen = words(tekst).vormen
        opties = {keuze.id: keuze.optie for keuze in self.opties}
        niet, wel = opties.get("zo_niet"), opties.get("zo_wel")
        if niet is None or wel is None:
            return False
        zinnen = (str(list(opties).index("zo_niet") + 1), niet.in_taal(taal), *niet.ook.in_taal(taal))
        if any(words(zin).vormen == vormen for zin in zinnen):
            return True
        tekst = " ".join(vormen)
        twijfel = luisteren.luister(tekst, taal).zorg or luisteren.contains(tekst, wel.ook.in_taal(taal))
        return not twijfel and luisteren.contains(tekst, niet.begin.in_taal(taal))

    def meant(self, vraag: Vraag, opties: tuple[Keuze, ...], antwoord: str, taal: Taal) -> Zorg:
        """Return it as meant: no longer asked about.

        :param antwoord: what was answered when it was asked; part of what was typed when it shows distress too.
        """
        tekst = f"{self.tekst}\n{antwoord}" if luisteren.luister(antwoord, taal).zorg else self.tekst
        return replace(self, tekst=tekst, vraag=vraag, opties=opties, navraag=False)
