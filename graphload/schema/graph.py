"""The graph, declared once; statements, import headers, reference and diagram are rendered from it."""

from __future__ import annotations

from graphload.schema.types import EdgeType, Kind, NodeType, Prop


def _prop(
    kind: Kind, name: str, doc: str, *, derived: bool = False, indexed: bool = False, searched: bool = False
) -> Prop:
    return Prop(name, kind, doc, derived, indexed, searched)


_ID = _prop(Kind.STRING, "id", "The key.")

PARTY = NodeType(
    "Party",
    "A company or a person that issues securities, reports their ownership, or both; one node for one CIK.",
    (
        _prop(Kind.STRING, "id", "Ten-digit CIK; `name:` and the normalised name where a document gives none."),
        _prop(Kind.STRING, "cik", "Ten-digit CIK.", indexed=True),
        _prop(Kind.STRING, "name", "Name as EDGAR conforms it, from the latest filing.", derived=True, searched=True),
        _prop(Kind.STRING, "displayName", "The name as people write it: given name first.", derived=True),
        _prop(
            Kind.STRING,
            "nameKey",
            "What spellings of the name have in common, by which two parties are told to be called the same.",
            derived=True,
            indexed=True,
        ),
        _prop(Kind.STRING, "kind", "`person` or `organization`.", derived=True),
        _prop(
            Kind.STRING,
            "kindBasis",
            "Evidence for `kind`, strongest first: `role` or `name` where the name is a person's, `header`, `issuer`,"
            " `form` (of name), `role`, `name`, `default`.",
            derived=True,
        ),
        _prop(Kind.BOOLEAN, "stale", "True while filings wait to be taken into its derived facts.", indexed=True),
        _prop(Kind.INTEGER, "pending", "How many filings these are."),
    ),
)
PERSON = NodeType(
    "Person",
    "A reporting owner who is a natural person.",
    (
        _prop(Kind.STRING, "id", "As Party.", indexed=True),
        _prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
    ),
    role=True,
)
ORGANIZATION = NodeType(
    "Organization",
    "A fund, company, trust, plan or partnership that reports.",
    (
        _prop(Kind.STRING, "id", "As Party.", indexed=True),
        _prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
    ),
    role=True,
)
ISSUER = NodeType(
    "Issuer",
    "A company whose securities are reported.",
    (
        _prop(Kind.STRING, "id", "As Party.", indexed=True),
        _prop(Kind.STRING, "name", "As Party.", derived=True, indexed=True),
        _prop(
            Kind.STRING,
            "ticker",
            "First trading symbol of the latest filing that gives one.",
            derived=True,
            indexed=True,
        ),
        _prop(Kind.STRINGS, "formerTickers", "Other trading symbols that filings gave, sorted.", derived=True),
        _prop(Kind.STRINGS, "formerNames", "Other names that filings gave, sorted.", derived=True),
    ),
    role=True,
)
FILING = NodeType(
    "Filing",
    "One Form 3, 4 or 5, or an amendment of one; the unit of loading.",
    (
        _prop(
            Kind.STRING,
            "id",
            "Accession number; where none is known, `sha256:` and a digest of form, days, names and rows.",
        ),
        _prop(Kind.STRING, "accession", "Accession number, with dashes."),
        _prop(
            Kind.STRING,
            "factsId",
            "The `id` that it would have without the accession number, and that a copy without one gives way to.",
            indexed=True,
        ),
        _prop(
            Kind.STRING,
            "accessionBasis",
            "Where the accession number was taken from: `header`, `path`, `metadata`, `index`, `tables`, `given`.",
        ),
        _prop(Kind.STRING, "form", "3, 4, 5, 3/A, 4/A or 5/A.", indexed=True),
        _prop(Kind.BOOLEAN, "amendment", "Whether it amends an earlier filing."),
        _prop(
            Kind.DATE,
            "periodOfReport",
            "Form 3: day of the event; Form 4: earliest transaction; Form 5: end of the fiscal year.",
            indexed=True,
        ),
        _prop(
            Kind.DATE,
            "filedOn",
            "Day the SEC received it; absent where nothing around the document tells.",
            indexed=True,
        ),
        _prop(Kind.STRING, "filedOnBasis", "Where the filing date was taken from, as `accessionBasis`."),
        _prop(Kind.TIME, "acceptedAt", "When EDGAR accepted it, Eastern time."),
        _prop(Kind.DATE, "originalFiledOn", "On an amendment: filing date of the original."),
        _prop(
            Kind.DATE,
            "effectiveOn",
            "Day from which it counts: the original's filing date, else its own, else the period of report.",
        ),
        _prop(Kind.BOOLEAN, "corrects", "On an amendment: true if remarks or a footnote say that something was wrong."),
        _prop(Kind.BOOLEAN, "plan10b51", "The Rule 10b5-1(c) box; absent on forms older than the box."),
        _prop(Kind.BOOLEAN, "exit", "The box `no longer subject to Section 16`."),
        _prop(Kind.BOOLEAN, "noSecuritiesOwned", "Form 3: no securities are owned."),
        _prop(Kind.STRING, "remarks", "Remarks."),
        _prop(Kind.STRINGS, "footnotes", "Footnotes, as `F1: text`."),
        _prop(Kind.STRING, "schemaVersion", "Version of the ownership XML schema."),
        _prop(
            Kind.STRING,
            "lineage",
            "On an amendment: `id` of the original at the end of `AMENDS`; absent where that is not there.",
            derived=True,
        ),
        _prop(
            Kind.STRINGS,
            "repaired",
            "Cells, as `NH:nature`, whose values the SEC's tables have in wrong rows; the right rows have them.",
        ),
        _prop(
            Kind.STRINGS,
            "leftOut",
            "Cells, as `DT:shares`, whose values the SEC's tables may have in wrong rows; no row has them.",
        ),
        _prop(Kind.STRING, "contentHash", "Digest of everything that the graph holds of this filing."),
        _prop(Kind.STRING, "source", "The shape it was read from: `xml`, `html`, `text`, `tables`."),
        _prop(Kind.STRING, "origin", "The file it was read from, as it was named to the load."),
    ),
)
SECURITY = NodeType(
    "Security",
    "A class of an issuer's securities, as titles tell them apart: there is no CUSIP on the forms.",
    (
        _prop(
            Kind.STRING, "id", "Issuer, `N` or `D`, normalised title; for a derivative also exercise price and expiry."
        ),
        _prop(Kind.BOOLEAN, "derivative", "Whether it is reported in Table II."),
        _prop(
            Kind.STRING,
            "class",
            "What a title of Table I plainly means: `common`, `class a common`, `depositary`, `series b preferred`.",
        ),
        _prop(
            Kind.FLOAT,
            "exercisePrice",
            "Conversion or exercise price of a derivative, in dollars; absent where 0 or nothing is given.",
        ),
        _prop(Kind.DATE, "expiresOn", "Expiration date of a derivative."),
        _prop(Kind.STRING, "title", "Title, as the latest filing writes it.", derived=True, searched=True),
    ),
)
VEHICLE = NodeType(
    "Vehicle",
    "One holder's interest through somebody or something else, such as a trust, a spouse or a plan account.",
    (
        _prop(Kind.STRING, "id", "Holder and normalised nature of ownership; the issuer too for an employee plan."),
        _prop(
            Kind.STRING,
            "nature",
            "Nature of ownership, normalised, or what the cited footnote says in its place; `footnote: ` and its text.",
        ),
        _prop(
            Kind.STRING,
            "kind",
            "`esop`, `plan401k`, `espp`, `plan`, `trust`, `spouse`, `child`, `family`, `company`, `partnership`,"
            " `fund`, `foundation`, `ira`, `custodial`; `footnote` or `other` where no word tells.",
            indexed=True,
        ),
        _prop(
            Kind.STRING,
            "named",
            "The one name that its rows give it, as `Party.nameKey` has it.",
            derived=True,
            indexed=True,
        ),
    ),
)
PLAN = NodeType(
    "Plan",
    "An issuer's employee plan, that many insiders hold through.",
    (
        _ID,
        _prop(Kind.STRING, "kind", "`esop`, `plan401k`, `espp` or `plan`."),
        _prop(Kind.STRING, "name", "What the kind is called."),
    ),
)
GROUP = NodeType(
    "Group",
    "The reporting owners of a joint filing, who hold its direct rows together.",
    (
        _prop(Kind.STRING, "id", "`group:` and a digest of the sorted ids of the owners."),
        _prop(Kind.INTEGER, "size", "How many owners."),
    ),
)
SIGNATORY = NodeType(
    "Signatory",
    "Somebody who signed filings; the forms do not say for which owner.",
    (
        _prop(Kind.STRING, "id", "Normalised name."),
        _prop(Kind.STRING, "name", "The name in capitals; the edge has the signature as typed."),
    ),
)
ADDRESS = NodeType(
    "Address",
    "A postal address, in capitals; often the issuer's.",
    (
        _prop(Kind.STRING, "id", "Normalised lines."),
        _prop(Kind.STRING, "street", "Street lines."),
        _prop(Kind.STRING, "city", "City."),
        _prop(
            Kind.STRING, "state", "EDGAR's code of the state or, before 2026, the country; or a foreign state's name."
        ),
        _prop(Kind.STRING, "country", "EDGAR's code of the country, since 2026."),
        _prop(Kind.STRING, "zip", "Address code."),
    ),
)

