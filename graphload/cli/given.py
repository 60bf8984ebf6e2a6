"""Values as a command line gives them: NAME=VALUE, and the value of the one parameter that is missing."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable
from typing import Any

from graphload.ask import Question
from graphload.errors import UsageError


def pairs(given: Iterable[str]) -> list[tuple[str, str]]:
    """Return the names and values of texts NAME=VALUE. Raises UsageError."""
    parted = [each.partition("=") for each in given]
    for name, equals, _ in parted:
        if not equals or not name.strip():
            raise UsageError(
                f"-p takes NAME=VALUE, not {name!r}: write the name of the parameter and = before the value"
            )
    return [(name.strip(), value) for name, _, value in parted]


def by_name(given: Iterable[str]) -> dict[str, Any]:
    """Return the values by parameter. A parameter that is given several times has a list."""
    values: dict[str, list[str]] = {}
    for name, value in pairs(given):
        values.setdefault(name, []).append(value)
    return {name: each if len(each) > 1 else each[0] for name, each in values.items()}


def with_missing(question: Question, given: dict[str, Any], value: str) -> dict[str, Any]:
    """Return the values by parameter, with one for the only required parameter that is missing."""
    missing = [param.name for param in question.params if param.required and param.name not in given]
    if len(missing) != 1:
        needs = f"the parameters {', '.join(missing)}" if missing else "no other parameter"
        may = [param.name for param in question.params if param.name not in given]
        called = f"-p {' or -p '.join(f'{name}={shlex.quote(value)}' for name in (missing or may)[:2])}"
        raise UsageError(f"{question.name} needs {needs}: say which one {value!r} is, as {called}")
    return given | {missing[0]: value}


def json_value(name: str, text: str) -> Any:
    """Return the value of a text that is JSON, or else the text. Raises UsageError for too large a number."""

    def number(digits: str) -> int:
        if not -(2**63) <= (value := int(digits)) < 2**63:
            raise UsageError(
                f"parameter {name}: no engine takes so large a number: {digits}; as a text it is {name}='\"{digits}\"'"
            )
        return value

    try:
        return json.loads(text, parse_int=number)
    except (ValueError, RecursionError):
        return text
