"""Cypher, as far as a question must be looked at before it is run: what it names, and what it may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

_TOKEN = re.compile(
    r"""(?P<space> \s+ | //[^\n]* | /\*.*?\*/ )
      | (?P<text> '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
      | (?P<name> `(?:``|[^`])*` )
      | \$ (?P<parameter> \w+ | `(?:``|[^`])*` )
      | (?P<word> [^\W\d]\w* )
      | (?P<number> \d+ )
      | (?P<mark> . )""",
    re.VERBOSE | re.DOTALL,
)
_WRITING = {
    "CREATE", "DELETE", "DETACH", "DROP", "FOREACH", "INSERT",
    "LOAD", "MERGE", "NODETACH", "REMOVE", "SET", "TRANSACTIONS",
}  # fmt: skip
_AFTER_RETURN = {"LIMIT", "OFFSET", "ORDER", "SKIP", "UNION"}
_FUNCTIONS = {"ID", "ELEMENTID"}
_LIBRARIES = {"APOC", "GDS"}
# a prefix, or newer than what every engine takes
_ELSEWHERE = {"CYPHER", "EXPLAIN", "FILTER", "FINISH", "LET", "NEXT", "PROFILE", "SHORTEST", "USE"}


class Token(NamedTuple):
    """A piece of Cypher that is neither space nor comment; `line` counts from 1."""

    kind: str
    text: str
    line: int


class Fault(NamedTuple):
    """What is wrong with a statement, and in which of its lines."""

    line: int
    what: str


def tokens(cypher: str) -> Iterator[Token]:
    """Yield the pieces of a statement; the text of a parameter is its name."""
    line = 1
    for match in _TOKEN.finditer(cypher):
        kind = match.lastgroup or ""
        if kind != "space":
            yield Token(kind, match[kind], line)
        line += match[0].count("\n")


def parameters(cypher: str) -> dict[str, int]:
    """Return the parameters that a statement uses, each with the line where it is first used."""
    found: dict[str, int] = {}
    for token in tokens(cypher):
        if token.kind == "parameter":
            found.setdefault(token.text.strip("`"), token.line)
    return found


def with_literals(cypher: str, values: Mapping[str, Any]) -> str:
    """Return a statement with literals for its parameters, as a client needs it that cannot pass any."""
    return _TOKEN.sub(
        lambda found: _literal(values[found["parameter"].strip("`")]) if found["parameter"] else found[0], cypher
    )


def _literal(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, date):
        return f"date('{value}')"
    escaped = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return str(value) if isinstance(value, (int, float)) else f"'{escaped}'"


def returned(cypher: str) -> tuple[int, list[str]]:
    """Return the line of the last RETURN, and its columns by name; one that has no name is `?`."""
    items: list[list[Token]] = []
    line, depth, inside = 1, 0, False
    for token in tokens(cypher):
        mark = token.text if token.kind == "mark" else ""
        depth += (mark in {*"([{"}) - (mark in {*")]}"})
        word = token.text.upper() if token.kind == "word" and depth == 0 else ""
        if word == "RETURN":
            line, items, inside = token.line, [[]], True
        elif word in _AFTER_RETURN:
            inside = False
        elif mark == "," and depth == 0:
            items.append([])
        elif inside and word != "DISTINCT":
            items[-1].append(token)
    return line, [_column(item) for item in items if item]


def _column(item: list[Token]) -> str:
    named = len(item) == 1 or item[-2].text.upper() == "AS"
    return item[-1].text.strip("`") if named and item[-1].kind in ("word", "name") else "?"


def faults(cypher: str) -> Iterator[Fault]:
    """Yield what a question may not hold: clauses that write, and what not every engine takes."""
    # engines read \u0027 as a quotation mark before they look for strings
    for match in re.finditer(r"\\u", cypher):
        yield Fault(1 + cypher.count("\n", 0, match.start()), "write the character itself for the escape \\u")
    around = [Token("", "", 1), *tokens(cypher), Token("", "", 1)]
    for before, token, after in zip(around, around[1:], around[2:], strict=False):
        if what := _fault(before, token, after):
            yield Fault(token.line, what)


def _fault(before: Token, token: Token, after: Token) -> str | None:
    if token.kind == "mark":
        return {"'": "a string without end", '"': "a string without end", "`": "a name without end"}.get(
            token.text, "one statement without `;`" if token.text == ";" else None
        )
    word = token.text.upper()
    if token.kind != "word" or before.text in {*".:|&!"} or before.text.upper() == "AS":
        return None
    if after.text == "(" and word in _FUNCTIONS:
        return f"{token.text}() differs between engines: use the property id"
    if after.text == "." and word in _LIBRARIES:
        return f"{token.text} is a library that not every engine has"
    if after.text == ":":
        return None
    if word in _WRITING:
        return f"{word} writes, and a question only reads"
    if word == "CALL" and after.kind in ("word", "name"):
        return f"procedure {after.text} is not in every engine"
    return f"{word} is not in every engine" if word in _ELSEWHERE else None
