"""Finds the names of people in what students write, as they write it: with capitals or without, with a role or alone.

It would rather mask too much than let a name through. The student's own name, places, schools, shops, days and
languages stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gesprek.dossier.namen.lijsten import Lijsten, is_word, key, load_lists
from gesprek.model import Taal
from gesprek.taal import _

_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGIN = re.compile(r"(?:^|[.!?…:;\n•]|[\"“‘(\[]|-\s)\s*$")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_APENSTAART = re.compile(r"(?<!\w)@\w[\w.]*")
_NUMMER = re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,13}(?!\w)")
_BIJWOORD = re.compile(
    r"(?:daar|hier|waar|er)(?:voor|na|naar|mee|door|om|op|bij|in|uit|van|af|tussen|naast|achter|over)"
)
_BEZIT = ("'s", "’s", "'", "’")
_KORT = 3
"""Letters of a word that is too short to be a name when no list knows it."""


@dataclass(frozen=True, slots=True)
class _Woord:
    """One word of a text.

    :param sleutel: as the lists have it, without a possessive ending.
    :param staart: length of that ending.
    :param begint: whether a sentence begins with it.
    """

    van: int
    tot: int
    tekst: str
    sleutel: str
    staart: int
    begint: bool

    @property
    def groot(self) -> bool:
        """Whether it has a capital."""
        return self.tekst[:1].isupper()

    @property
    def merk(self) -> bool:
        """Whether its capitals are those of a brand or an abbreviation."""
        return any(teken.isupper() for teken in self.tekst[1:].replace("-", "").lstrip("'’"))


class Masker:
    """Masks names in the texts of one conversation; the same person gets the same mask.

    :param eigen: names of the student, which stay.
    :param anderen: names that certainly are of someone else.
    """

    def __init__(self, taal: Taal, *, eigen: Iterable[str] = (), anderen: Iterable[str] = ()) -> None:
        self._taal = taal
        self._lijsten = load_lists()
        self._eigen = {key(deel) for naam in eigen for deel in _WOORD.findall(naam)}
        self._anderen = {key(deel) for naam in anderen for deel in _WOORD.findall(naam) if len(deel) >= _KORT}
        self._nummers: dict[str, int] = {}

    def mask(self, tekst: str) -> str:
        """Return a text in which each name of a person is a mask."""
        for patroon, wat in ((_MAIL, _("[e-mail]")), (_NUMMER, _("[number]")), (_APENSTAART, _("[name]"))):
            tekst = patroon.sub(wat, tekst)
        plekken = _Lezing(tekst, self._taal, self._lijsten, self._eigen, self._anderen).names()
        uit, vorige = [], 0
        for van, tot, wie in plekken:
            uit += [tekst[vorige:van], self._mask_of(wie)]
            vorige = tot
        return "".join([*uit, tekst[vorige:]])

    def _mask_of(self, wie: str) -> str:
        nr = self._nummers.setdefault(wie, len(self._nummers) + 1)
        return _("[name]") if nr == 1 else _("[name {number}]").format(number=nr)


class _Lezing:
    """One reading of a text."""

    def __init__(self, tekst: str, taal: Taal, lijsten: Lijsten, eigen: set[str], anderen: set[str]) -> None:
        self._tekst = tekst
        self._taal = taal
        self._l = lijsten
        self._eigen = eigen
        self._anderen = anderen
        self._woorden = [self._word(m) for m in _WOORD.finditer(tekst) if not self._in_mask(m.start())]

    def names(self) -> list[tuple[int, int, str]]:
        """Return where names stand: (from, to, who)."""
        gevonden: list[tuple[int, int, str]] = []
        nr = 0
        while nr < len(self._woorden):
            na = self._name_at(nr)
            if na is None:
                nr += 1
                continue
            eerste, laatste = self._woorden[nr], self._woorden[na - 1]
            gevonden.append((eerste.van, laatste.tot - laatste.staart, self._who(nr, na)))
            nr = na
        return gevonden

    def _word(self, m: re.Match[str]) -> _Woord:
        tekst = m.group()
        staart = next((len(eind) for eind in _BEZIT if tekst.casefold().endswith(eind)), 0)
        kaal = tekst[: len(tekst) - staart]
        if not staart and self._is_possessive(kaal):
            kaal, staart = kaal[:-1], 1
        begint = _BEGIN.search(self._tekst[max(0, m.start() - 6) : m.start()]) is not None
        return _Woord(m.start(), m.end(), tekst, key(kaal), staart, begint)

    def _is_possessive(self, tekst: str) -> bool:
        """Whether a word is a sure name with an s behind it: ``Sannes fiets``."""
        sleutel = key(tekst)
        if not sleutel.endswith("s") or len(sleutel) < 5 or sleutel in self._l.voornamen:
            return False
        return self._l.voornamen.get(sleutel[:-1], "?") == "" and not is_word(tekst, self._taal)

    def _in_mask(self, plek: int) -> bool:
        """Whether a place lies in a mask, or in a mark of something that was left out."""
        open_, dicht = self._tekst.rfind("[", 0, plek), self._tekst.rfind("]", 0, plek)
        return open_ > dicht and "]" in self._tekst[plek : plek + 12]

    def _who(self, nr: int, na: int) -> str:
        woorden = [w for w in self._woorden[nr:na] if not self._l.says(w.sleutel, "tussen")]
        return (woorden or self._woorden[nr:na])[0].sleutel

    # one name

    def _name_at(self, nr: int) -> int | None:
        """Return the place behind the name that begins at a word; None when none does."""
        woord = self._woorden[nr]
        if woord.sleutel in self._eigen or self._is_known(nr):
            return None
        if woord.sleutel in self._anderen:
            return self._rest(nr + 1)
        voor = self._before(nr)
        if voor is not None and voor.sleutel in self._l.titels:
            return self._after_title(nr)
        if self._is_nobody(woord) or woord.sleutel in self._l.titels | self._l.rollen:
            return self._surname_at(nr)
        if self._is_first_name(nr) or self._is_unknown_person(nr):
            return self._rest(nr + 1)
        return self._surname_at(nr)

    def _is_nobody(self, woord: _Woord) -> bool:
        """Whether a word is never a name: ``ik``, ``I'll``, ``daarvoor``."""
        kern = woord.sleutel.partition("'")[0]
        return self._l.says(kern, "niemand") or _BIJWOORD.fullmatch(woord.sleutel) is not None

    def _before(self, nr: int) -> _Woord | None:
        """Return the word just before, when nothing but a space (or the point of an abbreviation) is between."""
        if nr == 0:
            return None
        voor, woord = self._woorden[nr - 1], self._woorden[nr]
        tussen = self._tekst[voor.tot : woord.van]
        kort = tussen == ". " and voor.sleutel in self._l.titels
        return voor if tussen in (" ", "  ") or kort else None

    def _after(self, nr: int) -> _Woord | None:
        if nr + 1 >= len(self._woorden):
            return None
        woord, na = self._woorden[nr], self._woorden[nr + 1]
        return na if self._tekst[woord.tot : na.van] in (" ", "  ") else None

    def _is_known(self, nr: int) -> bool:
        """Whether a word is no person: a place, a shop, a language; alone or with its neighbour."""
        woord, voor, na = self._woorden[nr], self._before(nr), self._after(nr)
        paren = [f"{voor.sleutel} {woord.sleutel}" if voor else "", f"{woord.sleutel} {na.sleutel}" if na else ""]
        if any(paar in self._l.geen_mensen for paar in paren if paar):
            return True
        if voor is not None and voor.sleutel in self._l.titels:
            return False
        heel = key(woord.tekst)
        if woord.groot and woord.sleutel in self._l.voornamen and na is not None and self._l.says(na.sleutel, "zegt"):
            return False
        return heel in self._l.geen_mensen or woord.sleutel in self._l.geen_mensen

    def _is_first_name(self, nr: int) -> bool:
        woord = self._woorden[nr]
        soort = self._l.voornamen.get(woord.sleutel)
        if soort is None:
            delen = woord.sleutel.split("-")
            return len(delen) > 1 and all(self._l.voornamen.get(deel, "H") != "H" for deel in delen)
        if soort == "e":
            soort = "h" if self._taal == "en" else ""
        if soort == "":
            return True
        if woord.groot:
            return not woord.begint or self._acts(nr)
        return soort == "h" and self._beside_a_person(nr)

    def _acts(self, nr: int) -> bool:
        """Whether what follows is what a person does."""
        woord, na = self._woorden[nr], self._after(nr)
        if (woord.staart and not woord.tekst.endswith("s")) or woord.tekst.endswith(("'s", "’s")):
            return True
        if na is None:
            return False
        if na.sleutel in ("en", "and"):
            verder = self._after(nr + 1)
            return verder is not None and (verder.groot or verder.sleutel in ("ik", "i", "mij", "me"))
        return self._l.says(na.sleutel, "zegt") or self._l.says(na.sleutel, "doet")

    def _beside_a_person(self, nr: int) -> bool:
        voor, na = self._before(nr), self._after(nr)
        if voor is not None and (voor.sleutel in self._l.rollen or voor.sleutel in ("met", "with")):
            return not (na is not None and self._l.says(na.sleutel, "tussen"))
        verder = self._after(nr + 1) if na is not None else None
        samen = na is not None and na.sleutel in ("en", "and") and verder is not None and verder.sleutel in ("ik", "i")
        eerder = self._before(nr - 1) if voor is not None else None
        andersom = voor is not None and voor.sleutel in ("en", "and") and eerder is not None and eerder.sleutel == "ik"
        zegt = na is not None and self._l.says(na.sleutel, "zegt")
        return samen or andersom or zegt

    def _is_unknown_person(self, nr: int) -> bool:
        """Whether a word that no list knows must be a person, by its capital and what stands around it."""
        woord, voor, na = self._woorden[nr], self._before(nr), self._after(nr)
        if len(woord.sleutel) < _KORT or woord.merk or self._l.says(woord.sleutel, "tussen"):
            return False
        if na is not None and self._l.says(na.sleutel, "instelling"):
            return False
        zegt = na is not None and self._l.says(na.sleutel, "zegt")
        na_rol = voor is not None and voor.sleutel in self._l.rollen
        if not woord.groot:
            doet = na is not None and self._l.says(na.sleutel, "doet") and self._taal == "en"
            return (zegt or (na_rol and doet)) and not self._is_word(woord)
        if na_rol:
            return not self._l.says(woord.sleutel, "doet")
        if woord.begint:
            return self._acts(nr) and not self._is_turned(nr) and not self._is_word(woord)
        return self._capital_is_a_name(woord, voor, na)

    def _is_turned(self, nr: int) -> bool:
        """Whether who acts stands behind the verb: ``Verderop stond hij``."""
        achter = self._woorden[nr + 2 : nr + 3] if self._after(nr) is not None else []
        return any(woord.sleutel in ("hij", "zij", "ze", "het", "er", "je", "we", "wij") for woord in achter)

    def _capital_is_a_name(self, woord: _Woord, voor: _Woord | None, na: _Woord | None) -> bool:
        """Whether a capital in the middle of a sentence is that of a person."""
        if self._taal == "nl" and self._is_word(woord):
            return False
        if voor is None:
            return not self._is_word(woord)
        thuis = na is not None and na.sleutel in ("thuis", "home")
        if self._l.says(voor.sleutel, "bij"):
            return thuis
        return not (self._l.says(voor.sleutel, "plek") or self._l.says(voor.sleutel, "lidwoord"))

    def _is_word(self, woord: _Woord) -> bool:
        kaal = woord.tekst[: len(woord.tekst) - woord.staart] if woord.staart else woord.tekst
        return self._l.says(woord.sleutel, "niemand") or is_word(kaal, self._taal) or is_word(woord.tekst, self._taal)

    # surnames

    def _after_title(self, nr: int) -> int | None:
        """Return the place behind the name that follows ``mevrouw`` or ``oom``."""
        na = self._skip_particles(nr)
        if na >= len(self._woorden):
            return None
        woord = self._woorden[na]
        if self._l.says(woord.sleutel, "niemand") or woord.sleutel in self._l.rollen | self._eigen:
            return None
        if woord.groot:
            return self._rest(na + 1)
        if self._l.says(woord.sleutel, "zegt") or self._l.says(woord.sleutel, "doet"):
            return None
        bekend = woord.sleutel in self._l.achternamen or self._l.voornamen.get(woord.sleutel, "H") != "H"
        vreemd = len(woord.sleutel) >= _KORT and not self._is_word(woord)
        return self._rest(na + 1) if bekend or vreemd else None

    def _skip_particles(self, nr: int) -> int:
        while nr < len(self._woorden) - 1 and self._l.says(self._woorden[nr].sleutel, "tussen"):
            if self._after(nr) is None:
                break
            nr += 1
        return nr

    def _surname_at(self, nr: int) -> int | None:
        """Return the place behind a surname that stands alone: ``De Vries``, ``Jansen``, ``yilmaz``."""
        woord = self._woorden[nr]
        na = self._skip_particles(nr)
        naam = self._woorden[na]
        soort = self._l.achternamen.get(naam.sleutel)
        if soort is None or self._is_known(na):
            return None
        if na > nr:  # "de Boer" is a name by its capital, "de boer" is not
            return na + 1 if naam.groot and not naam.merk else None
        if soort == "h" or woord.merk:
            return None
        if woord.groot:
            return nr + 1 if not woord.begint or self._acts(nr) else None
        return nr + 1 if len(woord.sleutel) > _KORT + 1 and not self._is_word(woord) else None

    def _rest(self, nr: int) -> int:
        """Return the place behind what else belongs to a name that stands before a word."""
        while nr < len(self._woorden) and self._before(nr) is not None and not self._woorden[nr - 1].staart:
            na = self._skip_particles(nr)
            if na >= len(self._woorden):
                break
            woord = self._woorden[na]
            bekend = woord.sleutel in self._l.achternamen and (na > nr or self._l.achternamen[woord.sleutel] == "")
            groot = woord.groot and not self._is_known(na) and not self._l.says(woord.sleutel, "niemand")
            if woord.sleutel in self._eigen or woord.sleutel in self._l.titels | self._l.rollen:
                break
            if not (groot or bekend):
                break
            nr = na + 1
        return nr
