"""What stands below the tables of a text: footnotes, remarks and signatures."""

from __future__ import annotations

import re

from graphload.read.cells import ParseError
from graphload.read.text.aligned import Numbered
from graphload.read.text.markup import words

_MOST = 99
_BULLET = re.compile(r"\s*[-*•–]\s+(.*)")
_NUMBER = re.compile(r"\s*(?:F?(\d{1,2})[.):]|\((\d{1,2})\))\s+(.*)")
_REMARKS = re.compile(r"[\s#]*Remarks\s*:(.*)", re.I)
# what begins a paragraph without an empty line before it
_ALONE = re.compile(r"[\s#]*Remarks\s*:\s*|\s*\S[^\t]*\t\s*\d{1,2}/\d{1,2}/\d{4}\s*", re.I)
_SIGNED = re.compile(r"[\s*]*Signature\s+of\s+Reporting\s+Person\s*(?:\*\*)?\s*(?:Date)?\s*", re.I)
_DATED = re.compile(r"(.*?)\s*(?<!\S)(\d{1,2}/\d{1,2}/\d{4})\s*")

Paragraph = list[Numbered]


def paragraphs(lines: list[Numbered]) -> list[Paragraph]:
    """Return what stands between empty lines, down to the words below the last signature."""
    signed = [at for at, (_, line) in enumerate(lines) if _SIGNED.fullmatch(words(line))]
    if not signed:
        raise ParseError("missing", line=lines[-1][0] if lines else None, element="Signature of Reporting Person")
    found: list[Paragraph] = [[]]
    for number, line in lines[: signed[-1]]:
        if not line.strip() or _SIGNED.fullmatch(words(line)):
            found.append([])
        elif _ALONE.fullmatch(line):
            found.append([(number, line)])
        else:
            found[-1].append((number, line))
    return [each for each in found if each]


def footnotes(rest: list[Paragraph]) -> list[tuple[str, str]]:
    """Take the list of footnotes off the paragraphs; return number and text of each. They may have no numbers."""
    found: list[list[str]] = []
    numbers: list[str] = []
    item = next((each for each in (_BULLET, _NUMBER) if rest and each.fullmatch(rest[0][0][1])), None)
    indent = _indent(rest[0][0][1]) if rest else 0
    while item and rest and item.fullmatch(rest[0][0][1]) and _indent(rest[0][0][1]) == indent:
        for number, line in rest.pop(0):
            match = item.fullmatch(line) if _indent(line) == indent else None
            if match is None:
                if _REMARKS.fullmatch(line):
                    raise ParseError("no empty line before it", line=number, element="Remarks")
                found[-1].append(line)
                continue
            numbers.append(str(len(found) + 1))
            if len(numbers) > _MOST:
                raise ParseError(f"more than {_MOST} footnotes", line=number, element="footnotes")
            if item is _NUMBER and (match[1] or match[2]) != numbers[-1]:
                raise ParseError(
                    "not the next footnote", line=number, element=f"footnote {numbers[-1]}", value=words(line)
                )
            found.append([match[match.lastindex or 1]])
    return [(number, words(" ".join(parts))) for number, parts in zip(numbers, found, strict=True)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def remarks(rest: list[Paragraph]) -> str | None:
    """Take the remarks off the paragraphs and return them."""
    match = _REMARKS.fullmatch(rest[0][0][1]) if rest else None
    if match is None:
        return None
    _, *more = rest.pop(0)
    lines = [match[1], *(line for _, line in more)]
    if not words(" ".join(lines)) and len(rest) > 1:
        if _DATED.fullmatch(words(rest[0][-1][1])):
            raise ParseError(
                "remarks or a signature", line=rest[0][0][0], element="Remarks", value=words(rest[0][0][1])
            )
        lines = [line for _, line in rest.pop(0)]
    return words(" ".join(lines)) or None


def signatures(rest: list[Paragraph]) -> list[tuple[str, str]]:
    """Return text and date of each signature: it ends with its date, at the end of a line and of a paragraph."""
    found: list[tuple[str, str]] = []
    for paragraph in rest:
        parts: list[str] = []
        for _, line in paragraph:
            match = _DATED.fullmatch(words(line))
            parts.append(match[1] if match else line)
            if match:
                found.append((words(" ".join(parts)), match[2]))
                parts = []
        if parts:
            raise ParseError("not a signature with its date", line=paragraph[0][0], element="Signature",
                          value=words(" ".join(parts)))  # fmt: skip
    if not found:
        raise ParseError("missing", element="Signature")
    return found
