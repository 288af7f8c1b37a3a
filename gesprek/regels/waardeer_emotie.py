"""Handelingsregel 4, waardeer-emotie: value an emotion, do not go into it.

Kept: one short sentence for the feeling, then back to the event. Broken by ``emotie_graven``: further into the emotion
(how deep, where in the body, what is under it, which feelings more, a scale of it), positive ones too.
Not broken: one sentence of acknowledgement, and asking what brought the feeling about. Advice or digging in the form of
a question is only that; an either-or form adds ``gesloten``.
"""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.regels.gevoelsvraag import about_feeling
from gesprek.regels.ontleding import Ontleding
from gesprek.regels.oordeel import Gehouden, Opmerking

_GRAVEN = frozenset(
    {
        "graven",
        "graven_lijf",
        "graven_lijf_bij",
        "graven_bij",
        "graven_eigen",
        "graven_los",
        "graven_twijfel",
        "hoe_erg",
        "naam_gevoel",
    }
)
"""Kinds without which nothing digs."""
_ERKENNING = 12
"""Most words of an acknowledgement."""
_BLOOT = 9
"""Most words of a sentence in which a piece that digs is all that is said."""


def broken(o: Ontleding) -> Iterator[Opmerking]:
    """Yield where the mentor goes further into the feeling."""
    if _GRAVEN.isdisjoint(o.vondst):
        return
    vrij = {nr for t in o.vondst.get("geen_graven", ()) for nr in range(t.begin, t.einde)}
    for t in o.unquoted("graven"):
        if t.begin not in vrij and not (o.quoted(t.begin, t.einde) and not o.asks(t.begin)):
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("graven_lijf"):
        if t.begin not in vrij and not o.echoes(t.einde - 1, t.einde):
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("graven_lijf_bij"):
        if (
            t.begin not in vrij
            and not o.echoes(t.einde - 1, t.einde)
            and (o.is_(t.begin + 2, "ervan") or o.student_feels)
        ):
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("graven_bij"):
        vraag = next((v for v in o.vragen if v.begin <= t.begin < v.einde), None)
        if vraag is not None and vraag.vorm == "aanhangsel":
            continue  # diep vanbinnen vond je het leuk, toch: that is filled in
        if t.begin not in vrij and _asks(o, t.begin) and _with_feeling(o, t.begin):
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("graven_eigen"):
        if t.begin not in vrij and any(o.echoes(nr, nr + 1) for nr in range(t.begin + 1, t.einde)) and o.student_feels:
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("graven_los"):
        zin = o.zinnen[o.sentence_of(t.begin)]
        if zin.vraagteken and zin.kern == t.begin and zin.einde - t.einde <= 1:
            yield o.remark("emotie_graven", t.begin, t.einde)
    for t in o.unquoted("hoe_erg"):
        gevoel = next((g for g in o.gevoel if t.einde <= g[0] <= t.einde + 1 and not o.is_(g[0], "mild")), None)
        voorop = (
            any(v.begin <= t.begin <= v.begin + 1 for v in o.vragen) or o.zinnen[o.sentence_of(t.begin)].kern == t.begin
        )
        if gevoel and voorop and t.begin not in vrij and _how_much(o, t.begin):
            yield o.remark("emotie_graven", t.begin, gevoel[1])
    for begin, einde in about_feeling(o, vrij):
        yield o.remark("emotie_graven", begin, einde)
    for t in o.unquoted("graven_twijfel"):
        if t.begin not in vrij:
            yield o.remark("emotie_graven", t.begin, t.einde, zeker=False)


def _asks(o: Ontleding, nr: int) -> bool:
    """Whether a sentence asks, be it with no more than ``hoe verdrietig dan`` to a student who feels."""
    zin = o.zinnen[o.sentence_of(nr)]
    return o.asks(nr) or (
        o.student_feels
        and zin.einde - zin.kern <= _BLOOT
        and any(o.is_(n, "vraagwoord") for n in range(zin.begin, zin.einde))
    )


def _how_much(o: Ontleding, nr: int) -> bool:
    """Whether ``hoe blij`` asks how much of it: in a question about ``je``, not ``hoe leuk dat``."""
    zin = o.zinnen[o.sentence_of(nr)]
    return any(o.is_(n, "jij") for n in range(nr, zin.einde)) and (
        zin.vraagteken or any(v.zin == o.sentence_of(nr) for v in o.vragen)
    )


def _with_feeling(o: Ontleding, nr: int) -> bool:
    """Whether a feeling is named in the same sentence, or in the one before it."""
    zin_nr = o.sentence_of(nr)
    begin = o.zinnen[max(zin_nr - 1, 0)].begin
    einde = o.zinnen[zin_nr].einde
    return (
        any(begin <= b < einde and polariteit for b, _e, polariteit in o.gevoel)
        or any(begin <= t.begin < einde for t in o.vondst.get("gevoelsnaam", ()))
        or o.student_feels
    )


def kept(o: Ontleding) -> Iterator[Gehouden]:
    """Yield a short acknowledgement that is followed by a question about the event."""
    if "erkenning" not in o.vondst:
        return
    for nr, zin in enumerate(o.zinnen):
        erkent = next((t for t in o.vondst["erkenning"] if zin.begin <= t.begin < zin.einde), None)
        if erkent and zin.einde - zin.begin <= _ERKENNING and any(v.zin > nr for v in o.vragen):
            yield o.keeps("waardeer-emotie", erkent.begin, erkent.einde)
