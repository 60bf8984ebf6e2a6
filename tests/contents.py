"""All that a store holds, to compare two."""

from collections import Counter
from typing import Any

from graphload.store import Store

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS props"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS props"


def contents(store: Store) -> Counter[str]:
    """Return every node and edge by what it says, less what a filing was read from."""
    nodes = [f"{sorted(labels)} {_text(props)}" for labels, props in store.read(NODES).rows]
    edges = [f"{start} {type} {end} {_text(props)}" for type, start, end, props in store.read(EDGES).rows]
    return Counter(nodes + edges)


def _text(props: dict[str, Any]) -> str:
    return str(
        [(name, props[name]) for name in sorted(props.keys() - {"origin", "documentHash"}) if props[name] is not None]
    )
