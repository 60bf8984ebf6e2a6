"""Pairs of issuers that may come to share people, and how well the same guess did on the past."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import Any, NamedTuple

from graphload.analyze.links import Network, hubs, named, within
from graphload.analyze.params import HUB, TOGETHER, Analysis, Outcome, asked, option
from graphload.analyze.projections import Tie, ties
from graphload.ask import Column, Type
from graphload.ask.suggest import nearest
from graphload.errors import UsageError

BEST = 20  # guesses whose precision is told
_TRAINED_ON = 0.8  # of all pairs, where no day is given

QUESTION = asked(
    "likely",
    "Pairs of issuers that may come to share people, with the record of that guess.",
    "The score of a pair that shares nobody yet comes from the issuers with which both share people. The Adamic-Adar"
    " score adds 1/log(degree) of each of them, the resource allocation index 1/degree. The record says how good such"
    " guesses are: the same guess is made from what was known on the day `cut`, and compared with the pairs that"
    " arrived later. Without a record no guess is shown.\n\nA guess knows only who sits where. It knows nothing of"
    " mergers and competitors.",
    (
        option("score", Type.STRING, "adamic-adar", "`adamic-adar` or `allocation`."),
        option("least", Type.INT, 2, "Fewest issuers that both share people with."),
        option(
            "cut", Type.DATE, None, "Day from which the record counts. [default: when 80 % of the pairs were there]"
        ),
        HUB,
        TOGETHER,
        option("limit", Type.INT, 20, "Most rows."),
    ),
    (
        Column("rank", Type.INT, "Rank, the likeliest first."),
        Column("one", Type.STRING, "Name of the one issuer."),
        Column("other", Type.STRING, "Name of the other."),
        Column("score", Type.FLOAT, "Score."),
        Column("common", Type.STRINGS, "Issuers that both share people with."),
        Column("ids", Type.STRINGS, "CIK of both."),
        Column("precision", Type.FLOAT, f"Record: share of the best {BEST} guesses at `cut` that arrived later."),
        Column("chance", Type.FLOAT, "Record: share of all unlinked pairs that arrived later."),
        Column(
            "auc", Type.FLOAT, "Record: how often a pair that arrived was ranked above one that did not; 0.5 is chance."
        ),
        Column("arrived", Type.INT, "Record: pairs that arrived after `cut`."),
        Column("cut", Type.DATE, "Record: the day."),
    ),
)

Pair = tuple[str, str]
Neighbours = Mapping[str, set[str]]
SCORES: dict[str, Callable[[int], float]] = {
    "adamic-adar": lambda degree: 1 / math.log(degree),
    "allocation": lambda degree: 1 / degree,
}


class Guess(NamedTuple):
    """An unlinked pair with its score, and the neighbours that both have."""

    score: float
    pair: Pair
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """How well the guesses of a day did."""

    cut: date
    arrived: int
    best: int
    precision: float
    chance: float
    auc: float


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
    best = nsmallest(max(0, limit), guesses(neighbours(now), SCORES[score], least), key=_order)
    rows = [_row(network, rank, guess, record) for rank, guess in enumerate(best, 1)]
    aside = hubs(network, hub)
    left_out = (f"Left out, as they have more than {hub:,} issuers: {named(network, aside)}.",) if aside else ()
    return Outcome(rows, (_told(record), *left_out))


def neighbours(pairs: Collection[Pair]) -> dict[str, set[str]]:
    """Return the issuers that each issuer shares people with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def guesses(near: Neighbours, weigh: Callable[[int], float], least: int) -> Iterator[Guess]:
    """Yield every unlinked pair with enough neighbours in common; one issuer's at a time are held."""
    weights = {id: weigh(len(each)) for id, each in near.items() if len(each) > 1}
    for one in sorted(near):
        common: dict[str, list[str]] = defaultdict(list)
        for between in sorted(near[one]):
            for other in near[between]:
                if other > one and other not in near[one]:
                    common[other].append(between)
        for other, shared in common.items():
            if len(shared) >= least:
                yield Guess(sum(weights[id] for id in shared), (one, other), tuple(shared))


def _order(guess: Guess) -> tuple[float, Pair]:
    return -guess.score, guess.pair


def _usual_cut(pairs: Mapping[Pair, list[Tie]]) -> date | None:
    began = sorted(min(tie.span.since for tie in found) for found in pairs.values())
    return began[int(_TRAINED_ON * (len(began) - 1))] if began else None


def recorded(
    network: Network,
    now: Collection[Pair],
    cut: date,
    hub: int,
    together: bool,
    weigh: Callable[[int], float],
    least: int,
) -> Record | None:
    """Return how well a guess from what was known on a day did; None if nothing came after it that it could know."""
    before = ties(within(network, None, cut), hub=hub, together=together)
    near = neighbours(before)
    came = {pair for pair in now if pair not in before and pair[0] in near and pair[1] in near}
    unlinked = len(near) * (len(near) - 1) // 2 - len(before)
    if not came or unlinked == len(came):
        return None
    right: dict[Pair, float] = {}
    wrong = array("d")
    best = nsmallest(BEST, _sorted_out(guesses(near, weigh, least), came, right, wrong), key=_order)
    precision = sum(guess.pair in came for guess in best) / len(best) if best else 0.0
    auc = _auc([right.get(pair, 0.0) for pair in came], sorted(wrong), unlinked - len(came) - len(wrong))
    return Record(cut, len(came), len(best), precision, len(came) / unlinked, auc)


def _sorted_out(
    made: Iterator[Guess], came: Collection[Pair], right: dict[Pair, float], wrong: array[float]
) -> Iterator[Guess]:
    """Yield guesses on, and keep the scores of those that came true and of those that did not."""
    for guess in made:
        if guess.pair in came:
            right[guess.pair] = guess.score
        else:
            wrong.append(guess.score)
        yield guess


def _auc(right: list[float], wrong: list[float], unscored: int) -> float:
    """Return the chance that a right score is above a wrong one; `unscored` more wrong ones are 0, and ties half."""
    wins = 0.0
    for score in right:
        below, upto = bisect_left(wrong, score), bisect_right(wrong, score)
        wins += below + (upto - below) / 2 + (unscored if score > 0 else unscored / 2)
    return wins / (len(right) * (len(wrong) + unscored))


def _row(network: Network, rank: int, guess: Guess, record: Record) -> tuple[Any, ...]:
    one, other = (network.parties[id].name for id in guess.pair)
    common = [network.parties[id].name for id in guess.common]
    proof = (record.precision, record.chance, record.auc, record.arrived, record.cut)
    return rank, one, other, guess.score, common, list(guess.pair), *proof


def _told(record: Record) -> str:
    return (
        f"The same guess on {record.cut}: of the best {record.best} pairs {record.precision:.0%} arrived later, of all"
        f" pairs {record.chance:.2%}; it ranks one of the {record.arrived:,} that arrived above one that did not in"
        f" {record.auc:.0%} of cases, where 50% is chance."
    )


LIKELY = Analysis(QUESTION, compute)
