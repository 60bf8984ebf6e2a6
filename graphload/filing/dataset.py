"""The eight tables of the SEC's Insider Transactions Data Sets: their columns, and what of a filing each holds.

A column of a row's cell has another beside it, `_FN`, that lists the footnotes of the cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeAlias

# the rows of one filing by table: the cells that are not empty by column, and the line under `line`
TableRows: TypeAlias = dict[str, list[dict[str, Any]]]

ACCESSION = "ACCESSION_NUMBER"
# the table that every filing is in
SUBMISSION = "SUBMISSION"


@dataclass(frozen=True, slots=True)
class DatasetTable:
    """A table: what it holds, in words; the field for each column; the cell that each column of footnotes is of.

    `order` is the column that rows of one filing are ordered by. A set may lack the columns of `optional`. The columns
    of `others` say nothing of the filing itself.
    """

    holds: str
    fields: dict[str, str]
    notes: dict[str, str] = field(default_factory=dict)
    order: str | None = None
    optional: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that have to be there."""
        named = (ACCESSION, *([self.order] if self.order else ()), *self.fields, *self.notes)
        return tuple(column for column in named if column not in self.optional)

    @property
    def known(self) -> frozenset[str]:
        """The columns that are read, or say nothing of the filing."""
        return self.others | self.optional | {*self.columns}


# columns that one table or one year spells in another way
SPELLINGS = {
    "EXCERCISE_DATE": "EXERCISE_DATE",
    "EXCERCISE_DATE_FN": "EXERCISE_DATE_FN",
    "EQUITY_SWAP_INVOLVED_FN": "EQUITY_SWAP_TRANS_CD_FN",
}

_TITLE = {"SECURITY_TITLE": "title"}
_WHEN = {"TRANS_DATE": "date", "DEEMED_EXECUTION_DATE": "deemed_date"}
_CODING = {"TRANS_FORM_TYPE": "form_type", "TRANS_CODE": "code", "EQUITY_SWAP_INVOLVED": "equity_swap"}
_SHARES = {"TRANS_TIMELINESS": "timeliness", "TRANS_SHARES": "shares"}
_VALUE = {"TRANS_TOTAL_VALUE": "total_value"}
_PRICE = {"TRANS_PRICEPERSHARE": "price", "TRANS_ACQUIRED_DISP_CD": "acquired"}
_PRICED = {"CONV_EXERCISE_PRICE": "exercise_price"}
_UNDERLYING = {
    "EXERCISE_DATE": "exercisable_on",
    "EXPIRATION_DATE": "expires_on",
    "UNDLYNG_SEC_TITLE": "underlying_title",
    "UNDLYNG_SEC_SHARES": "underlying_shares",
    "UNDLYNG_SEC_VALUE": "underlying_value",
}
_AFTER = {
    "SHRS_OWND_FOLWNG_TRANS": "shares_after",
    "VALU_OWND_FOLWNG_TRANS": "value_after",
    "DIRECT_INDIRECT_OWNERSHIP": "direct",
    "NATURE_OF_OWNERSHIP": "nature",
}


def _transactions(name: str, holds: str, cells: dict[str, str]) -> DatasetTable:
    notes = {f"{column}_FN": cell for column, cell in cells.items()} | {"EQUITY_SWAP_TRANS_CD_FN": "code"}
    return DatasetTable(holds, cells | _CODING, notes, f"{name}_SK")


def _holdings(name: str, holds: str, cells: dict[str, str]) -> DatasetTable:
    notes = {f"{column}_FN": cell for column, cell in cells.items()} | {"TRANS_FORM_TYPE_FN": "code"}
    return DatasetTable(holds, cells | {"TRANS_FORM_TYPE": "form_type"}, notes, f"{name}_SK")


# in the order of the form
TABLES = {
    SUBMISSION: DatasetTable(
        "the filing itself and its issuer",
        {
            "FILING_DATE": "filed_on",
            "PERIOD_OF_REPORT": "period_of_report",
            "DATE_OF_ORIG_SUB": "original_filed_on",
            "NO_SECURITIES_OWNED": "no_securities_owned",
            "NOT_SUBJECT_SEC16": "exit",
            "FORM3_HOLDINGS_REPORTED": "form3_holdings_reported",
            "FORM4_TRANS_REPORTED": "form4_transactions_reported",
            "DOCUMENT_TYPE": "form",
            "ISSUERCIK": "cik",
            "ISSUERNAME": "name",
            "ISSUERTRADINGSYMBOL": "ticker",
            "REMARKS": "remarks",
            "AFF10B5ONE": "plan10b51",
        },
        optional=frozenset(["AFF10B5ONE"]),
        others=frozenset(
            ["CONTACT_NAME", "CONTACT_PHONE_NUMBER", "CONTACT_EMAIL_ADDRESS", "NOTIFICATION_EMAIL_ADDRESS"]
        ),
    ),
    "REPORTINGOWNER": DatasetTable(
        "reporting owners",
        {
            "RPTOWNERCIK": "cik",
            "RPTOWNERNAME": "name",
            "RPTOWNER_RELATIONSHIP": "relationship",
            "RPTOWNER_TITLE": "officer_title",
            "RPTOWNER_TXT": "other_text",
            "RPTOWNER_STREET1": "street1",
            "RPTOWNER_STREET2": "street2",
            "RPTOWNER_CITY": "city",
            "RPTOWNER_STATE": "state",
            "RPTOWNER_ZIPCODE": "zip",
            "RPTOWNER_STATE_DESC": "state_description",
        },
        others=frozenset(["FILE_NUMBER"]),
    ),
    "NONDERIV_TRANS": _transactions(
        "NONDERIV_TRANS", "transactions of Table I", _TITLE | _WHEN | _SHARES | _PRICE | _AFTER
    ),
    "NONDERIV_HOLDING": _holdings("NONDERIV_HOLDING", "holdings of Table I", _TITLE | _AFTER),
    "DERIV_TRANS": _transactions(
        "DERIV_TRANS",
        "transactions of Table II",
        _TITLE | _PRICED | _WHEN | _SHARES | _VALUE | _PRICE | _UNDERLYING | _AFTER,
    ),
    "DERIV_HOLDING": _holdings("DERIV_HOLDING", "holdings of Table II", _TITLE | _PRICED | _UNDERLYING | _AFTER),
    "FOOTNOTES": DatasetTable("texts of footnotes", {"FOOTNOTE_ID": "id", "FOOTNOTE_TXT": "text"}),
    "OWNER_SIGNATURE": DatasetTable("signatures", {"OWNERSIGNATURENAME": "text", "OWNERSIGNATUREDATE": "date"}),
}


def table_of(name: str) -> str | None:
    """Return the table that a file is, by its name in any case."""
    path = PurePosixPath(name)
    stem = path.stem.upper()
    return stem if stem in TABLES and path.suffix.lower() == ".tsv" else None


def of_tables(name: str) -> bool:
    """Whether a file is a table, or says how tables are to be read."""
    return table_of(name) is not None or name.lower().startswith("form_345_")
