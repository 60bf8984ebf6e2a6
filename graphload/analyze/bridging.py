"""The shortest paths between two parties, over people and issuers, around hubs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from graphload.analyze.links import PERSON, Link, Network, hubs, named, overlap
from graphload.analyze.outcome import Outcome
from graphload.errors import UsageError


@dataclass(frozen=True, slots=True)
class Arcs:
    """Links as arcs with a direction: `2 * i` leads from the owner of link `i` to its issuer, `2 * i + 1` back."""

    links: tuple[Link, ...]
    leaving: dict[str, list[int]]

    def ends(self, arc: int) -> tuple[str, str]:
        """Return where an arc begins and where it ends."""
        link = self.links[arc >> 1]
        return (link.issuer, link.owner) if arc & 1 else (link.owner, link.issuer)

    def meet(self, arc: int, other: int) -> bool:
        """Whether two links have a day in common."""
        return not overlap(self.links[arc >> 1], self.links[other >> 1]).empty


def arcs(links: tuple[Link, ...]) -> Arcs:
    """Return the arcs of links."""
    made = Arcs(links, defaultdict(list))
    for arc in range(2 * len(links)):
        made.leaving[made.ends(arc)[0]].append(arc)
    return made


def compute(network: Network, *, one: str, other: str, steps: int, hub: int, together: bool, limit: int) -> Outcome:
    """Return the shortest paths from one party to another."""
    if one == other:
        who = named(network, [one]) if one in network.parties else one
        raise UsageError(f"both ends of a bridge are {who}: give two different ones")
    ends, aside = {one, other}, hubs(network, hub) - {one, other}
    walked = arcs(tuple(link for link in network.links if _leads(network, link, ends) and link.owner not in aside))
    left = _distances(walked, one, other, 2 * steps, together)
    paths = [*islice(_paths(network, walked, left, one, together), max(0, limit))]
    none = () if paths or limit < 1 else (_none(steps, together),)
    return Outcome([_row(network, walked, path) for path in paths], (*none, *_named(network, ends, aside, hub)))


def _leads(network: Network, link: Link, ends: set[str]) -> bool:
    return network.parties[link.owner].kind == PERSON or link.owner in ends


def _distances(walked: Arcs, one: str, other: str, most: int, together: bool) -> dict[int, int]:
    """Return how many links are left to the other end from the start of each arc, as far as the nearest arc of one."""
    level = [arc ^ 1 for arc in walked.leaving.get(other, ())]
    left: dict[int, int] = {}
    for distance in range(1, most + 1):
        left |= dict.fromkeys(level, distance)
        if not level or any(walked.ends(arc)[0] == one for arc in level):
            break
        level = _before(walked, level, left, together)
    return left


def _before(walked: Arcs, level: list[int], left: dict[int, int], together: bool) -> list[int]:
    """Return the arcs, not met yet, that one of the arcs of a level may follow."""
    following: dict[str, list[int]] = defaultdict(list)
    for arc in level:
        following[walked.ends(arc)[0]].append(arc)
    return [
        arc ^ 1
        for node, after in following.items()
        for arc in walked.leaving[node]
        if arc ^ 1 not in left and any(_may_follow(walked, arc ^ 1, next, together) for next in after)
    ]


def _may_follow(walked: Arcs, arc: int, next: int, together: bool) -> bool:
    return arc >> 1 != next >> 1 and (not together or walked.meet(arc, next))


def _paths(network: Network, walked: Arcs, left: dict[int, int], one: str, together: bool) -> Iterator[tuple[int, ...]]:
    """Yield the shortest paths as arcs, in the order of the names on them."""

    def by_name(arc: int) -> tuple[str, str]:
        end = walked.ends(arc)[1]
        return network.parties[end].name, end

    def onward(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        arc = path[-1]
        if left[arc] == 1:
            yield path
            return
        after = [each for each in walked.leaving[walked.ends(arc)[1]] if left.get(each) == left[arc] - 1]
        for each in sorted(after, key=by_name):
            if _may_follow(walked, arc, each, together):
                yield from onward((*path, each))

    starts = [arc for arc in walked.leaving.get(one, ()) if arc in left]
    nearest = min((left[arc] for arc in starts), default=0)
    for arc in sorted(starts, key=by_name):
        if left[arc] == nearest:
            yield from onward((arc,))


def _row(network: Network, walked: Arcs, path: tuple[int, ...]) -> tuple[Any, ...]:
    ids = [walked.ends(path[0])[0], *(walked.ends(arc)[1] for arc in path)]
    links = [walked.links[arc >> 1] for arc in path]
    spans = [str(overlap(*pair)) for pair in pairwise(links)]
    names = [network.parties[id].name for id in ids]
    return (len(path) + 1) // 2, names, ids, spans, [link.filing for link in links]


def _none(steps: int, together: bool) -> str:
    hint = " Relationships end with their last filing; without `together` more steps count." if together else ""
    return f"No path of at most {steps:,} steps leads from one to the other.{hint}"


def _named(network: Network, ends: set[str], aside: frozenset[str], hub: int) -> Iterator[str]:
    """Yield a sentence that names the hubs beside the ends."""
    near = {link.owner for link in network.links if link.issuer in ends and link.owner in aside}
    near |= _colleagues(network, ends, aside)
    if near:
        yield f"Not walked through, as they have more than {hub:,} issuers: {named(network, near)}."


def _colleagues(network: Network, ends: set[str], aside: frozenset[str]) -> set[str]:
    """Return the hubs at an issuer where one of the ends is an owner."""
    issuers = {link.issuer for link in network.links if link.owner in ends}
    return {link.owner for link in network.links if link.issuer in issuers and link.owner in aside}
