"""Reading a filing against parsing its XML with bare lxml."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from bench.ratios import Line, Note, Ratio, ratio
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.read import read

ROOT = Path(__file__).parents[1]
REAL = Path(os.environ.get("GRAPHLOAD_SHARED", ROOT.parent / "shared")) / "filings" / "xml"
TURNS = 15


def measure() -> Iterator[Line]:
    """Yield the ratio, in CPU time, over the real filings beside the checkout or, without them, over our examples."""
    folder = REAL if REAL.is_dir() else ROOT / "examples" / "filings"
    found = list(_readable(folder))
    yield Note("parse: filings", f"{len(found)} of {'/'.join(folder.parts[-3:])}")
    pairs = [(partial(read, each), partial(etree.fromstring, each.content)) for each in found]
    turns = tuple(ratio(pairs, time.process_time) for _ in range(TURNS))
    yield Ratio("parse: read(document) / etree.fromstring(content)", 2.5, turns)


def _readable(folder: Path) -> Iterator[Document]:
    for found in documents([str(folder)]):
        if isinstance(found, Document):
            try:
                read(found)
            except FilingError:
                continue
            yield found
