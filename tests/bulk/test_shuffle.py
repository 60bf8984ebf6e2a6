"""Records are divided into buckets by their keys, none is lost, and memory does not grow with their number."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.bulk.output import Output
from graphload.bulk.shuffle import divide, groups


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.binary(max_size=3))), st.sampled_from([1, 4, 16]))
def test_every_record_is_in_one_bucket_with_all_of_its_key(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, bytes]], count: int
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    for part in range(2):
        put(folder, f"part{part}", records[part::2])
    found = [(key, said) for bucket in divide(folder, "things", count) for key, said in groups(bucket)]
    assert len({key for key, _ in found}) == len(found)
    assert sorted((key, each) for key, said in found for each in said) == sorted(records)


GROWTH = """
import os, resource, sys
from pathlib import Path
from graphload.bulk.output import Output
from graphload.bulk.shuffle import divide
folder = Path(sys.argv[1])
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
with Output(folder, "part") as out:
    for key in range(40_000):
        out.record("things", str(key), os.urandom(5_000) * 2)
before = most()
divide(folder, "things", 16)
print(most() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process's most memory so")
def test_memory_does_not_grow_with_the_number_of_records(tmp_path: Path) -> None:
    command = [sys.executable, "-c", GROWTH, str(tmp_path)]
    assert int(subprocess.run(command, capture_output=True, check=True).stdout) < 40_000 * 10_000 / 5


def put(folder: Path, part: str, records: list[tuple[str, bytes]]) -> None:
    with Output(folder, part) as out:
        for key, said in records:
            out.record("things", key, said)
