"""The folder of an embedded store: its marker, its lock, and the address of its engine.

graphload.json   marks the folder as ours and says in which format it is
lock             held by the supervisor while an engine may be running
run.json         while one runs: the port of its supervisor, the token for clients, and both processes
config/          the engine's users and groups
databases/       the graph
log/             the engine's log
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graphload.errors import StoreError
from graphload.store.process import Process

FORMAT = 1
HELD = 75  # exit code of a supervisor that finds the lock taken
MARKER = "graphload.json"
GRAPH = "databases"
_ROOM = 10_000_000  # bytes without which an engine does not write


@dataclass(frozen=True, slots=True)
class Run:
    """The port and token of the supervisor of a store, and the processes that keep the store running."""

    port: int
    token: str = field(repr=False)
    supervisor: Process
    engine: Process


def claim(folder: Path, *, create: bool) -> Path:
    """Return the absolute path of a store; create it if asked. Raises StoreError if it is missing or not a store."""
    found = folder.absolute()
    try:
        names = {entry.name for entry in found.iterdir()} if found.exists() else set()
        # The marker is written first, under a longer name: who is there a moment later finds no stranger's folder.
        if any(not name.startswith(MARKER) for name in names) and not (found / MARKER).exists():
            raise StoreError(f"{folder} holds files and is not a store: give another folder")
        if MARKER not in names and not create:
            raise StoreError(
                f"there is no store at {folder}: load filings into it, or name another with --store or GRAPHLOAD_STORE"
            )
        if MARKER not in names:
            found.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(found / MARKER, json.dumps({"format": FORMAT}))
        _check_format(found / MARKER)
    except OSError as error:
        raise StoreError(f"cannot open the store {folder}: {error.strerror}") from error
    return found


def home(folder: Path) -> Path:
    """Return where what an engine writes beside the graph belongs: the store, or a private folder if it is read-only.

    Such a folder has a link to the graph in place of it. Raises StoreError if the graph cannot be read, or if another
    user's engine runs on it.
    """
    if _writable(folder):
        return folder
    if not _readable(folder):
        raise StoreError(f"cannot open the store {folder}: you may not read all of its files")
    if _in_use(folder):
        raise StoreError(f"cannot open the store {folder}: another user's engine runs on it; try again when it is done")
    name = "-".join(map(str, ("graphload", getattr(os, "getuid", int)(), *_identity(folder))))
    made = Path(tempfile.gettempdir()) / name
    made.mkdir(mode=0o700, exist_ok=True)
    status = made.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise StoreError(f"{made} is not a private folder of ours: remove it, then try again")
    link = made / GRAPH
    if not link.is_symlink() or link.readlink() != folder / GRAPH:  # the store may have been moved since
        link.unlink(missing_ok=True)
        link.symlink_to(folder / GRAPH)
    return made


def named(folder: Path) -> Path:
    """Return the folder of the store whose engine has its files here."""
    return (folder / GRAPH).readlink().parent if (folder / GRAPH).is_symlink() else folder


def trouble(folder: Path) -> str | None:
    """Return why a store cannot be written, where the system tells."""
    try:
        if shutil.disk_usage(folder).free < _ROOM:
            return "its disk is full: make room, then try again"
        return None if _writable(folder) else "it may only be read"
    except OSError as error:
        return error.strerror


def cut_short(folder: Path) -> list[Path]:
    """Return the files of the graph that do not end where a page does; their names tell how long a page is."""
    files = (file for file in (folder / GRAPH).glob("*/*.*.*.v*.*") if file.suffixes[-3][1:].isdecimal())
    return sorted(file for file in files if file.stat().st_size % int(file.suffixes[-3][1:]))


def _writable(folder: Path) -> bool:
    graph = folder / GRAPH
    return all(os.access(each, os.W_OK) for each in (folder, *filter(Path.exists, (graph, *graph.glob("*/")))))


def _readable(folder: Path) -> bool:
    graph = folder / GRAPH
    return all(os.access(path, os.R_OK) or not path.exists() for path in (graph, *graph.rglob("*")))


def _in_use(folder: Path) -> bool:
    """Return whether an engine is known to run on a store that we may only read."""
    try:
        with (folder / "lock").open("rb") as file:
            return not _locked(file.fileno())
    except OSError:  # its owner may keep the file for himself
        return False


def _check_format(marker: Path) -> None:
    try:
        written = json.loads(marker.read_bytes())["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(
            f"{marker} is damaged: write {json.dumps({'format': FORMAT})} into it, or load the filings into a new store"
        ) from error
    if written != FORMAT:
        raise StoreError(
            f"{marker} names format {written}, and this graphload knows {FORMAT}: use the graphload that made it, "
            "or load the filings into a new store"
        )


def write_whole(file: Path, text: str) -> None:
    """Write a file that only its owner can read. A reader finds either the old or the new text."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(0o600)
    unfinished.write_text(text, "utf-8")
    unfinished.replace(file)


@contextmanager
def lock(folder: Path) -> Iterator[bool]:
    """Try to lock a store, and yield whether that worked. The lock ends with the process, however it ends."""
    with (folder / "lock").open("ab") as file:
        yield _locked(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def write_run(folder: Path, run: Run) -> None:
    """Write the run file, by which clients find the supervisor."""
    write_whole(folder / "run.json", json.dumps({**asdict(run), "folder": _identity(folder)}))


def read_run(folder: Path) -> Run | None:
    """Return the run file, or None if it is missing, damaged, or was copied from another store."""
    try:
        written = json.loads((folder / "run.json").read_bytes())
        if written["folder"] != _identity(folder):
            return None
        supervisor, engine = (Process(**written[role]) for role in ("supervisor", "engine"))
        return Run(int(written["port"]), str(written["token"]), supervisor, engine)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget_run(folder: Path) -> None:
    """Delete the run file."""
    (folder / "run.json").unlink(missing_ok=True)


def _identity(folder: Path) -> list[int]:
    status = folder.stat()
    return [status.st_dev, status.st_ino]
