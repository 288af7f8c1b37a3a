"""What questions are about, and whether two of them are about something else.

Several short fact questions about one moment belong together (``waar was je, wie was erbij``). Another experience or
part of life, another phase of the conversation, or another time (what was, what is) does not.
"""

from __future__ import annotations

from typing import Literal

from gesprek.luisteren.woorden import GEEN, ZACHT
from gesprek.regels.ontleding import Ontleding

Verschil = Literal["", "twijfel", "zeker"]
Stuk = tuple[int, int]
"""A question or invitation: its first word, and the one behind its last."""

_VOOROP = 7
"""Most words of a topic that is put in front of a question."""
_GEWICHT = ("toekomst", "hulp", "eerder", "inzicht", "stand", "gevoel", "feit")
"""What a question may be about, the most telling first."""
_VERWANT = {"feit", "inzicht", "gevoel"}
"""Subjects that may belong to one moment."""
_BIJ_EEN_MOMENT = {"thuis", "school"}
"""Parts of life that may come into any moment: ``wat zei je vader``, ``welke toets was dat``."""
_PLEK = 4
"""Letters from which a word behind ``op de`` or ``bij je`` may name a place or experience."""


def differ(o: Ontleding, een: Stuk, ander: Stuk) -> Verschil:
    """Return whether two questions are about something else: surely, perhaps, or not."""
    if o.within("sprong", een[0], ander[1]):
        return "zeker"
    if o.is_(ander[0] - 1, "keuzewoord"):
        return ""  # wie kun je iets vragen, of wat kun je opzoeken
    waar, waar_erna = _fields(o, _from_topic(o, een[0]), een[1]), _fields(o, *ander)
    leunt = any(o.is_(nr, "verwijst_sterk") for nr in range(*ander))
    if waar and waar_erna and waar.isdisjoint(waar_erna) and not (leunt and waar_erna == {"thuis"}):
        return "zeker"
    if _opposed(o, een, ander) or _another_field(o, een, ander, waar_erna - waar):
        return "zeker"
    if _new_topic(o, ander[0]) or o.within("hoe_staat_met", *ander):
        return "zeker"
    if not all(any(v.begin == begin for v in o.vragen) for begin in (een[0], ander[0])):
        return ""  # an invitation beside a question says how to answer it
    if not leunt and _elsewhere(o, een, ander):
        return "zeker"
    onderwerp, onderwerp_erna = _subject(o, *een), _subject(o, *ander)
    if onderwerp_erna == "stand" or (onderwerp == "stand" and waar_erna and not waar):
        return "" if onderwerp_erna == "stand" and _points_back(o, *ander) and not waar_erna else "zeker"
    if waar_erna and not waar and not leunt and any(v.begin == ander[0] and v.vorm == "ja_nee" for v in o.vragen):
        return "zeker"
    if onderwerp_erna == "toekomst" and waar and not waar_erna and not leunt:
        return "zeker"
    if not onderwerp or not onderwerp_erna or onderwerp == onderwerp_erna:
        return ""
    return "twijfel" if {onderwerp, onderwerp_erna} <= _VERWANT else "zeker"


def _from_topic(o: Ontleding, begin: int) -> int:
    """Return where a question begins with the topic before it: ``eerst even over hockey: wat deed je``."""
    zin_nr = o.sentence_of(begin)
    return begin if any(v.zin == zin_nr and v.begin < begin for v in o.vragen) else o.zinnen[zin_nr].begin


def _opposed(o: Ontleding, een: Stuk, ander: Stuk) -> bool:
    """Whether one asks of the first or best, and the other of the last or worst."""
    polen, polen_erna = ({o.rij.vormen[nr] for nr in range(*stuk) if o.is_(nr, "tegenpool")} for stuk in (een, ander))
    return bool(polen and polen_erna) and polen.isdisjoint(polen_erna)


def _another_field(o: Ontleding, een: Stuk, ander: Stuk, nieuw: set[str]) -> bool:
    """Whether the second names a part of life of its own, and neither leans on what was said."""
    return (
        bool(nieuw - _BIJ_EEN_MOMENT)
        and {een[0], ander[0]} <= {v.begin for v in o.vragen}
        and not any(o.is_(nr, "verwijst_sterk") for nr in range(*ander))
        and not any(o.echoes(nr, nr + 1) for nr in range(*ander) if len(o.rij.vormen[nr]) > _PLEK)
        and (_tense(o, *een) != "verleden" or not any(o.is_(nr, "jij") for nr in range(*een)) or _own_time(o, ander))
    )


def _own_time(o: Ontleding, stuk: Stuk) -> bool:
    """Whether a question says by itself when or how it was: ``hoe ging``, ``afgelopen zaterdag``."""
    return (
        any(o.within(soort, *stuk) for soort in ("hoe_staat", "hoe_staat_met", "tijdstip"))
        or _tense(o, *stuk) == "heden"
    )


