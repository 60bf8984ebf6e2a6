"""Which buckets go on under another name: the same shares, typed or held in another way.

A bucket that opens with exactly the balance that another one of the same owners closed with continues it, if it comes
later, if no other bucket can, and if what differs is the spelling of the holder or of the title (`spelling`), the set
of joint filers (`owners`), the number of lines (`split`), or, where a note says so, the form of ownership (`form`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from graphload.derive.balances import Balance, Bucket, Ordered
from graphload.derive.facts import SecurityFacts
from graphload.schema.keys import security_parts
from graphload.wording.spelling import one_security, one_vehicle


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


def owners_of(order: Ordered) -> dict[str, frozenset[str]]:
    """Return the owners behind each party or group that holds rows."""
    found: dict[str, frozenset[str]] = {}
    for filing in order.filings.values():
        for row in filing.rows:
            if row.holder is not None:
                found[_root(row.holder)] = filing.owner_ids
    return found


def continuations(
    histories: Mapping[Bucket, Sequence[Balance]], order: Ordered, securities: Mapping[str, SecurityFacts]
) -> dict[Bucket, Continuation]:
    """Return how buckets that go on under another name do."""
    owners = owners_of(order)
    spans = [span for bucket, history in histories.items() if (span := _span(bucket, history, owners))]
    found: dict[Bucket, list[tuple[_Span, str]]] = defaultdict(list)
    before: dict[Bucket, set[Bucket]] = defaultdict(set)
    for old, new, how in _pairs(spans, order, securities):
        found[old.bucket].append((new, how))
        before[new.bucket].add(old.bucket)
    olds = {span.bucket: span for span in spans}
    result = {}
    for bucket, news in found.items():
        first = min(order.key(new.first.last)[:2] for new, _ in news)
        only = [(new, how) for new, how in news if order.key(new.first.last)[:2] == first]
        if len(only) == 1 and len(before[only[0][0].bucket]) == 1:
            result[bucket] = _continued(olds[bucket], only[0][0], only[0][1])
    result |= {bucket: each for bucket, each in _splits(spans, order) if bucket not in result}
    return result | {bucket: each for bucket, each in _renamed(spans, result, order) if bucket not in result}


def _renamed(
    spans: Sequence[_Span], result: Mapping[Bucket, Continuation], order: Ordered
) -> Iterator[tuple[Bucket, Continuation]]:
    """Yield what a holder who goes on under another spelling has of other securities, whatever the balances."""
    names = {bucket[0]: each.bucket[0] for bucket, each in result.items() if each.how == "spelling"}
    by_bucket = {span.bucket: span for span in spans}
    for (holder, security), old in by_bucket.items():
        new = by_bucket.get((names.get(holder, holder), security))
        if new is not None and new is not old and _amount(old.last) and _follows(new, old, order):
            yield old.bucket, _continued(old, new, "spelling")._replace(confidence="medium")


def _span(bucket: Bucket, history: Sequence[Balance], owners: Mapping[str, frozenset[str]]) -> _Span | None:
    standing = [balance for balance in history if balance.known_until is None]
    if not standing:
        return None
    first = standing[0]
    opening = _amount(first) if first.lots[-1].held else first.opening
    return _Span(bucket, first, standing[-1], opening, owners[_root(bucket[0])])


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
    later = order.key(new.first.last)[:3] > order.key(old.last.last)[:3]
    return later and new.bucket != old.bucket and new.first.statement != old.last.statement


def _how(old: _Span, new: _Span, securities: Mapping[str, SecurityFacts]) -> str | None:
    """Return how one bucket may continue another, by what differs between them; None if it may not."""
    (holder, security), (other, security_after) = old.bucket, new.bucket
    if old.owners.isdisjoint(new.owners):
        return None
    if security != security_after:
        return "spelling" if holder == other and _one_security(security, security_after, securities) else None
    through, through_after = _nature(holder), _nature(other)
    if through == through_after:
        return "owners"
    if through and through_after:
        related = one_vehicle(through, through_after)
        return ("spelling" if _root(holder) == _root(other) else "owners") if related else None
    return "form" if any(lot.reformed for lot in new.first.lots) else None


def _one_security(one: str, other: str, securities: Mapping[str, SecurityFacts]) -> bool:
    """Tell whether two keys may be of one security: its title, and for a derivative price and expiry, agree."""
    title, *terms = security_parts(one, derivative=securities[one].derivative)
    title_after, *terms_after = security_parts(other, derivative=securities[other].derivative)
    agree = all(not mine or not theirs or mine == theirs for mine, theirs in zip(terms, terms_after, strict=True))
    return agree and (title == title_after or one_security(title, title_after))


def _splits(spans: Iterable[_Span], order: Ordered) -> Iterator[tuple[Bucket, Continuation]]:
    """Yield the buckets that go on as several which begin on one day and add up to them."""
    by_security: dict[str, list[_Span]] = defaultdict(list)
    for span in spans:
        by_security[span.bucket[1]].append(span)
    for some in by_security.values():
        fresh = sorted((span for span in some if span.opening), key=lambda span: (span.first.as_of, span.bucket))
        days = {day: list(group) for day, group in groupby(fresh, key=lambda span: span.first.as_of)}
        for old in some:
            if parts := _parts(old, days, order):
                yield old.bucket, _continued(old, parts[0], "split")


def _parts(old: _Span, days: Mapping[date, Sequence[_Span]], order: Ordered) -> list[_Span] | None:
    amount = _amount(old.last)
    for day, group in days.items():
        parts = [new for new in group if _follows(new, old, order) and not old.owners.isdisjoint(new.owners)]
        if (
            amount
            and day >= old.last.as_of
            and len(parts) > 1
            and round(sum(map(_opening, parts)), 3) == round(amount, 3)
        ):
            return parts
    return None


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


def _root(holder: str) -> str:
    return holder.partition("|")[0]


def _nature(holder: str) -> str:
    return holder.rpartition("|")[2] if "|" in holder else ""
