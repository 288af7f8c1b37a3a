"""Guards: small expressions over story fields, parsed at load and never run as Python.

``warmte < 7``, ``niet emotie``, ``polariteit == 'positief' en verhalen >= 2``. Known are ``en``, ``of``,
``niet``, brackets, comparisons, whole numbers and words between single quotes.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.velden import Veld, Waarde
from gesprek.inlezen import suggest
from gesprek.model import Verhaal
from gesprek.taal import _

Meting = Callable[[Verhaal], Waarde]

_WOORDEN = {"en": "and", "of": "or", "niet": "not"}
_STUK = re.compile(r"('[^']*')|\b(en|of|niet)\b")
_VERGELIJK: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class Voorwaardefout(Exception):
    """A guard cannot be used.

    :param herstel: how to mend it.
    """

    def __init__(self, wat: str, herstel: str) -> None:
        super().__init__(wat)
        self.herstel = herstel


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """A guard that has been checked.

    :param velden: names of the fields it looks at.
    """

    tekst: str
    velden: frozenset[str]
    holds: Callable[[Verhaal], bool]


def parse(tekst: str, velden: Mapping[str, Veld]) -> Voorwaarde:
    """Check a guard and make it ready for use.

    :param velden: the fields it may name.
    :raises Voorwaardefout: when it says anything else.
    """
    python = _STUK.sub(lambda m: m.group(1) or _WOORDEN[m.group(2)], tekst.strip())
    try:
        boom = ast.parse(python, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fout:
        raise Voorwaardefout(
            _("The condition “{text}” cannot be read.").format(text=tekst),
            _("Write for example: warmte < 7 en niet besluit."),
        ) from fout
    namen: set[str] = set()
    meting = _boolean(boom, velden, namen, tekst)
    return Voorwaarde(tekst, frozenset(namen), lambda verhaal: bool(meting(verhaal)))


def _boolean(knoop: ast.expr, velden: Mapping[str, Veld], namen: set[str], tekst: str) -> Meting:
    match knoop:
        case ast.BoolOp(op=op, values=delen):
            metingen = [_boolean(deel, velden, namen, tekst) for deel in delen]
            if isinstance(op, ast.And):
                return lambda verhaal: all(meting(verhaal) for meting in metingen)
            return lambda verhaal: any(meting(verhaal) for meting in metingen)
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            binnen = _boolean(deel, velden, namen, tekst)
            return lambda verhaal: not binnen(verhaal)
        case ast.Compare(left=ast.Name(id=naam), ops=[op], comparators=[ast.Constant(value=waarde)]) if (
            type(op) in _VERGELIJK
        ):
            return _comparison(_field(naam, velden, namen), op, waarde, tekst)
        case ast.Name(id=naam):
            veld = _field(naam, velden, namen)
            if veld.type == "getal":
                raise Voorwaardefout(
                    _("“{field}” is a number, so compare it with one.").format(field=naam),
                    _("Write for example: {field} >= 2.").format(field=naam),
                )
            return veld.compute
    raise Voorwaardefout(
        _("The condition “{text}” says something that is not known here.").format(text=tekst),
        _("Use only field names, numbers, words in single quotes, comparisons, en, of, niet and brackets."),
    )


def _field(naam: str, velden: Mapping[str, Veld], namen: set[str]) -> Veld:
    if naam not in velden:
        raise Voorwaardefout(_("There is no story field “{field}”.").format(field=naam), suggest(naam, velden))
    namen.add(naam)
    return velden[naam]


def _comparison(veld: Veld, op: ast.cmpop, waarde: object, tekst: str) -> Meting:
    past = (veld.type == "getal" and type(waarde) is int) or (
        veld.type == "woord" and waarde in veld.waarden and isinstance(op, ast.Eq | ast.NotEq)
    )
    if not past:
        herstel = {
            "getal": _("Compare it with a whole number."),
            "woord": _("It can be: {values}.").format(values=", ".join(veld.waarden)),
            "ja/nee": _("Write just its name, or “niet” before it."),
        }[veld.type]
        raise Voorwaardefout(
            _("In “{text}”, “{field}” is compared with something that it can never be.").format(
                text=tekst, field=veld.naam
            ),
            herstel,
        )
    vergelijk, compute = _VERGELIJK[type(op)], veld.compute

    def meting(verhaal: Verhaal) -> bool:
        nu = compute(verhaal)
        return nu is not None and vergelijk(nu, waarde)

    return meting
