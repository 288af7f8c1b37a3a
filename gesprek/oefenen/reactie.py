"""What the student says to an utterance: a pure function of student, state, utterance and seed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gesprek.model import Taal
from gesprek.oefenen.fragmenten import DECOR, about, ask, can_be_told, comes_next
from gesprek.oefenen.gevoelens import come_back, hear
from gesprek.oefenen.keuze import Kiezer
from gesprek.oefenen.leerlingen import Fragment, Leerling
from gesprek.oefenen.leerlingen.soorten import Reactiesoort, Slot
from gesprek.oefenen.toestand import Gevoel, Toestand
from gesprek.oefenen.wegen import step
from gesprek.oefenen.zet import BESCHOUWEND, RUIM, VOORUIT, Zet, recognise
from gesprek.oefenen.zorg import REACTIES, VOLGORDE, helps, pardon
from gesprek.regels.oordeel import Code
from gesprek.vouwen import fold

_STOP = 3
_VERHALEN = 2
_BIJNA_NIETS = 2
_DETAIL = 60
"""Trust at which a yes/no question gets more than yes or no."""
_OPENT_TOCH = frozenset({"verbreden", "verdiepen", "vergelijken", "kernwoord"}) | RUIM
"""What opens though it is put as a yes/no question: the source does so itself (bijlage 2, nr 20)."""
_OVER_WIE = ("ander_daad", "precies", "feiten")
_NAAM = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A name: a capital in the middle of a sentence."""
_ONTWIJKT = 2
"""Times that a student says in a few words that nothing much happened; then comes the place, or who was there."""
_LOOPBAAN = (BESCHOUWEND | VOORUIT) - {"verbreden", "verdiepen"}
"""What belongs to a career conversation, and to nobody in distress."""
_BREUK_REACTIE: dict[Code, Reactiesoort] = {
    "advies": "advies",
    "monoloog": "monoloog",
    "waarom": "waarom",
    "emotie_graven": "graven",
}


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One turn: what was said to the student, and what came of it.

    :param soort: what kind of reply it is: ``verteld``, or a kind of reaction.
    :param begrepen: whether the utterance was understood and there was something to say; else it is a way out.
    """

    uiting: str
    zet: Zet
    tekst: str
    soort: str
    vrijgegeven: tuple[str, ...]
    voor: Toestand
    na: Toestand
    begrepen: bool = True

    @property
    def openheid(self) -> float:
        """Trust after it, 0 to 1."""
        return self.na.vertrouwen.v / 100


@dataclass(slots=True)
class _Beurt:
    """Everything that one reply is made of."""

    leerling: Leerling
    taal: Taal
    voor: Toestand
    nu: Toestand
    zet: Zet
    kiezer: Kiezer
    vrij: list[str]

    # pieces of the story

    def tell(self, fragment: Fragment) -> str:
        """Return a fragment in words, and remember that it was told."""
        teksten = fragment.texts(self.taal)
        zin = None
        for niveau in (self.kiezer.niveau, *reversed(fragment.levels)):
            if zin := self.kiezer.choose(teksten.at(niveau)):
                break
        self.vrij.append(fragment.id)
        nu = self.nu
        self.nu = replace(nu, verteld=(*nu.verteld, fragment.id), verhaal=fragment.verhaal)
        if fragment.gevoel:
            self.nu = replace(self.nu, gevoelens=(*self.nu.gevoelens, Gevoel(fragment.id, "open", nu.beurt)))
        if fragment.slot == "alarm":
            self.nu = replace(self.nu, alarm=nu.alarm or nu.beurt)
        return zin or self.kiezer.way_out()

    def again(self, fragment: Fragment) -> str:
        """Return a told fragment in short, as it is said when asked again."""
        zin = self.kiezer.choose(fragment.texts(self.taal).weer)
        self.nu = replace(self.nu, verhaal=fragment.verhaal)
        return zin or self.kiezer.react("al_gezegd")


def react(leerling: Leerling, taal: Taal, toestand: Toestand, uiting: str, zaad: int = 0) -> Antwoord:
    """Return what a student says to an utterance, and the state after it.

    :param zaad: another number gives other wordings of the same story.
    """
    zet = recognise(uiting, taal, toestand.gezegd)
    if toestand.alarm and helps(zet.zorg):
        zet = replace(zet, oordeel=pardon(zet.oordeel))
    vertrouwen = step(leerling, taal, toestand.vertrouwen, uiting)
    nu = replace(toestand, beurt=toestand.beurt + 1, vertrouwen=vertrouwen)
    nu = replace(nu, gevoelens=hear(leerling, taal, nu, zet))
    kiezer = Kiezer(
        leerling,
        taal,
        vertrouwen.openness,
        (zaad, leerling.naam, nu.beurt, fold(uiting)),
        set(toestand.stukken),
        frozenset(toestand.gezegd),
        _fields(leerling, taal, toestand, zet),
    )
    beurt = _Beurt(leerling, taal, toestand, nu, zet, kiezer, [])
    soort, tekst = _reply(beurt)
    if toestand.alarm and helps(zet.zorg):
        beurt.nu = replace(beurt.nu, hulp=beurt.nu.hulp or beurt.nu.beurt)
    tekst = _never_twice(beurt, tekst)
    na = replace(beurt.nu, gezegd=(*toestand.gezegd, tekst), stukken=frozenset(kiezer.gezegd))
    return Antwoord(
        uiting,
        zet,
        tekst,
        soort,
        tuple(beurt.vrij),
        toestand,
        na,
        begrepen=soort != "niet_begrepen" and not kiezer.uitwegen,
    )


def _fields(leerling: Leerling, taal: Taal, toestand: Toestand, zet: Zet) -> dict[str, str]:
    velden = {}
    eigen = [f.gevoel.in_taal(taal) for id in toestand.verteld if (f := leerling.find(id)).gevoel is not None]
    if eigen:
        velden["eigen"] = eigen[-1]
    if zet.verdraait:
        velden["gezegd"] = zet.verdraait.split()[-1].casefold()
    vreemd = zet.citeert_vreemd or (zet.gevoel if "invullen" in zet.oordeel.schendt else ())
    if vreemd:
        velden["woord"] = vreemd[0][:1].lower() + vreemd[0][1:]
        velden["Woord"] = vreemd[0][:1].upper() + vreemd[0][1:]
    return velden


def _never_twice(beurt: _Beurt, tekst: str) -> str:
    """Return a reply that was not given before, letter for letter."""
    gezegd = set(beurt.voor.gezegd)
    while tekst in gezegd:
        tekst = beurt.kiezer.way_out()
    return tekst


def _reply(b: _Beurt) -> tuple[str, str]:
    zet, nu = b.zet, b.nu
    if b.voor.alarm:
        return _in_distress(b)
    if zet.soort == "afsluiten":
        return "afsluiten", b.kiezer.react("afsluiten")
    if nu.vertrouwen.w >= _STOP and not zet.herstelt:
        return "stoppen", b.kiezer.react("stoppen")
    if zet.soort == "toestemming" and set(zet.oordeel.schendt) <= {"gesloten"}:
        return "toestemming", b.kiezer.react("toestemming")
    if zet.oordeel.schendt:
        return _to_break(b)
    if zet.citeert_vreemd and not zet.spiegelt:
        return "niet_gezegd", b.kiezer.react("niet_gezegd")
    if zet.cijfers:
        return "cijfers", b.kiezer.react("cijfers")
    if zet.reden and (not zet.vraagt or set(zet.vraagt) <= {"precies", "feiten"}):
        return "waarom", b.kiezer.react("waarom")
    if zet.gesloten and not zet.open:
        return _yes_no(b)
    return _to_kept(b)


def _in_distress(b: _Beurt) -> tuple[str, str]:
    """React after a sign of distress: to care, to room, and else close up."""
    zet = b.zet
    wat = next((z for z in VOLGORDE if z in zet.zorg), None)
    if wat:
        wie = _comes_after(b, ("wie", "netwerk")) if wat == "helper" else None
        return ("verteld", b.tell(wie)) if wie else (REACTIES[wat], b.kiezer.react(REACTIES[wat]))
    if zet.herstelt or zet.soort == "afsluiten":
        soort: Reactiesoort = "herstel" if zet.herstelt else "afsluiten"
        return soort, b.kiezer.react(soort)
    if zet.oordeel.schendt:
        return "alarm_graven", b.kiezer.react("alarm_graven")
    zwijgt = not zet.vraagt and (zet.soort in ("stilte", "spiegel", "erkenning") or zet.erkent or zet.citeert)
    if zwijgt or zet.vraagt[:1] == ("vertel",):
        erna = _comes_after(b, ("alarm",))
        return ("verteld", b.tell(erna)) if erna else ("alarm_ruimte", b.kiezer.react("alarm_ruimte"))
    if zet.vraagt or zet.gesloten:
        soort = "alarm_verder" if zet.vraagt[:1] and zet.vraagt[0] in _LOOPBAAN else "alarm_graven"
        return soort, b.kiezer.react(soort)
    return "bewering", b.kiezer.react("bewering" if b.voor.hulp else "alarm_ruimte")


def _comes_after(b: _Beurt, slots: tuple[Slot, ...]) -> Fragment | None:
    """Return what is left to say of a sign of distress, or who may know."""
    kan = [f for f in b.leerling.fragmenten if f.slot in slots and can_be_told(b.leerling, b.nu, f)]
    return next((f for f in kan if any(b.leerling.find(id).slot == "alarm" for id in f.na)), None)


def _to_break(b: _Beurt) -> tuple[str, str]:
    breuken = b.zet.oordeel.schendt
    if "invullen" in breuken:
        return _filled_in(b)
    for code in breuken:
        if code in _BREUK_REACTIE:
            return _BREUK_REACTIE[code], b.kiezer.react(_BREUK_REACTIE[code])
    if "meervoudig" in breuken or b.zet.oordeel.vraagsoort == "meervoudig":
        return _several(b)
    return _yes_no(b)


def _filled_in(b: _Beurt) -> tuple[str, str]:
    """Answer to what was filled in: a correction, or a pleaser's false yes."""
    if "pleaser" in b.leerling.vlaggen:
        return "invullen_eens", b.kiezer.react("invullen_eens")
    if b.zet.verdraait:
        return "verdraaid", b.kiezer.react("verdraaid")
    raak = {fold(f.gevoel.in_taal(b.taal)) for f in b.leerling.fragmenten if f.gevoel}
    raak |= {fold(w) for w in b.leerling.kernwoorden.in_taal(b.taal)}
    tekst = fold(b.zet.tekst)
    if any(f" {w} " in f" {' '.join(sorted(b.zet.woorden))} " or w in tekst for w in raak):
        return "invullen_raak", b.kiezer.react("invullen_raak")
    return "invullen", b.kiezer.react("invullen")


