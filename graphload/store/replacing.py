"""Write, replace and remove filings within one transaction, with everything that no other filing uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from graphload.map.mapping import fullness
from graphload.schema import statements
from graphload.schema.rows import Rows
from graphload.store import removal

Run = Callable[..., list[dict[str, Any]]]


class Outcome(Enum):
    """The outcome for one filing of a load."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def replace(run: Run, batch: Sequence[Rows]) -> list[Outcome]:
    """Write filings, and return the outcome for each."""
    present = _found(run, removal.PRESENT, {id for rows in batch for id in (rows.filing.id, rows.facts)})
    known = {rows.facts for rows in batch if _named(rows)}
    known |= _found(run, removal.KNOWN, {rows.facts for rows in batch if not _named(rows)}).keys()
    there = set(present)
    outcomes, wanted = [], {}
    for rows in batch:
        outcomes.append(_outcome(rows, present, known))
        if outcomes[-1] is not Outcome.UNCHANGED:
            present[rows.filing.id] = rows.filing.props
            wanted[rows.filing.id] = rows
    gone = sorted(there & known)
    shared = _take_out(run, sorted(there & wanted.keys()) + gone)
    if gone:
        run(removal.DELETE, ids=gone)
    _put_in(run, wanted.values())
    _sweep(run, shared)
    return outcomes


def remove(run: Run, ids: Sequence[str]) -> list[str]:
    """Remove filings, and return the ids that were in the store."""
    there = sorted(_found(run, removal.PRESENT, ids))
    shared = _take_out(run, there)
    run(removal.DELETE, ids=there)
    _sweep(run, shared)
    return there


def _found(run: Run, statement: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    wanted = sorted(ids)
    return {row["id"]: row for row in run(statement, ids=wanted)} if wanted else {}


def _named(rows: Rows) -> bool:
    """Return whether a filing has an accession number."""
    return rows.filing.id != rows.facts


def _outcome(rows: Rows, present: Mapping[str, Mapping[str, Any]], known: Iterable[str]) -> Outcome:
    new, old = rows.filing.props, present.get(rows.filing.id)
    if not _named(rows) and rows.facts in known:
        return Outcome.UNCHANGED
    if old is None:
        return Outcome.REPLACED if rows.facts in present else Outcome.LOADED
    same = old["contentHash"] == new["contentHash"] or fullness(new) < fullness(old)
    return Outcome.UNCHANGED if same else Outcome.REPLACED


def _take_out(run: Run, ids: list[str]) -> dict[str, list[str]]:
    """Delete the relationships of filings, and return the nodes that other filings may use too."""
    if not ids:
        return {}
    shared = {name: [row["id"] for row in run(statement, ids=ids)] for name, statement in removal.SHARED.items()}
    for statement in removal.TAKE_OUT:
        run(statement, ids=ids)
    return shared


def _sweep(run: Run, shared: Mapping[str, list[str]]) -> None:
    for name, statement in removal.SWEEP:
        if shared.get(name):
            run(statement, ids=shared[name])


def _put_in(run: Run, batch: Iterable[Rows]) -> None:
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for rows in batch:
        nodes["Filing"][rows.filing.id] = rows.filing.props
        for node in rows.nodes:
            nodes[node.label].setdefault(node.id, node.props)
        for edge in rows.edges:
            row = statements.edge_row(edge.start, edge.end, edge.props)
            edges[edge.type, edge.start_label, edge.end_label].append(row)
    for label, found in nodes.items():
        run(statements.put_nodes(label), rows=[{"id": id, "props": props} for id, props in found.items()])
    for (type, start, end), found_edges in edges.items():
        run(statements.put_edges(type, start, end), rows=found_edges)
