"""What a filing says: one value for each part of Forms 3, 4 and 5, exactly as filed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode

# the boxes of a reporting owner, as fields of Owner
ROLES = ("director", "officer", "ten_percent_owner", "other")


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A footnote cited by one cell of a row; `cell` is the field of Row, Trade or Terms that holds the cell."""

    cell: str
    footnote: str


@dataclass(frozen=True, slots=True)
class Trade:
    """What a row says of a transaction. `price` is None where only a footnote gives it: that is not a price of zero."""

    date: datetime.date | None
    deemed_date: datetime.date | None
    code: TransactionCode | None
    equity_swap: bool | None
    timeliness: Timeliness | None
    acquired: bool | None
    shares: Decimal | None
    total_value: Decimal | None
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What Table II adds to a row: the derivative's terms and its underlying security."""

    exercise_price: Decimal | None
    exercisable_on: datetime.date | None
    expires_on: datetime.date | None
    underlying_title: str | None
    underlying_shares: Decimal | None
    underlying_value: Decimal | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of Table I (`terms` is None) or Table II, a holding (`trade` is None) or a transaction.

    `place` counts from 1 among the rows of its kind in its table. Shares and dollar values are different facts.
    """

    place: int
    title: str
    form_type: str | None
    trade: Trade | None
    terms: Terms | None
    shares_after: Decimal | None
    value_after: Decimal | None
    direct: bool | None
    nature: str | None
    footnotes: tuple[FootnoteRef, ...] = ()

    @property
    def row_id(self) -> str:
        """The last part of the row's id: `NT3` is the third transaction of the non-derivative table."""
        return f"{'D' if self.terms else 'N'}{'T' if self.trade else 'H'}{self.place}"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuer as one filing names it; `cik` has ten digits, or is None where a rendering gives none."""

    cik: str | None
    name: str | None
    ticker: str | None
    foreign_ticker: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An owner's address as given; `state` holds EDGAR's code of a state, province or (until X0508) country."""

    street1: str | None = None
    street2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None
    state_description: str | None = None
    non_us: bool | None = None
    non_us_state: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """A reporting owner with the relationship that this filing states; None: a rendering does not print the box."""

    cik: str | None
    name: str | None
    director: bool | None
    officer: bool | None
    ten_percent_owner: bool | None
    other: bool | None
    officer_title: str | None
    other_text: str | None
    address: Address | None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote and its id, `F1` to `F99`."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as typed; the form does not say which owner it is for."""

    text: str | None
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class HeaderParty:
    """A party of the submission header; `incorporated` tells that EDGAR keeps company data on it."""

    cik: str
    name: str | None
    incorporated: bool


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the document itself does not say, and where it was taken from."""

    accession: str | None = None
    accession_basis: Basis | None = None
    form: str | None = None
    filed_on: datetime.date | None = None
    filed_on_basis: Basis | None = None
    accepted_at: datetime.datetime | None = None
    parties: tuple[HeaderParty, ...] = ()


UNKNOWN = Envelope()


@dataclass(frozen=True, slots=True)
class Filing:
    """One Form 3, 4 or 5, or an amendment of one, with the envelope it came in.

    `plan10b51` is None on forms older than the box; `exit` is `notSubjectToSection16`. Rows keep the document's order.
    The SEC's tables have values in wrong rows: `repaired` names the cells, as `NH:nature`, whose values were handed to
    the right rows, and `left_out` those whose values were left out. Of a malformed document, `repaired` says in words
    what was repaired. `owners` is empty where their table was not there.
    """

    source: Source
    origin: str
    envelope: Envelope
    form: Form
    period_of_report: datetime.date
    issuer: Issuer
    owners: tuple[Owner, ...]
    rows: tuple[Row, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    signatures: tuple[Signature, ...] = ()
    remarks: str | None = None
    original_filed_on: datetime.date | None = None
    no_securities_owned: bool | None = None
    exit: bool | None = None
    form3_holdings_reported: bool | None = None
    form4_transactions_reported: bool | None = None
    plan10b51: bool | None = None
    schema_version: str | None = None
    repaired: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
