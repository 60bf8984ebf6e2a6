"""Read the facts of issuers from a store, and the values derived from them before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from graphload.derive import stated as stating
from graphload.derive.facts import EdgeKey, FilingFacts, IssuerFacts, Written
from graphload.schema.keys import is_key, ours
from graphload.schema.rows import Props
from graphload.store.replacing import Run

_FILINGS = "UNWIND $issuers AS issuer MATCH (:Party {id: issuer})<-[:CONCERNS]-(f:Filing) RETURN issuer, f.id AS id"
_FILING = """UNWIND $ids AS id MATCH (f:Filing {id: id})
RETURN f.id AS id, f.form AS form, f.amendment AS amendment, f.filedOn AS filedOn,
       f.originalFiledOn AS originalFiledOn, f.periodOfReport AS periodOfReport, f.effectiveOn AS effectiveOn,
       f.exit AS exit, f.corrects AS corrects, f.lineage AS lineage"""
_OWNERS = """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[filed:FILED]-(owner:Party)
RETURN id AS filing, owner.id AS id, filed.director AS director, filed.officer AS officer,
       filed.tenPercentOwner AS tenPercentOwner, filed.other AS other, filed.officerTitle AS officerTitle"""
_ROWS = """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(s:Security)
RETURN r.id AS id, id AS filing, r.place AS place, s.id AS security, r.holder AS holder, r.asOf AS asOf, r.date AS date,
       r.code AS code, r.acquired AS acquired, r.shares AS shares, r.price AS price, r.totalValue AS totalValue,
       r.sharesAfter AS sharesAfter, r.valueAfter AS valueAfter, r.underlyingShares AS underlyingShares,
       r.underlyingValue AS underlyingValue, r.reformed AS reformed, r.underlying AS underlying,
       r.underlyingTitle AS underlyingTitle, r.titleAsFiled AS titleAsFiled, r.superseded AS superseded,
       r.rank AS rank, r.adds AS adds, r.current AS current, r.block AS block,
       r.counterpart AS counterpart"""
SECURITIES = """UNWIND $issuers AS issuer MATCH (:Party {id: issuer})-[:ISSUED]->(s:Security)
RETURN issuer, s.id AS id, s.derivative AS derivative, s.class AS class, s.expiresOn AS expiresOn, s.title AS title,
       s.caption AS caption, s.exercisePrice AS exercisePrice,
       EXISTS { (s)<-[:TRANSACTION|HOLDING]-(:Filing) } AS reported"""
CONVERSIONS = """UNWIND $issuers AS issuer MATCH (:Party {id: issuer})-[:ISSUED]->(s:Security)
MATCH (s)-[c:CONVERTS_INTO]->(u:Security)
RETURN issuer, 'CONVERTS_INTO' AS type, s.id AS start, u.id AS end, properties(c) AS props, elementId(c) AS element,
       EXISTS { MATCH (s)<-[r:TRANSACTION|HOLDING]-(:Filing) WHERE r.underlying = u.id } AS stated"""
_AMENDS = """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:AMENDS]->(other:Filing)
RETURN 'AMENDS' AS type, id AS start, other.id AS end, properties(r) AS props, elementId(r) AS element"""
INSIDERS = """UNWIND $issuers AS issuer MATCH (:Party {id: issuer})<-[r:INSIDER_OF]-(owner:Party)
RETURN issuer, 'INSIDER_OF' AS type, owner.id AS start, issuer AS end, properties(r) AS props,
       elementId(r) AS element"""
_BALANCES = """UNWIND $issuers AS issuer MATCH (:Party {id: issuer})-[:ISSUED]->(s:Security)<-[r:OWNS|OWNED]-(holder)
RETURN issuer, type(r) AS type, holder.id AS start, s.id AS end, properties(r) AS props, elementId(r) AS element"""


class Found(NamedTuple):
    """A derived relationship in the store, with its id in the engine."""

    key: EdgeKey
    props: Props
    element: str


class Part(NamedTuple):
    """Filings about an issuer that are derived apart: those of some owners with all that are joined to them.

    `near` are others that may report a block of the same securities on the same `days`.
    """

    own: frozenset[str]
    near: frozenset[str]
    days: frozenset[tuple[str, date]]


class State(NamedTuple):
    """The facts of an issuer, or of a part of its filings, and what is derived already."""

    facts: IssuerFacts
    nodes: dict[tuple[str, str], Props]
    rows: dict[str, Props]
    edges: list[Found]
    part: Part | None = None


def issuers(run: Run, ids: Sequence[str]) -> Iterator[State]:
    """Yield the facts of each issuer, from all of its filings, and its derived values."""
    by_issuer: dict[str, list[str]] = {id: [] for id in ids}
    for row in run(_FILINGS, issuers=ids):
        by_issuer[row["issuer"]].append(row["id"])
    read = Filings(run, [id for some in by_issuer.values() for id in some if ours("Filing", id)])
    securities = _by((row for row in run(SECURITIES, issuers=ids) if ours("Security", row["id"])), "issuer")
    edges = _by((row for query in (CONVERSIONS, INSIDERS, _BALANCES) for row in run(query, issuers=ids)), "issuer")
    for issuer, all_filings in by_issuer.items():
        filings = [id for id in all_filings if id in read.filings]
        written = read.written(filings)
        facts = IssuerFacts(
            issuer,
            read.facts(filings),
            tuple(stating.security(row, row["reported"], written[row["id"]]) for row in securities[issuer]),
            read.named(filings),
        )
        titles = {("Security", row["id"]): titled(row) for row in securities[issuer]}
        found = [*found_edges(edges[issuer]), *read.amends(filings)]
        yield State(facts, read.lineage(filings) | titles, read.derived(filings), found)


class Filings:
    """Filings with their owners and rows, as queries return them, and what is derived of each."""

    def __init__(self, run: Run, ids: Sequence[str]) -> None:
        self.filings = {row["id"]: row for row in run(_FILING, ids=ids)}
        self.owners = _by((row for row in run(_OWNERS, ids=ids) if ours("Party", row["id"])), "filing")
        self.rows = _by((row for row in run(_ROWS, ids=ids) if _is_row(row)), "filing")
        self._amends = _by(run(_AMENDS, ids=ids), "start")

    def facts(self, ids: Iterable[str]) -> tuple[FilingFacts, ...]:
        """Return what some of the filings state."""
        return tuple(self._filing(self.filings[id]) for id in sorted(ids))

    def written(self, ids: Iterable[str]) -> dict[str, list[Written]]:
        """Return, by security, the titles that rows give it, as its own or as that of an underlying security."""
        return stating.titles((row for id in ids for row in self.rows[id]), self.filings)

    def named(self, ids: Iterable[str]) -> frozenset[tuple[str, str]]:
        """Return the pairs of a derivative and its underlying security that rows name."""
        rows = (row for id in ids for row in self.rows[id])
        return frozenset((row["security"], row["underlying"]) for row in rows if row["underlying"])

    def lineage(self, ids: Iterable[str]) -> dict[tuple[str, str], Props]:
        """Return what is derived of the filings' nodes."""
        return {("Filing", id): {"lineage": self.filings[id]["lineage"]} for id in ids}

    def derived(self, ids: Iterable[str]) -> dict[str, Props]:
        """Return what is derived of the filings' rows."""
        names = ("superseded", "rank", "adds", "current", "block", "counterpart")
        return {row["id"]: {name: row[name] for name in names} for id in ids for row in self.rows[id]}

    def amends(self, ids: Iterable[str]) -> list[Found]:
        """Return the edges AMENDS that the filings have."""
        return [*found_edges(row for id in ids for row in self._amends[id])]

    def _filing(self, row: dict[str, Any]) -> FilingFacts:
        return stating.filing(row, self.owners[row["id"]], self.rows[row["id"]])