def _several(b: _Beurt) -> tuple[str, str]:
    """Answer only one of several questions, the last."""
    zet = b.zet
    if zet.vraagt:
        gevonden = ask(b.leerling, b.taal, b.nu, replace(zet, vraagt=zet.vraagt[-1:], open=True))
        if gevonden.nieuw and gevonden.nieuw.slot not in ("emotie", "aanleiding", "kernwoord"):
            return "verteld", b.tell(gevonden.nieuw)
    return "meervoudig", b.kiezer.react("meervoudig")


def _yes_no(b: _Beurt) -> tuple[str, str]:
    """Answer a yes/no question shortly, and always to the same effect."""
    if b.zet.vraagt and b.zet.vraagt[0] in _OPENT_TOCH:
        gevonden = ask(b.leerling, b.taal, b.nu, b.zet)
        if gevonden.nieuw:
            return "verteld", b.tell(gevonden.nieuw)
    vormen = b.zet.woorden
    if len(vormen) <= _BIJNA_NIETS:  # "Padden?" is a word of the story held up
        gevonden = ask(b.leerling, b.taal, b.nu, b.zet)
        if gevonden.nieuw and gevonden.raak:
            return "verteld", b.tell(gevonden.nieuw)
    for feit in b.leerling.ja_nee:
        if any(fold(w) in vormen for w in feit.over.in_taal(b.taal)) and (zin := b.kiezer.choose(feit.in_taal(b.taal))):
            tekst = zin
            break
    else:
        gevonden = ask(b.leerling, b.taal, b.nu, b.zet)
        if gevonden.verteld and (zin := b.kiezer.choose(gevonden.verteld.texts(b.taal).weer)):
            return "al_gezegd", zin
        tekst = b.kiezer.react("keuze" if b.zet.oordeel.vraagsoort == "keuze" else "gesloten")
    if b.nu.vertrouwen.v >= _DETAIL and "gesloten" not in b.zet.oordeel.schendt:
        gevonden = ask(b.leerling, b.taal, b.nu, b.zet)
        if gevonden.nieuw and gevonden.raak:
            return "verteld", f"{tekst} {b.tell(gevonden.nieuw)}"
    return "gesloten", tekst


