"""Invented filings by the thousand, one after the other and always the same ones, for measuring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TypeVar

from bench import boards, footnotes
from examples.write import write
from graphload.filing.codes import Basis, Form, Source, TransactionCode
from graphload.filing.values import (
    Address,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)

FORMS = {Form.F4: 82, Form.F3: 8, Form.F4A: 4, Form.F5: 3, Form.F3A: 2, Form.F5A: 1}
# of a hundred connected filings two are amendments, as in EDGAR
CONNECTED_FORMS = {Form.F4: 870, Form.F3: 80, Form.F5: 30, Form.F4A: 15, Form.F3A: 3, Form.F5A: 2}
CODES = {
    TransactionCode.S: 30,
    TransactionCode.A: 20,
    TransactionCode.P: 12,
    TransactionCode.M: 12,
    TransactionCode.F: 12,
    TransactionCode.G: 6,
    TransactionCode.J: 6,
}
ACQUIRED = {TransactionCode.A, TransactionCode.P, TransactionCode.M}
# rows of a filing, and of a long one
SIZES = {1: 30, 2: 25, 3: 15, 4: 10, 5: 8, 6: 6, 7: 4, 8: 2}
LONG_SIZES = {3: 20, 6: 30, 10: 25, 14: 20, 30: 5}
OWNERS = {1: 90, 2: 7, 3: 3}
CONNECTED_OWNERS = {1: 88, 2: 7, 3: 3, 10: 2}
NATURES = ("By Spouse", "See Footnotes", "By 401(k) Plan", "By ESOP", "By IRA", "Family Trust", "By LLC", "By Son")
GIVEN = ("Anna", "Boris", "Carla", "David", "Edith", "Frank", "Grace", "Henry", "Irene", "Jonas", "Karin", "Louis")
FAMILY = ("Abbot", "Brandt", "Castell", "Dorn", "Ekberg", "Falk", "Grimm", "Hobart", "Ivens", "Jarvis", "Kessler")
TRADES = ("Alloys", "Biologics", "Carriers", "Data Systems", "Energy", "Foods", "Gold", "Holdings", "Instruments")
STREETS = ("Main Street", "Harbor Road", "Park Avenue", "Mill Lane", "Station Square")
FIRST_DAY, DAYS = date(2015, 1, 5), 3600
# of connected filings: people for each issuer, issuers at most, and one filing in so many is about the first issuer, or
# by the first owner, which is a fund
PEOPLE, MOST_ISSUERS, FIRST_ISSUER, FIRST_OWNER = 8, 20_000, 50, 200
AGENT, ATTORNEY = "9000000099", "Grace Hobart"
LAW_FIRM = Address("1 Court Square", "c/o Hobart & Falk LLP", "Springfield", "NY", "10001")
COMMON, OPTION = "Common Stock", "Stock Option (Right to Buy)"

T = TypeVar("T")


def filings(
    count: int, issuers: int | None = None, owners: int = 5, *, long: bool = False, connected: bool = False
) -> Iterator[Filing]:
    """Yield so many filings, in the order of their dates; amendments repeat a row of the issuer's last filing.

    There are some 15 issuers to the hundred filings, a few of them with many, or `issuers` with as many each; `owners`
    is how many an issuer has. As XML a filing has 4 kB, a `long` one 16 kB, as most real ones have that list many rows
    and explain them in footnotes. Owners file for one issuer or two. `connected` filings are like EDGAR's: owners file
    for as many issuers as `boards` seats them at, up to ten jointly, a third of the issuers through one filing agent
    and a fifth through one law firm; one issuer has a fiftieth of the filings, one owner a two-hundredth.
    """
    random = Random(3)
    several = issuers or max(1, count * 15 // 100)
    if connected:
        several = min(several, MOST_ISSUERS)
    seated = boards.seated(PEOPLE * several, several) if connected else {}
    of_first = [issuer for issuer, seats in seated.items() if any(seat.owner == 0 for seat in seats)]
    last: dict[int, Filing] = {}
    for number in range(count):
        issuer = number % several if issuers else int(random.random() ** 1.5 * several)
        if connected and number % FIRST_OWNER == 0:
            issuer = random.choice(of_first)
        elif connected and number % FIRST_ISSUER == 1:
            issuer = 0
        form = _one(random, CONNECTED_FORMS if connected else FORMS)
        day = FIRST_DAY + timedelta(DAYS * number // count)
        made = _filing(random, number, issuer, form, day, owners, long)
        if issuer in seated:
            made = _connected(random, made, issuer, seated[issuer], first=number % FIRST_OWNER == 0)
        if made.form.amendment and issuer in last:
            made = _amended(made, last[issuer])
        elif not made.form.amendment:
            last[issuer] = made
        yield made


def _connected(random: Random, filing: Filing, issuer: int, seats: list[boards.Seat], *, first: bool) -> Filing:
    """Return a filing by the first owner or those who sit at the issuer then, through its agent and its law firm."""
    day = filing.period_of_report
    there = [seat.owner for seat in seats if seat.first <= day <= seat.last]
    wanted = _one(random, CONNECTED_OWNERS)
    if len(there) < wanted:
        there = [seat.owner for seat in seats]
    filed_by = [0] if first else random.sample(there, min(len(there), wanted))
    owners = tuple(map(_owner, filed_by))
    signatures = tuple(_signature(random, owner, day) for owner in owners)
    if issuer % 5 == 0:
        owners = tuple(replace(owner, address=LAW_FIRM) for owner in owners)
        signatures = tuple(Signature(f"/s/ {ATTORNEY}, attorney-in-fact", day + timedelta(2)) for _ in owners)
    accession = str(filing.envelope.accession)
    if issuer % 3 == 0:
        accession = AGENT + accession[10:]
    envelope = replace(filing.envelope, accession=accession)
    return replace(filing, origin=f"{accession}.xml", envelope=envelope, owners=owners, signatures=signatures)


def _amended(amendment: Filing, original: Filing) -> Filing:
    """Return an amendment that corrects the price, or the balance, of a filing's first row."""
    rows = original.rows[:1]
    if rows and rows[0].trade is not None:
        rows = (replace(rows[0], trade=replace(rows[0].trade, price=Decimal("9.99"))),)
    return replace(
        amendment,
        form=Form[f"F{original.form.family}A"],
        owners=original.owners,
        period_of_report=original.period_of_report,
        original_filed_on=original.envelope.filed_on,
        rows=rows,
        footnotes=original.footnotes,
    )


