"""Make the report on a written-out conversation. Pure: the same file gives the same report."""

from __future__ import annotations

from collections.abc import Iterable

from gesprek.luisteren.woorden import words
from gesprek.model import Taal
from gesprek.regels.anders import alternative_for
from gesprek.regels.oordeel import CODES, Regelnaam
from gesprek.regels.verslag import (
    ONDERDELEN,
    Bewijs,
    Fasebegin,
    Nadruk,
    Regelverslag,
    Tijdregel,
    Verhaaldeel,
    Verslag,
    Wat,
    tien,
)
from gesprek.regels.verslag.gevoelswoorden import feeling_words
from gesprek.regels.verslag.lezing import Lezing
from gesprek.regels.verslag.uitgeschreven import Uitgeschreven
from gesprek.regels.verslag.vraagt import FASEN
from gesprek.weergave import fill

_GEWICHT: dict[Regelnaam, int] = {
    "nivea": 6,
    "met-niet-tegen": 6,
    "geen-waarom": 5,
    "waardeer-emotie": 4,
    "luister-leeg": 3,
    "recente-ervaring": 3,
    "kernwoord": 3,
    "verbreed": 2,
    "verdiep": 2,
    "emotiewoorden": 2,
}
"""How much a break counts when one rule to practise is chosen; the weightiest stands first."""
_ZELDZAAM: tuple[Regelnaam, ...] = (
    "kernwoord",
    "emotiewoorden",
    "waardeer-emotie",
    "verbreed",
    "nivea",
    "verdiep",
    "recente-ervaring",
    "met-niet-tegen",
    "luister-leeg",
    "geen-waarom",
)
"""Which strength says most when two rules were kept as well as each other."""
_GENOEG = 4
"""Kept more often than this, a rule is no stronger for it: there is more to ask shortly than to compare."""
_WEGGELATEN: frozenset[Wat] = frozenset(
    {
        "gemist",
        "vervangen",
        "geen_uitnodiging",
        "kruisverhoor",
        "te_vroeg_reflecteren",
        "niet_verbreed",
        "woord_niet_gevraagd",
    }
)
_GEWOON: dict[Regelnaam, int] = {"luister-leeg": 5, "verdiep": 3, "met-niet-tegen": 3}
"""Rules that any question may keep: so many of them count as one."""


