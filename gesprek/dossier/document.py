"""A document as a tree without signs of any format: headings, paragraphs, quotes, tables, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gesprek.model import Taal


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading.

    :param niveau: 2 is a part of the document, 3 a part of that, and so on; the title is 1.
    :param id: what a link to it names; unique in the document, of letters, digits and dashes.
    """

    niveau: int
    tekst: str
    id: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph.

    :param label: a word or two that stands before it.
    :param zacht: it explains, and is set less loud.
    """

    tekst: str
    label: str = ""
    zacht: bool = False


@dataclass(frozen=True, slots=True)
class Aanhaling:
    """What the student said, to the letter.

    :param bij: what it answers, before it; ``bron``: when it was said, behind it.
    """

    tekst: str
    bij: str = ""
    bron: str = ""
    taal: Taal = "nl"


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What the student answered to some questions, each beside its question.

    :param kop: when that was, and about what.
    :param paren: (question, answer); a question may be empty.
    """

    kop: str
    paren: tuple[tuple[str, str], ...]
    taal: Taal = "nl"


@dataclass(frozen=True, slots=True)
class Woord:
    """The kernwoord, set large."""

    label: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """Things under each other."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; the first cell of each row names it.

    :param bijschrift: what it is about.
    """

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figuur:
    """A drawing of ours; no words of a student are in its markup but escaped.

    :param alt: what it shows, for who does not see it.
    """

    svg: str
    alt: str
    bijschrift: str = ""


@dataclass(frozen=True, slots=True)
class Schrijfregel:
    """A line to fill in by hand.

    :param aantal: lines.
    """

    label: str
    aantal: int = 1


@dataclass(frozen=True, slots=True)
class Kader:
    """Words of someone else, set apart and signed.

    :param ondertekend: by whom and when.
    """

    kop: str
    regels: tuple[str, ...]
    ondertekend: str


@dataclass(frozen=True, slots=True)
class Gezegd:
    """A turn of the whole conversation."""

    wie: str
    tekst: str
    zelf: bool = False


Blok = Kop | Alinea | Aanhaling | Antwoorden | Woord | Lijst | Tabel | Figuur | Schrijfregel | Kader | Gezegd


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    :param onder: what stands under its title, a line each.
    :param naam: what a file of it is called, without an ending.
    """

    titel: str
    onder: tuple[str, ...]
    taal: Taal
    blokken: tuple[Blok, ...]
    naam: str = "gesprek"

    def headings(self, hoogste: int = 2) -> Iterator[Kop]:
        """Yield the headings up to a level."""
        for blok in self.blokken:
            if isinstance(blok, Kop) and blok.niveau <= hoogste:
                yield blok