NODES = (PARTY, PERSON, ORGANIZATION, ISSUER, FILING, SECURITY, VEHICLE, PLAN, GROUP, SIGNATORY, ADDRESS)

_HOLDING = (
    _prop(
        Kind.STRING, "id", "Filing id, table and kind (`NT`, `NH`, `DT`, `DH`) and place: `0001046568-22-000002:NT3`."
    ),
    _prop(
        Kind.INTEGER,
        "place",
        "Place in the filing, from 1: Table I before Table II, in each the transactions before the holdings.",
    ),
    _prop(
        Kind.DATE,
        "asOf",
        "Day of the balance: transaction date, in Table I of a Form 5 the fiscal year's end if later; for a holding the"
        " period of report or, if later, the last transaction.",
    ),
    _prop(
        Kind.BOOLEAN,
        "misdated",
        "True where that date cannot be: before 1934, or after the filing (or signature) and not marked early.",
    ),
    _prop(
        Kind.STRING,
        "superseded",
        "`id` of the row of an amendment that restates it; absent while it stands.",
        derived=True,
    ),
    _prop(
        Kind.INTEGER,
        "rank",
        "On an amendment's row: `place` of the row it restates; after the original's rows where it restates none.",
        derived=True,
    ),
    _prop(Kind.BOOLEAN, "current", "Whether it stands: no amendment restates it.", derived=True),
    _prop(Kind.BOOLEAN, "original", "Whether it is of an original filing, not of an amendment."),
    _prop(Kind.STRING, "titleAsFiled", "Title of the security as filed."),
    _prop(Kind.STRING, "formType", "Form that the row belongs on: 3, 4 or 5."),
    _prop(Kind.FLOAT, "sharesAfter", "Shares owned following the transactions."),
    _prop(Kind.FLOAT, "valueAfter", "Dollar value owned following, where that is reported in place of shares."),
    _prop(Kind.BOOLEAN, "direct", "Whether ownership is direct."),
    _prop(Kind.STRING, "nature", "Nature of indirect ownership, as filed."),
    _prop(Kind.FLOAT, "exercisePrice", "Conversion or exercise price, in dollars."),
    _prop(Kind.DATE, "exercisableOn", "Date exercisable."),
    _prop(Kind.DATE, "expiresOn", "Expiration date."),
    _prop(Kind.STRING, "underlyingTitle", "Title of the underlying security."),
    _prop(Kind.STRING, "underlying", "`id` of the underlying security."),
    _prop(Kind.FLOAT, "underlyingShares", "Number of underlying shares."),
    _prop(Kind.FLOAT, "underlyingValue", "Dollar value of the underlying securities."),
    _prop(Kind.STRINGS, "footnoteRefs", "Footnotes by cell, as `price:F2`."),
    _prop(
        Kind.STRING,
        "holder",
        "`id` of the Party, Group or Vehicle that holds the row; absent where the filing's owners are not known.",
    ),
    _prop(
        Kind.STRING,
        "holderConfidence",
        "How an indirect row tells its holder: `stated` in the nature, said by the cited `footnote`, by the `shape` of"
        " a name or in a footnote that only mentions it; `none` of these.",
    ),
    _prop(Kind.STRINGS, "holderNames", "The entities that hold, where the nature or the footnote names all of them."),
    _prop(
        Kind.BOOLEAN,
        "reformed",
        "True if a cited footnote says that the shares are held in another form than before (Rule 16a-13).",
    ),
    _prop(
        Kind.STRING,
        "block",
        "Where several holders report one transaction of one block: the row of the first, the same on all.",
        derived=True,
    ),
)
_TRANSACTION = (
    _prop(Kind.DATE, "date", "Transaction date."),
    _prop(
        Kind.DATE,
        "tradedOn",
        "Day that questions about trades go by: the transaction date, or `asOf` where none is given; absent where it"
        " cannot be.",
    ),
    _prop(Kind.DATE, "deemedDate", "Deemed execution date."),
    _prop(Kind.STRING, "code", "Transaction code."),
    _prop(Kind.BOOLEAN, "equitySwap", "Whether an equity swap is involved (shown as `K`)."),
    _prop(Kind.STRING, "timeliness", "`E` early, `L` late, absent on time."),
    _prop(Kind.BOOLEAN, "acquired", "True if acquired, false if disposed of."),
    _prop(Kind.FLOAT, "shares", "Shares acquired or disposed of."),
    _prop(Kind.FLOAT, "totalValue", "Dollar value, where that is reported in place of shares."),
    _prop(Kind.FLOAT, "price", "Price per share, in dollars; absent where only a footnote tells, 0 where 0 is filed."),
    _prop(
        Kind.FLOAT,
        "tradeValue",
        "Shares times price, in dollars; absent where either is, or where a footnote makes the price that of a"
        " depositary share or a total.",
    ),
    _prop(Kind.FLOAT, "priceLow", "Lowest price that the footnote on the price gives, in dollars."),
    _prop(Kind.FLOAT, "priceHigh", "Highest price that the footnote on the price gives, in dollars."),
    _prop(Kind.BOOLEAN, "contradicted", "True for a purchase (code P) disposed of, or a sale (code S) acquired."),
)

