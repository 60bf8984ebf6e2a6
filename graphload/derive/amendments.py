"""Which filing an amendment amends, and which rows it restates.

The forms name only the day on which the original was filed, and an amendment often repeats only the lines that it
corrects. Nothing is deleted: a restated row is marked, the others stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from graphload.derive.facts import FilingFacts, RowFacts


class Link(NamedTuple):
    """An amendment and what it amends; `method` tells what agrees, `confidence` is `high`, `medium` or `low`."""

    amendment: str
    original: str
    method: str
    confidence: str


class Effect(NamedTuple):
    """What amendments do: links; by amendment the original; by row the row that restates it, and its place."""

    links: list[Link]
    lineage: dict[str, str]
    superseded: dict[str, str]
    rank: dict[str, int]


Key = Callable[[RowFacts], Hashable]
# by filing, what its rows say but for prices
Said = Mapping[str, frozenset[Hashable]]

# What a restated row has in common with the one before, the surest first: all; all but a price; a balance or a number
# corrected; holder, title, date or code corrected.
_SAME: tuple[Key, ...] = (
    lambda row: (*_where(row), row.code, row.acquired, row.shares, row.price, _after(row)),
    lambda row: (*_where(row), row.code, row.shares, _after(row)),
    lambda row: row.shares is not None and (*_where(row), row.code, row.shares),
    lambda row: _after(row) is not None and (*_where(row), row.code, _after(row)),
    lambda row: row.kind == "DT" and row.before is not None and (*_where(row), row.code, row.before),
    lambda row: _after(row) is not None and (row.security, row.date, row.code, row.shares, _after(row)),
    lambda row: _after(row) is not None and (row.holder, row.date, row.code, row.shares, _after(row)),
    lambda row: _after(row) is not None and row.shares is not None
    and (row.security, row.holder, row.shares, _after(row)),
    lambda row: row.held and (row.security, row.holder),
)  # fmt: skip
# a number and the balance that follows from it, in Table I only where the amendment says that it corrects
_NUMBERS: Key = lambda row: row.before is not None and (*_where(row), row.code, row.before)  # noqa: E731
# a transaction of another kind: a purchase that was a grant
_TURNED: Key = lambda row: (  # noqa: E731
    not row.held and row.shares is not None and (row.security, row.date, row.acquired, row.shares)
)


def effect(filings: Iterable[FilingFacts]) -> Effect:
    """Return what the amendments among the filings do; the filings are all about one issuer."""
    by_id = {filing.id: filing for filing in filings}
    amendments = sorted((filing for filing in by_id.values() if filing.amendment), key=_order)
    result = Effect([], {}, {}, {})
    candidates = _candidates(amendments, by_id.values())
    known = {filing.id: filing for each in candidates.values() for filing in each} | {
        each.id: each for each in amendments
    }
    said = {filing.id: frozenset(map(_SAME[1], filing.rows)) for filing in known.values()}
    standing: dict[str, dict[str, tuple[RowFacts, int]]] = {}
    for amendment in amendments:
        link = _link(amendment, candidates[amendment.id], said)
        if link is None:
            continue
        result.links.append(link)
        root = result.lineage[amendment.id] = result.lineage.get(link.original, link.original)
        rows = standing.setdefault(root, {row.id: (row, row.place) for row in by_id[root].rows})
        _restate(amendment, rows, result)
    return result


def _candidates(amendments: Sequence[FilingFacts], filings: Iterable[FilingFacts]) -> dict[str, list[FilingFacts]]:
    """Return, by amendment, the earlier filings of its form that share an owner, and the filing day or the period."""
    if not amendments:
        return {}
    dated: dict[tuple[Any, ...], list[FilingFacts]] = defaultdict(list)
    for filing in filings:
        for owner in filing.owner_ids:
            dated[owner, filing.form[0], "filed", filing.filed_on].append(filing)
            dated[owner, filing.form[0], "period", filing.period].append(filing)
    found: dict[str, list[FilingFacts]] = {}
    for each in amendments:
        keys = (("filed", each.original_filed_on), ("period", each.period))
        near = {
            filing.id: filing
            for owner in each.owner_ids
            for by, day in keys
            if day is not None
            for filing in dated[owner, each.form[0], by, day]
        }
        found[each.id] = [near[id] for id in sorted(near) if _order(near[id]) < _order(each)]
    return found


def _order(filing: FilingFacts) -> tuple[date, bool, str]:
    return filing.filed_on or filing.original_filed_on or filing.period, filing.amendment, filing.id


def _link(amendment: FilingFacts, candidates: Sequence[FilingFacts], said: Said) -> Link | None:
    """Return the link to the candidate that agrees best."""
    graded = sorted(
        ((_agreement(amendment, each, said), each.id) for each in candidates if _may_amend(amendment, each)),
        reverse=True,
    )
    if not graded:
        return None
    (dated, period, owners, *_), original = graded[0]
    rivals = any(each[:3] == (dated, period, owners) for each, _ in graded[1:])
    method = " and ".join(name for name, agrees in (("filing date", dated), ("period", period)) if agrees)
    confidence = "low" if not dated else "high" if owners and not rivals else "medium"
    return Link(amendment.id, original, method, confidence)


def _may_amend(amendment: FilingFacts, other: FilingFacts) -> bool:
    """Tell whether an amendment may be of a filing: of its filing day or, if that is another, with a row in common."""
    days = other.filed_on, amendment.original_filed_on
    if None in days or days[0] == days[1] or not amendment.rows or not other.rows:
        return True
    return bool(_matches(amendment, other.rows))


def _agreement(amendment: FilingFacts, other: FilingFacts, said: Said) -> tuple[bool, bool, bool, int, bool]:
    """Grade a candidate: filing date, period, owners, how many rows it has in common, whether it is an original."""
    dated = other.filed_on is not None and other.filed_on == amendment.original_filed_on
    common = said[amendment.id] & said[other.id]
    same_owners = other.owner_ids == amendment.owner_ids
    return dated, other.period == amendment.period, same_owners, len(common), not other.amendment


def _restate(amendment: FilingFacts, standing: dict[str, tuple[RowFacts, int]], result: Effect) -> None:
    """Match an amendment's rows with those that stand, and put them in their place."""
    found = _matches(amendment, [row for row, _ in standing.values()])
    places = _places(amendment.rows, {new: standing[old][1] for new, old in found.items()}, standing)
    for old in found.values():
        del standing[old]
    result.superseded.update({old: new for new, old in found.items()})
    for row in amendment.rows:
        result.rank[row.id] = places[row.id]
        standing[row.id] = row, places[row.id]


