"""Groups of issuers."""

import subprocess
import sys
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphload.analyze import grouping
from graphload.analyze.links import Network
from graphload.ask import bind, question
from tests.analyze.networks import NETWORKS, network, shuffled
from tests.servers import ROOT


def tied(*issuers: str) -> list[str]:
    """Return lines that tie every two of some issuers by a person of their own."""
    return [f"{(one + other).lower()} {issuer}" for one, other in combinations(issuers, 2) for issuer in (one, other)]


TWO = network(*tied("ACME", "BOLT", "CORE"), *tied("DUST", "ECHO", "FLUX", "GRIT"), "zed CORE", "zed DUST")


def found(made: Network, **given: object) -> list[tuple[Any, ...]]:
    bound = bind(question("evidence/communities"), given)
    kept = {name: bound[name] for name in bound if name not in ("since", "until", "roles")}
    return [*grouping.compute(made, **kept).rows]


def test_two_groups_with_one_tie_between_them() -> None:
    assert found(TWO) == [
        ("DUST", "DUST", 4, ["DUST", "ECHO", "FLUX", "GRIT"], 6, 6, 1, 1.0),
        ("ACME", "ACME", 3, ["ACME", "BOLT", "CORE"], 3, 3, 1, 1.0),
    ]


def test_a_row_names_the_best_tied() -> None:
    assert [row[3] for row in found(network(*tied("ACME", "BOLT"), "ann BOLT", "ann CORE"), members=1)] == [["BOLT"]]


def test_without_other_runs_nothing_is_said_about_stability() -> None:
    assert [row[7] for row in found(TWO, runs=0)] == [None, None]


def test_what_shares_nobody_is_in_no_group() -> None:
    assert found(network("ann ACME", "bob BOLT")) == found(Network({}, ())) == []


@given(NETWORKS, st.data())
def test_the_order_in_which_a_network_is_told_does_not_matter(made: Network, data: st.DataObject) -> None:
    again = shuffled(made, data.draw(st.permutations(made.links)))
    assert found(made, runs=2) == found(again, runs=2)


def test_the_order_of_a_graph_does_not_matter() -> None:
    code = """
import random, networkx as nx
from graphload.analyze.grouping import louvain
edges = [(f"{a:03}", f"{b:03}", {"weight": 1}) for a, b in nx.gnm_random_graph(200, 500, seed=1).edges]
found = set()
for turn in range(3):
    random.shuffle(edges)
    found.add(frozenset(louvain(nx.Graph(edges), resolution=1.0, seed=1)))
print(len(found), sorted(map(sorted, found.pop())))
"""
    runs = {
        subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."})
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert runs.pop().startswith(b"1 ")
