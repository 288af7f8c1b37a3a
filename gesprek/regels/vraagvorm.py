"""Where the questions of an utterance are, and how each is put.

A question is told by its order (``wat deed je``, ``was het``) and not by its mark: a question word with its verb, a
verb before its subject, a tag, a statement with a question mark. What stands between quotes is not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gesprek.luisteren.woorden import GEEN, ZACHT

if TYPE_CHECKING:
    from gesprek.regels.ontleding import Ontleding

Vorm = Literal["open", "ja_nee", "keuze", "aanhangsel", "bewering", "brokje"]
"""How a question is put: with a question word, verb first, either-or, a statement with a tag, a statement with a
question mark, a mere piece (``En toen?``)."""

_KORTSTE_WERKWOORD = 4
"""Letters above which a word in -de, -te or -t may be a verb that no list knows."""


_NAKLANK = 4
"""Most words of a question that takes up what was put in front of it: ``the last day, what was that like``."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question in an utterance.

    :param begin: its first word; ``einde`` the one behind its last.
    :param zin: nr of its sentence.
    :param woord: whether it begins with a question word, also when it lays down what can be chosen.
    """

    vorm: Vorm
    begin: int
    einde: int
    zin: int
    woord: bool = False


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence: from word ``begin`` up to word ``einde``.

    :param kern: its first word that is no filler.
    :param vraagteken: whether it ends with a question mark.
    :param nodigt_uit: whether it invites to tell (``vertel``), or says that one would like to hear.
    """

    begin: int
    einde: int
    kern: int
    vraagteken: bool
    nodigt_uit: bool


def questions(o: Ontleding, nr: int) -> list[Vraag]:
    """Return the questions of sentence ``nr``, in order."""
    zin = o.zinnen[nr]
    if zin.begin in o.between_quotes and all(n in o.between_quotes for n in range(zin.begin, zin.einde)):
        return []
    gevonden: dict[int, Vorm] = {}
    for start in o.starts(nr):
        told = start in o.after_colon or start in o.between_quotes
        vorm = None if told else form_at(o, start, zin)
        if (
            vorm == "ja_nee"
            and "open" in gevonden.values()
            and o.is_(start - 1, "en")
            and o.rij.grenzen[start - 2] == GEEN
        ):
            vorm = None  # wat vind je leuk en kun je ook goed
        if vorm is not None and start not in gevonden:
            gevonden[start] = vorm
    if zin.vraagteken and o.is_(zin.kern, "vraagwoord") and o.rij.grenzen[zin.kern] == ZACHT:
        gevonden = {zin.kern: "open"}  # who, if anyone, would you tell?
    for hier in o.which("vraagwoord", zin.begin, zin.einde) if o.has("vraagwoord") else ():
        begin = hier - 1 if hier > zin.begin and o.is_(hier - 1, "voorzetsel_vraag") else hier
        if begin not in gevonden and hier not in gevonden and _surely_asks(o, hier, zin):
            gevonden[begin] = "open"
    if not gevonden:
        los = _unmarked(o, zin)
        return [Vraag(los, zin.kern, zin.einde, nr, los == "open")] if los else []
    begins = sorted(gevonden)
    vragen: list[Vraag] = []
    for plaats, begin in enumerate(begins):
        einde = begins[plaats + 1] if plaats + 1 < len(begins) else zin.einde
        vorm = gevonden[begin]
        if vragen and vragen[-1].vorm in ("ja_nee", "keuze") and vorm == "ja_nee" and _or_before(o, begin):
            vragen[-1] = Vraag("keuze", vragen[-1].begin, einde, nr)
            continue
        woord = vorm == "open"
        if _either_or(o, begin, einde, vorm):
            vorm = "keuze"
        elif vorm == "open" and not vragen and begin > zin.kern and _choice_in_front(o, zin.kern, begin):
            vorm, woord = "keuze", False
        vragen.append(Vraag(vorm, begin, einde, nr, woord))
    return vragen


def _or_before(o: Ontleding, nr: int) -> bool:
    return any(o.is_(n, "keuzewoord") for n in (nr - 1, nr - 2))


