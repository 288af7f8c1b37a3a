"""Handelingsregel 1, met-niet-tegen: talk with a student, not at a student.

Kept: the mentor builds on what the student said, briefly, and the student decides. Broken by ``advies`` (advice,
instruction, norm, reproach, own solution or prediction, also as a question) and by ``monoloog`` (from about forty words
without a real question; a rhetorical opener is none).
Not broken: inviting to tell, ``ik zou graag horen``, ``moeten`` in a question about the student's own plan or in what
someone else said, a long summary of the student's story with an open question, and saying where a student in distress
can turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.luisteren.woorden import GEEN
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden, Opmerking
from gesprek.regels.raad import advises, could_then, ordered
from gesprek.regels.vraagvorm import Vraag, Zin

_RAAD = frozenset(
    {
        "advies",
        "advies_toch",
        "advies_ikzou",
        "advies_inf",
        "advies_zin",
        "advies_bewering",
        "advies_twijfel",
        "moeten",
    }
)
"""Kinds of phrases that advise."""
LANG = 39
"""Words without a real question from which it is a monologue."""
BIJNA = 34
"""From here on people differ."""
_AANDACHT = 12
"""Most words of a command that only points where to look."""
_OPENER = 22
"""Words after a question that show that it was only an opener."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield advice, and talking for long."""
    yield from _advice(o)
    yield from _monologue(o)


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield where the mentor builds on what the student said, or lets the student decide."""
    if len(o.rij) > 25 + 15 or not o.invites:
        return
    for begin, einde in o.taken_up:
        yield o.keeps("met-niet-tegen", begin, einde)
    for t in o.found("leerling_beslist"):
        yield o.keeps("met-niet-tegen", t.begin, t.einde)


# advice


def _advice(o: Ontleding) -> Iterator[Opmerking]:
    vrij = {nr for t in o.vondst.get("geen_advies", ()) for nr in range(t.begin, t.einde)}
    vrije_zinnen = frozenset((*_pointing_to_help(o), *_leaving_free(o)))
    for opmerking in _advising(o, vrij):
        if not vrije_zinnen or o.sentence_at(opmerking.van) not in vrije_zinnen:
            yield opmerking


def _leaving_free(o: Ontleding) -> Iterator[int]:
    """Yield the sentences that leave it to the student: ``skip it if you'd rather not``, ``whichever you like``."""
    for t in o.vondst.get("vrije_keus", ()):
        yield o.sentence_of(t.begin)
    for t in o.vondst.get("mag_als", ()):
        zin_nr = o.sentence_of(t.begin)
        if t.begin > o.zinnen[zin_nr].kern and o.zinnen[zin_nr].einde - t.einde <= 1:
            yield zin_nr


def _pointing_to_help(o: Ontleding) -> Iterator[int]:
    """Yield the sentences that say where a student in distress can turn, and advise nothing else.

    A help line tells it by itself; a doctor or a confidant does when safety is spoken of, by the student or here.
    """
    for t in o.vondst.get("hulplijn", ()):
        yield o.sentence_of(t.begin)
    mensen = o.vondst.get("hulp_mens")
    if mensen and ("veiligheid" in o.vondst or "hulplijn" in o.vondst or o.student_in_distress):
        yield from (o.sentence_of(t.begin) for t in mensen)


def _advising(o: Ontleding, vrij: set[int]) -> Iterator[Opmerking]:
    """Yield advice, in words or by its build.

    :param vrij: words that are surely no advice.
    """
    if not _RAAD.isdisjoint(o.vondst):
        yield from _advice_in_words(o, vrij)
    if o.has("gebod") or (o.taal == "en" and o.has("voorwerp")):
        for zin_nr, zin in enumerate(o.zinnen):
            for start in o.starts(zin_nr):
                treffer = _command(o, start, zin.einde)
                if treffer and start not in vrij and not o.quoted(start, start + 1):
                    yield o.remark("advies", start, treffer)
    for begin, einde in (*advises(o), *ordered(o)):
        if begin not in vrij:
            yield o.remark("advies", begin, einde)


