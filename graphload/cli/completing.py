"""Words that complete a line of the shell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphload.ask import packs, parties
from graphload.ask.question import Question, Type
from graphload.cli import COMMANDS
from graphload.errors import GraphloadError
from graphload.store import Store

_LEAST = 2  # letters of a name that are looked up


class Word(NamedTuple):
    """A completion: its text, where it begins, counted back from the end of the line, and what it is."""

    text: str
    start: int
    about: str = ""


def words(line: str, store: Store) -> Iterator[Word]:
    """Yield the words that may complete a line: commands and questions, then parameters, then names of the store."""
    first, space, rest = line.lstrip().partition(" ")
    known = {each.name: each for each in packs.listed(None, None, str)}
    if not space:
        abouts = {name: about for name, (_, about) in COMMANDS.items()} | {n: q.title for n, q in known.items()}
        yield from (Word(name, -len(first), about) for name, about in abouts.items() if name.startswith(first))
    elif first in known:
        yield from _parameters(known[first], rest, store)
    elif first == "ask" and (named := rest.partition(" "))[1] and named[0] in known:
        yield from _values(known[named[0]], named[2], store)
    elif first in ("queries", "ask"):
        yield from (Word(name, -len(rest), each.title) for name, each in known.items() if name.startswith(rest))
    elif first == "find":
        yield from _names(rest, store, {Type.PERSON, Type.ISSUER})


def _parameters(question: Question, rest: str, store: Store) -> Iterator[Word]:
    types = {param.name: param.type for param in question.params}
    last = rest[rest.rfind(" ") + 1 :]
    given = {match[1]: match.end() for match in re.finditer(r"(?:^| )(\w+)=", rest) if match[1] in types}
    for param in question.params:
        if param.name not in given and param.name.startswith(last) and "=" not in last:
            yield Word(f"{param.name}=", -len(last), param.doc)
    if given:
        name, at = [*given.items()][-1]
        yield from _names(rest[at:], store, {types[name]}, quoted=True)
    else:
        missing = {param.type for param in question.params if param.required}
        yield from _names(rest, store, missing)


def _values(question: Question, rest: str, store: Store) -> Iterator[Word]:
    """Yield what may follow a question after the word `ask`: names, alone or as the value of the last `-p NAME=`."""
    types = {param.name: param.type for param in question.params}
    if given := re.fullmatch(r".*-p (\w+)=(.*)", rest):
        yield from _names(given[2], store, {types[given[1]]} if given[1] in types else set(), quoted=True)
    elif not rest.startswith("-"):
        yield from _names(rest, store, {param.type for param in question.params if param.required})


def _names(text: str, store: Store, types: set[Type], *, quoted: bool = False) -> Iterator[Word]:
    """Yield the names of parties that a text may mean."""
    typed = text.strip().strip("'\"")
    if not types & {Type.PERSON, Type.ISSUER} or len(typed) < _LEAST:
        return
    try:
        found = parties.find(store, typed).dicts()
    except GraphloadError:
        return
    for row in found:
        if ("Issuer" in row["labels"] and Type.ISSUER in types) or Type.PERSON in types:
            name = f'"{row["name"]}"' if quoted and " " in row["name"] else row["name"]
            yield Word(name, -len(text), f"{row['id']} {', '.join(row['labels'])}")
