"""The end of a practice conversation: what moved the student, what was told, what to practise, and a card. No mark."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from gesprek.inlezen import Bevinding, Inleesfout
from gesprek.model import Taal
from gesprek.oefenen.nabespreking import Punt, care, distress_told, example, next_step, points
from gesprek.oefenen.oefengesprek import STILTE, Oefengesprek
from gesprek.oefenen.uitslag import openness, told_per_phase
from gesprek.taal import _
from gesprek.weergave import visible
from vragen.regels import load_regels

_WENDINGEN = 5
_CITAAT = 160
"""Characters of one's own words that are shown back."""


@dataclass(frozen=True, slots=True)
class Wending:
    """A turn that moved the student.

    :param nr: which turn, from 1.
    :param verschil: by how much, in hundredths; below zero the student closed.
    :param namen: what it kept or broke.
    """

    nr: int
    verschil: int
    uiting: str
    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A rule that was kept, or something that was broken, with the words that did so.

    :param citaten: the trainee's own words, oldest first.
    """

    naam: str
    keer: int
    citaten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """What to take along to the next real conversation: headings, each with its lines."""

    titel: str
    delen: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Afronding:
    """Everything that the end shows.

    :param openheid: at the start and after each turn, 0 to 1.
    :param verteld: (name of the phase, told, of how many).
    :param zorg: what is to be said about a sign of distress, if the student gave one. From there on openness and what
        is told do not count any more.
    :param daarna: what the mentor did after it: (whether that is right, a sentence).
    """

    openheid: tuple[float, ...]
    wendingen: tuple[Wending, ...]
    verteld: tuple[tuple[str, int, int], ...]
    kernwoord: bool
    gehouden: tuple[Telling, ...]
    geschonden: tuple[Telling, ...]
    sterk: str
    oefen: str
    zorg: str
    daarna: tuple[tuple[bool, str], ...]
    kaart: Kaart

    @property
    def told(self) -> tuple[int, int]:
        """How much was told, of how much."""
        return sum(n for _naam, n, _van in self.verteld), sum(van for _naam, _n, van in self.verteld)


def phase_name(fase: str) -> str:
    """Return a phase of the conversation in the language of now."""
    return {
        "terugkijken": _("Looking back"),
        "reflecteren": _("Reflecting"),
        "vooruitkijken": _("Looking ahead"),
        "activeren": _("Taking action"),
    }[fase]


def round_off(gesprek: Oefengesprek) -> Afronding:
    """Return the end of a practice conversation."""
    taal, eind = gesprek.taal, gesprek.close()
    punten = [list(points(beurt, taal)) for beurt in gesprek.beurten]
    gehouden, geschonden = (_count([p for ps in punten for p in ps if p.gehouden is goed]) for goed in (True, False))
    alarm = gesprek.toestand.alarm
    wendingen = _turning_points(gesprek, punten)
    verteld = tuple((phase_name(fase), n, van) for fase, (n, van) in told_per_phase(gesprek).items())
    return Afronding(
        openheid=tuple(openness(gesprek))[: alarm + 1 if alarm else None],
        wendingen=tuple(w for w in wendingen if not alarm or w.nr <= alarm),
        verteld=() if alarm else verteld,
        kernwoord=eind.kernwoord,
        gehouden=gehouden,
        geschonden=geschonden,
        sterk=_strength(gesprek, taal),
        oefen=_to_practise(gesprek, taal),
        zorg=distress_told(gesprek),
        daarna=tuple(dict.fromkeys(punt for b in gesprek.beurten if b.voor.alarm for punt in care(b))),
        kaart=make_card(gesprek),
    )


def _turning_points(gesprek: Oefengesprek, punten: list[list[Punt]]) -> tuple[Wending, ...]:
    """Return the turns that moved the student most, in the order in which they came."""
    alle = [
        Wending(
            nr,
            beurt.na.vertrouwen.v - beurt.voor.vertrouwen.v,
            _spoken(beurt.uiting),
            tuple(dict.fromkeys(p.naam for p in ps if p.gehouden is (beurt.na.vertrouwen.v > beurt.voor.vertrouwen.v))),
        )
        for nr, (beurt, ps) in enumerate(zip(gesprek.beurten, punten, strict=True), 1)
    ]
    meest = sorted((w for w in alle if w.verschil), key=lambda w: (-abs(w.verschil), w.nr))[:_WENDINGEN]
    return tuple(sorted(meest, key=lambda w: w.nr))


def _spoken(uiting: str) -> str:
    return _("(silence)") if uiting == STILTE else uiting[:_CITAAT]


def _count(punten: list[Punt]) -> tuple[Telling, ...]:
    """Return what was kept or broken with its quotes, the most frequent first."""
    per: dict[str, list[Punt]] = {}
    for punt in punten:
        per.setdefault(punt.code, []).append(punt)
    tellingen = [Telling(ps[0].naam, len(ps), tuple(p.citaat[:_CITAAT] for p in ps)) for ps in per.values()]
    return tuple(sorted(tellingen, key=lambda t: -t.keer))


def _most(aantallen: dict[str, int]) -> str:
    return max(aantallen, key=lambda naam: aantallen[naam], default="")


def _strength(gesprek: Oefengesprek, taal: Taal) -> str:
    if gesprek.toestand.alarm:
        goed = [zin for b in gesprek.beurten for wel, zin in care(b) if wel]
        return goed[0] if goed else _("The student told you: so there was trust.")
    sterk = _most(gesprek.close().gehouden)
    if sterk:
        return load_regels().find(sterk).lof.in_taal(taal)
    if gesprek.beurten and any(b.zet.spiegelt for b in gesprek.beurten):
        return _("You gave the student’s own words back.")
    return _("You began, and you looked at what your words do.")


def _to_practise(gesprek: Oefengesprek, taal: Taal) -> str:
    if gesprek.toestand.alarm:
        fout = [zin for b in gesprek.beurten for wel, zin in care(b) if not wel]
        return fout[0] if fout else next_step(gesprek) or _("Do the same with another student.")
    zwak = _most(gesprek.close().geschonden)
    if zwak:
        schending = load_regels().schending(zwak)
        return f"{schending.naam.in_taal(taal)}. {schending.uitleg.in_taal(taal)}"
    return next_step(gesprek) or _("Do the same with another student.")


def make_card(gesprek: Oefengesprek) -> Kaart:
    """Return the card for the next real conversation."""
    taal = gesprek.taal
    delen: list[tuple[str, tuple[str, ...]]] = []
    goed = "" if gesprek.toestand.alarm else _best_words(gesprek)
    sterk = _strength(gesprek, taal)
    delen.append((_("Keep doing this"), (sterk, f"‘{goed}’") if goed else (sterk,)))
    delen.append((_("Practise this"), (_to_practise(gesprek, taal), *_instead(gesprek, taal))))
    if (verder := next_step(gesprek)) and verder != _to_practise(gesprek, taal):
        delen.append((_("Do not forget"), (verder,)))
    return Kaart(_("For my next conversation"), tuple(delen))


def _best_words(gesprek: Oefengesprek) -> str:
    """Return the utterance that opened the student most and broke nothing; empty when there is none."""
    goed = [b for b in gesprek.beurten if not b.zet.oordeel.schendt and b.uiting != STILTE and b.zet.oordeel.houdt]
    beste = max(goed, key=lambda b: b.na.vertrouwen.v - b.voor.vertrouwen.v, default=None)
    return beste.uiting[:_CITAAT] if beste else ""


def _instead(gesprek: Oefengesprek, taal: Taal) -> tuple[str, ...]:
    """Return one's own sentence with what was broken most, and another way to say it."""
    zwak = "" if gesprek.toestand.alarm else _most(gesprek.close().geschonden)
    for beurt in gesprek.beurten:
        if zwak in beurt.zet.oordeel.schendt and (anders := example(beurt, taal)):
            return (
                _("I said: {text}").format(text=f"‘{beurt.uiting[:_CITAAT]}’"),
                _("Better: {text}").format(text=f"‘{anders}’"),
            )
    return ()


