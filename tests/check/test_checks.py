"""Each check of a graph: none of the example filings breaks it, and a fault that is planted does."""

import pytest

from graphload.ask import questions
from graphload.store import Store
from tests import loaded
from tests.packs.planting import planted

world = loaded.world

CHECKS = {question.name.partition("/")[2]: question for question in questions("checks")}
# a transaction that no position and no other row stands on
_ALONE = """MATCH (f:Filing)-[r:TRANSACTION {direct: true}]->(:Security)
WHERE r.superseded IS NOT NULL AND r.rank IS NULL AND COUNT { (f)<-[:FILED]-(:Party) } = 1
WITH r ORDER BY r.id LIMIT 1"""
# what breaks a graph, by the check that has to find it
FAULTS = {
    "accounts-of-other-plans": "MATCH (p:Plan) WITH p ORDER BY p.id LIMIT 1 SET p.kind = 'lost'",
    "addresses-unused": "CREATE (:Address {id: 'lost'})",
    "addresses-without-filing": "MATCH (:Party)-[at:LOCATED_AT]->(:Address) WITH at LIMIT 1 SET at.filing = 'lost'",
    "amendments-without-lineage": "MATCH (f:Filing {form: '3'}) WITH f ORDER BY f.id LIMIT 1 SET f.lineage = 'lost'",
    "blocks-without-lead": """MATCH ()-[o:OWNS]->(:Security) WHERE NOT o.block IN o.rows WITH o LIMIT 1
SET o.block = 'lost'""",
    "conversions-without-row": """MATCH (s:Security {derivative: true}) WITH s ORDER BY s.id LIMIT 1
CREATE (s)-[:CONVERTS_INTO]->(s)""",
    "filings-misnamed": "MATCH (f:Filing) WITH f ORDER BY f.id LIMIT 1 SET f.accession = 'lost'",
    "filings-without-digest": "MATCH (f:Filing) WITH f ORDER BY f.id LIMIT 1 SET f.contentHash = null",
    "filings-without-issuer": """MATCH (f:Filing)-[:CONCERNS]->(p:Party) WITH f, p ORDER BY f.id LIMIT 1
CREATE (f)-[:CONCERNS]->(p)""",
    "filings-without-owner": """MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1
CREATE (:Filing {id: 'sha256:lost', source: 'xml', contentHash: 'lost'})-[:CONCERNS]->(p)""",
    "groups-incomplete": "MATCH (g:Group) WITH g ORDER BY g.id LIMIT 1 SET g.size = 99",
    "groups-unused": "CREATE (:Group {id: 'group:lost', size: 0})",
    "insiders-missing": "MATCH (:Party)-[r:INSIDER_OF]->(:Party) WITH r LIMIT 1 DELETE r",
    "insiders-without-filing": "MATCH (:Party)-[r:INSIDER_OF]->(:Party) WITH r LIMIT 1 SET r.filing = 'lost'",
    "issuers-mislabelled": "MATCH (p:Person) WHERE NOT p:Issuer WITH p ORDER BY p.id LIMIT 1 SET p:Issuer",
    "owners-mislabelled": "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.kind = 'organization'",
    "parties-linked-twice": "MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1 CREATE (p)-[:SAME_AS]->(p)",
    "parties-stale": "MATCH (p:Party) WITH p ORDER BY p.id LIMIT 1 SET p.stale = true, p.pending = 1",
    "parties-unused": "CREATE (:Party {id: 'lost'})",
    "plans-unused": """MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1
CREATE (p)-[:SPONSORS]->(:Plan {id: p.id + '|lost', kind: 'lost'})""",
    "plans-without-sponsor": "MATCH (:Party)-[r:SPONSORS]->(:Plan) WITH r LIMIT 1 DELETE r",
    "positions-misclosed": "MATCH ()-[o:OWNS]->(:Security) WITH o LIMIT 1 SET o.closed = NOT o.closed",
    "positions-without-evidence": """MATCH ()-[o:OWNS]->(:Security) WHERE o.block IS NULL WITH o LIMIT 1
SET o.rows = ['lost:NT1']""",
    "rows-misnamed": f"{_ALONE} SET r.id = 'lost:NT1'",
    "rows-misplaced": f"{_ALONE} SET r.place = 99",
    "rows-of-other-issuers": """MATCH (one:Issuer)-[r:ISSUED]->(s:Security)<-[:TRANSACTION]-(:Filing)
WITH one, r, s ORDER BY s.id LIMIT 1
MATCH (other:Issuer) WHERE other.id <> one.id WITH other, r, s ORDER BY other.id LIMIT 1
DELETE r CREATE (other)-[:ISSUED]->(s)""",
    "rows-of-strangers": f"{_ALONE} SET r.holder = '0000046129'",
    "rows-repeated": """MATCH (f:Filing)-[r:HOLDING]->(s:Security) WITH f, r, s ORDER BY r.id LIMIT 1
CREATE (f)-[again:HOLDING]->(s) SET again = properties(r)""",
    "rows-restated-by-none": f"{_ALONE} SET r.superseded = 'lost:NT1'",
    "rows-undated": f"{_ALONE} SET r.misdated = true",
    "rows-without-holder": f"{_ALONE} SET r.holder = null",
    "rows-without-underlying": """MATCH (:Security)-[r:CONVERTS_INTO]->(s:Security)
WHERE EXISTS { (s)<-[:TRANSACTION]-(:Filing) } WITH r LIMIT 1 DELETE r""",
    "securities-unused": "MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1 CREATE (p)-[:ISSUED]->(:Security {id: 'lost'})",
    "securities-without-issuer": """MATCH (p:Issuer)-[:ISSUED]->(s:Security) WITH p, s ORDER BY s.id LIMIT 1
CREATE (p)-[:ISSUED]->(s)""",
    "signatories-unused": "CREATE (:Signatory {id: 'lost'})",
    "vehicles-unused": """MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1
CREATE (p)-[:HOLDS_THROUGH]->(:Vehicle {id: p.id + '|lost'})""",
    "vehicles-without-holder": """MATCH (p:Person)-[:HOLDS_THROUGH]->(v:Vehicle) WITH p, v ORDER BY v.id LIMIT 1
CREATE (p)-[:HOLDS_THROUGH]->(v)""",
}
# what else a fault breaks
ALSO = {
    "groups-incomplete": {"rows-of-strangers"},
    "rows-repeated": {"rows-misplaced"},
}


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert [*FAULTS] == [*CHECKS]


def test_the_example_filings_break_no_check(world: Store) -> None:
    assert {name: rows for name, check in CHECKS.items() if (rows := world.read(check.cypher, limit=3).rows)} == {}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_by_its_check_and_no_other(world: Store, name: str) -> None:
    found = planted(world, FAULTS[name], *CHECKS.values())
    assert {*found} == {f"checks/{each}" for each in {name} | ALSO.get(name, set())}
    for row in found[f"checks/{name}"]:
        assert [*row] == ["id", "found", "expected"]
        assert isinstance(row["id"], str)
        assert {type(row["found"]), type(row["expected"])} <= {str, type(None)}
        assert row["found"] != row["expected"]
