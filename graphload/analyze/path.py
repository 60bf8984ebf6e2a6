"""One owner's stake over time, from the changes of each bucket: each block once, and what filings told when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from graphload.analyze.outcome import Outcome, Row
from graphload.formats import amount

# a holder → the last change of its bucket
Stake = dict[str, Row]
# a holder → the changes of its bucket, by day
History = dict[str, list[Row]]
CORRECTION = "correction"


def path(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return a row for each day on which the stake in a security changed, by day."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["securityId"]].append(row)
    found = [(row[0], row[1], row[2], id, at, row) for id in told for at, row in enumerate(_days(told[id]))]
    ranked = [row for *_, row in sorted(found, key=lambda each: each[:5])]
    return Outcome([row for row in ranked if not parameters["diff"] or _wrong(row)])


def _wrong(row: tuple[Any, ...]) -> bool:
    return bool(row[-3])


def _days(rows: Sequence[Row]) -> Iterator[tuple[Any, ...]]:
    """Yield the changes of a security by day, and after them the corrections of the day."""
    stake: Stake = {}
    history: History = defaultdict(list)
    for day, some in groupby(rows, key=lambda row: row["date"]):
        events = list(some)
        changes = [row for row in events if row["cause"] != CORRECTION]
        before = total(stake)
        for row in changes:
            stake[row["holder"]] = row
            history[row["holder"]].append(row)
        if changes:
            yield _changed(day, changes, stake, before, history)
        yield from (_corrected(row, stake) for row in events if row["cause"] == CORRECTION)


def _told(history: History, day: date) -> Stake:
    """Return the stake by what was known on a day: of each bucket the last change that a filing had told."""
    known = {
        holder: next((row for row in reversed(rows) if (_known(row) or day) <= day), None)
        for holder, rows in history.items()
    }
    return {holder: row for holder, row in known.items() if row}


def _known(row: Row) -> date | None:
    """Return when a change could be known; that a derivative expires is known before."""
    known: date | None = row["date"] if row["cause"] == "expired" else row["knownFrom"]
    return known


def total(stake: Stake) -> float:
    """Return what a stake comes to, each block by its greatest balance."""
    return sum((_after(row) for row in leading(stake)), 0.0)


def leading(stake: Stake) -> list[Row]:
    """Return the balance of each block that counts: the greatest, of these one that is held directly."""
    blocks: dict[str, list[Row]] = defaultdict(list)
    for holder in sorted(stake):
        blocks[stake[holder]["block"] or holder].append(stake[holder])
    return [min(rows, key=lambda row: (-_after(row), bool(row["through"]))) for rows in blocks.values()]


def _after(row: Row) -> float:
    return float(row["after"] or 0)


def _changed(day: date, changes: Sequence[Row], stake: Stake, before: float, told: History) -> tuple[Any, ...]:
    counted = {row["holder"] for row in leading(stake)}
    causes = [_cause(row) for row in changes if row["holder"] in counted]
    return (*_head(changes[0]), causes, total(stake) - before, *_parts(stake), *_late(changes, told, day, total(stake)),
            *_papers(changes))  # fmt: skip


def _late(changes: Sequence[Row], told: History, day: date, now: float) -> tuple[Any, ...]:
    """Return when the changes of a day were known, what was believed before, for how long, and how wrongly."""
    known = [_known(row) for row in changes]
    steps = sorted({day, *(each for each in known if each and each > day)})
    wrong = sum(abs(now - total(_told(told, one))) * (next - one).days for one, next in pairwise(steps))
    believed = total(_told(told, day))
    if None in known:
        return None, believed, day, None, None
    return max(filter(None, known)), believed, day, (steps[-1] - day).days, float(wrong)


def _corrected(row: Row, stake: Stake) -> tuple[Any, ...]:
    wrong = float(row["previous"] or 0) - _after(row)
    since, known = row["wrongFrom"] or row["date"], row["knownFrom"]
    days = None if known is None else max(0, (known - since).days)
    belief = known, total(stake) + wrong, since, days, None if days is None else abs(wrong) * days
    return (*_head(row), [CORRECTION], None, *_parts(stake), *belief, *_papers([row]))


def _head(row: Row) -> tuple[Any, ...]:
    return row["date"], row["issuer"], row["security"], row["derivative"]


def _parts(stake: Stake) -> tuple[Any, ...]:
    """Return the total of a stake, its parts by the form of ownership, what they repeat, and who holds how much."""
    rows = [stake[holder] for holder in sorted(stake) if _after(stake[holder])]
    through = sum((_after(row) for row in rows if row["through"]), 0.0)
    joint = sum((_after(row) for row in rows if row["joint"] and not row["through"]), 0.0)
    direct = sum((_after(row) for row in rows if not row["joint"] and not row["through"]), 0.0)
    now = total(stake)
    held = [f"{row['through'] or ('jointly' if row['joint'] else 'directly')}: {amount(_after(row))}" for row in rows]
    return now, direct, joint, through, direct + joint + through - now, sorted(held)


def _papers(rows: Iterable[Row]) -> tuple[list[str], list[str]]:
    """Return the rows that tell changes, and their filings, each once."""
    told = list(rows)
    ids = dict.fromkeys(row["row"] for row in told if row["row"])
    return [*ids], [*dict.fromkeys(row["filing"] for row in told if row["filing"])]


def _cause(row: Row) -> str:
    moved = [amount(row["change"], signed=True)] if row["change"] is not None else []
    return " ".join([row["cause"], *filter(None, [row["code"]]), *moved])
