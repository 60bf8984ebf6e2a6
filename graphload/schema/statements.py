"""Cypher rendered from the schema: constraints, indexes, and the statements that put nodes and edges in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphload.schema.graph import EDGES, NODES
from graphload.schema.types import EdgeType, NodeType, Prop


def constraints() -> Iterator[str]:
    """Yield the statements that make every node's key unique; roles are labels of a Party and need none."""
    for node in NODES:
        if not node.role:
            yield f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"


def indexes() -> Iterator[str]:
    """Yield the statements for every index: by value where packs look up, by text where people search."""
    for node, prop in _looked_up():
        if prop.indexed:
            yield f"CREATE INDEX {_slug(node, prop)} IF NOT EXISTS FOR (n:{node.label}) ON (n.{prop.name})"
        if prop.searched:
            yield f"CREATE TEXT INDEX {_slug(node, prop)}_text IF NOT EXISTS FOR (n:{node.label}) ON (n.{prop.name})"


def _looked_up() -> Iterator[tuple[NodeType, Prop]]:
    return ((node, prop) for node in NODES for prop in node.props)


def _slug(node: NodeType, prop: Prop) -> str:
    return f"{node.label.lower()}_{prop.name.lower()}"


def put_nodes(label: str) -> str:
    """Return the statement that puts nodes of one label in; what a shared node states is a function of its key."""
    if label == "Filing":
        return "UNWIND $rows AS row MERGE (n:Filing {id: row.id}) SET n = row.props, n.id = row.id"
    if label == "Party":
        return f"UNWIND $rows AS row MERGE (n:Party {{id: row.id}}) SET n += row.props, {touch('n')}"
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n += row.props"


def touch(party: str) -> str:
    """Return what is set on a party when a filing comes or goes: equality is what every engine looks up by an index."""
    return f"{party}.stale = true, {party}.pending = coalesce({party}.pending, 0) + 1"


def unused(node: NodeType) -> str:
    """Return the Cypher condition that no filing uses the node `n`."""
    return "\n  AND ".join(f"NOT EXISTS {{ {pattern} }}" for pattern in node.used)


def delete_unused(label: str) -> str:
    """Return the statement that deletes those of the nodes `$ids` that no filing uses."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})\nWHERE {unused(NODE_TYPES[label])}\nDETACH DELETE n"


def edge_row(start: str, end: str, props: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `put_edges` takes for one edge: the keys of both ends, and its properties."""
    return {"start": start, "end": end, "props": props}


def put_edges(type: str, start: str, end: str) -> str:
    """Return the statement that puts edges of one type in: a filing's own are new, shared ones may be there."""
    ends = f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
    if EDGE_TYPES[type].own:
        return f"{ends} CREATE (a)-[r:{type}]->(b) SET r = row.props"
    if EDGE_TYPES[type].derived:
        return f"{ends} MERGE (a)-[r:{type}]->(b) SET r = row.props"
    return f"{ends} MERGE (a)-[:{type}]->(b)"


NODE_TYPES: dict[str, NodeType] = {node.label: node for node in NODES}
EDGE_TYPES: dict[str, EdgeType] = {edge.type: edge for edge in EDGES}
