"""The node of a filing."""

from __future__ import annotations

from graphload.schema.types import Kind, NodeType, prop

FILING = NodeType(
    "Filing",
    "One Form 3, 4 or 5, or an amendment of one; the unit of loading.",
    (
        prop(
            Kind.STRING,
            "id",
            "Accession number; where none is known, `sha256:` and a digest of form, days, names and rows.",
        ),
        prop(Kind.STRING, "caption", "Form and filing date, else period of report: `Form 4, 2022-03-09`."),
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
        prop(Kind.STRINGS, "roles", "Roles of its owners: of `director`, `officer`, `tenPercentOwner`, `other`."),
        prop(Kind.BOOLEAN, "plan10b51", "The Rule 10b5-1(c) box; absent on forms older than the box."),
        prop(Kind.BOOLEAN, "exit", "The box `no longer subject to Section 16`."),
        prop(Kind.BOOLEAN, "noSecuritiesOwned", "Form 3: no securities are owned."),
        prop(Kind.BOOLEAN, "form3HoldingsReported", "The box of Form 5 `Form 3 holdings reported`."),
        prop(Kind.BOOLEAN, "form4TransactionsReported", "The box of Form 5 `Form 4 transactions reported`."),
        prop(Kind.STRING, "remarks", "Remarks, their white space collapsed."),
        prop(Kind.STRINGS, "footnotes", "Footnotes, as `F1: text`, their white space collapsed."),
        prop(
            Kind.STRINGS,
            "said",
            "What footnotes and remarks say, as `kind|where|value|grade`: `plan|F1|2024-03-04|adopted`; `where` is a"
            " footnote or `remarks`. Kinds: `plan`, `adopter` and `planEnd` of a 10b5-1 plan, `price` (average),"
            " `gift` (its recipient), `form` (only the form of ownership changed), `distribution`, `exchange`,"
            " `withheld`, `cover`, `split`, `vesting`, `exercise` (its price), `disclaims`, `controls`, `left`.",
        ),
        prop(Kind.STRINGS, "saidIn", "The sentences that say it, in the order of `said`."),
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
            " faults of a malformed document.",
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
        prop(
            Kind.DATE,
            "dueOn",
            "Day on which a Form 3 is due, ten days after the event, or a Form 5, 45 days after the fiscal year's end;"
            " on an amendment and a Form 4 absent.",
        ),
        prop(Kind.INTEGER, "daysLate", "EDGAR's business days from `dueOn` to the filing date, 0 if in time."),
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
    caption="caption",
)
