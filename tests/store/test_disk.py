"""Stores on a disk that is full, or that one may only read: a sentence says so, and nothing is damaged."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from graphload.check import verify
from graphload.errors import StoreError
from graphload.load import load
from graphload.store import Store, open_store
from graphload.store.engine import attach
from tests.servers import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts file systems and drops capabilities"),
]

EXAMPLE = ROOT / "examples" / "filings" / "0001046568-22-000002"
# what lets root read and write every file: the numbers of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
CAPABILITIES = (1, 2)
DROP = 24  # PR_CAPBSET_DROP


def mount(*arguments: object) -> None:
    subprocess.run(["mount", *map(str, arguments)], check=True, capture_output=True)


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of a size."""
    folder.mkdir()
    try:
        mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"cannot mount a small disk here: {error}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def as_user(*command: object) -> subprocess.CompletedProcess[str]:
    """Run a command of graphload as a user who is bound by the permissions of files."""

    def drop() -> None:
        if os.getuid() == 0:
            for capability in CAPABILITIES:
                if ctypes.CDLL(None).prctl(DROP, capability, 0, 0, 0):
                    raise OSError

    called = [sys.executable, "-m", "graphload", *map(str, command)]
    try:
        return subprocess.run(called, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=drop)
    except subprocess.SubprocessError:
        pytest.skip("root may not give up its rights here")


def kept(store: Store) -> list[tuple[object, ...]]:
    return store.read("MATCH (f:Filing) MATCH (found:Filing {id: f.id}) RETURN found.id").rows


@pytest.mark.parametrize("size", ["64k", "3m"])
def test_a_full_disk_is_said_and_costs_nothing_once_there_is_room(tmp_path: Path, size: str) -> None:
    """At the first size the engine does not start; at the second it ends while the indexes are made."""
    with disk(tmp_path / "disk", size) as small:
        address = str(small / "test.graph")
        with (
            pytest.raises(StoreError, match="its disk is full: make room, then try again"),
            open_store(address) as store,
        ):
            load(store, EXAMPLE)
        mount("-o", "remount,size=200m", small)
        with open_store(address) as store:
            assert load(store, EXAMPLE).loaded == 1
            assert len(kept(store)) == 1
            assert verify(store).ok


def test_a_disk_that_may_only_be_read_answers(example: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "100m") as small:
        address = str(copytree(example, small / "test.graph"))
        mount("-o", "remount,ro", small)
        with open_store(address, create=False) as store:
            assert len(kept(store)) == 1
            with pytest.raises(StoreError, match="may only be read"):
                load(store, EXAMPLE)
        with pytest.raises(StoreError, match=r"cannot open the store .*: Read-only file system"):
            open_store(str(small / "other.graph"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one filing, to be copied."""
    folder = tmp_path_factory.mktemp("disk") / "example.graph"
    with open_store(str(folder)) as store:
        load(store, EXAMPLE)
    return folder


@pytest.fixture
def theirs(example: Path, tmp_path: Path) -> Iterator[Path]:
    """A store that belongs to somebody else, who lets others read it."""
    folder = copytree(example, tmp_path / "theirs.graph")
    allow(folder, 0o555, 0o444)
    yield folder
    allow(folder, 0o755, 0o644)


def allow(folder: Path, folders: int, files: int) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(folders if path.is_dir() else files)


def test_a_store_of_somebody_else_answers_and_is_not_changed(theirs: Path) -> None:
    before = {path: path.read_bytes() for path in theirs.rglob("*") if path.is_file()}
    found = as_user("find", "maida", "--store", theirs, "--csv")
    assert (found.returncode, "Maida Robert P" in found.stdout) == (0, True), found.stderr
    for command in (["load", EXAMPLE], ["remove", EXAMPLE.name]):
        refused = as_user(*command, "--store", theirs)
        assert (refused.returncode, "may only be read" in refused.stderr) == (1, True), refused.stderr
    assert {path: path.read_bytes() for path in theirs.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: allow(folder / "databases", 0o555, 0o000), "you may not read all of its files"),
        (lambda folder: folder.chmod(0o000), "is not readable"),
    ],
)
def test_a_store_that_may_not_be_read_says_so(theirs: Path, change: Callable[[Path], None], said: str) -> None:
    change(theirs)
    refused = as_user("status", "--store", theirs)
    assert (refused.returncode != 0, said in refused.stderr) == (True, True), refused.stderr


def test_a_store_that_somebody_else_is_using_says_so(theirs: Path) -> None:
    allow(theirs, 0o755, 0o644)
    with attach(theirs):
        (theirs / "run.json").chmod(0o000)
        theirs.chmod(0o555)
        refused = as_user("status", "--store", theirs)
        theirs.chmod(0o755)
    assert (refused.returncode, "another user's engine runs on it" in refused.stderr) == (1, True), refused.stderr


def test_the_graph_alone_may_be_what_one_may_only_read(theirs: Path) -> None:
    theirs.chmod(0o755)
    found = as_user("find", "maida", "--store", theirs, "--csv")
    assert (found.returncode, "Maida Robert P" in found.stdout) == (0, True), found.stderr