def _to_kept(b: _Beurt) -> tuple[str, str]:
    zet = b.zet
    match zet.soort:
        case "vraag":
            return _asked(b)
        case "stilte" | "spiegel" | "erkenning":
            return _room(b)
        case "bedoel":
            return _explained(b)
        case "herstel":
            return "herstel", b.kiezer.react("herstel")
        case "onbegrepen":
            return _not_understood(b)
        case "hulp":
            return "bewering", b.kiezer.react("afsluiten" if "stopt" in zet.zorg else "bewering")
        case soort:
            return soort, b.kiezer.react(soort)


def _explained(b: _Beurt) -> tuple[str, str]:
    """Say again in other words what was said last, or the piece that is named."""
    if not b.nu.verteld:
        return "nog_niet", b.kiezer.react("nog_niet")
    verteld = [b.leerling.find(id) for id in reversed(b.nu.verteld)]
    fragment = next((f for f in verteld if about(f, b.taal, b.zet.woorden)), verteld[0])
    teksten = fragment.texts(b.taal)
    return "al_gezegd", b.kiezer.choose(teksten.weer) or b.kiezer.choose(teksten.at(b.kiezer.niveau)) or b.again(
        fragment
    )


def _asked(b: _Beurt) -> tuple[str, str]:
    zet = b.zet
    if zet.los and zet.vraagt[0] in VOORUIT and b.nu.stories(b.leerling) < _VERHALEN:
        zet = replace(zet, vraagt=("precies",))  # a loose word such as "help" is not yet about what is to come
    asked = zet.vraagt[0]
    if asked in VOORUIT and not b.nu.told(b.leerling, "ervaring") and not b.nu.vertrouwen.beschouwd:
        return "te_vroeg", b.kiezer.react("te_vroeg")
    if asked == "gevoel" and b.voor.vertrouwen.net_gevoel and not zet.herstelt:
        return "graven", b.kiezer.react("graven")
    gevonden = ask(b.leerling, b.taal, b.nu, zet)
    for ander in zet.vraagt[1:]:  # what is meant most was told before: what else is asked in the same sentence
        if not gevonden.nieuw:
            erbij = ask(b.leerling, b.taal, b.nu, replace(zet, vraagt=(ander,)))
            gevonden = erbij if erbij.nieuw else gevonden
    wat = gevonden.nieuw or gevonden.bekend
    if wat and (asked == "ander_daad" or zet.buiten) and asked in _OVER_WIE and (namen := _someone_else(b, wat)):
        bekend = [f for id in b.nu.verteld if _speaks_of(f := b.leerling.find(id), b.taal, namen)]
        return ("al_gezegd", b.again(bekend[-1])) if bekend else ("nog_niet", b.kiezer.react("nog_niet_zei"))
    decor = gevonden.nieuw and gevonden.nieuw.slot in DECOR and b.nu.told(b.leerling, "gebeurtenis")
    gevoeld = next((f for id in b.nu.verteld if _feels(f := b.leerling.find(id), b.taal, zet)), None)
    if decor and gevoeld:  # "Je zei lucht. Vertel." is about that, and not about where it was
        return "al_gezegd", b.again(gevoeld)
    if decor and (zet.gok or asked in ("precies", "moment")):
        return "nog_niet", b.kiezer.react("nog_niet")
    if gevonden.nieuw and asked in ("precies", "moment") and _holds_back(b, gevonden.nieuw):
        return "nog_niet", b.kiezer.react("nog_niet_precies")
    if gevonden.nieuw:
        return "verteld", _at_length(b, gevonden.nieuw)
    if gevonden.bekend:
        return "al_gezegd", b.again(gevonden.bekend)
    terug = come_back(b.leerling, b.taal, b.nu, b.kiezer) if asked in (*RUIM, "gevoel") else None
    if terug:
        b.nu, zin = terug
        return "terug", zin
    if zet.herstelt and b.voor.vertrouwen.terug_tot:
        return "herstel", b.kiezer.react("herstel")
    if gevonden.op:
        return "op", b.kiezer.react("op")
    return "nog_niet", b.kiezer.react(_not_yet(b, asked))