def write_files(folder: Path, made: Iterable[Filing]) -> None:
    """Write filings below a folder as ownership XML, named by accession number."""
    for number, filing in enumerate(made):
        below = folder / f"{number // 1000:03}"
        below.mkdir(exist_ok=True)
        (below / f"{filing.envelope.accession}.xml").write_bytes(write(filing))


def _filing(random: Random, number: int, issuer: int, form: Form, day: date, several: int, long: bool) -> Filing:
    accession = f"{9_000_000_000 + issuer % 40:010}-{day:%y}-{number % 1_000_000:06}"
    owners = tuple(_owner(several * issuer + each) for each in _owners(random, several))
    notes = footnotes.long(random, day, FAMILY) if long else footnotes.short(random)
    return Filing(
        source=Source.XML,
        origin=f"{accession}.xml",
        envelope=Envelope(accession, Basis.PATH, None, day + timedelta(2), Basis.PATH),
        form=form,
        period_of_report=day,
        issuer=Issuer(f"{1_000_000 + issuer:010}", f"{_name(issuer, FAMILY, TRADES)} Corp", _ticker(issuer)),
        owners=owners,
        rows=tuple(_rows(random, form, day, notes, LONG_SIZES if long else SIZES)),
        footnotes=notes,
        signatures=tuple(_signature(random, owner, day) for owner in owners),
        remarks="Exhibit 24: power of attorney." if random.random() < 0.1 else None,
        original_filed_on=day - timedelta(30) if form.amendment else None,
        plan10b51=random.random() < 0.1 if day.year >= 2023 else None,
        schema_version="X0508" if day.year >= 2023 else "X0306",
    )


def _one(random: Random, weights: dict[T, int]) -> T:
    return random.choices([*weights], [*weights.values()])[0]


def _owners(random: Random, several: int) -> list[int]:
    """Return which of the issuer's owners file; one more is the next issuer's first, who reports for both.

    Owners who file jointly are neighbours, as members of one group are.
    """
    if several <= 5:
        return random.sample(range(several + (random.random() < 0.2)), _one(random, OWNERS))
    first = random.randrange(several + (random.random() < 0.2))
    group = range(first - first % 5, first - first % 5 + 5)
    return [*dict.fromkeys((first, *group))][: _one(random, OWNERS)]


