"""The ten handelingsregels: their text, what keeps and breaks them, what is said about it, and how else to say it.

All in ``regels.yaml``, Dutch and English side by side. How a break is found is not said here but in ``gesprek.regels``.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import Field

from gesprek.inlezen import Gegeven, Inleesfout, read, validate
from gesprek.taal import _
from vragen import MAP, Tekst


class Handelingsregel(Gegeven):
    """One of the ten.

    :param nr: its number in the source.
    :param tekst: the rule, verbatim; ``en`` is our translation.
    :param gehouden: how you can tell that it is kept; ``gebroken``: that it is broken.
    :param lof: what is said when an utterance keeps it.
    """

    nr: int = Field(ge=1, le=10)
    code: str
    naam: Tekst
    tekst: Tekst
    gehouden: Tekst
    gebroken: Tekst
    lof: Tekst


class Alternatief(Tekst):
    """Another way to say it.

    :param bij: only for utterances of this kind; any utterance when left out.
    """

    bij: str | None = None


class Schending(Gegeven):
    """One way in which an utterance can break a rule.

    :param regel: code of the handelingsregel.
    :param uitleg: why it matters, one sentence.
    :param probeer: other ways to say it, the most fitting first; the first that can be filled in is shown.
    """

    code: str
    regel: str
    naam: Tekst
    uitleg: Tekst
    probeer: tuple[Alternatief, ...] = Field(min_length=1)


class Uitzondering(Gegeven):
    """A question of the bank that the rules would forbid and that stays.

    :param vraag: its id, with the letter of its part.
    """

    vraag: str
    code: str
    reden: Tekst


class Regels(Gegeven):
    """The whole file."""

    bron: str
    regels: tuple[Handelingsregel, ...]
    schendingen: tuple[Schending, ...]
    uitzonderingen: tuple[Uitzondering, ...] = ()

    @cached_property
    def _by_code(self) -> dict[str, Handelingsregel]:
        return {regel.code: regel for regel in self.regels}

    @cached_property
    def _schending_by_code(self) -> dict[str, Schending]:
        return {schending.code: schending for schending in self.schendingen}

    def find(self, code: str) -> Handelingsregel:
        """Return a rule by its code.

        :raises KeyError: when there is none.
        """
        return self._by_code[code]

    def schending(self, code: str) -> Schending:
        """Return a break by its code.

        :raises KeyError: when there is none.
        """
        return self._schending_by_code[code]


@lru_cache(maxsize=2)
def load_regels(pad: Path = MAP / "regels.yaml") -> Regels:
    """Read the rules.

    :raises Inleesfout: when the file is broken or names a rule that is not there.
    """
    document = read(pad, f"{pad.parent.name}/{pad.name}")
    regels = validate(Regels, document)
    bekend = {regel.code for regel in regels.regels}
    bevindingen = [
        document.bevinding(
            ("schendingen", nr),
            _("“{id}” points to “{target}”, and there is no such rule.").format(
                id=schending.code, target=schending.regel
            ),
            _("Known are: {names}.").format(names=", ".join(sorted(bekend))),
        )
        for nr, schending in enumerate(regels.schendingen)
        if schending.regel not in bekend
    ]
    if bevindingen:
        raise Inleesfout(bevindingen)
    return regels
