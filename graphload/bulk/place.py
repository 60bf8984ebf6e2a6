"""A folder that is there whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphload.errors import StoreError


@contextmanager
def place(to: Path, mode: int = 0o777) -> Iterator[Path]:
    """Yield a new folder beside `to`, which gets its place at the end. What a run that was cut off left is removed.

    `mode` says who may read it. Raises StoreError where something is in its place.
    """
    if to.exists():
        raise StoreError(f"{to} is there already: give another folder, or remove it")
    made = unfinished(to)
    if made.exists():
        shutil.rmtree(made)
    made.mkdir(mode, parents=True)
    yield made
    made.replace(to)


def unfinished(to: Path) -> Path:
    """Return the folder beside `to` that a run works in."""
    there = to.absolute()
    return there.with_name(f"{there.name}.unfinished")
