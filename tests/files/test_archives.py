"""Archives: what a folder of filings gives, an archive of it gives too."""

import bz2
import gzip
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import metadata, submission, write
from examples.write_tables import write_tables
from graphload.errors import FilingError
from graphload.files.paths import documents, files, open_file
from graphload.filing.codes import Basis
from graphload.filing.document import Document, Found, Skipped
from graphload.filing.values import Envelope
from graphload.load import load
from graphload.store import Store
from tests.conftest import examples, on_embedded
from tests.contents import contents
from tests.helpers import environment
from tests.packed import tarred, zipped

ONE, TWO = write(FILINGS[0]), submission(FILINGS[1])
ACCESSION = "0001046568-22-000002"
OF_ANOTHER_FORM = re.sub(rb"(SUBMISSION TYPE:\t\t).*", rb"\g<1>8-K", TWO)

ARCHIVES: dict[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda members: tarred(members, "gz"),
    "tar.bz2": lambda members: tarred(members, "bz2"),
    "zip.gz": lambda members: gzip.compress(zipped(members)),
    "GNU tar": lambda members: tarred(members, format=tarfile.GNU_FORMAT),
    "ustar": lambda members: tarred(members, format=tarfile.USTAR_FORMAT),
}
PACKED: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress}

FOLDER_NAMES = ["a", "b.d", ".git", "é ü", ACCESSION]
FILE_NAMES = ["x.xml", "X.txt", "z", "0009900001-21-000003.nc", ".hidden", "metadata.json", "line\nbreak.xml"]
CONTENTS = [ONE, TWO, OF_ANOTHER_FORM, metadata(FILINGS[0]), metadata(FILINGS[1]), b"", b" \n", b"nothing"]
names = st.builds(
    lambda folders, file: "/".join([*folders, file]),
    st.lists(st.sampled_from(FOLDER_NAMES), max_size=3),
    st.sampled_from(FILE_NAMES),
)
folders = st.dictionaries(names, st.sampled_from(CONTENTS), min_size=1, max_size=12).map(
    lambda members: dict(sorted(members.items(), key=lambda member: member[0].replace("metadata.json", "").split("/")))
)


def put(folder: Path, members: Mapping[str, bytes]) -> str:
    folder.mkdir()
    for name, content in members.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return str(folder)


def plain(found: Found, root: str) -> tuple[object, ...]:
    """Return what was found, its origin as from the root."""
    origin = found.origin.removeprefix(root)[1:]
    if isinstance(found, Document):
        return origin, found.content, found.tables, found.envelope, found.first_line
    return origin, str(found).removeprefix(root)[1:] if isinstance(found, FilingError) else found.reason


def found_in(path: str) -> list[tuple[object, ...]]:
    return [plain(found, path) for found in documents([path])]