def _either_or(o: Ontleding, begin: int, einde: int, vorm: Vorm) -> bool:
    """Whether a question lays down what can be chosen: ``was het leuk of saai``, ``wat koos je, A of B``."""
    if not o.has("keuzewoord"):
        return False
    for nr in range(begin + 1, einde - 1):
        if o.is_(nr, "keuzewoord") and nr not in o.between_quotes and not o.at("geen_keuze", nr):
            if vorm == "ja_nee":
                return True
            return vorm == "open" and any(o.rij.grenzen[n] != GEEN for n in range(begin, nr))
    return False


def _choice_in_front(o: Ontleding, kern: int, begin: int) -> bool:
    """Whether what can be chosen stands before the question: ``alfa of bèta, wat is het?``."""
    return (
        o.rij.grenzen[begin - 1] != GEEN
        and any(
            o.is_(nr, "keuzewoord") and nr not in o.between_quotes and not o.at("geen_keuze", nr)
            for nr in range(kern + 1, begin)
        )
        and not any(o.is_(nr, "pv") for nr in range(kern, begin))
    )


def _unmarked(o: Ontleding, zin: Zin) -> Vorm | None:
    """Return how a sentence without the order of a question asks all the same."""
    staart = _tag(o, zin)
    if staart is not None:
        return "aanhangsel" if staart > zin.kern else None
    if not zin.vraagteken or zin.nodigt_uit:
        return None
    if any(t.begin in (zin.kern, zin.begin) and not o.is_(t.einde, "pv") for t in o.vondst.get("brokje", ())):
        return "brokje"  # and you? but not: and you were scared?
    if any(o.is_(nr, "vraagwoord") for nr in range(zin.kern, min(zin.kern + 2, zin.einde))):
        return "open"
    if any(o.is_(nr, "vraagwoord") for nr in range(zin.einde - 2, zin.einde)):
        return "open"  # en toen deed je wat
    if zin.einde - zin.kern > 2 and any(
        o.is_(n, "keuzewoord") and n not in o.between_quotes and not o.at("geen_keuze", n)
        for n in range(zin.kern + 1, zin.einde - 1)
    ):
        return "keuze"
    return "bewering"


def _tag(o: Ontleding, zin: Zin) -> int | None:
    """Return where a tag begins that ends the sentence; None when there is none."""
    for t in o.unquoted("staart"):
        if not zin.begin <= t.begin or t.einde > zin.einde:
            continue
        if t.einde < zin.einde and not (o.is_(t.begin, "staart_midden") and o.rij.grenzen[t.einde - 1] == ZACHT):
            continue
        los = t.begin > zin.begin and o.rij.grenzen[t.begin - 1] == ZACHT
        if zin.vraagteken or los or o.rij.vormen[t.begin] in ("he", "toch", "innit", "huh"):
            return t.begin
    return None


def form_at(o: Ontleding, start: int, zin: Zin) -> Vorm | None:
    """Return how a main clause that begins here asks; None when it does not."""
    if start >= zin.einde:
        return None
    woord = start + 1 if o.is_(start, "voorzetsel_vraag") and o.is_(start + 1, "vraagwoord") else start
    if o.is_(woord, "vraagwoord"):
        if (
            start > zin.kern
            and not zin.vraagteken
            and not _inverted_subject(o, woord, zin)
            and not _second_of_two(o, start, woord, zin)
        ):
            return None  # a relative clause: ..., which was hilarious
        return "open" if _asks_with_word(o, woord, zin) else None
    return "ja_nee" if _asks_verb_first(o, start, zin) else None


