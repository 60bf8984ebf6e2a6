"""From a Filing to the rows of the graph: its nodes and edges, keys computed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from graphload.filing import deadlines
from graphload.filing.numbers import inexact
from graphload.filing.values import ROLES, Address, Filing, Owner
from graphload.map.evidence import evidence, told
from graphload.map.facts import digest
from graphload.map.holdings import securities
from graphload.map.keys import group, lines, party
from graphload.schema.rows import Edge, Keys, Node, Props, Rows, camel, props
from graphload.wording.kinds import kind
from graphload.wording.remarks import corrects, withdraws
from graphload.wording.signatures import signer
from graphload.wording.text import normal
from graphload.wording.tickers import symbols


def rows(filing: Filing) -> Rows:
    """Return the nodes and edges of a filing, shared nodes once each."""
    accession, facts = filing.envelope.accession, digest(filing)
    node, nodes, edges = _map(filing, accession or facts)
    content = [*node], [*map(tuple, nodes)], [*map(tuple, edges)]
    node.props["contentHash"] = hashlib.sha256(repr(content).encode()).hexdigest()
    own = sum(node.id in (edge.start, edge.end) for edge in edges)
    node.props.update(props(factsId=accession and facts, origin=filing.origin, relationships=own))
    return Rows(node, nodes, edges, facts)


def _map(filing: Filing, key: str) -> tuple[Node, list[Node], list[Edge]]:
    owners = [party(owner.cik, owner.name) for owner in filing.owners]
    joint = len(set(owners)) > 1
    issuer = party(filing.issuer.cik, filing.issuer.name)
    holder = group(set(owners)) if joint else "".join(owners[:1])
    keys = Keys(key, issuer, owners, "Group" if joint else "Party", holder)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for each in (*_parties(filing, keys), *_signatures(filing, keys), *securities(filing, keys)):
        (nodes if isinstance(each, Node) else edges).append(each)  # type: ignore[arg-type]
    shared = {(node.label, node.id): node for node in nodes}
    apart = {
        (edge.type, edge.start, edge.end, edge.props.get("id", number if edge.props else "")): edge
        for number, edge in enumerate(edges)
    }
    covering = {each for edge in edges for each in edge.props.get("said", ())}
    stated = _filing(filing) | evidence(told(filing), covering)
    return Node("Filing", key, stated), [*shared.values()], [*apart.values()]


def _filing(filing: Filing) -> Props:
    envelope, due = filing.envelope, deadlines.of_filing(filing)
    return props(
        caption=f"Form {filing.form.value}, {envelope.filed_on or filing.period_of_report}",
        accession=envelope.accession,
        accessionBasis=envelope.accession_basis,
        form=filing.form,
        amendment=filing.form.amendment,
        periodOfReport=filing.period_of_report,
        filedOn=envelope.filed_on,
        filedOnBasis=envelope.filed_on_basis,
        acceptedAt=envelope.accepted_at,
        originalFiledOn=filing.original_filed_on,
        roles=[camel(role) for role in ROLES if any(getattr(owner, role) for owner in filing.owners)] or None,
        plan10b51=filing.plan10b51,
        exit=filing.exit,
        noSecuritiesOwned=filing.no_securities_owned,
        form3HoldingsReported=filing.form3_holdings_reported,
        form4TransactionsReported=filing.form4_transactions_reported,
        remarks=filing.remarks,
        footnotes=[f"{note.id}: {note.text}" for note in filing.footnotes] or None,
        schemaVersion=filing.schema_version,
        repaired=[camel(cell) for cell in filing.repaired] or None,
        leftOut=[camel(cell) for cell in filing.left_out] or None,
        inexact=[camel(cell) for cell in inexact(filing)] or None,
        effectiveOn=filing.original_filed_on or filing.envelope.filed_on or filing.period_of_report,
        corrects=(filing.form.amendment and any(map(corrects, _text(filing)))) or None,
        withdraws=(filing.form.amendment and not filing.rows and any(map(withdraws, _text(filing)))) or None,
        dueOn=due,
        daysLate=deadlines.late(due, envelope.filed_on),
        source=filing.source,
    )


def _text(filing: Filing) -> Iterator[str]:
    """Yield what a filing says in words."""
    yield filing.remarks or ""
    yield from (note.text for note in filing.footnotes)


@lru_cache(maxsize=1 << 14)
def _kind(name: str | None, role: bool, incorporated: bool, issuer: bool) -> str:
    """Return the label of an owner as far as one filing tells."""
    return kind({name} if name else set(), incorporated=incorporated, issuer=issuer, role=role)[0].capitalize()


def _parties(filing: Filing, keys: Keys) -> Iterator[Node | Edge]:
    issuer = filing.issuer
    own = ("Issuer",) if keys.issuer in keys.owners else ()
    if not own:
        yield Node("Party", keys.issuer, props(cik=issuer.cik), ("Issuer",))
    yield Edge(
        "CONCERNS",
        "Filing",
        keys.filing,
        "Party",
        keys.issuer,
        props(
            name=issuer.name,
            ticker=issuer.ticker,
            foreignTicker=issuer.foreign_ticker,
            symbols=[*dict.fromkeys(symbols(issuer.ticker) + symbols(issuer.foreign_ticker))] or None,
        ),
    )
    incorporated = {each.cik: each.incorporated for each in filing.envelope.parties}
    for owner, key in zip(filing.owners, keys.owners, strict=True):
        known, role = incorporated.get(owner.cik or ""), bool(owner.director or owner.officer)
        what = _kind(owner.name, role, bool(known), key == keys.issuer)
        yield Node("Party", key, props(cik=owner.cik), (what, *(own if key == keys.issuer else ())))
        yield Edge("FILED", "Party", key, "Filing", keys.filing, _relationship(owner, known))
        if keys.holder_label == "Group":
            yield Edge("MEMBER_OF", "Party", key, "Group", keys.holder, {})
        if owner.address is not None:
            address_lines = lines(owner.address)
            address = "|".join(address_lines.get(name, "") for name in ("street", "city", "state", "country", "zip"))
            yield Node("Address", address, {**address_lines, "caption": ", ".join(address_lines.values())})
            yield Edge("LOCATED_AT", "Party", key, "Address", address, _located(owner.address, keys.filing))
    if keys.holder_label == "Group":
        yield Node("Group", keys.holder, {"size": len(set(keys.owners))})


def _located(address: Address, filing: str) -> Props:
    return props(filing=filing, stateDescription=address.state_description, nonUs=address.non_us)


def _relationship(owner: Owner, incorporated: bool | None) -> Props:
    return props(
        name=owner.name,
        director=owner.director,
        officer=owner.officer,
        tenPercentOwner=owner.ten_percent_owner,
        other=owner.other,
        officerTitle=owner.officer_title,
        otherText=owner.other_text,
        incorporated=incorporated,
    )


def _signatures(filing: Filing, keys: Keys) -> Iterator[Node | Edge]:
    for signature in filing.signatures:
        by = signer(signature.text or "")
        name = normal(by.name)
        yield Node("Signatory", name, {"name": name.upper()})
        yield Edge(
            "SIGNED_BY",
            "Filing",
            keys.filing,
            "Signatory",
            name,
            props(
                text=signature.text or "",
                date=signature.date,
                attorneyInFact=by.attorney_in_fact,
                onBehalfOf=by.on_behalf_of,
            ),
        )
