"""What one would write by hand to put the same rows into the same graph: a statement a label, a statement an edge type.

It knows nothing of filings: it does not look for those that are there, does not replace what has changed, and marks
nothing as stale for the derived facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from neo4j import Driver, ManagedTransaction

from graphload.schema.rows import Rows

ONCE_FOR_EACH_FILING = {"FILED", "CONCERNS", "TRANSACTION", "HOLDING", "SIGNED_BY", "LOCATED_AT"}


def put(driver: Driver, database: str | None, batch: Sequence[Rows]) -> None:
    """Put the rows of some filings in, in one transaction."""
    nodes: dict[str, dict[str, Any]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for rows in batch:
        for node in (rows.filing, *rows.nodes):
            nodes[node.label][node.id] = {"id": node.id, "props": node.props}
        for edge in rows.edges:
            ends = {"start": edge.start, "end": edge.end, "props": edge.props}
            edges[edge.type, edge.start_label, edge.end_label].append(ends)

    def work(tx: ManagedTransaction) -> None:
        for label, found in nodes.items():
            tx.run(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.props", rows=[*found.values()])
        for (type, start, end), rows in edges.items():
            tx.run(_edge(type, start, end), rows=rows)

    with driver.session(database=database) as session:
        session.execute_write(work)


def _edge(type: str, start: str, end: str) -> Any:
    ends = f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
    if type in ONCE_FOR_EACH_FILING:
        return f"{ends} CREATE (a)-[e:{type}]->(b) SET e = row.props"
    return f"{ends} MERGE (a)-[:{type}]->(b)"
