"""Who owns what: the positions of stale issuers, computed by the store, written as edges."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graphload import shipped
from graphload.graph import identity, statements
from graphload.graph.blocks import Block, Position, blocks
from graphload.store.replacing import Run

_GONE = "UNWIND $ids AS id MATCH (:Party {id: id})-[:ISSUED]->(:Security)<-[owns:OWNS]-() DELETE owns"
_LARGE = """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[filed:FILED]-(:Party) WHERE filed.tenPercentOwner
RETURN DISTINCT f.id AS id"""


def positions(run: Run, ids: list[str]) -> None:
    """Write anew what is owned of the securities of these issuers."""
    rows = run(shipped.cypher("derive/read/positions"), ids=ids)
    large = {row["id"] for row in run(_LARGE, ids=sorted({row["statement"] for row in rows}))}
    found = {
        (each.holder, each.security): block for block in blocks(map(_position, rows), large) for each in block.members
    }
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        holder, security = row["holder"], row["security"]
        props = _owns(row, found.get((holder, security)))
        edges[identity.holder_label(holder)].append({"start": holder, "end": security, "props": props})
    run(_GONE, ids=ids)
    for label, some in edges.items():
        run(statements.put_edges("OWNS", label, "Security"), rows=some)


def _position(row: dict[str, Any]) -> Position:
    label = identity.holder_label(row["holder"])
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
