"""The nodes of the graph."""

from __future__ import annotations

from graphload.schema.types import Kind, NodeType, prop

_ID = prop(Kind.STRING, "id", "The key.")

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
FILING = NodeType(
    "Filing",
    "One Form 3, 4 or 5, or an amendment of one; the unit of loading.",
    (
        prop(
            Kind.STRING,
            "id",
            "Accession number; where none is known, `sha256:` and a digest of form, days, names and rows.",
        ),
        prop(Kind.STRING, "accession", "Accession number, with dashes."),
        prop(
            Kind.STRING,
            "factsId",
            "The `id` that it would have without the accession number, and that a copy without one gives way to.",
            indexed=True,
        ),
        prop(
            Kind.STRING,
            "accessionBasis",
            "Where the accession number was taken from: `header`, `page`, `path`, `metadata`, `index`, `tables`,"
            " `given`.",
        ),
        prop(Kind.STRING, "form", "3, 4, 5, 3/A, 4/A or 5/A.", indexed=True),
        prop(Kind.BOOLEAN, "amendment", "Whether it amends an earlier filing."),
        prop(
            Kind.DATE,
            "periodOfReport",
            "Form 3: day of the event; Form 4: earliest transaction; Form 5: end of the fiscal year.",
            indexed=True,
        ),
        prop(
            Kind.DATE,
            "filedOn",
            "Day the SEC received it; absent where nothing around the document tells.",
            indexed=True,
        ),
        prop(Kind.STRING, "filedOnBasis", "Where the filing date was taken from, as `accessionBasis`."),
        prop(Kind.TIME, "acceptedAt", "When EDGAR accepted it, Eastern time."),
        prop(Kind.DATE, "originalFiledOn", "On an amendment: filing date of the original."),
        prop(
            Kind.DATE,
            "effectiveOn",
            "Day from which it counts: the original's filing date, else its own, else the period of report.",
        ),
        prop(Kind.BOOLEAN, "corrects", "On an amendment: true if remarks or a footnote say that something was wrong."),
        prop(
            Kind.BOOLEAN,
            "withdraws",
            "On an amendment without rows: true if remarks or a footnote may take back what was reported.",
        ),
        prop(Kind.BOOLEAN, "plan10b51", "The Rule 10b5-1(c) box; absent on forms older than the box."),
        prop(Kind.BOOLEAN, "exit", "The box `no longer subject to Section 16`."),
        prop(Kind.BOOLEAN, "noSecuritiesOwned", "Form 3: no securities are owned."),
        prop(Kind.BOOLEAN, "form3HoldingsReported", "The box of Form 5 `Form 3 holdings reported`."),
        prop(Kind.BOOLEAN, "form4TransactionsReported", "The box of Form 5 `Form 4 transactions reported`."),
        prop(Kind.STRING, "remarks", "Remarks, their white space collapsed."),
        prop(Kind.STRINGS, "footnotes", "Footnotes, as `F1: text`, their white space collapsed."),
        prop(Kind.STRING, "schemaVersion", "Version of the ownership XML schema."),
        prop(
            Kind.STRING,
            "lineage",
            "On an amendment: `id` of the original at the end of `AMENDS`; absent where that is not there.",
            derived=True,
        ),
        prop(
            Kind.STRINGS,
            "repaired",
            "What was repaired: cells, as `NH:nature`, whose values the SEC's tables have in wrong rows; or, in words,"
            " faults of XML that is not well-formed.",
        ),
        prop(
            Kind.STRINGS,
            "leftOut",
            "Cells, as `DT:shares`, whose values the SEC's tables may have in wrong rows; no row has them.",
        ),
        prop(
            Kind.STRINGS,
            "inexact",
            "Cells, as `NT1:shares`, whose numbers have more digits than a float keeps: 15, or a whole number of 2^53.",
        ),
        prop(Kind.STRING, "contentHash", "Digest of everything that the graph holds of this filing.", required=True),
        prop(
            Kind.STRING,
            "documentHash",
            "Digest of the code that read the document, and of the document with what is known around it: a load does"
            " not read a document again whose digest is here. Of several documents that say the same, the least digest."
            " Absent without an accession number, and where the reading reported something.",
            indexed=True,
        ),
        prop(
            Kind.INTEGER,
            "relationships",
            "How many relationships lead to and from it: `FILED`, `CONCERNS`, `TRANSACTION`, `HOLDING`, `SIGNED_BY`.",
        ),
        prop(Kind.STRING, "source", "The shape it was read from: `xml`, `html`, `text`, `tables`."),
        prop(Kind.STRING, "origin", "The file it was read from, as it was named to the load."),
    ),
)
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
            Kind.FLOAT,
            "exercisePrice",
            "Conversion or exercise price of a derivative, in dollars; absent where 0 or nothing is given.",
        ),
        prop(Kind.DATE, "expiresOn", "Expiration date of a derivative."),
        prop(Kind.STRING, "title", "Title, as the latest filing writes it.", derived=True, searched=True),
    ),
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
        _ID,
        prop(Kind.STRING, "kind", "`esop`, `plan401k`, `espp` or `plan`."),
        prop(Kind.STRING, "name", "What the kind is called."),
    ),
    used=("(n)<-[:ACCOUNT_IN]-(:Vehicle)",),
)
GROUP = NodeType(
    "Group",
    "The reporting owners of a joint filing, who hold its direct rows together.",
    (
        prop(Kind.STRING, "id", "`group:` and a digest of the sorted ids of the owners."),
        prop(Kind.INTEGER, "size", "How many owners."),
    ),
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
    used=("(n)<-[:SIGNED_BY]-(:Filing)",),
)
ADDRESS = NodeType(
    "Address",
    "A postal address, in capitals and with its white space collapsed; often the issuer's.",
    (
        prop(Kind.STRING, "id", "Normalised lines."),
        prop(Kind.STRING, "street", "Street lines."),
        prop(Kind.STRING, "city", "City."),
        prop(
            Kind.STRING, "state", "EDGAR's code of the state or, before 2026, the country; or a foreign state's name."
        ),
        prop(Kind.STRING, "country", "EDGAR's code of the country, since 2026."),
        prop(Kind.STRING, "zip", "Address code."),
    ),
    used=("(n)<-[:LOCATED_AT]-(:Party)",),
)
TRANSACTION_CODE = NodeType(
    "TransactionCode",
    "A transaction code of the forms; all of them are there before the first filing is, and no edge leads to one.",
    (
        prop(Kind.STRING, "id", "The code, as `TRANSACTION.code` has it."),
        prop(Kind.STRING, "meaning", "What it means."),
    ),
)
