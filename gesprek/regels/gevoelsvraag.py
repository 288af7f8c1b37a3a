"""Questions about the feeling itself, told by what they are about and not by their words.

A question digs when the feeling is its subject or object: ``wat is het ergste aan dat gevoel``, ``is die angst er nu
ook``. It does not when it asks what happened, what brought the feeling about or who was there, or when the feeling only
says when (``wat deed je toen die zenuwen kwamen``).
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.luisteren.woorden import GEEN
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.vraagvorm import Vraag

_NAAM_VER = 3
"""Words before a name for a feeling within which ``die`` or ``dat`` stands."""


def about_feeling(o: Ontleding, vrij: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the questions that are about a feeling, as (first word, behind last word).

    :param vrij: words that are surely no digging.
    """
    namen = [t.begin for t in o.vondst.get("naam_gevoel", ()) if t.begin not in vrij and _known(o, t.begin)]
    if namen and o.knows_student:  # another feeling than theirs is filled in, and no digging
        namen = [nr for nr in namen if o.echoes(nr, nr + 1) or (o.is_(nr, "gevoel_zelf") and o.student_feels)]
    if not namen:
        return
    for vraag in o.vragen:
        if vraag.vorm not in ("open", "ja_nee", "keuze") or _menu(o, vraag):
            continue
        begin = o.zinnen[vraag.zin].begin if _first_of_sentence(o, vraag) else vraag.begin
        if any(begin <= nr < vraag.einde and not _says_when(o, nr) for nr in namen) and not _asks_event(o, vraag):
            yield vraag.begin, vraag.einde


def _known(o: Ontleding, nr: int) -> bool:
    """Whether a name for a feeling stands for something known: ``die angst``, ``met je verdriet``.

    What follows in ``het gevoel dat je niet mocht`` is a thought.
    """
    if o.is_(nr, "gevoel_zelf") and o.is_(nr + 1, "gevoel_vervolg") and o.rij.grenzen[nr] == GEEN:
        return False
    return nr not in o.between_quotes and any(
        o.is_(n, "wijst_terug")
        or (o.is_(n, "wijst_terug_naam") and not o.is_(n, "van_jou"))
        or (o.knows_student and o.is_(n, "van_jou") and o.is_(n - 1, "voorzetsel_vraag"))
        for n in range(max(nr - _NAAM_VER + 1, 0), nr)
    )


def _menu(o: Ontleding, vraag: Vraag) -> bool:
    """Whether what can be chosen are feelings, which is filling in: ``was dat gevoel boosheid of verdriet?``."""
    if vraag.vorm != "keuze":
        return False
    of = next((nr for nr in range(vraag.begin, vraag.einde) if o.is_(nr, "keuzewoord")), vraag.einde)
    return any(
        of < begin < vraag.einde and not o.own(begin, einde)
        for begin, einde, _polariteit in o.gevoel
        if o.rij.vormen[begin] not in o.rij.vormen[vraag.begin : of]
    )


def _first_of_sentence(o: Ontleding, vraag: Vraag) -> bool:
    return not any(v.zin == vraag.zin and v.begin < vraag.begin for v in o.vragen)


def _says_when(o: Ontleding, nr: int) -> bool:
    """Whether a feeling only says when something was: in ``toen ...``, or behind ``voor`` or ``na``."""
    van, _tot = o.clause(nr)
    return o.is_(van, "tijdsbijzin") or any(o.is_(n, "tijdsvoorzetsel") for n in range(max(nr - _NAAM_VER, van), nr))


def _asks_event(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a question asks what happened, what brought it about, who was there, or which word fits."""
    woorden = range(vraag.begin, vraag.einde)
    if any(o.is_(nr, "gebeuren") for nr in woorden) or (
        vraag.woord and not any(o.is_(nr, "graaft") for nr in woorden[:3])
    ):
        return True
    return any(
        (nr in o.past or o.is_(nr, "verleden")) and not o.is_(nr, "toestand") and o.is_subject_you(nr + 1)
        for nr in woorden[1:-1]
    )
