"""Makes an activity of the dossier of one conversation: only what was let in, in the student's own words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gesprek.bewoorden import small_story
from gesprek.dossier.delen import DEEL_VAN_SLOT, HERKEND, TRANSCRIPT, observations
from gesprek.dossier.dossier import Activiteit, Belofte, Groep, Invoer, Uitspraak, promise_line
from gesprek.dossier.woorden import Gedeeld
from gesprek.model import EIGEN, Citaat, Soort, Spreker
from gesprek.taal import _, current_taal
from gesprek.taal.datums import format_day
from gesprek.weergave import shorten
from vragen import Competentie
from vragen.competenties import competence_by_slot

_ZONDER_COMPETENTIE = frozenset({"emotie"})


def activity(invoer: Invoer) -> Activiteit | None:
    """Return a conversation as an activity of the dossier; None when nothing of it was let in."""
    if not invoer.gekozen.keuze.delen - {"namen"}:
        return None
    return _Activiteitmaker(invoer).make()


class _Activiteitmaker:
    """Makes one activity."""

    def __init__(self, invoer: Invoer) -> None:
        self._verloop = invoer.verloop
        self._gekozen = invoer.gekozen
        self._afspraken = invoer.afspraken
        self._gedeeld = Gedeeld(invoer.verloop, invoer.gekozen)
        self._datum = invoer.verloop.gesprek.begonnen.date()

    def make(self) -> Activiteit:
        """Return it."""
        gesprek, keuze = self._verloop.gesprek, self._gekozen.keuze
        doel, doel_van = self._goal()
        return Activiteit(
            gesprek=gesprek.id,
            datum=self._datum,
            naam=self._name(),
            taal=gesprek.taal,
            modus=gesprek.modus,
            plek=self._first("plek", verhaal=True),
            categorie=keuze.categorie,
            doel=doel,
            doel_van=doel_van,
            gedaan=self._done(),
            ontdekt=self._discovered(),
            verder=self._ahead(),
            gezien=self._seen(),
            gesproken=self._spoken(),
            verhaal=self._story(),
            kernwoord=self._first("kernwoord"),
            motief=self._first("motief"),
            stap=self._first("stap"),
            kwaliteiten=self._quotes("kwaliteit"),
            beloften=self._promises(),
            uitspraken=tuple(self._shows()),
        )

    def _name(self) -> str:
        """Return what the activity is called; a story that is not shared gives no name."""
        gesprek = self._verloop.gesprek
        if gesprek.naam:
            return self._gedeeld.text(gesprek.naam)
        ervaring = self._verloop.verhaal.last("ervaring")
        naam = ""
        if ervaring is not None and self._gekozen.lets("klein_verhaal"):
            heel = self._gedeeld.quote(ervaring.citaat, verhaal=True)
            naam = shorten(Citaat(0, 0, len(heel), heel)).strip()
        return naam or _("Conversation of {day}").format(day=format_day(self._datum, current_taal()))

    def _goal(self) -> tuple[str, date | None]:
        """Return the goal: the student's own, else the agreement that this activity came from."""
        doel = self._gekozen.keuze.doel.strip()
        if doel:
            return self._gedeeld.text(doel), None
        gedaan = [plek for plek, status in self._verloop.opbrengst().terugblik.items() if status == "gedaan"]
        oud = [a for a in self._verloop.geschiedenis.oude_afspraken if (a.gesprek, a.nr) in gedaan]
        if not oud or not self._gekozen.lets("afspraak"):
            return "", None
        return self._gedeeld.text(oud[-1].tekst), oud[-1].datum or None

    def _story(self) -> tuple[str, ...]:
        if not self._gekozen.lets("klein_verhaal"):
            return ()
        regels = (self._gedeeld.quote(citaat, verhaal=True) for citaat in small_story(self._verloop.verhaal))
        return tuple(regel for regel in regels if regel)

    def _done(self) -> tuple[Groep, ...]:
        return _filled(
            [
                Groep(_("My small story"), self._story()),
                Groep(_("Feeling"), self._quotes("emotie", hoogstens=3)),
            ]
        )

    def _discovered(self) -> tuple[Groep, ...]:
        return _filled(
            [
                Groep(_("My word"), self._quotes("kernwoord", hoogstens=1)),
                Groep(_("What I am good at"), self._quotes("kwaliteit")),
                Groep(_("What matters to me"), self._quotes("motief")),
                Groep(_("Where I know this from"), self._quotes("verbreden") + self._quotes("verdiepen")),
                Groep(_("What comes back"), self._quotes("rode_draad")),
                Groep(_("My rule"), self._quotes("leefregel")),
                Groep(_("How I use it"), self._quotes("gebruik")),
                Groep(_("What it brings me"), self._quotes("voordeel")),
                Groep(_("When it gets in my way"), self._quotes("nadeel")),
                Groep(_("What I take along"), self._quotes("inzicht")),
            ]
        )

    def _ahead(self) -> tuple[Groep, ...]:
        return _filled(
            [
                Groep(self._asked_for("mogelijkheid") or _("What is possible or needed"), self._quotes("mogelijkheid")),
                Groep(_("What I want to try"), self._quotes("uitproberen")),
                Groep(_("My next step"), self._quotes("stap")),
                Groep(_("How I go about it"), self._quotes("kans") + self._quotes("contact")),
                Groep(_("If something gets in the way"), self._quotes("belemmering")),
                Groep(_("Who can help me"), self._quotes("netwerk")),
                Groep(
                    _("What I agreed"), tuple(promise_line(b, current_taal()) for b in self._promises()), citaat=False
                ),
            ]
        )

    def _asked_for(self, slot: str) -> str:
        """Return the question that what fills a slot was an answer to."""
        invulling = self._verloop.verhaal.last(slot)
        return self._question(invulling.citaat.beurt) if invulling else ""

    def _seen(self) -> tuple[str, ...]:
        if not self._gekozen.lets("waarneming"):
            return ()
        return tuple(filter(None, (self._gedeeld.text(tekst) for tekst in observations(self._verloop))))

    def _promises(self) -> tuple[Belofte, ...]:
        if not self._gekozen.lets("afspraak"):
            return ()
        gedeeld = (Belofte(self._gedeeld.text(a.tekst), a.datum, a.status) for a in self._afspraken)
        return tuple(belofte for belofte in gedeeld if belofte.tekst)

    def _spoken(self) -> tuple[tuple[str, str], ...]:
        if not self._gekozen.lets(TRANSCRIPT):
            return ()
        gezegd = []
        for regel in self._verloop.regels:
            if regel.vervallen or not regel.tekst or regel.soort in (Soort.TERUG, Soort.APART):
                continue
            if regel.vraag in ("samen.dossier", *self._opening()):
                continue
            wie = {Spreker.LEERLING: _("I"), Spreker.MENTOR: _("Mentor")}.get(regel.spreker, "gesprek")
            # everything was let in, feelings too; only names go
            if tekst := self._gedeeld.text(regel.tekst):
                gezegd.append((wie, tekst))
        return tuple(gezegd)

    def _opening(self) -> tuple[str | None, ...]:
        """Return the reactions that say where the conversation is kept: that is nobody else's business."""
        reacties = self._verloop.bron.flow.reacties
        return reacties.begin, reacties.begin_niet_bewaren, reacties.begin_bekend

    def _shows(self) -> Iterable[tuple[Competentie, Uitspraak]]:
        """Yield what shows a competence: the longest quote of each answer to a question that is about it."""
        per_slot = competence_by_slot(self._verloop.bron.bank)
        beste: dict[tuple[int, Competentie], Citaat] = {}
        for slot, invullingen in self._verloop.verhaal.slots.items():
            deel = DEEL_VAN_SLOT.get(slot)
            if deel is None or slot in _ZONDER_COMPETENTIE or not self._gekozen.lets(deel):
                continue
            for citaat in (i.citaat for i in invullingen):
                competentie = self._competence(citaat.beurt) or per_slot.get(slot)
                if competentie is None or deel == "klein_verhaal":
                    continue
                oud = beste.get((citaat.beurt, competentie))
                if oud is None or citaat.tot - citaat.van > oud.tot - oud.van:
                    beste[citaat.beurt, competentie] = citaat
        for (beurt, competentie), citaat in sorted(beste.items(), key=lambda paar: paar[0][0]):
            if tekst := self._gedeeld.quote(citaat):
                yield competentie, Uitspraak(tekst, self._datum, self._verloop.gesprek.id, self._question(beurt))

    def _competence(self, beurt: int) -> Competentie | None:
        try:
            return self._verloop.bron.bank.find(self._verloop.beurten[beurt].vraag).competentie
        except KeyError:
            return None

    def _question(self, beurt: int) -> str:
        """Return the question that an answer was to; one in a mentor's own words, or one with fields, is left out."""
        id, taal = self._verloop.beurten[beurt].vraag, self._verloop.gesprek.taal
        if id.startswith(EIGEN):
            return ""
        try:
            vraag, deel = self._verloop.bron.bank.resolve(id)
        except KeyError:
            return ""
        tekst = (vraag if deel is None else vraag.units[deel]).tekst
        return "" if tekst.fields else tekst.in_taal(taal)

    def _quotes(self, slot: str, hoogstens: int = 4) -> tuple[str, ...]:
        """Return what filled a slot, when its part was let in."""
        if not self._gekozen.lets(DEEL_VAN_SLOT.get(slot, slot)):
            return ()
        uniek: dict[str, str] = {}
        for invulling in self._verloop.verhaal.slots.get(slot, ())[-hoogstens:]:
            verhalend = DEEL_VAN_SLOT.get(slot) == HERKEND
            if tekst := self._gedeeld.quote(invulling.citaat, verhaal=verhalend):
                uniek.setdefault(tekst.casefold().strip(" .!"), tekst)
        return tuple(uniek.values())

    def _first(self, slot: str, *, verhaal: bool = False) -> str:
        """Return what filled a slot last, when its part was let in."""
        invulling = self._verloop.verhaal.last(slot)
        if invulling is None or not self._gekozen.lets(DEEL_VAN_SLOT.get(slot, slot)):
            return ""
        return self._gedeeld.quote(invulling.citaat, verhaal=verhaal)


def _filled(groepen: Iterable[Groep]) -> tuple[Groep, ...]:
    return tuple(groep for groep in groepen if groep.regels)
