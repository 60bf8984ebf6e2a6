"""What derived facts should be: derived anew in a transaction that is taken back, and compared with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from graphload.load.derive import steps
from graphload.store import Store
from graphload.store.replacing import Run

_NEXT = "MATCH (p:Party) WHERE p.id > $after RETURN p.id AS id ORDER BY id LIMIT 200"
# what is derived of parties, securities, filings and rows, and the edges that are
_FACTS = (
    "MATCH (n:Party {id: id}) RETURN n.id AS id, properties(n) AS facts, labels(n) AS labels",
    "MATCH (:Party {id: id})-[:ISSUED]->(n:Security) RETURN n.id AS id, properties(n) AS facts",
    """MATCH (:Party {id: id})-[:MEMBER_OF*0..1]->()-[:HOLDS_THROUGH]->(n:Vehicle)
RETURN DISTINCT n.id AS id, properties(n) AS facts""",
    "MATCH (:Party {id: id})<-[:CONCERNS]-(f:Filing) RETURN f.id AS id, {lineage: f.lineage} AS facts",
    """MATCH (:Party {id: id})<-[:CONCERNS]-(:Filing)-[r:TRANSACTION|HOLDING]->(:Security)
RETURN r.id AS id, {superseded: r.superseded, rank: r.rank} AS facts""",
    """MATCH (:Party {id: id})-[:ISSUED]->(s:Security)<-[r:OWNS|OWNS_AS_FILED]-(n)
RETURN n.id + ' ' + type(r) + ' ' + s.id AS id, properties(r) AS facts""",
    """MATCH (:Party {id: id})-[:ISSUED]->(s:Security)-[r:CONVERTS_INTO]->(n:Security)
RETURN s.id + ' CONVERTS_INTO ' + n.id AS id, properties(r) AS facts""",
    """MATCH (:Party {id: id})-[:MEMBER_OF*0..1]->()-[:HOLDS_THROUGH]->(v:Vehicle)-[r:NAMES]->(n:Party)
RETURN DISTINCT v.id + ' NAMES ' + n.id AS id, properties(r) AS facts""",
    """MATCH (:Party {id: id})<-[:CONCERNS]-(f:Filing)-[r:AMENDS]->(n:Filing)
RETURN f.id + ' AMENDS ' + n.id AS id, properties(r) AS facts""",
    """MATCH (p:Party {id: id})-[r:INSIDER_OF|SAME_AS]->(n:Party)
RETURN p.id + ' ' + type(r) + ' ' + n.id AS id, properties(r) AS facts""",
)


class Difference(NamedTuple):
    """A derived fact that is not what it should be: of which node or edge, and which property, if it is there."""

    id: str
    property: str | None
    found: Any
    expected: Any

    def __str__(self) -> str:
        if self.property is None:
            return f"{self.id}: {'is there' if self.found else 'is missing'}"
        return f"{self.id}: {self.property} is {self.found!r}, not {self.expected!r}"


class _Undo(Exception):
    """Takes a transaction back, and brings out of it what was found."""

    def __init__(self, differences: list[Difference]) -> None:
        self.differences = differences


def differences(store: Store) -> Iterator[Difference]:
    """Yield every derived fact that would change if all were derived anew; nothing is changed.

    The parties of a batch are derived in one writing transaction, which is never committed.
    """
    after = ""
    while ids := [id for (id,) in store.read(_NEXT, after=after).rows]:
        after = ids[-1]
        try:
            store.transact(lambda run, ids=ids: _compare(run, ids))
        except _Undo as undo:
            yield from undo.differences


def _compare(run: Run, ids: list[str]) -> NoReturn:
    found = _facts(run, ids)
    for step in steps():
        step(run, ids=ids)
    raise _Undo([*_differences(found, _facts(run, ids))])


def _facts(run: Run, ids: list[str]) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for statement in _FACTS:
        for row in run(f"UNWIND $ids AS id {statement}", ids=ids):
            labels = {"labels": sorted(row["labels"])} if "labels" in row else {}
            facts[row["id"]] = row["facts"] | labels
    return facts


def _differences(
    found: Mapping[str, Mapping[str, Any]], expected: Mapping[str, Mapping[str, Any]]
) -> Iterator[Difference]:
    for id in sorted(found.keys() | expected.keys()):
        was, now = found.get(id), expected.get(id)
        if was is None or now is None:
            yield Difference(id, None, was, now)
            continue
        for name in sorted(was.keys() | now.keys()):
            if was.get(name) != now.get(name):
                yield Difference(id, name, was.get(name), now.get(name))
