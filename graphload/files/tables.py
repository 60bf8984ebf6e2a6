"""The SEC's quarterly Insider Transactions Data Sets, as documents with the rows of one filing from all tables.

No two tables have their filings in the same order, and a member of a zip cannot be read from its middle. So the lines
of all tables go through one sorted temporary table of SQLite, on disk beyond a few megabytes, and filings come out by
accession number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO

from graphload.errors import FilingError
from graphload.files.envelope import accession_in
from graphload.files.unpacking import BROKEN, LARGEST
from graphload.filing.codes import Basis
from graphload.filing.dataset import ACCESSION, SPELLINGS, SUBMISSION, TABLES, TableRows, table_of
from graphload.filing.document import Document, Found, Skipped
from graphload.filing.values import Envelope

_NAMES = list(TABLES)
# bytes; no line of a real set comes near
_LONGEST = 1_000_000
# accession number (empty where the line has none), place of the table in _NAMES, number of the line, the line
_TableRow = tuple[str, int, int, bytes]
_Columns = dict[str, list[str]]


def documents(names: Iterable[str], open_member: Callable[[str], BinaryIO], origin: str) -> Iterator[Found]:
    """Yield each filing of the data set in files with these names. If a table cannot be read, yield its error alone."""
    with closing(DataSet(origin)) as tables:
        for name in names:
            try:
                if table_of(name) and not tables.error:
                    with open_member(name) as member:
                        tables.take(name, member)
            except FilingError as error:
                tables.error = error
            except BROKEN as error:
                tables.error = _error(origin, f"cannot be read: {error}", table_of(name) or name)
        yield from tables.filings()


class DataSet:
    """A data set that takes its tables in any order, then yields its filings. With an `error` it yields only that."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._columns: _Columns = {}
        self.error: FilingError | None = None
        # a database without a name is a temporary file, gone when it is closed
        self._spool = sqlite3.connect("")
        self._spool.execute("CREATE TABLE line (accession, place, number, text)")

    def close(self) -> None:
        """Delete the temporary table."""
        self._spool.close()

    def take(self, name: str, member: BinaryIO) -> None:
        """Read a table into the temporary table; ignore a file that is not a table."""
        table = table_of(name)
        if table is None or self.error:
            return
        try:
            self._columns[table] = _header(member, table, self._origin)
            self._spool.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", _lines(member, table))
        except FilingError as error:
            self.error = error
        except sqlite3.Error as error:
            self.error = self._unsorted(error)

    def filings(self) -> Iterator[Found]:
        """Yield each filing in the order of the accession numbers, after a Skipped for each missing table."""
        if SUBMISSION not in self._columns and not self.error:
            self.error = FilingError(self._origin, f"tables of a data set without {SUBMISSION}.tsv")
        if self.error:
            yield self.error
            return
        for missing in [each for each in TABLES if each not in self._columns]:
            yield Skipped(f"{self._origin}/{missing}.tsv", f"not there: {TABLES[missing].holds} are not known")
        try:
            lines = self._spool.execute("SELECT * FROM line ORDER BY accession, place, number")
            for accession, own in groupby(lines, itemgetter(0)):
                if accession:
                    yield _filing(own, self._columns, f"{self._origin}#{accession}", accession)
                else:
                    yield from (_stray(line, self._origin) for line in own)
        except sqlite3.Error as error:
            yield self._unsorted(error)

    def _unsorted(self, error: sqlite3.Error) -> FilingError:
        return FilingError(self._origin, f"cannot be sorted in a temporary file: {error}")


def _error(origin: str, what: str, table: str, line: int | None = None, value: str | None = None) -> FilingError:
    return FilingError(origin, what, line=line, element=f"{table}.tsv", value=value)


def _header(member: BinaryIO, table: str, origin: str) -> list[str]:
    names = member.readline(_LONGEST).decode("utf-8-sig", "replace").rstrip("\r\n").split("\t")
    columns = [SPELLINGS.get(name, name) for name in names]
    missing = [column for column in TABLES[table].columns if column not in columns]
    if missing:
        raise _error(origin, f"no column {', '.join(missing)}", table, 1)
    if columns[0] != ACCESSION:
        raise _error(origin, f"the first column is not {ACCESSION}", table, 1, names[0])
    return columns


def _lines(member: BinaryIO, table: str) -> Iterator[_TableRow]:
    place = _NAMES.index(table)
    for number, raw in enumerate(iter(lambda: member.readline(_LONGEST), b""), 2):
        if line := raw.rstrip(b"\r\n"):
            first = line.split(b"\t", 1)[0].decode("ascii", "replace")
            yield first if accession_in(first) == first else "", place, number, line


def _stray(line: _TableRow, origin: str) -> FilingError:
    _, place, number, text = line
    return _error(origin, "begins with no accession number", _NAMES[place], number, text.decode("utf-8", "replace"))


def _filing(lines: Iterable[_TableRow], columns: _Columns, origin: str, accession: str) -> Document | FilingError:
    """Return the document of one filing. It has no empty cells and no missing tables."""
    rows: TableRows = {table: [] for table in TABLES if table in columns}
    size = 0
    for _, place, number, text in lines:
        table, size = _NAMES[place], size + len(text)
        if size > LARGEST:
            return _error(origin, f"rows of more than {LARGEST:,} bytes", table, number)
        try:
            cells = text.decode().split("\t")
        except UnicodeDecodeError:
            return _error(origin, "not UTF-8", table, number)
        if len(cells) != len(columns[table]):
            return _error(origin, f"{len(cells)} cells under {len(columns[table])} columns", table, number)
        row = {column: cell for column, cell in zip(columns[table], cells, strict=True) if cell}
        rows[table].append({"line": number, **row})
    return Document(b"", origin, Envelope(accession, Basis.TABLES), tables=rows)
