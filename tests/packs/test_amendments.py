"""What the questions about amendments find in the example filings."""

from collections import Counter
from datetime import date

import pytest

from examples.world import FILINGS
from graphload.store import Store
from tests.helpers import cells as found
from tests.world import AMENDMENTS, filed, originals

MENDED_TWICE = "0009900002-23-000007"
FIRST, SECOND = "0009900002-23-000008", "0009900002-23-000009"
LOST = "0009900002-21-000002"


@pytest.mark.parametrize("filing", [MENDED_TWICE, FIRST, SECOND])
def test_a_lineage_is_the_same_from_wherever_it_is_asked(world: Store, filing: str) -> None:
    columns = ("filing", "amends", "confidence", "rows", "restates", "adds", "standing")
    assert found(world, "amendments/lineage", *columns, filing=filing) == [
        (MENDED_TWICE, None, None, 3, 0, None, 2),
        (FIRST, MENDED_TWICE, "high", 1, 1, 0, 1),
        (SECOND, MENDED_TWICE, "high", 1, 0, 1, 1),
    ]


def test_an_amendment_without_its_original_stands_alone(world: Store) -> None:
    assert found(world, "amendments/lineage", "filing", "amends", "adds", filing=LOST) == [(LOST, None, None)]


def test_a_number_is_changed_with_its_footnote(world: Store) -> None:
    cells = ("cell", "old", "new", "oldFootnotes", "newFootnotes")
    assert found(world, "amendments/changes", *cells, filing="0009900002-24-000009") == [
        ("shares", "250", "300", ["To her parish."], ["To her parish: fifty more than was said."]),
        ("sharesAfter", "32250", "32200", [], []),
    ]


def test_a_footnote_is_changed_alone(world: Store) -> None:
    cells = ("cell", "old", "new", "oldFootnotes", "newFootnotes")
    remarks, price = found(world, "amendments/changes", *cells, filing="0009900003-24-000011")
    assert remarks == ("remarks", None, "Amended for a price in a footnote.", [], [])
    assert price[:3] == ("price", "31.25", "31.25")
    assert [text.partition(" to ")[2][:6] for texts in price[3:] for text in texts] == ["$31.60", "$31.65"]


def test_the_cells_of_a_row_that_is_added_were_not_there(world: Store) -> None:
    changes = found(world, "amendments/changes", "restates", "old", "cell", "new", filing=SECOND)[1:]
    assert changes == [
        (None, None, "titleAsFiled", "Common Stock"),
        (None, None, "sharesAfter", "700"),
        (None, None, "direct", "false"),
        (None, None, "nature", "By Spouse"),
    ]


def test_of_an_original_all_amendments_are_told(world: Store) -> None:
    each = [found(world, "amendments/changes", "row", "cell", filing=filing) for filing in (FIRST, SECOND)]
    assert found(world, "amendments/changes", "row", "cell", filing=MENDED_TWICE) == each[0] + each[1]
    assert each[0] == [(f"{FIRST}:NT1", "price")]


def test_rows_that_an_amendment_leaves_standing_are_listed(world: Store) -> None:
    partial = found(world, "amendments/partial", "filing", "restates", "adds", "leaves")
    assert {filing: rows for filing, *rows in partial} == {
        FIRST: [1, 0, [f"{MENDED_TWICE}:NT1", f"{MENDED_TWICE}:NT3"]],
        SECOND: [0, 1, [f"{MENDED_TWICE}:NT1", f"{MENDED_TWICE}:NT3", f"{FIRST}:NT1"]],
        "0009900003-24-000011": [1, 0, ["0009900003-24-000008:NT2"]],
    }
    assert len(found(world, "amendments/partial", "filing", issuer="MRRW")) == 1
    assert len(found(world, "amendments/partial", "filing", since="2023-06-01")) == 2


def test_what_has_no_original_here_is_an_orphan(world: Store) -> None:
    orphans = found(world, "amendments/orphans", "filing", "firstSeen", "nearest", "daysOff")
    assert orphans == [(LOST, date(2022, 5, 12), "0009900002-22-000004", 553)]
    assert [each.envelope.accession for each in AMENDMENTS if not originals(each)] == [LOST]


def test_minor_amendments_are_of_holdings_or_footnotes_alone(world: Store) -> None:
    minor = found(world, "amendments/minor", "filing", "kind", "rows", "restates")
    assert minor == [("0009900003-24-000011", "footnotes", 1, 1), (SECOND, "holdings", 1, 0)]
    assert found(world, "amendments/minor", "filing", kind="holdings") == [(SECOND,)]


def test_the_rates_of_issuers_are_those_of_the_world(world: Store) -> None:
    filings = Counter(filing.issuer.cik for filing in FILINGS)
    amendments = Counter(filing.issuer.cik for filing in AMENDMENTS)
    rates = found(world, "amendments/issuers", "cik", "filings", "amendments", least=1)
    assert {*rates} == {(cik, filings[cik], amendments[cik]) for cik in filings}
    assert found(world, "amendments/issuers", "rate", "amended", "filers", issuer="QFP") == [(5 / 17, 3, 3)]


def test_rates_are_of_a_stretch_of_time(world: Store) -> None:
    filings = [filing for filing in FILINGS if filed(filing).year == 2024 and filing.issuer.cik == "0009000007"]
    year = {"since": "2024-01-01", "until": "2024-12-31", "issuer": "QFP"}
    amended = sum(filing.form.amendment for filing in filings)
    assert found(world, "amendments/issuers", "filings", "amendments", **year) == [(len(filings), amended)]
    assert 0 < amended < len(filings)


def test_the_rates_of_agents_are_those_of_the_world(world: Store) -> None:
    prefixes = Counter(str(filing.envelope.accession)[:10] for filing in FILINGS)
    amended = Counter(str(filing.envelope.accession)[:10] for filing in AMENDMENTS)
    rates = found(world, "amendments/agents", "agent", "filings", "amendments", kind="prefix", least=1)
    assert {*rates} == {(prefix, prefixes[prefix], amended[prefix]) for prefix in prefixes}
    lowell = [filing for filing in FILINGS if "Lowell" in str(filing.signatures)]
    signatories = found(world, "amendments/agents", "agent", "filings", "amendments", kind="signatory")
    assert signatories[0] == ("BEATRIX LOWELL", len(lowell), 1)
    assert len(signatories) == 2
