"""The third stage: nodes that several issuers' filings name, with what all of these say; parties above all."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from graphload.bulk.columns import END, LABELS, START
from graphload.bulk.output import Sink
from graphload.bulk.shuffle import by_kind
from graphload.derive.groups import caption
from graphload.derive.parties import NameFacts, PartyFacts, party
from graphload.derive.vehicles import Worded, vehicle
from graphload.schema.rows import Edge, Node, Props

KIND, NEXT, NAMES, GROUPS = "nodes", "called", "names", "groups"


class Shared:
    """What the filings about an issuer say of nodes that others may name too, by the id of the node, each once."""

    def __init__(self) -> None:
        self._said: dict[str, dict[Any, None]] = defaultdict(dict)
        self._props: dict[tuple[str, str], Props] = {}

    def node(self, node: Node) -> None:
        """Keep a node."""
        self._props.setdefault((node.label, node.id), node.props)

    def edge(self, table: str, edge: Edge) -> None:
        """Keep a relationship, with the node at its end."""
        self._said[edge.end]["edge", table, edge.start] = None
        if edge.type == "MEMBER_OF":
            self._said[edge.start]["member", edge.end] = None

    def name(self, id: str, name: NameFacts) -> None:
        """Keep a name of a party."""
        self._said[id]["name", name] = None

    def worded(self, id: str, worded: Worded) -> None:
        """Keep how a row words a vehicle."""
        self._said[id]["worded", worded] = None

    def insider(self, owner: str, issuer: str) -> None:
        """Keep that two parties are neighbours, with both of them."""
        self._said[owner]["near", issuer, False] = None
        self._said[issuer]["near", owner, True] = None

    def put(self, out: Sink) -> None:
        """Put all of it out."""
        for (label, id), props in self._props.items():
            self._said[id]["node", label, tuple(props.items())] = None
        for id, said in self._said.items():
            out.record(KIND, id, pickle.dumps([*said], -1))


def work(id: str, said: Sequence[bytes], out: Sink) -> Counter[str]:
    """Put out the nodes of this id, one for each label, with the relationships that are kept with them."""
    about: dict[str, set[Any]] = defaultdict(set)
    for kind, *rest in (each for some in said for each in pickle.loads(some)):
        about[kind].add(tuple(rest))
    props = dict(sorted(about["node"], reverse=True))
    for label in sorted(props):
        row = {"id": id, **dict(props[label])}
        if label == "Party":
            row |= _party(id, row, about, out)
        if label == "Vehicle":
            row |= _vehicle(id, about, out)
        if label == "Group":  # its caption has the names of its members
            out.record(GROUPS, id, pickle.dumps(("node", dict(props[label])), -1))
        else:
            out.row(label, row)
    for table, start in sorted(about["edge"]):
        out.row(table, {START: start, END: id})
    return Counter()


def _party(id: str, stated: Props, about: dict[str, set[Any]], out: Sink) -> Props:
    """Return what follows for a party, and put out what it is called, for itself and for its neighbours."""
    names = sorted((name for (name,) in about["name"]), key=lambda each: (each.latest, each.issuer, each.name or ""))
    found = party(PartyFacts(id, tuple(names))).nodes["Party", id]
    name = found.get("nameKey")
    own = name, stated.get("cik") is not None, found.get("ticker")
    out.record(NEXT, id, pickle.dumps(("own", own), -1))
    for other, owns in sorted(about["near"]):
        out.record(NEXT, other, pickle.dumps(("near", (id, name, owns)), -1))
    for (group,) in sorted(about["member"]):
        out.record(GROUPS, group, pickle.dumps(("name", found.get("displayName")), -1))
    return {**{key: value for key, value in found.items() if key != "labels"}, LABELS: found["labels"]}


def _vehicle(id: str, about: dict[str, set[Any]], out: Sink) -> Props:
    """Return the names of a vehicle, and put out the one that it is known by."""
    found = vehicle(worded for (worded,) in about["worded"])
    if found["named"] is not None:
        out.record(NAMES, found["named"], pickle.dumps(("vehicle", id), -1))
    return found


def group(id: str, said: Sequence[bytes], out: Sink) -> Counter[str]:
    """Put out a group with its caption."""
    about = by_kind(said)
    (stated,) = about["node"]
    members = caption(filter(None, about["name"]), stated["size"])
    out.row("Group", {"id": id, **stated, "caption": members})
    return Counter()
