"""The ten rules over a whole conversation: per rule one function, which says where it was kept and broken.

What one utterance breaks or keeps is said by ``toets``. Added here is what only shows over several turns: a feeling
word that nobody said back, questions about feeling in a row, a kernwoord that was let go.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import cast

from gesprek.luisteren.draad import content_words
from gesprek.luisteren.lemma import lemma
from gesprek.luisteren.woorden import words
from gesprek.regels.oordeel import Opmerking, Regelnaam
from gesprek.regels.verslag import (
    ONDERDELEN,
    Bewijs,
    Gevoelswoord,
    Kernwoord,
    Regelverslag,
    Wat,
)
from gesprek.regels.verslag.gevoelswoorden import BINNEN
from gesprek.regels.verslag.lezing import Lezing
from gesprek.regels.verslag.uitgeschreven import Gespreksbeurt
from gesprek.regels.verslag.vraagt import FASE_VAN, FEITEN, Onderwerp, corrects

LANG = 25
"""More words than this without a question is a stretch."""
_BEGIN = 3
"""Turns of the mentor within which the invitation should come."""
_VERHOOR = 3
"""More questions about facts in a row than this, without a mirror, is an interrogation."""
_GENOEG = 5
"""Parts of the small story that should be known before reflecting."""
_KORT = 15
"""Words of a question that leaves room."""
_KERN = 3
"""Words of an answer that is itself the kernwoord."""


_ZIN = re.compile(r"[^.!?…\n]*[.!?…\n]*")


def _place(beurt: Gespreksbeurt, wat: Wat, plaats: tuple[int, int] | None = None, woord: str = "") -> Bewijs:
    van, tot = plaats or (0, len(beurt.tekst))
    return Bewijs(beurt.nr, van, tot, wat, woord)


def _sentence(beurt: Gespreksbeurt, wat: Wat, plaats: tuple[int, int] | None, woord: str = "") -> Bewijs:
    """Return the sentence around a place as what shows something."""
    if plaats is None:
        return _place(beurt, wat, woord=woord)
    stukken = [t.span() for t in _ZIN.finditer(beurt.tekst) if t.end() > plaats[0] and t.start() < plaats[1]]
    van, tot = stukken[0][0], stukken[-1][1]
    stuk = beurt.tekst[van:tot]
    return Bewijs(beurt.nr, van + len(stuk) - len(stuk.lstrip()), tot - (len(stuk) - len(stuk.rstrip())), wat, woord)


def _broken(lezing: Lezing, regel: Regelnaam) -> list[Bewijs]:
    """Return what utterances themselves break of a rule."""
    return [_remark(b, o) for b in lezing.mentor for o in lezing.oordelen[b.nr].opmerkingen if o.regel == regel]


def _doubted(lezing: Lezing, regel: Regelnaam) -> list[Bewijs]:
    return [_remark(b, o) for b in lezing.mentor for o in lezing.oordelen[b.nr].twijfel if o.regel == regel]


def _remark(beurt: Gespreksbeurt, opmerking: Opmerking) -> Bewijs:
    return Bewijs(beurt.nr, opmerking.van, opmerking.tot, opmerking.code)


def _kept(
    lezing: Lezing, regel: Regelnaam, eigen: Iterable[Bewijs] = (), zonder: Collection[int] = ()
) -> tuple[Bewijs, ...]:
    """Return where a rule was kept: what was seen over several turns, and what utterances themselves show.

    A turn that clearly breaks another rule is no example of this one: ``Waarom liep je weg?`` is short and open.

    :param zonder: turns that are no example either.
    """
    per_beurt: dict[int, Bewijs] = {}
    for bewijs in eigen:
        per_beurt.setdefault(bewijs.beurt, bewijs)
    for beurt in lezing.mentor:
        if lezing.oordelen[beurt.nr].opmerkingen or beurt.nr in zonder:
            continue
        for gehouden in lezing.oordelen[beurt.nr].gehouden:
            if gehouden.regel == regel:
                per_beurt.setdefault(beurt.nr, Bewijs(beurt.nr, gehouden.van, gehouden.tot, "gehouden"))
    return tuple(per_beurt[nr] for nr in sorted(per_beurt))


def _in_order(bewijzen: Iterable[Bewijs]) -> tuple[Bewijs, ...]:
    return tuple(sorted(dict.fromkeys(bewijzen), key=lambda b: (b.beurt, b.van)))


# 1


def with_not_at(lezing: Lezing) -> Regelverslag:
    """Rule 1: talk with, not at."""
    regel: Regelnaam = "met-niet-tegen"
    gebroken = _broken(lezing, regel)
    twijfel = _doubted(lezing, regel)
    genoemd = {b.beurt for b in (*gebroken, *twijfel)}
    for beurt in lezing.mentor:
        lengte = len(lezing.rijen[beurt.nr])
        if lengte > LANG and not lezing.asks_something(beurt.nr) and beurt.nr not in genoemd:
            twijfel.append(_place(beurt, "lang"))
    return Regelverslag(
        regel,
        _kept(lezing, regel),
        _in_order(gebroken),
        _in_order(twijfel),
        vrij=_enough(lezing) and not gebroken and not twijfel,
    )


def _enough(lezing: Lezing) -> bool:
    """Whether a rule that only forbids can be said to have been kept: the mentor asked a few things."""
    return sum(lezing.asks_something(b.nr) for b in lezing.mentor) >= _BEGIN


# 2


def recent_experience(lezing: Lezing) -> Regelverslag:
    """Rule 2: an invitation to one moment at the start, and nothing about later before there is a story."""
    regel: Regelnaam = "recente-ervaring"
    begin = lezing.mentor[:_BEGIN]
    gehouden = [
        _sentence(b, "uitnodiging", lezing.gevraagd[b.nr].where("moment"))
        for b in begin
        if "moment" in lezing.gevraagd[b.nr].over
    ]
    gehouden_heel = tuple(b for b in _kept(lezing, regel, gehouden) if begin and b.beurt <= begin[-1].nr)
    gebroken = _broken(lezing, regel)
    for beurt in lezing.mentor:
        if lezing.story is not None and lezing.story < beurt.nr:
            break
        gevraagd = lezing.gevraagd[beurt.nr]
        vooruit = next((p for o, p in gevraagd.onderwerpen if FASE_VAN[o] == "vooruitkijken"), None)
        if vooruit is not None:
            gebroken.append(_sentence(beurt, "te_vroeg_vooruit", vooruit))
        gebroken += [_sentence(beurt, "te_vroeg_cijfers", plaats) for plaats in gevraagd.cijfers]
    if not gebroken and not gehouden_heel and len(lezing.mentor) > _BEGIN and lezing.story is None:
        gebroken.append(_place(begin[0], "geen_uitnodiging"))
    return Regelverslag(regel, gehouden_heel, _in_order(gebroken), _in_order(_doubted(lezing, regel)))


# 3


def watch_feelings(lezing: Lezing, gevoelswoorden: tuple[Gevoelswoord, ...]) -> Regelverslag:
    """Rule 3: a feeling word is said back."""
    regel: Regelnaam = "emotiewoorden"
    gehouden: list[Bewijs] = []
    gebroken = _broken(lezing, regel)
    for g in gevoelswoorden:
        beurten = lezing.gesprek.beurten
        if g.afloop == "opgepakt" and g.door is not None:
            plaats = lezing.find_words(g.door, words(g.woord).vormen)
            gehouden.append(_place(beurten[g.door - 1], "opgepakt", plaats, g.woord))
        elif g.afloop in ("gemist", "vervangen"):
            # words of one turn are one chance; the last of them mostly says most
            gebroken = [b for b in gebroken if b.beurt != g.beurt]
            gebroken.append(Bewijs(g.beurt, g.van, g.tot, cast("Wat", g.afloop), g.nieuw or g.woord))
    return Regelverslag(regel, _kept(lezing, regel, gehouden), _in_order(gebroken), _in_order(_doubted(lezing, regel)))


# 4


def feeling_runs(lezing: Lezing) -> tuple[tuple[int, ...], ...]:
    """Return the turns of the mentor that ask about the feeling two or more times in a row."""
    reeksen: list[list[int]] = [[]]
    for beurt in lezing.mentor:
        graaft = "emotie_graven" in lezing.oordelen[beurt.nr].schendt
        if "gevoel" in lezing.gevraagd[beurt.nr].over or graaft:
            reeksen[-1].append(beurt.nr)
        elif reeksen[-1]:
            reeksen.append([])
    return tuple(tuple(reeks) for reeks in reeksen if len(reeks) > 1)


def value_not_dig(lezing: Lezing, reeksen: tuple[tuple[int, ...], ...]) -> Regelverslag:
    """Rule 4: a feeling is acknowledged, and then the event is asked about."""
    regel: Regelnaam = "waardeer-emotie"
    gehouden = [_place(b, "teruggegaan") for b in lezing.mentor if _acknowledges_and_returns(lezing, b)]
    gebroken = _broken(lezing, regel)
    genoemd = {b.beurt for b in gebroken}
    for reeks in reeksen:
        for nr in reeks[1:]:
            if nr not in genoemd:
                beurt = lezing.gesprek.beurten[nr - 1]
                gebroken.append(_sentence(beurt, "gevoel_op_rij", lezing.gevraagd[nr].where("gevoel")))
    return Regelverslag(regel, _kept(lezing, regel, gehouden), _in_order(gebroken), _in_order(_doubted(lezing, regel)))


def _acknowledges_and_returns(lezing: Lezing, beurt: Gespreksbeurt) -> bool:
    vorige = lezing.before(beurt.nr)
    if vorige is None or lezing.answer_to(vorige.nr) == beurt:
        return False
    emoties = [e for e in lezing.gehoord[vorige.nr].emoties if not e.van_ander]
    gevraagd = lezing.gevraagd[beurt.nr]
    erkent = bool(gevraagd.dank) or any(lezing.find_words(beurt.nr, words(e.woord).vormen) for e in emoties)
    return bool(emoties) and erkent and bool(FEITEN & gevraagd.over) and "gevoel" not in gevraagd.over


# 5


def what_exactly(lezing: Lezing) -> Regelverslag:
    """Rule 5: what happened is asked for, before anything else, and without an interrogation."""
    regel: Regelnaam = "verdiep"
    gehouden: list[Bewijs] = []
    gebroken = _broken(lezing, regel)
    twijfel = _doubted(lezing, regel)
    rij: list[int] = []
    for beurt in lezing.mentor:
        feiten = [plaats for o, plaats in lezing.gevraagd[beurt.nr].onderwerpen if o in FEITEN]
        if not feiten:
            rij = []
            continue
        if not lezing.oordelen[beurt.nr].opmerkingen:
            gehouden.append(_sentence(beurt, "feitvraag", (feiten[0][0], feiten[-1][1])))
        rij = [] if lezing.mirrors(beurt.nr) or lezing.gevraagd[beurt.nr].dank else [*rij, beurt.nr]
        if len(rij) == _VERHOOR + 1:
            gebroken.append(_place(beurt, "kruisverhoor"))
    begin = lezing.begins["reflecteren"]
    if begin is not None and len(known_before(lezing, begin)) < _GENOEG:
        twijfel.append(_place(lezing.gesprek.beurten[begin - 1], "te_vroeg_reflecteren"))
    return Regelverslag(regel, _kept(lezing, regel, gehouden), _in_order(gebroken), _in_order(twijfel))


def known_before(lezing: Lezing, nr: int) -> list[str]:
    """Return the parts of the small story that were known before a turn."""
    return [o for o in ONDERDELEN if lezing.known.get(o, nr) < nr]


# 6


def broaden(lezing: Lezing) -> Regelverslag:
    """Rule 6: a second story is asked for, elsewhere and earlier, and the student compares."""
    regel: Regelnaam = "verbreed"
    soorten: tuple[Onderwerp, ...] = ("elders", "eerder", "vergelijk")
    gehouden = [
        _sentence(beurt, cast("Wat", onderwerp), plaats)
        for beurt in lezing.mentor
        for onderwerp, plaats in lezing.gevraagd[beurt.nr].onderwerpen
        if onderwerp in soorten and lezing.story is not None and lezing.story < beurt.nr
    ]
    gebroken = _broken(lezing, regel)
    vooruit = lezing.ahead
    if vooruit is not None and not any(b.wat in ("elders", "eerder") and b.beurt <= vooruit for b in gehouden):
        gebroken.append(_place(lezing.gesprek.beurten[vooruit - 1], "niet_verbreed"))
    return Regelverslag(regel, _kept(lezing, regel, gehouden), _in_order(gebroken), _in_order(_doubted(lezing, regel)))


# 7


def core_word(lezing: Lezing) -> Kernwoord:
    """Return what happened with the student's word for it all."""
    vragen = [b.nr for b in lezing.mentor if "kernwoord" in lezing.gevraagd[b.nr].over]
    if not vragen:
        return Kernwoord()
    # asked for a quality first and for the word of it all later: the last one counts
    gegeven = ((vraag, *_core_answer(lezing, vraag)) for vraag in reversed(vragen))
    vraag, antwoord, woord = next((g for g in gegeven if g[2]), (vragen[0], None, ""))
    if antwoord is None:
        return Kernwoord(vraag)
    vormen = words(woord).vormen
    plekken = sorted([b.nr for b in (*lezing.leerling, *lezing.mentor) if lezing.find_words(b.nr, vormen)])
    van_leerling = bool(plekken) and lezing.gesprek.beurten[plekken[0] - 1].kant == "leerling"
    vooruit = next(
        (
            b.nr
            for b in lezing.mentor
            if b.nr > antwoord
            and lezing.asks_something(b.nr)
            and _looks_ahead(lezing, b.nr)
            and _more_than_echo(lezing, b, vormen)
        ),
        None,
    )
    return Kernwoord(vraag, woord, plekken[0] if plekken else None, van_leerling, vooruit)


