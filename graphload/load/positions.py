"""Who owns what: the positions of stale issuers, computed by the store, written as edges."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graphload import shipped
from graphload.graph import identity, statements
from graphload.store import Store
from graphload.store.replacing import Run

_GONE = "UNWIND $ids AS id MATCH (:Party {id: id})-[:ISSUED]->(:Security)<-[owns:OWNS]-() DELETE owns"


def positions(store: Store, ids: list[str]) -> None:
    """Write anew, in one transaction, what is owned of the securities of these issuers."""
    store.transact(lambda run: _write(run, ids))


def _write(run: Run, ids: list[str]) -> None:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in run(shipped.cypher("derive/read/positions"), ids=ids):
        holder, security = row.pop("holder"), row.pop("security")
        numbers = [row[name] for name in ("shares", "value", "underlyingShares", "underlyingValue")]
        row["closed"] = not any(numbers)
        found[identity.holder_label(holder)].append({"start": holder, "end": security, "props": row})
    run(_GONE, ids=ids)
    for label, edges in found.items():
        run(statements.put_edges("OWNS", label, "Security"), rows=edges)
