"""Handelingsregel 10, nivea: do not fill in for someone else, but look for the right word together.

Kept: the student's own words, and asking whether they are right. Broken by ``invullen``: feeling, motive, quality,
conclusion or kernwoord comes from the mentor, as a statement, a tag question, a statement with a question mark, a menu
of feelings, a presupposition in a subordinate clause, praise that names a quality, or playing down. Rule 8 (listen from
not knowing) asks the same.
Not broken: words marked as the student's (``je zei``, quoted), or used by the student before; a factual summary with a
check; general appreciation; an exclamation that ascribes nothing. ``Die boosheid`` points back to the student's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gesprek.luisteren.lijsten import Treffer
from gesprek.luisteren.woorden import GEEN
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden, Opmerking
from gesprek.regels.vraagvorm import Vraag, Zin

_VER = 7
_LANG = 34
"""Words from which a turn is talking for long."""
_MENU = 2
"""Fewest feelings that are a menu."""
_HOEDANIG = ("ing", "ed", "ful")
"""Endings of English words that say how something is, and do not name a feeling."""
_BLOOT = 6
"""Most words of a sentence that says no more than a trait."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield where the mentor supplies what is the student's to say."""
    vrij = {nr for t in o.vondst.get("geen_invullen", ()) for nr in range(t.begin, t.einde)}
    for t in o.vondst.get("bank_zacht", ()):
        zin = o.zinnen[o.sentence_of(t.begin)]
        vrij.update(range(zin.begin, zin.einde))  # bijlage 2 nr 22 in other words
    for t in o.found("invullen"):
        if t.begin not in vrij and not o.echoes(t.begin, t.einde):
            yield o.remark("invullen", t.begin, t.einde)
    for t in o.found("invullen_zin"):
        if t.begin not in vrij and not o.asks_openly(t.begin) and not o.mirrors(t.begin):
            yield o.remark("invullen", t.begin, t.einde)
    toegedicht = [t for t in o.found("dicht_toe") if t.begin not in vrij and _stated(o, t.begin) and not _theirs(o, t)]
    if len(o.rij) < _LANG or len({o.sentence_of(t.begin) for t in toegedicht}) > 1:
        for t in toegedicht:
            yield o.remark("invullen", t.begin, t.einde)
    for vraag in o.vragen:
        if (vraag.vorm in ("ja_nee", "keuze") and _asks_with_feeling(o, vraag)) or (
            vraag.vorm == "open" and (_presumed_in_reason(o, vraag) or _menu_behind(o, vraag))
        ):
            yield o.remark("invullen", vraag.begin, vraag.einde)
    for zin in o.zinnen:
        if zin.kern not in vrij and (_trait(o, zin) or _bare_trait(o, zin)):
            yield o.remark("invullen", zin.kern, zin.einde)
    for t in o.found("dicht_toe_bijzin"):
        if t.begin not in vrij and not _theirs(o, t):
            yield o.remark("invullen", t.begin, t.einde)
    for t in o.found("invullen_woord"):
        zin = o.zinnen[o.sentence_of(t.begin)]
        if not o.quotes_within(zin) and not any(zin.begin <= begin < zin.einde for begin, _einde in o.taken_up):
            yield o.remark("invullen", t.begin, t.einde)
    for nr, vraag in enumerate(o.vragen):
        if vraag.vorm == "aanhangsel" and _guess_about_student(o, nr):
            yield o.remark("invullen", vraag.begin, vraag.einde)
    for begin, einde, _polariteit in o.gevoel:
        if begin in vrij or o.own(begin, einde):
            continue
        oordeel = _feeling(o, begin, einde)
        if oordeel:
            yield o.remark("invullen", begin, einde, zeker=oordeel == "zeker")
    for t in o.found("eigenschap"):
        if t.begin not in vrij and not o.own(t.begin, t.einde) and _ascribed(o, t.begin, t.einde):
            yield o.remark("invullen", t.begin, t.einde)
    for t in o.found("invullen_twijfel"):
        if t.begin not in vrij:
            yield o.remark("invullen", t.begin, t.einde, zeker=False)


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where the student's words are said back and checked."""
    for t in o.vondst.get("toetst", ()):
        yield o.keeps("nivea", t.begin, t.einde)


