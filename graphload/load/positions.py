"""Who owns what: the positions of stale issuers, computed by the store, written as edges."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graphload import shipped
from graphload.derive.blocks import Block, Position, blocks
from graphload.schema import statements
from graphload.schema.keys import holder_label
from graphload.store.replacing import Run

_GONE = """UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(:Security)<-[owns:OWNS|OWNS_AS_FILED]-() DELETE owns"""
_AMENDED = """UNWIND $ids AS id MATCH (p:Party {id: id})<-[:CONCERNS]-(:Filing {amendment: true})
RETURN DISTINCT p.id AS id"""
_LARGE = """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[filed:FILED]-(:Party) WHERE filed.tenPercentOwner
RETURN DISTINCT f.id AS id"""

# what is owned, by holder and security
Owned = dict[tuple[str, str], dict[str, Any]]


def positions(run: Run, ids: list[str]) -> None:
    """Write anew what is owned of these issuers, and what was as filed first where amendments make a difference."""
    amended = {row["id"] for row in run(_AMENDED, ids=ids)}
    untouched = _owned(run, [id for id in ids if id not in amended], as_filed=False)
    stands, filed = (_owned(run, sorted(amended), as_filed=as_filed) for as_filed in (False, True))
    changed = {key: owns | {"amended": True} for key, owns in stands.items() if filed.get(key) != owns}
    run(_GONE, ids=ids)
    _put(run, "OWNS", untouched | stands | changed)
    _put(run, "OWNS_AS_FILED", {key: owns for key, owns in filed.items() if stands.get(key) != owns})


def _owned(run: Run, ids: list[str], *, as_filed: bool) -> Owned:
    if not ids:
        return {}
    rows = run(shipped.cypher("derive/read/positions"), ids=ids, asFiled=as_filed)
    large = {row["id"] for row in run(_LARGE, ids=sorted({row["statement"] for row in rows}))}
    found = {
        (each.holder, each.security): block for block in blocks(map(_position, rows), large) for each in block.members
    }
    keys = ((row["holder"], row["security"]) for row in rows)
    return {key: _owns(row, found.get(key)) for key, row in zip(keys, rows, strict=True)}


def _put(run: Run, type: str, owned: Owned) -> None:
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (holder, security), owns in owned.items():
        edges[holder_label(holder)].append(statements.edge_row(holder, security, owns))
    for label, some in edges.items():
        run(statements.put_edges(type, label, "Security"), rows=some)


def _position(row: dict[str, Any]) -> Position:
    label = holder_label(row["holder"])
    return Position(
        row["holder"],
        row["security"],
        row["shares"],
        row["asOf"],
        row["statement"],
        direct=label != "Vehicle",
        joint=row["holder"].startswith("group:"),
        place=row["place"],
        row=row["rows"][0],
        trade=tuple(row["trade"]),
    )


def _owns(row: dict[str, Any], block: Block | None) -> dict[str, Any]:
    numbers = {name: row[name] for name in ("shares", "value", "underlyingShares", "underlyingValue")}
    stated = {name: row[name] for name in ("asOf", "filing", "rows")}
    marked = {"block": block.lead.row, "blockBasis": block.basis} if block else {}
    return numbers | stated | {"closed": not any(numbers.values())} | marked
