"""Take an answer into the story: which slots it fills, and what is asked on in place."""

from __future__ import annotations

import re
from dataclasses import replace

from gesprek import luisteren
from gesprek.bron import Bron
from gesprek.luisteren import Emotie, Gehoord
from gesprek.machine import Stand
from gesprek.model import Beurt, Citaat, Invulling, Soort, Taal
from gesprek.taal.datums import find_date
from gesprek.uiting import Keuze, Open
from gesprek.weergave import fields

_MAX_VERVOLG = 2
"""How many questions may follow up on one; more would be an interrogation."""
_KERNWOORD_WOORDEN = 4
_KLEIN_VERHAAL = 2
"""How concrete an answer is that tells a small story (BEGRIPPEN, concreet)."""
_VAAK = 6
"""After so many times of not knowing, lighter questions become a burden of their own."""
_DRAGEND = frozenset({"ervaring", "verbreden", "verdiepen", "rode_draad", "kernwoord", "stap", "afspraak", "datum"})
_OPTIE_TEKENS = 200
_SCHEIDING = re.compile(r"[\s,;.]+(?:(?:en|and)\s+)?")
_ALLES = frozenset({"alles", "all", "everything", "allemaal"})
_NIETS = frozenset({"niets", "niks", "geen", "nee", "none", "nothing", "no"})
_NUMMER = re.compile(r"(?:(?:nr|no|nummer|number|optie|option)\.? ?)?([0-9]{1,3})")


