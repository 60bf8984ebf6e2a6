"""Graphs as files that other programs read: GraphML, GEXF and node-link JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graphload.formats import json_text, jsonable
from graphload.visible import visible

if TYPE_CHECKING:
    import networkx as nx


def graphml(graph: nx.Graph) -> Iterator[str]:
    """Yield the lines of a graph as GraphML; a list is one text with `; ` between its members."""
    import networkx as nx

    return _ascii(nx.generate_graphml(_flat(graph), named_key_ids=True))


def gexf(graph: nx.Graph) -> Iterator[str]:
    """Yield the lines of a graph as GEXF, which Gephi reads; a list is as in GraphML."""
    import networkx as nx

    return _ascii(nx.generate_gexf(_flat(graph)))


def node_link(graph: nx.Graph) -> Iterator[str]:
    """Yield a graph as JSON with `nodes` and `edges`, as `networkx.node_link_graph(data, edges="edges")` reads it."""
    import networkx as nx

    yield f"{json_text(jsonable(nx.node_link_data(graph, edges='edges')))}\n"


def _ascii(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines of XML that are the same in every encoding of the output."""
    return (f"{line.encode('ascii', 'xmlcharrefreplace').decode()}\n" for line in lines)


def _flat(graph: nx.Graph) -> nx.Graph:
    """Return a copy with texts, numbers and truth values only, and no character that XML does not have."""
    import networkx as nx

    flat = nx.Graph(**_flattened(graph.graph))
    flat.add_nodes_from((visible(id), _flattened(held)) for id, held in graph.nodes(data=True))
    flat.add_edges_from((visible(one), visible(other), _flattened(held)) for one, other, held in graph.edges(data=True))
    return flat


def _flattened(held: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _value(value) for name, value in held.items()}


def _value(value: Any) -> str | int | float | bool:
    if isinstance(value, (bool, int, float)):
        return value
    many = isinstance(value, Iterable) and not isinstance(value, str)
    return visible("; ".join(map(str, value)) if many else str(value))