@settings(max_examples=examples(60))
@given(folders, st.sampled_from([*ARCHIVES]))
def test_an_archive_gives_what_its_folder_gives(members: dict[str, bytes], kind: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        walked = found_in(put(Path(name) / "walked", members))
        (Path(name) / "archive").write_bytes(ARCHIVES[kind](members))
        found = found_in(f"{name}/archive")
    assert found == (walked or [("", " an archive of no filings")])


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_is_known_by_its_content(tmp_path: Path, kind: str) -> None:
    members = {"1.xml": ONE, "sub/2.txt": TWO}
    walked = found_in(put(tmp_path / "walked", members))
    (tmp_path / "filing.xml").write_bytes(ARCHIVES[kind](members))
    assert found_in(str(tmp_path / "filing.xml")) == walked


@pytest.mark.parametrize("outer", ["zip", "tar", "tar.gz"])
@pytest.mark.parametrize("inner", [kind for kind in ARCHIVES if kind != "zip.gz"])
def test_an_archive_may_hold_archives(tmp_path: Path, outer: str, inner: str) -> None:
    within = ARCHIVES[inner]({"1.xml": ONE, "sub/2.txt": TWO})
    (tmp_path / "f").write_bytes(ARCHIVES[outer]({"a.xml": ONE, "b.day": within, "c.xml": ONE}))
    origins = [found.origin for found in documents([str(tmp_path / "f")]) if isinstance(found, Document)]
    inside = ["a.xml", "b.day!1.xml", "b.day!sub/2.txt", "c.xml"]
    assert origins == [f"{tmp_path}/f!{name}" for name in inside]


@pytest.mark.parametrize("kind", PACKED)
def test_one_packed_file_is_as_the_file(tmp_path: Path, kind: str) -> None:
    members = {f"{ACCESSION}.xml": ONE, "sub/2.txt": TWO, "sub/metadata.json": metadata(FILINGS[1])}
    walked = found_in(put(tmp_path / "walked", members))
    packed = {name: content if name.endswith(".json") else PACKED[kind](content) for name, content in members.items()}
    assert found_in(put(tmp_path / "packed", packed)) == walked
    for archive in ("zip", "tar.gz"):
        (tmp_path / archive).write_bytes(ARCHIVES[archive](packed))
        assert found_in(str(tmp_path / archive)) == walked


def test_names_around_a_member_tell_its_accession_number(tmp_path: Path) -> None:
    (tmp_path / f"{ACCESSION}.zip").write_bytes(zipped({"1.xml": ONE, "0009900001-21-000003/1.xml": ONE}))
    found = [each.envelope for each in documents([str(tmp_path)]) if isinstance(each, Document)]
    assert found == [Envelope("0009900001-21-000003", Basis.PATH), Envelope(ACCESSION, Basis.PATH)]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_are_shown_as_people_write_them(tmp_path: Path, kind: str) -> None:
    (tmp_path / "f").write_bytes(ARCHIVES[kind]({"./1.xml": ONE, "./sub//2.xml": ONE}))
    assert [each.origin for each in documents([str(tmp_path / "f")])] == [
        f"{tmp_path}/f!1.xml",
        f"{tmp_path}/f!sub/2.xml",
    ]


def test_folders_of_a_zip_may_be_written_as_in_windows(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(zipped({"sub\\1.xml": ONE, "sub\\metadata.json": metadata(FILINGS[0])}))
    (found,) = documents([str(tmp_path / "f")])
    assert isinstance(found, Document)
    assert (found.origin, found.envelope.accession_basis) == (f"{tmp_path}/f!sub/1.xml", Basis.METADATA)


def test_a_tar_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(tarred({"b.xml": ONE, "a.xml": ONE, "c/1.xml": ONE, "0.xml": ONE}))
    names = [found.origin.rpartition("!")[2] for found in documents([str(tmp_path / "f")])]
    assert names == ["b.xml", "a.xml", "c/1.xml", "0.xml"]


@pytest.mark.parametrize(
    "order", [["metadata.json", "1.xml", "sub/2.xml", "3.xml"], ["1.xml", "metadata.json", "3.xml"]]
)
def test_metadata_in_a_tar_may_come_before_its_filings_or_soon_after(tmp_path: Path, order: list[str]) -> None:
    members = {name: metadata(FILINGS[0]) if name == "metadata.json" else ONE for name in order}
    (tmp_path / "f").write_bytes(tarred(members))
    bases = {found.origin[-5:]: found.envelope.accession_basis for found in documents([str(tmp_path / "f")])}  # type: ignore[union-attr]
    assert bases == {name[-5:]: None if "/" in name else Basis.METADATA for name in order if name.endswith("xml")}


def test_metadata_in_a_tar_that_comes_too_late_is_named(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(tarred({"1.xml": ONE, "sub/2.xml": ONE, "metadata.json": metadata(FILINGS[0])}))
    late = "comes after a filing of its folder, which was read without it"
    *read, error = documents([str(tmp_path / "f")])
    assert [found.origin[-5:] for found in read] == ["1.xml", "2.xml"]
    assert str(error) == f"{tmp_path}/f!metadata.json: passed over: {late}"


@pytest.mark.parametrize("folder", ["", "2024q3_form345/"])
def test_the_tables_of_a_data_set_are_read_together(tmp_path: Path, folder: str) -> None:
    (tmp_path / "walked").mkdir()
    write_tables(FILINGS[:3], tmp_path / "walked" / folder)
    (tmp_path / "walked" / folder / "FORM_345_metadata.json").write_text("{}")
    (tmp_path / "walked" / "z.xml").write_bytes(ONE)
    walked = list(documents([str(tmp_path / "walked")]))
    assert [type(found) for found in walked] == [Document] * 4
    assert [Path(str(path)).name for path in files([str(tmp_path / "walked")])] == ["SUBMISSION.tsv", "z.xml"]
    paths = sorted((path for path in (tmp_path / "walked").rglob("*") if path.is_file()), reverse=True)
    members = {str(path.relative_to(tmp_path / "walked")): path.read_bytes() for path in paths}
    archives = {kind: ARCHIVES[kind](members) for kind in ARCHIVES} | {"outer": tarred({"set.zip": zipped(members)})}
    for name, content in archives.items():
        (tmp_path / name).write_bytes(content)
        found = list(documents([str(tmp_path / name)]))
        assert sorted(
            (each.content, each.envelope.accession) for each in found if isinstance(each, Document)
        ) == sorted((each.content, each.envelope.accession) for each in walked if isinstance(each, Document))


def test_data_sets_of_several_folders_in_a_tar_are_kept_apart(tmp_path: Path) -> None:
    sets = []
    for name, some in (("2024q3", FILINGS[:2]), ("2024q3/again", FILINGS[2:4]), ("2024q4", FILINGS[4:6])):
        write_tables(some, tmp_path / name)
        sets.append([(f"{name}/{path.name}", path.read_bytes()) for path in sorted((tmp_path / name).glob("*.tsv"))])
    outer, inner, other = sets
    without = [(name, content) for name, content in other if "FOOTNOTES" not in name]
    (tmp_path / "f").write_bytes(tarred(dict([*outer[:3], *inner, *outer[3:], *without])))
    found = [(each.origin.rpartition("!")[2], type(each)) for each in documents([str(tmp_path / "f")])]
    names = [str(filing.envelope.accession) for filing in FILINGS[:6]]
    assert sorted(found) == sorted(
        [
            *((f"2024q3#{name}", Document) for name in names[:2]),
            *((f"2024q3/again#{name}", Document) for name in names[2:4]),
            ("2024q4/FOOTNOTES.tsv", Skipped),
            *((f"2024q4#{name}", Document) for name in names[4:]),
        ]
    )


@pytest.mark.parametrize("kind", ARCHIVES)
def test_tables_without_that_of_the_submissions_are_told_what_they_are(tmp_path: Path, kind: str) -> None:
    write_tables(FILINGS[:3], tmp_path / "set")
    tables = {name: (tmp_path / "set" / name).read_bytes() for name in ("FOOTNOTES.tsv", "REPORTINGOWNER.tsv")}
    (tmp_path / "f").write_bytes(ARCHIVES[kind]({"1.xml": ONE, **tables}))
    errors = [str(found) for found in documents([str(tmp_path / "f")]) if isinstance(found, FilingError)]
    assert errors
    assert all("data set" in error for error in errors)


def test_what_is_given_is_believed_last(tmp_path: Path) -> None:
    (tmp_path / "1.xml.gz").write_bytes(gzip.compress(ONE))
    found = open_file(str(tmp_path / "1.xml.gz"), Envelope(ACCESSION, Basis.GIVEN))
    assert isinstance(found, Document)
    assert (found.origin, found.content, found.envelope.accession) == (f"{tmp_path}/1.xml.gz", ONE, ACCESSION)


@pytest.mark.parametrize(
    "given", [Envelope(ACCESSION, Basis.GIVEN), Envelope(filed_on=date(2022, 3, 9), filed_on_basis=Basis.GIVEN)]
)
def test_nothing_can_be_given_for_what_may_hold_several(tmp_path: Path, given: Envelope) -> None:
    (tmp_path / "f.zip").write_bytes(zipped({"1.xml": ONE, "2.xml": ONE}))
    write_tables(FILINGS[:2], tmp_path / "set")
    words = "and an accession number or a filing date is given, which is for one filing"
    assert [str(each) for each in documents([f"{tmp_path}/f.zip", f"{tmp_path}/set/SUBMISSION.tsv"], given)] == [
        f"{tmp_path}/f.zip: an archive, {words}",
        f"{tmp_path}/set: a data set, {words}",
    ]


def test_one_filing_is_opened_from_an_archive_that_holds_no_other(tmp_path: Path) -> None:
    (tmp_path / "1.zip").write_bytes(zipped({"1.xml": ONE}))
    (tmp_path / "2.zip").write_bytes(zipped({"1.xml": ONE, "2.xml": ONE}))
    assert open_file(str(tmp_path / "1.zip")).origin == f"{tmp_path}/1.zip!1.xml"
    with pytest.raises(FilingError) as caught:
        open_file(str(tmp_path / "2.zip"))
    assert str(caught.value) == f"{tmp_path}/2.zip: an archive of several documents"


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_large_submission_of_another_form_is_no_fault(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphload.files.place.LARGEST", 100_000)
    large = OF_ANOTHER_FORM + os.urandom(200_000)
    (tmp_path / "f").write_bytes(ARCHIVES[kind]({"1.nc": large, "2.nc": TWO}))
    passed, read = documents([str(tmp_path / "f")])
    assert passed == Skipped(f"{tmp_path}/f!1.nc", "a submission of form 8-K")
    assert isinstance(read, Document)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_memory_is_flat(tmp_path: Path, kind: str) -> None:
    padding = os.urandom(8_000).hex().encode()
    members = {f"{number:04}.nc": TWO + padding for number in range(1_000)}
    (tmp_path / "f").write_bytes(ARCHIVES[kind](members))
    # what Python makes room for once, such as a larger table of its names, is no fault
    assert min(peak(tmp_path / "f", len(members)) for _ in range(2)) < 200 * len(TWO + padding)


def peak(file: Path, count: int) -> int:
    """Return the most memory that is taken while an archive of so many documents is read."""
    tracemalloc.start()
    try:
        assert sum(isinstance(found, Document) for found in documents([str(file)])) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


NO_WRITING = """
import os, sys
from graphload.files.paths import documents
def watch(event, args):
    writes = event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in ("os.mkdir", "os.symlink", "os.link"):
        print(event, *args)
sys.addaudithook(watch)
for found in documents(sys.argv[1:]):
    print(found.origin)
"""


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    members = {"../../1.xml": ONE, "/tmp/graphload-2.xml": ONE, "3.xml": ONE, "4.zip": zipped({"5.xml": ONE})}
    for kind in ("zip", "tar.gz"):
        (tmp_path / kind).write_bytes(ARCHIVES[kind](members))
    run = subprocess.run(
        [sys.executable, "-B", "-c", NO_WRITING, "../zip", "../tar.gz"],
        cwd=tmp_path / "empty",
        env=environment() | {"TMPDIR": str(tmp_path / "empty")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(line.partition("!")[2] for line in run.stdout.splitlines()) == sorted(
        2 * ["../../1.xml", "/tmp/graphload-2.xml", "3.xml", "4.zip!5.xml"]
    )
    assert [*(tmp_path / "empty").iterdir()] == []


@on_embedded
def test_real_submissions_give_the_same_graph_from_an_archive(store: Store, shared: Path, tmp_path: Path) -> None:
    folder = shared / "filings/submission"
    members = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    (tmp_path / "submissions.zip").write_bytes(zipped(members))
    feed = {f"{number:010}-24-{number:06}.nc": content for number, content in enumerate(members.values())}
    (tmp_path / "20240701.nc.tar.gz").write_bytes(tarred(feed, "gz"))
    held = []
    for path in (folder, tmp_path / "submissions.zip", tmp_path / "20240701.nc.tar.gz"):
        store.write("MATCH (n) DETACH DELETE n")
        report = load(store, [str(path)])
        assert (report.loaded, len(report.set_aside)) == (len(members) - 1, 1)
        held.append(contents(store))
    assert held[0] == held[1] == held[2]
