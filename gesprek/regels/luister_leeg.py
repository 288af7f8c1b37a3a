"""Handelingsregel 8, luister-leeg: listen empty, from not knowing.

Kept: one short, open question or invitation. Broken by ``gesloten`` (a yes/no or either-or question that shuts or
steers the story) and by ``meervoudig`` (two or more different subjects, phases or experiences in one turn).
Not broken: checking a fact, asking permission, ``kun je vertellen``, the gentle closed questions of bijlage 2 (13, 20,
22), a choice between two of the student's own words; several short fact questions about one moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from gesprek.luisteren.woorden import GEEN
from gesprek.regels.onderwerpen import differ
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden, Opmerking
from gesprek.regels.vraagvorm import Vraag

_KORT_OORDEEL = 12
"""Most words of a yes/no question that is shut by one word of judgement in it."""
_KORT = 15
"""Most words of a turn that leaves room."""
_KLEIN = 2
"""Letters of words that are too small to be someone's own."""
_MEER = 2
"""Fewest questions that may be several."""
_BLOOT = 2
"""Words of a thing that is named without more: ``de sfeer``."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield questions that shut the story, and several at once."""
    yield from _closed(o)
    yield from _several(o)


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield a single short, open question or invitation."""
    if len(o.rij) > _KORT or o.vraagsoort != "open":
        return
    if o.vragen:
        yield o.keeps("luister-leeg", o.vragen[0].begin, o.vragen[0].einde)
    else:
        zin = next(zin for zin in o.zinnen if zin.nodigt_uit)
        yield o.keeps("luister-leeg", zin.kern, zin.einde)


def also_closed(o: Ontleding, andere: list[Opmerking]) -> Iterator[Opmerking]:
    """Yield questions that are closed by what else is found in them.

    Advice or digging that lays down what can be chosen, and a yes/no question in which something is filled in.
    """
    for vraag in o.vragen:
        codes = {a.code for a in andere if a.zeker and o.sentence_at(a.van) == vraag.zin}
        if vraag.vorm == "keuze" and codes & {"advies", "emotie_graven"}:
            yield o.remark("gesloten", vraag.begin, vraag.einde, zeker=not _between_own_words(o, vraag))
        elif vraag.vorm in ("ja_nee", "keuze") and any(
            a.code == "invullen" and a.zeker and o.rij.van[vraag.begin] <= a.van < o.rij.tot[vraag.einde - 1]
            for a in andere
        ):
            yield o.remark("gesloten", vraag.begin, vraag.einde)


# closed


def _closed(o: Ontleding) -> Iterator[Opmerking]:
    for vraag in o.vragen:
        if vraag.vorm not in ("ja_nee", "keuze"):
            continue
        if vraag.woord or _gentle(o, vraag):
            continue
        if _shuts(o, vraag) or _asks_no_fact(o, vraag):
            yield o.remark("gesloten", vraag.begin, vraag.einde)
        elif vraag.vorm == "keuze" or o.within("gesloten_twijfel", vraag.begin, vraag.einde):
            yield o.remark("gesloten", vraag.begin, vraag.einde, zeker=False)


def _gentle(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a closed form opens all the same: a check, a permission, ``kun je vertellen``, bijlage 2."""
    if o.within("niet_zacht", vraag.begin, vraag.einde):
        return False
    if any(vraag.begin <= t.begin < vraag.einde for t in o.vondst.get("zacht", ())):
        return True
    return vraag.vorm == "keuze" and _between_own_words(o, vraag)


def _between_own_words(o: Ontleding, vraag: Vraag) -> bool:
    """Whether the student may choose between words that were their own."""
    zin = o.zinnen[vraag.zin]
    of = next(
        (n for n in (*range(vraag.begin, zin.einde), *range(zin.begin, vraag.begin)) if o.is_(n, "keuzewoord")), None
    )
    if of is None:
        return False
    eigen = [
        nr
        for nr in range(zin.begin if of < vraag.begin else vraag.begin, zin.einde)
        if len(o.rij.vormen[nr]) > _KLEIN and o.own(nr, nr + 1)
    ]
    return any(nr < of for nr in eigen) and any(nr > of for nr in eigen)


