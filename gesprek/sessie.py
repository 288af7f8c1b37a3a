"""A conversation between a front end, the :class:`~gesprek.verloop.Verloop` and the archive.

Every front end goes through here, so that what is shown has been kept: an answer is in the archive before
its outcome is returned. When keeping fails, the conversation is as it was before the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Self

from gesprek import luisteren
from gesprek.archief import Archief, Archieffout, Schrijfwerk
from gesprek.bewoorden import Geschiedenis
from gesprek.bron import Bron, bron_from_content, load_bron
from gesprek.model import Beurt, Gesprek, Modus, Taal
from gesprek.taal import _
from gesprek.uiting import Uiting, Uitkomst
from gesprek.verhuizen import Verhuizing, plan_move
from gesprek.verloop import Verloop
from vragen import load_hulp

Klok = Callable[[], datetime]
_NAAM_TEKENS = 40


class Onverhuisbaar(Exception):
    """A conversation cannot be moved to the flow of now.

    :param vragen: ids of its questions that the bank does not have any more.
    """

    def __init__(self, vragen: tuple[str, ...]) -> None:
        super().__init__(
            _("This conversation holds questions that are gone ({ids}); go on with it without --nieuw.").format(
                ids=", ".join(vragen)
            )
        )
        self.vragen = vragen


def clean(tekst: str) -> str:
    """Return a text without halves of characters, which no file can hold."""
    return tekst.encode("utf-8", "replace").decode("utf-8")


def local_now() -> datetime:
    """Return the moment of now, with the time zone of this machine."""
    return datetime.now().astimezone()


class Sessie:
    """One conversation in progress. Make it with :meth:`begin` or :meth:`resume`."""

    verloop: Verloop

    def __init__(self, archief: Archief, bron: Bron, verloop: Verloop, klok: Klok, *, begonnen: bool) -> None:
        self.archief = archief
        self.bron = bron
        self.verloop = verloop
        self._klok = klok
        self._begonnen = begonnen
        self._ongeschreven: list[Beurt] = []
        self.verhuizing: Verhuizing | None = None
        load_hulp()  # a broken list of help lines must show now, not when it is needed

    @classmethod
    def begin(
        cls,
        archief: Archief,
        flow: str,
        taal: Taal,
        modus: Modus = "zelf",
        klok: Klok = local_now,
        id: str | None = None,
        *,
        leerling: str = "",
        mentor: str = "",
    ) -> Self:
        """Begin a new conversation. Nothing is kept before the first answer (or draft).

        :param flow: name of a flow, or a path to its file.
        :param id: ULID to use; a new one by default.
        :param leerling: first name or alias of the student; ``mentor``: of the mentor. Never needed.
        :raises Inleesfout: when flow or bank is broken.
        """
        from ulid import ULID

        bron = load_bron(flow)
        nu = klok()
        gesprek = Gesprek(
            id=id or str(ULID.from_datetime(nu)),
            modus=modus,
            flow=bron.flow.flow,
            bron=bron.fingerprint,
            taal=taal,
            begonnen=nu,
            bijgewerkt=nu,
            leerling=" ".join(leerling.split())[:_NAAM_TEKENS],
            mentor=" ".join(mentor.split())[:_NAAM_TEKENS],
        )
        verloop = verloop_of(modus)(bron, gesprek, history(archief, gesprek), archief.plek)
        return cls(archief, bron, verloop, klok, begonnen=False)

    @classmethod
    def resume(
        cls, archief: Archief, id: str | None = None, klok: Klok = local_now, *, flow: str | None = None
    ) -> Self:
        """Go on with a conversation, with the flow and bank that it began with.

        :param id: which; the newest unfinished one by default.
        :param flow: move it to this flow (and the bank) of now first.
        :raises OnbekendGesprek: when there is none.
        :raises Onverhuisbaar: when it holds questions that the bank of now does not have.
        """
        if id is None:
            onaf = archief.recent(aantal=1, klaar=False)
            id = onaf[0].id if onaf else ""
        gesprek, beurten = archief.read(id)
        bron = bron_from_content(archief.read_bron(gesprek.bron))
        verhuizing: Verhuizing | None = None
        if flow is not None and (nieuw := load_bron(flow)).fingerprint != gesprek.bron:
            verhuizing = plan_move(beurten, bron, nieuw)
            if verhuizing.kwijt:
                raise Onverhuisbaar(verhuizing.kwijt)
            archief.move(gesprek.id, nieuw.fingerprint, nieuw.inhoud, verhuizing.stappen)
            gesprek, beurten, bron = replace(gesprek, bron=nieuw.fingerprint), verhuizing.apply(beurten), nieuw
        soort = verloop_of(gesprek.modus)
        verloop = soort.replay(bron, gesprek, beurten, history(archief, gesprek), archief.plek)
        sessie = cls(archief, bron, verloop, klok, begonnen=True)
        sessie.verhuizing = verhuizing
        return sessie

    @property
    def gesprek(self) -> Gesprek:
        """The head of the conversation."""
        return self.verloop.gesprek

    @property
    def kept(self) -> bool:
        """Whether anything of this conversation is in an archive that lasts."""
        return self._begonnen and bool(self.archief.plek)

    @property
    def now(self) -> Uiting | None:
        """The question that is open."""
        return self.verloop.now

    def start(self) -> Uitkomst:
        """Say who is speaking and ask the first question."""
        uitkomst = self.verloop.start(self._klok())
        self._ongeschreven.extend(uitkomst.beurten)
        return uitkomst

    def answer(self, tekst: str) -> Uitkomst:
        """Take an answer, keep it, and return what comes next.

        :raises Archieffout: when it could not be kept; the question is still open then.
        """
        schoon = clean(tekst)
        uitkomst = self._do(lambda verloop, nu: verloop.answer(schoon, nu))
        if self.verloop.zorg and self._begonnen:
            self.archief.write_concept(self.gesprek.id, "", "")
        if uitkomst.actie == "wissen":
            self.erase()
        return uitkomst

    def skip(self) -> Uitkomst:
        """Leave the open question for what it is."""
        return self._do(lambda verloop, nu: verloop.skip(nu))

    def back(self) -> Uitkomst:
        """Go back to the question before this one."""
        return self._do(lambda verloop, nu: verloop.back(nu))

    def strike(self, nr: int) -> None:
        """Take the words of an answer out, here and in the archive.

        :raises ValueError: when that turn is no answer.
        """
        verloop, geschrapt = self.verloop.strike(nr)
        self._write(verloop, verloop.reword(self._klok()), geschrapt)
        zorg, self.verloop = self.verloop.zorg, verloop
        self.verloop.zorg = zorg

    def keep_draft(self, tekst: str) -> None:
        """Keep what is being typed, so that it survives a crash. Words that sound like distress are not kept."""
        vraag = self.now
        if vraag is None or self.verloop.zorg or not self.archief.plek:
            return
        schoon = clean(tekst)
        if luisteren.luister(schoon, self.gesprek.taal).zorg:
            schoon = ""
        if not self._begonnen:
            if not schoon.strip():
                return
            self._write(self.verloop, (), ())
        self.archief.write_concept(self.gesprek.id, vraag.vraag + vraag.deel, schoon)

    def draft(self) -> str:
        """Return what was being typed on the open question."""
        vraag = self.now
        concept = self.archief.read_concept(self.gesprek.id) if self._begonnen else None
        if vraag is None or concept is None or concept[0] != vraag.vraag + vraag.deel:
            return ""
        return concept[1]

    def erase(self) -> None:
        """Delete this conversation."""
        if self._begonnen:
            self.archief.erase(self.gesprek.id)
        self._begonnen = False
        self._ongeschreven.clear()
        self.verloop.klaar = True

    def _do(self, handeling: Callable[[Verloop, datetime], Uitkomst]) -> Uitkomst:
        voor, zorg = list(self.verloop.beurten), self.verloop.zorg
        uitkomst = handeling(self.verloop, self._klok())
        if uitkomst.beurten or uitkomst.gewist:
            try:
                self._write(self.verloop, uitkomst.beurten, uitkomst.gewist)
            except Archieffout:
                self.verloop = self.verloop.replay(
                    self.bron, self.gesprek, voor, self.verloop.geschiedenis, self.verloop.bewaarplek
                )
                self.verloop.zorg = zorg
                raise
        return uitkomst

    def _write(self, verloop: Verloop, beurten: tuple[Beurt, ...], gewist: tuple[Beurt, ...]) -> None:
        nu = self._klok()
        opbrengst = verloop.opbrengst()
        verloop.gesprek = replace(
            verloop.gesprek, bijgewerkt=nu, klaar=nu if opbrengst.klaar else None, titel=opbrengst.titel
        )
        self.archief.write(
            Schrijfwerk(
                gesprek=verloop.gesprek,
                beurten=(*self._ongeschreven, *beurten),
                gewist=gewist,
                bron=None if self._begonnen else self.bron.inhoud,
                opbrengst=opbrengst,
                terugvraag=verloop.geschiedenis.oude_afspraken,
            )
        )
        self._begonnen = True
        self._ongeschreven.clear()


def verloop_of(modus: Modus) -> type[Verloop]:
    """Return how a conversation of a mode goes forward."""
    if modus == "samen":
        from gesprek.samen.verloop import Samenverloop

        return Samenverloop
    return Verloop


def history(archief: Archief, gesprek: Gesprek) -> Geschiedenis:
    """Return what a conversation may know of earlier ones of the same student."""
    id, leerling = gesprek.id, gesprek.leerling
    return Geschiedenis(
        archief.wordings_before(id, leerling),
        archief.open_afspraken(voor=id, leerling=leerling),
        archief.finished_before(id, leerling),
    )
