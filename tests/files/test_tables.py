"""A data set as documents: filings whole, whatever order the tables have, and what is wrong with the others."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from examples.world import FILINGS
from examples.write_tables import write_tables
from graphload.errors import FilingError
from graphload.files.tables import documents
from graphload.filing.dataset import SPELLINGS, TABLES
from graphload.filing.document import Document, Skipped
from graphload.read import read
from tests.servers import ROOT
from tests.tables import filings, found

SOME = FILINGS[:12]
ONE = str(SOME[3].envelope.accession)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data set of some filings of the world."""
    write_tables(SOME, tmp_path)
    return tmp_path


def test_filings_come_by_accession_number_whatever_order_the_tables_have(folder: Path) -> None:
    expected = filings(folder)
    assert len(expected) == len(SOME)
    for table in folder.iterdir():
        head, *lines = table.read_text("utf-8").splitlines()
        random.Random(table.name).shuffle(lines)
        table.write_text("\n".join([head, *lines]), "utf-8")
    assert [sorted_parts(each) for each in filings(folder)] == [sorted_parts(each) for each in expected]


def sorted_parts(filing: object) -> tuple[object, ...]:
    """What a filing says, less the order that tables do not keep."""
    kept = {name: getattr(filing, name) for name in filing.__slots__}  # type: ignore[attr-defined]
    return tuple(
        sorted(map(repr, value)) if name in ("owners", "signatures") else value for name, value in kept.items()
    )


