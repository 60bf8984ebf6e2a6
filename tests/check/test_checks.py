"""Each check of a graph: none of the example filings breaks it, and a fault that is planted does."""

import re

import pytest

from graphload.ask import ask, checks, question, questions
from graphload.errors import UsageError
from graphload.schema import checks as rendered
from graphload.store import Store
from tests.conftest import Engine, on_neo4j
from tests.packs.planting import planted
from tests.test_packs import operators

CHECKS = {check.name.partition("/")[2]: check for check in checks()}
# a transaction that no position and no other row stands on
_ALONE = """MATCH (f:Filing)-[r:TRANSACTION {direct: true}]->(:Security)
WHERE r.superseded IS NOT NULL AND r.rank IS NULL AND COUNT { (f)<-[:FILED]-(:Party) } = 1
WITH f, r ORDER BY r.id LIMIT 1"""
_TWO_PARTIES = "MATCH (p:Person), (i:Issuer) WITH p, i ORDER BY p.id, i.id LIMIT 1"
# what breaks a graph, by the check that has to find it
FAULTS = {
    "account-in-per-vehicle": """MATCH (v:Vehicle)-[:ACCOUNT_IN]->(p:Plan) WITH v, p ORDER BY v.id LIMIT 1
CREATE (v)-[:ACCOUNT_IN]->(p)""",
    "accounts-of-other-plans": "MATCH (p:Plan) WITH p ORDER BY p.id LIMIT 1 SET p.kind = 'lost'",
    "address-unused": "CREATE (:Address {id: 'LOST||||'})",
    "addresses-without-filing": "MATCH (:Party)-[at:LOCATED_AT]->(:Address) WITH at LIMIT 1 SET at.filing = 'lost'",
    "amends-per-filing": """MATCH (f:Filing)-[:AMENDS]->(g:Filing) WITH f, g ORDER BY f.id LIMIT 1
CREATE (f)-[:AMENDS]->(g)""",
    "concerns-per-filing": """MATCH (f:Filing)-[:CONCERNS]->(p:Party) WITH f, p ORDER BY f.id LIMIT 1
CREATE (f)-[:CONCERNS]->(p)""",
    "filing-without-contenthash": "MATCH (f:Filing) WITH f ORDER BY f.id LIMIT 1 SET f.contentHash = null",
    "filings-misnamed": "MATCH (f:Filing) WITH f ORDER BY f.id LIMIT 1 SET f.accession = 'lost'",
    "filings-without-owner": """MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1
CREATE (:Filing {id: 'sha256:lost', source: 'xml', contentHash: 'lost'})-[:CONCERNS]->(p)""",
    "group-unused": "CREATE (:Group {id: 'group:00000000000000000000000000000000', size: 0})",
    "holding-id": """MATCH (:Filing)-[r:HOLDING]->(:Security) WITH r ORDER BY r.id LIMIT 1
SET r.id = 'lost:NH1'""",
    "holding-twice": """MATCH (f:Filing)-[r:HOLDING]->(s:Security) WITH f, r, s ORDER BY r.id LIMIT 1
CREATE (f)-[again:HOLDING]->(s) SET again = properties(r), again.place = 99""",
    "holds-through-key": """MATCH (:Party)-[:HOLDS_THROUGH]->(v:Vehicle) WITH v ORDER BY v.id LIMIT 1
SET v.id = 'lost|' + v.id""",
    "holds-through-per-vehicle": """MATCH (p:Person)-[:HOLDS_THROUGH]->(v:Vehicle) WITH p, v ORDER BY v.id LIMIT 1
CREATE (p)-[:HOLDS_THROUGH]->(v)""",
    "issued-key": """MATCH (one:Issuer)-[r:ISSUED]->(s:Security)<-[:TRANSACTION]-(:Filing)
WITH one, r, s ORDER BY s.id LIMIT 1
MATCH (other:Issuer) WHERE other.id <> one.id WITH other, r, s ORDER BY other.id LIMIT 1
DELETE r CREATE (other)-[:ISSUED]->(s)""",
    "issued-per-security": """MATCH (p:Issuer)-[:ISSUED]->(s:Security) WITH p, s ORDER BY s.id LIMIT 1
CREATE (p)-[:ISSUED]->(s)""",
    "member-of-count": "MATCH (g:Group) WITH g ORDER BY g.id LIMIT 1 SET g.size = 99",
    "parties-stale": "MATCH (p:Party) WITH p ORDER BY p.id LIMIT 1 SET p.stale = true, p.pending = 1",
    "party-unused": "CREATE (:Party {id: 'name:lost'})",
    "plan-unused": """MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1
CREATE (p)-[:SPONSORS]->(:Plan {id: p.id + '|lost', kind: 'lost'})""",
    "rows-misplaced": f"{_ALONE} SET r.place = 99",
    "rows-of-other-issuers": f"""{_ALONE}
MATCH (f)-[:CONCERNS]->(one:Issuer)
MATCH (other:Issuer)-[:ISSUED]->(s:Security {{derivative: false}}) WHERE other.id <> one.id
WITH f, r, s ORDER BY s.id LIMIT 1 CREATE (f)-[n:TRANSACTION]->(s) SET n = properties(r) DELETE r""",
    "rows-of-strangers": f"{_ALONE} SET r.holder = '0000046129'",
    "rows-undated": f"{_ALONE} SET r.misdated = true",
    "rows-without-holder": f"{_ALONE} SET r.holder = null",
    "same-as-per-party": f"{_TWO_PARTIES} CREATE (p)-[:SAME_AS]->(i) CREATE (p)-[:SAME_AS]->(i)",
    "security-unused": """MATCH (p:Issuer) WITH p ORDER BY p.id LIMIT 1
CREATE (p)-[:ISSUED]->(:Security {id: p.id + ':N:LOST'})""",
    "signatory-unused": "CREATE (:Signatory {id: 'lost', name: 'LOST'})",
    "sponsors-key": """MATCH (i:Issuer)-[:SPONSORS]->(p:Plan) WITH p ORDER BY p.id LIMIT 1
SET p.id = 'lost|' + p.id""",
    "sponsors-per-plan": "MATCH (:Party)-[r:SPONSORS]->(:Plan) WITH r LIMIT 1 DELETE r",
    "transaction-id": f"{_ALONE} SET r.id = 'lost:NT1'",
    "transaction-twice": """MATCH (f:Filing)-[r:TRANSACTION]->(s:Security) WITH f, r, s ORDER BY r.id LIMIT 1
CREATE (f)-[again:TRANSACTION]->(s) SET again = properties(r)""",
    "vehicle-unused": """MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1
CREATE (p)-[:HOLDS_THROUGH]->(:Vehicle {id: p.id + '|lost'})""",
}
# what else a fault breaks
ALSO = {
    "holding-twice": {"rows-misplaced"},
    "holds-through-key": {"rows-without-holder"},
    "issued-key": {"rows-of-other-issuers"},
    "member-of-count": {"rows-of-strangers", "group-unused"},
    "transaction-twice": {"rows-misplaced"},
}


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert [*FAULTS] == [*CHECKS]


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_holds_no_list_and_sorts_only_what_it_found(name: str) -> None:
    """An engine needs memory for offenders alone, whatever the size of the graph."""
    cypher = CHECKS[name].cypher
    assert not re.search(r"\bcollect\(|\bWITH DISTINCT\b", cypher)
    assert cypher.count("ORDER BY") == 1 and cypher.endswith("ORDER BY id, found, expected\nLIMIT $limit")


@on_neo4j
@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.usefixtures("world")
def test_neo4j_multiplies_no_nodes(engine: Engine, name: str) -> None:
    with engine.driver.session(database=engine.database) as session:
        plan = session.run(f"EXPLAIN {CHECKS[name].cypher}", {"limit": 1}).consume().plan
    assert plan
    assert not {"AllNodesScan", "CartesianProduct"} & {operator for operator, _ in operators(plan)}


def test_checks_are_no_questions_and_are_asked_by_name(world: Store) -> None:
    assert not [each.name for each in questions() if each.pack == "checks"]
    assert {f"checks/{name}" for name in rendered.checks()} < {check.name for check in checks()}
    assert question("checks/party-unused").title == "Party nodes that no filing uses."
    assert ask(world, "checks/party-unused").rows == ()
    with pytest.raises(UsageError, match="there is no check 'checks/party-used': did you mean checks/party-unused"):
        question("checks/party-used")


@pytest.mark.every_engine
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
