"""The relationships that filings state."""

from __future__ import annotations

from graphload.schema.row_props import HOLDING_PROPS, TRANSACTION_PROPS
from graphload.schema.types import EdgeType, Kind, Times, prop

FILED = EdgeType(
    "FILED",
    ("Party",),
    "Filing",
    "A reporting owner of the filing; none is primary.",
    (
        prop(Kind.STRING, "name", "Name as this filing gives it."),
        prop(Kind.BOOLEAN, "director", "Box `Director`."),
        prop(Kind.BOOLEAN, "officer", "Box `Officer`."),
        prop(Kind.BOOLEAN, "tenPercentOwner", "Box `10% Owner`."),
        prop(Kind.BOOLEAN, "other", "Box `Other`."),
        prop(Kind.STRING, "officerTitle", "Officer title."),
        prop(Kind.STRING, "otherText", "Text beside `Other`."),
        prop(
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
        prop(Kind.STRING, "name", "Issuer name as this filing gives it."),
        prop(Kind.STRING, "ticker", "Trading symbol as this filing gives it."),
        prop(Kind.STRING, "foreignTicker", "Foreign trading symbol as this filing gives it."),
        prop(Kind.STRINGS, "symbols", "Trading symbols that `ticker` and `foreignTicker` plainly hold."),
    ),
    own=True,
    per_start=Times.ONE,
)
ISSUED = EdgeType("ISSUED", ("Party",), "Security", "The issuer of a security.", per_end=Times.ONE, key_separator=":")
TRANSACTION = EdgeType(
    "TRANSACTION",
    ("Filing",),
    "Security",
    "A row that reports a transaction, each row once.",
    HOLDING_PROPS + TRANSACTION_PROPS,
    own=True,
    row_letter="T",
    caption="code",
)
HOLDING = EdgeType(
    "HOLDING",
    ("Filing",),
    "Security",
    "A row that reports a holding, each row once.",
    HOLDING_PROPS,
    own=True,
    row_letter="H",
)
CONVERTS_INTO = EdgeType(
    "CONVERTS_INTO",
    ("Security",),
    "Security",
    "A derivative to its underlying security, matched by title within the issuer.",
    (
        prop(
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
        prop(Kind.STRING, "text", "The signature as typed."),
        prop(Kind.DATE, "date", "Date of the signature."),
        prop(Kind.BOOLEAN, "attorneyInFact", "Whether the text says that an attorney-in-fact signed."),
        prop(Kind.STRING, "onBehalfOf", "For whom, where the text says so."),
    ),
    own=True,
)
LOCATED_AT = EdgeType(
    "LOCATED_AT",
    ("Party",),
    "Address",
    "An owner's address as a filing gives it.",
    (
        prop(Kind.STRING, "filing", "`id` of the filing."),
        prop(Kind.STRING, "stateDescription", "Description of the state or country, as filed."),
        prop(Kind.BOOLEAN, "nonUs", "The flag of an address outside the US, since 2026."),
    ),
    own=True,
)
MEMBER_OF = EdgeType("MEMBER_OF", ("Party",), "Group", "An owner of a joint filing.", counted_in="size")
HOLDS_THROUGH = EdgeType(
    "HOLDS_THROUGH", ("Party", "Group"), "Vehicle", "Who holds through a vehicle.", per_end=Times.ONE, key_separator="|"
)
ACCOUNT_IN = EdgeType(
    "ACCOUNT_IN", ("Vehicle",), "Plan", "A vehicle that is an account in an employee plan.", per_start=Times.AT_MOST_ONE
)
SPONSORS = EdgeType(
    "SPONSORS", ("Party",), "Plan", "The issuer whose plan it is.", per_end=Times.ONE, key_separator="|"
)
