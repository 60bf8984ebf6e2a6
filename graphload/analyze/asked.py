"""The analyses that a store can be asked for, and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphload.analyze.bridging import BRIDGES
from graphload.analyze.centrality import CENTRAL
from graphload.analyze.edges import EDGES
from graphload.analyze.grouping import COMMUNITIES
from graphload.analyze.guessing import LIKELY
from graphload.analyze.links import Network, within
from graphload.analyze.params import PERIOD, Analysis
from graphload.analyze.projections import projected
from graphload.analyze.reading import read
from graphload.ask import Answer, bind
from graphload.ask.answers import resolved
from graphload.store import Store

if TYPE_CHECKING:
    import networkx as nx

ANALYSES = {each.question.name.partition("/")[2]: each for each in (EDGES, CENTRAL, COMMUNITIES, BRIDGES, LIKELY)}


def answer(store: Store, analysis: Analysis, given: Mapping[str, Any]) -> Answer:
    """Answer an analysis. Raises UsageError as `graphload.ask` does."""
    question = analysis.question
    parameters, meant = resolved(store, question, bind(question, given))
    network, rest = _selected(store, parameters)
    outcome = analysis.compute(network, **rest)
    columns = tuple(column.name for column in question.columns)
    return Answer(question, columns, tuple(outcome.rows), parameters, meant, outcome.notes)


def network(store: Store, /, **params: Any) -> nx.Graph:
    """Return the network of insiders as a networkx graph: people and issuers, or `projection="issuers"`.

    Nodes are parties by `id`, with `label`, `kind` and, where there is one, `ticker`. An edge of a person and
    an issuer has the `owner`, `roles`, `since`, `until` and `filing`. An edge of two issuers has the `people` who tie
    them, their `ids`, `spans` and `filings`, and their number as its `weight`. `graph.graph["hubs"]` lists the people
    with more than `hub` issuers. Other parameters are those of `graphload analyze network`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graph = graphload.analyze.network(store)
    >>> [held["label"] for id, held in graph.nodes(data=True)]
    ['ALLIED MOTION TECHNOLOGIES INC', 'Robert P Maida']
    """
    selected, rest = _selected(store, bind(EDGES.question, params))
    rest.pop("limit")
    return projected(selected, rest.pop("projection"), **rest)


def central(store: Store, /, **params: Any) -> Answer:
    """Rank people and issuers by their links, and by the shortest paths that lead through them.

    The parameters are those of `graphload analyze central`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.analyze.central(store).dicts()[0]["degree"]
    1
    """
    return answer(store, CENTRAL, params)


def communities(store: Store, /, **params: Any) -> Answer:
    """Find groups of issuers that share many people among themselves.

    The parameters are those of `graphload analyze communities`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     len(graphload.analyze.communities(store))
    0
    """
    return answer(store, COMMUNITIES, params)


def bridges(store: Store, one: str, other: str, /, **params: Any) -> Answer:
    """Find the shortest ways between two parties, each given by name, ticker or CIK.

    The parameters are those of `graphload analyze bridges`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.analyze.bridges(store, "AMOT", "Robert Maida").dicts()[0]["steps"]
    1
    """
    return answer(store, BRIDGES, {**params, "one": one, "other": other})


def likely(store: Store, /, **params: Any) -> Answer:
    """Guess which issuers may come to share people, with the record of that guess.

    The parameters are those of `graphload analyze likely`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.analyze.likely(store).notes[0]
    'No pair arrived, so there is no record of such guesses, and none is shown.'
    """
    return answer(store, LIKELY, params)


def _selected(store: Store, parameters: Mapping[str, Any]) -> tuple[Network, dict[str, Any]]:
    """Return the network of a period and of roles, and the other parameters."""
    period = {param.name: parameters[param.name] for param in PERIOD}
    rest = {name: value for name, value in parameters.items() if name not in period}
    return within(read(store), **period), rest
