"""The plain home: the same choices as the home screen, numbered."""

from __future__ import annotations

from gesprek.archief import Archief
from gesprek.gewoon import lead_plain, line_reader
from gesprek.model import Taal
from gesprek.oefenen.gewoon import lead_plain as lead_drill
from gesprek.oefenen.sessie import Drillsessie
from gesprek.sessie import Sessie
from gesprek.taal import _
from gesprek.weergave import visible


def lead_home(archief: Archief, taal: Taal) -> None:
    """Offer a new conversation and the unfinished ones, and lead the one that is chosen."""
    onaf = archief.recent(aantal=5, klaar=False)
    print(_("gesprek: look back on an experience, find your word, choose a next step."))
    for afspraak in archief.open_afspraken():
        print(_("You agreed: {text}").format(text=visible(afspraak.tekst)))
    print("1. " + _("A new conversation"))
    print("2. " + _("A short conversation"))
    for nr, gesprek in enumerate(onaf, 3):
        print(f"{nr}. " + _("Go on with: {title}").format(title=visible(gesprek.titel) or gesprek.id))
    oefenen = len(onaf) + 3
    print(f"{oefenen}. " + _("Learning the rules, for mentors"))
    print(_("Type a number, or just Enter to stop."))
    keuze = (line_reader()() or "").strip()
    if not keuze.isdecimal() or not 1 <= int(keuze) <= oefenen:
        return
    nr = int(keuze)
    if nr == oefenen:
        lead_drill(Drillsessie(archief, taal))
    elif nr > 2:
        lead_plain(Sessie.resume(archief, onaf[nr - 3].id))
    else:
        lead_plain(Sessie.begin(archief, "loopbaangesprek" if nr == 1 else "kort", taal))
