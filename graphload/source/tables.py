"""The SEC's quarterly Insider Transactions Data Sets, as documents: the rows of one filing from all tables, as JSON.

No two tables have their filings in the same order, and a member of a zip cannot be read from its middle. So the lines
of all tables go through one sorted temporary table of SQLite, on disk beyond a few megabytes, and filings come out by
accession number.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from graphload.errors import FilingError
from graphload.filing.codes import Basis
from graphload.filing.values import Envelope
from graphload.source.columns import ACCESSION, SPELLINGS, TABLES
from graphload.source.document import Document, PassedOver
from graphload.source.envelope import accession_in
from graphload.source.unpacking import BROKEN

_NAMES = list(TABLES)
# bytes; no line of a real set comes near
_LONGEST = 1_000_000
# accession number (empty where the line has none), place of the table in _NAMES, number of the line, the line
_Line = tuple[str, int, int, bytes]
_Columns = dict[str, list[str]]


def _table(name: str) -> str | None:
    path = PurePosixPath(name)
    stem = path.stem.upper()
    return stem if stem in TABLES and path.suffix.lower() == ".tsv" else None


def documents(
    names: Sequence[str], open_member: Callable[[str], BinaryIO], origin: str
) -> Iterator[Document | PassedOver | FilingError]:
    """Yield each filing of a data set, by accession number; a table that is not there is said once.

    A set with a table that cannot be read or lacks a column is set aside whole.
    """
    members = {table: name for name in names if (table := _table(name))}
    # a database without a name is a temporary file, gone when it is closed
    with closing(sqlite3.connect("")) as spool:
        try:
            spool.execute("CREATE TABLE line (accession, place, number, text)")
            columns = {each: _spooled(spool, each, name, open_member, origin) for each, name in members.items()}
            for missing in [each for each in TABLES if each not in members]:
                yield PassedOver(f"{origin}/{missing}.tsv", f"not there: {TABLES[missing].holds} are not known")
            yield from _filings(spool, columns, origin)
        except FilingError as error:
            yield error
        except sqlite3.Error as error:
            yield FilingError(origin, f"cannot be sorted in a temporary file: {error}")


def _spooled(
    spool: sqlite3.Connection, table: str, name: str, open_member: Callable[[str], BinaryIO], origin: str
) -> list[str]:
    """Put the lines of a table into the temporary one; return its columns."""
    try:
        with open_member(name) as member:
            columns = _header(member, table, origin)
            spool.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", _lines(member, table))
            return columns
    except BROKEN as error:
        raise _error(origin, f"cannot be read: {error}", table) from None


def _filings(spool: sqlite3.Connection, columns: _Columns, origin: str) -> Iterator[Document | FilingError]:
    lines = spool.execute("SELECT * FROM line ORDER BY accession, place, number")
    for accession, own in groupby(lines, itemgetter(0)):
        if accession:
            yield _filing(own, columns, f"{origin}#{accession}", accession)
        else:
            yield from (_stray(line, origin) for line in own)


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


def _lines(member: BinaryIO, table: str) -> Iterator[_Line]:
    place = _NAMES.index(table)
    for number, raw in enumerate(iter(lambda: member.readline(_LONGEST), b""), 2):
        if line := raw.rstrip(b"\r\n"):
            first = line.split(b"\t", 1)[0].decode("ascii", "replace")
            yield first if accession_in(first) == first else "", place, number, line


def _stray(line: _Line, origin: str) -> FilingError:
    _, place, number, text = line
    return _error(origin, "begins with no accession number", _NAMES[place], number, text.decode("utf-8", "replace"))


def _filing(lines: Iterable[_Line], columns: _Columns, origin: str, accession: str) -> Document | FilingError:
    """Return the document of one filing, empty cells left out; a table that is not there is not in it either."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES if table in columns}
    for _, place, number, text in lines:
        table = _NAMES[place]
        try:
            cells = text.decode().split("\t")
        except UnicodeDecodeError:
            return _error(origin, "not UTF-8", table, number)
        if len(cells) != len(columns[table]):
            return _error(origin, f"{len(cells)} cells under {len(columns[table])} columns", table, number)
        row = {column: cell for column, cell in zip(columns[table], cells, strict=True) if cell}
        rows[table].append({"line": number, **row})
    return Document(json.dumps(rows).encode(), origin, Envelope(accession, Basis.TABLES))
