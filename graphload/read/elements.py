"""The elements of ownership XML: which record of a filing each belongs to, under which name, and how its text is read.

An element name stands in one place of the forms only, so a name is enough; paths are not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from graphload.filing.codes import Form, Timeliness, TransactionCode
from graphload.read import cells

# record, field, reader of the text
Leaf: TypeAlias = tuple[str, str, Callable[[str | None], Any]]

# the cells of a row, whose text stands in a `value` and which may cite footnotes
CELLS: dict[str, Leaf] = {
    "securityTitle": ("row", "title", cells.text),
    "conversionOrExercisePrice": ("row", "exercise_price", cells.number),
    "transactionDate": ("row", "date", cells.day),
    "deemedExecutionDate": ("row", "deemed_date", cells.day),
    "transactionCoding": ("row", "code", cells.text),
    "transactionTimeliness": ("row", "timeliness", cells.code(Timeliness)),
    "transactionShares": ("row", "shares", cells.number),
    "transactionTotalValue": ("row", "total_value", cells.number),
    "transactionPricePerShare": ("row", "price", cells.number),
    "transactionAcquiredDisposedCode": ("row", "acquired", cells.flag("A", "D")),
    "exerciseDate": ("row", "exercisable_on", cells.day),
    "expirationDate": ("row", "expires_on", cells.day),
    "underlyingSecurityTitle": ("row", "underlying_title", cells.text),
    "underlyingSecurityShares": ("row", "underlying_shares", cells.number),
    "underlyingSecurityValue": ("row", "underlying_value", cells.number),
    "sharesOwnedFollowingTransaction": ("row", "shares_after", cells.number),
    "valueOwnedFollowingTransaction": ("row", "value_after", cells.number),
    "directOrIndirectOwnership": ("row", "direct", cells.flag("D", "I")),
    "natureOfOwnership": ("row", "nature", cells.text),
}
CODING = CELLS["transactionCoding"]
# the other elements with text
LEAVES: dict[str, Leaf] = {
    "schemaVersion": ("document", "schema_version", cells.text),
    "documentType": ("document", "form", cells.code(Form)),
    "periodOfReport": ("document", "period_of_report", cells.day),
    "dateOfOriginalSubmission": ("document", "original_filed_on", cells.day),
    "noSecuritiesOwned": ("document", "no_securities_owned", cells.boolean),
    "notSubjectToSection16": ("document", "exit", cells.boolean),
    "form3HoldingsReported": ("document", "form3_holdings_reported", cells.boolean),
    "form4TransactionsReported": ("document", "form4_transactions_reported", cells.boolean),
    "aff10b5One": ("document", "plan10b51", cells.boolean),
    "remarks": ("document", "remarks", cells.text),
    "issuerCik": ("issuer", "cik", cells.cik),
    "issuerName": ("issuer", "name", cells.text),
    "issuerTradingSymbol": ("issuer", "ticker", cells.text),
    "issuerForeignTradingSymbol": ("issuer", "foreign_ticker", cells.text),
    "rptOwnerCik": ("reportingOwner", "cik", cells.cik),
    "rptOwnerName": ("reportingOwner", "name", cells.text),
    "isDirector": ("reportingOwner", "director", cells.boolean),
    "isOfficer": ("reportingOwner", "officer", cells.boolean),
    "isTenPercentOwner": ("reportingOwner", "ten_percent_owner", cells.boolean),
    "isOther": ("reportingOwner", "other", cells.boolean),
    "officerTitle": ("reportingOwner", "officer_title", cells.text),
    "otherText": ("reportingOwner", "other_text", cells.text),
    "rptOwnerStreet1": ("address", "street1", cells.text),
    "rptOwnerStreet2": ("address", "street2", cells.text),
    "rptOwnerCity": ("address", "city", cells.text),
    "rptOwnerState": ("address", "state", cells.text),
    "rptOwnerZipCode": ("address", "zip", cells.text),
    "rptOwnerStateDescription": ("address", "state_description", cells.text),
    "rptOwnerNonUSAddressFlag": ("address", "non_us", cells.boolean),
    "rptOwnerNonUSStateTerritory": ("address", "non_us_state", cells.text),
    "rptOwnerCountry": ("address", "country", cells.text),
    "transactionFormType": ("row", "form_type", cells.text),
    "transactionCode": ("row", "code", cells.code(TransactionCode)),
    "equitySwapInvolved": ("row", "equity_swap", cells.boolean),
    "signatureName": ("ownerSignature", "text", cells.text),
    "signatureDate": ("ownerSignature", "date", cells.day),
}
ROWS = {"nonDerivativeTransaction", "nonDerivativeHolding", "derivativeTransaction", "derivativeHolding"}
OPENS = ROWS | {"issuer", "reportingOwner", "ownerSignature"}
GROUPS = {
    "ownershipDocument", "reportingOwnerId", "reportingOwnerAddress", "reportingOwnerRelationship",
    "nonDerivativeTable", "derivativeTable", "transactionAmounts", "postTransactionAmounts", "underlyingSecurity",
    "ownershipNature", "footnotes",
}  # fmt: skip
# a password and a flag of EDGAR's own: dropped unread
DROPPED = {"rptOwnerCcc", "rptOwnerGoodAddress"}
