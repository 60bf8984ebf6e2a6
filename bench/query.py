"""Asking a question of a pack, and its Cypher through the store, against the bare driver with the same Cypher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from neo4j import READ_ACCESS, ManagedTransaction

from bench.engines import NAMES, Engine, running
from bench.generate import filings
from bench.ratios import Line, Note, Ratio, Work, ratio
from graphload.ask import Answer, ask
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store, open_store
from tests.servers import MissingEngineError

TURNS, EACH = 41, 5
# few rows from an index, and as many as a question lists; the issuer is the first of the generated ones
QUESTIONS: dict[str, dict[str, Any]] = {"insiders/roster": {"issuer": "0001000000"}, "trades/purchases": {}}


def measure(count: int) -> Iterator[Line]:
    """Yield the ratios for each question on each engine, all connections open before."""
    for name in NAMES:
        try:
            with running(name) as engine, open_store(engine.address) as store:
                _fill(store, count)
                for question, given in QUESTIONS.items():
                    yield from _asked(engine, store, ask(store, question, **given), given, name)
        except MissingEngineError as error:
            yield Note(f"query: {name}", str(error))


def _fill(store: Store, count: int) -> None:
    store.prepare()
    for filing in filings(count):
        store.replace([rows(filing)])
    derive(store)


def _asked(engine: Engine, store: Store, answer: Answer, given: dict[str, Any], name: str) -> Iterator[Line]:
    question = answer.question
    bare = partial(_bare, engine, question.cypher, answer.parameters)
    ways: dict[str, Work] = {
        "ask": partial(ask, store, question.name, **given),
        "store.read": partial(store.read, question.cypher, **answer.parameters),
    }
    for way, ours in ways.items():
        pairs: list[tuple[Work, Work]] = [(ours, bare)] * EACH
        ratio(pairs * 4)  # the engine compiles what it is asked often
        turns = tuple(ratio(pairs) for _ in range(TURNS))
        yield Ratio(f"query: {way} / driver, {question.name}, {name}", 1.05, turns)


def _bare(engine: Engine, cypher: str, parameters: Mapping[str, Any]) -> list[list[Any]]:
    def work(tx: ManagedTransaction) -> list[list[Any]]:
        return [record.values() for record in tx.run(cypher, dict(parameters))]

    with engine.driver.session(database=engine.database, default_access_mode=READ_ACCESS) as session:
        return session.execute_read(work)
