"""How well guesses did on the past: those of a day, against the pairs that arrived after it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from graphload.analyze.links import Network, within
from graphload.analyze.projections import ties
from graphload.analyze.scoring import Guess, Pair, guesses, likeliest, neighbours

BEST = 20  # guesses whose precision is told


@dataclass(frozen=True, slots=True)
class Record:
    """How well the guesses of a day did."""

    cut: date
    arrived: int
    best: int
    precision: float
    chance: float
    auc: float

    def __str__(self) -> str:
        return (
            f"The same guess on {self.cut}: of the best {self.best} pairs {self.precision:.0%} arrived later, of all"
            f" pairs {self.chance:.2%}; it ranks one of the {self.arrived:,} that arrived above one that did not in"
            f" {self.auc:.0%} of cases, where 50% is chance."
        )


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
    best = nsmallest(BEST, _sorted_out(guesses(near, weigh, least), came, right, wrong), key=likeliest)
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
