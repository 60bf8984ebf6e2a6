"""The network of a store, on each engine."""

from datetime import date

import networkx as nx
import pytest

import graphload
from graphload.analyze.links import Network
from graphload.analyze.reading import network
from graphload.ask import question
from graphload.errors import UsageError
from graphload.store import Store
from tests.world import OWNERS, human

PARTY = "CREATE (p:Party:Issuer {{id: '{id}', name: '{id}', displayName: '{id}', kind: '{kind}'}})"


def test_the_network_is_who_filed_about_whom(world: Store) -> None:
    graph = graphload.network(world)
    assert isinstance(graph, nx.Graph)
    told = {(owner.cik, filing.issuer.cik) for filing, owner in OWNERS if human(owner)}
    assert {*map(frozenset, graph.edges)} == {*map(frozenset, told)}
    everybody = graphload.network(world, organizations=True)
    everyone = {frozenset((owner.cik, filing.issuer.cik)) for filing, owner in OWNERS}
    assert {*map(frozenset, everybody.edges)} == {pair for pair in everyone if len(pair) == 2}
    assert everybody.nodes["0009000021"] == {
        "label": "Northlight Ventures IV, L.P.",
        "kind": "organization",
        "hub": False,
    }
    assert everybody.nodes["0009000006"]["kind"] == "issuer"


def test_issuers_are_tied_by_their_people(world: Store) -> None:
    tied = graphload.network(world, projection="issuers", together=False)
    found = {frozenset(pair): {*held["ids"]} for *pair, held in tied.edges(data=True)}
    people = {(owner.cik, filing.issuer.cik) for filing, owner in OWNERS if human(owner)}
    assert found == {
        frozenset((one, other)): both
        for one in {issuer for _, issuer in people}
        for other in {issuer for _, issuer in people}
        if one < other
        if (
            both := {cik for cik, issuer in people if issuer == one}
            & {cik for cik, issuer in people if issuer == other}
        )
    }


def test_a_bridge_names_its_people_and_filings(world: Store) -> None:
    (row,) = graphload.ask(world, "interlocks/bridge", one="BRWI", other="merrow").dicts()
    assert row["path"] == ["Brightwater Instruments, Inc.", "Ingrid Vasquez-Thorne", "Merrow Therapeutics, Inc."]
    assert row["filings"] == ["0009900001-24-000019", "0009900003-23-000002"]
    assert graphload.ask(world, "interlocks/bridge", one="Quist Mabel", other="Robert Maida").notes[0] == (
        "No path of at most 4 steps leads from one to the other."
        " Relationships end with their last filing; without `together` more steps count."
    )


def test_a_name_that_means_several_is_an_error(world: Store) -> None:
    with pytest.raises(UsageError, match="'Gannet Street' may mean Gannet Street GP LLC"):
        graphload.ask(world, "interlocks/bridge", one="Gannet Street", other="BRWI")
    with pytest.raises(UsageError, match="both ends of a bridge are Brightwater Instruments, Inc"):
        graphload.ask(world, "interlocks/bridge", one="BRWI", other="0009000001")


def test_an_unknown_parameter_is_an_error(world: Store) -> None:
    with pytest.raises(UsageError, match="evidence/central has no parameter 'pivot': did you mean pivots"):
        graphload.ask(world, "evidence/central", pivot=3)
    with pytest.raises(UsageError, match="parameter hub takes a whole number"):
        graphload.network(world, hub="many")


def test_an_answer_is_like_those_of_questions(world: Store) -> None:
    answer = graphload.ask(world, "evidence/central", until="2023-12-31", limit=3)
    assert len(answer) == 3
    assert answer.columns == tuple(column.name for column in answer.question.columns)
    assert answer.parameters["until"] == date(2023, 12, 31)
    assert answer.to_csv().startswith("name,kind,degree,")
    shown = graphload.ask(world, "evidence/communities")._repr_html_()
    assert shown.endswith("</table><p>4 issuers; communities: 2; modularity: 0.08.</p>")


def test_an_empty_store_has_an_empty_network(store: Store) -> None:
    assert len(graphload.network(store)) == 0
    for name in ("evidence/central", "evidence/communities", "evidence/next"):
        assert len(graphload.ask(store, name)) == 0
    with pytest.raises(UsageError, match="there is no issuer or reporting owner 'BRWI' in this store"):
        graphload.ask(store, "interlocks/bridge", one="BRWI", other="AMOT")


def test_a_party_without_a_cik_is_who_it_seems_to_be(store: Store) -> None:
    plant(store, {"0000000001": "person", "name:ANN": "person", "0000000002": "", "0000000003": ""})
    relate(store, "0000000001", "0000000002", "2020-01-01", "2021-01-01", "f1")
    relate(store, "name:ANN", "0000000002", "2019-01-01", "2020-06-01", "f2")
    relate(store, "name:ANN", "0000000003", "2019-01-01", "2019-06-01", "f3")
    store.write("MATCH (a:Party {id: 'name:ANN'}), (b:Party {id: '0000000001'}) CREATE (a)-[:SAME_AS]->(b)")
    found = read(store)
    assert [*found.parties] == ["0000000001", "0000000002", "0000000003"]
    assert found.parties["0000000001"].name == "0000000001"
    assert [(link.owner, link.issuer, link.first, link.last, link.filing) for link in found.links] == [
        ("0000000001", "0000000002", date(2019, 1, 1), date(2021, 1, 1), "f1"),
        ("0000000001", "0000000003", date(2019, 1, 1), date(2019, 6, 1), "f3"),
    ]


def test_other_nodes_and_an_issuer_about_itself_are_left_out(store: Store) -> None:
    plant(store, {"theirs": "person", "0000000002": ""})
    relate(store, "theirs", "0000000002", "2020-01-01", "2021-01-01", "f1")
    relate(store, "0000000002", "0000000002", "2020-01-01", "2021-01-01", "f2")
    assert read(store).links == ()


def read(store: Store) -> Network:
    return network(store.read(question("evidence/network").cypher).dicts())


def plant(store: Store, parties: dict[str, str]) -> None:
    for id, kind in parties.items():
        store.write(PARTY.format(id=id, kind=kind))


def relate(store: Store, owner: str, issuer: str, first: str, last: str, filing: str) -> None:
    store.write(
        """MATCH (a:Party {id: $owner}), (b:Party {id: $issuer})
        CREATE (a)-[link:INSIDER_OF {firstSeen: date($first), lastSeen: date($last), filing: $filing}]->(b)
        SET link.roles = ['director']""",
        owner=owner,
        issuer=issuer,
        first=first,
        last=last,
        filing=filing,
    )
