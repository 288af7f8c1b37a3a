"""Lay a report out as a page, in the language of now. Every sentence that a reader sees is put together here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gesprek.regels.oordeel import CODES, REGELNAMEN, Regelnaam
from gesprek.regels.verslag import Bewijs, Nadruk, Regelverslag, Tijdregel, Verslag
from gesprek.regels.verslag.uitgeschreven import Gespreksbeurt
from gesprek.regels.verslag.vraagt import Onderwerp
from gesprek.regels.verslag.weergave.blad import Alinea, Blad, Blok, Deel, Merk, Tabel, Vondst
from gesprek.regels.verslag.weergave.zinnen import (
    explain,
    kind_name,
    mark_name,
    outcome_name,
    part_name,
    phase_name,
    place,
    rule_name,
    topic_name,
)
from gesprek.taal import _, current_taal, ngettext
from vragen import load_hulp
from vragen.regels import load_regels

_RONDOM = 160
"""Characters of a turn that are shown around what shows something."""
_ERNA = 110
"""Characters of what was said next."""
_MEEST_GEHOUDEN = 3
"""Quotes of what was kept; of the others only the places are given."""


def lay_out(verslag: Verslag) -> Blad:
    """Return a report as a page."""
    delen = [
        *_care(verslag),
        _in_short(verslag),
        _course(verslag),
        *(_rule(verslag, nr, regel) for nr, regel in enumerate(verslag.regels, 1)),
        _feelings(verslag),
        _timeline(verslag),
        _about(verslag),
    ]
    titel = _("Report on a conversation")
    return Blad(current_taal(), titel, (verslag.gesprek.bestand, *_speakers(verslag)), tuple(delen))


def one_line(tekst: str, hoogstens: int) -> str:
    """Return a text on one line, cut at a word."""
    kaal = " ".join(tekst.split())
    if len(kaal) <= hoogstens:
        return kaal
    kort = kaal[:hoogstens]
    return f"{kort.rpartition(' ')[0] or kort} …"


def where(verslag: Verslag, nr: int, *, wie: bool = False) -> str:
    """Return where a turn stands in the file.

    :param wie: also who says it.
    """
    beurt = verslag.turn(nr)
    plek = place(verslag.gesprek.eenheid, beurt.van_regel, beurt.tot_regel)
    return f"{plek}, {beurt.spreker}" if wie else plek


def places(verslag: Verslag, nrs: Iterable[int]) -> str:
    """Return where several turns stand."""
    return ", ".join(where(verslag, nr) for nr in nrs)


# the parts


def _care(verslag: Verslag) -> Iterator[Deel]:
    if not verslag.zorg and not verslag.navraag:
        return
    blokken: list[Blok] = []
    if verslag.zorg:
        blokken.append(
            Alinea(
                _(
                    "At {places} the student says something that may be a sign of distress. That goes before any rule: "
                    "talk about it with the student and follow your school’s procedure. This report does nothing else "
                    "with those words."
                ).format(places=places(verslag, verslag.zorg))
            )
        )
    if verslag.navraag:
        blokken.append(
            Alinea(
                _(
                    "At {places} stands something that may be meant innocently, or not. You know the student: "
                    "ask about it when you are not sure."
                ).format(places=places(verslag, verslag.navraag))
            )
        )
    taal = current_taal()
    blokken += [
        Alinea(f"{lijn.nummer} ({lijn.wanneer.in_taal(taal)})", lijn.naam.in_taal(taal)) for lijn in load_hulp()
    ]
    yield Deel("zorg", _("First this"), tuple(blokken))


def _in_short(verslag: Verslag) -> Deel:
    blokken: list[Blok] = []
    if verslag.sterk is not None:
        regel = load_regels().find(verslag.sterk.regel)
        blokken.append(Alinea(f"{rule_name(verslag.sterk.regel)}. {regel.lof.in_taal(current_taal())}", _("Strong")))
        blokken.append(_emphasis(verslag, verslag.sterk, "gehouden"))
    elif verteld := [b for b in verslag.gesprek.beurten if b.kant == "leerling" and b.nr not in verslag.zorg]:
        meest = max(verteld, key=lambda b: len(b.tekst))
        zin = _("The student told most at {place}. Look at what you did just before.")
        blokken.append(Alinea(zin.format(place=where(verslag, meest.nr)), _("Strong")))
    if verslag.oefenen is not None:
        regel = load_regels().find(verslag.oefenen.regel)
        wat = regel.gebroken.in_taal(current_taal())
        blokken.append(Alinea(f"{rule_name(verslag.oefenen.regel)}. {wat}", _("To practise")))
        blokken.append(_emphasis(verslag, verslag.oefenen, "gebroken"))
        blokken.append(Alinea(_("How would you put it now? Think of your own words first.")))
        if verslag.oefenen.probeer:
            blokken.append(Alinea(f"‘{verslag.oefenen.probeer}’", _("For example")))
    else:
        blokken.append(Alinea(_("No rule was clearly broken."), _("To practise")))
    return Deel("kort", _("In short"), tuple(blokken))


def _emphasis(verslag: Verslag, nadruk: Nadruk, merk: Merk) -> Vondst:
    return finding(verslag, nadruk.bewijs, merk, heel=True)


def _course(verslag: Verslag) -> Deel:
    rijen = tuple(
        (
            phase_name(f.fase),
            _("begins at {place}").format(place=where(verslag, f.beurt)) if f.beurt else _("not reached"),
        )
        for f in verslag.fasen
    )
    blokken: list[Blok] = [
        Tabel(_("Phases"), (_("phase"), _("where")), rijen),
        Alinea(
            _("{share} of the words are the mentor’s: {mentor} of {all}. That is a number, not a mark.").format(
                share=f"{verslag.spreektijd.procent} %",
                mentor=verslag.spreektijd.mentor,
                all=verslag.spreektijd.mentor + verslag.spreektijd.leerling,
            ),
            _("Talk"),
        ),
        Alinea(_small_story(verslag), _("Small story")),
        Alinea(_core_word(verslag), _("Kernwoord")),
        Alinea(_runs(verslag), _("Questions about feeling")),
    ]
    return Deel("verloop", _("How it went"), tuple(blokken))


def _small_story(verslag: Verslag) -> str:
    bekend = [f"{part_name(d.onderdeel)} ({where(verslag, d.beurt)})" for d in verslag.klein_verhaal if d.beurt]
    niet = [part_name(d.onderdeel) for d in verslag.klein_verhaal if not d.beurt]
    zinnen = []
    if bekend:
        zinnen.append(_("Heard: {parts}.").format(parts=", ".join(bekend)))
    if niet:
        zinnen.append(_("Not heard: {parts}.").format(parts=", ".join(niet)))
    return " ".join(zinnen)


def _core_word(verslag: Verslag) -> str:
    kern = verslag.kernwoord
    if kern.gevraagd is None:
        return _("It was not asked for.")
    zinnen = [_("Asked for at {place}.").format(place=where(verslag, kern.gevraagd))]
    if not kern.woord:
        zinnen.append(_("Which word it became cannot be told from the text."))
        return " ".join(zinnen)
    zinnen.append(_("The word: ‘{word}’.").format(word=one_line(kern.woord, 60)))
    if kern.eerst is not None:
        zin = _("The student says it first, at {place}.")
        if not kern.van_leerling:
            zin = _("The mentor says it first, at {place}.")
        zinnen.append(zin.format(place=where(verslag, kern.eerst)))
    if kern.vooruit is not None:
        zinnen.append(_("The future is looked at through it at {place}.").format(place=where(verslag, kern.vooruit)))
    else:
        zinnen.append(_("The future is not looked at through it."))
    return " ".join(zinnen)


def _runs(verslag: Verslag) -> str:
    if not verslag.gevoelsreeksen:
        return _("Never two in a row.")
    return " ".join(
        _("{count} in a row: {places}.").format(count=len(reeks), places=places(verslag, reeks))
        for reeks in verslag.gevoelsreeksen
    )


def _rule(verslag: Verslag, nr: int, regel: Regelverslag) -> Deel:
    tekst = load_regels().find(regel.regel)
    blokken: list[Blok] = [Alinea(tekst.tekst.in_taal(current_taal())), Alinea(count(regel))]
    blokken += [Alinea(zin) for zin in _facts(verslag, regel)]
    blokken += [finding(verslag, b, "gebroken") for b in regel.gebroken]
    blokken += [finding(verslag, b, "twijfel") for b in regel.twijfel]
    blokken += [finding(verslag, b, "gehouden") for b in regel.gehouden[:_MEEST_GEHOUDEN]]
    if meer := list(dict.fromkeys(b.beurt for b in regel.gehouden[_MEEST_GEHOUDEN:])):
        blokken.append(Alinea(_("Kept too at {places}.").format(places=places(verslag, meer))))
    return Deel(f"regel-{nr}", f"{nr}. {rule_name(regel.regel)}", tuple(blokken), _short_count(regel))


def count(regel: Regelverslag) -> str:
    """Return in a sentence how often a rule was kept and broken."""
    if regel.uitspraak == "nvt":
        return _("Did not come up in this conversation.")
    if regel.vrij and not regel.gehouden:
        return _("Nowhere seen broken.")
    delen = [
        zin.format(count=aantal)
        for aantal, zin in (
            (len(regel.gehouden), ngettext("kept once", "kept {count} times", len(regel.gehouden))),
            (len(regel.gebroken), ngettext("broken once", "broken {count} times", len(regel.gebroken))),
            (len(regel.twijfel), ngettext("doubtful once", "doubtful {count} times", len(regel.twijfel))),
        )
        if aantal
    ]
    zin = ", ".join(delen)
    return zin[:1].upper() + zin[1:] + "."


def _short_count(regel: Regelverslag) -> str:
    tekens = (("+", len(regel.gehouden)), ("−", len(regel.gebroken)), ("?", len(regel.twijfel)))
    kort = " ".join(f"{teken}{aantal}" for teken, aantal in tekens if aantal)
    return kort or ("+" if regel.vrij else "·")


def _facts(verslag: Verslag, regel: Regelverslag) -> Iterator[str]:
    """Yield why what is broken matters, once per kind; and of some rules the numbers."""
    for code in dict.fromkeys(b.wat for b in (*regel.gebroken, *regel.twijfel) if b.wat in CODES):
        schending = load_regels().schending(code)
        naam, uitleg = schending.naam.in_taal(current_taal()), schending.uitleg.in_taal(current_taal())
        yield f"{naam[:1].upper()}{naam[1:]}: {uitleg}"
    match regel.regel:
        case "geen-waarom":
            zin = ngettext("{count} turn asks something.", "{count} turns ask something.", verslag.vragen)
            yield zin.format(count=verslag.vragen)
        case "emotiewoorden" if not verslag.gevoelswoorden:
            yield _("No feeling word of the student was heard.")
        case "verdiep" if not regel.gehouden:
            yield _("Nobody asked what exactly happened.")
        case "kernwoord" if verslag.kernwoord.gevraagd is None:
            yield _("Nobody asked for the student’s word.")
        case "nivea" if verslag.verbeterd:
            yield _("The student says that it was otherwise at {places}.").format(
                places=places(verslag, verslag.verbeterd)
            )
        case "verbreed":
            gezien = {b.wat for b in regel.gehouden}
            soorten: tuple[Onderwerp, ...] = ("elders", "eerder", "vergelijk")
            weg = [topic_name(o) for o in soorten if o not in gezien]
            if weg:
                yield _("Not asked: {parts}.").format(parts=", ".join(weg))


def finding(verslag: Verslag, bewijs: Bewijs, merk: Merk, *, heel: bool = False) -> Vondst:
    """Return a finding with its quote in the sentence around it.

    :param heel: show more of the turn.
    """
    beurt = verslag.turn(bewijs.beurt)
    voor, stuk, na = _around(beurt, bewijs, 2 * _RONDOM if heel else _RONDOM)
    erna = "" if merk == "gehouden" else _next_said(verslag, beurt)
    plek = where(verslag, beurt.nr, wie=True)
    return Vondst(merk, beurt.nr, plek, voor, stuk, na, explain(bewijs), erna)


def _around(beurt: Gespreksbeurt, bewijs: Bewijs, ruimte: int) -> tuple[str, str, str]:
    """Return what stands before a piece, the piece, and what stands after it; each cut to what can be read."""
    tekst = beurt.tekst
    stuk = one_line(tekst[bewijs.van : bewijs.tot], 2 * ruimte)
    over = max(ruimte - len(stuk), 40)
    voor, na = " ".join(tekst[: bewijs.van].split()), " ".join(tekst[bewijs.tot :].split())
    if len(voor) > over:
        voor = "… " + voor[-over:].partition(" ")[2]
    if len(na) > over:
        na = na[:over].rpartition(" ")[0] + " …"
    # what stood apart stays apart
    if voor and tekst[: bewijs.van][-1:].isspace():
        voor += " "
    if na and tekst[bewijs.tot :][:1].isspace():
        na = f" {na}"
    return voor, stuk, na


def _next_said(verslag: Verslag, beurt: Gespreksbeurt) -> str:
    erna = next((b for b in verslag.gesprek.beurten[beurt.nr :] if b.kant != "ander"), None)
    if erna is None or erna.kant == beurt.kant or erna.nr in verslag.zorg:
        return ""
    wie = _("Then the student") if erna.kant == "leerling" else _("Then the mentor")
    return f"{wie}: ‘{one_line(erna.tekst, _ERNA)}’"


def _feelings(verslag: Verslag) -> Deel:
    koppen = (_("where"), _("word"), _("what became of it"))
    rijen = []
    for g in verslag.gevoelswoorden:
        afloop = outcome_name(g.afloop)
        if g.door is not None:
            afloop += f" ({where(verslag, g.door)}{f', ‘{g.nieuw}’' if g.nieuw else ''})"
        rijen.append((where(verslag, g.beurt), f"‘{g.woord}’", afloop))
    uitleg = Alinea(
        _("Only the student’s own feelings count. Said back is: that very word, within two turns of the mentor.")
    )
    if not rijen:
        return Deel("gevoel", _("Feeling words"), (Alinea(_("No feeling word of the student was heard.")), uitleg))
    opgepakt = sum(g.afloop == "opgepakt" for g in verslag.gevoelswoorden)
    return Deel(
        "gevoel",
        _("Feeling words"),
        (Tabel(_("Feeling words of the student"), koppen, tuple(rijen)), uitleg),
        f"{opgepakt}/{len(rijen)}",
    )


def timeline_cells(verslag: Verslag, regel: Tijdregel, nr: int) -> tuple[str, ...]:
    """Return one turn of the mentor on the timeline: number, place, phase, question, and what it kept and broke."""
    if regel.rust:
        vraag = _("after a sign of distress; the rules rest here")
    else:
        vraag = kind_name(regel.vraagsoort)
        if regel.over:
            vraag += ": " + ", ".join(topic_name(o) for o in regel.over)
    per_merk: tuple[tuple[Merk, tuple[Regelnaam, ...]], ...] = (
        ("gebroken", regel.gebroken),
        ("twijfel", regel.twijfel),
        ("gehouden", regel.gehouden),
    )
    merken = [f"{mark_name(merk)}: {' · '.join(map(_numbered, regels))}" for merk, regels in per_merk if regels]
    fase = phase_name(regel.fase) if regel.fase else "–"
    return (str(nr), where(verslag, regel.beurt), fase, vraag, "; ".join(merken) or "–")


def _numbered(regel: Regelnaam) -> str:
    return f"{REGELNAMEN.index(regel) + 1} {rule_name(regel)}"


def _timeline(verslag: Verslag) -> Deel:
    koppen = (_("no."), _("where"), _("phase"), _("question"), _("rules"))
    rijen = tuple(timeline_cells(verslag, regel, nr) for nr, regel in enumerate(verslag.tijdlijn, 1))
    return Deel("tijdlijn", _("Timeline"), (Tabel(_("Every turn of the mentor, in order"), koppen, rijen),))


def _speakers(verslag: Verslag) -> Iterator[str]:
    for kant, zin in (
        ("mentor", _("Mentor: {names}.")),
        ("leerling", _("Student: {names}.")),
        ("ander", _("Not counted: {names}.")),
    ):
        namen = [s.naam for s in verslag.gesprek.sprekers if s.kant == kant]
        if namen:
            yield zin.format(names=", ".join(namen))
    if verslag.lijkt is not None:
        ander = _("English") if verslag.lijkt == "en" else _("Dutch")
        yield _("The words look like {language}; try --taal {code}.").format(language=ander, code=verslag.lijkt)


def _about(verslag: Verslag) -> Deel:
    gesprek = verslag.gesprek
    match gesprek.hoe:
        case "gekozen":
            hoe = _("Who the mentor is, was said with --mentor.")
        case "genoemd":
            hoe = _("Mentor and student are told apart by what they are called.")
        case "vragen":
            tel = ", ".join(f"{s.naam} {s.vragen}" for s in gesprek.sprekers)
            hoe = _(
                "The mentor is taken to be who asks most: turns with a question mark are {counts}. "
                "If that is wrong, choose with --mentor."
            ).format(counts=tel)
    zinnen = [
        hoe,
        _("This report is no grade and gives no score. It shows places to look at again. You were there, you judge."),
        _("Broken, kept and doubtful come from word lists and sentence structure. They miss things and err."),
        _("A mirror is only seen when it repeats the student word for word."),
    ]
    if gesprek.overgeslagen:
        plekken = ", ".join(place(gesprek.eenheid, nr) for nr in gesprek.overgeslagen[:12])
        if len(gesprek.overgeslagen) > 12:
            plekken += " …"
        zinnen.append(_("Left out, because nobody says it: {places}.").format(places=plekken))
    return Deel("over", _("What this report does not say"), tuple(Alinea(zin) for zin in zinnen))
