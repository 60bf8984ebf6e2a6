"""Real filings: what they say is read from every source, and what the graph makes of it is what they mean."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from examples.render_html import render
from examples.render_text import aligned, markdown
from examples.write import metadata, write
from graphload.files.paths import documents
from graphload.filing.codes import Source
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.load import load
from graphload.read import read
from graphload.store import Store, open_store
from tests import real
from tests.conftest import Engine
from tests.helpers import cells as rows
from tests.printable import printable
from tests.sayable import one_street, sayable
from tests.transcribed import cells, filings

FILINGS = filings()
each_filing = pytest.mark.parametrize("filing", FILINGS, ids=lambda filing: filing.envelope.accession or "unnumbered")
# a position is of a party, a group of joint filers, or a vehicle of either
HELD = """MATCH (i:Issuer {id: $issuer})-[:ISSUED]->(s:Security)<-[owns:OWNS]-(holder)
WHERE NOT owns.closed AND owns.unlistedSince IS NULL
RETURN s.title AS security, coalesce(holder.displayName, holder.name, toString(holder.size) + ' owners') AS holder,
coalesce(owns.shares, owns.underlyingShares) AS shares ORDER BY shares DESC, holder"""
ROWS = "MATCH (:Filing)-[row:TRANSACTION]->(s:Security) WHERE row.id STARTS WITH $filing"


@pytest.fixture(scope="module")
def store(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the filings, as they come from EDGAR; one came without its metadata."""
    folder = tmp_path_factory.mktemp("transcribed")
    for filing in FILINGS:
        file = folder / filing.origin
        file.parent.mkdir()
        file.write_bytes(write(filing))
        if filing.envelope.accession:
            file.with_name("metadata.json").write_bytes(metadata(filing))
    engine.empty()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in engine.variables.items():
            patch.setenv(name, value)
        with open_store(engine.address) as opened:
            report = load(opened, folder)
            assert (report.loaded, report.set_aside, report.unread) == (len(FILINGS), [], 0)
            yield opened


def test_the_cells_are_those_of_the_real_filings(shared: Path) -> None:
    found = [
        read(each).filing for each in documents([str(shared / "filings/submission")]) if isinstance(each, Document)
    ]
    by_accession = {each.envelope.accession: cells(each) for each in (*found, *real.filings(shared))}
    amendment = next(each for each in real.filings(shared) if each.form.amendment)
    by_accession[None] = cells(amendment)
    assert len(FILINGS) == 30
    for filing in FILINGS:
        assert cells(filing) == by_accession[filing.envelope.accession], filing.envelope.accession


@each_filing
def test_xml_is_read_back(filing: Filing) -> None:
    reading = read(Document(write(filing), filing.origin, filing.envelope))
    assert (reading.filing, reading.unread) == (filing, ())


@each_filing
def test_a_page_says_what_its_xml_says(filing: Filing) -> None:
    found = read(Document(render(filing), filing.origin, filing.envelope)).filing
    assert found == printable(filing, Source.HTML)


@pytest.mark.parametrize("written", [markdown, aligned])
@each_filing
def test_a_text_says_what_its_xml_says(filing: Filing, written: Callable[[Filing], bytes]) -> None:
    found = read(Document(written(filing), filing.origin, filing.envelope)).filing
    assert one_street(found) == sayable(filing)