def _advice_in_words(o: Ontleding, vrij: set[int]) -> Iterator[Opmerking]:
    """Yield advice that is told by its words.

    :param vrij: words that are surely no advice.
    """
    for t in o.found("advies"):
        if t.begin not in vrij:
            yield o.remark("advies", t.begin, t.einde)
    for t in o.found("advies_toch"):
        yield o.remark("advies", t.begin, t.einde)
    for t in o.found("advies_ikzou"):
        if t.begin not in vrij and not any(v.begin == t.begin for v in o.vragen):
            yield o.remark("advies", t.begin, min(t.einde + 3, o.zinnen[o.sentence_of(t.begin)].einde))
    for t in o.found("advies_inf"):
        zin = o.zinnen[o.sentence_of(t.begin)]
        if t.begin in (zin.begin, zin.kern) and not zin.vraagteken:
            yield o.remark("advies", t.begin, t.einde)
    for t in o.found("advies_zin"):
        if t.begin not in vrij and not o.asks_openly(t.begin) and not could_then(o, t.begin):
            yield o.remark("advies", t.begin, t.einde)
    for t in o.found("advies_bewering"):
        if t.begin not in vrij and not any(v.begin <= t.begin < v.einde for v in o.vragen):
            yield o.remark("advies", t.begin, t.einde)
    for t in o.found("moeten"):
        if t.begin not in vrij and _must(o, t.begin):
            yield o.remark("advies", t.begin, t.einde)
    for t in o.found("advies_twijfel"):
        if t.begin not in vrij:
            yield o.remark("advies", t.begin, t.einde, zeker=False)


def _must(o: Ontleding, nr: int) -> bool:
    """Whether ``moeten`` tells the student what to do: not in an open question, not in what someone else said."""
    zin = o.zinnen[o.sentence_of(nr)]
    if o.asks_openly(nr) or _told_by_other(o, nr, zin.begin) or _inferred(o, nr):
        return False
    if any(o.is_(n, "niet") for n in range(max(nr - 3, zin.begin), nr)):
        return False  # you do not have to
    if zin.nodigt_uit:
        return False
    if zin.vraagteken and any(v.begin == nr and v.vorm == "ja_nee" for v in o.vragen):
        return any(o.is_(n, "duwt") for n in range(nr, zin.einde))  # moet je daar schoenen voor aan: a fact
    begin, einde = o.clause(nr)
    if any(o.is_subject_you(n) for n in range(begin, einde)):
        return True
    return not (zin.vraagteken or o.mirrors(nr) or o.at("dicht_toe", nr)) and not any(
        o.is_(n, "derde") or o.is_(n, "mentor") or o.is_(n, "nog_te") for n in range(zin.begin, zin.einde)
    )


def _inferred(o: Ontleding, nr: int) -> bool:
    """Whether ``must`` draws a conclusion about the student, and lays nothing down: ``you must feel awful``.

    Nor does ``should you want to stop`` lay anything down.
    """
    zin = o.zinnen[o.sentence_of(nr)]
    if o.taal == "en" and nr == zin.kern and o.is_subject_you(nr + 1) and not zin.vraagteken:
        return True
    return o.is_(nr, "moet_leidt_af") and (
        o.is_(nr + 1, "afgeleid_pv")
        or (o.is_(nr + 1, "afgeleid_zijn") and any(nr + 1 < begin <= nr + 4 for begin, _einde, _polariteit in o.gevoel))
    )


def _told_by_other(o: Ontleding, nr: int, begin: int) -> bool:
    return any(o.is_(n, "zei") for n in range(max(begin, nr - 9), nr))


def _command(o: Ontleding, start: int, einde: int) -> int:
    """Return where a command that advises ends that begins here; 0 when there is none."""
    nr = start
    while nr < einde - 1 and o.is_(nr, "verzachter") and not (o.is_(nr, "gebod") and o.is_(nr + 1, "voorwerp")):
        nr += 1
    if nr + 1 >= einde or o.rij.grenzen[nr] != GEEN or not (o.is_(nr, "gebod") or _bare_verb(o, nr)):
        return 0
    if o.is_(nr - 1, "geen_ding") and o.rij.grenzen[nr - 1] == GEEN:
        return 0  # no rush
    zin = o.zinnen[o.sentence_of(start)]
    if not _begins_clause(o, start, zin) or _invites(o, start, nr, zin):
        return 0
    if (
        o.taal == "en"
        and nr > zin.kern
        and (nr in o.past or not o.is_(start - 1, "daarom"))
        and any(n in o.past or o.is_(n, "verleden") for n in range(zin.begin, start))
    ):
        return 0  # you got in at eight, set the tables
    if o.is_(nr + 1, "nevenschikker") and not o.is_(nr + 1, "dringt"):
        return 0
    if o.taal == "en" and not o.at("gebod_vorm", nr) and _is_finite(o, nr + 1):
        return 0  # work was hard
    if not o.at("gebod_vorm", nr) and (o.is_subject_you(nr + 1) or o.is_(nr + 1, "ik")):
        return 0
    return 0 if any(v.begin == nr for v in o.vragen) else min(nr + 4, einde)


