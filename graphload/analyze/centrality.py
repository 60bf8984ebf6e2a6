"""The best connected people and issuers: how many links each has, and how many shortest paths lead through it."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from graphload.analyze.links import Network, named
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import projected
from graphload.errors import UsageError

if TYPE_CHECKING:
    import networkx as nx


def compute(
    network: Network,
    *,
    projection: str,
    pivots: int,
    exact: bool,
    seed: int,
    hub: int,
    together: bool,
    organizations: bool,
    limit: int,
) -> Outcome:
    """Rank the nodes of a projection by betweenness, then by degree."""
    graph = projected(network, projection, hub=hub, together=together, organizations=organizations)
    degrees, hubs = dict(graph.degree()), graph.graph["hubs"]
    graph.remove_nodes_from(hubs)
    between, notes = betweenness(graph, pivots=pivots, exact=exact, seed=seed)
    parts = components(graph)
    rows = [
        (party.name, party.kind, degree, between.get(id), id in {*hubs}, parts.get(id), id)
        for id, degree in degrees.items()
        for party in (network.parties[id],)
    ]
    rows.sort(key=lambda row: (-(row[3] or 0.0), -row[2], row[0], row[6]))
    if hubs:
        notes += (f"Left out of the paths, as they have more than {hub:,} issuers: {named(network, hubs)}.",)
    return Outcome(islice(rows, max(0, limit)), notes)


def betweenness(graph: nx.Graph, *, pivots: int, exact: bool, seed: int) -> tuple[dict[str, float], tuple[str, ...]]:
    """Return the betweenness of each node, and a sentence that says how it was estimated."""
    import networkx as nx

    if pivots == 1 or pivots < 0:
        raise UsageError(f"pivots should be 2 or more, or 0 for the degree alone, not {pivots}")
    if pivots == 0 and not exact:
        return {}, ()
    if exact and find_spec("rustworkx"):
        return _exactly(graph), ()
    if exact or pivots >= len(graph):
        return nx.betweenness_centrality(graph), ()
    note = f"Betweenness is estimated from the paths of {pivots:,} of {len(graph):,} nodes; its order is rough."
    return nx.betweenness_centrality(graph, k=pivots, seed=seed), (note,)


def _exactly(graph: nx.Graph) -> dict[str, float]:
    import rustworkx

    copy = rustworkx.networkx_converter(graph)
    found = rustworkx.betweenness_centrality(copy)
    return {copy[index]: value for index, value in found.items()}


def components(graph: nx.Graph) -> dict[str, int]:
    """Return the number of the component of each node, the largest first."""
    import networkx as nx

    found = sorted(map(sorted, nx.connected_components(graph)), key=lambda part: (-len(part), part))
    return {id: number for number, part in enumerate(found, 1) for id in part}
