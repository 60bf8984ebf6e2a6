"""The functions that finish questions: from the rows of a question's Cypher and its parameters to the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphload.analyze import (
    bridging,
    centrality,
    claim,
    edges,
    exposure,
    grouping,
    guessing,
    ledger,
    path,
    resembling,
    short_swing,
    standing,
)
from graphload.analyze.links import Network, within
from graphload.analyze.outcome import Outcome
from graphload.analyze.reading import network

Rows = Sequence[Mapping[str, Any]]
Finisher = Callable[[Rows, Mapping[str, Any]], Outcome]

_PERIOD = ("since", "until", "roles")


def selected(rows: Rows, parameters: Mapping[str, Any]) -> tuple[Network, dict[str, Any]]:
    """Return the network of a period and of roles, and the other parameters."""
    period = {name: parameters[name] for name in _PERIOD}
    rest = {name: value for name, value in parameters.items() if name not in period}
    return within(network(rows), **period), rest


def _of_network(compute: Callable[..., Outcome]) -> Finisher:
    def finish(rows: Rows, parameters: Mapping[str, Any]) -> Outcome:
        found, rest = selected(rows, parameters)
        return compute(found, **rest)

    return finish


FINISHERS: Mapping[str, Finisher] = {
    "alike": resembling.alike,
    "bridges": _of_network(bridging.compute),
    "central": _of_network(centrality.compute),
    "claim": claim.claim,
    "communities": _of_network(grouping.compute),
    "ledger": ledger.events,
    "likely": _of_network(guessing.compute),
    "network": _of_network(edges.compute),
    "path": path.path,
    "short_swing_exposure": exposure.exposure,
    "short_swing_groups": short_swing.across,
    "short_swing_matches": short_swing.pairs,
    "short_swing_profits": short_swing.profits,
    "standing": standing.standing,
}