def _name(number: int, *lists: tuple[str, ...]) -> str:
    words = []
    for each in lists:
        number, at = divmod(number, len(each))
        words.append(each[at])
    return " ".join([*words, *([f"{number:X}"] if number else [])])


def _ticker(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, at = divmod(number, 26)
        letters += chr(65 + at)
    return letters


def _owner(number: int) -> Owner:
    fund, town = boards.is_fund(number), number % 90_000 + 10_000
    return Owner(
        cik=f"{2_000_000 + number:010}",
        name=f"{_name(number, FAMILY, STREETS)} Partners, L.P." if fund else _name(number, FAMILY, GIVEN),
        director=not fund and number % 2 == 0,
        officer=number % 4 in (1, 3),
        ten_percent_owner=fund,
        other=False,
        officer_title=("Chief Executive Officer", "Chief Financial Officer")[number % 4 // 2] if number % 2 else None,
        other_text=None,
        address=Address(f"{number % 300 + 1} {_name(number, STREETS)}", None, "Springfield", "NY", f"{town}"),
    )


def _signature(random: Random, owner: Owner, day: date) -> Signature:
    clerk = f"/s/ {random.choice(GIVEN)} {random.choice(FAMILY)}, attorney-in-fact"
    return Signature(clerk if random.random() < 0.5 else f"/s/ {owner.name}", day + timedelta(2))


def _rows(random: Random, form: Form, day: date, notes: tuple[Footnote, ...], sizes: dict[int, int]) -> Iterator[Row]:
    """Yield some rows, Table I before Table II; Form 3 has holdings only."""
    places: dict[str, int] = {}
    for derivative in sorted(random.random() < 0.3 for _ in range(_one(random, sizes))):
        traded = form.family != "3" and random.random() < 0.75
        kind = f"{derivative}{traded}"
        places[kind] = places.get(kind, 0) + 1
        yield _row(random, places[kind], form, day, derivative, traded, notes)


def _row(
    random: Random, place: int, form: Form, day: date, derivative: bool, traded: bool, notes: tuple[Footnote, ...]
) -> Row:
    direct = random.random() < 0.75
    return Row(
        place=place,
        title=OPTION if derivative else COMMON if random.random() < 0.9 else f"Class B {COMMON}",
        form_type=form.family if traded else None,
        trade=_trade(random, day) if traded else None,
        terms=_terms(random, day) if derivative else None,
        shares_after=None if form.family == "3" and derivative else _amount(random, 200_000),
        value_after=None,
        direct=direct,
        nature=None if direct else random.choice(NATURES),
        footnotes=_cited(random, notes, traded, direct),
    )


def _cited(random: Random, notes: tuple[Footnote, ...], traded: bool, direct: bool) -> tuple[FootnoteRef, ...]:
    """Return what a row cites: the first two footnotes of a short filing, any of the more that a long one has."""
    if len(notes) <= footnotes.MOST_SHORT:
        return tuple(FootnoteRef(cell, note.id) for cell, note in zip(("title", "shares_after"), notes, strict=False))
    cells = ("title", *(("price",) if traded else ()), "shares_after", *(() if direct else ("nature",)))
    return tuple(FootnoteRef(cell, random.choice(notes).id) for cell in cells)


def _trade(random: Random, day: date) -> Trade:
    code = _one(random, CODES)
    return Trade(
        date=day,
        deemed_date=None,
        code=code,
        equity_swap=False,
        timeliness=None,
        acquired=code in ACQUIRED,
        shares=_amount(random, 20_000),
        total_value=None,
        price=Decimal(random.randrange(100, 30_000)) / 100,
    )


def _terms(random: Random, day: date) -> Terms:
    granted = day.replace(month=3, day=1) - timedelta(365 * random.randrange(5))
    price = Decimal(random.randrange(5, 60))
    return Terms(price, granted + timedelta(365), granted + timedelta(3650), COMMON, _amount(random, 20_000), None)


def _amount(random: Random, most: int) -> Decimal:
    return Decimal(random.randrange(1, most))
