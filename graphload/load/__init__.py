"""Load filings into a store, derive facts, and report.

In: paths and a store. Out: filings in the store, derived facts up to date, and a report. Never: a filing that is left
out silently.
"""

from __future__ import annotations

from graphload.load.derive import derive
from graphload.load.exporting import export
from graphload.load.pipeline import load
from graphload.load.reading import Unwatched, Watch
from graphload.load.removing import remove
from graphload.load.report import Report
from graphload.load.single import read

__all__ = ["Report", "Unwatched", "Watch", "derive", "export", "load", "read", "remove"]
