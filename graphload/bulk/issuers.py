"""The second stage: all filings about one issuer, with what follows from them."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graphload.bulk import nodes, readings
from graphload.bulk.columns import END, START
from graphload.bulk.output import Sink
from graphload.bulk.readings import Filing, Said
from graphload.derive import stated
from graphload.derive.facts import Derived, EdgeKey, IssuerFacts, Written
from graphload.derive.issuer import issuer
from graphload.derive.parties import NameFacts
from graphload.derive.vehicles import Worded
from graphload.schema.rows import Edge, Props, Rows
from graphload.schema.statements import EDGE_TYPES, start_label
from graphload.schema.tables import edge_table

KIND = readings.NEXT
# relationships of securities, which belong to the issuer
_OF_ISSUER = ("ISSUED", "CONVERTS_INTO")
_ROWS = ("TRANSACTION", "HOLDING")


def work(key: str, said: list[bytes], out: Sink) -> Counter[str]:
    """Put out the filings about an issuer with their rows, its securities, and the balances of its holders."""
    filings: list[Filing] = []
    while said:  # what is unpacked is let go: an issuer may have many filings
        filings.append(pickle.loads(said.pop()))
    filings.sort(key=lambda each: each.id)
    facts: list[Said] = [pickle.loads(each.said) for each in filings]
    shared = nodes.Shared()
    securities = {id: props for said in reversed(facts) for id, props in said.securities.items()}
    derived = issuer(_issuer(key, facts, securities))
    for filing in filings:
        _put(filing, derived, shared, out)
    for id, props in sorted(securities.items()):
        out.row("Security", {"id": id, **props, **derived.nodes.get(("Security", id), {})})
        out.row(edge_table("Party", "ISSUED", "Security"), {START: key, END: id})
    for edge, props in sorted(derived.edges.items(), key=_order):
        out.row(_table(edge), {START: edge.start, END: edge.end, **props})
        if edge.type == "INSIDER_OF":
            shared.insider(edge.start, edge.end)
    for party, name in _names(facts):
        shared.name(party, name)
    shared.put(out)
    return Counter(issuers=1)


def _order(each: tuple[EdgeKey, Props]) -> tuple[Any, ...]:
    key = each[0]
    return key.type, key.start, key.end, str(key.as_of), key.rows, str(key.known_from)


def _table(key: EdgeKey) -> str:
    return edge_table(start_label(key.type, key.start), key.type, EDGE_TYPES[key.type].end)


def _issuer(key: str, facts: Sequence[Said], securities: dict[str, Props]) -> IssuerFacts:
    titles: dict[str, list[Written]] = defaultdict(list)
    for each in facts:
        for id, written in each.titles.items():
            titles[id] += written
    reported = {row.security for each in facts for row in each.filing.rows}
    return IssuerFacts(
        key,
        tuple(each.filing for each in facts),
        tuple(
            stated.security({"id": id, **props}, id in reported, titles[id]) for id, props in sorted(securities.items())
        ),
        frozenset(pair for each in facts for pair in each.conversions),
    )


def _put(filing: Filing, derived: Derived, shared: nodes.Shared, out: Sink) -> None:
    """Put out one filing and what is its own; what other filings may say too is kept to be said once."""
    rows: Rows = pickle.loads(filing.rows)
    out.row("Filing", {"id": filing.id, **rows.filing.props, **filing.mark, **derived.nodes["Filing", filing.id]})
    for node in rows.nodes:
        if node.label != "Security":
            shared.node(node)
    for edge in rows.edges:
        if EDGE_TYPES[edge.type].own:
            of_row = derived.rows[edge.props["id"]] if edge.type in _ROWS else {}
            out.row(_name(edge), {START: edge.start, END: edge.end, **edge.props, **of_row})
            if "holderConfidence" in edge.props and "holder" in edge.props:
                shared.worded(edge.props["holder"], _worded(rows.filing.props, edge.props))
        elif edge.type not in _OF_ISSUER:
            shared.edge(_name(edge), edge)


def _worded(filing: Props, row: Props) -> Worded:
    latest = f"{filing.get('filedOn') or filing['periodOfReport']} {row['id']}"
    return Worded(latest, row.get("holderAs"), tuple(row.get("holderNames", ())))


def _name(edge: Edge) -> str:
    return edge_table(edge.start_label, edge.type, edge.end_label)


def _names(facts: Iterable[Said]) -> Iterator[tuple[str, NameFacts]]:
    """Yield the names that the filings give each party, each name once, as its latest filing gives it."""
    found: dict[tuple[Any, ...], NameFacts] = {}
    for party, name in (each for said in facts for each in said.names):
        key = party, name.issuer, name.name, name.symbols
        before = found.get(key, name)
        found[key] = name._replace(
            latest=max(name.latest, before.latest),
            incorporated=name.incorporated or before.incorporated,
            insider=name.insider or before.insider,
        )
    return ((key[0], name) for key, name in found.items())
