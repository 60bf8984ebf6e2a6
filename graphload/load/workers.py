"""Read and map documents in several processes. The order is kept, and a limited number is in progress."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from typing import Protocol, TypeVar

from graphload.bulk.readings import Packed
from graphload.errors import FilingError, GraphloadError
from graphload.filing.document import Document, Found, Skipped
from graphload.filing.numbers import INEXACT, inexact
from graphload.map.mapping import rows
from graphload.read import Reading, read
from graphload.schema.rows import Rows, props
from graphload.store import Outcome
from graphload.visible import visible

_CHUNK = 50
_PATIENCE = 5  # seconds until a pool is asked whether it is broken
_SIGNALS = {signal.SIGINT, signal.SIGTERM}


@dataclass(frozen=True, slots=True)
class Mapped:
    """The rows of one filing, and what its reading reports.

    `unread` counts unknown elements. `left_out` is a line about cells that are left out because the SEC's tables do not
    tell which rows they belong to. `noted` has a line for each repair of its XML and each contradiction. `dated` tells
    whether its filing date is known. `packed` is the filing as an export takes it; `rows` then has only its
    parties.
    """

    rows: Rows
    unread: int
    repaired: bool
    left_out: str | None
    noted: tuple[str, ...] = ()
    dated: bool = True
    packed: Packed | None = None


# UNCHANGED stands for a document that the store has read already
Given = Found | Outcome
Result = Mapped | Skipped | FilingError | Outcome
One = TypeVar("One")
Other = TypeVar("Other")


class Run(Protocol):
    """Maps a function over items, perhaps in several processes, each of which takes `chunk` items at a time."""

    def __call__(self, work: Callable[[One], Other], items: Iterable[One], chunk: int = ...) -> Iterator[Other]:
        """Yield what the function returns for each item, in their order."""


def alone(work: Callable[[One], Other], items: Iterable[One], chunk: int = 0) -> Iterator[Other]:
    """Map a function over items in this process."""
    del chunk
    return map(work, items)


def map_document(found: Given) -> Result:
    """Return the rows of the filing in a document, or the reason why there are none."""
    if not isinstance(found, Document):
        return found
    try:
        reading = read(found)
    except FilingError as error:
        return error
    filing = reading.filing
    left_out = f"{filing.origin}: not certain which rows they are of, so left out: {', '.join(filing.left_out)}"
    noted = tuple(visible(f"{filing.origin}: {line}") for line in _noted(reading))
    mapped = rows(filing)
    if not (reading.unread or filing.repaired or filing.left_out or noted):  # which every load reports
        mapped.filing.props.update(props(documentHash=found.digest))
    return Mapped(
        mapped,
        sum(each.count for each in reading.unread),
        bool(filing.repaired),
        left_out if filing.left_out else None,
        noted,
        filing.envelope.filed_on is not None,
    )


def _noted(reading: Reading) -> Iterator[str]:
    yield from reading.notes
    if cells := ", ".join(inexact(reading.filing)):
        yield f"{INEXACT}: {cells}"
    for each in reading.repairs:
        times = f", {each.count:,} times" if each.count > 1 else ""
        yield f"line {each.line}: {each.reason}{times}"


@contextmanager
def workers(jobs: int) -> Iterator[Run]:
    """Yield a `map` that works in `jobs` processes. They end with this process, however it ends."""
    if jobs == 1:
        yield alone
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _begin) as pool:

        def run(work: Callable[[One], Other], items: Iterable[One], chunk: int = _CHUNK) -> Iterator[Other]:
            items = iter(items)
            waiting: deque[Future[list[Other]]] = deque()
            while True:
                while len(waiting) < 2 * jobs and (some := list(islice(items, chunk))):
                    with _undisturbed():
                        waiting.append(pool.submit(_all, work, some))
                if not waiting:
                    return
                yield from _result(pool, waiting.popleft())

        try:
            yield run
        except BrokenProcessPool as error:
            for child in multiprocessing.active_children():
                child.kill()
            raise GraphloadError(
                "a process that reads filings was ended from outside, perhaps as memory ran out: run the command "
                "again, with a smaller --jobs; what is in the store is safe"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(pool: ProcessPoolExecutor, future: Future[list[Other]]) -> list[Other]:
    """Return what a future yields. A pool that breaks while a process starts forgets the future, so ask it again."""
    while True:
        try:
            return future.result(_PATIENCE)
        except futures.TimeoutError:
            pool.submit(int)  # raises BrokenProcessPool


def _all(work: Callable[[One], Other], chunk: list[One]) -> list[Other]:
    return [work(each) for each in chunk]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back: a process that starts meanwhile does so without them, until it can leave them to us.

    A signal that is blocked in this thread may come by another one; it is raised again afterwards.
    """
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    handlers = {number: signal.signal(number, lambda number, _: came.append(number)) for number in _SIGNALS}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler or signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for each in came:
            signal.raise_signal(each)


def _begin() -> None:
    """Ignore Ctrl-C, which the parent handles, and end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
