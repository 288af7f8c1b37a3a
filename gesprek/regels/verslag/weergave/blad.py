"""A report as a page: headings, paragraphs, findings, tables; in words, without signs of any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gesprek.model import Taal

Merk = Literal["gehouden", "gebroken", "twijfel"]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph.

    :param label: a word or two that stands before it.
    """

    tekst: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Vondst:
    """A finding: a quote with where it stands and what it shows.

    :param beurt: nr of the turn that is quoted.
    :param plek: where it stands, in words.
    :param voor: what stands before the piece that shows it; ``na``: what stands after it.
    :param zin: what it shows.
    :param erna: what was said next, with who said it.
    """

    merk: Merk
    beurt: int
    plek: str
    voor: str
    stuk: str
    na: str
    zin: str = ""
    erna: str = ""

    @property
    def stands_out(self) -> bool:
        """Whether the piece is part of a larger quote, and is to be made to stand out in it."""
        return any(teken.isalnum() for teken in self.voor + self.na)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table.

    :param bijschrift: what it is about.
    """

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


Blok = Alinea | Vondst | Tabel


@dataclass(frozen=True, slots=True)
class Deel:
    """A part with a heading.

    :param id: how it is pointed at.
    :param kort: a few words on what is in it, for a list of parts.
    """

    id: str
    kop: str
    blokken: tuple[Blok, ...]
    kort: str = ""


@dataclass(frozen=True, slots=True)
class Blad:
    """The whole page."""

    taal: Taal
    titel: str
    onder: tuple[str, ...]
    delen: tuple[Deel, ...]
