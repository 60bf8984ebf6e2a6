"""The documents of an export, read in parts: the next run goes on after the last part that is whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from types import TracebackType

from graphload.bulk import readings
from graphload.bulk.journal import Journal, part_name
from graphload.bulk.output import Output
from graphload.bulk.readings import Packed
from graphload.filing.document import Found
from graphload.load.known import chained
from graphload.load.report import Report
from graphload.load.workers import Result

DOCUMENTS = 20_000  # of a part


class Reading:
    """What is read, kept in parts; the report is kept with them."""

    def __init__(self, kept: Journal, report: Report) -> None:
        self._kept, self._report = kept, report
        self._begun, self._chains = kept.chain, deque[str]()
        kept.drop(0)
        self._out = self._open()

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._kept.stages = 1
            self._close()
        else:
            self._out.__exit__(kind, error, trace)

    def begun(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield documents, which are read somewhat later."""
        for each in found:
            self._begun = chained(self._begun, each)
            self._chains.append(self._begun)
            yield each

    def safe(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield what comes of the documents. When the next one is asked for, the last one was put out."""
        for each in results:
            yield each
            self._kept.documents += 1
            self._kept.chain = self._chains.popleft()
            if self._kept.documents % DOCUMENTS == 0:
                self._close()
                self._out = self._open()

    def put(self, packed: Packed) -> None:
        """Put a filing out."""
        readings.put(packed, self._out)
        self._kept.filings += 1

    def _open(self) -> Output:
        return Output(self._kept.place, part_name(0, self._kept.parts))

    def _close(self) -> None:
        self._out.__exit__(None, None, None)
        self._kept.parts += 1
        self._kept.report = self._report.kept()
        self._kept.save()
