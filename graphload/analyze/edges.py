"""A projection as a table of its edges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from graphload.analyze.links import Network, named
from graphload.analyze.params import HUB, ORGANIZATIONS, PROJECTION, TOGETHER, Analysis, Outcome, asked, option
from graphload.analyze.projections import ISSUERS, projected
from graphload.ask import Column, Type

if TYPE_CHECKING:
    import networkx as nx

QUESTION = asked(
    "network",
    "The network of insiders: who is linked to whom.",
    "An edge between a person and an issuer is the person's relationship to it. An edge between two issuers stands"
    " for the people who are insiders of both, and its weight is their number. People with more than `hub` issuers are"
    " named and tie no issuers.\n\nThe days of a relationship run from the first filing that shows it to the last."
    " There is no network of people tied by issuers: at the size of EDGAR it would have millions of edges.",
    (
        PROJECTION,
        HUB,
        TOGETHER,
        ORGANIZATIONS,
        option("limit", Type.INT, None, "Most rows; all by default."),
    ),
    (
        Column("one", Type.STRING, "Name of the owner, or of the one issuer."),
        Column("other", Type.STRING, "Name of the issuer, or of the other."),
        Column("weight", Type.INT, "People who tie two issuers; 1 for an owner and an issuer."),
        Column("through", Type.STRINGS, "Names of these people; roles of an owner."),
        Column(
            "days", Type.STRINGS, "Days on which each is seen at both; from the first filing of an owner to the last."
        ),
        Column("filings", Type.STRINGS, "The last filing that shows each relationship."),
        Column("ids", Type.STRINGS, "CIK of both ends."),
    ),
)


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


EDGES = Analysis(QUESTION, compute)
