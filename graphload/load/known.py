"""Which documents a store has read already, so that a load need not read them again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from graphload.errors import FilingError
from graphload.filing import calendar
from graphload.filing.document import Document, Found
from graphload.load.report import Report
from graphload.schema.statements import FILINGS_OWN
from graphload.store import Outcome, Store

# documents, and bytes of them, that are looked up together
_TOGETHER, _BYTES = 100, 4_000_000
# a filing that has lost or doubled a relationship is read again
_KNOWN = f"""UNWIND $digests AS digest MATCH (f:Filing {{documentHash: digest}})
WHERE COUNT {{ (f)-[:{FILINGS_OWN}]-() }} = f.relationships
RETURN digest"""
# the folders whose code makes rows of a document
_CODE = ("filing", "wording", "schema", "read", "map")


def unknown(store: Store, found: Iterable[Found], under_way: Counter[str], report: Report) -> Iterator[Found | Outcome]:
    """Yield what was found, with Outcome.UNCHANGED in place of each document that the store has read already.

    `under_way` counts, by accession number, documents that are yielded and not yet written: they may replace what the
    store has read, so another document of the same filing is yielded too. The caller takes them off. `report` counts
    the filings without a filing date among those that are not yielded.
    """
    for some in _together(found):
        digests = [each.digest for each in some if isinstance(each, Document) and each.digest]
        known = {digest for (digest,) in store.read(_KNOWN, digests=digests).rows} if digests else set()
        yield from [_unless(known, each, under_way, report) for each in some]


def _unless(known: set[str], found: Found, under_way: Counter[str], report: Report) -> Found | Outcome:
    accession = found.envelope.accession if isinstance(found, Document) else None
    if not isinstance(found, Document) or accession is None:
        return found
    if found.digest in known and not under_way[accession]:
        report.undated += found.envelope.filed_on is None and found.tables is None
        return Outcome.UNCHANGED
    under_way[accession] += 1
    return found


def _together(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Yield documents in batches of limited size, each with its digest. An error ends a batch: it is told at once."""
    some: list[Found] = []
    filled = 0
    for each in found:
        kept, size = marked(each) if isinstance(each, Document) else (each, 0)
        some.append(kept)
        filled += size
        if isinstance(each, FilingError) or len(some) >= _TOGETHER or filled >= _BYTES:
            yield some
            some, filled = [], 0
    yield some


def marked(document: Document) -> tuple[Document, int]:
    """Return a document with the digest of all that its rows depend on, and its size in bytes.

    One without an accession number gets no digest: which filing it replaces is known when it is read.
    """
    digest, size = _digest(document)
    if document.envelope.accession is None:
        return document, size
    return replace(document, digest=f"{code(*_CODE)}-{digest}"), size


def each_marked(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found, each document with its digest."""
    return (marked(each)[0] if isinstance(each, Document) else each for each in found)


def chained(before: str, found: Found) -> str:
    """Return a digest of what was found and all that was found before it."""
    told = f"{found.origin} {found.digest or _digest(found)[0]}" if isinstance(found, Document) else str(found)
    return hashlib.sha256(f"{before} {told}".encode("utf-8", "surrogateescape")).hexdigest()


def _digest(document: Document) -> tuple[str, int]:
    around = repr((document.envelope, document.notes, document.tables)).encode()
    digest = hashlib.sha256(around)
    digest.update(document.content)
    return digest.hexdigest(), len(around) + len(document.content)


@cache
def code(*folders: str) -> str:
    """Return a digest of the code in some folders of graphload, and of EDGAR's calendar: both read documents anew."""
    package = Path(__file__).parents[1]
    files = sorted(file for folder in folders for file in (package / folder).rglob("*.py"))
    code = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(code + calendar.digest().encode()).hexdigest()[:16]