def _is_row(row: Mapping[str, Any]) -> bool:
    """Return whether a relationship is a row of a filing, and not one of somebody else's with the same type."""
    return row["id"] is not None and row["place"] is not None and isinstance(row["security"], str)


def found_edges(rows: Iterable[dict[str, Any]]) -> Iterator[Found]:
    """Yield the derived relationships in rows of a query, if both ends are nodes of the graph."""
    return (_found_edge(row) for row in rows if is_key(row["start"]) and is_key(row["end"]))


def _found_edge(row: dict[str, Any]) -> Found:
    props = row["props"]
    key = (props.get("asOf"), tuple(props.get("rows") or ()), props.get("knownFrom"))
    balance = key if row["type"] in ("OWNS", "OWNED") else ()
    return Found(EdgeKey(row["type"], row["start"], row["end"], *balance), props, row["element"])


def stated(edges: Iterable[dict[str, Any]]) -> frozenset[tuple[str, str]]:
    """Return the pairs of a derivative and its underlying security that rows name."""
    return frozenset((row["start"], row["end"]) for row in edges if row.get("stated"))


def _by(rows: Iterable[dict[str, Any]], column: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def titled(row: Mapping[str, Any]) -> Props:
    """Return what is derived of a security's node."""
    return {"title": row["title"], "caption": row["caption"]}
