"""Reading filings against reading them with edgartools, a well-known package for EDGAR, where it is installed.

For each owner edgartools asks the SEC whether it is a company. That is left out, as it is not parsing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from unittest.mock import patch

from bench.parse import FOLDER
from bench.ratios import Line, Note, Ratio, Work, ratio
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.read import read

TURNS = 5


def measure() -> Iterator[Line]:
    """Yield the ratio, in CPU time, over the filings that both read."""
    if find_spec("edgar") is None:
        yield Note("peers: edgartools", "not installed: pip install edgartools")
        return
    owners, ownership = import_module("edgar.ownership.owners"), import_module("edgar.ownership")
    with patch.object(owners, "Entity", lambda _: None):
        pairs = [*_pairs(ownership.Ownership.from_xml)]
        yield Note("peers: filings that both read", f"{len(pairs)}")
        turns = tuple(ratio(pairs, time.process_time) for _ in range(TURNS))
    yield Ratio("peers: read / edgartools", 0.5, turns)


def _pairs(other: Callable[[str], object]) -> Iterator[tuple[Work, Work]]:
    for each in documents([str(FOLDER)]):
        if isinstance(each, Document):
            pair = partial(read, each), partial(other, each.content.decode("utf-8", "replace"))
            try:
                for work in pair:
                    work()
            except Exception:  # what either makes of a broken filing is no matter here
                continue
            yield pair
