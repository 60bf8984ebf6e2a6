"""From a Filing to the rows of the graph: its nodes and edges, keys computed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from graphload.filing.codes import Basis, Source
from graphload.filing.values import UNKNOWN, Filing, Owner, Row, Terms, Trade
from graphload.graph import identity
from graphload.graph.signatures import signer
from graphload.graph.vehicles import PLANS, vehicle

Props = dict[str, Any]


class Node(NamedTuple):
    """A node to be there: its label, key and stated properties, `id` left out."""

    label: str
    id: str
    props: Props


class Edge(NamedTuple):
    """An edge to be there, with the label and key of both ends."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    props: Props


class Rows(NamedTuple):
    """All that one filing brings to the graph; `filing` is among the nodes too."""

    filing: Node
    nodes: list[Node]
    edges: list[Edge]


class _Keys(NamedTuple):
    """The keys that every part of one filing's mapping needs; `holder`, empty without owners, holds its direct rows."""

    filing: str
    issuer: str
    owners: list[str]
    holder_label: str
    holder: str


def rows(filing: Filing) -> Rows:
    """Return the nodes and edges of a filing, shared nodes once each."""
    key = filing.envelope.accession or f"sha256:{_digest(replace(filing, envelope=UNKNOWN))}"
    node, nodes, edges = _map(filing, key)
    node.props["contentHash"] = _sha256((node, nodes, edges))
    node.props["origin"] = filing.origin
    return Rows(node, nodes, edges)


def fullness(filing: Mapping[str, Any]) -> tuple[int, int, bool]:
    """Return how full a reading of a filing is, from the properties of its node; of two readings the fuller stays."""
    basis = filing.get("filedOnBasis")
    return (
        -list(Source).index(filing["source"]),
        -list(Basis).index(basis) if basis else -len(Basis),
        filing.get("acceptedAt") is not None,
    )


def _digest(filing: Filing) -> str:
    """Return a digest of what the filing says, whichever file it stands in."""
    return _sha256(_map(filing, ""))


