"""Packages that only some commands and functions need."""

from __future__ import annotations

from importlib.util import find_spec

from graphload.errors import UsageError


def require(package: str, install: str) -> None:
    """Raise UsageError if a package is not installed; `install` is what pip is told to install."""
    if find_spec(package) is None:
        raise UsageError(f"this needs {package}, which is not installed: pip install {install}")
