"""Which filing an amendment amends, and which rows it restates.

The forms name only the day on which the original was filed, and an amendment often repeats only the lines that it
corrects. Nothing is deleted: a restated row is marked, the others stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple


class Line(NamedTuple):
    """A row of a filing: id, kind (`NT`, `NH`, `DT`, `DH`), place, security, holder, and what it states."""

    id: str
    kind: str
    place: int
    security: str
    holder: str | None
    date: date | None = None
    code: str | None = None
    acquired: bool | None = None
    shares: float | None = None
    price: float | None = None
    after: tuple[float | None, float | None] = (None, None)


class Statement(NamedTuple):
    """A filing, as far as amendments go; `owners` are keys, `original_filed_on` stands on amendments."""

    id: str
    amendment: bool
    filed_on: date | None
    original_filed_on: date | None
    period: date
    owners: frozenset[str]
    lines: tuple[Line, ...]


class Link(NamedTuple):
    """An amendment and what it amends; `method` tells what agrees, `confidence` is `high`, `medium` or `low`."""

    amendment: str
    original: str
    method: str
    confidence: str


class Effect(NamedTuple):
    """What amendments do: links; the first filing of each one's lineage; by row what restates it, and its place."""

    links: list[Link]
    lineage: dict[str, str]
    superseded: dict[str, str]
    rank: dict[str, int]


Key = Callable[[Line], Hashable]
# by filing, what its rows say but for prices
Said = Mapping[str, frozenset[Hashable]]

_NONE: tuple[float | None, float | None] = (None, None)

# What a restated row has in common with the one before, the surest first: all; all but a price; a number corrected;
# holder, title, date or code corrected. `_before` is the balance that a transaction began with.
_SAME: tuple[Key, ...] = (
    lambda row: (row.security, row.holder, row.date, row.code, row.acquired, row.shares, row.price, row.after),
    lambda row: (row.security, row.holder, row.date, row.code, row.shares, row.after),
    lambda row: row.shares is not None and (row.security, row.holder, row.date, row.code, row.shares),
    lambda row: row.after != _NONE and (row.security, row.holder, row.date, row.code, row.after),
    lambda row: _before(row) is not None and (row.security, row.holder, row.date, row.code, _before(row)),
    lambda row: row.after != _NONE and (row.security, row.date, row.code, row.shares, row.after),
    lambda row: row.after != _NONE and (row.holder, row.date, row.code, row.shares, row.after),
    lambda row: row.after != _NONE and row.shares is not None and (row.security, row.holder, row.shares, row.after),
    lambda row: row.kind[1] == "H" and (row.security, row.holder),
)


def effect(filings: Iterable[Statement], candidates: Mapping[str, Sequence[str]]) -> Effect:
    """Return what the amendments among the filings do; `candidates` has by amendment the filings it might amend."""
    by_id = {filing.id: filing for filing in filings}
    said = {filing.id: frozenset(map(_SAME[1], filing.lines)) for filing in by_id.values()}
    result = Effect([], {}, {}, {})
    standing: dict[str, dict[str, tuple[Line, int]]] = {}
    for amendment in sorted((filing for filing in by_id.values() if filing.amendment), key=_order):
        link = _link(amendment, [by_id[each] for each in candidates.get(amendment.id, ())], said)
        if link is None:
            continue
        result.links.append(link)
        root = result.lineage[amendment.id] = result.lineage.get(link.original, link.original)
        rows = standing.setdefault(root, {row.id: (row, row.place) for row in by_id[root].lines})
        _restate(amendment, rows, result)
    return result


def _order(filing: Statement) -> tuple[date, bool, str]:
    return filing.filed_on or filing.original_filed_on or filing.period, filing.amendment, filing.id


def _link(amendment: Statement, candidates: Sequence[Statement], said: Said) -> Link | None:
    """Return the link to the filing that agrees best; none where neither filing date nor period agrees."""
    graded = sorted(
        ((_agreement(amendment, each, said), each.id) for each in candidates if _order(each) < _order(amendment)),
        reverse=True,
    )
    if not graded or not any(graded[0][0][:2]):
        return None
    (dated, period, owners, *_), original = graded[0]
    rivals = any(each[:3] == (dated, period, owners) for each, _ in graded[1:])
    method = " and ".join(name for name, agrees in (("filing date", dated), ("period", period)) if agrees)
    confidence = "low" if not dated else "high" if owners and not rivals else "medium"
    return Link(amendment.id, original, method, confidence)


def _agreement(amendment: Statement, other: Statement, said: Said) -> tuple[bool, bool, bool, int, bool]:
    """Grade a candidate: filing date, period, owners, how many rows it has in common, whether it is an original."""
    dated = other.filed_on is not None and other.filed_on == amendment.original_filed_on
    common = said[amendment.id] & said[other.id]
    return dated, other.period == amendment.period, other.owners == amendment.owners, len(common), not other.amendment


def _restate(amendment: Statement, standing: dict[str, tuple[Line, int]], result: Effect) -> None:
    """Match an amendment's rows with those that stand, and put them in their place."""
    found = _matches(amendment.lines, [row for row, _ in standing.values()])
    end = max((place for _, place in standing.values()), default=0)
    for row in amendment.lines:
        old = found.get(row.id)
        place = end + row.place if old is None else standing.pop(old)[1]
        if old is not None:
            result.superseded[old] = row.id
        result.rank[row.id] = place
        standing[row.id] = row, place


def _matches(new: Sequence[Line], old: Sequence[Line]) -> dict[str, str]:
    """Return by new row the old one that it restates, each at most once."""
    found: dict[str, str] = {}
    for same in _SAME:
        unmatched: dict[Any, list[Line]] = defaultdict(list)
        taken = set(found.values())
        for row in old:
            if row.id not in taken and (key := same(row)):
                unmatched[row.kind, key].append(row)
        for row in new:
            rows = [] if row.id in found else unmatched.get((row.kind, same(row)), [])
            restated = next((each for each in rows if not _goes_on(row, each)), None)
            if restated is not None:
                rows.remove(restated)
                found[row.id] = restated.id
    return found


def _goes_on(row: Line, old: Line) -> bool:
    """Tell whether a transaction begins at the balance that the old row ends with: a further one, no correction."""
    if row.after == old.after or old.after[0] is None or row.kind[1] != "T":
        return False
    return _before(row) == round(old.after[0], 3)


def _before(row: Line) -> float | None:
    """Return the balance before a transaction, to the thousandth of a share, if the row tells it."""
    after = row.after[0]
    if after is None or row.shares is None or row.acquired is None:
        return None
    return round(after - row.shares if row.acquired else after + row.shares, 3)