def _asks_with_feeling(o: Ontleding, vraag: Vraag) -> bool:
    """Whether the verb of a yes/no question is a feeling that the student did not name: ``schaamde je je?``."""
    if not o.has("gevoel_pv"):
        return False
    verb = next((nr for nr in range(vraag.begin, min(vraag.begin + 4, vraag.einde)) if o.is_(nr, "gevoel_pv")), None)
    return (
        verb is not None
        and (o.taal == "en" or verb == vraag.begin)
        and not o.own(verb, verb + 1)
        and any(o.is_(nr, "jij") for nr in range(vraag.begin, vraag.einde))
    )


def _presumed_in_reason(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a why takes for granted that the student is touched: ``why does being in charge scare you``."""
    return (
        o.has("gevoel_pv")
        and o.is_(vraag.begin, "reden_vraagwoord")
        and any(
            o.is_(nr, "gevoel_pv")
            and any(o.is_(n, "jij") for n in range(nr + 1, nr + (2 if o.taal == "en" else 4)))
            and not o.own(nr, nr + 1)
            for nr in range(vraag.begin + 1, vraag.einde - 1)
        )
    )


def _menu_behind(o: Ontleding, vraag: Vraag) -> bool:
    """Whether feelings to choose from stand behind an open question: ``hoe voelde je je: boos, bang, beschaamd?``."""
    if len(o.gevoel) < _MENU:
        return False
    menu = [
        (begin, einde)
        for begin, einde, _polariteit in o.gevoel
        if vraag.begin < begin < vraag.einde and not o.own(begin, einde) and not o.is_(begin, "mild")
    ]
    return any(
        o.rij.grenzen[een - 1] != GEEN
        and o.rij.grenzen[tot - 1] != GEEN
        and ander - tot <= 1
        and o.rij.vormen[een] != o.rij.vormen[ander]
        for (een, tot), (ander, _tot) in pairwise(menu)
    )


def _theirs(o: Ontleding, t: Treffer) -> bool:
    """Whether a phrase is the student's own, be it in part."""
    return o.own(t.begin, t.einde) or o.mirrors(t.begin) or any(nr in o.own_words for nr in range(t.begin, t.einde))


def _stated(o: Ontleding, nr: int) -> bool:
    """Whether a word stands in a clause of its own that says something, with a tag or question mark or without."""
    if o.is_(nr - 1, "betrekkelijk") and o.rij.grenzen[nr - 1] == GEEN:
        return False  # what you want, of je wilde helpen
    vraag = next((v for v in o.vragen if v.begin <= nr < v.einde), None)
    return vraag is None or vraag.vorm in ("bewering", "aanhangsel")


def _trait(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence says, in the present, how the student is: ``jij laat je niet zomaar wegsturen``.

    What they are doing, where, when or how often is a fact and no trait.
    """
    kern = zin.kern
    while kern < zin.einde - 2 and (o.is_(kern, "besluit") or o.is_(kern, "trek_aanloop")):
        kern += 1
    if (
        not (o.is_(kern, "je_onderwerp") or o.is_(kern, "je_bent"))
        or zin.einde - kern < 3
        or len(o.rij) >= _LANG
        or not _stated(o, kern)
    ):
        return False
    ww = kern if o.is_(kern, "je_bent") else kern + 1
    woorden = range(ww + 1, zin.einde)
    if _habit(o, ww, zin) and not o.mirrors(kern):
        return True
    return (
        (ww == kern or o.is_(ww, "trek_pv"))
        and not any(o.is_(nr, "mentor") or o.is_(nr, "trek_niet") or o.is_(nr, "verleden") for nr in woorden)
        and not any(nr in o.past or o.participle(nr) or o.rij.vormen[nr][:1].isdigit() for nr in woorden)
        and not o.mirrors(kern)
        and not o.quotes_within(zin)
        and not any(zin.begin <= begin < zin.einde for begin, _einde in o.taken_up)
    )


def _habit(o: Ontleding, ww: int, zin: Zin) -> bool:
    """Whether a verb in the present has all for its object and nothing behind it: ``you control everything``."""
    return (
        ww + 1 < zin.einde
        and o.is_(ww + 1, "alles")
        and (ww + 2 == zin.einde or o.rij.grenzen[ww + 1] != GEEN)
        and ww not in o.past
        and not any(o.is_(ww, soort) for soort in ("verleden", "pv", "gewoonte"))
    )


def _bare_trait(o: Ontleding, zin: Zin) -> bool:
    """Whether nothing but a trait is drawn as a conclusion: ``een echte teamspeler dus``, ``wat zorgzaam van je``."""
    return (
        zin.einde - zin.begin <= _BLOOT
        and not zin.vraagteken
        and ("eigenschap" in o.vondst or "eigenschap_type" in o.vondst)
        and any(o.is_(nr, "besluit") or o.at("wat_van_je", nr) for nr in (zin.begin, zin.kern, zin.einde - 1))
        and any(
            zin.begin <= t.begin < zin.einde and not o.own(t.begin, t.einde)
            for soort in ("eigenschap", "eigenschap_type")
            for t in o.found(soort)
        )
    )


def _guess_about_student(o: Ontleding, nr: int) -> bool:
    """Whether a statement with a tag guesses: ``het was je zeker te druk, hè``."""
    vraag = o.vragen[nr]
    return any(vraag.begin <= t.begin < vraag.einde - 1 for t in o.found("gok")) and any(
        o.is_(n, "jij") for n in range(vraag.begin, vraag.einde)
    )


def _feeling(o: Ontleding, begin: int, einde: int) -> str:
    """Return ``zeker`` or ``twijfel`` when a feeling word that is not the student's is given to them; else nothing."""
    if _concludes(o, begin, einde):
        return "zeker"
    if _points_back(o, begin, einde) or o.is_(begin, "geen_gevoel"):
        return ""
    wie = _whose(o, begin, einde)
    vraag = next((v for v in o.vragen if v.begin <= begin < v.einde), None)
    vorm = vraag.vorm if vraag is not None else ""
    if vorm == "aanhangsel" and wie != "mentor":
        return "zeker"
    if vraag is not None and vorm in ("keuze", "bewering") and not wie and not vraag.woord:
        return "zeker"  # a menu of feelings: boos, bang of allebei?
    if _exclaims(o, begin):
        return ""
    if o.knows_student and o.is_(begin - 1, "wijst_terug"):
        return "zeker"  # as if they had said so
    if o.is_(begin, "mild") and vorm in ("ja_nee", "keuze"):
        return "twijfel"
    if wie == "leerling":
        if vraag is None or vorm != "open" or o.is_(vraag.begin, "reden_vraagwoord"):
            return "zeker"
        return "twijfel" if _in_main_clause(o, vraag.begin, begin) else "zeker"
    if wie in ("iets", "ander") and _guesses(o, begin):
        return "zeker"
    if wie == "iets" and vorm in ("ja_nee", "keuze", "bewering"):
        return "twijfel"
    return ""


def _points_back(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether ``die boosheid`` or ``dat verdriet`` takes up what the student said, as far as can be known."""
    if o.knows_student:
        return False  # their words are there, and this is none of them
    if o.taal == "en" and o.is_(begin - 2, "pv_sterk") and o.rij.vormen[begin].endswith(_HOEDANIG):
        return False  # was that embarrassing for you
    if o.is_(begin - 1, "wijst_terug") or (
        o.is_(begin - 2, "wijst_terug") and not o.is_(begin - 1, "pv") and o.rij.grenzen[begin - 1] == GEEN
    ):
        return True
    return o.is_(begin - 1, "wijst_terug_naam") and o.within("gevoelsnaamwoord", begin, einde)


def _concludes(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether a bare feeling is drawn as a conclusion: ``super gênant dus``."""
    zin = o.zinnen[o.sentence_of(begin)]
    if zin.vraagteken or zin.einde - zin.kern > 4:
        return False
    if any(o.is_(n, "besluit") for n in (zin.kern, zin.begin, zin.einde - 1)):
        return True
    return o.knows_student and einde - begin == zin.einde - zin.kern and not o.is_(begin, "uitroep")


def _exclaims(o: Ontleding, begin: int) -> bool:
    """Whether a word only shows that the mentor is touched: ``fijn dat je dit vertelt``, ``vervelend zeg``."""
    zin = o.zinnen[o.sentence_of(begin)]
    voor = range(zin.begin, begin)
    if all(o.is_(nr, "aanloop") or o.is_(nr, "uitroep") for nr in voor):
        return True
    for nr in range(begin - 1, max(zin.begin, begin - _VER) - 1, -1):
        if o.is_(nr, "je_onderwerp"):
            return False
        if _is_mentor(o, nr):
            return True
    return False


def _is_mentor(o: Ontleding, nr: int) -> bool:
    """Whether a word is the mentor, who feels or tells; not who guesses, as in ``i can imagine``."""
    return (
        o.is_(nr, "mentor")
        and not o.is_(nr - 1, "volgens")
        and not any(t.begin <= nr < t.einde for t in o.vondst.get("gok", ()))
    )


def _in_main_clause(o: Ontleding, begin: int, nr: int) -> bool:
    return not any(o.is_(n, "bijzin") for n in range(begin + 1, nr))


def _whose(o: Ontleding, begin: int, einde: int) -> str:
    """Return who feels it: ``leerling``, ``mentor``, ``ander`` or ``iets``; nothing when nobody is named."""
    van, tot = o.clause(begin)
    for nr in [*range(begin - 1, van - 1, -1), *range(einde, min(tot, einde + 4))]:
        if o.is_(nr, "jij") or o.is_(nr, "van_jou") or (o.is_(nr, "je_bent") and not o.is_(nr - 1, "raad_als")):
            return "leerling"
        if _is_mentor(o, nr):
            return "mentor"
        if o.is_(nr, "derde"):
            return "ander"
        if o.is_(nr, "iets"):
            return "leerling" if any(o.is_(n, "van_jou") for n in range(van, tot)) else "iets"
    return ""


def _guesses(o: Ontleding, begin: int) -> bool:
    van, tot = o.clause(begin)
    return any(van <= t.begin < tot for t in o.vondst.get("gok", ()))


def _ascribed(o: Ontleding, begin: int, einde: int) -> bool:
    """Whether a quality is said to be the student's, or asked whether it is."""
    van, tot = o.clause(begin)
    zin = o.zinnen[o.sentence_of(begin)]
    if o.is_(zin.kern, "wees") or (o.taal == "en" and o.is_(van, "raad_als")):
        return False  # be patient: that is told to do; if you're curious: that is left open
    if any(begin < t.begin < min(einde + 8, zin.einde) for t in o.vondst.get("als_jij", ())):
        return True
    if any((o.is_(n, "jij") or o.is_(n, "je_met_werkwoord")) and not o.quoted(n, n + 1) for n in range(van, tot)):
        if not any(o.is_(n, "koppel_jij") for n in range(van, tot)):
            return False
        vraag = next((v for v in o.vragen if v.begin <= begin < v.einde), None)
        return vraag is None or vraag.vorm != "open"
    return False