def _more_than_echo(lezing: Lezing, beurt: Gespreksbeurt, vormen: list[str]) -> bool:
    """Whether a word stands in a sentence of its own weight, and is not only said back: ``Rust? En welke studie?``."""
    plaats = lezing.find_words(beurt.nr, vormen)
    if plaats is None:
        return False
    zin = _sentence(beurt, "woord_vooruit", plaats)
    return len(words(beurt.tekst[zin.van : zin.tot])) >= len(vormen) + 2


def _looks_ahead(lezing: Lezing, nr: int) -> bool:
    over = {FASE_VAN[o] for o in lezing.gevraagd[nr].over}
    return not over.isdisjoint(("vooruitkijken", "activeren")) or lezing.phase_at(nr) in ("vooruitkijken", "activeren")


def _core_answer(lezing: Lezing, vraag: int) -> tuple[int | None, str]:
    """Return the turn in which the student gives the word, and the word; empty when it cannot be told."""
    for beurt in [b for b in lezing.leerling if b.nr > vraag][:3]:
        if lezing.gehoord[beurt.nr].soort != "ervaring":
            continue
        tekst = beurt.tekst.strip(" \t\n.,;:!?…‘’“”\"'")
        if 0 < len(words(tekst)) <= _KERN:
            return beurt.nr, tekst
        gezegd = {p.grondvorm: p.woord for p in content_words([(beurt.nr, beurt.tekst)], lezing.taal)}
        for mentor in lezing.mentor_after(beurt.nr, 1):
            for plaats, vormen in lezing.quotes(mentor.nr):
                if lezing.find_words(beurt.nr, vormen):
                    return beurt.nr, mentor.tekst[slice(*plaats)]
            herhaald = [gezegd[g] for v in lezing.rijen[mentor.nr].vormen if (g := lemma(v, lezing.taal)) in gezegd]
            if herhaald:
                return beurt.nr, herhaald[0]
        return beurt.nr, ""
    return None, ""