def test_a_zip_gives_what_its_folder_gives(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for table in TABLES:
            archive.write(folder / f"{table}.tsv", f"2024q3_form345/{table}.tsv")
    with ZipFile(path) as archive:
        assert [*documents(archive.namelist(), lambda name: cast(BinaryIO, archive.open(name)), "set")] == [
            *found(folder)
        ]


def test_the_real_columns_are_the_columns(shared: Path) -> None:
    quarter = shared / "filings/dataset/2024q3_form345"
    for described in json.loads((quarter / "FORM_345_metadata.json").read_bytes())["tables"]:
        named = [SPELLINGS.get(each["name"], each["name"]) for each in described["tableSchema"]["columns"]]
        assert set(TABLES[described["url"].removesuffix(".tsv")].columns) <= {*named}
    for path in quarter.glob("*.tsv"):
        head = path.read_text("utf-8").partition("\n")[0].split("\t")
        assert set(TABLES[path.stem].columns) <= {SPELLINGS.get(name, name) for name in head}


def test_tables_are_known_by_name_in_any_case_and_other_files_are_not_read(folder: Path) -> None:
    expected = filings(folder)
    (folder / "SUBMISSION.tsv").rename(folder / "Submission.TSV")
    (folder / "FORM_345_readme.htm").write_text("not a table")
    assert filings(folder) == expected


def test_a_table_that_is_not_there_is_said_once(folder: Path) -> None:
    (folder / "FOOTNOTES.tsv").unlink()
    (folder / "REPORTINGOWNER.tsv").unlink()
    assert [each for each in found(folder) if isinstance(each, Skipped)] == [
        Skipped("set/REPORTINGOWNER.tsv", "not there: reporting owners are not known"),
        Skipped("set/FOOTNOTES.tsv", "not there: texts of footnotes are not known"),
    ]
    read_back = filings(folder)
    assert len(read_back) == len(SOME)
    assert all(filing.owners == () and filing.footnotes == () for filing in read_back)


def edit(folder: Path, table: str, change: Callable[[list[list[str]]], object]) -> None:
    """Change the lines of a table, as lists of cells."""
    path = folder / f"{table}.tsv"
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    change(lines)
    path.write_bytes("\n".join("\t".join(line) for line in lines).encode("utf-8", "surrogateescape") + b"\n")


def of(lines: list[list[str]], accession: str) -> list[str]:
    return next(line for line in lines if line[0] == accession)


def put(column: str, value: str) -> Callable[[list[list[str]]], object]:
    return lambda lines: of(lines, ONE).__setitem__(lines[0].index(column), value)


def outcome(folder: Path) -> tuple[int, list[str]]:
    """Return how many filings can be taken, and what is wrong with the others."""
    taken, wrong = 0, []
    for each in found(folder):
        try:
            if isinstance(each, FilingError):
                wrong.append(str(each))
            elif isinstance(each, Document):
                read(each)
                taken += 1
        except FilingError as error:
            wrong.append(str(error))
    return taken, wrong


@pytest.mark.parametrize(
    ("table", "change", "message"),
    [
        ("SUBMISSION", put("PERIOD_OF_REPORT", "31-JUN-2024"), "PERIOD_OF_REPORT: not a date of the calendar"),
        ("SUBMISSION", put("FILING_DATE", "2024-06-30"), "FILING_DATE: not a date: '2024-06-30'"),
        ("SUBMISSION", put("PERIOD_OF_REPORT", ""), "PERIOD_OF_REPORT: missing"),
        ("SUBMISSION", put("DOCUMENT_TYPE", "13F"), "DOCUMENT_TYPE: not one of 3, 3/A, 4, 4/A, 5, 5/A: '13F'"),
        ("SUBMISSION", put("ISSUERCIK", "x"), "ISSUERCIK: not a CIK: 'x'"),
        ("REPORTINGOWNER", put("RPTOWNER_RELATIONSHIP", "King"), "RPTOWNER_RELATIONSHIP: not of DIRECTOR, OFFICER"),
        ("SUBMISSION", lambda lines: of(lines, ONE).pop(), "tsv: 13 cells under 14 columns"),
        ("SUBMISSION", lambda lines: of(lines, ONE).append(""), "tsv: 15 cells under 14 columns"),
        ("REPORTINGOWNER", put("RPTOWNERNAME", "\udcff"), "tsv: not UTF-8"),
    ],
)
def test_a_filing_that_cannot_be_taken_is_set_aside_whole(
    folder: Path, table: str, change: Callable[[list[list[str]]], object], message: str
) -> None:
    edit(folder, table, change)
    taken, wrong = outcome(folder)
    assert taken == len(SOME) - 1
    assert len(wrong) == 1
    assert wrong[0].startswith(f"set#{ONE}: line ")
    assert f": {table}.{message}" in wrong[0]


def test_an_unknown_code_and_a_bad_key_are_told_with_their_line(folder: Path) -> None:
    rows = {"TRANS_CODE": ("Q", "not one of P, S"), "NONDERIV_TRANS_SK": ("", "not a number")}
    for column, (value, message) in rows.items():
        write_tables(SOME, folder)

        def change(lines: list[list[str]], column: str = column, value: str = value) -> None:
            lines[1][lines[0].index(column)] = value

        edit(folder, "NONDERIV_TRANS", change)
        taken, wrong = outcome(folder)
        assert (taken, len(wrong)) == (len(SOME) - 1, 1)
        assert f": line 2: NONDERIV_TRANS.{column}: {message}" in wrong[0]


@pytest.mark.parametrize("table", ["SUBMISSION", "REPORTINGOWNER"])
def test_a_filing_that_one_of_two_tables_lacks_is_set_aside(folder: Path, table: str) -> None:
    edit(folder, table, lambda lines: lines.remove(of(lines, ONE)))
    assert outcome(folder) == (len(SOME) - 1, [f"set#{ONE}: {table}.ACCESSION_NUMBER: not there"])


def test_a_filing_that_stands_twice_is_set_aside(folder: Path) -> None:
    edit(folder, "SUBMISSION", lambda lines: lines.append(of(lines, ONE)))
    assert outcome(folder) == (len(SOME) - 1, [f"set#{ONE}: SUBMISSION.ACCESSION_NUMBER: stands more than once"])


def test_a_line_that_is_broken_in_two_sets_its_filing_aside_and_is_told(folder: Path) -> None:
    edit(folder, "SUBMISSION", put("REMARKS", "See\nExhibit 24"))
    taken, wrong = outcome(folder)
    assert taken == len(SOME) - 1
    assert "SUBMISSION.tsv: begins with no accession number: 'Exhibit 24" in wrong[0]
    assert wrong[1].startswith(f"set#{ONE}: line ")


@pytest.mark.parametrize("table", ["SUBMISSION", "NONDERIV_HOLDING"])
def test_a_set_with_a_column_missing_is_set_aside_whole(folder: Path, table: str) -> None:
    column = TABLES[table].columns[2]
    edit(folder, table, lambda lines: lines[0].__setitem__(lines[0].index(column), "X"))
    assert outcome(folder) == (0, [f"set: line 1: {table}.tsv: no column {column}"])


@pytest.mark.parametrize("error", [BadZipFile("Bad CRC-32"), OSError("cut off"), FilingError("set/x", "too large")])
def test_a_set_with_a_table_that_cannot_be_read_is_set_aside_whole(folder: Path, error: Exception) -> None:
    def open_member(name: str) -> BinaryIO:
        if name == "FOOTNOTES.tsv":
            raise error
        return (folder / name).open("rb")

    wrong = list(documents([path.name for path in folder.iterdir()], open_member, "set"))
    assert len(wrong) == 1
    assert isinstance(wrong[0], FilingError)
    assert str(error) in str(wrong[0])


def test_a_filing_with_rows_without_end_is_set_aside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(folder, "FOOTNOTES", lambda lines: lines.extend([[ONE, f"F{number}", "x" * 1_000] for number in range(200)]))
    monkeypatch.setattr("graphload.files.tables.LARGEST", 100_000)
    taken, wrong = outcome(folder)
    assert taken == len(SOME) - 1
    assert wrong[0].startswith(f"set#{ONE}: line ")
    assert wrong[0].endswith(": FOOTNOTES.tsv: rows of more than 100,000 bytes")


WALK = """
import sys
from pathlib import Path
from graphload.files.tables import documents
folder = Path(sys.argv[1])
names = [path.name for path in folder.iterdir()]
count = sum(1 for _ in documents(names, lambda name: (folder / name).open("rb"), "set"))
print(count, *[line.split()[1] for line in Path("/proc/self/status").open() if line.startswith("VmHWM")])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process its greatest size")
def test_memory_does_not_grow_with_the_set(tmp_path: Path) -> None:
    small, large = (peak(tmp_path / str(times), times) for times in (1, 20))
    assert large < small + 15_000  # kilobytes; the set grows by 57,000


def peak(folder: Path, times: int) -> int:
    """Write the world so many times over, with long remarks; return the peak of a walk through it, in kilobytes."""
    long = [replace(filing, remarks="x" * 40_000) for filing in FILINGS] * times
    write_tables(
        (
            replace(filing, envelope=replace(filing.envelope, accession=f"{number:010}-24-000001"))
            for number, filing in enumerate(long)
        ),
        folder,
    )
    run = subprocess.run(
        [sys.executable, "-c", WALK, str(folder)], check=True, capture_output=True, text=True, cwd=ROOT
    )
    count, size = map(int, run.stdout.split())
    assert count == times * len(FILINGS)
    return size
