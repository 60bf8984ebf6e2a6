"""The facts that derived facts follow from: what filings state, as frozen values."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from graphload.schema.rows import Props


class RowFacts(NamedTuple):
    """A row of a filing. `kind` is `NT`, `NH`, `DT` or `DH`; amounts are in shares or, where named so, in dollars."""

    id: str
    filing: str
    place: int
    security: str
    holder: str | None
    as_of: date | None = None
    date: date | None = None
    code: str | None = None
    acquired: bool | None = None
    shares: float | None = None
    price: float | None = None
    total_value: float | None = None
    shares_after: float | None = None
    value_after: float | None = None
    underlying_shares: float | None = None
    underlying_value: float | None = None
    reformed: bool = False

    @property
    def kind(self) -> str:
        """Table and kind of the row, which its id tells."""
        return self.id.rpartition(":")[2][:2]

    @property
    def held(self) -> bool:
        """Whether the row reports a holding, not a transaction."""
        return self.kind[1] == "H"

    @property
    def amount(self) -> float | None:
        """The balance after the row, in shares or dollars; of a holding without one, the amount that underlies it."""
        for amount in (self.shares_after, self.value_after):
            if amount is not None:
                return amount
        if not self.held:
            return None
        return self.underlying_value if self.underlying_shares is None else self.underlying_shares

    @property
    def before(self) -> float | None:
        """The balance before a transaction, to the thousandth of a share or dollar, if the row tells it."""
        moved, after = self.shares, self.shares_after
        if after is None or (moved is None and self.total_value is not None):
            moved, after = self.total_value, self.value_after if after is None or after else 0.0
        if after is None or moved is None or self.acquired is None:
            return None
        return round(after - moved if self.acquired else after + moved, 3)


class OwnerFacts(NamedTuple):
    """A reporting owner of a filing, with the boxes that are ticked; None where the filing does not tell."""

    id: str
    director: bool | None = None
    officer: bool | None = None
    ten_percent_owner: bool | None = None
    other: bool | None = None
    officer_title: str | None = None


class FilingFacts(NamedTuple):
    """A filing about an issuer. `corrects` is true if the text of an amendment says that something was wrong."""

    id: str
    form: str
    amendment: bool
    filed_on: date | None
    original_filed_on: date | None
    period: date
    effective_on: date
    exit: bool | None = None
    corrects: bool = False
    owners: tuple[OwnerFacts, ...] = ()
    rows: tuple[RowFacts, ...] = ()

    @property
    def known_on(self) -> date:
        """The day on which its content could first be known."""
        return self.filed_on or self.effective_on

    @property
    def owner_ids(self) -> frozenset[str]:
        """The keys of its owners."""
        return frozenset(owner.id for owner in self.owners)


class Written(NamedTuple):
    """A title that a row gives a security, `reported` or only named as underlying. The greatest one counts."""

    reported: bool
    day: date
    row: str
    title: str


class SecurityFacts(NamedTuple):
    """A security of the issuer: what its key states, and whether a row reports it (not only names it as underlying)."""

    id: str
    derivative: bool
    share_class: str | None
    expires_on: date | None
    reported: bool
    written: tuple[Written, ...] = ()
    exercise_price: float | None = None


class IssuerFacts(NamedTuple):
    """All filings about one issuer by owners who share no filing with other owners, and all its securities.

    `conversions` are the pairs of a derivative and its underlying security that rows name.
    """

    issuer: str
    filings: tuple[FilingFacts, ...]
    securities: tuple[SecurityFacts, ...]
    conversions: frozenset[tuple[str, str]]


class EdgeKey(NamedTuple):
    """What tells derived edges apart: type, both ends, and for balances day, rows and since when they were known."""

    type: str
    start: str
    end: str
    as_of: date | None = None
    rows: tuple[str, ...] = ()
    known_from: date | None = None


class Derived(NamedTuple):
    """Derived properties of nodes (by label and id) and rows (by id), and derived edges. An absent value is None."""

    nodes: dict[tuple[str, str], Props]
    rows: dict[str, Props]
    edges: dict[EdgeKey, Props]
