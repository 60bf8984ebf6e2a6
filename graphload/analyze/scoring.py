"""Scores of pairs of issuers that share nobody yet."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

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


def likeliest(guess: Guess) -> tuple[float, Pair]:
    """Return what guesses are sorted by, the likeliest first."""
    return -guess.score, guess.pair
