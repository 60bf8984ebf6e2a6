"""Which buckets go on under another name: the same shares, typed or held in another way.

A bucket that opens with exactly the balance that another one of the same owners closed with continues it, if it comes
later, if no other bucket can, and if what differs is the spelling of the holder or of the title (`spelling`), the set
of joint filers (`owners`), the number of lines (`split`), or, where a note says so, the form of ownership (`form`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from graphload.derive.balances import Balance, Bucket, Ordered
from graphload.derive.facts import SecurityFacts
from graphload.schema.keys import holder_nature, holder_root, security_parts
from graphload.wording.spelling import named_alike, one_security, one_vehicle


class Continuation(NamedTuple):
    """How a bucket goes on: as which bucket, by which row, from which day, and since when that could be known.

    `confidence` is `high` where a transaction begins at the balance, `medium` where a holding equals it.
    """

    bucket: Bucket
    row: str
    how: str
    confidence: str
    on: date
    known_on: date


class _Span(NamedTuple):
    """A bucket with its first and its last balance that stand; `opening` is what it begins with."""

    bucket: Bucket
    first: Balance
    last: Balance
    opening: float | None
    owners: frozenset[str]


def continuations(
    histories: Mapping[Bucket, Sequence[Balance]], order: Ordered, securities: Mapping[str, SecurityFacts]
) -> dict[Bucket, Continuation]:
    """Return how buckets that go on under another name do."""
    owners = order.owners
    spans = [span for bucket, history in histories.items() if (span := _span(bucket, history, owners))]
    found: dict[Bucket, list[tuple[_Span, str]]] = defaultdict(list)
    before: dict[Bucket, set[Bucket]] = defaultdict(set)
    for old, new, how in _pairs(spans, order, securities):
        found[old.bucket].append((new, how))
        before[new.bucket].add(old.bucket)
    olds = {span.bucket: span for span in spans}
    result = {}
    for bucket, news in found.items():
        first = min(order.moment(new.first.last)[:2] for new, _ in news)
        only = [(new, how) for new, how in news if order.moment(new.first.last)[:2] == first]
        if len(only) == 1 and len(before[only[0][0].bucket]) == 1:
            result[bucket] = _continued(olds[bucket], only[0][0], only[0][1])
    result |= _splits(spans, order, {each.bucket for each in result.values()} | result.keys())
    return result | {bucket: each for bucket, each in _renamed(spans, result, order) if bucket not in result}


def _renamed(
    spans: Sequence[_Span], result: Mapping[Bucket, Continuation], order: Ordered
) -> Iterator[tuple[Bucket, Continuation]]:
    """Yield what a holder who plainly goes on under another spelling has of other securities, whatever the balances."""
    names: dict[str, set[str]] = defaultdict(set)
    for (holder, _), each in result.items():
        if holder != each.bucket[0] and each.how == "spelling" and each.confidence == "high":
            names[holder].add(each.bucket[0])
    by_bucket = {span.bucket: span for span in spans}
    for (holder, security), old in by_bucket.items():
        others = [name for name in names.get(holder, ()) if named_alike(holder_nature(holder), holder_nature(name))]
        new = by_bucket.get((others[0], security)) if len(others) == len(names.get(holder, ())) == 1 else None
        if new is not None and _amount(old.last) and _follows(new, old, order):
            yield old.bucket, _continued(old, new, "spelling")._replace(confidence="medium")


def _span(bucket: Bucket, history: Sequence[Balance], owners: Mapping[str, frozenset[str]]) -> _Span | None:
    standing = [balance for balance in history if balance.known_until is None]
    if not standing:
        return None
    first = standing[0]
    opening = _amount(first) if first.lots[-1].held else first.opening
    return _Span(bucket, first, standing[-1], opening, owners[holder_root(bucket[0])])


def _pairs(
    spans: Sequence[_Span], order: Ordered, securities: Mapping[str, SecurityFacts]
) -> Iterator[tuple[_Span, _Span, str]]:
    """Yield the pairs of buckets of which the second may continue the first, and how."""
    closing: dict[tuple[str, float], list[_Span]] = defaultdict(list)
    for span in spans:
        if amount := _amount(span.last):
            closing[_table(span), round(amount, 3)].append(span)
    for new in spans:
        if new.opening:
            for old in closing.get((_table(new), round(new.opening, 3)), ()):
                if _follows(new, old, order) and (how := _how(old, new, securities)):
                    yield old, new, how


def _follows(new: _Span, old: _Span, order: Ordered) -> bool:
    began, ended = order.moment(new.first.last), order.moment(old.last.last)
    return began > ended and new.bucket != old.bucket and began[2] != ended[2]


def _how(old: _Span, new: _Span, securities: Mapping[str, SecurityFacts]) -> str | None:
    """Return how one bucket may continue another, by what differs between them; None if it may not."""
    (holder, security), (other, security_after) = old.bucket, new.bucket
    if old.owners.isdisjoint(new.owners):
        return None
    if security != security_after:
        return "spelling" if holder == other and _one_security(security, security_after, securities) else None
    through, through_after = holder_nature(holder), holder_nature(other)
    if through == through_after:
        return "owners"
    if through and through_after:
        related = one_vehicle(through, through_after)
        return ("spelling" if holder_root(holder) == holder_root(other) else "owners") if related else None
    return "form" if any(lot.reformed for lot in new.first.lots) else None


def _one_security(one: str, other: str, securities: Mapping[str, SecurityFacts]) -> bool:
    """Tell whether two keys may be of one security: its title, and for a derivative price and expiry, agree."""
    title, *terms = security_parts(one, derivative=securities[one].derivative)
    title_after, *terms_after = security_parts(other, derivative=securities[other].derivative)
    agree = all(not mine or not theirs or mine == theirs for mine, theirs in zip(terms, terms_after, strict=True))
    return agree and (title == title_after or one_security(title, title_after))


def _splits(spans: Iterable[_Span], order: Ordered, taken: Collection[Bucket]) -> dict[Bucket, Continuation]:
    """Return the buckets that go on as several which begin on one day and add up to them, if no other bucket can."""
    by_security: dict[str, list[_Span]] = defaultdict(list)
    for span in spans:
        by_security[span.bucket[1]].append(span)
    found: dict[Bucket, list[list[_Span]]] = {}
    for some in by_security.values():
        fresh: dict[str, list[_Span]] = defaultdict(list)  # by owner, as only a bucket of the same owner can be a part
        for span in sorted((span for span in some if span.opening), key=_began):
            for owner in span.owners if span.bucket not in taken else ():
                fresh[owner].append(span)
        for old in some:
            amount = _amount(old.last) or 0.0
            if amount and old.bucket not in taken:
                news = {new.bucket: new for owner in old.owners for new in fresh[owner]}
                later = sorted((new for new in news.values() if new.first.as_of >= old.last.as_of), key=_began)
                days = (list(day) for _, day in groupby(later, key=lambda new: new.first.as_of))
                found[old.bucket] = [parts for day in days if (parts := _parts(old, amount, day, order))]
    used = Counter(part.bucket for several in found.values() for parts in several for part in parts)
    olds = {span.bucket: span for some in by_security.values() for span in some}
    return {
        bucket: _continued(olds[bucket], several[0][0], "split")
        for bucket, several in found.items()
        if len(several) == 1 and all(used[part.bucket] == 1 for part in several[0])
    }


def _began(span: _Span) -> tuple[date, Bucket]:
    return span.first.as_of, span.bucket


def _parts(old: _Span, amount: float, day: Sequence[_Span], order: Ordered) -> list[_Span] | None:
    """Return the buckets among those that begin on a day which the old one may go on as, if they add up to it."""
    parts = [new for new in day if _follows(new, old, order) and _part(old, new)]
    whole = len(parts) > 1 and round(sum(map(_opening, parts)), 3) == round(amount, 3)
    return parts if whole else None


def _part(old: _Span, new: _Span) -> bool:
    """Tell whether a bucket may be a part of another: held by some of its owners, in the same way or as a note says."""
    through, after = holder_nature(old.bucket[0]), holder_nature(new.bucket[0])
    alike = through == after or (through and after and one_vehicle(through, after))
    return not old.owners.isdisjoint(new.owners) and bool(alike or any(lot.reformed for lot in new.first.lots))


def _opening(span: _Span) -> float:
    return span.opening or 0.0


def _continued(old: _Span, new: _Span, how: str) -> Continuation:
    first = new.first.lots[-1]
    confidence = "medium" if first.held else "high"
    known = old.last.known_from, new.first.known_from
    return Continuation(new.bucket, first.id, how, confidence, new.first.as_of, max(known))


def _amount(balance: Balance) -> float | None:
    return next((amount for amount in balance.amounts if amount is not None), None)


def _table(span: _Span) -> str:
    return span.first.last.kind[0]
