"""Cypher rendered from the schema: constraints, indexes, and the statements that put nodes and edges in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphload.schema.graph import EDGES, NODES
from graphload.schema.keys import holder_label
from graphload.schema.types import EdgeType, NodeType, Prop

# labels of the nodes that every store has, before the first filing is loaded
STANDING = ("TransactionCode", "Calendar")
# types of the relationships at a filing's node that belong to it alone, as a pattern names them
FILINGS_OWN = "|".join(edge.type for edge in EDGES if edge.own and "Filing" in (*edge.start, edge.end))


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
    for edge in EDGES:
        for prop in edge.props:
            if prop.indexed:
                name = f"{edge.type}_{prop.name}".lower()
                yield f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[r:{edge.type}]-() ON (r.{prop.name})"


def _looked_up() -> Iterator[tuple[NodeType, Prop]]:
    return ((node, prop) for node in NODES for prop in node.props)


def _slug(node: NodeType, prop: Prop) -> str:
    return f"{node.label.lower()}_{prop.name.lower()}"


def put_nodes(label: str) -> str:
    """Return the statement that puts nodes of one label in; what a shared node states is a function of its key."""
    if label in STANDING:
        return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.props"
    if label == "Filing":
        return "UNWIND $rows AS row MERGE (n:Filing {id: row.id}) SET n = row.props, n.id = row.id"
    if label == "Party":
        return f"UNWIND $rows AS row MATCH (n:Party {{id: row.id}}) SET n += row.props {touch('n')}"
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n += row.props"


def new_parties(roles: Sequence[str]) -> str:
    """Return the statement that creates parties with the labels of their roles."""
    labels = ":".join(("Party", *roles))
    return f"UNWIND $rows AS row CREATE (n:{labels} {{id: row.id}}) SET n += row.props {touch('n')}"


def touch(party: str) -> str:
    """Return what marks a party when a filing comes or goes: equality is what every engine looks up by an index.

    The first write holds the party, so that no other transaction counts at the same time.
    """
    return f"SET {party}.stale = true WITH {party} SET {party}.pending = coalesce({party}.pending, timestamp()) + 1"


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
    # from the end that few edges hang on: an issuer has many securities, a security one issuer
    return f"{ends} MERGE (b)<-[:{type}]-(a)"


def start_label(type: str, start: str) -> str:
    """Return the label of the node with this key at the start of a relationship."""
    labels = EDGE_TYPES[type].start
    return labels[0] if len(labels) == 1 else holder_label(start)


NODE_TYPES: dict[str, NodeType] = {node.label: node for node in NODES}
EDGE_TYPES: dict[str, EdgeType] = {edge.type: edge for edge in EDGES}