def _bare_verb(o: Ontleding, nr: int) -> bool:
    """Whether an English word that no list knows is a command, by what follows: ``rip the plaster off``."""
    vorm = o.rij.vormen[nr]
    if o.taal != "en" or not o.is_(nr + 1, "voorwerp") or o.is_(nr, "geen_doe") or not o.bare(nr):
        return False
    if vorm.endswith(("s", "ed", "ing", "ly")) or not vorm.isalpha():
        return False
    einde = o.clause(nr)[1]
    return not any(_is_finite(o, hier) or hier in o.past or o.is_(hier, "mentor") for hier in range(nr, einde))


def _is_finite(o: Ontleding, nr: int) -> bool:
    return o.is_(nr, "verleden") or (o.is_(nr, "pv_sterk") and not o.is_(nr, "doe_vorm"))


def _begins_clause(o: Ontleding, start: int, zin: Zin) -> bool:
    """Whether a command may begin here, and no statement in which the verb comes second (``dan zet ze hem erop``)."""
    los = start == zin.begin or o.rij.grenzen[start - 1] != GEEN or o.is_(start - 1, "daarom")
    if o.taal == "en" and start > zin.begin + 1 and o.is_(start - 1, "nevenschikker"):
        los = los or o.rij.grenzen[start - 2] != GEEN  # it's fine, but be realistic
    return los or (start <= zin.kern and (o.taal == "en" or not o.is_(start - 1, "voorop")))


def _invites(o: Ontleding, start: int, nr: int, zin: Zin) -> bool:
    """Whether a command invites to tell, or only points where to look: ``denk aan thuis, waar zie je dit ook?``."""
    if any(o.at(soort, plek) for soort in ("uitnodiging", "geen_gebod", "citaat") for plek in (start, nr)):
        return True
    if o.asks_openly(start) or any(zin.begin <= t.begin < zin.einde for t in o.vondst.get("in_gedachten", ())):
        return True
    if start == zin.kern and any(start < t.begin < zin.einde for t in o.vondst.get("stelt_gerust", ())):
        return True  # forget about the whys, there's no test here
    return (start == zin.kern or nr > start) and o.is_(nr, "aandacht") and _beside_question(o, zin)


def _beside_question(o: Ontleding, zin: Zin) -> bool:
    """Whether a short sentence stands beside a question with a question word, and does not press."""
    return (
        sum(not o.quoted(nr, nr + 1) for nr in range(zin.begin, zin.einde)) <= _AANDACHT
        and (any(v.woord for v in o.vragen) or any(z.nodigt_uit for z in o.zinnen))
        and not any(o.is_(nr, "dringt") and not o.quoted(nr, nr + 1) for nr in range(zin.begin, zin.einde))
    )


# talking for long


def _monologue(o: Ontleding) -> Iterator[Opmerking]:
    if len(o.rij) < BIJNA:
        return
    eigen = len(o.rij) - len(o.own_words)
    if eigen < BIJNA or _really_asks(o):
        return
    yield o.remark("monoloog", 0, len(o.rij), zeker=eigen >= LANG)


def _really_asks(o: Ontleding) -> bool:
    """Whether the student is asked or invited for real."""
    for vraag in o.vragen:
        if vraag.vorm in ("bewering", "brokje") and len(o.rij) - vraag.einde > 4:
            continue
        if vraag.vorm == "aanhangsel" or _opener(o, vraag):
            continue
        return True
    return any(zin.nodigt_uit and len(o.rij) - zin.einde <= _OPENER for zin in o.zinnen)


def _opener(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a question is only there to begin: much follows, or it is a turn of phrase."""
    zin = o.zinnen[vraag.zin]
    return len(o.rij) - zin.einde > _OPENER or o.within("geen_echte_vraag", vraag.begin, zin.einde)
