"""Files that other programs read."""

import io
import json
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given

from graphload.analyze import export
from graphload.analyze.links import Network, Party
from graphload.analyze.projections import projected
from tests.analyze.networks import NETWORKS, link, network

BOARDS = network("ann ACME 2000 2005", "ann BOLT 2003 2009", "bob ACME", "bob BOLT")


def as_graphml(graph: nx.Graph) -> Any:
    return nx.parse_graphml("".join(export.graphml(graph)))


def as_gexf(graph: nx.Graph) -> Any:
    return nx.read_gexf(io.BytesIO("".join(export.gexf(graph)).encode()))


def as_node_link(graph: nx.Graph) -> Any:
    return nx.node_link_graph(json.loads("".join(export.node_link(graph))), edges="edges")


@pytest.mark.parametrize("projection", ["people", "issuers"])
@pytest.mark.parametrize("again", [as_graphml, as_gexf, as_node_link])
def test_networkx_reads_it_back(projection: str, again: Any) -> None:
    graph = projected(BOARDS, projection, hub=20, together=True)
    read = again(graph)
    assert (sorted(read), sorted(map(sorted, read.edges))) == (sorted(graph), sorted(map(sorted, graph.edges)))
    assert read.nodes["ACME"]["label"] == "ACME"
    (edge,) = (
        held
        for *ends, held in read.edges(data=True)
        if sorted(ends) == ["ACME", "BOLT" if projection == "issuers" else "ann"]
    )
    assert edge["weight"] == (2 if projection == "issuers" else 1)


def test_a_list_is_one_text_in_xml_and_a_list_in_json() -> None:
    graph = projected(BOARDS, "issuers", hub=20, together=True)
    assert as_graphml(graph).edges["ACME", "BOLT"]["people"] == "Ann; Bob"
    assert as_gexf(graph).edges["ACME", "BOLT"]["people"] == "Ann; Bob"
    assert as_node_link(graph).edges["ACME", "BOLT"]["people"] == ["Ann", "Bob"]


def test_a_day_is_an_iso_date() -> None:
    graph = projected(BOARDS, "people", hub=20, together=True)
    assert {each(graph).edges["ann", "ACME"]["until"] for each in (as_graphml, as_gexf, as_node_link)} == {"2005-12-31"}


@pytest.mark.parametrize("name", ['Ann "the Hub" <b> & Søn', "\u202eAnn\x00\x1b[31m", "名" * 500, "\ud800"])
def test_any_name_makes_a_file_that_can_be_read(name: str) -> None:
    made = Network(
        {"ann": Party("ann", name, "person"), "ACME": Party("ACME", "ACME", "issuer")}, (link("ann", "ACME"),)
    )
    graph = projected(made, "people", hub=20, together=True)
    for write in (export.graphml, export.gexf):
        text = "".join(write(graph))
        assert text.isascii()
        ElementTree.fromstring(text)
    if "S" in name:
        assert as_graphml(graph).nodes["ann"]["label"] == as_gexf(graph).nodes["ann"]["label"] == name
    assert json.loads("".join(export.node_link(graph)))["nodes"][1]["label"] == name


def test_an_empty_network_makes_a_file() -> None:
    graph = projected(Network({}, ()), "people", hub=20, together=True)
    assert [len(each(graph)) for each in (as_graphml, as_gexf, as_node_link)] == [0, 0, 0]


@given(NETWORKS)
def test_nothing_is_lost(made: Network) -> None:
    graph = projected(made, "people", hub=2, together=True)
    for read in (as_graphml(graph), as_gexf(graph), as_node_link(graph)):
        assert sorted(map(sorted, read.edges)) == sorted(map(sorted, graph.edges))
