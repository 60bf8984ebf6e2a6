"""Pairs of issuers that may come to share people, and how well the same guess did on the past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from heapq import nsmallest
from typing import Any

from graphload.analyze.links import Network, hubs, named
from graphload.analyze.outcome import Outcome
from graphload.analyze.projections import Tie, ties
from graphload.analyze.record import Record, recorded
from graphload.analyze.scoring import SCORES, Guess, Pair, guesses, likeliest, neighbours
from graphload.errors import UsageError
from graphload.suggest import nearest

_TRAINED_ON = 0.8  # of all pairs, where no day is given


def compute(
    network: Network,
    *,
    score: str,
    least: int,
    cut: date | None,
    hub: int,
    together: bool,
    limit: int,
) -> Outcome:
    """Return the likeliest pairs, if there is a record of such guesses."""
    if score not in SCORES:
        raise UsageError(f"there is no score {score!r}{nearest(score, SCORES) or ': it is ' + ' or '.join(SCORES)}")
    now = ties(network, hub=hub, together=together)
    cut = cut or _usual_cut(now)
    record = cut and recorded(network, now, cut, hub, together, SCORES[score], least)
    if not record:
        after = f" after {cut}" if cut else ""
        return Outcome((), (f"No pair arrived{after}, so there is no record of such guesses, and none is shown.",))
    best = nsmallest(max(0, limit), guesses(neighbours(now), SCORES[score], least), key=likeliest)
    rows = [_row(network, rank, guess, record) for rank, guess in enumerate(best, 1)]
    aside = hubs(network, hub)
    left_out = (f"Left out, as they have more than {hub:,} issuers: {named(network, aside)}.",) if aside else ()
    return Outcome(rows, (str(record), *left_out))


def _usual_cut(pairs: Mapping[Pair, list[Tie]]) -> date | None:
    began = sorted(min(tie.span.since for tie in found) for found in pairs.values())
    return began[int(_TRAINED_ON * (len(began) - 1))] if began else None


def _row(network: Network, rank: int, guess: Guess, record: Record) -> tuple[Any, ...]:
    one, other = (network.parties[id].name for id in guess.pair)
    common = [network.parties[id].name for id in guess.common]
    proof = (record.precision, record.chance, record.auc, record.arrived, record.cut)
    return rank, one, other, guess.score, common, list(guess.pair), *proof
