"""A conversation of two between a front end and the archive: what only a mentor does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

from gesprek.archief import Archief
from gesprek.samen.verloop import Samenverloop
from gesprek.sessie import Sessie, clean
from gesprek.uiting import Uitkomst


class Samensessie(Sessie):
    """One conversation of a mentor and a student in progress."""

    @property
    def samen(self) -> Samenverloop:
        """The conversation, as one of two."""
        return cast(Samenverloop, self.verloop)

    def ask(self, id: str) -> Uitkomst:
        """Ask a card.

        :raises KeyError: when the bank has no such question.
        :raises Archieffout: when it could not be kept; so do all verbs here.
        """
        return self._without_student(lambda nu: self.samen.ask(id, nu))

    def offer_words(self) -> Uitkomst:
        """Lay out words that the student used."""
        return self._without_student(self.samen.offer_words)

    def say(self, tekst: str) -> Uitkomst:
        """Take down what the mentor says."""
        return self._without_student(lambda nu: self.samen.say(clean(tekst), nu))

    def observe(self, tekst: str) -> Uitkomst:
        """Take down what the mentor saw in the student."""
        return self._without_student(lambda nu: self.samen.observe(clean(tekst), nu))

    def back(self) -> Uitkomst:
        """Take the last step back."""
        return self._without_student(lambda nu: self.samen.back(nu))

    def add(self, tekst: str) -> Uitkomst:
        """Take down more that the student says to the question before."""
        return self._do(lambda _verloop, nu: self.samen.add(clean(tekst), nu))

    def _without_student(self, verb: Callable[[datetime], Uitkomst]) -> Uitkomst:
        """Do something that keeps nothing as long as the student said nothing."""
        if self._begonnen:
            return self._do(lambda _verloop, nu: verb(nu))
        uitkomst = verb(self._klok())
        self._ongeschreven.extend(uitkomst.beurten)
        return uitkomst


def resume(archief: Archief, id: str | None = None) -> Sessie:
    """Go on with a conversation, whoever leads it.

    :param id: which; the newest unfinished one by default.
    :raises OnbekendGesprek: when there is none.
    """
    if id is None:
        onaf = archief.recent(aantal=1, klaar=False)
        id = onaf[0].id if onaf else ""
    soort = Samensessie if archief.read(id)[0].modus == "samen" else Sessie
    return soort.resume(archief, id)
