"""What holds of every graph that graphload wrote, as queries for what breaks it."""

from __future__ import annotations

from dataclasses import dataclass

_ROWS = "MATCH (f:Filing)-[r:TRANSACTION|HOLDING]->(s:Security)"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule, and the query that returns the `id` of whatever breaks it; a `warning` is for what filers do wrong."""

    name: str
    offenders: str
    warning: bool = False

    @property
    def cypher(self) -> str:
        """Return the query for how many break the rule, and the first three."""
        counted = "WITH id ORDER BY id RETURN count(*) AS offenders, collect(id)[..3] AS examples"
        return f"CALL () {{ {self.offenders} }} {counted}"


CHECKS = (
    Check(
        "every filing concerns one issuer",
        "MATCH (f:Filing) WHERE COUNT { (f)-[:CONCERNS]->(:Party) } <> 1 RETURN f.id AS id",
    ),
    Check(
        "every filing has a reporting owner, unless read from tables",
        """MATCH (f:Filing) WHERE f.source <> 'tables' AND NOT EXISTS { (f)<-[:FILED]-(:Party) } RETURN f.id AS id""",
    ),
    Check(
        "every filing has the digest of its content",
        "MATCH (f:Filing) WHERE f.contentHash IS NULL RETURN f.id AS id",
    ),
    Check(
        "every filing is known by its accession number, where it has one",
        "MATCH (f:Filing) WHERE f.accession <> f.id RETURN f.id AS id",
    ),
    Check(
        "every row is there once",
        f"{_ROWS} WITH r.id AS id, count(*) AS times WHERE id IS NULL OR times > 1 RETURN coalesce(id, 'no id') AS id",
    ),
    Check(
        "every row is named for its filing",
        f"{_ROWS} WHERE NOT r.id STARTS WITH f.id + ':' RETURN r.id AS id",
    ),
    Check(
        "every row of a filing with owners has a holder",
        f"""{_ROWS} WHERE EXISTS {{ (f)<-[:FILED]-(:Party) }} WITH DISTINCT r.holder AS holder
        WHERE holder IS NULL OR NOT EXISTS {{ MATCH (:Party {{id: holder}}) }}
          AND NOT EXISTS {{ MATCH (:Group {{id: holder}}) }} AND NOT EXISTS {{ MATCH (:Vehicle {{id: holder}}) }}
        RETURN coalesce(holder, 'no holder') AS id""",
    ),
    Check(
        "every row is of a security of the filing's issuer",
        f"{_ROWS} WHERE NOT EXISTS {{ MATCH (f)-[:CONCERNS]->(:Party)-[:ISSUED]->(s) }} RETURN r.id AS id",
    ),
    Check(
        "every cited footnote is there",
        f"""{_ROWS} UNWIND coalesce(r.footnoteRefs, []) AS ref
        WITH DISTINCT f, r.id AS id, split(ref, ':')[1] + ':' AS note
        WHERE NOT any(each IN coalesce(f.footnotes, []) WHERE each STARTS WITH note) RETURN DISTINCT id""",
        warning=True,
    ),
    Check(
        "every security has one issuer",
        "MATCH (s:Security) WHERE COUNT { (s)<-[:ISSUED]-(:Party) } <> 1 RETURN s.id AS id",
    ),
    Check(
        "every security is in a row, or underlies one that is",
        "MATCH (s:Security) WHERE NOT EXISTS { (s)<-[:TRANSACTION|HOLDING|CONVERTS_INTO]-() } RETURN s.id AS id",
    ),
    Check(
        "every party files or is filed about",
        "MATCH (p:Party) WHERE NOT EXISTS { (p)-[:FILED|CONCERNS]-() } RETURN p.id AS id",
    ),
    Check(
        "every vehicle has one holder",
        "MATCH (v:Vehicle) WHERE COUNT { (v)<-[:HOLDS_THROUGH]-() } <> 1 RETURN v.id AS id",
    ),
    Check(
        "every vehicle holds a row",
        """MATCH (v:Vehicle) WHERE NOT EXISTS {
          MATCH (v)<-[:HOLDS_THROUGH]-()<-[:MEMBER_OF*0..1]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->()
          WHERE r.holder = v.id
        } RETURN v.id AS id""",
    ),
    Check(
        "every plan has an account and one sponsor",
        """MATCH (p:Plan) WHERE NOT EXISTS { (p)<-[:ACCOUNT_IN]-() } OR COUNT { (p)<-[:SPONSORS]-() } <> 1
        RETURN p.id AS id""",
    ),
    Check(
        "every group has its members",
        "MATCH (g:Group) WHERE COUNT { (g)<-[:MEMBER_OF]-(:Party) } <> g.size RETURN g.id AS id",
    ),
    Check(
        "every signatory signed",
        "MATCH (s:Signatory) WHERE NOT EXISTS { (s)<-[:SIGNED_BY]-(:Filing) } RETURN s.id AS id",
    ),
    Check(
        "every address is an owner's, by a filing that is there",
        """MATCH (a:Address) OPTIONAL MATCH (a)<-[at:LOCATED_AT]-(:Party)
        WITH a, at WHERE at IS NULL OR NOT EXISTS { MATCH (:Filing {id: at.filing}) } RETURN DISTINCT a.id AS id""",
    ),
    Check(
        "no derived fact waits to be brought up to date",
        "MATCH (p:Party) WHERE p.stale > 0 RETURN p.id AS id",
    ),
    Check(
        "every owner is a person or an organization, as its kind says",
        """MATCH (p:Party) WHERE (p:Person) <> (coalesce(p.kind, '') = 'person' AND EXISTS { (p)-[:FILED]->() })
          OR (p:Organization) <> (coalesce(p.kind, '') = 'organization' AND EXISTS { (p)-[:FILED]->() })
        RETURN p.id AS id""",
    ),
    Check(
        "every issuer, and no other, has the label Issuer",
        "MATCH (p:Party) WHERE (p:Issuer) <> EXISTS { (p)<-[:CONCERNS]-() } RETURN p.id AS id",
    ),
    Check(
        "every owner is an insider of the issuer it files about",
        """MATCH (p:Party)-[:FILED]->(:Filing)-[:CONCERNS]->(i:Party) WITH DISTINCT p, i
        WHERE NOT EXISTS { (p)-[:INSIDER_OF]->(i) } RETURN p.id AS id""",
    ),
    Check(
        "every insider files about the issuer",
        """MATCH (p:Party)-[:INSIDER_OF]->(i:Party)
        WHERE NOT EXISTS { (p)-[:FILED]->(:Filing)-[:CONCERNS]->(i) } RETURN p.id AS id""",
    ),
)
