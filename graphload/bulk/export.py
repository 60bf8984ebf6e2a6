"""Turn filings into the files of a graph, derived facts included, by stages that each keep their results on disk."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from graphload.bulk import files, issuers, names, nodes, readings
from graphload.bulk.files import Run
from graphload.bulk.output import Output, Sink
from graphload.bulk.readings import Packed
from graphload.bulk.shuffle import bucketed, buckets, divide, groups
from graphload.phases import UNWATCHED, Phases

Work = Callable[[str, list[bytes], Sink], Counter[str]]


class Stage(NamedTuple):
    """The records that a stage takes, what it does about each key, what that is called, and whose records they are.

    `after` are the stages that put the records out; those of the first come from the readings.
    """

    kind: str
    work: Work
    phase: str
    after: tuple[str, ...] = ()


STAGES = (
    Stage(readings.KIND, readings.work, "comparing filings"),
    Stage(issuers.KIND, issuers.work, "deriving, by issuers", (readings.KIND,)),
    Stage(nodes.KIND, nodes.work, "joining nodes", (issuers.KIND,)),
    Stage(nodes.GROUPS, nodes.group, "joining groups", (nodes.KIND,)),
    Stage(names.CALLED, names.called, "sorting names", (nodes.KIND,)),
    Stage(names.NAMES, names.work, "deriving, by names", (nodes.KIND, names.CALLED)),
)

_PARTS = "parts"


def export(found: Iterable[Packed], folder: Path, run: Run = map, watch: Phases = UNWATCHED) -> Counter[str]:
    """Write the graph of some filings into a folder, and return how many were loaded, replaced and left unchanged.

    `run` maps a function over parts of the work, perhaps in several processes. `watch` receives the progress.
    """
    parts = folder / _PARTS
    parts.mkdir()
    count = 0
    with Output(parts, "0") as out:
        for packed in found:
            readings.put(packed, out)
            count += 1
    outcomes: Counter[str] = Counter()
    for number, stage in enumerate(STAGES, 1):
        divided = divide(parts, stage.kind, buckets(count))
        watch.phase(stage.phase, "parts", len(divided))
        for counted in run(partial(_bucket, parts, number, stage.work), divided):
            outcomes += counted
            watch.count()
        shutil.rmtree(parts / bucketed(stage.kind), ignore_errors=True)
    rows_of = files.write(parts, folder, run, watch)
    shutil.rmtree(parts)
    files.write_manifest(folder, rows_of["Filing"], rows_of)
    return outcomes


def _bucket(parts: Path, stage: int, work: Work, bucket: Path) -> Counter[str]:
    """Do the work of a stage about all keys of a bucket."""
    counted: Counter[str] = Counter()
    with Output(parts, f"{stage}-{int(bucket.name):04}") as out:
        for key, said in groups(bucket):
            counted += work(key, said, out)
    return counted
