"""From values as they are given, on a command line or in Python, to values of the declared types."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from graphload.ask.question import Question, Type
from graphload.errors import UsageError
from graphload.suggest import nearest


class MissingError(UsageError):
    """A parameter that a question needs and does not get."""


def bind(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for every parameter of a question, from what is given and the defaults.

    Parties and filings stay as they are named: only a store can tell which they are. Raises UsageError for a parameter
    that the question does not have, one that it needs and does not get, and a value of another type.
    """
    names = [param.name for param in question.params]
    for name in given:
        if name not in names:
            has = nearest(name, names) or (f": it has {', '.join(names)}" if names else "")
            raise UsageError(f"{question.name} has no parameter {name!r}{has}")
    bound = {}
    for param in question.params:
        value = given.get(param.name)
        if value is None and param.required:
            raise MissingError(f"{question.name} needs the parameter {param.name} ({param.type.value}): {param.doc}")
        try:
            bound[param.name] = param.default if value is None else convert(param.type, value)
        except ValueError as error:
            raise UsageError(f"{question.name}: parameter {param.name} takes {error}, not {value!r}") from None
    return bound


def convert(type: Type, value: Any) -> Any:
    """Return the value in its type; raise ValueError with what the type takes."""
    takes, conversion = _TYPES[type]
    try:
        converted = conversion(value)
    except (TypeError, ValueError, OverflowError):
        converted = None
    if converted is None:
        raise ValueError(takes)
    return converted


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _int(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]{1,19}", value):
        value = int(value)
    fits = isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
    return value if fits else None


def _float(value: Any) -> float | None:
    number = None if isinstance(value, bool) else float(value)
    return number if number is not None and math.isfinite(number) else None


def _bool(value: Any) -> bool | None:
    words = {"true": True, "yes": True, "false": False, "no": False}
    return words.get(value.lower()) if isinstance(value, str) else value if isinstance(value, bool) else None


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return date.fromisoformat(value)
    return value if isinstance(value, date) else None


def _strings(value: Any) -> list[str] | None:
    if isinstance(value, str):
        return [part for each in value.split(",") if (part := each.strip())]
    given = list(value) if isinstance(value, Iterable) else [value]
    return given if all(isinstance(each, str) for each in given) else None


def _name(value: Any) -> str | None:
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return text or None


_TYPES: dict[Type, tuple[str, Callable[[Any], Any]]] = {
    Type.STRING: ("a text", _string),
    Type.INT: ("a whole number", _int),
    Type.FLOAT: ("a number", _float),
    Type.BOOL: ("true or false", _bool),
    Type.DATE: ("a date like 2024-01-31", _date),
    Type.STRINGS: ("texts with commas between them", _strings),
    Type.ISSUER: ("an issuer's ticker, name or CIK", _name),
    Type.PERSON: ("an owner's name or CIK", _name),
    Type.PARTY: ("a ticker, name or CIK", _name),
    Type.FILING: ("an accession number, an address at EDGAR or the id of a row", _name),
}
