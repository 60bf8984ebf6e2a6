"""Where an answer is written: standard output, or a file that is there when it is complete."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graphload.errors import GraphloadError, UsageError


def check(file: str) -> None:
    """Raise UsageError for a file that cannot be written, before there is an answer."""
    path = Path(file)
    if path.is_dir():
        raise UsageError(f"{file} is a folder: give the name of a file in it, as {path / 'answer.csv'}")
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {file}: there is no folder {path.parent}; create it first")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise UsageError(f"cannot write {file}: you may not write there; choose another place")


@contextmanager
def opened(file: str | None) -> Iterator[TextIO]:
    """Open a file, or standard output without one. An error leaves a file as it was."""
    if file is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with _replaced(Path(file).resolve()) as stream:  # what is behind a link
            yield stream
    except OSError as error:
        raise GraphloadError(f"cannot write {file}: {error.strerror or error}") from error


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    """Open a file that takes its place at the end; a device or a pipe is written at once."""
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("x", encoding="utf-8", newline="") as stream:
            yield stream
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
