"""A conversation that is read back, as it is shown: its story, and the lines that were said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from gesprek.archief import Archief
from gesprek.model import Afspraak, Gesprek, Taal
from gesprek.taal import _, ngettext
from gesprek.verteld import Gezegd, Hoofdstuk
from gesprek.zoeken import find_places
from tui.tekst import Stuk, Woorden, lines, one_line, words
from tui.widgets.kaart import spaced


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What is shown of a conversation.

    :param dag: the day on which it began, as people write it.
    :param woord: its kernwoord, or empty.
    :param antwoorden: how many answers the student gave.
    """

    gesprek: Gesprek
    dag: str
    woord: str
    antwoorden: int
    verhaal: Sequence[Hoofdstuk]
    gezegd: Sequence[Gezegd]
    afspraken: Sequence[Afspraak]


def read(archief: Archief, id: str, taal: Taal) -> Gelezen:
    """Read a conversation."""
    from babel.dates import format_skeleton

    from gesprek.samen.sessie import resume
    from gesprek.verteld import tell, transcript

    sessie = resume(archief, id)
    afspraken = archief.afspraken(sessie.gesprek.id)
    gezegd = list(transcript(sessie.verloop))
    return Gelezen(
        sessie.gesprek,
        format_skeleton("yMMMEd", sessie.gesprek.begonnen.date(), locale=taal),
        sessie.verloop.opbrengst().kernwoord or "",
        sum(g.soort == "eigen" for g in gezegd),
        tell(sessie.verloop, afspraken),
        gezegd,
        afspraken,
    )


class Regel(Woorden):
    """A line of what was said.

    :param gezocht: what is looked for; marked where it stands.
    :param gewezen: whether this is the place that was found.
    """

    def __init__(self, gezegd: Gezegd, mentor: str, gezocht: str = "", *, gewezen: bool = False) -> None:
        super().__init__(_set_line(gezegd, mentor, gezocht, gewezen), classes=f"-{gezegd.soort}")
        self.nr = gezegd.nr


def _set_line(gezegd: Gezegd, mentor: str, gezocht: str, gewezen: bool) -> Content:
    if gezegd.soort == "fase":
        return words((gezegd.tekst, "$now bold"))
    voor = "▸ " if gewezen else ""
    if gezegd.soort == "mentor":
        voor += f"{mentor}: "
    elif gezegd.soort == "gezien":
        voor += _("{name} saw:").format(name=mentor) + " "
    stukken: list[Stuk] = [(voor, "$now bold")]
    vanaf = 0
    for van, tot in find_places(gezegd.tekst, gezocht) if gezocht and gezegd.soort != "programma" else ():
        stukken += [gezegd.tekst[vanaf:van], (f"‹{gezegd.tekst[van:tot]}›", "bold underline")]
        vanaf = tot
    return words(*stukken, gezegd.tekst[vanaf:])


def what_goes(gelezen: Gelezen) -> str:
    """Return what will be gone with a conversation."""
    delen = [ngettext("{count} answer", "{count} answers", gelezen.antwoorden).format(count=gelezen.antwoorden)]
    if gelezen.woord:
        delen.append(_("the word ‘{word}’").format(word=one_line(gelezen.woord, 30)))
    if aantal := len(gelezen.afspraken):
        delen.append(ngettext("{count} agreement", "{count} agreements", aantal).format(count=aantal))
    return _("That is: {parts}.").format(parts=", ".join(delen))


def story(gelezen: Gelezen) -> list[Widget]:
    """Return the page of a story."""
    if not gelezen.verhaal:
        return [Woorden(words((_("Nothing told yet"), "$quiet")), classes="-leeg")]
    vakken: list[Widget] = []
    if gelezen.woord:
        vakken.append(Woorden(words((spaced(one_line(gelezen.woord, 60)), "$own bold")), classes="-woord"))
    for hoofdstuk in gelezen.verhaal:
        vakken.append(Woorden(words((hoofdstuk.naam, "$now bold")), classes="-fase"))
        for alinea in hoofdstuk.alineas:
            if alinea.kop:
                vakken.append(Woorden(words((alinea.kop, "$quiet"))))
            vakken.append(Woorden(lines(*(words((regel, "$own")) for regel in alinea.regels)), classes="-alinea"))
    return vakken
