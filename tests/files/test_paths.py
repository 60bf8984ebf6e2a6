"""Files and folders: in which order they come, what is no filing, what cannot be read."""

import inspect
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write_tables import write_tables
from graphload.errors import FilingError
from graphload.files.paths import documents, files, open_file
from graphload.files.unpacking import LARGEST_METADATA
from graphload.filing.document import Document, Skipped


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<x/>")


def test_a_folder_is_walked_by_name(tmp_path: Path) -> None:
    make(tmp_path, "b/2.xml", "b/10.xml", "a.xml", "c.xml", "B.xml", "b.xml")
    names = [str(path).removeprefix(f"{tmp_path}/") for path in files([str(tmp_path)])]
    assert names == ["B.xml", "a.xml", "b/10.xml", "b/2.xml", "b.xml", "c.xml"]


def test_paths_come_in_the_order_given(tmp_path: Path) -> None:
    make(tmp_path, "2.xml", "1.xml", "folder/3.xml")
    given = [str(tmp_path / name) for name in ("2.xml", "folder", "1.xml")]
    assert [Path(str(path)).name for path in files(given)] == ["2.xml", "3.xml", "1.xml"]


def test_folders_may_lie_in_each_other_however_deep(tmp_path: Path) -> None:
    deep = "/".join(["a"] * 300)
    make(tmp_path, f"{deep}/1.xml")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        found = [*files([str(tmp_path)])]
    finally:
        sys.setrecursionlimit(limit)
    assert found == [f"{tmp_path}/{deep}/1.xml"]


def test_tables_that_are_named_one_by_one_are_read_once(tmp_path: Path) -> None:
    write_tables(FILINGS[:2], tmp_path)
    paths = sorted(str(path) for path in tmp_path.iterdir())
    found = [*documents(paths)]
    assert sum(isinstance(each, Document) for each in found) == 2
    assert [each for each in found if not isinstance(each, Document)] == [
        Skipped(path, "read with the SUBMISSION.tsv beside it") for path in paths if "SUBMISSION" not in path
    ]


def test_metadata_that_cannot_be_held_is_named_and_costs_no_filing(tmp_path: Path) -> None:
    make(tmp_path, "pipe/1.xml", "large/1.xml")
    os.mkfifo(tmp_path / "pipe/metadata.json")
    with (tmp_path / "large/metadata.json").open("wb") as large:
        large.truncate(LARGEST_METADATA + 1)
    without = "the filings beside it are read without it"
    assert [str(each) for each in documents([str(tmp_path)]) if not isinstance(each, Document)] == [
        f"{tmp_path}/large/metadata.json: passed over: larger than 3,000,000 bytes: {without}",
        f"{tmp_path}/pipe/metadata.json: passed over: not a regular file: {without}",
    ]


def test_a_table_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    write_tables(FILINGS[:2], tmp_path)
    (tmp_path / "FOOTNOTES.tsv").unlink()
    os.mkfifo(tmp_path / "FOOTNOTES.tsv")
    assert [str(each) for each in documents([str(tmp_path)])] == [f"{tmp_path}/FOOTNOTES.tsv: not a regular file"]


def test_a_table_alone_is_told_what_to_do_with_it(tmp_path: Path) -> None:
    write_tables(FILINGS[:2], tmp_path)
    (tmp_path / "SUBMISSION.tsv").rename(tmp_path / "x")
    told = "a table of the SEC's data sets, which are read whole: give their folder or archive"
    assert [str(each) for each in documents([str(tmp_path / "FOOTNOTES.tsv"), str(tmp_path / "x")])] == [
        f"{tmp_path}/FOOTNOTES.tsv: {told}",
        f"{tmp_path}/x: {told}",
    ]


def test_hidden_files_and_metadata_are_no_filings(tmp_path: Path) -> None:
    make(tmp_path, ".DS_Store", ".git/1.xml", "metadata.json", "1.xml")
    assert [*files([str(tmp_path)])] == [str(tmp_path / "1.xml")]


def test_a_link_to_a_folder_is_passed_over_and_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    make(tmp_path, "elsewhere/1.xml", "in/2.xml")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/one.xml").symlink_to(tmp_path / "elsewhere/1.xml")
    read, passed, linked = documents([str(tmp_path / "in")])
    assert passed == Skipped(str(tmp_path / "in/loop"), "a link to a folder")
    assert [each.origin for each in (read, linked)] == [str(tmp_path / "in/2.xml"), str(tmp_path / "in/one.xml")]


def test_a_link_that_leads_nowhere_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "good.xml")
    (tmp_path / "a.xml").symlink_to(tmp_path / "a.xml")
    (tmp_path / "b.xml").symlink_to(tmp_path / ("x" * 300))
    (tmp_path / "c.xml").symlink_to(tmp_path / "good.xml/1.xml")
    *errors, good = documents([str(tmp_path)])
    reasons = ["a.xml: Too many levels of symbolic links", "b.xml: File name too long", "c.xml: Not a directory"]
    assert [str(each) for each in errors] == [f"{tmp_path}/{reason}" for reason in reasons]
    assert isinstance(good, Document)


def test_the_bytes_of_a_file_are_its_document(tmp_path: Path) -> None:
    make(tmp_path, "1.xml")
    document = open_file(str(tmp_path / "1.xml"))
    assert isinstance(document, Document)
    assert (document.content, document.first_line) == (b"<x/>", 1)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("pipe.xml", "not a regular file"),
        ("empty.xml", "empty"),
        ("blank.xml", "empty"),
        ("nowhere.xml", "No such file or directory"),
        ("dangling.xml", "No such file or directory"),
        ("loop.xml", "Too many levels of symbolic links"),
        ("blank.xml/1.xml", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("large.xml", "larger than 100,000,000 bytes: '100,000,001'"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path, name: str, reason: str) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / "empty.xml").touch()
    (tmp_path / "blank.xml").write_text(" \n\t")
    (tmp_path / "dangling.xml").symlink_to(tmp_path / "nowhere.xml")
    (tmp_path / "loop.xml").symlink_to(tmp_path / "loop.xml")
    with (tmp_path / "large.xml").open("wb") as large:
        large.truncate(100_000_001)
    make(tmp_path, "good.xml")
    path = str(tmp_path / name)
    error, good = documents([path, str(tmp_path / "good.xml")])
    assert isinstance(error, FilingError)
    assert str(error) == f"{path}: {reason}"
    assert isinstance(good, Document)


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that holds a file and a folder that nobody may read; root, who may, becomes nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        make(folder, "closed/1.xml", "closed.xml", "open.xml")
        (folder / "closed.xml").chmod(0)
        (folder / "closed").chmod(0)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            (folder / "closed").chmod(0o755)


def test_what_may_not_be_read_is_named(closed: Path) -> None:
    *errors, good = documents([str(closed / "closed/1.xml"), str(closed)])
    reasons = [
        "closed/1.xml: Permission denied",
        "closed: a folder that cannot be read",
        "closed.xml: Permission denied",
    ]
    assert [str(each) for each in errors] == [f"{closed}/{reason}" for reason in reasons]
    assert isinstance(good, Document)


def test_a_name_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/a\xff\nb.xml"
    with open(odd, "wb") as file:  # noqa: PTH123 - a Path cannot be made of bytes
        file.write(b" ")
    (error,) = documents([str(tmp_path)])
    assert str(error) == f"{tmp_path}/a\\\\xff\\nb.xml: empty"
