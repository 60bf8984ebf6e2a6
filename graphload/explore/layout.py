"""Where everything stands: columns of parties, groups, holders and their amounts, and securities in frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphload.explore.measure import LINE, width, wrap
from graphload.explore.order import ordered
from graphload.explore.picture import Box, Picture, titled
from graphload.explore.settling import settled

_COLUMN = {"more": 2, "person": 0, "organization": 0, "group": 1, "vehicle": 2, "direct": 2, "security": 3, "issuer": 3}
_SECURITIES = 3
_GAP, _BETWEEN = 10, 26  # between boxes of a column, and where another owner or issuer begins
_TAG = 12  # from a holder to its amounts
_STEP = 6  # between two amounts
_ASIDE = (56, 56, 0)  # from a column to the next
_LINES = 110  # from the amounts to the securities
_FRAME = 14  # from a frame to what it holds
_TITLE = 190


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a box or a frame, and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """An issuer around its securities, with the lines of its title."""

    issuer: str
    lines: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Layout:
    """Where boxes and frames are. The top left corner of all is 0, 0."""

    places: dict[str, Place]
    frames: tuple[Frame, ...]
    width: float
    height: float


def layout(picture: Picture) -> Layout:
    """Return where everything in a picture stands; the same picture gives the same places."""
    boxes = {box.id: box for box in picture.boxes}
    amounts = _amounts(picture)
    columns = _ordered(picture, boxes, amounts)
    slots = {id: _slot(boxes[id], amounts.get(id, ()), boxes) for column in columns for id in column}
    ys = _vertical(picture, columns, slots, amounts, boxes)
    xs, edges = _horizontal(columns, boxes)
    places = {
        id: Place(xs[number], ys[id], boxes[id].width, boxes[id].height)
        for number, column in enumerate(columns)
        for id in column
    }
    right = edges[2] + _tags(boxes)
    for box in picture.boxes:
        if box.aside:
            places[box.id] = Place(right - box.width / 2, ys[box.id], box.width, box.height)
    for holder, some in amounts.items():
        for id, y in zip(some, _stacked(ys[holder], len(some)), strict=True):
            places[id] = Place(
                edges[2] + _TAG + _widest(boxes, "amount") / 2, y, _widest(boxes, "amount"), boxes[id].height
            )
    return _moved(places, _frames(picture, places, boxes))


def _amounts(picture: Picture) -> dict[str, list[str]]:
    """Return the amounts of each holder."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in picture.links:
        if link.kind == "tag":
            found[link.start].append(link.end)
    return dict(found)


