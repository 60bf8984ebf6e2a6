"""What hangs together: the components of things that are in a group with each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

T = TypeVar("T", bound=Any)


def components(groups: Iterable[Iterable[T]]) -> dict[T, T]:
    """Return for each member of a group the least member of its component."""
    of: dict[T, set[T]] = {}
    for group in groups:
        parts = {id(part): part for part in [of.setdefault(member, {member}) for member in group]}
        if len(parts) > 1:
            joined = set[T]().union(*parts.values())
            of |= dict.fromkeys(joined, joined)
    every = {id(part): part for part in of.values()}
    return {member: least for part in every.values() for least in [min(part)] for member in part}
