"""The first stage: of all readings of a filing, the one that stays."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from graphload.bulk.output import Sink
from graphload.derive import stated
from graphload.derive.facts import FilingFacts, Written
from graphload.derive.parties import NameFacts
from graphload.map.readings import mark, settle
from graphload.schema.rows import Node, Props, Rows

KIND, NEXT = "readings", "filings"
# stands for a filing with an accession number, among the records of its facts
_KNOWN = b""
_HEAD = ("contentHash", "source", "filedOnBasis", "acceptedAt", "documentHash", "relationships")


class Said(NamedTuple):
    """What one filing says, as facts: of itself, of securities, and of the parties that it names."""

    filing: FilingFacts
    securities: dict[str, Props]
    titles: dict[str, list[Written]]
    conversions: frozenset[tuple[str, str]]
    names: list[tuple[str, NameFacts]]


class Reading(NamedTuple):
    """A reading of a filing: what tells which reading stays, and, packed, its facts and its rows."""

    origin: str
    id: str
    facts: str
    issuer: str
    head: Props
    said: bytes
    rows: bytes


class Filing(NamedTuple):
    """The reading of a filing that stays; `mark` is what its node keeps of the document that tells it."""

    id: str
    mark: Props
    said: bytes
    rows: bytes


class Packed(NamedTuple):
    """A reading, packed, with the id of its filing and the id that this has or would have without a number."""

    id: str
    facts: str
    reading: bytes


def put(packed: Packed, out: Sink) -> None:
    """Put a reading out, under the id of its filing, and under that of its facts if another filing gives way to it."""
    out.record(KIND, packed.id, packed.reading)
    if packed.id != packed.facts:
        out.record(KIND, packed.facts, _KNOWN)


def pack(rows: Rows) -> Packed:
    """Return a reading, packed."""
    node, issuer = rows.filing, next(edge.end for edge in rows.edges if edge.type == "CONCERNS")
    head = {name: node.props[name] for name in _HEAD if name in node.props}
    said, all_rows = pickle.dumps(_said(rows), -1), pickle.dumps(rows, -1)
    reading = Reading(node.props["origin"], node.id, rows.facts, issuer, head, said, all_rows)
    return Packed(node.id, rows.facts, pickle.dumps(reading, -1))


def work(key: str, said: Sequence[bytes], out: Sink) -> Counter[str]:
    """Put out the reading of a filing that stays, and return what became of each reading."""
    readings = sorted((pickle.loads(each) for each in said if each != _KNOWN), key=_order)
    light = [Rows(Node("Filing", each.id, each.head), [], [], each.facts) for each in readings]
    settled = settle(light, {}, {key} if _KNOWN in said else ())
    for id, rows in settled.new.items():
        stays = next(each for each in readings if each.head is rows.filing.props)
        kept = Filing(id, mark(settled.same.get(id, rows)), stays.said, stays.rows)
        out.record(NEXT, stays.issuer, pickle.dumps(kept, -1))
    return Counter(outcome.value for outcome in settled.outcomes)


def _order(reading: Reading) -> tuple[str, ...]:
    """Return what orders readings, whichever way the files were found."""
    return reading.origin, reading.head["contentHash"], reading.head.get("documentHash", "")


def _said(rows: Rows) -> Said:
    node = {"id": rows.filing.id, **rows.filing.props}
    owners = [{"id": edge.start, **edge.props} for edge in rows.edges if edge.type == "FILED"]
    cells = [
        {"filing": node["id"], "security": edge.end, **edge.props}
        for edge in rows.edges
        if edge.type in ("TRANSACTION", "HOLDING")
    ]
    return Said(
        stated.filing(node, owners, cells),
        {each.id: each.props for each in rows.nodes if each.label == "Security"},
        dict(stated.titles(cells, {node["id"]: node})),
        frozenset((cell["security"], cell["underlying"]) for cell in cells if cell.get("underlying")),
        [*_names(rows)],
    )


def _names(rows: Rows) -> list[tuple[str, NameFacts]]:
    """Return the names that a filing gives its parties."""
    day = rows.filing.props.get("filedOn") or rows.filing.props["periodOfReport"]
    latest = f"{day} {rows.filing.id}"
    found = []
    for edge in rows.edges:
        props = edge.props
        if edge.type == "FILED":
            insider = bool(props.get("director") or props.get("officer"))
            facts = NameFacts(props.get("name"), False, latest, bool(props.get("incorporated")), insider)
            found.append((edge.start, facts))
        elif edge.type == "CONCERNS":
            facts = NameFacts(props.get("name"), True, latest, symbols=tuple(props.get("symbols", ())))
            found.append((edge.end, facts))
    return found
