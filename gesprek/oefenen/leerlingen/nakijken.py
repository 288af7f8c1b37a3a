"""What in the file of a student contradicts itself, with the line and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gesprek.inlezen import Bevinding, Document, suggest
from gesprek.model import Taal
from gesprek.oefenen.leerlingen import Fragment, Leerling
from gesprek.oefenen.leerlingen.soorten import MINSTENS, NA_KERNWOORD, ONMISBAAR
from gesprek.taal import _
from gesprek.vouwen import fold


def contradictions(document: Document, leerling: Leerling, bestand: str) -> Iterator[Bevinding]:
    """Yield a finding for everything in the file that cannot be meant so.

    :param bestand: name of the file without its ending.
    """
    if leerling.naam != bestand:
        yield document.bevinding(
            ("naam",),
            _("The student is called “{name}” and the file “{file}”.").format(name=leerling.naam, file=bestand),
            _("Give both the same name."),
        )
    yield from _slots(document, leerling)
    yield from _ids(document, leerling)
    for nr, fragment in enumerate(leerling.fragmenten):
        yield from _trust(document, nr, fragment)
        for taal in leerling.talen:
            yield from _texts(document, nr, fragment, taal)
    for taal in leerling.talen:
        yield from _word_too_early(document, leerling, taal)
        yield from _twice(document, leerling, taal)
    yield from _one_language(document, leerling)


def _slots(document: Document, leerling: Leerling) -> Iterator[Bevinding]:
    er = {f.slot for f in leerling.fragmenten}
    if leerling.alarm != ("alarm" in er):
        yield document.bevinding(
            ("alarm",) if leerling.alarm else ("fragmenten",),
            _("“alarm: true” goes with a fragment whose slot is “alarm”, and only with that."),
            _("Add that fragment.") if leerling.alarm else _("Set “alarm: true”, or change the slot."),
        )
    for slot in ONMISBAAR if not leerling.alarm else ():
        if slot not in er:
            yield document.bevinding(
                ("fragmenten",),
                _("There is no fragment for “{slot}”.").format(slot=slot),
                _("Add one: without it a good conversation cannot reach its end."),
            )


def _ids(document: Document, leerling: Leerling) -> Iterator[Bevinding]:
    vaak = Counter(f.id for f in leerling.fragmenten)
    gezien: set[str] = set()
    for nr, fragment in enumerate(leerling.fragmenten):
        plek = ("fragmenten", nr)
        if fragment.id in gezien:
            yield document.bevinding(
                (*plek, "id"),
                _("The id “{id}” stands here twice.").format(id=fragment.id),
                _("Give each its own id."),
            )
        for eerder in fragment.na:
            if eerder not in vaak:
                yield document.bevinding(
                    (*plek, "na"), _("There is no fragment “{id}”.").format(id=eerder), suggest(eerder, vaak)
                )
            elif eerder not in gezien:
                yield document.bevinding(
                    (*plek, "na"),
                    _("“{id}” stands further down, so it cannot have been told before this.").format(id=eerder),
                    _("Move it up."),
                )
        gezien.add(fragment.id)


def _trust(document: Document, nr: int, fragment: Fragment) -> Iterator[Bevinding]:
    minst = MINSTENS.get(fragment.slot, 0)
    if fragment.verhaal == 1 and fragment.grens < minst:
        yield document.bevinding(
            ("fragmenten", nr, "vanaf"),
            _("“{slot}” is told too easily.").format(slot=fragment.slot),
            _("Ask for a trust of at least {least}.").format(least=minst / 100),
        )


def _texts(document: Document, nr: int, fragment: Fragment, taal: Taal) -> Iterator[Bevinding]:
    plek = ("fragmenten", nr, taal)
    teksten = fragment.nl if taal == "nl" else fragment.en
    if teksten is None:
        return  # said by _one_language
    for niveau in fragment.levels:
        if len(teksten.at(niveau)) < 2:
            yield document.bevinding(
                plek,
                _("“{key}” has fewer than two wordings.").format(key=niveau),
                _("Write two or more: at this trust the student can be that open."),
            )
    if not teksten.weer:
        yield document.bevinding(plek, _("“{key}” is missing.").format(key="weer"), _("Add it."))
    gevoel = fragment.gevoel.in_taal(taal) if fragment.gevoel else ""
    if gevoel and not teksten.terug:
        yield document.bevinding(plek, _("“{key}” is missing.").format(key="terug"), _("Add it."))
    for niveau in fragment.levels if gevoel else ():
        for zin in teksten.at(niveau):
            if fold(gevoel) not in fold(zin):
                yield document.bevinding(
                    (*plek, niveau),
                    _("The feeling word “{word}” is not in “{text}”.").format(word=gevoel, text=zin),
                    _("Put it in, or take “gevoel” out."),
                )


def _word_too_early(document: Document, leerling: Leerling, taal: Taal) -> Iterator[Bevinding]:
    """Yield where a kernwoord is said before it is asked."""
    woorden = [re.compile(rf"\b{re.escape(fold(w))}\b") for w in leerling.kernwoorden.in_taal(taal)]
    for nr, fragment in enumerate(leerling.fragmenten):
        if fragment.slot in NA_KERNWOORD:
            continue
        for zin in fragment.texts(taal).all:
            if any(woord.search(fold(zin)) for woord in woorden):
                yield document.bevinding(
                    ("fragmenten", nr, taal),
                    _("“{text}” has a kernwoord in it, before that was asked.").format(text=zin),
                    _("Say it in other words; the kernwoord comes only after comparing."),
                )


def _twice(document: Document, leerling: Leerling, taal: Taal) -> Iterator[Bevinding]:
    gezien: set[str] = set()
    for nr, fragment in enumerate(leerling.fragmenten):
        for zin in fragment.texts(taal).all:
            if fold(zin) in gezien:
                yield document.bevinding(
                    ("fragmenten", nr, taal),
                    _("“{text}” stands here twice.").format(text=zin),
                    _("Write another wording: nobody says the same thing twice word for word."),
                )
            gezien.add(fold(zin))


def _one_language(document: Document, leerling: Leerling) -> Iterator[Bevinding]:
    """Yield where English is half there."""
    spreekt = "en" in leerling.talen
    delen: list[tuple[tuple[str | int, ...], bool]] = [
        (("fragmenten", nr), f.en is not None) for nr, f in enumerate(leerling.fragmenten)
    ]
    delen += [(("ja_nee", nr), bool(j.en)) for nr, j in enumerate(leerling.ja_nee)]
    delen += [(("reacties", soort), bool(r.en.all)) for soort, r in leerling.reacties.items()]
    delen += [
        ((naam,), bool(eigen.en.all))
        for naam, eigen in (("aanloop", leerling.aanloop), ("uitweg", leerling.uitweg))
        if eigen is not None
    ]
    if leerling.kernwoorden.nl:
        delen.append((("kernwoorden",), bool(leerling.kernwoorden.en)))
    for plek, heeft in delen:
        if heeft != spreekt:
            yield document.bevinding(
                plek,
                _("English is here half there."),
                _("Give the whole student English texts, “beschrijving” too, or none at all."),
            )