def card_as_md(kaart: Kaart) -> str:
    """Return the card as Markdown."""
    delen = [f"# {kaart.titel}"]
    for kop, regels in kaart.delen:
        delen += [f"## {kop}", *(_escape_md(regel) for regel in regels)]
    return "\n\n".join(delen) + "\n"


def _escape_md(tekst: str) -> str:
    plat = " ".join(visible(tekst).split())
    return "".join(f"\\{teken}" if teken in "\\`*_{}[]<>#|~" else teken for teken in plat)


def card_as_html(kaart: Kaart, taal: Taal) -> str:
    """Return the card as a page that prints on a quarter of a sheet."""
    delen = "".join(
        f"<h2>{html.escape(kop)}</h2>" + "".join(f"<p>{html.escape(visible(regel))}</p>" for regel in regels)
        for kop, regels in kaart.delen
    )
    titel = html.escape(kaart.titel)
    return (
        f'<!doctype html><html lang="{taal}"><head><meta charset="utf-8"><title>{titel}</title>'
        "<style>body{font:16px/1.5 Georgia,serif;max-width:26em;margin:2em auto;padding:1.5em;border:1px solid #777}"
        "h1{font-size:1.3em;margin:0}h2{font-size:1em;margin:1.2em 0 .2em;color:#17604f}p{margin:.2em 0}"
        "@media print{body{margin:0}}</style></head>"
        f"<body><h1>{titel}</h1>{delen}</body></html>\n"
    )


def save_card(kaart: Kaart, taal: Taal, doel: Path) -> None:
    """Write the card to a file; what stands in that file is gone.

    :raises Inleesfout: when the name ends in something else than .html or .md, or it cannot be written.
    """
    match doel.suffix.casefold():
        case ".html" | ".htm":
            tekst = card_as_html(kaart, taal)
        case ".md":
            tekst = card_as_md(kaart)
        case _:
            raise _trouble(doel, _("It is not clear how to write this."), _("Let the name end in .html or .md."))
    try:
        doel.write_text(tekst, encoding="utf-8", newline="\n", errors="replace")
    except (OSError, ValueError) as fout:
        reden = getattr(fout, "strerror", None) or str(fout)
        wat = _("The card cannot be written: {reason}.").format(reason=reden)
        raise _trouble(doel, wat, _("Choose another place.")) from fout


def _trouble(doel: Path, wat: str, herstel: str) -> Inleesfout:
    return Inleesfout([Bevinding(doel.name, 0, wat, herstel)])