def core_word_rule(lezing: Lezing, kern: Kernwoord) -> Regelverslag:
    """Rule 7: the word comes from the student, and the future is looked at through it."""
    regel: Regelnaam = "kernwoord"
    beurten = lezing.gesprek.beurten
    gehouden: list[Bewijs] = []
    gebroken = _broken(lezing, regel)
    for beurt in lezing.mentor:
        gevraagd = lezing.gevraagd[beurt.nr]
        gebroken += [_sentence(beurt, "woord_gegeven", plaats) for plaats in gevraagd.geeft]
        if "kernwoord" in gevraagd.over and not gevraagd.geeft:
            gehouden.append(_sentence(beurt, "woord_gevraagd", gevraagd.where("kernwoord")))
    if kern.woord and kern.van_leerling and kern.gevraagd is not None:
        vormen = words(kern.woord).vormen
        gezegd = next((b.nr for b in lezing.leerling if b.nr > kern.gevraagd), kern.gevraagd)
        gehouden += [
            _place(beurt, "woord_teruggezegd", plaats, kern.woord)
            for beurt in lezing.mentor_after(gezegd, BINNEN)
            if beurt.nr != kern.vooruit and (plaats := lezing.find_words(beurt.nr, vormen))
        ]
    if kern.vooruit is not None:
        gehouden = [b for b in gehouden if b.beurt != kern.vooruit]
        gehouden.append(_place(beurten[kern.vooruit - 1], "woord_vooruit", woord=kern.woord))
    elif kern.woord and (weg := _next_ahead(lezing, kern)) is not None:
        gebroken.append(_place(beurten[weg - 1], "woord_losgelaten", woord=kern.woord))
    if kern.gevraagd is None and lezing.ahead is not None and not gebroken:
        gebroken.append(_place(beurten[lezing.ahead - 1], "woord_niet_gevraagd"))
    return Regelverslag(regel, _kept(lezing, regel, gehouden), _in_order(gebroken), _in_order(_doubted(lezing, regel)))


