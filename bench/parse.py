"""Reading a filing, and reading and mapping it, against parsing its XML with bare lxml."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from bench.generate import filings
from bench.ratios import Line, Note, Ratio, ratio
from examples.write import write
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document, Found
from graphload.map.mapping import rows
from graphload.read import read

ROOT = Path(__file__).parents[1]
_REAL = Path(os.environ.get("GRAPHLOAD_SHARED", ROOT.parent / "shared")) / "filings" / "xml"
FOLDER = _REAL if _REAL.is_dir() else ROOT / "examples" / "filings"
TURNS = 15
GENERATED = 500


def measure() -> Iterator[Line]:
    """Yield the ratios, in CPU time, over real filings (without them, our examples), then over generated ones."""
    yield from _ratios("/".join(FOLDER.parts[-3:]), documents([str(FOLDER)]))
    yield from _ratios("generated", _generated(long=False))
    yield from _ratios("generated, long", _generated(long=True))


def _generated(*, long: bool) -> Iterator[Found]:
    return (Document(write(each), each.origin, each.envelope) for each in filings(GENERATED, long=long))


def _ratios(what: str, found: Iterable[Found]) -> Iterator[Line]:
    some = list(_readable(found))
    size = sum(len(each.content) for each in some) / len(some) / 1000
    yield Note(f"parse: {what}", f"{len(some)} filings of {size:.1f} kB on average")
    bare = [partial(etree.fromstring, each.content) for each in some]
    for way, goal, ours in (("read", 2.5, read), ("rows(read)", 8, _mapped)):
        pairs = [*zip((partial(ours, each) for each in some), bare, strict=True)]
        turns = tuple(ratio(pairs, time.process_time) for _ in range(TURNS))
        yield Ratio(f"parse: {way} / etree.fromstring, {what}", goal, turns)


def _mapped(document: Document) -> object:
    return rows(read(document).filing)


def _readable(found: Iterable[Found]) -> Iterator[Document]:
    for each in found:
        if isinstance(each, Document):
            try:
                read(each)
            except FilingError:
                continue
            yield each
