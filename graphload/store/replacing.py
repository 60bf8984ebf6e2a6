"""Write, replace and remove filings within one transaction, with everything that no other filing uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import graphload.store.removal as removal
from graphload.map.readings import Outcome, mark, named, settle
from graphload.schema import statements
from graphload.schema.keys import ours
from graphload.schema.rows import Rows

Run = Callable[..., list[dict[str, Any]]]


class _Plan(NamedTuple):
    """What a batch of filings does: what becomes of each, what is put in and what is taken out, by id.

    `same` are filings that stay as they are but for the document that tells them.
    """

    outcomes: list[Outcome]
    present: set[str]
    new: dict[str, Rows]
    gone: set[str]
    same: dict[str, Rows]


def replace(run: Run, batch: Sequence[Rows]) -> list[Outcome]:
    """Put whole filings in, and return what became of each.

    What is there is looked up without a lock and, before anything is put in, once more with the filings' nodes locked:
    two loads of one filing wait for each other.
    """
    plan = _plan(run, batch)
    if not plan.new and not plan.gone and not plan.same:
        return plan.outcomes
    locked = plan.new.keys() | plan.same.keys()
    run(removal.LOCK, ids=sorted(locked))
    plan = _plan(run, batch)
    shared = _take_out(run, sorted((plan.new.keys() & plan.present) | plan.gone))
    unused = sorted(plan.gone | (locked - plan.new.keys() - plan.present))
    if unused:
        run(removal.DELETE, ids=unused)
    _put_in(run, plan.new.values())
    if plan.same:
        run(removal.TELL_ANEW, rows=[{"id": id, **mark(rows)} for id, rows in plan.same.items()])
    _sweep(run, shared)
    return plan.outcomes


def _plan(run: Run, batch: Sequence[Rows]) -> _Plan:
    """Compare a batch with what is there. A node without a digest is none of ours yet."""
    found = _found(run, removal.PRESENT, {id for rows in batch for id in (rows.filing.id, rows.facts)})
    present = {id: row for id, row in found.items() if row["contentHash"] is not None}
    known = {rows.facts for rows in batch if named(rows)}
    known |= _found(run, removal.KNOWN, {rows.facts for rows in batch if not named(rows)}).keys()
    settled = settle(batch, present, known)
    return _Plan(settled.outcomes, {*present}, settled.new, present.keys() & known, settled.same)


def remove(run: Run, ids: Sequence[str]) -> list[str]:
    """Remove filings, and return the ids that were in the store."""
    there = sorted(id for id in _found(run, removal.PRESENT, ids) if ours("Filing", id))
    shared = _take_out(run, there)
    run(removal.DELETE, ids=there)
    _sweep(run, shared)
    return there


def _found(run: Run, statement: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    wanted = sorted(ids)
    return {row["id"]: row for row in run(statement, ids=wanted)} if wanted else {}


def _take_out(run: Run, ids: list[str]) -> dict[str, list[str]]:
    """Delete the relationships of filings, and return the nodes that other filings may use too."""
    if not ids:
        return {}
    shared = {
        name: [row["id"] for row in run(statement, ids=ids) if ours(removal.LABELS[name], row["id"])]
        for name, statement in removal.SHARED.items()
    }
    for statement in removal.TAKE_OUT:
        run(statement, ids=ids)
    return shared


def _sweep(run: Run, shared: Mapping[str, list[str]]) -> None:
    for name, statement in removal.SWEEP:
        if shared.get(name):
            run(statement, ids=shared[name])


def _put_in(run: Run, batch: Collection[Rows]) -> None:
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], dict[Hashable, dict[str, Any]]] = defaultdict(dict)
    for rows in batch:
        nodes["Filing"][rows.filing.id] = rows.filing.props
        for node in rows.nodes:
            nodes[node.label].setdefault(node.id, node.props)
        for number, edge in enumerate(rows.edges):
            # an edge that filings share is put once
            key = (rows.filing.id, number) if statements.EDGE_TYPES[edge.type].own else (edge.start, edge.end)
            row = statements.edge_row(edge.start, edge.end, edge.props)
            edges[edge.type, edge.start_label, edge.end_label][key] = row
    for id in _new_parties(run, nodes["Party"], batch):
        del nodes["Party"][id]
    for label, found in nodes.items():
        if found:
            run(statements.put_nodes(label), rows=[{"id": id, "props": props} for id, props in found.items()])
    for (type, start, end), found_edges in edges.items():
        run(statements.put_edges(type, start, end), rows=[*found_edges.values()])


def _new_parties(run: Run, parties: Mapping[str, Mapping[str, Any]], batch: Iterable[Rows]) -> set[str]:
    """Create the parties that are not there, with the labels that the filings suggest, and return their ids.

    A label that is added later moves the node, on the embedded engine.
    """
    new = parties.keys() - _found(run, removal.PARTIES, parties).keys()
    roles: dict[str, set[str]] = defaultdict(set)
    for rows in batch:
        for node in rows.nodes:
            if node.label == "Party" and node.id in new:
                roles[node.id].update(node.roles)
    created: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for id, some in sorted(roles.items()):
        told = some - {"Person", "Organization"} if {"Person", "Organization"} <= some else some
        created[tuple(sorted(told))].append({"id": id, "props": parties[id]})
    for labels, rows_of_labels in created.items():
        run(statements.new_parties(labels), rows=rows_of_labels)
    return new