FILED = EdgeType(
    "FILED",
    ("Party",),
    "Filing",
    "A reporting owner of the filing; none is primary.",
    (
        _prop(Kind.STRING, "name", "Name as this filing gives it."),
        _prop(Kind.BOOLEAN, "director", "Box `Director`."),
        _prop(Kind.BOOLEAN, "officer", "Box `Officer`."),
        _prop(Kind.BOOLEAN, "tenPercentOwner", "Box `10% Owner`."),
        _prop(Kind.BOOLEAN, "other", "Box `Other`."),
        _prop(Kind.STRING, "officerTitle", "Officer title."),
        _prop(Kind.STRING, "otherText", "Text beside `Other`."),
        _prop(
            Kind.BOOLEAN,
            "incorporated",
            "Whether the submission header keeps company data on the owner; absent without a header.",
        ),
    ),
    own=True,
)
CONCERNS = EdgeType(
    "CONCERNS",
    ("Filing",),
    "Party",
    "The issuer that the filing is about.",
    (
        _prop(Kind.STRING, "name", "Issuer name as this filing gives it."),
        _prop(Kind.STRING, "ticker", "Trading symbol as this filing gives it."),
        _prop(Kind.STRING, "foreignTicker", "Foreign trading symbol as this filing gives it."),
        _prop(Kind.STRINGS, "symbols", "Trading symbols that `ticker` plainly holds."),
    ),
    own=True,
)
ISSUED = EdgeType("ISSUED", ("Party",), "Security", "The issuer of a security.")
TRANSACTION = EdgeType(
    "TRANSACTION",
    ("Filing",),
    "Security",
    "A row that reports a transaction, each row once.",
    _HOLDING + _TRANSACTION,
    own=True,
)
HOLDING = EdgeType(
    "HOLDING", ("Filing",), "Security", "A row that reports a holding, each row once.", _HOLDING, own=True
)
CONVERTS_INTO = EdgeType(
    "CONVERTS_INTO",
    ("Security",),
    "Security",
    "A derivative to its underlying security, matched by title within the issuer.",
    (
        _prop(
            Kind.STRING,
            "method",
            "`title`: rows report a security of the title that a row names; `named`: none does; `class`: only one that"
            " rows report is of the class that is named.",
            derived=True,
        ),
    ),
)
SIGNED_BY = EdgeType(
    "SIGNED_BY",
    ("Filing",),
    "Signatory",
    "A signature.",
    (
        _prop(Kind.STRING, "text", "The signature as typed."),
        _prop(Kind.DATE, "date", "Date of the signature."),
        _prop(Kind.BOOLEAN, "attorneyInFact", "Whether the text says that an attorney-in-fact signed."),
        _prop(Kind.STRING, "onBehalfOf", "For whom, where the text says so."),
    ),
    own=True,
)
LOCATED_AT = EdgeType(
    "LOCATED_AT",
    ("Party",),
    "Address",
    "An owner's address as a filing gives it.",
    (_prop(Kind.STRING, "filing", "`id` of the filing."),),
    own=True,
)
MEMBER_OF = EdgeType("MEMBER_OF", ("Party",), "Group", "An owner of a joint filing.")
HOLDS_THROUGH = EdgeType("HOLDS_THROUGH", ("Party", "Group"), "Vehicle", "Who holds through a vehicle.")
ACCOUNT_IN = EdgeType("ACCOUNT_IN", ("Vehicle",), "Plan", "A vehicle that is an account in an employee plan.")
SPONSORS = EdgeType("SPONSORS", ("Party",), "Plan", "The issuer whose plan it is.")
INSIDER_OF = EdgeType(
    "INSIDER_OF",
    ("Party",),
    "Party",
    "A reporting owner's relationship to an issuer, over all filings.",
    (
        _prop(
            Kind.STRINGS,
            "roles",
            "Of the latest filing that tells them: `director`, `officer`, `tenPercentOwner`, `other`.",
            derived=True,
        ),
        _prop(Kind.STRING, "title", "Latest officer title, while an officer.", derived=True),
        _prop(
            Kind.DATE,
            "firstSeen",
            "Filing date of the first filing, or its period where that is not known; an amendment has the original's.",
            derived=True,
        ),
        _prop(Kind.DATE, "lastSeen", "The same of the latest filing.", derived=True),
        _prop(Kind.DATE, "exitedOn", "The same of the latest filing if its exit box is ticked.", derived=True),
        _prop(Kind.STRING, "filing", "`id` of the latest filing.", derived=True),
    ),
    derived=True,
)
SAME_AS = EdgeType(
    "SAME_AS",
    ("Party",),
    "Party",
    "A party without a CIK, which a page or a text may not give, to the only one with it that it seems to be.",
    (
        _prop(
            Kind.STRING,
            "method",
            "What agrees: `name and issuer` of owners; `name and ticker` or `name and insider` of issuers.",
            derived=True,
        ),
    ),
    derived=True,
)
NAMES = EdgeType(
    "NAMES",
    ("Vehicle",),
    "Party",
    "A vehicle to the only party with a CIK that is called as its rows call the holder.",
    derived=True,
)
AMENDS = EdgeType(
    "AMENDS",
    ("Filing",),
    "Filing",
    "An amendment to what it amends: same issuer, an owner in common, same form, and what `method` says.",
    (
        _prop(Kind.STRING, "method", "What agrees: `filing date and period`, `filing date` or `period`.", derived=True),
        _prop(
            Kind.STRING,
            "confidence",
            "`high`: filing date and all owners, one candidate; `low`: the period only; else `medium`.",
            derived=True,
        ),
    ),
    derived=True,
)
_POSITION = (
    _prop(Kind.FLOAT, "shares", "Shares, or derivatives; the sum of the lots in `rows`.", derived=True),
    _prop(Kind.FLOAT, "value", "Dollar value, where that is reported in place of shares.", derived=True),
    _prop(
        Kind.FLOAT,
        "underlyingShares",
        "Underlying shares of holdings of derivatives that have no amount of their own, as on Form 3.",
        derived=True,
    ),
    _prop(Kind.FLOAT, "underlyingValue", "The same in dollars.", derived=True),
    _prop(Kind.DATE, "asOf", "Day of the balance.", derived=True),
    _prop(Kind.STRING, "filing", "`id` of the filing that states it last.", derived=True),
    _prop(Kind.STRINGS, "rows", "`id` of the row, or of each row where lots add up.", derived=True),
    _prop(Kind.BOOLEAN, "closed", "Whether the balance is zero.", derived=True),
    _prop(
        Kind.DATE,
        "until",
        "Day from which it holds no more: that of the bucket's next balance; for the last, of the balance that"
        " continues it, or the day after expiry.",
        derived=True,
    ),
    _prop(Kind.DATE, "knownFrom", "Filing date on which it could first be known.", derived=True),
    _prop(
        Kind.DATE,
        "knownUntil",
        "Filing date of the amendment that corrected it; absent while it stands.",
        derived=True,
    ),
    _prop(Kind.BOOLEAN, "byAmendment", "True where an amendment states it.", derived=True),
    _prop(
        Kind.BOOLEAN,
        "asFiled",
        "True on the balance that would be the latest without amendments, as filings first said.",
        derived=True,
    ),
    _prop(
        Kind.STRING,
        "block",
        "Where several holders report one balance on one day: the first of its rows, the same on all; a total counts"
        " each block once.",
        derived=True,
    ),
    _prop(
        Kind.STRING,
        "blockBasis",
        "Why: `chain` of deemed owners in a joint filing, a report `split` over filings, `filings` of several,"
        " `spouses` who each report the other's.",
        derived=True,
    ),
)
_UNLISTED = (
    _prop(
        Kind.DATE,
        "unlistedSince",
        "Day of the first transaction in the security by the same owners that comes later, in a filing that does not"
        " list this position: it may be gone.",
        derived=True,
    ),
    _prop(Kind.STRING, "unlistedIn", "`id` of that filing.", derived=True),
)
_CONTINUED = (
    _prop(
        Kind.STRING,
        "continuedBy",
        "On the last balance of a bucket that goes on under another name: `id` of the row that continues it.",
        derived=True,
    ),
    _prop(
        Kind.STRING,
        "continuedHow",
        "What differs: `spelling` of holder or title, `owners` of the filing, `split` into several lines, `form` of"
        " ownership.",
        derived=True,
    ),
    _prop(
        Kind.STRING,
        "continuedConfidence",
        "`high` where a transaction begins at the balance, `medium` where a holding equals it.",
        derived=True,
    ),
    _prop(Kind.DATE, "continuedOn", "Filing date on which the continuation could first be known.", derived=True),
)
_HOLDERS = ("Party", "Group", "Vehicle")
OWNS = EdgeType(
    "OWNS",
    _HOLDERS,
    "Security",
    "A position: the latest balance of what one holder has of one security, and the rows that state it.",
    _POSITION + _UNLISTED,
    derived=True,
)
OWNED = EdgeType(
    "OWNED",
    _HOLDERS,
    "Security",
    "An earlier balance, one that goes on under another name, or one that an amendment corrected.",
    _POSITION + _CONTINUED,
    derived=True,
)

EDGES = (
    FILED, CONCERNS, ISSUED, TRANSACTION, HOLDING, CONVERTS_INTO, SIGNED_BY, LOCATED_AT,
    MEMBER_OF, HOLDS_THROUGH, ACCOUNT_IN, SPONSORS, NAMES, SAME_AS, AMENDS, INSIDER_OF, OWNS, OWNED,
)  # fmt: skip
