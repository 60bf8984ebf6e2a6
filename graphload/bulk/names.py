"""The last stages: the neighbours of each party, and whom each name means."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence

from graphload.bulk import nodes
from graphload.bulk.columns import END, START
from graphload.bulk.output import Sink
from graphload.bulk.shuffle import by_kind
from graphload.derive.names import Called, NamesakeFacts, namesakes, near
from graphload.schema.statements import EDGE_TYPES
from graphload.schema.tables import edge_table

CALLED, NAMES = nodes.NEXT, nodes.NAMES


def called(id: str, said: Sequence[bytes], out: Sink) -> Counter[str]:
    """Put a party out under its name, with what tells its neighbours."""
    about = by_kind(said)
    ((name, numbered, ticker),) = about["own"]
    if name is not None:
        around: tuple[set[str], set[str]] = set(), set()
        for other, other_name, owned in about["near"]:
            around[0 if owned else 1].update(near(other, other_name))
        party = Called(id, numbered, ticker, *map(frozenset, around))
        out.record(NAMES, name, pickle.dumps(("party", party), -1))
    return Counter()


def work(name: str, said: Sequence[bytes], out: Sink) -> Counter[str]:
    """Put out whom a name means."""
    about = by_kind(said)
    parties = sorted(about["party"], key=lambda party: str(party.id))
    derived = namesakes(NamesakeFacts(name, tuple(parties), tuple(sorted(about["vehicle"]))))
    for key, props in sorted(derived.edges.items(), key=lambda each: (each[0].type, each[0].start)):
        edge = EDGE_TYPES[key.type]
        out.row(edge_table(edge.start[0], key.type, edge.end), {START: key.start, END: key.end, **props})
    return Counter()
