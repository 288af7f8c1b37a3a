"""What is shared of a conversation, as lines on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from gesprek.dossier.document import Aanhaling, Alinea, Blok, Gezegd, Kader, Kop, Lijst, Schrijfregel, Woord
from gesprek.dossier.dossier import Activiteit
from gesprek.dossier.opmaak import lay_out_conversations
from gesprek.taal import _
from tui.tekst import lines, words


def preview(activiteit: Activiteit | None) -> Content:
    """Return what is shared; None is nothing yet."""
    regels = [words((_("This is what you share"), "$now bold")), words("")]
    if activiteit is None:
        regels.append(words((_("Nothing yet: tick what may go along. G ticks the usual parts."), "$quiet")))
    else:
        for blok in lay_out_conversations([activiteit]).blokken:
            regels += _lines(blok)
    return lines(*regels)


def _lines(blok: Blok) -> Iterator[Content]:
    """Yield a block of the document as lines on the screen."""
    match blok:
        case Kop(_niveau, tekst):
            yield from (words(""), words((tekst, "$now bold")))
        case Woord(label, tekst):
            yield words((f"{label}: ", "$quiet"), (tekst, "bold"))
        case Aanhaling(tekst, bij, bron):
            if bij:
                yield words((bij, "$quiet"))
            yield words(("│ ", "$own"), tekst, (f"  ({bron})" if bron else "", "$quiet"))
        case Alinea(tekst, label):
            yield words((label or tekst, "$quiet"))
        case Lijst(punten):
            yield from (words("· ", punt) for punt in punten)
        case Schrijfregel(label):
            yield words((f"{label} …………", "$quiet"))
        case Kader(kop, regels, ondertekend):
            yield from (words(""), words((kop, "$now bold")))
            yield from (words("│ ", regel) for regel in regels)
            yield words((f"  {ondertekend}", "$quiet"))
        case Gezegd(wie, tekst):
            yield words((f"{wie}: ", "$quiet"), tekst)