def _someone_else(b: _Beurt, fragment: Fragment) -> frozenset[str]:
    """Return who is asked about, by name or as a mother or the like; nothing when a fragment is about them."""
    gevraagd = (_names(b.leerling, b.taal).intersection(_NAAM.findall(b.zet.tekst))) | b.zet.buiten
    erin = " ".join(fragment.texts(b.taal).all)
    return frozenset() if any(naam in erin for naam in gevraagd) else gevraagd


@lru_cache(maxsize=64)
def _names(leerling: Leerling, taal: Taal) -> frozenset[str]:
    return frozenset(naam for f in leerling.fragmenten for zin in f.texts(taal).all for naam in _NAAM.findall(zin))


def _feels(fragment: Fragment, taal: Taal, zet: Zet) -> bool:
    """Whether the feeling of a fragment is named."""
    return fragment.gevoel is not None and fold(fragment.gevoel.in_taal(taal)) in zet.woorden


def _speaks_of(fragment: Fragment, taal: Taal, namen: frozenset[str]) -> bool:
    """Whether a fragment tells what somebody did or said."""
    return fragment.slot not in DECOR and any(naam in zin for zin in fragment.texts(taal).all for naam in namen)


def _holds_back(b: _Beurt, fragment: Fragment) -> bool:
    """Whether what happened is asked for, and the student keeps that back; place and people are no answer to it."""
    if fragment.slot not in DECOR or any(f.verhaal == fragment.verhaal for f in b.nu.told(b.leerling, "gebeurtenis")):
        return False
    dicht = any(
        f.slot == "gebeurtenis" and f.verhaal == fragment.verhaal and f.id not in b.nu.verteld
        for f in b.leerling.fragmenten
    )
    zinnen = b.kiezer.sentences("nog_niet_precies")
    return dicht and sum(zin in b.kiezer.gezegd for zin in zinnen) < _ONTWIJKT


