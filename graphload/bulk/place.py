"""A folder that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphload.errors import StoreError

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS}


@contextmanager
def place(to: Path, mode: int = 0o777, *, resumed: bool = False) -> Iterator[Path]:
    """Yield a folder beside `to`, which gets its place at the end.

    What a run that was cut off left in it is removed, unless this one is `resumed`. `mode` says who may read it. Raises
    StoreError where something is in its place, and where there is no room.
    """
    if to.exists():
        raise StoreError(f"{to} is there already: give another folder, or remove it")
    made = unfinished(to)
    if made.exists() and not resumed:
        shutil.rmtree(made)
    made.mkdir(mode, parents=True, exist_ok=True)
    try:
        yield made
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        again = "make room, then run the same command again, which finishes it"
        raise StoreError(f"{made} cannot be written: {os.strerror(error.errno)}; {again}") from error
    made.replace(to)


def unfinished(to: Path) -> Path:
    """Return the folder beside `to` that a run works in."""
    there = to.absolute()
    return there.with_name(f"{there.name}.unfinished")