def _asks_with_word(o: Ontleding, nr: int, zin: Zin) -> bool:
    erna = nr + 1
    if erna >= zin.einde:
        return zin.vraagteken or o.is_(nr, "reden_vraagwoord")
    if o.at("uitroep_vorm", nr) or _whoever(o, nr, zin):
        return False
    if o.is_(nr, "vraag_en_pv"):
        return True  # what's, with its verb glued to it
    if o.is_(nr, "reden_vraagwoord") and zin.vraagteken and not o.is_(erna, "onderwerp"):
        return True
    if (o.is_(erna, "onderwerp") and not o.is_(erna, "pv")) or (o.is_(erna, "je_met_werkwoord") and not zin.vraagteken):
        return False  # a relative or embedded clause: wat je zei, what you're telling me
    ver = 4 if o.is_(nr, "vraagwoord_bij") else 2
    for hier in range(erna, min(erna + ver, zin.einde)):
        if _is_verb(o, hier):
            los = hier > erna or not o.is_(hier, "pv_sterk")
            if los and o.taal == "en" and not zin.vraagteken and o.is_(hier + 1, "pv_sterk"):
                return False  # what works is waiting, what most people do is wait
            if los and o.taal == "en" and not zin.vraagteken and _says_what(o, hier, zin):
                return False  # what matters to you is being heard
            return hier == erna or o.taal == "nl" or o.is_(hier, "pv")
        if o.rij.grenzen[hier - 1] != GEEN and hier > erna:
            break
        if o.is_(hier, "onderwerp"):
            break
    return _inverts(o, erna, zin) or (zin.vraagteken and zin.einde - nr <= 3 and nr == zin.kern)


