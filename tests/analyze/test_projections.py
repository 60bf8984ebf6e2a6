"""The two graphs that a network is seen as."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.analyze import edges
from graphload.analyze.links import Network, hubs, within
from graphload.analyze.projections import issuers, people, projected
from graphload.errors import UsageError
from tests.analyze.networks import NETWORKS, network, shuffled

BOARDS = network("ann ACME 2000 2005", "ann BOLT 2003 2009", "bob ACME 2001 2002", "bob BOLT 2003 2004", "@fund ACME")


def test_an_owner_is_linked_to_an_issuer() -> None:
    graph = people(BOARDS, hub=20)
    assert {*graph} == {"ann", "bob", "ACME", "BOLT"}
    assert graph.nodes["ann"] == {"label": "Ann", "kind": "person", "hub": False}
    days = {"since": date(2000, 1, 1), "until": date(2005, 12, 31)}
    assert graph.edges["ann", "ACME"] == {
        "weight": 1,
        "owner": "ann",
        "roles": ("director",),
        **days,
        "filing": "ann:ACME",
    }


def test_organizations_are_in_it_if_asked_for() -> None:
    assert {*people(BOARDS, hub=20, organizations=True)} - {*people(BOARDS, hub=20)} == {"@fund"}


def test_issuers_are_tied_by_people_who_were_there_at_once() -> None:
    graph = issuers(BOARDS, hub=20, together=True)
    assert [*graph.edges(data="weight")] == [("ACME", "BOLT", 1)]
    tied = graph.edges["ACME", "BOLT"]
    assert (tied["people"], tied["ids"]) == (("Ann",), ("ann",))
    assert (tied["spans"], tied["filings"]) == (("2003-01-01 to 2005-12-31",), ("ann:ACME", "ann:BOLT"))


def test_one_day_in_common_is_enough() -> None:
    last = network("ann ACME 2000 2005", "ann BOLT 2006 2009")
    assert not issuers(last, hub=20, together=True).edges
    touching = within(network("ann ACME 2000 2006", "ann BOLT 2006 2009"), None, date(2006, 1, 1))
    assert issuers(touching, hub=20, together=True).edges["ACME", "BOLT"]["spans"] == ("2006-01-01 to 2006-01-01",)


def test_people_who_missed_each_other_count_if_asked_for() -> None:
    tied = issuers(BOARDS, hub=20, together=False).edges["ACME", "BOLT"]
    assert (tied["weight"], tied["people"]) == (2, ("Ann", "Bob"))
    assert tied["spans"] == ("2003-01-01 to 2005-12-31", "never at once")


def test_organizations_never_tie_issuers() -> None:
    assert not issuers(network("@fund ACME", "@fund BOLT"), hub=20, together=False).edges


def test_a_hub_ties_nobody_and_is_named() -> None:
    busy = network("ann ACME", "ann BOLT", "ann CORE", "bob ACME", "bob BOLT")
    assert hubs(busy, 2) == {"ann"} and not hubs(busy, 3)
    graph = issuers(busy, hub=2, together=True)
    assert graph.edges["ACME", "BOLT"]["people"] == ("Bob",)
    assert ("CORE" in graph, graph.graph["hubs"]) == (False, ["ann"])
    assert people(busy, hub=2).nodes["ann"]["hub"]


def test_a_period_and_roles_choose_the_links() -> None:
    links = within(BOARDS, date(2005, 6, 1), None).links
    assert [(link.owner, link.issuer) for link in links] == [("@fund", "ACME"), ("ann", "ACME"), ("ann", "BOLT")]
    cut = within(BOARDS, None, date(2001, 6, 30)).links
    assert [(link.owner, link.last) for link in cut] == [
        (owner, date(2001, 6, 30)) for owner in ("@fund", "ann", "bob")
    ]
    assert within(BOARDS, None, None, ["officer"]).links == ()
    assert within(BOARDS, None, None, ["officer", "director"]) == BOARDS


def test_an_unknown_projection_is_an_error() -> None:
    with pytest.raises(UsageError, match="there is no projection 'isuers': did you mean issuers"):
        projected(BOARDS, "isuers", hub=20, together=True)


@given(NETWORKS, st.data())
def test_the_order_in_which_a_network_is_told_does_not_matter(made: Network, data: st.DataObject) -> None:
    again = shuffled(made, data.draw(st.permutations(made.links)))
    assert again == made
    for projection in ("people", "issuers"):
        one, other = (projected(each, projection, hub=2, together=True) for each in (made, again))
        assert [*one.nodes(data=True)] == [*other.nodes(data=True)]
        assert [*one.edges(data=True)] == [*other.edges(data=True)]


@given(NETWORKS)
def test_the_weight_is_the_people_who_are_insiders_of_both(made: Network) -> None:
    owners: dict[str, set[str]] = {}
    for link in made.links:
        owners.setdefault(link.issuer, set()).add(link.owner)
    expected = {
        frozenset(pair): len(both) for pair in combinations(owners, 2) if (both := owners[pair[0]] & owners[pair[1]])
    }
    drawn = issuers(made, hub=99, together=False).edges(data="weight")
    assert {frozenset((one, other)): weight for one, other, weight in drawn} == expected


def test_a_table_has_the_owner_first_and_the_heaviest_edge_on_top() -> None:
    given: dict[str, Any] = {"hub": 20, "together": False, "organizations": False, "limit": None}
    rows = [*edges.compute(BOARDS, projection="people", **given).rows]
    assert rows[0] == ("Ann", "ACME", 1, ["director"], ["2000-01-01 to 2005-12-31"], ["ann:ACME"], ["ann", "ACME"])
    (row,) = edges.compute(BOARDS, projection="issuers", **given).rows
    assert row[:4] == ("ACME", "BOLT", 2, ["Ann", "Bob"])
    assert edges.compute(BOARDS, projection="people", **(given | {"hub": 1})).notes == (
        "With more than 1 issuers, and walked through by no analysis: Ann (ann), Bob (bob).",
    )
