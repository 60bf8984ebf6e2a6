"""Who owned what, and when: every balance of every bucket as an edge, the latest OWNS and the others OWNED."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from graphload.derive.balances import Balance, Bucket, Moment, Ordered, histories
from graphload.derive.blocks import Block, Position, blocks, of_spouse
from graphload.derive.continuity import Continuation, continuations
from graphload.derive.facts import EdgeKey, RowFacts, SecurityFacts
from graphload.derive.unlisted import unlisted
from graphload.schema.keys import holder_nature
from graphload.schema.rows import Props
from graphload.wording.amounts import held


def positions(order: Ordered, securities: Mapping[str, SecurityFacts], large: set[str]) -> dict[EdgeKey, Props]:
    """Return the edges OWNS and OWNED: every balance of every bucket."""
    found = histories(order)
    onward = continuations(found, order, securities)
    standing = {bucket: [each for each in history if each.known_until is None] for bucket, history in found.items()}
    last = {bucket: each[-1] for bucket, each in standing.items() if each and bucket not in onward}
    left_out = unlisted(last.values(), order)
    block = _blocks(found.values(), order, large)
    edges: dict[EdgeKey, Props] = {}
    for bucket, history in found.items():
        end = _end(standing[bucket], onward.get(bucket), securities[bucket[1]])
        places = [order.moment(each.last) for each in standing[bucket]]
        filed = _filed_until(history, end)
        for at, balance in enumerate(history):
            latest = balance is last.get(bucket)
            key = EdgeKey("OWNS" if latest else "OWNED", *bucket, balance.as_of, balance.rows, balance.known_from)
            edges[key] = {
                **_balance(balance, block.get((bucket, balance.as_of, balance.rows))),
                "until": _until(order.moment(balance.last), standing[bucket], places) or end,
                **(_continued(onward.get(bucket)) if standing[bucket] and balance is standing[bucket][-1] else {}),
                **(_unlisted(left_out.get(bucket)) if latest else {}),
                "filedUntil": filed.get(at),
            }
    return edges


def _balance(balance: Balance, block: Block | None) -> Props:
    shares, value, underlying_shares, underlying_value = balance.amounts
    return {
        "shares": shares,
        "value": value,
        "underlyingShares": underlying_shares,
        "underlyingValue": underlying_value,
        "caption": held(*balance.amounts),
        "asOf": balance.as_of,
        "knownFrom": balance.known_from,
        "knownUntil": balance.known_until,
        "byAmendment": balance.by_amendment or None,
        "filing": balance.last.filing,
        "rows": list(balance.rows),
        "closed": balance.closed,
        "block": block and block.lead.row,
        "blockBasis": block and block.basis,
    }


def _end(standing: Sequence[Balance], onward: Continuation | None, security: SecurityFacts) -> date | None:
    """Return the day on which the last balance of a bucket ends: it goes on elsewhere, or expires."""
    if onward is not None:
        return onward.on
    if security.expires_on is None or not standing or standing[-1].closed:
        return None
    return security.expires_on + timedelta(days=1) if security.expires_on < date.max else None


def _until(own: Moment, standing: Sequence[Balance], places: Sequence[Moment]) -> date | None:
    """Return the day of the next balance that stands."""
    at = bisect_right(places, own)
    return standing[at].as_of if at < len(standing) else None


def _filed_until(history: Sequence[Balance], end: date | None) -> dict[int, date | None]:
    """Return, by place, the day of the next balance among those that no amendment states."""
    filed = [at for at, balance in enumerate(history) if not balance.by_amendment]
    return dict(zip(filed, [*(history[at].as_of for at in filed[1:]), end], strict=False))


def _continued(onward: Continuation | None) -> Props:
    if onward is None:
        return {}
    return {
        "continuedBy": onward.row,
        "continuedHow": onward.how,
        "continuedConfidence": onward.confidence,
        "continuedOn": onward.known_on,
    }


def _unlisted(found: tuple[date, str] | None) -> Props:
    return {"unlistedSince": found[0], "unlistedIn": found[1]} if found else {}


def _blocks(
    found: Iterable[Sequence[Balance]], order: Ordered, large: set[str]
) -> dict[tuple[Bucket, date, tuple[str, ...]], Block]:
    """Return the block of each balance that is of one, among those that stand and among those filed first."""
    balances = [balance for history in found for balance in history]
    filed = [each for each in balances if not each.by_amendment]
    stands = [each for each in balances if each.known_until is None]
    result: dict[tuple[Bucket, date, tuple[str, ...]], Block] = {}
    for some in (filed, stands) if len(filed) != len(balances) else (stands,):
        by_row = {(each.rows[0], each.as_of): each for each in some}
        positions = [
            reported(each.lots[0], each.amounts[0], each.as_of, order, each.bucket[1])
            for each in some
            if each.amounts[0]
        ]
        for block in blocks(positions, large):
            for member in block.members:
                each = by_row[member.row, member.as_of]
                result[each.bucket, each.as_of, each.rows] = block
    return result


def reported(row: RowFacts, shares: float | None, day: date, order: Ordered, security: str) -> Position:
    """Return what a row reports as a position, to be compared with those of other holders."""
    holder = row.holder or ""
    return Position(
        holder,
        security,
        shares,
        day,
        order.statement(row),
        direct=not holder_nature(holder),
        joint=holder.startswith("group:"),
        place=row.place,
        row=row.id,
        trade=(order.filings[row.filing].filed_on, row.code, row.shares, row.price),
        spouse=of_spouse(holder),
    )
