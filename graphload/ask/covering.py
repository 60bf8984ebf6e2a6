"""What an answer covers: how far the store reaches, and what is there that no question can count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from graphload.ask.answers import Answer
from graphload.formats import jsonable
from graphload.schema.keys import told
from graphload.store import Store

_OURS = told("Filing", "f")
_FILINGS = {
    "store": "MATCH (f:Filing)",
    "party": "MATCH (:Party {id: $id})-[:CONCERNS|FILED]-(f:Filing)",
}
_BALANCES = {
    "store": "MATCH (:Issuer)-[:ISSUED]->(:Security)<-[o:OWNS|OWNED]-()",
    "party": """CALL () {
  MATCH (:Party {id: $id})-[:ISSUED]->(:Security)<-[o:OWNS|OWNED]-() RETURN o
  UNION
  MATCH (:Party {id: $id})-[:MEMBER_OF|HOLDS_THROUGH*0..2]->()-[o:OWNS|OWNED]->(:Security) RETURN o
}
WITH o""",
}
_FILED = """{filings} WHERE {ours} WITH DISTINCT f
RETURN count(*) AS filings, min(f.filedOn) AS first, max(f.filedOn) AS last, count(*) - count(f.filedOn) AS undated"""
_OWNERLESS = """{filings} WHERE {ours} AND NOT EXISTS {{ (f)<-[:FILED]-() }}
RETURN count(DISTINCT f) AS ownerless"""
_ROWS = """{filings} WHERE {ours} WITH DISTINCT f MATCH (f)-[r:TRANSACTION]->()
RETURN count(CASE WHEN r.tradedOn IS NULL THEN 1 END) AS undated,
  count(CASE WHEN r.contradicted THEN 1 END) AS contradicted"""
_UNLISTED = """{balances} WHERE o.unlistedSince IS NOT NULL AND o.knownUntil IS NULL
RETURN count(DISTINCT o) AS unlisted"""
_LEFT_OUT = {
    "undated": "transactions whose date is absent or impossible",
    "contradicted": "transactions whose direction contradicts their code",
    "unlisted": "balances that later filings leave out",
    "ownerless": "filings without owners",
    "undatedFilings": "filings without a filing date",
}


class Filed(NamedTuple):
    """How many filings there are, the first and the last filing day, and how many have none."""

    filings: int
    first: date | None
    last: date | None
    undated: int


@dataclass(frozen=True, slots=True)
class Reach:
    """The filings of a store, or those by and about a party: how many, the first and the last filing day.

    `left_out` counts what no question can place or add up, by name.
    """

    filings: int
    first: date | None
    last: date | None
    left_out: Mapping[str, int]

    def __str__(self) -> str:
        count = "1 filing" if self.filings == 1 else f"{self.filings:,} filings"
        days = f", filed {self.first} to {self.last}" if self.first else ""
        left = "; ".join(f"{_LEFT_OUT[name]}: {count:,}" for name, count in self.left_out.items() if count)
        return f"{count}{days}; {left or 'nothing is left out'}"


@dataclass(frozen=True, slots=True)
class About:
    """Whom and what an answer is about: the store, and each party that a parameter named."""

    answer: Answer
    store: Reach
    parties: Mapping[str, Reach]

    def lines(self) -> Iterator[str]:
        """Yield a sentence for the store and for each party."""
        yield f"store: {self.store}"
        for name, reach in self.parties.items():
            yield f"{self.answer.meant[name]}: {reach}"

    def parts(self) -> dict[str, Any]:
        """Return everything about the answer as JSON has it, the rows too."""
        answer = self.answer
        meant = {name: {"name": each.name, "id": each.id, "how": each.how} for name, each in answer.meant.items()}
        return {
            "question": answer.question.name,
            "parameters": {name: jsonable(value) for name, value in answer.parameters.items()},
            "meant": meant,
            "covers": {"store": _parts(self.store), **{name: _parts(each) for name, each in self.parties.items()}},
            "notes": list(answer.notes),
            "rows": [{name: jsonable(value) for name, value in row.items()} for row in answer.dicts()],
        }


def about(store: Store, answer: Answer) -> About:
    """Return what an answer covers; it reads all filings of the store, and those of each party that is named."""
    parties = {name: _reach(store, "party", id=found.id) for name, found in answer.meant.items()}
    return About(answer, _reach(store, "store"), parties)


def filed(store: Store, scope: str = "store", **given: str) -> Filed:
    """Return the filings of a store, or those by and about a party: their number and days."""
    return Filed(*store.read(_FILED.format(filings=_FILINGS[scope], ours=_OURS), **given).rows[0])


def _reach(store: Store, scope: str, **given: str) -> Reach:
    told = filed(store, scope, **given)
    counts = {"undatedFilings": told.undated}
    for query in (_ROWS, _OWNERLESS, _UNLISTED):
        text = query.format(filings=_FILINGS[scope], balances=_BALANCES[scope], ours=_OURS)
        counts |= store.read(text, **given).dicts()[0]
    return Reach(told.filings, told.first, told.last, {name: counts[name] for name in _LEFT_OUT})


def _parts(reach: Reach) -> dict[str, Any]:
    days = {"firstFiled": jsonable(reach.first), "lastFiled": jsonable(reach.last)}
    return {"filings": reach.filings, **days, "leftOut": dict(reach.left_out)}
