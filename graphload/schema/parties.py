"""The nodes of people, organizations and issuers."""

from __future__ import annotations

from graphload.schema.types import Kind, NodeType, prop

PARTY = NodeType(
    "Party",
    "A company or a person that issues securities, reports their ownership, or both; one node for one CIK.",
    (
        prop(Kind.STRING, "id", "Ten-digit CIK; `name:` and the normalised name where a document gives none."),
        prop(Kind.STRING, "cik", "Ten-digit CIK.", indexed=True),
        prop(Kind.STRING, "name", "Name as EDGAR conforms it, from the latest filing.", derived=True, searched=True),
        prop(Kind.STRING, "displayName", "The name as people write it: given name first.", derived=True),
        prop(
            Kind.STRING,
            "nameKey",
            "What spellings of the name have in common, by which two parties are told to be called the same.",
            derived=True,
            indexed=True,
        ),
        prop(Kind.STRING, "kind", "`person` or `organization`.", derived=True),
        prop(
            Kind.STRING,
            "kindBasis",
            "Evidence for `kind`, strongest first: `role` or `name` where the name is a person's, `header`, `issuer`,"
            " `form` (of name), `role`, `name`, `default`.",
            derived=True,
        ),
        prop(Kind.BOOLEAN, "stale", "True while filings wait to be taken into its derived facts.", indexed=True),
        prop(Kind.INTEGER, "pending", "A number that each of these filings changes, and that never comes back."),
        prop(Kind.BOOLEAN, "thinned", "True while some of the filings that wait were taken out."),
    ),
    used=("(n)-[:FILED|CONCERNS]-(:Filing)",),
)
PERSON = NodeType(
    "Person",
    "A reporting owner who is a natural person.",
    (
        prop(Kind.STRING, "id", "As Party.", indexed=True),
        prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
    ),
    role=True,
)
ORGANIZATION = NodeType(
    "Organization",
    "A fund, company, trust, plan or partnership that reports.",
    (
        prop(Kind.STRING, "id", "As Party.", indexed=True),
        prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
    ),
    role=True,
)
ISSUER = NodeType(
    "Issuer",
    "A company whose securities are reported.",
    (
        prop(Kind.STRING, "id", "As Party.", indexed=True),
        prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
        prop(
            Kind.STRING,
            "ticker",
            "First trading symbol of the latest filing that gives one.",
            derived=True,
            indexed=True,
        ),
        prop(Kind.STRINGS, "formerTickers", "Other trading symbols that filings gave, sorted.", derived=True),
        prop(Kind.STRINGS, "formerNames", "Other names that filings gave, sorted.", derived=True),
    ),
    role=True,
)
