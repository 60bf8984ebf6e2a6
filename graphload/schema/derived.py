"""The relationships that follow from all filings together."""

from __future__ import annotations

from graphload.schema.types import EdgeType, Kind, Times, prop

INSIDER_OF = EdgeType(
    "INSIDER_OF",
    ("Party",),
    "Party",
    "A reporting owner's relationship to an issuer, over all filings.",
    (
        prop(
            Kind.STRINGS,
            "roles",
            "Of the latest filing that tells them: `director`, `officer`, `tenPercentOwner`, `other`; absent where it"
            " ticks none of them.",
            derived=True,
        ),
        prop(Kind.STRING, "title", "Latest officer title, while an officer.", derived=True),
        prop(
            Kind.DATE,
            "firstSeen",
            "Filing date of the first filing, or its period where that is not known; an amendment has the original's.",
            derived=True,
        ),
        prop(Kind.DATE, "lastSeen", "The same of the latest filing.", derived=True),
        prop(Kind.DATE, "exitedOn", "The same of the latest filing if its exit box is ticked.", derived=True),
        prop(Kind.STRING, "filing", "`id` of the latest filing.", derived=True),
        prop(
            Kind.STRING,
            "unit",
            "The least `id` among those who are tied to the owner by joint filings about the issuer, one after the"
            " other; its own where there are none. Who has one unit counts once.",
            derived=True,
        ),
    ),
    derived=True,
)
SAME_AS = EdgeType(
    "SAME_AS",
    ("Party",),
    "Party",
    "A party without a CIK, which a page or a text may not give, to the only one with it that it seems to be.",
    (
        prop(
            Kind.STRING,
            "method",
            "What agrees: `name and issuer` of owners; `name and ticker` or `name and insider` of issuers.",
            derived=True,
        ),
    ),
    derived=True,
    per_start=Times.AT_MOST_ONE,
)
NAMES = EdgeType(
    "NAMES",
    ("Vehicle",),
    "Party",
    "A vehicle to the only party with a CIK that is called as its rows call the holder, and is not its holder itself.",
    derived=True,
)
AMENDS = EdgeType(
    "AMENDS",
    ("Filing",),
    "Filing",
    "An amendment to what it amends: same issuer, an owner in common, same form, and what `method` says.",
    (
        prop(
            Kind.STRING,
            "method",
            "What agrees: `filing date and period`, `filing date`, or `period`, where a row must agree too if both"
            " filing dates are known.",
            derived=True,
        ),
        prop(
            Kind.STRING,
            "confidence",
            "`high`: filing date and all owners, one candidate; `low`: the period only; else `medium`.",
            derived=True,
        ),
    ),
    derived=True,
    per_start=Times.AT_MOST_ONE,
)
_POSITION = (
    prop(Kind.FLOAT, "shares", "Shares, or derivatives; the sum of the lots in `rows`.", derived=True),
    prop(Kind.FLOAT, "value", "Dollar value, where that is reported in place of shares.", derived=True),
    prop(
        Kind.FLOAT,
        "underlyingShares",
        "Underlying shares of holdings of derivatives that have no amount of their own, as on Form 3.",
        derived=True,
    ),
    prop(Kind.FLOAT, "underlyingValue", "The same in dollars.", derived=True),
    prop(Kind.STRING, "caption", "The amount in short: `34.3M`, `$1.2M`, `335k underlying`.", derived=True),
    prop(Kind.DATE, "asOf", "Day of the balance.", derived=True),
    prop(Kind.STRING, "filing", "`id` of the filing that states it last.", derived=True),
    prop(Kind.STRINGS, "rows", "`id` of the row, or of each row where lots add up.", derived=True),
    prop(Kind.BOOLEAN, "closed", "Whether the balance is zero.", derived=True),
    prop(
        Kind.DATE,
        "until",
        "Day from which it holds no more: that of the bucket's next balance; for the last, of the balance that"
        " continues it, or the day after expiry.",
        derived=True,
    ),
    prop(Kind.DATE, "knownFrom", "Filing date on which it could first be known.", derived=True),
    prop(
        Kind.DATE,
        "knownUntil",
        "Filing date of the amendment that corrected it; absent while it stands.",
        derived=True,
    ),
    prop(Kind.BOOLEAN, "byAmendment", "True where an amendment states it.", derived=True),
    prop(
        Kind.DATE,
        "filedUntil",
        "`until` without amendments, as filings first said; absent on balances that an amendment states.",
        derived=True,
    ),
    prop(
        Kind.STRING,
        "block",
        "Where several holders report one balance on one day: the first of its rows, the same on all; a total counts"
        " each block once.",
        derived=True,
    ),
    prop(
        Kind.STRING,
        "blockBasis",
        "Why: `chain` of deemed owners in a joint filing, a report `split` over filings, `filings` of several,"
        " `spouses` who each report the other's.",
        derived=True,
    ),
)
_UNLISTED = (
    prop(
        Kind.DATE,
        "unlistedSince",
        "Day of the first transaction in the security by the same owners that comes later, in a filing that does not"
        " list this position: it may be gone.",
        derived=True,
    ),
    prop(Kind.STRING, "unlistedIn", "`id` of that filing.", derived=True),
)
_CONTINUED = (
    prop(
        Kind.STRING,
        "continuedBy",
        "On the last balance of a bucket that goes on under another name: `id` of the row that continues it.",
        derived=True,
    ),
    prop(
        Kind.STRING,
        "continuedHow",
        "What differs: `spelling` of holder or title, `owners` of the filing, `split` into several lines, `form` of"
        " ownership.",
        derived=True,
    ),
    prop(
        Kind.STRING,
        "continuedConfidence",
        "`high` where a transaction begins at the balance, `medium` where a holding equals it.",
        derived=True,
    ),
    prop(Kind.DATE, "continuedOn", "Filing date on which the continuation could first be known.", derived=True),
)
_HOLDERS = ("Party", "Group", "Vehicle")
OWNS = EdgeType(
    "OWNS",
    _HOLDERS,
    "Security",
    "A position: the latest balance of what one holder has of one security, and the rows that state it.",
    _POSITION + _UNLISTED,
    derived=True,
    caption="caption",
)
OWNED = EdgeType(
    "OWNED",
    _HOLDERS,
    "Security",
    "An earlier balance, one that goes on under another name, or one that an amendment corrected.",
    _POSITION + _CONTINUED,
    derived=True,
    caption="caption",
)
