"""All that a store holds, to compare two."""

from collections import Counter
from typing import Any

from graphload.store import Store

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS props"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS props"


# what a filing was read from
SOURCE = frozenset({"origin", "documentHash"})


def contents(store: Store, without: frozenset[str] = SOURCE) -> Counter[str]:
    """Return every node and edge by what it says, but for some properties."""
    nodes = [f"{sorted(labels)} {text(props, without)}" for labels, props in store.read(NODES).rows]
    edges = [f"{start} {type} {end} {text(props, without)}" for type, start, end, props in store.read(EDGES).rows]
    return Counter(nodes + edges)


def text(props: dict[str, Any], without: frozenset[str]) -> str:
    """Return the properties of a node or an edge that are there."""
    return str([(name, props[name]) for name in sorted(props.keys() - without) if props[name] is not None])
