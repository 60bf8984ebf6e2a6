"""The two graphs that a network is seen as: owners and issuers, or issuers tied by the people that they share.

People tied by issuers would be a third, of millions of edges; nothing here builds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from graphload.analyze.links import Link, Network, Party, Span, hubs, of_people, overlap
from graphload.errors import UsageError
from graphload.suggest import nearest

if TYPE_CHECKING:
    import networkx as nx

PEOPLE, ISSUERS = "people", "issuers"


class Tie(NamedTuple):
    """Somebody who ties two issuers: the days at both, and the filing at each that shows it."""

    person: str
    span: Span
    filings: tuple[str, str]


def projected(network: Network, projection: str, *, hub: int, together: bool, organizations: bool = False) -> nx.Graph:
    """Return the graph of a projection by its name. Raises UsageError for an unknown one."""
    if projection == PEOPLE:
        return people(network, hub=hub, organizations=organizations)
    if projection == ISSUERS:
        return issuers(network, hub=hub, together=together)
    names = (PEOPLE, ISSUERS)
    raise UsageError(
        f"there is no projection {projection!r}{nearest(projection, names) or f': it is {PEOPLE} or {ISSUERS}'}"
    )


def people(network: Network, *, hub: int, organizations: bool = False) -> nx.Graph:
    """Return the graph of people and issuers; organizations that report are in it if asked for.

    Each edge has the roles, the days of the first and the last filing, and the last filing. Hubs are marked.
    """
    import networkx as nx

    links = network.links if organizations else of_people(network)
    found = hubs(network, hub)
    graph = nx.Graph(hubs=sorted(found))
    for id in sorted({end for link in links for end in (link.owner, link.issuer)}):
        graph.add_node(id, **_described(network.parties[id]), hub=id in found)
    graph.add_edges_from((link.owner, link.issuer, _stated(link)) for link in links)
    return graph


def issuers(network: Network, *, hub: int, together: bool) -> nx.Graph:
    """Return the graph of issuers that share people, hubs aside; the weight of an edge is how many.

    With `together`, only people count who are seen at both issuers on one day at least.
    """
    import networkx as nx

    pairs = ties(network, hub=hub, together=together)
    graph = nx.Graph(hubs=sorted(hubs(network, hub)))
    for id in sorted({end for pair in pairs for end in pair}):
        graph.add_node(id, **_described(network.parties[id]))
    graph.add_edges_from((*pair, _tied(pairs[pair], network.parties)) for pair in sorted(pairs))
    return graph


def ties(network: Network, *, hub: int, together: bool) -> dict[tuple[str, str], list[Tie]]:
    """Return who ties each pair of issuers; a person who is a hub ties none."""
    found: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for links in _by_person(network, hub):
        for one, other in combinations(links, 2):
            span = overlap(one, other)
            if not (together and span.empty):
                found[one.issuer, other.issuer].append(Tie(one.owner, span, (one.filing, other.filing)))
    return found


def _by_person(network: Network, hub: int) -> Iterator[list[Link]]:
    """Yield the links of each person who is no hub; each list is sorted by issuer."""
    aside = hubs(network, hub)
    found: dict[str, list[Link]] = defaultdict(list)
    for link in of_people(network):
        if link.owner not in aside:
            found[link.owner].append(link)
    return iter(found.values())


def _described(party: Party) -> dict[str, Any]:
    described = {"label": party.name, "kind": party.kind}
    return described | {"ticker": party.ticker} if party.ticker else described


def _stated(link: Link) -> dict[str, Any]:
    seen = {"since": link.first, "until": link.last}
    return {"weight": 1, "owner": link.owner, "roles": link.roles, **seen, "filing": link.filing}


def _tied(found: list[Tie], parties: Mapping[str, Party]) -> dict[str, Any]:
    return {
        "weight": len(found),
        "people": tuple(parties[tie.person].name for tie in found),
        "ids": tuple(tie.person for tie in found),
        "spans": tuple(str(tie.span) for tie in found),
        "filings": tuple(filing for tie in found for filing in tie.filings),
    }
