"""Two loads at once, and what such loads once left behind."""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from neo4j.exceptions import Neo4jError

from examples.world import FILINGS
from graphload.check.counting import missing_constraints
from graphload.filing.values import Filing
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Outcome, Store, open_store
from tests.conftest import Engine
from tests.contents import contents

SOME = FILINGS[:12]
EMPTY = "MATCH (n) DETACH DELETE n"
DOUBLED = """MATCH (f:Filing {id: $id})-[r:TRANSACTION|HOLDING]->(s:Security)
CREATE (f)-[twice:TRANSACTION]->(s) SET twice = properties(r)"""


def put(address: str, filings: Sequence[Filing], size: int) -> None:
    """Load filings in batches of a size, by a client of its own."""
    with open_store(address) as store:
        store.prepare()
        for start in range(0, len(filings), size):
            store.replace([rows(each) for each in filings[start : start + size]])
        derive(store)


@pytest.mark.parametrize("turn", range(4))
def test_loads_at_once_give_the_graph_of_one(address: str, turn: int) -> None:
    put(address, SOME, 5)
    with open_store(address) as store:
        alone = contents(store)
        store.write(EMPTY)
        shuffled = random.Random(turn).sample(SOME, len(SOME))
        with ThreadPoolExecutor() as pool:
            loads = [pool.submit(put, address, some, 3 + turn) for some in (SOME, shuffled, SOME[:6])]
        assert [load.result() for load in loads] == [None] * 3
        assert contents(store) == alone


def test_a_filing_that_is_there_twice_is_healed_by_loading_it_again(store: Store) -> None:
    store.prepare()
    mapped = [rows(each) for each in SOME]
    store.replace(mapped)
    derive(store)
    whole = contents(store)
    store.write(DOUBLED, id=mapped[0].filing.id)
    assert contents(store) != whole
    outcomes = store.replace(mapped)
    assert outcomes == [Outcome.REPLACED] + [Outcome.UNCHANGED] * (len(SOME) - 1)
    derive(store)
    assert contents(store) == whole


def test_a_filing_node_of_somebody_else_gives_way(store: Store) -> None:
    store.prepare()
    (mapped,) = [rows(each) for each in SOME[:1]]
    store.write("CREATE (:Filing {id: $id, note: 'theirs'})", id=mapped.filing.id)
    assert store.replace([mapped]) == [Outcome.LOADED]
    assert store.read("MATCH (f:Filing) RETURN f.note, f.form").rows == [(None, mapped.filing.props["form"])]


@pytest.mark.every_engine
@pytest.mark.changes_schema
def test_an_index_that_lost_its_constraint_is_mended(engine: Engine, store: Store) -> None:
    store.prepare()
    store.write("DROP CONSTRAINT address_id")
    store.write("CREATE INDEX address_id FOR (n:Address) ON (n.id)")
    assert missing_constraints(store) == ("address_id",)
    store.prepare()
    assert missing_constraints(store) == ()
    with engine.driver.session(database=engine.database) as session, pytest.raises(Neo4jError):
        session.run("UNWIND [1, 2] AS each CREATE (:Address {id: 'a'})").consume()


@pytest.mark.every_engine
@pytest.mark.changes_schema
def test_a_constraint_may_have_another_name(store: Store) -> None:
    store.prepare()
    store.write("DROP CONSTRAINT address_id")
    store.write("CREATE CONSTRAINT another FOR (n:Address) REQUIRE n.id IS UNIQUE")
    store.prepare()
    assert missing_constraints(store) == ()
    store.write("DROP CONSTRAINT another")
    assert missing_constraints(store) == ("address_id",)
    store.prepare()


def test_two_may_prepare_a_store_at_once(address: str) -> None:
    def prepare(_: int) -> None:
        with open_store(address) as store:
            store.prepare()

    with ThreadPoolExecutor() as pool:
        assert [*pool.map(prepare, range(4))] == [None] * 4
