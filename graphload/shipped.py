"""The folders that come with graphload: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `cypher` or `examples`."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


@cache
def cypher(name: str) -> str:
    """Return a file of the folder `cypher`, named without its ending, such as `derive/read/positions`."""
    return (folder("cypher") / f"{name}.cypher").read_text("utf-8")
