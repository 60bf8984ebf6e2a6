"""Cypher statements that remove filings, with the nodes and relationships that no other filing uses."""

from __future__ import annotations

from graphload.schema import statements
from graphload.schema.statements import FILINGS_OWN, touch

# what is there already of the filings that are about to be put in; `relationships` counts what is there of them
PRESENT = f"""UNWIND $ids AS id MATCH (f:Filing {{id: id}})
RETURN f.id AS id, f.contentHash AS contentHash,
       f.source AS source, f.filedOnBasis AS filedOnBasis, f.acceptedAt AS acceptedAt,
       f.documentHash AS documentHash,
       COUNT {{ (f)-[:{FILINGS_OWN}]-() }} AS relationships"""

# what is there of filings, told by other documents than before
TELL_ANEW = """UNWIND $rows AS row MATCH (f:Filing {id: row.id})
SET f.documentHash = row.documentHash, f.relationships = row.relationships"""

# which parties are there
PARTIES = "UNWIND $ids AS id MATCH (p:Party {id: id}) RETURN p.id AS id"

# a write to a filing's node keeps other writers from it until the transaction ends; a filing that is new gets its node
LOCK = "UNWIND $ids AS id MERGE (f:Filing {id: id}) SET f.id = id"

# filings without an accession number whose facts are in the store
KNOWN = "UNWIND $ids AS id MATCH (f:Filing {factsId: id}) RETURN DISTINCT id"

_STALE = f"UNWIND $ids AS id MATCH (p:Party {{id: id}}) {touch('p')}"

# nodes of removed filings that other filings may use too
SHARED = {
    "parties": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:FILED|CONCERNS]-(p:Party)
RETURN DISTINCT p.id AS id""",
    "issuers": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:CONCERNS]->(p:Party)
RETURN DISTINCT p.id AS id""",
    "called": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:FILED|CONCERNS]-(p:Party)
WITH DISTINCT p.nameKey AS name WHERE name IS NOT NULL
MATCH (called:Party {nameKey: name})
RETURN DISTINCT called.id AS id""",
    "securities": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:TRANSACTION|HOLDING]->(s:Security)
RETURN DISTINCT s.id AS id""",
    "underlying": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(:Security)
WHERE r.underlying IS NOT NULL
RETURN DISTINCT r.underlying AS id""",
    "vehicles": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(:Security)
WITH DISTINCT r.holder AS holder WHERE holder IS NOT NULL
MATCH (v:Vehicle {id: holder}) RETURN v.id AS id""",
    "plans": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(:Security)
WITH DISTINCT r.holder AS holder WHERE holder IS NOT NULL
MATCH (:Vehicle {id: holder})-[:ACCOUNT_IN]->(p:Plan) RETURN DISTINCT p.id AS id""",
    "groups": """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[:MEMBER_OF]->(g:Group)
RETURN DISTINCT g.id AS id""",
    "signatories": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:SIGNED_BY]->(s:Signatory)
RETURN DISTINCT s.id AS id""",
    "addresses": """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[at:LOCATED_AT]->(a:Address)
WHERE at.filing = id
RETURN DISTINCT a.id AS id""",
}

LABELS = {
    "parties": "Party",
    "issuers": "Party",
    "called": "Party",
    "securities": "Security",
    "underlying": "Security",
    "vehicles": "Vehicle",
    "plans": "Plan",
    "groups": "Group",
    "signatories": "Signatory",
    "addresses": "Address",
}

# relationships that belong to the filings
TAKE_OUT = (
    """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[at:LOCATED_AT]->(:Address)
WHERE at.filing = id
DELETE at""",
    f"""UNWIND $ids AS id MATCH (f:Filing {{id: id}})-[r:{FILINGS_OWN}]-()
DELETE r""",
)

# the filings themselves
DELETE = "UNWIND $ids AS id MATCH (f:Filing {id: id}) DETACH DELETE f"

# After filings are taken out: parties become stale, with all who may be called the same; nodes that no filing uses are
# deleted. The order matters: a vehicle keeps its plan, and a holder its group.
SWEEP = (
    ("parties", _STALE),
    ("called", _STALE),
    ("issuers", "UNWIND $ids AS id MATCH (p:Party {id: id}) SET p.thinned = true"),
    ("vehicles", statements.delete_unused("Vehicle")),
    ("plans", statements.delete_unused("Plan")),
    ("securities", statements.delete_unused("Security")),
    ("underlying", statements.delete_unused("Security")),
    ("groups", statements.delete_unused("Group")),
    ("signatories", statements.delete_unused("Signatory")),
    ("addresses", statements.delete_unused("Address")),
    ("parties", statements.delete_unused("Party")),
)
