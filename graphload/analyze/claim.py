"""What somebody says about an insider, held against the rows and the balances that are filed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from graphload.analyze.outcome import Outcome, Row
from graphload.errors import UsageError

HOLDS = "holds"
# what is said, the codes of it, and what would be the opposite
_CODES: Mapping[str, frozenset[str]] = {
    "bought": frozenset("P"), "sold": frozenset("S"), "gave": frozenset("G"), "granted": frozenset("A"),
    "exercised": frozenset("MXOC"),
}  # fmt: skip
_OPPOSITE = {"bought": "sold", "sold": "bought"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said: `since` and `until` include what a day may be off."""

    what: str
    shares: float | None
    value: float | None
    since: date
    until: date
    percent: float
    known_by: date | None

    def agrees(self, sum: Sum) -> bool:
        """Whether the numbers of some rows are those that are said."""
        return self.near(self.shares, sum.shares) and self.near(self.value, sum.value)

    def near(self, said: float | None, filed: float | None) -> bool:
        """Whether a number is the one that is said, if one is."""
        return said is None or (filed is not None and abs(filed - said) <= abs(said) * self.percent / 100)

    def off(self, sum: Sum) -> float:
        """Return by how much of it the numbers of some rows miss what is said."""
        pairs = ((self.shares, sum.shares), (self.value, sum.value))
        return max((_missed(said, filed) for said, filed in pairs if said is not None), default=0.0)


class Sum(NamedTuple):
    """Rows of one security that are taken together, with their sums; a sum is absent where a row has no number."""

    of: str
    rows: tuple[Row, ...]
    shares: float | None
    value: float | None


