"""Cypher that takes filings out again, and what they alone brought."""

from __future__ import annotations

# what is there already of the filings that are about to be put in
PRESENT = """UNWIND $ids AS id MATCH (f:Filing {id: id})
RETURN f.id AS id, f.contentHash AS contentHash,
       f.source AS source, f.filedOnBasis AS filedOnBasis, f.acceptedAt AS acceptedAt"""

# which filings, of those that came without an accession number, are there under one
KNOWN = "UNWIND $ids AS id MATCH (f:Filing {factsId: id}) RETURN DISTINCT id"

# what filings share with others, to be looked at after they are taken out
SHARED = {
    "parties": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:FILED|CONCERNS]-(p:Party)
RETURN DISTINCT p.id AS id""",
    "securities": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:TRANSACTION|HOLDING]->(s:Security)
RETURN DISTINCT s.id AS id""",
    "underlying": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(:Security)
WHERE r.underlying IS NOT NULL
RETURN DISTINCT r.underlying AS id""",
    "vehicles": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(:Security)
WITH DISTINCT r.holder AS holder MATCH (v:Vehicle {id: holder}) RETURN v.id AS id""",
    "groups": """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[:MEMBER_OF]->(g:Group)
RETURN DISTINCT g.id AS id""",
    "signatories": """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:SIGNED_BY]->(s:Signatory)
RETURN DISTINCT s.id AS id""",
    "addresses": """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[at:LOCATED_AT]->(a:Address)
WHERE at.filing = id
RETURN DISTINCT a.id AS id""",
}

# taking filings out: what was theirs goes, their parties wait to be derived anew
TAKE_OUT = (
    """UNWIND $ids AS id MATCH (f:Filing {id: id})<-[:FILED]-(:Party)-[at:LOCATED_AT]->(:Address)
WHERE at.filing = id
DELETE at""",
    """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:FILED|CONCERNS]-(p:Party)
SET p.stale = coalesce(p.stale, 0) + 1""",
    """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:FILED|CONCERNS|TRANSACTION|HOLDING|SIGNED_BY]-()
DELETE r""",
)

# after that nothing hangs on the filing itself
DELETE = "UNWIND $ids AS id MATCH (f:Filing {id: id}) DETACH DELETE f"

_UNUSED_SECURITIES = """UNWIND $ids AS id MATCH (s:Security {id: id})
WHERE NOT EXISTS { (s)<-[:TRANSACTION|HOLDING|CONVERTS_INTO]-() }
DETACH DELETE s"""

# sweeping up, in this order: what no filing stands behind any more
SWEEP = (
    (
        "vehicles",
        """UNWIND $ids AS id MATCH (v:Vehicle {id: id})
WHERE NOT EXISTS {
  MATCH (v)<-[:HOLDS_THROUGH]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->(:Security) WHERE r.holder = v.id
} AND NOT EXISTS {
  MATCH (v)<-[:HOLDS_THROUGH]-(:Group)<-[:MEMBER_OF]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->(:Security)
  WHERE r.holder = v.id
}
OPTIONAL MATCH (v)-[:ACCOUNT_IN]->(plan:Plan) WHERE COUNT { (plan)<-[:ACCOUNT_IN]-() } = 1
DETACH DELETE v, plan""",
    ),
    (
        "securities",
        """UNWIND $ids AS id MATCH (d:Security {id: id})-[c:CONVERTS_INTO]->(u:Security)
WHERE NOT EXISTS { MATCH (d)<-[r:TRANSACTION|HOLDING]-(:Filing) WHERE r.underlying = u.id }
DELETE c""",
    ),
    ("securities", _UNUSED_SECURITIES),
    ("underlying", _UNUSED_SECURITIES),
    (
        "groups",
        """UNWIND $ids AS id MATCH (g:Group {id: id})
WHERE NOT EXISTS {
  MATCH (g)<-[:MEMBER_OF]-(:Party)-[:FILED]->(f:Filing)
  WHERE COUNT { (f)<-[:FILED]-(:Party)-[:MEMBER_OF]->(g) } = g.size AND COUNT { (f)<-[:FILED]-(:Party) } = g.size
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
