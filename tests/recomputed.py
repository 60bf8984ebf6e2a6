"""What every bucket holds on a day, as known by a day: worked out anew from the rows of a store, the long way.

Nothing here is graphload's own: the rules are those of the documentation of balances, said a second time.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphload.store import Store

ROWS = """MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(security:Security)
WHERE row.holder IS NOT NULL AND row.asOf IS NOT NULL
RETURN row.holder AS holder, security.id AS security, properties(row) AS row, filing.id AS filing,
       coalesce(filing.lineage, filing.id) AS statement, filing.effectiveOn AS effective,
       coalesce(filing.filedOn, filing.effectiveOn) AS known"""
EDGES = """MATCH (holder)-[owns:OWNS|OWNED]->(security:Security)
RETURN holder.id AS holder, security.id AS security, owns.filing AS id, properties(owns) AS owns"""
FILINGS = """MATCH (filing:Filing)
RETURN filing.id AS id, filing.effectiveOn AS effective, coalesce(filing.lineage, filing.id) AS statement"""

EVER = date(9999, 12, 30)
Bucket = tuple[str, str]
# day, shares, value, underlying shares, underlying value
Position = tuple[date, float | None, float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Stated:
    """A row that states a balance, with what its filing tells; `gone` is the day on which an amendment restated it."""

    row: dict[str, Any]
    filing: str
    statement: str
    effective: date
    known: date
    gone: date | None

    @property
    def table(self) -> str:
        return str(self.row["id"]).rpartition(":")[2][0]

    @property
    def held(self) -> bool:
        return str(self.row["id"]).rpartition(":")[2][1] == "H"

    @property
    def amounts(self) -> tuple[float | None, float | None, float | None, float | None]:
        shares, value = self.row.get("sharesAfter"), self.row.get("valueAfter")
        if shares is None and value is None and self.held:
            return None, None, self.row.get("underlyingShares"), self.row.get("underlyingValue")
        return shares, value, None, None

    @property
    def amount(self) -> float:
        return next(each for each in self.amounts if each is not None)

    @property
    def begins(self) -> float | None:
        """What there was before the transaction: in shares or, where they are not given, in dollars."""
        shares, value = self.row.get("sharesAfter"), self.row.get("valueAfter")
        moved, after = self.row.get("shares"), shares
        if shares is None or (moved is None and self.row.get("totalValue") is not None):
            moved, after = self.row.get("totalValue"), 0.0 if shares == 0 else value
        if moved is None or after is None or self.row.get("acquired") is None:
            return None
        return round(float(after - moved if self.row["acquired"] else after + moved), 3)

    @property
    def listed(self) -> tuple[str, int]:
        """Where the form lists the row."""
        return self.filing, self.row["place"]

    @property
    def place(self) -> tuple[Any, ...]:
        rank = self.row.get("rank")
        place = self.row["place"] if rank is None else rank
        return self.row["asOf"], self.effective, self.statement, place, self.filing


def stated(store: Store) -> dict[Bucket, list[Stated]]:
    """Return the rows of each bucket that state a balance, in their order."""
    found = store.read(ROWS).dicts()
    known = {each["filing"]: each["known"] for each in found}
    buckets: dict[Bucket, list[Stated]] = defaultdict(list)
    for each in found:
        by = each["row"].get("superseded")
        gone = None if by is None else known[by.rpartition(":")[0]]
        row = Stated(each["row"], each["filing"], each["statement"], each["effective"], each["known"], gone)
        if any(amount is not None for amount in row.amounts):
            buckets[each["holder"], each["security"]].append(row)
    return {bucket: sorted(rows, key=lambda row: row.place) for bucket, rows in buckets.items()}


def balance(rows: Sequence[Stated], day: date, known: date) -> Position | None:
    """Return what a bucket holds on a day, by what was filed until another."""
    there = [row for row in rows if row.known <= known and (row.gone is None or row.gone > known)]
    there = [row for row in there if row.row["asOf"] <= day]
    if not there:
        return None
    lots = _last_lines(there) if there[0].table == "N" else _lots(there)
    sums = [[amount for lot in lots if (amount := lot.amounts[at]) is not None] for at in range(4)]
    shares, value, underlying, worth = (sum(each) if each else None for each in sums)
    return there[-1].row["asOf"], shares, value, underlying, worth


def _last_lines(rows: Sequence[Stated]) -> list[Stated]:
    """Table I: of the statement that speaks last the last transaction, and the holdings beside it."""
    run: list[Stated] = []
    for row in reversed(rows):
        if row.statement != rows[-1].statement:
            break
        run.append(row)
    return [row for row in run if row.held] + [row for row in run if not row.held][:1]


def _lots(rows: Sequence[Stated]) -> list[Stated]:
    """Table II: lots that go on one from another."""
    lots: list[Stated] = []
    for row in rows:
        own = [lot for lot in lots if lot.statement == row.statement]
        twice = [lot for lot in lots if not row.held and _same_trade(row, lot)]
        parents = [lot for lot in lots if lot.amount and round(lot.amount, 3) == row.begins]
        if row.held:
            lots = [*own, row]
        elif twice:
            lots = [row if lot in twice else lot for lot in lots]
        elif row.begins is not None and parents:
            lots.remove(parents[-1])
            lots.append(row)
        elif lots and row.begins == round(sum(lot.amount for lot in lots), 3):
            lots = [row]
        elif row.amount and any(lot.begins == row.amount and lot.listed > row.listed for lot in own):
            continue  # the form lists a later day first, and counts down in that order
        elif row.begins == 0:
            lots = [*lots, row]
        else:
            lots = [*own, row]
    return [lot for lot in lots if lot.amount] or [rows[-1]]


def _same_trade(row: Stated, lot: Stated) -> bool:
    cells = ("date", "code", "acquired", "shares")
    alike = all(row.row.get(cell) == lot.row.get(cell) for cell in cells) and row.amount == lot.amount
    return alike and row.filing != lot.filing


class Edges:
    """The balances that the graph keeps, read as `ownership/stake` reads them."""

    def __init__(self, store: Store) -> None:
        order = {each["id"]: (each["effective"], each["statement"]) for each in store.read(FILINGS).dicts()}
        self.buckets: dict[Bucket, list[tuple[tuple[Any, ...], dict[str, Any]]]] = defaultdict(list)
        for each in store.read(EDGES).dicts():
            owns = each["owns"]
            self.buckets[each["holder"], each["security"]].append(((owns["asOf"], *order[each["id"]]), owns))
        for balances in self.buckets.values():
            balances.sort(key=lambda each: each[0])

    def balance(self, bucket: Bucket, day: date, known: date) -> Position | None:
        """Return the latest balance of a bucket on a day, by what was filed until another."""
        there = [
            owns
            for _, owns in self.buckets[bucket]
            if owns["asOf"] <= day and owns["knownFrom"] <= known and owns.get("knownUntil", date.max) > known
        ]
        if not there:
            return None
        names = ("shares", "value", "underlyingShares", "underlyingValue")
        shares, value, underlying, worth = (there[-1].get(name) for name in names)
        return there[-1]["asOf"], shares, value, underlying, worth


def month_ends(first: date, last: date) -> Iterator[date]:
    """Yield the last day of each month from that of one day to the month after that of another."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1):
        year, at = divmod(month, 12)
        yield date(year, at + 1, monthrange(year, at + 1)[1])


def differences(store: Store) -> tuple[int, list[str]]:
    """Return how many positions at the end of a month were compared, and those that are not what rows say."""
    edges = Edges(store)
    compared, wrong = 0, []
    buckets = stated(store)
    assert {*edges.buckets} == {*buckets}
    for bucket, rows in buckets.items():
        filed = {day for row in rows for day in (row.known, row.gone) if day is not None}
        days = [*month_ends(min(row.row["asOf"] for row in rows), max(*(row.row["asOf"] for row in rows), *filed))]
        # a month end between two filings shows what the one before it shows
        known = [*sorted({next(month_ends(day, day)) for day in filed}), EVER]
        for day in days:
            for by in known:
                expected, found = balance(rows, day, by), edges.balance(bucket, day, by)
                compared += 1
                if expected != found:
                    wrong.append(f"{bucket} on {day}, known by {by}: {expected}, in the graph {found}")
    return compared, wrong