def _not_yet(b: _Beurt, asked: str) -> Reactiesoort:
    if asked in ("verbreden", "verdiepen"):
        return "nog_niet_elders"
    if asked == "aanleiding" and not b.nu.told(b.leerling, "gebeurtenis"):
        return "nog_niet_precies"
    if asked in ("gevoel", "aanleiding"):
        return "nog_niet_gevoel"
    if asked in BESCHOUWEND:
        return "nog_niet_woord"
    if asked in VOORUIT:
        return "nog_niet_vooruit" if b.nu.vertrouwen.beschouwd else "te_vroeg"
    return "nog_niet"


def _at_length(b: _Beurt, fragment: Fragment) -> str:
    """Return a fragment, and one more where an open invitation meets an open student: then most is told."""
    tekst = b.tell(fragment)
    if fragment.needs[0] in VOORUIT and "stil" not in b.leerling.vlaggen:
        bedoeld = ask(b.leerling, b.taal, b.nu, b.zet).nieuw
        if bedoeld and fragment.needs[0] != b.zet.vraagt[0] == bedoeld.needs[0]:  # first where to, then the step
            return f"{tekst} {b.tell(bedoeld)}"
    nodigt_uit = "vertel" in b.zet.vraagt
    ruim = b.kiezer.niveau == "open" or ("prater" in b.leerling.vlaggen and b.kiezer.niveau == "gematigd")
    if nodigt_uit and ruim and "stil" not in b.leerling.vlaggen and not fragment.gevoel:
        erna = comes_next(b.leerling, b.nu, "vertel")
        if erna and erna.verhaal == fragment.verhaal and erna.slot in ("plek", "wie", "rol", "gebeurtenis"):
            tekst = f"{tekst} {b.tell(erna)}"
    return tekst


def _room(b: _Beurt) -> tuple[str, str]:
    """React to silence, a bare mirror or an acknowledgement: short, and sometimes one thing more."""
    soort = b.zet.soort
    nodig = {"stilte": "vertel", "spiegel": "spiegel", "erkenning": "erkenning"}[soort]
    if b.nu.vertrouwen.openness != "gesloten":
        erna = comes_next(b.leerling, b.nu, nodig)
        if erna:
            return "verteld", b.tell(erna)
        terug = come_back(b.leerling, b.taal, b.nu, b.kiezer)
        if terug:
            b.nu, zin = terug
            return "terug", zin
    match soort:
        case "stilte":
            return soort, b.kiezer.react("stilte")
        case "spiegel":
            return soort, b.kiezer.react("spiegel")
        case _:
            return "erkenning", b.kiezer.react("erkenning")


def _not_understood(b: _Beurt) -> tuple[str, str]:
    gevonden = ask(b.leerling, b.taal, b.nu, b.zet)
    if gevonden.raak and gevonden.nieuw:
        return "verteld", b.tell(gevonden.nieuw)
    return "niet_begrepen", b.kiezer.react("niet_begrepen")