# issuer → who holds how many of what in the end, the largest first
POSITIONS: dict[str, list[tuple[str, str, float]]] = {
    # gifts of two years, each Form 5 told as of the end of its fiscal year; and a part of an option
    "0001318605": [
        ("Common Stock", "Trust", 412_051_833),
        ("Non-Qualified Stock Option (right to buy)", "Elon Musk", 838_996),
    ],
    # the preferred stock is gone; what two partnerships hold is each its own, with seven joint filers or not
    "0001572616": [("Common Stock", "6 owners", 5_160_301), ("Common Stock", "Mithril II LP", 1_251_900)],
    "0001753539": [
        ("Class A Common Stock", "Mithril LP", 10_386_626),
        ("Class A Common Stock", "Mithril II LP", 8_241_400),
    ],
    # a Form 4 without a transaction repeats the balance
    "0001832038": [("Common Stock", "4 owners", 11_241_580)],
    # a sponsor's shares at the exit of who controls it
    "0001828105": [("Common Stock", "Reinvent Sponsor Z LLC", 5_630_000)],
    "0001819848": [
        ("Common Stock", "Reinvent Sponsor LLC", 17_130_000),
        ("Common Stock", "Reprogrammed Interchange LLC", 2_000_000),
        ("Common Stock", "Reid Hoffman", 102_603),
    ],
    # footnotes name who holds
    "0001321655": [
        ("Class A Common Stock", "Rivendell 7 LLC", 70_806_432),
        ("Class A Common Stock", "PLTR Holdings LLC", 20_823_993),
        ("Class A Common Stock", "STS Holdings II LLC", 20_733_625),
        ("Class A Common Stock", "Rivendell 25 LLC", 53_487),
    ],
    "0000104169": [
        ("Common Stock", "Walton Enterprises, LLC", 1_000_891_131),
        ("Common Stock", "Trust", 387_242_468),
        ("Common Stock", "Alice L Walton", 10_673_580),
    ],
    # a gift to the giver's own trust
    "0000354707": [
        ("Common Stock", "Alan M. Oshima & Jo Ann R Oshima Trust", 78_057.307),
        ("Common Stock", "Alan M. Oshima", 19_048),
    ],
    # restricted stock units became shares; Class B shares stand in Table II
    "0001439404": [
        ("Class B Common Stock", "Reid Hoffman and Michelle Yee Living Trust", 3_109_744),
        ("Class B Common Stock", "Reid Hoffman", 1_443_715),
        ("Restricted Stock Unit", "Reid Hoffman", 30_717),
    ],
    # phantom shares were paid in cash, a third each year
    "0001024795": [("Phantom Shares", "Peter G Robson", 809.7165)],
    # exchanged and sold on one day
    "0001490892": [],
}


@pytest.mark.parametrize("issuer", POSITIONS)
def test_what_is_held_in_the_end(store: Store, issuer: str) -> None:
    assert store.read(HELD, issuer=issuer).rows == POSITIONS[issuer]


def test_an_early_report_among_later_rows_is_no_second_lot(store: Store) -> None:
    """The Form 4 of April 2012 lists April 2 before the conversion of March 27, and counts down in that order."""
    held = [row for row in store.read(HELD, issuer="0001271024").rows if row[0] == "Class B Common Stock"]
    assert held == [("Class B Common Stock", "Reid Hoffman and Michelle Yee Living Trust", 18_601_696)]


@pytest.mark.parametrize(
    ("day", "shares"),
    [("2018-05-30", []), ("2018-06-30", [854_606]), ("2024-08-05", [854_606]), ("2024-08-06", [1_862])],
)
def test_a_fund_s_stake_is_that_of_its_day(store: Store, day: str, shares: list[float]) -> None:
    held = rows(store, "ownership/stake", "through", "shares", person="0001222287", issuer="0001512673", on=day)
    assert [found for through, found in held if "Growth Fund IV" in str(through)] == shares


def test_a_fund_that_a_later_filing_does_not_list_is_marked(store: Store) -> None:
    unlisted = """MATCH (:Issuer {id: '0001512673'})-[:ISSUED]->()<-[owns:OWNS]-(v) WHERE owns.unlistedSince IS NOT NULL
RETURN v.nature, owns.shares, owns.unlistedSince"""
    found = ("sequoia capital us venture 2010 seed fund lp", 899_976, date(2024, 8, 6))
    assert store.read(unlisted).rows == [found]


def test_preferred_stock_was_held_until_it_was_converted(store: Store) -> None:
    owned = """MATCH (:Issuer {id: '0001572616'})-[:ISSUED]->(s:Security {derivative: true})<-[owned:OWNED]-()
RETURN s.title, owned.underlyingShares, owned.asOf, owned.until ORDER BY s.title"""
    first, closed = date(2024, 2, 1), date(2024, 2, 6)
    assert store.read(owned).rows == [
        ("Series C-1 Preferred Stock", 1_875_938, first, closed),
        ("Series C-2 Preferred Stock", 3_030_193, first, closed),
        ("Series D Preferred Stock", 254_170, first, closed),
        ("Series E Preferred Stock", 173_821, first, closed),
        ("Series F Preferred Stock", 744_746, first, closed),
    ]