def _places(
    rows: Sequence[RowFacts], taken: Mapping[str, int], standing: Mapping[str, tuple[RowFacts, int]]
) -> dict[str, int]:
    """Return the places of an amendment's rows, in the order in which it lists those of a bucket.

    `taken` are the places of the rows that they restate. A row that restates none stands beside the one listed before
    it, or before the first, and after all that stands if no restated row of its bucket follows.
    """
    end = max((place for _, place in standing.values()), default=0)
    buckets: dict[Hashable, list[RowFacts]] = defaultdict(list)
    for row in rows:
        buckets[row.holder, row.security].append(row)
    found: dict[str, int] = {}
    for bucket in buckets.values():
        free = sorted(taken[row.id] for row in bucket if row.id in taken)
        at, left = 0, len(free)
        for row in bucket:
            if row.id in taken:
                at, left = len(free) - left, left - 1
            found[row.id] = free[at] if row.id in taken or left else end + row.place
    return found


def _matches(amendment: FilingFacts, old: Sequence[RowFacts]) -> dict[str, str]:
    """Return, by row of the amendment, the standing row that it restates, each at most once."""
    found: dict[str, str] = {}
    for same in (*_SAME, *((_NUMBERS,) if amendment.corrects else ()), _TURNED):
        unmatched: dict[Any, list[RowFacts]] = defaultdict(list)
        taken = set(found.values())
        for row in old:
            if row.id not in taken and (key := same(row)):
                unmatched[row.kind, key].append(row)
        for row in amendment.rows:
            rows = [] if row.id in found else unmatched.get((row.kind, same(row)), [])
            restated = next((each for each in rows if _restates(row, each, turned=same is _TURNED)), None)
            if restated is not None:
                rows.remove(restated)
                found[row.id] = restated.id
    return found


def _restates(row: RowFacts, old: RowFacts, *, turned: bool) -> bool:
    """Tell a correction from a further transaction, which begins at the balance that the old row ends with."""
    if turned and (row.code == old.code or (row.security, row.holder) == (old.security, old.holder)):
        return False
    goes_on = not row.held and old.amount is not None and row.before == round(old.amount, 3)
    return not goes_on or _after(row) == _after(old)


def _where(row: RowFacts) -> tuple[Hashable, ...]:
    return row.security, row.holder, row.date


def _after(row: RowFacts) -> tuple[float | None, float | None] | None:
    after = row.shares_after, row.value_after
    return None if after == (None, None) else after
