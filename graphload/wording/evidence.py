"""What footnotes and remarks say beyond the cells: facts, each with a kind, a value and a grade."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graphload.wording import plans
from graphload.wording.awards import paid, schedule, split
from graphload.wording.control import aliases, controls, spelled_out
from graphload.wording.evidence_kinds import KINDS
from graphload.wording.evidence_table import TABLE
from graphload.wording.gifts import recipient
from graphload.wording.natures import SHAPE, STATED
from graphload.wording.remarks import changes_form
from graphload.wording.text import sentences

_LONGEST = 4000  # characters that are read; the form takes fewer
_LONGEST_SENTENCE = 1500
_DOLLARS = r"(?<!\w)(?:US)?\$\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,8})?|\d{1,9}(?:\.\d{1,8})?)(?![\d.]*\s*(?:[mb]illion))"


class Said(NamedTuple):
    """What one sentence says: a kind, its value and grade, and the sentence."""

    kind: str
    value: str
    grade: str
    sentence: str


_RULES = tuple(
    (kind, value, grade, re.compile(words, re.I), re.compile(never, re.I)) for kind, value, grade, words, never in TABLE
)
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_FORM_RULE = re.compile(
    r"\b16a-\s?13\b|\bchanges?\s+in\s+(?:the\s+)?form\b|\bform\s+of\s+(?:beneficial\s+)?ownership\b", re.I
)
_MOVED = re.compile(
    r"(?<!may be )(?<!can be )\b(?:transferr?ed|contributed|re-?titled|assigned|moved|conveyed|deposited)\b", re.I
)
_EXERCISE = re.compile(
    rf"\b(?:exercise|conversion|strike|exercisable|convertible)\b(?:\s+price)?[^.;$]{{0,60}}?{_DOLLARS}", re.I
)


@lru_cache(maxsize=1 << 13)
def said(text: str) -> tuple[Said, ...]:
    """Return what a footnote or the remarks say, each fact once, in the order of `KINDS`."""
    text = text[:_LONGEST]
    small = text.casefold()
    readers = [read for words, read in _READERS if any(word in small for word in words)]
    if not readers:
        return ()
    parts = [part[:_LONGEST_SENTENCE] for part in sentences(text)]
    found = [each for read in readers for each in read(parts)]
    once = {(each.kind, each.value, each.grade): each for each in reversed(found)}
    return tuple(sorted(once.values(), key=lambda each: (_ORDER[each.kind], found.index(each))))


def _plans(parts: list[str]) -> Iterator[Said]:
    """Yield what sentences say of plans; one that names no rule goes on about a plan that another has named."""
    named: list[str] = []
    dated: list[Said] = []
    for part in parts:
        told = [Said("planEnd" if what == plans.ENDED else "plan", day, what, part) for day, what in plans.events(part)]
        if plans.names_plan(part) or (named and not plans.RULE.search(part) and plans.of_the_plan(part)):
            named.append(part)
            dated += told
            dated += (Said("adopter", _plain(who), STATED, part) for who in plans.adopters(part))
        elif plans.RULE.search(part):
            dated += (each for each in told if each.kind == "planEnd")
    if named and not any(each.kind == "plan" for each in dated):
        yield Said("plan", "", plans.NAMED, named[0])
    yield from dated


def _ruled(kind: str) -> Callable[[list[str]], Iterator[Said]]:
    """Return a reader of the rows of the table with a kind: the first sentence that one matches tells it."""
    rules = [rule for rule in _RULES if rule[0] == kind]

    def reader(parts: list[str]) -> Iterator[Said]:
        found = (
            Said(kind, value, grade, part)
            for part in parts
            for _, value, grade, words, never in rules
            if words.search(part) and not never.search(part)
        )
        yield from list(found)[:1]

    return reader


def _each(kind: str, read: Callable[[str], str | None], grade: str = STATED) -> Callable[[list[str]], Iterator[Said]]:
    """Return a reader that tells a kind of the first sentence in which a function finds a value."""

    def reader(parts: list[str]) -> Iterator[Said]:
        found = ((value, part) for part in parts if (value := read(part)) is not None)
        for value, part in list(found)[:1]:
            yield Said(kind, value, grade, part)

    return reader


def _forms(parts: list[str]) -> Iterator[Said]:
    told = [(_FORM_RULE.search(part) is not None, part) for part in parts if changes_form(part)]
    for ruled, part in sorted(told, key=lambda each: not each[0])[:1]:
        if ruled or _MOVED.search(part):
            yield Said("form", "16a-13" if ruled else "", STATED if ruled else SHAPE, part)


def _exercise(parts: list[str]) -> Iterator[Said]:
    found = {(amount.replace(",", ""), part) for part in parts for amount in _EXERCISE.findall(part)}
    if len({amount for amount, _ in found}) == 1:
        amount, part = min(found)
        yield Said("exercise", amount, STATED, part)


def _controls(parts: list[str]) -> Iterator[Said]:
    short = aliases(parts)
    for part in parts:
        for one, other, role in controls(spelled_out(part, short)):
            yield Said("controls", f"{one}→{other}", role, part)


def _plain(value: str) -> str:
    """Return a value without the sign that parts the fields."""
    return value.replace("|", "/")


# what reads each kind, and the words without one of which there is nothing to read
_READERS: tuple[tuple[tuple[str, ...], Callable[[list[str]], Iterator[Said]]], ...] = (
    (("10b", "10(b", "10 b", "10 (b"), _plans),
    (("average",), _ruled("price")),
    (("gift", "donat", "contribut", "transfer", "to ", "into ", "convey", "charit"), _each("gift", recipient)),
    (("16a", "form", "transfer", "contribut", "title", "regist", "assign", "move", "convey", "deposit", "gift", "now",
      "prior", "previous", "current", "distribut"), _forms),
    (("distribut", "pro rata", "pro-rata"), _ruled("distribution")),
    (("reclass", "recapital", "domesticat", "merge", "combination", "reorgani", "offer"), _ruled("exchange")),
    (("with", "surrender", "deliver", "tender", "retain", "forfeit", "kept", "net", "cashless", "used", "applied"),
     _each("withheld", lambda part: paid(part, withheld=True))),
    (("sold", "sale", "sell"), _each("cover", lambda part: paid(part, withheld=False))),
    (("split",), _each("split", split)),
    (("vest", "exercisable", "lapse"), _each("vesting", schedule)),
    (("$",), _exercise),
    (("disclaim",), _ruled("disclaims")),
    (("partner", "manag", "member", "advis", "holder", "owner", "owns", "trustee", "parent", "control"), _controls),
    (("longer", "ceas", "less than", "below", "passed", "deceas", "died", "death", "retire", "resign", "step", "term",
      "stand", "nominat", "left", "depart", "employment", "service"), _ruled("left")),
)  # fmt: skip
