"""Tables whose columns are only aligned: below runs of dashes, or below a header of one line."""

from __future__ import annotations

import re

from graphload.read.cells import ParseError

Numbered = tuple[int, str]  # a line of a text behind its number
Span = tuple[int, int]

_RUNS = re.compile(r"\s*[-=]+(?:\s+[-=]+)+\s*")
_RUN = re.compile(r"[-=]+")
_SEGMENT = re.compile(r"\S+(?: \S+)*")


def aligned(lines: list[Numbered], name: str, wide: int) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the labels of the columns, and every row's line and cells; a cell that may be in two columns is refused.

    Rows stand on one line each; or, where an empty line follows the header, each between empty lines on several.
    """
    lines = [(number, line.expandtabs().rstrip()) for number, line in lines]
    rule = next((at for at, (_, line) in enumerate(lines) if _RUNS.fullmatch(line)), None)
    if rule is None:
        spans = _below(lines[0][1], wide)
        header, body = lines[:1], lines[1:]
    else:
        spans = [match.span() for match in _RUN.finditer(lines[rule][1])]
        header, body = lines[:rule], lines[rule + 1 :]
    labels = [" ".join(line[start:end].strip() for _, line in header) for start, end in spans]
    blocks = _blocks(body)
    return labels, [
        (block[0][0], _cells(block, spans, f"{name}, row {at}")) for at, block in enumerate(blocks, start=1)
    ]


def _below(header: str, wide: int) -> list[Span]:
    """Return the columns below a header of one line; none where it has not one label for each."""
    starts = [match.start() for match in _SEGMENT.finditer(header)]
    ends = [start - 1 for start in starts[1:]] + [wide]
    return list(zip(starts, ends, strict=True))


def _blocks(body: list[Numbered]) -> list[list[Numbered]]:
    apart = bool(body) and not body[0][1]
    blocks: list[list[Numbered]] = [[]]
    for number, line in body:
        if line and not _RUNS.fullmatch(line):
            blocks[-1].append((number, line))
        if not line or not apart:
            blocks.append([])
    return [block for block in blocks if block]


def _cells(block: list[Numbered], spans: list[Span], row: str) -> list[str]:
    cells: list[list[str]] = [[] for _ in spans]
    for number, line in block:
        for match in _SEGMENT.finditer(line):
            at = [at for at, (start, end) in enumerate(spans) if start <= match.start() and match.end() <= end]
            if len(at) != 1:
                raise ParseError("stands below no one column", line=number, element=row, value=match[0])
            cells[at[0]].append(match[0])
    return [" ".join(parts) for parts in cells]
