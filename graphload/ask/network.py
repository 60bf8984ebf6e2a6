"""The network of insiders as a graph of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphload.analyze.finishing import selected
from graphload.analyze.projections import projected
from graphload.ask.answers import resolved
from graphload.ask.binding import bind
from graphload.ask.packs import question as question_named
from graphload.store import Store

if TYPE_CHECKING:
    import networkx as nx

_QUESTION = "evidence/network"


def network(store: Store, /, **params: Any) -> nx.Graph:
    """Return the network of insiders as a networkx graph: people and issuers, or `projection="issuers"`.

    Nodes are parties by `id`, with `label`, `kind` and, where there is one, `ticker`. An edge of a person and
    an issuer has the `owner`, `roles`, `since`, `until` and `filing`. An edge of two issuers has the `people` who tie
    them, their `ids`, `spans` and `filings`, and their number as its `weight`. `graph.graph["hubs"]` lists the people
    with more than `hub` issuers. The parameters are those of the question `evidence/network`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graph = graphload.network(store)
    >>> [held["label"] for id, held in graph.nodes(data=True)]
    ['ALLIED MOTION TECHNOLOGIES INC', 'Robert P Maida']
    """
    question = question_named(_QUESTION)
    parameters, _ = resolved(store, question, bind(question, params))
    found, rest = selected(store.read(question.cypher).dicts(), parameters)
    rest.pop("limit")
    return projected(found, rest.pop("projection"), **rest)
