"""Degree, betweenness and components."""

from typing import Any

import networkx as nx
import pytest

from graphload.analyze import centrality
from graphload.analyze.links import Network
from graphload.ask import bind, question
from graphload.errors import UsageError
from tests.analyze.networks import network

CHAIN = network("ann ACME", "ann BOLT", "bob BOLT", "bob CORE", "cid DUST")


def ranked(made: Network, **given: Any) -> dict[str, tuple[object, ...]]:
    found = centrality.compute(made, **_bound(given))
    return {row[6]: row[1:6] for row in found.rows}


def _bound(given: dict[str, Any]) -> dict[str, Any]:
    bound = bind(question("evidence/central"), given)
    return {name: bound[name] for name in bound if name not in ("since", "until", "roles")}


def test_the_middle_of_a_chain_is_on_most_paths() -> None:
    rows = ranked(CHAIN)
    assert [*rows][:3] == ["BOLT", "ann", "bob"]
    assert rows["BOLT"] == ("issuer", 2, 4 / 15, False, 1)
    assert rows["ann"] == ("person", 2, 3 / 15, False, 1)
    assert rows["cid"] == ("person", 1, 0.0, False, 2)


def test_issuers_by_themselves() -> None:
    assert ranked(CHAIN, projection="issuers") == {
        "BOLT": ("issuer", 2, 1.0, False, 1),
        "ACME": ("issuer", 1, 0.0, False, 1),
        "CORE": ("issuer", 1, 0.0, False, 1),
    }


def test_a_hub_has_a_degree_and_is_on_no_path() -> None:
    busy = network("ann ACME", "ann BOLT", "ann CORE", "bob ACME", "bob BOLT")
    rows = ranked(busy, hub=2)
    assert rows["ann"] == ("person", 3, None, True, None)
    assert rows["bob"] == ("person", 2, 1 / 3, False, 1)
    assert rows["CORE"] == ("issuer", 1, 0.0, False, 2)
    (note,) = centrality.compute(busy, **_bound({"hub": 2})).notes
    assert note == "Left out of the paths, as they have more than 2 issuers: Ann (ann)."


def test_pivots_estimate_and_say_so() -> None:
    found = centrality.compute(CHAIN, **_bound({"pivots": 3, "seed": 2}))
    assert found.notes == ("Betweenness is estimated from the paths of 3 of 7 nodes; its order is rough.",)
    assert [*found.rows] == [*centrality.compute(CHAIN, **_bound({"pivots": 3, "seed": 2})).rows]


def test_without_pivots_there_is_the_degree_alone() -> None:
    assert {row[1:3] for row in ranked(CHAIN, pivots=0).values()} == {(2, None), (1, None)}


def test_one_pivot_is_too_few() -> None:
    with pytest.raises(UsageError, match="pivots should be 2 or more, or 0 for the degree alone, not 1"):
        ranked(CHAIN, pivots=1)


@pytest.mark.parametrize("there", [True, False])
def test_the_exact_betweenness_is_the_same_with_rustworkx_and_without(
    monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    if not there:
        monkeypatch.setattr(centrality, "find_spec", lambda _: None)
    graph = nx.karate_club_graph()
    found, notes = centrality.betweenness(graph, pivots=0, exact=True, seed=1)
    assert found == pytest.approx(nx.betweenness_centrality(graph))
    assert notes == ()


def test_an_empty_network_has_no_rows() -> None:
    assert ranked(Network({}, ())) == {}