def _asks_no_fact(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a single short yes/no question checks nothing that can be known: no time, place, name or number."""
    stuk = o.rij.piece(vraag.begin, vraag.einde)
    weegt = (o.is_(vraag.begin, "oordeel_pv") and not o.is_(vraag.begin + 1, "verwijst_sterk")) or any(
        o.is_(nr, "oordeelwoord_ver") for nr in range(vraag.begin, vraag.einde)
    )
    return (
        len(o.vragen) == 1
        and _BLOOT < vraag.einde - vraag.begin <= _KORT_OORDEEL
        and o.zinnen[vraag.zin].vraagteken
        and (
            weegt
            or vraag.vorm == "keuze"
            or any(o.is_(nr, "jij") or o.is_(nr, "van_jou") for nr in range(vraag.begin, vraag.einde))
        )
        and (weegt or not any(o.is_(nr, "feitelijk") for nr in range(vraag.begin, vraag.einde)))
        and not any(o.quoted(nr, nr + 1) for nr in range(o.zinnen[vraag.zin].begin, vraag.einde))
        and not any(letter.isdigit() for letter in stuk)
        and not any(woord[0].isupper() and woord not in ("I", "I'm") for woord in stuk.split()[1:])
    )


def _shuts(o: Ontleding, vraag: Vraag) -> bool:
    if any(vraag.begin <= begin < vraag.einde and not o.own(begin, einde) for begin, einde, _p in o.gevoel):
        return True
    if vraag.einde - vraag.begin <= _KORT_OORDEEL and any(
        o.is_(nr, "oordeelwoord") and not o.own(nr, nr + 1) for nr in range(vraag.begin, vraag.einde)
    ):
        return True
    return any(
        vraag.begin <= t.begin and t.einde <= vraag.einde
        for soort in ("sluit", "niet_zacht", "sluit_keuze")
        for t in o.vondst.get(soort, ())
        if soort != "sluit_keuze" or vraag.vorm == "keuze"
    )


# several at once


def _several(o: Ontleding) -> Iterator[Opmerking]:
    for t in o.found("opsomming"):
        nr = o.sentence_of(t.begin)
        if any(o.is_(n, "lijfwoord") for n in range(t.begin, min(t.einde + 1, len(o.rij)))):
            continue
        if o.zinnen[nr].nodigt_uit or any(v.zin == nr for v in o.vragen):
            yield o.remark("meervoudig", t.begin, t.einde)
    gevraagd = [*(v.begin for v in o.vragen), *(zin.kern for zin in o.zinnen if zin.nodigt_uit)]
    for t in o.found("sprong"):
        if any(begin < t.begin for begin in gevraagd) and o.asks(t.begin):
            yield o.remark("meervoudig", t.begin, o.zinnen[o.sentence_of(t.begin)].einde)
    yield from _also(o)
    yield from _listed(o)
    if o.has("hoe_waren", "en"):
        yield from _things_asked_of(o)
    if "hoe_staat_met" in o.vondst:
        yield from _invited_to_two(o)
    if len(gevraagd) < _MEER:
        return
    for een, ander in combinations(_pieces(o), 2):
        verschil = differ(o, een, ander)
        if verschil:
            yield o.remark("meervoudig", *ander, zeker=verschil == "zeker")


def _also(o: Ontleding) -> Iterator[Opmerking]:
    """Yield what is only named behind another question, with ``en`` before it: ``en die hackathon van vorige maand?``.

    One bare thing behind a full question may still belong to it: ``hoe was het? en de sfeer?``.
    """
    for eerste, vraag in pairwise(o.vragen):
        zin = o.zinnen[vraag.zin]
        if not _only_named(o, vraag) or not zin.begin < zin.kern:
            continue
        tegenpool = any(o.is_(nr, "tegenpool") for nr in range(vraag.begin, vraag.einde))
        bloot = (
            not tegenpool and vraag.einde - vraag.begin == _BLOOT and not o.within("terrein", vraag.begin, vraag.einde)
        )
        zeker = not bloot or _only_named(o, eerste)
        yield o.remark("meervoudig", vraag.begin, vraag.einde, zeker=zeker)


def _listed(o: Ontleding) -> Iterator[Opmerking]:
    """Yield several parts of life in one invitation: ``pak je stage, je bijbaan en de sportdag erbij``."""
    for nr, zin in enumerate(o.zinnen):
        if not zin.nodigt_uit or any(v.zin == nr for v in o.vragen) or o.is_(zin.kern, "legt_naast"):
            continue
        velden = [t for t in o.found("terrein") if zin.begin <= t.begin and t.einde <= zin.einde]
        for een, ander in pairwise(velden):
            tussen = range(een.einde, ander.begin)
            if (
                een.regel.waarde != ander.regel.waarde
                and any(o.is_(n, "opsomwoord") or o.rij.grenzen[n - 1] != GEEN for n in tussen)
                and not any(o.is_(n, "pv") or o.is_(n, "bijzin") for n in tussen)
            ):
                yield o.remark("meervoudig", een.begin, ander.einde)


def _things_asked_of(o: Ontleding) -> Iterator[Opmerking]:
    """Yield three things or more that one question asks of: ``how were prom, the finals and your first week?``."""
    for vraag in o.vragen:
        if not (vraag.woord and o.is_(vraag.begin, "hoe_waren") and o.is_(vraag.begin + 1, "pv")):
            continue
        woorden = range(vraag.begin + 2, vraag.einde - 1)
        eerste = next((nr for nr in woorden if o.rij.grenzen[nr] != GEEN), None)
        if eerste is None or o.is_(eerste, "onderwerp") or not o.is_(eerste + 1, "bepaler"):
            continue
        if any(o.is_(nr, "voorzetsel_vraag") for nr in range(vraag.begin + 2, eerste)):
            continue  # how was it between you, the boss and the others
        laatste = next((nr for nr in woorden if nr > eerste and o.is_(nr, "en") and o.is_(nr + 1, "bepaler")), None)
        if laatste is not None and not any(
            o.is_(nr, soort) for nr in range(vraag.begin + 2, laatste) for soort in ("pv", "bijzin", "vraagwoord")
        ):
            yield o.remark("meervoudig", vraag.begin, vraag.einde)


def _invited_to_two(o: Ontleding) -> Iterator[Opmerking]:
    """Yield an invitation to tell of two things: ``tell me how you got on there and what's going on with maths``."""
    for zin in o.zinnen:
        if not zin.nodigt_uit:
            continue
        vraagwoorden = [n for n in range(zin.kern + 1, zin.einde - 1) if o.is_(n, "vraagwoord")]
        for een, ander in pairwise(vraagwoorden):
            if o.is_(ander - 1, "en") and ander - een > _BLOOT and o.within("hoe_staat_met", ander, zin.einde):
                yield o.remark("meervoudig", ander, zin.einde)


def _only_named(o: Ontleding, vraag: Vraag) -> bool:
    """Whether a question is no more than a thing with a question mark, that the student need not have told of."""
    return vraag.vorm == "bewering" and o.is_(vraag.begin, "bepaler") and vraag.einde - vraag.begin >= _BLOOT


def _pieces(o: Ontleding) -> list[tuple[int, int]]:
    """Return what is asked or invited to, a piece each."""
    stukken = [
        (v.begin, v.einde)
        for v in o.vragen
        if v.vorm != "brokje"
        and v.einde - v.begin > 2
        and not o.within("toetst", v.begin, v.einde)
        and not (v.vorm in ("ja_nee", "keuze") and _gentle(o, v))
    ]
    for nr, zin in enumerate(o.zinnen):
        if zin.nodigt_uit and not any(v.zin == nr for v in o.vragen) and zin.einde - zin.kern > 2:
            stukken.append((zin.kern, zin.einde))
    return sorted(stukken)
