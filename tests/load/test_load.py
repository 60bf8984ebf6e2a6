"""Loading, on each engine: whole filings, in any order, as often as one likes."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import metadata, write
from graphload.errors import FilingError
from graphload.filing.codes import Source
from graphload.filing.values import UNKNOWN, Filing
from graphload.load import Report, Unwatched, derive, load
from graphload.map.mapping import rows
from graphload.store import Outcome, Store
from tests.conftest import examples
from tests.contents import contents

pytestmark = pytest.mark.every_engine

# one after the other, a database for all: each example begins by emptying it
on_engines = settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
# with every amendment, and what it amends
SOME = [
    filing
    for number, filing in enumerate(FILINGS)
    if number % 3 == 0
    or filing.form.amendment
    or filing.envelope.filed_on in {other.original_filed_on for other in FILINGS if other.form.amendment}
]


def filled(store: Store, *batches: Sequence[Filing]) -> Counter[str]:
    """Empty the store, put the batches in one after the other, and return what it holds."""
    store.write("MATCH (n) DETACH DELETE n")
    store.prepare()
    for batch in batches:
        store.replace([rows(filing) for filing in batch])
    derive(store)
    return contents(store)


def write_folder(folder: Path, filings: Sequence[Filing]) -> Path:
    for filing in filings:
        at = folder / str(filing.envelope.accession)
        at.mkdir(parents=True)
        (at / "ownership.xml").write_bytes(write(filing))
        (at / "metadata.json").write_bytes(metadata(filing))
    return folder


def test_a_folder_is_loaded_whole_and_again_without_a_change(store: Store, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, SOME)
    first = load(store, [str(folder)])
    held = contents(store)
    second = load(store, [str(folder)])
    assert (first.loaded, first.unchanged, first.finished) == (len(SOME), 0, True)
    assert (second.loaded, second.unchanged, second.replaced) == (0, len(SOME), 0)
    assert contents(store) == held


def test_one_path_is_a_text_or_a_path(store: Store, tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(write(SOME[0]))
    assert load(store, str(tmp_path)).loaded == 1
    assert load(store, tmp_path).unchanged == 1
    assert load(store, [tmp_path]).unchanged == 1


def test_several_processes_load_the_same(store: Store, tmp_path: Path) -> None:
    expected = filled(store, SOME)
    store.write("MATCH (n) DETACH DELETE n")
    load(store, [str(write_folder(tmp_path, SOME))], jobs=2)
    assert contents(store) == expected


@on_engines
@given(st.data())
def test_order_and_repetition_do_not_matter(store: Store, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(SOME))
    cut = data.draw(st.integers(0, len(SOME)))
    expected = filled(store, SOME)
    assert filled(store, shuffled[:cut], shuffled, shuffled[cut:]) == expected


@on_engines
@given(st.data())
def test_what_a_filing_said_before_is_gone_when_it_is_replaced(store: Store, data: st.DataObject) -> None:
    others = data.draw(st.permutations(SOME))
    wrong = [dataclasses.replace(other, envelope=one.envelope) for one, other in zip(SOME, others, strict=True)]
    assert filled(store, wrong, SOME) == filled(store, SOME)


def test_other_content_replaces_exactly_that_filing(store: Store) -> None:
    one, *rest = SOME
    filled(store, SOME)
    assert store.replace([rows(dataclasses.replace(one, remarks="Corrected.")), *map(rows, rest)]) == [
        Outcome.REPLACED,
        *[Outcome.UNCHANGED] * len(rest),
    ]
    assert store.read("MATCH (f:Filing {remarks: 'Corrected.'}) RETURN f.id").rows == [(one.envelope.accession,)]


def test_the_last_of_two_readings_in_one_batch_stays(store: Store) -> None:
    one = SOME[0]
    corrected = dataclasses.replace(one, remarks="Corrected.")
    store.prepare()
    assert store.replace([rows(one), rows(corrected), rows(corrected)]) == [
        Outcome.LOADED,
        Outcome.REPLACED,
        Outcome.UNCHANGED,
    ]
    assert store.read("MATCH (f:Filing) RETURN f.remarks").rows == [("Corrected.",)]


@pytest.mark.parametrize("fuller_first", [True, False])
def test_the_fuller_reading_stays_whichever_comes_first(store: Store, fuller_first: bool) -> None:
    full = SOME[0]
    poor = dataclasses.replace(full, source=Source.TEXT, remarks="Poorer.", rows=full.rows[:1])
    order = [full, poor] if fuller_first else [poor, full]
    assert filled(store, order[:1], order[1:]) == filled(store, [full])


def unnumbered(filing: Filing) -> Filing:
    """The filing as a text says it that somebody saved: no accession number, no CIK, another remark."""
    return dataclasses.replace(
        filing,
        source=Source.TEXT,
        envelope=UNKNOWN,
        issuer=dataclasses.replace(filing.issuer, cik=None),
        owners=tuple(dataclasses.replace(owner, cik=None) for owner in filing.owners),
        remarks="As saved.",
    )


@on_engines
@given(st.data())
def test_a_filing_without_an_accession_number_gives_way_to_one_that_has_it(store: Store, data: st.DataObject) -> None:
    expected = filled(store, SOME)
    shuffled = data.draw(st.permutations([*SOME, *map(unnumbered, SOME)]))
    cut = data.draw(st.integers(0, len(shuffled)))
    assert filled(store, shuffled[:cut], shuffled[cut:]) == expected


def test_two_shapes_of_a_filing_without_an_accession_number_are_one(store: Store) -> None:
    text = unnumbered(SOME[0])
    page = dataclasses.replace(text, source=Source.HTML, remarks="Fuller.")
    store.prepare()
    assert store.replace([rows(text), rows(page), rows(text)]) == [
        Outcome.LOADED,
        Outcome.REPLACED,
        Outcome.UNCHANGED,
    ]
    assert store.read("MATCH (f:Filing) RETURN f.remarks").rows == [("Fuller.",)]


@on_engines
@given(st.data())
def test_what_is_taken_out_leaves_nothing_behind(store: Store, data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(range(len(SOME)))))
    expected = filled(store, [SOME[each] for each in kept])
    filled(store, SOME)
    taken = [each.envelope.accession or "" for number, each in enumerate(SOME) if number not in kept]
    assert store.remove([*taken, "0000000000-00-000000"]) == sorted(taken)
    derive(store)
    assert contents(store) == expected


def test_a_load_that_was_cut_off_is_finished_by_the_next(store: Store, tmp_path: Path) -> None:
    expected = filled(store, SOME)
    store.write("MATCH (n) DETACH DELETE n")
    store.replace([rows(filing) for filing in SOME[:5]])
    assert store.read("MATCH (p:Party {stale: true}) RETURN count(p)").rows[0][0] > 0
    load(store, [str(write_folder(tmp_path, SOME))])
    assert contents(store) == expected


def test_a_filing_that_comes_while_facts_are_derived_is_not_forgotten(store: Store) -> None:
    store.prepare()
    store.replace([rows(SOME[0])])
    before = store.read("MATCH (p:Party) RETURN p.id AS id, p.pending AS pending").dicts()
    store.replace([rows(dataclasses.replace(SOME[0], remarks="Meanwhile."))])
    after = store.read("MATCH (p:Party) RETURN p.id AS id, p.pending AS pending").dicts()
    assert all(now["pending"] > then["pending"] for then, now in zip(before, after, strict=True))


class Lines(Unwatched):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def begin(self, report: Report) -> None:
        self.report = report

    def say(self, line: str) -> None:
        self.lines.append(line)


def spoiled(folder: Path) -> str:
    """Write a folder of a good filing, a bad one and another good one; return the bad one's path."""
    write_folder(folder, SOME[:2])
    bad = folder / "0000000000-00-000001.xml"
    bad.write_bytes(write(SOME[2]).replace(b"<periodOfReport>", b"<periodOfReport>x"))
    return str(bad)


