"""A projection as a table of its edges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from graphload.analyze.links import Network, named
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import ISSUERS, projected

if TYPE_CHECKING:
    import networkx as nx


def compute(
    network: Network, *, projection: str, hub: int, together: bool, organizations: bool, limit: int | None
) -> Outcome:
    """Return the edges of a projection, the heaviest first."""
    graph = projected(network, projection, hub=hub, together=together, organizations=organizations)
    rows = sorted(_rows(graph, projection), key=lambda row: (-row[2], row[0], row[1], row[6]))
    aside = graph.graph["hubs"]
    notes = (f"With more than {hub:,} issuers, and walked through by no analysis: {named(network, aside)}.",)
    return Outcome(rows if limit is None else islice(rows, max(0, limit)), notes if aside else ())


def _rows(graph: nx.Graph, projection: str) -> Iterator[tuple[Any, ...]]:
    label = graph.nodes(data="label")
    for one, other, edge in graph.edges(data=True):
        if edge.get("owner") == other:
            one, other = other, one  # noqa: PLW2901
        if projection == ISSUERS:
            through = edge["people"], list(edge["spans"]), list(edge["filings"])
        else:
            through = edge["roles"], [f"{edge['since']} to {edge['until']}"], [edge["filing"]]
        yield label[one], label[other], edge["weight"], list(through[0]), *through[1:], [one, other]
