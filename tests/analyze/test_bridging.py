"""The shortest paths between two parties."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.analyze import bridging
from graphload.analyze.links import Network
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import people
from graphload.errors import UsageError
from tests.analyze.networks import NETWORKS, network, shuffled

# a hub of four issuers between ACME and BOLT, and a longer way round
ROUND = network(
    *(f"hub {issuer}" for issuer in ("ACME", "BOLT", "CORE", "DUST")),
    *("ann ACME 2000 2004", "ann ECHO 2003 2006", "bob ECHO 2005 2009", "bob BOLT 2007 2009"),
)


def found(made: Network, one: str, other: str, **given: Any) -> Outcome:
    usual: dict[str, Any] = {"steps": 4, "hub": 20, "together": True, "limit": 20}
    outcome = bridging.compute(made, one=one, other=other, **(usual | given))
    return Outcome([*outcome.rows], outcome.notes)


def paths(made: Network, one: str, other: str, **given: Any) -> list[list[str]]:
    return [row[2] for row in found(made, one, other, **given).rows]


def test_the_shortest_path_leads_through_the_hub() -> None:
    assert found(ROUND, "ACME", "BOLT").rows == [
        (1, ["ACME", "Hub", "BOLT"], ["ACME", "hub", "BOLT"], ["2000-01-01 to 2010-12-31"], ["hub:ACME", "hub:BOLT"])
    ]


def test_a_hub_is_named_and_not_walked_through() -> None:
    round_it = found(ROUND, "ACME", "BOLT", hub=3)
    assert [row[:3:2] for row in round_it.rows] == [(2, ["ACME", "ann", "ECHO", "bob", "BOLT"])]
    assert [row[3] for row in round_it.rows] == [
        ["2003-01-01 to 2004-12-31", "2005-01-01 to 2006-12-31", "2007-01-01 to 2009-12-31"]
    ]
    assert round_it.notes == ("Not walked through, as they have more than 3 issuers: Hub (hub).",)


def test_a_hub_may_be_an_end() -> None:
    assert paths(ROUND, "hub", "bob", hub=3) == [["hub", "BOLT", "bob"]]


def test_each_two_must_have_been_there_at_once() -> None:
    apart = network("ann ACME 2000 2004", "ann ECHO 2003 2006", "bob ECHO 2007 2009", "bob BOLT 2007 2009")
    assert paths(apart, "ACME", "BOLT") == []
    assert paths(apart, "ACME", "BOLT", together=False) == [["ACME", "ann", "ECHO", "bob", "BOLT"]]
    assert [row[3][1] for row in found(apart, "ACME", "BOLT", together=False).rows] == ["never at once"]


def test_a_longer_way_of_people_who_met_is_found() -> None:
    met = network(
        *("ann ACME 2000 2004", "ann ECHO 2003 2006", "bob ECHO 2007 2009", "bob BOLT 2007 2009"),
        *("ann FLUX 2003 2004", "cid FLUX 2003 2004", "cid GRIT 2003 2008", "bob GRIT 2008 2009"),
    )
    assert paths(met, "ACME", "BOLT") == [["ACME", "ann", "FLUX", "cid", "GRIT", "bob", "BOLT"]]


def test_between_people_and_from_a_person_to_an_issuer() -> None:
    assert paths(ROUND, "ann", "bob") == [["ann", "ECHO", "bob"]]
    assert paths(ROUND, "ann", "ECHO") == [["ann", "ECHO"]]
    assert [row[0] for row in found(ROUND, "ann", "BOLT", hub=3).rows] == [2]


def test_an_organization_is_on_no_way_but_may_be_an_end() -> None:
    fund = network("@fund ACME", "@fund BOLT", "ann BOLT", "ann CORE")
    assert paths(fund, "ACME", "BOLT") == []
    assert paths(fund, "@fund", "CORE") == [["@fund", "BOLT", "ann", "CORE"]]


def test_an_issuer_that_is_an_owner_too_leads_both_ways() -> None:
    owned = network("ACME BOLT", "ann ACME", "bob BOLT")
    assert paths(owned, "ACME", "bob") == [["ACME", "BOLT", "bob"]]
    assert paths(owned, "ann", "bob") == []


def test_no_way_is_longer_than_asked_for() -> None:
    assert paths(ROUND, "ACME", "BOLT", hub=3, steps=1) == []
    assert found(ROUND, "ACME", "BOLT", hub=3, steps=1).notes[0] == (
        "No path of at most 1 steps leads from one to the other."
        " Relationships end with their last filing; without `together` more steps count."
    )


def test_all_shortest_paths_in_the_order_of_their_names() -> None:
    both = network(*(f"{person} {issuer}" for person in ("cid", "ann", "bob") for issuer in ("ACME", "BOLT")))
    assert [path[1] for path in paths(both, "ACME", "BOLT")] == ["ann", "bob", "cid"]
    assert [path[1] for path in paths(both, "ACME", "BOLT", limit=2)] == ["ann", "bob"]
    assert paths(both, "ACME", "BOLT", limit=0) == []


def test_both_ends_must_differ() -> None:
    with pytest.raises(UsageError, match=r"both ends of a bridge are Ann \(ann\)"):
        found(ROUND, "ann", "ann")


def test_an_end_without_links_has_no_way() -> None:
    assert paths(ROUND, "ACME", "nobody") == []


@given(NETWORKS, st.data())
def test_without_regard_to_time_the_ways_are_those_of_networkx(made: Network, data: st.DataObject) -> None:
    graph = people(made, hub=99)
    one, other = data.draw(st.lists(st.sampled_from([*graph]), min_size=2, max_size=2, unique=True))
    try:
        expected = sorted(nx.all_shortest_paths(graph, one, other))
    except nx.NetworkXNoPath:
        expected = []
    assert sorted(paths(made, one, other, together=False, steps=99, limit=9999, hub=99)) == expected


@given(NETWORKS, st.data())
def test_each_link_of_a_way_has_a_day_in_common_with_the_next(made: Network, data: st.DataObject) -> None:
    ends = sorted({id for link in made.links for id in (link.owner, link.issuer)})
    one, other = data.draw(st.lists(st.sampled_from(ends), min_size=2, max_size=2, unique=True))
    ways = found(made, one, other, steps=9)
    assert "never at once" not in [span for row in ways.rows for span in row[3]]
    again = shuffled(made, data.draw(st.permutations(made.links)))
    assert found(again, one, other, steps=9) == ways
    assert sorted(row[2][::-1] for row in found(made, other, one, steps=9).rows) == sorted(row[2] for row in ways.rows)