def _words(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


_KLEINE_WOORDEN: dict[Taal, frozenset[str]] = {
    "nl": _words("de het een ik je en dat wat niet was ook maar toen hoe heb van op zo er nog dan"),
    "en": _words("the a i you and that what not was also but then how have of on so there it my"),
}


def build(gesprek: Uitgeschreven, taal: Taal) -> Verslag:
    """Make the report.

    :param taal: the language that is heard in it, unless the file itself names one.
    """
    taal = gesprek.taal or taal
    lezing = Lezing(gesprek, taal)
    gevoelswoorden = feeling_words(lezing)
    reeksen = tien.feeling_runs(lezing)
    kern = tien.core_word(lezing)
    een_tot_zeven = (
        tien.with_not_at(lezing),
        tien.recent_experience(lezing),
        tien.watch_feelings(lezing, gevoelswoorden),
        tien.value_not_dig(lezing, reeksen),
        tien.what_exactly(lezing),
        tien.broaden(lezing),
        tien.core_word_rule(lezing, kern),
    )
    verbeterd = tien.corrections(lezing)
    negen_en_tien = (tien.no_why(lezing), tien.fill_nothing_in(lezing, verbeterd))
    regels = (
        *een_tot_zeven,
        tien.listen_empty(lezing, _at_fault((*een_tot_zeven, *negen_en_tien))),
        *negen_en_tien,
    )
    return Verslag(
        gesprek,
        taal,
        regels,
        lezing.spreektijd,
        sum(lezing.asks_something(b.nr) for b in lezing.mentor),
        tuple(Fasebegin(fase, lezing.begins[fase]) for fase in FASEN),
        tuple(Verhaaldeel(o, lezing.known.get(o)) for o in ONDERDELEN),
        gevoelswoorden,
        reeksen,
        kern,
        tuple(b.beurt for b in verbeterd),
        tuple(_timeline(lezing, regels)),
        _strength(lezing, regels),
        _practice(lezing, regels),
        lezing.zorg,
        lezing.navraag,
        _looks_like(gesprek, taal),
    )


def _timeline(lezing: Lezing, regels: Iterable[Regelverslag]) -> Iterable[Tijdregel]:
    regels = list(regels)
    for beurt in lezing.gesprek.beurten:
        if beurt.kant != "mentor":
            continue
        if beurt.nr in lezing.rust:
            yield Tijdregel(beurt.nr, lezing.phase_at(beurt.nr), "geen", (), rust=True)
            continue

        def with_mark(soort: str, nr: int = beurt.nr) -> tuple[Regelnaam, ...]:
            return tuple(r.regel for r in regels if any(b.beurt == nr for b in getattr(r, soort)))

        yield Tijdregel(
            beurt.nr,
            lezing.phase_at(beurt.nr),
            lezing.oordelen[beurt.nr].vraagsoort,
            tuple(dict.fromkeys(o for o, _plaats in lezing.gevraagd[beurt.nr].onderwerpen)),
            with_mark("gehouden"),
            with_mark("gebroken"),
            with_mark("twijfel"),
        )


def _at_fault(regels: Iterable[Regelverslag]) -> frozenset[int]:
    """Return the turns that break a rule by what they say, not by what was left out before them."""
    return frozenset(b.beurt for r in regels for b in (*r.gebroken, *r.twijfel) if b.wat not in _WEGGELATEN)


# one strength, one rule to practise


def _strength(lezing: Lezing, regels: Iterable[Regelverslag]) -> Nadruk | None:
    """Return the rule that was kept best, with its best quote."""

    fout = _at_fault(regels)
    schoon = {r.regel: [b for b in r.gehouden if b.beurt not in fout] for r in regels}

    def best(regel: Regelverslag) -> tuple[float, int]:
        keren = len(schoon[regel.regel]) // _GEWOON.get(regel.regel, 1)
        gehouden = min(keren, _GENOEG)
        return gehouden / (gehouden + 2 * len(regel.gebroken) + 1), -_ZELDZAAM.index(regel.regel)

    kan = [r for r in regels if schoon[r.regel]]
    if not kan:
        return None
    kan = [r for r in kan if len(schoon[r.regel]) >= len(r.gebroken)] or kan
    regel = max(kan, key=best)

    def telling(bewijs: Bewijs) -> tuple[bool, bool, bool, int]:
        lengte = len(lezing.rijen[bewijs.beurt])
        return bewijs.wat == "woord_vooruit", bewijs.wat != "gehouden", 4 <= lengte <= tien.LANG, min(lengte, 12)

    return Nadruk(regel.regel, max(schoon[regel.regel], key=telling))


def _practice(lezing: Lezing, regels: Iterable[Regelverslag]) -> Nadruk | None:
    """Return the weightiest rule that was broken most, with a quote and another way to say it."""
    kan = [r for r in regels if r.gebroken]
    if not kan:
        return None
    zwaarste = list(_GEWICHT)
    regel = max(kan, key=lambda r: (len(r.gebroken) * _GEWICHT[r.regel], -zwaarste.index(r.regel)))
    keuzes = [(b, _alternative(lezing, b)) for b in regel.gebroken]

    def tells(keuze: tuple[Bewijs, str]) -> tuple[bool, int, int]:
        gehoord = lezing.gehoord.get(keuze[0].beurt)
        return bool(keuze[1]), gehoord.concreet if gehoord else 0, -keuze[0].beurt

    bewijs, probeer = max(keuzes, key=tells)
    return Nadruk(regel.regel, bewijs, probeer)


def _alternative(lezing: Lezing, bewijs: Bewijs) -> str:
    """Return another way to say what breaks a rule; a question of the bank where nothing was said."""
    beurt = lezing.gesprek.beurten[bewijs.beurt - 1]
    if bewijs.wat in CODES:
        opmerkingen = lezing.oordelen[beurt.nr].opmerkingen
        een = next(o for o in opmerkingen if (o.code, o.van, o.tot) == (bewijs.wat, bewijs.van, bewijs.tot))
        return alternative_for(een, beurt.tekst, lezing.taal, lezing.earlier(beurt.nr))
    from vragen import load_bank
    from vragen.regels import load_regels

    match bewijs.wat:
        case "gemist" | "vervangen":
            sjabloon = load_regels().schending("invullen").probeer[0].in_taal(lezing.taal)
            return fill(sjabloon, {"woord": beurt.tekst[bewijs.van : bewijs.tot]}.get)
        case "gevoel_op_rij":
            return load_regels().schending("emotie_graven").probeer[-1].in_taal(lezing.taal)
        case "geen_uitnodiging" | "te_vroeg_vooruit" | "te_vroeg_cijfers":
            return load_bank().find("bijlage2.1").tekst.in_taal(lezing.taal)
        case "niet_verbreed":
            return load_bank().find("bijlage2.20").delen[1].tekst.in_taal(lezing.taal)
        case "woord_gegeven" | "woord_niet_gevraagd":
            return load_bank().find("bijlage2.21").tekst.in_taal(lezing.taal)
        case "woord_losgelaten":
            vraag = load_bank().find("bijlage2.24")
            zin = next((t.in_taal(lezing.taal) for t in vraag.inleiding if t.fields == {"kernwoord"}), "")
            inleiding = fill(zin, {"kernwoord": bewijs.woord}.get)
            return f"{inleiding} {vraag.tekst.in_taal(lezing.taal)}".strip()
    return ""


def _looks_like(gesprek: Uitgeschreven, taal: Taal) -> Taal | None:
    """Return the other language when the small words are clearly of that one."""
    tel = dict.fromkeys(_KLEINE_WOORDEN, 0)
    for beurt in gesprek.beurten[:200]:
        for vorm in words(beurt.tekst, 400).vormen:
            for kandidaat, kleine in _KLEINE_WOORDEN.items():
                tel[kandidaat] += vorm in kleine
    ander: Taal = "en" if taal == "nl" else "nl"
    return ander if tel[ander] > 20 and tel[ander] > 3 * tel[taal] else None
