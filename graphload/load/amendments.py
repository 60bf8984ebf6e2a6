"""What amendments about stale issuers do to the filings that they amend, computed from both and written."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graphload import shipped
from graphload.derive.amendments import Effect, Line, Link, Statement, effect
from graphload.schema import statements
from graphload.store.replacing import Run

_GONE = (
    "UNWIND $ids AS id MATCH (:Party {id: id})<-[:CONCERNS]-(f:Filing)-[amends:AMENDS]->(:Filing) DELETE amends",
    """UNWIND $ids AS id MATCH (:Party {id: id})<-[:CONCERNS]-(f:Filing {amendment: true}) WHERE f.lineage IS NOT NULL
SET f.lineage = null""",
    """UNWIND $ids AS id MATCH (:Party {id: id})<-[:CONCERNS]-(:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.superseded IS NOT NULL OR row.rank IS NOT NULL
SET row.superseded = null, row.rank = null""",
)
_LINEAGE = "UNWIND $rows AS row MATCH (f:Filing {id: row.id}) SET f.lineage = row.lineage"
_ROWS = """UNWIND $rows AS row MATCH (:Filing {id: row.filing})-[r:TRANSACTION|HOLDING]->(:Security)
WHERE r.id = row.id
SET r.superseded = row.superseded, r.rank = row.rank"""


def amendments(run: Run, ids: list[str]) -> None:
    """Write anew what the amendments about these issuers do."""
    candidates: dict[str, list[str]] = defaultdict(list)
    for row in run(shipped.cypher("derive/read/amendments"), ids=ids):
        candidates[row["amendment"]].append(row["candidate"])
    known = sorted({*candidates, *(each for found in candidates.values() for each in found)})
    filings = run(shipped.cypher("derive/read/filings"), ids=known) if known else ()
    done = effect(map(_statement, filings), candidates)
    for statement in _GONE:
        run(statement, ids=ids)
    if done.links:
        run(statements.put_edges("AMENDS", "Filing", "Filing"), rows=[_edge(link) for link in done.links])
        run(_LINEAGE, rows=[{"id": id, "lineage": lineage} for id, lineage in done.lineage.items()])
        run(_ROWS, rows=_rows(done))


def _edge(link: Link) -> dict[str, Any]:
    props = {"method": link.method, "confidence": link.confidence}
    return statements.edge_row(link.amendment, link.original, props)


def _rows(done: Effect) -> list[dict[str, Any]]:
    return [
        {
            "filing": id.rpartition(":")[0],
            "id": id,
            "superseded": done.superseded.get(id),
            "rank": done.rank.get(id),
        }
        for id in sorted({*done.superseded, *done.rank})
    ]


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        row["id"],
        row["amendment"],
        row["filedOn"],
        row["originalFiledOn"],
        row["period"],
        frozenset(row["owners"]),
        tuple(_line(each) for each in row["rows"]),
    )


def _line(row: dict[str, Any]) -> Line:
    kind = row["id"].rpartition(":")[2][:2]
    after = row.pop("sharesAfter"), row.pop("valueAfter")
    return Line(kind=kind, after=after, **row)
