"""Groups of issuers that share many people among themselves and few with others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from statistics import mean
from typing import TYPE_CHECKING, Any

from graphload.analyze.links import Network, named
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import issuers

if TYPE_CHECKING:
    import networkx as nx

Parts = list[frozenset[str]]


def compute(
    network: Network,
    *,
    resolution: float,
    runs: int,
    members: int,
    seed: int,
    hub: int,
    together: bool,
    limit: int,
) -> Outcome:
    """Return the communities of issuers, the largest first."""
    import networkx as nx

    graph = issuers(network, hub=hub, together=together)
    parts = louvain(graph, resolution=resolution, seed=seed)
    others = [louvain(graph, resolution=resolution, seed=seed + turn) for turn in range(1, runs + 1)]
    rows = sorted((_row(network, graph, part, others, members) for part in parts), key=lambda row: (-row[2], row[0]))
    notes = []
    if parts:
        quality = nx.community.modularity(graph, parts, resolution=resolution)
        notes.append(f"{len(graph):,} issuers; communities: {len(parts):,}; modularity: {quality:.2f}.")
    if aside := graph.graph["hubs"]:
        notes.append(f"Left out, as they have more than {hub:,} issuers: {named(network, aside)}.")
    return Outcome(islice(rows, max(0, limit)), tuple(notes))


def louvain(graph: nx.Graph, *, resolution: float, seed: int) -> Parts:
    """Return the communities of a graph, each by its nodes; the order of nodes and edges does not matter."""
    import networkx as nx

    names = sorted(graph)
    number = {id: at for at, id in enumerate(names)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    edges = ((*sorted((number[one], number[other])), weight) for one, other, weight in graph.edges(data="weight"))
    plain.add_weighted_edges_from(sorted(edges))
    found = nx.community.louvain_communities(plain, resolution=resolution, seed=seed)
    return [frozenset(names[at] for at in part) for part in found]


def _row(network: Network, graph: nx.Graph, part: frozenset[str], others: Iterable[Parts], members: int) -> Any:
    anchor = min(part)
    inside = {id: sum(tied["weight"] for other, tied in graph[id].items() if other in part) for id in part}
    outside = sum(tied["weight"] for id in part for other, tied in graph[id].items() if other not in part)
    people = {person for id in part for other, tied in graph[id].items() if other in part for person in tied["ids"]}
    best = sorted(part, key=lambda each: (-inside[each], network.parties[each].name, each))[: max(0, members)]
    names = [network.parties[id].name for id in best]
    stable = _stability(part, anchor, others)
    return (
        anchor,
        network.parties[anchor].name,
        len(part),
        names,
        len(people),
        sum(inside.values()) // 2,
        outside,
        stable,
    )


def _stability(part: frozenset[str], anchor: str, others: Iterable[Parts]) -> float | None:
    """Return the mean share that a group and the anchor's group of each other run have in common."""
    again = [next(each for each in parts if anchor in each) for parts in others]
    return mean(len(part & each) / len(part | each) for each in again) if again else None
