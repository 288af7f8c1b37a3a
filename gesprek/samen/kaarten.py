"""The question cards that lie ready for the mentor: what fits the step of now, what was not used yet first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.velden import polariteit
from gesprek.model import EIGEN
from gesprek.samen.verloop import Samenverloop
from gesprek.weergave import fields
from vragen import Vraag, slots_of, wordings

MEEST = 9
_KIEST = frozenset({"ervaring"})
"""What chooses an experience: no card once there is one."""
"""As many as there are digits to pick them with."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """One question card.

    :param id: of the question in the bank, or of its part.
    :param tekst: as the mentor reads it out: of the source to the letter, with the student's words filled in.
    :param nu: it is what the flow would ask now.
    :param gesteld: it was asked before in this conversation.
    :param gevoel: the student's feeling word that it goes back to, when it was brought up for that.
    """

    id: str
    tekst: str
    nu: bool = False
    gesteld: bool = False
    gevoel: str = ""


def cards(verloop: Samenverloop) -> list[Kaart]:
    """Return the cards for the step of now, at most nine: the one of now first, what was asked before last."""
    voorstel, bank = verloop.suggestion, verloop.bron.bank
    if voorstel is None:
        return []
    gehad = {r.vraag for r in verloop.regels if _asked(r.soort.asks, r.vraag) and not r.vervallen}
    gevoel = _feeling(verloop)
    ids = list(dict.fromkeys(_fitting(verloop)))
    delen = {bank.find(id).id for id in ids if id != bank.find(id).id}
    ids = [id for id in ids if id not in delen]  # of a question whose part lies ready the whole is left out
    kaarten = []
    for id in ids:
        gesteld = id in gehad or bank.find(id).id in gehad
        kaarten.append(
            Kaart(
                id,
                verloop.card_text(id),
                nu=id == voorstel.id,
                gesteld=gesteld,
                gevoel=gevoel if not gesteld and id in _before_the_feeling(verloop) else "",
            )
        )
    kaarten.sort(key=lambda kaart: (not kaart.nu, kaart.gevoel == "", kaart.gesteld))
    return kaarten[:MEEST]


def _asked(asks: bool, id: str) -> bool:
    return asks and not id.startswith(EIGEN)


def _fitting(verloop: Samenverloop) -> Iterator[str]:
    """Yield the ids of what fits now, the closest first."""
    voorstel, bron, verhaal = verloop.suggestion, verloop.bron, verloop.verhaal
    if voorstel is None:
        return
    if not voorstel.id.startswith(EIGEN):
        yield voorstel.id
    if _feeling(verloop):
        yield from _before_the_feeling(verloop)[:1]
    stap = bron.stappen.get(voorstel.stap)
    keuzes = [
        k for k in (stap.vraagt if stap else ()) if not k.per and (not k.als or bron.guards[k.als].holds(verhaal))
    ]
    kant = polariteit(verhaal)
    eigen = [
        id
        for keuze in keuzes
        for id in keuze.ids
        if bron.bank.find(id).polariteit in (None, kant) or kant == "onbekend"
    ]
    yield from eigen
    if voorstel.vraag.meer or voorstel.vraag.soort != "vraag":
        return
    gezocht = {slot for id in eigen for slot in slots_of(bron.bank.find(id))} | set(voorstel.vult)
    bijlage = [v for v in bron.bank.vragen.values() if v.onderdeel == verloop.fase and v.polariteit in (None, kant)]
    if voorstel.basis.lichter:
        yield voorstel.basis.lichter
    yield from (v.id for v in bijlage if slots_of(v) & gezocht)
    if verloop.fase == next(iter(bron.flow.fasen)) and "ervaring" in verhaal.slots:
        yield from (v.id for v in bijlage if not slots_of(v) & _KIEST)


def _feeling(verloop: Samenverloop) -> str:
    """Return the feeling word whose cause is not told yet; empty when there is none."""
    emotie = verloop.verhaal.last("emotie")
    terug = verloop.fase == next(iter(verloop.bron.flow.fasen))
    return emotie.citaat.tekst if emotie and terug and "aanleiding" not in verloop.verhaal.slots else ""


def _before_the_feeling(verloop: Samenverloop) -> list[str]:
    """Return the questions of the flow that ask what happened right before the feeling."""
    bank = verloop.bron.bank
    ids = (id for stap in verloop.bron.stappen.values() for keuze in stap.vraagt for id in keuze.ids)
    return [id for id in dict.fromkeys(ids) if _names_the_feeling(bank.find(id))]


def _names_the_feeling(vraag: Vraag) -> bool:
    return "aanleiding" in slots_of(vraag) and any(
        "emotie" in fields(tekst.nl) for unit in vraag.units for tekst in wordings(unit, "samen")
    )
