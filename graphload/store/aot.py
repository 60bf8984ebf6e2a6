"""Java's ahead-of-time cache. The engine writes it when it first stops, and later starts take half the time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

KEPT = 4


def cache(wheel: Path) -> Path:
    """Return the path of the cache for the installed engine. Java accepts it only for the jars it was made from."""
    jars = hashlib.sha256()
    for jar in sorted((wheel / "jars").iterdir()):
        status = jar.stat()
        jars.update(f"{jar} {status.st_size} {status.st_mtime_ns}\n".encode())
    return user_caches() / "graphload" / f"engine-{jars.hexdigest()[:16]}.aot"


def user_caches() -> Path:
    """Return the folder in which programs of this user may keep what they can make again."""
    if named := os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA"):
        return Path(named)
    try:
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    except RuntimeError:  # a user without a home: nothing can be made below a file
        return Path(os.devnull)


def options(file: Path) -> list[str]:
    """Return the Java options that use the cache or, if there is none, write it when Java stops."""
    try:
        if file.exists():
            return [f"-XX:AOTCache={file}"]
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:  # a home that we may not write to costs time and no more
        return []
    return [f"-XX:AOTCacheOutput={_unfinished(file)}"]


def keep(file: Path) -> None:
    """Move a new cache to its path, and delete the caches of older engines."""
    with contextlib.suppress(OSError):
        _unfinished(file).replace(file)
        caches = sorted(file.parent.glob("engine-*"), key=lambda found: found.stat().st_mtime, reverse=True)
        for old in caches[KEPT:]:
            old.unlink()


def drop(file: Path) -> None:
    """Delete a cache that Java cannot use."""
    with contextlib.suppress(OSError):
        file.unlink()


def _unfinished(file: Path) -> Path:
    return file.with_name(f"{file.name}.{os.getpid()}")
