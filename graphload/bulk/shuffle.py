"""Bring all records of one key together, on disk: they are divided into buckets that fit in memory."""

from __future__ import annotations

import pickle
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphload.bulk.output import Output, batches

if TYPE_CHECKING:
    import pyarrow as pa

# filings of a bucket, and buckets at most; their number depends on nothing but the filings, as does the order of rows
_FILINGS, _BUCKETS = 8_000, 512
# records that are unpacked at once
_TAKEN = 1_000


def buckets(filings: int) -> int:
    """Return into how many buckets the records of so many filings are divided: a power of two."""
    count = 1
    while count * _FILINGS < filings and count < _BUCKETS:
        count *= 2
    return count


def bucketed(kind: str) -> str:
    """Return the name of the folder of the buckets of a kind of records."""
    return f"{kind}.buckets"


def divide(folder: Path, kind: str, count: int) -> list[Path]:
    """Divide all records of a kind into buckets, by the digests of their keys, and return the folder of each bucket.

    The records are removed. If they were divided before, the buckets are there.
    """
    into = folder / bucketed(kind)
    if not into.exists():
        made = folder / f"{kind}.unfinished"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
        _divide(folder, kind, count, made)
        made.replace(into)
    shutil.rmtree(folder / kind, ignore_errors=True)
    return [path for number in range(count) if (path := into / str(number)).is_dir()]


def _divide(folder: Path, kind: str, count: int, into: Path) -> None:
    with Output(into, kind) as out:
        for batch in batches(folder, kind):
            for number, some in _by_bucket(batch, count):
                out.write(str(number), some)


def _by_bucket(batch: pa.RecordBatch, count: int) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Yield what a batch has for each bucket."""
    from pyarrow import compute

    numbers = compute.bit_wise_and(batch["digest"], count - 1)
    order = compute.sort_indices(numbers)
    batch, at = batch.take(order), 0
    for number, same in groupby(numbers.take(order).to_pylist()):
        length = sum(1 for _ in same)
        yield number, batch.slice(at, length)
        at += length


def by_kind(said: Iterable[bytes]) -> dict[str, list[Any]]:
    """Return the values of records that are packed pairs of a kind and a value."""
    found: dict[str, list[Any]] = defaultdict(list)
    for kind, value in map(pickle.loads, said):
        found[kind].append(value)
    return found


def groups(bucket: Path) -> Iterator[tuple[str, list[bytes]]]:
    """Yield each key of a bucket with what its records say, in no certain order."""
    import pyarrow as pa
    from pyarrow import compute

    table = pa.Table.from_batches(batches(bucket.parent, bucket.name))
    order = compute.sort_indices(table["key"])
    keys, said = table["key"].take(order).to_pylist(), table["said"].combine_chunks()
    del table
    starts = range(0, len(order), _TAKEN)
    records = chain.from_iterable(said.take(order.slice(at, _TAKEN)).to_pylist() for at in starts)
    for key, some in groupby(zip(keys, records, strict=True), key=itemgetter(0)):
        yield key, [record for _, record in some]
