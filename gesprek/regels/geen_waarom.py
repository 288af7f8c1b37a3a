"""Handelingsregel 9, geen-waarom: ask no why.

*A why question assumes, mostly wrongly, that the student already knows the motives behind what they do.*

Kept: what matters is asked with what, how, who, where, when, which. Broken: a reason or motive of the student's own is
asked for, also in other words (``hoe komt het dat jij``, ``met welk doel``) and indirectly (``ik ben benieuwd
waarom``).
Not broken: a why that is quoted or a noun, a why about a thing or an outside fact, the route to a place, the event that
brought a feeling. ``Wat maakte dat jij`` is a doubt. A why that advises (``waarom vraag je het niet``) is only advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.luisteren.woorden import ZACHT
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden, Opmerking

_REDENEN = frozenset(
    ("reden", "reden_dat", "reden_altijd", "reden_heel", "reden_zin", "herkomst", "reden_los", "reden_twijfel")
)
"""Kinds of phrases that ask for a reason."""
_KORT = 9
"""Words after a bare reason word that may all the same ask for the student's own reason (``waarom dan toch``)."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield where a reason of the student's own is asked for."""
    if _REDENEN.isdisjoint(o.vondst):
        return
    vrij = {nr for t in o.vondst.get("geen_reden", ()) for nr in range(t.begin, t.einde)}
    verteld = {t.einde - 1 for soort in ("reden_verteld", "reden_verteld_en") for t in o.vondst.get(soort, ())}
    for t in o.found("reden"):
        if t.begin in vrij and not _bare_why_not(o, t.begin):
            continue
        zin = o.zinnen[o.sentence_of(t.begin)]
        uitgenodigd = zin.nodigt_uit or o.within("zacht", zin.begin, t.begin + 1)
        if (t.einde - 1 in verteld or t.begin in verteld) and not uitgenodigd and not _asks_itself(o, t.begin):
            continue
        if _about_student(o, t.begin, t.einde):
            yield o.remark("waarom", t.begin, t.einde)
    for t in o.found("reden_dat"):
        heel = o.is_(t.einde - 1, "bijzin") and o.is_(t.einde, "onderwerp")
        heel = heel or t.einde == o.zinnen[o.sentence_of(t.begin)].einde
        if heel and _asks_here(o, t.begin) and not _outside(o, t.einde):
            yield o.remark("waarom", t.begin, t.einde)
    for t in o.found("reden_altijd"):
        if _asks_here(o, t.begin):
            yield o.remark("waarom", t.begin, t.einde)
    for soort in ("reden_heel", "reden_zin"):
        for t in o.found(soort):
            if _asks_here(o, t.begin) and not _outside(o, t.einde):
                yield o.remark("waarom", t.begin, t.einde)
    for t in o.found("herkomst"):
        if o.within("plan", t.begin, t.einde) and _asks_here(o, t.begin):
            yield o.remark("waarom", t.begin, t.einde)
    for t in o.found("reden_los"):
        zin = o.zinnen[o.sentence_of(t.begin)]
        los = zin.kern == t.begin or o.rij.grenzen[t.begin - 1] == ZACHT or zin.vraagteken
        if los and zin.einde == t.einde and _asks_bare(o, zin.einde):
            yield o.remark("waarom", t.begin, t.einde)
    for t in o.found("reden_twijfel"):
        if _asks_here(o, t.begin):
            yield o.remark("waarom", t.begin, t.einde, zeker=False)


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where what matters to the student is asked for without why."""
    for t in o.found("belang"):
        if _asks_here(o, t.begin):
            yield o.keeps("geen-waarom", t.begin, t.einde)


def _bare_why_not(o: Ontleding, nr: int) -> bool:
    """Whether ``waarom niet`` is a question of its own, and no exclamation or suggestion."""
    zin = o.zinnen[o.sentence_of(nr)]
    los = zin.einde - zin.kern == 2 or (zin.einde > nr + 2 and o.rij.grenzen[nr + 1] == ZACHT)
    return zin.kern == nr and los and zin.vraagteken


def _asks_bare(o: Ontleding, einde: int) -> bool:
    """Whether a lone ``want`` or ``omdat`` waits for an answer: a question mark, or dots."""
    erna = o.tekst[o.rij.tot[einde - 1] :]
    return any(teken in erna for teken in "?…") or ".." in erna or einde == len(o.rij) == 1


def _asks_itself(o: Ontleding, nr: int) -> bool:
    """Whether the reason word begins a question of its own."""
    return any(vraag.begin == nr and vraag.vorm == "open" for vraag in o.vragen)


def _asks_here(o: Ontleding, nr: int) -> bool:
    """Whether a sentence asks, or begins with the reason word."""
    return o.asks(nr) or o.zinnen[o.sentence_of(nr)].kern == nr


def _about_student(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether the reason is the student's: ``je`` is the subject, or nothing else is."""
    zin = o.zinnen[o.sentence_of(begin)]
    for nr in range(einde, min(zin.einde, einde + 14)):
        if o.is_subject_you(nr) or o.is_(nr, "je_met_werkwoord"):
            return True
        if o.is_(nr, "bijzin"):
            continue
        bloot = nr == einde and not any(o.is_(n, "pv") or n in o.past for n in range(nr, zin.einde))
        if o.is_(nr, "andere") and not bloot and not o.is_(nr - 1, "voorzetsel_vraag"):
            return any(o.rij.vormen[n] in ("jij", "jou") for n in range(nr, zin.einde))
        if nr > einde and o.is_(nr - 1, "nevenschikker") and o.is_(nr, "vraagwoord"):
            break
    over = min(zin.einde, einde + 14) - einde
    return over <= _KORT and not o.is_(einde, "pv") and not _outside(o, einde)


def _outside(o: Ontleding, nr: int) -> bool:
    """Whether what follows is about a thing or someone else."""
    zin_einde = o.zinnen[o.sentence_of(nr - 1)].einde
    if any(o.is_subject_you(n) or o.is_(n, "van_jou") for n in range(max(nr - 4, 0), zin_einde)):
        return False
    if not any(o.is_(n, "pv") or n in o.past for n in range(nr, zin_einde)):
        return False
    return any(o.is_(n, "andere") and not o.is_(n - 1, "voorzetsel_vraag") for n in range(nr, min(nr + 3, zin_einde)))