def claim(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return one row with the verdict. Raises UsageError for what cannot be said."""
    said = _said(parameters)
    told = [row for row in rows if row["kind"] in ("row", "balance") and _known(row, said)]
    verdict, found = _held(told, said) if said.what == HOLDS else _traded(told, said)
    if found is None:
        verdict = "not found" if _covered(rows, said) else "outside coverage"
    return Outcome([_row(verdict, said, found, _coverage(rows))])


def _said(given: Mapping[str, Any]) -> Claim:
    what, on = given["what"], given["on"]
    if what != HOLDS and what not in _CODES:
        raise UsageError(f"there is no claim {what!r}: it is {', '.join([*_CODES, HOLDS])}")
    off = timedelta(days=given["days"])
    since = on - off if on else given["since"] or date.min
    until = on + off if on else given["until"] or date.max
    if what == HOLDS:
        since, until = date.min, on or date.max
    return Claim(what, given["shares"], given["value"], since, until, given["percent"], given["knownBy"])


def _known(row: Row, said: Claim) -> bool:
    """Whether a row stands, or stood on a day, having been filed by then."""
    if said.known_by is None or row["kind"] == "balance":
        return bool(row["current"])
    filed, restated = row["filedOn"], row["restatedOn"]
    stood = row["current"] or (restated is not None and restated > said.known_by)
    return stood and filed is not None and filed <= said.known_by


def _traded(rows: Iterable[Row], said: Claim) -> tuple[str, Sum | None]:
    own = [row for row in rows if row["kind"] == "row" and not row["contradicted"]]
    found = [*_sums(_of(own, said.what, said))]
    if agreeing := [each for each in found if said.agrees(each)]:
        return "confirmed", agreeing[0]
    reverse = [*_sums(_of(own, _OPPOSITE.get(said.what, ""), said))]
    if opposite := [each for each in reverse if said.agrees(each) and not found]:
        return "contradicted", opposite[0]
    return "differs", min(found, key=said.off, default=None)


def _of(rows: Iterable[Row], what: str, said: Claim) -> Iterator[Row]:
    """Yield the rows of a kind and a time; an exercise is what it acquires in Table I, else what it uses up."""
    codes = _CODES.get(what, frozenset())
    of = [row for row in rows if row["code"] in codes and said.since <= row["day"] <= said.until]
    if what == "gave":
        of = [row for row in of if not row["acquired"]]
    if what == "exercised":
        of = [row for row in of if row["acquired"] and not row["derivative"]] or [
            row for row in of if row["derivative"]
        ]
    seen: set[str] = set()
    for row in of:
        if row["block"] not in seen:
            seen.add(row["block"])
            yield row


def _held(rows: Iterable[Row], said: Claim) -> tuple[str, Sum | None]:
    latest: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row["kind"] == "balance":
            latest[row["id"], row["security"]] = row
    found = [*_balances(latest.values())]
    if agreeing := [each for each in found if said.agrees(each)]:
        return "confirmed", agreeing[0]
    if found and (said.shares or said.value) and not any(each.shares or each.value for each in found):
        return "contradicted", found[0]
    return "differs", min(found, key=said.off, default=None)


def _balances(rows: Iterable[Row]) -> Iterator[Sum]:
    """Yield the balances of each security, one block once, and then each bucket."""
    by_block: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_block[row["security"]][row["block"]] = row
    for blocks in by_block.values():
        yield _sum("total", blocks.values())
    for blocks in by_block.values():
        yield from (_sum("bucket", [row]) for row in blocks.values())


def _sums(rows: Iterable[Row]) -> Iterator[Sum]:
    """Yield rows of one security alone, by day, by filing and all of them."""
    by: dict[str, dict[tuple[str, ...], list[Row]]] = {"row": {}, "day": {}, "filing": {}, "all rows": {}}
    for row in rows:
        keys = {"row": row["id"], "day": str(row["day"]), "filing": row["filing"], "all rows": ""}
        for of, key in keys.items():
            by[of].setdefault((row["security"], key), []).append(row)
    for of, parts in by.items():
        yield from (_sum(of, part) for part in parts.values())


def _sum(of: str, rows: Iterable[Row]) -> Sum:
    part = tuple(rows)
    shares, value = (
        None if any(row[name] is None for row in part) else round(sum(row[name] for row in part), 4)
        for name in ("shares", "value")
    )
    return Sum(of, part, shares, value)


def _missed(said: float, filed: float | None) -> float:
    return float("inf") if filed is None else abs(filed - said) / max(abs(said), 1e-9)


def _covered(rows: Iterable[Row], said: Claim) -> bool:
    """Whether filings of the person reach the time, and filings about the issuer go on after it began."""
    filings = [row["day"] for row in rows if row["kind"] == "filing" and row["day"]]
    ends = [row["day"] for row in rows if row["kind"] == "issuer" and row["day"]]
    return bool(filings and ends) and min(filings) <= said.until and max(ends) >= said.since


def _coverage(rows: Iterable[Row]) -> str:
    days = sorted(row["day"] for row in rows if row["kind"] == "filing" and row["day"])
    (end,) = (row["day"] for row in rows if row["kind"] == "issuer")
    own = f"{len(days):,} of the person, {days[0]} to {days[-1]}" if days else "none of the person"
    return f"filings: {own}; about the issuer to {end}"


def _row(verdict: str, said: Claim, found: Sum | None, coverage: str) -> tuple[Any, ...]:
    if found is None:
        return (verdict, said.shares, None, said.value, *[None] * 6, [], [], [], [], coverage)
    rows = found.rows
    filed = [row["filedOn"] for row in rows if row["filedOn"]]
    return (
        *(verdict, said.shares, found.shares, said.value, found.value, found.of),
        *(min(row["day"] for row in rows), max(row["day"] for row in rows), rows[0]["security"]),
        max(filed, default=None),
        [id for row in rows for id in row["rows"]],
        sorted({row["filing"] for row in rows}),
        [row["id"] for row in rows if row["restatedOn"]],
        sorted({note for row in rows for note in row["notes"] or ()}),
        coverage,
    )
