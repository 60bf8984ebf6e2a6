"""What the notes of a filing say, bound to the rows that cite them from a fitting cell, by code."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from graphload.filing.values import Filing, Row, Trade
from graphload.schema.rows import Props, props
from graphload.wording.evidence import Said, said
from graphload.wording.evidence_kinds import KINDS, Kind

REMARKS = "remarks"


class Evidence(NamedTuple):
    """What is said, and where: the id of a footnote, or `remarks`."""

    where: str
    said: Said

    def __str__(self) -> str:
        """Return `kind|where|value|grade`, as the graph keeps it."""
        return "|".join((self.said.kind, self.where, self.said.value, self.said.grade))


def told(filing: Filing) -> tuple[Evidence, ...]:
    """Return what the footnotes and the remarks of a filing say, in their order."""
    notes = [Evidence(note.id, each) for note in filing.footnotes for each in said(note.text)]
    return (*notes, *(Evidence(REMARKS, each) for each in said(filing.remarks or "")))


def evidence(found: Iterable[Evidence], covering: Collection[str]) -> Props:
    """Return what is said in a filing, as the graph keeps it, and the sentences in the same order.

    `covering` is what covers a row; of some kinds, only that is told.
    """
    kept = [each for each in found if KINDS[each.said.kind].alone or str(each) in covering]
    return props(said=[*map(str, kept)] or None, saidIn=[each.said.sentence for each in kept] or None)


def covers(found: Sequence[Evidence], row: Row) -> Iterator[Evidence]:
    """Yield what of it is said of a row: by a footnote that one of its cells cites, or by the remarks."""
    if not found:
        return
    cells: dict[str, set[str]] = {}
    for ref in row.footnotes:
        cells.setdefault(ref.footnote, set()).add(ref.cell)
    for each in found:
        kind = KINDS[each.said.kind]
        if _fits(row.trade, kind) and _cites(each.where, cells.get(each.where, set()), kind):
            yield each


def _fits(trade: Trade | None, kind: Kind) -> bool:
    """Tell whether a kind speaks of rows of this code, and of this direction."""
    if not kind.codes:
        return True
    told = trade is not None and trade.code is not None and trade.code.value in kind.codes
    return told and trade is not None and not (kind.out and trade.acquired)


def _cites(where: str, cells: set[str], kind: Kind) -> bool:
    return kind.remarks if where == REMARKS else bool(cells & kind.cells if kind.cells else cells)