class Opname:
    """One answer, on its way into the story.

    :param stand: where the conversation is; its story is added to.
    :param open_: the question that was answered.
    """

    def __init__(self, bron: Bron, stand: Stand, open_: Open, beurt: Beurt, taal: Taal) -> None:
        self._bron = bron
        self._stand = stand
        self._verhaal = stand.verhaal
        self._open = open_
        self._beurt = beurt
        self._taal = taal
        self._heel = Citaat(beurt.nr, 0, len(beurt.tekst), beurt.tekst)

    def take_in(self, gehoord: Gehoord) -> tuple[list[str], str | None]:
        """Do it.

        :param gehoord: what was heard in the answer.
        :returns: ids of reactions to say, and the id of the follow-up to ask in place, if any.
        """
        reacties, open_, beurt = self._bron.flow.reacties, self._open, self._beurt
        if beurt.soort is not Soort.ANTWOORD:
            self._leave_open()
            bewaard = reacties.zorg_bewaard if beurt.soort is Soort.APART else None
            return [bewaard or reacties.overgeslagen], None
        zegt = self._hear_slots(gehoord)
        vervolg: str | None = None
        gekozen = find_option(open_, beurt.tekst, self._taal, self._quoted())
        if open_.vraag.meer:
            self._choose_several()
        elif gekozen is not None:
            zegt += self._choose(gekozen)
            vervolg = gekozen.optie.vraagt if gekozen.optie and self._may_ask(gekozen.optie.vraagt) else None
        elif open_.vraag.soort == "schaal":
            vervolg = self._scale()
            zegt += [reacties.schaal] if vervolg else []
        elif gehoord.soort in ("weet_niet", "ja_nee"):
            vervolg, onbekend = self._no_substance(gehoord)
            zegt += [reacties.weet_niet] if onbekend else []
        else:
            vervolg = self._substance(gehoord)
            if vervolg is None and open_.opties and self._may_ask(open_.vraag.vrij_vraagt):
                vervolg = open_.vraag.vrij_vraagt
        return zegt, vervolg

    def _quoted(self) -> list[str]:
        invullingen = [self._verhaal.last(veld) for veld in fields(self._open.sjabloon)]
        return [invulling.citaat.tekst for invulling in invullingen if invulling]

    def _leave_open(self) -> None:
        self._verhaal.open |= {slot for slot in self._open.vult if slot not in self._verhaal.slots}

    def _may_ask(self, id: str | None) -> bool:
        return id is not None and id not in self._stand.duwtjes and len(self._stand.duwtjes) < _MAX_VERVOLG

    def _may_nudge(self, id: str | None) -> bool:
        """Whether it may be asked on about the same point: once, never two times in a row."""
        gevraagd, basis = self._stand.duwtjes, self._open.basis
        return self._may_ask(id) and (not gevraagd or gevraagd[-1] in (basis.na_ja, basis.na_nee))

    def _hear_slots(self, gehoord: Gehoord) -> list[str]:
        """Fill the slots that listening may fill in this step; say the first feeling word back."""
        stap = self._bron.stappen[self._stand.stap]
        self._told(gehoord, stap.hoort)
        if "datum" in stap.hoort and self._verhaal.afspraken and "datum" not in self._verhaal.slots:
            self._date()
        if "emotie" not in stap.hoort:
            return []
        gezegd = {i.citaat.tekst.casefold() for i in self._verhaal.slots.get("emotie", ())}
        nieuw = [gevoel for e in gehoord.emoties if (gevoel := self._own_feeling(e)) is not None]
        for gevoel in nieuw:
            self._verhaal.fill("emotie", gevoel)
        return [self._bron.flow.reacties.emotie] if any(i.citaat.tekst.casefold() not in gezegd for i in nieuw) else []

    def _own_feeling(self, emotie: Emotie) -> Invulling | None:
        """Return a feeling of the student's own; of a denied one only what is left: ``niet leuk`` is not nice.

        What a student did *not* fear says nothing about what was felt.
        """
        if emotie.van_ander or (emotie.ontkend and emotie.polariteit != "positief"):
            return None
        van, tot = (emotie.heel_van, emotie.heel_tot) if emotie.ontkend else (emotie.van, emotie.tot)
        citaat = Citaat(self._beurt.nr, van, tot, self._beurt.tekst[van:tot])
        return Invulling(citaat, "negatief" if emotie.ontkend else emotie.polariteit)

    def _told(self, gehoord: Gehoord, hoort: tuple[str, ...]) -> None:
        """Fill the parts of the small story that were told without being asked about."""
        open_ = [slot for slot in hoort if slot in luisteren.DECOR and slot not in self._open.vult]
        if gehoord.soort != "ervaring" or not any(slot not in self._verhaal.slots for slot in open_):
            return
        for verteld in luisteren.told(self._beurt.tekst, gehoord, self._taal):
            if verteld.slot in open_ and verteld.slot not in self._verhaal.slots:
                tekst = self._beurt.tekst[verteld.van : verteld.tot]
                self._verhaal.fill(verteld.slot, Invulling(Citaat(self._beurt.nr, verteld.van, verteld.tot, tekst)))

    def _choose(self, gekozen: Keuze) -> list[str]:
        """Fill the slots of an option; return what is said of it."""
        slots = self._open.vult
        if gekozen.optie is not None and gekozen.optie.vult is not None:
            slots = gekozen.optie.vult
        genomen: Invulling | None = None
        if gekozen.optie is not None and gekozen.optie.neemt:
            genomen = self._verhaal.last(gekozen.optie.neemt)
            if genomen is None:  # those words were taken back
                self._leave_open()
                return []
        citaat = genomen.citaat if genomen else gekozen.citaat or self._heel
        for slot in slots:
            self._verhaal.fill(slot, Invulling(citaat, None if genomen else gekozen.id))
        if self._open.keuze and self._open.keuze.per:
            self._verhaal.terugblik += ((self._stand.per, gekozen.id),)
        return self._hear_again(genomen.citaat) if genomen else []

    def _hear_again(self, citaat: Citaat) -> list[str]:
        """Hear in words that are taken over what this step listens for; return what is said of it."""
        toen = Opname(
            self._bron, self._stand, self._open, replace(self._beurt, nr=citaat.beurt, tekst=citaat.tekst), self._taal
        )
        return toen._hear_slots(luisteren.luister(citaat.tekst, self._taal))

    def _choose_several(self) -> None:
        gekozen = find_options(self._open, self._beurt.tekst)
        if gekozen is None:
            self._leave_open()
            return
        for slot in self._open.vult:
            self._verhaal.fill(slot, Invulling(self._heel, " ".join(keuze.id for keuze in gekozen)))

    def _scale(self) -> str | None:
        getal = luisteren.number(self._beurt.tekst, self._open.vraag.min, self._open.vraag.max, self._taal)
        if getal is None:
            if self._may_ask(self._open.basis.lichter):
                return self._open.basis.lichter
            self._leave_open()
            return None
        for slot in self._open.vult:
            self._verhaal.fill(slot, Invulling(self._heel, getal))
        return None

    def _no_substance(self, gehoord: Gehoord) -> tuple[str | None, bool]:
        """Return the follow-up on a bare yes, no or don't know, and whether it was a don't know."""
        if self._open.unit.gesloten and gehoord.instemming == "ja" and self._may_ask(self._open.unit.na_ja):
            return self._open.unit.na_ja, False
        if gehoord.instemming == "nee" and "kernwoord_past" in self._open.vult:
            self._verhaal.forget(("kernwoord",))  # it does not fit: better none than this one
        if gehoord.instemming == "nee" and self._may_ask(self._open.unit.na_nee):
            return self._open.unit.na_nee, False
        weet_niet = gehoord.soort == "weet_niet"
        self._verhaal.weet_niet += weet_niet
        # a bare yes or no is an answer to a question that invites one
        gesloten = self._open.unit.gesloten or self._open.basis.gesloten or self._open.vraag.soort == "keuze"
        if (weet_niet or not gesloten) and self._worth_asking_on() and self._may_nudge(self._open.basis.lichter):
            return self._open.basis.lichter, weet_niet
        self._leave_open()
        return None, weet_niet

    def _worth_asking_on(self) -> bool:
        """Whether a lighter question still helps; after many, only where the rest hangs on it."""
        return self._verhaal.weet_niet <= _VAAK or bool(_DRAGEND.intersection(self._open.vult))

    def _substance(self, gehoord: Gehoord) -> str | None:
        """Fill the slots of the question with an answer of substance; return a nudge that is due."""
        vrij = self._open.vraag.vrij_vult
        slots = vrij if self._open.opties and vrij is not None else self._open.vult
        duwtje: str | None = None
        for slot in slots:
            duwtje = self._fill(slot) or duwtje
        keuze = self._open.keuze
        if duwtje is None and keuze and slots and not self._open.opties and gehoord.concreet < _KLEIN_VERHAAL:
            duwtje = keuze.feitelijk if gehoord.interpretatie else None
            duwtje = duwtje or (keuze.concreter if gehoord.concreet == 0 else None)
            return duwtje if self._may_nudge(duwtje) else None
        return duwtje if self._may_ask(duwtje) else None

    def _fill(self, slot: str) -> str | None:
        verhaal = self._verhaal
        heel = Invulling(self._heel)
        match slot:
            case "emotie":
                return None  # only a feeling word fills it, and listening has filled that
            case "datum":
                if self._date():
                    return None
                if self._may_ask(self._open.basis.lichter):
                    return self._open.basis.lichter
                verhaal.fill("datum", heel)
            case "kernwoord":
                van, tot = luisteren.core(self._beurt.tekst, self._taal)
                woord = self._beurt.tekst[van:tot]
                if self._open.unit.na_nee and len(woord.split()) > _KERNWOORD_WOORDEN:
                    return self._open.unit.na_nee  # a whole sentence does not take the place of a word
                verhaal.fill("kernwoord", Invulling(Citaat(self._beurt.nr, van, tot, woord)))
                if len(woord.split()) > _KERNWOORD_WOORDEN and self._open.keuze:
                    return self._open.keuze.korter
            case "afspraak" if self._said_before(slot):
                pass
            case "afspraak":
                stap = verhaal.last("stap")
                wat = stap if stap and self._only_points() else heel
                verhaal.forget(("datum",))
                verhaal.fill("afspraak", wat)
                verhaal.afspraken += ((wat, None),)
                self._date()
            case _:
                verhaal.fill(slot, heel)
        return None

    def _only_points(self) -> bool:
        """Whether an answer names no plan of its own: it points back, or gives only a day."""
        tekst = self._beurt.tekst
        dag = find_date(tekst, self._beurt.tijd.date(), self._taal)
        rest = (tekst[: dag[0]] + " " + tekst[dag[1] :]) if dag else tekst
        return luisteren.refers_back(tekst, self._taal) or (dag is not None and luisteren.is_light(rest, self._taal))

    def _said_before(self, slot: str) -> bool:
        """Whether an answer only repeats what fills a slot already."""
        nu = self._beurt.tekst.strip().casefold()
        return any(i.citaat.tekst.strip().casefold() == nu for i in self._verhaal.slots.get(slot, ()))

    def _date(self) -> bool:
        """Take a day from an answer for the last afspraak."""
        gevonden = find_date(self._beurt.tekst, self._beurt.tijd.date(), self._taal)
        verhaal = self._verhaal
        if gevonden is None or not verhaal.afspraken:
            return False
        van, tot, dag = gevonden
        verhaal.fill("datum", Invulling(Citaat(self._beurt.nr, van, tot, self._beurt.tekst[van:tot]), dag))
        verhaal.afspraken = (*verhaal.afspraken[:-1], (verhaal.afspraken[-1][0], dag))
        return True


