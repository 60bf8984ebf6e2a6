"""The SGML header of a full submission, in both of its styles.

One style tags each fact, as `<CIK>0000320193`. The other writes words, as `CENTRAL INDEX KEY: 0000320193`, and indents
the facts of a party by tabs. Both become fields with the tags of the first style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

# the tag for words of the header that are not just the tag with spaces
_TAGS = {
    "CONFORMED SUBMISSION TYPE": "TYPE",
    "CONFORMED PERIOD OF REPORT": "PERIOD",
    "FILED AS OF DATE": "FILING-DATE",
    "DATE AS OF CHANGE": "DATE-OF-FILING-DATE-CHANGE",
    "COMPANY CONFORMED NAME": "CONFORMED-NAME",
    "CENTRAL INDEX KEY": "CIK",
    "STANDARD INDUSTRIAL CLASSIFICATION": "ASSIGNED-SIC",
    "SEC ACT": "ACT",
    "SEC FILE NUMBER": "FILE-NUMBER",
    "STREET 1": "STREET1",
    "STREET 2": "STREET2",
    "BUSINESS PHONE": "PHONE",
    "DATE OF NAME CHANGE": "DATE-CHANGED",
}
_TAGGED = re.compile(r"<([A-Z][A-Z0-9-]*)>([^<]*)")
_WORDED = re.compile(r"([ \t]*)([A-Z][A-Z0-9 .-]*):[ \t]*(.*)")
_ACT = re.compile(r"(\d\d)?(\d\d) Act")
_SIC = re.compile(r".*\[(\d+)\]")
_LONGEST_LINE = 1 << 16

Facts = dict[str, Any]


class Field(NamedTuple):
    """One fact of a header. `depth` is the number of tabs before its words, or None for a tagged fact."""

    tag: str
    value: str
    depth: int | None


def fields(submission: BinaryIO) -> Iterator[Field]:
    """Yield the fields of a header, up to the first document."""
    yield from _fields(_lines(submission))


def _fields(lines: Iterator[str]) -> Iterator[Field]:
    for line in lines:
        if line == "<DOCUMENT>":
            return
        if worded := _WORDED.fullmatch(line):
            tabs, words, value = worded.groups()
            tag = _TAGS.get(words.strip(), words.strip().replace(" ", "-"))
            yield Field(tag, _value(tag, value.strip()), tabs.count("\t"))
        else:
            yield from (Field(tag, value.strip(), None) for tag, value in _TAGGED.findall(line))


def metadata(submission: BinaryIO) -> Facts:
    """Return the facts of a submission and of its documents, in the layout of EDGAR's `metadata.json`."""
    lines = _lines(submission)
    return {"submission": _nested(_fields(lines)), "documents": [*_documents(lines)]}


def _lines(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        yield line.decode("latin-1").rstrip()


def _nested(header: Iterator[Field]) -> Facts:
    """Return the facts of a header in words. A party is an object in a list, with objects for its blocks."""
    facts: Facts = {}
    party = block = facts
    for tag, value, depth in header:
        if depth is None:
            if tag == "ACCEPTANCE-DATETIME":
                facts[tag] = value
        elif value:
            (block if depth else facts)[tag] = value
        elif not depth:
            party = block = {}
            if not isinstance(facts.get(tag), list):
                facts[tag] = []
            facts[tag].append(party)
        elif depth == 1:
            block = _within(party, tag)
    return facts


def _within(party: Facts, tag: str) -> Facts:
    """Return a new block of a party. Several blocks with one tag become a list."""
    block: Facts = {}
    if tag not in party:
        party[tag] = block
    elif isinstance(party[tag], list):
        party[tag].append(block)
    else:
        party[tag] = [party[tag], block]
    return block


def _value(tag: str, value: str) -> str:
    """Return a value in words as its tag has it: the number of an industry, the year of an act."""
    pattern = {"ASSIGNED-SIC": _SIC, "ACT": _ACT}.get(tag)
    found = pattern.fullmatch(value) if pattern else None
    return found[found.lastindex or 0] if found else value


def _documents(lines: Iterator[str]) -> Iterator[Facts]:
    """Yield the tagged facts above the text of each document. The header ended with the first `<DOCUMENT>`."""
    document: Facts | None = {}
    for line in lines:
        if line == "<DOCUMENT>":
            document = {}
        elif document is not None and line == "<TEXT>":
            yield document
            document = None
        elif document is not None and (tagged := _TAGGED.fullmatch(line)):
            document[tagged[1]] = tagged[2].strip()
