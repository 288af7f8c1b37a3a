"""Plays a conversation of two on the screen with keys alone, and counts them beside the words that are typed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from textual.pilot import Pilot

from gesprek.archief import open_archief
from gesprek.samen.proef import Samenproef
from gesprek.samen.sessie import Samensessie
from gesprek.taal import use_taal
from tests.tui.toneel import settle
from tui.app import GesprekApp
from tui.screens.samen import ACHTER_ELKAAR, SamenScherm
from tui.widgets.samen_blad import Kaartenlijst
from tui.widgets.schaal import Schaalbalk
from tui.widgets.vinken import Vinklijst

_SPREKER = re.compile(r"([ML])(\+?): ?(.*)")


@dataclass
class Telling:
    """What a conversation cost.

    :param toetsen: how often each key was pressed, beside the words.
    :param woorden: how many words were typed.
    :param beurten: how many lines were said or asked.
    """

    toetsen: Counter[str] = field(default_factory=Counter)
    woorden: int = 0
    beurten: int = 0

    @property
    def keys(self) -> int:
        """All keys beside the words."""
        return self.toetsen.total()


class Samenspel:
    """One conversation on the screen."""

    def __init__(self, spel: Pilot[None]) -> None:
        self._spel = spel
        self.telling = Telling()

    @property
    def scherm(self) -> SamenScherm:
        """The screen of the conversation."""
        scherm = self._spel.app.screen
        assert isinstance(scherm, SamenScherm)
        return scherm

    async def press(self, *toetsen: str) -> None:
        """Press keys that are no words."""
        for toets in toetsen:
            self.telling.toetsen[toets] += 1
            await self._spel.press(toets)
            if len(toets) == 1 and toets.isalpha():
                await self._spel.pause(ACHTER_ELKAAR + 0.05)
        await settle(self._spel)

    async def type(self, tekst: str) -> None:
        """Type words where the caret is."""
        self.telling.woorden += len(tekst.split())
        self.scherm.bladzijde.antwoord.insert(tekst)
        await settle(self._spel)

    async def say(self, regel: str) -> None:
        """Do what a line of a conversation as data says, as a mentor with one hand would."""
        self.telling.beurten += 1
        if regel.startswith("/"):
            await self._command(*regel.split(" ", 1))
            return
        treffer = _SPREKER.match(regel)
        assert treffer is not None
        wie, erbij, tekst = treffer.groups()
        kiezer = self.scherm.bladzijde.kiezer
        if wie == "M":
            await self._write("v", tekst)
        elif erbij:
            await self._write("e", tekst)
        elif isinstance(kiezer, Schaalbalk) and tekst.isdecimal():
            await self.press("0" if tekst == "10" else tekst, "enter")
        elif isinstance(kiezer, Vinklijst):
            await self._tick(tekst)
        elif isinstance(kiezer, Kaartenlijst) and kiezer.id == "keuze" and (nr := self._option(tekst)):
            await self.press(str(nr))
        else:
            await self._write("enter", tekst)

    async def _write(self, toets: str, tekst: str) -> None:
        await self.press(toets)
        await self.type(tekst)
        await self.press("enter")

    async def _command(self, opdracht: str, rest: str = "") -> None:
        match opdracht:
            case "/kaart":
                nu = self.scherm.sessie.now
                ids = [kaart.id for kaart in self.scherm.kaarten]
                if nu is None or rest != nu.vraag + nu.deel or nu.vraag in ids:  # else it is read out: no key at all
                    await self.press(str(ids.index(rest) + 1))
            case "/zag":
                await self._write("w", rest)
            case "/sla-over":
                await self.press("s")
            case "/woorden":
                await self.press("k")
            case "/terug":
                await self.press("z")
            case _:
                raise AssertionError(opdracht)

    def _option(self, tekst: str) -> int:
        """Return the number of the option that a line chooses: the first, for a yes."""
        return 1 if tekst.split()[0].strip(",.").casefold() in ("ja", "klopt", "yes", "1") else 0

    async def _tick(self, tekst: str) -> None:
        nu = self.scherm.sessie.now
        assert nu is not None
        namen = {optie.id: nr for nr, optie in enumerate(nu.opties, 1)}
        if tekst == "alles":
            nrs = list(namen.values())
        else:
            nrs = [namen.get(naam, int(naam) if naam.isdecimal() else 0) for naam in re.split(r"[,\s]+", tekst)]
        for nr in nrs:
            if 0 < nr <= 9:
                await self.press(str(nr))
        await self.press("enter")


async def lead(proef: Samenproef, maat: tuple[int, int]) -> tuple[Telling, Samensessie]:
    """Play a whole conversation on the screen; a stop in it is left out."""
    use_taal(proef.taal)
    archief = open_archief(None)
    sessie = Samensessie.begin(
        archief, proef.flow, proef.taal, "samen", id=proef.id, leerling=proef.leerling, mentor=proef.mentor
    )
    app = GesprekApp(archief, proef.taal, scherm=SamenScherm(sessie, sessie.start().uitingen))
    async with app.run_test(size=maat) as pilot:
        await settle(pilot)
        spel = Samenspel(pilot)
        for regel in proef.regels:
            if regel != "/stop":
                await spel.say(regel)
        telling = spel.telling
    archief.close()
    return telling, sessie