def find_option(open_: Open, tekst: str, taal: Taal, geciteerd: list[str] | None = None) -> Keuze | None:
    """Return the option that an answer chooses, by its number, its label or another way of saying it.

    :param geciteerd: words that the question quoted; saying them again adds nothing.
    """
    if not open_.opties or len(tekst) > _OPTIE_TEKENS:
        return None
    kaal = tekst.strip().rstrip(".!)").casefold()
    if nummer := _NUMMER.fullmatch(kaal):
        nr = int(nummer.group(1)) - 1
        return open_.opties[nr] if 0 <= nr < len(open_.opties) else None
    for keuze in open_.opties:
        if kaal in (keuze.tekst.casefold(), keuze.id):
            return keuze
    for keuze in open_.opties:
        if keuze.optie and luisteren.says(tekst, (keuze.tekst, *keuze.optie.ook.in_taal(taal)), taal, geciteerd or ()):
            return keuze
    for keuze in open_.opties:
        if keuze.optie and luisteren.begins(tekst, keuze.optie.begin.in_taal(taal), taal):
            return keuze
    return None


def find_options(open_: Open, tekst: str) -> tuple[Keuze, ...] | None:
    """Return the options that an answer chooses where several may be: by number or id, in the order they are shown.

    :returns: None when something in it names no option; nothing chosen is ``niets``.
    """
    kaal = tekst.strip(" \t\r\n.,;!").casefold()
    if kaal in _ALLES:
        return open_.opties
    if kaal in _NIETS:
        return ()
    per_naam = {keuze.id: keuze for keuze in open_.opties}
    per_naam |= {str(nr): keuze for nr, keuze in enumerate(open_.opties, 1)}
    namen = [naam for naam in _SCHEIDING.split(kaal[:_OPTIE_TEKENS]) if naam]
    if not namen or any(naam not in per_naam for naam in namen):
        return None
    gekozen = {per_naam[naam].id for naam in namen}
    return tuple(keuze for keuze in open_.opties if keuze.id in gekozen)
