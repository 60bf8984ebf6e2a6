"""Which of several readings of one filing stays. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from graphload.filing.codes import Basis, Source
from graphload.schema.rows import Props, Rows

Stated = Mapping[str, Any]


class Outcome(Enum):
    """The outcome for one filing of a load."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


class Settled(NamedTuple):
    """The outcome of each reading, and by filing the one that is put in.

    `same` are filings that stay as they are but for the document that tells them.
    """

    outcomes: list[Outcome]
    new: dict[str, Rows]
    same: dict[str, Rows]


def settle(batch: Iterable[Rows], there: Mapping[str, Stated], known: Collection[str]) -> Settled:
    """Compare readings, one after the other, with the filings that are there, by id.

    `known` holds the ids of filings without an accession number that give way: one with a number has their facts.
    """
    present = dict(there)
    found = Settled([], {}, {})
    for rows in batch:
        id, stated = rows.filing.id, rows.filing.props
        found.outcomes.append(_outcome(rows, present, known))
        if found.outcomes[-1] is not Outcome.UNCHANGED:
            present[id], found.new[id] = stated, rows
            found.same.pop(id, None)
        elif _told_anew(stated, present.get(id, {})):
            found.same[id] = rows
            present[id] = {**present[id], **mark(rows)}
    return found


def mark(rows: Rows) -> Props:
    """Return what a filing keeps of the document that tells it."""
    return {name: rows.filing.props.get(name) for name in ("documentHash", "relationships")}


def named(rows: Rows) -> bool:
    """Return whether a filing has an accession number."""
    return rows.filing.id != rows.facts


def fullness(filing: Stated) -> tuple[int, int, bool]:
    """Return how full a reading of a filing is, from the properties of its node; of two readings the fuller stays."""
    basis = filing.get("filedOnBasis")
    return (
        -list(Source).index(filing["source"]),
        -list(Basis).index(basis) if basis else -len(Basis),
        filing.get("acceptedAt") is not None,
    )


def _outcome(rows: Rows, present: Mapping[str, Stated], known: Collection[str]) -> Outcome:
    new, old = rows.filing.props, present.get(rows.filing.id)
    if not named(rows) and rows.facts in known:
        return Outcome.UNCHANGED
    if old is None:
        return Outcome.REPLACED if rows.facts in present else Outcome.LOADED
    if old["contentHash"] == new["contentHash"]:
        # two loads at once could double what a filing brings, before they waited for each other
        return Outcome.UNCHANGED if old["relationships"] == new["relationships"] else Outcome.REPLACED
    return Outcome.UNCHANGED if fullness(new) < fullness(old) else Outcome.REPLACED


def _told_anew(new: Stated, old: Stated) -> bool:
    """Tell whether a reading says what is there, of a document that the store is to know from now on.

    That is one read by another version of the code, with which its digest begins; or of several documents that say the
    same the one whose digest is the least, whatever their order.
    """
    known, before = new.get("documentHash"), old.get("documentHash")
    if known is None or new["contentHash"] != old.get("contentHash"):
        return False
    return before is None or known < before or known.partition("-")[0] != before.partition("-")[0]
