"""The parts of a printed form in a text: what stands above the items, the items, the tables, what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from graphload.read.cells import ParseError
from graphload.read.text.aligned import Numbered
from graphload.read.text.boxes import is_ticked, ticked
from graphload.read.text.grid import cells_of, is_rule
from graphload.read.text.markup import BREAK, TICKED, UNTICKED

_TITLES = {
    "3": re.compile(r"\bINITIAL\s+STATEMENT\s+OF\s+BENEFICIAL\s+OWNERSHIP", re.I),
    "4": re.compile(r"(?<!\bANNUAL )\bSTATEMENT\s+OF\s+CHANGES\s+IN\s+BENEFICIAL\s+OWNERSHIP", re.I),
    "5": re.compile(r"\bANNUAL\s+STATEMENT\s+OF\s+(?:CHANGES\s+IN\s+)?BENEFICIAL\s+OWNERSHIP", re.I),
}
_NUMBERED = re.compile(r"^[^\w\n]*(?:SEC +)?FORM +([345])(/A)?[^\w\n]*$", re.I | re.M)
_OMB = {"3235-0104": "3", "3235-0287": "4", "3235-0362": "5"}
_OWNER = re.compile(r"[\s|#*]*1\.\s*Name\s+and\s+Address\s+of\b.*", re.I)
_HEADINGS = {
    "Table I": re.compile(r"[\s|#*]*Table\s+I\b.*", re.I),
    "Table II": re.compile(r"[\s|#*]*Table\s+II\b.*", re.I),
    "Explanation of Responses": re.compile(r"[\s|#*]*Explanation\s+of\s+Responses\b.*", re.I),
}
_NONE_OWNED = re.compile(r"[\s|*-]*No\s+securities\s+are\s+beneficially\s+owned[\s|*.]*", re.I)
_BOXES = {
    "exit": r"Check\s+this\s+box\s+if\s+no\s+longer\s+subject",
    "plan10b51": r"Check\s+this\s+box\s+to\s+indicate\s+that\s+a\s+transaction\s+was\s+made\s+pursuant",
    "form3_holdings": r"Form\s+3\s+Holdings\s+Reported",
    "form4_transactions": r"Form\s+4\s+Transactions\s+Reported",
}
_BOX = re.compile(r"\bCheck\s+this\s+box\b|\bForm\s+(?:3\s+Holdings|4\s+Transactions)\s+Reported\b", re.I)


class Parts(NamedTuple):
    """The lines of a text by the parts of the form; `none_owned` tells that it says so.

    Outside Tables I and II the cells between pipes stand one below the other, each on a line.
    """

    above: list[Numbered]
    items: list[Numbered]
    table1: list[Numbered]
    table2: list[Numbered]
    owners: list[Numbered]
    below: list[Numbered]
    none_owned: bool


def parts(lines: list[Numbered]) -> Parts:
    """Return the parts of a text; raise ParseError where one that every form has is missing."""
    first = _find(lines, 0, _OWNER, "Name and Address of Reporting Person")
    starts = [first]
    for name, heading in _HEADINGS.items():
        starts.append(_find(lines, starts[-1] + 1, heading, name))
    _, table1, table2, below = starts
    _once(lines, first, below)
    stated = {at for at, (_, line) in enumerate(lines) if at > table1 and _NONE_OWNED.fullmatch(line)}
    kept = [(number, "" if at in stated else line) for at, (number, line) in enumerate(lines)]
    owners = next((at for at in range(table2, below) if _OWNER.fullmatch(lines[at][1])), below)
    flat = _stream if _piped(lines) else iter
    return Parts(
        above=[*flat(kept[:first])],
        items=[*flat(kept[first:table1])],
        table1=kept[table1:table2],
        table2=kept[table2:owners],
        owners=[*flat(kept[owners:below])],
        below=[*flat(kept[below + 1 :])],
        none_owned=bool(stated),
    )


def _piped(lines: list[Numbered]) -> bool:
    """Whether the tables of a text have pipes between their cells: beside a row a rule is drawn with pipes too."""
    return any(
        "|" in row and is_rule(rule) and not is_rule(row) and {"|", "+"} & {*rule}
        for (_, one), (_, other) in pairwise(lines)
        for row, rule in ((one, other), (other, one))
    )


def _stream(lines: list[Numbered]) -> Iterator[Numbered]:
    """Yield the lines with the cells of tables one below the other, rules left out."""
    for number, line in lines:
        if not line.lstrip().startswith("|") and line.count("|") < 2:
            yield number, line
        elif not is_rule(line):
            yield from ((number, part) for cell in cells_of(line) for part in cell.split(BREAK))


def _once(lines: list[Numbered], first: int, below: int) -> None:
    """Raise ParseError for a box that does not stand above the items, and for a form behind the form."""
    if box := next((each for each in lines[first:below] if _BOX.search(each[1])), None):
        raise ParseError("a box below the items", line=box[0], element="form", value=" ".join(box[1].split()))
    if again := next((number for number, line in lines[below:] if _OWNER.fullmatch(line)), None):
        raise ParseError("stands twice", line=again, element="Name and Address of Reporting Person")


def _find(lines: list[Numbered], after: int, heading: re.Pattern[str], name: str) -> int:
    found = next((at for at in range(after, len(lines)) if heading.fullmatch(lines[at][1])), None)
    if found is None:
        raise ParseError("missing", line=lines[-1][0], element=name)
    return found


def form_of(above: list[Numbered]) -> tuple[str, bool]:
    """Return the number of the form, and whether its name has the mark of an amendment."""
    text = "\n".join(line for _, line in above)
    said = {number for number, title in _TITLES.items() if title.search(" ".join(text.split()))}
    named = _NUMBERED.findall(text)
    said |= {number for number, _ in named} | {number for omb, number in _OMB.items() if omb in text}
    if len(said) != 1:
        raise ParseError("not the title of one form", element="form", value=", ".join(sorted(said)) or None)
    return said.pop(), any(amended for _, amended in named)


def boxes(above: list[Numbered]) -> dict[str, bool | None]:
    """Return the boxes above the items, by the names of Printed; None where the text has no such box."""
    text = ticked(" ".join(word for _, line in above for word in line.split()))
    found: dict[str, bool | None] = dict.fromkeys(_BOXES)
    ticks = 0
    for name, label in _BOXES.items():
        matches = re.findall(rf"([{TICKED}{UNTICKED}]|(?<!\S)[Xx](?!\S))?\s*{label}", text, re.I)
        if matches:
            found[name] = any(map(is_ticked, matches))
            ticks += sum(sign == TICKED for sign in matches)
    if ticks != text.count(TICKED):
        raise ParseError(
            "a ticked box that stands before no label", line=above[0][0] if above else None, element="form"
        )
    return found
