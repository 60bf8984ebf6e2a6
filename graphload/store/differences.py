"""Differences between derived facts and a store, and the statements that write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graphload.derive.facts import Derived, EdgeKey
from graphload.schema.rows import Props
from graphload.schema.statements import EDGE_TYPES, start_label
from graphload.store.facts import Found
from graphload.store.replacing import Run


class Change(NamedTuple):
    """One difference: the property `name`, or, without a name, a relationship that is missing or should not exist."""

    id: str
    name: str | None
    found: Any
    expected: Any

    def __str__(self) -> str:
        """Return the difference as a sentence."""
        if self.name is None:
            return f"{self.id}: {'is there' if self.found else 'is missing'}"
        return f"{self.id}: {self.name} is {self.found!r}, not {self.expected!r}"


class Differences(NamedTuple):
    """All differences: properties of nodes and rows, and relationships to create, change or delete."""

    nodes: dict[tuple[str, str], Props]
    rows: dict[str, Props]
    new: dict[EdgeKey, Props]
    changed: list[tuple[Found, Props]]
    gone: list[Found]


def differences(
    derived: Derived,
    nodes: Mapping[tuple[str, str], Props],
    rows: Mapping[str, Props],
    edges: Iterable[Found],
) -> Differences:
    """Return the differences between derived facts and those in the store."""
    there: dict[EdgeKey, Found] = {}
    gone = []
    for found in edges:
        if found.key in derived.edges and found.key not in there:
            there[found.key] = found
        else:
            gone.append(found)
    return Differences(
        {key: diff for key, props in derived.nodes.items() if (diff := _differs(nodes.get(key, {}), props))},
        {id: diff for id, props in derived.rows.items() if (diff := _differs(rows.get(id, {}), props))},
        {key: props for key, props in derived.edges.items() if key not in there},
        [(found, diff) for key, found in there.items() if (diff := _differs(found.props, derived.edges[key]))],
        gone,
    )


def _differs(found: Mapping[str, Any], expected: Props) -> Props:
    """Return the properties with another value. None removes a property."""
    names = found.keys() | expected.keys()
    return {name: expected.get(name) for name in sorted(names) if found.get(name) != expected.get(name)}


def changes(some: Differences, nodes: Mapping[tuple[str, str], Props], rows: Mapping[str, Props]) -> Iterator[Change]:
    """Yield each difference on its own, to be printed."""
    for (_, id), props in some.nodes.items():
        yield from _each(id, nodes.get((_, id), {}), props)
    for id, props in some.rows.items():
        yield from _each(id, rows.get(id, {}), props)
    for found, props in some.changed:
        yield from _each(_named(found.key), found.props, props)
    for found in some.gone:
        yield Change(_named(found.key), None, True, False)
    for key in some.new:
        yield Change(_named(key), None, False, True)


def _each(id: str, found: Mapping[str, Any], expected: Props) -> Iterator[Change]:
    for name, value in expected.items():
        yield Change(id, name, found.get(name), value)


def _named(key: EdgeKey) -> str:
    """Return a name for a relationship: its ends and, for a balance, its first row."""
    return " ".join((key.start, key.type, key.end, *key.rows[:1]))


_NODE = "UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n += row.props"
_ROW = """UNWIND $rows AS row MATCH (:Filing {id: row.filing})-[r:TRANSACTION|HOLDING]->(:Security) WHERE r.id = row.id
SET r += row.props"""
_ENDS = "UNWIND $rows AS row MATCH (a:{start} {{id: row.start}})"
_NEW = _ENDS + " MATCH (b:{end} {{id: row.end}}) CREATE (a)-[r:{type}]->(b) SET r = row.props"
_OLD = _ENDS + "-[r:{type}]->(b:{end} {{id: row.end}}) WHERE elementId(r) = row.element "


def write(run: Run, some: Iterable[Differences]) -> None:
    """Write differences."""
    statements: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in some:
        for (label, id), props in each.nodes.items():
            statements[_NODE.format(label=label)].append({"id": id, "props": props})
        for id, props in each.rows.items():
            statements[_ROW].append({"filing": id.rpartition(":")[0], "id": id, "props": props})
        for found in each.gone:
            statements[_statement(_OLD, found.key) + "DELETE r"].append(_edge(found.key, element=found.element))
        for found, props in each.changed:
            row = _edge(found.key, element=found.element, props=props)
            statements[_statement(_OLD, found.key) + "SET r += row.props"].append(row)
        for key, props in each.new.items():
            stated = {name: value for name, value in props.items() if value is not None}
            statements[_statement(_NEW, key)].append(_edge(key, props=stated))
    for statement, rows in statements.items():
        run(statement, rows=rows)


def _statement(text: str, key: EdgeKey) -> str:
    return text.format(start=start_label(key.type, key.start), end=EDGE_TYPES[key.type].end, type=key.type)


def _edge(key: EdgeKey, **values: Any) -> dict[str, Any]:
    return {"start": key.start, "end": key.end, **values}
