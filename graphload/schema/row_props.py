"""The properties of the rows of a filing: of every row, and of those that report a transaction."""

from __future__ import annotations

from graphload.schema.types import Kind, prop

HOLDING_PROPS = (
    prop(
        Kind.STRING, "id", "Filing id, table and kind (`NT`, `NH`, `DT`, `DH`) and place: `0001046568-22-000002:NT3`."
    ),
    prop(
        Kind.INTEGER,
        "place",
        "Place in the filing, from 1: Table I before Table II, in each the transactions before the holdings.",
    ),
    prop(
        Kind.DATE,
        "asOf",
        "Day of the balance: transaction date, in Table I of a Form 5 the fiscal year's end if later; for a holding the"
        " period of report or, if later, the last transaction.",
    ),
    prop(
        Kind.BOOLEAN,
        "misdated",
        "True where that date cannot be: before 1934, or after the filing (or signature) and not marked early.",
    ),
    prop(
        Kind.STRING,
        "superseded",
        "`id` of the row of an amendment that restates it; absent while it stands.",
        derived=True,
    ),
    prop(
        Kind.INTEGER,
        "rank",
        "On an amendment's row: `place` of the row it restates; after the original's rows where it restates none.",
        derived=True,
    ),
    prop(
        Kind.BOOLEAN,
        "adds",
        "True on an amendment's row that restates none; absent where the original is not there.",
        derived=True,
    ),
    prop(Kind.BOOLEAN, "current", "Whether it stands: no amendment restates it.", derived=True),
    prop(Kind.BOOLEAN, "original", "Whether it is of an original filing, not of an amendment."),
    prop(Kind.STRING, "titleAsFiled", "Title of the security as filed."),
    prop(Kind.STRING, "formType", "Form that the row belongs on: 3, 4 or 5."),
    prop(Kind.FLOAT, "sharesAfter", "Shares owned following the transactions."),
    prop(Kind.FLOAT, "valueAfter", "Dollar value owned following, where that is reported in place of shares."),
    prop(Kind.BOOLEAN, "direct", "Whether ownership is direct."),
    prop(Kind.STRING, "nature", "Nature of indirect ownership, as filed."),
    prop(Kind.FLOAT, "exercisePrice", "Conversion or exercise price, in dollars."),
    prop(Kind.DATE, "exercisableOn", "Date exercisable."),
    prop(Kind.DATE, "expiresOn", "Expiration date."),
    prop(Kind.STRING, "underlyingTitle", "Title of the underlying security."),
    prop(Kind.STRING, "underlying", "`id` of the underlying security."),
    prop(Kind.FLOAT, "underlyingShares", "Number of underlying shares."),
    prop(Kind.FLOAT, "underlyingValue", "Dollar value of the underlying securities."),
    prop(Kind.STRINGS, "footnoteRefs", "Footnotes by cell, as `price:F2`."),
    prop(
        Kind.STRING,
        "holder",
        "`id` of the Party, Group or Vehicle that holds the row; absent where the filing's owners are not known.",
    ),
    prop(
        Kind.STRING,
        "holderAs",
        "What an indirect row is held through, in the filing's words: its nature without `By` or, where that says"
        " nothing, what a footnote says.",
    ),
    prop(
        Kind.STRING,
        "holderConfidence",
        "How an indirect row tells its holder: `stated` in the nature, said by the cited `footnote`, by the `shape` of"
        " a name or in a footnote that only mentions it; `none` of these.",
    ),
    prop(Kind.STRINGS, "holderNames", "The entities that hold, where the nature or the footnote names all of them."),
    prop(
        Kind.BOOLEAN,
        "reformed",
        "True if a cited footnote says that the shares are held in another form than before (Rule 16a-13).",
    ),
    prop(
        Kind.STRINGS,
        "said",
        "What of the filing's `said` is about the row: said in the remarks, or in a footnote that a fitting cell of it"
        " cites, and of a kind that its code allows.",
    ),
)
TRANSACTION_PROPS = (
    prop(Kind.DATE, "date", "Transaction date."),
    prop(
        Kind.DATE,
        "tradedOn",
        "Day that questions about trades go by: the transaction date, or `asOf` where none is given; absent where it"
        " cannot be.",
        indexed=True,
    ),
    prop(Kind.DATE, "deemedDate", "Deemed execution date."),
    prop(Kind.STRING, "code", "Transaction code."),
    prop(Kind.BOOLEAN, "equitySwap", "Whether an equity swap is involved (shown as `K`)."),
    prop(Kind.STRING, "timeliness", "`E` early, `L` late, absent on time."),
    prop(Kind.BOOLEAN, "acquired", "True if acquired, false if disposed of."),
    prop(Kind.FLOAT, "shares", "Shares acquired or disposed of."),
    prop(Kind.FLOAT, "totalValue", "Dollar value, where that is reported in place of shares."),
    prop(Kind.FLOAT, "price", "Price per share, in dollars; absent where only a footnote tells, 0 where 0 is filed."),
    prop(
        Kind.FLOAT,
        "tradeValue",
        "Shares times price, in dollars; absent where either is, or where a footnote makes the price that of a"
        " depositary share or a total.",
    ),
    prop(Kind.FLOAT, "priceLow", "Lowest price that the footnote on the price gives, in dollars."),
    prop(Kind.FLOAT, "priceHigh", "Highest price that the footnote on the price gives, in dollars."),
    prop(
        Kind.BOOLEAN,
        "conversion",
        "True where code C turns one class of stock into another: at no price, and no option, warrant or award.",
    ),
    prop(
        Kind.DATE,
        "dueOn",
        "Day on which it is due: the second business day after it (after `deemedDate`, where that can be right); with a"
        " Form 5, if it is on one; absent where the filing does not tell.",
    ),
    prop(
        Kind.INTEGER,
        "daysLate",
        "EDGAR's business days from `dueOn` to the filing date, 0 if in time. On an amendment: to that of the original,"
        " which reports what the amendment restates.",
    ),
    prop(
        Kind.INTEGER,
        "daysLateAdded",
        "On an amendment: the same to its own filing date, for a row that it adds.",
    ),
    prop(
        Kind.BOOLEAN,
        "planned",
        "True where the filing ticks the box for a Rule 10b5-1 plan, which stands for one row or more, or where a text"
        " says that the row is under one; false where the box is there and neither is so.",
    ),
    prop(Kind.BOOLEAN, "contradicted", "True where the code only acquires and the row disposes of, or the reverse."),
    prop(
        Kind.STRING,
        "block",
        "Where rows of several holders report one transaction of one block: `id` of the row that leads, the same on all"
        " of them; the leading row counts and the others repeat it.",
        derived=True,
    ),
    prop(
        Kind.STRING,
        "counterpart",
        "On rows of codes G, J, W and Z: `id` of the row by which the same owners report as many shares the other way"
        " for another holder, at most two days apart: a gift to one's own trust.",
        derived=True,
    ),
)