def test_what_came_late_and_by_how_many_business_days(store: Store) -> None:
    late = """MATCH (:Filing)-[row:TRANSACTION]->() WHERE row.daysLate > 0
RETURN row.id, row.dueOn, row.daysLate ORDER BY row.id"""
    assert store.read(late).rows == [
        ("0000318300-20-000201:NT1", date(2020, 2, 20), 72),
        ("0000318300-20-000201:NT2", date(2020, 5, 20), 8),
        # a Sunday: the second business day after it is Tuesday
        ("0001225259-06-000003:DT1", date(2006, 10, 17), 1),
        ("0001225259-06-000003:NT1", date(2006, 10, 17), 1),
        ("0001225259-06-000003:NT2", date(2006, 10, 17), 1),
        ("0001493152-25-009612:DT1", date(2024, 12, 11), 56),
        ("0001493152-25-009612:NT1", date(2024, 12, 11), 56),
        # the goal was found to be met a year after the grant
        ("0001494730-11-000002:DT1", date(2009, 12, 8), 282),
    ]


def test_a_form_3_is_due_on_the_monday_after_a_tenth_day_that_is_a_sunday(store: Store) -> None:
    due = "MATCH (f:Filing {id: '0000899243-21-036608'}) RETURN f.dueOn, f.daysLate"
    assert store.read(due).rows == [(date(2021, 9, 20), 0)]


def test_an_amendment_without_its_original_stands(store: Store) -> None:
    amendment = """MATCH (f:Filing {form: '4/A'})-[row:TRANSACTION]->() OPTIONAL MATCH (f)-[:AMENDS]->(original)
RETURN f.originalFiledOn, original, row.superseded, row.sharesAfter"""
    assert store.read(amendment).rows == [(date(2021, 12, 15), None, None, 7_448)]


def test_who_left_is_told_by_the_box(store: Store) -> None:
    left = """MATCH (p:Party)-[insider:INSIDER_OF]->(i:Issuer) WHERE insider.exitedOn IS NOT NULL
RETURN i.ticker, insider.exitedOn, count(p) ORDER BY insider.exitedOn"""
    assert store.read(left).rows == [
        ("HE", date(2020, 3, 4), 1),
        ("PEBO", date(2020, 6, 2), 1),
        ("COR", date(2020, 8, 7), 10),
        ("HIPO", date(2021, 8, 3), 1),
        ("JOBY", date(2024, 6, 18), 1),
    ]


def test_what_footnotes_say_is_on_the_rows(store: Store) -> None:
    said = f"{ROWS} RETURN row.priceLow, row.priceHigh, row.planned, row.said[0] ORDER BY row.id"
    assert store.read(said, filing="0001415889-24-007747").rows == [
        (24.36, 25.35, True, "plan|F1|2023-12-12|adopted"),
        (25.49, 25.64, True, "plan|F1|2023-12-12|adopted"),
    ]
    gifts = f"{ROWS} AND row.code = 'G' RETURN sum(row.shares), collect(DISTINCT row.said[0])"
    assert store.read(gifts, filing="0000899243-23-004992").rows == [(11_570_599, ["gift|F1|charity|stated"])]
    split = f"{ROWS} RETURN DISTINCT row.said[0]"
    assert store.read(split, filing="0001493152-25-009612").rows == [("split|F1|1-for-50|stated",)]


def test_nobody_is_taken_for_somebody_else(store: Store) -> None:
    kinds = "MATCH (p:Party)-[:FILED]->() RETURN p:Person AS person, count(DISTINCT p) AS parties ORDER BY person"
    assert store.read(kinds).rows == [(False, 24), (True, 10)]
    assert rows(store, "ownership/stake", "shares", person="Thiel", issuer="ADGI") == [(11_241_580,)]
