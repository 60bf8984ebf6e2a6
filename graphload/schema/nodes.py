"""The nodes of securities, of what they are held through, and of what else filings name."""

from __future__ import annotations

from graphload.schema.types import Kind, NodeType, prop

SECURITY = NodeType(
    "Security",
    "A class of an issuer's securities, as titles tell them apart: there is no CUSIP on the forms.",
    (
        prop(
            Kind.STRING, "id", "Issuer, `N` or `D`, normalised title; for a derivative also exercise price and expiry."
        ),
        prop(Kind.BOOLEAN, "derivative", "Whether it is reported in Table II."),
        prop(
            Kind.STRING,
            "class",
            "What a title of Table I plainly means: `common`, `class a common`, `depositary`, `series b preferred`.",
        ),
        prop(
            Kind.STRING,
            "kind",
            "What the title makes a derivative: `put`, `written call`, `written put`, `collar`, `forward`, `swap`; else"
            " `call`, as are options, warrants, units and what converts.",
        ),
        prop(
            Kind.FLOAT,
            "exercisePrice",
            "Conversion or exercise price of a derivative, in dollars; absent where 0 or nothing is given.",
        ),
        prop(Kind.DATE, "expiresOn", "Expiration date of a derivative."),
        prop(Kind.STRING, "title", "Title, as the latest filing writes it.", derived=True, searched=True),
        prop(
            Kind.STRING,
            "caption",
            "The title, of a derivative with exercise price and expiry: `Stock Option, $12.50, to 2031-02-01`.",
            derived=True,
        ),
    ),
    caption="caption",
    used=(
        "(n)<-[:TRANSACTION|HOLDING]-(:Filing)",
        "MATCH (n)<-[:CONVERTS_INTO]-(:Security)<-[r:TRANSACTION|HOLDING]-(:Filing) WHERE r.underlying = n.id",
    ),
)
VEHICLE = NodeType(
    "Vehicle",
    "One holder's interest through somebody or something else, such as a trust, a spouse or a plan account.",
    (
        prop(Kind.STRING, "id", "Holder and normalised nature of ownership; the issuer too for an employee plan."),
        prop(
            Kind.STRING,
            "nature",
            "Nature of ownership, normalised, or what the cited footnote says in its place; `footnote: ` and its text.",
        ),
        prop(
            Kind.STRING,
            "kind",
            "`esop`, `plan401k`, `espp`, `plan`, `trust`, `spouse`, `child`, `family`, `company`, `partnership`,"
            " `fund`, `foundation`, `ira`, `custodial`; `footnote` or `other` where no word tells.",
            indexed=True,
        ),
        prop(
            Kind.STRING,
            "name",
            "The holder as filed: in full where its rows agree on a full name, else in the words of the latest row.",
            derived=True,
        ),
        prop(Kind.STRING, "displayName", "The name as people write it.", derived=True),
        prop(
            Kind.STRING,
            "named",
            "The one name that its rows give it, as `Party.nameKey` has it.",
            derived=True,
            indexed=True,
        ),
    ),
    used=(
        "MATCH (n)<-[:HOLDS_THROUGH]-(:Party)-[:FILED]->(:Filing)-[r:TRANSACTION|HOLDING]->(:Security)"
        " WHERE r.holder = n.id",
        "MATCH (n)<-[:HOLDS_THROUGH]-(:Group)<-[:MEMBER_OF]-(:Party)-[:FILED]->(:Filing)"
        "-[r:TRANSACTION|HOLDING]->(:Security) WHERE r.holder = n.id",
    ),
)
PLAN = NodeType(
    "Plan",
    "An issuer's employee plan, that many insiders hold through.",
    (
        prop(Kind.STRING, "id", "The key."),
        prop(Kind.STRING, "kind", "`esop`, `plan401k`, `espp` or `plan`."),
        prop(Kind.STRING, "name", "What the kind is called."),
    ),
    caption="name",
    used=("(n)<-[:ACCOUNT_IN]-(:Vehicle)",),
)
GROUP = NodeType(
    "Group",
    "The reporting owners of a joint filing, who hold its direct rows together.",
    (
        prop(Kind.STRING, "id", "`group:` and a digest of the sorted ids of the owners."),
        prop(Kind.INTEGER, "size", "How many owners."),
        prop(
            Kind.STRING,
            "caption",
            "Their names; of more than three the first two, and how many more there are.",
            derived=True,
        ),
    ),
    caption="caption",
    used=(
        "MATCH (n)<-[:MEMBER_OF]-(:Party)-[:FILED]->(f:Filing)"
        " WHERE COUNT { MATCH (f)<-[:FILED]-(p:Party)-[:MEMBER_OF]->(n) RETURN DISTINCT p } = n.size"
        " AND COUNT { MATCH (f)<-[:FILED]-(p:Party) RETURN DISTINCT p } = n.size",
    ),
)
SIGNATORY = NodeType(
    "Signatory",
    "Somebody who signed filings; the forms do not say for which owner.",
    (
        prop(Kind.STRING, "id", "Normalised name."),
        prop(Kind.STRING, "name", "The name in capitals; the edge has the signature as typed."),
    ),
    caption="name",
    used=("(n)<-[:SIGNED_BY]-(:Filing)",),
)
ADDRESS = NodeType(
    "Address",
    "A postal address, in capitals and with its white space collapsed; often the issuer's.",
    (
        prop(Kind.STRING, "id", "Normalised lines."),
        prop(Kind.STRING, "caption", "Its lines in one."),
        prop(Kind.STRING, "street", "Street lines."),
        prop(Kind.STRING, "city", "City."),
        prop(
            Kind.STRING, "state", "EDGAR's code of the state or, before 2026, the country; or a foreign state's name."
        ),
        prop(Kind.STRING, "country", "EDGAR's code of the country, since 2026."),
        prop(Kind.STRING, "zip", "Address code."),
    ),
    used=("(n)<-[:LOCATED_AT]-(:Party)",),
    caption="caption",
)
TRANSACTION_CODE = NodeType(
    "TransactionCode",
    "A transaction code of the forms; all of them are there before the first filing is, and no edge leads to one.",
    (
        prop(Kind.STRING, "id", "The code, as `TRANSACTION.code` has it."),
        prop(Kind.STRING, "meaning", "What it means."),
    ),
    caption="meaning",
)
CALENDAR = NodeType(
    "Calendar",
    "The calendar by which due days are worked out; there before the first filing is, and no edge leads to it.",
    (
        prop(Kind.STRING, "id", "`EDGAR`."),
        prop(Kind.STRING, "caption", "What it is called."),
        prop(Kind.STRING, "source", "Where it comes from, with the version of the package `holidays`."),
        prop(Kind.STRING, "digest", "Digest of its days: the same days, the same due days."),
        prop(Kind.DATE, "first", "First day that it knows."),
        prop(Kind.DATE, "last", "Last day that it knows."),
        prop(Kind.STRINGS, "closed", "Each day from Monday to Friday on which EDGAR takes no filings."),
    ),
    caption="caption",
)