def _next_ahead(lezing: Lezing, kern: Kernwoord) -> int | None:
    """Return the first turn that looks ahead after the word was given, when there is one."""
    na = kern.gevraagd or 0
    return next(
        (
            b.nr
            for b in lezing.mentor
            if b.nr > na and any(FASE_VAN[o] in ("vooruitkijken", "activeren") for o in lezing.gevraagd[b.nr].over)
        ),
        None,
    )


# 8


def listen_empty(lezing: Lezing, gebroken: frozenset[int]) -> Regelverslag:
    """Rule 8: short, open, one at a time, and without knowing already.

    :param gebroken: turns that break another rule; such a question leaves no room, however short.
    """
    regel: Regelnaam = "luister-leeg"
    gehouden = []
    twijfel = _doubted(lezing, regel)
    for beurt in lezing.mentor:
        oordeel = lezing.oordelen[beurt.nr]
        schoon = not oordeel.opmerkingen and not oordeel.twijfel and beurt.nr not in gebroken
        if oordeel.vraagsoort == "open" and schoon and len(lezing.rijen[beurt.nr]) <= _KORT:
            gehouden.append(_place(beurt, "kort_open"))
        twijfel += [_sentence(beurt, cast("Wat", soort), plaats) for soort, plaats in lezing.gevraagd[beurt.nr].weet]
    return Regelverslag(
        regel, _kept(lezing, regel, gehouden, gebroken), _in_order(_broken(lezing, regel)), _in_order(twijfel)
    )


