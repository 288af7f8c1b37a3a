"""What comes back in a student's own words: candidates for the kernwoord, and words that stories share.

Only words that the student typed, each with its place; nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from gesprek.luisteren.emoties import feelings
from gesprek.luisteren.laden import load
from gesprek.luisteren.lemma import lemma
from gesprek.luisteren.lijsten import Lijsten
from gesprek.luisteren.woorden import Rij, words
from gesprek.model import Taal

KORTSTE = 4
"""Letters of the shortest word of weight."""
TEKENS = 20_000
"""Characters of an answer that are looked at."""
_MINST = 3
ZONDER_GEWICHT = ("stop", "algemeen", "vulling", "koppel", "tijd", "weet_niet", "onzin", "ja", "nee", "versterker")

Grondvorm = Callable[[str, Taal], str]


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A word of the student's, and where it stands."""

    beurt: int
    van: int
    tot: int
    woord: str
    grondvorm: str


def content_words(teksten: Sequence[tuple[int, str]], taal: Taal, grondvorm: Grondvorm = lemma) -> list[Vindplaats]:
    """Return the words of weight in these answers, in the order in which they were typed.

    :param teksten: (turn, text) of the answers.
    :param grondvorm: gives the lemma of a word.
    """
    lijsten = load(taal)
    gevonden = []
    for beurt, tekst in teksten:
        rij = words(tekst[:TEKENS])
        for nr, vorm in enumerate(rij.vormen):
            if _has_weight(rij, nr, lijsten):
                gevonden.append(
                    Vindplaats(beurt, rij.van[nr], rij.tot[nr], rij.piece(nr, nr + 1), grondvorm(vorm, taal))
                )
    return gevonden


def _has_weight(rij: Rij, nr: int, lijsten: Lijsten) -> bool:
    vorm = rij.vormen[nr]
    woord = rij.piece(nr, nr + 1)
    return (
        len(vorm) >= KORTSTE
        and woord.islower()  # a capital may begin a name, and names of others do not belong here
        and not any(vorm in lijsten.words(soort) for soort in ZONDER_GEWICHT)
    )


def candidates(
    teksten: Sequence[tuple[int, str]], taal: Taal, meest: int = 8, noemend: Collection[int] = ()
) -> list[tuple[int, int, int, str]]:
    """Return words of the student's own that may name the story, as (turn, from, to, word).

    In the order in which they were typed, not ranked; at least three, or none. Words in an answer that names
    something, and words that come back in several answers in whatever form, go before words that were typed
    once; of those, places, people and acts are left out, since they name the decor and not the thread. So
    are feelings that were denied or someone else's.

    :param teksten: (turn, text) of the answers to look in.
    :param noemend: turns that answer a question for a name: a quality, what matters, what comes back.
    """
    lijsten = load(taal)
    antwoorden: dict[str, set[int]] = {}
    genoemd: set[str] = set()
    eerste: dict[str, Vindplaats] = {}
    niet_eigen = {plek for beurt, tekst in teksten for plek in _not_felt(beurt, tekst, lijsten)}
    for plaats in content_words(teksten, taal):
        if (plaats.beurt, plaats.van) in niet_eigen:
            continue
        antwoorden.setdefault(plaats.grondvorm, set()).add(plaats.beurt)
        if plaats.beurt in noemend:
            genoemd.add(plaats.grondvorm)
        eerste.setdefault(plaats.grondvorm, plaats)
    over = [
        grondvorm
        for grondvorm, plaats in eerste.items()
        if len(antwoorden[grondvorm]) > 1
        or not any(plaats.woord in lijsten.words(soort) for soort in ("plek", "persoon", "daad"))
    ]
    volgorde = sorted(over, key=lambda g: (g not in genoemd, -len(antwoorden[g]), -eerste[g].beurt, eerste[g].van))[
        :meest
    ]
    if len(volgorde) < _MINST:
        return []
    return sorted((p.beurt, p.van, p.tot, p.woord) for p in (eerste[g] for g in volgorde))


def _not_felt(beurt: int, tekst: str, lijsten: Lijsten) -> Iterator[tuple[int, int]]:
    rij = words(tekst[:TEKENS])
    for emotie in feelings(rij, lijsten.find(rij), lijsten):
        if emotie.ontkend or emotie.van_ander:
            yield from ((beurt, van) for van in rij.van if emotie.van <= van < emotie.tot)


def shared(verhalen: Sequence[tuple[int, str]], taal: Taal) -> list[list[Vindplaats]]:
    """Return the words that come back in several small stories, in whatever form.

    :param verhalen: (turn, text) of each small story.
    :returns: for each such word its first place in each story, in the order of first appearance.
    """
    per_vorm: dict[str, dict[int, Vindplaats]] = {}
    for plaats in content_words(verhalen, taal):
        per_vorm.setdefault(plaats.grondvorm, {}).setdefault(plaats.beurt, plaats)
    return [list(plaatsen.values()) for plaatsen in per_vorm.values() if len(plaatsen) > 1]
