"""Who controls whom, as footnotes tell of funds: `Elm GP, LLC is the general partner of Elm Fund, L.P.`"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from graphload.wording.entities import mentioned

_ROLE = (
    r"(?P<role>(?:sole\s+|managing\s+)?general\s+partner|managing\s+members?|managing\s+partner|sole\s+member"
    r"|(?:sole\s+)?managers?|(?:investment|portfolio)\s+(?:manager|advis[eo]r)|(?:sole|controlling|majority)\s+"
    r"(?:share|stock)holder|sole\s+owner|(?:co-?|sole\s+)?trustees?|(?:ultimate\s+)?parent)"
)
_ANY_ROLE = re.sub(r"\?P<role>", "?:", _ROLE)
_OF = re.compile(
    rf"\b(?:is|are|was|serves?\s+as|acts?\s+as)\s+(?:(?:also|each|together|currently)\s+)?(?:one\s+of\s+)?(?:\(\w+\)\s+)?"
    rf"(?:the|an?)?\s*{_ROLE}\s+(?:of|for)\s+(?:each\s+of\s+)?|,\s+(?:the|an?|its)\s+{_ROLE.replace('role', 'named')}"
    r"\s+of\s+(?:each\s+of\s+)?",
    re.I,
)
_PERSON = re.compile(
    r"(?:^|[.;,]\s+|\band\s+)(?P<who>(?:(?:Mr|Ms|Mrs|Dr)s?\.?\s+)?(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w'’-]+"
    r"|[Tt]he\s+[Rr]eporting\s+[Pp]erson)$"
)
_OFFICE = re.compile(
    r"^.*\b(?:Director|Chairman|Committee|President|Officer|Member|Manager|Partner)\b.{0,60}?\bof\s+(?:the\s+)?"
)
_ALIAS = re.compile(r"\s*\((?=[^()]{0,60}[“\"]|together|each|collectively)[^()]{0,120}\)")
_LAST_ALIAS = re.compile(r"\s*\([^()]{0,60}\)\s*$")
_NOT = re.compile(r"\b(?:not|never|no\s+longer|formerly|previously|former|ceased)\b[^,;.]{0,40}$", re.I)
_ENDS = re.compile(
    r"[;]|\.(?=\s)|\s(?:and\s+)?(?:as\s+such|in\s+such|may\s+be|has|have|makes?|disclaims?|serves?)\b|,?\s+(?:which|who)\b"
    r"|\s+is\s+|,?\s+and\s+each\s+of\b",
    re.I,
)
_NEXT = re.compile(rf",?\s+(?:and\s+)?(?:(?:the|an?|its)\s+){_ANY_ROLE}\s+of\b", re.I)
_DEFINED = re.compile(r"\s*\((?:the\s+)?[“\"]+([A-Z][\w .&'’-]{0,30}?)[”\"]+\)")
# a short name in its place, and not as a part of a longer name
_USED = (
    r"(?:(?<=\bof )|(?<=\band )|(?<=^)|(?<=, )|(?<=\. )|(?<=\b[tT]he )){}"
    r"(?=\s+(?:is|are|and|may|or)\b|[,.;]|$)"
)
_NEAR = 240  # characters in which the one, or the other, is named
_MOST = 12  # controls told by one sentence


class Control(NamedTuple):
    """Who controls, whom, and in what role."""

    one: str
    other: str
    role: str


def aliases(sentences: Iterable[str]) -> dict[str, str]:
    """Return the entities that sentences give a short name: `Elm Fund II, L.P. ("Elm II")`, by that name."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for defined in _DEFINED.finditer(sentence):
            name = _before(sentence[max(0, defined.start() - _NEAR) : defined.start()])
            if name and len(found) < _MOST:
                found.setdefault(defined[1], name)
    return found


def spelled_out(sentence: str, short: Mapping[str, str]) -> str:
    """Return a sentence with entities in place of their short names."""
    for alias, name in short.items():
        if alias in sentence:
            sentence = re.sub(_USED.format(re.escape(alias)), lambda _, name=name: name, sentence)  # type: ignore[misc]
    return sentence


def controls(sentence: str) -> Iterator[Control]:
    """Yield who controls whom by a sentence; `which is the general partner of` goes on from the last one named."""
    told = (
        Control(_plain(one), _plain(other), " ".join((found["role"] or found["named"]).casefold().split()))
        for found in _OF.finditer(sentence)
        for one, others in _ends(sentence, found)
        for other in others
        if other != one
    )
    yield from islice(told, _MOST)


def _ends(sentence: str, found: re.Match[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield who is named before a role, and all who are named after it."""
    before = sentence[max(0, found.start() - _NEAR) : found.start()]
    one = None if _NOT.search(before) else _before(before)
    if one:
        yield one, _after(sentence[found.end() : found.end() + _NEAR])


def _before(text: str) -> str | None:
    """Return the entity, or the person, that a text ends with, an alias in brackets left out."""
    text = re.sub(r",?\s+(?:and\s+)?(?:which|who)(?:,\s+in\s+turn,)?\s*$", "", text, flags=re.I).rstrip(" ,")
    text = _LAST_ALIAS.sub("", _ALIAS.sub("", text)).rstrip(" ,")
    named = mentioned(text)
    if named and text.endswith(named[-1]):
        return _OFFICE.sub("", named[-1])
    person = _PERSON.search(text)
    return person["who"] if person else None


def _after(text: str) -> tuple[str, ...]:
    """Return the entities with which a text begins, up to the next clause, or to the one that has the next role."""
    clause = _ENDS.split(text, maxsplit=1)[0]
    first, *others = _NEXT.split(clause, maxsplit=1)
    named = mentioned(_ALIAS.sub("", first))
    return named[:-1] or named if others else named


def _plain(name: str) -> str:
    return name.replace("|", "/").replace("→", "-")