# 9


def no_why(lezing: Lezing) -> Regelverslag:
    """Rule 9: nobody is asked why."""
    regel: Regelnaam = "geen-waarom"
    gebroken, twijfel = _broken(lezing, regel), _doubted(lezing, regel)
    return Regelverslag(
        regel,
        _kept(lezing, regel),
        _in_order(gebroken),
        _in_order(twijfel),
        vrij=_enough(lezing) and not gebroken and not twijfel,
    )


# 10


def corrections(lezing: Lezing) -> tuple[Bewijs, ...]:
    """Return where the student begins with saying that it was otherwise than the mentor said."""
    gevonden = []
    for vorige, beurt in pairwise(b for b in lezing.gesprek.beurten if b.kant != "ander"):
        if vorige.nr not in lezing.oordelen or beurt.nr not in lezing.gehoord:
            continue
        plaats = corrects(beurt.tekst, lezing.taal)
        if plaats is None:
            continue
        if "invullen" in lezing.oordelen[vorige.nr].schendt or (
            lezing.oordelen[vorige.nr].vraagsoort in ("geen", "gesloten") and _shared(lezing, vorige, beurt)
        ):
            gevonden.append(_place(beurt, "verbeterd", plaats))
    return tuple(gevonden)


def fill_nothing_in(lezing: Lezing, verbeterd: tuple[Bewijs, ...]) -> Regelverslag:
    """Rule 10: nothing is filled in. That the student says it was otherwise, shows that something may have been."""
    regel: Regelnaam = "nivea"
    gehouden = [
        _place(b, "gehouden", next(lezing.quotes(b.nr))[0])
        for b in lezing.mentor
        if any(True for _citaat in lezing.quotes(b.nr)) and not lezing.oordelen[b.nr].opmerkingen
    ]
    gebroken, twijfel = _broken(lezing, regel), _doubted(lezing, regel)
    ingevuld = {b.beurt for b in (*gebroken, *twijfel)}
    twijfel += [b for b in verbeterd if max(n for n in lezing.oordelen if n < b.beurt) not in ingevuld]
    return Regelverslag(
        regel,
        _kept(lezing, regel, gehouden),
        _in_order(gebroken),
        _in_order(twijfel),
        vrij=_enough(lezing) and not gebroken and not twijfel,
    )


def _shared(lezing: Lezing, mentor: Gespreksbeurt, leerling: Gespreksbeurt) -> bool:
    """Whether a student who says no speaks of what the mentor said."""
    vormen = {p.grondvorm for p in content_words([(0, mentor.tekst)], lezing.taal)}
    return any(p.grondvorm in vormen for p in content_words([(0, leerling.tekst)], lezing.taal))
