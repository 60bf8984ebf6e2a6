"""The elements of ownership XML: which record of a filing each belongs to, under which name, and how its text is read.

An element name stands in one place of the forms only, so a name is enough; paths are not needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from graphload.filing.codes import Form, Timeliness, TransactionCode
from graphload.read.cells import boolean, cik, code, day, flag, number, text
from graphload.schema.left_out import LEFT_OUT

# record, field, reader of the text
Leaf: TypeAlias = tuple[str, str, Callable[[str | None], Any]]

# the cells of a row, whose text stands in a `value` and which may cite footnotes
CELLS: dict[str, Leaf] = {
    "securityTitle": ("row", "title", text),
    "conversionOrExercisePrice": ("row", "exercise_price", number),
    "transactionDate": ("row", "date", day),
    "deemedExecutionDate": ("row", "deemed_date", day),
    "transactionCoding": ("row", "code", text),
    "transactionTimeliness": ("row", "timeliness", code(Timeliness)),
    "transactionShares": ("row", "shares", number),
    "transactionTotalValue": ("row", "total_value", number),
    "transactionPricePerShare": ("row", "price", number),
    "transactionAcquiredDisposedCode": ("row", "acquired", flag("A", "D")),
    "exerciseDate": ("row", "exercisable_on", day),
    "expirationDate": ("row", "expires_on", day),
    "underlyingSecurityTitle": ("row", "underlying_title", text),
    "underlyingSecurityShares": ("row", "underlying_shares", number),
    "underlyingSecurityValue": ("row", "underlying_value", number),
    "sharesOwnedFollowingTransaction": ("row", "shares_after", number),
    "valueOwnedFollowingTransaction": ("row", "value_after", number),
    "directOrIndirectOwnership": ("row", "direct", flag("D", "I")),
    "natureOfOwnership": ("row", "nature", text),
}
CODING = CELLS["transactionCoding"]
# the other elements with text
LEAVES: dict[str, Leaf] = {
    "schemaVersion": ("document", "schema_version", text),
    "documentType": ("document", "form", code(Form)),
    "periodOfReport": ("document", "period_of_report", day),
    "dateOfOriginalSubmission": ("document", "original_filed_on", day),
    "noSecuritiesOwned": ("document", "no_securities_owned", boolean),
    "notSubjectToSection16": ("document", "exit", boolean),
    "form3HoldingsReported": ("document", "form3_holdings_reported", boolean),
    "form4TransactionsReported": ("document", "form4_transactions_reported", boolean),
    "aff10b5One": ("document", "plan10b51", boolean),
    "remarks": ("document", "remarks", text),
    "issuerCik": ("issuer", "cik", cik),
    "issuerName": ("issuer", "name", text),
    "issuerTradingSymbol": ("issuer", "ticker", text),
    "issuerForeignTradingSymbol": ("issuer", "foreign_ticker", text),
    "rptOwnerCik": ("reportingOwner", "cik", cik),
    "rptOwnerName": ("reportingOwner", "name", text),
    "isDirector": ("reportingOwner", "director", boolean),
    "isOfficer": ("reportingOwner", "officer", boolean),
    "isTenPercentOwner": ("reportingOwner", "ten_percent_owner", boolean),
    "isOther": ("reportingOwner", "other", boolean),
    "officerTitle": ("reportingOwner", "officer_title", text),
    "otherText": ("reportingOwner", "other_text", text),
    "rptOwnerStreet1": ("address", "street1", text),
    "rptOwnerStreet2": ("address", "street2", text),
    "rptOwnerCity": ("address", "city", text),
    "rptOwnerState": ("address", "state", text),
    "rptOwnerZipCode": ("address", "zip", text),
    "rptOwnerStateDescription": ("address", "state_description", text),
    "rptOwnerNonUSAddressFlag": ("address", "non_us", boolean),
    "rptOwnerNonUSStateTerritory": ("address", "non_us_state", text),
    "rptOwnerCountry": ("address", "country", text),
    "transactionFormType": ("row", "form_type", text),
    "transactionCode": ("row", "code", code(TransactionCode)),
    "equitySwapInvolved": ("row", "equity_swap", boolean),
    "signatureName": ("ownerSignature", "text", text),
    "signatureDate": ("ownerSignature", "date", day),
}
ROWS = {"nonDerivativeTransaction", "nonDerivativeHolding", "derivativeTransaction", "derivativeHolding"}
OPENS = ROWS | {"issuer", "reportingOwner", "ownerSignature"}
GROUPS = {
    "ownershipDocument", "reportingOwnerId", "reportingOwnerAddress", "reportingOwnerRelationship",
    "nonDerivativeTable", "derivativeTable", "transactionAmounts", "postTransactionAmounts", "underlyingSecurity",
    "ownershipNature", "footnotes",
}  # fmt: skip
# not read
DROPPED = frozenset(LEFT_OUT)