def _ordered(picture: Picture, boxes: Mapping[str, Box], amounts: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Return the columns in order, and put each holder's amounts in the order of what they lead to."""
    columns: list[list[str]] = [[], [], [], []]
    for box in picture.boxes:
        if box.kind != "amount":
            columns[_column(box)].append(box.id)
    columns[_SECURITIES].sort(key=lambda each: _rank(picture, boxes[each]))
    owns = {link.start: link.end for link in picture.links if link.kind == "owns"}
    holder = {amount: id for id, some in amounts.items() for amount in some}
    links = [(holder[amount], target) for amount, target in owns.items()]
    links += [(link.start, link.end) for link in picture.links if link.kind in ("through", "direct", "member")]
    bare = [box.id for box in picture.boxes if box.aside]
    columns[2] = [id for id in columns[2] if id not in bare]
    found = [*ordered(columns, links, {id: boxes[id].issuer or id for id in columns[_SECURITIES]})]
    found[2] = (*found[2], *bare)
    place = {id: at for at, id in enumerate(found[_SECURITIES])}
    for some in amounts.values():
        some.sort(key=lambda each: (place[owns[each]], int(boxes[each].key)))
    return found


def _column(box: Box) -> int:
    return 2 if box.aside else _SECURITIES if box.key == "issuers" else 0 if box.key == "holders" else _COLUMN[box.kind]


def _rank(picture: Picture, box: Box) -> tuple[int, bool, float, str]:
    """Order securities by issuer, first what is no derivative, then by what is held; boxes that tell of more last."""
    if box.issuer is None:
        return len(picture.frames) + (box.kind == "more"), False, 0.0, box.name
    sizes = (line.size for line in picture.drawing.lines if line.target == box.id)
    return picture.frames.index(box.issuer), box.dashed, -max(sizes, default=0.0), box.name


def _slot(box: Box, amounts: Sequence[str], boxes: Mapping[str, Box]) -> float:
    """Return the height that a box takes with its amounts."""
    tags = sum(boxes[id].height + _STEP for id in amounts) - _STEP
    return max(box.height, tags)


def _stacked(middle: float, count: int) -> list[float]:
    step = LINE + 4 + _STEP
    return [middle + (at - (count - 1) / 2) * step for at in range(count)]


def _vertical(
    picture: Picture,
    columns: Sequence[Sequence[str]],
    slots: Mapping[str, float],
    amounts: Mapping[str, Sequence[str]],
    boxes: Mapping[str, Box],
) -> dict[str, float]:
    """Return the middle of each box: holders one below the other, the others beside what they lead to."""
    root = {link.end: link.start for link in picture.links if link.kind in ("through", "direct")}
    gaps = [_BETWEEN if root.get(one) != root.get(other) else _GAP for one, other in pairwise(columns[2])]
    ys = settled(columns[2], [0.0] * len(columns[2]), slots, gaps)
    for holder, some in amounts.items():
        ys |= dict(zip(some, _stacked(ys[holder], len(some)), strict=True))
    near: dict[str, list[str]] = defaultdict(list)
    for link in picture.links:
        near[link.start].append(link.end)
        near[link.end].append(link.start)
    ys |= _framed(picture, columns[_SECURITIES], near, ys, boxes)
    for number in (1, 0):
        column = columns[number]
        wanted = [_mean([ys[each] for each in near[id] if each in ys], ys) for id in column]
        ys |= settled(column, wanted, slots, [_GAP] * len(column[1:]))
    return ys


def _framed(
    picture: Picture,
    column: Sequence[str],
    near: Mapping[str, Sequence[str]],
    ys: Mapping[str, float],
    boxes: Mapping[str, Box],
) -> dict[str, float]:
    """Return the places of the securities: those of an issuer close together, beside what leads to them."""
    units: dict[str, list[str]] = defaultdict(list)
    for id in column:
        units[boxes[id].issuer or id].append(id)
    tops = {unit: len(_title(picture, unit)) * LINE + _FRAME if unit in picture.frames else 0.0 for unit in units}
    heights = {
        unit: tops[unit] + sum(boxes[id].height + _GAP for id in some) - _GAP + _FRAME * (unit in picture.frames)
        for unit, some in units.items()
    }
    wanted = [_mean([ys[each] for id in some for each in near[id] if each in ys], ys) for some in units.values()]
    middles = settled([*units], wanted, heights, [_BETWEEN] * (len(units) - 1))
    found = {}
    for unit, some in units.items():
        y = middles[unit] - heights[unit] / 2 + tops[unit]
        for id in some:
            found[id] = y + boxes[id].height / 2
            y += boxes[id].height + _GAP
    return found


def _mean(values: Sequence[float], all: Mapping[str, float]) -> float:
    """Return the mean, for what has no neighbour a place below everything."""
    return sum(values) / len(values) if values else max(all.values(), default=0.0)


def _horizontal(columns: Sequence[Sequence[str]], boxes: Mapping[str, Box]) -> tuple[list[float], list[float]]:
    """Return the middle of each column, and its right side."""
    middles, sides, x = [], [], 0.0
    for number, column in enumerate(columns):
        size = max((boxes[id].width for id in column), default=0.0)
        middles.append(x + size / 2)
        sides.append(x + size)
        if number < 2:
            x += size + _ASIDE[number] * bool(column)
        elif number == 2:
            x += size + (_tags(boxes) + _LINES if column else _LINES - _ASIDE[0]) + _FRAME
    return middles, sides


def _tags(boxes: Mapping[str, Box]) -> float:
    """Return the width of the amounts with the lines that lead to them."""
    amounts = _widest(boxes, "amount")
    return amounts + _TAG if amounts else 0.0


def _widest(boxes: Mapping[str, Box], kind: str) -> float:
    return max((box.width for box in boxes.values() if box.kind == kind), default=0.0)


def _frames(picture: Picture, places: Mapping[str, Place], boxes: Mapping[str, Box]) -> list[Frame]:
    """Return the frame of each issuer, all of one width, its title above its securities."""
    held = [[places[box.id] for box in boxes.values() if box.issuer == issuer] for issuer in picture.frames]
    titles = [_title(picture, issuer) for issuer in picture.frames]
    inner = max((place.width for some in held for place in some), default=0.0)
    size = max((inner, *(width(line) for lines in titles for line in lines))) + 2 * _FRAME
    return [_frame(*each, size) for each in zip(picture.frames, titles, held, strict=True)]


def _title(picture: Picture, issuer: str) -> tuple[str, ...]:
    facts = picture.facts
    roles = [each.role for each in facts.insiders if each.issuer == issuer and each.party == facts.subject.id]
    role = [line for each in roles if each for line in wrap(each, _TITLE, 2)]
    return (*wrap(titled(facts.parties[issuer]), _TITLE, 2), *role)


def _frame(issuer: str, lines: tuple[str, ...], held: Iterable[Place], size: float) -> Frame:
    some = [*held]
    top = min(place.y - place.height / 2 for place in some) - len(lines) * LINE - _FRAME
    bottom = max(place.y + place.height / 2 for place in some) + _FRAME - 4
    return Frame(issuer, lines, Place(some[0].x, (top + bottom) / 2, size, bottom - top))


def _moved(places: Mapping[str, Place], frames: Sequence[Frame]) -> Layout:
    """Move everything so that nothing is left of or above 0, and round to half a pixel."""
    every = [*places.values(), *(frame.place for frame in frames)]
    left = min((place.x - place.width / 2 for place in every), default=0.0)
    top = min((place.y - place.height / 2 for place in every), default=0.0)

    def moved(place: Place) -> Place:
        return Place(*(round(each * 2) / 2 for each in (place.x - left, place.y - top, place.width, place.height)))

    found = {id: moved(place) for id, place in places.items()}
    framed = tuple(Frame(frame.issuer, frame.lines, moved(frame.place)) for frame in frames)
    all = [*found.values(), *(frame.place for frame in framed)]
    right = max((place.x + place.width / 2 for place in all), default=0.0)
    return Layout(found, framed, right, max((place.y + place.height / 2 for place in all), default=0.0))
