"""Groups of issuers that share many people among themselves and few with others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from statistics import mean
from typing import TYPE_CHECKING, Any

from graphload.analyze.links import Network, named
from graphload.analyze.params import HUB, LIMIT, SEED, TOGETHER, Analysis, Outcome, asked, option
from graphload.analyze.projections import issuers
from graphload.ask import Column, Type

if TYPE_CHECKING:
    import networkx as nx

Parts = list[frozenset[str]]

QUESTION = asked(
    "communities",
    "Groups of issuers that share many people among themselves.",
    "Two issuers are tied by each person who is an insider of both. The Louvain method finds groups with more ties"
    " inside than chance would give. It depends on a seed, so it is run several times: `stability` is 1 where every"
    " run finds the same group. A group is named by the least CIK in it, its anchor.\n\nIssuers that share nobody are"
    " in no group. A group says who shares people, and nothing about control.",
    (
        option("resolution", Type.FLOAT, 1.0, "More than 1 for smaller groups, less for larger ones."),
        option("runs", Type.INT, 10, "Runs with other seeds that `stability` compares."),
        option("members", Type.INT, 10, "Most issuers that a row names, the best tied first."),
        SEED,
        HUB,
        TOGETHER,
        LIMIT,
    ),
    (
        Column("community", Type.STRING, "CIK of the anchor."),
        Column("anchor", Type.STRING, "Name of the anchor."),
        Column("size", Type.INT, "Issuers."),
        Column("issuers", Type.STRINGS, "Names of the issuers that are best tied inside."),
        Column("people", Type.INT, "People who tie them."),
        Column(
            "inside", Type.INT, "Ties between two issuers of the group; a person who ties two counts once for them."
        ),
        Column("outside", Type.INT, "Ties to issuers of other groups."),
        Column(
            "stability", Type.FLOAT, "How alike the anchor's groups of all runs are, from 0 to 1; absent without runs."
        ),
    ),
)


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


COMMUNITIES = Analysis(QUESTION, compute)
