"""The part of a big issuer's filings that stale owners bear on, so that one more filing does not read all of them.

What an issuer's filings say is derived of owners who are joined by joint filings. Only blocks join others: 10 %
owners, and spouses, with a balance of one security on one day. Such others are read too, and of what follows about
them only those balances are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graphload.derive.blocks import of_spouse
from graphload.derive.facts import Derived, EdgeKey, FilingFacts, IssuerFacts, Written
from graphload.derive.stated import security
from graphload.schema.keys import holder_label, is_key
from graphload.store.facts import (
    CONVERSIONS,
    INSIDERS,
    SECURITIES,
    Filings,
    Found,
    Part,
    State,
    found_edges,
    stated,
    titled,
)
from graphload.store.replacing import Run

_OWNERS = """MATCH (:Party {id: $issuer})<-[:CONCERNS]-(f:Filing)<-[:FILED]-(owner:Party)
RETURN f.id AS filing, owner.id AS owner"""
_LARGE = """MATCH (issuer:Party {id: $issuer})<-[:CONCERNS]-(:Filing)<-[:FILED {tenPercentOwner: true}]-(owner:Party)
WITH DISTINCT issuer, owner MATCH (owner)-[:FILED]->(f:Filing)-[:CONCERNS]->(issuer)
WITH DISTINCT f MATCH (f)-[r:TRANSACTION|HOLDING]->(s:Security) WHERE r.asOf IN $days OR r.date IN $days
RETURN f.id AS filing, s.id AS security, r.asOf AS asOf, r.date AS date"""
_INDIRECT = """MATCH (:Party {id: $issuer})<-[:CONCERNS]-(f:Filing)-[r:TRANSACTION|HOLDING]->(s:Security)
WHERE (r.asOf IN $days OR r.date IN $days) AND r.direct = false AND r.holder IS NOT NULL
RETURN f.id AS filing, s.id AS security, r.asOf AS asOf, r.date AS date, r.holder AS holder"""
_TITLES = """UNWIND $ids AS id MATCH (s:Security {id: id})<-[r:TRANSACTION|HOLDING]-(f:Filing)
RETURN id, true AS reported, r.titleAsFiled AS title,
       max(toString(coalesce(f.filedOn, f.periodOfReport)) + ' ' + r.id) AS latest
UNION ALL
UNWIND $ids AS id MATCH (s:Security {id: id})<-[:CONVERTS_INTO]-(:Security)<-[r:TRANSACTION|HOLDING]-(f:Filing)
WHERE r.underlying = id
RETURN id, false AS reported, r.underlyingTitle AS title,
       max(toString(coalesce(f.filedOn, f.periodOfReport)) + ' ' + r.id) AS latest"""
_HELD = """UNWIND $ids AS id MATCH (holder:{label} {{id: id}})-[r:OWNS|OWNED]->(s:Security)
MATCH (s)<-[:ISSUED]-(:Party {{id: $issuer}})
RETURN type(r) AS type, id AS start, s.id AS end, properties(r) AS props, elementId(r) AS element"""

Day = tuple[str, date]  # a security on a day


class Owners:
    """Who filed about an issuer: filings by owner, and owners by filing."""

    def __init__(self, run: Run, issuer: str) -> None:
        self.filings: dict[str, list[str]] = defaultdict(list)
        self.owners: dict[str, list[str]] = defaultdict(list)
        for row in run(_OWNERS, issuer=issuer):
            if not (is_key(row["owner"]) and is_key(row["filing"])):
                continue
            self.filings[row["owner"]].append(row["filing"])
            self.owners[row["filing"]].append(row["owner"])

    def joined(self, owners: Iterable[str]) -> set[str]:
        """Return all filings of these owners and of those with whom they are joined by joint filings."""
        found: set[str] = set()
        seen: set[str] = set()
        queue = [owner for owner in owners if owner in self.filings]
        while queue:
            owner = queue.pop()
            if owner not in seen:
                seen.add(owner)
                fresh = set(self.filings[owner]) - found
                found |= fresh
                queue += [other for filing in fresh for other in self.owners[filing]]
        return found


def part(run: Run, issuer: str, owners: Sequence[str]) -> State:
    """Return the facts that these owners of an issuer bear on, with what is derived of them."""
    joined = Owners(run, issuer)
    own = joined.joined(owners)
    read = Filings(run, sorted(own))
    own &= read.filings.keys()
    days = _days(read, own)
    others = {owner for filing in _beside(run, issuer, days, read, own) for owner in joined.owners[filing]}
    near = joined.joined(others) - own
    beside = Filings(run, sorted(near))
    near &= beside.filings.keys()
    return _state(run, issuer, read, beside, Part(frozenset(own), frozenset(near), frozenset(days)))


def _days(read: Filings, own: Iterable[str]) -> set[Day]:
    """Return the securities and days of the filings' rows, where 10 % owners or spouses are among their owners."""
    large = any(owner["tenPercentOwner"] for id in own for owner in read.owners[id])
    rows = [row for id in own for row in read.rows[id]]
    joined = large or any(map(_spouses, rows))
    return {day for row in rows if joined for day in _of(row["security"], row["asOf"], row["date"])}


