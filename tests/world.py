"""The example filings as flat facts, for saying in one expression what the world must hold."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from examples.world import FILINGS
from examples.world.cast import INCORPORATED
from graphload.filing.values import Filing, Issuer, Owner, Row, Trade

Pair = tuple[str | None, str | None]

HOLIDAYS = {date(2022, 10, 10), date(2024, 7, 4), date(2026, 1, 1)}
ISSUERS = {filing.issuer.cik for filing in FILINGS}


@dataclass(frozen=True, slots=True)
class Line:
    """A transaction with the filing that reports it."""

    filing: Filing
    row: Row
    trade: Trade

    @property
    def code(self) -> str:
        return self.trade.code or ""

    @property
    def on(self) -> date:
        return self.trade.date or date.min

    @property
    def shares(self) -> Decimal:
        return self.trade.shares or Decimal(0)

    @property
    def value(self) -> Decimal:
        return self.shares * (self.trade.price or 0)

    @property
    def owners(self) -> tuple[str | None, ...]:
        return ciks(self.filing)

    @property
    def issuer(self) -> str | None:
        return self.filing.issuer.cik

    @property
    def notes(self) -> str:
        """The words of every footnote that the row cites."""
        texts = {note.id: note.text for note in self.filing.footnotes}
        return " ".join(texts[ref.footnote] for ref in self.row.footnotes)


def ciks(filing: Filing) -> tuple[str | None, ...]:
    """Return who reports."""
    return tuple(owner.cik for owner in filing.owners)


def filed(filing: Filing) -> date:
    """Return the day the filing was received."""
    assert filing.envelope.filed_on
    return filing.envelope.filed_on


LINES = sorted(
    (Line(filing, row, row.trade) for filing in FILINGS for row in filing.rows if row.trade),
    key=lambda line: (line.on, filed(line.filing), line.filing.origin, line.row.terms is not None, line.row.place),
)
ORIGINAL = [line for line in LINES if not line.filing.form.amendment]
OWNERS = [(filing, owner) for filing in sorted(FILINGS, key=filed) for owner in filing.owners]
AMENDMENTS = [filing for filing in FILINGS if filing.form.amendment]
PEOPLE = {owner.cik for _, owner in OWNERS if str(owner.cik)[-3] == "1" and owner.cik not in INCORPORATED}
# (owner, issuer) → the days on which it is seen
SEEN: dict[Pair, list[date]] = defaultdict(list)
for _filing, _owner in OWNERS:
    SEEN[_owner.cik, _filing.issuer.cik].append(filed(_filing))


def lines(codes: str, issuer: Issuer | None = None) -> list[Line]:
    """Return the transactions of any of the codes, amendments left out, the earliest first."""
    return [line for line in ORIGINAL if line.code in codes and (issuer is None or line.issuer == issuer.cik)]


def human(owner: Owner) -> bool:
    """Whether an owner is a person of the cast."""
    return owner.cik in PEOPLE


def board(issuer: Issuer) -> set[str | None]:
    """Return the people who are, or were, directors of an issuer."""
    return {
        owner.cik for filing, owner in OWNERS if owner.director and filing.issuer.cik == issuer.cik and human(owner)
    }


def together(one: Pair, other: Pair) -> bool:
    """Whether two owners were seen at their issuers in the same stretch of time."""
    return min(SEEN[one]) <= max(SEEN[other]) and min(SEEN[other]) <= max(SEEN[one])


def seats(person: str | None) -> set[str | None]:
    """Return the issuers at which a person was seen."""
    return {issuer for owner, issuer in SEEN if owner == person}


def originals(amendment: Filing) -> list[Filing]:
    """Return the filings that an amendment may be of."""
    parties = (ciks(amendment), amendment.issuer.cik, amendment.form.family)
    return [
        filing
        for filing in FILINGS
        if (ciks(filing), filing.issuer.cik, filing.form.value) == parties
        and filed(filing) == amendment.original_filed_on
    ]


def workdays(first: date, last: date) -> int:
    """Return how many business days after the first the last is."""
    days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
    return sum(day.weekday() < 5 and day not in HOLIDAYS for day in days)


def late() -> Iterator[Filing]:
    """Yield each Form 4 that came more than two business days after a transaction."""
    for filing in FILINGS:
        dates = [row.trade.deemed_date or row.trade.date for row in filing.rows if row.trade and row.form_type == "4"]
        if filing.form == "4" and any(day and day.year > 2000 and workdays(day, filed(filing)) > 2 for day in dates):
            yield filing


def breaks() -> Iterator[str]:
    """Yield the place of each transaction whose balance does not follow from what its bucket held before."""
    held: dict[object, Decimal] = {}
    for filing, row in _balances():
        strike = row.terms and row.terms.exercise_price
        bucket = (ciks(filing), filing.issuer.cik, row.title, strike, row.nature)
        underlying = row.terms.underlying_shares if row.terms else None
        after = underlying if row.shares_after is None else row.shares_after
        if row.trade and after is not None:
            moved = row.trade.shares or Decimal(0)
            before = after - moved if row.trade.acquired else after + moved
            if held.get(bucket, before) != before:
                yield f"{filing.envelope.accession}:{row.row_id}"
        held[bucket] = after or Decimal(0)


def _balances() -> list[tuple[Filing, Row]]:
    """Return the holdings of each Form 3 and all transactions, by day; a short position is no balance."""
    rows = [(filing, row) for filing in FILINGS for row in filing.rows if not filing.form.amendment]
    rows = [(filing, row) for filing, row in rows if filing.form == "3" or (row.trade and row.trade.code != "E")]
    day = {id(row): (row.trade and row.trade.date) or filing.period_of_report for filing, row in rows}
    return sorted(rows, key=lambda each: (day[id(each[1])], filed(each[0]), each[0].origin))
