"""In which order boxes stand in their columns: by barycentre, so that few lines cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_SWEEPS = 4

Columns = tuple[tuple[str, ...], ...]


def ordered(
    columns: Sequence[Sequence[str]], links: Iterable[tuple[str, str]], units: Mapping[str, str] | None = None
) -> Columns:
    """Return the columns in an order with few crossings.

    The last but one, of what is held through, goes by what leads to it, so that what one owner holds through stands
    together; those before go by the mean place of what they lead to. In the last, boxes of one of the `units` stay
    together and in order, and the units go by what leads to them; without units it stays as it is. This is repeated,
    for one column moves the next; of all orders on the way the first with the fewest crossings is returned.
    """
    pairs = sorted({*links})
    left, right = _neighbours(pairs)
    *owners, holders, last = map(tuple, columns)
    holders = _sorted(holders, (right,), _places((last,)))
    best: Columns | None = None
    least = 0
    for _ in range(_SWEEPS):
        for number in reversed(range(len(owners))):
            owners[number] = _sorted(owners[number], (right,), _places((*owners, holders, last)))
        holders = _sorted(holders, (left, right), _places((*owners, holders, last)))
        now: Columns = (*owners, holders, last)
        crossings = _crossings(now, pairs)
        if best is None or crossings < least:
            best, least = now, crossings
        last = _united(last, left, _places((*owners, holders)), units or dict.fromkeys(last, ""))
    return best or ()


def _united(
    column: Sequence[str], left: Mapping[str, list[str]], place: Mapping[str, float], units: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the last column sorted by the mean place of what leads to each unit."""
    leading: dict[str, list[str]] = defaultdict(list)
    for id in column:
        leading[units[id]] += left.get(id, ())
    return tuple(sorted(column, key=lambda each: _mean(leading, units[each], place)))


def _neighbours(pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        left[end].append(start)
        right[start].append(end)
    return left, right


def _sorted(
    column: Sequence[str], sides: Sequence[Mapping[str, list[str]]], place: Mapping[str, float]
) -> tuple[str, ...]:
    """Return a column sorted by the places of its neighbours on one side, then on the next, then as it was."""
    keys = {id: tuple(_mean(side, id, place) for side in sides) for id in column}
    return tuple(sorted(column, key=keys.__getitem__))


def _places(columns: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return where each box stands in its column, from 0 to 1; in no two columns quite the same."""
    return {
        id: (at + 0.5) / len(column) + number / 1e6
        for number, column in enumerate(columns)
        for at, id in enumerate(column)
    }


def _mean(neighbours: Mapping[str, list[str]], id: str, place: Mapping[str, float]) -> float:
    places = [place[each] for each in neighbours.get(id, ()) if each in place]
    return round(sum(places) / len(places), 9) if places else 1.0


def _crossings(columns: Columns, pairs: Iterable[tuple[str, str]]) -> int:
    """Count the crossings of lines between the same two columns."""
    place = {id: (number, at) for number, column in enumerate(columns) for at, id in enumerate(column)}
    between: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end in pairs:
        (one, at), (other, to) = place[start], place[end]
        between[one, other].append((at, to))
    return sum(_inversions(sorted(some)) for some in between.values())


def _inversions(lines: Sequence[tuple[int, int]]) -> int:
    return sum(
        to > below for number, (at, to) in enumerate(lines) for start, below in lines[number + 1 :] if at < start
    )
