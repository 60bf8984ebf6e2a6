"""Ownership XML, schemas X0101 to X0609."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree

from graphload.filing.codes import Source
from graphload.filing.values import Address, Envelope, Filing, Issuer, Owner, Row, Signature, Terms, Trade
from graphload.read.cells import ParseError
from graphload.read.scan import Reading, Record, Repair, Scan, repaired
from graphload.read.xml.encodings import mislabelled
from graphload.read.xml.mending import mended

_BEFORE = re.compile(rb"(?:\xef\xbb\xbf|\s|<(?:XML|TEXT|xml)>)*")
_OUTSIDE = "it names a document type outside of it, which is not read"
_DECLARING = re.compile(rb"<!DOCTYPE[^>\[]*\[")
_DECLARATION = re.compile(rb"<\?xml\s[^>]*\?>")
_BEHIND = re.compile(rb"(?:\s|</(?:XML|TEXT|xml)>)+\Z")

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


def read(content: bytes, origin: str, envelope: Envelope) -> Reading:
    """Return the filing that an ownership document states, what was not read, and what was repaired."""
    if len(content) > _LARGEST:
        raise ParseError(f"ownership XML larger than {_LARGEST:,} bytes", value=f"{len(content):,}")
    repairs: tuple[Repair, ...] = ()
    try:
        if mislabelled(content):
            raise _MalformedError("bytes that are not of the encoding that it declares")
        scan = Scan(_root(_plain(content)))
    except _MalformedError as error:
        content, repairs, closed = mended(content, error)
        scan = Scan(_root(content))
        if closed and scan.unread.all():  # something else may be lost
            raise error from None
    outside = scan.document["at"].getroottree().docinfo
    notes = (_OUTSIDE,) if outside.system_url or outside.public_id else ()
    return replace(repaired(_filing(scan, origin, envelope), scan.unread.all(), repairs), notes=notes)


class _MalformedError(ParseError):
    """A document that is not well-formed."""


def _plain(content: bytes) -> bytes:
    """Return a document without what may stand before its declaration or around it. Its lines keep their numbers."""
    before = _BEFORE.match(content)
    if not before or not (lead := before[0]):
        return content
    rest = content[len(lead) :]
    declaration = _DECLARATION.match(rest)
    at = declaration.end() if declaration else 0
    return rest[:at] + b"\n" * lead.count(b"\n") + _BEHIND.sub(b"", rest[at:])


def _parse(content: bytes) -> Any:
    try:
        return etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _MalformedError(
            f"not well-formed XML: {str(error).partition(', line')[0].strip()}", line=getattr(error, "lineno", None)
        ) from None


def _root(content: bytes) -> Any:
    """Return the root, with names without their namespace. Raises ParseError if it is no ownership document."""
    root = _parse(content)
    if root.getroottree().docinfo.doctype and _DECLARING.search(content.replace(b"\0", b"")):  # of UTF-16 too
        raise ParseError("a document type with declarations of its own is not taken")
    name = etree.QName(root)
    if name.localname != "ownershipDocument":
        raise ParseError("not an ownershipDocument", line=root.sourceline, element=str(root.tag))
    if name.namespace:
        for element in root.iter(f"{{{name.namespace}}}*"):
            element.tag = etree.QName(element).localname
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
