"""The header of a full submission as nested facts, in the layout of the `metadata.json` that stand beside filings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

# the words of the header, and the tags of the same facts
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
_TAGGED = re.compile(r"<([A-Z-]+)>(.*)")
# the more tabs, the deeper a fact lies
_WORDED = re.compile(r"(\t*)([A-Z][A-Z0-9 .-]*):\s*(.*)")
_BEGINNING = re.compile(r"(\d\d)?(\d\d) Act")
_SIC = re.compile(r".*\[(\d+)\]")
_LONGEST_LINE = 1 << 16

Facts = dict[str, Any]


def metadata(submission: BinaryIO) -> Facts:
    """Return what a submission says of itself and of its documents."""
    lines = _lines(submission)
    return {"submission": _header(lines), "documents": [*_documents(lines)]}


def _lines(file: BinaryIO) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        yield line.decode("latin-1").rstrip()


def _header(lines: Iterator[str]) -> Facts:
    """Return the facts up to the first document: parties are lists, what lies in them are objects."""
    facts: Facts = {}
    party = block = facts
    for line in lines:
        if line == "<DOCUMENT>":
            break
        if tagged := _TAGGED.fullmatch(line):
            if tagged[1] == "ACCEPTANCE-DATETIME":
                facts[tagged[1]] = tagged[2].strip()
        elif worded := _WORDED.fullmatch(line):
            tabs, words, value = worded.groups()
            tag = _TAGS.get(words, words.replace(" ", "-"))
            if value:
                (block if tabs else facts)[tag] = _value(tag, value)
            elif not tabs:
                party = block = {}
                if not isinstance(facts.get(tag), list):
                    facts[tag] = []
                facts[tag].append(party)
            elif tabs == "\t":
                block = _within(party, tag)
    return facts


def _within(party: Facts, tag: str) -> Facts:
    """Return a new block of a party; of several with one tag a list is made."""
    block: Facts = {}
    if tag not in party:
        party[tag] = block
    elif isinstance(party[tag], list):
        party[tag].append(block)
    else:
        party[tag] = [party[tag], block]
    return block


def _value(tag: str, value: str) -> str:
    """Return a value as it stands under a tag: an industry by its number, an act by its year."""
    pattern = {"ASSIGNED-SIC": _SIC, "ACT": _BEGINNING}.get(tag)
    found = pattern.fullmatch(value) if pattern else None
    return found[found.lastindex or 0] if found else value


def _documents(lines: Iterator[str]) -> Iterator[Facts]:
    """Yield the facts before the text of each document; the header ends where the first begins."""
    document: Facts | None = {}
    for line in lines:
        if line == "<DOCUMENT>":
            document = {}
        elif document is not None and line == "<TEXT>":
            yield document
            document = None
        elif document is not None and (tagged := _TAGGED.fullmatch(line)):
            document[tagged[1]] = tagged[2].strip()
