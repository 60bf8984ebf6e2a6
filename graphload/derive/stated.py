"""Facts from the properties of filings, owners and rows, by the names that they have in the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graphload.derive.facts import FilingFacts, OwnerFacts, RowFacts, SecurityFacts, Written

Stated = Mapping[str, Any]


def filing(node: Stated, owners: Iterable[Stated], rows: Iterable[Stated]) -> FilingFacts:
    """Return the facts of a filing: its node, its owners, each with an `id`, and its rows as `row` takes them."""
    return FilingFacts(
        node["id"],
        node["form"],
        node["amendment"],
        node.get("filedOn"),
        node.get("originalFiledOn"),
        node["periodOfReport"],
        node["effectiveOn"],
        node.get("exit"),
        bool(node.get("corrects")),
        tuple(_owner(each) for each in sorted(owners, key=lambda each: str(each["id"]))),
        tuple(_row(each) for each in sorted(rows, key=lambda each: int(each["place"]))),
    )


_BOXES = ("id", "director", "officer", "tenPercentOwner", "other", "officerTitle")
_CELLS = (
    "id", "filing", "place", "security", "holder", "asOf", "date", "code", "acquired", "shares", "price", "totalValue",
    "sharesAfter", "valueAfter", "underlyingShares", "underlyingValue",
)  # fmt: skip


def _owner(owner: Stated) -> OwnerFacts:
    return OwnerFacts._make(map(owner.get, _BOXES))


def _row(row: Stated) -> RowFacts:
    return RowFacts._make([*map(row.get, _CELLS), bool(row.get("reformed"))])


def security(node: Stated, reported: bool, written: Iterable[Written]) -> SecurityFacts:
    """Return the facts of a security: its node, with its `id`, and the titles that rows give it."""
    return SecurityFacts(
        node["id"],
        node["derivative"],
        node.get("class"),
        node.get("expiresOn"),
        reported,
        tuple(written),
        node.get("exercisePrice"),
    )


def titles(rows: Iterable[Stated], filings: Mapping[str, Stated]) -> dict[str, list[Written]]:
    """Return the titles of each security in rows, as its own title or as that of an underlying security."""
    found: dict[str, list[Written]] = defaultdict(list)
    for row in rows:
        filing = filings[row["filing"]]
        day: date = filing.get("filedOn") or filing["periodOfReport"]
        found[row["security"]].append(Written(True, day, row["id"], row["titleAsFiled"]))
        if row.get("underlying"):
            found[row["underlying"]].append(Written(False, day, row["id"], row["underlyingTitle"]))
    return found
