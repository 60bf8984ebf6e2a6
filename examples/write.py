"""A filing as EDGAR disseminates it: the ownership XML, the metadata beside it, the full submission around it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from graphload.filing.codes import Code
from graphload.filing.values import Filing, HeaderParty, Owner, Row

# the fields of a filing, in the order of the document, and their elements
BEFORE_ISSUER = {
    "schema_version": "schemaVersion",
    "form": "documentType",
    "period_of_report": "periodOfReport",
    "original_filed_on": "dateOfOriginalSubmission",
    "no_securities_owned": "noSecuritiesOwned",
    "exit": "notSubjectToSection16",
    "form3_holdings_reported": "form3HoldingsReported",
    "form4_transactions_reported": "form4TransactionsReported",
}
ISSUER = {
    "cik": "issuerCik",
    "name": "issuerName",
    "ticker": "issuerTradingSymbol",
    "foreign_ticker": "issuerForeignTradingSymbol",
}
OWNER = {"cik": "reportingOwnerId/rptOwnerCik", "name": "reportingOwnerId/rptOwnerName"}
ADDRESS = {
    "non_us": "rptOwnerNonUSAddressFlag",
    "street1": "rptOwnerStreet1",
    "street2": "rptOwnerStreet2",
    "city": "rptOwnerCity",
    "non_us_state": "rptOwnerNonUSStateTerritory",
    "state": "rptOwnerState",
    "country": "rptOwnerCountry",
    "zip": "rptOwnerZipCode",
    "state_description": "rptOwnerStateDescription",
}
RELATIONSHIP = {
    "director": "isDirector",
    "officer": "isOfficer",
    "ten_percent_owner": "isTenPercentOwner",
    "other": "isOther",
    "officer_title": "officerTitle",
    "other_text": "otherText",
}
CODING = {"form_type": "transactionFormType", "code": "transactionCode", "equity_swap": "equitySwapInvolved"}
# the cells of a row, which may cite footnotes
CELLS = {
    "title": "securityTitle",
    "exercise_price": "conversionOrExercisePrice",
    "date": "transactionDate",
    "deemed_date": "deemedExecutionDate",
    "code": "transactionCoding",
    "timeliness": "transactionTimeliness",
    "shares": "transactionAmounts/transactionShares",
    "total_value": "transactionAmounts/transactionTotalValue",
    "price": "transactionAmounts/transactionPricePerShare",
    "acquired": "transactionAmounts/transactionAcquiredDisposedCode",
    "exercisable_on": "exerciseDate",
    "expires_on": "expirationDate",
    "underlying_title": "underlyingSecurity/underlyingSecurityTitle",
    "underlying_shares": "underlyingSecurity/underlyingSecurityShares",
    "underlying_value": "underlyingSecurity/underlyingSecurityValue",
    "shares_after": "postTransactionAmounts/sharesOwnedFollowingTransaction",
    "value_after": "postTransactionAmounts/valueOwnedFollowingTransaction",
    "direct": "ownershipNature/directOrIndirectOwnership",
    "nature": "ownershipNature/natureOfOwnership",
}
LETTERS = {"acquired": "DA", "direct": "ID"}
LINE = 1023


def write(filing: Filing) -> bytes:
    """Return the filing as ownership XML."""
    root = ET.Element("ownershipDocument")
    _leaves(root, filing, BEFORE_ISSUER)
    _leaves(ET.SubElement(root, "issuer"), filing.issuer, ISSUER)
    for owner in filing.owners:
        _owner(ET.SubElement(root, "reportingOwner"), owner)
    _leaves(root, filing, {"plan10b51": "aff10b5One"})
    _table(root, "nonDerivative", [row for row in filing.rows if row.terms is None])
    _table(root, "derivative", [row for row in filing.rows if row.terms is not None])
    for footnote in filing.footnotes:
        ET.SubElement(_child(root, "footnotes"), "footnote", id=footnote.id).text = footnote.text
    _leaves(root, filing, {"remarks": "remarks"})
    for signature in filing.signatures:
        _leaves(ET.SubElement(root, "ownerSignature"), signature, {"text": "signatureName", "date": "signatureDate"})
    ET.indent(root, "    ")
    return b'<?xml version="1.0"?>\n' + ET.tostring(root, "unicode").encode("ascii", "xmlcharrefreplace") + b"\n"


def _owner(element: ET.Element, owner: Owner) -> None:
    _leaves(element, owner, OWNER)
    if owner.address is not None:
        _leaves(ET.SubElement(element, "reportingOwnerAddress"), owner.address, ADDRESS)
    _leaves(ET.SubElement(element, "reportingOwnerRelationship"), owner, RELATIONSHIP)


def _table(root: ET.Element, kind: str, rows: list[Row]) -> None:
    for row in rows:
        tag = f"{kind}Transaction" if row.trade else f"{kind}Holding"
        _row(ET.SubElement(_child(root, f"{kind}Table"), tag), row)


def _row(element: ET.Element, row: Row) -> None:
    for field, path in CELLS.items():
        cited = [each.footnote for each in row.footnotes if each.cell == field]
        coding = field == "code" and row.form_type is not None
        value = _field(row, field)
        if not coding and value is None and not cited:
            continue
        *groups, tag = path.split("/")
        cell = ET.SubElement(_child(element, *groups), tag)
        if coding:
            _leaves(cell, row, CODING)
        elif value is not None:
            ET.SubElement(cell, "value").text = LETTERS[field][value] if field in LETTERS else _text(value)
        for footnote in cited:
            ET.SubElement(cell, "footnoteId", id=footnote)


def _leaves(parent: ET.Element, record: Any, elements: dict[str, str]) -> None:
    for field, path in elements.items():
        if (value := _field(record, field)) is not None:
            *groups, tag = path.split("/")
            ET.SubElement(_child(parent, *groups), tag).text = _text(value)


def _field(record: Any, name: str) -> Any:
    parts = (record, record.trade, record.terms) if isinstance(record, Row) else (record,)
    return next((getattr(part, name) for part in parts if hasattr(part, name)), None)


def _child(parent: ET.Element, *tags: str) -> ET.Element:
    for tag in tags:
        found = parent.find(tag)
        parent = ET.SubElement(parent, tag) if found is None else found
    return parent


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Code):
        return str(value.value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def metadata(filing: Filing) -> bytes:
    """Return the `metadata.json` that stands beside a filing fetched from EDGAR."""
    owners, issuers = _parties(filing)
    submission = {
        **_header(filing),
        "REPORTING-OWNER": [{"OWNER-DATA": _facts(party)} for party in owners],
        "ISSUER": [{"COMPANY-DATA": _facts(party)} for party in issuers],
    }
    documents = [{"TYPE": filing.form.value, "SEQUENCE": "1", "FILENAME": "ownership.xml"}]
    return json.dumps({"submission": submission, "documents": documents}, indent=4).encode() + b"\n"


def _header(filing: Filing) -> dict[str, str]:
    envelope = filing.envelope
    facts = {
        "ACCESSION-NUMBER": envelope.accession,
        "TYPE": envelope.form,
        "PUBLIC-DOCUMENT-COUNT": "1",
        "PERIOD": filing.period_of_report.isoformat(),
        "FILING-DATE": envelope.filed_on and envelope.filed_on.isoformat(),
        "ACCEPTANCE-DATETIME": envelope.accepted_at and re.sub("[T:]", "", envelope.accepted_at.isoformat()),
    }
    dates = {"PERIOD", "FILING-DATE", "ACCEPTANCE-DATETIME"}
    return {key: fact.replace("-", "") if key in dates else fact for key, fact in facts.items() if fact}


def _parties(filing: Filing) -> tuple[list[HeaderParty], list[HeaderParty]]:
    parties, issuer = filing.envelope.parties, filing.issuer.cik
    return [each for each in parties if each.cik != issuer], [each for each in parties if each.cik == issuer]


def _facts(party: HeaderParty) -> dict[str, str]:
    # true of Allied Motion, and as good as any for the invented
    incorporated = {"STATE-OF-INCORPORATION": "CO", "FISCAL-YEAR-END": "1231"} if party.incorporated else {}
    return {"CONFORMED-NAME": party.name or "", "CIK": party.cik, **incorporated}


def submission(filing: Filing) -> bytes:
    """Return the filing as an EDGAR full submission; EDGAR breaks lines longer than 1,023 characters."""
    xml = b"\n".join(
        line[at : at + LINE] for line in write(filing).split(b"\n") for at in range(0, len(line) or 1, LINE)
    )
    accession, form = filing.envelope.accession or "", filing.form.value
    head = [f"<SEC-DOCUMENT>{accession}.txt", f"<SEC-HEADER>{accession}.hdr.sgml", *_lines(filing), "</SEC-HEADER>"]
    opening = ["<DOCUMENT>", f"<TYPE>{form}", "<SEQUENCE>1", "<FILENAME>ownership.xml", "<TEXT>", "<XML>", ""]
    return "\n".join([*head, *opening]).encode() + xml + b"</XML>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"


WORDS = {
    "ACCESSION-NUMBER": "ACCESSION NUMBER",
    "TYPE": "CONFORMED SUBMISSION TYPE",
    "PUBLIC-DOCUMENT-COUNT": "PUBLIC DOCUMENT COUNT",
    "PERIOD": "CONFORMED PERIOD OF REPORT",
    "FILING-DATE": "FILED AS OF DATE",
    "CONFORMED-NAME": "COMPANY CONFORMED NAME",
    "CIK": "CENTRAL INDEX KEY",
    "STATE-OF-INCORPORATION": "STATE OF INCORPORATION",
    "FISCAL-YEAR-END": "FISCAL YEAR END",
}


def _lines(filing: Filing) -> list[str]:
    header = _header(filing)
    accepted = header.pop("ACCEPTANCE-DATETIME", None)
    lines = [f"<ACCEPTANCE-DATETIME>{accepted}"] if accepted else []
    lines += [f"{WORDS[key]}:\t\t{fact}" for key, fact in header.items()]
    owners, issuers = _parties(filing)
    for tag, kind, parties in (("REPORTING-OWNER", "OWNER", owners), ("ISSUER", "COMPANY", issuers)):
        for party in parties:
            lines += ["", f"{tag}:", "", f"\t{kind} DATA:"]
            lines += [f"\t\t{WORDS[key]}:\t\t\t{fact}" for key, fact in _facts(party).items()]
    return [*lines, ""]
