"""Derived facts against those derived anew: nothing differs after a load, and whatever is changed is found."""

from collections import Counter
from typing import NoReturn

import pytest

from graphload.check.recompute import differences
from graphload.load import derive
from graphload.store import Store, deriving
from graphload.store.replacing import Run
from tests.contents import contents
from tests.packs.planting import Undone

# what changes one derived fact, by the property that differs then; an edge that is missing or too many has none
FAULTS = {
    "displayName": "MATCH (n:Person) WITH n ORDER BY n.id LIMIT 1 SET n.displayName = 'Lost'",
    "formerNames": "MATCH (n:Issuer) WHERE n.formerNames <> [] WITH n ORDER BY n.id LIMIT 1 SET n.formerNames = null",
    "labels": "MATCH (n:Organization) WHERE NOT n:Issuer WITH n ORDER BY n.id LIMIT 1 REMOVE n:Organization",
    "title": "MATCH (n:Security) WITH n ORDER BY n.id LIMIT 1 SET n.title = 'Lost Stock'",
    "lineage": "MATCH (n:Filing) WHERE n.lineage IS NOT NULL WITH n ORDER BY n.id LIMIT 1 SET n.lineage = 'lost'",
    "superseded": "MATCH (:Filing)-[r:TRANSACTION]->() WHERE r.rank > 0 WITH r LIMIT 1 SET r.superseded = 'lost'",
    "adds": "MATCH (:Filing)-[r:TRANSACTION]->() WHERE r.rank > 0 WITH r LIMIT 1 SET r.adds = false",
    "shares": "MATCH (:Vehicle)-[r:OWNS]->(:Security) WITH r LIMIT 1 SET r.shares = 1.5",
    "confidence": "MATCH (:Filing)-[r:AMENDS]->(:Filing) WITH r LIMIT 1 SET r.confidence = 'none'",
    "roles": "MATCH (:Party)-[r:INSIDER_OF]->(:Party) WITH r ORDER BY r.filing LIMIT 1 SET r.roles = ['lost']",
    "block": "MATCH ()-[r:OWNS]->(:Security) WHERE r.block <> '' WITH r ORDER BY r.filing LIMIT 1 SET r.block = 'lost'",
    "filing": "MATCH (:Issuer)<-[r:INSIDER_OF]-(:Party) WITH r ORDER BY r.filing DESC LIMIT 1 SET r.filing = 'lost'",
    "closed": "MATCH (:Person)-[r:OWNS]->(:Security) WITH r LIMIT 1 SET r.closed = NOT r.closed",
    "method": "MATCH (:Security)-[r:CONVERTS_INTO]->(:Security) WITH r LIMIT 1 SET r.method = 'lost'",
    "missing": "MATCH (:Group)-[r:OWNS]->(:Security) WITH r LIMIT 1 DELETE r",
    "too many": "MATCH (n:Issuer) WITH n ORDER BY n.id LIMIT 1 CREATE (n)-[:SAME_AS {method: 'lost'}]->(n)",
}
# facts whose absence or presence no check finds, so that the comparison has to
EDGES = {
    "an insider": "MATCH (:Party)-[r:INSIDER_OF]->(:Party) WITH r ORDER BY r.filing LIMIT 1 DELETE r",
    "an underlying": """MATCH (s:Security)-[r:CONVERTS_INTO]->(:Security) WITH r ORDER BY s.id LIMIT 1 DELETE r""",
    "a conversion": """MATCH (s:Security {derivative: true}) WITH s ORDER BY s.id LIMIT 1
CREATE (s)-[:CONVERTS_INTO]->(s)""",
    "an issuer": "MATCH (n:Person) WHERE NOT n:Issuer WITH n ORDER BY n.id LIMIT 1 SET n:Issuer",
    "an owner": "MATCH (n:Person) WITH n ORDER BY n.id LIMIT 1 SET n.kind = 'organization'",
}


def test_nothing_differs_after_a_load_and_nothing_is_changed(world: Store) -> None:
    before = contents(world)
    assert [*differences(world)] == []
    assert contents(world) == before


@pytest.mark.parametrize("fault", EDGES)
def test_what_no_check_finds_is_compared(world: Store, fault: str) -> None:
    def work(run: Run) -> NoReturn:
        run(EDGES[fault])
        parties = [row["id"] for row in run("MATCH (p:Party) RETURN p.id AS id")]
        raise Undone([*deriving.compared(run, parties)])

    with pytest.raises(Undone) as undone:
        world.transact(work)
    assert undone.value.found


def test_every_change_is_found_and_healed_by_deriving_anew(world: Store) -> None:
    before = contents(world)
    for fault in FAULTS.values():
        world.write(fault)
    found = Counter(each.name or str(each).rpartition(": ")[2] for each in differences(world))
    world.write("MATCH (p:Party) SET p.stale = true")
    derive(world)
    expected = {*FAULTS} - {"missing", "too many"} | {"is missing", "is there"}
    assert found == Counter(expected)
    assert contents(world) == before