def test_a_bad_filing_is_set_aside_whole_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    bad = spoiled(tmp_path)
    lines = Lines()
    report = load(store, [str(tmp_path)], watch=lines)
    assert (report.loaded, report.exit_code, report.finished) == (2, 3, True)
    assert report.set_aside == lines.lines
    assert lines.lines[0].startswith(f"{bad}: line 5: periodOfReport: not a date: 'x")
    assert store.read("MATCH (f:Filing) RETURN count(f)").rows == [(2,)]


def test_strict_stops_at_the_first_bad_filing(store: Store, tmp_path: Path) -> None:
    bad = spoiled(tmp_path)
    with pytest.raises(FilingError, match=bad):
        load(store, [str(tmp_path)], strict=True)
    assert store.read("MATCH (f:Filing) RETURN count(f)").rows == [(0,)]


def test_a_derived_day_of_a_filing_without_a_date_is_its_period(store: Store) -> None:
    undated = dataclasses.replace(
        SOME[0], envelope=dataclasses.replace(SOME[0].envelope, filed_on=None, filed_on_basis=None)
    )
    filled(store, [undated])
    seen = {row[0] for row in store.read("MATCH ()-[r:INSIDER_OF]->() RETURN r.lastSeen").rows}
    assert seen == {undated.period_of_report}
    assert isinstance(undated.period_of_report, date)


def test_filings_whose_owners_are_not_known_have_rows_and_no_positions(store: Store) -> None:
    ownerless = [dataclasses.replace(filing, owners=()) for filing in SOME]
    filled(store, ownerless)
    assert store.read("MATCH ()-[r:TRANSACTION|HOLDING]->() WHERE r.holder IS NULL RETURN count(r) > 0").rows == [
        (True,)
    ]
    assert store.read("MATCH ()-[o:OWNS]->() RETURN count(o)").rows == [(0,)]
