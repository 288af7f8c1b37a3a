"""Advice that is told by how a sentence is built, whatever its words.

Spoken advice has few forms: a clause without a subject that is headed by an infinitive (``gewoon je vinger opsteken``),
a norm with anyone for its subject (``werkgevers willen iemand die op tijd is``), a condition on ``je`` with what comes
of it (``als je arts wilt worden``), a threat (``anders sta je``), one's own example (``ik deed vroeger``), what could
have been (``had je maar``), and a solution put as a question (``is de horeca niks voor jou``). After Couper-Kuhlen and
Thompson, *A linguistic taxonomy of advice-giving* (2022), and the imperative infinitive in the ANS (2.4.8).
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.luisteren.woorden import GEEN
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.vraagvorm import Vraag, Zin

Stuk = tuple[int, int]
"""The words that advise: the first, and the one behind the last."""

_NORM_VER = 7
"""Words within which the verb of a norm follows its subject."""
_LANG = 34
"""Words from which one's own story is talking for long, and no advice."""
_TEGENWOORDIG = ("raad_dreigt", "raad_doe", "raad_mogelijk")
_STAPPEN = 3
"""Fewest acts in the present that are an instruction."""
_WEINIG = 2
"""Most sentences of a turn that says no more than a norm."""
_ZIN = 4
"""Fewest words of a norm."""


def advises(o: Ontleding) -> Iterator[Stuk]:
    """Yield the pieces of an utterance that advise by their build."""
    if len(o.rij) >= _LANG:
        return
    for nr, zin in enumerate(o.zinnen):
        vormen = [v.vorm for v in o.vragen if v.zin == nr]
        if zin.nodigt_uit:
            continue
        vraagt = any(vorm not in ("bewering", "aanhangsel") for vorm in vormen)
        vraagt = vraagt or (zin.vraagteken and any(o.is_(n, "vraagwoord") for n in range(zin.begin, zin.einde)))
        yield from _within(o, "raad_vraag" if vormen else "raad_stelling", zin)
        if vormen:
            yield from _asked_first(o, nr)
        if vormen and o.has("raad_modaal", "niet"):
            yield from _nudges(o, nr)
        yield from ((begin + 1, einde) for begin, einde in _within(o, "raad_waarom", zin))
        if o.taal == "en" and o.has("reden_vraagwoord", "niet"):
            yield from _why_not(o, zin)
        if vraagt:
            continue
        gezegd = list(_said_as_such(o, zin))
        if gezegd and not _not_the_mentors(o, zin):
            yield from gezegd
    yield from _own_example(o)


def _said_as_such(o: Ontleding, zin: Zin) -> Iterator[Stuk]:
    """Yield what advises in a sentence that does not ask."""
    for soort in ("raad_kop", "raad_los"):
        yield from [t for t in _within(o, soort, zin) if _heads(o, t[0], zin)]
    if "raad_ikzou" in o.vondst:
        vrij = {begin for begin, _einde in _within(o, "geen_raad", zin)}
        yield from [t for t in _within(o, "raad_ikzou", zin) if t[0] not in vrij]
    if (
        _bare_infinitive(o, zin)
        or (o.has("raad_eerst", "dan") and _order_of_things(o, zin))
        or _norm(o, zin)
        or _timeless(o, zin)
        or (o.has("raad_als", "je_onderwerp") and _condition(o, zin))
    ):
        yield zin.kern, zin.einde
    yield from _in_the_present(o, zin)
    yield from _i_would(o, zin)
    if "raad_begin_zeg" in o.vondst:  # tell him no
        yield from [t for t in _within(o, "raad_begin_zeg", zin) if t[0] in o.starts(o.sentence_of(t[0]))]
    if "raad_modaal_stelling" in o.vondst and not _past(o, zin) and not _mentor_in(o, zin):
        yield from _within(o, "raad_modaal_stelling", zin)


def _i_would(o: Ontleding, zin: Zin) -> Iterator[Stuk]:
    """Yield ``i'd`` with a bare verb that no list knows: ``i'd steer clear of that``."""
    if "ik_zou" not in o.vondst:
        return
    for begin, einde in _within(o, "ik_zou", zin):
        doe = einde
        while doe < zin.einde - 1 and o.is_(doe, "verzachter"):
            doe += 1
        if doe < zin.einde - 1 and o.bare(doe) and doe not in o.past and _base_form(o.rij.vormen[doe]):
            yield begin, doe + 1


