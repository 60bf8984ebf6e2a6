"""The example filings are as varied as the tests over all of them need."""

from collections import Counter
from datetime import date
from itertools import pairwise

from examples.world import FILINGS
from examples.world.cast import BRIGHTWATER, HALCYON, INCORPORATED
from graphload.filing.calendar import closed
from graphload.filing.codes import TransactionCode
from tests.world import AMENDMENTS, HOLIDAYS, LINES, ORIGINAL, OWNERS, filed, human, lines, originals, workdays


def test_every_transaction_code_and_every_version_of_the_schema_occurs() -> None:
    assert {line.code for line in LINES} == {code.value for code in TransactionCode}
    assert len({filing.schema_version for filing in FILINGS}) == 6


def test_what_companies_were_called() -> None:
    names = {(filing.issuer.cik, filing.issuer.name, filing.issuer.ticker) for filing in FILINGS}
    former = {cik for cik, times in Counter(cik for cik, _, _ in names).items() if times > 1}
    assert former >= {BRIGHTWATER.cik, HALCYON.cik}
    assert {"BSW", "BRWI", "NYSE: HHB", "N/A", "qfp", "TWMA, TWMB"} <= {ticker for _, _, ticker in names}
    assert {filing.issuer.foreign_ticker for filing in FILINGS} == {None, "LSE:KMAR"}


def test_what_kinds_of_owner_there_are() -> None:
    entities = [owner for _, owner in OWNERS if not human(owner)]
    assert {owner.cik in INCORPORATED for owner in entities} == {True, False}
    assert [owner for _, owner in OWNERS if owner.address and owner.address.country == "P7"]
    bare = [filing for filing in FILINGS if filing.form == "3" and not filing.rows]
    assert bare
    assert all(filing.no_securities_owned for filing in bare)


def test_amendments_are_of_none_one_and_two_filings() -> None:
    assert {len(originals(each)) for each in AMENDMENTS} == {0, 1, 2}
    assert max(Counter(originals(each)[0].origin for each in AMENDMENTS if originals(each)).values()) == 2


def test_footnotes_stand_at_three_cells_of_a_row_and_at_none() -> None:
    cited = [{ref.footnote for row in filing.rows for ref in row.footnotes} for filing in FILINGS]
    assert max(len({ref.cell for ref in row.footnotes}) for filing in FILINGS for row in filing.rows) >= 3
    assert [
        filing for filing, notes in zip(FILINGS, cited, strict=True) if notes < {note.id for note in filing.footnotes}
    ]


def test_filings_are_signed_before_on_and_after_their_days() -> None:
    signed = [(each.date, filing) for filing in FILINGS for each in filing.signatures if each.date]
    assert {(day > filed(filing)) - (day < filing.period_of_report) for day, filing in signed} == {-1, 0, 1}


def test_tranches_that_look_alike_stay_apart() -> None:
    tranches = Counter((line.owners, line.issuer, line.on, line.shares, line.trade.price) for line in lines("A"))
    assert max(tranches.values()) == 3


def test_the_days_are_working_days() -> None:
    assert [filing.origin for filing in FILINGS if filed(filing).weekday() > 4] == []
    assert [line for line in ORIGINAL if line.code in "PS" and line.on.weekday() > 4] == []
    assert all(one <= other for one, other in pairwise(filed(filing) for filing, _ in OWNERS))
    assert {*closed()} >= HOLIDAYS
    assert {0, 1, 2} < {workdays(line.on, filed(line.filing)) for line in ORIGINAL if line.on.year > 2000}


def test_a_year_may_be_typed_wrong() -> None:
    assert [line.on for line in LINES if line.on.year < 2000] == [date(22, 5, 10)]
