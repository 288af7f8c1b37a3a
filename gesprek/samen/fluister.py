"""What is whispered about a question in own words before it is asked. It never stops anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesprek.model import Taal
from gesprek.regels import Code, toets
from gesprek.regels.anders import alternative_for
from gesprek.taal import _
from vragen.regels import load_regels


@dataclass(frozen=True, slots=True)
class Fluistering:
    """One remark.

    :param stuk: the exact words it is about.
    :param probeer: another way to say it; empty when there is none.
    """

    code: Code
    naam: str
    stuk: str
    probeer: str

    def as_text(self) -> str:
        """Return it in one line."""
        if not self.probeer:
            return _("‘{piece}’: this sounds like {name}.").format(piece=self.stuk, name=self.naam)
        return _("This sounds like: {name}. Try: {sentence}").format(name=self.naam, sentence=self.probeer)


def whisper(tekst: str, taal: Taal, gezegd: Sequence[str] = ()) -> Fluistering | None:
    """Return what the rules would say of an utterance, the weightiest first; None when there is nothing.

    :param tekst: what the mentor is about to say.
    :param gezegd: what the student said, oldest first.
    """
    oordeel = toets(tekst, taal, gezegd)
    if not oordeel.opmerkingen:
        return None
    opmerking = oordeel.opmerkingen[0]
    return Fluistering(
        opmerking.code,
        load_regels().schending(opmerking.code).naam.in_taal(taal),
        tekst[opmerking.van : opmerking.tot],
        alternative_for(opmerking, tekst, taal, gezegd),
    )
