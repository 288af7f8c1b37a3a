"""The plusdocument: what a student showed beside the marks, by category, ready to be validated by hand. No marks."""

from __future__ import annotations

from collections.abc import Iterator

from gesprek.dossier.document import Aanhaling, Alinea, Blok, Document, Kop, Schrijfregel
from gesprek.dossier.dossier import Activiteit, Dossier
from gesprek.dossier.opmaak import category_name, day, left_out
from gesprek.taal import _, current_taal

CATEGORIEEN = ("loopbaan", "burgerschap", "ondernemerschap", "creativiteit", "sport", "anders")
"""The categories that the source names, and a last one; a school may have others (vorm en inzet zijn vrij)."""
_MEEST_BEWIJS = 2


def category_of(activiteit: Activiteit) -> str:
    """Return the category of an activity; a conversation about one's career is ``loopbaan`` when nobody chose."""
    return activiteit.categorie or "loopbaan"


def lay_out_plusdocument(dossier: Dossier) -> Document:
    """Return the plusdocument as a document."""
    titel = _("Plus document of {name}").format(name=dossier.naam) if dossier.naam else _("My plus document")
    gemaakt = _("Made on {day}. What I showed beside my results at school.").format(day=day(dossier.gemaakt))
    onder = (gemaakt, *left_out(dossier.activiteiten))
    return Document(titel, onder, current_taal(), tuple(_blocks(dossier)), f"plusdocument-{dossier.gemaakt}")


def _blocks(dossier: Dossier) -> Iterator[Blok]:
    gekozen = {category_of(a) for a in dossier.activiteiten}
    for plaats, categorie in enumerate((*CATEGORIEEN, *sorted(gekozen - set(CATEGORIEEN))), 1):
        wat = [a for a in dossier.activiteiten if category_of(a) == categorie]
        if wat:
            yield Kop(2, category_name(categorie), f"categorie-{plaats}")
        for nr, activiteit in enumerate(wat, 1):
            yield from _entry(activiteit, f"categorie-{plaats}-{nr}")


def _entry(activiteit: Activiteit, id: str) -> Iterator[Blok]:
    yield Kop(3, activiteit.naam, id)
    yield Alinea(day(activiteit.datum), zacht=True)
    getoond = activiteit.kwaliteiten
    for nr, kwaliteit in enumerate(getoond):
        yield Aanhaling(kwaliteit, bij=_("What I showed") if nr == 0 else "", taal=activiteit.taal)
    bewijs = activiteit.verhaal[-_MEEST_BEWIJS:]
    for nr, regel in enumerate(bewijs):
        yield Aanhaling(regel, bij=_("How you can tell") if nr == 0 else "", taal=activiteit.taal)
    if not getoond:
        yield Schrijfregel(_("What I showed"))
    yield Schrijfregel(_("Validated by / date"))
