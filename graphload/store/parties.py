"""Read the facts of parties and of parties with the same name, and the values derived from them before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graphload.derive.groups import caption
from graphload.derive.names import Called, NamesakeFacts, near
from graphload.derive.parties import NameFacts, PartyFacts
from graphload.derive.vehicles import Worded, vehicle
from graphload.schema.keys import is_key, ours
from graphload.schema.rows import Props
from graphload.store.facts import Found, found_edges
from graphload.store.replacing import Run

# the latest filing is told by its day and id; one without a digest is somebody else's
_OWNERS = """UNWIND $ids AS id MATCH (p:Party {id: id})-[filed:FILED]->(f:Filing) WHERE f.contentHash IS NOT NULL
RETURN id, filed.name AS name, max(toString(coalesce(f.filedOn, f.periodOfReport)) + ' ' + f.id) AS latest,
       max(CASE WHEN filed.incorporated THEN 1 ELSE 0 END) AS incorporated,
       max(CASE WHEN filed.director OR filed.officer THEN 1 ELSE 0 END) AS insider"""
_ISSUERS = """UNWIND $ids AS id MATCH (p:Party {id: id})<-[concerns:CONCERNS]-(f:Filing) WHERE f.contentHash IS NOT NULL
RETURN id, concerns.name AS name, concerns.symbols AS symbols,
       max(toString(coalesce(f.filedOn, f.periodOfReport)) + ' ' + f.id) AS latest"""
_PARTIES = "UNWIND $ids AS id MATCH (p:Party {id: id}) RETURN id, properties(p) AS props, labels(p) AS labels"
_DERIVED = ("name", "displayName", "nameKey", "kind", "kindBasis", "ticker", "formerTickers", "formerNames")

_OWN = "UNWIND $ids AS id MATCH (p:Party {id: id}) RETURN DISTINCT p.nameKey AS name"
_NEAR = """UNWIND $ids AS id MATCH (:Party {id: id})-[:INSIDER_OF]-(near:Party)
WITH DISTINCT near.nameKey AS name WHERE name IS NOT NULL
MATCH (called:Party {nameKey: name}) WHERE called.cik IS NULL
RETURN DISTINCT name"""
_VEHICLES = """UNWIND $ids AS id
MATCH (:Party {id: id})-[:FILED]->(f:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.holderConfidence IS NOT NULL AND row.holder IS NOT NULL
RETURN row.holder AS id, row.holderAs AS words, row.holderNames AS names,
       max(toString(coalesce(f.filedOn, f.periodOfReport)) + ' ' + row.id) AS latest"""
_VEHICLE = """UNWIND $ids AS id MATCH (v:Vehicle {id: id})
RETURN id, v.named AS named, v.name AS name, v.displayName AS displayName"""
_GROUPS = """UNWIND $ids AS id MATCH (:Party {id: id})-[:MEMBER_OF]->(g:Group) WITH DISTINCT g
MATCH (g)<-[:MEMBER_OF]-(p:Party)
RETURN g.id AS id, g.size AS size, g.caption AS caption, collect(p.displayName) AS names"""
_NAMING = """UNWIND $ids AS id MATCH (:Party {id: id})<-[:NAMES]-(v:Vehicle)
RETURN DISTINCT v.named AS name"""
_CALLED = """UNWIND $names AS name MATCH (p:Party {nameKey: name})
RETURN name, p.id AS id, p.cik AS cik, p.ticker AS ticker"""
_NAMED = "UNWIND $names AS name MATCH (v:Vehicle {named: name}) RETURN name, v.id AS id"
_INSIDERS = """UNWIND $ids AS id MATCH (p:Party {id: id})-[r:INSIDER_OF]-(near:Party)
RETURN id, near.id AS near, near.nameKey AS name, startNode(r).id = id AS owns"""
_LINKS = (
    """UNWIND $ids AS id MATCH (p:Party {id: id})-[r:SAME_AS]->(other:Party)
RETURN type(r) AS type, id AS start, other.id AS end, properties(r) AS props, elementId(r) AS element""",
    """UNWIND $vehicles AS id MATCH (v:Vehicle {id: id})-[r:NAMES]->(other:Party)
RETURN type(r) AS type, id AS start, other.id AS end, properties(r) AS props, elementId(r) AS element""",
)


class PartyState(NamedTuple):
    """The facts of a party, and the derived values in the store, with its labels."""

    facts: PartyFacts
    props: Props


class NameState(NamedTuple):
    """Names with their parties; names of vehicles and groups, derived and stored; and relationships in the store."""

    namesakes: list[NamesakeFacts]
    nodes: dict[tuple[str, str], Props]
    before: dict[tuple[str, str], Props]
    edges: list[Found]


def parties(run: Run, ids: Sequence[str]) -> list[PartyState]:
    """Return the facts of parties."""
    names: dict[str, list[NameFacts]] = defaultdict(list)
    for row in run(_OWNERS, ids=ids):
        evidence = bool(row["incorporated"]), bool(row["insider"])
        names[row["id"]].append(NameFacts(row["name"], False, row["latest"], *evidence))
    for row in run(_ISSUERS, ids=ids):
        symbols = tuple(row["symbols"] or ())
        names[row["id"]].append(NameFacts(row["name"], True, row["latest"], symbols=symbols))
    return [_party(row, names[row["id"]]) for row in run(_PARTIES, ids=ids)]


def _party(row: dict[str, Any], names: list[NameFacts]) -> PartyState:
    derived = {name: row["props"][name] for name in _DERIVED if name in row["props"]}
    labels = sorted(label for label in row["labels"] if label in ("Person", "Organization", "Issuer"))
    return PartyState(PartyFacts(row["id"], tuple(names)), derived | {"labels": labels})


def names(run: Run, ids: Sequence[str]) -> NameState:
    """Return the parties with the name of one of these, of one of its vehicles, or of a party next to it."""
    worded: dict[str, list[Worded]] = defaultdict(list)
    for row in run(_VEHICLES, ids=ids):
        worded[row["id"]].append(Worded(row["latest"], row["words"], tuple(row["names"] or ())))
    called = {id: vehicle(some) for id, some in worded.items()}
    stored = {row.pop("id"): row for row in run(_VEHICLE, ids=sorted(called))}
    nodes, before = _groups(run, ids)
    namesakes, edges = _namesakes(run, ids, *({id: v["named"] for id, v in some.items()} for some in (called, stored)))
    nodes |= {("Vehicle", id): props for id, props in called.items()}
    before |= {("Vehicle", id): props for id, props in stored.items()}
    return NameState(namesakes, nodes, before, edges)


def _groups(run: Run, ids: Sequence[str]) -> tuple[dict[tuple[str, str], Props], dict[tuple[str, str], Props]]:
    """Return the captions of the groups of parties, as they should be and as they are."""
    rows = [row for row in run(_GROUPS, ids=ids) if ours("Group", row["id"])]
    derived: dict[tuple[str, str], Props] = {
        ("Group", row["id"]): {"caption": caption(row["names"], row["size"])} for row in rows
    }
    return derived, {("Group", row["id"]): {"caption": row["caption"]} for row in rows}


def _namesakes(
    run: Run, ids: Sequence[str], vehicles: dict[str, str | None], before: dict[str, str | None]
) -> tuple[list[NamesakeFacts], list[Found]]:
    """Return who shares a name with these parties or their vehicles, and the relationships that say so."""
    around = {row["name"] for query in (_OWN, _NEAR, _NAMING) for row in run(query, ids=ids)}
    wanted = sorted({*around, *before.values(), *vehicles.values()} - {None})
    called = _by_name(run(_CALLED, names=wanted))
    holding = _by_name(run(_NAMED, names=wanted))
    for id, name in vehicles.items():
        if name is not None:
            holding[name].append({"id": id})
    namesakes = [
        NamesakeFacts(name, _called(run, called[name]), _vehicles(holding[name], name, vehicles)) for name in wanted
    ]
    some = sorted({*ids} | {each.id for found in namesakes for each in found.parties if not each.numbered})
    every = sorted({row["id"] for name in wanted for row in holding[name]} | vehicles.keys())
    return namesakes, [found for query in _LINKS for found in found_edges(run(query, ids=some, vehicles=every))]


def _by_name(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if is_key(row["id"]):
            found[row["name"]].append(row)
    return found


def _vehicles(rows: Iterable[dict[str, Any]], name: str, named_now: dict[str, str | None]) -> tuple[str, ...]:
    """Return the vehicles of a name, without those that get another name now."""
    return tuple(sorted({row["id"] for row in rows if named_now.get(row["id"], name) == name}))


def _called(run: Run, rows: Sequence[dict[str, Any]]) -> tuple[Called, ...]:
    """Return the parties of a name. Their neighbours are read only if some have a CIK and others have none."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    if {row["cik"] is None for row in rows} == {True, False}:
        for each in run(_INSIDERS, ids=[row["id"] for row in rows]):
            found[each["id"]][0 if each["owns"] else 1].update(near(each["near"], each["name"]))
    return tuple(
        Called(row["id"], row["cik"] is not None, row["ticker"], *map(frozenset, found[row["id"]]))
        for row in sorted(rows, key=lambda row: str(row["id"]))
    )
