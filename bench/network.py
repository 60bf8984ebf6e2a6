"""The cost of each analysis of a generated network, as JSON: `python -m bench.network PEOPLE PIVOTS`."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Any

import networkx as nx

from bench.boards import network
from bench.child import MEGABYTE
from graphload.analyze import bridging, guessing
from graphload.analyze.centrality import betweenness
from graphload.analyze.grouping import louvain
from graphload.analyze.links import Network
from graphload.analyze.projections import issuers, people

ISSUERS = 12  # for each hundred people
PAIRS = 20  # between which bridges are looked for
HUB = 20


def main(count: str, pivots: str) -> None:
    """Print the CPU seconds of each step, the peak of memory in MB after it, and what came out."""
    costs: dict[str, dict[str, Any]] = {}

    def step(name: str, work: Callable[[], Any], size: Callable[[Any], str]) -> Any:
        before = time.process_time()
        result = work()
        seconds = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
        costs[name] = {"seconds": seconds, "peak": peak, "size": size(result)}
        return result

    several = max(1, int(count) * ISSUERS // 100)
    linked = "{:,} parties, {:,} links"
    made = step(
        "network", lambda: network(int(count), several), lambda it: linked.format(len(it.parties), len(it.links))
    )
    step("bare", lambda: nx.Graph((link.owner, link.issuer) for link in made.links), _sized)
    whole = step("people", lambda: people(made, hub=HUB), _sized)
    tied = step("issuers", lambda: issuers(made, hub=HUB, together=True), _sized)
    step("louvain", lambda: louvain(tied, resolution=1.0, seed=1), lambda it: f"{len(it):,} communities")
    for name, graph in (("betweenness, issuers", tied), ("betweenness, people", whole)):
        step(name, partial(betweenness, graph, pivots=int(pivots), exact=False, seed=1), lambda _: f"{pivots} pivots")
    step("bridges", lambda: _bridges(made, sorted(tied)), lambda it: f"{PAIRS} pairs, steps {it}")
    step("likely", lambda: _likely(made), lambda it: f"{len([*it.rows])} rows; {'; '.join(it.notes[:1])}")
    json.dump(costs, sys.stdout)


def _sized(graph: nx.Graph) -> str:
    return f"{len(graph):,} nodes, {graph.number_of_edges():,} edges"


def _bridges(made: Network, ids: list[str]) -> dict[int, int]:
    """Return how many pairs are linked by how many steps; 0 is not at all."""
    counts: dict[int, int] = {}
    for one, other in islice(zip(ids, ids[len(ids) // 2 :], strict=False), PAIRS):
        found = bridging.compute(made, one=one, other=other, steps=4, hub=HUB, together=True, limit=1)
        steps = next((row[0] for row in found.rows), 0)
        counts[steps] = counts.get(steps, 0) + 1
    return dict(sorted(counts.items()))


def _likely(made: Network) -> Any:
    return guessing.compute(made, score="adamic-adar", least=2, cut=None, hub=HUB, together=True, limit=20)


if __name__ == "__main__":
    main(*sys.argv[1:])
