"""Every question of the packs, asked of all filings, of one issuer and of one person, in a graph of two sizes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from itertools import islice
from statistics import median
from typing import Any

import click

from bench.derive import BATCH
from bench.engines import NAMES, running
from bench.generate import filings
from bench.ratios import Line, Note, Ratio, cost
from examples.world import FILINGS
from examples.world.brightwater import FILINGS as ASKED_ABOUT
from graphload.ask import Question, Type, ask, questions
from graphload.errors import GraphloadError
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store, open_store
from tests.servers import MissingEngineError

STEP = 5  # the smaller graph is a fifth of the larger one
TURNS, LONGEST = 5, 2.0  # turns of a question, and the seconds of a turn after which there is none more
# the issuer, the person and the filing that are asked about are the same in both sizes
ABOUT = {
    Type.ISSUER: ASKED_ABOUT[0].issuer.cik,
    Type.PERSON: ASKED_ABOUT[0].owners[0].cik,
    Type.FILING: ASKED_ABOUT[0].envelope.accession,
}
WAYS = {"all": None, "an issuer": Type.ISSUER, "a person": Type.PERSON, "a filing": Type.FILING}

# seconds, by the name of the question and what it is asked about; infinite without an answer
Taken = dict[tuple[str, str], float]


def measure(count: int) -> Iterator[Line]:
    """Yield what each question takes on each engine, and how that grows with the graph."""
    for name in NAMES:
        try:
            with running(name) as engine, open_store(engine.address) as store:
                yield from _grown(store, count, name)
        except MissingEngineError as error:
            yield Note(f"questions: {name}", str(error))


def _grown(store: Store, count: int, name: str) -> Iterator[Line]:
    store.prepare()
    made = filings(count)
    _put(store, iter(FILINGS))
    _put(store, islice(made, count // STEP))
    _taken(store)  # Java is slow at first
    less = _taken(store)
    _put(store, made)
    more = _taken(store)
    for question in dict.fromkeys(question for question, _ in more):
        told = (f"{about} {_told(more[question, about])}" for about in WAYS if (question, about) in more)
        yield Note(f"questions: {question}, {count:,}, {name}", "; ".join(told))
    for about in WAYS:
        # of all filings a question takes as many times as long as there are more of them, at most
        goal = 1.2 * STEP if about == "all" else 1.5
        if ratios := tuple(_over(more[key], less[key]) for key in more if key[1] == about):
            yield Ratio(f"questions: {about}, {count:,} / {count // STEP:,} filings, {name}", goal, ratios)


def _told(seconds: float) -> str:
    return "NOT ANSWERED" if seconds == math.inf else f"{1000 * seconds:,.0f} ms"


def _over(more: float, less: float) -> float:
    return more / less if less < math.inf else math.inf


def _put(store: Store, some: Iterator[Any]) -> None:
    while batch := list(islice(some, BATCH)):
        store.replace([rows(filing) for filing in batch])
    derive(store)


def _taken(store: Store) -> Taken:
    """Return what each question takes that can be asked about a thing, the first time of each left out."""
    return {
        (question.name, about): _seconds(store, question, given)
        for question in questions()
        for about, type in WAYS.items()
        if (given := _given(question, type)) is not None
    }


def _given(question: Question, type: Type | None) -> dict[str, Any] | None:
    """Return the parameters of a question about a thing; None if it has no parameter for that, or needs another."""
    example = question.examples[0]
    needed = {param.name: ABOUT.get(param.type) or example[param.name] for param in question.params if param.required}
    chosen = [param.name for param in question.params if param.type is type]
    if type is None:
        return None if needed else {}
    return needed | {chosen[0]: ABOUT[type]} if chosen else None


def _seconds(store: Store, question: Question, given: dict[str, Any]) -> float:
    turns: list[float] = []
    try:
        while len(turns) < TURNS and (len(turns) < 2 or turns[-1] < LONGEST):
            turns.append(cost(partial(ask, store, question.name, **given)))
    except GraphloadError as error:
        click.echo(f"{question.name}: {error}", err=True)
        return math.inf
    return median(turns[1:])
