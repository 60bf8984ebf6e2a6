from collections.abc import Collection
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from examples.world import FILINGS
from graphload.filing.codes import Source
from graphload.filing.values import UNKNOWN, Filing
from graphload.map.mapping import rows
from graphload.map.readings import Outcome, settle
from graphload.schema.rows import Rows

ONE = FILINGS[0]
POOR = replace(ONE, source=Source.TEXT, remarks="Poorer.")


def read_from(filing: Filing, digest: str) -> Rows:
    found = rows(filing)
    found.filing.props["documentHash"] = digest
    return found


def outcomes(*batch: Rows, known: Collection[str] = ()) -> list[Outcome]:
    return settle(batch, {}, known).outcomes


def test_the_fuller_reading_stays() -> None:
    assert outcomes(rows(ONE), rows(POOR)) == [Outcome.LOADED, Outcome.UNCHANGED]
    assert outcomes(rows(POOR), rows(ONE)) == [Outcome.LOADED, Outcome.REPLACED]


def test_a_filing_without_an_accession_number_gives_way_to_its_facts() -> None:
    nameless = rows(replace(ONE, envelope=UNKNOWN))
    assert outcomes(nameless) == [Outcome.LOADED]
    assert outcomes(nameless, known={nameless.facts}) == [Outcome.UNCHANGED]


@given(st.permutations(["code-1", "code-2", "code-3", "code-4"]))
def test_of_documents_that_say_the_same_the_least_digest_is_kept(digests: list[str]) -> None:
    settled = settle([read_from(ONE, digest) for digest in digests], {}, ())
    (kept,) = {**settled.new, **settled.same}.values()
    assert kept.filing.props["documentHash"] == "code-1"
