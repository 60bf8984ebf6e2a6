"""Who is meant by a name: parties without a CIK, and vehicles, linked where only one can be meant; never merged."""

from __future__ import annotations

from typing import Any, TypeVar

from graphload import shipped
from graphload.schema import statements
from graphload.store.replacing import Run
from graphload.wording.names import compared

T = TypeVar("T")

_NAMED = "UNWIND $rows AS row MATCH (v:Vehicle {id: row.id}) SET v.named = row.named"
_GONE = {
    "SAME_AS": "UNWIND $ids AS id MATCH (:Party {id: id})-[link:SAME_AS]-(:Party) DELETE link",
    "NAMES": "UNWIND $ids AS id MATCH (:Vehicle {id: id})-[link:NAMES]->(:Party) DELETE link",
}


def links(run: Run, ids: list[str]) -> None:
    """Write anew whom the names of these parties, and of what they hold through, mean."""
    same = run(shipped.cypher("derive/read/same-parties"), ids=ids)
    only = [
        statements.edge_row(row["id"], id, {"method": method}) for row in same for id, method in _only(row["found"])
    ]
    _put(run, "SAME_AS", "Party", sorted({*ids, *(row["id"] for row in same)}), only)
    vehicles = run(shipped.cypher("derive/read/named-vehicles"), ids=ids)
    run(_NAMED, rows=[{"id": row["id"], "named": _named(row["names"])} for row in vehicles])
    named = run(shipped.cypher("derive/read/named-parties"), ids=ids, vehicles=[row["id"] for row in vehicles])
    only = [statements.edge_row(row["id"], id, {}) for row in named for id in _only(row["found"])]
    _put(run, "NAMES", "Vehicle", sorted({*(row["id"] for row in named), *(row["id"] for row in vehicles)}), only)


def _named(lists: list[list[str]]) -> str | None:
    """Return the one name that rows give a vehicle, as names are compared; None where they give none or several."""
    names = {compared(name) for names in lists for name in names}
    return names.pop() if len(names) == 1 else None


def _only(found: list[T]) -> list[T]:
    """Return the one that is found, as a list; none where there are several."""
    return found if len(found) == 1 else []


def _put(run: Run, type: str, label: str, ids: list[str], edges: list[dict[str, Any]]) -> None:
    run(_GONE[type], ids=ids)
    if edges:
        run(statements.put_edges(type, label, "Party"), rows=edges)