def _new_topic(o: Ontleding, begin: int) -> bool:
    """Whether something else is put in front of a question: ``en die open dag, hoe was die``."""
    zin = o.zinnen[o.sentence_of(begin)]
    voorop = range(zin.kern, begin)
    if zin.begin > 0 and _named_in_front(o, zin.kern, begin):
        return True
    return (
        not o.at("herneemt", zin.kern)
        and 2 <= len(voorop) <= _VOOROP
        and zin.begin > 0
        and o.rij.grenzen[begin - 1] == ZACHT
        and not any(o.is_(nr, soort) for nr in voorop for soort in ("bijzin", "verwijst_sterk", "pv"))
        and not any(o.is_subject_you(nr) or o.at("citaat", nr) for nr in voorop)
        and not any(o.is_(nr, "verwijst_sterk") for nr in range(begin, zin.einde))
        and not any(o.quoted(nr, nr + 1) for nr in voorop)
    )


def _named_in_front(o: Ontleding, kern: int, begin: int) -> bool:
    """Whether a thing is put in front and taken up again: ``en die prijs die je won, wat was dat?``."""
    nr = kern + 1 if o.is_(kern, "voorzetsel_vraag") else kern
    return (
        o.is_(nr, "bepaler")
        and 1 <= begin - nr - 1 <= _VOOROP
        and o.rij.grenzen[begin - 1] == ZACHT
        and all(o.rij.grenzen[n] == GEEN for n in range(kern, begin - 1))
        and any(o.is_(n, "herneemt_ding") for n in range(begin + 1, o.zinnen[o.sentence_of(begin)].einde))
    )


def _elsewhere(o: Ontleding, een: Stuk, ander: Stuk) -> bool:
    """Whether both name where it was, and not the same, or one asks what was and the other what is."""
    tijd, tijd_erna = _tense(o, *een), _tense(o, *ander)
    met_woord = {v.begin for v in o.vragen if v.woord}
    if (
        tijd
        and tijd_erna
        and tijd != tijd_erna
        and {een[0], ander[0]} <= met_woord
        and not o.within("zin_geven", *ander)
        and not _points_back(o, *ander)
    ):
        return True
    plekken, plekken_erna = _places(o, *een), _places(o, *ander)
    if (
        tijd == tijd_erna == "heden"
        and plekken_erna - plekken
        and {een[0], ander[0]} <= met_woord
        and not _points_back(o, *ander)
        and not _points_back(o, *een)
    ):
        return True
    if not plekken_erna or plekken & plekken_erna:
        return False
    return bool(plekken) and not _points_back(o, *ander)


def _places(o: Ontleding, begin: int, einde: int) -> set[str]:
    """Return the words that stand behind a preposition and name where or with what it was."""
    gevonden = set()
    for nr in range(begin + 1, einde - 1):
        if not o.is_(nr, "voorzetsel_vraag") or o.is_(nr + 1, "vraagwoord"):
            continue
        kern = nr + 1
        while kern < einde - 1 and o.is_(kern, "bepaler") and o.rij.grenzen[kern] == GEEN:
            kern += 1
        vorm = o.rij.vormen[kern]
        if len(vorm) >= _PLEK and not any(o.is_(kern, soort) for soort in ("onderwerp", "verwijst", "pv", "geen_plek")):
            gevonden.add(vorm)
    return gevonden


def _tense(o: Ontleding, begin: int, einde: int) -> str:
    """Return ``verleden`` or ``heden``; nothing when it cannot be told."""
    if any(o.is_(nr, "verleden") or nr in o.past for nr in range(begin, einde)):
        return "verleden"
    if o.within("tijdstip", begin, einde):
        return "verleden"
    if any(o.is_(nr, "voltooid") for nr in range(begin, einde)) and any(
        o.participle(nr) or o.is_(nr, "leerde_hoe") for nr in range(begin, einde)
    ):
        return "verleden"
    return "heden" if any(o.is_(nr, "heden") for nr in range(begin, einde)) else ""


def _subject(o: Ontleding, begin: int, einde: int) -> str:
    """Return what a question is about, the most telling sign first."""
    tekens = {t.regel.waarde for t in o.vondst.get("onderwerp_vraag", ()) if begin <= t.begin and t.einde <= einde}
    if any(begin <= t.begin and t.einde <= einde for t in o.vondst.get("hoe_staat", ())):
        tekens.add("stand")
    if _tense(o, begin, einde) == "verleden":
        tekens.add("feit")
    if any(begin <= b < einde for b, _e, _p in o.gevoel):
        tekens.add("gevoel")
    return next((teken for teken in _GEWICHT if teken in tekens), "")


def _fields(o: Ontleding, begin: int, einde: int) -> set[str]:
    """Return the experiences or parts of life that a question names."""
    return {
        t.regel.waarde or o.rij.piece(t.begin, t.einde).casefold()
        for t in o.vondst.get("terrein", ())
        if begin <= t.begin and t.einde <= einde
    }


def _points_back(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether a question leans on what was said before it: ``daar``, ``toen``, ``hij``."""
    return any(o.is_(nr, "verwijst") and not _article(o, nr) for nr in range(begin, einde))


def _article(o: Ontleding, nr: int) -> bool:
    """Whether ``het`` or ``die`` only stands before a name of its own: ``wat vond je van het schoolfeest``."""
    if not o.is_(nr, "bepaler") or o.rij.grenzen[nr] != GEEN:
        return False
    return o.unknown(nr + 2 if o.is_(nr + 1, "telwoord") and o.rij.grenzen[nr + 1] == GEEN else nr + 1)