def _sha256(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


def _map(filing: Filing, key: str) -> tuple[Node, list[Node], list[Edge]]:
    owners = [identity.party(owner.cik, owner.name) for owner in filing.owners]
    joint = len(set(owners)) > 1
    issuer = identity.party(filing.issuer.cik, filing.issuer.name)
    holder = identity.group(set(owners)) if joint else "".join(owners[:1])
    keys = _Keys(key, issuer, owners, "Group" if joint else "Party", holder)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for each in (*_parties(filing, keys), *_signatures(filing, keys), *_securities(filing, keys)):
        (nodes if isinstance(each, Node) else edges).append(each)  # type: ignore[arg-type]
    shared = {(node.label, node.id): node for node in nodes}
    apart = {
        (edge.type, edge.start, edge.end, edge.props.get("id", number if edge.props else "")): edge
        for number, edge in enumerate(edges)
    }
    return Node("Filing", key, _filing(filing)), [*shared.values()], [*apart.values()]


def _props(**values: Any) -> Props:
    """Return the properties that are there: missing is absent, not zero."""
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.value if isinstance(value, Enum) else value


def _filing(filing: Filing) -> Props:
    envelope = filing.envelope
    return _props(
        accession=envelope.accession,
        accessionBasis=envelope.accession_basis,
        form=filing.form,
        amendment=filing.form.amendment,
        periodOfReport=filing.period_of_report,
        filedOn=envelope.filed_on,
        filedOnBasis=envelope.filed_on_basis,
        acceptedAt=envelope.accepted_at,
        originalFiledOn=filing.original_filed_on,
        plan10b51=filing.plan10b51,
        exit=filing.exit,
        noSecuritiesOwned=filing.no_securities_owned,
        remarks=filing.remarks,
        footnotes=[f"{note.id}: {note.text}" for note in filing.footnotes] or None,
        schemaVersion=filing.schema_version,
        repaired=[_camel(cell) for cell in filing.repaired] or None,
        leftOut=[_camel(cell) for cell in filing.left_out] or None,
        source=filing.source,
    )


def _parties(filing: Filing, keys: _Keys) -> Iterator[Node | Edge]:
    issuer = filing.issuer
    yield Node("Party", keys.issuer, _props(cik=issuer.cik))
    yield Edge(
        "CONCERNS",
        "Filing",
        keys.filing,
        "Party",
        keys.issuer,
        _props(
            name=issuer.name,
            ticker=issuer.ticker,
            foreignTicker=issuer.foreign_ticker,
            symbols=identity.symbols(issuer.ticker) or None,
        ),
    )
    incorporated = {party.cik: party.incorporated for party in filing.envelope.parties}
    for owner, key in zip(filing.owners, keys.owners, strict=True):
        yield Node("Party", key, _props(cik=owner.cik))
        yield Edge(
            "FILED", "Party", key, "Filing", keys.filing, _relationship(owner, incorporated.get(owner.cik or ""))
        )
        if keys.holder_label == "Group":
            yield Edge("MEMBER_OF", "Party", key, "Group", keys.holder, {})
        if owner.address is not None:
            lines = identity.lines(owner.address)
            address = "|".join(lines.get(name, "") for name in ("street", "city", "state", "country", "zip"))
            yield Node("Address", address, lines)
            yield Edge("LOCATED_AT", "Party", key, "Address", address, {"filing": keys.filing})
    if keys.holder_label == "Group":
        yield Node("Group", keys.holder, {"size": len(set(keys.owners))})


def _relationship(owner: Owner, incorporated: bool | None) -> Props:
    return _props(
        name=owner.name,
        director=owner.director,
        officer=owner.officer,
        tenPercentOwner=owner.ten_percent_owner,
        other=owner.other,
        officerTitle=owner.officer_title,
        otherText=owner.other_text,
        incorporated=incorporated,
    )


def _signatures(filing: Filing, keys: _Keys) -> Iterator[Node | Edge]:
    for signature in filing.signatures:
        by = signer(signature.text or "")
        name = identity.normal(by.name)
        yield Node("Signatory", name, {"name": name.upper()})
        yield Edge(
            "SIGNED_BY",
            "Filing",
            keys.filing,
            "Signatory",
            name,
            _props(
                text=signature.text or "",
                date=signature.date,
                attorneyInFact=by.attorney_in_fact,
                onBehalfOf=by.on_behalf_of,
            ),
        )


def _securities(filing: Filing, keys: _Keys) -> Iterator[Node | Edge]:
    for row in filing.rows:
        terms, underlying = row.terms, None
        security = identity.security(keys.issuer, row.title, terms)
        yield Node(
            "Security",
            security,
            _props(
                derivative=terms is not None,
                exercisePrice=terms and terms.exercise_price,
                expiresOn=terms and terms.expires_on,
            ),
        )
        yield Edge("ISSUED", "Party", keys.issuer, "Security", security, {})
        if terms is not None and terms.underlying_title:
            underlying = identity.security(keys.issuer, terms.underlying_title, None)
            yield Node("Security", underlying, {"derivative": False})
            yield Edge("ISSUED", "Party", keys.issuer, "Security", underlying, {})
            yield Edge("CONVERTS_INTO", "Security", security, "Security", underlying, {})
        holder = keys.holder
        if holder and (row.direct is False or (row.direct is None and row.nature)):
            holder, through = _vehicle(filing, row, keys)
            yield from through
        yield Edge(
            "TRANSACTION" if row.trade else "HOLDING",
            "Filing",
            keys.filing,
            "Security",
            security,
            _row(row, f"{keys.filing}:{row.slug}", holder, underlying),
        )


def _vehicle(filing: Filing, row: Row, keys: _Keys) -> tuple[str, list[Node | Edge]]:
    """Return the key of the vehicle that holds an indirect row, then the nodes and edges it stands on."""
    found = vehicle(filing, row)
    key = "|".join((keys.holder, *((keys.issuer,) if found.plan else ()), found.nature))
    through: list[Node | Edge] = [
        Node("Vehicle", key, {"nature": found.nature, "kind": found.kind}),
        Edge("HOLDS_THROUGH", keys.holder_label, keys.holder, "Vehicle", key, {}),
    ]
    if found.plan:
        plan = f"{keys.issuer}|{found.kind}"
        through += [
            Node("Plan", plan, {"kind": found.kind, "name": PLANS[found.kind]}),
            Edge("ACCOUNT_IN", "Vehicle", key, "Plan", plan, {}),
            Edge("SPONSORS", "Party", keys.issuer, "Plan", plan, {}),
        ]
    return key, through


def _row(row: Row, key: str, holder: str, underlying: str | None) -> Props:
    trade, terms = row.trade, row.terms
    props = _props(
        id=key,
        titleAsFiled=row.title,
        formType=row.form_type,
        sharesAfter=row.shares_after,
        valueAfter=row.value_after,
        direct=row.direct,
        nature=row.nature,
        footnoteRefs=[f"{_CELLS[ref.cell]}:{ref.footnote}" for ref in row.footnotes] or None,
        holder=holder or None,
        underlying=underlying,
    )
    for part in (trade, terms):
        if part is not None:
            props |= {
                _CELLS[name]: _plain(value) for name in part.__slots__ if (value := getattr(part, name)) is not None
            }
    return props


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


# a cell's property is its field's name in the graph's spelling
_CELLS = {name: _camel(name) for part in (Row, Trade, Terms) for name in part.__slots__} | {"title": "titleAsFiled"}