def _of(security: str, *days: date | None) -> set[Day]:
    """Return the days of a row: that of its balance and that of its transaction."""
    return {(security, day) for day in days if day is not None}


def _spouses(row: Mapping[str, Any]) -> bool:
    return of_spouse(row["holder"] or "")


def _beside(run: Run, issuer: str, days: set[Day], read: Filings, own: set[str]) -> set[str]:
    """Return the filings of others that may report a block of the same securities on the same days."""
    if not days:
        return set()
    asked = sorted({day for _, day in days})
    found = run(_LARGE, issuer=issuer, days=asked)
    if any(_spouses(row) for id in own for row in read.rows[id]):
        found += [row for row in run(_INDIRECT, issuer=issuer, days=asked) if _spouses(row)]
    return {row["filing"] for row in found if days & _of(row["security"], row["asOf"], row["date"])} - own


def _state(run: Run, issuer: str, read: Filings, beside: Filings, part: Part) -> State:
    own, near = sorted(part.own), sorted(part.near)
    securities = [row for row in run(SECURITIES, issuers=[issuer]) if is_key(row["id"])]
    given = {row[name] for id in own for row in read.rows[id] for name in ("security", "underlying")}
    written = _titles(run, given - {None})
    conversions = run(CONVERSIONS, issuers=[issuer])
    facts = IssuerFacts(
        issuer,
        read.facts(own) + beside.facts(near),
        tuple(security(row, row["reported"], written[row["id"]]) for row in securities),
        stated(conversions),
    )
    titles = {("Security", row["id"]): titled(row) for row in securities if row["id"] in written}
    owners = {owner["id"] for id in own for owner in read.owners[id]}
    insiders = [row for row in run(INSIDERS, issuers=[issuer]) if row["start"] in owners]
    edges = [*found_edges((*conversions, *insiders)), *read.amends(own), *_held(run, issuer, facts.filings)]
    rows = read.derived(own) | beside.derived(near)
    return State(facts, read.lineage(own) | titles, rows, edges, part)


def _titles(run: Run, ids: Iterable[str]) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = defaultdict(list)
    for row in run(_TITLES, ids=sorted(ids)):
        day, _, id = row["latest"].partition(" ")
        found[row["id"]].append(Written(row["reported"], date.fromisoformat(day), id, row["title"]))
    return found


def _held(run: Run, issuer: str, filings: Iterable[FilingFacts]) -> list[Found]:
    """Return the balances that the holders of these filings' rows have."""
    by_label: dict[str, set[str]] = defaultdict(set)
    for filing in filings:
        for row in filing.rows:
            if row.holder is not None:
                by_label[holder_label(row.holder)].add(row.holder)
    return [
        found
        for label, ids in by_label.items()
        for found in found_edges(run(_HELD.format(label=label), issuer=issuer, ids=sorted(ids)))
    ]


def of_part(derived: Derived, state: State) -> tuple[Derived, list[Found]]:
    """Return what is derived of a part, and the edges that are there; of others, only balances of its days."""
    part = state.part
    if part is None:
        return derived, state.edges
    own = [filing for filing in state.facts.filings if filing.id in part.own]
    others = [row for filing in state.facts.filings if filing.id in part.near for row in filing.rows]
    near = {row.id: _of(row.security, row.as_of, row.date) for row in others}
    mine = {row.holder for filing in own for row in filing.rows} | {id for filing in own for id in filing.owner_ids}

    def ours(key: EdgeKey) -> bool:
        if key.type in ("OWNS", "OWNED"):
            return key.start in mine or (key.end, key.as_of) in part.days
        return key.start in mine if key.type == "INSIDER_OF" else key.start not in part.near

    return Derived(
        {key: props for key, props in derived.nodes.items() if key[1] not in part.near},
        {id: props for id, props in derived.rows.items() if id not in near or near[id] & part.days},
        {key: props for key, props in derived.edges.items() if ours(key)},
    ), [found for found in state.edges if ours(found.key)]


def chunks(run: Run, issuer: str, owners: Iterable[str], size: int) -> Iterator[list[str]]:
    """Yield owners of an issuer in groups whose joined filings are some `size`, each component once."""
    joined = Owners(run, issuer)
    seen: set[str] = set()
    some: list[str] = []
    filings = 0
    for owner in owners:
        if owner in joined.filings and joined.filings[owner][0] not in seen:
            fresh = joined.joined([owner])
            seen |= fresh
            some.append(owner)
            filings += len(fresh)
            if filings >= size:
                yield some
                some, filings = [], 0
    if some:
        yield some