def _base_form(vorm: str) -> bool:
    return vorm.isalpha() and not vorm.endswith(("ed", "ing", "ly", "s"))


def _mentor_in(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence is about who leads the conversation, or lets the student be free."""
    return any(o.is_(nr, "mentor") or o.is_(nr, "stelt_vrij") for nr in range(zin.begin, zin.einde))


def _asked_first(o: Ontleding, zin_nr: int) -> Iterator[Stuk]:
    """Yield a yes/no question that begins with a form that advises: ``have you thought of``, ``couldn't you just``."""
    if "raad_jn" in o.vondst:
        begins = {v.begin for v in o.vragen if v.zin == zin_nr and v.vorm in ("ja_nee", "keuze")}
        yield from ((t.begin, t.einde) for t in o.found("raad_jn") if t.begin in begins)
    if "raad_jn_bij" in o.vondst:  # do you really think that's wise
        vragen = [v for v in o.vragen if v.zin == zin_nr and v.vorm == "ja_nee"]
        yield from (
            (t.begin, t.einde) for t in o.found("raad_jn_bij") if any(v.begin < t.begin < v.einde for v in vragen)
        )


def ordered(o: Ontleding) -> Iterator[Stuk]:
    """Yield what the student is to do, told as one act after another: ``you set an alarm, you get up, you ring``."""
    if o.taal != "en" or o.vragen or not o.has("je_onderwerp", "gebod") or o.invites:
        return
    stappen = [
        nr
        for zin_nr in range(len(o.zinnen))
        for nr in o.starts(zin_nr)
        if o.is_(nr, "je_onderwerp")
        and o.is_(nr + 1, "gebod")
        and o.rij.grenzen[nr] == GEEN
        and not o.quoted(nr, nr + 1)
        and not o.mirrors(nr)
    ]
    if len(stappen) >= _STAPPEN and not all(nr + 1 in o.past for nr in stappen):
        yield from ((nr, nr + 2) for nr in stappen)


def _within(o: Ontleding, soort: str, zin: Zin) -> list[Stuk]:
    if soort not in o.vondst:
        return []
    return [(t.begin, t.einde) for t in o.found(soort) if zin.begin <= t.begin and t.einde <= zin.einde]


def _heads(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a word begins its sentence, or stands behind a comma in it."""
    return nr in (zin.begin, zin.kern) or (nr > zin.begin and o.rij.grenzen[nr - 1] != GEEN)


def _not_the_mentors(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence says the student's own words back, be it in part."""
    return any(zin.begin <= nr < zin.einde for nr in o.own_words) or o.mirrors(zin.kern)


def _past(o: Ontleding, zin: Zin) -> bool:
    return any(o.is_(nr, "verleden") or nr in o.past for nr in range(zin.begin, zin.einde))


def _bare_infinitive(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence has no subject and no finite verb, and says what to do: ``nooit zomaar weglopen``."""
    kern = zin.kern
    if not o.is_(kern, "raad_begin") or zin.einde - kern < 2:
        return False
    rest = range(kern + 1, zin.einde)
    if any(_finite(o, nr) or o.is_(nr, "mentor") or o.is_(nr, "bijzin") for nr in rest):
        return False
    return any(o.infinitive(nr) and not o.is_(nr, "raad_begin_niet") and not _noun(o, nr) for nr in rest)


def _noun(o: Ontleding, nr: int) -> bool:
    """Whether a word in the form of an infinitive is a thing or a time: ``voor vijven``, ``de formulieren``."""
    return o.rij.grenzen[nr - 1] == GEEN and (o.is_(nr - 1, "raad_voor_ding") or o.is_(nr - 1, "raad_lidwoord"))


def _finite(o: Ontleding, nr: int) -> bool:
    return (o.is_(nr, "pv") or o.is_(nr, "verleden") or nr in o.past) and not o.infinitive(nr)


def _order_of_things(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence without a verb lays down an order: ``eerst je diploma, dan de rest``."""
    woorden = range(zin.begin, zin.einde)
    return (
        zin.begin == zin.kern
        and not o.knows_student
        and any(o.is_(nr, "raad_eerst") for nr in woorden)
        and sum(o.is_(nr, "dan") and o.rij.grenzen[nr - 1] != GEEN for nr in woorden[1:]) == 1
        and not any(_finite(o, nr) or o.is_(nr, "mentor") for nr in woorden)
        and not o.vragen
        and not o.within("toetst", 0, len(o.rij))
    )


def _norm(o: Ontleding, zin: Zin) -> bool:
    """Whether anyone is the subject of a sentence in the present: ``een goede voorbereiding is het halve werk``."""
    kern = zin.kern
    meervoud = o.is_(kern, "onbepaald_mv")
    if not (meervoud or o.is_(kern, "onbepaald")) or zin.einde - kern < _ZIN or _past(o, zin):
        return False
    if any(o.is_(nr, "mentor") or o.is_(nr, "staat_toe") for nr in range(kern, zin.einde)):
        return False
    if o.taal == "en" and any(kern < begin < zin.einde for begin, _einde, _polariteit in o.gevoel):
        return False  # every beginner is scared: that fills in
    if meervoud:
        return o.is_(kern + 1, "nu_pv") or o.is_(kern + 1, "wijst_terug")
    if o.is_(kern + 1, "geen_norm") or o.is_(kern + 2, "geen_norm"):
        return False
    for nr in range(kern + 1, min(kern + _NORM_VER, zin.einde)):
        if o.rij.grenzen[nr - 1] != GEEN:
            return False
        if nr > kern + 1 and o.is_(nr, "nu_pv"):
            return True
    return False


def _timeless(o: Ontleding, zin: Zin) -> bool:
    """Whether all that is said is how the world is: in the present, of nobody here and no time or place of now.

    ``not turning up is not done``, ``plumbers make good money``.
    """
    kern = zin.kern
    if o.taal != "en" or o.invites or zin.vraagteken or zin.einde - kern < _ZIN or len(o.zinnen) > _WEINIG:
        return False
    woorden = range(kern, zin.einde)
    eigen = any(
        o.is_(nr, soort) for nr in woorden for soort in ("mentor", "staat_toe", "van_nu", "derde", "gespreksding")
    )
    if eigen or _past(o, zin) or o.quotes_within(zin) or _not_the_mentors(o, zin) or o.rij.piece(kern, kern + 1) == "I":
        return False
    if (
        (o.is_(kern, "onderwerp") and not o.is_(kern, "niemand"))
        or o.is_(kern, "niet_tijdloos")
        or o.is_(kern, "voorzetsel_vraag")
        or o.is_(kern, "pv")
    ):
        return False
    if any(
        soort in o.vondst
        for soort in (
            "leerling_beslist",
            "geen_advies",
            "mag_als",
            "dicht_toe",
            "dicht_toe_bijzin",
            "invullen",
            "invullen_zin",
            "eigenschap",
        )
    ):
        return False
    if any(zin.begin <= begin < zin.einde for begin, _einde, _polariteit in o.gevoel) or _names(o, zin):
        return False
    return any(o.is_(nr, "nu_pv") for nr in range(kern + 1, min(kern + _NORM_VER + 1, zin.einde - 1)))


def _names(o: Ontleding, zin: Zin) -> bool:
    """Whether a name or a number stands in a sentence: then it is about something there."""
    stukken = (o.rij.piece(nr, nr + 1) for nr in range(zin.kern + 1, zin.einde))
    return any(stuk[0].isdigit() or (stuk[0].isupper() and not stuk.isupper()) for stuk in stukken)


def _condition(o: Ontleding, zin: Zin) -> bool:
    """Whether what follows from a condition on the student is laid down: ``als je arts wilt worden, is ...``."""
    woorden = range(zin.begin, zin.einde)
    begin = next(
        (nr for nr in woorden if o.is_(nr, "raad_als") and o.is_(nr + 1, "je_onderwerp") and _heads(o, nr, zin)), None
    )
    if begin is None or _past(o, zin):
        return False
    return not any(o.is_(nr, "staat_toe") or o.is_(nr, "mentor") for nr in woorden)


def _in_the_present(o: Ontleding, zin: Zin) -> Iterator[Stuk]:
    """Yield what threatens, or says what one does: only where nothing of the past is told."""
    if not any(soort in o.vondst for soort in _TEGENWOORDIG):
        return
    if _past(o, zin) or any(zin.begin <= begin < zin.einde for begin, _einde, _polariteit in o.gevoel):
        return
    for soort in ("raad_dreigt", "raad_doe"):
        yield from (t for t in _within(o, soort, zin) if _heads(o, t[0], zin))
    toegedicht = _within(o, "dicht_toe", zin)
    for begin, einde in [] if toegedicht else _within(o, "raad_mogelijk", zin):
        if not any(o.is_(nr, "staat_toe") or o.is_(nr, "mentor") for nr in range(zin.begin, zin.einde)) and (
            (_heads(o, begin, zin) or not o.is_(begin, "je_onderwerp")) and not could_then(o, begin)
        ):
            yield begin, einde


def _nudges(o: Ontleding, zin_nr: int) -> Iterator[Stuk]:
    """Yield a question with ``niet`` in it about what could be done: ``kan je tante je niet helpen?``."""
    for vraag in o.vragen:
        if vraag.zin != zin_nr or vraag.vorm != "ja_nee" or not o.is_(vraag.begin, "raad_modaal"):
            continue
        woorden = range(vraag.begin + 1, _main_clause_end(o, vraag))
        if (
            any(o.is_(nr, "niet") and o.rij.grenzen[nr] == GEEN for nr in woorden)
            and any(o.is_(nr, "jij") for nr in woorden)
            and not any(o.is_(nr, "geen_voorstel") for nr in woorden)
        ):
            yield vraag.begin, vraag.einde


def could_then(o: Ontleding, nr: int) -> bool:
    """Whether ``you could`` is what was possible: a question about the past follows it."""
    return (
        o.taal == "en"
        and any(o.is_(n, "kon") for n in range(nr, nr + 2))
        and any(
            v.begin > nr and v.woord and any(o.is_(n, "verleden") for n in range(v.begin, v.einde)) for v in o.vragen
        )
    )


def _main_clause_end(o: Ontleding, vraag: Vraag) -> int:
    """Return where what is asked makes place for a clause in it: ``kun je uitleggen waarom je niet``."""
    return next(
        (nr for nr in range(vraag.begin + 1, vraag.einde) if o.is_(nr, "bijzin") or o.is_(nr, "vraagwoord")),
        vraag.einde,
    )


def _why_not(o: Ontleding, zin: Zin) -> Iterator[Stuk]:
    """Yield ``why not`` with a bare verb behind it: ``why not just walk in``."""
    for nr in range(zin.begin, zin.einde - 2):
        if not (o.is_(nr, "reden_vraagwoord") and o.is_(nr + 1, "niet")):
            continue
        doe = nr + 2
        while doe < zin.einde - 1 and o.is_(doe, "verzachter"):
            doe += 1
        kaal = o.is_(doe, "gebod") or (o.bare(doe) and o.is_(doe + 1, "voorwerp"))
        if kaal and all(o.rij.grenzen[n] == GEEN for n in range(nr, doe)):
            yield nr, doe + 1


def _own_example(o: Ontleding) -> Iterator[Stuk]:
    """Yield where the mentor puts forward what they, or someone they know, did."""
    if "raad_voorbeeld" not in o.vondst:
        return
    for t in sorted(o.found("raad_voorbeeld"), key=lambda t: t.einde - t.begin):
        zin = o.zinnen[o.sentence_of(t.begin)]
        if not zin.vraagteken and _heads(o, t.begin, zin) and not o.invites and _told(o, zin):
            yield t.begin, t.einde


def _told(o: Ontleding, zin: Zin) -> bool:
    """Whether a sentence tells of the past, or of what would have been."""
    return _past(o, zin) or any(o.is_(nr, "voltooid") or o.is_(nr, "verteltijd") for nr in range(zin.begin, zin.einde))
