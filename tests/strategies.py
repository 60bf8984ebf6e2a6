"""Filings as Hypothesis makes them: anything that the SEC's schemas take, all forms, rows of all kinds mixed."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from examples.write import CELLS
from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode
from graphload.filing.values import (
    Address,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    HeaderParty,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)
from tests.conftest import examples

# what is made here is large
modest = settings(max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
# what a footnote alone may stand for
FOOTNOTE_ONLY = {"price", "exercise_price", "exercisable_on", "expires_on"}
CHARACTERS = st.characters(exclude_categories=["C"])

booleans = st.booleans()
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
numbers = st.decimals(0, Decimal("999999999999.9999"), places=4)
ciks = st.integers(1, 9_999_999_999).map("{:010}".format)


def words(longest: int, alphabet: st.SearchStrategy[str] = CHARACTERS) -> st.SearchStrategy[str]:
    """Words with one space between them, as every text of a filing is read."""
    return st.text(alphabet, min_size=1, max_size=longest).map(lambda text: " ".join(text.split())).filter(bool)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """The value, or none."""
    return st.none() | strategy


companies = st.builds(Issuer, ciks, maybe(words(150)), words(10), maybe(words(14)))
postals = st.builds(
    Address,
    street1=words(40),
    street2=maybe(words(40)),
    city=maybe(words(30)),
    state=maybe(st.sampled_from(["NY", "CA", "PR"])),
    zip=maybe(st.from_regex(r"[0-9A-Za-z#-]{1,10}", fullmatch=True)),
    state_description=maybe(words(50)),
    non_us=maybe(booleans),
    non_us_state=maybe(words(30)),
    country=maybe(st.sampled_from(["X0", "M0", "P7"])),
)
owners = st.builds(
    Owner,
    ciks,
    maybe(words(150)),
    booleans,
    booleans,
    booleans,
    booleans,
    maybe(words(30)),
    maybe(words(30)),
    maybe(postals),
)
signatures = st.builds(Signature, words(255), dates)


@st.composite
def envelopes(draw: st.DrawFn, form: Form, issuer: str) -> Envelope:
    """An envelope as a submission's header gives it, the issuer last."""
    names = words(60, st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="<>"))
    parties = draw(st.lists(st.builds(HeaderParty, ciks, names, booleans), max_size=3))
    return Envelope(
        draw(st.from_regex(r"[0-9]{10}-[0-9]{2}-[0-9]{6}", fullmatch=True)),
        Basis.HEADER,
        form.value,
        draw(dates),
        Basis.HEADER,
        draw(
            st.none()
            | st.datetimes(datetime(1993, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(microsecond=0))
        ),
        tuple(sorted(parties, key=lambda party: party.cik == issuer)),
    )


@st.composite
def trades(draw: st.DrawFn, derivative: bool, coded: bool) -> Trade:
    """A transaction's own cells: shares or, of a derivative, their value."""
    by_value = derivative and draw(booleans)
    return Trade(
        date=draw(dates),
        deemed_date=draw(st.none() | dates),
        code=draw(st.sampled_from(TransactionCode)) if coded else None,
        equity_swap=draw(booleans) if coded else None,
        timeliness=draw(st.none() | st.sampled_from(Timeliness)),
        acquired=draw(booleans),
        shares=None if by_value else draw(numbers),
        total_value=draw(numbers) if by_value else None,
        price=draw(st.none() | numbers),
    )


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """A derivative's terms: underlying shares, their value, or neither."""
    amounts = draw(st.sampled_from([(True, False), (False, True), (False, False)]))
    return Terms(
        exercise_price=draw(st.none() | numbers),
        exercisable_on=draw(st.none() | dates),
        expires_on=draw(st.none() | dates),
        underlying_title=draw(words(60)),
        underlying_shares=draw(numbers) if amounts[0] else None,
        underlying_value=draw(numbers) if amounts[1] else None,
    )


@st.composite
def rows(draw: st.DrawFn, form: Form, place: int, transaction: bool, derivative: bool, footnotes: list[str]) -> Row:
    """A row of one kind, each of its cells with any of the footnotes."""
    coded = draw(booleans)
    trade = draw(trades(derivative, coded)) if transaction else None
    bare = form.family == "3" and derivative
    by_value, direct = draw(booleans), draw(booleans)
    row = Row(
        place=place,
        title=draw(words(60)),
        form_type=_form_type(form, transaction, coded, draw(st.sampled_from("45"))),
        trade=trade,
        terms=draw(terms()) if derivative else None,
        shares_after=None if by_value or bare else draw(numbers),
        value_after=draw(numbers) if by_value and not bare else None,
        direct=direct,
        nature=None if direct else draw(words(100)),
    )
    return _cite(draw, row, form, footnotes)


def _form_type(form: Form, transaction: bool, coded: bool, drawn: str) -> str | None:
    if transaction:
        return drawn if coded else None
    return "3" if coded and form.family == "5" else None


def _cite(draw: st.DrawFn, row: Row, form: Form, footnotes: list[str]) -> Row:
    refs = []
    for cell in CELLS:
        cited = draw(st.lists(st.sampled_from(footnotes), max_size=2, unique=True)) if _citable(row, cell, form) else []
        if not cited and cell in FOOTNOTE_ONLY and _cell(row, cell) is None and _has(row, cell):
            cited = footnotes[:1]
        refs += [FootnoteRef(cell, footnote) for footnote in cited]
    return Row(**{**{name: getattr(row, name) for name in Row.__slots__}, "footnotes": tuple(refs)})


def _has(row: Row, cell: str) -> bool:
    return any(hasattr(part, cell) for part in (row, row.trade, row.terms))


def _cell(row: Row, cell: str) -> object:
    return next((getattr(part, cell) for part in (row, row.trade, row.terms) if hasattr(part, cell)), None)


def _citable(row: Row, cell: str, form: Form) -> bool:
    """Whether the form has room for a footnote there."""
    if cell == "code":
        return row.form_type is not None
    if cell == "timeliness":
        return row.trade is not None and form.family == "4"
    if cell == "acquired" and row.terms:
        return False
    return _cell(row, cell) is not None or (cell in FOOTNOTE_ONLY and _has(row, cell))


@st.composite
def tables(draw: st.DrawFn, form: Form, footnotes: list[str]) -> tuple[Row, ...]:
    """Both tables: transactions and holdings in any order, Table I first."""
    drawn: list[Row] = []
    for derivative in (False, True):
        kinds = draw(st.lists(booleans if form.family != "3" else st.just(False), max_size=4))
        for at, transaction in enumerate(kinds):
            drawn.append(draw(rows(form, kinds[: at + 1].count(transaction), transaction, derivative, footnotes)))
    return tuple(drawn)


@st.composite
def filings(draw: st.DrawFn) -> Filing:
    """A filing of any form; its box for a 10b5-1 plan may be missing, as on older ones."""
    form, issuer = draw(st.sampled_from(Form)), draw(companies)
    ids = [f"F{at}" for at in range(1, 1 + draw(st.integers(1, 4)))]
    optional = {
        "no_securities_owned": form.family == "3",
        "exit": form.family != "3",
        "form3_holdings_reported": form.family == "5",
        "form4_transactions_reported": form.family == "5",
        "plan10b51": True,
    }
    boxes: dict[str, Any] = {box: draw(st.none() | booleans) if may else None for box, may in optional.items()}
    return Filing(
        source=Source.XML,
        origin="made/ownership.xml",
        envelope=draw(envelopes(form, issuer.cik or "")),
        form=form,
        period_of_report=draw(dates),
        issuer=issuer,
        owners=tuple(draw(st.lists(owners, min_size=1, max_size=3, unique_by=lambda owner: owner.cik))),
        rows=draw(tables(form, ids)),
        footnotes=tuple(Footnote(each, draw(words(1000))) for each in ids),
        signatures=tuple(draw(st.lists(signatures, min_size=1, max_size=2))),
        remarks=draw(st.none() | words(2000)),
        original_filed_on=draw(dates) if form.amendment else None,
        schema_version=draw(st.sampled_from(["X0206", "X0306", "X0407", "X0508", "X0609"])),
        **boxes,
    )
