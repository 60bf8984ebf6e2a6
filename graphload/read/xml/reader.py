"""Ownership XML, schemas X0101 to X0609."""

from __future__ import annotations

from typing import Any

from lxml import etree

from graphload.filing.codes import Source
from graphload.filing.values import Address, Envelope, Filing, Issuer, Owner, Row, Signature, Terms, Trade
from graphload.read.cells import ParseError
from graphload.read.scan import Record, Scan, Unread

# a hundred times a large filing; parsed, it takes seventy times as much memory
_LARGEST = 5_000_000
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
    remove_blank_text=True,
)


def read(content: bytes, origin: str, envelope: Envelope) -> tuple[Filing, tuple[Unread, ...]]:
    """Return the filing that an ownership document states, and what of the document was not read."""
    scan = Scan(_parse(content))
    return _filing(scan, origin, envelope), scan.unread.all()


def _parse(content: bytes) -> Any:
    if len(content) > _LARGEST:
        raise ParseError(f"ownership XML larger than {_LARGEST:,} bytes", value=f"{len(content):,}")
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ParseError(
            f"not well-formed XML: {str(error).partition(', line')[0].strip()}", line=getattr(error, "lineno", None)
        ) from None
    if root.getroottree().docinfo.doctype:
        raise ParseError("a document type declaration is not taken")
    if root.tag != "ownershipDocument":
        raise ParseError("not an ownershipDocument", line=root.sourceline, element=str(root.tag))
    return root


def _filing(scan: Scan, origin: str, envelope: Envelope) -> Filing:
    document, issuers, owners = scan.document, scan.records["issuer"], scan.records["reportingOwner"]
    if len(issuers) > 1:
        raise ParseError("stands twice", element="issuer")
    if not issuers or not owners:
        raise ParseError("missing", element="reportingOwner" if issuers else "issuer")
    rest: dict[str, Any] = {name: document.get(name) for name in _REST}
    return Filing(
        source=Source.XML,
        origin=origin,
        envelope=envelope,
        form=_need(document, "form", "documentType"),
        period_of_report=_need(document, "period_of_report", "periodOfReport"),
        issuer=_issuer(issuers[0]),
        owners=tuple(map(_owner, owners)),
        rows=_rows(scan.records["row"]),
        footnotes=tuple(scan.footnotes),
        signatures=tuple(Signature(each.get("text"), each.get("date")) for each in scan.records["ownerSignature"]),
        **rest,
    )


_REST = (
    "remarks", "original_filed_on", "no_securities_owned", "exit", "form3_holdings_reported",
    "form4_transactions_reported", "plan10b51", "schema_version",
)  # fmt: skip


def _need(record: Record, field: str, element: str) -> Any:
    value = record.get(field)
    if value is None:
        raise ParseError("missing", line=record["at"].sourceline, element=element)
    return value


def _issuer(record: Record) -> Issuer:
    get = record.get
    return Issuer(_need(record, "cik", "issuerCik"), get("name"), get("ticker"), get("foreign_ticker"))


def _owner(record: Record) -> Owner:
    get = record.get
    address = {name: value for name, value in record["address"].items() if value is not None}
    return Owner(
        _need(record, "cik", "rptOwnerCik"),
        get("name"),
        bool(get("director")),
        bool(get("officer")),
        bool(get("ten_percent_owner")),
        bool(get("other")),
        get("officer_title"),
        get("other_text"),
        Address(**address) if address else None,
    )


def _rows(records: list[Record]) -> tuple[Row, ...]:
    places: dict[str, int] = {}
    rows = []
    for record in records:
        kind = record["at"].tag
        places[kind] = places.get(kind, 0) + 1
        rows.append(_row(record, kind, places[kind]))
    return tuple(rows)


def _row(record: Record, kind: str, place: int) -> Row:
    get = record.get
    return Row(
        place,
        _need(record, "title", "securityTitle"),
        get("form_type"),
        Trade(*map(get, Trade.__slots__)) if kind.endswith("Transaction") else None,
        Terms(*map(get, Terms.__slots__)) if kind.startswith("derivative") else None,
        get("shares_after"),
        get("value_after"),
        get("direct"),
        get("nature"),
        tuple(get("footnotes", ())),
    )
