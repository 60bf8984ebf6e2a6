"""A load does not read what the store has read already, and reads whatever may have changed."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import metadata, write
from examples.write_tables import write_tables
from graphload.filing.values import Filing
from graphload.load import known, load
from graphload.store import Store
from tests.conftest import on_embedded
from tests.contents import contents

SOME = FILINGS[:6]
# what is read again is found to be other than it is there
SPOIL = "MATCH (f:Filing) SET f.contentHash = 'other'"
HASHES = "MATCH (f:Filing) RETURN f.id, f.documentHash ORDER BY f.id"


def write_folder(folder: Path, filings: Sequence[Filing], content: Sequence[Filing] | None = None) -> Path:
    """Write filings as files below a folder, or the `content` of others under their names."""
    for filing, said in zip(filings, content or filings, strict=True):
        at = folder / str(filing.envelope.accession)
        at.mkdir(parents=True, exist_ok=True)
        (at / "ownership.xml").write_bytes(write(said))
        (at / "metadata.json").write_bytes(metadata(filing))
    return folder


def outcome(store: Store, folder: Path, jobs: int = 1) -> tuple[int, int, int]:
    report = load(store, folder, jobs=jobs)
    return report.loaded, report.unchanged, report.replaced


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_unchanged_file_is_not_read_again(store: Store, tmp_path: Path, jobs: int) -> None:
    folder = write_folder(tmp_path, SOME)
    assert outcome(store, folder, jobs) == (len(SOME), 0, 0)
    store.write(SPOIL)
    assert outcome(store, folder, jobs) == (0, len(SOME), 0)
    one = folder / str(SOME[0].envelope.accession) / "ownership.xml"
    one.write_bytes(one.read_bytes() + b"\n")
    assert outcome(store, folder, jobs) == (0, len(SOME) - 1, 1)


@on_embedded
def test_a_file_is_read_again_when_what_is_beside_it_changes(store: Store, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, SOME)
    load(store, folder)
    envelope = SOME[0].envelope
    assert isinstance(envelope.filed_on, date)
    later = dataclasses.replace(envelope, filed_on=envelope.filed_on + timedelta(1))
    write_folder(folder, [dataclasses.replace(SOME[0], envelope=later)])
    assert outcome(store, folder) == (0, len(SOME) - 1, 1)
    filed = store.read("MATCH (f:Filing {id: $id}) RETURN f.filedOn", id=envelope.accession)
    assert filed.rows == [(later.filed_on,)]


def test_another_version_of_the_code_reads_all_and_changes_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path, SOME)
    load(store, folder)
    held, before = contents(store), store.read(HASHES).rows
    monkeypatch.setattr(known, "code", lambda *_: "ffffffffffffffff")
    assert outcome(store, folder) == (0, len(SOME), 0)
    after = store.read(HASHES).rows
    assert contents(store) == held
    assert not {hash for _, hash in before} & {hash for _, hash in after}
    store.write(SPOIL)
    assert outcome(store, folder) == (0, len(SOME), 0)


@on_embedded
def test_a_store_that_knows_no_documents_learns_them(store: Store, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, SOME)
    load(store, folder)
    held = contents(store)
    store.write("MATCH (f:Filing) SET f.documentHash = null, f.relationships = null")
    assert outcome(store, folder) == (0, len(SOME), 0)
    assert contents(store) == held
    store.write(SPOIL)
    assert outcome(store, folder) == (0, len(SOME), 0)


def test_what_was_removed_or_has_lost_a_row_is_read_again(store: Store, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, SOME)
    load(store, folder)
    held = contents(store)
    store.remove([str(SOME[0].envelope.accession)])
    store.write("MATCH (:Filing {id: $id})-[r:TRANSACTION|HOLDING]->() DELETE r", id=SOME[1].envelope.accession)
    assert outcome(store, folder) == (1, len(SOME) - 2, 1)
    assert contents(store) == held


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_two_files_of_one_filing_the_last_stays_in_every_load(store: Store, tmp_path: Path, jobs: int) -> None:
    write_folder(tmp_path / "1", SOME, [dataclasses.replace(filing, remarks="First.") for filing in SOME])
    write_folder(tmp_path / "2", SOME, [dataclasses.replace(filing, remarks="Last.") for filing in SOME])
    assert outcome(store, tmp_path, jobs) == (len(SOME), 0, len(SOME))
    held = contents(store)
    assert outcome(store, tmp_path, jobs) == (0, 0, 2 * len(SOME))
    assert contents(store) == held
    assert store.read("MATCH (f:Filing) RETURN DISTINCT f.remarks").rows == [("Last.",)]


@on_embedded
def test_the_order_of_documents_that_say_the_same_does_not_matter(store: Store, tmp_path: Path) -> None:
    folders = [write_folder(tmp_path / name, SOME) for name in "ab"]
    for file in folders[1].rglob("*.xml"):
        file.write_bytes(file.read_bytes() + b"\n")
    held = []
    for some in (folders, folders[::-1]):
        for folder in some:
            load(store, folder)
        held.append((contents(store), store.read(HASHES).rows))
        store.remove([str(filing.envelope.accession) for filing in SOME])
    assert held[0] == held[1]


@on_embedded
def test_of_two_sources_the_fuller_one_is_known(store: Store, tmp_path: Path) -> None:
    write_folder(tmp_path / "xml", SOME)
    write_tables(SOME, tmp_path / "tables")
    load(store, tmp_path)
    held = contents(store)
    assert outcome(store, tmp_path) == (0, 2 * len(SOME), 0)
    assert contents(store) == held
    store.write(SPOIL)
    assert outcome(store, tmp_path / "xml") == (0, len(SOME), 0)


@on_embedded
def test_a_file_with_something_to_report_is_reported_by_every_load(store: Store, tmp_path: Path) -> None:
    odd = tmp_path / "0000900000-24-000001.xml"
    odd.write_bytes(write(SOME[0]).replace(b"<issuer>", b"<novelty>1</novelty><issuer>"))
    assert load(store, odd).unread == load(store, odd).unread == 2  # the element and its text


@on_embedded
def test_a_file_that_was_set_aside_is_loaded_once_it_is_mended(store: Store, tmp_path: Path) -> None:
    good = write(SOME[0])
    file = tmp_path / "0000900000-24-000001.xml"
    file.write_bytes(good.replace(b"<periodOfReport>", b"<periodOfReport>x"))
    assert [len(load(store, file).set_aside) for _ in range(2)] == [1, 1]
    file.write_bytes(good)
    assert outcome(store, file) == (1, 0, 0)
