"""Turn filings into the files of a graph, derived facts included, by stages that keep what they put out on disk."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from graphload.bulk import files, issuers, names, nodes, readings
from graphload.bulk.files import Run
from graphload.bulk.journal import Journal, part_name
from graphload.bulk.output import Output, Sink
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


def export(journal: Journal, run: Run = map, watch: Phases = UNWATCHED) -> Counter[str]:
    """Write the graph of the filings that were read, and return how many were loaded, replaced and left unchanged.

    The files are beside the parts of the journal, whose stages go on where a run was cut off. `run` maps a function
    over parts of the work, perhaps in several processes. `watch` receives the progress.
    """
    for number, stage in enumerate(STAGES, 1):
        if number < journal.stages:
            continue
        journal.drop(number)
        divided = divide(journal.place, stage.kind, buckets(journal.filings))
        watch.phase(stage.phase, "parts", len(divided))
        for counted in run(partial(_bucket, journal.place, number, stage.work), divided):
            journal.outcomes += counted
            watch.count()
        journal.stages = number + 1
        journal.save()
        shutil.rmtree(journal.place / bucketed(stage.kind), ignore_errors=True)
    rows_of = files.write(journal.place, journal.folder, run, watch)
    journal.close()
    files.write_manifest(journal.folder, rows_of["Filing"], rows_of)
    return journal.outcomes


def _bucket(parts: Path, stage: int, work: Work, bucket: Path) -> Counter[str]:
    """Do the work of a stage about all keys of a bucket."""
    counted: Counter[str] = Counter()
    with Output(parts, part_name(stage, int(bucket.name))) as out:
        for key, said in groups(bucket):
            counted += work(key, said, out)
    return counted
