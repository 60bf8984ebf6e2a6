"""Cypher that takes filings out again, and what they alone brought."""

from __future__ import annotations

from graphload.schema.statements import touch

# what is there already of the filings that are about to be put in; `edges` counts what is theirs
PRESENT = """UNWIND $ids AS id MATCH (f:Filing {id: id})
RETURN f.id AS id, f.contentHash AS contentHash,
       f.source AS source, f.filedOnBasis AS filedOnBasis, f.acceptedAt AS acceptedAt,
       COUNT { (f)-[:FILED|CONCERNS|TRANSACTION|HOLDING|SIGNED_BY]-() } AS edges"""

# which parties are there
PARTIES = "UNWIND $ids AS id MATCH (p:Party {id: id}) RETURN p.id AS id"

# a write to a filing's node keeps other writers from it until the transaction ends; a filing that is new gets its node
LOCK = "UNWIND $ids AS id MERGE (f:Filing {id: id}) SET f.id = id"

# which filings, of those that came without an accession number, are there under one
KNOWN = "UNWIND $ids AS id MATCH (f:Filing {factsId: id}) RETURN DISTINCT id"

_STALE = f"UNWIND $ids AS id MATCH (p:Party {{id: id}}) SET {touch('p')}"

# what filings share with others, to be looked at after they are taken out
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

# taking filings out: what was theirs goes
TAKE_OUT = (
    """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[at:LOCATED_AT]->(:Address)
WHERE at.filing = id
DELETE at""",
    """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:FILED|CONCERNS|TRANSACTION|HOLDING|SIGNED_BY]-()
DELETE r""",
)

# after that nothing hangs on the filing itself
DELETE = "UNWIND $ids AS id MATCH (f:Filing {id: id}) DETACH DELETE f"

_UNUSED_SECURITIES = """UNWIND $ids AS id MATCH (s:Security {id: id})
WHERE NOT EXISTS { (s)<-[:TRANSACTION|HOLDING]-() }
  AND NOT EXISTS {
    MATCH (s)<-[:CONVERTS_INTO]-(:Security)<-[r:TRANSACTION|HOLDING]-(:Filing) WHERE r.underlying = s.id
  }
DETACH DELETE s"""

# sweeping up, in this order: parties wait to be derived anew, with all whom their names may mean; what no filing stands
# behind any more goes
SWEEP = (
    ("parties", _STALE),
    ("called", _STALE),
    ("issuers", "UNWIND $ids AS id MATCH (p:Party {id: id}) SET p.thinned = true"),
    (
        "vehicles",
        """UNWIND $ids AS id MATCH (v:Vehicle {id: id})
WHERE NOT EXISTS {
  MATCH (v)<-[:HOLDS_THROUGH]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->(:Security) WHERE r.holder = v.id
} AND NOT EXISTS {
  MATCH (v)<-[:HOLDS_THROUGH]-(:Group)<-[:MEMBER_OF]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->(:Security)
  WHERE r.holder = v.id
}
DETACH DELETE v""",
    ),
    (
        "plans",
        """UNWIND $ids AS id MATCH (p:Plan {id: id})
WHERE NOT EXISTS { (p)<-[:ACCOUNT_IN]-() }
DETACH DELETE p""",
    ),
    ("securities", _UNUSED_SECURITIES),
    ("underlying", _UNUSED_SECURITIES),
    (
        "groups",
        """UNWIND $ids AS id MATCH (g:Group {id: id})
WHERE NOT EXISTS {
  MATCH (g)<-[:MEMBER_OF]-(:Party)-[:FILED]->(f:Filing)
  WHERE COUNT { MATCH (f)<-[:FILED]-(p:Party)-[:MEMBER_OF]->(g) RETURN DISTINCT p } = g.size
    AND COUNT { MATCH (f)<-[:FILED]-(p:Party) RETURN DISTINCT p } = g.size
}
DETACH DELETE g""",
    ),
    (
        "signatories",
        """UNWIND $ids AS id MATCH (s:Signatory {id: id})
WHERE NOT EXISTS { (s)<-[:SIGNED_BY]-() }
DELETE s""",
    ),
    (
        "addresses",
        """UNWIND $ids AS id MATCH (a:Address {id: id})
WHERE NOT EXISTS { (a)<-[:LOCATED_AT]-() }
DELETE a""",
    ),
    (
        "parties",
        """UNWIND $ids AS id MATCH (p:Party {id: id})
WHERE NOT EXISTS { (p)-[:FILED|CONCERNS]-() }
DETACH DELETE p""",
    ),
)