def _says_what(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a verb behind a question word makes a subject with it, that ``is`` follows."""
    for hier in range(nr + 1, min(nr + _NAKLANK + 1, zin.einde - 1)):
        if o.is_(hier, "bijzin") or o.rij.grenzen[hier - 1] != GEEN:
            return False
        if o.is_(hier, "koppel_kaal"):
            return not o.is_(hier + 1, "onderwerp")
    return False


def _whoever(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a question word is anyone who: ``wie niet oplet, mist de boot``."""
    return (
        o.is_(nr, "wie_dan_ook")
        and not zin.vraagteken
        and any(o.rij.grenzen[n - 1] == ZACHT and _is_verb(o, n) for n in range(nr + 2, zin.einde))
    )


def _second_of_two(o: Ontleding, start: int, woord: int, zin: Zin) -> bool:
    """Whether a question word with its verb follows ``and`` in a sentence that asks: ``what's up and how was york``."""
    return (
        o.is_(start - 1, "en")
        and o.is_(zin.kern, "vraagwoord")
        and o.is_(woord + 1, "pv")
        and not o.is_(woord + 1, "onderwerp")
        and woord + 2 < zin.einde
        and not any(o.is_(nr, "bijzin") for nr in range(zin.kern, start))
        and (o.is_(zin.kern, "vraag_en_pv") or o.is_(zin.kern + 1, "pv"))
        and not o.at("citaat", zin.kern + 1)
    )


def _inverted_subject(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a subject follows the verb soon after a question word."""
    return (
        o.is_(nr, "vraag_en_pv")
        or any(
            (o.is_(hier, "pv_sterk") if o.taal == "en" else _is_verb(o, hier))
            and (o.is_(hier + 1, "onderwerp") or o.is_(hier + 1, "bepaler"))
            for hier in range(nr + 1, min(nr + 4, zin.einde - 1))
        )
        or (nr + 2 < zin.einde and _inverts(o, nr + 1, zin))
    )


def _inverts(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a word is followed by its subject: a verb that no list needs to know."""
    return (
        nr + 1 < zin.einde
        and o.rij.grenzen[nr] == GEEN
        and o.is_(nr + 1, "jij")
        and (o.taal == "en" or not o.possessive(nr + 1))
        and not o.is_(nr, "onderwerp")
        and not o.is_(nr, "voorzetsel_vraag")
        and not o.is_(nr, "bijzin")
        and not o.is_(nr, "aanloop")
        and not o.is_(nr, "raad_begin")
    )


def _surely_asks(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a question stands in the middle of a sentence without a comma: ``ok chill wat deed je toen``."""
    return (
        o.is_(nr, "vraagwoord")
        and nr not in o.between_quotes
        and nr not in o.after_colon
        and nr + 2 < zin.einde
        and o.is_(nr + 1, "pv")
        and not o.is_(nr + 1, "onderwerp")
        and (o.is_(nr + 2, "jij") or _asks_on(o, nr, zin))
        and nr not in _reported(o, zin)
    )


def _asks_on(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a sentence that begins as a question asks again, without a mark: ``wat ging er goed wat ging er mis``."""
    return (
        nr > zin.kern + 2
        and o.is_(zin.kern, "vraagwoord")
        and o.is_(zin.kern + 1, "pv")
        and o.rij.vormen[nr] == o.rij.vormen[zin.kern]
        and not (o.is_(nr + 2, "herneemt_ding") and zin.einde - nr <= _NAKLANK)
        and (o.is_(nr + 2, "onderwerp") or o.rij.vormen[nr + 1] == o.rij.vormen[zin.kern + 1])
    )


def _reported(o: Ontleding, zin: Zin) -> range:
    """Words of a sentence that are told as the student's: a question in it is not the mentor's."""
    eerste = min((t.einde for t in o.vondst.get("citaat", ()) if zin.begin <= t.begin < zin.einde), default=None)
    return range(0) if eerste is None else range(eerste, zin.einde)


def _is_verb(o: Ontleding, nr: int) -> bool:
    if o.is_(nr, "pv"):
        return True
    return any(t.begin == nr and t.regel.waarde in ("verleden", "heden") for t in o.gehoord.get("daad", ()))


def _asks_verb_first(o: Ontleding, nr: int, zin: Zin) -> bool:
    erna = nr + 1
    if erna >= zin.einde or o.rij.grenzen[nr] != GEEN:
        return False
    if o.taal == "en" and not (o.is_(nr, "pv") or o.is_(nr, "pv_sterk")):
        return False
    if o.at("uitnodiging", nr) or o.at("geen_vraag", nr) or o.at("gebod_vorm", nr) or o.at("citaat", nr):
        return False
    if nr > zin.kern and (not zin.vraagteken or zin.einde - nr <= 2 or o.at("vraag_staart", nr)):
        return False  # after something else it is only the order of a statement, or a tail: ``denk je?``
    if o.is_(nr, "gebod") and not o.is_(erna, "onderwerp"):
        return False
    if o.is_(nr, "gebod") and not zin.vraagteken and not o.is_(erna, "persoon_onderwerp"):
        return False  # geef die boosheid eens een cijfer
    if nr > zin.begin and not zin.vraagteken and o.is_(nr - 1, "voorop") and o.rij.grenzen[nr - 1] == GEEN:
        return False  # zo kan het gaan
    if not zin.vraagteken and any(o.rij.grenzen[n - 1] == ZACHT and o.is_(n, "dan") for n in range(nr + 2, zin.einde)):
        return False  # a condition: had je dat gedaan, dan
    if (
        o.is_(nr, "als_pv")
        and not zin.vraagteken
        and any(o.rij.grenzen[n - 1] == ZACHT for n in range(nr + 2, zin.einde))
    ):
        return False  # should you want to stop, that's fine
    if o.is_(nr, "doe_vorm") and not o.is_(erna, "onderwerp") and not o.is_(erna, "bepaler"):
        return False  # don't leave it till the last week
    if o.is_(nr, "pv_sterk"):
        if zin.vraagteken and nr == zin.kern:
            return True
        return o.is_(erna, "onderwerp") or o.is_(erna, "bepaler")
    if o.is_(nr, "pv") and (o.is_(erna, "onderwerp") or o.is_(erna, "bepaler")):
        return zin.vraagteken or o.is_(erna, "onderwerp")
    return o.taal == "nl" and (_inverts(o, nr, zin) or _unknown_verb(o, nr, zin))


def _unknown_verb(o: Ontleding, nr: int, zin: Zin) -> bool:
    """Whether a question begins with a word in the form of a verb, and its subject: ``luisterden die kinderen``."""
    vorm = o.rij.vormen[nr]
    return (
        zin.vraagteken
        and nr == zin.kern
        and len(vorm) > _KORTSTE_WERKWOORD
        and vorm.endswith(("de", "te", "den", "ten", "t"))
        and (o.is_(nr + 1, "onderwerp") or o.is_(nr + 1, "bepaler") or o.rij.piece(nr + 1, nr + 2)[:1].isupper())
        and not any(o.is_(nr, soort) for soort in ("geen_werkwoord", "bepaler", "bijzin", "voorop", "raad_begin"))
    )
