"""What runs through several conversations, laid out in parts and rows, for a screen and for plain lines.

A row is a heading, a quote with where it stands, or a word with the quotes behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from gesprek.archief import Archief
from gesprek.draad import Grondvorm, Lijn, Plaats, Terugkeer, Tijdlijn, as_typed
from gesprek.draad.lezen import (
    COMPETENTIES,
    Gesprekken,
    activities,
    kernwoord_quotes,
    quotes,
    timeline,
    words_back,
)
from gesprek.draad.tijd import short_day
from gesprek.model import Taal
from gesprek.taal import _, ngettext
from vragen.competenties import load_competenties

Deel = Literal["kernwoorden", "terug", "kwaliteiten", "motieven", "activiteiten", "competenties"]
DELEN: tuple[Deel, ...] = ("kernwoorden", "terug", "kwaliteiten", "motieven", "activiteiten", "competenties")
_LATER = 3
"""Words that are named after the first one when it is said what changed: the newest."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row.

    :param kop: of a heading its words; of a quote nothing.
    :param bij: what is said beside it, quieter.
    :param plaats: the quote, and where it stands.
    :param woord: a word with quotes behind it.
    """

    kop: str = ""
    bij: str = ""
    plaats: Plaats | None = None
    woord: Terugkeer | None = None

    @property
    def opens(self) -> bool:
        """Whether there is something behind it."""
        return self.plaats is not None or self.woord is not None


def part_name(deel: Deel) -> str:
    """Return the name of a part, in a word."""
    return {
        "kernwoorden": _("Key words"),
        "terug": _("Come back"),
        "kwaliteiten": _("Qualities"),
        "motieven": _("Motives"),
        "activiteiten": _("Activities"),
        "competenties": _("Competences"),
    }[deel]


def explain_part(deel: Deel) -> str:
    """Return what a part shows."""
    return {
        "kernwoorden": _("The word you gave each conversation, in time.") + " " + _("Words may change."),
        "terug": _("Words of yours that stand in more than one conversation, in whatever form."),
        "kwaliteiten": _("What you said that you are good at."),
        "motieven": _("What you said that matters to you. That may change."),
        "activiteiten": _("What you told about, per kind."),
        "competenties": _("What you said that has to do with the five career competences. No list to tick off."),
    }[deel]


def nothing_there(deel: Deel) -> str:
    """Return what is said when a part has no rows."""
    return {
        "kernwoorden": _("You gave no conversation a word yet. That comes at the end of one."),
        "terug": _("No word of yours has come back yet. That takes two conversations at least."),
        "kwaliteiten": _("You named no quality yet."),
        "motieven": _("You did not name yet what matters to you."),
        "activiteiten": _("You have told about no experience yet."),
        "competenties": _("There are no words here yet."),
    }[deel]


def no_thread_yet(gesprekken: int) -> str:
    """Return what is said when there are not two conversations: one is no thread yet."""
    if gesprekken == 0:
        return _("There are no conversations yet. After two of them you can see here what comes back.")
    return _(
        "You had one conversation. That is a beginning, and no thread yet: after the next one there is more to see."
    )


def first_and_later(tijdlijn: Tijdlijn, taal: Taal) -> str:
    """Return in a sentence which word came when; empty when there are not two words."""
    lijnen = tijdlijn.lijnen
    if len(lijnen) < 2:
        return ""
    later = sorted(lijnen[1:], key=lambda lijn: lijn.momenten[0].plaats.gesprek)[-_LATER:]
    zinnen = [_("First {word}").format(word=_word_with_day(lijnen[0], taal))]
    zinnen += [_("later {word}").format(word=_word_with_day(lijn, taal)) for lijn in later]
    return ", ".join(zinnen) + "."


def _word_with_day(lijn: Lijn, taal: Taal) -> str:
    return f"‘{lijn.woorden[0]}’ ({short_day(lijn.momenten[0].plaats.datum, taal)})"


def timeline_rows(tijdlijn: Tijdlijn) -> list[Rij]:
    """Return each word with the conversations in which it was given, forms of one word together."""
    rijen = []
    for lijn in tijdlijn.lijnen:
        rijen.append(Rij(lijn.naam, _times(len(lijn.momenten)) if len(lijn.momenten) > 1 else ""))
        for moment in lijn.momenten:
            over = f"‘{moment.activiteit}’" if moment.activiteit else ""
            rijen.append(Rij(bij=_("about {activity}").format(activity=over) if over else "", plaats=moment.plaats))
    return rijen


def word_rows(woorden: Sequence[Terugkeer]) -> list[Rij]:
    """Return the words that come back."""
    return [Rij(woord.naam, _times(len(woord.gesprekken)), woord=woord) for woord in woorden]


def _times(aantal: int) -> str:
    return ngettext("in {count} conversation", "in {count} conversations", aantal).format(count=aantal)


def read_timeline(archief: Archief, gesprekken: Gesprekken, grondvorm: Grondvorm = as_typed) -> Tijdlijn:
    """Return the kernwoorden over time, each with where it stands."""
    return timeline(gesprekken, grondvorm, kernwoord_quotes(archief, gesprekken.leerling))


def read_rows(
    archief: Archief, gesprekken: Gesprekken, deel: Deel, taal: Taal, grondvorm: Grondvorm = as_typed
) -> list[Rij]:
    """Return the rows of a part, in time from the first to the last.

    :raises Archieffout: when the archive cannot be read.
    :raises Inleesfout: when a list of ours is broken.
    """
    leerling = gesprekken.leerling
    match deel:
        case "kernwoorden":
            return timeline_rows(read_timeline(archief, gesprekken, grondvorm))
        case "terug":
            return word_rows(words_back(archief, gesprekken, grondvorm))
        case "kwaliteiten":
            return [Rij(plaats=plaats) for plaats in quotes(archief, leerling, "kwaliteit")]
        case "motieven":
            return [Rij(plaats=plaats) for plaats in quotes(archief, leerling, "motief")]
        case "activiteiten":
            return _grouped((soort, "", plekken) for soort, plekken in activities(archief, gesprekken, taal))
        case "competenties":
            return _competence_rows(archief, leerling, taal)


def _competence_rows(archief: Archief, leerling: str, taal: Taal) -> list[Rij]:
    groepen = []
    for uitleg in load_competenties().competenties:
        plekken = quotes(archief, leerling, *COMPETENTIES[uitleg.id])
        groepen.append((uitleg.naam.in_taal(taal), uitleg.kernvraag.in_taal(taal), plekken))
    return _grouped(groepen) if any(plekken for _naam, _vraag, plekken in groepen) else []


def _grouped(groepen: Iterable[tuple[str, str, Sequence[Plaats]]]) -> list[Rij]:
    rijen = []
    for kop, bij, plekken in groepen:
        rijen.append(Rij(kop, bij))
        rijen += [Rij(plaats=plaats) for plaats in plekken]
    return rijen
