"""A dossier as a sheet: a line for everything that was said, ready for a spreadsheet. No cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from gesprek.dossier.dossier import Activiteit, Groep, status_text
from gesprek.dossier.opmaak import category_name, four_questions
from gesprek.taal import _
from gesprek.weergave import visible

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""


def write_csv(activiteiten: Iterable[Activiteit]) -> bytes:
    """Return activities as CSV: UTF-8 with a mark for spreadsheets, semicolons, a line for each thing that was said."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    koppen = (_("Day"), _("Activity"), _("Category"), _("Question"), _("About"), _("What I said"), _("What came of it"))
    schrijver.writerow(koppen)
    for activiteit in activiteiten:
        for rij in _rows(activiteit):
            schrijver.writerow([safe(cel) for cel in rij])
    return uit.getvalue().encode("utf-8-sig")


def safe(tekst: str) -> str:
    """Return a cell that a spreadsheet shows as it is."""
    cel = visible(" ".join(tekst.split()) if tekst.strip() else "")
    return f"'{cel}" if cel.startswith(_FORMULE) else cel


def _rows(activiteit: Activiteit) -> Iterator[Sequence[str]]:
    vast = (activiteit.datum.isoformat(), activiteit.naam, category_name(activiteit.categorie))
    doel, gedaan, ontdekt, verder = four_questions()
    yield (*vast, doel, "", activiteit.doel, "")
    for vraag, groepen in ((gedaan, activiteit.gedaan), (ontdekt, activiteit.ontdekt), (verder, activiteit.verder)):
        for groep in groepen:
            yield from ((*vast, vraag, *cellen) for cellen in _group(groep, activiteit))
    yield from ((*vast, "", _("What my mentor saw"), regel, "") for regel in activiteit.gezien)
    yield from ((*vast, _("The whole conversation"), wie, tekst, "") for wie, tekst in activiteit.gesproken)


def _group(groep: Groep, activiteit: Activiteit) -> Iterator[tuple[str, str, str]]:
    if groep.citaat:
        yield from ((groep.kop, regel, "") for regel in groep.regels)
        return
    for belofte in activiteit.beloften:
        dag = f" ({belofte.datum.isoformat()})" if belofte.datum else ""
        yield groep.kop, f"{belofte.tekst}{dag}", status_text(belofte.status)
