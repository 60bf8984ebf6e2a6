"""How the lines of a picture run: S-curves that leave a box on its right and enter the next on its left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from graphload.explore.layout import Layout, Place
from graphload.explore.picture import Link

_INSET = 8  # of the lowest and highest line at a box
_BEND = 0.4  # part of the way that a line goes straight out of a box


@dataclass(frozen=True, slots=True)
class Curve:
    """A line with its ends, and two control points: how far along the straight line, and how far beside it."""

    link: Link
    start: tuple[float, float]
    end: tuple[float, float]
    weights: tuple[float, float]
    distances: tuple[float, float]


def curves(links: Sequence[Link], layout: Layout) -> tuple[Curve, ...]:
    """Return the lines between boxes; lines into one box enter it side by side, in the order of where they begin."""
    frames = {f"issuer:{frame.issuer}": frame.place for frame in layout.frames}
    places = frames | layout.places
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.end].append(link)
    return tuple(_curve(link, places, y) for end, some in found.items() for link, y in _entries(some, places, end))


def _entries(links: Sequence[Link], places: Mapping[str, Place], end: str) -> list[tuple[Link, float]]:
    place = places[end]
    some = sorted(links, key=lambda link: (places[link.start].y, link.start))
    room = max(0.0, place.height - 2 * _INSET)
    step = min(7.0, room / max(1, len(some) - 1))
    return [(link, place.y + (at - (len(some) - 1) / 2) * step) for at, link in enumerate(some)]


def _curve(link: Link, places: Mapping[str, Place], y: float) -> Curve:
    start, end = places[link.start], places[link.end]
    one = (start.x + start.width / 2, start.y)
    other = (end.x - end.width / 2, y)
    bend = (other[0] - one[0]) * _BEND
    first, second = _beside((one[0] + bend, one[1]), one, other), _beside((other[0] - bend, other[1]), one, other)
    return Curve(link, one, other, (first[0], second[0]), (first[1], second[1]))


def _beside(point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return a point by the straight line between two others: the part of its length, and the distance from it."""
    x, y = other[0] - one[0], other[1] - one[1]
    length = hypot(x, y) or 1.0
    u, v = point[0] - one[0], point[1] - one[1]
    return round((u * x + v * y) / length**2, 4), round((v * x - u * y) / length, 2)
